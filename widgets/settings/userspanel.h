// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/departments.h"
#include "settings/listpanel.h"
#include "settings/records.h"

#include <QMap>

namespace settings {

/// The accounts of a server, for administrators.
class UsersPanel final : public ListPanel
{
    Q_OBJECT
public:
    explicit UsersPanel(client::Mirror &mirror, QWidget *parent = nullptr);

    void refresh() override;

private:
    [[nodiscard]] QList<Column<identity::User>> columns() const;
    [[nodiscard]] QString departmentsOf(const identity::User &user) const;
    void buildDeeds();
    void allowDeeds();
    void hear(const QList<core::Event> &events);
    void add();
    void givePassword(const identity::User &user);
    void changeRole(const identity::User &user);
    void limit(const identity::User &user);
    void showSignIns(const identity::User &user);
    void takeCodesOff(const identity::User &user);

    Records<identity::User> m_users;
    QList<usage::Department> m_departments;
    QMap<QString, int> m_signIns; ///< how often each is signed in
    bool m_areSignInsKnown = false;
    QAction *m_password = nullptr;
    QAction *m_role = nullptr;
    QAction *m_limit = nullptr;
    QAction *m_shown = nullptr;
    QAction *m_codes = nullptr;
    QAction *m_switch = nullptr;
};

} // namespace settings
