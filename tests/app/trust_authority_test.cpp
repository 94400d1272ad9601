// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trustrig.h"

#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <QTest>

using trustrig::Client;
using trustrig::makePair;
using trustrig::name;
using trustrig::password;
using trustrig::printOf;
using trustrig::write;
using State = client::Link::State;

namespace {

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

/// What an authority's word is worth beside that of a person.
class TrustAuthorityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

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
        const transport::SelfSigned accepted = makePair({QStringLiteral("localhost")}, m_clock.now());
        write(file(), QStringLiteral("%1 = %2\n").arg(client.place(), printOf(accepted)).toUtf8());
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

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("config/servers.conf")); }

    support::FakeClock m_clock{QDateTime::currentDateTimeUtc()};
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TrustAuthorityTest)
#include "trust_authority_test.moc"
