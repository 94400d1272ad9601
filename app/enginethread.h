// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/engine.h"

#include <QThread>

namespace app {

/// The engine on a thread of its own, with the epoll event loop. Its front lives on the GUI thread.
class EngineThread : public QObject
{
    Q_OBJECT
public:
    EngineThread(const engine::EngineOptions &options, core::Clock &clock, core::Entropy &entropy);
    /// Stops the engine and waits for it.
    ~EngineThread() override;

    void start();
    /// For calls queued to its thread; null until started.
    [[nodiscard]] engine::Engine *engine() const { return m_engine; }

Q_SIGNALS:
    /// `note`: what a person must be told; empty: nothing.
    void started(const QStringList &urls, const QString &setupToken, const QString &note);
    void failed(const engine::StartFailure &failure);
    void doorsChanged(const QStringList &urls, const QString &setupToken);

private:
    void create();

    engine::EngineOptions m_options;
    core::Clock &m_clock;
    core::Entropy &m_entropy;
    QThread m_thread;
    QObject *m_context = nullptr; ///< lives on the thread
    engine::Engine *m_engine = nullptr;
};

} // namespace app
