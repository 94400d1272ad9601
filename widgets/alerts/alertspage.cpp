// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertspage.h"

#include "alerts/alertdeeds.h"
#include "alerts/alertdelegate.h"
#include "alerts/alertfacts.h"
#include "alerts/alertpage.h"
#include "alerts/quietpage.h"
#include "alerts/rowtools.h"
#include "kit/banner.h"
#include "kit/emptystate.h"
#include "kit/filterfield.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/segmented.h"
#include "kit/toast.h"

#include <QAction>
#include <QDataStream>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTableView>

namespace alerts {

namespace {
constexpr int settleMs = 250;
constexpr int backwardsMs = 300;
constexpr qint64 tickMs = 5000;
} // namespace

AlertsPage::AlertsPage(client::Alerts &alerts, client::Silences &silences, client::Devices &devices,
                       kit::ToastArea *toasts, QWidget *parent)
    : QWidget(parent), m_alerts(alerts), m_silences(silences), m_devices(devices),
      m_table(new AlertTable(alerts, devices, this)), m_toasts(toasts ? toasts : new kit::ToastArea(this)),
      m_deeds(new AlertDeeds(alerts, *m_toasts, this)), m_stack(new QStackedLayout(this)),
      m_empty(new kit::EmptyState(kit::icon(kit::Symbol::Alerts), QString())),
      m_page(new AlertPage(*m_deeds, devices)), m_quiet(new QuietPage(*m_deeds, silences))
{
    m_stack->addWidget(m_empty);
    m_stack->addWidget(buildList());
    m_stack->addWidget(m_page);
    m_stack->addWidget(m_quiet);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    m_backwards.setSingleShot(true);
    m_backwards.setInterval(backwardsMs);
    connectParts();
    showCounts();
    showState();
    allowActions();
}

void AlertsPage::connectParts()
{
    connect(m_table, &AlertTable::countsChanged, this, &AlertsPage::changed);
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
    connect(&m_settle, &QTimer::timeout, this, &AlertsPage::settle);
    connect(&m_backwards, &QTimer::timeout, this, &AlertsPage::lookBack);
    const client::Mirror &mirror = m_alerts.mirror();
    for (const auto signal : {&client::Alerts::reset}) {
        connect(&m_alerts, signal, this, [this] {
            showState();
            lookBack();
        });
    }
    connect(&mirror.link(), &client::Link::stateChanged, this, [this] {
        showState();
        allowActions();
    });
    connect(&mirror, &client::Mirror::userChanged, this, &AlertsPage::allowActions);
    connect(&mirror, &client::Mirror::readingChanged, this, &AlertsPage::tick);
    connect(m_deeds, &AlertDeeds::refused, this, [this](const QString &why) {
        m_error->setText(why);
        m_error->show();
        m_page->refuse(why);
    });
    connect(m_deeds, &AlertDeeds::done, this, &AlertsPage::allowActions);
    connect(m_empty, &kit::EmptyState::actionTriggered, this, [this] { m_alerts.mirror().link().retry(); });
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex &at) { openRow(at.row()); });
    connect(m_page, &AlertPage::left, this, &AlertsPage::leave);
    connect(m_page, &AlertPage::alertWanted, this, [this](const QString &id) { openAlert(id); });
    connect(m_page, &AlertPage::ruleWanted, this, &AlertsPage::ruleWanted);
    connect(m_page, &AlertPage::ruleSilenceWanted, this, [this](const QString &rule) {
        silence({Matcher{QStringLiteral("source"), Comparison::Equal, rule}});
    });
    connect(m_quiet, &QuietPage::left, this, &AlertsPage::leave);
    m_view->viewport()->installEventFilter(this);
    m_view->installEventFilter(this);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        changed();
        if (m_table->part() == AlertPart::Resolved && value == m_view->verticalScrollBar()->maximum())
            m_alerts.loadOlder();
    });
}

void AlertsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_table->setNow(m_alerts.mirror().serverNow());
    allowActions();
    m_settle.start();
}

void AlertsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    allowActions();
}

