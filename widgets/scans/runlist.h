// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/scans.h"

#include <QWidget>

class QVBoxLayout;

namespace scans {

class RunRow;

/// All scans that run, one row each; a row stays where it is while others come and go.
class RunList final : public QWidget
{
    Q_OBJECT
public:
    RunList(client::Scans &scans, core::Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] int count() const { return int(m_rows.size()); }

Q_SIGNALS:
    void detailsWanted(const QString &id);
    void refused(const QString &why);

private:
    void refresh();
    void tick();

    client::Scans &m_scans;
    core::Clock &m_clock;
    QVBoxLayout *m_column;
    QList<RunRow *> m_rows;
    std::unique_ptr<core::Timer> m_tick; ///< while something runs
};

} // namespace scans
