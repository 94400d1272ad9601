// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/checks.h"

#include "support/fakeclock.h"

#include <QFile>
#include <QNetworkDatagram>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace network::sources;
using namespace std::chrono_literals;

namespace {
constexpr int patience = 60'000;

/// Answers every request with the same bytes, and closes unless told otherwise.
template <class Server>
class Canned : public Server
{
public:
    explicit Canned(const QByteArray &answer, bool closes = true)
    {
        QObject::connect(this, &QTcpServer::pendingConnectionAvailable, this, [this, answer, closes] {
            QTcpSocket *socket = this->nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, answer, closes] {
                heard += socket->readAll();
                if (!heard.contains("\r\n\r\n"))
                    return;
                socket->write(answer);
                if (closes)
                    socket->disconnectFromHost();
            });
        });
    }
    [[nodiscard]] QUrl url(const char *scheme = "http") const
    {
        return QUrl(QString::fromLatin1(scheme) +
                    QStringLiteral("://127.0.0.1:%1/page").arg(this->serverPort()));
    }

    QByteArray heard;
};

QByteArray page(const QByteArray &status, const QByteArray &body, const QByteArray &more = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + more +
           "\r\n" + body;
}
} // namespace

/// Checks against servers on the loopback.
class ChecksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pagesAreJudged_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isOk");
        QTest::addColumn<QString>("word");
        QTest::newRow("good") << page("200 OK", "welcome") << 0 << QString() << true << QStringLiteral("200");
        QTest::newRow("with its text") << page("200 OK", "say welcome") << 200 << QStringLiteral("welcome")
                                       << true << QStringLiteral("200");
        QTest::newRow("without") << page("200 OK", "say goodbye") << 0 << QStringLiteral("welcome") << false
                                 << QStringLiteral("not in it");
        QTest::newRow("failed") << page("503 <b>\x1b[2J", "") << 0 << QString() << false
                                << QStringLiteral("503 (<b> [2J)");
        QTest::newRow("wanted so") << page("401 Unauthorized", "") << 401 << QString() << true
                                   << QStringLiteral("401");
        QTest::newRow("another") << page("200 OK", "") << 204 << QString() << false
                                 << QStringLiteral("200 instead of 204");
        QTest::newRow("moved") << page("302 Found", "", "Location: http://127.0.0.1:1/\r\n") << 0 << QString()
                               << true << QStringLiteral("302");
        QTest::newRow("no page") << QByteArray("SSH-2.0-OpenSSH\r\n") << 0 << QString() << false
                                 << QStringLiteral("No page");
    }

    void pagesAreJudged()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, status);
        QFETCH(QString, text);
        QFETCH(bool, isOk);
        QFETCH(QString, word);
        Canned<QTcpServer> server(answer);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const CheckResult result = run(HttpCheck{server.url(), status, text});
        QVERIFY2(result.isOk == isOk && result.sentence.contains(word), qPrintable(result.sentence));
        QVERIFY(result.milliseconds > 0);
        QVERIFY(server.heard.startsWith("GET /page HTTP/1.1"));
        QVERIFY(!server.heard.contains("gzip"));
    }

    void redirectsAreFollowedWhenAsked()
    {
        Canned<QTcpServer> second(page("200 OK", "here it is"));
        QVERIFY(second.listen(QHostAddress::LocalHost));
        Canned<QTcpServer> first(page("302 Found", "", "Location: " + second.url().toEncoded() + "\r\n"));
        QVERIFY(first.listen(QHostAddress::LocalHost));
        HttpCheck check{first.url(), 200, QStringLiteral("here it is")};
        QVERIFY(!run(check).isOk);
        QVERIFY(second.heard.isEmpty());
        check.followsRedirects = true;
        const CheckResult result = run(check);
        QVERIFY2(result.isOk, qPrintable(result.sentence));
    }

    void anEndlessPageIsCut()
    {
        QByteArray endless = "HTTP/1.1 200 OK\r\n\r\n" + QByteArray(3 << 20, 'x');
        Canned<QTcpServer> server(endless + "needle", false);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const CheckResult result = run(HttpCheck{server.url(), 0, QStringLiteral("needle")});
        QVERIFY(!result.isOk);
        QVERIFY2(result.sentence.contains(QLatin1String("not in it")), qPrintable(result.sentence));
    }

    void strangeAddressesAreRefused_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url :
             {"file:///etc/passwd", "ftp://127.0.0.1/", "http://", "", "gopher://x/", "javascript:1"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }

    void strangeAddressesAreRefused()
    {
        QFETCH(QString, url);
        const CheckResult result = run(HttpCheck{QUrl(url)});
        QVERIFY(!result.isOk);
        QVERIFY2(result.sentence.contains(QLatin1String("http://")), qPrintable(result.sentence));
    }

    void silenceEndsInTime()
    {
        QTcpServer server; // takes connections and says nothing
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QUrl url(QStringLiteral("http://127.0.0.1:%1/").arg(server.serverPort()));
        for (const Check &check :
             {Check(HttpCheck{url}), Check(TlsCheck{QStringLiteral("127.0.0.1"), server.serverPort(), {}})}) {
            std::optional<CheckResult> given;
            Checks checks(*m_names, m_clock);
            checks.run(check, 5s, [&](const CheckResult &result) { given = result; });
            QTRY_VERIFY_WITH_TIMEOUT(server.hasPendingConnections(), patience);
            QVERIFY(!given);
            m_clock.advance(5s);
            QTRY_VERIFY_WITH_TIMEOUT(given, patience);
            QVERIFY2(!given->isOk && given->sentence.contains(QLatin1String("within 5 s")),
                     qPrintable(given->sentence));
            while (server.hasPendingConnections())
                delete server.nextPendingConnection();
        }
    }

    void portsAreOpenOrClosed()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        QVERIFY(run(TcpCheck{QStringLiteral("127.0.0.1"), port}).isOk);
        server.close();
        const CheckResult closed = run(TcpCheck{QStringLiteral("127.0.0.1"), port});
        QVERIFY2(!closed.isOk && closed.sentence.contains(QLatin1String("closed")),
                 qPrintable(closed.sentence));
        QVERIFY(!run(TcpCheck{}).isOk);
    }

    void namesAreLookedUp()
    {
        CheckResult result = run(DnsCheck{QStringLiteral("www.example"), DnsType::A, {}});
        QVERIFY2(result.isOk && result.sentence.contains(QLatin1String("192.0.2.7")),
                 qPrintable(result.sentence));
        QVERIFY(run(DnsCheck{QStringLiteral("www.example"), DnsType::A, QStringLiteral("192.0.2.7")}).isOk);
        result = run(DnsCheck{QStringLiteral("www.example"), DnsType::A, QStringLiteral("192.0.2.8")});
        QVERIFY2(!result.isOk && result.sentence.contains(QLatin1String("not 192.0.2.8")),
                 qPrintable(result.sentence));
        result = run(DnsCheck{QStringLiteral("gone.example"), DnsType::A, {}});
        QVERIFY2(!result.isOk && result.sentence.contains(QLatin1String("does not exist")),
                 qPrintable(result.sentence));
        QVERIFY(!run(DnsCheck{QStringLiteral("www.example"), DnsType::Aaaa, {}}).isOk);
        QVERIFY(!run(DnsCheck{}).isOk);
    }

    void certificatesAreLookedAt()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
            QSKIP("openssl is not installed.");
        Canned<QSslServer> server(page("200 OK", "secret"));
        QVERIFY(certify(server));
        QVERIFY(server.listen(QHostAddress::LocalHost));
        m_clock.jump(m_clock.now().msecsTo(QDateTime::currentDateTimeUtc()) * 1ms);
        TlsCheck check{QStringLiteral("127.0.0.1"), server.serverPort(), QStringLiteral("lab.example")};
        CheckResult result = run(check);
        QVERIFY2(result.isOk && result.expiry.isValid(), qPrintable(result.sentence));
        QCOMPARE(QDateTime::currentDateTimeUtc().daysTo(result.expiry), 40);
        check.days = 60;
        result = run(check);
        QVERIFY2(!result.isOk && result.sentence.contains(QLatin1String("expires on")),
                 qPrintable(result.sentence));
        m_clock.jump(24h * 41);
        result = run(check);
        QVERIFY2(!result.isOk && result.sentence.contains(QLatin1String("expired on")),
                 qPrintable(result.sentence));
        m_clock.jump(-24h * 43);
        QVERIFY(!run(check).isOk);
        QVERIFY(server.heard.isEmpty());

        // Nobody trusts it: a page behind it counts only when told so.
        HttpCheck page{server.url("https")};
        result = run(page);
        QVERIFY2(!result.isOk && result.sentence.contains(QLatin1String("not trusted")),
                 qPrintable(result.sentence));
        QVERIFY(server.heard.isEmpty());
        page.trustsAnyCertificate = true;
        result = run(page);
        QVERIFY2(result.isOk && result.expiry.isValid(), qPrintable(result.sentence));

        QTcpServer plain;
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, this,
                [&] { plain.nextPendingConnection()->write("220 mail ready\r\n"); });
        result = run(TlsCheck{QStringLiteral("127.0.0.1"), plain.serverPort(), {}});
        QVERIFY2(!result.isOk && result.sentence.contains(QLatin1String("TLS")), qPrintable(result.sentence));
    }

    void someAtATime()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        Checks checks(*m_names, m_clock, 3);
        int done = 0;
        for (int i = 0; i < 20; ++i)
            checks.run(TcpCheck{QStringLiteral("127.0.0.1"), server.serverPort()}, 10s,
                       [&](const CheckResult &result) { done += result.isOk ? 1 : 0; });
        QTRY_COMPARE_WITH_TIMEOUT(done, 20, patience);
        checks.run(TcpCheck{QStringLiteral("127.0.0.1"), server.serverPort()}, 10s,
                   [&](const CheckResult &) { ++done; });
        checks.stop();
        QVERIFY(Checks::ofPing({{}, 1.5}).isOk);
        QVERIFY(!Checks::ofPing({}).isOk);
    }

    void initTestCase()
    {
        QVERIFY(m_server.bind(QHostAddress::LocalHost));
        connect(&m_server, &QUdpSocket::readyRead, this, &ChecksTest::answerNames);
        const DnsServer server{*core::Address::parse(u"127.0.0.1"), m_server.localPort()};
        m_names = std::make_unique<DnsClient>(DnsClient::Setup{{server}}, m_clock, m_entropy);
    }

