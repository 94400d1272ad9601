// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QString>

namespace engine {

class Networking;

/// Which device is meant by an instance as Prometheus and its exporters write one: "core-sw-01:9100",
/// "[2001:db8::1]:9100", "https://core-sw-01/metrics". By the devices known when it was made.
class Instances
{
public:
    explicit Instances(const Networking &networking);

    /// Its id; empty: none that is known, or several.
    [[nodiscard]] QString deviceOf(const QString &instance) const;
    /// The name or address in it, in small letters.
    [[nodiscard]] static QString hostIn(const QString &instance);

private:
    void add(const QString &name, const QString &device);

    QHash<QString, QString> m_devices; ///< name or address → id; empty: several are called that
};

} // namespace engine
