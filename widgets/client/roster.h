// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

namespace client {

/// Things kept by id that come as pages and are kept up by facts: a fact is newer than any page asked for
/// before it.
template <class Item>
class Roster
{
public:
    [[nodiscard]] const QMap<QString, Item> &items() const { return m_items; }
    [[nodiscard]] const Item *find(const QString &id) const
    {
        const auto found = m_items.constFind(id);
        return found == m_items.constEnd() ? nullptr : &*found;
    }
    [[nodiscard]] bool isLoading() const { return m_isLoading; }

    /// From here on facts are noted until the last page is there.
    void begin()
    {
        m_isLoading = true;
        m_fresh.clear();
        m_noted.clear();
    }
    void addPage(const QList<Item> &page)
    {
        for (const Item &item : page)
            m_fresh.insert(item.id, item);
    }
    /// The pages, and what facts said since, are what there is.
    void finish()
    {
        for (const QString &id : std::as_const(m_noted)) {
            if (const Item *known = find(id))
                m_fresh.insert(id, *known);
            else
                m_fresh.remove(id);
        }
        m_items = std::move(m_fresh);
        abandon();
    }
    void abandon()
    {
        m_isLoading = false;
        m_fresh.clear();
        m_noted.clear();
    }
    void put(const Item &item)
    {
        m_items.insert(item.id, item);
        if (m_isLoading)
            m_noted.insert(item.id);
    }
    void drop(const QString &id)
    {
        m_items.remove(id);
        if (m_isLoading)
            m_noted.insert(id);
    }

private:
    QMap<QString, Item> m_items;
    QMap<QString, Item> m_fresh;
    QSet<QString> m_noted;
    bool m_isLoading = false;
};

} // namespace client
