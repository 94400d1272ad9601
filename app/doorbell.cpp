// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doorbell.h"

#include "app/paths.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QThread>

namespace app {

using namespace std::chrono_literals;

namespace {
constexpr auto callerPatience = 5s;
constexpr auto betweenTries = 100ms;
constexpr size_t mostCallers = 8;
constexpr int nameLength = 16;
constexpr QLatin1String doneKey{"done"};
constexpr QLatin1String refusedKey{"refused"};

QByteArray answerLine(const core::Result<void> &done)
{
    const QJsonObject said =
        done ? QJsonObject{{doneKey, true}} : QJsonObject{{refusedKey, done.error().message}};
    return QJsonDocument(said).toJson(QJsonDocument::Compact) + '\n';
}

RingAnswer readAnswer(const QByteArray &line)
{
    const QJsonObject said = QJsonDocument::fromJson(line).object();
    if (said.contains(doneKey))
        return {RingAnswer::Kind::Done};
    if (said.contains(refusedKey))
        return {RingAnswer::Kind::Refused, said.value(refusedKey).toString()};
    return {RingAnswer::Kind::Silent};
}

RingAnswer ringOnce(const QString &path, const Wish &wish, const QDeadlineTimer &end)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(int(end.remainingTime()))) {
        const bool isFull = socket.error() == QLocalSocket::SocketTimeoutError;
        return {isFull ? RingAnswer::Kind::Silent : RingAnswer::Kind::Nobody};
    }
    socket.write(wish.line() + '\n');
    while (!socket.canReadLine() && socket.bytesAvailable() <= Wish::longestLine) {
        if (!socket.waitForReadyRead(int(end.remainingTime())))
            break;
    }
    return readAnswer(socket.readLine(Wish::longestLine));
}
} // namespace

Doorbell::Doorbell(Answer answer, core::Clock &clock, QObject *parent)
    : QObject(parent), m_answer(std::move(answer)), m_clock(clock)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server.nextPendingConnection())
            meet(*caller);
    });
}

Doorbell::~Doorbell()
{
    for (const Caller &caller : m_callers)
        caller.socket->disconnect(this);
}

QString Doorbell::pathFor(const QString &dataDirectory)
{
    const QString directory = QDir(dataDirectory).canonicalPath();
    const QString folder = directory.isEmpty() ? QString() : Paths::sockets();
    if (folder.isEmpty())
        return {};
    const QByteArray hash = QCryptographicHash::hash(directory.toUtf8(), QCryptographicHash::Sha256).toHex();
    return folder + QStringLiteral("/window-") + QString::fromLatin1(hash.left(nameLength));
}

core::Result<void> Doorbell::listen(const QString &path)
{
    if (!path.isEmpty() && m_server.listen(path))
        return {};
    return core::Error{core::ErrorCode::Unavailable,
                       path.isEmpty()
                           ? tr("There is no folder for sockets that only this user may enter. Check "
                                "XDG_RUNTIME_DIR.")
                           : tr("The socket %1 cannot be opened: %2.").arg(path, m_server.errorString())};
}

void Doorbell::meet(QLocalSocket &caller)
{
    caller.setParent(this);
    caller.setReadBufferSize(Wish::longestLine + 1);
    m_callers.push_back({&caller, m_clock.after(callerPatience, [&caller] { caller.abort(); })});
    connect(&caller, &QLocalSocket::readyRead, this, [this, &caller] { hear(caller); });
    // Later, because this may be said within the tick of its timer.
    connect(
        &caller, &QLocalSocket::disconnected, this, [this, &caller] { forget(&caller); },
        Qt::QueuedConnection);
    if (m_callers.size() > mostCallers)
        m_callers.front().socket->abort();
}

void Doorbell::hear(QLocalSocket &caller)
{
    if (!caller.canReadLine() && caller.bytesAvailable() <= Wish::longestLine)
        return;
    const core::Result<Wish> wish = Wish::read(caller.readLine(Wish::longestLine + 2));
    say(caller, wish ? m_answer(wish.value()) : core::Result<void>(wish.error()));
}

void Doorbell::say(QLocalSocket &caller, const core::Result<void> &done)
{
    QObject::disconnect(&caller, &QLocalSocket::readyRead, this, nullptr);
    caller.write(answerLine(done));
    caller.flush();
    caller.disconnectFromServer();
}

void Doorbell::forget(const QLocalSocket *caller)
{
    const auto found = std::find_if(m_callers.begin(), m_callers.end(),
                                    [caller](const Caller &one) { return one.socket == caller; });
    if (found == m_callers.end())
        return;
    found->socket->deleteLater();
    m_callers.erase(found);
}

RingAnswer ring(const QString &path, const Wish &wish, std::chrono::milliseconds patience, bool mayCome)
{
    if (path.isEmpty())
        return {};
    const QDeadlineTimer end(patience);
    RingAnswer answer = ringOnce(path, wish, end);
    while (mayCome && answer.kind == RingAnswer::Kind::Nobody && !end.hasExpired()) {
        QThread::msleep(betweenTries.count());
        answer = ringOnce(path, wish, end);
    }
    return answer;
}

} // namespace app
