// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/mappage.h"

#include "catalog/departments.h"
#include "client/ask.h"
#include "kit/emptystate.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/toast.h"
#include "kit/tokens.h"
#include "network/devicefacts.h"
#include "network/devicetree.h"
#include "network/handlinks.h"
#include "network/hovercard.h"
#include "network/mapcanvas.h"
#include "network/timestrip.h"
#include "network/timetravel.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedLayout>
#include <QTreeView>
#include <QVBoxLayout>

namespace network {

namespace {
namespace tokens = kit::tokens;
constexpr int listWidth = 420;
constexpr qsizetype leastDevicesToSay = 1;
} // namespace

MapPage::MapPage(client::Mirror &mirror, client::Devices &devices, client::Links &links, core::Clock &clock,
                 core::Entropy &entropy, QWidget *parent)
    : QWidget(parent), m_mirror(mirror), m_clock(clock), m_entropy(entropy),
      m_layout(mirror.link(), clock, entropy), m_plan(devices, links, m_layout, clock),
      m_stack(new QStackedLayout(this)),
      m_empty(new kit::EmptyState(kit::icon(kit::Symbol::Network), QString())),
      m_toasts(new kit::ToastArea(this))
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(tokens::PagePadding, 0, tokens::PagePadding, tokens::PagePadding);
    column->setSpacing(tokens::Space2);
    QWidget *map = buildMap();
    buildActions();
    column->addWidget(buildToolRow());
    column->addWidget(map, 1);
    column->addWidget(m_travel->strip());
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    connectParts();
    rebuilt();
}

MapView &MapPage::view() const { return m_canvas->view(); }

QWidget *MapPage::buildMap()
{
    m_both = new QSplitter(Qt::Horizontal);
    m_canvas = new MapCanvas(m_plan.board());
    m_travel = new TimeTravel(m_mirror, m_clock, m_plan, *m_canvas);
    m_hand = new HandLinks(m_plan.links(), m_plan.undoStack(), this);
    m_list = new QTreeView;
    m_tree = new DeviceTree(m_plan.board(), this);
    m_list->setModel(m_tree);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Devices on the map"));
    m_list->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_list->setColumnWidth(DeviceTree::Name, listWidth / 2);
    m_list->setMinimumWidth(listWidth / 2);
    m_list->hide();
    m_both->addWidget(m_list);
    m_both->addWidget(m_canvas);
    m_both->setStretchFactor(1, 1);
    m_both->setChildrenCollapsible(false);
    return m_both;
}

void MapPage::connectParts()
{
    MapView *map = &m_canvas->view();
    connect(&m_plan, &Plan::rebuilt, this, &MapPage::rebuilt);
    connect(&m_plan, &Plan::refreshed, this, [this, map](const QStringList &ids) {
        map->refresh(ids);
        m_tree->refresh(ids);
    });
    connect(map, &MapView::chosenChanged, this, &MapPage::showChosen);
    connect(map, &MapView::moved, &m_plan,
            [this](const QStringList &ids, const QPointF &by) { m_plan.moveBy(ids, by); });
    connect(map, &MapView::activated, this, &MapPage::openOrEnter);
    connect(map, &MapView::boxActivated, this, &MapPage::enterGroup);
    connect(map, &MapView::menuWanted, this, &MapPage::showMenu);
    connect(map, &MapView::hoverChanged, this, &MapPage::showCard);
    connect(map, &MapView::joined, this, &MapPage::askForLink);
    connect(m_travel, &TimeTravel::awayChanged, this, &MapPage::allowChanges);
    connect(m_hand, &HandLinks::refused, this, [this](const QString &why) { m_toasts->say(why); });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &MapPage::chooseFromList);
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &at) {
        if (const QString id = m_tree->idOf(at); !id.isEmpty())
            openOrEnter(id);
    });
    connect(m_empty, &kit::EmptyState::actionTriggered, this, [this] { m_mirror.link().retry(); });
    connect(&m_mirror.link(), &client::Link::stateChanged, this, &MapPage::showState);
    connect(&m_mirror.link(), &client::Link::stateChanged, this, &MapPage::askDepartments);
    connect(&m_plan.devices(), &client::Devices::reset, this, &MapPage::showState);
    connect(&m_layout, &client::MapLayout::refused, this, [this](const QString &why) {
        m_toasts->say(tr("What you moved could not be saved: %1").arg(why));
    });
    connect(&m_layout, &client::MapLayout::movedByOthers, this,
            [this](const QStringList &nodes, const QString &by) {
                const int spot = m_plan.board().find(nodes.first());
                const QString what = nodes.size() == 1 && spot >= 0
                                         ? m_plan.board().spots[size_t(spot)].name
                                         : tr("%n thing(s)", nullptr, int(nodes.size()));
                m_toasts->say(tr("%1 moved %2.").arg(plainLine(by), what));
            });
    const auto judgeLock = [this] {
        // Who may administer may move things at once; others first have to say that they mean to.
        if (!m_isLockChosen && m_mirror.user())
            m_lock->setChecked(m_mirror.user()->role != core::roleWord(core::Role::Admin));
    };
    connect(&m_mirror, &client::Mirror::userChanged, this, judgeLock);
    judgeLock();
}

