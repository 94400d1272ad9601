// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reader.h"

#include <QApplication>
#include <QMetaEnum>
#include <QWidget>

#include <algorithm>
#include <functional>

namespace desk {

namespace {
QString roleOf(const QAccessibleInterface &thing)
{
    return QLatin1String(QMetaEnum::fromType<QAccessible::Role>().valueToKey(thing.role()));
}

QJsonArray statesOf(const QAccessible::State &state)
{
    QJsonArray out;
    const auto add = [&out](bool is, const char *word) {
        if (is)
            out << QLatin1String(word);
    };
    add(state.focused, "focused");
    add(state.disabled, "disabled");
    add(state.checked, "checked");
    add(state.selected, "selected");
    add(state.editable, "editable");
    add(state.invisible, "invisible");
    return out;
}

QJsonObject told(const QAccessibleInterface &thing)
{
    return {{QStringLiteral("role"), roleOf(thing)},
            {QStringLiteral("name"), thing.text(QAccessible::Name)},
            {QStringLiteral("description"), thing.text(QAccessible::Description)},
            {QStringLiteral("value"), thing.text(QAccessible::Value)},
            {QStringLiteral("states"), statesOf(thing.state())}};
}

QString rowText(QAccessibleInterface &list, int row)
{
    QAccessibleTableInterface *table = list.tableInterface();
    if (table == nullptr) {
        const QAccessibleInterface *child = list.child(row);
        return child == nullptr ? QString() : child->text(QAccessible::Name);
    }
    QStringList cells;
    for (int column = 0; column < table->columnCount(); ++column) {
        const QAccessibleInterface *cell = table->cellAt(row, column);
        cells << (cell == nullptr ? QString() : cell->text(QAccessible::Name));
    }
    return cells.join(QStringLiteral(" | "));
}

bool isList(QAccessibleInterface &thing)
{
    return thing.tableInterface() != nullptr || thing.role() == QAccessible::List;
}

/// What is in a list is asked for by rows.
void walk(QAccessibleInterface *thing, const std::function<void(QAccessibleInterface &)> &see)
{
    if (thing == nullptr || !thing->isValid() || thing->state().invisible)
        return;
    see(*thing);
    for (int i = 0; !isList(*thing) && i < thing->childCount(); ++i)
        walk(thing->child(i), see);
}

/// As it is now: where no screen reader runs, Qt does not tell the cells it has handed out of what changes.
QAccessibleInterface *asked(QObject *object)
{
    QAccessibleInterface *known = QAccessible::queryAccessibleInterface(object);
    if (known == nullptr || !isList(*known))
        return known;
    QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(known));
    return QAccessible::queryAccessibleInterface(object);
}

void walkWindows(const std::function<void(QAccessibleInterface &)> &see)
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->isVisible())
            walk(QAccessible::queryAccessibleInterface(window), see);
    }
}
} // namespace

QJsonObject Reader::focused()
{
    QWidget *widget = QApplication::focusWidget();
    QAccessibleInterface *thing = asked(widget);
    if (thing == nullptr)
        return {};
    QJsonObject out = told(*thing);
    out.insert(QStringLiteral("window"), widget->window()->windowTitle());
    if (const QAccessibleInterface *child = thing->focusChild(); child != nullptr && child != thing) {
        out.insert(QStringLiteral("row"), child->text(QAccessible::Name));
        if (auto *cell = const_cast<QAccessibleInterface *>(child)->tableCellInterface())
            out.insert(QStringLiteral("row"), rowText(*thing, cell->rowIndex()));
    }
    return out;
}

QJsonArray Reader::all(const QString &role, const QString &name)
{
    QJsonArray out;
    walkWindows([&](QAccessibleInterface &thing) {
        if (roleOf(thing) == role && (name.isEmpty() || thing.text(QAccessible::Name) == name))
            out << told(thing);
    });
    return out;
}

QJsonObject Reader::rows(const QString &name, int most)
{
    QObject *found = nullptr;
    walkWindows([&](QAccessibleInterface &thing) {
        if (isList(thing) && thing.text(QAccessible::Name) == name)
            found = thing.object();
    });
    QAccessibleInterface *list = asked(found);
    if (list == nullptr)
        return {};
    const int count =
        list->tableInterface() != nullptr ? list->tableInterface()->rowCount() : list->childCount();
    QJsonArray rows;
    for (int row = std::max(0, count - most); row < count; ++row)
        rows << rowText(*list, row);
    return {{QStringLiteral("count"), count}, {QStringLiteral("rows"), rows}};
}

} // namespace desk
