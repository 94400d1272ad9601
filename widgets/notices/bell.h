// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/notices.h"

#include <QToolButton>

namespace notices {

/// The button that opens the notifications, with how many are unread.
class Bell final : public QToolButton
{
    Q_OBJECT
public:
    explicit Bell(client::Notices &notices, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    client::Notices &m_notices;
};

} // namespace notices
