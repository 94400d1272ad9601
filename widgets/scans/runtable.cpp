// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/runtable.h"

#include "client/mirror.h"
#include "kit/format.h"
#include "kit/glyph.h"
#include "scans/words.h"

#include <algorithm>

namespace scans {

namespace {
namespace format = kit::format;

bool isNumber(int column)
{
    return column == RunTable::Devices || column == RunTable::Ports || column == RunTable::Duration;
}
} // namespace

RunTable::RunTable(client::Scans &scans, QObject *parent) : QAbstractTableModel(parent), m_scans(scans) {}

void RunTable::refresh()
{
    QList<network::ScanRun> over;
    std::copy_if(m_scans.all().begin(), m_scans.all().end(), std::back_inserter(over),
                 [](const network::ScanRun &run) { return run.status != network::ScanState::Running; });
    const auto holds = [](const QList<network::ScanRun> &runs, const QString &id) {
        return std::any_of(runs.begin(), runs.end(),
                           [&](const network::ScanRun &run) { return run.scanId == id; });
    };
    for (int row = int(m_runs.size()) - 1; row >= 0; --row) {
        if (holds(over, m_runs[row].scanId))
            continue;
        beginRemoveRows({}, row, row);
        m_runs.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < over.size(); ++row) {
        if (row < m_runs.size() && m_runs[row].scanId == over[row].scanId) {
            m_runs[row] = over[row];
            continue;
        }
        beginInsertRows({}, row, row);
        m_runs.insert(row, over[row]);
        endInsertRows();
    }
    if (!m_runs.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_runs.size()) - 1, ColumnCount - 1));
}

int RunTable::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_runs.size()); }

int RunTable::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString RunTable::text(const network::ScanRun &run, int column) const
{
    switch (column) {
    case When:
        return words::day(run.startedAt, m_scans.mirror().serverNow());
    case Type:
        return words::typeTitle(run.scanType);
    case Target:
        return words::target(run);
    case Who:
        return run.startedBy.isEmpty() ? format::none() : run.startedBy;
    case State:
        return words::stateTitle(run.status);
    case Devices:
        return format::count(run.devices);
    case Ports:
        return run.scanType == network::ScanType::Discovery ? format::none() : format::count(run.openPorts);
    case Duration:
        return format::duration(qint64(m_scans.elapsed(run) * 1000));
    default:
        return words::outcome(run);
    }
}

QVariant RunTable::sortValue(const network::ScanRun &run, int column) const
{
    switch (column) {
    case When:
        return run.startedAt;
    case Devices:
        return run.devices;
    case Ports:
        return run.openPorts;
    case Duration:
        return m_scans.elapsed(run);
    case Outcome:
        return run.added + run.removed + run.changed;
    default:
        return text(run, column);
    }
}

QString RunTable::tooltip(const network::ScanRun &run, int column) const
{
    if (column == When)
        return format::exactTime(run.startedAt.toMSecsSinceEpoch());
    if (column == State || column == Outcome)
        return format::tooltip(run.message);
    return format::tooltip(column == Target ? words::title(run) : text(run, column));
}

QString RunTable::spoken(const network::ScanRun &run) const
{
    return tr("%1, %2, %3, %4, %5", "when, what, how it ended, what it found, what changed")
        .arg(text(run, When), words::title(run), words::stateTitle(run.status), words::counts(run),
             words::outcome(run));
}

QVariant RunTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const network::ScanRun &run = m_runs[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(run, index.column());
    case SortRole:
        return sortValue(run, index.column());
    case IdRole:
        return run.scanId;
    case Qt::ToolTipRole:
        return tooltip(run, index.column());
    case Qt::DecorationRole:
        return index.column() == State ? QVariant(kit::glyphIcon(words::statusOf(run.status))) : QVariant();
    case Qt::TextAlignmentRole:
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return index.column() == When ? QVariant(spoken(run)) : QVariant();
    default:
        return {};
    }
}

QVariant RunTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Outcome)
        return tr("What is not as it was in the run before of the same type and target; or why it did not "
                  "get so far");
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Started"), tr("Type"),  tr("Target"), tr("By"),     tr("Result"),
                             tr("Devices"), tr("Ports"), tr("Took"),   tr("Changes")};
    return titles.value(section);
}

RunFilter::RunFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(RunTable::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
}

void RunFilter::setText(const QString &text)
{
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool RunFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    QString all;
    for (int column = 0; column < RunTable::ColumnCount; ++column)
        all += sourceModel()->index(row, column, parent).data().toString() + QLatin1Char('\n');
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace scans
