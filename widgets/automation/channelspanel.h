// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/channels.h"
#include "settings/listpanel.h"
#include "settings/records.h"

namespace automation {

/// By what people are told of alerts outside the window, and how each does.
class ChannelsPanel final : public settings::ListPanel
{
    Q_OBJECT
public:
    explicit ChannelsPanel(client::Channels &channels, QWidget *parent = nullptr);

    void refresh() override { m_channels.reload(); }
    /// Opens the form for a new one of that kind.
    void add(alerts::ChannelKind kind);

private:
    [[nodiscard]] QList<settings::Column<alerts::Channel>> columns() const;
    void follow();
    void chooseKind();
    void edit(const alerts::Channel &channel);
    void change();
    void test();
    void switchOver();
    void remove();
    void endLearning();
    void setAddress();
    void allowDeeds();

    client::Channels &m_channels;
    settings::Records<alerts::Channel> m_rows;
    QAction *m_learning;
    QAction *m_address;
    QAction *m_add;
    QAction *m_change;
    QAction *m_test;
    QAction *m_switch;
    QAction *m_remove;
};

} // namespace automation
