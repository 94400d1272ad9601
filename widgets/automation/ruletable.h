// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/rules.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace automation {

/// The rules, one row each; a row keeps its rule while others come and go. Names are foreign texts, shown as
/// they are.
class RuleTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Severity, When, Now, Last, Noise, ColumnCount };
    /// What a column is sorted by.
    static constexpr int SortRole = Qt::UserRole;
    /// The id of the row's rule.
    static constexpr int IdRole = Qt::UserRole + 1;

    explicit RuleTable(client::Rules &rules, QObject *parent = nullptr);

    /// Takes what the list of rules holds now.
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// The box shows what the server has, so it is asked for and not set.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    /// Somebody wants it switched.
    void switchWanted(const QString &id, bool on);

private:
    [[nodiscard]] QString text(const RuleStanding &standing, int column) const;
    [[nodiscard]] QVariant sortValue(const RuleStanding &standing, int column) const;
    [[nodiscard]] QString noiseText(const RuleStanding &standing) const;
    [[nodiscard]] QString noiseSentence(const RuleStanding &standing) const;
    [[nodiscard]] QString spoken(const RuleStanding &standing) const;

    client::Rules &m_rules;
    QList<RuleStanding> m_rows;
};

/// Those rows that hold every word that was typed, in whatever column.
class RuleFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit RuleFilter(QObject *parent = nullptr);

    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
};

} // namespace automation
