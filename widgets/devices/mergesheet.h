// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/inventory.h"

#include <QDialog>

class QListWidget;

namespace devices {

/// Asks which of several devices is the one they all are.
class MergeSheet final : public QDialog
{
    Q_OBJECT
public:
    explicit MergeSheet(const QList<network::Entry> &devices, QWidget *parent = nullptr);

    /// The id of the one that stays.
    [[nodiscard]] QString chosen() const;

private:
    QListWidget *m_list;
};

} // namespace devices
