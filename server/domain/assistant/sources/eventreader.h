// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QByteArrayList>

namespace assistant::sources {

/// Reads server-sent events (HTML, 9.2.6) from bytes that come in any pieces. Only their data matters here.
class EventReader
{
public:
    /// Of a line, and of the data of an event.
    static constexpr qsizetype longest = 1'000'000;

    /// The data of the events these bytes complete. Errors: Invalid (too long); nothing is read after one.
    core::Result<QByteArrayList> feed(QByteArrayView bytes);

private:
    core::Result<void> endLine(QByteArrayList &events);

    QByteArray m_line;
    QByteArray m_data;
    bool m_hasData = false;
    bool m_isAfterReturn = false; ///< a line feed that follows ends no line of its own
    bool m_isFirstLine = true;
    bool m_isBroken = false;
};

} // namespace assistant::sources
