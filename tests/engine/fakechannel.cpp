// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fakechannel.h"

namespace support {

void FakeChannel::send(const transport::SharedFrame &frame)
{
    if (!isOpen())
        return;
    m_sent << frame.message();
    if (m_isStuck)
        m_unsent += frame.size();
}

void FakeChannel::close(transport::CloseCode code, const QByteArray &reason)
{
    if (!isOpen())
        return;
    m_closeCode = code;
    m_closeReason = reason;
    Q_EMIT closed(int(code), reason);
}

void FakeChannel::vanish() { close(transport::CloseCode::Normal, "gone"); }

void FakeChannel::readSome(qint64 bytes)
{
    m_unsent = qMax<qint64>(0, m_unsent - bytes);
    if (m_unsent == 0)
        Q_EMIT drained();
}

void FakeChannel::getUnstuck()
{
    m_isStuck = false;
    m_unsent = 0;
    Q_EMIT drained();
}

QByteArray FakeChannel::take() { return m_sent.isEmpty() ? QByteArray() : m_sent.takeFirst(); }

} // namespace support
