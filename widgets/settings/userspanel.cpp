// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/userspanel.h"

#include "catalog/onetimecodes.h"
#include "catalog/signins.h"
#include "client/role.h"
#include "kit/glyph.h"
#include "kit/tokens.h"
#include "settings/formdialog.h"
#include "settings/signinsdialog.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>

namespace settings {

namespace {

constexpr int longestUser = 64;
constexpr int longestDisplayName = 128;
constexpr int longestEmail = 254;
constexpr int departmentListHeight = 180;

/// Every department as a row that can be ticked, and what the account is limited to beyond them.
QListWidget *departmentList(const QList<usage::Department> &departments, const QStringList &chosen)
{
    auto *list = new QListWidget;
    list->setMinimumHeight(departmentListHeight);
    const auto add = [&](const QString &name, const QString &id) {
        auto *item = new QListWidgetItem(name, list);
        item->setData(Qt::UserRole, id);
        item->setSizeHint({0, kit::tokens::RowCompact});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(id) ? Qt::Checked : Qt::Unchecked);
    };
    QStringList unknown = chosen;
    for (const usage::Department &department : departments) {
        add(department.name, department.id);
        unknown.removeAll(department.id);
    }
    for (const QString &id : std::as_const(unknown))
        add(id, id);
    return list;
}

QStringList tickedIn(const QListWidget &list)
{
    QStringList ids;
    for (int row = 0; row < list.count(); ++row) {
        if (list.item(row)->checkState() == Qt::Checked)
            ids << list.item(row)->data(Qt::UserRole).toString();
    }
    return ids;
}

} // namespace

UsersPanel::UsersPanel(client::Mirror &mirror, QWidget *parent)
    : ListPanel(mirror, tr("Users"), parent), m_users(&identity::User::id, columns(), this)
{
    explain(tr("Who may sign in to this server, and what each may do."));
    setEmptyText(tr("Nobody has an account yet. The administrator at this computer needs none; everybody "
                    "who signs in from elsewhere does."));
    connect(addMaker(tr("&Add user…")), &QAction::triggered, this, &UsersPanel::add);
    buildDeeds();
    setModel(m_users);
    connect(this, &ListPanel::rowChanged, this, &UsersPanel::allowDeeds);
    connect(&link(), &client::Link::eventsReceived, this, &UsersPanel::hear);
    link().subscribe({QLatin1String(identity::AccountChanged::topic)});
    allowDeeds();
}

QList<Column<identity::User>> UsersPanel::columns() const
{
    using identity::User;
    return {
        {tr("User"), [](const User &user) { return user.username; }},
        {tr("Name"), [](const User &user) { return user.displayName; }},
        {tr("Role"), [](const User &user) { return client::roleTitle(user.role); },
         [](const User &user) { return client::roleSentence(user.role); }},
        {tr("Departments"), [this](const User &user) { return departmentsOf(user); }},
        {tr("Code (2FA)"), [](const User &user) { return user.needsCode ? tr("required") : tr("none"); },
         [](const User &user) {
             return user.needsCode ? tr("Signing in needs a one-time code.")
                                   : tr("Name and password are enough to sign in.");
         }},
        {tr("Sign-ins"),
         [this](const User &user) {
             return m_areSignInsKnown ? kit::format::count(m_signIns.value(user.username))
                                      : kit::format::none();
         },
         [this](const User &) {
             return m_areSignInsKnown ? tr("Where the account is signed in now")
                                      : tr("The server did not say.");
         }},
        {tr("State"), [](const User &user) { return user.isActive ? tr("active") : tr("switched off"); },

         [](const User &user) {
             return user.isActive ? tr("May sign in.") : tr("May not sign in until it is switched on.");
         },

         [](const User &user) {
             return kit::glyphIcon(user.isActive ? kit::Status::Ok : kit::Status::Paused);
         }},
    };
}

QString UsersPanel::departmentsOf(const identity::User &user) const
{
    QStringList names;
    for (const QString &id : user.departments) {
        const auto found = std::find_if(m_departments.begin(), m_departments.end(),
                                        [&](const auto &department) { return department.id == id; });
        names << (found == m_departments.end() ? id : found->name);
    }
    return names.isEmpty() ? tr("all") : names.join(QStringLiteral(", "));
}

void UsersPanel::buildDeeds()
{
    const auto deed = [this](const QString &text, void (UsersPanel::*what)(const identity::User &)) {
        QAction *action = addDeed(text);
        connect(action, &QAction::triggered, this, [this, what] {
            // The rows may be read again while a dialog is open.
            if (const identity::User *user = m_users.at(row()))
                (this->*what)(identity::User(*user));
        });
        return action;
    };
    m_password = deed(tr("Give &password…"), &UsersPanel::givePassword);
    m_role = deed(tr("Change &role…"), &UsersPanel::changeRole);
    m_limit = deed(tr("&Departments…"), &UsersPanel::limit);
    m_shown = deed(tr("Sign-&ins…"), &UsersPanel::showSignIns);
    m_codes = deed(tr("Take &codes off…"), &UsersPanel::takeCodesOff);
    m_switch = addDeed(tr("S&witch off"));
    connect(m_switch, &QAction::triggered, this, [this] {
        if (const identity::User *user = m_users.at(row()))
            perform(identity::EnableUser{user->username, !user->isActive});
    });
}

