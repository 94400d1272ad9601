// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/segmented.h"

#include "kit/focusring.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace kit {

Segmented::Segmented(const QStringList &options, QWidget *parent) : QWidget(parent), m_options(options)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    tell();
}

void Segmented::setOptions(const QStringList &options)
{
    m_options = options;
    m_current = std::min(m_current, int(options.size()) - 1);
    updateGeometry();
    tell();
}

void Segmented::setCurrent(int place)
{
    m_current = place;
    tell();
}

void Segmented::choose(int place)
{
    if (place < 0 || place >= m_options.size() || place == m_current)
        return;
    setCurrent(place);
    Q_EMIT chosen(place);
}

void Segmented::tell()
{
    setAccessibleDescription(m_current >= 0 && m_current < m_options.size() ? m_options.at(m_current)
                                                                            : QString());
    update();
}

QSize Segmented::sizeHint() const
{
    const int last = int(m_options.size()) - 1;
    return {last < 0 ? 0 : segmentRect(last).right() + 1, tokens::ControlHeight};
}

QRect Segmented::segmentRect(int place) const
{
    const QFontMetrics metrics(textFont(tokens::BodyPt, QFont::DemiBold)); // the chosen one is bolder
    int left = 0;
    int width = 0;
    for (int i = 0; i <= place; ++i) {
        left += width;
        width = metrics.horizontalAdvance(m_options.at(i)) + 2 * (tokens::Space2 + 2);
    }
    return {left, 0, width, tokens::ControlHeight};
}

int Segmented::placeAt(const QPoint &at) const
{
    for (int i = 0; i < m_options.size(); ++i) {
        if (segmentRect(i).contains(at))
            return i;
    }
    return -1;
}

void Segmented::paintEvent(QPaintEvent *)
{
    const Theme &t = theme();
    QPainter painter(this);
    const QRect whole(QPoint(0, 0), sizeHint());
    paintPanel(painter, whole, tokens::RadiusControl, t.raised, t.borderStrong);
    for (int i = 0; i < m_options.size(); ++i) {
        const QRect box = segmentRect(i);
        const bool on = i == m_current;
        if (on)
            paintPanel(painter, box, tokens::RadiusControl, t.selection, t.accent);
        else if (i == m_hovered)
            paintPanel(painter, box.adjusted(2, 2, -2, -2), tokens::RadiusControl, t.window, {});
        if (i > 0 && !on && i - 1 != m_current) {
            painter.setPen(QPen(t.border, 1));
            painter.drawLine(box.left(), box.top() + 7, box.left(), box.bottom() - 7);
        }
        painter.setFont(textFont(tokens::BodyPt, on ? QFont::DemiBold : QFont::Normal));
        painter.setPen(!isEnabled() ? t.disabled : on ? t.text : t.text2);
        painter.drawText(box, Qt::AlignCenter, m_options.at(i));
    }
    if (hasFocus())
        paintFocusRing(painter, whole, tokens::RadiusControl);
}

void Segmented::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        choose(placeAt(event->position().toPoint()));
}

void Segmented::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = placeAt(event->position().toPoint());
    update();
}

void Segmented::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void Segmented::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(m_current + (mirrored ? 1 : -1));
    case Qt::Key_Right:
        return choose(m_current + (mirrored ? -1 : 1));
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(int(m_options.size()) - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace kit
