// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/manners.h"

#include <QAbstractTableModel>

namespace settings {

/// How each kind of happening is told, as a table of check boxes: a row each, and a column for each way
/// behind that of its title.
class TellingModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit TellingModel(client::Manners &manners, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

private:
    client::Manners &m_manners;
};

} // namespace settings
