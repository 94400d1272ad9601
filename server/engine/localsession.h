// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/reception.h"
#include "engine/session.h"

namespace engine {

/// The window of this process: a session whose delivery is a call. Lives on the engine thread.
class LocalSession final : public Session
{
    Q_OBJECT
public:
    using Delivery = std::function<void(const core::Event &)>;

    /// Signed in as the administrator at the machine, whoever may read the data directory.
    LocalSession(Reception &reception, Delivery delivery, QObject *parent);

    [[nodiscard]] QFuture<core::Reply> ask(const QString &command, const QJsonObject &params);
    [[nodiscard]] QString contract() const override { return QStringLiteral("local"); }
    [[nodiscard]] Reach reach() const override;
    void end(transport::CloseCode code, const QString &reason) override;

protected:
    void deliver(std::span<const Fact *const> facts) override;
    [[nodiscard]] bool canSay(const core::Topic &) const override { return true; }
    [[nodiscard]] bool hearsByDefault() const override { return false; }

private:
    Reception &m_reception;
    Delivery m_delivery;
};

} // namespace engine
