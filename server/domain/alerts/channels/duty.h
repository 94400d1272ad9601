// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/routes.h"
#include "core/result.h"

#include <QCoreApplication>

namespace alerts::channels {

/// Who of a rota is on call.
struct Duty
{
    Q_DECLARE_TR_FUNCTIONS(alerts::channels::Duty)
public:
    RotaMember member;
    QDateTime handoverAt; ///< the next one in turn, whoever stands in

    /// Who at `now`; nobody in a rota without members.
    static std::optional<Duty> of(const Rota &rota, const QDateTime &now);
    /// Errors: Invalid.
    static core::Result<void> check(const Rota &rota);
};

} // namespace alerts::channels
