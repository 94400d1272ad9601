// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/rotaspanel.h"

#include "automation/levelsfield.h"
#include "automation/rotaform.h"
#include "settings/formdialog.h"

#include <QAction>
#include <QComboBox>
#include <QDateTimeEdit>

#include <memory>

namespace automation {

using alerts::Rota;
using settings::FormDialog;

namespace {
constexpr qint64 usualStandIn = 86400;
constexpr int rotaFormWidth = 780; // a member is a line of fields

QString namesOf(const Rota &rota)
{
    QStringList names;
    for (const alerts::RotaMember &member : rota.members)
        names << member.displayName;
    return names.join(QStringLiteral(", "));
}
} // namespace

RotasPanel::RotasPanel(client::Channels &channels, QWidget *parent)
    : ListPanel(channels.mirror(), tr("On call"), parent), m_channels(channels),
      m_rows(&Rota::id, columns(), this), m_add(addMaker(tr("&Add rota…"))),
      m_escalate(addMaker(tr("&Escalation…"), false)), m_change(addDeed(tr("&Change…"))),
      m_standIn(addDeed(tr("&Stand in…"))), m_remove(addDeed(tr("&Remove…")))
{
    explain(tr("Who takes turns at being told. A route leads to whoever is on call then."));
    setEmptyText(tr("Nobody takes turns yet. Add a rota, and let a route lead to it."));
    connect(m_add, &QAction::triggered, this, [this] { edit({}); });
    connect(m_escalate, &QAction::triggered, this, &RotasPanel::escalate);
    connect(m_change, &QAction::triggered, this, [this] {
        if (const Rota *rota = m_rows.at(row()))
            edit(*rota);
    });
    connect(m_standIn, &QAction::triggered, this, &RotasPanel::standIn);
    connect(m_remove, &QAction::triggered, this, &RotasPanel::remove);
    m_change->setShortcut(QKeySequence(Qt::Key_Return));
    m_remove->setShortcut(QKeySequence(QKeySequence::Delete));
    for (QAction *deed : {m_change, m_remove})
        deed->setShortcutContext(Qt::WidgetShortcut);
    setModel(m_rows);
    connect(this, &ListPanel::rowChanged, this, &RotasPanel::allowDeeds);
    connect(&channels, &client::Channels::changed, this, &RotasPanel::follow);
    follow();
}

QList<settings::Column<Rota>> RotasPanel::columns()
{
    return {
        {tr("Rota"), [](const Rota &rota) { return rota.displayName; }},
        {tr("On call now"),
         [](const Rota &rota) { return rota.onCall.isEmpty() ? tr("nobody") : rota.onCall; }},
        {tr("Hands over"),
         [](const Rota &rota) {
             return rota.handoverAt ? QLocale().toString(rota.handoverAt->toLocalTime(), QLocale::ShortFormat)
                                    : kit::format::none();
         }},
        {tr("Every"),
         [](const Rota &rota) { return rota.handover == alerts::Handover::Weekly ? tr("week") : tr("day"); }},
        {tr("Who"), namesOf}};
}

void RotasPanel::follow()
{
    if (m_channels.isKnown() || !m_channels.trouble().isEmpty())
        listed(m_channels.trouble());
    m_rows.show(m_channels.rotas());
    allowDeeds();
}

void RotasPanel::allowDeeds()
{
    const QString whyNot = m_channels.whyNotSet();
    QString whyNotAdd = whyNot;
    if (whyNotAdd.isEmpty() && m_channels.all().isEmpty())
        whyNotAdd = tr("Add a channel first: it says by what those on call are told.");
    allow(m_add, whyNotAdd);
    allow(m_escalate, whyNot.isEmpty() && !m_channels.settings() ? tr("It is not known yet.") : whyNot);
    const QString none = m_rows.at(row()) ? QString() : tr("Choose a rota first.");
    for (QAction *action : {m_change, m_standIn, m_remove})
        allow(action, whyNot.isEmpty() ? none : whyNot);
}

void RotasPanel::edit(const Rota &rota)
{
    const bool isNew = rota.id.isEmpty();
    auto *dialog = new FormDialog(link(), isNew ? tr("New rota") : tr("Rota: %1").arg(rota.displayName),
                                  isNew ? tr("&Add") : tr("&Save"), this);
    dialog->setMinimumWidth(rotaFormWidth);
    const auto form = std::make_shared<RotaForm>(*dialog, m_channels, rota);
    dialog->whenSubmitted([dialog, form] {
        alerts::SetRota command;
        if (form->read(command.rota))
            dialog->send(command);
    });
    open(dialog);
}

void RotasPanel::standIn()
{
    const Rota *chosen = m_rows.at(row());
    if (chosen == nullptr)
        return;
    auto *dialog = new FormDialog(link(), tr("Stand in: %1").arg(chosen->displayName), tr("&Save"), this);
    auto *who = new QComboBox;
    for (const alerts::RotaMember &member : chosen->members)
        who->addItem(member.displayName);
    dialog->addField(tr("&Who:"), who);
    const QDateTime now = m_channels.mirror().serverNow().toLocalTime();
    auto *from = new QDateTimeEdit(now);
    auto *until = new QDateTimeEdit(now.addSecs(usualStandIn));
    dialog->addField(tr("&From:"), from);
    dialog->addField(tr("&Until:"), until);
    dialog->whenSubmitted([dialog, who, from, until, rota = *chosen] {
        if (until->dateTime() <= from->dateTime())
            return dialog->fail(tr("It ends before it begins."), until);
        alerts::SetRota command{rota};
        command.rota.onCall.clear();
        command.rota.handoverAt.reset();
        command.rota.overrides << alerts::RotaOverride{who->currentText(), from->dateTime().toUTC(),
                                                       until->dateTime().toUTC()};
        dialog->send(command);
    });
    open(dialog);
}

void RotasPanel::escalate()
{
    if (!m_channels.settings())
        return;
    auto *dialog = new FormDialog(link(), tr("Escalation"), tr("&Save"), this);
    dialog->explain(tr("An alert nobody looks after is told of again after these times, counted from when it "
                       "began. Routes say who hears of which level."));
    auto *levels = new LevelsField(m_channels.settings()->escalateAfter);
    dialog->addField(tr("&Levels:"), levels);
    dialog->whenSubmitted([dialog, levels] {
        alerts::ChangeDeliverySettings command;
        command.escalateAfter = levels->seconds();
        dialog->send(command);
    });
    open(dialog);
}

void RotasPanel::remove()
{
    const Rota *rota = m_rows.at(row());
    if (rota == nullptr)
        return;
    auto *dialog = new FormDialog(link(), tr("Remove %1?").arg(rota->displayName), tr("&Remove"), this);
    dialog->explain(tr("Routes that lead to it lead to nobody then."));
    dialog->whenSubmitted([dialog, id = rota->id] { dialog->send(alerts::RemoveRota{id}); });
    open(dialog);
}

} // namespace automation