void UsersPanel::allowDeeds()
{
    const identity::User *user = m_users.at(row());
    const QString whyNot = user ? QString() : tr("Choose a user first.");
    for (QAction *action : {m_password, m_role, m_limit, m_shown, m_switch})
        allow(action, whyNot);
    allow(m_codes, user && !user->needsCode ? tr("This account needs no code.") : whyNot);
    m_switch->setText(user && !user->isActive ? tr("S&witch on") : tr("S&witch off"));
}

void UsersPanel::hear(const QList<core::Event> &events)
{
    const bool isChanged = std::any_of(events.begin(), events.end(), [](const core::Event &event) {
        return event.topic.name() == QLatin1String(identity::AccountChanged::topic);
    });
    if (isChanged && isVisible())
        refresh();
}

void UsersPanel::refresh()
{
    if (link().state() != client::Link::State::Live)
        return;
    client::ask(link(), identity::ListUsers{}, this,
                [this](const core::Result<identity::ListUsers::Reply> &reply) {
                    if (!reply)
                        return listed(reply.error().message);
                    listed({});
                    m_users.show(reply->users);
                });
    client::ask(link(), identity::ListSignIns{{}, true}, this,
                [this](const core::Result<identity::ListSignIns::Reply> &reply) {
                    m_signIns.clear();
                    m_areSignInsKnown = bool(reply);
                    if (reply) {
                        for (const identity::SignIn &signIn : reply->signIns)
                            ++m_signIns[signIn.username];
                    }
                    m_users.refresh();
                });
    client::ask(link(), usage::ListDepartments{}, this,
                [this](const core::Result<usage::ListDepartments::Reply> &reply) {
                    m_departments = reply ? reply->departments : QList<usage::Department>();
                    m_users.refresh();
                });
}

void UsersPanel::add()
{
    auto *dialog = new FormDialog(link(), tr("Add user"), tr("&Add user"), this);
    QLineEdit *name = dialog->addLine(tr("&User name:"), longestUser);
    dialog->addHint(tr("To sign in with: letters, digits and . _ - @"));
    QLineEdit *display = dialog->addLine(tr("Shown &name:"), longestDisplayName);
    QLineEdit *email = dialog->addLine(tr("E-&mail:"), longestEmail);
    QComboBox *role = dialog->addRole(QStringLiteral("viewer"));
    QLineEdit *password = dialog->addNewPassword(tr("&Password:"));
    dialog->whenSubmitted([=] {
        if (name->text().isEmpty())
            return dialog->fail(tr("Give the name the person signs in with."), name);
        dialog->send(identity::AddUser{name->text(), password->text(), role->currentData().toString(),
                                       display->text(), email->text()});
    });
    open(dialog);
}

void UsersPanel::givePassword(const identity::User &user)
{
    auto *dialog =
        new FormDialog(link(), tr("New password for %1").arg(user.username), tr("&Give password"), this);
    dialog->explain(tr("Every sign-in of this account ends. The person signs in again with the new one."));
    QLineEdit *password = dialog->addNewPassword(tr("New &password:"));
    dialog->whenSubmitted([=] { dialog->send(identity::SetPassword{user.username, password->text()}); });
    open(dialog);
}

void UsersPanel::changeRole(const identity::User &user)
{
    auto *dialog = new FormDialog(link(), tr("Role of %1").arg(user.username), tr("&Change role"), this);
    dialog->explain(tr("Every sign-in of this account ends, so that the new role holds at once."));
    QComboBox *role = dialog->addRole(user.role);
    dialog->whenSubmitted([=] {
        dialog->send(identity::SetRole{user.username, role->currentData().toString()});
    });
    open(dialog);
}

void UsersPanel::limit(const identity::User &user)
{
    auto *dialog = new FormDialog(link(), tr("Departments of %1").arg(user.username), tr("&Save"), this);
    dialog->explain(m_departments.isEmpty()
                        ? tr("There are no departments to limit this account to. Make them in the tab "
                             "Departments.")
                        : tr("The account sees only what belongs to the ticked departments. With none "
                             "ticked it sees everything. Every sign-in of it ends."));
    QListWidget *list = departmentList(m_departments, user.departments);
    dialog->addField(tr("&Departments:"), list);
    dialog->whenSubmitted([=] { dialog->send(identity::SetDepartments{user.username, tickedIn(*list)}); });
    open(dialog);
}

void UsersPanel::showSignIns(const identity::User &user)
{
    open(new SignInsDialog(mirror(), user.username, this));
}

void UsersPanel::takeCodesOff(const identity::User &user)
{
    auto *dialog =
        new FormDialog(link(), tr("Take the codes off %1?").arg(user.username), tr("&Take codes off"), this);
    dialog->explain(tr("Name and password are then enough to sign in, until codes are set up again. Do this "
                       "for somebody who has lost the authenticator, and only when you know who asks. Every "
                       "sign-in of this account ends."));
    dialog->whenSubmitted([=] { dialog->send(identity::ResetCodes{user.username}); });
    open(dialog);
}

} // namespace settings
