// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/devicespage.h"

#include "catalog/departments.h"
#include "client/ask.h"
#include "devices/deeds.h"
#include "devices/devicepage.h"
#include "devices/sight.h"
#include "kit/banner.h"
#include "kit/emptystate.h"
#include "kit/filterfield.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/segmented.h"
#include "kit/toast.h"
#include "network/devicefacts.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QMetaMethod>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTableView>

namespace devices {

namespace {
namespace format = kit::format;
constexpr int settleMs = 250;
constexpr qint64 tickMs = 5000;
} // namespace

DevicesPage::DevicesPage(client::Mirror &mirror, client::Devices &devices, QWidget *parent)
    : QWidget(parent), m_mirror(mirror), m_devices(devices), m_happenings(mirror.link()),
      m_presences(mirror, devices), m_table(new DeviceTable(devices, this)),
      m_toasts(new kit::ToastArea(this)), m_deeds(new Deeds(mirror, devices, *m_toasts, *this)),
      m_stack(new QStackedLayout(this)),
      m_empty(new kit::EmptyState(kit::icon(kit::Symbol::Devices), QString())),
      m_page(new DevicePage(mirror, devices, m_happenings, *m_deeds))
{
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildList());
    m_stack->addWidget(m_page);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connectParts();
    showTypes();
    showCounts();
    showState();
    allowActions();
}

void DevicesPage::connectTable()
{
    connect(m_table, &DeviceTable::countsChanged, this, &DevicesPage::changed);
    connect(m_table, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_kept = chosen();
        m_isReplacing = true;
    });
    connect(m_table, &QAbstractItemModel::modelReset, this, [this] {
        choose(m_kept);
        m_isReplacing = false;
        showChosen();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_isReplacing)
            showChosen();
    });
}

void DevicesPage::connectParts()
{
    connectTable();
    connect(&m_settle, &QTimer::timeout, this, &DevicesPage::settle);
    connect(&m_devices, &client::Devices::reset, this, &DevicesPage::showTypes);
    connect(&m_devices, &client::Devices::reset, this, &DevicesPage::showState);
    connect(&m_mirror.link(), &client::Link::stateChanged, this, [this] {
        showState();
        allowActions();
        askDepartments();
    });
    connect(&m_mirror, &client::Mirror::userChanged, this, &DevicesPage::allowActions);
    connect(&m_mirror, &client::Mirror::readingChanged, this, &DevicesPage::tick);
    connect(m_deeds, &Deeds::refused, this, [this](const QString &why) {
        m_error->setText(why);
        m_error->show();
    });
    connect(m_deeds, &Deeds::added, this, [this](const QString &id) {
        m_table->settle();
        choose({id});
    });
    connect(m_empty, &kit::EmptyState::actionTriggered, this, [this] {
        if (m_mirror.link().state() == client::Link::State::Live)
            Q_EMIT scopeWanted();
        else
            m_mirror.link().retry();
    });
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex &at) { openRow(at.row()); });
    connect(m_page, &DevicePage::left, this, &DevicesPage::leaveDevice);
    connect(m_page, &DevicePage::mapWanted, this, &DevicesPage::mapWanted);
    connect(m_page, &DevicePage::editWanted, this, &DevicesPage::edit);
    connect(m_page, &DevicePage::eventWanted, this, &DevicesPage::eventWanted);
    m_view->viewport()->installEventFilter(this);
    m_view->horizontalHeader()->installEventFilter(this);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &DevicesPage::changed);
}

void DevicesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_table->setNow(m_mirror.serverNow());
    askDepartments();
    allowActions();
    m_settle.start();
}

void DevicesPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    allowActions();
}

bool DevicesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->horizontalHeader()) {
        if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
            widenHeads();
    } else if (event->type() == QEvent::Leave) {
        m_settle.start();
    }
    return QWidget::eventFilter(watched, event);
}

void DevicesPage::askDepartments()
{
    if (m_mirror.link().state() != client::Link::State::Live || !isVisible())
        return;
    client::ask(m_mirror.link(), usage::ListDepartments{}, this,
                [this](const core::Result<usage::ListDepartments::Reply> &reply) {
                    if (!reply)
                        return; // then the list has ids in place of names
                    QHash<QString, QString> names;
                    for (const usage::Department &one : reply->departments)
                        names.insert(one.id, one.name);
                    if (names == m_table->setting().departments)
                        return;
                    m_table->setDepartments(names);
                    m_page->setDepartments(names);
                });
}

