// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ask.h"
#include "kit/toast.h"
#include "shell/mainwindow.h"
#include "shell/statusstrip.h"

#include <QActionGroup>
#include <QMenu>

#include <array>

namespace shell {

namespace {
using identity::Availability;

struct PresenceChoice
{
    Availability availability;
    const char *id;
    const char *text;
};
constexpr std::array presenceChoices{
    PresenceChoice{Availability::Online, "person.online",
                   QT_TRANSLATE_NOOP("shell::MainWindow", "A&vailable")},
    PresenceChoice{Availability::Busy, "person.busy", QT_TRANSLATE_NOOP("shell::MainWindow", "&Busy")},
    PresenceChoice{Availability::Away, "person.away", QT_TRANSLATE_NOOP("shell::MainWindow", "A&way")}};
} // namespace

void MainWindow::buildPersonActions()
{
    m_presence = new QActionGroup(this);
    m_presence->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    for (const PresenceChoice &choice : presenceChoices) {
        QAction *action = m_actions.add({QString::fromLatin1(choice.id),
                                         tr(choice.text),
                                         tr("Signed in as"),
                                         {},
                                         tr("presence status available do not disturb"),
                                         kit::Symbol::User});
        action->setCheckable(true);
        m_presence->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] {
            client::ask(m_mirror.link(), identity::SetAvailability{choice.availability}, this,
                        [this](const core::Result<identity::Done> &reply) {
                            if (!reply)
                                m_toasts->say(reply.error().message);
                        });
            refreshPresence(); // it is what others see that is ticked
        });
    }
    connect(&m_chat, &client::Chat::peopleChanged, this, &MainWindow::refreshPresence);
    connect(&m_mirror.link(), &client::Link::stateChanged, this, &MainWindow::refreshPresence);
    refreshPresence();
}

/// As others see whoever is signed in.
void MainWindow::refreshPresence()
{
    const bool isLive = m_mirror.link().state() == client::Link::State::Live;
    const auto &user = m_mirror.user();
    const auto seen = isLive && user ? m_chat.availabilityOf(user->id) : std::nullopt;
    for (const PresenceChoice &choice : presenceChoices) {
        QAction *action = m_actions.find(QLatin1String(choice.id));
        action->setEnabled(seen.has_value());
        action->setChecked(seen == choice.availability);
    }
    m_strip->setPresence(seen);
}

void MainWindow::buildUserMenu()
{
    auto *menu = new QMenu(tr("Signed in as"), this);
    QAction *who = menu->addAction(QString());
    who->setEnabled(false);
    menu->addSeparator();
    menu->addActions(m_presence->actions());
    menu->addSeparator();
    for (const char *id : {"go.account", "file.signin", "file.signout"})
        menu->addAction(m_actions.find(QLatin1String(id)));
    connect(menu, &QMenu::aboutToShow, who, [this, who] { who->setText(m_strip->userText()); });
    who->setText(m_strip->userText());
    m_strip->setUserMenu(*menu);
}

} // namespace shell
