// SPDX-License-Identifier: GPL-3.0-or-later
// What the list of alerts is put together from.
#include "alerts/alertdeeds.h"
#include "alerts/alertdelegate.h"
#include "alerts/alertspage.h"
#include "alerts/rowtools.h"
#include "kit/banner.h"
#include "kit/emptystate.h"
#include "kit/filterfield.h"
#include "kit/format.h"
#include "kit/framedrow.h"
#include "kit/glyph.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/listparts.h"
#include "kit/segmented.h"
#include "kit/tokens.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace alerts {

namespace {
namespace tokens = kit::tokens;
namespace format = kit::format;
} // namespace

QWidget *AlertsPage::buildList()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(tokens::PagePadding, 0, tokens::PagePadding, tokens::PagePadding);
    column->setSpacing(tokens::Space2);
    m_error = new kit::Banner(kit::Status::High, QString());
    m_error->setClosable(true);
    m_error->hide();
    connect(m_error, &kit::Banner::closed, m_error, &QWidget::hide);
    column->addWidget(m_error);
    m_view = new QTableView;
    m_columns = new QMenu(this);
    buildActions();
    buildTools(*column);
    column->addWidget(m_filter->flawLine());
    buildTable(*column);
    buildColumns();
    buildRowTools();
    buildKeys();
    buildFoot(*column);
    return content;
}

void AlertsPage::buildTools(QBoxLayout &column)
{
    QHBoxLayout *tools = kit::listparts::toolRow(column);
    m_filter = new kit::FilterField(tr("Filter the alerts"));
    m_filter->setPlaceholderText(tr("Filter: core-sw  sev>=high  is:mine  device:srv-web-02  since:15m"));
    m_filter->setObjectName(QStringLiteral("alertfilter"));
    m_filter->setToolTip(
        tr("All terms must hold. Words of title, message, device or labels; sev>=high, "
           "state:open, is:silenced, device:core-sw-01, rule:device-down, owner:dana, "
           "label:site=north, since:15m, times>3; a ! before a term turns it round. (Ctrl+F)"));
    m_filter->setKeys(filterKeys());
    m_filter->findFrom(this);
    connect(m_filter, &QLineEdit::textChanged, this, &AlertsPage::readFilter);
    connect(m_filter, &QLineEdit::returnPressed, m_view, qOverload<>(&QWidget::setFocus));
    tools->addWidget(m_filter, 1);
    for (const char *id : {"alerts.silences", "alerts.windows", "alerts.export"})
        tools->addWidget(kit::listparts::toolButton(*findChild<QAction *>(QLatin1String(id))));
    tools->addWidget(kit::listparts::menuButton(tr("Columns"), *m_columns));
    buildParts(column);
}

void AlertsPage::buildParts(QBoxLayout &column)
{
    QHBoxLayout *parts = kit::listparts::toolRow(column);
    m_parts = new kit::Segmented({});
    m_parts->setAccessibleName(tr("Part of the alerts"));
    connect(m_parts, &kit::Segmented::chosen, this, [this](int place) {
        m_view->clearSelection();
        m_table->setPart(AlertPart(place));
        lookBack();
    });
    parts->addWidget(m_parts);
    parts->addStretch(1);
    m_fresh = new QPushButton;
    m_fresh->setToolTip(tr("Shows what is new and puts everything in order (Home)"));
    m_fresh->hide();
    connect(m_fresh, &QPushButton::clicked, this, &AlertsPage::showNew);
    parts->addWidget(m_fresh);
}

