// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/status.h"

#include <QIcon>
#include <QWidget>

class QPainter;

namespace kit {

/// Draws the shape of a status into a square, in the theme's inks, crisp at 15 px and up at any pixel ratio.
void paintGlyph(QPainter &painter, const QRectF &square, Status status);
/// The shape alone, without the mark in it.
void paintShape(QPainter &painter, const QRectF &square, Status status);
/// The same as an outline: somebody looks after it.
void paintGlyphOutline(QPainter &painter, const QRectF &square, Status status);

/// The shape as an icon for views and menus; it follows the theme.
[[nodiscard]] QIcon glyphIcon(Status status);

/// A status shape that stands by itself and says its word to screen readers and in its tooltip.
class Glyph final : public QWidget
{
    Q_OBJECT

public:
    explicit Glyph(Status status, QWidget *parent = nullptr);

    [[nodiscard]] Status status() const { return m_status; }
    void setStatus(Status status);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Status m_status;
};

} // namespace kit
