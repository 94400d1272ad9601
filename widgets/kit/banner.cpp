// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/banner.h"

#include "kit/glyph.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace kit {

namespace {

constexpr int StripeWidth = 3;

} // namespace

Banner::Banner(Status status, const QString &text, QWidget *parent)
    : QWidget(parent), m_status(status), m_label(new Label(text)), m_action(new QPushButton),
      m_close(new QToolButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(tokens::Space4 + tokens::GlyphSize + tokens::Space2, tokens::Space1,
                            tokens::Space2, tokens::Space1);
    row->setSpacing(tokens::Space2);
    row->addWidget(m_label, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    m_label->setWordWrap(true);
    m_action->hide();
    m_close->hide();
    m_close->setIcon(icon(Symbol::Close));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumHeight(tokens::ControlHeight + 2 * tokens::Space1);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, &Banner::closed);
    tell();
}

void Banner::setStatus(Status status)
{
    m_status = status;
    tell();
}

void Banner::setText(const QString &text)
{
    m_label->setText(text);
    tell();
}

void Banner::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void Banner::setClosable(bool closable) { m_close->setVisible(closable); }

void Banner::tell()
{
    setAccessibleName(statusTitle(m_status) + QStringLiteral(": ") + m_label->text());
    update();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Theme &t = theme();
    QPainter painter(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(rect(), t.tint(m_status));
    const StatusInk &ink = t.status(m_status);
    painter.fillRect(QRect(0, 0, StripeWidth, height()), ink.fill.isValid() ? ink.fill : ink.outline);
    painter.fillRect(QRect(0, height() - t.borderWidth, width(), t.borderWidth), t.border);
    paintGlyph(
        painter,
        QRectF(tokens::Space4, (height() - tokens::GlyphSize) / 2.0, tokens::GlyphSize, tokens::GlyphSize),
        m_status);
}

} // namespace kit
