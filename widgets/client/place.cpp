// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/place.h"

#include <QDateTime>
#include <QJsonArray>
#include <QMap>
#include <QMimeData>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QUrl>

#include <algorithm>
#include <array>

namespace client {

namespace {
constexpr qsizetype longestLink = 8192;
constexpr qsizetype longestId = 200;
constexpr QLatin1String linkScheme{"belfry"};
constexpr QLatin1String webMark{"/#/"};
constexpr QLatin1String titleFormat{"application/x-belfry-title"};
using LinkWords = QMap<QString, QString>;

/// What a link begins with, and what the page of the server calls that.
struct WebWord
{
    QLatin1String link;
    QLatin1String page;
};
constexpr std::array webWords{WebWord{QLatin1String("alert"), QLatin1String("alerts")},
                              WebWord{QLatin1String("device"), QLatin1String("devices")},
                              WebWord{QLatin1String("room"), QLatin1String("chat")},
                              WebWord{QLatin1String("chart"), QLatin1String("metrics")},
                              WebWord{QLatin1String("map"), QLatin1String("map")}};

/// The path with its first word changed; empty: it begins with none of them.
QString exchanged(const QString &path, QLatin1String WebWord::*from, QLatin1String WebWord::*to)
{
    for (const WebWord &word : webWords) {
        const qsizetype length = (word.*from).size();
        if (!path.startsWith(word.*from))
            continue;
        const QString rest = path.mid(length);
        if (rest.isEmpty() || rest.startsWith(QLatin1Char('/')) || rest.startsWith(QLatin1Char('?')))
            return word.*to + rest;
    }
    return {};
}

/// Ends the line, turns it around or stands in no place; joiners belong to some scripts.
bool isHidden(QChar letter)
{
    const char16_t code = letter.unicode();
    return letter.category() == QChar::Other_Control || letter == QChar::ReplacementCharacter ||
           code == 0x200B || code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x2069) || code == 0xFEFF;
}

/// Letters that show themselves.
bool isShown(const QString &text)
{
    return !text.isEmpty() && text.size() <= longestId && std::none_of(text.begin(), text.end(), isHidden);
}

bool isAlertNumber(const QString &id)
{
    static const QRegularExpression number(QStringLiteral("^A-[1-9]\\d{0,8}$"));
    return number.match(id).hasMatch();
}

QString percentEncoded(const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); }
/// QUrl::fromPercentEncoding would leave out a byte order mark at the beginning; what does not show itself is
/// to be seen by isShown, so that the link is refused.
QString percentDecoded(const QString &text)
{
    using Flag = QStringConverter::Flag;
    QStringDecoder decoder(QStringDecoder::Utf8, Flag::ConvertInitialBom | Flag::Stateless);
    return decoder.decode(QByteArray::fromPercentEncoding(text.toLatin1()));
}

/// The words behind the question mark, still encoded; nothing where one is said twice or without a value.
std::optional<LinkWords> linkWordsOf(const QUrl &url, const QStringList &known)
{
    LinkWords words;
    const QStringList parts = url.query(QUrl::FullyEncoded).split(QLatin1Char('&'), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString name = part.section(QLatin1Char('='), 0, 0);
        const QString value = part.section(QLatin1Char('='), 1);
        if (value.isEmpty() || !known.contains(name) || words.contains(name))
            return std::nullopt;
        words.insert(name, value);
    }
    return words;
}

std::optional<qint64> momentOf(const QString &text)
{
    const QDateTime at = QDateTime::fromString(percentDecoded(text), Qt::ISODateWithMs);
    const bool isFine =
        at.isValid() && at.timeSpec() != Qt::LocalTime && at.date().year() >= 1970 && at.date().year() < 2200;
    return isFine ? std::optional(at.toMSecsSinceEpoch()) : std::nullopt;
}

QString writtenMoment(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs);
}

