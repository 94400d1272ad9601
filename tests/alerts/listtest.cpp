// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/alertlist.h"
#include "domain/alerts/history.h"

#include <QElapsedTimer>
#include <QTest>

using namespace alerts;

namespace {
Kept kept(qint64 number, int severity, AlertState state = AlertState::Open)
{
    static const QDateTime start = QDateTime::fromString(u"2026-11-20T12:00:00Z"_qs, Qt::ISODate);
    Kept out;
    out.number = number;
    out.shown.id = alertId(number);
    out.shown.fingerprint = u"f%1"_qs.arg(number);
    out.shown.title = u"Device %1 does not answer"_qs.arg(number);
    out.shown.severity = severity;
    out.shown.subjectId = u"d-%1"_qs.arg(number % 100);
    out.shown.source = number % 2 == 0 ? u"even"_qs : u"odd"_qs;
    out.shown.labels = {{u"site"_qs, number % 3 == 0 ? u"north"_qs : u"south"_qs}};
    out.shown.state = state;
    out.shown.raisedAt = out.shown.lastAt = out.restlessAt = start.addSecs(number);
    if (state == AlertState::Resolved)
        out.shown.resolvedAt = start.addSecs(number + 60);
    return out;
}

bool everybody(const Alert &) { return true; }

QStringList idsOf(const core::Result<ListAlerts::Reply> &reply)
{
    QStringList out;
    if (reply) {
        for (const Alert &alert : reply->alerts)
            out << alert.id;
    }
    return out;
}
} // namespace

/// Alerts by page, in order.
class ListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void orders()
    {
        Shelf shelf;
        shelf.put(kept(1, 5));
        shelf.put(kept(2, 9));
        shelf.put(kept(3, 9));
        shelf.put(kept(4, 10, AlertState::Resolved));
        shelf.put(kept(5, 3, AlertState::Acknowledged));
        ListAlerts asked;
        QCOMPARE(idsOf(pageOf(shelf, asked, everybody)),
                 (QStringList{u"A-3"_qs, u"A-2"_qs, u"A-1"_qs, u"A-5"_qs}));
        asked.states = {AlertState::Open, AlertState::Resolved};
        QCOMPARE(idsOf(pageOf(shelf, asked, everybody)),
                 (QStringList{u"A-3"_qs, u"A-2"_qs, u"A-1"_qs, u"A-4"_qs}));
        asked.order = AlertOrder::Oldest;
        QCOMPARE(idsOf(pageOf(shelf, asked, everybody)),
                 (QStringList{u"A-1"_qs, u"A-2"_qs, u"A-3"_qs, u"A-4"_qs}));
        asked.order = AlertOrder::Newest;
        asked.limit = 2;
        asked.offset = 1;
        QCOMPARE(idsOf(pageOf(shelf, asked, everybody)), (QStringList{u"A-3"_qs, u"A-2"_qs}));
        asked.offset = 100;
        QCOMPARE(idsOf(pageOf(shelf, asked, everybody)), QStringList());
        QCOMPARE(pageOf(shelf, asked, everybody)->count, 4);
    }

    void thoseOfATime()
    {
        Shelf shelf;
        shelf.put(kept(10, 5));
        shelf.put(kept(100, 5, AlertState::Resolved));
        shelf.put(kept(200, 5, AlertState::Acknowledged));
        const QDateTime start = shelf.find(10)->shown.raisedAt.addSecs(-10);
        const auto between = [&](int from, int to) {
            ListAlerts asked;
            asked.states = {AlertState::Open, AlertState::Acknowledged, AlertState::Resolved};
            asked.order = AlertOrder::Oldest;
            asked.from = start.addSecs(from);
            asked.to = start.addSecs(to);
            return idsOf(pageOf(shelf, asked, everybody));
        };
        QCOMPARE(between(0, 9), QStringList());
        QCOMPARE(between(10, 10), (QStringList{u"A-10"_qs}));
        QCOMPARE(between(160, 199), (QStringList{u"A-10"_qs, u"A-100"_qs}));
        QCOMPARE(between(161, 300), (QStringList{u"A-10"_qs, u"A-200"_qs}));
    }

    void thoseOfNoDevice()
    {
        Shelf shelf;
        Kept own = kept(1, 5);
        own.shown.subjectId.clear();
        shelf.put(own);
        shelf.put(kept(2, 5));
        ListAlerts asked;
        asked.isAboutDevice = false;
        QCOMPARE(idsOf(pageOf(shelf, asked, everybody)), (QStringList{u"A-1"_qs}));
        asked.isAboutDevice = true;
        QCOMPARE(idsOf(pageOf(shelf, asked, everybody)), (QStringList{u"A-2"_qs}));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("count");
        QTest::newRow("source") << u"source"_qs << u"even"_qs << 50;
        QTest::newRow("subject") << u"subject"_qs << u"d-7"_qs << 1;
        QTest::newRow("words") << u"text"_qs << u"DEVICE 17"_qs << 1;
        QTest::newRow("label") << u"text"_qs << u"north"_qs << 33;
        QTest::newRow("number") << u"text"_qs << u"a-42"_qs << 1;
        QTest::newRow("matchers") << u"matchers"_qs << u"site=north,source!~\"od.\""_qs << 16;
        QTest::newRow("bad matchers") << u"matchers"_qs << u"site"_qs << -1;
    }
    void filters()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        Shelf shelf;
        for (int i = 1; i <= 100; ++i)
            shelf.put(kept(i, 5));
        ListAlerts asked;
        asked.limit = 1000;
        (field == u"source"    ? asked.source
         : field == u"subject" ? asked.subjectId
         : field == u"text"    ? asked.text
                               : asked.matchers) = value;
        const auto page = pageOf(shelf, asked, everybody);
        QTEST(page ? page->count : -1, "count");
    }

    void aHundredThousandAreListedByPage()
    {
        constexpr int all = 100'000;
        Shelf shelf;
        QElapsedTimer timer;
        timer.start();
        for (int i = 1; i <= all; ++i)
            shelf.put(kept(i, i % 10 + 1, i % 10 == 0 ? AlertState::Open : AlertState::Resolved));
        qInfo("%d put in %lld ms", all, static_cast<long long>(timer.restart()));
        ListAlerts asked;
        QCOMPARE(pageOf(shelf, asked, everybody)->count, all / 10);
        qInfo("the first page of what is open: %lld ms", static_cast<long long>(timer.restart()));
        asked.states = {AlertState::Open, AlertState::Resolved};
        asked.offset = all / 2;
        const auto page = pageOf(shelf, asked, everybody);
        qInfo("a page amid all: %lld ms", static_cast<long long>(timer.restart()));
        QCOMPARE(page->count, all);
        QCOMPARE(page->alerts.size(), 100);
        // Page by page it is the whole, once each, in order.
        asked.limit = 1000;
        QSet<QString> seen;
        for (asked.offset = 0; asked.offset < all; asked.offset += 20'000) {
            for (const QString &id : idsOf(pageOf(shelf, asked, everybody)))
                seen.insert(id);
        }
        QCOMPARE(seen.size(), 5000);
        timer.restart();
        AlertHistory history;
        history.from = QDateTime::fromMSecsSinceEpoch(0);
        history.to = history.from.addYears(100);
        const auto figures = historyOf(shelf, history, everybody);
        qInfo("history: %lld ms", static_cast<long long>(timer.elapsed()));
        QCOMPARE(figures.all.raised, all);
        QCOMPARE(figures.all.toResolve, std::optional(60.0));
        QCOMPARE(figures.subjects, 100);
    }
};

QTEST_GUILESS_MAIN(ListTest)
#include "listtest.moc"
