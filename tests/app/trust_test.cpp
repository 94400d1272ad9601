// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enginethread.h"
#include "app/locallink.h"
#include "app/middlebox.h"
#include "client/remotelink.h"
#include "client/signin.h"
#include "engine/engine.h"
#include "support/awaited.h"
#include "support/fakeclock.h"
#include "support/seededentropy.h"
#include "transport/selfsigned.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using State = client::Link::State;

namespace {

const QString name = QStringLiteral("dana");
const QString password = QStringLiteral("seven quiet owls at dusk");

transport::SelfSigned makePair(const QStringList &names, const QDateTime &now)
{
    const auto made = transport::SelfSigned::make(names, {QHostAddress(QHostAddress::LocalHost)}, now);
    if (!made)
        qFatal("%s", qUtf8Printable(made.error().message));
    return made.value();
}

QString printOf(const transport::SelfSigned &pair)
{
    return client::Fingerprint::of(QSslCertificate(pair.certificate)).text();
}

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile::remove(path);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qUtf8Printable(path));
}

/// A certificate that hangs from one of its own authority's, good for that many days.
struct Issued
{
    explicit Issued(int days)
    {
        run({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "9",
             "-subj", "/CN=authority", "-keyout", "ca.key", "-out", "ca.pem"});
        run({"req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=leaf",
             "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "leaf.key", "-out", "leaf.csr"});
        run({"x509", "-req", "-in", "leaf.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
             "-days", QByteArray::number(days), "-copy_extensions", "copy", "-out", "leaf.pem"});
        authority = read("ca.pem");
        pair = {read("leaf.pem"), read("leaf.key")};
    }

    QByteArray authority;
    transport::SelfSigned pair;

private:
    void run(const QByteArrayList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(folder.path());
        QStringList words;
        for (const QByteArray &argument : arguments)
            words << QString::fromLatin1(argument);
        process.start(QStringLiteral("openssl"), words);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            qFatal("openssl: %s", process.readAllStandardError().constData());
    }
    [[nodiscard]] QByteArray read(const char *file) const
    {
        QFile in(folder.filePath(QString::fromLatin1(file)));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    QTemporaryDir folder;
};

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

/// What `--connect` puts together, behind a port that leads where the test says.
struct Client
{
    Client(support::FakeClock &time, const QString &file) : clock(time), trust(client::KnownServers(file)) {}

    [[nodiscard]] QString place() const { return QStringLiteral("127.0.0.1:%1").arg(relay.port()); }
    core::Result<void> enter() { return support::awaited(signIn.signIn(name, password)); }
    /// Accepts the server, signs in and connects.
    void live(const QString &fingerprint)
    {
        trust.expect(address, client::Fingerprint::read(fingerprint).value());
        const core::Result<void> entered = enter();
        QVERIFY2(bool(entered), qPrintable(entered.error().message));
        link.open();
        QTRY_COMPARE(link.state(), State::Live);
    }
    support::FakeClock &clock;
    support::SeededEntropy entropy;
    Relay relay;
    client::Trust trust;
    client::ServerAddress address{client::readServerAddress(QStringLiteral("https://") + place()).value()};
    client::SignIn signIn{address, trust, clock};
    client::RemoteLink link{address, signIn, trust, clock, entropy};
};

/// Qt trusts these certificates as it trusts those of the system's authorities.
class Authorities
{
public:
    explicit Authorities(const QByteArray &pem) : m_before(QSslConfiguration::defaultConfiguration())
    {
        QSslConfiguration more = m_before;
        more.addCaCertificate(QSslCertificate(pem));
        QSslConfiguration::setDefaultConfiguration(more);
    }
    ~Authorities() { QSslConfiguration::setDefaultConfiguration(m_before); }
    Q_DISABLE_COPY_MOVE(Authorities)

private:
    QSslConfiguration m_before;
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

    void anAuthorityNeedsNoQuestion()
    {
        const transport::SelfSigned vouched = makePair({QStringLiteral("localhost")}, m_clock.now());
        const transport::SelfSigned own = makePair({QStringLiteral("localhost")}, m_clock.now());
        Impostor good(vouched.certificate, vouched.key);
        Impostor bad(own.certificate, own.key);
        const Authorities authorities(vouched.certificate);
        Client client(m_clock, file());
        client.relay.target = good.port();
        good.answer = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n";
        QCOMPARE(client.enter().error().code, core::ErrorCode::AuthenticationRequired);
        QVERIFY(good.heard.contains(password.toUtf8()));
        QVERIFY(!client.trust.stranger());
        const auto known = client::KnownServers(file()).all();
        QVERIFY(bool(known));
        QVERIFY(known->contains(client.place()));
        QVERIFY(!known->value(client.place()).accepted);

        // From then on a certificate nobody vouches for is no stranger but a change.
        client.relay.target = bad.port();
        QCOMPARE(client.enter().error().code, core::ErrorCode::Forbidden);
        QVERIFY(!client.trust.stranger());
        QVERIFY(client.trust.change() && !client.trust.change()->expected);
        QTRY_VERIFY(bad.isAlone());
        QCOMPARE(bad.heard, QByteArray());
    }

    void anAcceptedCertificateOutweighsAnAuthority()
    {
        const transport::SelfSigned vouched = makePair({QStringLiteral("localhost")}, m_clock.now());
        Impostor other(vouched.certificate, vouched.key);
        const Authorities authorities(vouched.certificate);
        Client client(m_clock, file());
        write(file(), QStringLiteral("%1 = %2\n").arg(client.place(), m_server->fingerprint()).toUtf8());
        client.relay.target = other.port();
        QCOMPARE(client.enter().error().code, core::ErrorCode::Forbidden);
        QVERIFY(client.trust.change() && client.trust.change()->isVouched);
        client.link.open();
        QTRY_COMPARE(client.link.state(), State::Refused);
        QTRY_VERIFY(other.isAlone());
        QCOMPARE(other.heard, QByteArray());
    }

    void ofAChainTheLastLinkCounts()
    {
        const Issued issued(9);
        Impostor server(issued.pair.certificate + issued.authority, issued.pair.key);
        Client client(m_clock, file());
        client.relay.target = server.port();
        QCOMPARE(client.enter().error().code, core::ErrorCode::Forbidden);
        QVERIFY(client.trust.stranger());
        QCOMPARE(client.trust.stranger()->shown.text(), printOf(issued.pair));
        client.link.open();
        QTRY_COMPARE(client.link.state(), State::Refused);
        QVERIFY(client.link.stateText().contains(printOf(issued.pair)));
    }

    void whatIsWrongInSpiteOfAnAuthorityIsSaid_data()
    {
        QTest::addColumn<QByteArray>("authority");
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("part");
        const Issued old(-1);
        const Issued fresh(9);
        const transport::SelfSigned next =
            makePair({QStringLiteral("noc.example")}, QDateTime::currentDateTimeUtc().addYears(1));
        QTest::newRow("expired") << old.authority << old.pair.certificate << old.pair.key
                                 << QStringLiteral("127.0.0.1") << QStringLiteral("has expired");
        QTest::newRow("not yet") << next.certificate << next.certificate << next.key
                                 << QStringLiteral("127.0.0.1") << QStringLiteral("not valid yet");
        QTest::newRow("name") << fresh.authority << fresh.pair.certificate << fresh.pair.key
                              << QStringLiteral("localhost") << QStringLiteral("leaf");
    }
    void whatIsWrongInSpiteOfAnAuthorityIsSaid()
    {
        QFETCH(QByteArray, authority);
        QFETCH(QByteArray, certificate);
        QFETCH(QByteArray, key);
        QFETCH(QString, host);
        QFETCH(QString, part);
        Impostor server(certificate, key);
        const Authorities authorities(authority);
        client::Trust trust{client::KnownServers(file())};
        const auto address =
            client::readServerAddress(QStringLiteral("https://%1:%2").arg(host).arg(server.port()));
        client::SignIn signIn(address.value(), trust, m_clock);
        const core::Result<void> refused = support::awaited(signIn.signIn(name, password));
        QCOMPARE(refused.error().code, core::ErrorCode::Forbidden);
        QVERIFY2(refused.error().message.contains(part), qPrintable(refused.error().message));
        QVERIFY(!trust.stranger());
        QVERIFY(!trust.change());
        QTRY_VERIFY(server.isAlone());
        QCOMPARE(server.heard, QByteArray());
        // To somebody who knows its fingerprint it is the right one.
        trust.expect(address.value(), client::Fingerprint::of(QSslCertificate(certificate)));
        server.answer = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n";
        QCOMPARE(support::awaited(signIn.signIn(name, password)).error().code,
                 core::ErrorCode::AuthenticationRequired);
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
        app::LocalLink link(engine.engine());
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
