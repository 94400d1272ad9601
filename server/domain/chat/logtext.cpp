// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/logtext.h"

#include <QRegularExpression>

namespace chat {

namespace {
/// Signs that turn the direction of what follows them, or that no file should carry.
bool isUnruly(QChar c)
{
    const char16_t code = c.unicode();
    const bool isTurning = code == 0x061C || code == 0x200E || code == 0x200F ||
                           (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    return isTurning || code == 0x2028 || code == 0x2029 || (c.category() == QChar::Other_Control);
}

/// Unruly signs are named instead.
QString tamed(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text) {
        if (c == QLatin1Char('\n') || c == QLatin1Char('\t'))
            out += c;
        else if (c != QLatin1Char('\r') && isUnruly(c))
            out += QStringLiteral("[U+%1]").arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
        else if (c != QLatin1Char('\r'))
            out += c;
    }
    return out;
}

QString oneLine(const QString &text)
{
    QString line = tamed(text);
    line.replace(QLatin1Char('\n'), QLatin1Char(' '));
    return line.replace(QLatin1Char('\t'), QLatin1Char(' '));
}

/// Each line but the first stands in.
QString indented(const QString &text, const QString &indent)
{
    return tamed(text).replace(QLatin1Char('\n'), QLatin1Char('\n') + indent);
}

QString escaped(const QString &text)
{
    static const QRegularExpression special(QStringLiteral(R"(([\\`*_{}\[\]()#+\-.!|<>~&]))"));
    return QString(text).replace(special, QStringLiteral("\\\\1"));
}

QString cell(const QString &text)
{
    QString value = tamed(text);
    // A spreadsheet takes these for a formula.
    static const QString starts = QStringLiteral("=+-@\t");
    if (!value.isEmpty() && starts.contains(value.trimmed().isEmpty() ? value.at(0) : value.trimmed().at(0)))
        value.prepend(QLatin1Char('\''));
    value.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + value + QLatin1Char('"');
}

QString wordOf(MessageType type) { return QString::fromLatin1(core::Words<MessageType>::list[size_t(type)]); }

QString stateOf(const Message &message)
{
    if (message.isDeleted)
        return QStringLiteral("deleted");
    return message.editedAt ? QStringLiteral("edited") : QString();
}
} // namespace

LogText::LogText(LogFormat format, const Room &room) : m_format(format), m_room(room.name)
{
    if (format == LogFormat::Csv) {
        m_text = QStringLiteral("time,id,user_id,user_name,type,state,reply_to,message\r\n");
    } else if (format == LogFormat::Markdown) {
        m_text = QStringLiteral("# %1\n\n").arg(escaped(oneLine(room.name)));
        if (!room.topic.isEmpty())
            m_text += escaped(oneLine(room.topic)) + QStringLiteral("\n\n");
    }
}

void LogText::add(const Message &message)
{
    const QString time = core::timeText(message.timestamp);
    const QString state = stateOf(message);
    const QString note = state.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(state);
    switch (m_format) {
    case LogFormat::Text:
        m_text += QStringLiteral("%1  %2%3: ").arg(time, oneLine(message.userName), note) +
                  indented(message.message, QStringLiteral("    ")) + QLatin1Char('\n');
        return;
    case LogFormat::Markdown:
        m_text += QStringLiteral("- %1 **%2**%3: ").arg(time, escaped(oneLine(message.userName)), note) +
                  escaped(indented(message.message, QStringLiteral("  "))) + QLatin1Char('\n');
        return;
    case LogFormat::Csv:
        const QStringList cells{cell(time),
                                cell(message.id),
                                cell(message.userId),
                                cell(message.userName),
                                cell(wordOf(message.messageType)),
                                cell(state),
                                cell(message.replyTo.value_or(QString())),
                                cell(message.message)};
        m_text += cells.join(QLatin1Char(',')) + QStringLiteral("\r\n");
        return;
    }
}

QString LogText::fileName() const
{
    static const QRegularExpression odd(QStringLiteral("[^A-Za-z0-9_-]+"));
    QString stem = QString(m_room).replace(odd, QStringLiteral("_")).left(64);
    if (stem.isEmpty())
        stem = QStringLiteral("room");
    switch (m_format) {
    case LogFormat::Text:
        return stem + QStringLiteral(".txt");
    case LogFormat::Markdown:
        return stem + QStringLiteral(".md");
    case LogFormat::Csv:
        return stem + QStringLiteral(".csv");
    }
    return stem;
}

QString LogText::mediaType() const
{
    switch (m_format) {
    case LogFormat::Text:
        return QStringLiteral("text/plain");
    case LogFormat::Markdown:
        return QStringLiteral("text/markdown");
    case LogFormat::Csv:
        return QStringLiteral("text/csv");
    }
    return {};
}

} // namespace chat
