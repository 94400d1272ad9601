// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "network/board.h"

class QPainter;

namespace network {

/// The line somebody draws from one device to another, while it is drawn.
class JoinLine
{
public:
    explicit JoinLine(const Board &board) : m_board(board) {}

    /// From that device, or from the one that is taken next.
    void begin(const QString &from);
    void end();
    [[nodiscard]] bool isDrawn() const { return m_isDrawn; }
    [[nodiscard]] const QString &from() const { return m_from; }
    /// Takes it up there, or puts it down again; what is no single device is no end of a link.
    void takeFrom(const QString &id);
    void leadTo(QPointF at) { m_to = at; }
    /// The device the line leads to; empty: none that it can join.
    [[nodiscard]] QString target() const;
    void paint(QPainter &painter) const;

private:
    [[nodiscard]] bool isEnd(int spot) const;

    const Board &m_board;
    QString m_from;
    QPointF m_to;
    bool m_isDrawn = false;
};

} // namespace network
