// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/devicepage.h"

#include "client/ask.h"
#include "devices/deeds.h"
#include "devices/devicerows.h"
#include "devices/eventstab.h"
#include "devices/presencestrip.h"
#include "devices/reachtab.h"
#include "devices/typeicon.h"
#include "kit/card.h"
#include "kit/emptystate.h"
#include "kit/format.h"
#include "kit/glyph.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/tokens.h"
#include "network/compose.h"

#include <QFormLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace devices {

namespace {
constexpr int againMs = 1000;
constexpr int hours = 24;
constexpr int cellsPerHour = 2;
constexpr int changesAtOnce = 100;
constexpr qsizetype longestNotes = 16384;
} // namespace

DevicePage::DevicePage(client::Mirror &mirror, client::Devices &devices, client::Happenings &happenings,
                       Deeds &deeds, QWidget *parent)
    : QWidget(parent), m_mirror(mirror), m_devices(devices), m_deeds(deeds),
      m_stack(new QStackedLayout(this)),
      m_empty(new kit::EmptyState(kit::icon(kit::Symbol::Devices), QString())), m_tabs(new QTabWidget),
      m_reach(new ReachTab(mirror)), m_events(new EventsTab(mirror, happenings)),
      m_reasons(new TextTable({tr("Source"), tr("What it said"), tr("Speaks for"), tr("Weight")}, this)),
      m_names(new TextTable({tr("Address or name"), tr("What"), tr("Last seen")}, this)),
      m_ports(new TextTable({tr("Port"), tr("State"), tr("Service"), tr("Open since"), tr("Last seen"),
                             tr("What answers there")},
                            this)),
      m_interfaces(new TextTable({tr("Interface"), tr("State"), tr("Speed"), tr("In"), tr("Out"),
                                  tr("Errors per second"), tr("Called")},
                                 this)),
      m_past(new TextTable({tr("When"), tr("What"), tr("Before"), tr("After"), tr("Seen by")}, this))
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(kit::tokens::PagePadding, 0, kit::tokens::PagePadding,
                               kit::tokens::PagePadding);
    column->setSpacing(kit::tokens::Space2);
    column->addWidget(buildHead());
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(buildOverview(), tr("Overview"));
    m_tabs->addTab(buildPorts(), tr("Ports and services"));
    m_tabs->addTab(m_reach, tr("Metrics"));
    m_tabs->addTab(m_events, tr("Events"));
    m_tabs->addTab(buildChanges(), tr("Changes"));
    m_tabs->addTab(buildNotes(), tr("Notes"));
    column->addWidget(m_tabs, 1);
    m_empty->setAction(tr("Back to the list"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    connectParts();
}

void DevicePage::takeFocus() { m_tabs->setFocus(); }

void DevicePage::connectParts()
{
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &DevicePage::left);
    connect(m_empty, &kit::EmptyState::actionTriggered, this, &DevicePage::left);
    connect(m_events, &EventsTab::eventWanted, this, &DevicePage::eventWanted);
    m_again.setSingleShot(true);
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_id.isEmpty())
            return;
        ask();
        if (m_changes.size() <= changesAtOnce)
            askChanges(0);
    });
    connect(&m_devices, &client::Devices::changed, this, [this](const QStringList &ids) {
        if (m_id.isEmpty() || !ids.contains(m_id))
            return;
        if (const network::Entry *device = m_devices.find(m_id)) {
            m_known.device = *device;
            showHead(*device);
            showFacts();
            showNotes(*device);
        }
        if (isVisible() && !m_again.isActive())
            m_again.start();
    });
    connect(&m_devices, &client::Devices::removed, this, [this](const QStringList &ids) {
        if (!m_id.isEmpty() && ids.contains(m_id))
            say(tr("This device is no longer kept: somebody forgot it, or it turned out to be another one."));
    });
    connect(&m_mirror.link(), &client::Link::stateChanged, this, [this] {
        if (m_mirror.link().state() == client::Link::State::Live && !m_id.isEmpty())
            ask();
        allowNotes();
    });
    connect(&m_mirror, &client::Mirror::userChanged, this, &DevicePage::allowNotes);
}

metrics::ChartOffers &DevicePage::chartOffers() { return m_reach->offers(); }

void DevicePage::showReach(const client::Span &span)
{
    m_tabs->setCurrentWidget(m_reach);
    m_reach->showSpan(span);
}

void DevicePage::open(const QString &id)
{
    // Who wrote something and goes on meant to keep it; it can be undone.
    if (m_save->isEnabled())
        saveNotes();
    m_id = id;
    ++m_round;
    m_known = {};
    m_changes.clear();
    dropNotes();
    m_tabs->setCurrentIndex(0);
    m_reach->open(id);
    m_events->open(QStringList());
    if (id.isEmpty())
        return;
    say(tr("Waiting for what is known of this device."));
    if (const network::Entry *device = m_devices.find(id)) {
        network::GetDevice::Reply first;
        first.device = *device;
        take(first);
    }
    ask();
    askChanges(0);
}

bool DevicePage::isHolding() const
{
    return !m_id.isEmpty() && m_notes->document()->isModified() && !m_save->isEnabled();
}

void DevicePage::dropNotes()
{
    m_notes->clear();
    m_notes->document()->setModified(false);
    allowNotes();
}

void DevicePage::setDepartments(const QHash<QString, QString> &names)
{
    m_setting.departments = names;
    if (!m_id.isEmpty())
        showFacts();
}

void DevicePage::say(const QString &why)
{
    m_empty->setSentence(why);
    m_stack->setCurrentIndex(0);
}

