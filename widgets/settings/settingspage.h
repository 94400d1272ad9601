// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/mirror.h"

#include <QWidget>

class QStackedWidget;

namespace kit {
class Label;
class Segmented;
} // namespace kit

namespace settings {

/// Accounts, tokens, departments, networks and the assistant of the server, and one's own account. Who may
/// not change the others is shown the last alone, and why.
class SettingsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPage(client::Mirror &mirror, QWidget *parent = nullptr);

    /// Shows the tab of that id: users, tokens, departments, networks, credentials, assistant, account or one
    /// that was added. False when it is not there.
    bool showTab(const QString &id);
    [[nodiscard]] QString tab() const;
    /// Puts a panel at the end that everybody may see.
    void addPanel(const QString &id, const QString &title, QWidget *panel);

private:
    struct Tab
    {
        QString id;
        QString title;
        QWidget *panel;
        bool isForAdmins;
    };

    void addTab(const Tab &tab);
    void refresh();
    void turnTo(const QString &id);
    [[nodiscard]] bool isShown(const Tab &tab) const;

    client::Mirror &m_mirror;
    QList<Tab> m_tabs;
    QStringList m_shown; ///< ids, as they stand
    kit::Segmented *m_choice;
    kit::Label *m_why;
    QStackedWidget *m_stack;
    bool m_isChosen = false; ///< somebody wanted the tab that is shown
};

} // namespace settings
