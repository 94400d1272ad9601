// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/alertcommands.h"
#include "catalog/catalogue.h"
#include "catalog/inventory.h"
#include "catalog/scan.h"
#include "catalog/silences.h"
#include "domain/chat/slashwords.h"
#include "support/awaited.h"
#include "support/fakeclock.h"

#include <QTest>

using namespace chat;

namespace {
/// Slash words over the whole catalogue, for dana, who is an operator; omar is there, too.
class Counter
{
public:
    Counter()
    {
        const People people{[] { return QList<Person>{}; },
                            [](const QString &mark) -> std::optional<Person> {
                                if (mark == u"omar" || mark == u"u-omar" || mark == u"Omar A.")
                                    return Person{u"u-omar"_qs, u"omar"_qs, u"Omar A."_qs};
                                return std::nullopt;
                            },
                            {}};
        const SlashPorts ports{clock, people,
                               [](const QString &id, const core::Principal &) -> std::optional<AlertFacts> {
                                   if (id != u"A-12")
                                       return std::nullopt;
                                   return AlertFacts{id, u"down"_qs, {}, u"device=\"nas\""_qs};
                               },
                               [](const QString &said, const core::Principal &) -> QList<DeviceFacts> {
                                   if (said == u"nas")
                                       return {{u"d-1"_qs, u"nas"_qs}, {u"d-2"_qs, u"nas"_qs}};
                                   if (said == u"core sw")
                                       return {{u"mac:00:11"_qs, u"core sw"_qs}};
                                   return {};
                               }};
        offerChatWords(slash, ports);
        offerAlertWords(slash, ports);
        offerNetworkWords(slash, ports);
        offerMetricWords(slash, ports);
    }
    [[nodiscard]] core::Command by(core::Role role, const core::Payload &params) const
    {
        core::Command command;
        command.params = params;
        command.caller.id = u"u-dana"_qs;
        command.caller.role = role;
        return command;
    }
    PreviewSlash::Reply preview(const QString &text, core::Role role = core::Role::Operator)
    {
        const auto asked = by(role, PreviewSlash{u"ops"_qs, text});
        return *support::awaited(slash.preview(asked))->as<PreviewSlash::Reply>();
    }
    QStringList words(core::Role role)
    {
        QStringList names;
        const QList<SlashWord> words =
            support::awaited(slash.words(by(role, SlashWords{})))->as<SlashWords::Reply>()->words;
        for (const SlashWord &word : words)
            names << word.word;
        return names;
    }

    support::FakeClock clock;
    core::Catalog catalog = catalog::everything();
    Slash slash{catalog, [](const core::Command &) { return u"Dana K."_qs; }};
};
} // namespace

