// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/processmodel.h"

#include "kit/format.h"

#include <QLocale>

namespace overview {

namespace {

qsizetype placeOf(const QList<metrics::Process> &processes, int pid)
{
    for (qsizetype i = 0; i < processes.size(); ++i) {
        if (processes[i].pid == pid)
            return i;
    }
    return -1;
}

} // namespace

void ProcessModel::removeGone(const QList<metrics::Process> &processes)
{
    for (int row = int(m_processes.size()) - 1; row >= 0; --row) {
        if (placeOf(processes, m_processes[row].pid) >= 0)
            continue;
        beginRemoveRows({}, row, row);
        m_processes.removeAt(row);
        endRemoveRows();
    }
}

void ProcessModel::sortAs(const QList<metrics::Process> &processes)
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &index : before)
        after << this->index(int(placeOf(processes, m_processes[index.row()].pid)), index.column());
    m_processes = processes;
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void ProcessModel::setProcesses(const QList<metrics::Process> &processes)
{
    removeGone(processes);
    for (const metrics::Process &process : processes) {
        if (const qsizetype place = placeOf(m_processes, process.pid); place >= 0) {
            m_processes[place] = process;
            continue;
        }
        const int row = int(m_processes.size());
        beginInsertRows({}, row, row);
        m_processes.append(process);
        endInsertRows();
    }
    if (!m_isHeld && m_processes.size() == processes.size())
        sortAs(processes);
    if (!m_processes.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_processes.size()) - 1, ColumnCount - 1));
}

int ProcessModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_processes.size());
}

int ProcessModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString ProcessModel::text(const metrics::Process &process, int column) const
{
    const QLocale locale;
    switch (column) {
    case Name:
        return process.name;
    case User:
        return process.user;
    case Pid:
        return QString::number(process.pid);
    case Cpu:
        return locale.toString(process.cpuPercent, 'f', 1);
    default:
        return kit::format::memory(double(process.memory));
    }
}

QVariant ProcessModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const metrics::Process &process = m_processes[index.row()];
    if (role == Qt::DisplayRole)
        return text(process, index.column());
    if (role == Qt::TextAlignmentRole && index.column() >= Pid)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == Name)
        return kit::format::tooltip(process.name);
    if (role == Qt::AccessibleTextRole && index.column() == Name)
        return tr("%1, process %2 of %3, %4 % of a core, %5")
            .arg(process.name, QString::number(process.pid), process.user, text(process, Cpu),
                 text(process, Memory));
    return {};
}

QVariant ProcessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section >= Pid ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Cpu)
        return tr("Share of one processor core since the last reading");
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Program"), tr("User"), tr("PID"), tr("CPU %"), tr("Memory")};
    return titles.value(section);
}

} // namespace overview
