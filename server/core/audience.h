// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/principal.h"

namespace core {

/// Who may receive a fact. Everything that is set must hold; an empty one means every signed-in person.
struct Audience
{
    Roles roles = roles::viewers;
    QStringList users;       ///< account ids; empty: everyone
    QStringList rooms;       ///< only members of one of these rooms; empty: everyone
    QStringList departments; ///< only people who may see one of these; empty: everyone
    quint64 exceptSession = 0;
    quint64 onlySession = 0; ///< 0: everyone

    [[nodiscard]] bool admits(const Principal &principal, const QSet<QString> &joined, quint64 session) const;
    bool operator==(const Audience &) const = default;
};

} // namespace core
