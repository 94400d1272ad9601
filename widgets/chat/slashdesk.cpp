// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/slashdesk.h"

#include "catalog/inventory.h"
#include "chat/cardbook.h"
#include "chat/surface.h"
#include "client/ask.h"
#include "client/chat.h"
#include "kit/button.h"
#include "kit/format.h"
#include "kit/label.h"
#include "kit/toast.h"
#include "kit/tokens.h"

#include <QHBoxLayout>
#include <QJsonArray>

namespace chat {

namespace tokens = kit::tokens;
namespace format = kit::format;

namespace {
constexpr int mostFound = 5;  // devices an answer names
constexpr int clockSlack = 2; // seconds
} // namespace

SlashDesk::SlashDesk(client::Chat &chat, CardBook &cards, kit::ToastArea &toasts)
    : m_chat(chat), m_cards(cards), m_toasts(toasts), m_preview(new QWidget), m_previewText(new kit::Label),
      m_confirm(new kit::PrimaryButton(tr("Con&firm"))), m_answer(new AnswerCard)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_answer);
    column->addWidget(m_preview);
    m_answer->hide();
    buildPreview();
    connect(m_answer, &AnswerCard::proposed, this, &SlashDesk::plan);
    connect(m_answer, &AnswerCard::closed, this, [this] {
        m_answer->hide();
        Q_EMIT focusLeft();
    });
}

void SlashDesk::buildPreview()
{
    m_previewText->setWordWrap(true);
    m_preview->setAccessibleName(tr("What the command would do"));
    auto *cancel = new QPushButton(tr("&Cancel"));
    for (QPushButton *button : {static_cast<QPushButton *>(m_confirm), cancel})
        button->setAutoDefault(true);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        if (m_planned)
            run(PreviewSlash::Reply(*m_planned), m_text);
    });
    connect(cancel, &QPushButton::clicked, this, [this] {
        dismiss();
        Q_EMIT focusLeft();
    });
    auto *inside = new QWidget;
    auto *rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(tokens::Space2);
    rows->addWidget(m_previewText);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::Space2);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_confirm);
    rows->addLayout(buttons);
    auto *around = new QVBoxLayout(m_preview);
    around->setContentsMargins(0, tokens::Space1, 0, tokens::Space1);
    around->addWidget(new Surface(inside, tokens::CardPadding));
    m_preview->hide();
}

client::Link &SlashDesk::link() const { return m_chat.mirror().link(); }

void SlashDesk::setRoom(const QString &name)
{
    m_room = name;
    closeAll();
}

void SlashDesk::dismiss()
{
    ++m_round;
    m_planned.reset();
    m_preview->hide();
}

bool SlashDesk::closeAll()
{
    const bool isSome = m_planned || !m_answer->isHidden();
    dismiss();
    m_answer->hide();
    return isSome;
}

void SlashDesk::plan(const QString &text)
{
    dismiss();
    client::ask(link(), PreviewSlash{m_room, text}, this,
                [this, text, round = m_round](const core::Result<PreviewSlash::Reply> &reply) {
                    if (round == m_round)
                        take(reply, text);
                });
}

void SlashDesk::take(const core::Result<PreviewSlash::Reply> &reply, const QString &text)
{
    if (!reply) {
        Q_EMIT failed(reply.error().message);
        return;
    }
    if (reply->fault) {
        Q_EMIT faulted(text, *reply->fault);
        return;
    }
    if (!reply->isChanging) {
        run(reply.value(), text);
        return;
    }
    // How they are is known by the time it is confirmed, so that it can be taken back.
    const QJsonArray ids = reply->params.value(QLatin1String("ids")).toArray();
    for (const QJsonValue &id : ids)
        m_cards.alerts().want(id.toString());
    m_planned = reply.value();
    m_text = text;
    m_previewText->setText(reply->sentence);
    m_preview->setAccessibleDescription(reply->sentence);
    m_confirm->setAccessibleDescription(reply->sentence);
    m_preview->show();
    m_confirm->setFocus(Qt::OtherFocusReason);
}

