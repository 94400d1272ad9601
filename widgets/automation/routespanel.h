// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/channels.h"
#include "settings/listpanel.h"
#include "settings/records.h"

namespace automation {

/// Which alerts go to whom, in the order that is looked at.
class RoutesPanel final : public settings::ListPanel
{
    Q_OBJECT
public:
    explicit RoutesPanel(client::Channels &channels, QWidget *parent = nullptr);

    void refresh() override { m_channels.reload(); }

private:
    [[nodiscard]] QList<settings::Column<alerts::Route>> columns();
    void follow();
    void edit(const alerts::Route &route);
    void move(int by);
    void send(QList<alerts::SetRoute> commands);
    void remove();
    void allowDeeds();

    client::Channels &m_channels;
    settings::Records<alerts::Route> m_rows;
    QAction *m_add;
    QAction *m_change;
    QAction *m_up;
    QAction *m_down;
    QAction *m_remove;
};

} // namespace automation
