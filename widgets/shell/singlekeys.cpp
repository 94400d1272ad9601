// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/singlekeys.h"

#include "kit/singlekeys.h"

#include <QAction>
#include <QShortcut>
#include <QVariant>
#include <QWidget>

#include <algorithm>

namespace shell {

namespace {
constexpr const char *keysTaken = "belfry_keysTaken";
constexpr const char *tipTaken = "belfry_tipTaken";

/// A tool tip without the keys it names.
QString withoutKeys(QString tip, const QList<QKeySequence> &keys)
{
    for (const QKeySequence &key : keys) {
        if (kit::isSingleKey(key))
            tip.remove(QStringLiteral(" (%1)").arg(key.toString(QKeySequence::NativeText)));
    }
    return tip;
}
} // namespace

void SingleKeys::set(bool act)
{
    kit::setSingleKeysAct(act);
    const auto actions = m_window.findChildren<QAction *>();
    for (QAction *action : actions)
        act ? give(*action) : take(*action);
    const auto shortcuts = m_window.findChildren<QShortcut *>();
    for (QShortcut *shortcut : shortcuts) {
        if (kit::isSingleKey(shortcut->key()))
            shortcut->setEnabled(act);
    }
}

void SingleKeys::take(QAction &action)
{
    const QList<QKeySequence> keys = action.shortcuts();
    if (std::none_of(keys.begin(), keys.end(), kit::isSingleKey))
        return;
    const QString tip = action.toolTip();
    action.setProperty(keysTaken, QVariant::fromValue(keys));
    action.setProperty(tipTaken, tip);
    QList<QKeySequence> others = keys;
    others.removeIf(kit::isSingleKey);
    action.setShortcuts(others);
    if (const QString shorter = withoutKeys(tip, keys); shorter != tip)
        action.setToolTip(shorter);
}

void SingleKeys::give(QAction &action)
{
    const auto keys = action.property(keysTaken).value<QList<QKeySequence>>();
    if (keys.isEmpty())
        return;
    action.setShortcuts(keys);
    // It may say something else by now, such as why it cannot be done.
    const QString tip = action.property(tipTaken).toString();
    if (action.toolTip() == withoutKeys(tip, keys) && action.toolTip() != tip)
        action.setToolTip(tip);
    action.setProperty(keysTaken, {});
}

} // namespace shell
