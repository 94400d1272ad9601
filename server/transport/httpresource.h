// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "transport/http.h"

#include <optional>
#include <utility>

namespace transport {

/// A body that does not change, as HTTP serves it (RFC 9110): with an ETag for each coding, compressed where
/// that gains, whole or one range of it.
class HttpResource
{
public:
    HttpResource(QByteArray contentType, QByteArray body);

    /// 200, 206, 304 or 416. The caller adds what else it has to say.
    [[nodiscard]] HttpResponse answer(const HttpRequest &request) const;

private:
    [[nodiscard]] HttpResponse answerRange(HttpResponse whole, qint64 first, qint64 last) const;

    QByteArray m_contentType;
    QByteArray m_body;
    QByteArray m_etag;
    QByteArray m_compressed; ///< empty: not worth it
    QByteArray m_compressedEtag;
};

/// What a Range header asks for of `size` bytes: nothing when it is to be ignored (another unit, several
/// ranges, not understood); first > last when it cannot be satisfied.
std::optional<std::pair<qint64, qint64>> byteRange(const QByteArray &range, qint64 size);

} // namespace transport
