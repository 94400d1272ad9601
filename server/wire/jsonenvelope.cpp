// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/jsonenvelope.h"

#include "core/jsontext.h"
#include "wire/utf8.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace wire {

namespace {
/// Where the first byte stands that cannot be in UTF-8.
qsizetype firstBadByte(QByteArrayView bytes)
{
    Utf8Check check;
    qsizetype at = 0;
    while (at < bytes.size() && check.feed(bytes.sliced(at, 1)))
        ++at;
    return at;
}
} // namespace

core::Result<QJsonObject> decodeEnvelope(const QByteArray &message)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(message, &error);
    if (error.error == QJsonParseError::NoError && !isUtf8(message)) // Qt takes any byte behind a backslash
        error = {int(firstBadByte(message)), QJsonParseError::IllegalUTF8String};
    if (error.error != QJsonParseError::NoError)
        return core::Error{
            core::ErrorCode::Invalid,
            QCoreApplication::translate("wire", "The message is not valid JSON (%1 at byte %2).")
                .arg(error.errorString())
                .arg(error.offset)};
    if (!document.isObject())
        return core::Error{core::ErrorCode::Invalid,
                           QCoreApplication::translate("wire", "The message must be a JSON object.")};
    return document.object();
}

QByteArray encodeEnvelope(const QJsonObject &envelope) { return core::jsonText(envelope); }

} // namespace wire
