// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog.h"

namespace core {

const EventSpec *Catalog::findEvent(const Topic &topic) const
{
    const auto it = m_events.constFind(topic.name());
    return it == m_events.constEnd() ? nullptr : &*it;
}

const CommandSpec *Catalog::findCommand(const QString &name) const
{
    const auto it = m_commands.constFind(name);
    return it == m_commands.constEnd() ? nullptr : &*it;
}

void Catalog::add(const EventSpec &spec)
{
    Q_ASSERT_X(spec.topic.isValid() && !m_events.contains(spec.topic.name()), "Catalog",
               "topic declared twice");
    m_events.insert(spec.topic.name(), spec);
}

void Catalog::add(const CommandSpec &spec)
{
    Q_ASSERT_X(!m_commands.contains(spec.name), "Catalog", "command declared twice");
    m_commands.insert(spec.name, spec);
}

} // namespace core