void DevicesPage::tick()
{
    const QDateTime now = m_mirror.serverNow();
    if (!isVisible() || (m_ticked.isValid() && std::abs(m_ticked.msecsTo(now)) < tickMs))
        return;
    m_ticked = now;
    m_table->setNow(now);
    m_view->viewport()->update();
    m_sight->look();
}

void DevicesPage::openDevice(const QString &id, bool isFromElsewhere)
{
    if (id.isEmpty() || !mayLeave([this, id, isFromElsewhere] { openDevice(id, isFromElsewhere); }))
        return;
    m_isFromElsewhere = isFromElsewhere;
    m_page->open(id);
    showState();
    m_page->takeFocus();
    allowActions();
    tellSelected(id);
    Q_EMIT deviceShown();
}

void DevicesPage::openRow(int row)
{
    const QItemSelectionModel &selection = *m_view->selectionModel();
    const bool isMeant = !selection.hasSelection() || selection.isRowSelected(row);
    openDevice(isMeant ? m_table->at(row).id : chosen().value(0));
}

void DevicesPage::showFiltered(const QString &filter)
{
    if (!mayLeave([this, filter] { showFiltered(filter); }))
        return;
    m_page->open({});
    showState();
    m_table->setPart(Part::All);
    m_filter->setText(filter);
    m_view->setFocus();
    allowActions();
    Q_EMIT deviceShown();
}

metrics::ChartOffers &DevicesPage::chartOffers() { return m_page->chartOffers(); }

void DevicesPage::openChart(const QString &id, const client::Span &span)
{
    openDevice(id, true);
    if (m_page->id() == id)
        m_page->showReach(span);
}

bool DevicesPage::isDeviceShown() const { return !m_page->id().isEmpty(); }

bool DevicesPage::mayLeave(const std::function<void()> &leave)
{
    if (!m_page->isHolding())
        return true;
    kit::Toast *toast =
        m_toasts->say(tr("The notes are not saved. %1").arg(m_deeds->whyNot()), tr("Leave without them"));
    connect(toast, &kit::Toast::actionTriggered, this, [this, leave] {
        m_page->dropNotes();
        leave();
    });
    return false;
}

bool DevicesPage::leaveDevice()
{
    if (!mayLeave([this] { leaveDevice(); }))
        return true;
    const QString id = m_page->id();
    m_page->open({});
    showState();
    if (chosen().isEmpty())
        choose({id});
    m_view->setFocus();
    allowActions();
    Q_EMIT deviceShown();
    return !std::exchange(m_isFromElsewhere, false);
}

void DevicesPage::showState()
{
    if (isDeviceShown()) {
        m_stack->setCurrentIndex(2);
        return;
    }
    if (m_table->total() > 0) {
        m_stack->setCurrentIndex(1);
        return;
    }
    const QString why = m_mirror.link().stateText();
    QString action;
    if (!why.isEmpty()) {
        m_empty->setSentence(why);
        if (!m_mirror.link().isLocal())
            action = tr("Retry now");
    } else if (!m_devices.trouble().isEmpty()) {
        m_empty->setSentence(m_devices.trouble());
    } else if (m_devices.isKnown()) {
        m_empty->setSentence(tr("No devices yet. Nothing is looked at before "
                                "somebody says which networks may "
                                "be; what is found in them appears here."));
        if (isSignalConnected(QMetaMethod::fromSignal(&DevicesPage::scopeWanted)))
            action = tr("Choose networks…");
    } else {
        m_empty->setSentence(tr("Waiting for the list of devices."));
    }
    m_empty->setAction(action);
    m_stack->setCurrentIndex(0);
}

/// Who points at a row, has chosen one or reads further down wants to find it
/// where it is.
bool DevicesPage::isHeld() const
{
    return m_view->viewport()->underMouse() || m_view->selectionModel()->hasSelection() ||
           m_view->verticalScrollBar()->value() > 0;
}

void DevicesPage::changed()
{
    if (m_table->isUnsettled() && !isHeld() && !m_settle.isActive())
        m_settle.start();
    showCounts();
    showState();
}

