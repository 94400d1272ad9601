// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QList>
#include <QString>

#include <array>

namespace network::scan {

/// The ports a scan looks at: the usual ones by their number, or a list.
class Ports
{
public:
    /// Ports from the first to the last.
    struct Span
    {
        quint16 first = 0;
        quint16 last = 0;
        friend bool operator==(const Span &, const Span &) = default;
    };
    using Spans = QList<Span>;

    /// The `count` (1 to 65535) that are open most often, by nmap's own reckoning.
    static Ports top(int count);
    static Ports all();
    /// 22,80,8000-8100; T: U: S: before a number turn to TCP, UDP, SCTP, as nmap has it; an end left out is
    /// the first or the last port. Errors: Invalid.
    static core::Result<Ports> parse(QStringView text);

    /// 0 where it is a list.
    [[nodiscard]] int topCount() const { return m_top; }
    [[nodiscard]] bool hasTcp() const { return m_top > 0 || !m_spans[0].isEmpty(); }
    [[nodiscard]] bool hasUdp() const { return !m_spans[1].isEmpty(); }
    [[nodiscard]] bool hasSctp() const { return !m_spans[2].isEmpty(); }
    /// What is left where there are no raw sockets.
    [[nodiscard]] Ports tcpOnly() const;
    [[nodiscard]] int count() const;
    /// In order, without doubles: 22,80,8000-8100 or T:22,U:53; top:100 for the usual ones.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const Ports &, const Ports &) = default;

private:
    int m_top = 0;
    std::array<Spans, 3> m_spans; // TCP, UDP, SCTP
};

} // namespace network::scan
