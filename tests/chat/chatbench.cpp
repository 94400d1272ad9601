// SPDX-License-Identifier: GPL-3.0-or-later
#include "club.h"
#include "plainsqlite.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

using namespace chat;
using chattest::Club;
using chattest::general;
using chattest::PlainSqlite;

namespace {
/// Words as people use them: few often, many seldom.
QString sentence(QRandomGenerator &random)
{
    static const QStringList common{u"the"_qs,    u"printer"_qs, u"is"_qs,     u"down"_qs,    u"again"_qs,
                                    u"switch"_qs, u"rack"_qs,    u"please"_qs, u"look"_qs,    u"at"_qs,
                                    u"this"_qs,   u"restart"_qs, u"alert"_qs,  u"network"_qs, u"slow"_qs,
                                    u"since"_qs,  u"cable"_qs,   u"works"_qs};
    QStringList words;
    for (int i = 0; i < 8; ++i)
        words << common.at(int(random.bounded(quint32(common.size()))));
    words << QStringLiteral("host%1").arg(random.bounded(5000))
          << QStringLiteral("10.%1.%2.%3")
                 .arg(random.bounded(4))
                 .arg(random.bounded(256))
                 .arg(random.bounded(256));
    return words.join(u' ');
}

core::ChatDraft draftOf(int number, QRandomGenerator &random, const QDateTime &start)
{
    Message message;
    message.id = QStringLiteral("m-%1").arg(number);
    message.roomName = number % 4 == 0 ? general : QStringLiteral("room %1").arg(number % 50);
    message.userId = QStringLiteral("u-%1").arg(number % 97);
    message.userName = QStringLiteral("Person %1").arg(number % 97);
    message.message = sentence(random);
    message.timestamp = start.addSecs(number * 20LL);
    return {
        {message.id, message.roomName, message.timestamp, message.userId, core::Payload(message).text(), {}},
        number % 10 == 1 ? QStringList() : QStringList{core::ChatStore::everybody()},
        {},
        std::nullopt};
}
/// Milliseconds in which SQLite by itself keeps as many.
qint64 plainly(int together, int times)
{
    PlainSqlite plain;
    QRandomGenerator random(7);
    QList<core::ChatLine> lines;
    for (int number = 0; number < together * times; ++number)
        lines << draftOf(number, random, QDateTime::currentDateTimeUtc()).line;
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; round < times; ++round) {
        if (!plain.keep(lines.mid(round * together, together)))
            return 0;
    }
    return timer.elapsed();
}
} // namespace