void DevicesPage::settle()
{
    if (!isVisible())
        return; // it is settled when somebody looks
    if (m_table->isUnsettled() && !isHeld())
        m_table->settle();
    showTypes();
}

void DevicesPage::showCounts()
{
    showParts();
    const int shown = m_table->rowCount();
    const int total = m_table->total();
    m_count->setText(shown == total ? tr("%n device(s)", nullptr, total)
                                    : tr("%1 of %2 devices").arg(format::count(shown), format::count(total)));
    const bool isFresh = m_table->isUnsettled() && isHeld();
    m_fresh->setVisible(isFresh);
    m_fresh->setText(m_table->waiting() > 0 ? tr("%n new: show", nullptr, m_table->waiting())
                                            : tr("The list has changed: show"));
    m_listStack->setCurrentIndex(shown == 0 ? 1 : 0);
}

void DevicesPage::showParts()
{
    const QStringList titles{tr("All"),         tr("Up"),   tr("Needs attention"), tr("Down"),
                             tr("Unreachable"), tr("Away"), tr("Unknown"),         tr("New", "devices"),
                             tr("Ignored")};
    QList<Part> parts;
    QStringList options;
    for (int place = 0; place < int(Part::Count); ++place) {
        const Part part = Part(place);
        const int count = m_table->counts()[size_t(place)];
        const bool isAlways =
            part == Part::All || part == Part::Up || part == Part::Down || part == Part::New;
        if (!isAlways && count == 0 && m_table->part() != part)
            continue;
        parts << part;
        options << tr("%1 %2", "part of the devices and how many").arg(titles[place], format::count(count));
    }
    m_partsShown = parts;
    m_parts->setOptions(options);
    m_parts->setCurrent(int(parts.indexOf(m_table->part())));
}

void DevicesPage::readFilter(const QString &text)
{
    DeviceFilter::Reading reading = DeviceFilter::read(text);
    if (reading.flaw) {
        m_filter->setFlaw(tr("Character %1: %2 (The filter before is still in force.)")
                              .arg(reading.flaw->at + 1)
                              .arg(reading.flaw->why));
        return;
    }
    m_filter->setFlaw({});
    m_table->setFilter(std::move(reading.filter));
}

void DevicesPage::clearFilter()
{
    m_filter->clear();
    m_types->setCurrentIndex(0);
    m_table->setType({});
    m_table->setPart(Part::All);
    m_view->setFocus();
}

QStringList DevicesPage::chosen() const
{
    QList<int> rows;
    const QItemSelection selection = m_view->selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows << row;
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    QStringList ids;
    for (const int row : std::as_const(rows))
        ids << m_table->at(row).id;
    return ids;
}

void DevicesPage::choose(const QStringList &ids)
{
    QItemSelection rows;
    int first = -1;
    for (const QString &id : ids) {
        const int row = m_table->rowOf(id);
        if (row < 0)
            continue;
        first = first < 0 ? row : first;
        rows.select(m_table->index(row, 0), m_table->index(row, ColumnCount - 1));
    }
    QItemSelectionModel *selection = m_view->selectionModel();
    if (first >= 0)
        selection->setCurrentIndex(m_table->index(first, Name), QItemSelectionModel::NoUpdate);
    selection->select(rows, QItemSelectionModel::ClearAndSelect);
}

void DevicesPage::showChosen()
{
    allowActions();
    changed();
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid() && m_view->selectionModel()->isRowSelected(current.row()))
        tellSelected(m_table->at(current.row()).id);
}

void DevicesPage::tellSelected(const QString &id)
{
    Q_EMIT selected([this, id]() -> std::optional<client::Facts> {
        const network::Entry *device = m_devices.find(id);
        return device ? std::optional(network::factsOf(*device, m_mirror.serverNow())) : std::nullopt;
    });
}

QByteArray DevicesPage::state() const { return m_view->horizontalHeader()->saveState(); }

void DevicesPage::restore(const QByteArray &state)
{
    if (state.isEmpty())
        return;
    QHeaderView *header = m_view->horizontalHeader();
    const QByteArray before = header->saveState();
    if (!header->restoreState(state))
        return;
    if (header->count() != ColumnCount) // kept by a Belfry with other columns
        header->restoreState(before);
    m_view->setColumnHidden(Name, false);
    m_view->sortByColumn(header->sortIndicatorSection(), header->sortIndicatorOrder());
}

} // namespace devices
