// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertnotice.h"
#include "catalog/silences.h"

#include <functional>

namespace engine {

class Chatting;

/// Writes into chat what becomes of alerts: into the room of each, where there is one, and into the log of
/// the shift, which everybody may read and which therefore calls what belongs to a department by its number,
/// and keeps to itself what is written of it.
class ShiftLog
{
public:
    using DepartmentOf = std::function<QString(const alerts::Alert &)>;

    ShiftLog(Chatting &chatting, DepartmentOf departmentOf)
        : m_chatting(chatting), m_departmentOf(std::move(departmentOf))
    {
    }

    void note(const alerts::Alert &alert, const alerts::AlertEntry &entry);
    /// People were told of it; `find` gives the alert of an id, or none.
    void note(const alerts::Notice &notice,
              const std::function<const alerts::Alert *(const QString &id)> &find);
    /// Somebody set a silence, or ended it.
    void note(const alerts::Silence &silence, const QString &by);

private:
    [[nodiscard]] QString nameOf(const alerts::Alert &alert) const;
    void write(const QString &room, const QString &text, const QStringList &alerts);

    Chatting &m_chatting;
    DepartmentOf m_departmentOf;
};

} // namespace engine
