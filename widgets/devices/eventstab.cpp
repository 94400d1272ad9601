// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/eventstab.h"

#include "devices/eventrows.h"
#include "kit/emptystate.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QScrollBar>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace devices {

namespace {
namespace tokens = kit::tokens;
} // namespace

EventsTab::EventsTab(client::Mirror &mirror, client::Happenings &happenings, QWidget *parent)
    : QWidget(parent), m_mirror(mirror), m_happenings(happenings),
      m_table(new TextTable({tr("When"), tr("Severity"), tr("What"), tr("Topic"), tr("Source")}, this)),
      m_view(viewOf(*m_table, tr("Events"), {150, 110, 360, 190}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, tokens::Space3, 0, 0);
    column->setSpacing(tokens::Space2);
    auto *list = new QWidget;
    auto *lines = new QVBoxLayout(list);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(tokens::Space2);
    lines->addWidget(new kit::Label(
        tr("Heard since this window was connected; what changed before that is under Changes."),
        kit::TextRole::Secondary));
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    lines->addWidget(m_view, 1);
    auto *holder = new QWidget;
    m_stack = new QStackedLayout(holder);
    m_stack->addWidget(
        new kit::EmptyState(kit::icon(kit::Symbol::Pulse),
                            tr("Nothing was heard of this device since this window was connected. What "
                               "changed before that is under Changes.")));
    m_stack->addWidget(list);
    column->addWidget(holder, 1);
    const auto openRow = qOverload<const QModelIndex &>(&EventsTab::open);
    connect(m_view, &QTableView::clicked, this, openRow);
    connect(m_view, &QTableView::activated, this, openRow);
    connect(&m_happenings, &client::Happenings::heard, this, &EventsTab::hear);
}

void EventsTab::open(const QStringList &names)
{
    if (names == m_names)
        return;
    const bool isSame = !names.isEmpty() && names.value(0) == m_names.value(0);
    m_names = names;
    const auto passing = std::find_if(m_events.cbegin(), m_events.cend(), &client::Happenings::isPassing);
    const std::optional<core::Event> kept =
        isSame && passing != m_events.cend() ? std::optional(*passing) : std::nullopt;
    m_events = m_happenings.naming(names, mostShown);
    if (kept) {
        const auto older = std::find_if(m_events.begin(), m_events.end(),
                                        [&](const core::Event &event) { return event.at <= kept->at; });
        m_events.insert(older, *kept);
    }
    refresh();
}

void EventsTab::hear(const QList<core::Event> &events)
{
    bool isAny = false;
    for (const core::Event &event : events) {
        if (m_names.isEmpty() || !client::Happenings::isNaming(event, m_names))
            continue;
        // How it is now is told again and again: only the newest says anything.
        if (client::Happenings::isPassing(event))
            m_events.removeIf(&client::Happenings::isPassing);
        m_events.prepend(event);
        isAny = true;
    }
    if (m_events.size() > mostShown)
        m_events.resize(mostShown);
    if (isAny)
        refresh();
}

/// What somebody chose stays chosen, and what they read stays where it is.
void EventsTab::refresh()
{
    const qsizetype row = m_view->currentIndex().row();
    const std::optional<quint64> chosen = row >= 0 ? std::optional(m_order.value(row)) : std::nullopt;
    QScrollBar *bar = m_view->verticalScrollBar();
    const std::optional<quint64> first =
        bar->value() > 0 ? std::optional(m_order.value(m_view->rowAt(0))) : std::nullopt;
    m_order.clear();
    for (const core::Event &event : std::as_const(m_events))
        m_order << event.sequence;
    m_table->show(eventRows(m_events, m_mirror.serverNow()));
    m_stack->setCurrentIndex(m_events.isEmpty() ? 0 : 1);
    m_view->setAutoScroll(false);
    if (chosen && m_order.contains(*chosen))
        m_view->selectRow(int(m_order.indexOf(*chosen)));
    m_view->setAutoScroll(true);
    if (first && m_order.contains(*first))
        m_view->scrollTo(m_table->index(int(m_order.indexOf(*first)), 0), QAbstractItemView::PositionAtTop);
}

void EventsTab::open(const QModelIndex &row)
{
    if (row.isValid() && row.row() < m_events.size())
        Q_EMIT eventWanted(m_events[row.row()]);
}

} // namespace devices
