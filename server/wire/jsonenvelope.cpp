// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/jsonenvelope.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace wire {

core::Result<QJsonObject> decodeEnvelope(const QByteArray &message)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(message, &error);
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

QByteArray encodeEnvelope(const QJsonObject &envelope)
{
    return QJsonDocument(envelope).toJson(QJsonDocument::Compact);
}

} // namespace wire
