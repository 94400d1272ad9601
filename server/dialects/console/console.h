// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dialects/envelope.h"

namespace dialects {

/// Our own tongue: every fact and command of the catalogue under its own name
/// (resources/docs/protocol/console.md).
class Console final : public EnvelopeDialect
{
public:
    /// Knows every word of the catalogue.
    explicit Console(const core::Catalog &catalog);

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

/// The opening word of the server.
QJsonObject consoleHello(const QString &version, const QString &epoch, quint64 sequence, bool signedIn);
} // namespace dialects
