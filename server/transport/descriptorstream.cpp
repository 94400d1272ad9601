// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/descriptorstream.h"

#include <QCoreApplication>
#include <QEvent>

#include <unistd.h>
#include <utility>

namespace transport {

DescriptorStream::DescriptorStream(int descriptor)
    : m_descriptor(descriptor), m_readNotifier(descriptor, QSocketNotifier::Read, *this)
{
}

DescriptorStream::~DescriptorStream() { DescriptorStream::close(); }

bool DescriptorStream::Notifier::event(QEvent *event)
{
    if (event->type() == QEvent::SockAct && type() == QSocketNotifier::Write)
        m_stream.sendKept();
    else if (event->type() == QEvent::SockAct || event->type() == QEvent::User)
        m_stream.tellReadable();
    else
        return QSocketNotifier::event(event);
    return true;
}

void DescriptorStream::close()
{
    if (m_descriptor < 0)
        return;
    // Before the descriptor goes: its number may be given out anew at once.
    m_readNotifier.setEnabled(false);
    if (m_writeNotifier)
        m_writeNotifier->setEnabled(false);
    ::close(std::exchange(m_descriptor, -1));
    m_kept.clear();
}

void DescriptorStream::comeAgain() { QCoreApplication::postEvent(&m_readNotifier, new QEvent(QEvent::User)); }

bool DescriptorStream::write(const QByteArray &bytes)
{
    if (m_descriptor < 0)
        return false;
    if (!m_kept.isEmpty()) {
        m_kept += bytes;
        return true;
    }
    const qint64 taken = offer(bytes);
    if (taken == bytes.size() || taken < 0)
        return taken >= 0;
    m_kept = bytes.mid(taken);
    if (!m_writeNotifier)
        m_writeNotifier = std::make_unique<Notifier>(m_descriptor, QSocketNotifier::Write, *this);
    m_writeNotifier->setEnabled(true);
    return true;
}

void DescriptorStream::sendKept()
{
    if (m_kept.isEmpty())
        return;
    const qint64 taken = offer(m_kept);
    if (taken < 0) { // the reader will see the end
        m_kept.clear();
        m_writeNotifier->setEnabled(false);
        tellReadable();
        return;
    }
    m_kept.remove(0, taken);
    if (!m_kept.isEmpty())
        return;
    m_kept.squeeze();
    m_writeNotifier->setEnabled(false);
    tellDrained();
}

} // namespace transport
