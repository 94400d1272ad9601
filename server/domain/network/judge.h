// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/evidence/interpreter.h"
#include "domain/network/known.h"

namespace network {

/// Takes what is known of a device for evidence of what it is.
class Judge
{
public:
    Judge() : m_interpreter(m_fingerprints, m_vendors) {}

    /// The gateways of this machine.
    void setGateways(const QStringList &addresses) { m_gateways = addresses; }
    [[nodiscard]] Verdict judge(const Known &device);

private:
    Fingerprints m_fingerprints;
    Vendors m_vendors;
    Interpreter m_interpreter;
    QStringList m_gateways;
};

} // namespace network
