// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/error.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <deque>
#include <optional>

namespace identity {

/// What counts as one address: a /64 network of IPv6, else the address itself.
QString networkOf(const QString &address);

/// Slows down the guessing of passwords without shutting out who knows one.
///
/// After its n-th failure in a row an account may be tried from that address again after 1 s · 2ⁿ⁻¹, at most
/// 15 min; from other addresses it may be tried as before. An address may try 20 times a minute, whatever the
/// account. A network of IPv6 (/64) counts as one address; no address (this process) is never slowed down.
class Attempts
{
public:
    using Moment = std::chrono::milliseconds; ///< of the steady clock

    explicit Attempts(int perMinute = 20) : m_perMinute(perMinute) {}

    /// Notes a try; empty when it may go on, else how long to wait.
    std::optional<std::chrono::milliseconds> hold(const QString &account, const QString &address, Moment now);
    void failed(const QString &account, const QString &address, Moment now);
    void succeeded(const QString &account, const QString &address);

private:
    struct Failures
    {
        int count = 0;
        Moment until{0};
    };

    void forgetOld(Moment now);

    int m_perMinute;
    QHash<QString, Failures> m_failures;
    QHash<QString, std::deque<Moment>> m_tries;
    Moment m_forgotAt{0};
};

/// The error of what was tried too often.
core::Error tooSoon(std::chrono::milliseconds wait);

} // namespace identity