void AlertsPage::buildTable(QBoxLayout &column)
{
    m_view->setObjectName(QStringLiteral("alerts"));
    m_view->setModel(m_table);
    m_view->setItemDelegate(new AlertDelegate(*m_table, *m_view));
    m_view->setAccessibleName(tr("Alerts"));
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    kit::listparts::dress(*m_view);
    m_view->sortByColumn(int(AlertColumn::Severity), Qt::DescendingOrder);
    m_view->addActions(m_actions);
    m_framed = new kit::FramedRow(*m_view, *this);
    connect(m_framed, &kit::FramedRow::changed, this, &AlertsPage::allowActions);
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        if (m_view->rowAt(at.y()) == m_framed->row())
            m_framed->choose();
        showMenu(m_view->viewport()->mapToGlobal(at));
    });
    m_none = new kit::EmptyState(kit::icon(kit::Symbol::Alerts), QString());
    connect(m_none, &kit::EmptyState::actionTriggered, this, [this] {
        if (m_table->filter().isEmpty())
            showPart(AlertPart::All);
        else
            clearFilter();
    });
    auto *holder = new QWidget;
    m_listStack = new QStackedLayout(holder);
    m_listStack->addWidget(m_view);
    m_listStack->addWidget(m_none);
    column.addWidget(holder, 1);
}

void AlertsPage::buildColumns()
{
    QHeaderView *header = m_view->horizontalHeader();
    kit::listparts::dressHeads(*m_view, *m_columns);
    for (int place = 0; place < alertColumns; ++place) {
        const auto column = AlertColumn(place);
        header->resizeSection(place, std::max(widthAtFirst(column), header->sectionSizeHint(place)));
        m_view->setColumnHidden(place, !isShownAtFirst(column));
        if (column == AlertColumn::Tools)
            continue;
        QAction *shown = m_columns->addAction(columnTitle(column));
        shown->setCheckable(true);
        // A row without either is a row of what?
        shown->setEnabled(column != AlertColumn::Title && column != AlertColumn::Severity);
        connect(shown, &QAction::triggered, this, [this, place](bool on) {
            m_view->setColumnHidden(place, !on);
            fitTitle();
        });
    }
    header->setSectionResizeMode(int(AlertColumn::Title), QHeaderView::Fixed);
    header->setSectionResizeMode(int(AlertColumn::Tools), QHeaderView::Fixed);
    connect(header, &QHeaderView::sectionResized, this, [this](int section) {
        if (section != int(AlertColumn::Title) && section != int(AlertColumn::Tools))
            fitTitle();
    });
    connect(m_columns, &QMenu::aboutToShow, this, [this] {
        for (int place = 0; place < int(AlertColumn::Tools); ++place)
            m_columns->actions().at(place)->setChecked(!m_view->isColumnHidden(place));
    });
}

void AlertsPage::fitTitle()
{
    QHeaderView *header = m_view->horizontalHeader();
    const int title = int(AlertColumn::Title);
    const int tools = int(AlertColumn::Tools);
    const int narrowest = widthAtFirst(AlertColumn::Title);
    const int shownTools = header->isSectionHidden(tools) ? 0 : header->sectionSize(tools);
    const int others = header->length() - header->sectionSize(title) - shownTools;
    const int room = m_view->viewport()->width() - others;
    // Where there is no room for them, the tools of a row stand over its end.
    const bool hasRoom = room >= narrowest + widthAtFirst(AlertColumn::Tools);
    if (header->isSectionHidden(tools) == hasRoom)
        header->setSectionHidden(tools, !hasRoom);
    header->resizeSection(title, std::max(narrowest, hasRoom ? room - header->sectionSize(tools) : room));
}

void AlertsPage::buildRowTools()
{
    m_tools = new RowTools(*m_view, int(AlertColumn::Tools));
    connect(m_tools, &RowTools::moved, this, &AlertsPage::showRowTools);
    connect(m_tools, &RowTools::firstWanted, this, [this](int row) {
        if (!m_view->selectionModel()->isRowSelected(row))
            m_view->selectRow(row);
        const Alert &alert = m_table->at(row);
        if (alert.state == AlertState::Open)
            m_deeds->acknowledge({alert.id});
        else if (alert.state == AlertState::Acknowledged)
            m_deeds->resolve({alert.id});
        else
            m_deeds->reopen({alert.id});
    });
    connect(m_tools, &RowTools::moreWanted, this, [this](int row, const QPoint &at) {
        if (!m_view->selectionModel()->isRowSelected(row))
            m_view->selectRow(row);
        showMenu(at);
    });
}

