// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/facts.h"

#include <QFrame>

namespace kit {
class Label;
}

namespace network {

/// What is known of the device the pointer rests on, in a few lines.
class HoverCard final : public QFrame
{
    Q_OBJECT
public:
    explicit HoverCard(QWidget *parent);

    /// Shows the facts beside that place of the parent.
    void show(const client::Facts &facts, QPoint at);
    using QFrame::show;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<kit::Label *> m_lines;
};

} // namespace network
