// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/history.h"

#include "transport/socketiosocket.h"

#include <algorithm>

namespace conformance {

QList<transport::SharedFrame> History::add(wire::SocketIoPacket event, const QString &to)
{
    if (m_entries.size() >= capacity)
        m_entries.pop_front();
    const QString offset = QString::number(++m_count);
    QJsonArray arguments = event.array();
    arguments.append(offset);
    event.data = arguments;
    m_entries.push_back({offset, event.nsp, to, transport::socketIoFrames(event)});
    return m_entries.back().frames;
}

bool History::knows(const QString &offset) const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [&](const Entry &entry) { return entry.offset == offset; });
}

QList<QList<transport::SharedFrame>> History::since(const QString &offset, const QString &nsp,
                                                    const QString &id) const
{
    QList<QList<transport::SharedFrame>> missed;
    const auto last = std::find_if(m_entries.begin(), m_entries.end(),
                                   [&](const Entry &entry) { return entry.offset == offset; });
    for (auto entry = std::next(last); entry != m_entries.end(); ++entry) {
        if (entry->nsp == nsp && (entry->to.isEmpty() || entry->to == id))
            missed << entry->frames;
    }
    return missed;
}

} // namespace conformance
