// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/surveyor.h"

#include "network/estate.h"
#include "network/sources/fakeagent.h"

using namespace network;
using namespace std::chrono_literals;
using core::ErrorCode;
using lab::FakeAgent;
using sources::Oid;

namespace {
constexpr int patience = 60'000; // ends what hangs
const Oid sysDescr{1, 3, 6, 1, 2, 1, 1, 1, 0};
const Oid sysName{1, 3, 6, 1, 2, 1, 1, 5, 0};

QMap<Oid, QByteArray> called(const QByteArray &name)
{
    return {{sysDescr, "Something of the house"}, {sysName, name}};
}

/// Lets in whoever knows the word; the others are refused.
FakeAgent::Manner guarded(const QByteArray &word, const QByteArray &name, QByteArrayList &heard)
{
    return [word, name, &heard](const FakeAgent::Question &question) {
        if (heard.isEmpty() || heard.last() != question.community)
            heard << question.community;
        return question.community == word ? FakeAgent::told(question, called(name))
                                          : FakeAgent::response(question, {question.oid}, 16);
    };
}

/// A house whose devices are asked by SNMP, all at one port of the loopback.
struct Office : nettest::Estate
{
    Credentials credentials;
    std::unique_ptr<Surveyor> surveyor;
    QStringList told; ///< the devices that did

    explicit Office(quint16 port, int atOnce = 32)
        : Estate({u"127.0.0.0/24"_qs, u"127.0.1.0/24"_qs}),
          credentials(
              bench.store->records(), entropy,
              {[](const QByteArray &secret, const QByteArray &) { return core::Result<QByteArray>(secret); },
               [](const QByteArray &sealed, const QByteArray &) { return core::Result<QByteArray>(sealed); }})
    {
        Surveyor::Setup setup;
        setup.port = port;
        setup.atOnce = atOnce;
        surveyor = std::make_unique<Surveyor>(
            Surveyor::Surroundings{*devices, *grounds, credentials, bench.store->samples(), bench.clock},
            setup);
        QObject::connect(surveyor.get(), &Surveyor::told, surveyor.get(),
                         [this](const QString &device) { told << device; });
        surveyor->start();
    }
    QString keep(const char *community, const QStringList &networks = {})
    {
        SetCredential wish;
        wish.displayName = QString::fromLatin1(community);
        wish.community = wish.displayName;
        wish.networks = networks;
        return nettest::asked(credentials, &Credentials::set, wish)->as<SetCredential::Reply>()->id;
    }
    /// Time for one more question.
    void tick() { bench.clock.advance(500ms); }
    bool tells(qsizetype count)
    {
        return QTest::qWaitFor([&] { return told.size() >= count; }, patience);
    }
    /// The same, while time passes.
    bool tellsInTime(qsizetype count)
    {
        return QTest::qWaitFor([&] { return tick(), told.size() >= count; }, patience);
    }
    core::Reply test(const QString &id, const QString &address)
    {
        return nettest::asked(*surveyor, &Surveyor::test, TestCredential{id, address});
    }
};

const QString mac = u"48:8F:5A:00:00:01"_qs;
} // namespace

