// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enginethread.h"
#include "app/locallink.h"
#include "app/trustrig.h"
#include "engine/engine.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using trustrig::Client;
using trustrig::makePair;
using trustrig::name;
using trustrig::password;
using trustrig::printOf;
using trustrig::write;
using State = client::Link::State;

namespace {

/// A Belfry with a certificate that can be renewed and one account.
class Server
{
public:
    explicit Server(support::FakeClock &clock) : m_clock(clock)
    {
        renew(false);
        engine::EngineOptions options;
        options.dataDirectory = m_folder.filePath(QStringLiteral("data"));
        options.listen = {{QStringLiteral("127.0.0.1"), 0, {}}};
        options.certificate = {m_folder.filePath(QStringLiteral("pem")),
                               m_folder.filePath(QStringLiteral("key"))};
        options.isRecording = false;
        m_engine = std::make_unique<engine::Engine>(options, clock, m_entropy);
        QSignalSpy started(m_engine.get(), &engine::Engine::started);
        m_engine->start();
        if (started.isEmpty() && !started.wait(60'000))
            qFatal("the server does not start");
        const core::Reply added = support::awaited(
            m_engine->dispatcher().dispatch({QStringLiteral("identity.users.add"),
                                             QJsonObject{{QStringLiteral("username"), name},
                                                         {QStringLiteral("password"), password},
                                                         {QStringLiteral("role"), QStringLiteral("admin")}},
                                             core::localAdministrator(),
                                             0,
                                             {}}));
        if (!added)
            qFatal("%s", qUtf8Printable(added.error().message));
    }
    /// Another certificate for newcomers.
    void renew(bool isRunning = true)
    {
        const transport::SelfSigned pair = makePair({QStringLiteral("localhost")}, m_clock.now());
        write(m_folder.filePath(QStringLiteral("pem")), pair.certificate);
        write(m_folder.filePath(QStringLiteral("key")), pair.key);
        if (isRunning)
            m_clock.advance(engine::CertificateKeeper::lookInterval * 2);
    }
    [[nodiscard]] quint16 port() const { return quint16(QUrl(m_engine->urls().first()).port()); }
    [[nodiscard]] QString fingerprint() const { return m_engine->fingerprint(); }

private:
    support::FakeClock &m_clock;
    QTemporaryDir m_folder;
    support::SeededEntropy m_entropy;
    std::unique_ptr<engine::Engine> m_engine;
};

/// Time as it is, but what is due comes a hundred times as soon.
class HastyClock final : public core::Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_clock.now(); }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return m_clock.steady(); }
    [[nodiscard]] std::unique_ptr<core::Timer> every(std::chrono::milliseconds interval,
                                                     std::function<void()> tick) override
    {
        return m_clock.every(interval / 100, std::move(tick));
    }
    [[nodiscard]] std::unique_ptr<core::Timer> after(std::chrono::milliseconds delay,
                                                     std::function<void()> tick) override
    {
        return m_clock.after(delay / 100, std::move(tick));
    }

private:
    core::SystemClock m_clock;
};

} // namespace

