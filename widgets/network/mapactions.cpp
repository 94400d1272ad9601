// SPDX-License-Identifier: GPL-3.0-or-later
// The tool row of the map page and its keys.
#include "kit/dragbutton.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/tokens.h"
#include "network/align.h"
#include "network/mapcanvas.h"
#include "network/mappage.h"
#include "network/timetravel.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <tuple>

namespace network {

namespace {
constexpr double keyZoom = 1.25;

QToolButton *buttonOf(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(action->icon().isNull() ? Qt::ToolButtonTextOnly
                                                       : Qt::ToolButtonTextBesideIcon);
    return button;
}

QComboBox *choiceOf(QBoxLayout &row, const QString &name, const QStringList &options)
{
    auto *label = new kit::Label(name, kit::TextRole::Secondary);
    label->setElide(Qt::ElideNone);
    auto *box = new QComboBox;
    box->addItems(options);
    box->setAccessibleName(name);
    label->setBuddy(box);
    row.addWidget(label);
    row.addWidget(box);
    return box;
}
} // namespace

void MapPage::buildChoices(QBoxLayout &row)
{
    m_kind = choiceOf(row, tr("Layout"), {tr("Layered"), tr("Radial"), tr("Grid"), tr("Force")});
    m_grouping = choiceOf(row, tr("Group"), {tr("None"), tr("Network"), tr("Department"), tr("Type")});
    m_grouping->setCurrentIndex(int(Grouping::Subnet));
    m_overlay = choiceOf(row, tr("Show"),
                         {tr("State"), tr("Open ports"), tr("Latency"), tr("Traffic"), tr("Department")});
    connect(m_kind, &QComboBox::activated, this, [this](int kind) {
        if (!view().chosen().isEmpty())
            m_plan.setCentre(view().chosen().last());
        m_isFitted = false;
        m_plan.setLayoutKind(LayoutKind(kind));
    });
    connect(m_grouping, &QComboBox::activated, this, [this](int grouping) {
        m_isFitted = false;
        m_plan.setGrouping(Grouping(grouping));
    });
    connect(m_overlay, &QComboBox::currentIndexChanged, this, [this](int overlay) {
        m_canvas->setOverlay(Overlay(overlay));
        m_plan.setOverlay(Overlay(overlay));
    });
}

QWidget *MapPage::buildToolRow()
{
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kit::tokens::Space2);
    buildChoices(*row);
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Find on the map"));
    m_search->setAccessibleName(tr("Find on the map"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(200);
    connect(m_search, &QLineEdit::textChanged, this, &MapPage::find);
    connect(m_search, &QLineEdit::returnPressed, this, &MapPage::findNext);
    row->addWidget(m_search, 3);
    m_foundText = new kit::Label({}, kit::TextRole::Secondary);
    row->addWidget(m_foundText);
    row->addStretch(1);
    buildButtons(*row);
    return tools;
}

void MapPage::buildButtons(QBoxLayout &row)
{
    row.addWidget(buttonOf(m_actions.first()));
    row.addWidget(buttonOf(m_lock));
    row.addWidget(buttonOf(m_listShown));
    QToolButton *time = buttonOf(m_timeShown);
    time->setToolButtonStyle(Qt::ToolButtonIconOnly);
    time->setAccessibleName(m_timeShown->text());
    row.addWidget(time);
    auto *edit = new QToolButton;
    edit->setText(tr("Edit"));
    edit->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(edit);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        menu->addActions(m_actions);
        addAligning(*menu);
        addMapEntries(*menu, view().seen().center());
    });
    edit->setMenu(menu);
    row.addWidget(edit);
    auto *sharing = new kit::DragButton;
    sharing->setIcon(kit::icon(kit::Symbol::Chat));
    sharing->setToolTip(tr("Send to chat… (or drag it into a message)"));
    sharing->setAccessibleName(tr("Send the map to chat"));
    connect(sharing, &QToolButton::clicked, this, &MapPage::share);
    connect(sharing, &kit::DragButton::dragWanted, this, &MapPage::dragAway);
    row.addWidget(sharing);
    auto *exporting = new QToolButton;
    exporting->setText(tr("Export"));
    exporting->setPopupMode(QToolButton::InstantPopup);
    auto *files = new QMenu(exporting);
    files->addActions(m_exports);
    exporting->setMenu(files);
    row.addWidget(exporting);
}

QAction *MapPage::act(const char *id, const QString &text, const QKeySequence &keys, QWidget *where,
                      const std::function<void()> &done)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(id));
    action->setShortcut(keys);
    // Single letters are for the map alone, not for who writes into a field.
    action->setShortcutContext(where == this ? Qt::WidgetWithChildrenShortcut : Qt::WidgetShortcut);
    where->addAction(action);
    connect(action, &QAction::triggered, this, done);
    m_actions << action;
    return action;
}

