// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/card.h"

#include "kit/focusring.h"
#include "kit/label.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace kit {

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent), m_title(new Label(title, TextRole::CardTitle)),
      m_subtitle(new Label({}, TextRole::Hint)), m_header(new QWidget(this)), m_content(new QVBoxLayout)
{
    m_headerRow = new QHBoxLayout(m_header);
    m_headerRow->setContentsMargins(0, 0, 0, 0);
    m_headerRow->setSpacing(tokens::Space2);
    m_headerRow->addWidget(m_title);
    m_headerRow->addWidget(m_subtitle);
    m_headerRow->addStretch(1);
    m_header->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::CardPadding, tokens::Space2, tokens::CardPadding, tokens::CardPadding);
    column->setSpacing(tokens::Space2);
    column->addWidget(m_header);
    auto *body = new QWidget;
    body->setLayout(m_content);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(tokens::Space2);
    column->addWidget(body, 1);
    setAccessibleName(title);
    showHeader();
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
    showHeader();
}

void Card::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
    showHeader();
}

void Card::addHeaderWidget(QWidget *widget)
{
    m_headerRow->addWidget(widget);
    showHeader();
}

void Card::addContent(QWidget *widget, int stretch) { m_content->addWidget(widget, stretch); }

void Card::showHeader()
{
    m_subtitle->setVisible(!m_subtitle->text().isEmpty());
    // title, subtitle and stretch are always there
    m_header->setVisible(!m_title->text().isEmpty() || m_headerRow->count() > 3);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPanel(painter, rect(), tokens::RadiusCard, theme().surface, theme().border);
}

} // namespace kit
