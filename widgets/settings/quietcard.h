// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/manners.h"
#include "kit/card.h"

#include <array>

class QCheckBox;
class QPushButton;
class QTimeEdit;

namespace settings {

/// The hours of each weekday in which nothing pops up, and what is quiet just now.
class QuietCard final : public kit::Card
{
    Q_OBJECT
public:
    explicit QuietCard(client::Manners &manners, QWidget *parent = nullptr);

private:
    struct Row
    {
        QCheckBox *isOn;
        QTimeEdit *from;
        QTimeEdit *until;
    };

    void buildDays();
    void refresh();
    void refreshState();
    void keep();

    client::Manners &m_manners;
    std::array<Row, 7> m_rows{}; ///< Monday first
    QCheckBox *m_critical;
    kit::Label *m_state;
    QPushButton *m_end;
    bool m_isRefreshing = false;
};

} // namespace settings
