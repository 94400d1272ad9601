// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/routespanel.h"

#include "automation/channelwords.h"
#include "automation/routeform.h"
#include "automation/rulewords.h"
#include "kit/glyph.h"
#include "settings/formdialog.h"

#include <QAction>

#include <memory>

namespace automation {

using alerts::Route;
using settings::Column;
using settings::FormDialog;

RoutesPanel::RoutesPanel(client::Channels &channels, QWidget *parent)
    : ListPanel(channels.mirror(), tr("Routes"), parent), m_channels(channels),
      m_rows(&Route::id, columns(), this), m_add(addMaker(tr("&Add route…"))),
      m_change(addDeed(tr("&Change…"))), m_up(addDeed(tr("&Up"))), m_down(addDeed(tr("&Down"))),
      m_remove(addDeed(tr("&Remove…")))
{
    explain(
        tr("Which alerts go to whom. They are looked at from the top; what a final route takes, later ones "
           "do not see."));
    setEmptyText(tr("No alert goes anywhere yet. Add a channel first, then a route that leads to it."));
    connect(m_add, &QAction::triggered, this, [this] { edit({}); });
    connect(m_change, &QAction::triggered, this, [this] {
        if (const Route *route = m_rows.at(row()))
            edit(*route);
    });
    connect(m_up, &QAction::triggered, this, [this] { move(-1); });
    connect(m_down, &QAction::triggered, this, [this] { move(1); });
    connect(m_remove, &QAction::triggered, this, &RoutesPanel::remove);
    m_change->setShortcut(QKeySequence(Qt::Key_Return));
    m_remove->setShortcut(QKeySequence(QKeySequence::Delete));
    for (QAction *deed : {m_change, m_remove})
        deed->setShortcutContext(Qt::WidgetShortcut);
    setModel(m_rows);
    connect(this, &ListPanel::rowChanged, this, &RoutesPanel::allowDeeds);
    connect(&channels, &client::Channels::changed, this, &RoutesPanel::follow);
    follow();
}

QList<Column<Route>> RoutesPanel::columns()
{
    Column<Route> used(tr("Route"), [](const Route &route) { return route.displayName; });
    used.isTicked = [](const Route &route) { return route.isEnabled; };
    used.whenTicked = [this](Route route, bool isOn) {
        route.isEnabled = isOn;
        if (m_channels.whyNotSet().isEmpty())
            perform(alerts::SetRoute{route});
        else
            say(m_channels.whyNotSet());
    };
    return {used,
            {tr("Which"), words::which, nullptr,
             [](const Route &route) { return kit::glyphIcon(kit::statusOfSeverity(route.leastSeverity)); }},
            {tr("When"), [](const Route &route) { return words::hours(route.hours); }},
            {tr("Final"), [](const Route &route) { return route.isFinal ? tr("yes") : tr("no"); }},
            {tr("To"), [this](const Route &route) {
                 QStringList names;
                 for (const QString &id : route.channels)
                     names << m_channels.nameOf(id);
                 if (!route.rotaId.isEmpty())
                     names << tr("on call: %1").arg(m_channels.rotaNameOf(route.rotaId));
                 return names.isEmpty() ? tr("nobody") : names.join(QStringLiteral(", "));
             }}};
}

void RoutesPanel::follow()
{
    if (m_channels.isKnown() || !m_channels.trouble().isEmpty())
        listed(m_channels.trouble());
    m_rows.show(m_channels.routes());
    allowDeeds();
}

void RoutesPanel::allowDeeds()
{
    const Route *route = m_rows.at(row());
    const QString whyNot = m_channels.whyNotSet();
    allow(m_add, whyNot);
    const QString none = route ? QString() : tr("Choose a route first.");
    for (QAction *action : {m_change, m_remove})
        allow(action, whyNot.isEmpty() ? none : whyNot);
    const auto allowMove = [&](QAction *action, int by, const QString &isThere) {
        const bool canMove = route != nullptr && row() + by >= 0 && row() + by < m_rows.rowCount();
        allow(action, !whyNot.isEmpty() ? whyNot : !none.isEmpty() ? none : canMove ? QString() : isThere);
    };
    allowMove(m_up, -1, tr("It is looked at first already."));
    allowMove(m_down, 1, tr("It is looked at last already."));
}

void RoutesPanel::edit(const Route &route)
{
    const bool isNew = route.id.isEmpty();
    auto *dialog = new FormDialog(link(), isNew ? tr("New route") : tr("Route: %1").arg(route.displayName),
                                  isNew ? tr("&Add") : tr("&Save"), this);
    Route wish = route;
    if (isNew && !m_channels.routes().isEmpty())
        wish.order = m_channels.routes().last().order + 1;
    const auto form = std::make_shared<RouteForm>(*dialog, m_channels, wish);
    dialog->whenSubmitted([dialog, form] {
        alerts::SetRoute command;
        if (form->read(command.route))
            dialog->send(command);
    });
    open(dialog);
}

void RoutesPanel::move(int by)
{
    if (const Route *route = m_rows.at(row()))
        send(m_channels.moved(route->id, by));
}

/// One after another: where one is refused, the others would not be what was meant.
void RoutesPanel::send(QList<alerts::SetRoute> commands)
{
    if (commands.isEmpty())
        return refresh();
    const alerts::SetRoute first = commands.takeFirst();
    client::ask(link(), first, this, [this, commands](const core::Result<Route> &reply) {
        say(reply ? QString() : reply.error().message);
        if (reply)
            send(commands);
        else
            refresh();
    });
}

void RoutesPanel::remove()
{
    const Route *route = m_rows.at(row());
    if (route == nullptr)
        return;
    auto *dialog = new FormDialog(link(), tr("Remove %1?").arg(route->displayName), tr("&Remove"), this);
    dialog->explain(tr("What went this way goes where later routes lead it, or nowhere."));
    dialog->whenSubmitted([dialog, id = route->id] { dialog->send(alerts::RemoveRoute{id}); });
    open(dialog);
}

} // namespace automation
