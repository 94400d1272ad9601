// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "support/fakeclock.h"
#include "support/seededentropy.h"
#include "transport/listener.h"
#include "transport/rawclient.h"

#include <QPointer>
#include <QSignalSpy>

/// What the tests of Engine.IO share: a listener for two clients whose sessions echo, and no real time.
class EngineIoRig : public QObject
{
    Q_OBJECT
protected:
    /// Opens a polling session: its id.
    QByteArray open(rawclient::RawClient &client);
    /// The answer, or one without a status when none comes.
    rawclient::Response ask(rawclient::RawClient &client, const QByteArray &request);
    [[nodiscard]] static QByteArray polling(const QByteArray &sid)
    {
        return "/socket.io/?EIO=4&transport=polling&sid=" + sid;
    }

    support::FakeClock m_clock;
    support::SeededEntropy m_entropy;
    std::unique_ptr<transport::Listener> m_listener;
    QPointer<transport::Channel> m_channel; // of the newest session
    std::unique_ptr<QSignalSpy> m_closed;   // of that channel
    quint16 m_port = 0;

private Q_SLOTS:
    void init();
    void cleanup();
};
