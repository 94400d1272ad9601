// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPushButton>

namespace support {

/// The push button of `widget` whose text holds `part`, mnemonics aside; null when there is none.
inline QPushButton *findButton(const QWidget &widget, const QString &part)
{
    const auto buttons = widget.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text().remove(QLatin1Char('&')).contains(part))
            return button;
    }
    return nullptr;
}

} // namespace support
