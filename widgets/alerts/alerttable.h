// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/alertfilter.h"
#include "alerts/alertpart.h"
#include "client/alerts.h"

#include <QAbstractTableModel>
#include <QSet>

namespace alerts {

/// The alerts as rows, and below those that are opened up what is folded into them. What changes is shown
/// where it stands; order and number of the rows change only when somebody settles them, so that nothing
/// moves under the pointer.
class AlertTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    AlertTable(client::Alerts &alerts, client::Devices &devices, QObject *parent = nullptr);

    void setFilter(AlertFilter filter);
    void setPart(AlertPart part);
    /// The server's time, for what is said as "2 min".
    void setNow(const QDateTime &now);
    /// Sorts and filters anew.
    void settle();
    /// True when settling would change what is shown.
    [[nodiscard]] bool isUnsettled() const { return m_isUnsettled; }
    /// How many alerts that were not there before wait to be shown.
    [[nodiscard]] int waiting() const { return m_waiting; }

    [[nodiscard]] AlertPart part() const { return m_part; }
    [[nodiscard]] const AlertFilter &filter() const { return m_filter; }
    [[nodiscard]] int countOf(AlertPart part) const;
    [[nodiscard]] const AlertSetting &setting() const { return m_setting; }
    [[nodiscard]] const Alert &at(int row) const;
    /// -1: not shown.
    [[nodiscard]] int rowOf(const QString &id) const;
    [[nodiscard]] bool isChild(int row) const { return m_shown[size_t(row)].isChild; }
    [[nodiscard]] bool isOpenedUp(int row) const;
    /// Whether there is something below it to be shown.
    [[nodiscard]] bool isParent(int row) const;
    void openUp(int row, bool isOpen);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /// How many there are of each part is not as it was, or settling would change something.
    void countsChanged();

private:
    struct Row
    {
        int place;
        bool isChild;
    };

    void load();
    void hear(const QList<int> &places);
    void arrange();
    void fill();
    void show();
    void tell(const std::vector<int> &rows);
    [[nodiscard]] const Alert &alertAt(int place) const { return m_alerts.all()[size_t(place)]; }
    [[nodiscard]] bool isOfPart(const Alert &alert) const;
    [[nodiscard]] bool passes(int place) const;
    /// Whether a row of its own stands for it when all is settled.
    [[nodiscard]] bool isWanted(int place) const;

    client::Alerts &m_alerts;
    AlertSetting m_setting;
    AlertFilter m_filter;
    AlertPart m_part = AlertPart::Open;
    std::vector<int> m_order; ///< places of those that stand for themselves, sorted
    QHash<QString, std::vector<int>> m_children;
    QSet<QString> m_opened; ///< ids of those that are opened up
    std::vector<Row> m_shown;
    std::vector<int> m_shownAt;              ///< by place; -1: not shown
    mutable std::vector<QByteArray> m_texts; ///< by place, made when they are first looked at
    int m_waiting = 0;
    AlertColumn m_column = AlertColumn::Severity;
    Qt::SortOrder m_sorting = Qt::DescendingOrder;
    bool m_isUnsettled = false;
};

} // namespace alerts
