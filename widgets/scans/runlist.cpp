// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/runlist.h"

#include "kit/tokens.h"
#include "scans/runrow.h"

#include <QVBoxLayout>

namespace scans {

RunList::RunList(client::Scans &scans, core::Clock &clock, QWidget *parent)
    : QWidget(parent), m_scans(scans), m_clock(clock), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(kit::tokens::Space3);
    connect(&scans, &client::Scans::changed, this, &RunList::refresh);
    refresh();
}

void RunList::refresh()
{
    const QList<network::ScanRun> running = m_scans.running();
    for (qsizetype i = m_rows.size() - 1; i >= 0; --i) {
        const bool isThere = std::any_of(running.begin(), running.end(), [&](const network::ScanRun &run) {
            return run.scanId == m_rows[i]->id();
        });
        if (!isThere) {
            m_rows[i]->hide();
            m_rows.takeAt(i)->deleteLater();
        }
    }
    for (qsizetype i = 0; i < running.size(); ++i) {
        if (i < m_rows.size() && m_rows[i]->id() == running[i].scanId)
            continue;
        auto *row = new RunRow(m_scans, running[i].scanId);
        connect(row, &RunRow::detailsWanted, this, &RunList::detailsWanted);
        connect(row, &RunRow::refused, this, &RunList::refused);
        m_rows.insert(i, row);
        m_column->insertWidget(int(i), row);
    }
    tick();
    if (m_rows.isEmpty())
        m_tick = nullptr;
    else if (!m_tick)
        m_tick = m_clock.every(std::chrono::seconds(1), [this] { tick(); });
}

void RunList::tick()
{
    for (RunRow *row : std::as_const(m_rows))
        row->refresh();
}

} // namespace scans
