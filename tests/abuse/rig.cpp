// SPDX-License-Identifier: GPL-3.0-or-later
#include "abuse/rig.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

namespace abuse {

namespace {
using support::BlockingClient;
using support::clientFrame;

// Each connection may ask 50 times a second; together they are never too fast.
constexpr int actors = 8;
constexpr qint64 perAttacker = 2LL * 1024 * 1024;
// What the allocator keeps, and the load readings of these seconds.
constexpr qint64 memoryNoise = 12LL * 1024 * 1024;
#ifdef BELFRY_SANITIZED // which keeps what was freed
constexpr bool isMemoryTold = false;
#else
constexpr bool isMemoryTold = true;
#endif
constexpr std::chrono::seconds settling{60};
constexpr auto setUp = R"({"token":"%1","username":"dana","password":"seven quiet owls at dusk"})";

QByteArray post(const QByteArray &target, const QByteArray &body)
{
    return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray text(const QByteArray &message) { return clientFrame(0x81, message); }
} // namespace

QByteArray Rig::credentials() { return R"({"username":"dana","password":"seven quiet owls at dusk"})"; }

QString Rig::start()
{
    QString fault =
        m_server.start(QStringLiteral(BELFRY_PROGRAM),
                       {QStringLiteral("--headless"), QStringLiteral("--listen"), QStringLiteral("0"),
                        QStringLiteral("--data-dir"), m_server.folder() + QStringLiteral("/data")});
    if (fault.isEmpty())
        fault = signIn();
    if (!fault.isEmpty())
        return fault;
    for (int i = 0; i < actors; ++i)
        m_actors.push_back(open("/console?token=" + m_token));
    m_witness = open("/console?token=" + m_token);
    m_socketIo = joinSocketIo();
    if (!m_witness || !m_socketIo)
        return QStringLiteral("the witnesses could not connect");
    m_witness->send(text(R"({"id":"all","command":"session.subscribe","params":{"topics":["identity.*"]}})"));
    if (!m_witness->readFrame("text", "\"all\""))
        return QStringLiteral("the witness could not subscribe");
    m_actors.front()->send(
        text(R"({"id":"add","command":"identity.users.add","params":{"username":"toggled",)"
             R"("password":"nine loud crows at dawn","role":"viewer"}})"));
    if (!m_witness->readFrame("text", "\"added\""))
        return QStringLiteral("the witness did not hear of the new account");
    for (int i = 0; i < 2 * actors && fault.isEmpty(); ++i)
        fault = beat(); // whatever is made at the first time is made
    // So are the files that are opened where history is read first, which rules do when they hear the first
    // reading.
    m_actors.front()->send(
        text(R"({"id":"past","command":"metrics.history","params":{"names":["cpu.usage"],"points":10,)"
             R"("from":"2024-01-01T00:00:00Z","to":"2024-01-01T01:00:00Z"}})"));
    const auto past = m_actors.front()->readFrame("text", "\"past\"");
    if (fault.isEmpty() && (!past || !past->payload.contains("\"reply\"")))
        return QStringLiteral("the history could not be read");
    return fault;
}

QString Rig::signIn()
{
    const QString setupToken = m_server.says(QStringLiteral("Set-up token: ")).section(u' ', 0, 0);
    BlockingClient client(port());
    client.send(post("/api/v1/setup", QString::fromLatin1(setUp).arg(setupToken).toUtf8()));
    if (client.readAnswer().status != 201)
        return QStringLiteral("no administrator could be made");
    client.send(post("/api/v1/auth/login", credentials()));
    const support::HeardAnswer answer = client.readAnswer();
    m_token = QJsonDocument::fromJson(answer.body)
                  .object()
                  .value(QLatin1String("access_token"))
                  .toString()
                  .toLatin1();
    return m_token.isEmpty() ? QStringLiteral("the administrator could not sign in") : QString();
}

std::unique_ptr<BlockingClient> Rig::open(const QByteArray &target, int receiveBuffer) const
{
    auto client = std::make_unique<BlockingClient>(port(), receiveBuffer);
    return client->isConnected() && client->upgrade(target) == 101 ? std::move(client) : nullptr;
}

std::unique_ptr<BlockingClient> Rig::joinSocketIo() const
{
    auto client = open("/socket.io/?EIO=4&transport=websocket");
    if (!client || !client->readFrame("text", "\"sid\""))
        return nullptr;
    client->send(text(R"(40{"token":")" + m_token + "\"}"));
    return client->readFrame("text", "40{\"sid\"") ? std::move(client) : nullptr;
}

void Rig::begin()
{
    if (m_memoryBefore == 0) // what one attack left behind must not excuse the next
        m_memoryBefore = m_server.memory();
    m_descriptorsBefore = m_server.descriptors();
    m_server.forgetPeak();
}

QString Rig::beat()
{
    ++m_beats;
    const QString fault = changeSomething();
    return fault.isEmpty() ? askSocketIo() : fault;
}

QString Rig::changeSomething()
{
    BlockingClient *actor = m_actors[size_t(m_beats % actors)].get();
    const QByteArray id = QByteArray::number(m_beats);
    actor->send(text(R"({"id":)" + id +
                     R"(,"command":"identity.users.role","params":{"username":"toggled",)" + R"("role":")" +
                     (m_beats % 2 != 0 ? "operator" : "viewer") + "\"}}"));
    const auto answer = actor->readFrame("text", "\"id\":" + id);
    if (!answer)
        return QStringLiteral("an administrator's connection was lost");
    if (!answer->payload.contains("\"reply\""))
        return QStringLiteral("a request was refused: ") + QString::fromUtf8(answer->payload);
    const auto heard = m_witness->readFrame("text", "identity.account.changed");
    if (!heard)
        return QStringLiteral("the witness' connection was lost");
    const QJsonObject fact = QJsonDocument::fromJson(heard->payload).object();
    const QJsonObject payload = fact.value(QLatin1String("payload")).toObject();
    const qint64 sequence = fact.value(QLatin1String("sequence")).toInteger();
    // One fact for one change: had one been lost, this would be a later one, or never come.
    if (payload.value(QLatin1String("change")) != QLatin1String("role") || sequence <= m_lastSequence)
        return QStringLiteral("the witness heard ") + QString::fromUtf8(heard->payload);
    m_lastSequence = sequence;
    return {};
}

