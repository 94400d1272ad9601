// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingspage.h"

#include "client/role.h"
#include "kit/label.h"
#include "kit/segmented.h"
#include "kit/tokens.h"
#include "settings/accountpanel.h"
#include "settings/assistantpanel.h"
#include "settings/credentialspanel.h"
#include "settings/departmentspanel.h"
#include "settings/networkspanel.h"
#include "settings/tokenspanel.h"
#include "settings/userspanel.h"

#include <QHBoxLayout>
#include <QStackedWidget>

namespace settings {

namespace {
namespace tokens = kit::tokens;
}

SettingsPage::SettingsPage(client::Mirror &mirror, QWidget *parent)
    : QWidget(parent), m_mirror(mirror), m_choice(new kit::Segmented({})),
      m_why(new kit::Label({}, kit::TextRole::Secondary)), m_stack(new QStackedWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::PagePadding, 0, tokens::PagePadding, tokens::PagePadding);
    column->setSpacing(tokens::CardGap);
    m_choice->setAccessibleName(tr("Part of the settings"));
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::Space3);
    row->addWidget(m_choice);
    row->addWidget(m_why, 1);
    column->addLayout(row);
    column->addWidget(m_stack, 1);
    addTab({QStringLiteral("users"), tr("Users"), new UsersPanel(mirror), true});
    addTab({QStringLiteral("tokens"), tr("Tokens"), new TokensPanel(mirror), true});
    addTab({QStringLiteral("departments"), tr("Departments"), new DepartmentsPanel(mirror), true});
    addTab({QStringLiteral("networks"), tr("Networks"), new NetworksPanel(mirror), true});
    addTab({QStringLiteral("credentials"), tr("SNMP"), new CredentialsPanel(mirror), true});
    addTab({QStringLiteral("assistant"), tr("Assistant"), new AssistantPanel(mirror), true});
    addTab({QStringLiteral("account"), tr("My account"), new AccountPanel(mirror), false});
    connect(m_choice, &kit::Segmented::chosen, this, [this](int place) { showTab(m_shown.value(place)); });
    connect(&mirror, &client::Mirror::userChanged, this, &SettingsPage::refresh);
    refresh();
}

void SettingsPage::addTab(const Tab &tab)
{
    m_tabs << tab;
    m_stack->addWidget(tab.panel);
}

void SettingsPage::addPanel(const QString &id, const QString &title, QWidget *panel)
{
    addTab({id, title, panel, false});
    refresh();
}

bool SettingsPage::isShown(const Tab &tab) const
{
    const bool isAdmin = m_mirror.user() && m_mirror.user()->role == QLatin1String("admin");
    return !tab.isForAdmins || isAdmin;
}

void SettingsPage::refresh()
{
    QStringList titles;
    QStringList shown;
    for (const Tab &one : std::as_const(m_tabs)) {
        if (!isShown(one))
            continue;
        titles << one.title;
        shown << one.id;
    }
    const auto &user = m_mirror.user();
    const bool isLimited = user && shown.size() < m_tabs.size();
    m_why->setText(isLimited ? tr("The other settings are for administrators. Your role is: %1.")
                                   .arg(client::roleTitle(user->role))
                             : QString());
    if (shown == m_shown)
        return;
    m_shown = shown;
    m_choice->setOptions(titles);
    turnTo(m_isChosen && shown.contains(tab()) ? tab() : shown.first());
}

void SettingsPage::turnTo(const QString &id)
{
    m_choice->setCurrent(int(m_shown.indexOf(id)));
    for (const Tab &one : std::as_const(m_tabs)) {
        if (one.id == id)
            m_stack->setCurrentWidget(one.panel);
    }
}

bool SettingsPage::showTab(const QString &id)
{
    if (!m_shown.contains(id))
        return false;
    m_isChosen = true;
    turnTo(id);
    return true;
}

QString SettingsPage::tab() const
{
    for (const Tab &one : m_tabs) {
        if (one.panel == m_stack->currentWidget())
            return one.id;
    }
    return {};
}

} // namespace settings
