// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/clients.h"

#include <QDialog>

class QLineEdit;

namespace server {

/// Asks once more before a connection is closed: whose it is, and what the client is told.
class CloseSheet final : public QDialog
{
    Q_OBJECT
public:
    explicit CloseSheet(const session::Client &client, QWidget *parent = nullptr);

    [[nodiscard]] QString reason() const;

private:
    QLineEdit *m_reason;
};

} // namespace server
