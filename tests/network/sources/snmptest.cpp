// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/snmpsurvey.h"
#include "network/sources/lab.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace network::sources;
using namespace std::chrono_literals;

namespace {
const SnmpPeer peer{*core::Address::parse(u"127.0.0.1"), 16161};
const Oid sysName{1, 3, 6, 1, 2, 1, 1, 5, 0};

SnmpLimits brisk()
{
    SnmpLimits limits;
    limits.timeout = 1000ms;
    limits.retries = 1;
    return limits;
}

SnmpCredentials community(const char *word)
{
    SnmpCredentials credentials;
    credentials.community = word;
    return credentials;
}

SnmpCredentials user(const char *name, SnmpCredentials::Auth auth = SnmpCredentials::Auth::None,
                     SnmpCredentials::Privacy privacy = SnmpCredentials::Privacy::None)
{
    SnmpCredentials credentials;
    credentials.version = SnmpCredentials::Version::V3;
    credentials.user = name;
    credentials.auth = auth;
    credentials.authPassword = "correct-horse";
    credentials.privacy = privacy;
    credentials.privacyPassword = "battery-staple";
    return credentials;
}

const QByteArray configuration = "agentAddress udp:127.0.0.1:16161\n"
                                 "sysName core-switch\n"
                                 "sysLocation Basement, rack 2\n"
                                 "sysContact \033[2Jroot <b>admin</b>\n"
                                 "sysServices 78\n"
                                 "rocommunity public\n"
                                 "createUser open\n"
                                 "createUser sha1user SHA correct-horse AES battery-staple\n"
                                 "createUser sha256user SHA-256 correct-horse AES battery-staple\n"
                                 "createUser sha512user SHA-512 correct-horse AES-256 battery-staple\n"
                                 "rouser open noauth\n"
                                 "rouser sha1user auth\n"
                                 "rouser sha256user priv\n"
                                 "rouser sha512user priv\n";
} // namespace

