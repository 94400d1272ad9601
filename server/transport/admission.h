// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/listener.h"

namespace transport {

/// Whether one more channel may open on a listener, given those that are open.
class Admission
{
public:
    /// Channels above `ListenerOptions::maxConnections` for the privileged, so that a crowd cannot lock the
    /// house's keepers out.
    static constexpr int reserve = 5;

    /// Both outlive the admission.
    Admission(const ListenerOptions &options, const Handshake &newcomer);

    /// One more open channel, and who is behind it.
    void count(const Handshake &present);
    /// True when there is room whoever the `present` channels belong to: nobody has to be counted then.
    [[nodiscard]] bool isGrantedAmong(qsizetype present) const;
    [[nodiscard]] bool isGranted() const;

private:
    const ListenerOptions &m_options;
    const Handshake &m_newcomer;
    const QHostAddress m_address; // null: not limited by its address
    int m_all = 0;
    int m_fromAddress = 0;
};

} // namespace transport
