// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/channelspanel.h"

#include "automation/channelform.h"
#include "automation/channelwords.h"
#include "kit/glyph.h"
#include "kit/label.h"
#include "settings/formdialog.h"

#include <QAction>
#include <QCursor>
#include <QLineEdit>
#include <QMenu>

#include <memory>

namespace automation {

using alerts::Channel;
using settings::Column;
using settings::FormDialog;

namespace {
namespace format = kit::format;
constexpr int longestAddress = 512;
} // namespace

ChannelsPanel::ChannelsPanel(client::Channels &channels, QWidget *parent)
    : ListPanel(channels.mirror(), tr("Channels"), parent), m_channels(channels),
      m_rows(&Channel::id, columns(), this), m_learning(addMaker(tr("End &learning"), false)),
      m_address(addMaker(tr("&Web address…"), false)), m_add(addMaker(tr("&Add channel…"))),
      m_change(addDeed(tr("&Change…"))), m_test(addDeed(tr("&Test…"))), m_switch(addDeed(tr("Switch &off"))),
      m_remove(addDeed(tr("&Remove…")))
{
    setEmptyText(tr("Nobody is told of alerts outside this window yet. Add a channel, and a route that leads "
                    "to it."));
    connect(m_learning, &QAction::triggered, this, &ChannelsPanel::endLearning);
    connect(m_address, &QAction::triggered, this, &ChannelsPanel::setAddress);
    connect(m_add, &QAction::triggered, this, &ChannelsPanel::chooseKind);
    connect(m_change, &QAction::triggered, this, &ChannelsPanel::change);
    connect(m_test, &QAction::triggered, this, &ChannelsPanel::test);
    connect(m_switch, &QAction::triggered, this, &ChannelsPanel::switchOver);
    connect(m_remove, &QAction::triggered, this, &ChannelsPanel::remove);
    m_change->setShortcut(QKeySequence(Qt::Key_Return));
    m_remove->setShortcut(QKeySequence(QKeySequence::Delete));
    for (QAction *deed : {m_change, m_remove})
        deed->setShortcutContext(Qt::WidgetShortcut);
    setModel(m_rows);
    connect(this, &ListPanel::rowChanged, this, &ChannelsPanel::allowDeeds);
    connect(&channels, &client::Channels::changed, this, &ChannelsPanel::follow);
    follow();
}

QList<Column<Channel>> ChannelsPanel::columns() const
{
    const auto count = [](int number) { return number > 0 ? format::count(number) : format::none(); };
    return {{tr("Name"), [](const Channel &channel) { return channel.displayName; }},
            {tr("By"), [](const Channel &channel) { return words::kindTitle(channel.kind); }},
            {tr("Where to"), words::whereTo},
            {tr("Last arrived"),
             [this](const Channel &channel) {
                 return channel.lastDeliveredAt
                            ? format::ago(channel.lastDeliveredAt->toMSecsSinceEpoch(),
                                          m_channels.mirror().serverNow().toMSecsSinceEpoch())
                            : tr("never");
             }},
            {tr("Waiting"), [count](const Channel &channel) { return count(channel.waiting); }},
            {tr("Given up"), [count](const Channel &channel) { return count(channel.dead); }},
            {tr("State"), [](const Channel &channel) { return words::stateTitle(channel); }, nullptr,
             [](const Channel &channel) { return kit::glyphIcon(words::statusOf(channel)); }}};
}

void ChannelsPanel::follow()
{
    if (m_channels.isKnown() || !m_channels.trouble().isEmpty())
        listed(m_channels.trouble());
    m_rows.show(m_channels.all());
    const auto &common = m_channels.settings();
    const bool isLearning = common && common->isLearning;
    QString sentence = tr("By what people are told of alerts outside this window.");
    if (isLearning)
        sentence = tr("Belfry learns until %1: only what is critical goes out. %n alert(s) were held back.",
                      nullptr, common->heldBack)
                       .arg(common->learningUntil ? QLocale().toString(common->learningUntil->toLocalTime(),
                                                                       QLocale::ShortFormat)
                                                  : format::none());
    explain(sentence);
    allowDeeds();
    const QString whyNot = m_channels.whyNotSet();
    allow(m_learning, !whyNot.isEmpty() ? whyNot
                      : isLearning      ? QString()
                                        : tr("Belfry does not learn; everything goes out."));
}

void ChannelsPanel::allowDeeds()
{
    const Channel *channel = m_rows.at(row());
    const QString whyNot = m_channels.whyNotSet();
    for (QAction *action : {m_add, m_address})
        allow(action, whyNot);
    for (QAction *action : {m_change, m_test, m_switch, m_remove})
        allow(action, !whyNot.isEmpty() ? whyNot : channel ? QString() : tr("Choose a channel first."));
    m_switch->setText(channel == nullptr || channel->isEnabled ? tr("Switch &off") : tr("Switch &on"));
}

void ChannelsPanel::chooseKind()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (size_t i = 0; i < core::Words<alerts::ChannelKind>::list.size(); ++i) {
        const auto kind = alerts::ChannelKind(i);
        menu->addAction(words::kindTitle(kind), this, [this, kind] { add(kind); });
    }
    menu->popup(mapToGlobal(QPoint(width() - menu->sizeHint().width(), 0)));
}

