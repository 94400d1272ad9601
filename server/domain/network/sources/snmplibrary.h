// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "domain/network/sources/snmp.h"

#include <functional>
#include <memory>

namespace network::sources {

/// net-snmp's session with one device, wrapped so that its names stay in one source. Nothing in it waits.
class SnmpLibrary
{
public:
    enum class Kind : quint8 { Get, GetNext, GetBulk };
    enum class Outcome : quint8 { Answered, TimedOut, Reported, NotSent };
    struct Reply
    {
        Outcome outcome = Outcome::TimedOut;
        int error = 0; ///< error-status of the answer (RFC 3416 §3)
        QList<SnmpValue> values;
    };
    /// `id` as `send` gave it; it may be called from within `read` and `lookForLate` only.
    using Listener = std::function<void(int id, const Reply &reply)>;

    static core::Result<std::unique_ptr<SnmpLibrary>> open(const SnmpPeer &peer,
                                                           const SnmpCredentials &credentials,
                                                           const SnmpLimits &limits, Listener listener);
    ~SnmpLibrary();
    SnmpLibrary(const SnmpLibrary &) = delete;
    SnmpLibrary &operator=(const SnmpLibrary &) = delete;

    [[nodiscard]] int descriptor() const;
    /// 0: it could not be sent. By SNMPv3 not before it is known whom to ask: the library would wait for
    /// that.
    int send(Kind kind, const QList<Oid> &oids, int repetitions);
    void read();
    void lookForLate();
    /// Whether it is known who a v3 agent is.
    [[nodiscard]] bool knowsEngine() const;
    void setEngine(const SnmpEngine &engine);

private:
    struct Part;
    explicit SnmpLibrary(Listener listener);

    std::unique_ptr<Part> m;
};

} // namespace network::sources
