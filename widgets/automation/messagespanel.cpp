// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/messagespanel.h"

#include "automation/channelwords.h"
#include "kit/glyph.h"
#include "settings/formdialog.h"

#include <QAction>

namespace automation {

using alerts::Delivery;
using alerts::DeliveryState;

namespace {
constexpr qsizetype mostAtOnce = 500;
}

MessagesPanel::MessagesPanel(client::Channels &channels, QWidget *parent)
    : ListPanel(channels.mirror(), tr("Messages"), parent), m_channels(channels),
      m_rows(&Delivery::id, columns(), this), m_all(addMaker(tr("Send all &again"), false)),
      m_again(addDeed(tr("&Send again"))), m_drop(addDeed(tr("&Drop…")))
{
    connect(m_all, &QAction::triggered, this, &MessagesPanel::sendAllAgain);
    connect(m_again, &QAction::triggered, this, [this] {
        if (const Delivery *message = m_rows.at(row()))
            perform(alerts::RetryDeliveries{{message->id}});
    });
    connect(m_drop, &QAction::triggered, this, &MessagesPanel::drop);
    setModel(m_rows);
    connect(this, &ListPanel::rowChanged, this, &MessagesPanel::allowDeeds);
    connect(&channels, &client::Channels::changed, this, &MessagesPanel::follow);
    follow();
}

QList<settings::Column<Delivery>> MessagesPanel::columns() const
{
    const auto moment = [](const QDateTime &at) {
        return QLocale().toString(at.toLocalTime(), QLocale::ShortFormat);
    };
    return {{tr("State"), [](const Delivery &message) { return words::stateTitle(message.state); }, nullptr,
             [](const Delivery &message) { return kit::glyphIcon(words::statusOf(message.state)); }},
            {tr("Channel"), [](const Delivery &message) { return message.channelName; }},
            {tr("Says"), [](const Delivery &message) { return message.title; }, nullptr,
             [](const Delivery &message) { return kit::glyphIcon(kit::statusOfSeverity(message.severity)); }},
            {tr("Since"), [moment](const Delivery &message) { return moment(message.createdAt); }},
            {tr("Tries"), [](const Delivery &message) { return kit::format::count(message.attempts); }},
            {tr("Next"),
             [moment](const Delivery &message) {
                 return message.nextAt ? moment(*message.nextAt) : kit::format::none();
             }},
            {tr("Why not yet"), [](const Delivery &message) {
                 return message.lastError.isEmpty() ? kit::format::none() : message.lastError;
             }}};
}

void MessagesPanel::follow()
{
    const QString whyNot = m_channels.whyNotSeeMessages();
    setEmptyText(whyNot.isEmpty() ? tr("Nothing waits, and nothing was given up.") : whyNot);
    if (m_channels.isKnown() || !m_channels.trouble().isEmpty())
        listed(m_channels.trouble());
    m_rows.show(m_channels.messages());
    int dead = 0;
    int waiting = 0;
    for (const Delivery &message : m_channels.messages()) {
        dead += message.state == DeliveryState::Dead ? 1 : 0;
        waiting += message.state == DeliveryState::Waiting ? 1 : 0;
    }
    QString line = tr("%1 given up · %2 waiting").arg(kit::format::count(dead), kit::format::count(waiting));
    if (const int untaken = m_channels.untaken(); untaken > 0)
        line += QStringLiteral(" · ") +
                tr("%n alert(s) of the last week went to nobody: no route takes them.", nullptr, untaken);
    explain(line);
    allowDeeds();
}

void MessagesPanel::allowDeeds()
{
    const Delivery *message = m_rows.at(row());
    QString whyNot = m_channels.whyNotSet();
    const bool isAnyDead = std::any_of(m_rows.all().begin(), m_rows.all().end(),
                                       [](const Delivery &one) { return one.state == DeliveryState::Dead; });
    allow(m_all, !whyNot.isEmpty() ? whyNot : isAnyDead ? QString() : tr("Nothing was given up."));
    if (whyNot.isEmpty() && message == nullptr)
        whyNot = tr("Choose a message first.");
    else if (whyNot.isEmpty() && message->state == DeliveryState::Delivered)
        whyNot = tr("It has arrived.");
    for (QAction *action : {m_again, m_drop})
        allow(action, whyNot);
}

void MessagesPanel::sendAllAgain()
{
    alerts::RetryDeliveries command;
    for (const Delivery &message : m_rows.all()) {
        if (message.state == DeliveryState::Dead && command.ids.size() < mostAtOnce)
            command.ids << message.id;
    }
    perform(command);
}

void MessagesPanel::drop()
{
    const Delivery *message = m_rows.at(row());
    if (message == nullptr)
        return;
    auto *dialog = new settings::FormDialog(link(), tr("Drop this message?"), tr("&Drop"), this);
    dialog->explain(tr("Nobody is told of it by %1: %2").arg(message->channelName, message->title));
    dialog->whenSubmitted([dialog, id = message->id] { dialog->send(alerts::DropDeliveries{{id}}); });
    open(dialog);
}

} // namespace automation
