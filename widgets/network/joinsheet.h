// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/inventory.h"
#include "catalog/topology.h"

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace network {

/// Asks what kind of link somebody draws, and where it is plugged in.
class JoinSheet final : public QDialog
{
    Q_OBJECT
public:
    JoinSheet(const Entry &from, const Entry &to, QWidget *parent = nullptr);

    [[nodiscard]] SetLink wish() const;

private:
    [[nodiscard]] static QLineEdit *portLine();

    SetLink m_wish;
    QComboBox *m_kind;
    QLineEdit *m_fromPort;
    QLineEdit *m_toPort;
};

} // namespace network
