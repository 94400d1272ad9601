// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/locallink.h"

#include <QPromise>

namespace app {

LocalLink::LocalLink(engine::Engine *engine, core::Clock &clock, QObject *parent)
    : client::Link(parent), m_engine(engine), m_crossing(std::make_shared<Crossing>()), m_frames(clock)
{
    connect(&m_frames, &client::Frames::ready, this, &LocalLink::eventsReceived);
    QMetaObject::invokeMethod(m_engine, [this, engine, crossing = m_crossing] {
        crossing->session = new engine::LocalSession(
            engine->reception(),
            [this](const core::Event &event) {
                QMetaObject::invokeMethod(
                    this, [this, event] { m_frames.add(event); }, Qt::QueuedConnection);
            },
            engine);
        passFingerprint(*crossing);
        connect(engine, &engine::Engine::certificateChanged, crossing->session,
                [this, crossing] { passFingerprint(*crossing); });
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_state = State::Live;
                Q_EMIT stateChanged();
            },
            Qt::QueuedConnection);
    });
}

LocalLink::~LocalLink()
{
    // Ended while the engine waits for nothing else, so that none of its calls reaches an object that is
    // gone.
    QMetaObject::invokeMethod(
        m_engine,
        [crossing = m_crossing] {
            crossing->isOpen = false;
            if (crossing->session)
                crossing->session->end(transport::CloseCode::Normal, {});
        },
        Qt::BlockingQueuedConnection);
}

QFuture<core::Reply> LocalLink::request(const QString &command, const QJsonObject &params)
{
    auto promise = std::make_shared<QPromise<core::Reply>>();
    promise->start();
    const auto finish = [this, promise](const core::Reply &reply) {
        QMetaObject::invokeMethod(
            this,
            [promise, reply] {
                promise->addResult(reply);
                promise->finish();
            },
            Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(
        m_engine,
        [engine = m_engine, crossing = m_crossing, command, params, finish] {
            if (!crossing->isOpen)
                return;
            if (!crossing->session) {
                finish(core::Error{core::ErrorCode::Unavailable, tr("The server is stopping.")});
                return;
            }
            QFuture<core::Reply> answer = crossing->session->ask(command, params);
            if (answer.isFinished() && answer.resultCount() > 0) {
                finish(answer.result());
                return;
            }
            answer.then(engine, [crossing, finish](const core::Reply &reply) {
                if (crossing->isOpen)
                    finish(reply);
            });
        },
        Qt::QueuedConnection);
    return promise->future();
}

void LocalLink::subscribe(const QStringList &topics)
{
    QMetaObject::invokeMethod(
        m_engine,
        [crossing = m_crossing, topics] {
            if (crossing->session)
                crossing->session->subscribe(topics);
        },
        Qt::QueuedConnection);
}

void LocalLink::unsubscribe(const QStringList &topics)
{
    QMetaObject::invokeMethod(
        m_engine,
        [crossing = m_crossing, topics] {
            if (crossing->session)
                crossing->session->unsubscribe(topics);
        },
        Qt::QueuedConnection);
}

QString LocalLink::stateText() const
{
    return m_state == State::Live ? QString() : tr("The server is starting.");
}

QString LocalLink::address() const { return tr("this computer"); }

void LocalLink::passFingerprint(const Crossing &crossing)
{
    if (!crossing.isOpen)
        return;
    QMetaObject::invokeMethod(
        this,
        [this, shown = m_engine->fingerprint()] {
            m_fingerprint = shown;
            Q_EMIT fingerprintChanged();
        },
        Qt::QueuedConnection);
}

} // namespace app
