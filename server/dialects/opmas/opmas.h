// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dialects/envelope.h"

namespace dialects {

/// OPMAS' contract: `{type, subject, data}`, the canonical payload as data (contracts: opmas.md). One
/// endpoint says only the types that begin with its own word ("system." at /api/v1/ws/system).
class Opmas final : public EnvelopeDialect
{
public:
    /// `endpoint`: "devices", "agents", "rules" or "system"; empty: the words of all four.
    explicit Opmas(const QString &endpoint);

    [[nodiscard]] core::Result<Request> open(const QJsonObject &message) const override;
    [[nodiscard]] QByteArray wrap(const Utterance &said, const core::Event &event) const override;
    [[nodiscard]] std::optional<QJsonObject> respond(const Request &request, const Heard *heard,
                                                     const core::Reply &reply,
                                                     const QDateTime &now) const override;
    [[nodiscard]] QJsonObject complain(const core::Error &error, const QDateTime &now) const override;
    [[nodiscard]] Utterance failure(const Heard *heard, const core::Error &error,
                                    const QDateTime &now) const override;

private:
    void answer(core::JsonText &out, const Heard &heard, const core::Reply &reply) const override;
};

/// Keeps [A-Za-z0-9_-] of a name and puts "_" for the rest: one token of a NATS subject.
QString subjectToken(const QString &name);

} // namespace dialects
