// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/turn.h"

#include "core/payload.h"

namespace alerts {

void Turn::remember(qint64 number)
{
    if (m_before.contains(number))
        return;
    const Kept *before = m_shelf.find(number);
    m_before.emplace(number, before == nullptr ? std::nullopt : std::optional(*before));
}

void Turn::put(const Kept &kept)
{
    remember(kept.number);
    m_shelf.put(kept);
}

void Turn::put(Kept kept, Deed deed, const QString &by, const QString &text, const QDateTime &at)
{
    const AlertEntry entry{++kept.entries, at.isValid() ? at : m_now, deed, by, text};
    const core::RecordName name = records::nameOf(kept.number, entry.number);
    m_saved << core::Record{name.kind, name.id, core::Payload(entry).text()};
    m_entries.emplaceBack(kept.number, entry);
    put(kept);
}

void Turn::drop(const Kept &kept)
{
    remember(kept.number);
    m_removed << records::nameOf(kept.number);
    for (int entry = 1; entry <= kept.entries; ++entry)
        m_removed << records::nameOf(kept.number, entry);
    m_shelf.drop(kept.number);
}

void Turn::tell(const Notice &notice)
{
    const core::RecordName name = records::nameOfNotice(notice.key);
    m_saved << core::Record{name.kind, name.id, core::Payload(notice).text()};
    m_notices << notice;
}

QList<qint64> Turn::touched() const
{
    QList<qint64> out;
    for (const auto &[number, before] : m_before)
        out << number;
    return out;
}

bool Turn::isEmpty() const { return m_before.empty() && m_saved.isEmpty() && m_removed.isEmpty(); }

QList<core::Record> Turn::saved() const
{
    QList<core::Record> out = m_saved;
    for (const auto &[number, before] : m_before) {
        if (const Kept *kept = m_shelf.find(number)) {
            const core::RecordName name = records::nameOf(number);
            out << core::Record{name.kind, name.id, core::Payload(*kept).text()};
        }
    }
    if (m_counter != m_counterBefore) {
        const core::RecordName name = records::counter();
        out << core::Record{name.kind, name.id, QByteArray::number(m_counter)};
    }
    return out;
}

void Turn::undo()
{
    for (const auto &[number, before] : m_before) {
        m_shelf.drop(number);
        if (before)
            m_shelf.put(*before);
    }
    m_counter = m_counterBefore;
}

} // namespace alerts
