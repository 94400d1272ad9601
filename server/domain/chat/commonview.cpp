// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/commonview.h"

#include "domain/chat/roombook.h"

namespace chat {

namespace {
/// Roles of people rise in the order in which they are listed; whoever has none may do nothing.
core::Role lesser(std::optional<core::Role> one, core::Role other)
{
    return std::min(one.value_or(core::Role::Guest), other);
}

/// What both see of what belongs to departments.
QStringList common(const QStringList &one, const QStringList &other)
{
    if (one.isEmpty() || other.isEmpty())
        return one.isEmpty() ? other : one;
    QStringList both;
    std::copy_if(one.begin(), one.end(), std::back_inserter(both),
                 [&other](const QString &department) { return other.contains(department); });
    return both.isEmpty() ? QStringList{QString::fromLatin1(core::noDepartment)} : both;
}
} // namespace

core::Principal commonView(const Room &room, const core::Principal &asker, const QList<Person> &people)
{
    core::Principal view = asker;
    const bool isOpen = room.kind == RoomKind::Public || room.kind == RoomKind::System;
    if (isOpen)
        view.role = lesser(view.role, core::Role::Viewer);
    for (const Person &person : people) {
        if (person.role == core::Role::Agent || !RoomBook::isFor(room, person))
            continue;
        view.role = lesser(view.role, person.role);
        view.departments = common(view.departments, person.departments);
    }
    return view;
}

} // namespace chat