bool AlertsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isPlain = key->modifiers() == Qt::NoModifier || key->modifiers() == Qt::KeypadModifier;
        const bool isMirrored = layoutDirection() == Qt::RightToLeft;
        if (isPlain && (key->key() == Qt::Key_Right || key->key() == Qt::Key_Left)) {
            openUp((key->key() == Qt::Key_Right) != isMirrored);
            return true;
        }
        if (isPlain && key->key() == Qt::Key_Home && m_table->isUnsettled()) {
            showNew();
            return true;
        }
        if (isPlain && (key->key() == Qt::Key_Home || key->key() == Qt::Key_End) && m_table->rowCount() > 0) {
            m_view->selectRow(key->key() == Qt::Key_Home ? 0 : m_table->rowCount() - 1);
            return true;
        }
        if (isPlain && key->key() == Qt::Key_Escape && m_view->selectionModel()->hasSelection()) {
            m_view->clearSelection();
            return true;
        }
    } else if (watched == m_view->viewport() && event->type() == QEvent::MouseButtonPress) {
        const QPoint at = static_cast<QMouseEvent *>(event)->position().toPoint();
        const QModelIndex index = m_view->indexAt(at);
        if (index.isValid() && index.column() == int(AlertColumn::Title) && m_table->isParent(index.row()) &&
            AlertDelegate::markIn(m_view->visualRect(index), layoutDirection()).contains(at)) {
            m_table->openUp(index.row(), !m_table->isOpenedUp(index.row()));
            return true;
        }
    } else if (watched == m_view->viewport() && event->type() == QEvent::Resize) {
        fitTitle();
    } else if (watched == m_view->viewport() && event->type() == QEvent::Leave) {
        m_settle.start();
    }
    return QWidget::eventFilter(watched, event);
}

/// From a part one goes up to what it is a part of before it is folded away.
void AlertsPage::openUp(bool isOpen)
{
    const QModelIndex current = m_view->currentIndex();
    if (!current.isValid())
        return;
    int row = current.row();
    while (!isOpen && row > 0 && m_table->isChild(row))
        --row;
    if (row != current.row()) {
        m_view->selectRow(row);
        return;
    }
    m_table->openUp(row, isOpen);
}

void AlertsPage::step(int by)
{
    const QModelIndex current = m_view->currentIndex();
    const int last = m_table->rowCount() - 1;
    if (last < 0)
        return;
    // The first step is to the row one is at already.
    const bool isChosen = current.isValid() && m_view->selectionModel()->isRowSelected(current.row());
    const int row = current.isValid() ? std::clamp(current.row() + (isChosen ? by : 0), 0, last) : 0;
    m_view->selectRow(row);
    m_view->scrollTo(m_table->index(row, int(AlertColumn::Title)));
}

void AlertsPage::goOn()
{
    if (isListShown() && !m_staysPut && chosen().size() == 1)
        step(1);
}

void AlertsPage::tick()
{
    const QDateTime now = m_alerts.mirror().serverNow();
    if (!isVisible() || (m_ticked.isValid() && std::abs(m_ticked.msecsTo(now)) < tickMs))
        return;
    m_ticked = now;
    m_table->setNow(now);
    m_view->viewport()->update();
}

void AlertsPage::showPart(AlertPart part)
{
    leave();
    m_filter->clear();
    m_view->clearSelection();
    m_table->setPart(part);
    lookBack();
    m_view->setFocus();
}

void AlertsPage::showFiltered(const QString &filter)
{
    showFiltered(filter, filter == QLatin1String("is:silenced") ? AlertPart::Silenced : AlertPart::Open);
}

void AlertsPage::showFiltered(const QString &filter, AlertPart part)
{
    showPart(part);
    m_filter->setText(filter);
}

void AlertsPage::openAlert(const QString &id, bool isFromElsewhere)
{
    if (id.isEmpty())
        return;
    m_isFromElsewhere = isFromElsewhere;
    m_page->open(id);
    m_quiet->leave();
    showState();
    m_page->setFocus();
    allowActions();
    tellSelected(id);
    Q_EMIT shownChanged();
}

void AlertsPage::openRow(int row)
{
    const QItemSelectionModel &selection = *m_view->selectionModel();
    const bool isMeant = !selection.hasSelection() || selection.isRowSelected(row);
    openAlert(isMeant ? m_table->at(row).id : chosen().value(0));
}

void AlertsPage::openQuiet(bool isWindows)
{
    m_isFromElsewhere = false;
    m_page->open({});
    m_quiet->open(isWindows);
    showState();
    allowActions();
    Q_EMIT shownChanged();
}

bool AlertsPage::isListShown() const { return m_page->id().isEmpty() && !m_quiet->isOpen(); }

bool AlertsPage::leave()
{
    const QString id = m_page->id();
    m_page->open({});
    m_quiet->leave();
    showState();
    if (chosen().isEmpty() && !id.isEmpty())
        choose({id});
    m_view->setFocus();
    allowActions();
    Q_EMIT shownChanged();
    return !std::exchange(m_isFromElsewhere, false);
}

