// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/assistantpanel.h"

#include "kit/label.h"
#include "settings/formdialog.h"
#include "settings/modelform.h"

#include <QAction>

#include <memory>

namespace settings {

namespace {
using assistant::Hearing;

QString hearingTitle(Hearing hearing)
{
    switch (hearing) {
    case Hearing::Off:
        return AssistantPanel::tr("off");
    case Hearing::Addressed:
        return AssistantPanel::tr("when it is called");
    case Hearing::Every:
        return AssistantPanel::tr("every message");
    }
    return {};
}

/// Where nothing was said about a room (decision 14 of the contracts).
Hearing usualIn(const QString &room)
{
    return room == QLatin1String(assistant::firstRoom) ? Hearing::Every : Hearing::Addressed;
}

/// Whether anything leaves this machine, what, and what it cost.
QString sentenceOf(const assistant::Settings &settings)
{
    if (settings.url.isEmpty()) {
        return AssistantPanel::tr("Questions are answered by the rules of this house. Nothing leaves this "
                                  "machine unless you set an endpoint; then the question is sent there, and "
                                  "what was looked up for it, which is no more than the answer may tell.");
    }
    QStringList sentences{
        AssistantPanel::tr("Questions go to %1 (%2): the question itself, and what was looked up for it, "
                           "which is no more than the answer may tell. Nothing else leaves this machine.")
            .arg(kit::format::isolate(settings.url), kit::format::isolate(settings.model)),
        AssistantPanel::tr("Today it was asked for %1 of %2 tokens.")
            .arg(kit::format::count(settings.tokensToday), kit::format::count(settings.tokensPerDay))};
    if (!settings.lastFault.isEmpty())
        sentences << AssistantPanel::tr("It did not answer last: %1").arg(settings.lastFault);
    return sentences.join(QLatin1Char(' '));
}
} // namespace

AssistantPanel::AssistantPanel(client::Mirror &mirror, QWidget *parent)
    : ListPanel(mirror, tr("The assistant in chat rooms"), parent),
      m_rooms(&Listening::room, columns(), this), m_setUp(addMaker(tr("Set &up…"))),
      m_test(addMaker(tr("T&est…"), false))
{
    setEmptyText(tr("There is no chat room yet."));
    connect(m_setUp, &QAction::triggered, this, &AssistantPanel::setUp);
    connect(m_test, &QAction::triggered, this, &AssistantPanel::test);
    const auto add = [this](Hearing hearing, const QString &text) {
        m_hearings.insert(hearing, addDeed(text));
        connect(m_hearings.value(hearing), &QAction::triggered, this, [this, hearing] { listen(hearing); });
    };
    add(Hearing::Every, tr("Answer &every message"));
    add(Hearing::Addressed, tr("Answer when &called"));
    add(Hearing::Off, tr("Switch &off"));
    setModel(m_rooms);
    connect(this, &ListPanel::rowChanged, this, &AssistantPanel::allowDeeds);
    allowDeeds();
}

QList<Column<Listening>> AssistantPanel::columns()
{
    return {{tr("Room"), [](const Listening &listening) { return listening.room; }},
            {tr("It answers"), [](const Listening &listening) { return hearingTitle(listening.hearing); }}};
}

void AssistantPanel::refresh()
{
    if (link().state() != client::Link::State::Live)
        return;
    client::ask(link(), assistant::GetSettings{}, this,
                [this](const core::Result<assistant::Settings> &reply) {
                    if (!reply)
                        return listed(reply.error().message);
                    listed({});
                    take(reply.value());
                });
    client::ask(link(), chat::ListRooms{}, this, [this](const core::Result<chat::ListRooms::Reply> &reply) {
        if (!reply)
            return say(reply.error().message);
        m_names.clear();
        for (const chat::RoomEntry &entry : reply->rooms)
            m_names << entry.room.name;
        showRooms();
    });
}

void AssistantPanel::take(const assistant::Settings &settings)
{
    m_settings = settings;
    explain(sentenceOf(settings));
    showRooms();
}

/// Those there are, and those for which something was said, though they may be gone or not to be seen.
void AssistantPanel::showRooms()
{
    if (!m_settings)
        return;
    QStringList names = m_names + m_settings->rooms.keys();
    names.removeDuplicates();
    QList<Listening> rooms;
    for (const QString &name : std::as_const(names))
        rooms << Listening{name, m_settings->rooms.value(name, usualIn(name))};
    m_rooms.show(rooms);
    allowDeeds();
}

void AssistantPanel::allowDeeds()
{
    const QString unread = m_settings ? QString() : tr("Waiting for the server to say how it is set up.");
    allow(m_setUp, unread);
    allow(m_test, m_settings && m_settings->url.isEmpty()
                      ? tr("No endpoint is set: there is nothing to test.")
                      : unread);
    const Listening *chosen = m_rooms.at(row());
    for (auto one = m_hearings.cbegin(); one != m_hearings.cend(); ++one) {
        allow(one.value(), chosen == nullptr              ? tr("Choose a room first.")
                           : chosen->hearing == one.key() ? tr("It is so already.")
                                                          : QString());
    }
}

void AssistantPanel::setUp()
{
    auto *dialog = new FormDialog(link(), tr("Assistant"), tr("&Save"), this);
    dialog->explain(tr("It looks things up here by itself, and does nothing. A model only phrases what was "
                       "found: it is sent the question and that, no more."));
    const auto form = std::make_shared<ModelForm>(*dialog, *m_settings);
    dialog->whenSubmitted([this, dialog, form] {
        assistant::SetSettings command;
        if (form->read(command))
            dialog->send(command, [this](const assistant::Settings &settings) { take(settings); });
    });
    open(dialog);
}

void AssistantPanel::test()
{
    auto *dialog = new FormDialog(link(), tr("Test the assistant's model"), tr("&Ask it"), this);
    dialog->explain(tr("Sends %1 one sentence, in which nothing of this house stands.")
                        .arg(kit::format::isolate(m_settings->url)));
    kit::Label *answer = dialog->addHint({});
    answer->setWordWrap(true);
    dialog->whenSubmitted([this, dialog, answer] {
        answer->setText(tr("Asking…"));
        client::ask(link(), assistant::TestModel{}, dialog,
                    [dialog, answer](const core::Result<assistant::TestModel::Reply> &reply) {
                        const bool isAnswered = reply && reply->isAnswered;
                        answer->setText(
                            isAnswered ? tr("%1 (after %2)", "what it said, how long it took")
                                             .arg(reply->message, kit::format::duration(reply->milliseconds))
                                       : QString());
                        if (!isAnswered)
                            dialog->fail(reply ? reply->message : reply.error().message);
                    });
    });
    open(dialog);
}

void AssistantPanel::listen(assistant::Hearing hearing)
{
    const Listening *chosen = m_rooms.at(row());
    if (chosen == nullptr)
        return;
    client::ask(link(), assistant::SetHearing{chosen->room, hearing}, this,
                [this](const core::Result<assistant::Settings> &reply) {
                    say(reply ? QString() : reply.error().message);
                    if (reply)
                        take(reply.value());
                });
}

} // namespace settings