/// Prints how fast chat is, beside SQLite; asserts what it does.
class ChatBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Many senders, each of whom waits for the answer before the next message.
    void messagesASecond()
    {
        constexpr int senders = 500;
        constexpr int each = 40;
        std::function<void(int, int)> sendNext; // outlives what calls it
        Club club;
        for (int sender = 0; sender < senders; ++sender)
            club.add(quint64(100 + sender), QStringLiteral("p%1").arg(sender), core::Role::Viewer);
        int answered = 0;
        int failed = 0;
        sendNext = [&](int sender, int left) {
            if (left == 0)
                return;
            const core::Command command =
                club.by(quint64(100 + sender),
                        Send{general,
                             QStringLiteral("message %1 of %2: the printer is back").arg(left).arg(sender),
                             MessageType::Text,
                             {}});
            club.service->send(command).then(club.service.get(), [&, sender, left](const core::Reply &reply) {
                ++answered;
                failed += reply ? 0 : 1;
                // Off this stack: answers come in hundreds.
                QMetaObject::invokeMethod(
                    club.service.get(), [&, sender, left] { sendNext(sender, left - 1); },
                    Qt::QueuedConnection);
            });
        };
        // Each may send 20 at once, and gains 5 a second: the clock stands still, so it is moved.
        QElapsedTimer timer;
        timer.start();
        for (int sender = 0; sender < senders; ++sender)
            sendNext(sender, each / 2);
        while (answered < senders * each / 2)
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        club.bench.clock.advance(std::chrono::seconds(5));
        for (int sender = 0; sender < senders; ++sender)
            sendNext(sender, each / 2);
        while (answered < senders * each)
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        const qint64 spent = timer.elapsed();
        QCOMPARE(failed, 0);
        const qint64 plain = plainly(senders, each);
        QVERIFY(plain > 0);
        qInfo("%d senders: %d durable messages in %lld ms, %lld a second; SQLite by itself, %d in a "
              "transaction, takes %lld ms: %.1f times as long",
              senders, senders * each, spent, senders * each * 1000LL / std::max<qint64>(spent, 1), senders,
              plain, double(spent) / double(plain));
    }

    void searchInAMillion()
    {
        const int count = qEnvironmentVariableIntValue("BELFRY_CHAT_LINES") > 0
                              ? qEnvironmentVariableIntValue("BELFRY_CHAT_LINES")
                              : 1'000'000;
        Club club;
        core::ChatStore &store = club.bench.store->chat();
        QRandomGenerator random(7);
        const QDateTime start = club.bench.clock.now().addYears(-1);
        QElapsedTimer timer;
        timer.start();
        QList<QFuture<core::Result<void>>> waiting;
        for (int number = 0; number < count; ++number) {
            waiting << store.append(draftOf(number, random, start));
            if (waiting.size() == 10'000) {
                for (const auto &one : std::as_const(waiting))
                    QVERIFY(support::awaited(one));
                waiting.clear();
            }
        }
        for (const auto &one : std::as_const(waiting))
            QVERIFY(support::awaited(one));
        qInfo("%d messages kept and indexed in %lld ms", count, timer.restart());
        struct Asked
        {
            const char *name;
            core::ChatSearch search;
        };
        core::ChatSearch common{u"printer"_qs, {core::ChatStore::everybody()}};
        core::ChatSearch two{u"printer down"_qs, {core::ChatStore::everybody()}};
        core::ChatSearch rare{u"host4711"_qs, {core::ChatStore::everybody()}};
        core::ChatSearch never{u"printer nowhere"_qs, {core::ChatStore::everybody()}};
        core::ChatSearch begun{u"hos"_qs, {core::ChatStore::everybody()}};
        core::ChatSearch address{u"10.3.200.1"_qs, {core::ChatStore::everybody()}};
        core::ChatSearch inRoom{u"printer again"_qs, {}, {u"room 13"_qs}};
        core::ChatSearch byAuthor{u"cable"_qs, {core::ChatStore::everybody()}, {}, u"u-13"_qs};
        core::ChatSearch old{u"switch"_qs, {core::ChatStore::everybody()}};
        old.from = start.addDays(30);
        old.to = start.addDays(31);
        for (const Asked &asked : {Asked{"a common word", common},
                                   {"two common words", two},
                                   {"a rare word", rare},
                                   {"words that are never together", never},
                                   {"a beginning", begun},
                                   {"an address", address},
                                   {"in one room", inRoom},
                                   {"of one author", byAuthor},
                                   {"on one day last year", old}}) {
            qint64 worst = 0;
            qsizetype found = 0;
            for (int round = 0; round < 5; ++round) {
                timer.restart();
                const auto page = support::awaited(store.search(asked.search));
                QVERIFY(page);
                worst = std::max(worst, timer.nsecsElapsed() / 1000);
                found = page->lines.size();
            }
            qInfo("search for %s: at most %.1f ms, %lld found", asked.name, double(worst) / 1000,
                  qint64(found));
        }
        PlainSqlite plain;
        QRandomGenerator again(7);
        for (int number = 0; number < count;) {
            QStringList texts;
            for (; texts.size() < 10'000 && number < count; ++number)
                texts << sentence(again);
            QVERIFY(plain.index(texts));
        }
        for (const char *words : {"printer*", "printer* down*", "host4711*"}) {
            qint64 worst = 0;
            int found = 0;
            for (int round = 0; round < 5; ++round) {
                timer.restart();
                found = plain.find(QString::fromLatin1(words));
                worst = std::max(worst, timer.nsecsElapsed() / 1000);
            }
            qInfo("FTS5 by itself, numbers only, for %s: at most %.1f ms, %d found", words,
                  double(worst) / 1000, found);
        }
        timer.restart();
        core::ChatPageQuery page;
        page.room = general;
        page.around = QStringLiteral("m-%1").arg(count / 8 * 4);
        QVERIFY(support::awaited(store.page(page)));
        qInfo("a page in the middle: %.1f ms", double(timer.nsecsElapsed()) / 1e6);
    }
};

QTEST_GUILESS_MAIN(ChatBench)
#include "chatbench.moc"
