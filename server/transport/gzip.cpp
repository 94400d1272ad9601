// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/gzip.h"

#include <QList>

#define ZLIB_CONST // its input is not written to
#include <zlib.h>

namespace transport {

namespace {
constexpr int gzipFormat = 15 + 16; // largest window, and gzip's frame instead of zlib's
constexpr int memoryLevel = 8;
} // namespace

QByteArray gzip(const QByteArray &bytes, GzipEffort effort)
{
    z_stream stream{};
    const int level = effort == GzipEffort::Quick ? Z_BEST_SPEED : Z_BEST_COMPRESSION;
    if (deflateInit2(&stream, level, Z_DEFLATED, gzipFormat, memoryLevel, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    // What does not fit in nine tenths is not worth it.
    QByteArray out(bytes.size() - bytes.size() / 10, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<const Bytef *>(bytes.constData());
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    const bool isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.truncate(isDone ? qsizetype(stream.total_out) : 0);
    deflateEnd(&stream);
    return out;
}

bool acceptsGzip(const QByteArray &acceptEncoding)
{
    bool acceptsAny = false;
    const QList<QByteArray> codings = acceptEncoding.toLower().split(',');
    for (const QByteArray &coding : codings) {
        const QList<QByteArray> parts = coding.split(';');
        const QByteArray name = parts.first().trimmed();
        bool isWanted = true;
        for (const QByteArray &parameter : parts.mid(1)) {
            if (parameter.trimmed().startsWith("q="))
                isWanted = parameter.trimmed().mid(2).toDouble() > 0;
        }
        if (name == "gzip" || name == "x-gzip")
            return isWanted; // by its name goes before by the star
        acceptsAny = acceptsAny || (name == "*" && isWanted);
    }
    return acceptsAny;
}

} // namespace transport