void SlashDesk::run(const PreviewSlash::Reply &planned, const QString &text)
{
    dismiss();
    const client::ChatRoom *room = m_chat.find(m_room);
    const TakingBack back = room ? takingBack(planned, m_cards.alerts(), room->room()) : TakingBack();
    if (planned.command == QLatin1String(assistant::Ask::name))
        m_answer->await();
    client::whenDone(link().request(planned.command, planned.params), this,
                     [this, planned, text, back, where = m_room,
                      since = m_chat.mirror().serverNow().addSecs(-clockSlack)](const core::Reply &reply) {
                         if (where != m_room) {
                             // Nobody looks at that room any more.
                             if (reply && m_chat.draft(where) == text)
                                 m_chat.setDraft(where, {});
                             return;
                         }
                         if (!reply) {
                             m_answer->hide();
                             Q_EMIT failed(reply.error().message);
                             return;
                         }
                         Q_EMIT done(text);
                         takeOutcome(planned, reply.value());
                         if (const auto taken = back ? back(reply.value()) : std::nullopt)
                             offerUndo(planned.sentence, *taken, since);
                     });
    Q_EMIT focusLeft();
}

/// What was done stands in the room where the house writes it; what was asked for is shown here.
void SlashDesk::takeOutcome(const PreviewSlash::Reply &planned, const core::Payload &reply)
{
    if (planned.command == QLatin1String(assistant::Ask::name)) {
        if (const auto answer = reply.as<assistant::Answer>())
            m_answer->tell(answer.value());
    } else if (planned.command == QLatin1String(SlashWords::name)) {
        if (const auto words = reply.as<SlashWords::Reply>())
            m_answer->tell(words.value());
    } else if (planned.command == QLatin1String(OpenDirect::name)) {
        if (const auto direct = reply.as<Room>()) {
            m_chat.adopt(direct.value());
            Q_EMIT roomWanted(direct->name);
        }
    } else if (planned.command == QLatin1String(Who::name)) {
        Q_EMIT membersWanted();
    } else if (planned.command == QLatin1String(network::ListDevices::name)) {
        tellDevices(reply);
    }
}

void SlashDesk::tellDevices(const core::Payload &reply)
{
    const auto found = reply.as<network::ListDevices::Reply>();
    if (!found)
        return;
    if (found->devices.size() == 1) {
        Q_EMIT deviceWanted(found->devices.first().id);
        return;
    }
    QStringList names;
    for (const network::Entry &device : found->devices.mid(0, mostFound))
        names << format::isolate(device.name.isEmpty() ? device.addresses.value(0) : device.name);
    Q_EMIT told(names.isEmpty() ? tr("No device is called so.")
                                : tr("Devices called so: %1").arg(names.join(QStringLiteral(", "))));
}

void SlashDesk::offerUndo(const QString &sentence, const TakenBack &back, const QDateTime &since)
{
    m_back = back;
    m_toast = m_toasts.say(tr("Done: %1").arg(sentence), tr("Undo"));
    connect(m_toast, &kit::Toast::actionTriggered, this, &SlashDesk::undo);
    connect(m_toast, &kit::Toast::gone, this, [this, toast = m_toast] {
        if (toast == m_toast)
            endUndo();
    });
    QStringList ids;
    const QJsonArray alerts = back.params.value(QLatin1String("ids")).toArray();
    for (const QJsonValue &id : alerts)
        ids << id.toString();
    Q_EMIT undoChanged(ids, since);
}

void SlashDesk::endUndo()
{
    m_toast.clear();
    m_back.reset();
    Q_EMIT undoChanged({}, {});
}

void SlashDesk::undo()
{
    if (!m_back)
        return;
    client::whenDone(link().request(m_back->command, m_back->params), this, [this](const core::Reply &reply) {
        if (reply)
            m_toasts.say(tr("It is as it was."));
        else
            Q_EMIT failed(tr("It was not taken back: %1").arg(reply.error().message));
    });
    kit::Toast *toast = m_toast;
    endUndo();
    if (toast)
        Q_EMIT toast->gone();
}

} // namespace chat
