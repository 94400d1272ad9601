// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channels/letters.h"
#include "domain/alerts/channels/courier.h"
#include "support/fakeclock.h"
#include "transport/selfsigned.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSslCertificate>
#include <QTemporaryDir>

using namespace alerts;
using namespace alerts::channels;

namespace {
/// A mail server that is not ours.
class MailServer
{
public:
    explicit MailServer(const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(
            QStringLiteral("/usr/bin/python3"),
            QStringList{QStringLiteral(BELFRY_SOURCE_DIR "/tests/alerts/channels/mailserver.py")} +
                arguments);
        port = line().trimmed().toInt();
    }
    ~MailServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    QJsonObject mail() { return QJsonDocument::fromJson(line()).object(); }

    int port = 0;

private:
    QByteArray line()
    {
        (void)QTest::qWaitFor([this] { return m_process.canReadLine(); }, 30'000);
        return m_process.readLine();
    }

    QProcess m_process;
};
} // namespace

/// Mails to a real mail server: Python's aiosmtpd.
class MailingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QProcess python;
        python.start(u"/usr/bin/python3"_qs, {u"-c"_qs, u"import aiosmtpd"_qs});
        python.waitForFinished();
        if (python.exitCode() != 0)
            QSKIP("The package python3-aiosmtpd is missing.");
        const auto made = transport::SelfSigned::make(
            {u"localhost"_qs}, {QHostAddress(QHostAddress::LocalHost)}, QDateTime::currentDateTimeUtc());
        QVERIFY(made);
        m_fingerprint = QString::fromLatin1(
            QSslCertificate(made->certificate).digest(QCryptographicHash::Sha256).toHex());
        m_files = {write(u"certificate.pem"_qs, made->certificate), write(u"key.pem"_qs, made->key)};
    }

    void mailsArrive_data()
    {
        QTest::addColumn<QString>("manner");
        QTest::addColumn<MailSecurity>("security");
        QTest::addColumn<QString>("without");
        QTest::newRow("plain") << u"plain"_qs << MailSecurity::None << QString();
        QTest::newRow("starttls") << u"starttls"_qs << MailSecurity::StartTls << QString();
        QTest::newRow("starttls, AUTH LOGIN") << u"starttls"_qs << MailSecurity::StartTls << u"PLAIN"_qs;
        QTest::newRow("tls") << u"tls"_qs << MailSecurity::Tls << QString();
    }
    void mailsArrive()
    {
        QFETCH(QString, manner);
        QFETCH(MailSecurity, security);
        QFETCH(QString, without);
        QStringList arguments{manner};
        if (security != MailSecurity::None)
            arguments += m_files;
        if (!without.isEmpty())
            arguments << without;
        MailServer server(arguments);
        const bool isSignedIn = security == MailSecurity::StartTls;
        Letter whole = letter(server, security);
        if (isSignedIn) {
            whole.channel.settings.userName = u"dana"_qs;
            whole.secret = "pw";
        }
        const Outcome outcome = send(whole);
        QVERIFY2(outcome.isDelivered(), qPrintable(outcome.sentence));
        const QJsonObject mail = server.mail();
        QCOMPARE(mail.value(u"from"_qs).toString(), u"belfry@example.org"_qs);
        QCOMPARE(mail.value(u"to"_qs).toArray().size(), 2);
        QCOMPARE(mail.value(u"subject"_qs).toString(), whole.message.title);
        QVERIFY(mail.value(u"text"_qs).toString().contains(u".\r\n.. Überlauf"_qs));
        QVERIFY(mail.value(u"html"_qs).toString().contains(u"&lt;script&gt;"_qs));
        QCOMPARE(mail.value(u"tls"_qs).toBool(), security == MailSecurity::StartTls);
        QCOMPARE(mail.value(u"user"_qs).toString(), isSignedIn ? u"dana"_qs : QString());
        QCOMPARE(mail.value(u"defects"_qs).toArray().size(), 0);
        // The same message is the same mail, wherever it goes once more.
        QVERIFY(send(whole).isDelivered());
        QCOMPARE(server.mail().value(u"id"_qs), mail.value(u"id"_qs));
    }
    void wrongPasswordsAreTold()
    {
        MailServer server(QStringList{u"starttls"_qs} + m_files);
        Letter whole = letter(server, MailSecurity::StartTls);
        whole.channel.settings.userName = u"dana"_qs;
        whole.secret = "no";
        const Outcome outcome = send(whole);
        QCOMPARE(outcome.kind, Outcome::Kind::Refused);
        QVERIFY2(outcome.sentence.contains(u"535"_qs), qPrintable(outcome.sentence));
    }
    void whoIsNotThereIsTold()
    {
        MailServer server({u"plain"_qs});
        Letter whole = letter(server, MailSecurity::None);
        whole.channel.settings.to = {u"nobody@example.org"_qs};
        QCOMPARE(send(whole).kind, Outcome::Kind::Refused);
        whole.channel.settings.to << u"noc@example.org"_qs;
        const Outcome outcome = send(whole);
        QVERIFY(outcome.isDelivered());
        QVERIFY2(outcome.sentence.contains(u"not for all"_qs), qPrintable(outcome.sentence));
    }
    void strangersAreNotTrusted()
    {
        MailServer server(QStringList{u"starttls"_qs} + m_files);
        Letter whole = letter(server, MailSecurity::StartTls);
        whole.channel.settings.fingerprint.clear();
        const Outcome outcome = send(whole);
        QCOMPARE(outcome.kind, Outcome::Kind::Closed);
        QVERIFY2(outcome.sentence.contains(u"not trusted"_qs), qPrintable(outcome.sentence));
    }
    void encryptionIsNotLeftOut()
    {
        MailServer server({u"plain"_qs});
        const Outcome outcome = send(letter(server, MailSecurity::StartTls));
        QVERIFY2(outcome.sentence.contains(u"STARTTLS"_qs), qPrintable(outcome.sentence));
    }

private:
    QString write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return file.fileName();
    }
    Letter letter(const MailServer &server, MailSecurity security) const
    {
        Letter out = channeltest::letter(ChannelKind::Email, {}, {}, u"Überlauf <script>"_qs);
        out.message.lines << u"."_qs << u".. Überlauf"_qs << QString(2000, u'ß');
        ChannelSettings &settings = out.channel.settings;
        settings.host = u"127.0.0.1"_qs;
        settings.port = server.port;
        settings.security = security;
        settings.from = u"belfry@example.org"_qs;
        settings.to = {u"a@example.org"_qs, u"b@example.org"_qs};
        settings.fingerprint = m_fingerprint;
        return out;
    }
    static Outcome send(const Letter &letter)
    {
        support::FakeClock clock;
        Courier courier(Reach::system(), clock);
        std::optional<Outcome> outcome;
        courier.deliver(letter, [&](const Outcome &each) { outcome = each; });
        (void)QTest::qWaitFor([&] { return outcome.has_value(); }, 30'000);
        return outcome.value_or(Outcome());
    }

    QTemporaryDir m_folder;
    QStringList m_files;
    QString m_fingerprint;
};

QTEST_GUILESS_MAIN(MailingTest)
#include "mailingtest.moc"