void MapPage::showState()
{
    if (m_plan.devices().all().size() >= leastDevicesToSay) {
        m_stack->setCurrentIndex(1);
        return;
    }
    const QString why = m_mirror.link().stateText();
    const QString &trouble = m_plan.devices().trouble();
    if (!why.isEmpty())
        m_empty->setSentence(why);
    else if (!trouble.isEmpty())
        m_empty->setSentence(trouble);
    else if (m_plan.devices().isKnown())
        m_empty->setSentence(tr("No devices yet. They appear here as soon as a network that may be looked at "
                                "is watched or scanned."));
    else
        m_empty->setSentence(tr("Waiting for the list of devices."));
    m_empty->setAction(why.isEmpty() || m_mirror.link().isLocal() ? QString() : tr("Retry now"));
    m_stack->setCurrentIndex(0);
}

void MapPage::rebuilt()
{
    const QStringList chosen = view().chosen();
    m_isSyncing = true;
    m_tree->reload();
    m_list->expandToDepth(0);
    m_isSyncing = false;
    m_canvas->boardChanged();
    showState();
    fitOnce();
    if (!m_search->text().isEmpty())
        find(m_search->text());
    if (chosen != view().chosen() || !chosen.isEmpty())
        showChosen();
    allowChanges();
}

/// Before it is seen nobody knows how large it is.
void MapPage::fitOnce()
{
    if (m_isFitted || !isVisible() || m_plan.board().spots.empty())
        return;
    m_isFitted = true;
    view().fit();
}

void MapPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fitOnce();
    askDepartments();
}

void MapPage::askDepartments()
{
    if (m_mirror.link().state() != client::Link::State::Live || !isVisible())
        return;
    client::ask(m_mirror.link(), usage::ListDepartments{}, this,
                [this](const core::Result<usage::ListDepartments::Reply> &reply) {
                    if (!reply)
                        return; // then the map has ids in place of names
                    QHash<QString, QString> names;
                    for (const usage::Department &one : reply->departments)
                        names.insert(one.id, one.name);
                    m_plan.setDepartmentNames(names);
                });
}

void MapPage::showChosen()
{
    const QStringList &chosen = view().chosen();
    allowChanges();
    if (!m_isSyncing) {
        m_isSyncing = true;
        QItemSelection rows;
        for (const QString &id : chosen) {
            const QModelIndex at = m_tree->indexOf(id);
            rows.select(at, at.siblingAtColumn(DeviceTree::ColumnCount - 1));
        }
        m_list->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
        if (!chosen.isEmpty())
            m_list->scrollTo(m_tree->indexOf(chosen.last()));
        m_isSyncing = false;
    }
    if (chosen.isEmpty())
        return;
    Q_EMIT selected([this, id = chosen.last()]() -> std::optional<client::Facts> {
        const std::optional<Entry> device = m_plan.shown(id);
        return device ? std::optional(factsOf(*device, m_travel->time())) : std::nullopt;
    });
}