private:
    CheckResult run(const Check &check)
    {
        Checks checks(*m_names, m_clock);
        std::optional<CheckResult> given;
        checks.run(check, 1h, [&](const CheckResult &result) { given = result; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(given.has_value(), patience); }();
        return given.value_or(CheckResult{});
    }

    void answerNames()
    {
        while (m_server.hasPendingDatagrams()) {
            const QNetworkDatagram datagram = m_server.receiveDatagram();
            auto message = DnsMessage::parse(datagram.data());
            if (!message)
                continue;
            const DnsQuestion question = message->questions.first();
            message->code = question.name == "gone.example" ? 3 : 0;
            if (question.name == "www.example" && question.type == DnsType::A) {
                DnsRecord record{question.name, DnsType::A, 60};
                record.address = *core::Address::parse(u"192.0.2.7");
                message->records = {record};
            }
            m_server.writeDatagram(datagram.makeReply(encodeDnsResponse(*message)));
        }
    }

    bool certify(QSslServer &server)
    {
        QProcess openssl;
        openssl.setWorkingDirectory(m_folder.path());
        openssl.start(QStringLiteral("openssl"),
                      QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes "
                                     "-subj /CN=lab.example -days 40 -keyout key.pem -out cert.pem")
                          .split(QLatin1Char(' ')));
        if (!openssl.waitForFinished(patience) || openssl.exitCode() != 0)
            return false;
        QFile certificate(m_folder.filePath(QStringLiteral("cert.pem")));
        QFile key(m_folder.filePath(QStringLiteral("key.pem")));
        if (!certificate.open(QIODevice::ReadOnly) || !key.open(QIODevice::ReadOnly))
            return false;
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(&certificate));
        configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
        server.setSslConfiguration(configuration);
        return true;
    }

    QTemporaryDir m_folder;
    QUdpSocket m_server;
    support::FakeClock m_clock;
    core::SystemEntropy m_entropy;
    std::unique_ptr<DnsClient> m_names;
};

QTEST_GUILESS_MAIN(ChecksTest)
#include "checkstest.moc"
