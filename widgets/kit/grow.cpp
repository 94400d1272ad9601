// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/grow.h"

#include <QLayout>
#include <QWidget>

namespace kit {

void growToFit(QWidget &window)
{
    const int wanted = window.layout()->totalHeightForWidth(window.width());
    if (wanted > window.height())
        window.resize(window.width(), wanted);
}

void sizeToFit(QWidget &window)
{
    const int wanted = window.layout()->totalHeightForWidth(window.width());
    if (wanted > 0)
        window.resize(window.width(), wanted);
}

} // namespace kit
