// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/learningcard.h"

#include "kit/label.h"
#include "kit/tokens.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

namespace overview {

LearningCard::LearningCard(client::Manners &manners, QWidget *parent)
    : kit::Card({}, parent), m_manners(manners), m_text(new kit::Label)
{
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(kit::tokens::Space2);
    row->addWidget(m_text, 1);
    auto *all = new QPushButton(tr("&Tell me all now"));
    auto *done = new QPushButton(tr("G&ot it"));
    row->addWidget(all);
    row->addWidget(done);
    content()->addLayout(row);
    connect(all, &QPushButton::clicked, &manners, &client::Manners::endLearning);
    connect(done, &QPushButton::clicked, &manners, &client::Manners::hideLearning);
    connect(&manners, &client::Manners::changed, this, &LearningCard::refresh);
    refresh();
}

void LearningCard::refresh()
{
    const std::optional<QDateTime> until = m_manners.learningUntil();
    setVisible(until && !m_manners.isLearningHidden());
    if (!until)
        return;
    const QString day = QLocale().toString(until->toLocalTime().date(), tr("d MMMM", "day and month"));
    m_text->setText(
        tr("Only critical alerts pop up until %1. All else stands in its list and under the bell.").arg(day));
}

} // namespace overview
