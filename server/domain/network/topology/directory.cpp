// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/topology/directory.h"

namespace network::topology {

namespace {
/// As devices are told apart by people: "Core-SW.example.org" is "core-sw".
QString plainName(const QString &name) { return name.section(u'.', 0, 0).trimmed().toCaseFolded(); }
} // namespace

Directory::Directory(const QList<Node> &nodes)
{
    for (const Node &node : nodes) {
        m_byId.insert(node.id, &node);
        for (const core::MacAddress &mac : node.macs)
            m_byMac.insert(mac, &node);
        for (const core::Address &address : node.addresses)
            m_byAddress.insert(address, &node);
        for (const QString &name : node.names) {
            const QString plain = plainName(name);
            if (plain.isEmpty())
                continue;
            const auto other = m_byName.constFind(plain);
            const bool isTaken = other != m_byName.constEnd() && *other != &node;
            m_byName.insert(plain, isTaken ? nullptr : &node);
        }
    }
}

const Node *Directory::find(const QString &id) const { return m_byId.value(id); }

const Node *Directory::of(const core::MacAddress &mac) const { return m_byMac.value(mac); }

const Node *Directory::of(const core::Address &address) const { return m_byAddress.value(address); }

const Node *Directory::of(const Hearing &hearing) const
{
    if (const Node *node = of(hearing.chassis))
        return node;
    for (const core::Address &address : hearing.addresses) {
        if (const Node *node = of(address))
            return node;
    }
    return m_byName.value(plainName(hearing.name));
}

} // namespace network::topology
