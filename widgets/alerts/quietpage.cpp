// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/quietpage.h"

#include "alerts/alertdeeds.h"
#include "alerts/silencespanel.h"
#include "alerts/windowspanel.h"
#include "kit/banner.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/segmented.h"
#include "kit/tokens.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedLayout>
#include <QToolButton>

#include <algorithm>

namespace alerts {

namespace {
namespace tokens = kit::tokens;
} // namespace

QuietPage::QuietPage(AlertDeeds &deeds, client::Silences &silences, QWidget *parent)
    : QWidget(parent), m_silences(silences), m_parts(new kit::Segmented({})),
      m_error(new kit::Banner(kit::Status::High, QString())), m_stack(new QStackedLayout)
{
    setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::PagePadding, 0, tokens::PagePadding, tokens::PagePadding);
    column->setSpacing(tokens::Space2);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::Space2);
    auto *back = new QToolButton;
    back->setIcon(kit::icon(kit::Symbol::ChevronLeft));
    back->setToolTip(tr("Back to the list (Esc)"));
    back->setAccessibleName(tr("Back to the list"));
    back->setAutoRaise(true);
    connect(back, &QToolButton::clicked, this, &QuietPage::left);
    row->addWidget(back);
    m_parts->setAccessibleName(tr("Silences or maintenance"));
    row->addWidget(m_parts);
    row->addStretch(1);
    column->addLayout(row);
    m_error->setClosable(true);
    m_error->hide();
    connect(m_error, &kit::Banner::closed, m_error, &QWidget::hide);
    column->addWidget(m_error);
    column->addLayout(m_stack, 1);
    m_stack->addWidget(new SilencesPanel(deeds, silences));
    m_stack->addWidget(new WindowsPanel(deeds, silences));
    connect(m_parts, &kit::Segmented::chosen, m_stack, &QStackedLayout::setCurrentIndex);
    connect(&silences, &client::Silences::changed, this, &QuietPage::showCounts);
    connect(&deeds, &AlertDeeds::refused, this, [this](const QString &why) {
        m_error->setText(why);
        m_error->show();
    });
    showCounts();
}

void QuietPage::showCounts()
{
    const QList<Silence> &all = m_silences.silences();
    const auto active =
        std::count_if(all.begin(), all.end(), [](const Silence &silence) { return !silence.isOver; });
    m_parts->setOptions({tr("Silences %1").arg(kit::format::count(active)),
                         tr("Maintenance %1").arg(kit::format::count(m_silences.windows().size()))});
    m_parts->setCurrent(m_stack->currentIndex());
}

void QuietPage::open(bool isWindows)
{
    m_isOpen = true;
    m_stack->setCurrentIndex(isWindows ? 1 : 0);
    m_parts->setCurrent(m_stack->currentIndex());
    m_error->hide();
    m_parts->setFocus();
}

void QuietPage::leave() { m_isOpen = false; }

void QuietPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_silences.setWatched(true);
}

void QuietPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_silences.setWatched(false);
}

void QuietPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace alerts
