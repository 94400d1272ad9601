// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/topology/testimony.h"

#include <QHash>

namespace network::topology {

/// Finds devices by what others call them.
class Directory
{
public:
    explicit Directory(const QList<Node> &nodes);

    [[nodiscard]] const Node *find(const QString &id) const;
    [[nodiscard]] const Node *of(const core::MacAddress &mac) const;
    [[nodiscard]] const Node *of(const core::Address &address) const;
    /// The one that is heard: by its chassis' address, one of its network addresses, or its name where only
    /// one has it.
    [[nodiscard]] const Node *of(const Hearing &hearing) const;

private:
    QHash<QString, const Node *> m_byId;
    QHash<core::MacAddress, const Node *> m_byMac;
    QHash<core::Address, const Node *> m_byAddress;
    QHash<QString, const Node *> m_byName; ///< folded, without a domain; null: several have it
};

} // namespace network::topology
