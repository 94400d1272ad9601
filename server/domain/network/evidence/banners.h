// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QString>

namespace network {

/// What a kind of banner is worth, and what it goes back to: all that one program says is one reason.
struct BannerKind
{
    double weight = 2.0;
    QString origin; ///< "service:http"
};

BannerKind bannerKindOf(const QByteArray &key);
/// The origin of a service by nmap's name for it: "https", "http-proxy" → "service:http".
QString originOfService(const QString &name);
/// What is said before a banner begins is taken off, as the fingerprints expect it: "SSH-2.0-", "220 ",
/// "+OK ", "* OK ".
QByteArrayView bannerText(const QByteArray &key, QByteArrayView text);

} // namespace network
