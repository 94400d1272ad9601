// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/sharedframe.h"
#include "wire/socketio.h"

#include <QList>

#include <deque>

namespace conformance {

/// The events said lately, each with an offset as its last argument, for clients that come back.
class History
{
public:
    static constexpr size_t capacity = 10'000;

    /// Keeps the event, with an offset, for the socket `to`, or for everybody in its namespace.
    QList<transport::SharedFrame> add(wire::SocketIoPacket event, const QString &to = {});
    [[nodiscard]] bool knows(const QString &offset) const;
    /// What the socket `id` of the namespace missed after `offset`, which is known.
    [[nodiscard]] QList<QList<transport::SharedFrame>> since(const QString &offset, const QString &nsp,
                                                             const QString &id) const;

private:
    struct Entry
    {
        QString offset;
        QString nsp;
        QString to; // empty: everybody
        QList<transport::SharedFrame> frames;
    };

    std::deque<Entry> m_entries;
    quint64 m_count = 0;
};

} // namespace conformance
