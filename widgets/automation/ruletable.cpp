// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/ruletable.h"

#include "automation/rulewords.h"
#include "kit/format.h"
#include "kit/glyph.h"

#include <QLocale>

#include <algorithm>

namespace automation {

namespace {
namespace format = kit::format;
constexpr qint64 mostCame = 1'000'000;

kit::Status statusOf(const RuleStanding &standing)
{
    if (!standing.rule.isEnabled)
        return kit::Status::Paused;
    if (standing.firing > 0)
        return kit::statusOfSeverity(standing.rule.severity);
    return standing.fault.isEmpty() ? kit::Status::Ok : kit::Status::Medium;
}
} // namespace

RuleTable::RuleTable(client::Rules &rules, QObject *parent) : QAbstractTableModel(parent), m_rules(rules) {}

void RuleTable::refresh()
{
    const QList<RuleStanding> &now = m_rules.all();
    const bool isSame =
        std::equal(now.begin(), now.end(), m_rows.begin(), m_rows.end(),
                   [](const auto &one, const auto &other) { return one.rule.id == other.rule.id; });
    if (!isSame)
        beginResetModel();
    m_rows = now;
    if (!isSame)
        endResetModel();
    else if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int RuleTable::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

int RuleTable::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString RuleTable::text(const RuleStanding &standing, int column) const
{
    switch (column) {
    case Name:
        return standing.rule.name;
    case Severity:
        return words::severity(standing.rule.severity);
    case When:
        return words::condition(standing.rule);
    case Now:
        return words::standing(standing);
    case Noise:
        return noiseText(standing);
    default:
        return standing.firedAt ? format::ago(standing.firedAt->toMSecsSinceEpoch(),
                                              m_rules.mirror().serverNow().toMSecsSinceEpoch())
                                : tr("never");
    }
}

QVariant RuleTable::sortValue(const RuleStanding &standing, int column) const
{
    switch (column) {
    case Severity:
        return standing.rule.severity;
    case Now: // what fires most, then what cannot, then what is well, then what is off
        return standing.rule.isEnabled ? standing.firing * 10 + (standing.pending > 0       ? 3
                                                                 : standing.fault.isEmpty() ? 1
                                                                                            : 2)
                                       : 0;
    case Last:
        return standing.firedAt ? standing.firedAt->toMSecsSinceEpoch() : qint64(0);
    case Noise: { // what nobody looks at is the loudest
        const alerts::AlertFigures noise = m_rules.noiseOf(standing.rule.id);
        return qint64(noise.ignored) * mostCame + std::min<qint64>(noise.came, mostCame - 1);
    }
    default:
        return text(standing, column);
    }
}

QString RuleTable::noiseText(const RuleStanding &standing) const
{
    const alerts::AlertFigures noise = m_rules.noiseOf(standing.rule.id);
    if (noise.came == 0)
        return format::none();
    const QString came = tr("%1×", "how often").arg(QLocale().toString(noise.came));
    return noise.ignored == 0 ? came : tr("%1, %2 ignored").arg(came, QLocale().toString(noise.ignored));
}

QString RuleTable::noiseSentence(const RuleStanding &standing) const
{
    const alerts::AlertFigures noise = m_rules.noiseOf(standing.rule.id);
    return tr("It fired %n time(s) in %1 days.", nullptr, noise.came).arg(client::Rules::noiseDays) +
           QLatin1Char(' ') + tr("%n of them were over before anybody saw to them.", nullptr, noise.ignored);
}

QString RuleTable::spoken(const RuleStanding &standing) const
{
    return tr("%1, %2, %3: %4, last fired %5", "rule, severity, condition: what it does")
               .arg(standing.rule.name, text(standing, Severity), text(standing, When), text(standing, Now),
                    text(standing, Last)) +
           QLatin1String(". ") + noiseSentence(standing);
}

QVariant RuleTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RuleStanding &standing = m_rows[index.row()];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(standing, column);
    case SortRole:
        return sortValue(standing, column);
    case IdRole:
        return standing.rule.id;
    case Qt::CheckStateRole:
        return column == Name ? QVariant(standing.rule.isEnabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::DecorationRole:
        if (column == Severity)
            return kit::glyphIcon(kit::statusOfSeverity(standing.rule.severity));
        return column == Now ? QVariant(kit::glyphIcon(statusOf(standing))) : QVariant();
    case Qt::ToolTipRole:
        if (column == Last && standing.firedAt)
            return format::tooltip(format::exactTime(standing.firedAt->toMSecsSinceEpoch()));
        if (column == Noise)
            return format::tooltip(noiseSentence(standing));
        return format::tooltip(column == When ? standing.rule.condition : text(standing, column));
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return column == Name ? QVariant(spoken(standing)) : QVariant();
    default:
        return {};
    }
}

QVariant RuleTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("Rule"), tr("Severity"),   tr("When"),
                             tr("Now"),  tr("Last fired"), tr("In %1 days").arg(client::Rules::noiseDays)};
    return titles.value(section);
}

Qt::ItemFlags RuleTable::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool isBox = index.isValid() && index.column() == Name && m_rules.whyNotSet().isEmpty();
    return isBox ? flags | Qt::ItemIsUserCheckable : flags;
}

bool RuleTable::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    Q_EMIT switchWanted(m_rows[index.row()].rule.id, value.toInt() == Qt::Checked);
    return true;
}

RuleFilter::RuleFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(RuleTable::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
}

void RuleFilter::setText(const QString &text)
{
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool RuleFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    QString all;
    for (int column = 0; column < RuleTable::ColumnCount; ++column)
        all += sourceModel()->index(row, column, parent).data().toString() + QLatin1Char('\n');
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace automation
