// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/emptystate.h"

#include "kit/button.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QPainter>
#include <QVBoxLayout>

namespace kit {

namespace {

constexpr int PictureSize = 40;
constexpr int SentenceWidth = 380;
constexpr int LeastSentenceWidth = 240;
constexpr int MostOfTheRow = 1000;

} // namespace

EmptyState::EmptyState(const QIcon &icon, const QString &sentence, QWidget *parent)
    : QWidget(parent), m_icon(icon), m_picture(new QWidget), m_sentence(new Label(sentence)),
      m_action(new PrimaryButton({}))
{
    m_picture->setFixedSize(PictureSize, PictureSize);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setMaximumWidth(SentenceWidth);
    m_sentence->setMinimumWidth(LeastSentenceWidth);
    m_action->hide();
    auto *column = new QVBoxLayout(this);
    column->setSpacing(tokens::Space3);
    column->addStretch(1);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    // An aligned label is as wide as its hint, but as tall as if it had the whole row: that cuts text off.
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_sentence, MostOfTheRow);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(1);
    connect(m_action, &PrimaryButton::clicked, this, &EmptyState::actionTriggered);
    setAccessibleName(sentence);
}

void EmptyState::setIcon(const QIcon &icon)
{
    m_icon = icon;
    update();
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
}

void EmptyState::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void EmptyState::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_icon.paint(&painter, m_picture->geometry());
}

} // namespace kit
