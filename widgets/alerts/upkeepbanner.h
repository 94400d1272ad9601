// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/upkeep.h"

#include <QSet>
#include <QWidget>

namespace kit {
class Banner;
} // namespace kit

namespace alerts {

/// The strip above the page while maintenance runs or is about to begin, until
/// somebody closes it.
class UpkeepBanner final : public QWidget
{
    Q_OBJECT
public:
    UpkeepBanner(client::Mirror &mirror, core::Clock &clock, QWidget *parent = nullptr);

    /// What it says; empty while it is hidden.
    [[nodiscard]] const QString &text() const { return m_text; }

Q_SIGNALS:
    void calendarWanted();

private:
    void refresh();
    void close();
    [[nodiscard]] QList<MaintenanceWindow> waiting(const QDateTime &now) const;

    client::Mirror &m_mirror;
    client::Upkeep m_upkeep;
    kit::Banner *m_banner;
    QString m_text;
    QString m_shown;        ///< the occurrence it speaks of
    QSet<QString> m_closed; ///< occurrences of which nobody wants to hear
    std::unique_ptr<core::Timer> m_timer;
};

} // namespace alerts
