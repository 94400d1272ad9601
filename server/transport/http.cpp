// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/http.h"

#include <QPromise>

namespace transport {

QFuture<HttpResponse> respond(HttpResponse response)
{
    QPromise<HttpResponse> promise;
    promise.start();
    promise.addResult(std::move(response));
    promise.finish();
    return promise.future();
}

} // namespace transport
