// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/metrics.h"
#include "domain/metrics/sources/textfile.h"

#include <map>

namespace metrics::sources {

/// Reads /proc/net/dev: counters of every interface by name, without rates and state.
QMap<QString, Interface> parseInterfaces(QByteArrayView text);
/// Reads an operstate file. "unknown" is what the loopback and most tunnels say while they work.
bool parseOperState(QByteArrayView text);

/// Reads the traffic of the network interfaces.
class InterfaceReader
{
public:
    InterfaceReader(const QString &procRoot, const QString &sysRoot);

    /// `elapsed` seconds since the last call; 0: no rates yet.
    void read(double elapsed);
    /// Sums over all interfaces; at most 64 of them by name.
    [[nodiscard]] const Network &reading() const { return m_reading; }

private:
    bool isUp(const QString &name);

    TextFile m_text;
    QString m_sysRoot;
    std::map<QString, TextFile> m_states;
    QMap<QString, Interface> m_before;
    Network m_reading;
};

} // namespace metrics::sources
