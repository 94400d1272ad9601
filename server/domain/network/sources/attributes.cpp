// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/attributes.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <libmnl/libmnl.h>

namespace network::sources {

Attributes::Attributes(const nlmsghdr &message, size_t headSize)
    : m_bytes(static_cast<const char *>(mnl_nlmsg_get_payload_offset(&message, headSize))),
      m_size(mnl_nlmsg_get_payload_len(&message) >= MNL_ALIGN(headSize)
                 ? mnl_nlmsg_get_payload_len(&message) - MNL_ALIGN(headSize)
                 : 0)
{
}

QByteArrayView Attributes::bytes(int type) const
{
    // mnl_attr_for_each does not compile as C++.
    const char *end = m_bytes + m_size;
    for (const auto *each = reinterpret_cast<const nlattr *>(m_bytes);
         mnl_attr_ok(each, int(end - reinterpret_cast<const char *>(each))); each = mnl_attr_next(each)) {
        if (mnl_attr_get_type(each) == type)
            return {static_cast<const char *>(mnl_attr_get_payload(each)),
                    qsizetype(mnl_attr_get_payload_len(each))};
    }
    return {};
}

std::optional<core::Address> Attributes::address(int type) const
{
    const QByteArrayView raw = bytes(type);
    if (raw.size() == 4)
        return core::Address(qFromBigEndian<quint32>(raw.data()));
    if (raw.size() != 16)
        return std::nullopt;
    std::array<quint8, 16> v6{};
    std::memcpy(v6.data(), raw.data(), v6.size());
    return core::Address(v6);
}

std::optional<core::MacAddress> Attributes::mac(int type) const
{
    const QByteArrayView raw = bytes(type);
    if (raw.size() != 6)
        return std::nullopt;
    quint64 value = 0;
    for (char byte : raw)
        value = value << 8U | quint8(byte);
    return core::MacAddress(value);
}

std::optional<quint32> Attributes::number(int type) const
{
    const QByteArrayView raw = bytes(type);
    if (raw.size() != 4)
        return std::nullopt;
    quint32 value = 0;
    std::memcpy(&value, raw.data(), sizeof value);
    return value;
}

QString Attributes::text(int type) const
{
    const QByteArrayView raw = bytes(type);
    return QString::fromUtf8(raw.first(std::find(raw.begin(), raw.end(), '\0') - raw.begin()));
}

} // namespace network::sources
