// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/banner.h"
#include "kit/label.h"
#include "kit/segmented.h"
#include "kit/toast.h"
#include "notices/bell.h"
#include "notices/crier.h"
#include "notices/noticecentre.h"
#include "notices/noticelist.h"
#include "support/fakeclock.h"
#include "support/findbutton.h"
#include "support/scriptedlink.h"

#include <QListView>
#include <QSignalSpy>
#include <QTest>

using alerts::Tone;
using alerts::Urgency;

/// A server that keeps notifications for one account.
class Desk
{
public:
    Desk()
    {
        identity::User user;
        user.id = QStringLiteral("u1");
        user.username = QStringLiteral("dana");
        user.role = QStringLiteral("admin");
        user.createdAt = clock.now();
        link.answers.insert(QStringLiteral("identity.whoami"), [this, user](const QJsonObject &) {
            identity::User now = user;
            now.id = userId;
            return core::Reply(core::toJson(now).toObject());
        });
        link.answers.insert(QStringLiteral("alerts.notifications"), [this](const QJsonObject &params) {
            const auto asked = core::fromJson<alerts::Notifications>(params);
            return core::Reply(
                core::toJson(alerts::Notifications::Reply{kept.mid(asked->offset, asked->limit),
                                                          int(kept.size()), unreadKept()})
                    .toObject());
        });
        link.answers.insert(QStringLiteral("alerts.read"), [this](const QJsonObject &params) -> core::Reply {
            if (!refusal.isEmpty())
                return core::Error{core::ErrorCode::Unavailable, refusal};
            const auto asked = core::fromJson<alerts::Read>(params);
            for (alerts::Notification &one : kept)
                one.isRead = one.isRead || !asked->notificationId || one.id == *asked->notificationId;
            return core::Reply(core::toJson(alerts::Read::Reply{unreadKept()}).toObject());
        });
    }
    void live()
    {
        link.become(client::Link::State::Live);
        [&] { QTRY_VERIFY(mirror.user()); }();
        QCoreApplication::processEvents();
    }
    alerts::Notification keep(const QString &id, const QString &title, Tone tone = Tone::Info)
    {
        alerts::Notification one;
        one.id = id;
        one.userId = userId;
        one.title = title;
        one.message = QStringLiteral("The whole of %1.").arg(title);
        one.type = tone;
        one.source = QStringLiteral("omar");
        clock.advance(std::chrono::seconds(1));
        one.createdAt = clock.now();
        kept.prepend(one);
        return one;
    }
    void broadcast(Urgency urgency, const QString &title)
    {
        clock.advance(std::chrono::seconds(1));
        link.say(alerts::SystemAlert{title, QStringLiteral("What to do."), urgency, std::nullopt,
                                     QStringLiteral("dana"), clock.now()},
                 clock.now());
    }
    notices::NoticeCentre *centreIn(QWidget &window)
    {
        return new notices::NoticeCentre(notices, manners, &client::matterOf, &window);
    }
    [[nodiscard]] QStringList titles() const
    {
        QStringList titles;
        for (const client::Notice &notice : notices.all())
            titles << notice.title;
        return titles;
    }

    support::FakeClock clock{QDateTime::fromString(QStringLiteral("2026-11-20T13:29:40Z"), Qt::ISODate)};
    support::ScriptedLink link;
    QList<alerts::Notification> kept;
    QString userId = QStringLiteral("u1");
    QString refusal;
    client::Mirror mirror{link, clock};
    client::Notices notices{mirror};
    client::Manners manners{clock, {}};

private:
    [[nodiscard]] int unreadKept() const
    {
        return int(std::count_if(kept.begin(), kept.end(), [](const auto &one) { return !one.isRead; }));
    }
};

class NoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsKeptAndHearsWhatComes()
    {
        Desk desk;
        desk.keep(QStringLiteral("n1"), QStringLiteral("first"));
        desk.keep(QStringLiteral("n2"), QStringLiteral("second"));
        desk.live();
        QTRY_COMPARE(desk.notices.unread(), 2);
        QSignalSpy arrived(&desk.notices, &client::Notices::arrived);
        const auto third = desk.keep(QStringLiteral("n3"), QStringLiteral("third"));
        desk.link.say(third, desk.clock.now());
        desk.link.say(third, desk.clock.now());
        QCOMPARE(arrived.size(), 1);
        QCOMPARE(desk.notices.unread(), 3);
        QCOMPARE(desk.titles(),
                 (QStringList{QStringLiteral("third"), QStringLiteral("second"), QStringLiteral("first")}));
    }

    void alertsAreRememberedThoughNobodyKeepsThem()
    {
        Desk desk;
        desk.keep(QStringLiteral("n1"), QStringLiteral("first"));
        desk.live();
        desk.broadcast(Urgency::Warning, QStringLiteral("Restart at noon"));
        QTRY_COMPARE(desk.notices.unread(), 2);
        desk.notices.refresh();
        QCoreApplication::processEvents();
        QCOMPARE(desk.titles(), (QStringList{QStringLiteral("Restart at noon"), QStringLiteral("first")}));
        desk.notices.markRead(desk.notices.all().first().id);
        QCOMPARE(desk.notices.unread(), 1);
        QCOMPARE(desk.link.asked(QStringLiteral("alerts.read")), 0);
    }

    void marksOneAndAll()
    {
        Desk desk;
        for (const char *id : {"n1", "n2", "n3"})
            desk.keep(QString::fromLatin1(id), QString::fromLatin1(id));
        desk.live();
        desk.broadcast(Urgency::Info, QStringLiteral("hello"));
        QTRY_COMPARE(desk.notices.unread(), 4);
        desk.notices.markRead(QStringLiteral("n2"));
        QTRY_COMPARE(desk.notices.unread(), 3);
        desk.notices.markAllRead();
        QTRY_COMPARE(desk.notices.unread(), 0);
        for (const client::Notice &notice : desk.notices.all())
            QVERIFY2(notice.isRead, qPrintable(notice.title));
    }

    void saysWhyAMarkWasNotKept()
    {
        Desk desk;
        desk.keep(QStringLiteral("n1"), QStringLiteral("first"));
        desk.live();
        QTRY_COMPARE(desk.notices.unread(), 1);
        desk.refusal = QStringLiteral("The disk is full.");
        desk.notices.markRead(QStringLiteral("n1"));
        QTRY_COMPARE(desk.notices.fault(), desk.refusal);
        QCOMPARE(desk.notices.unread(), 1);
        QVERIFY(!desk.notices.all().first().isRead);
    }

    void readsOlderOnes()
    {
        Desk desk;
        for (int i = 0; i < 60; ++i)
            desk.keep(QString::number(i), QString::number(i));
        desk.live();
        QTRY_COMPARE(desk.notices.all().size(), 50);
        QVERIFY(desk.notices.hasOlder());
        desk.notices.loadOlder();
        QTRY_COMPARE(desk.notices.all().size(), 60);
        QVERIFY(!desk.notices.hasOlder());
        QCOMPARE(desk.notices.all().last().id, QStringLiteral("0"));
    }

    void showsTheNextPersonNothingOfTheFirst()
    {
        Desk desk;
        desk.keep(QStringLiteral("n1"), QStringLiteral("first"));
        desk.live();
        QTRY_COMPARE(desk.notices.unread(), 1);
        desk.kept.clear();
        desk.userId = QStringLiteral("u2");
        desk.mirror.askUser();
        QTRY_COMPARE(desk.notices.all().size(), 0);
        QCOMPARE(desk.notices.unread(), 0);
    }

    void bellCountsInWords()
    {
        Desk desk;
        notices::Bell bell(desk.notices);
        QVERIFY(bell.accessibleName().contains(QLatin1String("none unread")));
        desk.keep(QStringLiteral("n1"), QStringLiteral("first"));
        desk.live();
        QTRY_VERIFY2(bell.accessibleName().contains(QLatin1String("1 unread")),
                     qPrintable(bell.accessibleName()));
    }

    void centreShowsUnreadOrAll()
    {
        Desk desk;
        desk.keep(QStringLiteral("n1"), QStringLiteral("first"));
        desk.kept[0].isRead = true;
        desk.keep(QStringLiteral("n2"), QStringLiteral("<b>second</b>"), Tone::Error);
        desk.live();
        QWidget window;
        window.resize(900, 700);
        auto *bell = new notices::Bell(desk.notices, &window);
        auto *centre = desk.centreIn(window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        bell->setFocus();
        centre->open(bell);
        QVERIFY(centre->isVisible());
        auto *list = centre->findChild<QListView *>();
        QTRY_COMPARE(list->model()->rowCount(), 1);
        const QModelIndex row = list->model()->index(0, 0);
        QCOMPARE(row.data().toString(), QStringLiteral("<b>second</b>"));
        QVERIFY2(row.data(Qt::AccessibleTextRole).toString().startsWith(QLatin1String("unread, High")),
                 qPrintable(row.data(Qt::AccessibleTextRole).toString()));
        list->setCurrentIndex(row);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_COMPARE(desk.notices.unread(), 0);
        // It stays where it is until somebody looks again.
        QCOMPARE(list->model()->rowCount(), 1);
        auto *choice = centre->findChild<kit::Segmented *>();
        QTest::keyClick(choice, Qt::Key_Right);
        QCOMPARE(list->model()->rowCount(), 2);
        QTest::keyClick(choice, Qt::Key_Left);
        QCOMPARE(list->model()->rowCount(), 0);
        QVERIFY(!support::findButton(*centre, QStringLiteral("Mark all read"))->isEnabled());
        QTest::keyClick(centre, Qt::Key_Escape);
        QVERIFY(!centre->isVisible());
        QCOMPARE(QApplication::focusWidget(), bell);
    }

    void centreGoesWhenSomethingElseIsPressed()
    {
        Desk desk;
        desk.live();
        QWidget window;
        window.resize(900, 700);
        auto *bell = new notices::Bell(desk.notices, &window);
        auto *centre = desk.centreIn(window);
        window.show();
        centre->open(bell);
        QTest::mouseClick(centre, Qt::LeftButton);
        QVERIFY(centre->isVisible());
        QTest::mouseClick(&window, Qt::LeftButton, {}, QPoint(10, 690));
        QVERIFY(!centre->isVisible());
    }

    void aKindIsMutedAndToldAgain()
    {
        Desk desk;
        desk.keep(QStringLiteral("n1"), QStringLiteral("careful"), Tone::Warning);
        desk.live();
        QWidget window;
        window.resize(900, 700);
        auto *bell = new notices::Bell(desk.notices, &window);
        auto *centre = desk.centreIn(window);
        window.show();
        centre->open(bell);
        auto *list = centre->findChild<QListView *>();
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QVERIFY(!support::findButton(*centre, QStringLiteral("Mute this kind"))->isEnabled());
        list->setCurrentIndex(list->model()->index(0, 0));
        const QString mute = QStringLiteral("Mute this kind: Notifications that warn");
        QVERIFY(support::findButton(*centre, mute));
        QVERIFY(!support::findButton(*centre, QStringLiteral("Undo"))->isVisible());
        support::findButton(*centre, mute)->click();
        QVERIFY(desk.manners.telling().isMuted(client::Matter::Warning));
        QVERIFY(!support::findButton(*centre, QStringLiteral("Muted: Notifications that warn"))->isEnabled());
        support::findButton(*centre, QStringLiteral("Undo"))->click();
        QVERIFY(desk.manners.telling() == client::Telling());
        QVERIFY(!support::findButton(*centre, QStringLiteral("Undo"))->isVisible());
        QVERIFY(support::findButton(*centre, mute)->isEnabled());
    }

    void criesByHowBadItIs()
    {
        Desk desk;
        desk.live();
        QWidget page;
        page.resize(900, 600);
        kit::ToastArea area(&page);
        notices::Crier crier(desk.notices, desk.manners, area);
        page.show();
        const auto toasts = [&page] {
            QStringList texts;
            const auto all = page.findChildren<kit::Toast *>();
            for (const kit::Toast *toast : all) {
                if (toast->isVisible())
                    texts << toast->text();
            }
            return texts;
        };
        desk.link.say(desk.keep(QStringLiteral("n1"), QStringLiteral("quiet")), desk.clock.now());
        QVERIFY(toasts().isEmpty());
        // The list of alerts tells of them itself.
        alerts::Notification told = desk.keep(QStringLiteral("n2"), QStringLiteral("Device down"));
        told.type = Tone::Error;
        told.isSystem = true;
        told.source = QStringLiteral("alerts");
        desk.link.say(told, desk.clock.now());
        QVERIFY(toasts().isEmpty() && crier.text().isEmpty());
        desk.broadcast(Urgency::Warning, QStringLiteral("<i>Restart</i> at noon"));
        QCOMPARE(toasts(), QStringList{QStringLiteral("Medium · <i>Restart</i> at noon: What to do.")});
        QVERIFY(crier.text().isEmpty());
        QSignalSpy wanted(&crier, &notices::Crier::centreWanted);
        support::findButton(page, QStringLiteral("Show"))->click();
        QCOMPARE(wanted.size(), 1);

        desk.broadcast(Urgency::Critical, QStringLiteral("Power goes"));
        desk.broadcast(Urgency::Critical, QStringLiteral("Power goes now"));
        QCOMPARE(crier.text(), QStringLiteral("Power goes now: What to do."));
        QVERIFY(toasts().isEmpty());
        auto *banner = crier.findChild<kit::Banner *>();
        Q_EMIT banner->closed();
        QCOMPARE(crier.text(), QStringLiteral("Power goes: What to do."));
        Q_EMIT banner->closed();
        QVERIFY(crier.text().isEmpty());
        QVERIFY(crier.isHidden());
    }

    void saysNothingThatNobodyWants()
    {
        Desk desk;
        desk.live();
        QWidget page;
        kit::ToastArea area(&page);
        notices::Crier crier(desk.notices, desk.manners, area);
        client::Telling telling;
        telling.mute(client::Matter::Urgent);
        telling.mute(client::Matter::Announcement);
        telling.set(client::Matter::Note, client::Way::Toast, true);
        desk.manners.setTelling(telling);
        desk.broadcast(Urgency::Warning, QStringLiteral("Restart at noon"));
        desk.broadcast(Urgency::Critical, QStringLiteral("Power goes"));
        QCOMPARE(area.count(), 0);
        QVERIFY(crier.text().isEmpty());
        QCOMPARE(desk.notices.unread(), 2); // it is not lost
        desk.link.say(desk.keep(QStringLiteral("n1"), QStringLiteral("small")), desk.clock.now());
        QCOMPARE(area.count(), 1);
        telling.set(client::Matter::Urgent, client::Way::Toast, true);
        desk.manners.setTelling(telling);
        QVERIFY(crier.text().startsWith(QLatin1String("Power goes")));
    }

    void remembersWhatHappenedHere()
    {
        Desk desk;
        desk.keep(QStringLiteral("n1"), QStringLiteral("first"));
        desk.live();
        desk.notices.note(client::Matter::ScanDone, QStringLiteral("Full scan"),
                          QStringLiteral("2 new devices."));
        QTRY_COMPARE(desk.notices.unread(), 2);
        const client::Notice &newest = desk.notices.all().first();
        QCOMPARE(newest.title, QStringLiteral("Full scan"));
        QCOMPARE(int(client::matterOf(newest)), int(client::Matter::ScanDone));
        desk.notices.markRead(newest.id);
        QCOMPARE(desk.notices.unread(), 1);
        QCOMPARE(desk.link.asked(QStringLiteral("alerts.read")), 0);
    }

    void whatIsAboutAPlaceLeadsThere()
    {
        Desk desk;
        desk.keep(QStringLiteral("n1"), QStringLiteral("Nothing to see"));
        desk.keep(QStringLiteral("n2"), QStringLiteral("Omar called you in general"));
        desk.kept[0].source = QStringLiteral("chat");
        desk.kept[0].data = QJsonObject{{QStringLiteral("room_name"), QStringLiteral("general")},
                                        {QStringLiteral("message_id"), QStringLiteral("m-7")}};
        desk.live();
        QTRY_COMPARE(desk.notices.unread(), 2);
        QWidget window;
        window.resize(900, 700);
        auto *bell = new notices::Bell(desk.notices, &window);
        auto *centre = desk.centreIn(window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy wanted(centre, &notices::NoticeCentre::placeWanted);
        centre->open(bell);
        auto *list = centre->findChild<QListView *>();
        QTRY_COMPARE(list->model()->rowCount(), 2);
        const auto click = [list](int row) {
            const QRect place = list->visualRect(list->model()->index(row, 0));
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place.center());
        };
        click(1);
        QTRY_COMPARE(desk.notices.unread(), 1);
        QVERIFY(wanted.isEmpty() && centre->isVisible());
        click(0);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(
            wanted[0][0].value<client::Place>(),
            (client::Place{client::Place::Kind::Room, QStringLiteral("general"), {}, QStringLiteral("m-7")}));
        QVERIFY(!centre->isVisible());
        QTRY_COMPARE(desk.notices.unread(), 0);
    }

    void onlyWhatALinkCouldNameIsAPlace()
    {
        Desk desk;
        const auto placeOf = [&desk](const QString &source, const QJsonValue &data) {
            desk.kept.clear();
            alerts::Notification one = desk.keep(QStringLiteral("n%1").arg(desk.notices.all().size()), {});
            one.source = source;
            one.isSystem = source == QLatin1String("alerts");
            one.data = data;
            desk.link.say(one, desk.clock.now());
            return desk.notices.all().first().place;
        };
        desk.live();
        const QString chat = QStringLiteral("chat");
        const auto room = [](const QJsonValue &name, const QJsonValue &message) {
            return QJsonObject{{QStringLiteral("room_name"), name}, {QStringLiteral("message_id"), message}};
        };
        const auto alerts = [](const QJsonArray &ids) {
            return QJsonObject{{QStringLiteral("alerts"), ids}};
        };
        QVERIFY(placeOf(chat, room(QStringLiteral("general"), QStringLiteral("m-1"))));
        QVERIFY(placeOf(chat, room(QStringLiteral("general"), {})));
        QVERIFY(!placeOf(chat, room(QStringLiteral("gen\u202eeral"), QStringLiteral("m-1"))));
        QVERIFY(!placeOf(chat, room(QString(10'000, u'x'), QStringLiteral("m-1"))));
        QVERIFY(!placeOf(chat, room(17, QStringLiteral("m-1"))));
        QVERIFY(!placeOf(chat, QStringLiteral("general")));
        QVERIFY(placeOf(QStringLiteral("alerts"), alerts({QStringLiteral("A-7")})));
        QVERIFY(!placeOf(QStringLiteral("alerts"), alerts({QStringLiteral("A-7"), QStringLiteral("A-8")})));
        QVERIFY(!placeOf(QStringLiteral("alerts"), alerts({QStringLiteral("../etc")})));
    }

    void longWordsAreCutOff()
    {
        Desk desk;
        desk.live();
        QWidget page;
        kit::ToastArea area(&page);
        notices::Crier crier(desk.notices, desk.manners, area);
        desk.broadcast(Urgency::Critical, QString(250, QLatin1Char('x')) + QStringLiteral("\n\n\ty"));
        QCOMPARE(crier.text().size(), 160);
        QVERIFY(!crier.text().contains(u'\n'));
    }
};

QTEST_MAIN(NoticesTest)
#include "noticestest.moc"
