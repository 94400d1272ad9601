// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/address.h"
#include "core/result.h"

#include <QCoreApplication>

#include <functional>

class QObject;

namespace alerts::channels {

/// Which addresses a channel may connect to. What a name means is asked anew for each message, and only what
/// passes here is connected to: a name that is suddenly this computer leads nowhere.
class Reach
{
    Q_DECLARE_TR_FUNCTIONS(alerts::channels::Reach)
public:
    /// Asks what addresses a name has, and answers in this thread; not at all once the asker is gone.
    using Resolver = std::function<void(QObject *asker, const QString &host,
                                        const std::function<void(core::Result<QList<core::Address>>)> &)>;

    /// The system's.
    static Resolver system();
    /// Why an address is not connected to; empty: it may be.
    static QString refusal(const core::Address &address, bool isPrivateAllowed);
    /// Those that may be connected to. Errors: Forbidden, when there is none.
    static core::Result<QList<core::Address>>
    allowed(const QString &host, const QList<core::Address> &addresses, bool isPrivateAllowed);
};

} // namespace alerts::channels
