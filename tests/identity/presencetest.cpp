// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/catalogue.h"
#include "domain/identity/presencetracker.h"
#include "domain/identity/profiles.h"
#include "support/awaited.h"
#include "support/fakeattendance.h"
#include "support/fakeclock.h"
#include "support/memorystores.h"
#include "support/seededentropy.h"

#include <QTemporaryDir>
#include <QTest>

using namespace identity;
using namespace std::chrono_literals;

namespace {
const QString here = QStringLiteral("192.0.2.7");

/// Accounts dana and omar, and who is here.
struct Lobby
{
    QTemporaryDir folder;
    support::MemoryAccountStore store;
    support::MemoryAuditStore trail;
    support::MemoryPublisher publisher{catalog::everything()};
    support::FakeClock clock;
    support::SeededEntropy entropy;
    support::FakeAttendance attendance;
    Service service{store, trail, publisher, clock, entropy, options()};
    Profiles profiles{service, attendance};
    PresenceTracker presence{attendance, publisher, clock,
                             [this](const core::Command &command, const std::optional<Profile> &claimed) {
                                 return profiles.speaker(command, claimed);
                             }};
    core::Principal dana;
    core::Principal omar;

    Lobby()
    {
        QVERIFY(support::awaited(service.start()));
        const QString password = QStringLiteral("mossy lantern quiet");
        QVERIFY(
            support::awaited(service.setUp(*service.setupToken(), QStringLiteral("dana"), password, here)));
        core::Command add;
        add.params = AddUser{QStringLiteral("omar"), password, QStringLiteral("viewer"),
                             QStringLiteral("Omar S."), QStringLiteral("omar@example.org")};
        QVERIFY(support::awaited(service.addUser(add)));
        dana = principalOf(QStringLiteral("dana"));
        omar = principalOf(QStringLiteral("omar"));
        publisher.clear();
    }
    Options options() const
    {
        Options made;
        made.keyFile = folder.filePath(QStringLiteral("token.key"));
        made.auditKeyFile = folder.filePath(QStringLiteral("audit.key"));
        made.passwordCost = {64, 1, 1};
        return made;
    }
    core::Principal principalOf(const QString &name)
    {
        core::Principal principal;
        const auto users = support::awaited(service.listUsers({}))->as<ListUsers::Reply>()->users;
        for (const User &user : users) {
            if (user.username == name)
                principal = named(user.id, user.username, core::roleFromWord(user.role));
        }
        return principal;
    }
    static core::Principal named(const QString &id, const QString &name, std::optional<core::Role> role)
    {
        core::Principal principal;
        principal.id = id;
        principal.name = name;
        principal.displayName = name;
        principal.role = role;
        return principal;
    }
    static core::Principal guest(const QString &id)
    {
        core::Principal principal = named(id, id, core::Role::Guest);
        principal.isGuest = true;
        return principal;
    }
    core::Reply join(quint64 session, const core::Principal &who, const std::optional<Profile> &claimed = {},
                     const QString &userId = {})
    {
        attendance.come(session, who.id);
        core::Command command;
        command.name = QString::fromLatin1(Join::name);
        command.params = Join{userId, claimed};
        command.caller = who;
        command.session = session;
        command.address = here;
        return support::awaited(presence.join(command));
    }
    [[nodiscard]] QList<core::Event> told(const char *topic) const
    {
        QList<core::Event> all;
        for (const core::Event &event : publisher.events()) {
            if (event.topic.name() == QLatin1String(topic))
                all << event;
        }
        return all;
    }
    [[nodiscard]] QStringList audited()
    {
        QStringList all;
        for (const core::AuditRecord &record : trail.records()) {
            if (record.action == u"identity_claimed")
                all << record.target + u' ' + record.outcome;
        }
        return all;
    }
};

Profile claim(const QString &uid, const QString &email = {}, const QString &name = {})
{
    Profile profile;
    profile.uid = uid;
    profile.email = email;
    if (!name.isEmpty())
        profile.displayName = name;
    return profile;
}
} // namespace

