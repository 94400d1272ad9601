// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/handshake.h"

#include <algorithm>

namespace transport {

QString Handshake::token() const
{
    const QByteArray authorization = header(QByteArrayLiteral("authorization"));
    static constexpr QByteArrayView scheme = "bearer ";
    if (authorization.size() > scheme.size() && authorization.first(scheme.size()).toLower() == scheme)
        return QString::fromUtf8(authorization.mid(scheme.size()).trimmed());
    return query.queryItemValue(QStringLiteral("token"), QUrl::FullyDecoded);
}

bool Handshake::showsCredential() const
{
    if (!token().isEmpty())
        return true;
    static constexpr QByteArrayView cookie = "belfry_access=";
    const QList<QByteArray> pairs = header(QByteArrayLiteral("cookie")).split(';');
    return std::any_of(pairs.begin(), pairs.end(), [](const QByteArray &pair) {
        const QByteArray trimmed = pair.trimmed();
        return trimmed.startsWith(cookie) && trimmed.size() > cookie.size();
    });
}

} // namespace transport
