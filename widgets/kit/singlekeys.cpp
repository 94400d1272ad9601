// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/singlekeys.h"

#include <QKeyEvent>

namespace kit {

namespace {
bool acting = true;

bool isSingle(QKeyCombination combination)
{
    const Qt::KeyboardModifiers more =
        combination.keyboardModifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    // Those with a name of their own, such as Delete and F5, begin at Escape.
    return more == Qt::NoModifier && combination.key() > Qt::Key_Space && combination.key() < Qt::Key_Escape;
}
} // namespace

bool singleKeysAct() { return acting; }

void setSingleKeysAct(bool act) { acting = act; }

bool isSingleKey(const QKeySequence &keys) { return keys.count() == 1 && isSingle(keys[0]); }

bool isIdleKey(const QKeyEvent &event) { return !acting && isSingle(event.keyCombination()); }

} // namespace kit