/// Who is here, and as whom.
class PresenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoJoinsIsToldFirstAndTheOthersSoon()
    {
        Lobby lobby;
        const core::Reply joined = lobby.join(1, lobby.dana);
        QVERIFY(joined);
        QCOMPARE(joined->as<Join::Reply>()->room, u"general_chat"_qs);
        QVERIFY(lobby.attendance.isIn(1, u"general_chat"_qs));
        const auto events = lobby.publisher.events();
        QCOMPARE(events.size(), 2);
        QCOMPARE(events.at(0).topic.name(), QLatin1String(Joined::topic));
        QCOMPARE(events.at(0).as<Joined>()->socketId, u"sid-1"_qs);
        QCOMPARE(events.at(1).topic.name(), QLatin1String(Presence::topic));
        for (const core::Event &event : events)
            QCOMPARE(event.audience.onlySession, quint64(1));
        lobby.clock.advance(200ms);
        const core::Event others = lobby.publisher.events().last();
        QCOMPARE(others.audience.exceptSession, quint64(1));
        QCOMPARE(others.as<Presence>()->users.first().userProfile.uid, lobby.dana.id);
    }

    void aCrowdIsToldOfTogether()
    {
        Lobby lobby;
        for (quint64 session = 1; session <= 50; ++session)
            QVERIFY(lobby.join(session, lobby.guest(QStringLiteral("guest-%1").arg(session))));
        const qsizetype before = lobby.told(Presence::topic).size();
        lobby.clock.advance(1s);
        const auto told = lobby.told(Presence::topic);
        QCOMPARE(told.size(), before + 1);
        QCOMPARE(told.last().as<Presence>()->users.size(), 50);
        QCOMPARE(told.last().audience, core::Audience());
    }

    void leftIsToldAfterTheLastConnection()
    {
        Lobby lobby;
        QVERIFY(lobby.join(1, lobby.omar));
        QVERIFY(lobby.join(2, lobby.omar));
        lobby.clock.advance(1s);
        lobby.publisher.clear();
        lobby.attendance.go(1);
        lobby.clock.advance(1s);
        QCOMPARE(lobby.told(Presence::topic).size(), 1);
        QVERIFY(!lobby.told(Presence::topic).first().as<Presence>()->left);
        lobby.publisher.clear();
        lobby.attendance.go(2);
        lobby.clock.advance(1s);
        const auto told = lobby.told(Presence::topic);
        QCOMPARE(told.size(), 2);
        QCOMPARE(told.first().as<Presence>()->left.value_or(QString()), lobby.omar.id);
        QVERIFY(told.last().as<Presence>()->users.isEmpty());
        lobby.attendance.go(99); // who never joined
        lobby.clock.advance(1s);
        QCOMPARE(lobby.told(Presence::topic).size(), 2);
    }

    void awayComesByItselfAndGoesWithTheNextCommand()
    {
        Lobby lobby;
        QVERIFY(lobby.join(1, lobby.omar));
        lobby.clock.advance(9min);
        QCOMPARE(lobby.presence.online().first().status, Availability::Online);
        lobby.clock.advance(2min);
        QCOMPARE(lobby.presence.online().first().status, Availability::Away);
        lobby.presence.touch(1);
        QCOMPARE(lobby.presence.online().first().status, Availability::Online);
        QCOMPARE(lobby.presence.online().first().lastSeen, lobby.clock.now());
    }

    void busyStaysUntilItIsTakenBack()
    {
        Lobby lobby;
        core::Command command;
        command.session = 1;
        command.params = SetAvailability{Availability::Busy};
        QCOMPARE(support::awaited(lobby.presence.setAvailability(command)).error().code,
                 core::ErrorCode::Conflict);
        QVERIFY(lobby.join(1, lobby.omar));
        QVERIFY(support::awaited(lobby.presence.setAvailability(command)));
        lobby.clock.advance(20min);
        lobby.presence.touch(1);
        QCOMPARE(lobby.presence.online().first().status, Availability::Busy);
    }

    // Who goes and comes back, or comes once more, is as they said.
    void whatIsSaidHoldsForThePersonAndNotForAConnection()
    {
        Lobby lobby;
        const auto say = [&](quint64 session, Availability availability) {
            core::Command command;
            command.session = session;
            command.params = SetAvailability{availability};
            return bool(support::awaited(lobby.presence.setAvailability(command)));
        };
        const auto states = [&] {
            QList<Availability> states;
            for (const Online &one : lobby.presence.online())
                states << one.status;
            return states;
        };
        QVERIFY(lobby.join(1, lobby.omar));
        QVERIFY(lobby.join(2, lobby.omar));
        QVERIFY(say(1, Availability::Busy));
        QCOMPARE(states(), QList<Availability>(2, Availability::Busy));
        lobby.attendance.go(1);
        lobby.attendance.go(2);
        QVERIFY(lobby.join(3, lobby.omar));
        QCOMPARE(states(), QList<Availability>{Availability::Busy});
        // Away stays, too, where it did not come by itself.
        QVERIFY(say(3, Availability::Away));
        lobby.presence.touch(3);
        QCOMPARE(states(), QList<Availability>{Availability::Away});
        QVERIFY(say(3, Availability::Online));
        lobby.attendance.go(3);
        QVERIFY(lobby.join(4, lobby.omar));
        QCOMPARE(states(), QList<Availability>{Availability::Online});
    }

    void anAccountIsItselfWhateverItClaims()
    {
        Lobby lobby;
        QVERIFY(lobby.join(1, lobby.omar, claim(u"u-somebody"_qs, u"ceo@example.org"_qs, u"The Boss"_qs)));
        const Profile seen = lobby.presence.online().first().userProfile;
        QCOMPARE(seen.uid, lobby.omar.id);
        QCOMPARE(seen.email, u"omar@example.org"_qs);
        QCOMPARE(seen.displayName.value_or(QString()), u"Omar S."_qs);
        QVERIFY(!seen.isGuest);
        QTRY_COMPARE(lobby.audited(), QStringList{u"u-somebody overruled"_qs});
    }

    void ownNamesAreNoClaim()
    {
        Lobby lobby;
        QVERIFY(lobby.join(1, lobby.omar, claim(u"omar"_qs, u"OMAR@example.org"_qs)));
        QVERIFY(lobby.join(2, lobby.omar, {}, lobby.omar.id));
        QTest::qWait(1);
        QCOMPARE(lobby.audited(), QStringList());
    }

    void aGuestIsWhomItNames()
    {
        Lobby lobby;
        QVERIFY(lobby.join(1, lobby.guest(u"guest-1"_qs), claim(u"user_123"_qs, {}, u"John Doe"_qs)));
        const Profile seen = lobby.presence.online().first().userProfile;
        QCOMPARE(seen.uid, u"user_123"_qs);
        QCOMPARE(seen.displayName.value_or(QString()), u"John Doe"_qs);
        QVERIFY(seen.isGuest);
        QCOMPARE(lobby.attendance.principal(1).id, u"user_123"_qs);
        QVERIFY(lobby.attendance.principal(1).isGuest);
    }

    void aGuestWithoutAProfileIsItsConnection()
    {
        Lobby lobby;
        QVERIFY(lobby.join(1, lobby.guest(u"guest-1"_qs)));
        QCOMPARE(lobby.presence.online().first().userProfile.uid, u"guest-1"_qs);
    }

    void noGuestIsAnAccount_data()
    {
        QTest::addColumn<QString>("uid");
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("name");
        QTest::newRow("name") << u"omar"_qs << QString() << QString();
        QTest::newRow("name in capitals") << u"OMAR"_qs << QString() << QString();
        QTest::newRow("e-mail") << u"x"_qs << u"omar@example.org"_qs << QString();
        QTest::newRow("shown name") << u"x"_qs << QString() << u"dana"_qs;
        QTest::newRow("the assistant") << u"ai_assistant"_qs << QString() << QString();
        QTest::newRow("id") << QString() << QString() << QString(); // filled in below
    }
    void noGuestIsAnAccount()
    {
        QFETCH(QString, uid);
        QFETCH(QString, email);
        QFETCH(QString, name);
        Lobby lobby;
        if (uid.isEmpty())
            uid = lobby.omar.id;
        const core::Reply joined = lobby.join(1, lobby.guest(u"guest-1"_qs), claim(uid, email, name));
        QVERIFY(!joined);
        QCOMPARE(joined.error().code, core::ErrorCode::AuthenticationRequired);
        QVERIFY(lobby.publisher.events().isEmpty());
        QVERIFY(lobby.presence.online().isEmpty());
        QCOMPARE(lobby.attendance.principal(1).id, u"guest-1"_qs);
        QTRY_COMPARE(lobby.audited(), QStringList{QString(uid + u" refused"_qs)});
    }
};

QTEST_GUILESS_MAIN(PresenceTest)
#include "presencetest.moc"
