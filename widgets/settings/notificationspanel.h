// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/manners.h"

#include <QWidget>

class QTableView;

namespace kit {
class Card;
class Segmented;
} // namespace kit

namespace settings {

class TellingModel;

/// What this window tells its person, how, and when not. It is theirs alone: the server knows nothing of it.
class NotificationsPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit NotificationsPanel(client::Manners &manners, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Somebody wants to see, or hear, what being told so is like.
    void testWanted(client::Way way);

private:
    kit::Card *matrixCard();
    void buildTable();
    void refresh();

    client::Manners &m_manners;
    TellingModel *m_model;
    kit::Segmented *m_presets;
    QTableView *m_table;
};

} // namespace settings
