// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/error.h"
#include "core/field.h"

namespace core {

/// Where in a message a value stands. Written out only when something is wrong there: most messages are
/// right.
class Where
{
public:
    /// The message itself, under this name.
    Where(QString root) : m_key(std::move(root)) {} // implicit: a name will do
    /// A member of what stands at `parent`; it and `name` outlive this.
    Where(const Where &parent, const char *name, NameCase nameCase)
        : m_parent(&parent), m_name(name), m_nameCase(nameCase)
    {
    }
    /// An entry of the map at `parent`.
    Where(const Where &parent, QString key) : m_parent(&parent), m_key(std::move(key)) {}
    /// An item of the list at `parent`.
    Where(const Where &parent, qsizetype index) : m_parent(&parent), m_index(index) {}

    /// "data.options.ports[2]"
    [[nodiscard]] QString text() const;

private:
    const Where *m_parent = nullptr;
    const char *m_name = nullptr;
    NameCase m_nameCase = NameCase::Snake;
    qsizetype m_index = -1;
    QString m_key;
};

/// A value that is not what it should be: where in the message, and what was expected there.
Error expected(const Where &where, const QString &what);

} // namespace core