void ChannelsPanel::add(alerts::ChannelKind kind)
{
    Channel channel;
    channel.kind = kind;
    edit(channel);
}

void ChannelsPanel::change()
{
    if (const Channel *channel = m_rows.at(row()))
        edit(*channel);
}

void ChannelsPanel::edit(const Channel &channel)
{
    const bool isNew = channel.id.isEmpty();
    const QString kind = words::kindTitle(channel.kind);
    auto *dialog = new FormDialog(link(),
                                  isNew ? tr("New channel: %1").arg(kind)
                                        : QStringLiteral("%1: %2").arg(kind, channel.displayName),
                                  isNew ? tr("&Add") : tr("&Save"), this);
    const auto form = std::make_shared<ChannelForm>(*dialog, channel);
    dialog->whenSubmitted([dialog, form] {
        alerts::SetChannel command;
        if (form->read(command))
            dialog->send(command);
    });
    open(dialog);
}

void ChannelsPanel::test()
{
    const Channel *channel = m_rows.at(row());
    if (channel == nullptr)
        return;
    auto *dialog = new FormDialog(link(), tr("Test %1").arg(channel->displayName), tr("&Send"), this);
    dialog->explain(tr("Sends a message now, and says what became of it."));
    kit::Label *answer = dialog->addHint({});
    dialog->whenSubmitted([dialog, answer, this, id = channel->id] {
        answer->setText(tr("Sending…"));
        client::ask(link(), alerts::TestChannel{id}, dialog,
                    [dialog, answer](const core::Result<alerts::TestChannel::Reply> &reply) {
                        answer->setText(reply && reply->isDelivered ? reply->message : QString());
                        if (!reply || !reply->isDelivered)
                            dialog->fail(reply ? reply->message : reply.error().message);
                    });
    });
    open(dialog);
}

void ChannelsPanel::switchOver()
{
    const Channel *channel = m_rows.at(row());
    if (channel == nullptr)
        return;
    perform(alerts::SetChannel{channel->id, channel->displayName, channel->kind, !channel->isEnabled,
                               channel->settings, std::nullopt});
}

void ChannelsPanel::remove()
{
    const Channel *channel = m_rows.at(row());
    if (channel == nullptr)
        return;
    auto *dialog = new FormDialog(link(), tr("Remove %1?").arg(channel->displayName), tr("&Remove"), this);
    dialog->explain(
        tr("What waits for it is dropped, and its secret is forgotten. Routes no longer lead to it."));
    dialog->whenSubmitted([dialog, id = channel->id] { dialog->send(alerts::RemoveChannel{id}); });
    open(dialog);
}

void ChannelsPanel::endLearning()
{
    auto *dialog = new FormDialog(link(), tr("End learning?"), tr("&End it"), this);
    dialog->explain(tr("From now on everything goes out as the routes say, not only what is critical."));
    dialog->whenSubmitted([dialog] {
        alerts::ChangeDeliverySettings command;
        command.endsLearning = true;
        dialog->send(command);
    });
    open(dialog);
}

void ChannelsPanel::setAddress()
{
    auto *dialog = new FormDialog(link(), tr("Web address"), tr("&Save"), this);
    dialog->explain(tr("Where people open Belfry. Messages have a link there."));
    QLineEdit *address = dialog->addLine(tr("A&ddress:"), longestAddress);
    address->setPlaceholderText(tr("none; or https://belfry.example.org"));
    address->setText(m_channels.settings() ? m_channels.settings()->publicUrl : QString());
    dialog->whenSubmitted([dialog, address] {
        alerts::ChangeDeliverySettings command;
        command.publicUrl = address->text().trimmed();
        dialog->send(command);
    });
    open(dialog);
}

} // namespace automation
