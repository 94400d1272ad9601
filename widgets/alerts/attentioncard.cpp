// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/attentioncard.h"

#include "alerts/alertcolumns.h"
#include "alerts/alertdeeds.h"
#include "alerts/attentionrow.h"
#include "client/ask.h"
#include "kit/format.h"
#include "kit/glyph.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace alerts {

namespace {
constexpr int mostRows = 6;
constexpr int refreshMs = 100;

bool comesBefore(const Alert *one, const Alert *other)
{
    if (one->severity != other->severity)
        return one->severity > other->severity;
    return one->raisedAt != other->raisedAt ? one->raisedAt > other->raisedAt : one->id < other->id;
}
} // namespace

AttentionCard::AttentionCard(AlertDeeds &deeds, client::Devices &devices, QWidget *parent)
    : kit::Card(tr("Needs attention"), parent), m_deeds(deeds), m_devices(devices), m_clear(new QWidget),
      m_clearText(new kit::Label({}, kit::TextRole::Secondary)), m_all(new QPushButton),
      m_silenced(new QPushButton)
{
    content()->setSpacing(0);
    m_all->setFlat(true);
    addHeaderWidget(m_all);
    for (int row = 0; row < mostRows; ++row) {
        auto *made = new AttentionRow;
        made->hide();
        addContent(made);
        m_rows << made;
        connect(made, &QAbstractButton::clicked, this, [this, made] { Q_EMIT alertWanted(made->id()); });
        connect(made, &AttentionRow::acknowledgeWanted, this, [this, made] { acknowledge(made->id()); });
    }
    auto *line = new QHBoxLayout(m_clear);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kit::tokens::Space2);
    line->addWidget(new kit::Glyph(kit::Status::Ok));
    line->addWidget(m_clearText, 1);
    addContent(m_clear);
    m_silenced->setFlat(true);
    content()->addWidget(m_silenced, 0, Qt::AlignLeft);
    connect(m_all, &QPushButton::clicked, this, [this] { Q_EMIT listWanted(AlertPart::Open); });
    connect(m_silenced, &QPushButton::clicked, this, [this] { Q_EMIT listWanted(AlertPart::Silenced); });
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &AttentionCard::refresh);
    client::Alerts &alerts = deeds.alerts();
    const auto refreshAfter = [this](const auto &sender, auto signal) {
        connect(&sender, signal, &m_refresh, qOverload<>(&QTimer::start));
    };
    refreshAfter(alerts, &client::Alerts::changed);
    refreshAfter(alerts, &client::Alerts::reset);
    refreshAfter(alerts.mirror(), &client::Mirror::readingChanged);
    refreshAfter(alerts.mirror(), &client::Mirror::userChanged);
    refreshAfter(devices, &client::Devices::reset);
    refresh();
}

QStringList AttentionCard::shown() const
{
    QStringList ids;
    for (const AttentionRow *row : m_rows) {
        if (!row->isHidden())
            ids << row->id();
    }
    return ids;
}

void AttentionCard::showEvent(QShowEvent *event)
{
    kit::Card::showEvent(event);
    refresh();
}

void AttentionCard::refresh()
{
    setVisible(m_deeds.alerts().isKnown());
    if (!isVisible())
        return;
    showRows();
    showClear();
    const client::Alerts &alerts = m_deeds.alerts();
    const AlertCounts &counts = alerts.counts();
    m_all->setText(tr("All alerts (%1) ›").arg(kit::format::count(counts.open + counts.acknowledged)));
    m_silenced->setVisible(counts.silenced > 0);
    m_silenced->setText(alerts.silencedUntil()
                            ? tr("%n silenced, the first until %1: show", nullptr, counts.silenced)
                                  .arg(shortMoment(*alerts.silencedUntil(), alerts.mirror().serverNow()))
                            : tr("%n silenced: show", nullptr, counts.silenced));
}

void AttentionCard::showRows()
{
    const client::Alerts &alerts = m_deeds.alerts();
    std::vector<const Alert *> worst;
    for (const Alert &alert : alerts.all()) {
        if (alert.state == AlertState::Resolved || !alert.silencedBy.isEmpty() || !alerts.isRoot(alert))
            continue;
        worst.push_back(&alert);
    }
    const auto end = worst.begin() + std::min<std::ptrdiff_t>(mostRows, std::ssize(worst));
    std::partial_sort(worst.begin(), end, worst.end(), comesBefore);
    const AlertSetting setting{&m_devices, alerts.mirror().serverNow()};
    const bool may = m_deeds.whyNot().isEmpty();
    for (int row = 0; row < mostRows; ++row) {
        const bool isThere = row < std::ssize(worst);
        if (isThere)
            m_rows[row]->setAlert(*worst[size_t(row)], setting, may);
        m_rows[row]->setVisible(isThere);
    }
}

void AttentionCard::showClear()
{
    const AlertCounts &counts = m_deeds.alerts().counts();
    const bool isClear = counts.open + counts.acknowledged == 0;
    m_clear->setVisible(isClear);
    if (!isClear) {
        m_isLastAsked = false;
        return;
    }
    if (!m_last) {
        m_clearText->setText(tr("All clear."));
    } else {
        const AlertSetting setting{&m_devices, m_deeds.alerts().mirror().serverNow()};
        m_clearText->setText(tr("All clear. Last problem: %1, %2 (%3).")
                                 .arg(shortMoment(m_last->raisedAt, setting.now), titleOf(*m_last),
                                      subjectOf(*m_last, setting)));
    }
    if (!std::exchange(m_isLastAsked, true))
        askLast();
}

/// What was last is asked for once whenever the last of them is over.
void AttentionCard::askLast()
{
    ListAlerts command;
    command.states = {AlertState::Resolved};
    command.order = AlertOrder::Changed;
    command.limit = 1;
    client::ask(m_deeds.alerts().mirror().link(), command, this,
                [this, round = ++m_round](const core::Result<ListAlerts::Reply> &reply) {
                    if (round != m_round || !reply || reply->alerts.isEmpty())
                        return;
                    m_last = reply->alerts.first();
                    showClear();
                });
}

void AttentionCard::acknowledge(const QString &id) { m_deeds.acknowledge({id}); }

} // namespace alerts
