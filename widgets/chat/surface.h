// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/focusring.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QFrame>
#include <QPainter>
#include <QVBoxLayout>

namespace chat {

/// A card whose content reaches its hairline, as lists do.
class Surface final : public QFrame
{
public:
    explicit Surface(QWidget *content, int padding = 1)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(padding, padding, padding, padding);
        column->addWidget(content);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        kit::paintPanel(painter, rect(), kit::tokens::RadiusCard, kit::theme().surface, kit::theme().border);
    }
};

} // namespace chat
