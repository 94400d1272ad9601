// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/alerts.h"
#include "core/clock.h"
#include "shell/outside.h"

namespace shell {

/// Tells of alerts outside of the window, as far as somebody wants it. Together rather than one by one,
/// seldom rather than often, and not once it does not hold.
class PopUps final : public QObject
{
    Q_OBJECT
public:
    /// All of these outlive it. Without a desktop nothing pops up.
    PopUps(client::Alerts &alerts, Outside &outside, Desktop *desktop, core::Clock &clock,
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
    void forgetDone(QStringList &ids) const;

    client::Alerts &m_alerts;
    Outside &m_outside;
    Desktop *m_desktop;
    core::Clock &m_clock;
    QStringList m_waiting; ///< ids of those to be told of
    QStringList m_told;    ///< ids of those the pop-up is about
    std::unique_ptr<core::Timer> m_timer;
    std::unique_ptr<core::Timer> m_firing; ///< a timer is not gone while it fires
};

} // namespace shell
