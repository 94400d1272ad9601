// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QStringList>

namespace network::scan {

/// What nmap makes of an open port. Every text is cleaned and bounded.
struct Service
{
    QString name;
    QString product;
    QString version;
    QString extraInfo;
    QString osType;
    QString deviceType;
    QString hostName;
    QString tunnel;     ///< ssl
    QString method;     ///< table: by the number alone; probed: by what it answered
    int confidence = 0; ///< 0–10
    QStringList cpes;

    [[nodiscard]] bool isProbed() const { return method == QLatin1String("probed"); }
};

/// What a script of nmap printed.
struct ScriptOutput
{
    QString id;
    QString output;
};

/// One port that was told of by itself.
struct Port
{
    QString protocol; ///< tcp, udp, sctp, ip
    int number = 0;
    QString state; ///< open, closed, filtered, open|filtered …
    QString reason;
    int reasonTtl = 0;
    Service service;
    QList<ScriptOutput> scripts;

    [[nodiscard]] bool isOpen() const { return state == QLatin1String("open"); }
};

/// Ports in the same state that are only counted.
struct OtherPorts
{
    QString state;
    int count = 0;
};

} // namespace network::scan
