// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"

#include <QTcpServer>

#include <memory>

class QSocketNotifier;

namespace transport {

/// A listening port that goes on when the process runs out of descriptors.
///
/// QTcpServer binds and listens. Accepting is ours: after the first EAGAIN its engine does not see EMFILE any
/// more, and spins.
class Acceptor final : public QTcpServer
{
    Q_OBJECT
public:
    Acceptor(core::Clock &clock, QObject *parent);

    /// Listens on `address`; false and errorString() as of QTcpServer.
    bool open(const QHostAddress &address, quint16 port);
    /// Leaves newcomers in the kernel's queue, or takes them again.
    void setPaused(bool paused);

Q_SIGNALS:
    /// A connection, not blocking; the receiver owns the descriptor.
    void arrived(int descriptor);

private:
    void acceptAll();
    void backOff();

    core::Clock &m_clock;
    QSocketNotifier *m_notifier = nullptr;
    bool m_isPaused = false;
    std::chrono::milliseconds m_backOff{0};
    std::unique_ptr<core::Timer> m_resume;
};

} // namespace transport