std::optional<Place> readChart(const QUrl &url)
{
    const auto words = linkWordsOf(
        url, {QStringLiteral("m"), QStringLiteral("source"), QStringLiteral("from"), QStringLiteral("to")});
    if (!words || !url.path().isEmpty())
        return std::nullopt;
    Place place{Place::Kind::Chart, percentDecoded(words->value(QStringLiteral("m")))};
    place.source = percentDecoded(words->value(QStringLiteral("source")));
    if (!isShown(place.id) || (!place.source.isEmpty() && !isShown(place.source)))
        return std::nullopt;
    if (words->contains(QStringLiteral("from")) || words->contains(QStringLiteral("to"))) {
        const auto from = momentOf(words->value(QStringLiteral("from")));
        const auto to = momentOf(words->value(QStringLiteral("to")));
        if (!from || !to || *from >= *to)
            return std::nullopt;
        place.span = {*from, *to};
    }
    return place;
}

std::optional<Place> readMap(const QUrl &url)
{
    const auto words = linkWordsOf(url, {QStringLiteral("focus")});
    if (!words || !url.path().isEmpty())
        return std::nullopt;
    Place place{Place::Kind::Map};
    const QStringList ids = words->value(QStringLiteral("focus")).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &id : ids)
        place.devices << percentDecoded(id);
    const bool isFine = place.devices.size() <= Place::mostDevices &&
                        std::all_of(place.devices.begin(), place.devices.end(), isShown);
    return isFine ? std::optional(place) : std::nullopt;
}

/// One of those that are named by what follows the slash.
std::optional<Place> readNamed(Place::Kind kind, const QUrl &url)
{
    const bool isRoom = kind == Place::Kind::Room;
    const auto words = linkWordsOf(url, isRoom ? QStringList{QStringLiteral("message")} : QStringList());
    Place place{kind, percentDecoded(url.path(QUrl::FullyEncoded).mid(1))};
    const bool isFine = words && isShown(place.id) && (kind != Place::Kind::Alert || isAlertNumber(place.id));
    if (!isFine || (url.hasFragment() && (!isRoom || !words->isEmpty())))
        return std::nullopt;
    place.message = url.hasFragment() ? percentDecoded(url.fragment(QUrl::FullyEncoded))
                                      : percentDecoded(words->value(QStringLiteral("message")));
    return place.message.isEmpty() || isShown(place.message) ? std::optional(place) : std::nullopt;
}

/// What a link would say of what the address of one of these servers leads to; empty: it is another's.
QString pathOnServer(const QString &address, const QStringList &servers)
{
    const qsizetype mark = address.indexOf(webMark);
    if (mark < 0)
        return {};
    const QUrl asked(address.first(mark));
    const bool isOurs = std::any_of(servers.begin(), servers.end(), [&asked](const QString &server) {
        const QUrl own(server);
        return !own.host().isEmpty() && own.scheme() == asked.scheme() && own.host() == asked.host() &&
               own.port() == asked.port() && asked.userInfo().isEmpty() && asked.path().isEmpty();
    });
    return isOurs ? exchanged(address.mid(mark + webMark.size()), &WebWord::page, &WebWord::link) : QString();
}
} // namespace

std::optional<Place> Place::read(const QString &link, const QStringList &servers)
{
    if (link.size() > longestLink)
        return std::nullopt;
    const QString onServer = pathOnServer(link, servers);
    const QUrl url(onServer.isEmpty() ? link : linkScheme + QLatin1String("://") + onServer,
                   QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != linkScheme || !url.userInfo().isEmpty() || url.port() != -1)
        return std::nullopt;
    if (url.host() == QLatin1String("chart"))
        return url.hasFragment() ? std::nullopt : readChart(url);
    if (url.host() == QLatin1String("map"))
        return url.hasFragment() ? std::nullopt : readMap(url);
    if (url.host() == QLatin1String("alert"))
        return readNamed(Kind::Alert, url);
    if (url.host() == QLatin1String("device"))
        return readNamed(Kind::Device, url);
    return url.host() == QLatin1String("room") ? readNamed(Kind::Room, url) : std::nullopt;
}