/// Who is asked by SNMP, when, and with what.
class SurveyorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoLetsUsInIsAskedAgainAndAgain()
    {
        QByteArrayList heard;
        FakeAgent agent(guarded("public", "nas", heard));
        Office office(agent.peer().port);
        office.keep("public");
        const QString id = office.see(u"127.0.0.1"_qs);
        office.tick();
        QVERIFY(office.tells(1));
        QCOMPARE(office.known(id).system->name, u"nas"_qs);
        QCOMPARE(office.known(id).entry.name, u"nas"_qs);
        const int questions = agent.questions();
        office.bench.clock.advance(59s);
        QCoreApplication::processEvents();
        QCOMPARE(agent.questions(), questions);
        office.bench.clock.advance(2s);
        QVERIFY(office.tells(2));
    }

    void theOthersAreTriedWhereOneIsRefused()
    {
        QByteArrayList heard;
        FakeAgent agent(guarded("secret", "nas", heard));
        Office office(agent.peer().port);
        office.keep("secret");
        // Tried first: it is for that network.
        office.keep("wrong", {u"127.0.0.0/24"_qs});
        office.keep("elsewhere", {u"10.0.0.0/8"_qs});
        office.see(u"127.0.0.1"_qs);
        QVERIFY(office.tellsInTime(1));
        QCOMPARE(heard, (QByteArrayList{"wrong", "secret"}));
        // From then on with the one that is good.
        office.bench.clock.advance(61s);
        QVERIFY(office.tells(2));
        QCOMPARE(heard, (QByteArrayList{"wrong", "secret"}));
    }

    void whoLetsNobodyInIsTriedNowAndThen()
    {
        QByteArrayList heard;
        FakeAgent agent(guarded("another", "nas", heard));
        Office office(agent.peer().port);
        office.keep("public");
        office.see(u"127.0.0.1"_qs);
        office.tick();
        QTRY_VERIFY_WITH_TIMEOUT(agent.questions() > 0, patience);
        // Whoever asks now is told the same; then the first try is over, too.
        const auto reply = office.test(office.credentials.idsFor(*core::Address::parse(u"127.0.0.1")).first(),
                                       u"127.0.0.1"_qs);
        QVERIFY(reply && !reply->as<TestCredential::Reply>()->isAnswered);
        const int questions = agent.questions();
        office.bench.clock.advance(59min);
        QCoreApplication::processEvents();
        QCOMPARE(agent.questions(), questions);
        office.bench.clock.advance(2min);
        QTRY_VERIFY_WITH_TIMEOUT(agent.questions() > questions, patience);
        QVERIFY(office.told.isEmpty());
    }

    void aNewCredentialIsTriedAtOnce()
    {
        QByteArrayList heard;
        FakeAgent agent(guarded("public", "nas", heard));
        Office office(agent.peer().port);
        office.see(u"127.0.0.1"_qs);
        office.tick();
        QCoreApplication::processEvents();
        QCOMPARE(agent.questions(), 0);
        office.keep("public");
        office.tick();
        QVERIFY(office.tells(1));
    }

    void aCredentialThatIsGoneDoesNotStopTheOthers()
    {
        QByteArrayList heard;
        FakeAgent agent([&](const FakeAgent::Question &question) {
            if (heard.isEmpty() || heard.last() != question.community)
                heard << question.community;
            return FakeAgent::told(question, called("nas"));
        });
        Office office(agent.peer().port);
        const QString first = office.keep("first", {u"127.0.0.0/24"_qs});
        office.keep("second");
        office.see(u"127.0.0.1"_qs);
        office.tick();
        QVERIFY(office.tells(1));
        QVERIFY(nettest::asked(office.credentials, &Credentials::remove, RemoveCredential{first}));
        office.bench.clock.advance(62s);
        QVERIFY(office.tells(2));
        QCOMPARE(heard, (QByteArrayList{"first", "second"}));
    }

    void aWrongUserEnds()
    {
        QByteArrayList heard;
        FakeAgent agent(guarded("public", "nas", heard));
        agent.speakV3();
        Office office(agent.peer().port);
        SetCredential wish;
        wish.displayName = u"Nobody"_qs;
        wish.version = u"v3"_qs;
        wish.user = u"nobody"_qs;
        wish.networks = QStringList{u"127.0.0.0/24"_qs};
        const auto kept = nettest::asked(office.credentials, &Credentials::set, wish);
        QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().message));
        const auto reply = office.test(kept->as<SetCredential::Reply>()->id, u"127.0.0.1"_qs);
        QVERIFY(reply && !reply->as<TestCredential::Reply>()->isAnswered);
        QVERIFY2(reply->as<TestCredential::Reply>()->message.contains(u"user"),
                 qPrintable(reply->as<TestCredential::Reply>()->message));
        // Nor does it keep the others from being tried.
        office.keep("public");
        office.see(u"127.0.0.1"_qs);
        QVERIFY(office.tellsInTime(1));
        QCOMPARE(heard, QByteArrayList{"public"});
    }

    void whoLeftIsNotHeardWhenItIsBack()
    {
        Office *house = nullptr;
        QString before;
        QString after;
        bool isAsked = false;
        FakeAgent agent([&](const FakeAgent::Question &question) {
            // It leaves and comes back while its answer is on the way.
            if (!std::exchange(isAsked, true)) {
                QMetaObject::invokeMethod(
                    house->surveyor.get(),
                    [&] {
                        house->devices->forget(before);
                        after = house->see(u"127.0.0.1"_qs);
                    },
                    Qt::QueuedConnection);
            }
            return FakeAgent::told(question, called("nas"));
        });
        // One at a time: a survey that is dropped gives its place to the next.
        Office office(agent.peer().port, 1);
        office.keep("public");
        house = &office;
        before = office.see(u"127.0.0.1"_qs);
        office.tick();
        QTRY_VERIFY_WITH_TIMEOUT(!after.isEmpty(), patience);
        QVERIFY(before != after);
        office.tick();
        QVERIFY(office.tells(1));
        QCOMPARE(office.told, QStringList{after});
        office.bench.clock.advance(61s);
        QVERIFY(office.tells(2));
        QCOMPARE(office.told, (QStringList{after, after}));
    }

    void theLastWordOfOneThatLeftIsDropped()
    {
        // How many questions a survey has.
        QByteArrayList heard;
        FakeAgent counting(guarded("public", "nas", heard));
        int whole = 0;
        {
            Office office(counting.peer().port);
            office.keep("public");
            office.see(u"127.0.0.1"_qs);
            office.tick();
            QVERIFY(office.tells(1));
            whole = counting.questions();
        }
        Office *house = nullptr;
        QString id;
        int asked = 0;
        bool isGone = false;
        FakeAgent agent([&](const FakeAgent::Question &question) {
            if (++asked == whole) {
                QMetaObject::invokeMethod(
                    house->surveyor.get(), [&] { isGone = house->devices->forget(id); },
                    Qt::QueuedConnection);
            }
            return FakeAgent::told(question, called("nas"));
        });
        Office office(agent.peer().port);
        office.keep("public");
        house = &office;
        id = office.see(u"127.0.0.1"_qs);
        office.tick();
        QTRY_VERIFY_WITH_TIMEOUT(isGone, patience);
        const QString other = office.see(u"127.0.0.2"_qs); // nobody listens there
        QCoreApplication::processEvents();
        QVERIFY(office.told.isEmpty());
        QCOMPARE(office.devices->inventory().size(), 1);
        QVERIFY(office.devices->inventory().find(other) != nullptr);
    }

    void whatIsToldAtAFormerAddressIsNotTakenForTheNewOne()
    {
        Office *house = nullptr;
        QString id;
        bool hasMoved = false;
        FakeAgent former([&](const FakeAgent::Question &question) {
            if (house != nullptr && !std::exchange(hasMoved, true)) {
                QMetaObject::invokeMethod(
                    house->surveyor.get(),
                    [&] {
                        house->bench.clock.jump(1h); // long enough to have lost the former one
                        house->see(u"127.0.0.3"_qs, mac);
                    },
                    Qt::QueuedConnection);
            }
            return FakeAgent::told(question, called("former"));
        });
        FakeAgent now(
            [](const FakeAgent::Question &question) { return FakeAgent::told(question, called("now")); },
            QHostAddress(u"127.0.0.3"_qs), former.peer().port);
        Office office(former.peer().port);
        office.keep("public");
        house = &office;
        id = office.see(u"127.0.0.1"_qs, mac);
        office.tick();
        QTRY_VERIFY_WITH_TIMEOUT(hasMoved, patience);
        QTRY_COMPARE_WITH_TIMEOUT(office.known(id).entry.addresses, QStringList{u"127.0.0.3"_qs}, patience);
        QVERIFY(office.tellsInTime(1));
        QCOMPARE(office.known(id).system->name, u"now"_qs);
        QCOMPARE(office.devices->inventory().size(), 1);
    }

    void aCredentialIsNotSaidOutsideOfItsNetworks()
    {
        QByteArrayList near;
        QByteArrayList far;
        FakeAgent here(guarded("near", "laptop", near));
        FakeAgent there(guarded("far", "laptop", far), QHostAddress(u"127.0.1.1"_qs), here.peer().port);
        Office office(here.peer().port);
        const QString id = office.keep("near", {u"127.0.0.0/24"_qs});
        office.see(u"127.0.0.1"_qs, mac);
        office.tick();
        QVERIFY(office.tells(1));
        // It is carried into the other network, and something else has its former address.
        office.see(u"127.0.1.1"_qs, mac);
        office.see(u"127.0.0.1"_qs, u"48:8F:5A:00:00:02"_qs);
        office.bench.clock.advance(62s);
        office.keep("far", {u"127.0.1.0/24"_qs});
        QVERIFY(QTest::qWaitFor([&] { return office.tick(), far.contains("far"); }, patience));
        QVERIFY(office.tellsInTime(3));
        QVERIFY2(!far.contains("near"), far.join(' ').constData());
        // Nor is it said any more where it is for other networks since.
        SetCredential moved;
        moved.id = id;
        moved.displayName = u"near"_qs;
        moved.networks = QStringList{u"10.0.0.0/8"_qs};
        QVERIFY(nettest::asked(office.credentials, &Credentials::set, moved));
        // What was under way comes to its end.
        int questions = -1;
        int quiet = 0;
        QVERIFY(QTest::qWaitFor(
            [&] {
                quiet = std::exchange(questions, here.questions()) == here.questions() ? quiet + 1 : 0;
                return quiet > 20;
            },
            patience));
        const int others = there.questions();
        office.bench.clock.advance(62s);
        QTRY_VERIFY_WITH_TIMEOUT(there.questions() > others, patience);
        QCOMPARE(here.questions(), questions);
    }

    void onlyTickedNetworksAreAsked()
    {
        QByteArrayList heard;
        FakeAgent agent(guarded("public", "nas", heard), QHostAddress(u"127.0.2.1"_qs));
        Office office(agent.peer().port);
        const QString credential = office.keep("public");
        office.see(u"127.0.2.1"_qs);
        office.bench.clock.advance(2min);
        QCoreApplication::processEvents();
        QCOMPARE(agent.questions(), 0);
        QCOMPARE(office.test(credential, u"127.0.2.1"_qs).error().code, ErrorCode::Forbidden);
        QCOMPARE(office.test(credential, u"nas; reboot"_qs).error().code, ErrorCode::Invalid);
        QCOMPARE(office.test(u"c-none"_qs, u"127.0.0.1"_qs).error().code, ErrorCode::NotFound);
        QCOMPARE(agent.questions(), 0);
    }

    void whoIsIgnoredOrUntickedIsLeftAlone()
    {
        QByteArrayList heard;
        FakeAgent agent(guarded("public", "nas", heard));
        Office office(agent.peer().port);
        office.keep("public");
        const QString id = office.see(u"127.0.0.1"_qs);
        office.tick();
        QVERIFY(office.tells(1));
        SetDevices ignore;
        ignore.ids = {id};
        ignore.standing = Standing::Ignored;
        QVERIFY(office.devices->set(id, ignore, u"Dana"_qs));
        const int questions = agent.questions();
        office.bench.clock.advance(2min);
        QCoreApplication::processEvents();
        QCOMPARE(agent.questions(), questions);
        ignore.standing = Standing::Approved;
        QVERIFY(office.devices->set(id, ignore, u"Dana"_qs));
        office.tick();
        QVERIFY(office.tells(2));
        QVERIFY(nettest::asked(*office.grounds, &Grounds::remove, RemoveScope{u"127.0.0.0/24"_qs}));
        const int later = agent.questions();
        office.bench.clock.advance(2min);
        QCoreApplication::processEvents();
        QCOMPARE(agent.questions(), later);
    }

    void whoeverIsStoppedSaysNothing()
    {
        bool isAsked = false;
        FakeAgent agent([&](const FakeAgent::Question &question) {
            isAsked = true;
            return FakeAgent::told(question, called("nas"));
        });
        Office office(agent.peer().port);
        office.keep("public");
        office.see(u"127.0.0.1"_qs);
        office.tick();
        QTRY_VERIFY_WITH_TIMEOUT(isAsked, patience);
        office.surveyor->stop();
        office.bench.clock.advance(2min);
        QCoreApplication::processEvents();
        QVERIFY(office.told.isEmpty());
        office.surveyor->start();
        office.tick();
        QVERIFY(office.tells(1));
    }

    void whatAHostileAgentSaysIsBoundedAndKept()
    {
        const QByteArray hostile =
            QByteArray("<script>alert(1)</script>\x1b[31m\xe2\x80\xae", 33).repeated(900);
        FakeAgent agent([&](const FakeAgent::Question &question) {
            QMap<Oid, QByteArray> table{{sysDescr, hostile}};
            if (question.oid.size() > 6 && question.oid.at(6) != 1)
                return FakeAgent::told(question, {});
            // A datagram holds one of them.
            for (const quint32 which : {4U, 5U, 6U})
                table.insert({1, 3, 6, 1, 2, 1, 1, which, 0}, hostile.left(4096));
            return FakeAgent::told(question, table);
        });
        Office office(agent.peer().port);
        office.keep("public");
        const QString id = office.see(u"127.0.0.1"_qs);
        office.tick();
        QVERIFY(office.tells(1));
        const SystemFacts system = *office.known(id).system;
        QVERIFY(system.description.size() <= 1024 && system.name.size() <= 256);
        for (const QString &text : {system.description, system.name, system.location, system.contact}) {
            QVERIFY(text.startsWith(u"<script>")); // as text it may be read
            QVERIFY(std::all_of(text.begin(), text.end(), [](QChar letter) { return letter.isPrint(); }));
        }
        office.surveyor.reset();
        QCOMPARE(office.publisher.refused, QStringList());
        office.reopen();
        QCOMPARE(office.known(id).system->description, system.description);
    }
};

QTEST_GUILESS_MAIN(SurveyorTest)
#include "surveyortest.moc"
