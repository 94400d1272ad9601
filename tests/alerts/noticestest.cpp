// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/notices.h"

#include "catalog/catalogue.h"
#include "store/opened.h"
#include "support/awaited.h"
#include "support/fakeattendance.h"
#include "support/memorystores.h"
#include "support/seededentropy.h"

using namespace alerts;
using namespace std::chrono_literals;
using core::ErrorCode;

namespace {
/// Notices over a real store, for accounts dana (administrator) and omar (viewer).
struct Office
{
    storetest::Bench bench;
    support::FakeAttendance attendance;
    support::MemoryPublisher publisher{catalog::everything()};
    support::SeededEntropy entropy;
    QMap<QString, QDateTime> since;
    std::unique_ptr<Notices> notices;

    Office()
    {
        since = {{u"u-dana"_qs, bench.clock.now()}, {u"u-omar"_qs, bench.clock.now()}};
        restart();
    }
    void restart()
    {
        notices.reset();
        QVERIFY2(!bench.open(), qPrintable(bench.refusal));
        notices = std::make_unique<Notices>(
            bench.store->notices(), attendance, publisher, bench.clock, entropy, [this](const QString &id) {
                return since.contains(id) ? std::optional(since.value(id)) : std::nullopt;
            });
    }
    template <class T>
    static core::Command by(const QString &account, const T &params)
    {
        core::Command command;
        command.params = params;
        command.caller.id = account;
        command.caller.displayName = account.mid(2);
        command.caller.role = account == u"u-dana" ? core::Role::Admin : core::Role::Viewer;
        return command;
    }
    core::Reply notify(const QString &from, const std::optional<QString> &to, const QString &title)
    {
        Notify asked;
        asked.userId = to;
        asked.title = title;
        asked.message = u"see above"_qs;
        return support::awaited(notices->notify(by(from, asked)));
    }
    Notifications::Reply list(const QString &account, int limit = 50, int offset = 0)
    {
        const core::Reply reply = support::awaited(notices->list(by(account, Notifications{limit, offset})));
        return reply ? *reply->as<Notifications::Reply>() : Notifications::Reply{{}, -1, -1};
    }
    core::Result<int> read(const QString &account, const std::optional<QString> &id = {})
    {
        const core::Reply reply = support::awaited(notices->read(by(account, Read{id})));
        if (!reply)
            return reply.error();
        return reply->as<Read::Reply>()->unread;
    }
};

QStringList titles(const Notifications::Reply &reply)
{
    QStringList all;
    for (const Notification &notification : reply.notifications)
        all << notification.title;
    return all;
}
} // namespace

