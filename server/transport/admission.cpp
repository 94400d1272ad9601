// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/admission.h"

namespace transport {

Admission::Admission(const ListenerOptions &options, const Handshake &newcomer)
    : m_options(options), m_newcomer(newcomer),
      m_address(newcomer.isLoopback() ? QHostAddress() : newcomer.peer)
{
}

void Admission::count(const Handshake &present)
{
    ++m_all;
    if (!m_address.isNull() && present.peer == m_address)
        ++m_fromAddress;
}

bool Admission::isGrantedAmong(qsizetype present) const
{
    return present < m_options.maxConnections && (m_address.isNull() || present < m_options.maxPerAddress);
}

bool Admission::isGranted() const
{
    if (!m_address.isNull() && m_fromAddress >= m_options.maxPerAddress)
        return false;
    if (m_all < m_options.maxConnections)
        return true;
    return m_all < m_options.maxConnections + reserve && m_options.isPrivileged &&
           m_options.isPrivileged(m_newcomer);
}

} // namespace transport
