// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/snmptable.h"

#include "domain/network/sources/foreigntext.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace network::sources {

namespace {
constexpr qsizetype longestDescription = 1024;
} // namespace

SnmpTable::SnmpTable(const Oid &entry, const QList<SnmpValue> &values)
{
    for (const SnmpValue &value : values) {
        if (value.type == SnmpValue::Type::Missing || !isBelow(value.oid, entry))
            continue;
        m_rows[value.oid.mid(entry.size() + 1)].insert(value.oid.at(entry.size()), value);
    }
}

std::optional<quint64> numberIn(const SnmpTable::Row &row, quint32 column)
{
    const auto value = row.constFind(column);
    if (value == row.constEnd() || value->type != SnmpValue::Type::Number)
        return std::nullopt;
    return value->number;
}

QString textIn(const SnmpTable::Row &row, quint32 column) { return foreignText(octetsIn(row, column)); }

QString descriptionIn(const SnmpTable::Row &row, quint32 column)
{
    return foreignText(octetsIn(row, column), longestDescription);
}

QByteArray octetsIn(const SnmpTable::Row &row, quint32 column) { return row.value(column).octets; }

std::optional<core::MacAddress> macOf(const QByteArray &octets)
{
    if (octets.size() != 6)
        return std::nullopt;
    quint64 number = 0;
    for (char octet : octets)
        number = number << 8U | quint8(octet);
    return core::MacAddress(number);
}

std::optional<QByteArray> octetsOf(const Oid &index, qsizetype from, qsizetype count)
{
    if (from < 0 || count < 0 || index.size() - from < count)
        return std::nullopt;
    QByteArray octets;
    for (qsizetype i = from; i < from + count; ++i) {
        if (index.at(i) > 255)
            return std::nullopt;
        octets.append(char(index.at(i)));
    }
    return octets;
}

std::optional<core::Address> addressOf(const QByteArray &octets)
{
    if (octets.size() == 4)
        return core::Address(qFromBigEndian<quint32>(octets.constData()));
    if (octets.size() != 16)
        return std::nullopt;
    std::array<quint8, 16> bytes{};
    std::memcpy(bytes.data(), octets.constData(), bytes.size());
    return core::Address(bytes);
}

} // namespace network::sources
