// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/badge.h"

#include "kit/focusring.h"
#include "kit/glyph.h"
#include "kit/label.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QPainter>

namespace kit {

namespace {

constexpr int BadgeHeight = 20;
constexpr int BadgeGlyph = 15;

} // namespace

Badge::Badge(const QString &text, QWidget *parent) : QWidget(parent), m_text(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    tell();
}

void Badge::setText(const QString &text)
{
    m_text = text;
    tell();
}

void Badge::setStatus(std::optional<Status> status)
{
    m_status = status;
    tell();
}

void Badge::setMode(bool mode)
{
    m_mode = mode;
    tell();
}

void Badge::tell()
{
    QString name = m_text;
    if (m_status && m_text.compare(statusWord(*m_status), Qt::CaseInsensitive) != 0)
        name += QLatin1Char(' ') + statusWord(*m_status);
    setAccessibleName(name.trimmed());
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    const int text = QFontMetrics(textFont(tokens::SecondaryPt, QFont::DemiBold)).horizontalAdvance(m_text);
    const int glyph = m_status ? BadgeGlyph + (m_text.isEmpty() ? 0 : tokens::Space1) : 0;
    return {std::max(BadgeHeight, text + glyph + 2 * tokens::Space2), BadgeHeight};
}

void Badge::paintEvent(QPaintEvent *)
{
    const Theme &t = theme();
    QPainter painter(this);
    const bool solid = m_status == Status::Critical;
    QColor fill = m_mode ? t.mode : t.dark ? QColor(t.border) : QColor(t.rail);
    QColor ink = m_mode ? t.onMode : t.text;
    QColor line;
    if (m_status && solid) {
        fill = t.status(*m_status).fill;
        ink = t.status(*m_status).mark;
    } else if (m_status) {
        fill = t.tint(*m_status);
        line = t.kind == ThemeKind::HighContrast ? t.border : QColor();
    } else if (t.kind == ThemeKind::HighContrast && !m_mode) {
        fill = t.surface;
        line = t.border;
    }
    paintPanel(painter, rect(), tokens::RadiusPill, fill, line);
    QRect box = rect().adjusted(tokens::Space2, 0, -tokens::Space2, 0);
    if (m_status && !solid) {
        paintGlyph(painter,
                   QRectF(m_text.isEmpty() ? (width() - BadgeGlyph) / 2.0 : box.left() - 2,
                          (height() - BadgeGlyph) / 2.0, BadgeGlyph, BadgeGlyph),
                   *m_status);
        box.setLeft(box.left() - 2 + BadgeGlyph + tokens::Space1);
    }
    painter.setFont(textFont(tokens::SecondaryPt, QFont::DemiBold));
    painter.setPen(ink);
    if (m_status && solid) { // the octagon outlined in the chip's own ink, so that the shape stays
        painter.setRenderHint(QPainter::Antialiasing);
        const double c = 3.6;
        const QRectF o(box.left() - 2 + 1, (height() - 13) / 2.0, 13, 13);
        painter.setPen(QPen(ink, 1.3));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(QPolygonF{{o.left() + c, o.top()},
                                      {o.right() - c, o.top()},
                                      {o.right(), o.top() + c},
                                      {o.right(), o.bottom() - c},
                                      {o.right() - c, o.bottom()},
                                      {o.left() + c, o.bottom()},
                                      {o.left(), o.bottom() - c},
                                      {o.left(), o.top() + c}});
        painter.drawText(o, Qt::AlignCenter, QStringLiteral("!"));
        box.setLeft(box.left() - 2 + BadgeGlyph + tokens::Space1);
    }
    painter.drawText(box, Qt::AlignCenter, m_text);
}

} // namespace kit
