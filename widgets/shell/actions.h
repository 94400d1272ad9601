// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/icons.h"

#include <QAction>
#include <QList>
#include <QObject>

#include <optional>

namespace shell {

/// Said of an action when it is made.
struct ActionSpec
{
    QString id;
    QString text;
    QString path; ///< the menu it is in, as shown in the palette: "View"
    QKeySequence shortcut = {};
    QString synonyms = {}; ///< other words a person may look for
    std::optional<kit::Symbol> symbol = std::nullopt;
};

/// Everything a person can tell the window: the one list menus, palette and keyboard sheet are made from.
class Actions final : public QObject
{
    Q_OBJECT
public:
    /// The window the shortcuts work in.
    explicit Actions(QWidget *window);

    QAction *add(const ActionSpec &spec);
    /// Lists an action a page made, by its object's name; its keys stay the page's.
    void adopt(QAction *action, const QString &path, const QString &synonyms = {});
    [[nodiscard]] QAction *find(const QString &id) const;
    [[nodiscard]] const QList<QAction *> &all() const { return m_all; }

    static QString pathOf(const QAction *action);
    static QString synonymsOf(const QAction *action);
    /// The text without the mark of its key.
    static QString textOf(const QAction *action);

private:
    QWidget *m_window;
    QList<QAction *> m_all;
};

} // namespace shell
