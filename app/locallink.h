// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/frames.h"
#include "client/link.h"
#include "engine/engine.h"

#include <QPointer>

namespace app {

/// The link to the engine of this process: a queued session, no socket, no bytes. The one crossing between
/// window and server. The engine must outlive it.
class LocalLink final : public client::Link
{
    Q_OBJECT
public:
    LocalLink(engine::Engine *engine, core::Clock &clock, QObject *parent = nullptr);
    ~LocalLink() override;

    QFuture<core::Reply> request(const QString &command, const QJsonObject &params) override;
    void subscribe(const QStringList &topics) override;
    void unsubscribe(const QStringList &topics) override;
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] QString stateText() const override;
    [[nodiscard]] bool isLocal() const override { return true; }
    [[nodiscard]] QString address() const override;
    [[nodiscard]] QString fingerprint() const override { return m_fingerprint; }

private:
    /// Owned by both threads' calls in flight; its session pointer is the engine thread's alone.
    struct Crossing
    {
        QPointer<engine::LocalSession> session;
        bool isOpen = true; ///< false once the link is gone; engine thread only
    };

    /// On the engine's thread: passes on which certificate it shows.
    void passFingerprint(const Crossing &crossing);

    engine::Engine *m_engine;
    std::shared_ptr<Crossing> m_crossing;
    client::Frames m_frames;
    QString m_fingerprint;
    State m_state = State::Connecting;
};

} // namespace app