QString Place::link() const
{
    const QString begin = linkScheme + QLatin1String("://");
    QStringList words;
    switch (kind) {
    case Kind::Alert:
        return begin + QLatin1String("alert/") + percentEncoded(id);
    case Kind::Device:
        return begin + QLatin1String("device/") + percentEncoded(id);
    case Kind::Room:
        return begin + QLatin1String("room/") + percentEncoded(id) +
               (message.isEmpty() ? QString() : QLatin1Char('#') + percentEncoded(message));
    case Kind::Chart:
        words << QLatin1String("m=") + percentEncoded(id);
        if (!source.isEmpty())
            words << QLatin1String("source=") + percentEncoded(source);
        if (span.length() > 0)
            words << QLatin1String("from=") + writtenMoment(span.from)
                  << QLatin1String("to=") + writtenMoment(span.to);
        return begin + QLatin1String("chart?") + words.join(QLatin1Char('&'));
    case Kind::Map:
        break;
    }
    for (const QString &device : devices.mid(0, mostDevices))
        words << percentEncoded(device);
    return begin + QLatin1String("map") +
           (words.isEmpty() ? QString() : QLatin1String("?focus=") + words.join(QLatin1Char(',')));
}

QString Place::webAddress(const QString &server) const
{
    QString path = link();
    if (server.isEmpty())
        return path;
    path.remove(0, linkScheme.size() + 3);
    path.replace(QLatin1Char('#'), QLatin1String("?message="));
    return (server.endsWith(QLatin1Char('/')) ? server.chopped(1) : server) + webMark +
           exchanged(path, &WebWord::link, &WebWord::page);
}

QMimeData *Place::toMime(const QString &server, const QString &title) const
{
    auto *data = new QMimeData;
    const QString address = webAddress(server);
    data->setText(address);
    data->setHtml(QStringLiteral("<a href=\"%1\">%2</a>")
                      .arg(address.toHtmlEscaped(), title.simplified().toHtmlEscaped()));
    data->setData(titleFormat, title.simplified().toUtf8());
    return data;
}

QString Place::titleIn(const QMimeData &data) { return QString::fromUtf8(data.data(titleFormat)); }

QJsonObject Place::toData() const
{
    QJsonObject data{{QStringLiteral("view"), link()}};
    if (kind == Kind::Map) {
        data.insert(QStringLiteral("devices"), QJsonArray::fromStringList(devices));
    } else if (kind == Kind::Chart) {
        data.insert(QStringLiteral("metric"), id);
        data.insert(QStringLiteral("source"), source);
        data.insert(QStringLiteral("from"), writtenMoment(span.from));
        data.insert(QStringLiteral("to"), writtenMoment(span.to));
    }
    return data;
}

std::optional<Place> Place::ofData(const QJsonObject &data)
{
    return read(data.value(QLatin1String("view")).toString());
}

QList<PlaceInText> placesIn(const QString &text, const QStringList &servers)
{
    static const QRegularExpression any(
        QStringLiteral("\\b(?:belfry|https?)://[!#-;=?-~]+|(?<![\\w./-])A-[1-9]\\d{0,8}(?![\\w-])"));
    static const QString marks = QStringLiteral(".,;:!?)'");
    QList<PlaceInText> found;
    for (auto matches = any.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        QString word = match.captured();
        while (!word.isEmpty() && marks.contains(word.back()))
            word.chop(1);
        const auto place =
            isAlertNumber(word) ? std::optional(Place{Place::Kind::Alert, word}) : Place::read(word, servers);
        if (place)
            found << PlaceInText{*place, match.capturedStart(), word.size()};
    }
    return found;
}

} // namespace client