/// A real agent, net-snmp's, in a network of the test's own.
class SnmpTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const QString program = lab::tool(QStringLiteral("snmpd"));
        if (program.isEmpty())
            QSKIP("snmpd is not here; tests/run unpacks it.");
        QVERIFY(lab::ip("link add name here type veth peer name there\n"
                        "link set here address 48:8f:5a:10:22:9c\n"
                        "addr add 10.20.0.1/24 dev here\n"
                        "addr add 2001:db8::1/64 dev here nodad\n"
                        "link set here up\n"
                        "link set there up\n"
                        "neigh add 10.20.0.7 lladdr 00:11:32:00:00:07 dev here nud permanent\n"));
        QFile file(m_folder.filePath(QStringLiteral("snmpd.conf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(configuration);
        file.close();
        qputenv("MIBS", "");
        qputenv("SNMP_PERSISTENT_DIR", m_folder.path().toUtf8());
        m_agent = lab::spawn({program, QStringLiteral("-f"), QStringLiteral("-Ln"), QStringLiteral("-C"),
                              QStringLiteral("-c"), file.fileName(), QStringLiteral("-I"),
                              QStringLiteral("-smux")});
        QCOMPARE(m_agent->state(), QProcess::Running);
        QTRY_VERIFY_WITH_TIMEOUT(ask(community("public")).isGood(), lab::patience);
    }

    void everyLevelSignsIn_data()
    {
        using Auth = SnmpCredentials::Auth;
        using Privacy = SnmpCredentials::Privacy;
        QTest::addColumn<SnmpCredentials>("credentials");
        QTest::newRow("v2c") << community("public");
        QTest::newRow("noAuth") << user("open");
        QTest::newRow("SHA, authNoPriv") << user("sha1user", Auth::Sha1);
        QTest::newRow("SHA, AES") << user("sha1user", Auth::Sha1, Privacy::Aes128);
        QTest::newRow("SHA-256, AES") << user("sha256user", Auth::Sha256, Privacy::Aes128);
        QTest::newRow("SHA-512, AES-256") << user("sha512user", Auth::Sha512, Privacy::Aes256);
    }

    void everyLevelSignsIn()
    {
        QFETCH(SnmpCredentials, credentials);
        const SnmpAnswer answer = ask(credentials);
        QVERIFY2(answer.isGood(), qPrintable(answer.sentence));
        QCOMPARE(answer.values.size(), 1);
        QCOMPARE(answer.values.first().octets, QByteArray("core-switch"));
    }

    void wrongCredentialsAreToldApart_data()
    {
        using Auth = SnmpCredentials::Auth;
        using Privacy = SnmpCredentials::Privacy;
        QTest::addColumn<SnmpCredentials>("credentials");
        QTest::addColumn<SnmpFault>("fault");
        QTest::newRow("community") << community("secret") << SnmpFault::WrongCommunity;
        QTest::newRow("user") << user("nobody", Auth::Sha1) << SnmpFault::UnknownUser;
        // What an agent cannot decrypt it answers without saying to which question.
        QTest::newRow("user, encrypted")
            << user("nobody", Auth::Sha1, Privacy::Aes128) << SnmpFault::UnknownUser;
        SnmpCredentials password = user("sha1user", Auth::Sha1);
        password.authPassword = "wrong-password";
        QTest::newRow("password") << password << SnmpFault::WrongPassword;
        QTest::newRow("kind of authentication") << user("sha1user", Auth::Sha512) << SnmpFault::WrongPassword;
        SnmpCredentials privacy = user("sha256user", Auth::Sha256, Privacy::Aes128);
        privacy.privacyPassword = "wrong-password";
        QTest::newRow("privacy") << privacy << SnmpFault::WrongPrivacy;
        QTest::newRow("level") << user("sha256user", Auth::Sha256) << SnmpFault::LevelRefused;
    }

    void wrongCredentialsAreToldApart()
    {
        QFETCH(SnmpCredentials, credentials);
        QFETCH(SnmpFault, fault);
        const SnmpAnswer answer = ask(credentials);
        QVERIFY2(answer.fault == fault, qPrintable(answer.sentence));
        QVERIFY(answer.sentence.contains(QLatin1String("127.0.0.1")));
        QVERIFY(answer.values.isEmpty());
        // The right ones work afterwards: nothing of the wrong ones is left.
        QVERIFY(
            ask(user("sha1user", SnmpCredentials::Auth::Sha1, SnmpCredentials::Privacy::Aes128)).isGood());
        QVERIFY(ask(user("sha256user", SnmpCredentials::Auth::Sha256, SnmpCredentials::Privacy::Aes128))
                    .isGood());
    }

    void aSurveyTellsWhatTheDeviceIs()
    {
        const SnmpReport report =
            survey(user("sha256user", SnmpCredentials::Auth::Sha256, SnmpCredentials::Privacy::Aes128));
        QVERIFY2(report.fault == SnmpFault::None, qPrintable(report.sentence));
        QCOMPARE(report.system.name, QStringLiteral("core-switch"));
        QCOMPARE(report.system.location, QStringLiteral("Basement, rack 2"));
        QCOMPARE(report.system.contact, QStringLiteral("[2Jroot <b>admin</b>"));
        QVERIFY2(report.system.description.startsWith(QLatin1String("Linux ")),
                 qPrintable(report.system.description));
        QCOMPARE(report.system.objectId, QStringLiteral("1.3.6.1.4.1.8072.3.2.10")); // NET-SNMP-TC, linux
        QCOMPARE(report.system.services, 78);

        const auto named = [&](const char *name) {
            return std::find_if(report.interfaces.begin(), report.interfaces.end(),
                                [&](const SnmpInterface &each) { return each.name == QLatin1String(name); });
        };
        const auto here = named("here");
        QVERIFY(here != report.interfaces.end());
        QCOMPARE(here->mac.toString(), QStringLiteral("48:8F:5A:10:22:9C"));
        QVERIFY(here->isUp && here->isEnabled);
        QCOMPARE(here->type, 6); // ethernetCsmacd
        QCOMPARE(here->counterBits, 64);
        QVERIFY(here->octetsIn && here->octetsOut && here->errorsIn && here->discardsOut);
        const auto lo = named("lo");
        QVERIFY(lo != report.interfaces.end());
        QCOMPARE(lo->type, 24); // softwareLoopback
        QVERIFY(*lo->octetsIn > 1000);

        const auto own =
            std::find_if(report.addresses.begin(), report.addresses.end(), [](const SnmpOwnAddress &each) {
                return each.address.toString() == QLatin1String("10.20.0.1");
            });
        QVERIFY(own != report.addresses.end());
        QCOMPARE(own->subnet.toString(), QStringLiteral("10.20.0.0/24"));
        QCOMPARE(own->interface, here->index);
        const auto six =
            std::find_if(report.addresses.begin(), report.addresses.end(), [](const SnmpOwnAddress &each) {
                return each.address.toString() == QLatin1String("2001:db8::1");
            });
        QVERIFY(six != report.addresses.end());
        QCOMPARE(six->subnet.toString(), QStringLiteral("2001:db8::/64"));
        const auto arp = std::find_if(report.arp.begin(), report.arp.end(), [](const SnmpArp &each) {
            return each.address.toString() == QLatin1String("10.20.0.7");
        });
        QVERIFY(arp != report.arp.end());
        QCOMPARE(arp->mac.toString(), QStringLiteral("00:11:32:00:00:07"));
        QCOMPARE(arp->interface, here->index);
        // It has no such tables, and says so without spoiling the rest.
        QVERIFY(report.forwarding.isEmpty() && report.neighbours.isEmpty());
    }

    void sessionsDoNotDisturbEachOther()
    {
        using Auth = SnmpCredentials::Auth;
        using Privacy = SnmpCredentials::Privacy;
        SnmpSurvey first(peer, user("sha1user", Auth::Sha1, Privacy::Aes128), m_clock, brisk());
        SnmpSurvey second(peer, user("sha512user", Auth::Sha512, Privacy::Aes256), m_clock, brisk());
        QSignalSpy firstDone(&first, &SnmpSurvey::finished);
        QSignalSpy secondDone(&second, &SnmpSurvey::finished);
        first.start();
        second.start();
        for (int i = 0; i < 5; ++i) // others come and go meanwhile
            QVERIFY(ask(user("sha256user", Auth::Sha256, Privacy::Aes128)).isGood());
        QTRY_VERIFY_WITH_TIMEOUT(firstDone.size() == 1 && secondDone.size() == 1, lab::patience);
        for (const QSignalSpy *each : {&firstDone, &secondDone}) {
            const auto report = each->first().first().value<SnmpReport>();
            QVERIFY2(report.fault == SnmpFault::None, qPrintable(report.sentence));
            QVERIFY(!report.interfaces.isEmpty() && !report.addresses.isEmpty());
        }
    }

    void aSurveyWithWrongCredentialsEndsSoon()
    {
        const SnmpReport report = survey(user("nobody", SnmpCredentials::Auth::Sha1));
        QCOMPARE(report.fault, SnmpFault::UnknownUser);
        QVERIFY(!report.sentence.isEmpty());
        SnmpCredentials unusable = user("sha1user", SnmpCredentials::Auth::Sha1);
        unusable.authPassword = "short";
        QCOMPARE(survey(unusable).fault, SnmpFault::Unusable);
    }

    void cleanupTestCase() { m_agent.reset(); }

private:
    SnmpAnswer ask(const SnmpCredentials &credentials)
    {
        SnmpSession session(peer, credentials, m_clock, brisk());
        std::optional<SnmpAnswer> given;
        if (const auto opened = session.start(); !opened)
            return {SnmpFault::Unusable, opened.error().message, {}};
        session.get({sysName}, [&](const SnmpAnswer &answer) { given = answer; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(given.has_value(), lab::patience); }();
        return given.value_or(SnmpAnswer{SnmpFault::Closed, {}, {}});
    }

    SnmpReport survey(const SnmpCredentials &credentials)
    {
        SnmpSurvey survey(peer, credentials, m_clock, brisk());
        QSignalSpy finished(&survey, &SnmpSurvey::finished);
        survey.start();
        [&] { QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, lab::patience); }();
        return finished.isEmpty() ? SnmpReport{} : finished.first().first().value<SnmpReport>();
    }

    core::SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess, void (*)(QProcess *)> m_agent{nullptr, [](QProcess *) {}};
};

QTEST_GUILESS_MAIN(SnmpTest)
#include "snmptest.moc"
