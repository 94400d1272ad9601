// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wish.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace app {

namespace {
constexpr qsizetype longestToken = 1024;
constexpr qsizetype longestPage = 40;
constexpr QLatin1String linkKey{"link"};
constexpr QLatin1String pageKey{"page"};
constexpr QLatin1String tokenKey{"token"};

core::Error refusal(const char *text)
{
    return {core::ErrorCode::Invalid, QCoreApplication::translate("Wish", text)};
}

bool isToken(const QByteArray &text)
{
    return text.size() <= longestToken &&
           std::all_of(text.begin(), text.end(), [](char letter) { return letter >= ' ' && letter < 0x7f; });
}
} // namespace

QByteArray Wish::line() const
{
    QJsonObject said;
    if (place)
        said.insert(linkKey, place->link());
    if (!page.isEmpty())
        said.insert(pageKey, page);
    if (!token.isEmpty())
        said.insert(tokenKey, QString::fromLatin1(token));
    return QJsonDocument(said).toJson(QJsonDocument::Compact);
}

core::Result<Wish> Wish::read(const QByteArray &line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    if (line.size() > longestLine || !document.isObject()) {
        return refusal(QT_TRANSLATE_NOOP("Wish", "The running Belfry does not understand what it was asked. "
                                                 "It may be of another version: close it and start again."));
    }
    const QJsonObject said = document.object();
    Wish wish;
    if (said.contains(linkKey)) {
        wish.place = client::Place::read(said.value(linkKey).toString());
        if (!wish.place)
            return refusal(QT_TRANSLATE_NOOP("Wish", "The link leads to nothing. Was it copied whole?"));
    }
    wish.page = said.value(pageKey).toString().left(longestPage);
    const QByteArray token = said.value(tokenKey).toString().toUtf8();
    if (isToken(token))
        wish.token = token;
    return wish;
}

QByteArray Wish::tokenOfDesktop()
{
    QByteArray token;
    for (const char *name : {"XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"}) {
        const QByteArray set = qgetenv(name);
        if (token.isEmpty() && isToken(set))
            token = set;
    }
    return token;
}

} // namespace app
