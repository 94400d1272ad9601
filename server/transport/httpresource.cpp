// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/httpresource.h"

#include "transport/gzip.h"

#include <QCryptographicHash>

#include <algorithm>

namespace transport {

namespace {
constexpr qsizetype leastCompressed = 1024; // a smaller one is one packet anyhow

bool isText(const QByteArray &contentType)
{
    return contentType.startsWith("text/") || contentType.contains("json") || contentType.contains("xml");
}

/// RFC 9110 §13.1.2: any of the list, and a weak one is as good.
bool matchesAny(const QByteArray &list, const QByteArray &etag)
{
    const QList<QByteArray> tags = list.split(',');
    return std::any_of(tags.begin(), tags.end(), [&](const QByteArray &tag) {
        const QByteArray trimmed = tag.trimmed();
        return trimmed == "*" || trimmed == etag || trimmed == "W/" + etag;
    });
}

std::optional<qint64> number(const QByteArray &digits)
{
    const bool isNumber = !digits.isEmpty() && std::all_of(digits.begin(), digits.end(),
                                                           [](char c) { return c >= '0' && c <= '9'; });
    bool fits = false;
    const qint64 value = digits.toLongLong(&fits);
    return isNumber && fits ? std::optional(value) : std::nullopt;
}
} // namespace

HttpResource::HttpResource(QByteArray contentType, QByteArray body)
    : m_contentType(std::move(contentType)), m_body(std::move(body))
{
    const QByteArray digest = QCryptographicHash::hash(m_body, QCryptographicHash::Sha256).toHex().left(32);
    m_etag = '"' + digest + '"';
    m_compressedEtag = '"' + digest + "-gzip\"";
    if (m_body.size() >= leastCompressed && isText(m_contentType))
        m_compressed = gzip(m_body, GzipEffort::Thorough);
}

HttpResponse HttpResource::answer(const HttpRequest &request) const
{
    const QByteArray range =
        request.method == "GET" ? request.header(QByteArrayLiteral("range")) : QByteArray();
    // A range is one of the plain body: nobody could use a piece of a compressed one.
    const bool isCompressed = !m_compressed.isEmpty() && range.isEmpty() &&
                              acceptsGzip(request.header(QByteArrayLiteral("accept-encoding")));
    const QByteArray &etag = isCompressed ? m_compressedEtag : m_etag;
    HttpResponse response;
    response.contentType = m_contentType;
    response.headers = {{"ETag", etag}, {"Accept-Ranges", "bytes"}};
    if (!m_compressed.isEmpty())
        response.headers << qMakePair(QByteArray("Vary"), QByteArray("Accept-Encoding"));
    const QByteArray known = request.header(QByteArrayLiteral("if-none-match"));
    if (!known.isEmpty() && matchesAny(known, etag)) {
        response.status = 304;
        return response;
    }
    if (isCompressed) {
        response.headers << qMakePair(QByteArray("Content-Encoding"), QByteArray("gzip"));
        response.body = m_compressed;
        return response;
    }
    response.body = m_body;
    const QByteArray condition = request.header(QByteArrayLiteral("if-range"));
    const auto asked =
        condition.isEmpty() || condition == m_etag ? byteRange(range, m_body.size()) : std::nullopt;
    return asked ? answerRange(std::move(response), asked->first, asked->second) : response;
}

HttpResponse HttpResource::answerRange(HttpResponse whole, qint64 first, qint64 last) const
{
    const QByteArray size = QByteArray::number(m_body.size());
    if (first > last) {
        whole.status = 416;
        whole.body.clear();
        whole.headers << qMakePair(QByteArray("Content-Range"), QByteArray("bytes */" + size));
        return whole;
    }
    whole.status = 206;
    whole.body = m_body.mid(first, last - first + 1);
    const QByteArray span = QByteArray::number(first) + '-' + QByteArray::number(last);
    whole.headers << qMakePair(QByteArray("Content-Range"), QByteArray("bytes " + span + '/' + size));
    return whole;
}

std::optional<std::pair<qint64, qint64>> byteRange(const QByteArray &range, qint64 size)
{
    constexpr QByteArrayView unit("bytes=");
    if (!range.startsWith(unit) || range.contains(','))
        return std::nullopt;
    const QByteArray span = range.mid(unit.size()).trimmed();
    const qsizetype dash = span.indexOf('-');
    if (dash < 0)
        return std::nullopt;
    const auto from = number(span.left(dash));
    const auto to = number(span.mid(dash + 1));
    if (dash == 0) // the last so many
        return to ? std::optional(std::pair(std::max<qint64>(0, *to == 0 ? size : size - *to), size - 1))
                  : std::nullopt;
    if (!from || (!to && dash + 1 < span.size()) || (to && *to < *from))
        return std::nullopt;
    return std::pair(*from, std::min(to.value_or(size - 1), size - 1));
}

} // namespace transport