/// What is done next to an alert in that state.
void AlertsPage::showRowTools(int row)
{
    if (row < 0)
        return;
    const AlertState state = m_table->at(row).state;
    m_tools->setFirst(state == AlertState::Open           ? tr("Acknowledge")
                      : state == AlertState::Acknowledged ? tr("Resolve")
                                                          : tr("Reopen"),
                      m_deeds->whyNot().isEmpty());
}

void AlertsPage::buildFoot(QBoxLayout &column)
{
    QHBoxLayout *foot = kit::listparts::toolRow(column);
    for (QAction *action : std::as_const(m_changing)) {
        if (!action->property("belfryFoot").isNull())
            foot->addWidget(kit::listparts::footButton(*action));
    }
    foot->addStretch(1);
    m_silenced = new QPushButton;
    m_silenced->setFlat(true);
    m_silenced->setToolTip(tr("Shows what is silenced"));
    connect(m_silenced, &QPushButton::clicked, this, [this] { showPart(AlertPart::Silenced); });
    foot->addWidget(m_silenced);
    m_count = new kit::Label({}, kit::TextRole::Secondary);
    foot->addWidget(m_count);
}

void AlertsPage::showCounts()
{
    const QStringList titles{tr("Open", "alerts"), tr("Acknowledged"), tr("Silenced"),
                             tr("Mine", "alerts"), tr("All"),          tr("Resolved")};
    QStringList options;
    for (int place = 0; place < alertParts; ++place) {
        const int count = m_table->countOf(AlertPart(place));
        const bool isAsked =
            AlertPart(place) != AlertPart::Resolved || m_table->part() == AlertPart::Resolved;
        options
            << (isAsked
                    ? tr("%1 %2", "part of the alerts and how many").arg(titles[place], format::count(count))
                    : titles[place]);
    }
    m_parts->setOptions(options);
    m_parts->setCurrent(int(m_table->part()));
    const int shown = m_table->rowCount();
    const int total = m_table->countOf(m_table->part());
    m_count->setText(shown == total || m_table->filter().isEmpty()
                         ? tr("%n alert(s)", nullptr, shown)
                         : tr("%1 of %2 alerts").arg(format::count(shown), format::count(total)));
    const int silenced = m_table->countOf(AlertPart::Silenced);
    m_silenced->setVisible(silenced > 0 && m_table->part() != AlertPart::Silenced);
    m_silenced->setText(tr("%n silenced: show", nullptr, silenced));
    const bool isFresh = m_table->isUnsettled() && isHeld();
    m_fresh->setVisible(isFresh);
    m_fresh->setText(m_table->waiting() > 0 ? tr("▲ %n new: show", nullptr, m_table->waiting())
                                            : tr("The list has changed: show"));
    showEmpty();
}

void AlertsPage::showEmpty()
{
    const bool isEmpty = m_table->rowCount() == 0;
    if (isEmpty && !m_table->filter().isEmpty()) {
        m_none->setIcon(kit::icon(kit::Symbol::Search));
        m_none->setSentence(
            tr("No alert of this part passes the filter “%1”.").arg(m_filter->text().left(80)));
        m_none->setAction(tr("Clear the filter"));
    } else if (isEmpty) {
        const bool isClear = m_table->countOf(AlertPart::All) == 0;
        m_none->setIcon(kit::glyphIcon(kit::Status::Ok));
        m_none->setSentence(m_table->part() == AlertPart::Resolved ? tr("Nothing was resolved yet.")
                            : isClear ? tr("All clear. What needs attention appears here.")
                                      : tr("There is no alert of this part."));
        m_none->setAction(isClear || m_table->part() == AlertPart::All ? QString() : tr("Show all alerts"));
    }
    m_listStack->setCurrentIndex(isEmpty ? 1 : 0);
}

} // namespace alerts
