// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/principal.h"
#include "core/reply.h"

#include <QFuture>

#include <functional>

namespace core {

/// Something a caller asks for. `params` has passed the schema of its CommandSpec when a handler sees it.
struct Command
{
    QString name;
    Payload params;
    Principal caller;
    quint64 session = 0; ///< whose connection asked; 0 when no session did
    QString address;     ///< where from, for the audit trail; empty for this process

    /// The parameters as the type that declares this command.
    template <class T>
    [[nodiscard]] Result<T> as() const
    {
        return params.as<T>();
    }
};

/// Does what a command asks; the future is finished on the engine thread.
using Handler = std::function<QFuture<Reply>(const Command &)>;

/// A future that already holds its reply.
QFuture<Reply> ready(Reply reply);

} // namespace core

Q_DECLARE_METATYPE(core::Command)
