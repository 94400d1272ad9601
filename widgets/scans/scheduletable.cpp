// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/scheduletable.h"

#include "kit/format.h"
#include "kit/glyph.h"
#include "scans/words.h"

namespace scans {

namespace {
namespace format = kit::format;
} // namespace

ScheduleTable::ScheduleTable(client::Scans &scans, QObject *parent)
    : QAbstractTableModel(parent), m_scans(scans)
{
}

void ScheduleTable::setSchedules(const QList<network::Schedule> &schedules)
{
    beginResetModel();
    m_schedules = schedules;
    endResetModel();
}

const network::Schedule *ScheduleTable::at(int row) const
{
    return row >= 0 && row < m_schedules.size() ? &m_schedules[row] : nullptr;
}

int ScheduleTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_schedules.size());
}

int ScheduleTable::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString ScheduleTable::text(const network::Schedule &schedule, int column) const
{
    switch (column) {
    case Name:
        return schedule.displayName;
    case What: {
        network::ScanRun run;
        run.scanType = schedule.scanType;
        run.target = schedule.target;
        run.intensity = schedule.options.scanIntensity;
        run.ports = schedule.options.ports;
        return words::title(run);
    }
    case When:
        return schedule.when;
    case Next:
        if (!schedule.isEnabled)
            return tr("switched off");
        return schedule.nextAt ? QLocale().toString(schedule.nextAt->toLocalTime(), QLocale::ShortFormat)
                               : format::none();
    default: {
        const network::ScanRun *run = m_scans.find(schedule.lastScan);
        if (run == nullptr)
            return format::none();
        return QStringLiteral("%1 · %2").arg(words::day(run->startedAt, m_scans.mirror().serverNow()),
                                             words::stateTitle(run->status));
    }
    }
}

QVariant ScheduleTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const network::Schedule &schedule = m_schedules[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(schedule, index.column());
    case Qt::ToolTipRole:
        return format::tooltip(text(schedule, index.column()));
    case Qt::DecorationRole:
        if (index.column() != Name)
            return {};
        return kit::glyphIcon(schedule.isEnabled ? kit::Status::Ok : kit::Status::Paused);
    case Qt::AccessibleTextRole:
        if (index.column() != Name)
            return {};
        return tr("%1: %2, repeated %3, next %4")
            .arg(schedule.displayName, text(schedule, What), schedule.when, text(schedule, Next));
    default:
        return {};
    }
}

QVariant ScheduleTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Name"), tr("What"), tr("Repeated"), tr("Next"), tr("Last")};
    return titles.value(section);
}

} // namespace scans
