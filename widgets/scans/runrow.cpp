// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/runrow.h"

#include "kit/format.h"
#include "kit/gauge.h"
#include "kit/label.h"
#include "kit/tokens.h"
#include "scans/words.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>

namespace scans {

namespace {
namespace tokens = kit::tokens;
constexpr int gaugeWidth = 220;
} // namespace

RunRow::RunRow(client::Scans &scans, const QString &id, QWidget *parent)
    : QWidget(parent), m_scans(scans), m_id(id), m_title(new kit::Label), m_clock(new kit::Label),
      m_doing(new kit::Label({}, kit::TextRole::Secondary)), m_gauge(new kit::Gauge),
      m_details(new QPushButton(tr("Details"))), m_cancel(new QPushButton(tr("Cancel")))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(tokens::Space3);
    grid->setVerticalSpacing(tokens::Space1);
    m_title->setElide(Qt::ElideMiddle);
    m_gauge->setFixedWidth(gaugeWidth);
    m_clock->setFixedWidth(gaugeWidth);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_gauge, 0, 1);
    grid->addWidget(m_doing, 1, 0);
    grid->addWidget(m_clock, 1, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::Space2);
    buttons->addWidget(m_details);
    buttons->addWidget(m_cancel);
    grid->addLayout(buttons, 0, 2, 2, 1, Qt::AlignVCenter);
    grid->setColumnStretch(0, 1);
    connect(m_details, &QPushButton::clicked, this, [this] { Q_EMIT detailsWanted(m_id); });
    connect(m_cancel, &QPushButton::clicked, this, &RunRow::cancel);
    refresh();
}

void RunRow::refresh()
{
    const network::ScanRun *run = m_scans.find(m_id);
    if (run == nullptr)
        return;
    const QString title = words::title(*run);
    m_title->setText(title);
    m_gauge->setName(title);
    m_gauge->setShare(run->progress / 100);
    m_clock->setText(words::clock(m_scans.elapsed(*run), m_scans.left(*run)));
    QStringList doing{words::counts(*run), run->message};
    if (!m_scans.isOwn(*run) && !run->startedBy.isEmpty())
        doing.prepend(tr("by %1").arg(run->startedBy));
    doing.removeAll(QString());
    m_doing->setText(doing.join(QStringLiteral(" · ")));
    const QString whyNot = m_scans.whyNotCancel(*run);
    m_cancel->setEnabled(whyNot.isEmpty() && !m_isCancelling);
    m_cancel->setToolTip(whyNot.isEmpty() ? tr("Ends this scan; what it found is kept")
                                          : kit::format::tooltip(whyNot));
    m_cancel->setAccessibleName(tr("Cancel %1").arg(title));
    m_cancel->setAccessibleDescription(whyNot);
    m_details->setAccessibleName(tr("Details of %1").arg(title));
}

void RunRow::cancel()
{
    m_isCancelling = true;
    m_cancel->setText(tr("Cancelling…"));
    refresh();
    m_scans.cancel(m_id, this, [this](const core::Result<void> &done) {
        if (done)
            return; // the row goes when it has ended
        m_isCancelling = false;
        m_cancel->setText(tr("Cancel"));
        refresh();
        Q_EMIT refused(done.error().message);
    });
}

} // namespace scans