void MapPage::chooseFromList()
{
    if (m_isSyncing)
        return;
    QStringList ids;
    const QModelIndexList rows = m_list->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        if (const QString id = m_tree->idOf(row); !id.isEmpty())
            ids << id;
    }
    m_isSyncing = true;
    view().choose(ids);
    if (!ids.isEmpty())
        view().reveal(ids.last());
    m_isSyncing = false;
}

void MapPage::focusDevice(const QString &id)
{
    view().choose({id});
    view().reveal(id);
    view().setFocus();
}

void MapPage::openOrEnter(const QString &id)
{
    if (id.startsWith(QLatin1String("stack:")))
        m_plan.toggleGroup(id.mid(6));
    else
        Q_EMIT deviceWanted(id);
}

void MapPage::enterGroup(const QString &key)
{
    QStringList inside;
    const Board &board = m_plan.board();
    for (const Spot &spot : board.spots) {
        if (spot.group >= 0 && board.boxes[size_t(spot.group)].key == key)
            inside << spot.id;
    }
    const QStringList before = view().chosen();
    view().choose(inside);
    view().fitChosen();
    view().choose(before);
}

void MapPage::find(const QString &words)
{
    m_found.clear();
    m_foundAt = -1;
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const Spot &spot : m_plan.board().spots) {
        const Entry *device = m_plan.devices().find(spot.id);
        const QString text = device
                                 ? QStringList{spot.name,          device->addresses.join(QLatin1Char(' ')),
                                               device->macAddress, device->vendor,
                                               device->hostname,   device->tags.join(QLatin1Char(' '))}
                                       .join(QLatin1Char(' '))
                                 : spot.name;
        const bool isMeant =
            !wanted.isEmpty() && std::all_of(wanted.begin(), wanted.end(), [&](const auto &word) {
                return text.contains(word, Qt::CaseInsensitive);
            });
        if (isMeant)
            m_found << spot.id;
    }
    view().setFound(m_found);
    m_foundText->setText(wanted.isEmpty()    ? QString()
                         : m_found.isEmpty() ? tr("Nothing found")
                                             : tr("%n found", nullptr, int(m_found.size())));
}

void MapPage::findNext()
{
    if (m_found.isEmpty())
        return;
    m_foundAt = (m_foundAt + 1) % m_found.size();
    view().choose({m_found[m_foundAt]});
    view().reveal(m_found[m_foundAt]);
    m_foundText->setText(tr("%1 of %2", "found").arg(m_foundAt + 1).arg(m_found.size()));
}

void MapPage::showCard()
{
    const std::optional<Entry> device = m_plan.shown(view().hovered());
    const int spot = m_plan.board().find(view().hovered());
    if (!device || spot < 0) {
        m_canvas->card().hide();
        return;
    }
    m_canvas->card().show(factsOf(*device, m_travel->time()),
                          view().mapFromScene(m_plan.board().spots[size_t(spot)].at));
}

void MapPage::setListShown(bool shown)
{
    m_listShown->setChecked(shown);
    m_list->setVisible(shown);
    m_both->setSizes({listWidth, std::max(listWidth, m_both->width() - listWidth)});
    if (shown && view().hasFocus())
        m_list->setFocus();
}

QString MapPage::state() const
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(m_kind->currentIndex())
        .arg(m_grouping->currentIndex())
        .arg(m_overlay->currentIndex())
        .arg(int(m_listShown->isChecked()));
}

void MapPage::restore(const QString &state)
{
    const QStringList parts = state.split(QLatin1Char(' '));
    const auto choose = [&parts](QComboBox &box, int place) {
        bool isNumber = false;
        const int choice = parts.value(place).toInt(&isNumber);
        if (isNumber && choice >= 0 && choice < box.count())
            box.setCurrentIndex(choice);
    };
    choose(*m_kind, 0);
    choose(*m_grouping, 1);
    choose(*m_overlay, 2);
    m_plan.setLayoutKind(LayoutKind(m_kind->currentIndex()));
    m_plan.setGrouping(Grouping(m_grouping->currentIndex()));
    if (parts.value(3) == QLatin1String("1"))
        setListShown(true);
}

} // namespace network