void DevicePage::ask()
{
    const auto isStill = [this, round = m_round] { return round == m_round; };
    client::ask(m_mirror.link(), network::GetDevice{m_id}, this,
                [this, isStill](const core::Result<network::GetDevice::Reply> &reply) {
                    if (!isStill())
                        return;
                    if (reply)
                        take(reply.value());
                    else if (!m_devices.find(m_id))
                        say(reply.error().message);
                });
    network::DevicePresence presence;
    presence.id = m_id;
    presence.to = m_mirror.serverNow();
    presence.from = presence.to.addSecs(-3600LL * hours);
    presence.cells = hours * cellsPerHour;
    client::ask(m_mirror.link(), presence, this,
                [this, isStill, presence](const core::Result<network::DevicePresence::Reply> &reply) {
                    if (isStill() && reply)
                        showPresence(reply.value(), presence.from, presence.to);
                });
}

void DevicePage::take(const network::GetDevice::Reply &reply)
{
    m_known = reply;
    m_stack->setCurrentIndex(1);
    showHead(reply.device);
    showFacts();
    showReasons();
    m_names->show(nameRows(reply, m_setting));
    m_ports->show(portRows(reply, m_setting));
    m_noPorts->setVisible(reply.ports.isEmpty());
    m_interfaces->show(interfaceRows(reply));
    m_interfaceView->setVisible(!reply.interfaces.isEmpty());
    m_tabs->setTabText(1, reply.ports.isEmpty() ? tr("Ports and services")
                                                : tr("Ports and services (%1)").arg(reply.ports.size()));
    showNotes(reply.device);
}

void DevicePage::showHead(const network::Entry &device)
{
    m_setting.now = m_mirror.serverNow();
    m_icon->setPixmap(typeIcon(device.deviceType).pixmap(kit::tokens::IconSize));
    m_name->setText(network::nameOf(device));
    m_glyph->setStatus(network::statusOf(device));
    m_state->setText(stateLine(device, m_setting.now));
    setAccessibleName(tr("Device %1").arg(network::nameOf(device)));
    m_events->open(QStringList{device.id} + device.addresses + QStringList{device.macAddress});
}

void DevicePage::showFacts()
{
    const QList<std::pair<QString, QString>> rows = factRows(m_known, m_devices, m_setting);
    if (rows == m_factRows)
        return;
    m_factRows = rows;
    while (m_facts->rowCount() > 0)
        m_facts->removeRow(0);
    for (const auto &[title, text] : rows) {
        auto *name = new kit::Label(title, kit::TextRole::Secondary);
        name->setElide(Qt::ElideNone);
        auto *value = new kit::Label(text);
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        name->setBuddy(value);
        m_facts->addRow(name, value);
    }
}

void DevicePage::showReasons()
{
    const network::Entry &device = m_known.device;
    const QString type =
        device.deviceType.isEmpty() ? tr("Type: unknown") : network::typeTitle(device.deviceType);
    m_typeCard->setTitle(type);
    m_typeCard->setSubtitle(device.isTypeSet ? tr("Somebody said so")
                            : device.deviceType.isEmpty()
                                ? QString()
                                : tr("%1 sure").arg(kit::format::percent(device.typeConfidence * 100)));
    m_reasons->show(reasonRows(m_known));
}

void DevicePage::showPresence(const network::DevicePresence::Reply &reply, const QDateTime &from,
                              const QDateTime &to)
{
    m_presence->show(reply.cells, from, to);
    const bool isKnown = std::any_of(reply.cells.begin(), reply.cells.end(),
                                     [](const QString &cell) { return cell != QLatin1String("unknown"); });
    const QString share =
        isKnown
            ? tr("Up %1 of the time in which it was watched").arg(kit::format::percent(reply.upShare * 100))
            : tr("It was not watched in this time");
    m_presenceCard->setSubtitle(share);
    m_presence->setAccessibleDescription(share);
}

void DevicePage::askChanges(qint64 before)
{
    network::DeviceHistory command;
    command.id = m_id;
    command.before = before;
    command.limit = changesAtOnce;
    m_older->setEnabled(false);
    client::ask(m_mirror.link(), command, this,
                [this, before, round = m_round](const core::Result<network::DeviceHistory::Reply> &reply) {
                    if (round != m_round)
                        return;
                    m_older->setEnabled(true);
                    if (!reply)
                        return;
                    if (before == 0)
                        m_changes.clear();
                    m_changes += reply->changes;
                    m_older->setVisible(reply->changes.size() == changesAtOnce);
                    m_past->show(changeRows(m_changes, m_setting));
                });
}

void DevicePage::showNotes(const network::Entry &device)
{
    // What somebody is about to write is theirs, until the server has it.
    if (!m_notes->document()->isModified() && m_notes->toPlainText() != device.notes)
        m_notes->setPlainText(device.notes);
    if (m_notes->toPlainText() == device.notes)
        m_notes->document()->setModified(false);
    allowNotes();
}

void DevicePage::allowNotes()
{
    const QString whyNot = m_deeds.whyNot();
    const bool isTooLong = m_notes->toPlainText().size() > longestNotes;
    m_notes->setReadOnly(!whyNot.isEmpty());
    m_edit->setEnabled(whyNot.isEmpty());
    m_edit->setToolTip(whyNot);
    m_save->setEnabled(whyNot.isEmpty() && !isTooLong && m_notes->document()->isModified());
    m_notesHint->setText(
        isTooLong ? tr("Notes have at most %1 characters.").arg(kit::format::count(longestNotes)) : whyNot);
}

void DevicePage::saveNotes()
{
    network::SetDevices change;
    change.notes = m_notes->toPlainText();
    m_deeds.set({m_id}, change, tr("The notes are saved."));
}

void DevicePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeCards();
}

void DevicePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_id.isEmpty())
        m_again.start();
}

} // namespace devices
