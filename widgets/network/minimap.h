// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "network/mapview.h"

namespace network {

/// The whole map in a corner, with a frame around what is seen of it; a click goes there.
class Minimap final : public QWidget
{
    Q_OBJECT
public:
    Minimap(MapView &view, const Board &board, QWidget *parent = nullptr);

    /// The board is another.
    void redraw();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void draw();
    [[nodiscard]] QTransform toHere() const;
    void goTo(QPointF at);

    MapView &m_view;
    const Board &m_board;
    QPixmap m_picture;
    QRectF m_bounds;
};

} // namespace network
