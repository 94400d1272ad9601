// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/channels/courier.h"
#include "domain/alerts/channels/openings.h"

namespace alerts::channels {

/// Tells people outside the window of alerts: the channels, the routes to them, and what is on its way.
class Switchboard final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        core::RecordStore &records;
        core::Clock &clock;
        core::Entropy &entropy;
        ChannelBook::Sealer sealer;
        RouteBook::Compile compile;
        std::function<RouteBook::Labels(const QString &alertId)> labels;
        Openings::Open open = [] { return QList<NoticeItem>(); };
        Reach::Resolver resolver = Reach::system();
    };

    explicit Switchboard(const Surroundings &around);

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    void start();
    void stop();
    /// Finished well once it is durable; the same key is taken once.
    QFuture<core::Result<void>> take(const Notice &notice) { return m_dispatch.take(notice); }

    [[nodiscard]] ChannelBook &channels() { return m_channels; }
    [[nodiscard]] RouteBook &routes() { return m_routes; }
    [[nodiscard]] Deliveries &deliveries() { return m_deliveries; }
    [[nodiscard]] CommonSettings &settings() { return m_settings; }

    /// Handler: sends a message by a channel now. Errors: NotFound, Limited, Unavailable.
    QFuture<core::Reply> test(const core::Command &command);

private:
    static constexpr int mostTests = 4; ///< at once

    core::Clock &m_clock;
    core::Entropy &m_entropy;
    Courier m_courier;
    CommonSettings m_settings;
    Untaken m_untaken;
    Deliveries m_deliveries;
    ChannelBook m_channels;
    RouteBook m_routes;
    Dispatch m_dispatch;
    Openings m_openings;
    int m_tests = 0;
};

} // namespace alerts::channels
