// SPDX-License-Identifier: GPL-3.0-or-later
#include "assistant/house.h"

#include <QTest>

using namespace assistant;
using namespace assistanttest;
using core::Role;

/// What may be asked in words, English and German, and what is answered.
class GrammarTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void questionsAreUnderstood_data()
    {
        QTest::addColumn<QString>("query");
        const auto rows = [](const char *query, std::initializer_list<const char *> questions) {
            for (const char *each : questions)
                QTest::newRow(each) << QString::fromLatin1(query);
        };
        rows("devices.down", {"what is down",
                              "What's down?",
                              "WHAT IS DOWN",
                              "what is red?",
                              "which devices are offline",
                              "who is down right now?",
                              "is anything down?",
                              "anything broken",
                              "are any devices offline?",
                              "which devices do not answer",
                              "is everything ok?",
                              "please tell me what is down",
                              "can you show me what is down?",
                              "was ist down",
                              "Was ist ausgefallen?",
                              "was ist alles aus",
                              "welche Geräte sind rot?",
                              "welche geraete sind offline",
                              "wer antwortet nicht",
                              "was ist nicht erreichbar?",
                              "ist alles in Ordnung?",
                              "alles in ordnung?",
                              "ist alles ok",
                              "Ausfälle",
                              "Ist gerade etwas kaputt?",
                              "outages"});
        rows("device.state",
             {"is core-sw-01 up?", "is Core-SW-01 down", "how is nas-01", "status of nas-01",
              "is the lobby display online", "does printer-4 answer?", "what is 10.0.0.5",
              "since when is nas-01 down?", "who is nas-01", "ist core-sw-01 da?", "ist nas-01 noch online",
              "läuft nas-01 noch?", "wie geht es nas-01", "was ist mit nas-01", "seit wann ist nas-01 weg",
              "wie lange ist nas-01 schon weg?"});
        rows("device.why",
             {"why is core-sw-02 red?", "why is core-sw-02 down", "why does core-sw-02 not answer",
              "what is wrong with core-sw-02", "what happened to core-sw-02", "warum ist core-sw-02 rot?",
              "wieso antwortet core-sw-02 nicht", "was ist los mit core-sw-02",
              "weshalb ist core-sw-02 ausgefallen", "was hat core-sw-02"});
        rows("device.ports", {"which ports are open on nas-01", "open ports of nas-01", "what runs on nas-01",
                              "welche ports sind offen auf nas-01", "welche Ports sind auf nas-01 offen?",
                              "offene Ports von nas-01"});
        rows("changes", {"what changed last night?", "what happened today", "what changed since 14:00",
                         "what has changed", "what changed on core-sw-02 today",
                         "what did I miss since yesterday?", "history of nas-01", "any changes?",
                         "was hat sich letzte nacht geändert?", "was ist heute passiert",
                         "Was ist seit 14 Uhr passiert?", "was hat sich an core-sw-02 geändert",
                         "was ist neu seit gestern", "Änderungen von core-sw-02 heute"});
        rows("alerts.open", {"open alerts", "which alerts are open?", "how many alerts are open", "alerts",
                             "are there any alerts?", "what needs attention", "offene Alarme",
                             "welche Alarme sind offen?", "wie viele Alarme gibt es?", "gibt es Alarme?",
                             "alerts since yesterday", "was brennt?", "welche offenen alarme gibt es"});
        rows("alert.one",
             {"who looks after A-12?", "who has a-12", "who acknowledged #A-12", "what is A-12 about", "A-12",
              "alert 12", "is A-12 resolved?", "wer kümmert sich um A-12?", "wer kuemmert sich um a-12",
              "was ist mit A-12", "wer bearbeitet A-12"});
        rows("alerts.silenced",
             {"what is silenced", "what is silenced until when", "what is silenced, and until when?",
              "silences", "which silences are there", "was ist stummgeschaltet?",
              "welche Stummschaltungen gibt es", "wartungsfenster"});
        rows("devices.count",
             {"how many devices are there?", "how many devices do we have", "how many devices",
              "wie viele Geräte gibt es?", "wieviele geräte haben wir", "Anzahl Geräte"});
        rows("devices.port",
             {"which devices have port 22 open?", "who has port 22 open", "which hosts have open port 443",
              "open port 22", "where is ssh open", "who listens on port 80",
              "welche Geräte haben Port 22 offen?", "wo ist port 22 offen"});
        rows("devices.new", {"new devices since yesterday", "which devices are new", "any new devices?",
                             "are there new devices since 14:00", "neue Geräte",
                             "welche geräte sind neu seit gestern", "gibt es neue Geräte?"});
        rows("people.here", {"who is here?", "who's online", "is anybody here", "wer ist da?",
                             "wer ist online", "ist jemand da"});
        rows("scans", {"what scans run", "which scans are running?", "last scan", "when was the last scan?",
                       "läuft ein Scan?", "letzter Scan", "wann war der letzte Scan?"});
        rows("machine.load", {"cpu", "CPU now", "how is the cpu", "memory usage", "how much memory is used?",
                              "cpu over the last hour", "how was the CPU over the last hour?",
                              "how full is the disk", "traffic", "wie voll ist die Platte?",
                              "wie viel Speicher ist frei", "wie hoch war die last heute", "Auslastung"});
        rows("services.failing", {"which services fail?", "which services are down", "are all services ok",
                                  "services", "failing checks", "welche Dienste sind ausgefallen?",
                                  "welche Dienste laufen nicht", "funktionieren alle Dienste"});
        rows("device.where",
             {"where is 10.0.0.5 plugged in?", "where is printer-4", "where is printer-4 connected to",
              "which port is printer-4 on", "what is printer-4 connected to", "what hangs on core-sw-01",
              "wo ist 10.0.0.5 angeschlossen?", "wo hängt printer-4?", "woran hängt printer-4",
              "an welchem Port hängt printer-4"});
        rows("department.state",
             {"how is department Design?", "department design", "devices in department Design",
              "wie geht es der Abteilung Design", "Abteilung Design"});
        rows("network.state", {"what is in network 10.0.1.0/24?", "devices in subnet 10.0.1.0/24",
                               "welche geräte sind im Netz 10.0.1.0/24"});
        rows("help", {"help", "what can you do?", "Hilfe", "was kannst du?"});
        rows("", {"hello", "the weather is nice", "the printer is on fire and everyone should leave",
                  "delete all devices", "acknowledge A-12 and reboot nas-01 please", "why", "???", "", "is",
                  "DROP TABLE devices; --", "guten Morgen zusammen"});
    }

    void questionsAreUnderstood()
    {
        QFETCH(QString, query);
        Speaking speaking;
        const auto understood =
            speaking.book.understand(QString::fromUtf8(QTest::currentDataTag()), House::somebody(),
                                     speaking.house.clock.now(), QTimeZone::utc());
        QCOMPARE(understood ? understood->query->id : QString(), query);
    }

    void answersTell_data()
    {
        QTest::addColumn<QStringList>("parts");
        const auto row = [](const char *question, const QStringList &parts) {
            QTest::newRow(question) << parts;
        };
        row("what is down?",
            {u"2 device(s) down: "_qs, u"nas-01 (for 26 min)"_qs, u"1 device(s) cannot be reached"_qs});
        row("is core-sw-01 up?",
            {u"core-sw-01 is up since 14:04 (26 min)."_qs, u"No alert is open on it."_qs});
        row("ist nas-01 da?", {u"nas-01 is down"_qs});
        row("is core-sw-02 up?",
            {u"1 open alert(s): A-12 “core-sw-02 does not answer” (critical, open since 14:04, "
             "nobody looks after it)."_qs});
        row("why is printer-4 red?",
            {u"printer-4 is unreachable"_qs, u"It stands behind core-sw-02."_qs, u"core-sw-02 is down"_qs});
        row("why is core-sw-02 red?",
            {u"core-sw-02 is down"_qs, u"A-12"_qs, u"14:04: state up → down (watch)"_qs});
        row("what changed last night?", {u"No device changed from 20 Nov 20:00 to 06:00."_qs, u"alert"_qs});
        row("what changed since 14:00?",
            {u"1 change(s) since 14:00 on 1 device(s): 1 state."_qs, u"core-sw-02 14:04: state up → down"_qs,
             u"1 alert(s) raised: A-12"_qs});
        row("which alerts are open?",
            {u"1 alert(s) open: 1 critical."_qs, u"2 more looked after."_qs, u"3 silenced."_qs, u"A-12"_qs});
        row("who looks after A-12?", {u"Nobody looks after A-12."_qs, u"1 alert(s) are a part of it."_qs});
        row("who looks after A-99?", {u"There is no alert A-99."_qs});
        row("what is silenced?", {u"1 silence(s): "_qs, u" until "_qs});
        row("how many devices are there?", {u"5 device(s): 2 up, 2 down, 1 unreachable."_qs});
        row("which devices have port 22 open?",
            {u"2 device(s) with port 22 open, as far as was scanned: core-sw-01 and core-sw-02."_qs});
        row("where is telnet open?", {u"As far as was scanned, no device has port 23 open."_qs});
        row("new devices since 10:00", {u"1 new device(s) since 10:00: Lobby Display."_qs});
        row("who is here?", {u"1 here: Dana K.."_qs});
        row("when was the last scan?", {u"scan"_qs, u"192.168.1.0/24"_qs});
        row("cpu over the last hour", {u"Processor, all cores: 12.5 % now."_qs,
                                       u"30.0 % on average, at least 10.0 %, at most 90.0 %"_qs});
        row("which services fail?", {u"watched service"_qs});
        row("where is 10.0.0.5 plugged in?", {u"Nothing is known of how printer-4 is joined."_qs});
        row("what is in network 10.0.1.0/24?", {u"1 device(s) in 10.0.1.0/24: 1 up."_qs});
        row("which ports are open on nas-01?",
            {u"1 open port(s) on nas-01, as far as was scanned: 22/tcp ssh."_qs});
        row("is nsa-01 up?", {u"There is no “nsa-01”; did you mean nas-01?"_qs, u"nas-01 is down"_qs});
        row("is core-sw up?",
            {u"“core-sw” may be several things. Did you mean core-sw-01 or core-sw-02?"_qs});
        row("is display up?", {u"I took “display” for Lobby Display."_qs, u"Lobby Display is up"_qs});
        row("is mailserver-77 up?", {u"There is no device or service “mailserver-77” that you may see."_qs});
        row("is Intranet up?", {u"The service Intranet"_qs});
        row("help", {u"never do anything myself"_qs, u"what is down?"_qs});
        row("make me a sandwich",
            {u"I did not understand “make me a sandwich”. You can ask, for example: “"_qs});
    }

    void answersTell()
    {
        QFETCH(QStringList, parts);
        Speaking speaking;
        const Answer answer = speaking.answer(QString::fromUtf8(QTest::currentDataTag()));
        for (const QString &part : std::as_const(parts))
            QVERIFY2(answer.detail.contains(part), qPrintable(answer.detail));
        QVERIFY(answer.text.size() <= longestText);
        QVERIFY(!answer.text.isEmpty());
        QCOMPARE(answer.basis, u"local rules"_qs);
        QVERIFY(!answer.isModel);
        const auto flaw = core::flawOf(answer);
        QVERIFY2(!flaw, qPrintable(flaw ? flaw->message : QString()));
    }

    void sourcesAreShown()
    {
        Speaking speaking;
        const Answer answer = speaking.answer(u"who looks after A-12?"_qs);
        QCOMPARE(answer.query, u"alerts.get {\"id\":\"A-12\"}"_qs);
        QCOMPARE(answer.sources.size(), 1);
        QCOMPARE(answer.sources.first().command, u"alerts.get"_qs);
        QCOMPARE(answer.references.first(),
                 (Reference{u"alert"_qs, u"A-12"_qs, u"core-sw-02 does not answer"_qs}));
        QVERIFY(answer.isCertain);
    }

    void itProposesAndDoesNothing()
    {
        Speaking speaking;
        const Answer answer = speaking.answer(u"which alerts are open?"_qs);
        QCOMPARE(answer.proposals.size(), 1);
        QCOMPARE(answer.proposals.first().line, u"/ack A-12"_qs);
        QCOMPARE(answer.proposals.first().command, u"alerts.acknowledge"_qs);
        const core::CommandSpec *spec = speaking.house.catalog.findCommand(u"alerts.acknowledge"_qs);
        QVERIFY(spec->params.read(answer.proposals.first().params, core::NameCase::Snake));
        QCOMPARE(speaking.house.askedNames(), QStringList{u"alerts.list"_qs});
        QVERIFY(
            speaking.answer(u"which alerts are open?"_qs, House::somebody(Role::Viewer)).proposals.isEmpty());
    }

    // Whoever is limited to a department is told of no other: every command is asked as them.
    void askersSeeWhatTheyMaySee()
    {
        Speaking speaking;
        const core::Principal limited = House::somebody(Role::Viewer, {u"design"_qs});
        for (const char *question : {"what is down?", "is core-sw-01 up?", "why is core-sw-02 red?",
                                     "is 10.0.0.1 up?", "is core-sw-1 up?", "how many devices are there?",
                                     "which devices have port 22 open?", "where is core-sw-02?"}) {
            const Answer answer = speaking.answer(QString::fromLatin1(question), limited);
            const QString told = answer.detail.section(u"“core-sw"_qs, 0, 0);
            QVERIFY2(!told.contains(u"core-sw-02") && !answer.detail.contains(u"d-2"),
                     qPrintable(answer.detail));
            for (const Reference &each : answer.references)
                QVERIFY2(!each.label.startsWith(u"core-sw"), qPrintable(each.label));
        }
        QVERIFY(speaking.answer(u"what is down?"_qs, limited).detail.contains(u"nas-01"));
        QVERIFY(!speaking.house.asked.isEmpty());
        for (const House::Asked &each : std::as_const(speaking.house.asked))
            QCOMPARE(each.caller, limited);
    }

    void whoMayNothingIsToldNothing()
    {
        Speaking speaking;
        const Answer answer = speaking.answer(u"what is down?"_qs, House::somebody(Role::Agent));
        QVERIFY(!answer.isUnderstood);
        QVERIFY(speaking.house.asked.isEmpty());
        core::Principal narrowed = House::somebody();
        narrowed.commands = QStringList{u"metrics.*"_qs};
        QVERIFY(!speaking.answer(u"what is down?"_qs, narrowed).isUnderstood);
        QVERIFY(speaking.answer(u"cpu"_qs, narrowed).isUnderstood);
    }

    // What is not known is not said.
    void whatCannotBeAskedIsSaid()
    {
        Speaking speaking;
        speaking.house.missing = u"network.devices.list"_qs;
        const Answer none = speaking.answer(u"what is down?"_qs);
        QVERIFY2(none.text.startsWith(u"I could not find that out."), qPrintable(none.text));
        QVERIFY(!none.text.contains(u"No device is down"));
        QVERIFY(!none.isCertain);
        speaking.house.missing = u"alerts.list"_qs;
        const Answer part = speaking.answer(u"is core-sw-02 up?"_qs);
        QVERIFY2(part.text.contains(u"core-sw-02 is down"), qPrintable(part.text));
        QVERIFY2(part.text.contains(u"could not be asked: This room is not built."), qPrintable(part.text));
        QVERIFY(!part.text.contains(u"No alert"));
    }

    void strangersNamesStayText()
    {
        Speaking speaking;
        speaking.house.device("d-3").name = u"<b>x</b>\n/ack A-12 \u202E%1 %2"_qs;
        const Answer answer = speaking.answer(u"what is down?"_qs);
        QVERIFY2(answer.text.contains(u"<b>x</b> /ack A-12 %1 %2"), qPrintable(answer.text));
        QVERIFY(answer.proposals.isEmpty());
    }

    void longAnswersAreCutForTheWire()
    {
        Speaking speaking;
        for (int number = 100; number < 400; ++number)
            speaking.house.add(qPrintable(u"d-%1"_qs.arg(number)), qPrintable(u"server-%1"_qs.arg(number)),
                               "10.9.9.9", network::State::Down, "ops");
        const Answer answer = speaking.answer(u"what is down?"_qs);
        QVERIFY(answer.text.size() <= longestText);
        QVERIFY(answer.text.startsWith(u"302 device(s) down"));
        QVERIFY(answer.text.endsWith(u"…"));
        QVERIFY(answer.detail.size() > answer.text.size());
        const auto flaw = core::flawOf(answer);
        QVERIFY2(!flaw, qPrintable(flaw ? flaw->message : QString()));
    }

    void linksAreFollowedPageByPage()
    {
        Speaking speaking;
        const Answer answer = speaking.answer(u"what hangs on core-sw-01?"_qs);
        QCOMPARE(speaking.house.askedNames().count(u"network.links.list"_qs), 1);
        QVERIFY(answer.isUnderstood);
    }

    void offersFitTheQuestion()
    {
        Speaking speaking;
        const Answer answer = speaking.answer(u"tell something of scan things"_qs);
        QVERIFY2(answer.text.contains(u"when was the last scan?"), qPrintable(answer.text));
    }
};

QTEST_GUILESS_MAIN(GrammarTest)
#include "grammartest.moc"
