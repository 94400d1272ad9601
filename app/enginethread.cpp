// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enginethread.h"

#include "transport/epolldispatcher.h"

namespace app {

EngineThread::EngineThread(const engine::EngineOptions &options, core::Clock &clock, core::Entropy &entropy)
    : m_options(options), m_clock(clock), m_entropy(entropy)
{
    qRegisterMetaType<engine::StartFailure>();
    m_thread.setObjectName(QStringLiteral("engine"));
    m_thread.setEventDispatcher(new transport::EpollDispatcher);
    m_context = new QObject;
    m_context->moveToThread(&m_thread);
}

EngineThread::~EngineThread()
{
    if (m_thread.isRunning()) {
        QMetaObject::invokeMethod(
            m_context,
            [this] {
                delete m_engine;
                m_engine = nullptr;
            },
            Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    delete m_context;
}

void EngineThread::start()
{
    m_thread.start();
    QMetaObject::invokeMethod(
        m_context, [this] { create(); }, Qt::BlockingQueuedConnection);
}

void EngineThread::create()
{
    m_engine = new engine::Engine(m_options, m_clock, m_entropy);
    engine::Engine *engine = m_engine;
    connect(engine, &engine::Engine::started, engine, [this, engine] {
        Q_EMIT started(engine->urls(), engine->setupToken().value_or(QString()), engine->note());
    });
    connect(engine, &engine::Engine::failed, engine,
            [this](const engine::StartFailure &failure) { Q_EMIT failed(failure); });
    connect(engine, &engine::Engine::doorsChanged, engine, [this, engine] {
        Q_EMIT doorsChanged(engine->urls(), engine->setupToken().value_or(QString()));
    });
    QMetaObject::invokeMethod(
        engine, [engine] { engine->start(); }, Qt::QueuedConnection);
}

} // namespace app
