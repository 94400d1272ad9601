// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/assistant.h"
#include "catalog/chatrooms.h"
#include "settings/listpanel.h"
#include "settings/records.h"

namespace settings {

/// A chat room, and to what of it the assistant listens.
struct Listening
{
    QString room;
    assistant::Hearing hearing = assistant::Hearing::Addressed;
};

/// The assistant, for administrators: whether a model phrases its answers, what that costs, and to what it
/// listens in which room.
class AssistantPanel final : public ListPanel
{
    Q_OBJECT
public:
    explicit AssistantPanel(client::Mirror &mirror, QWidget *parent = nullptr);

    void refresh() override;

private:
    static QList<Column<Listening>> columns();
    void take(const assistant::Settings &settings);
    void showRooms();
    void allowDeeds();
    void setUp();
    void test();
    void listen(assistant::Hearing hearing);

    Records<Listening> m_rooms;
    QStringList m_names; ///< of the rooms there are
    std::optional<assistant::Settings> m_settings;
    QAction *m_setUp;
    QAction *m_test;
    QMap<assistant::Hearing, QAction *> m_hearings;
};

} // namespace settings
