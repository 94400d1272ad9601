// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/alertcolumns.h"

#include <QAbstractTableModel>

class QTableView;

namespace alerts {

/// A few alerts beside another one: those that are a part of it, or about the same device.
class RelatedTable final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit RelatedTable(QObject *parent);

    void show(const QList<Alert> &alerts, const AlertSetting &setting);
    [[nodiscard]] const QList<Alert> &alerts() const { return m_alerts; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Alert> m_alerts;
    AlertSetting m_setting;
};

/// A view of it with no more room than a few rows need.
[[nodiscard]] QTableView *viewOf(RelatedTable &table, const QString &name);

} // namespace alerts
