// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertcommands.h"
#include "catalog/presence.h"
#include "client/facts.h"
#include "client/mirror.h"

#include <QStatusBar>

#include <array>

class QMenu;

namespace kit {
class Badge;
} // namespace kit

namespace shell {

class StripItem;

/// The strip at the foot of the window: the connection, how the server does, and who is signed in.
class StatusStrip final : public QStatusBar
{
    Q_OBJECT
public:
    explicit StatusStrip(client::Mirror &mirror, QWidget *parent = nullptr);

    /// What can be done about who is signed in; opens above the name at the end.
    void setUserMenu(QMenu &menu);
    /// How many scans run, and how much of them is done, 0–100; none: the item is gone.
    void setTasks(int count, double progress);
    /// How many alerts of each severity are open, and how many are silenced.
    void setAlerts(const alerts::AlertCounts &counts);
    /// As others see whoever is signed in; nothing: they do not.
    void setPresence(const std::optional<identity::Availability> &seen);
    /// Until when nothing pops up; nothing: it does.
    void setQuiet(const std::optional<QDateTime> &until, const QDateTime &now);
    /// Whom the strip names, and the role; "Not signed in" where nobody is.
    [[nodiscard]] QString userText() const;
    /// Everything the strip knows, for the inspector.
    [[nodiscard]] client::Facts facts() const;

Q_SIGNALS:
    void selected(const client::FactSource &source);
    /// Who is connected was asked for, or what they hear.
    void clientsWanted();
    void eventsWanted();
    void tasksWanted();
    /// The alerts that pass a filter were asked for.
    void alertsWanted(const QString &filter);
    void quietEndWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    StripItem *item(const QString &name);
    void buildAlerts();
    void refresh();
    void refreshState();
    void refreshServer();
    void refreshUser();
    [[nodiscard]] QString userName() const;

    client::Mirror &m_mirror;
    QWidget *m_sheet;
    StripItem *m_state;
    StripItem *m_clients;
    StripItem *m_rate;
    StripItem *m_queue;
    StripItem *m_storage;
    StripItem *m_tasks;
    std::array<StripItem *, 4> m_severities{}; ///< critical first
    StripItem *m_silenced;
    StripItem *m_quiet;
    StripItem *m_user;
    kit::Badge *m_remote;
    QList<double> m_rates;
    std::optional<identity::Availability> m_presence;
};

} // namespace shell
