// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/serveraddress.h"
#include "core/clock.h"

#include <QMap>
#include <QObject>

#include <functional>

class QSslSocket;

namespace client {

class Trust;

/// What a server answered over HTTP.
struct HttpAnswer
{
    int status = 0;
    QMap<QByteArray, QByteArray> headers; ///< lower-case names
    QByteArray body;
};

/// One HTTP request over a connection of its own: not a byte of it is sent before the server is trusted.
class HttpCall final : public QObject
{
    Q_OBJECT
public:
    using Answered = std::function<void(const core::Result<HttpAnswer> &)>;

    static constexpr std::chrono::seconds patience{15};
    static constexpr qsizetype longestAnswer = 1024LL * 1024;

    /// Answers once, on a later turn, and deletes itself; never when `parent` is gone before. `path` is taken
    /// from the root of `address`. Errors: Forbidden (not trusted), Unavailable.
    static void post(const ServerAddress &address, const QString &path, const QByteArray &json, Trust &trust,
                     core::Clock &clock, QObject *parent, Answered answered);
    /// Asks for the head of the root alone.
    static void head(const ServerAddress &address, Trust &trust, core::Clock &clock, QObject *parent,
                     Answered answered);

private:
    HttpCall(const ServerAddress &address, QByteArray request, Trust &trust, QObject *parent,
             Answered answered);
    void start(core::Clock &clock);
    void begin();
    void read();
    void finish(const core::Result<HttpAnswer> &answer);
    void finishRead();

    const ServerAddress m_address;
    const QByteArray m_request;
    Trust &m_trust;
    Answered m_answered;
    QSslSocket *m_socket;
    QByteArray m_heard;
    std::unique_ptr<core::Timer> m_timeout;
};

} // namespace client