void MapPage::buildActions()
{
    MapView *map = &m_canvas->view();
    act("map.fit", tr("Fit"), Qt::Key_F, map, [map] { map->fit(); });
    act("map.fitchosen", tr("Fit selection"), Qt::SHIFT | Qt::Key_F, map, [map] { map->fitChosen(); });
    act("map.zoomin", tr("Zoom in"), Qt::Key_Plus, map, [map] { map->zoomBy(keyZoom); });
    act("map.zoomout", tr("Zoom out"), Qt::Key_Minus, map, [map] { map->zoomBy(1 / keyZoom); });
    act("map.zoomreset", tr("Zoom to 100 %"), Qt::Key_0, map, [map] { map->zoomTo(1); });
    QAction *search = act("map.find", tr("Find on the map"), Qt::Key_Slash, map, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    search->setShortcuts({Qt::Key_Slash, QKeySequence::Find});
    m_lock = act("map.lock", tr("Lock"), Qt::Key_L, map, [this] { m_isLockChosen = true; });
    m_lock->setCheckable(true);
    m_lock->setIcon(kit::icon(kit::Symbol::Pin));
    m_lock->setToolTip(tr("While locked, nothing can be moved (L)"));
    connect(m_lock, &QAction::toggled, this, &MapPage::allowChanges);
    m_listShown = act("map.list", tr("List"), Qt::CTRL | Qt::Key_L, this, [] {});
    m_listShown->setCheckable(true);
    m_listShown->setIcon(kit::icon(kit::Symbol::Table));
    m_listShown->setToolTip(tr("The same as a list (Ctrl+L)"));
    connect(m_listShown, &QAction::toggled, this, &MapPage::setListShown);
    m_timeShown = act("map.time", tr("Look back"), Qt::Key_T, map, [] {});
    m_timeShown->setCheckable(true);
    m_timeShown->setIcon(kit::icon(kit::Symbol::Clock));
    m_timeShown->setToolTip(tr("How the map was at a moment that is past (T)"));
    connect(m_timeShown, &QAction::toggled, m_travel, &TimeTravel::setShown);
    buildChanges();
    buildAligning();
    buildExport();
}

void MapPage::buildChanges()
{
    MapView *map = &m_canvas->view();
    m_join = act("map.join", tr("Join devices"), Qt::Key_J, map, [] {});
    m_join->setCheckable(true);
    m_join->setToolTip(tr("Draw a link from one device to another (J); Esc gives it up"));
    connect(m_join, &QAction::toggled, this, &MapPage::setJoining);
    connect(map, &MapView::joiningChanged, m_join, [this, map] { m_join->setChecked(map->isJoining()); });
    m_hide = act("map.hide", tr("Hide on this map"), {}, map, [this, map] { m_plan.hide(map->chosen()); });
    m_showHidden = act("map.showhidden", tr("Show hidden"), {}, map, [this] { m_plan.showHidden(); });
    m_undo = act("map.undo", tr("Undo"), QKeySequence::Undo, this, [this] { m_plan.undoStack().undo(); });
    m_redo = act("map.redo", tr("Redo"), Qt::CTRL | Qt::SHIFT | Qt::Key_Z, this,
                 [this] { m_plan.undoStack().redo(); });
    connect(&m_plan.undoStack(), &QUndoStack::canUndoChanged, m_undo,
            [this](bool can) { m_undo->setEnabled(can && !m_travel->isAway()); });
    connect(&m_plan.undoStack(), &QUndoStack::canRedoChanged, m_redo,
            [this](bool can) { m_redo->setEnabled(can && !m_travel->isAway()); });
}

void MapPage::buildAligning()
{
    const std::array<std::tuple<Align, const char *, QString>, 6> all{
        std::tuple(Align::Left, "left", tr("Left edges")),
        std::tuple(Align::Top, "top", tr("Top edges")),
        std::tuple(Align::Across, "across", tr("Even spaces across")),
        std::tuple(Align::Down, "down", tr("Even spaces down")),
        std::tuple(Align::Row, "row", tr("In a row")),
        std::tuple(Align::Circle, "circle", tr("In a circle"))};
    for (const auto &[how, id, text] : all) {
        auto *action = new QAction(text, this);
        action->setObjectName(QLatin1String("map.align.") + QLatin1String(id));
        connect(action, &QAction::triggered, this, [this, how = how] { align(int(how)); });
        m_aligns << action;
    }
}

bool MapPage::mayMove() const { return !m_lock->isChecked() && !m_travel->isAway(); }

void MapPage::allowChanges()
{
    const bool isPast = m_travel->isAway();
    const QStringList &chosen = view().chosen();
    view().setLocked(!mayMove());
    if (isPast)
        view().giveUpJoin();
    m_join->setEnabled(!isPast);
    m_hide->setEnabled(!chosen.isEmpty() && mayMove());
    m_showHidden->setEnabled(m_plan.hiddenCount() > 0 && mayMove());
    m_undo->setEnabled(m_plan.undoStack().canUndo() && !isPast);
    m_redo->setEnabled(m_plan.undoStack().canRedo() && !isPast);
    for (QAction *action : std::as_const(m_aligns))
        action->setEnabled(chosen.size() > 1 && mayMove());
}

void MapPage::setJoining(bool joining)
{
    if (!joining)
        view().giveUpJoin();
    else if (!view().isJoining())
        view().startJoin(view().chosen().size() == 1 ? view().chosen().first() : QString());
}

void MapPage::addAligning(QMenu &menu)
{
    if (m_aligns.first()->isEnabled())
        menu.addMenu(tr("Align"))->addActions(m_aligns);
}

void MapPage::align(int how)
{
    QMap<QString, QPointF> places;
    for (const QString &id : view().chosen()) {
        if (const int spot = m_plan.board().find(id); spot >= 0)
            places.insert(id, m_plan.board().spots[size_t(spot)].at);
    }
    m_plan.put(aligned(places, Align(how)), tr("Align"));
}

} // namespace network
