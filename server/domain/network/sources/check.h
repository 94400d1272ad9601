// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/sources/dnsmessage.h"

#include <QDateTime>
#include <QString>
#include <QUrl>

#include <chrono>
#include <variant>

namespace network::sources {

/// Asks for a page, by http or https.
struct HttpCheck
{
    QUrl url{};
    int status = 0; ///< that is wanted; 0: any from 200 to 399
    QString text{}; ///< that must be in the first MiB; empty: none
    bool followsRedirects = false;
    bool trustsAnyCertificate = false;
};

/// Opens a TCP connection and closes it.
struct TcpCheck
{
    QString host{}; ///< a name or an address
    quint16 port = 0;
};

/// Asks the machine's name servers.
struct DnsCheck
{
    QString name{};
    DnsType type = DnsType::A;
    QString expected{}; ///< an address or name that must be among the answers; empty: any
};

/// Looks at a certificate without trusting it.
struct TlsCheck
{
    QString host{};
    quint16 port = 443;
    QString serverName{}; ///< asked for (SNI); empty: the host
    int days = 14;        ///< it must be valid for longer than so
};

using Check = std::variant<HttpCheck, TcpCheck, DnsCheck, TlsCheck>;

/// What became of a check.
struct CheckResult
{
    bool isOk = false;
    double milliseconds = 0;
    QString sentence; ///< what was found; where it is not as it should be, what to look at
    QDateTime expiry; ///< of the certificate, where there was one
    int status = 0;   ///< of HTTP
};

} // namespace network::sources
