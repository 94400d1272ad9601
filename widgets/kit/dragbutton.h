// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPoint>
#include <QToolButton>

namespace kit {

/// A button whose thing can be dragged out of it as well as sent by a click.
class DragButton final : public QToolButton
{
    Q_OBJECT
public:
    using QToolButton::QToolButton;

Q_SIGNALS:
    void dragWanted();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    QPoint m_pressedAt;
};

} // namespace kit
