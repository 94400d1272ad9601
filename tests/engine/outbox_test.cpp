// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fakechannel.h"
#include "engine/outbox.h"

#include <QTest>

class OutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void latestReplacesItself()
    {
        engine::Outbox outbox;
        const core::Topic topic(u"metrics.sampled"_qs);
        QVERIFY(outbox.pushFact(text("old"), 3, topic));
        QVERIFY(outbox.pushFact(text("other"), 3, {}));
        QVERIFY(outbox.pushFact(text("new"), 3, topic));
        QCOMPARE(outbox.size(), size_t(2));
        support::FakeChannel channel({});
        outbox.pump(channel);
        QCOMPARE(channel.take(), QByteArray("other"));
        QCOMPARE(channel.take(), QByteArray("new")); // a client drops what is older than the last it heard
        QCOMPARE(outbox.dropped(), 0);
    }

    void leastImportantGoesFirst()
    {
        engine::Outbox outbox;
        for (size_t i = 0; i < engine::Outbox::mostFacts; ++i)
            QVERIFY(outbox.pushFact(text(QByteArray::number(int(i))), i == 5 ? 2 : 4, {}));
        QVERIFY(outbox.pushFact(text("more"), 5, {}));
        QCOMPARE(outbox.size(), engine::Outbox::mostFacts);
        QCOMPARE(outbox.dropped(), 1);
        QVERIFY(outbox.pushFact(text("unimportant"), 1, {})); // dropped itself
        QCOMPARE(outbox.dropped(), 2);
        support::FakeChannel channel({});
        outbox.pump(channel);
        QByteArrayList all;
        while (channel.waiting() > 0)
            all << channel.take();
        QVERIFY(!all.contains("5") && !all.contains("unimportant") && all.contains("more") &&
                all.contains("0"));
    }

    void tooImportantToDropClosesInstead()
    {
        engine::Outbox outbox;
        for (size_t i = 0; i < engine::Outbox::mostFacts; ++i)
            QVERIFY(outbox.pushFact(text("x"), 9, {}));
        QVERIFY(outbox.pushFact(text("y"), 3, {}));  // the incoming one is droppable
        QVERIFY(!outbox.pushFact(text("z"), 9, {})); // nothing is
    }

    void bytesAreBounded()
    {
        engine::Outbox outbox;
        const QByteArray big(100 * 1024, 'x');
        for (int i = 0; i < 50; ++i)
            QVERIFY(outbox.pushFact(text(big), 4, {}));
        QVERIFY(outbox.size() <= size_t(engine::Outbox::mostFactBytes / big.size()));
        QVERIFY(outbox.dropped() >= 39);
    }

    void answersAreCountedApart()
    {
        engine::Outbox outbox;
        const auto frame = [](qsizetype bytes) {
            return transport::SharedFrame::text(QByteArray(bytes, 'x'));
        };
        QVERIFY(outbox.pushAnswer(frame(15 * 1024 * 1024)));
        QVERIFY(outbox.pushFact(text("fact"), 4, {}));
        QVERIFY(!outbox.pushAnswer(frame(2 * 1024 * 1024)));
    }

    void smallAnswersAreCounted()
    {
        engine::Outbox outbox;
        QVERIFY(outbox.pushFact(text("fact"), 4, {}));
        for (size_t i = 0; i < engine::Outbox::mostAnswers; ++i)
            QVERIFY(outbox.pushAnswer(transport::SharedFrame::text("x")));
        QVERIFY(!outbox.pushAnswer(transport::SharedFrame::text("x")));
        support::FakeChannel channel({});
        outbox.pump(channel);
        QVERIFY(outbox.pushAnswer(transport::SharedFrame::text("x")));
    }

    void pumpsNoMoreThanTheChannelTakes()
    {
        engine::Outbox outbox;
        for (int i = 0; i < 100; ++i)
            QVERIFY(outbox.pushFact(text(QByteArray(8 * 1024, 'x')), 4, {}));
        support::FakeChannel channel({});
        channel.getStuck();
        outbox.pump(channel);
        QVERIFY(channel.bytesUnsent() <= 72 * 1024);
        QVERIFY(!outbox.isEmpty());
        channel.getUnstuck();
        outbox.pump(channel);
        QVERIFY(outbox.isEmpty());
    }

    void passesWhatNothingWaitsBefore()
    {
        engine::Outbox outbox;
        support::FakeChannel channel({});
        QVERIFY(passes(outbox, "at once", channel));
        QCOMPARE(channel.take(), QByteArray("at once"));
        QCOMPARE(outbox.handedBytes(), 7);
        QVERIFY(outbox.pushFact(text("waits"), 4, {}));
        QVERIFY(!passes(outbox, "would overtake", channel));
        outbox.pump(channel);
        channel.take();
        channel.getStuck();
        QVERIFY(passes(outbox, QByteArray(64 * 1024, 'x'), channel));
        channel.take();
        QVERIFY(!passes(outbox, "too much", channel));
        QCOMPARE(channel.waiting(), 0);
    }

private:
    static bool passes(engine::Outbox &outbox, const QByteArray &message, support::FakeChannel &channel)
    {
        const transport::SharedFrame frame = transport::SharedFrame::text(message);
        const transport::SharedFrame *const one = &frame;
        return outbox.passFacts(std::span(&one, 1), channel);
    }
    static QList<transport::SharedFrame> text(const QByteArray &message)
    {
        return {transport::SharedFrame::text(message)};
    }
};

QTEST_GUILESS_MAIN(OutboxTest)
#include "outbox_test.moc"
