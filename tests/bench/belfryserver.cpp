// SPDX-License-Identifier: GPL-3.0-or-later
// Belfry itself without its program: the engine as it is composed for everybody, with a data directory of its
// own. On standard input `burst N` publishes N facts on the bus in one turn, `remember N` N facts that the
// stream keeps.
#include "catalog/catalogue.h"
#include "catalog/identity.h"
#include "catalog/metrics.h"
#include "core/log.h"
#include "engine/engine.h"
#include "transport/descriptorlimit.h"
#include "transport/epolldispatcher.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>

#include <array>
#include <cstdio>
#include <unistd.h>

namespace {

constexpr auto password = "seven quiet owls at dusk";
constexpr int mostClients = 30'000;

class BenchServer : public QObject
{
public:
    explicit BenchServer(const QString &directory)
        : m_engine(options(directory), m_clock, m_entropy), m_input(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_engine, &engine::Engine::started, this, [this] { addUser("viewer"); });
        connect(&m_engine, &engine::Engine::failed, this, [](const engine::StartFailure &failure) {
            std::fprintf(stderr, "%s\n", qPrintable(failure.sentence));
            QCoreApplication::exit(1);
        });
        connect(&m_input, &QSocketNotifier::activated, this, &BenchServer::obey);
        QTimer::singleShot(0, &m_engine, [this] { m_engine.start(); });
    }

private:
    static engine::EngineOptions options(const QString &directory)
    {
        engine::EngineOptions options;
        options.dataDirectory = directory;
        options.version = QStringLiteral("bench");
        options.listen = {
            engine::ListenAddress{QStringLiteral("127.0.0.1"), 0, QStringLiteral("departments")}};
        options.listener.maxConnections = mostClients;
        options.listener.maxSockets = mostClients;
        options.isRecording = false;
        return options;
    }

    void addUser(const char *role)
    {
        const QString name = QString::fromLatin1(role);
        core::Command command;
        command.name = QString::fromLatin1(identity::AddUser::name);
        command.params =
            core::toJson(identity::AddUser{name, QString::fromLatin1(password), name, {}, {}}).toObject();
        command.caller = core::localAdministrator();
        m_engine.dispatcher().dispatch(command).then(this, [this, name](const core::Reply &reply) {
            if (!reply)
                qFatal("%s", qPrintable(reply.error().message));
            if (name == QLatin1String("viewer")) {
                addUser("agent");
                return;
            }
            std::printf("ready %d\n", QUrl(m_engine.urls().constFirst()).port());
            std::fflush(stdout);
        });
    }

    void obey()
    {
        std::array<char, 256> line;
        const ssize_t count = ::read(STDIN_FILENO, line.data(), line.size());
        if (count <= 0) {
            m_input.setEnabled(false);
            QCoreApplication::quit();
            return;
        }
        const QList<QByteArray> words = QByteArray(line.data(), int(count)).trimmed().split(' ');
        for (int left = words.value(1).toInt(); left > 0; --left) {
            if (words.constFirst() == "burst")
                publish();
            else
                remember();
        }
    }

    /// A reading, a second after the one before: sessions take no more than one a second.
    void publish()
    {
        m_at = (m_at.isValid() ? m_at : m_clock.now()).addSecs(1);
        core::Draft draft;
        draft.topic = core::Topic(QLatin1String(metrics::Sampled::topic));
        draft.payload = m_reading;
        draft.at = m_at;
        say(std::move(draft));
    }

    static metrics::Sampled reading()
    {
        metrics::Sampled reading;
        reading.cpu.usagePercent = 12.345678901234567;
        reading.cpu.temperature = 46.123456789012345;
        reading.memory.total = reading.disk.total = 8'589'934'592'000'000;
        reading.memory.used = reading.disk.used = 3'221'225'472'000'000;
        reading.timestamp = core::timeFromText(QStringLiteral("2026-11-20T14:28:03.250Z"));
        return reading;
    }

    void remember()
    {
        core::Draft draft;
        draft.topic = core::Topic(QLatin1String(session::StorageChanged::topic));
        draft.payload = session::StorageChanged{QStringLiteral("ok"), QString(200, u'x')};
        say(std::move(draft));
    }

    void say(core::Draft draft)
    {
        if (const auto said = m_engine.bus().publish(std::move(draft)); !said)
            qFatal("%s", qPrintable(said.error().message));
    }

    core::SystemClock m_clock;
    core::SystemEntropy m_entropy;
    engine::Engine m_engine;
    QSocketNotifier m_input;
    const metrics::Sampled m_reading = reading();
    QDateTime m_at;
};

} // namespace

int main(int argc, char **argv)
{
    transport::raiseDescriptorLimit();
    QCoreApplication::setEventDispatcher(new transport::EpollDispatcher);
    QCoreApplication application(argc, argv);
    const QTemporaryDir directory;
    BenchServer server(directory.path());
    return QCoreApplication::exec();
}
