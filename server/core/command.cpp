// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/command.h"

#include <QPromise>

namespace core {

QFuture<Reply> ready(Reply reply)
{
    QPromise<Reply> promise;
    promise.start();
    promise.addResult(std::move(reply));
    promise.finish();
    return promise.future();
}

} // namespace core
