// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/actions.h"

#include <QWidget>

namespace shell {

namespace {
constexpr const char *pathProperty = "belfryPath";
constexpr const char *synonymsProperty = "belfrySynonyms";
} // namespace

Actions::Actions(QWidget *window) : QObject(window), m_window(window) {}

QAction *Actions::add(const ActionSpec &spec)
{
    auto *action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    action->setShortcut(spec.shortcut);
    action->setProperty(pathProperty, spec.path);
    action->setProperty(synonymsProperty, spec.synonyms);
    if (spec.symbol)
        action->setIcon(kit::icon(*spec.symbol));
    m_window->addAction(action);
    m_all << action;
    return action;
}

void Actions::adopt(QAction *action, const QString &path, const QString &synonyms)
{
    action->setProperty(pathProperty, path);
    action->setProperty(synonymsProperty, synonyms);
    m_all << action;
}

QAction *Actions::find(const QString &id) const
{
    for (QAction *action : m_all) {
        if (action->objectName() == id)
            return action;
    }
    return nullptr;
}

QString Actions::pathOf(const QAction *action) { return action->property(pathProperty).toString(); }

QString Actions::synonymsOf(const QAction *action) { return action->property(synonymsProperty).toString(); }

QString Actions::textOf(const QAction *action)
{
    QString text = action->text();
    text.replace(QLatin1String("&&"), QString(QChar(1)));
    text.remove(QLatin1Char('&'));
    return text.replace(QChar(1), QLatin1Char('&'));
}

} // namespace shell