/// What follows a slash, and what becomes of it.
class SlashTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("command");
        QTest::addColumn<QJsonObject>("params");
        const auto row = [](const QString &text, const char *command, const QJsonObject &params) {
            QTest::newRow(qPrintable(text)) << text << QString::fromLatin1(command) << params;
        };
        const QJsonArray twelve{u"A-12"_qs};
        row(u"/help"_qs, "chat.commands", {});
        row(u"  /WHO "_qs, "chat.who", {{u"room_name"_qs, u"ops"_qs}});
        row(u"/me restarts  the printer"_qs, "chat.send",
            {{u"room_name"_qs, u"ops"_qs}, {u"message"_qs, u"* Dana K. restarts  the printer"_qs}});
        row(u"/topic Move to rack 4"_qs, "chat.rooms.set",
            {{u"room_name"_qs, u"ops"_qs}, {u"topic"_qs, u"Move to rack 4"_qs}});
        row(u"/dm @omar"_qs, "chat.direct", {{u"user"_qs, u"u-omar"_qs}});
        row(u"/dm @Omar A."_qs, "chat.direct", {{u"user"_qs, u"u-omar"_qs}});
        row(u"/ack A-12"_qs, "alerts.acknowledge", {{u"ids"_qs, twelve}});
        row(u"/ack a-12, A-13 I am  on %1 it"_qs, "alerts.acknowledge",
            {{u"ids"_qs, QJsonArray{u"A-12"_qs, u"A-13"_qs}}, {u"note"_qs, u"I am  on %1 it"_qs}});
        row(u"/unack A-12"_qs, "alerts.unacknowledge", {{u"ids"_qs, twelve}});
        row(u"/resolve A-12 swapped"_qs, "alerts.resolve",
            {{u"ids"_qs, twelve}, {u"note"_qs, u"swapped"_qs}});
        row(u"/assign A-12 @omar"_qs, "alerts.assign",
            {{u"ids"_qs, twelve}, {u"assignee"_qs, u"Omar A."_qs}});
        row(u"/comment A-12 the fan"_qs, "alerts.comment",
            {{u"id"_qs, u"A-12"_qs}, {u"text"_qs, u"the fan"_qs}});
        row(u"/device core sw"_qs, "network.devices.list",
            {{u"search"_qs, u"core sw"_qs}, {u"limit"_qs, 20}});
        row(u"/scan 10.0.0.0/24"_qs, "network.scan.start",
            {{u"scan_type"_qs, u"discovery"_qs}, {u"target"_qs, u"10.0.0.0/24"_qs}});
        row(u"/scan 10.0.0.7 Ports"_qs, "network.scan.start",
            {{u"scan_type"_qs, u"ports"_qs}, {u"target"_qs, u"10.0.0.7"_qs}});
    }
    /// What others are led to is the time at which it was said.
    void placesAreLinks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("map") << u"/map"_qs << u"The map: belfry://map"_qs;
        QTest::newRow("on the map") << u"/map core sw"_qs
                                    << u"core sw on the map: belfry://map?focus=mac%3A00%3A11"_qs;
        QTest::newRow("chart")
            << u"/chart CPU"_qs
            << u"Processor, all cores: belfry://chart?m=cpu.usage&from=2026-11-20T11:00:00.000Z"
               "&to=2026-11-20T12:00:00.000Z"_qs;
        QTest::newRow("chart of a device")
            << u"/chart reach.rtt  core sw 1h30m"_qs
            << u"Round-trip time of core sw: belfry://chart?m=reach.rtt&source=mac%3A00%3A11"
               "&from=2026-11-20T10:30:00.000Z&to=2026-11-20T12:00:00.000Z"_qs;
    }
    void placesAreLinks()
    {
        QFETCH(QString, text);
        Counter counter;
        const auto preview = counter.preview(text);
        QVERIFY2(!preview.fault, preview.fault ? qPrintable(preview.fault->message) : "");
        QCOMPARE(preview.command, u"chat.send"_qs);
        QVERIFY(!preview.isChanging);
        QTEST(preview.params.value(u"message"_qs).toString(), "message");
    }

    void words()
    {
        QFETCH(QString, text);
        QFETCH(QString, command);
        QFETCH(QJsonObject, params);
        Counter counter;
        const auto preview = counter.preview(text);
        QVERIFY2(!preview.fault, preview.fault ? qPrintable(preview.fault->message) : "");
        QCOMPARE(preview.command, command);
        QCOMPARE(preview.params, params);
        QVERIFY(!preview.sentence.isEmpty());
        // It is what the command's own schema takes.
        const core::CommandSpec *spec = counter.catalog.findCommand(command);
        QVERIFY(spec != nullptr && spec->params.read(params, core::NameCase::Snake));
    }

    void silencesEnd()
    {
        Counter counter;
        const auto silence = [&](const QString &text) {
            return core::fromJson<alerts::SetSilence>(counter.preview(text).params);
        };
        const auto byAlert = silence(u"/silence A-12 1h30m moving racks"_qs);
        QCOMPARE(byAlert->matchers, u"device=\"nas\""_qs);
        QCOMPARE(byAlert->until, counter.clock.now().addSecs(5400));
        QCOMPARE(byAlert->reason, u"moving racks"_qs);
        const auto byMatchers = silence(u"/silence device=~\"nas .*\", site=\"a\" 2d"_qs);
        QCOMPARE(byMatchers->matchers, u"device=~\"nas .*\", site=\"a\""_qs);
        QCOMPARE(byMatchers->reason, u"Silenced by Dana K. in ops"_qs);
    }

    void faultsHaveAPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("length");
        QTest::newRow("no slash") << u"ack A-12"_qs << 0 << 0;
        QTest::newRow("nothing") << u"/"_qs << 0 << 1;
        QTest::newRow("unknown") << u" /nuke all"_qs << 1 << 5;
        QTest::newRow("no alert") << u"/ack"_qs << 4 << 0;
        QTest::newRow("not an alert") << u"/ack x-12 y"_qs << 5 << 4;
        QTest::newRow("an alert that overflows") << u"/ack A-99999999999999999999"_qs << 5 << 22;
        QTest::newRow("nobody") << u"/assign A-12 @nobody"_qs << 13 << 7;
        QTest::newRow("nobody to speak with") << u"/dm @nobody"_qs << 4 << 7;
        QTest::newRow("a message at once") << u"/dm @omar hello"_qs << 10 << 5;
        QTest::newRow("no time") << u"/silence A-12"_qs << 13 << 0;
        QTest::newRow("time without what") << u"/silence 2h"_qs << 9 << 2;
        QTest::newRow("an alert there is not") << u"/silence A-13 2h"_qs << 9 << 4;
        QTest::newRow("no target") << u"/scan"_qs << 5 << 0;
        QTest::newRow("no such scan") << u"/scan 10.0.0.1 nuke"_qs << 15 << 4;
        QTest::newRow("too much") << u"/scan 10.0.0.1 full now"_qs << 20 << 3;
        QTest::newRow("too long for the command") << u"/scan "_qs + QString(300, u'1') << 0 << 306;
        QTest::newRow("who?") << u"/who there"_qs << 5 << 5;
        QTest::newRow("no series") << u"/chart"_qs << 6 << 0;
        QTest::newRow("no such series") << u"/chart happiness"_qs << 7 << 9;
        QTest::newRow("no such device") << u"/chart cpu attic 2h"_qs << 11 << 8;
        QTest::newRow("several devices") << u"/map nas"_qs << 5 << 3;
    }
    void faultsHaveAPlace()
    {
        QFETCH(QString, text);
        QFETCH(int, start);
        QFETCH(int, length);
        Counter counter;
        const auto preview = counter.preview(text);
        QVERIFY(preview.fault);
        QVERIFY(preview.command.isEmpty() && preview.sentence.isEmpty());
        QVERIFY(!preview.fault->message.isEmpty());
        QCOMPARE(preview.fault->start, start);
        QCOMPARE(preview.fault->length, length);
    }

    void onlyWhatOneMayIsOffered()
    {
        Counter counter;
        const QStringList viewer = counter.words(core::Role::Viewer);
        QVERIFY(viewer.contains(u"who"_qs) && viewer.contains(u"dm"_qs));
        QVERIFY(!viewer.contains(u"ack"_qs) && !viewer.contains(u"scan"_qs));
        QVERIFY(!counter.words(core::Role::Guest).contains(u"dm"_qs));
        const QStringList all = counter.words(core::Role::Operator);
        QCOMPARE(all.size(), 15);
        QVERIFY(std::is_sorted(all.begin(), all.end()));
        QVERIFY(counter.preview(u"/ack A-12"_qs, core::Role::Viewer).fault);
        QVERIFY(counter.preview(u"/ack A-12"_qs).isChanging);
        QVERIFY(!counter.preview(u"/who"_qs).isChanging);
    }

    void durations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("seconds");
        QTest::newRow("seconds") << u"90s"_qs << 90;
        QTest::newRow("mixed") << u"1d2h3m4s"_qs << 93784;
        QTest::newRow("weeks") << u"2w"_qs << 1209600;
        QTest::newRow("none") << u"0m"_qs << -1;
        QTest::newRow("bare") << u"15"_qs << -1;
        QTest::newRow("negative") << u"-2h"_qs << -1;
        QTest::newRow("too long") << u"54w"_qs << -1;
        QTest::newRow("huge") << u"999999w999999w"_qs << -1;
        QTest::newRow("words") << u"2hours"_qs << -1;
    }
    void durations()
    {
        QFETCH(QString, text);
        QFETCH(int, seconds);
        const auto duration = durationFrom(text);
        QCOMPARE(duration ? int(duration->count()) : -1, seconds);
    }
};

QTEST_GUILESS_MAIN(SlashTest)
#include "slashtest.moc"
