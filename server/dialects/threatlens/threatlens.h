// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dialects/envelope.h"

namespace dialects {

/// ThreatLens' contract: `{type, data, timestamp, priority}` (contracts: threatlens.md).
class ThreatLens final : public EnvelopeDialect
{
public:
    ThreatLens();

    [[nodiscard]] core::Result<Request> open(const QJsonObject &message) const override;
    [[nodiscard]] QByteArray wrap(const Utterance &said, const core::Event &event) const override;
    /// The same for a client that was away, from when on it waited.
    [[nodiscard]] QByteArray wrapLate(const Utterance &said, const core::Event &event,
                                      const QDateTime &queuedAt) const;
    [[nodiscard]] std::optional<QJsonObject> respond(const Request &request, const Heard *heard,
                                                     const core::Reply &reply,
                                                     const QDateTime &now) const override;
    [[nodiscard]] QJsonObject complain(const core::Error &error, const QDateTime &now) const override;
    [[nodiscard]] Utterance failure(const Heard *heard, const core::Error &error,
                                    const QDateTime &now) const override;

private:
    void answer(core::JsonText &out, const Heard &heard, const core::Reply &reply) const override;
};

} // namespace dialects