/// Notifications for one and for all, kept until they are read.
class NoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsAwayFindsItLater()
    {
        Office office;
        const core::Reply sent = office.notify(u"u-dana"_qs, u"u-omar"_qs, u"Printer"_qs);
        QVERIFY(sent);
        QVERIFY(!sent->as<Notify::Reply>()->isDelivered);
        QCOMPARE(office.publisher.events().last().audience.users, QStringList{u"u-omar"_qs});
        office.restart();
        const auto kept = office.list(u"u-omar"_qs);
        QCOMPARE(titles(kept), QStringList{u"Printer"_qs});
        QCOMPARE(kept.count, 1);
        QCOMPARE(kept.unread, 1);
        QVERIFY(office.list(u"u-dana"_qs).notifications.isEmpty());
    }

    void whoIsHereIsTold()
    {
        Office office;
        office.attendance.come(7, u"u-omar"_qs);
        QVERIFY(office.notify(u"u-dana"_qs, u"u-omar"_qs, u"Now"_qs)->as<Notify::Reply>()->isDelivered);
        const auto told = office.publisher.events().last().as<Notification>();
        QVERIFY(told);
        QCOMPARE(told->title, u"Now"_qs);
        QVERIFY(!told->isRead);
    }

    void oneIsReadOrAll()
    {
        Office office;
        for (const char *title : {"a", "b", "c"})
            QVERIFY(office.notify(u"u-dana"_qs, u"u-omar"_qs, QString::fromLatin1(title)));
        const auto before = office.list(u"u-omar"_qs);
        QCOMPARE(titles(before), (QStringList{u"c"_qs, u"b"_qs, u"a"_qs}));
        QCOMPARE(office.read(u"u-omar"_qs, before.notifications.at(1).id).value(), 2);
        QCOMPARE(office.read(u"u-omar"_qs, before.notifications.at(1).id).value(), 2); // again: the same
        const auto after = office.list(u"u-omar"_qs, 2, 1);
        QCOMPARE(titles(after), (QStringList{u"b"_qs, u"a"_qs}));
        QVERIFY(after.notifications.first().isRead);
        QVERIFY(!after.notifications.last().isRead);
        QCOMPARE(after.count, 3);
        QCOMPARE(office.read(u"u-omar"_qs).value(), 0);
        QCOMPARE(office.list(u"u-omar"_qs).unread, 0);
    }

    void theOldestMakeRoom()
    {
        Office office;
        QVERIFY(office.notify(u"u-omar"_qs, u"u-dana"_qs, u"another's"_qs));
        for (int i = 0; i < core::NoticeStore::mostOfOne + 2; ++i)
            QVERIFY(office.notify(u"u-dana"_qs, u"u-omar"_qs, QString::number(i)));
        const auto kept = office.list(u"u-omar"_qs, 1, core::NoticeStore::mostOfOne - 1);
        QCOMPARE(kept.count, core::NoticeStore::mostOfOne);
        QCOMPARE(titles(kept), QStringList{u"2"_qs});
        QCOMPARE(office.list(u"u-dana"_qs).count, 1);
    }

    void nobodyReadsForAnother()
    {
        Office office;
        QVERIFY(office.notify(u"u-dana"_qs, u"u-omar"_qs, u"private"_qs));
        const QString id = office.list(u"u-omar"_qs).notifications.first().id;
        const auto read = office.read(u"u-dana"_qs, id);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::NotFound);
        QCOMPARE(office.list(u"u-omar"_qs).unread, 1);
    }

    void everyoneIsEachWithTheirOwnMark()
    {
        Office office;
        QVERIFY(office.notify(u"u-dana"_qs, std::nullopt, u"Maintenance"_qs));
        QVERIFY(office.publisher.events().last().audience.users.isEmpty());
        QCOMPARE(office.read(u"u-dana"_qs).value(), 0);
        QCOMPARE(office.list(u"u-omar"_qs).unread, 1);
        // Who came later was not meant.
        office.bench.clock.advance(1s);
        office.since.insert(u"u-new"_qs, office.bench.clock.now());
        QCOMPARE(office.list(u"u-new"_qs).count, 0);
    }

    void onlyAdministratorsTellEveryone()
    {
        Office office;
        const core::Reply sent = office.notify(u"u-omar"_qs, std::nullopt, u"Hello all"_qs);
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, ErrorCode::Forbidden);
        QVERIFY(office.publisher.events().isEmpty());
        QVERIFY(office.notify(u"u-omar"_qs, u"u-dana"_qs, u"Hello"_qs));
    }

    void badOnesAreRefused()
    {
        Office office;
        QCOMPARE(office.notify(u"u-dana"_qs, u"nobody"_qs, u"x"_qs).error().code, ErrorCode::NotFound);
        QCOMPARE(office.notify(u"u-dana"_qs, u"u-omar"_qs, u" "_qs).error().code, ErrorCode::Invalid);
        QVERIFY(office.publisher.events().isEmpty());
        QCOMPARE(office.list(u"u-omar"_qs).count, 0);
    }

    void aGuestIsToldWhileHere()
    {
        Office office;
        office.attendance.come(9, u"guest-7"_qs);
        QVERIFY(office.notify(u"u-dana"_qs, u"guest-7"_qs, u"Welcome"_qs)->as<Notify::Reply>()->isDelivered);
        office.attendance.go(9);
        QCOMPARE(office.notify(u"u-dana"_qs, u"guest-7"_qs, u"Bye"_qs).error().code, ErrorCode::NotFound);
        QCOMPARE(office.list(u"guest-7"_qs).count, 0);
    }

    void whatCannotBeKeptIsNotSaid()
    {
        Office office;
        office.bench.store->close();
        const core::Reply sent = office.notify(u"u-dana"_qs, u"u-omar"_qs, u"x"_qs);
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, ErrorCode::Unavailable);
        QVERIFY(office.publisher.events().isEmpty());
    }

    void raisedAlertsReachTheAdministratorsRoom_data()
    {
        QTest::addColumn<int>("severity");
        QTest::addColumn<int>("urgency");
        QTest::newRow("1") << 1 << int(Urgency::Info);
        QTest::newRow("3") << 3 << int(Urgency::Info);
        QTest::newRow("4") << 4 << int(Urgency::Warning);
        QTest::newRow("8") << 8 << int(Urgency::Critical);
    }
    void raisedAlertsReachTheAdministratorsRoom()
    {
        QFETCH(int, severity);
        QFETCH(int, urgency);
        Office office;
        office.notices->announce({u"A-1"_qs, u"Disk"_qs, u"Nearly full"_qs, Kind::System, severity,
                                  u"belfry"_qs, office.bench.clock.now()});
        const core::Event told = office.publisher.events().last();
        QCOMPARE(told.audience.rooms, QStringList{u"admin_notifications"_qs});
        QVERIFY(told.audience.roles == core::roles::admins);
        QCOMPARE(int(told.as<SystemAlert>()->severity), urgency);
    }
};

QTEST_GUILESS_MAIN(NoticesTest)
#include "noticestest.moc"
