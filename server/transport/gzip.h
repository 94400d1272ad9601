// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>

namespace transport {

/// How hard to try: once for what is kept, quickly for what is sent once.
enum class GzipEffort { Quick, Thorough };

/// `bytes` in the gzip format (RFC 1952), or nothing where that gains less than a tenth.
QByteArray gzip(const QByteArray &bytes, GzipEffort effort);
/// Whether an Accept-Encoding header lets us answer so (RFC 9110 §12.5.3). An absent one does not.
bool acceptsGzip(const QByteArray &acceptEncoding);

} // namespace transport