/// Nothing is told to a server that is not the one it was, on any way to it.
class TrustTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<Server>(m_clock); }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanupTestCase() { m_server.reset(); }

    void aStrangerIsAskedAboutOnce()
    {
        {
            Client client(m_clock, file());
            client.relay.target = m_server->port();
            QSignalSpy met(&client.trust, &client::Trust::strangerMet);
            const core::Result<void> first = client.enter();
            QCOMPARE(first.error().code, core::ErrorCode::Forbidden);
            QVERIFY2(first.error().message.contains(m_server->fingerprint()),
                     qPrintable(first.error().message));
            QCOMPARE(met.size(), 1);
            QVERIFY(client.trust.stranger());
            QCOMPARE(client.trust.stranger()->shown.text(), m_server->fingerprint());
            QCOMPARE(client.trust.stranger()->place, client.place());
            client.link.open();
            QTRY_COMPARE(client.link.state(), State::Refused);

            QVERIFY(bool(client.trust.accept(*client.trust.stranger())));
            QTRY_COMPARE(client.link.state(), State::SignedOut); // went on by itself
            QVERIFY(bool(client.enter()));
            QTRY_COMPARE(client.link.state(), State::Live);
            QCOMPARE(client.link.fingerprint(), m_server->fingerprint());
        }
        QFile kept(file());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(kept.readAll().contains(m_server->fingerprint().toUtf8()));
    }

    void theFileIsRemembered()
    {
        Client client(m_clock, file());
        client.relay.target = m_server->port();
        write(file(), QStringLiteral("# mine\n\n%1 = %2\n")
                          .arg(client.place(), m_server->fingerprint().remove(u':').toLower())
                          .toUtf8());
        QVERIFY(bool(client.enter()));
        QVERIFY(!client.trust.stranger());
    }

    void aFileThatCannotBeReadTrustsNobody()
    {
        Client client(m_clock, file());
        client.relay.target = m_server->port();
        write(file(), QStringLiteral("%1 = 3A:91\n").arg(client.place()).toUtf8());
        const core::Result<void> refused = client.enter();
        QCOMPARE(refused.error().code, core::ErrorCode::Forbidden);
        QVERIFY2(refused.error().message.contains(file()), qPrintable(refused.error().message));
        QVERIFY(!client.trust.stranger());
    }

    void aRenewalStopsEverythingUntilTheOldOneIsForgotten()
    {
        Client client(m_clock, file());
        client.relay.target = m_server->port();
        QCOMPARE(client.enter().error().code, core::ErrorCode::Forbidden);
        QVERIFY(bool(client.trust.accept(*client.trust.stranger())));
        QVERIFY(bool(client.enter()));
        client.link.open();
        QTRY_COMPARE(client.link.state(), State::Live);
        const QString before = m_server->fingerprint();
        m_server->renew();
        QVERIFY(m_server->fingerprint() != before);
        QCOMPARE(client.link.state(), State::Live); // what stands keeps what it was shown

        QSignalSpy changed(&client.trust, &client::Trust::changeMet);
        client.relay.cut();
        QTRY_COMPARE(client.link.state(), State::Reconnecting);
        m_clock.advance(2s);
        QTRY_COMPARE(client.link.state(), State::Refused);
        QCOMPARE(changed.size(), 1);
        const client::CertificateChange change = *client.trust.change();
        QCOMPARE(change.expected->text(), before);
        QCOMPARE(change.shown.text(), m_server->fingerprint());
        QVERIFY(!change.isGiven && !change.isVouched);
        QVERIFY(client.link.stateText().contains(before));
        QVERIFY(client.link.stateText().contains(m_server->fingerprint()));
        const int made = client.relay.connections;
        m_clock.advance(5min);
        QCOMPARE(client.relay.settledConnections(), made); // no loop
        QCOMPARE(client.link.state(), State::Refused);
        client.link.retry();
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(client.link.state(), State::Refused);
        QCOMPARE(client.relay.settledConnections(), made + 1);

        QVERIFY(bool(client.trust.forget(change)));
        QTRY_VERIFY(client.trust.stranger());
        QCOMPARE(client.trust.stranger()->shown.text(), m_server->fingerprint());
        QVERIFY(!client.trust.change());
        QTRY_COMPARE(client.link.state(), State::Refused);
        QVERIFY(bool(client.trust.accept(*client.trust.stranger())));
        QTRY_COMPARE(client.link.state(), State::Live);
    }

    void aManInTheMiddleHearsNothing()
    {
        Client client(m_clock, file());
        client.relay.target = m_server->port();
        client.live(m_server->fingerprint());
        const transport::SelfSigned pair = makePair({QStringLiteral("localhost")}, m_clock.now());
        Impostor impostor(pair.certificate, pair.key);
        QSignalSpy changed(&client.trust, &client::Trust::changeMet);
        client.relay.target = impostor.port();
        const int made = client.relay.connections;
        client.relay.cut();
        QTRY_COMPARE(client.link.state(), State::Reconnecting);
        m_clock.advance(2s); // the WebSocket comes again
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(client.link.state(), State::Refused);
        QCOMPARE(client.trust.change()->shown.text(), printOf(pair));
        m_clock.advance(12min); // the token is to be refreshed
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(client.signIn.renew()); // and asked for
        QTRY_COMPARE(changed.size(), 3);
        QCOMPARE(client.enter().error().code, core::ErrorCode::Forbidden);
        QCOMPARE(changed.size(), 4);
        m_clock.advance(30min);
        QCOMPARE(client.relay.settledConnections(), made + 4);
        client.relay.cut();
        QTRY_VERIFY(impostor.isAlone());
        QCOMPARE(impostor.heard, QByteArray());

        // The right one again: what was held back goes on by itself.
        client.relay.target = m_server->port();
        client.link.retry();
        QTRY_COMPARE(client.link.state(), State::Live);
        QVERIFY(!client.trust.change());
    }

    void anotherBelfryIsAnotherServer()
    {
        Server other(m_clock);
        Client client(m_clock, file());
        client.relay.target = m_server->port();
        client.live(m_server->fingerprint());
        client.relay.target = other.port();
        client.relay.cut();
        QTRY_COMPARE(client.link.state(), State::Reconnecting);
        m_clock.advance(2s);
        QTRY_COMPARE(client.link.state(), State::Refused);
        QCOMPARE(client.trust.change()->shown.text(), other.fingerprint());
        QVERIFY(client.trust.change()->isGiven);
    }

    void aFingerprintGivenUpFrontCounts()
    {
        Client client(m_clock, file());
        client.relay.target = m_server->port();
        const transport::SelfSigned pair = makePair({QStringLiteral("localhost")}, m_clock.now());
        client.trust.expect(client.address, client::Fingerprint::read(printOf(pair)).value());
        const core::Result<void> refused = client.enter();
        QCOMPARE(refused.error().code, core::ErrorCode::Forbidden);
        QVERIFY(refused.error().message.contains(printOf(pair)));
        QVERIFY(refused.error().message.contains(m_server->fingerprint()));
        QVERIFY(client.trust.change()->isGiven);

        // It overrules what was remembered, and is remembered itself.
        write(file(), QStringLiteral("%1 = %2\n").arg(client.place(), printOf(pair)).toUtf8());
        client.trust.expect(client.address, client::Fingerprint::read(m_server->fingerprint()).value());
        QVERIFY(bool(client.enter()));
        Client later(m_clock, file());
        const auto known = client::KnownServers(file()).all();
        QVERIFY(bool(known));
        QCOMPARE(known->value(client.place()).accepted->text(), m_server->fingerprint());
    }

    void theWindowAtTheMachineFollowsTheCertificate()
    {
        const auto lay = [this](const transport::SelfSigned &pair) {
            write(m_folder->filePath(QStringLiteral("pem")), pair.certificate);
            write(m_folder->filePath(QStringLiteral("key")), pair.key);
        };
        const transport::SelfSigned first = makePair({QStringLiteral("localhost")}, m_clock.now());
        const transport::SelfSigned second = makePair({QStringLiteral("localhost")}, m_clock.now());
        lay(first);
        engine::EngineOptions options;
        options.dataDirectory = m_folder->filePath(QStringLiteral("data"));
        options.certificate = {m_folder->filePath(QStringLiteral("pem")),
                               m_folder->filePath(QStringLiteral("key"))};
        options.isRecording = false;
        HastyClock clock;
        support::SeededEntropy entropy;
        app::EngineThread engine(options, clock, entropy);
        QSignalSpy started(&engine, &app::EngineThread::started);
        engine.start();
        QVERIFY(!started.isEmpty() || started.wait(60'000));
        app::LocalLink link(engine.engine(), clock);
        QTRY_COMPARE(link.fingerprint(), printOf(first));
        QSignalSpy changed(&link, &client::Link::fingerprintChanged);
        lay(second);
        QTRY_COMPARE(link.fingerprint(), printOf(second));
        QVERIFY(!changed.isEmpty());
    }

    void thereIsNoWayBackToPlainText()
    {
        Client client(m_clock, file());
        client.relay.target = m_server->port();
        client.live(m_server->fingerprint());
        const int made = client.relay.connections;
        const auto plain = client::readServerAddress(QStringLiteral("http://") + client.place());
        client::Trust trust{client::KnownServers(file())};
        client::SignIn signIn(plain.value(), trust, m_clock);
        const core::Result<void> refused = support::awaited(signIn.signIn(name, password));
        QCOMPARE(refused.error().code, core::ErrorCode::Forbidden);
        QVERIFY2(refused.error().message.contains(QLatin1String("https://")),
                 qPrintable(refused.error().message));
        client::RemoteLink link(plain.value(), client.signIn, trust, m_clock, client.entropy);
        link.open();
        QCOMPARE(link.state(), State::Refused);
        QCOMPARE(client.relay.settledConnections(), made);
    }

    void aWayOutOfEncryptionIsNotTaken()
    {
        const transport::SelfSigned pair = makePair({QStringLiteral("localhost")}, m_clock.now());
        Impostor server(pair.certificate, pair.key);
        Relay elsewhere;
        server.answer = QStringLiteral("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:%1/\r\n"
                                       "Content-Length: 0\r\n\r\n")
                            .arg(elsewhere.port())
                            .toLatin1();
        Client client(m_clock, file());
        client.relay.target = server.port();
        client.trust.expect(client.address, client::Fingerprint::of(QSslCertificate(pair.certificate)));
        const core::Result<void> refused = client.enter();
        QCOMPARE(refused.error().code, core::ErrorCode::Forbidden);
        QVERIFY2(refused.error().message.contains(QLatin1String("without encryption")),
                 qPrintable(refused.error().message));
        QCOMPARE(elsewhere.settledConnections(), 0);
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("config/servers.conf")); }

    support::FakeClock m_clock{QDateTime::currentDateTimeUtc()};
    std::unique_ptr<Server> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TrustTest)
#include "trust_test.moc"
