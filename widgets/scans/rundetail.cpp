// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/rundetail.h"

#include "client/ask.h"
#include "kit/emptystate.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/segmented.h"
#include "kit/tokens.h"
#include "scans/comparison.h"
#include "scans/foundtable.h"
#include "scans/plaintable.h"
#include "scans/words.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedLayout>
#include <QStackedWidget>

namespace scans {

RunDetail::RunDetail(client::Scans &scans, QWidget *parent)
    : Card({}, parent), m_scans(scans), m_again(new QPushButton(tr("Scan &again…"))),
      m_parts(new kit::Segmented({tr("Devices found"), tr("Compare")})),
      m_message(new kit::Label({}, kit::TextRole::Secondary)), m_stack(new QStackedWidget),
      m_foundStack(new QStackedLayout),
      m_empty(new kit::EmptyState(kit::icon(kit::Symbol::Devices), QString())), m_model(new FoundTable(this)),
      m_table(new PlainTable(tr("Devices the scan found"), *m_model)), m_comparison(new Comparison(scans))
{
    build();
    connect(&scans, &client::Scans::changed, this, &RunDetail::follow);
    connect(m_parts, &kit::Segmented::chosen, this, [this](int part) { setPart(Part(part)); });
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (const network::ScanRun *run = m_scans.find(m_id))
            Q_EMIT againWanted(*run);
    });
    setScan({});
}

void RunDetail::build()
{
    m_parts->setAccessibleName(tr("What of the scan is shown"));
    m_again->setToolTip(tr("Opens the scan dialog with what this one was asked for"));
    auto *row = new QHBoxLayout;
    row->setSpacing(kit::tokens::Space2);
    row->addWidget(m_parts);
    row->addWidget(m_message, 1);
    row->addWidget(m_again);
    content()->addLayout(row);
    m_table->setObjectName(QStringLiteral("found"));
    auto *found = new QWidget;
    found->setLayout(m_foundStack);
    m_foundStack->addWidget(m_empty);
    m_foundStack->addWidget(m_table);
    m_stack->addWidget(found);
    m_stack->addWidget(m_comparison);
    addContent(m_stack, 1);
}

void RunDetail::setScan(const QString &id)
{
    m_id = id;
    m_shown = -1;
    m_state.reset();
    m_isAsking = false;
    m_model->setDevices({});
    const bool isSome = m_scans.find(id) != nullptr;
    m_parts->setEnabled(isSome);
    m_empty->setSentence(tr("Asking what this scan found."));
    m_foundStack->setCurrentIndex(0);
    if (!isSome)
        setPart(Found);
    follow();
    if (isSome)
        m_comparison->show(id);
}

void RunDetail::setPart(Part part)
{
    m_parts->setCurrent(part);
    m_stack->setCurrentIndex(part);
}

void RunDetail::describe()
{
    const network::ScanRun *run = m_scans.find(m_id);
    const QString whyNot = m_scans.whyNotStart();
    m_again->setEnabled(run != nullptr && whyNot.isEmpty());
    setTitle(run ? words::title(*run) : tr("No scan is chosen"));
    if (run == nullptr) {
        setSubtitle({});
        m_message->clear();
        return;
    }
    const QString when = words::day(run->startedAt, m_scans.mirror().serverNow());
    setSubtitle(run->startedBy.isEmpty() ? when : tr("%1, by %2").arg(when, run->startedBy));
    m_message->setText(QStringLiteral("%1 · %2").arg(words::stateTitle(run->status), run->message));
    m_message->setToolTip(kit::format::tooltip(run->message));
}

void RunDetail::follow()
{
    describe();
    const network::ScanRun *run = m_scans.find(m_id);
    if (run == nullptr || m_isAsking)
        return;
    const bool isOver = m_state && *m_state != run->status;
    if (m_shown != run->devices || isOver)
        ask();
    if (isOver)
        m_comparison->show(m_id);
    m_shown = run->devices;
    m_state = run->status;
}

void RunDetail::ask()
{
    m_isAsking = true;
    client::ask(m_scans.mirror().link(), network::GetScan{m_id}, this,
                [this, id = m_id](const core::Result<network::GetScan::Reply> &reply) {
                    if (id == m_id)
                        take(reply);
                });
}

void RunDetail::take(const core::Result<network::GetScan::Reply> &reply)
{
    m_isAsking = false;
    if (reply)
        m_model->setDevices(reply->devices);
    m_empty->setSentence(reply ? tr("Nobody answered this scan.") : reply.error().message);
    m_foundStack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    follow();
}

} // namespace scans
