// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/admission.h"

namespace transport {

Admission::Admission(const ListenerOptions &options, const Handshake &newcomer)
    : m_limit(options.maxConnections + (newcomer.showsCredential() ? reserve : 0)),
      m_addressLimit(options.maxPerAddress), m_address(newcomer.isLoopback() ? QHostAddress() : newcomer.peer)
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
    return present < m_limit && (m_address.isNull() || present < m_addressLimit);
}

bool Admission::isGranted() const
{
    return m_all < m_limit && (m_address.isNull() || m_fromAddress < m_addressLimit);
}

} // namespace transport
