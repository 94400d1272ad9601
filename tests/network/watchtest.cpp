// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/watch.h"

#include <QTest>

using network::State;
using network::Watch;
using std::chrono::milliseconds;

namespace {
/// Rounds of probes, ten seconds apart.
struct Rounds
{
    Watch watch;
    milliseconds now{1000};
    QStringList silent; ///< those that do not answer
    QStringList asked;

    void follow(const QStringList &ids, bool isExpectedUp = true)
    {
        for (const QString &id : ids) {
            watch.follow(id, State::Unknown, isExpectedUp);
            asked << id;
        }
    }
    /// What was said in a round, as "id: state" with the cause behind it.
    QStringList round()
    {
        now += std::chrono::seconds(10);
        for (const QString &id : asked) {
            // One after the other, as packets come in.
            now += milliseconds(1);
            if (silent.contains(id))
                watch.missed(id, now);
            else
                watch.answered(id, now);
        }
        return said(watch.decide(now));
    }
    QStringList rounds(int count)
    {
        QStringList out;
        for (int i = 0; i < count; ++i)
            out << round();
        return out;
    }
    static QStringList said(const QList<Watch::Verdict> &verdicts)
    {
        QStringList out;
        for (const Watch::Verdict &each : verdicts) {
            QString line =
                each.id + u": "_qs + QString::fromLatin1(core::Words<State>::list.at(size_t(each.state)));
            if (each.isFlapping)
                line += u" flapping"_qs;
            if (!each.cause.isEmpty())
                line += u" behind "_qs + each.cause;
            out << line;
        }
        return out;
    }
};
} // namespace

