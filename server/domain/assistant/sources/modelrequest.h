// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "domain/assistant/sources/completionreader.h"
#include "domain/assistant/sources/endpoint.h"

#include <QNetworkAccessManager>
#include <QObject>

class QNetworkReply;

namespace assistant::sources {

/// One question to a model's service, with a connection of its own: to that host and to no other, no
/// redirects, no cookies, no proxy. The address is looked at before it is spoken to, and it is that address
/// that is spoken to.
class ModelRequest final : public QObject
{
    Q_OBJECT
public:
    struct Patience
    {
        std::chrono::milliseconds firstByte{15'000};
        std::chrono::milliseconds betweenChunks{15'000};
    };

    ModelRequest(Endpoint endpoint, QByteArray body, core::Clock &clock, Resolver resolver,
                 QObject *parent = nullptr);
    ~ModelRequest() override;

    void start();
    /// Whatever it is doing; nothing is said any more.
    void cancel();
    void setPatience(Patience patience) { m_patience = patience; }

Q_SIGNALS:
    /// It said more; this is all of it so far.
    void grown(const QString &text);
    /// Once. Errors: Unavailable, Forbidden, Limited (with `retryAfter`), Invalid (garbage).
    void finished(const core::Result<assistant::sources::Completion> &completion);

private:
    [[nodiscard]] QNetworkRequest request(const core::Address &address) const;
    void speakTo(const core::Address &address);
    void read();
    void ended();
    void waitFor(std::chrono::milliseconds time);
    void finish(const core::Result<Completion> &completion);
    [[nodiscard]] std::optional<core::Error> refusal() const;

    Endpoint m_endpoint;
    QByteArray m_body;
    core::Clock &m_clock;
    Resolver m_resolver;
    Patience m_patience;
    QNetworkAccessManager m_access;
    QNetworkReply *m_reply = nullptr;
    CompletionReader m_reader;
    std::unique_ptr<core::Timer> m_timer;
    std::unique_ptr<core::Timer> m_firing; ///< a timer outlives its own tick
    bool m_isOver = false;
};

} // namespace assistant::sources
