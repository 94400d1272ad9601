// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/stylepaint.h"

#include "kit/focusring.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QPainter>
#include <QStyle>

namespace kit::stylepaint {

namespace {

QColor mixed(const QColor &ground, const QColor &ink, float share)
{
    return QColor::fromRgbF(ground.redF() + (ink.redF() - ground.redF()) * share,
                            ground.greenF() + (ink.greenF() - ground.greenF()) * share,
                            ground.blueF() + (ink.blueF() - ground.blueF()) * share);
}

QColor edgeColor(const QStyleOption &option)
{
    const Theme &t = theme();
    if (option.state & QStyle::State_Enabled)
        return t.borderStrong;
    return t.kind == ThemeKind::HighContrast ? t.disabled : t.border;
}

/// The largest square in the middle of a rectangle.
QRectF squareIn(const QRect &rect)
{
    const double side = std::min(rect.width(), rect.height());
    return {rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side};
}

} // namespace

void buttonPanel(const QStyleOption &option, QPainter &painter)
{
    const Theme &t = theme();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = enabled && (option.state & QStyle::State_MouseOver);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    if (button && (button->features & QStyleOptionButton::Flat) && !down && !hover)
        return;
    QColor fill = down ? t.selection : t.raised;
    if (hover && !down)
        fill = mixed(t.raised, t.text, 0.06F);
    const QColor line =
        enabled ? (t.dark ? mixed(t.border, t.borderStrong, 0.55F) : t.borderStrong) : t.border;
    paintPanel(painter, option.rect, tokens::RadiusControl, fill, line);
}

void field(const QStyleOption &option, QPainter &painter)
{
    const Theme &t = theme();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focus = option.state & QStyle::State_HasFocus;
    paintPanel(painter, option.rect, tokens::RadiusControl, enabled ? t.surface : t.window,
               enabled ? t.borderStrong : t.border);
    if (focus)
        paintFocusRing(painter, option.rect, tokens::RadiusControl);
}

void chevron(QPainter &painter, const QRectF &box, const QColor &color, bool down)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, tokens::StrokeWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF c = box.center();
    const double tip = down ? 2 : -1.5;
    const double arms = down ? -1.5 : 2;
    painter.drawPolyline(
        QPolygonF{{c.x() - 3.5, c.y() + arms}, {c.x(), c.y() + tip}, {c.x() + 3.5, c.y() + arms}});
    painter.restore();
}

void headerSection(const QStyleOption &option, QPainter &painter)
{
    const Theme &t = theme();
    painter.fillRect(option.rect,
                     option.state & QStyle::State_MouseOver ? mixed(t.surface, t.text, 0.05F) : t.surface);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom() + 1 - t.borderWidth, option.rect.width(),
                           t.borderWidth),
                     t.border);
}

void scrollBar(const QStyleOptionSlider &option, const QRect &slider, QPainter &painter)
{
    const Theme &t = theme();
    if (option.minimum == option.maximum)
        return;
    const bool lit = option.state & QStyle::State_MouseOver;
    const bool upright = option.orientation == Qt::Vertical;
    const int slack = lit ? 2 : 3;
    const QRect handle = slider.adjusted(upright ? slack : 2, upright ? 2 : slack, upright ? -slack : -2,
                                         upright ? -2 : -slack);
    paintPanel(painter, handle, std::min(handle.width(), handle.height()) / 2.0,
               lit ? t.text3 : t.borderStrong, {});
}

/// The bar without arrow buttons: the slider's length is the page's share of the whole.
QRect scrollSlider(const QStyleOptionSlider &option)
{
    constexpr int Shortest = 28;
    const bool upright = option.orientation == Qt::Vertical;
    const int groove = upright ? option.rect.height() : option.rect.width();
    const qint64 range = qint64(option.maximum) - option.minimum;
    if (range <= 0)
        return option.rect;
    const int length =
        std::clamp(int(qint64(groove) * option.pageStep / (range + std::max(1, option.pageStep))),
                   std::min(Shortest, groove), groove);
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      groove - length, option.upsideDown);
    return upright ? QRect(option.rect.left(), option.rect.top() + start, option.rect.width(), length)
                   : QRect(option.rect.left() + start, option.rect.top(), length, option.rect.height());
}
void checkBox(const QStyleOption &option, QPainter &painter)
{
    const Theme &t = theme();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QRectF box = squareIn(option.rect);
    const QColor full = enabled ? t.accent : t.disabled;
    paintPanel(painter, box, 3, on ? full : t.surface, on ? full : edgeColor(option));
    if (!on)
        return;
    const double unit = box.width() / 14;
    QPolygonF mark{{3.5, 7.2}, {6, 9.7}, {10.5, 4.6}};
    if (option.state & QStyle::State_NoChange)
        mark = QPolygonF{{4, 7}, {10, 7}};
    for (QPointF &corner : mark)
        corner = box.topLeft() + corner * unit;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.onAccent, 1.8 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(mark);
    painter.restore();
}

void radioButton(const QStyleOption &option, QPainter &painter)
{
    const Theme &t = theme();
    const bool on = option.state & QStyle::State_On;
    const QRectF box = squareIn(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor full = option.state & QStyle::State_Enabled ? t.accent : t.disabled;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(on ? full : edgeColor(option), on ? 1.5 : t.borderWidth));
    painter.setBrush(t.surface);
    painter.drawEllipse(box);
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(full);
        painter.drawEllipse(box.center(), box.width() / 4, box.width() / 4);
    }
    painter.restore();
}

void progress(const QStyleOptionProgressBar &option, QPainter &painter)
{
    const Theme &t = theme();
    const QRectF box = option.rect;
    paintPanel(painter, box, tokens::RadiusControl, t.surface, t.borderStrong);
    const double span = double(option.maximum) - option.minimum;
    if (span <= 0) // the end is not known
        return paintPanel(painter, box, tokens::RadiusControl, t.selection, t.borderStrong);
    QRectF done = box.adjusted(2, 2, -2, -2);
    done.setWidth(done.width() * std::clamp((option.progress - option.minimum) / span, 0.0, 1.0));
    if (done.width() >= 1)
        paintPanel(painter, done, tokens::RadiusControl - 2, t.selection, {});
    if (!option.textVisible)
        return;
    painter.setPen(t.text);
    painter.drawText(box, Qt::AlignCenter, option.text);
}

void menuBarItem(const QStyleOptionMenuItem &option, QPainter &painter)
{
    const Theme &t = theme();
    painter.fillRect(option.rect, t.window);
    if (option.state & (QStyle::State_Selected | QStyle::State_Sunken))
        paintPanel(painter, QRectF(option.rect).adjusted(0, 2, 0, -2), tokens::RadiusControl, t.selection,
                   {});
    painter.setPen(option.state & QStyle::State_Enabled ? t.text : t.disabled);
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
}

} // namespace kit::stylepaint
