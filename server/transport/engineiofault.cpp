// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/engineiofault.h"

#include <array>

namespace transport {

HttpResponse engineIoError(EngineIoFault fault, const QByteArray &whyForbidden)
{
    static constexpr std::array sentences{
        "Transport unknown", "Session ID unknown", "Bad handshake method",
        "Bad request",       "Forbidden",          "Unsupported protocol version"};
    const QByteArray sentence =
        whyForbidden.isEmpty() ? QByteArray(sentences.at(size_t(fault))) : whyForbidden;
    HttpResponse response;
    response.status = fault == EngineIoFault::Forbidden ? 403 : 400;
    response.body = R"({"code":)" + QByteArray::number(int(fault)) + R"(,"message":")" + sentence + R"("})";
    return response;
}

} // namespace transport
