// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace kit {

/// Makes a window tall enough for its wrapped text, which no layout does by itself. Never makes it smaller.
void growToFit(QWidget &window);
/// The same for a window that is about to be seen, which may as well become smaller.
void sizeToFit(QWidget &window);

} // namespace kit
