// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/mail.h"

#include <QCryptographicHash>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace alerts::channels {

namespace {
const QByteArray crlf = QByteArrayLiteral("\r\n");

QByteArray hashed(const QString &text)
{
    constexpr int length = 40;
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(length);
}

/// Base64 in lines of 76.
QByteArray encodedBody(const QString &text)
{
    constexpr qsizetype width = 76;
    QString lines = text;
    const QByteArray whole = lines.replace(u'\n', QLatin1String("\r\n")).toUtf8().toBase64();
    QByteArray out;
    for (qsizetype at = 0; at < whole.size(); at += width)
        out += whole.mid(at, width) + crlf;
    return out;
}

QByteArray part(const char *type, const QString &text)
{
    return QByteArrayLiteral("Content-Type: ") + type +
           "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + encodedBody(text);
}

QString htmlOf(const Message &message)
{
    QString lines;
    for (const QString &line : message.lines)
        lines += QStringLiteral("<li>%1</li>\n").arg(line.toHtmlEscaped());
    QString out = QStringLiteral("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head>\n"
                                 "<body style=\"font-family: sans-serif\">\n<h3>%1</h3>\n<ul>\n%2</ul>\n")
                      .arg(message.title.toHtmlEscaped(), lines);
    if (!message.link.isEmpty()) {
        out += QStringLiteral("<p><a href=\"%1\">%2</a></p>\n")
                   .arg(message.link.toHtmlEscaped(), Mail::tr("Open in Belfry").toHtmlEscaped());
    }
    return out + QStringLiteral("</body></html>\n");
}

QByteArray dateText(const QDateTime &at)
{
    return QLocale::c().toString(at.toUTC(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() +
           " +0000";
}
} // namespace

core::Result<QString> Mail::address(const QString &typed)
{
    static const QRegularExpression local(QStringLiteral("^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$"));
    static const QRegularExpression domain(QStringLiteral("^[A-Za-z0-9.-]{1,253}$"));
    const QString text = typed.trimmed();
    const qsizetype at = text.lastIndexOf(u'@');
    const QString name = text.left(std::max<qsizetype>(at, 0));
    const QString place = QString::fromLatin1(QUrl::toAce(text.mid(at + 1)));
    if (at < 1 || !local.match(name).hasMatch() || !domain.match(place).hasMatch()) {
        return core::Error{core::ErrorCode::Invalid,
                           tr("“%1” is no mail address. Write it as name@example.org.").arg(text.left(64))};
    }
    return name + u'@' + place;
}

QByteArray Mail::headerText(const QString &text)
{
    const bool isPlain =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c < u'\x7f'; });
    constexpr qsizetype plainWidth = 60;
    if (isPlain && text.size() <= plainWidth && !text.contains(QLatin1String("=?")))
        return text.toLatin1();
    // Encoded words have 75 bytes at most and hold whole characters.
    constexpr qsizetype wordBytes = 42;
    QByteArrayList words;
    QByteArray word;
    const auto characters = text.toUcs4();
    for (const uint character : characters) {
        const char32_t code = character < 0x20 || character == 0x7f ? U' ' : char32_t(character);
        const QByteArray bytes = QString::fromUcs4(&code, 1).toUtf8();
        if (word.size() + bytes.size() > wordBytes)
            words << std::exchange(word, {});
        word += bytes;
    }
    words << word;
    for (QByteArray &each : words)
        each = "=?utf-8?B?" + each.toBase64() + "?=";
    return words.join("\r\n ");
}

Mail Mail::of(const Letter &letter)
{
    const ChannelSettings &settings = letter.channel.settings;
    const Message &message = letter.message;
    Mail out;
    out.from = settings.from.toLatin1();
    const QStringList to = letter.address.isEmpty() ? settings.to : QStringList{letter.address};
    for (const QString &each : to)
        out.to << each.toLatin1();
    const QByteArray domain = out.from.mid(out.from.lastIndexOf('@') + 1);
    const QByteArray boundary = "=_belfry_" + hashed(message.id);
    QByteArrayList head{
        "From: Belfry <" + out.from + '>',
        "To: " + out.to.join(",\r\n "),
        "Subject: " + headerText(message.title),
        "Date: " + dateText(letter.at),
        "Message-ID: <" + hashed(message.id) + '@' + domain + '>',
        "Auto-Submitted: auto-generated",
        "X-Belfry-Severity: " + QByteArray::number(message.severity),
    };
    // What is told together stands together.
    if (!message.notice.group.isEmpty())
        head << "References: <" + hashed(message.notice.group) + ".group@" + domain + '>';
    constexpr int criticalFrom = 9;
    if (!message.isGood && message.severity >= criticalFrom)
        head << "Importance: high";
    head << "MIME-Version: 1.0"
         << "Content-Type: multipart/alternative; boundary=\"" + boundary + '"';
    out.data = head.join(crlf) + crlf + crlf + "--" + boundary + crlf +
               part("text/plain", message.text() + u'\n') + "--" + boundary + crlf +
               part("text/html", htmlOf(message)) + "--" + boundary + "--" + crlf;
    return out;
}

} // namespace alerts::channels
