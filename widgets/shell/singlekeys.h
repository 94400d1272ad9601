// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAction;
class QWidget;

namespace shell {

/// The keys without Ctrl or Alt of everything in a window: given to its actions, or taken from them, so that
/// menus, tool tips and the sheet of keys name only those that act.
class SingleKeys final
{
public:
    explicit SingleKeys(QWidget &window) : m_window(window) {}

    void set(bool act);

private:
    static void give(QAction &action);
    static void take(QAction &action);

    QWidget &m_window;
};

} // namespace shell
