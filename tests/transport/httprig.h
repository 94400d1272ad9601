// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "support/fakeclock.h"
#include "support/seededentropy.h"
#include "transport/listener.h"
#include "transport/rawclient.h"

#include <QPromise>

/// What the tests of HTTP share: a listener with a few routes, one of which answers when the test does.
class HttpRig : public QObject
{
    Q_OBJECT
protected:
    [[nodiscard]] static transport::HttpResponse plain(const QByteArray &body);
    /// Anew, with these options.
    void listen(transport::ListenerOptions options = {});

    std::unique_ptr<support::FakeClock> m_clock;
    std::unique_ptr<support::SeededEntropy> m_entropy;
    std::unique_ptr<transport::Listener> m_listener;
    QList<std::shared_ptr<QPromise<transport::HttpResponse>>> m_held; // what "/held" waits for
    quint16 m_port = 0;

private Q_SLOTS:
    void init();
    void cleanup();
};
