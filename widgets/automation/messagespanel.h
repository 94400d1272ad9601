// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/channels.h"
#include "settings/listpanel.h"
#include "settings/records.h"

namespace automation {

/// What was sent: first what was given up, then what waits, then what arrived.
class MessagesPanel final : public settings::ListPanel
{
    Q_OBJECT
public:
    explicit MessagesPanel(client::Channels &channels, QWidget *parent = nullptr);

    void refresh() override { m_channels.reload(); }

private:
    [[nodiscard]] QList<settings::Column<alerts::Delivery>> columns() const;
    void follow();
    void sendAllAgain();
    void drop();
    void allowDeeds();

    client::Channels &m_channels;
    settings::Records<alerts::Delivery> m_rows;
    QAction *m_all;
    QAction *m_again;
    QAction *m_drop;
};

} // namespace automation
