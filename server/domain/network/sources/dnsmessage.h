// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/address.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace network::sources {

/// The kinds of records that are understood (RFC 1035, 3596, 2782); others are kept as they are.
enum class DnsType : quint16 {
    A = 1,
    Ns = 2,
    Cname = 5,
    Soa = 6,
    Ptr = 12,
    Mx = 15,
    Txt = 16,
    Aaaa = 28,
    Srv = 33,
    Any = 255
};

struct DnsQuestion
{
    QByteArray name; ///< labels joined by dots, without the last; a dot within a label is written \.
    DnsType type = DnsType::A;
    bool wantsUnicast = false; ///< RFC 6762 §5.4

    friend bool operator==(const DnsQuestion &, const DnsQuestion &) = default;
};

struct DnsRecord
{
    QByteArray name;
    DnsType type = DnsType::A;
    quint32 ttl = 0;
    bool flushes = false;      ///< RFC 6762 §10.2
    core::Address address{};   ///< of A and AAAA
    QByteArray target{};       ///< of PTR, CNAME, NS, SRV
    quint16 port = 0;          ///< of SRV
    QList<QByteArray> texts{}; ///< of TXT
};

/// A message of the domain name system.
struct DnsMessage
{
    quint16 id = 0;
    bool isResponse = false;
    bool isTruncated = false;
    bool wantsRecursion = false;
    int code = 0; ///< 0 good, 2 the server failed, 3 no such name …
    QList<DnsQuestion> questions;
    QList<DnsRecord> records; ///< answers, then those that come along
    qsizetype answers = 0;    ///< of the records

    /// At most 200 questions and 1000 records of at most 9000 bytes; nothing where it is broken. A pointer
    /// leads back only, so that none goes round.
    static std::optional<DnsMessage> parse(QByteArrayView bytes);
};

/// A query, without records. A name that cannot be one is left out.
QByteArray encodeDnsQuery(const DnsMessage &query);
/// A response with PTR, SRV, TXT, A and AAAA records.
QByteArray encodeDnsResponse(const DnsMessage &response);
/// 9.2.0.192.in-addr.arpa (RFC 1035 §3.5, RFC 3596 §2.5).
QByteArray reverseName(const core::Address &address);
/// Labels of a name, undotted; empty where it is none (RFC 1035 §2.3.4).
QList<QByteArray> labelsOf(const QByteArray &name);

} // namespace network::sources
