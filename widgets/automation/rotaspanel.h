// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/channels.h"
#include "settings/listpanel.h"
#include "settings/records.h"

namespace automation {

/// Who is on call in turns, and who is now.
class RotasPanel final : public settings::ListPanel
{
    Q_OBJECT
public:
    explicit RotasPanel(client::Channels &channels, QWidget *parent = nullptr);

    void refresh() override { m_channels.reload(); }

private:
    [[nodiscard]] static QList<settings::Column<alerts::Rota>> columns();
    void follow();
    void edit(const alerts::Rota &rota);
    void standIn();
    void escalate();
    void remove();
    void allowDeeds();

    client::Channels &m_channels;
    settings::Records<alerts::Rota> m_rows;
    QAction *m_add;
    QAction *m_escalate;
    QAction *m_change;
    QAction *m_standIn;
    QAction *m_remove;
};

} // namespace automation