/// What is over is asked for only while somebody looks at it.
void AlertsPage::lookBack()
{
    if (m_table->part() != AlertPart::Resolved)
        return;
    m_alerts.lookBack({m_table->filter().words().join(u' ').left(256), m_table->filter().leastSeverity()});
}

void AlertsPage::showState()
{
    if (!m_page->id().isEmpty()) {
        m_stack->setCurrentWidget(m_page);
        return;
    }
    if (m_quiet->isOpen()) {
        m_stack->setCurrentWidget(m_quiet);
        return;
    }
    if (m_alerts.isKnown()) {
        m_stack->setCurrentIndex(1);
        return;
    }
    const client::Link &link = m_alerts.mirror().link();
    const QString why = link.stateText().isEmpty() ? m_alerts.trouble() : link.stateText();
    m_empty->setSentence(why.isEmpty() ? tr("Waiting for the list of alerts.") : why);
    m_empty->setAction(link.stateText().isEmpty() || link.isLocal() ? QString() : tr("Retry now"));
    m_stack->setCurrentIndex(0);
}

/// Who points at a row, has chosen one or reads further down wants to find it where it is.
bool AlertsPage::isHeld() const
{
    return m_table->rowCount() > 0 &&
           (m_view->viewport()->underMouse() || m_view->selectionModel()->hasSelection() ||
            m_view->verticalScrollBar()->value() > 0);
}

void AlertsPage::changed()
{
    if (m_table->isUnsettled() && !isHeld() && !m_settle.isActive())
        m_settle.start();
    showCounts();
    showState();
}

void AlertsPage::settle()
{
    if (isVisible() && m_table->isUnsettled() && !isHeld())
        m_table->settle();
}

void AlertsPage::showNew()
{
    m_view->clearSelection();
    m_table->settle();
    m_view->scrollToTop();
    if (m_table->rowCount() > 0 && m_view->hasFocus())
        m_view->selectRow(0);
}

void AlertsPage::readFilter(const QString &text)
{
    AlertFilter::Reading reading = AlertFilter::read(text);
    if (reading.flaw) {
        m_filter->setFlaw(tr("Character %1: %2 (The filter before is still in force.)")
                              .arg(reading.flaw->at + 1)
                              .arg(reading.flaw->why));
        return;
    }
    m_filter->setFlaw({});
    m_table->setFilter(std::move(reading.filter));
    m_backwards.start();
}

void AlertsPage::clearFilter()
{
    m_filter->clear();
    m_view->setFocus();
}

QStringList AlertsPage::chosen() const
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

void AlertsPage::choose(const QStringList &ids)
{
    QItemSelection rows;
    int first = -1;
    for (const QString &id : ids) {
        const int row = m_table->rowOf(id);
        if (row < 0)
            continue;
        first = first < 0 ? row : first;
        rows.select(m_table->index(row, 0), m_table->index(row, alertColumns - 1));
    }
    QItemSelectionModel *selection = m_view->selectionModel();
    if (first >= 0)
        selection->setCurrentIndex(m_table->index(first, 0), QItemSelectionModel::NoUpdate);
    selection->select(rows, QItemSelectionModel::ClearAndSelect);
}

void AlertsPage::showChosen()
{
    allowActions();
    changed();
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid() && m_view->selectionModel()->isRowSelected(current.row()))
        tellSelected(m_table->at(current.row()).id);
}

void AlertsPage::tellSelected(const QString &id)
{
    Q_EMIT selected([this, id]() -> std::optional<client::Facts> {
        const Alert *alert = m_alerts.find(id);
        return alert ? std::optional(factsOf(*alert, {&m_devices, m_alerts.mirror().serverNow()}))
                     : std::nullopt;
    });
}

QByteArray AlertsPage::state() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << m_view->horizontalHeader()->saveState() << int(m_table->part());
    return state;
}

void AlertsPage::restore(const QByteArray &state)
{
    QByteArray columns;
    int part = -1;
    QDataStream in(state);
    in >> columns >> part;
    if (in.status() != QDataStream::Ok)
        return;
    QHeaderView *header = m_view->horizontalHeader();
    const QByteArray before = header->saveState();
    if (!header->restoreState(columns))
        return;
    if (header->count() != alertColumns) // kept by a Belfry with other columns
        header->restoreState(before);
    for (const AlertColumn column : {AlertColumn::Severity, AlertColumn::Title})
        m_view->setColumnHidden(int(column), false);
    fitTitle();
    m_view->sortByColumn(header->sortIndicatorSection(), header->sortIndicatorOrder());
    if (part >= 0 && part < alertParts)
        m_table->setPart(AlertPart(part));
}

} // namespace alerts