QString Rig::askSocketIo()
{
    const QByteArray id = QByteArray::number(m_beats);
    m_socketIo->send(text("42" + id + R"(["get_user_info"])"));
    const auto answer = m_socketIo->readFrame("text", "43" + id + "[");
    if (!answer)
        return QStringLiteral("the Socket.IO client was lost");
    return answer->payload.contains("success")
               ? QString()
               : QStringLiteral("the Socket.IO client was answered ") + QString::fromUtf8(answer->payload);
}

QString Rig::verdict(int attackers)
{
    const QString fault = beat();
    if (!m_server.isRunning())
        return QStringLiteral("the program ended: ") + QString::fromUtf8(m_server.log().right(2000));
    if (!fault.isEmpty())
        return fault;
    const QDeadlineTimer deadline(settling);
    // What it reads each second opens files for a moment: that there were no more once is what counts.
    int descriptors = m_server.descriptors();
    while (descriptors > m_descriptorsBefore && !deadline.hasExpired()) {
        QThread::msleep(5);
        descriptors = m_server.descriptors();
    }
    if (descriptors > m_descriptorsBefore)
        return QStringLiteral("%1 descriptors before, %2 after").arg(m_descriptorsBefore).arg(descriptors);
    const qint64 grown = m_server.peakMemory() - m_memoryBefore;
    if (isMemoryTold && grown > memoryNoise + attackers * perAttacker)
        return QStringLiteral("its memory grew by %1 KiB").arg(grown / 1024);
    return {};
}

} // namespace abuse
