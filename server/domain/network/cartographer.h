// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "domain/network/devices.h"
#include "domain/network/linkbook.h"
#include "domain/network/snmpreading.h"

#include <QHash>

namespace network {

/// Puts together what the devices tell of what joins them, and draws the links anew when that has changed.
class Cartographer final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        Devices &devices;
        LinkBook &links;
        core::Clock &clock;
    };
    /// What a device told counts for so long.
    static constexpr std::chrono::minutes believedFor{15};
    static constexpr std::chrono::hours routeBelievedFor{1};

    explicit Cartographer(const Surroundings &around);

    void start();
    void stop();
    void hear(const QString &device, const TestimonyOfOne &testimony);
    void hear(const topology::Route &route);
    void setGateways(const QList<core::Address> &gateways);
    /// What this machine's own device is; empty: none of ours.
    void setMachine(const QString &device);

Q_SIGNALS:
    /// What each device is joined by on the way from this machine.
    void parentsSettled(const QHash<QString, QString> &parents);

private:
    struct Told
    {
        TestimonyOfOne testimony;
        std::chrono::milliseconds at{0};
    };

    void touch();
    void draw();
    void forgetOld();
    void measure();
    [[nodiscard]] QList<topology::Node> nodes() const;

    Surroundings m_around;
    QHash<QString, Told> m_told;
    QHash<core::Address, std::pair<topology::Route, std::chrono::milliseconds>> m_routes;
    QList<core::Address> m_gateways;
    QString m_machine;
    bool m_isOld = false;
    std::optional<std::chrono::milliseconds> m_oldAt; ///< when the first of what was drawn counts no more
    std::unique_ptr<core::Timer> m_timer;
};

} // namespace network
