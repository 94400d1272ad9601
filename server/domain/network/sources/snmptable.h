// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/macaddress.h"
#include "domain/network/sources/snmp.h"

#include <QMap>

#include <optional>

namespace network::sources {

/// Rows of a table out of a walk: column and index are what follows the entry's identifier.
class SnmpTable
{
public:
    using Row = QMap<quint32, SnmpValue>;

    SnmpTable(const Oid &entry, const QList<SnmpValue> &values);

    /// By index.
    [[nodiscard]] const QMap<Oid, Row> &rows() const { return m_rows; }

private:
    QMap<Oid, Row> m_rows;
};

/// The number under a column; nothing where there is none.
std::optional<quint64> numberIn(const SnmpTable::Row &row, quint32 column);
/// The text under a column, tamed.
QString textIn(const SnmpTable::Row &row, quint32 column);
/// The same, longer.
QString descriptionIn(const SnmpTable::Row &row, quint32 column);
QByteArray octetsIn(const SnmpTable::Row &row, quint32 column);
/// Six octets as a hardware address; nothing for any other count.
std::optional<core::MacAddress> macOf(const QByteArray &octets);
/// The numbers of an index as octets; nothing where one is none, or they are fewer.
std::optional<QByteArray> octetsOf(const Oid &index, qsizetype from, qsizetype count);
/// 4 or 16 octets as an address.
std::optional<core::Address> addressOf(const QByteArray &octets);

} // namespace network::sources
