// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/sources/eventreader.h"

#include <QCoreApplication>

namespace assistant::sources {

namespace {
core::Error tooLongEvent()
{
    return {core::ErrorCode::Invalid,
            QCoreApplication::translate("assistant", "What the model's service sends is too long.")};
}
} // namespace

core::Result<QByteArrayList> EventReader::feed(QByteArrayView bytes)
{
    QByteArrayList events;
    for (const char byte : bytes) {
        if (m_isBroken)
            return tooLongEvent();
        const bool isReturnsFeed = m_isAfterReturn && byte == '\n';
        m_isAfterReturn = byte == '\r';
        if (isReturnsFeed)
            continue;
        if (byte == '\n' || byte == '\r') {
            if (const auto ended = endLine(events); !ended)
                return ended.error();
            continue;
        }
        m_line += byte;
        m_isBroken = m_line.size() > longest;
    }
    if (m_isBroken)
        return tooLongEvent();
    return events;
}

core::Result<void> EventReader::endLine(QByteArrayList &events)
{
    QByteArray line = std::exchange(m_line, {});
    if (std::exchange(m_isFirstLine, false) && line.startsWith("\xef\xbb\xbf"))
        line.remove(0, 3);
    if (line.isEmpty()) {
        if (std::exchange(m_hasData, false))
            events << std::exchange(m_data, {});
        return {};
    }
    const qsizetype colon = line.indexOf(':');
    if ((colon < 0 ? line : line.left(colon)) != "data")
        return {}; // a comment, or a field that does not matter
    QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1);
    if (value.startsWith(' '))
        value.remove(0, 1);
    if (m_hasData)
        m_data += '\n';
    m_data += value;
    m_hasData = true;
    m_isBroken = m_data.size() > longest;
    return m_isBroken ? core::Result<void>(tooLongEvent()) : core::Result<void>();
}

} // namespace assistant::sources
