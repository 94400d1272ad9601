// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/silencespanel.h"

#include "alerts/alertcolumns.h"
#include "alerts/alertdeeds.h"
#include "alerts/matcherline.h"
#include "alerts/plainrows.h"
#include "alerts/silencesheet.h"
#include "kit/emptystate.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/tokens.h"
#include "network/kind.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>

namespace alerts {

namespace {
namespace tokens = kit::tokens;
} // namespace

SilencesPanel::SilencesPanel(AlertDeeds &deeds, client::Silences &silences, QWidget *parent)
    : QWidget(parent), m_deeds(deeds), m_silences(silences),
      m_rows(new PlainRows({tr("Until"), tr("Alerts with"), tr("Reason"), tr("By"), tr("Alerts now")}, this)),
      m_view(viewOf(*m_rows, tr("Silences"), {190, 300, 220, 120, 90}, 1)), m_stack(new QStackedLayout),
      m_none(new kit::EmptyState(kit::icon(kit::Symbol::Alerts), QString())),
      m_new(new QPushButton(tr("&New silence…"))), m_edit(new QPushButton(tr("&Edit…"))),
      m_end(new QPushButton(tr("End no&w")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::Space2);
    column->addLayout(m_stack, 1);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_none);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::Space2);
    for (QPushButton *button : {m_new, m_edit, m_end})
        buttons->addWidget(button);
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(m_new, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_none, &kit::EmptyState::actionTriggered, this, [this] { edit({}); });
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (const Silence *silence = chosen())
            edit(*silence);
    });
    connect(m_end, &QPushButton::clicked, this, &SilencesPanel::end);
    connect(m_view, &QTableView::activated, m_edit, &QPushButton::click);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SilencesPanel::allow);
    connect(&silences, &client::Silences::changed, this, &SilencesPanel::refresh);
    const client::Mirror &mirror = silences.mirror();
    connect(&mirror, &client::Mirror::userChanged, this, &SilencesPanel::allow);
    connect(&mirror.link(), &client::Link::stateChanged, this, &SilencesPanel::allow);
    refresh();
}

const Silence *SilencesPanel::chosen() const
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_silences.silence(m_rows->at(rows.first().row()).id);
}

void SilencesPanel::refresh()
{
    const Silence *before = chosen();
    const QString kept = before ? before->id : QString();
    const QDateTime now = m_silences.mirror().serverNow();
    QList<PlainRow> rows;
    for (const Silence &silence : m_silences.silences()) {
        QStringList matchers;
        for (const Matcher &matcher : silence.matchers)
            matchers << shownMatcher(matcher);
        const QString until = shortMoment(silence.until, now);
        rows << PlainRow{silence.id,
                         {silence.isOver ? tr("Over since %1").arg(until) : until,
                          shownReach(silence.matchers, silence.departments),
                          network::plainLine(silence.reason, 256), network::plainLine(silence.by),
                          silence.isOver ? kit::format::none() : kit::format::count(silence.alerts)},
                         {kit::format::exactTime(silence.until.toMSecsSinceEpoch()), matchers.join(u'\n'),
                          network::plainLine(silence.reason, 1024)},
                         silence.isOver ? kit::Status::Ok : kit::Status::Paused,
                         silence.isOver};
    }
    m_rows->show(rows);
    if (const int row = m_rows->rowOf(kept); row >= 0)
        m_view->selectRow(row);
    const QString &trouble = m_silences.trouble();
    m_none->setSentence(!trouble.isEmpty() ? trouble
                        : !m_silences.isKnown()
                            ? tr("Waiting for the silences.")
                            : tr("Nothing is silenced. A silence says that nobody is to be "
                                 "told of some alerts until a moment."));
    m_stack->setCurrentIndex(rows.isEmpty() ? 1 : 0);
    allow();
}

void SilencesPanel::allow()
{
    const QString why = m_deeds.whyNot();
    const Silence *silence = chosen();
    m_new->setEnabled(why.isEmpty());
    m_none->setAction(why.isEmpty() && m_silences.isKnown() ? tr("New silence…") : QString());
    m_edit->setEnabled(why.isEmpty() && silence);
    m_edit->setText(silence && silence->isOver ? tr("&Again…") : tr("&Edit…"));
    m_end->setEnabled(why.isEmpty() && silence && !silence->isOver);
    for (QPushButton *button : {m_new, m_edit, m_end})
        button->setToolTip(why);
}

void SilencesPanel::edit(const Silence &from)
{
    Silence with = from;
    std::optional<Silence> before;
    if (from.isOver)
        with.id.clear(); // one that is over is made anew
    else if (!from.id.isEmpty())
        before = from;
    auto *sheet = new SilenceSheet(m_silences.mirror(), with, this);
    connect(sheet, &SilenceSheet::wanted, this, [this, sheet, before](const SetSilence &command) {
        m_deeds.silence(
            command, before, [sheet] { sheet->done(QDialog::Accepted); },
            [sheet](const QString &why) { sheet->refuse(why); });
    });
    sheet->open();
}

void SilencesPanel::end()
{
    if (const Silence *silence = chosen())
        m_deeds.endSilence(*silence);
}

} // namespace alerts
