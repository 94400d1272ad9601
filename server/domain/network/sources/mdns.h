// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/address.h"

#include <QList>
#include <QMap>
#include <QString>

namespace network::sources {

/// A service that a device announces (RFC 6763).
struct MdnsService
{
    QString instance; ///< "Printer in the hall"
    QString type;     ///< "_ipp._tcp"
    QString host;     ///< "printer.local"
    quint16 port = 0;
    QMap<QString, QString> texts;
    QList<core::Address> addresses; ///< of the host, as far as it told
    core::Address source;           ///< who said so last

    friend bool operator==(const MdnsService &, const MdnsService &) = default;
};

/// A name that a device gives itself.
struct MdnsHost
{
    QString name; ///< "printer.local"
    QList<core::Address> addresses;
    core::Address source;

    friend bool operator==(const MdnsHost &, const MdnsHost &) = default;
};

} // namespace network::sources
