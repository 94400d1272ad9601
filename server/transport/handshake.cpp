// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/handshake.h"

namespace transport {

QString Handshake::token() const
{
    const QByteArray authorization = header(QByteArrayLiteral("authorization"));
    static constexpr QByteArrayView scheme = "bearer ";
    if (authorization.size() > scheme.size() && authorization.first(scheme.size()).toLower() == scheme)
        return QString::fromUtf8(authorization.mid(scheme.size()).trimmed());
    return query.queryItemValue(QStringLiteral("token"), QUrl::FullyDecoded);
}

} // namespace transport
