// SPDX-License-Identifier: GPL-3.0-or-later
// The context menu of the map page and what is done by it.
#include "client/ask.h"
#include "kit/toast.h"
#include "network/handlinks.h"
#include "network/joinsheet.h"
#include "network/mapcanvas.h"
#include "network/mappage.h"
#include "network/timetravel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>
#include <QMenu>
#include <QMetaMethod>

namespace network {

namespace {
/// So near to the line of a link, in pixels, it is meant.
constexpr double wireReach = 6;
} // namespace

void MapPage::showMenu(const QPoint &globalPos, const QPointF &at)
{
    QMenu menu(this);
    fillMenu(menu, at);
    if (!menu.isEmpty())
        menu.exec(globalPos);
}

void MapPage::fillMenu(QMenu &menu, const QPointF &at)
{
    const Board &board = m_plan.board();
    if (const int spot = board.spotAt(at); spot >= 0) {
        addDeviceEntries(menu, board.spots[size_t(spot)].id);
        return;
    }
    if (const int wire = board.wireAt(at, wireReach / view().scale()); wire >= 0)
        addLinkEntries(menu, board.wires[size_t(wire)].id);
    addMapEntries(menu, at);
    if (const int hidden = m_plan.hiddenCount(); hidden > 0 && mayMove())
        menu.addAction(tr("Show %n hidden device(s)", nullptr, hidden), this,
                       [this] { m_plan.showHidden(); });
}

void MapPage::addDeviceEntries(QMenu &menu, const QString &id)
{
    const Entry *device = m_plan.devices().find(id);
    if (!device) {
        menu.addAction(tr("Show all of them"), this, [this, id] { openOrEnter(id); });
        return;
    }
    if (isSignalConnected(QMetaMethod::fromSignal(&MapPage::deviceWanted)))
        menu.addAction(tr("Open"), this, [this, id] { Q_EMIT deviceWanted(id); });
    if (mayMove())
        addPlaceEntries(menu);
    if (!m_travel->isAway()) {
        menu.addSeparator();
        menu.addAction(tr("Join to…"), this, [this, id] { view().startJoin(id); });
        addLinksOf(menu, id);
        addDeviceChanges(menu, *device);
    }
    addTelling(menu);
    QMenu *copies = menu.addMenu(tr("Copy"));
    for (const auto &[text, value] :
         {std::pair(tr("Address"), device->addresses.value(0)), std::pair(tr("MAC"), device->macAddress),
          std::pair(tr("Name"), nameOf(*device))}) {
        if (!value.isEmpty())
            copies->addAction(text, this, [value = value] { QGuiApplication::clipboard()->setText(value); });
    }
}

void MapPage::addPlaceEntries(QMenu &menu)
{
    const QStringList chosen = view().chosen();
    menu.addAction(tr("Pin"), this, [this, chosen] { m_plan.moveBy(chosen, {}); });
    menu.addAction(tr("Unpin"), this, [this, chosen] { m_plan.letGo(chosen); });
    addAligning(menu);
    menu.addAction(m_hide);
}

void MapPage::addDeviceChanges(QMenu &menu, const Entry &device)
{
    menu.addSeparator();
    SetDevices command;
    command.ids = view().chosen();
    const auto offer = [this, &menu](const QString &text, const SetDevices &what) {
        menu.addAction(text, this, [this, what] { change(what); });
    };
    if (device.standing == Standing::New) {
        command.standing = Standing::Approved;
        offer(tr("Approve"), command);
        command.standing = Standing::Ignored;
        offer(tr("Ignore"), command);
        command.standing.reset();
    }
    command.isExpectedUp = !device.isExpectedUp;
    offer(device.isExpectedUp ? tr("Do not miss it when it is away") : tr("Expect it to be up"), command);
    addTypes(menu, device);
}

void MapPage::addTypes(QMenu &menu, const Entry &device)
{
    QMenu *types = menu.addMenu(tr("Set type"));
    const QString current = device.isTypeSet ? device.deviceType : QString();
    const auto offer = [&](const QString &text, const QString &type) {
        SetDevices command;
        command.ids = view().chosen();
        command.deviceType = type;
        QAction *action = types->addAction(text, this, [this, command] { change(command); });
        action->setCheckable(true);
        action->setChecked(type == current);
    };
    offer(tr("As the evidence says"), QString());
    types->addSeparator();
    for (const QString &type : settableTypes())
        offer(typeTitle(type), type);
}

/// Of the links of a device those that somebody drew.
void MapPage::addLinksOf(QMenu &menu, const QString &id)
{
    const Board &board = m_plan.board();
    const int spot = board.find(id);
    if (spot < 0)
        return;
    QMenu *links = nullptr;
    for (const int wire : board.wiresOf(spot)) {
        const Wire &one = board.wires[size_t(wire)];
        const Spot &other = board.spots[size_t(one.from == spot ? one.to : one.from)];
        if (other.isStack() || !m_hand->isByHand(one.id))
            continue;
        if (!links)
            links = menu.addMenu(tr("Remove link"));
        links->addAction(tr("To %1").arg(other.name), this, [this, link = one.id] { m_hand->remove(link); });
    }
}

void MapPage::addLinkEntries(QMenu &menu, const QString &id)
{
    if (!m_hand->isByHand(id) || m_travel->isAway())
        return;
    menu.addAction(tr("Remove this link"), this, [this, id] { m_hand->remove(id); });
    menu.addSeparator();
}

void MapPage::addMapEntries(QMenu &menu, const QPointF &at)
{
    if (const int box = m_plan.board().boxAt(at); box >= 0) {
        const Box &group = m_plan.board().boxes[size_t(box)];
        menu.addAction(group.isStacked ? tr("Show all of this group") : tr("Stack this group"), this,
                       [this, key = group.key] { m_plan.toggleGroup(key); });
    }
    if (m_travel->isAway())
        return;
    for (const Note &note : m_plan.board().notes) {
        if (QRectF(note.at, QSizeF(160, 60)).contains(at) && mayMove())
            menu.addAction(tr("Remove this note"), this, [this, id = note.id] { m_plan.note(id, {}, {}); });
    }
    if (mayMove())
        menu.addAction(tr("Add note…"), this, [this, at] { writeNote(at); });
    menu.addAction(tr("Arrange anew"), this, [this] { m_plan.arrange(); });
    addTelling(menu);
}

void MapPage::writeNote(const QPointF &at)
{
    const QString text = QInputDialog::getText(this, tr("Add note"), tr("What the note says:"));
    if (!text.trimmed().isEmpty())
        m_plan.note(QStringLiteral("note:") + m_entropy.token(), text.trimmed(), at);
}

void MapPage::change(const SetDevices &command)
{
    client::ask(m_mirror.link(), command, this, [this](const core::Result<SetDevices::Reply> &reply) {
        if (!reply)
            m_toasts->say(reply.error().message);
    });
}

void MapPage::askForLink(const QString &from, const QString &to)
{
    const Entry *one = m_plan.devices().find(from);
    const Entry *other = m_plan.devices().find(to);
    if (!one || !other)
        return;
    auto *sheet = new JoinSheet(*one, *other, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &QDialog::accepted, this, [this, sheet] { m_hand->draw(sheet->wish()); });
    sheet->open();
}

} // namespace network
