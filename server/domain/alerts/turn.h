// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertnotice.h"
#include "domain/alerts/shelf.h"

#include <map>

namespace alerts {

/// What is done to alerts at once: written as a whole, or undone as a whole.
class Turn
{
public:
    Turn(Shelf &shelf, qint64 &counter, const QDateTime &now)
        : m_shelf(shelf), m_counter(counter), m_counterBefore(counter), m_now(now)
    {
    }

    [[nodiscard]] const Shelf &shelf() const { return m_shelf; }
    [[nodiscard]] const QDateTime &now() const { return m_now; }
    /// A number of its own, never given before.
    qint64 nextNumber() { return ++m_counter; }
    void put(const Kept &kept);
    /// With a line of its story.
    void put(Kept kept, Deed deed, const QString &by = {}, const QString &text = {},
             const QDateTime &at = {});
    void drop(const Kept &kept);
    /// To be given out once this is written.
    void tell(const Notice &notice);
    /// Something else that is written together with it.
    void save(const core::Record &record) { m_saved << record; }

    [[nodiscard]] QList<core::Record> saved() const;
    [[nodiscard]] const QList<core::RecordName> &removed() const { return m_removed; }
    [[nodiscard]] const QList<Notice> &notices() const { return m_notices; }
    /// The lines of stories, and whose they are, in their order.
    [[nodiscard]] const QList<std::pair<qint64, AlertEntry>> &entries() const { return m_entries; }
    /// The alerts it is about.
    [[nodiscard]] QList<qint64> touched() const;
    [[nodiscard]] bool isEmpty() const;
    /// As if nothing had been done.
    void undo();

private:
    void remember(qint64 number);

    Shelf &m_shelf;
    qint64 &m_counter;
    const qint64 m_counterBefore;
    const QDateTime m_now;
    std::map<qint64, std::optional<Kept>> m_before;
    QList<core::Record> m_saved;
    QList<core::RecordName> m_removed;
    QList<Notice> m_notices;
    QList<std::pair<qint64, AlertEntry>> m_entries;
};

} // namespace alerts
