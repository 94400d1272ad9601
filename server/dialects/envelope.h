// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dialects/dialect.h"

#include <optional>

namespace dialects {

/// A message of a JSON-envelope client, taken apart.
struct Request
{
    QString word;
    QJsonValue id; ///< undefined when none was given
    QJsonValue body;
};

/// A dialect of the JSON-envelope tongue: every message is one object in a WebSocket text frame.
class EnvelopeDialect : public Dialect
{
public:
    using Dialect::Dialect;

    /// Errors: Invalid, when the object is no message of this dialect.
    [[nodiscard]] virtual core::Result<Request> open(const QJsonObject &message) const = 0;
    /// A fact as the text of one message.
    [[nodiscard]] virtual QByteArray wrap(const Utterance &said, const core::Event &event) const = 0;
    /// The answer to a request as one message; nothing when the dialect does not answer it.
    [[nodiscard]] virtual std::optional<QJsonObject> respond(const Request &request, const Heard *heard,
                                                             const core::Reply &reply,
                                                             const QDateTime &now) const = 0;
    /// Frames that are no JSON object, or no message, are answered by this.
    [[nodiscard]] virtual QJsonObject complain(const core::Error &error, const QDateTime &now) const = 0;
};

} // namespace dialects
