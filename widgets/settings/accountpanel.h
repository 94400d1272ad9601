// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/mirror.h"

#include <QWidget>

class QPushButton;
class QStackedLayout;

namespace kit {
class EmptyState;
class Label;
} // namespace kit

namespace settings {

/// One's own account: who one is, the password, the one-time codes and where one is signed in.
class AccountPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit AccountPanel(client::Mirror &mirror, QWidget *parent = nullptr);

private:
    QWidget *identityCard();
    QWidget *passwordCard();
    QWidget *codesCard();
    void refresh();
    void changePassword();
    void setCodes();
    void open(QDialog *dialog);

    client::Mirror &m_mirror;
    QStackedLayout *m_stack;
    kit::EmptyState *m_nothing;
    kit::Label *m_name;
    kit::Label *m_role;
    kit::Label *m_departments;
    kit::Label *m_codes;
    QPushButton *m_setCodes;
};

} // namespace settings