/// How devices are, by what answers.
class WatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void upAtOnceAndDownAfterThree()
    {
        Rounds rounds;
        rounds.follow({u"a"_qs});
        QCOMPARE(rounds.round(), QStringList{u"a: up"_qs});
        rounds.silent << u"a"_qs;
        QCOMPARE(rounds.rounds(2), QStringList());
        QCOMPARE(rounds.round(), QStringList{u"a: down"_qs});
        QCOMPARE(rounds.rounds(5), QStringList());
        rounds.silent.clear();
        QCOMPARE(rounds.round(), QStringList{u"a: up"_qs});
    }

    void aLostPacketIsNothing()
    {
        Rounds rounds;
        rounds.follow({u"a"_qs});
        rounds.round();
        for (int i = 0; i < 10; ++i) {
            rounds.silent = {u"a"_qs};
            QCOMPARE(rounds.rounds(2), QStringList());
            rounds.silent.clear();
            QCOMPARE(rounds.round(), QStringList());
        }
    }

    void whoIsNotExpectedIsAway()
    {
        Rounds rounds;
        rounds.follow({u"phone"_qs}, false);
        rounds.silent << u"phone"_qs;
        QCOMPARE(rounds.rounds(3), QStringList{u"phone: away"_qs});
        rounds.watch.follow(u"phone"_qs, State::Unknown, true);
        QCOMPARE(rounds.round(), QStringList{u"phone: down"_qs});
    }

    void whatStandsBehindIsUnreachable()
    {
        Rounds rounds;
        // Asked before what they are joined by, so that they miss first.
        rounds.follow({u"pc1"_qs, u"pc2"_qs, u"switch"_qs, u"router"_qs, u"other"_qs});
        rounds.watch.setParents({{u"pc1"_qs, u"switch"_qs},
                                 {u"pc2"_qs, u"hub"_qs},
                                 {u"hub"_qs, u"switch"_qs},
                                 {u"switch"_qs, u"router"_qs},
                                 {u"other"_qs, u"router"_qs}});
        QCOMPARE(rounds.round().size(), 5);
        rounds.silent = {u"pc1"_qs, u"pc2"_qs, u"switch"_qs};
        QCOMPARE(rounds.rounds(2), QStringList());
        QCOMPARE(rounds.round(), (QStringList{u"switch: down"_qs, u"pc1: unreachable behind switch"_qs,
                                              u"pc2: unreachable behind switch"_qs}));
        QCOMPARE(rounds.rounds(10), QStringList());
        rounds.silent = {u"pc2"_qs};
        QCOMPARE(rounds.round(), (QStringList{u"switch: up"_qs, u"pc1: up"_qs}));
        // Its own fault, now that there is a way to it again.
        QCOMPARE(rounds.rounds(2), QStringList());
        QCOMPARE(rounds.round(), QStringList{u"pc2: down"_qs});
    }

    void onlyOneIsTheRoot()
    {
        Rounds rounds;
        rounds.follow({u"pc"_qs, u"access"_qs, u"core"_qs});
        rounds.watch.setParents({{u"pc"_qs, u"access"_qs}, {u"access"_qs, u"core"_qs}});
        rounds.round();
        rounds.silent = rounds.asked;
        QCOMPARE(rounds.rounds(4), (QStringList{u"core: down"_qs, u"access: unreachable behind core"_qs,
                                                u"pc: unreachable behind access"_qs}));
    }

    void whoWasDownBeforeStaysDown()
    {
        Rounds rounds;
        rounds.follow({u"pc"_qs, u"switch"_qs});
        rounds.watch.setParents({{u"pc"_qs, u"switch"_qs}});
        rounds.round();
        rounds.silent = {u"pc"_qs};
        QCOMPARE(rounds.rounds(3), QStringList{u"pc: down"_qs});
        rounds.silent = {u"pc"_qs, u"switch"_qs};
        QCOMPARE(rounds.rounds(4), QStringList{u"switch: down"_qs});
        rounds.silent = {u"pc"_qs};
        QCOMPARE(rounds.rounds(4), QStringList{u"switch: up"_qs});
    }

    void aParentThatIsAskedLaterIsWaitedFor()
    {
        Watch watch;
        watch.follow(u"pc"_qs, State::Up, true);
        watch.follow(u"switch"_qs, State::Up, true);
        watch.setParents({{u"pc"_qs, u"switch"_qs}});
        watch.answered(u"switch"_qs, milliseconds(500));
        for (int i = 1; i <= 3; ++i)
            watch.missed(u"pc"_qs, milliseconds(1000 * i));
        QVERIFY(watch.decide(milliseconds(3000)).isEmpty());
        watch.answered(u"switch"_qs, milliseconds(3500));
        QCOMPARE(Rounds::said(watch.decide(milliseconds(3500))), QStringList{u"pc: down"_qs});
    }

    void comingAndGoingIsFlapping()
    {
        Rounds rounds;
        rounds.follow({u"a"_qs});
        rounds.round();
        QStringList said;
        for (int i = 0; i < 4; ++i) {
            rounds.silent = {u"a"_qs};
            said << rounds.rounds(3);
            rounds.silent.clear();
            said << rounds.round();
        }
        QCOMPARE(said.mid(5), (QStringList{u"a: up"_qs, u"a: down flapping"_qs, u"a: up flapping"_qs}));
        QCOMPARE(rounds.rounds(58), QStringList());
        QCOMPARE(rounds.rounds(3), QStringList{u"a: up"_qs});
    }

    void circlesAndStrangersDoNoHarm()
    {
        Rounds rounds;
        rounds.follow({u"a"_qs, u"b"_qs});
        rounds.watch.setParents({{u"a"_qs, u"b"_qs}, {u"b"_qs, u"a"_qs}, {u"c"_qs, u"c"_qs}});
        rounds.watch.answered(u"nobody"_qs, milliseconds(1));
        rounds.watch.missed(u"nobody"_qs, milliseconds(1));
        rounds.round();
        rounds.silent = rounds.asked;
        QVERIFY(rounds.rounds(6).size() <= 2);
        rounds.watch.leave(u"a"_qs);
        rounds.asked.removeAll(u"a"_qs);
        rounds.silent.clear();
        QVERIFY(rounds.rounds(2).size() <= 1);
    }
};

QTEST_GUILESS_MAIN(WatchTest)
#include "watchtest.moc"
