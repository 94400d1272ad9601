// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/tasksdock.h"

#include "kit/banner.h"
#include "kit/emptystate.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/tokens.h"
#include "scans/runlist.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedLayout>
#include <QToolButton>

namespace scans {

namespace {
namespace tokens = kit::tokens;
}

TasksDock::TasksDock(client::Scans &scans, core::Clock &clock, QWidget *parent)
    : QDockWidget(tr("Tasks"), parent), m_scans(scans), m_count(new kit::Label({}, kit::TextRole::Secondary)),
      m_banner(new kit::Banner(kit::Status::High, QString())), m_stack(new QStackedLayout),
      m_empty(new kit::EmptyState(kit::icon(kit::Symbol::Scans), tr("Nothing runs now."))),
      m_list(new RunList(scans, clock))
{
    setObjectName(QStringLiteral("tasks"));
    setTitleBarWidget(makeTitleBar());
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_banner->setClosable(true);
    m_banner->hide();
    connect(m_banner, &kit::Banner::closed, m_banner, &QWidget::hide);
    column->addWidget(m_banner);
    auto *inside = new QWidget;
    auto *rows = new QVBoxLayout(inside);
    rows->setContentsMargins(tokens::Space3, tokens::Space2, tokens::Space3, tokens::Space3);
    rows->addWidget(m_list);
    rows->addStretch(1);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(inside);
    area->setAccessibleName(windowTitle());
    m_stack->addWidget(m_empty);
    m_stack->addWidget(area);
    column->addLayout(m_stack, 1);
    setWidget(holder);
    connect(m_list, &RunList::detailsWanted, this, &TasksDock::detailsWanted);
    connect(m_list, &RunList::refused, this, [this](const QString &why) {
        m_banner->setText(tr("The scan goes on: %1").arg(why));
        m_banner->show();
    });
    connect(m_empty, &kit::EmptyState::actionTriggered, this, &TasksDock::scanWanted);
    connect(&scans, &client::Scans::changed, this, &TasksDock::refresh);
    connect(&scans.mirror().link(), &client::Link::stateChanged, this, &TasksDock::refresh);
    refresh();
}

QWidget *TasksDock::makeTitleBar()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(tokens::Space3, tokens::Space2, tokens::Space2, tokens::Space2);
    row->setSpacing(tokens::Space2);
    auto *title = new kit::Label(windowTitle(), kit::TextRole::CardTitle);
    title->setElide(Qt::ElideNone);
    row->addWidget(title);
    row->addWidget(m_count, 1);
    auto *close = new QToolButton;
    close->setIcon(kit::icon(kit::Symbol::Close));
    close->setAutoRaise(true);
    close->setFixedSize(tokens::TargetSize, tokens::TargetSize);
    close->setFocusPolicy(Qt::TabFocus);
    close->setToolTip(tr("Close the tasks"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, &QDockWidget::close);
    row->addWidget(close);
    return bar;
}

void TasksDock::refresh()
{
    const int count = int(m_scans.running().size());
    const client::Link &link = m_scans.mirror().link();
    const QString stale = link.state() == client::Link::State::Live ? m_scans.trouble() : link.stateText();
    m_count->setText(stale.isEmpty() ? tr("%1 running").arg(kit::format::count(count)) : stale);
    m_stack->setCurrentIndex(count > 0 ? 1 : 0);
    const bool isTrue = m_scans.isKnown() && stale.isEmpty();
    m_empty->setSentence(isTrue ? tr("Nothing runs now.") : tr("It is not known now what runs."));
    const bool mayStart = m_scans.isKnown() && m_scans.whyNotStart().isEmpty();
    m_empty->setAction(mayStart ? tr("New scan…") : QString());
}

} // namespace scans
