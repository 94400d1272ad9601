// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

#include <QTest>

using namespace alerts;
using alerttest::Office;
using core::ErrorCode;
using namespace std::chrono_literals;

namespace {
QStringList idsOf(const QList<Alert> &alerts)
{
    QStringList out;
    for (const Alert &alert : alerts)
        out << alert.id;
    return out;
}
} // namespace

/// Alerts that are raised, looked after, resolved and come back; what is a part of what; all of it kept.
class BookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameIsOne()
    {
        Office office;
        QVERIFY(office.take({Office::down(u"d-1"_qs)}));
        QVERIFY(office.take({Office::down(u"d-1"_qs), Office::down(u"d-2"_qs)}));
        Condition worse = Office::down(u"d-1"_qs);
        worse.severity = 9;
        QVERIFY(office.take({worse}));
        const auto page = office.list();
        QCOMPARE(idsOf(page.alerts), (QStringList{u"A-1"_qs, u"A-2"_qs}));
        QCOMPARE(page.alerts.first().occurrences, 3);
        QCOMPARE(page.alerts.first().severity, 9);
        QCOMPARE(page.counts.critical, 1);
        QCOMPARE(page.counts.high, 1);
        QCOMPARE(office.deeds(u"A-1"_qs), (QStringList{u"raised"_qs, u"changed"_qs}));
        QCOMPARE(office.list({}, u"guest"_qs).count, 2);
        office.hidden = {u"d-1"_qs};
        QCOMPARE(idsOf(office.list({}, u"guest"_qs).alerts), QStringList{u"A-2"_qs});
        QCOMPARE(office.ask(&Book::get, GetAlert{u"A-1"_qs}, u"guest"_qs).error().code, ErrorCode::NotFound);
        QCOMPARE(
            office.ask(&Book::acknowledge, AcknowledgeAlerts{{u"A-2"_qs, u"A-1"_qs}, {}, {}}, u"guest"_qs)
                .error()
                .code,
            ErrorCode::NotFound);
        QCOMPARE(office.alert(u"A-2"_qs).state, AlertState::Open);
    }

    void comesBackOrIsAnother()
    {
        Office office;
        QVERIFY(office.take({Office::down(u"d-1"_qs)}));
        QVERIFY(office.take({Office::down(u"d-1"_qs, false)}));
        QVERIFY(office.take({Office::down(u"d-1"_qs, false)}));
        QCOMPARE(office.alert(u"A-1"_qs).state, AlertState::Resolved);
        QVERIFY(office.list().alerts.isEmpty());
        office.pass(30min, 60s);
        QVERIFY(office.take({Office::down(u"d-1"_qs)}));
        QCOMPARE(office.alert(u"A-1"_qs).state, AlertState::Open);
        QCOMPARE(office.alert(u"A-1"_qs).reopenings, 1);
        QVERIFY(office.take({Office::down(u"d-1"_qs, false)}));
        office.pass(31min, 60s);
        QVERIFY(office.take({Office::down(u"d-1"_qs)}));
        QCOMPARE(idsOf(office.list().alerts), QStringList{u"A-2"_qs});
        QCOMPARE(office.deeds(u"A-1"_qs),
                 (QStringList{u"raised"_qs, u"resolved"_qs, u"reopened"_qs, u"resolved"_qs}));
        // What is another now cannot be opened as well.
        QCOMPARE(office.ask(&Book::reopen, ReopenAlerts{{u"A-1"_qs}, {}}).error().code, ErrorCode::Conflict);
    }

    /// Who tells of it again and again may stop doing so.
    void lapsesUnlessToldAgain()
    {
        Office office;
        const QDateTime begun = office.bench.clock.now();
        const auto told = [&] {
            Condition condition = Office::down(u"d-1"_qs);
            condition.at = begun;
            condition.lapsesAt = office.bench.clock.now().addSecs(60);
            return office.take({condition});
        };
        QVERIFY(told());
        office.pass(50s, 10s);
        QVERIFY(told());
        office.pass(50s, 10s);
        office.restart();
        QCOMPARE(office.alert(u"A-1"_qs).state, AlertState::Open);
        QCOMPARE(office.alert(u"A-1"_qs).occurrences, 1);
        office.pass(20s, 10s);
        QCOMPARE(office.alert(u"A-1"_qs).state, AlertState::Resolved);
        QCOMPARE(office.alert(u"A-1"_qs).resolvedAt, begun.addSecs(110));
        QVERIFY(told());
        QCOMPARE(office.alert(u"A-1"_qs).state, AlertState::Open);
        QCOMPARE(office.deeds(u"A-1"_qs), (QStringList{u"raised"_qs, u"resolved"_qs, u"reopened"_qs}));
    }
    /// One that began long ago and is heard of only now has not been waited for.
    void isNotEscalatedForThePast()
    {
        Office office;
        Condition old = Office::down(u"d-1"_qs);
        old.severity = 9;
        old.at = office.bench.clock.now().addDays(-1);
        QVERIFY(office.take({old}));
        office.pass(2s);
        QCOMPARE(office.alert(u"A-1"_qs).level, 0);
        QCOMPARE(office.alert(u"A-1"_qs).raisedAt, old.at);
    }

    /// A quarter of an hour without anybody is one, whatever the clock says meanwhile.
    void theClockIsSet()
    {
        Office office;
        const auto level = [&office] { return office.alert(u"A-1"_qs).level; };
        const QDateTime begun = office.bench.clock.now();
        QVERIFY(office.take({Office::down(u"d-1"_qs)}));
        office.pass(10min, 60s);
        office.bench.clock.jump(2h);
        // What comes at once is of the new time already.
        QVERIFY(office.take({Office::down(u"d-2"_qs)}));
        office.pass(4min, 60s);
        QCOMPARE(level(), 0);
        office.pass(1min, 60s);
        QCOMPARE(level(), 1);
        QCOMPARE(office.alert(u"A-2"_qs).level, 0);
        office.pass(10min, 60s);
        QCOMPARE(office.alert(u"A-2"_qs).level, 1);
        office.bench.clock.jump(-3h);
        office.pass(4min, 60s);
        QCOMPARE(level(), 1);
        office.pass(1min, 60s);
        QCOMPARE(level(), 2);
        QCOMPARE(office.alert(u"A-1"_qs).raisedAt, begun);
        // While nobody ran, too.
        QVERIFY(office.take({Office::down(u"d-3"_qs)}));
        office.pass(1min, 60s);
        office.bench.clock.jump(-1h);
        office.restart();
        office.pass(14min, 60s);
        QCOMPARE(office.alert(u"A-3"_qs).level, 0);
        office.pass(1min, 60s);
        QCOMPARE(office.alert(u"A-3"_qs).level, 1);
    }

    /// What is told again and again is not over because the clock was set, nor so for ever.
    void lapsesByTheTimeThatPassed()
    {
        Office office;
        Condition condition = Office::down(u"d-1"_qs);
        condition.lapsesAt = office.bench.clock.now().addSecs(300);
        QVERIFY(office.take({condition}));
        office.pass(2min, 10s);
        office.bench.clock.jump(1h);
        office.pass(2min, 10s);
        QCOMPARE(office.alert(u"A-1"_qs).state, AlertState::Open);
        office.bench.clock.jump(-24h);
        office.pass(10s, 10s);
        office.restart();
        office.pass(40s, 10s);
        QCOMPARE(office.alert(u"A-1"_qs).state, AlertState::Open);
        office.pass(10s, 10s);
        QCOMPARE(office.alert(u"A-1"_qs).state, AlertState::Resolved);
    }

    void peopleSeeToIt()
    {
        Office office;
        QVERIFY(office.take({Office::down(u"d-1"_qs), Office::down(u"d-2"_qs)}));
        const QDateTime until = office.bench.clock.now().addSecs(3600);
        const auto reply =
            office.ask(&Book::acknowledge, AcknowledgeAlerts{{u"A-1"_qs, u"a-2"_qs}, u"I look"_qs, until});
        QVERIFY(reply);
        const Alert alert = reply->as<AlertsChanged>()->alerts.first();
        QCOMPARE(alert.state, AlertState::Acknowledged);
        QCOMPARE(alert.acknowledgement->by, u"dana"_qs);
        QCOMPARE(alert.acknowledgement->note, u"I look"_qs);
        QCOMPARE(alert.acknowledgement->until, until);
        QCOMPARE(office.list().counts.acknowledged, 2);
        QVERIFY(office.ask(&Book::assign, AssignAlerts{{u"A-1"_qs}, u"omar"_qs}));
        QVERIFY(office.ask(&Book::comment, CommentAlert{u"A-1"_qs, u"The fuse."_qs}, u"omar"_qs));
        QVERIFY(office.ask(&Book::unacknowledge, UnacknowledgeAlerts{{u"A-2"_qs}, {}}));
        QVERIFY(office.ask(&Book::resolve, ResolveAlerts{{u"A-2"_qs}, u"New fuse"_qs}));
        office.restart();
        const auto story = office.story(u"A-1"_qs);
        QCOMPARE(story.alert.assignee, u"omar"_qs);
        QCOMPARE(story.alert.comments, 1);
        QCOMPARE(story.alert.acknowledgement->until, until);
        QCOMPARE(office.deeds(u"A-1"_qs), (QStringList{u"raised"_qs, u"acknowledged by dana"_qs,
                                                       u"assigned by dana"_qs, u"commented by omar"_qs}));
        QCOMPARE(story.entries.last().text, u"The fuse."_qs);
        QCOMPARE(office.deeds(u"A-2"_qs),
                 (QStringList{u"raised"_qs, u"acknowledged by dana"_qs, u"unacknowledged by dana"_qs,
                              u"resolved by dana"_qs}));
        QVERIFY(office.ask(&Book::reopen, ReopenAlerts{{u"A-2"_qs}, u"Not yet"_qs}));
        QCOMPARE(office.alert(u"A-2"_qs).state, AlertState::Open);
    }

    void whatCannotBeDoneIsSaid()
    {
        Office office;
        QVERIFY(office.take({Office::down(u"d-1"_qs)}));
        const QDateTime past = office.bench.clock.now().addSecs(-1);
        QCOMPARE(office.ask(&Book::acknowledge, AcknowledgeAlerts{{u"A-1"_qs}, {}, past}).error().code,
                 ErrorCode::Invalid);
        QCOMPARE(office.ask(&Book::acknowledge, AcknowledgeAlerts{{}, {}, {}}).error().code,
                 ErrorCode::Invalid);
        QCOMPARE(office.ask(&Book::acknowledge, AcknowledgeAlerts{{u"A-9"_qs}, {}, {}}).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(office.ask(&Book::unacknowledge, UnacknowledgeAlerts{{u"A-1"_qs}, {}}).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(office.ask(&Book::comment, CommentAlert{u"A-1"_qs, u" "_qs}).error().code,
                 ErrorCode::Invalid);
        QCOMPARE(office.ask(&Book::unfold, UnfoldAlerts{{u"A-1"_qs}}).error().code, ErrorCode::Conflict);
        QCOMPARE(office.ask(&Book::fold, FoldAlerts{{u"A-1"_qs}, u"A-1"_qs}).error().code,
                 ErrorCode::Conflict);
        QVERIFY(office.ask(&Book::resolve, ResolveAlerts{{u"A-1"_qs}, {}}));
        QCOMPARE(office.ask(&Book::resolve, ResolveAlerts{{u"A-1"_qs}, {}}).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(office.ask(&Book::acknowledge, AcknowledgeAlerts{{u"A-1"_qs}, {}, {}}).error().code,
                 ErrorCode::Conflict);
        QCOMPARE(office.deeds(u"A-1"_qs), (QStringList{u"raised"_qs, u"resolved by dana"_qs}));
    }

    void childrenAreFolded_data()
    {
        QTest::addColumn<bool>("isParentFirst");
        QTest::newRow("parent first") << true;
        QTest::newRow("children first") << false;
    }
    void childrenAreFolded()
    {
        QFETCH(bool, isParentFirst);
        Office office;
        QList<Condition> conditions;
        for (int i = 0; i < 48; ++i)
            conditions << Office::down(u"d-%1"_qs.arg(i), true, u"switch"_qs);
        conditions.insert(isParentFirst ? 0 : 48, Office::down(u"switch"_qs));
        QVERIFY(office.take(conditions));
        const auto page = office.list();
        QCOMPARE(page.count, 1);
        QCOMPARE(page.alerts.first().subjectId, u"switch"_qs);
        QCOMPARE(page.alerts.first().children, 48);
        QCOMPARE(page.counts.folded, 48);
        const QString parent = page.alerts.first().id;
        ListAlerts asked;
        asked.foldedInto = parent;
        QCOMPARE(office.list(asked).count, 48);
        asked = {};
        asked.isFlat = true;
        QCOMPARE(office.list(asked).count, 49);
        office.pass(11s);
        QCOMPARE(office.channel.taken.size(), 1);
        QCOMPARE(office.channel.said(), QStringList{parent + u" raised"_qs});
        QCOMPARE(office.channel.taken.first().items.first().children, 48);
        QCOMPARE(office.story(parent).children.size(), 48);
    }

    void theParentComesAndGoes()
    {
        Office office;
        QVERIFY(
            office.take({Office::down(u"switch"_qs), Office::down(u"a"_qs, true, u"switch"_qs),
                         Office::down(u"b"_qs, true, u"switch"_qs), Office::down(u"c"_qs, true, u"a"_qs)}));
        // What is behind what is behind it is a part of it, too.
        QCOMPARE(office.alert(u"A-4"_qs).foldedInto, u"A-2"_qs);
        QCOMPARE(idsOf(office.list().alerts), QStringList{u"A-1"_qs});
        office.pass(11s);
        QVERIFY(office.take({Office::down(u"b"_qs, false, u"switch"_qs), Office::down(u"switch"_qs, false)}));
        QCOMPARE(idsOf(office.list().alerts), QStringList{u"A-2"_qs});
        QCOMPARE(office.alert(u"A-3"_qs).foldedInto, u"A-1"_qs);
        // What is still so is told of only after a while.
        office.pass(110s);
        QVERIFY(!office.channel.said().join(u' ').contains(u"A-2"_qs));
        office.pass(5min, 5s);
        QVERIFY2(office.channel.said().join(u' ').contains(u"A-2 raised"_qs),
                 qPrintable(office.channel.said().join(u'|')));
        QVERIFY(office.take({Office::down(u"switch"_qs)}));
        QCOMPARE(office.alert(u"A-2"_qs).foldedInto, u"A-1"_qs);
        QCOMPARE(idsOf(office.list().alerts), QStringList{u"A-1"_qs});
        office.restart();
        QCOMPARE(idsOf(office.list().alerts), QStringList{u"A-1"_qs});
        QCOMPARE(office.alert(u"A-1"_qs).children, 1);
    }

    void aRingFoldsOnce()
    {
        Office office;
        QVERIFY(office.take({Office::down(u"a"_qs, true, u"b"_qs), Office::down(u"b"_qs, true, u"a"_qs)}));
        QCOMPARE(office.list().count, 1);
        QVERIFY(office.take({Office::down(u"a"_qs, true, u"b"_qs), Office::down(u"b"_qs, true, u"a"_qs)}));
        QCOMPARE(office.list().count, 1);
    }

    void otherTroubleOfTheParentFoldsNothing()
    {
        Office office;
        Condition hot = Office::down(u"switch"_qs);
        hot.source = u"temperature"_qs;
        hot.isOutage = false;
        QVERIFY(office.take({hot, Office::down(u"a"_qs, true, u"switch"_qs)}));
        QCOMPARE(office.list().count, 2);
    }

    void aPersonKnowsBetter()
    {
        Office office;
        QVERIFY(office.take(
            {Office::down(u"switch"_qs), Office::down(u"a"_qs, true, u"switch"_qs), Office::down(u"b"_qs)}));
        QVERIFY(office.ask(&Book::unfold, UnfoldAlerts{{u"A-2"_qs}}));
        QVERIFY(office.take({Office::down(u"a"_qs, true, u"switch"_qs), Office::down(u"switch"_qs)}));
        QCOMPARE(office.alert(u"A-2"_qs).foldedInto, QString());
        QVERIFY(office.ask(&Book::fold, FoldAlerts{{u"A-3"_qs}, u"A-1"_qs}));
        QVERIFY(office.take({Office::down(u"b"_qs)}));
        QCOMPARE(office.alert(u"A-3"_qs).foldedInto, u"A-1"_qs);
        QCOMPARE(office.ask(&Book::fold, FoldAlerts{{u"A-1"_qs}, u"A-3"_qs}).error().code,
                 ErrorCode::Conflict);
        QVERIFY(office.take({Office::down(u"switch"_qs, false)}));
        QCOMPARE(office.alert(u"A-3"_qs).foldedInto, QString());
    }

    void whatIsNotWrittenDidNotHappen()
    {
        Office office;
        QVERIFY(office.take({Office::down(u"d-1"_qs)}));
        office.records->isFailing = true;
        QCOMPARE(office.ask(&Book::acknowledge, AcknowledgeAlerts{{u"A-1"_qs}, {}, {}}).error().code,
                 ErrorCode::Unavailable);
        QCOMPARE(office.alert(u"A-1"_qs).state, AlertState::Open);
        // What is so is so, and is kept as soon as it can be.
        const auto taken = office.book->take({Office::down(u"d-2"_qs)});
        office.bench.clock.advance(3s);
        QCoreApplication::processEvents();
        QVERIFY(!taken.isFinished());
        QCOMPARE(office.list().count, 1);
        const int writes = office.records->writes;
        office.settle();
        QVERIFY(office.records->writes - writes < 10);
        office.records->isFailing = false;
        office.bench.clock.advance(2s);
        QVERIFY(support::awaited(taken));
        QCOMPARE(office.list().count, 2);
        office.restart();
        QCOMPARE(office.list().count, 2);
        QCOMPARE(office.alert(u"A-1"_qs).state, AlertState::Open);
    }

    void numbersAreNeverGivenTwice()
    {
        Office office;
        office.rules.keptFor = 24h;
        office.restart();
        QVERIFY(office.take({Office::down(u"a"_qs), Office::down(u"b"_qs)}));
        QVERIFY(office.take({Office::down(u"a"_qs, false), Office::down(u"b"_qs, false)}));
        office.bench.clock.advance(25h);
        office.settle();
        office.pass(2s);
        QVERIFY(office.book->shelf().all().empty());
        QVERIFY(storetest::wait(office.records->all(u"alert.story.1"_qs))->isEmpty());
        office.restart();
        QVERIFY(office.take({Office::down(u"a"_qs)}));
        QCOMPARE(idsOf(office.list().alerts), QStringList{u"A-3"_qs});
    }

    void history()
    {
        Office office;
        const QDateTime start = office.bench.clock.now();
        QVERIFY(office.take({Office::down(u"a"_qs), Office::down(u"b"_qs)}));
        office.pass(60s, 10s);
        QVERIFY(office.ask(&Book::acknowledge, AcknowledgeAlerts{{u"A-1"_qs}, {}, {}}));
        office.pass(60s, 10s);
        QVERIFY(office.ask(&Book::acknowledge, AcknowledgeAlerts{{u"A-2"_qs}, {}, {}}));
        QVERIFY(office.take({Office::down(u"a"_qs, false)}));
        Condition worse = Office::down(u"a"_qs);
        worse.source = u"other"_qs;
        worse.severity = 9;
        QVERIFY(office.take({worse}));
        office.restart();
        AlertHistory asked;
        asked.from = start;
        asked.to = start.addDays(1);
        const auto reply = office.ask(&Book::history, asked)->as<AlertHistory::Reply>();
        QVERIFY(reply);
        QCOMPARE(reply->all.raised, 3);
        QCOMPARE(reply->all.acknowledged, 2);
        QCOMPARE(reply->all.toAcknowledge, std::optional(90.0));
        QCOMPARE(reply->all.toResolve, std::optional(120.0));
        QCOMPARE(reply->bySeverity.size(), 2);
        QCOMPARE(reply->bySeverity.first().key, u"critical"_qs);
        QCOMPARE(reply->bySeverity.first().toResolve, std::optional<double>());
        QCOMPARE(reply->bySubject.first().key, u"a"_qs);
        QCOMPARE(reply->bySubject.first().raised, 2);
        QCOMPARE(reply->all.ignored, 0);
        // Over before anybody saw to it, and back again.
        Condition noisy = Office::down(u"c"_qs);
        noisy.source = u"noisy"_qs;
        QVERIFY(office.take({noisy}));
        noisy.isFiring = false;
        QVERIFY(office.take({noisy}));
        noisy.isFiring = true;
        QVERIFY(office.take({noisy}));
        const auto bySource = [&] {
            const auto said = office.ask(&Book::history, asked)->as<AlertHistory::Reply>();
            for (const AlertFigures &figures : said->bySource) {
                if (figures.key == u"noisy")
                    return figures;
            }
            return AlertFigures();
        };
        QCOMPARE(bySource().came, 2);
        QCOMPARE(bySource().ignored, 0);
        noisy.isFiring = false;
        QVERIFY(office.take({noisy}));
        QCOMPARE(bySource().ignored, 1);
        QCOMPARE(bySource().raised, 1);
        asked.from = asked.to;
        QCOMPARE(office.ask(&Book::history, asked).error().code, ErrorCode::Invalid);
    }
};

QTEST_GUILESS_MAIN(BookTest)
#include "booktest.moc"
