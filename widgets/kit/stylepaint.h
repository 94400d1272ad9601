// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStyleOption>

/// The flat pictures of standard controls that Style draws in place of Fusion's.
namespace kit::stylepaint {

void buttonPanel(const QStyleOption &option, QPainter &painter);
void field(const QStyleOption &option, QPainter &painter);
/// An arrow of one stroke in the middle of the box, downwards or upwards.
void chevron(QPainter &painter, const QRectF &box, const QColor &color, bool down);
void headerSection(const QStyleOption &option, QPainter &painter);
void checkBox(const QStyleOption &option, QPainter &painter);
void radioButton(const QStyleOption &option, QPainter &painter);
void progress(const QStyleOptionProgressBar &option, QPainter &painter);
void menuBarItem(const QStyleOptionMenuItem &option, QPainter &painter);
void scrollBar(const QStyleOptionSlider &option, const QRect &slider, QPainter &painter);
/// Where the slider of a bar without arrow buttons lies: its length is the page's share of the whole.
[[nodiscard]] QRect scrollSlider(const QStyleOptionSlider &option);

} // namespace kit::stylepaint
