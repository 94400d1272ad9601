// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/hovercard.h"

#include "kit/focusring.h"
#include "kit/label.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QPainter>
#include <QVBoxLayout>

namespace network {

namespace {
constexpr int cardWidth = 260;
constexpr int cardLines = 7;
constexpr int cardDistance = 18;
} // namespace

HoverCard::HoverCard(QWidget *parent) : QFrame(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kit::tokens::Space3, kit::tokens::Space2, kit::tokens::Space3,
                               kit::tokens::Space2);
    column->setSpacing(kit::tokens::Space1 / 2);
    for (int i = 0; i < cardLines; ++i) {
        auto *line = new kit::Label({}, i == 0 ? kit::TextRole::CardTitle : kit::TextRole::Secondary);
        column->addWidget(line);
        m_lines << line;
    }
    setFixedWidth(cardWidth);
}

void HoverCard::show(const client::Facts &facts, QPoint at)
{
    m_lines.first()->setText(facts.title);
    for (int i = 1; i < cardLines; ++i) {
        const bool isUsed = i <= facts.rows.size();
        m_lines[i]->setVisible(isUsed);
        if (isUsed)
            m_lines[i]->setText(
                QStringLiteral("%1: %2").arg(facts.rows[i - 1].name, facts.rows[i - 1].value));
    }
    setAccessibleName(facts.title);
    adjustSize();
    const QRect room = parentWidget()->rect();
    QPoint corner = at + QPoint(cardDistance, cardDistance);
    if (corner.x() + width() > room.right())
        corner.setX(at.x() - cardDistance - width());
    if (corner.y() + height() > room.bottom())
        corner.setY(at.y() - cardDistance - height());
    move(corner);
    QFrame::show();
    raise();
}

void HoverCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    kit::paintPanel(painter, QRectF(rect()), kit::tokens::RadiusCard, kit::theme().raised,
                    kit::theme().borderStrong);
}

} // namespace network
