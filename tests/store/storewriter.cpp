// SPDX-License-Identifier: GPL-3.0-or-later
// store_writer DIRECTORY hold: opens the store, says "open" or the refusal, and stays until it is killed.
// store_writer DIRECTORY migrate: says "open", then brings belfry.db to a later schema, and says "done".
// store_writer DIRECTORY stall-0, stall-1: the same, but never gets beyond the first or the second of the two
// steps. store_writer DIRECTORY write: appends as fast as it can, from several hands, and says what was
// acknowledged.
#include "grown.h"
#include "store/datafile.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QThread>

#include <atomic>
#include <cstdio>
#include <mutex>

namespace {
constexpr int hands = 8;

std::mutex outputMutex;

void say(const QByteArray &line)
{
    const std::lock_guard lock(outputMutex);
    std::fputs(line.constData(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

/// One hand writes the next row when the one before is acknowledged: so its rows are without a hole.
void writeNext(QObject *here, store::Store &store, int hand, int number)
{
    const QString name = QStringLiteral("%1-%2").arg(hand).arg(number);
    const auto go = [here, &store, hand, number, name](const core::Result<void> &result) {
        if (!result)
            std::_Exit(3);
        say("ack " + name.toLatin1());
        writeNext(here, store, hand, number + 1);
    };
    if (hand % 2 == 0) {
        core::Account account;
        account.id = name;
        account.name = name;
        store.accounts().save(account).then(here, go);
    } else {
        core::Event event;
        event.topic = core::Topic(QStringLiteral("test.written"));
        event.at = QDateTime::currentDateTimeUtc();
        event.source = name;
        store.journal().append(event).then(here, go);
    }
}

void appendFrame(store::Store &store)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    core::SampleFrame frame{QString::number(QCoreApplication::applicationPid()), now, {}};
    for (int series = 0; series < 20; ++series)
        frame.values.insert(QStringLiteral("s%1").arg(series), double(now.toMSecsSinceEpoch() % 1000));
    store.samples().append(frame);
    say("frame " + QByteArray::number(now.toMSecsSinceEpoch()));
}

int migrate(const QString &directory, int stalledStep)
{
    say("open");
    store::Schema schema = storetest::grown(false);
    if (stalledStep >= 0) {
        QStringList &step = schema.steps[schema.steps.size() - 2 + stalledStep];
        step << QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                               "SELECT count(*) FROM n");
    }
    const bool isDone = bool(store::DataFile(directory + QStringLiteral("/belfry.db"), schema)
                                 .migrate(directory + QStringLiteral("/copies")));
    say(isDone ? "done" : "failed");
    return isDone ? 0 : 1;
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    if (arguments.at(2) == u"migrate")
        return migrate(arguments.at(1), -1);
    if (arguments.at(2).startsWith(u"stall-"))
        return migrate(arguments.at(1), arguments.at(2).last(1).toInt());
    store::Options options;
    options.directory = arguments.at(1);
    options.fullBytes = 0;
    options.lowBytes = 0;
    options.ballastBytes = 0;
    core::SystemClock clock;
    const store::Opening opening = store::Store::open(options, clock);
    if (!opening) {
        say("refused " + opening.refusal->error.message.toUtf8());
        return 1;
    }
    say("open");
    std::unique_ptr<core::Timer> frames;
    if (arguments.at(2) == u"write") {
        frames = clock.every(std::chrono::milliseconds(20), [&opening] { appendFrame(*opening.store); });
        const QString base = QString::number(QDateTime::currentMSecsSinceEpoch() % 1'000'000'000);
        for (int hand = 0; hand < hands; ++hand)
            writeNext(&app, *opening.store, hand, base.toInt());
    }
    return QCoreApplication::exec();
}
