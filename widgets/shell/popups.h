// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/alerts.h"
#include "core/clock.h"
#include "shell/desktop.h"

#include <functional>

namespace shell {

/// Tells of alerts outside of the window: critical ones always, those of high severity while the window is
/// not looked at. Together rather than one by one, seldom rather than often, and not once it does not hold.
class PopUps final : public QObject
{
    Q_OBJECT
public:
    /// All of these outlive it.
    PopUps(client::Alerts &alerts, Desktop &desktop, core::Clock &clock, std::function<bool()> isLookedAt,
           QObject *parent = nullptr);
    ~PopUps() override;

Q_SIGNALS:
    void alertWanted(const QString &id);
    void listWanted();
    void acknowledgeWanted(const QStringList &ids);

private:
    void hear(const alerts::Alert &alert);
    void say();
    void look();
    /// How long until another one may be shown.
    [[nodiscard]] std::chrono::milliseconds untilNext() const;
    void forgetDone(QStringList &ids) const;

    client::Alerts &m_alerts;
    Desktop &m_desktop;
    core::Clock &m_clock;
    std::function<bool()> m_isLookedAt;
    QStringList m_waiting;                      ///< ids of those to be told of
    QStringList m_told;                         ///< ids of those the pop-up is about
    QList<std::chrono::milliseconds> m_shownAt; ///< the latest ones
    std::unique_ptr<core::Timer> m_timer;
    std::unique_ptr<core::Timer> m_firing; ///< a timer is not gone while it fires
};

} // namespace shell
