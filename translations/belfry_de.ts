<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Application</name>
    <message>
        <source>%1 is good.
</source>
        <translation>%1 ist in Ordnung.
</translation>
    </message>
</context>
<context>
    <name>ConfigFile</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>expected option = value</source>
        <translation>erwartet wird Option = Wert</translation>
    </message>
    <message>
        <source>there is no option %1</source>
        <translation>die Option %1 gibt es nicht</translation>
    </message>
</context>
<context>
    <name>ListenAddress</name>
    <message>
        <source>--listen %1: there is no dialect &quot;%2&quot;. There are: %3.</source>
        <translation>--listen %1: Den Dialekt „%2“ gibt es nicht. Es gibt: %3.</translation>
    </message>
    <message>
        <source>--listen %1: the port must be a number from 0 to 65535.</source>
        <translation>--listen %1: Der Port muss eine Zahl von 0 bis 65535 sein.</translation>
    </message>
    <message>
        <source>--listen %1: the address must be an IP address (IPv6 in brackets) or localhost.</source>
        <translation>--listen %1: Die Adresse muss eine IP-Adresse (IPv6 in Klammern) oder localhost sein.</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>%1 takes yes or no, not &quot;%2&quot;.</source>
        <translation>%1 nimmt yes oder no, nicht „%2“.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Belfry cannot start</source>
        <translation>Belfry kann nicht starten</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>Die Datenbank ist beschädigt</translation>
    </message>
    <message>
        <source>Start with an empty database? The damaged file is kept beside it.</source>
        <translation>Mit einer leeren Datenbank beginnen? Die beschädigte Datei bleibt daneben erhalten.</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Window layout</source>
        <translation>Fensteranordnung</translation>
    </message>
    <message>
        <source>No password could be read from %1.</source>
        <translation>Aus %1 konnte kein Passwort gelesen werden.</translation>
    </message>
    <message>
        <source>The window has no page &quot;%1&quot;.</source>
        <translation>Das Fenster hat keine Seite „%1“.</translation>
    </message>
</context>
<context>
    <name>Wish</name>
    <message>
        <source>The running Belfry does not understand what it was asked. It may be of another version: close it and start again.</source>
        <translation>Das laufende Belfry versteht nicht, worum es gebeten wurde. Vielleicht ist es von einer anderen Version: schließen Sie es und starten Sie neu.</translation>
    </message>
    <message>
        <source>The link leads to nothing. Was it copied whole?</source>
        <translation>Der Link führt zu nichts. Wurde er ganz kopiert?</translation>
    </message>
</context>
<context>
    <name>alerts</name>
    <message>
        <source>Security incident in %1: %2</source>
        <translation>Sicherheitsvorfall in %1: %2</translation>
    </message>
    <message>
        <source>There is no alert %1.</source>
        <translation>Es gibt keinen Alarm %1.</translation>
    </message>
</context>
<context>
    <name>alerts::AcknowledgeSheet</name>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>&amp;Acknowledge</source>
        <translation>&amp;Bestätigen</translation>
    </message>
    <message>
        <source>Until it is resolved</source>
        <translation>Bis er erledigt ist</translation>
    </message>
    <message>
        <source>What you do about it</source>
        <translation>Was dagegen getan wird</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>An acknowledgement ends in the future, or with the alert.</source>
        <translation>Eine Bestätigung endet in der Zukunft oder mit dem Alarm.</translation>
    </message>
</context>
<context>
    <name>alerts::AlertCrier</name>
    <message>
        <source>Sho&amp;w</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>severity and title</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Critical · %1</source>
        <translation>Kritisch · %1</translation>
    </message>
    <message numerus="yes">
        <source>Critical · %1, and %n more</source>
        <translation>
            <numerusform>Kritisch · %1 und %n weiterer</numerusform>
            <numerusform>Kritisch · %1 und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new alerts</source>
        <translation>
            <numerusform>%n neuer Alarm</numerusform>
            <numerusform>%n neue Alarme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::AlertDeeds</name>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es besteht keine Verbindung mit dem Server.</translation>
    </message>
    <message>
        <source>Only operators and administrators may see to alerts.</source>
        <translation>Nur Bediener und Administratoren dürfen sich um Alarme kümmern.</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>It is as it was.</source>
        <translation>Es ist wieder wie vorher.</translation>
    </message>
    <message>
        <source>%1 acknowledged.</source>
        <translation>%1 bestätigt.</translation>
    </message>
    <message>
        <source>Nobody looks after %1 any more.</source>
        <translation>Um %1 kümmert sich niemand mehr.</translation>
    </message>
    <message>
        <source>%1 given to nobody.</source>
        <translation>%1 niemandem zugewiesen.</translation>
    </message>
    <message>
        <source>%1 given to %2.</source>
        <translation>%1 an %2 zugewiesen.</translation>
    </message>
    <message>
        <source>%1 resolved.</source>
        <translation>%1 erledigt.</translation>
    </message>
    <message>
        <source>%1 reopened.</source>
        <translation>%1 wieder geöffnet.</translation>
    </message>
    <message>
        <source>%1 folded into %2.</source>
        <translation>%1 jetzt Teil von %2.</translation>
    </message>
    <message>
        <source>%1 by itself from now on.</source>
        <translation>%1 ab jetzt für sich.</translation>
    </message>
    <message>
        <source>The silence is changed.</source>
        <translation>Die Stummschaltung ist geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) silenced.</source>
        <translation>
            <numerusform>%n Alarm stummgeschaltet.</numerusform>
            <numerusform>%n Alarme stummgeschaltet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The silence is over.</source>
        <translation>Die Stummschaltung ist vorbei.</translation>
    </message>
    <message>
        <source>The maintenance is planned.</source>
        <translation>Die Wartung ist geplant.</translation>
    </message>
    <message>
        <source>The maintenance is removed.</source>
        <translation>Die Wartung ist entfernt.</translation>
    </message>
</context>
<context>
    <name>alerts::AlertFilterReader</name>
    <message>
        <source>Behind %1 comes a colon.</source>
        <translation>Hinter %1 gehört ein Doppelpunkt.</translation>
    </message>
    <message>
        <source>%1: is not known. There are sev, state, is, device, dept, rule, owner, type, label, id, since, times, parts and comments.</source>
        <translation>%1: ist unbekannt. Es gibt sev, state, is, device, dept, rule, owner, type, label, id, since, times, parts und comments.</translation>
    </message>
    <message>
        <source>A severity is info, low, medium, high or critical, or a number from 1 to 10.</source>
        <translation>Eine Schwere ist info, low, medium, high oder critical oder eine Zahl von 1 bis 10.</translation>
    </message>
    <message>
        <source>%1 takes a time: 90s, 15m, 2h or 7d.</source>
        <translation>%1 nimmt eine Zeit: 90s, 15m, 2h oder 7d.</translation>
    </message>
    <message>
        <source>%1 takes a number, as in %1&gt;3.</source>
        <translation>%1 nimmt eine Zahl, wie in %1&gt;3.</translation>
    </message>
    <message>
        <source>%1 is no state. There are open, acknowledged and resolved.</source>
        <translation>%1 ist kein Zustand. Es gibt open, acknowledged und resolved.</translation>
    </message>
    <message>
        <source>is:%1 is not known. There are silenced, mine, assigned, folded, flapping and escalated.</source>
        <translation>is:%1 ist unbekannt. Es gibt silenced, mine, assigned, folded, flapping und escalated.</translation>
    </message>
</context>
<context>
    <name>alerts::AlertGlyph</name>
    <message>
        <source>%1, %2</source>
        <comment>severity and state</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>alerts::AlertPage</name>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>Chart ±&amp;15 min</source>
        <translation>Diagramm ±&amp;15 min</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Ereignisse</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>&amp;Karte</translation>
    </message>
    <message>
        <source>&amp;Chat</source>
        <translation>&amp;Chat</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Zurück zur Liste (Esc)</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Add a comment</source>
        <translation>Kommentar hinzufügen</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>What is a part of it</source>
        <translation>Was dazugehört</translation>
    </message>
    <message>
        <source>&amp;Unfold what is chosen</source>
        <translation>Gewählte hera&amp;uslösen</translation>
    </message>
    <message>
        <source>Makes alerts stand for themselves; they stay so</source>
        <translation>Lässt Alarme für sich stehen; dabei bleibt es</translation>
    </message>
    <message>
        <source>Also about this</source>
        <translation>Auch dazu</translation>
    </message>
    <message>
        <source>Other alerts about the same</source>
        <translation>Andere Alarme zur selben Sache</translation>
    </message>
    <message>
        <source>This alert no longer exists.</source>
        <translation>Diesen Alarm gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>%1 · %2 · since %3</source>
        <comment>number, state, moment</comment>
        <translation>%1 · %2 · seit %3</translation>
    </message>
    <message numerus="yes">
        <source>%n folded into it</source>
        <translation>
            <numerusform>%n gehört dazu</numerusform>
            <numerusform>%n gehören dazu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::AlertSheet</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
</context>
<context>
    <name>alerts::AlertTable</name>
    <message>
        <source>Part of the one above: %1</source>
        <translation>Gehört zum Alarm darüber: %1</translation>
    </message>
    <message>
        <source>%1, opened up</source>
        <translation>%1, aufgeklappt</translation>
    </message>
    <message>
        <source>%1, folded</source>
        <translation>%1, zugeklappt</translation>
    </message>
    <message>
        <source>×: how often it was said. +: how many alerts are a part of it.</source>
        <translation>×: wie oft er gemeldet wurde. +: wie viele Alarme dazugehören.</translation>
    </message>
</context>
<context>
    <name>alerts::AlertWords</name>
    <message>
        <source>×%1</source>
        <comment>how often it was said</comment>
        <translation>×%1</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>how many are a part of it</comment>
        <translation>+%1</translation>
    </message>
    <message numerus="yes">
        <source>Said %n times</source>
        <translation>
            <numerusform>%n-mal gemeldet</numerusform>
            <numerusform>%n-mal gemeldet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are a part of it</source>
        <translation>
            <numerusform>%n Alarm gehört dazu</numerusform>
            <numerusform>%n Alarme gehören dazu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Came back %n time(s)</source>
        <translation>
            <numerusform>%n-mal wiedergekommen</numerusform>
            <numerusform>%n-mal wiedergekommen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 looks after it since %2</source>
        <translation>%1 kümmert sich seit %2 darum</translation>
    </message>
    <message>
        <source>It comes and goes; nobody is told of it until it rests</source>
        <translation>Er kommt und geht; niemand erfährt davon, bis er zur Ruhe kommt</translation>
    </message>
    <message numerus="yes">
        <source>Escalated %n time(s)</source>
        <translation>
            <numerusform>%n-mal eskaliert</numerusform>
            <numerusform>%n-mal eskaliert</numerusform>
        </translation>
    </message>
    <message>
        <source>Silenced by %1</source>
        <translation>Stummgeschaltet durch %1</translation>
    </message>
    <message>
        <source>It ended by itself at %1</source>
        <translation>Von selbst beendet (%1)</translation>
    </message>
    <message>
        <source>%1 ended it at %2</source>
        <translation>Beendet von %1 (%2)</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>%1: severity %2 of 10</source>
        <translation>%1: Schwere %2 von 10</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>%1, silenced until %2</source>
        <translation>%1, stummgeschaltet bis %2</translation>
    </message>
    <message>
        <source>%1, silenced</source>
        <translation>%1, stummgeschaltet</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1, flapping</source>
        <translation>%1, kommt und geht</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>date and time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
</context>
<context>
    <name>alerts::AlertmanagerIn</name>
    <message>
        <source>An alert without a name</source>
        <translation>Ein Alarm ohne Namen</translation>
    </message>
    <message>
        <source>The label %1 of alert %2 is no text.</source>
        <translation>Das Merkmal %1 von Alarm %2 ist kein Text.</translation>
    </message>
    <message>
        <source>Alert %1 has no labels.</source>
        <translation>Alarm %1 hat keine Merkmale.</translation>
    </message>
    <message>
        <source>This is longer than %1 MiB.</source>
        <translation>Das ist länger als %1 MiB.</translation>
    </message>
    <message>
        <source>This is no JSON: %1 at byte %2.</source>
        <translation>Das ist kein JSON: %1 bei Byte %2.</translation>
    </message>
    <message>
        <source>This is no webhook of Alertmanager, version 4.</source>
        <translation>Das ist kein Webhook von Alertmanager, Version 4.</translation>
    </message>
    <message>
        <source>There is no list of alerts in it.</source>
        <translation>Es steht keine Liste von Alarmen darin.</translation>
    </message>
    <message>
        <source>There are more than %1 alerts in it.</source>
        <translation>Es stehen mehr als %1 Alarme darin.</translation>
    </message>
</context>
<context>
    <name>alerts::AlertsPage</name>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Acknowledge</source>
        <translation>&amp;Bestätigen</translation>
    </message>
    <message>
        <source>Acknowledge with a &amp;note…</source>
        <translation>Mit &amp;Notiz bestätigen…</translation>
    </message>
    <message>
        <source>&amp;Take the acknowledgement back</source>
        <translation>Bestätigung zurü&amp;cknehmen</translation>
    </message>
    <message>
        <source>&amp;Silence…</source>
        <translation>&amp;Stummschalten…</translation>
    </message>
    <message>
        <source>Give t&amp;o…</source>
        <translation>Zuweisen &amp;an…</translation>
    </message>
    <message>
        <source>&amp;Resolve</source>
        <translation>Er&amp;ledigen</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Add a &amp;comment…</source>
        <translation>Ko&amp;mmentar hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Fold into…</source>
        <translation>Zu&amp;ordnen…</translation>
    </message>
    <message>
        <source>&amp;Unfold</source>
        <translation>Hera&amp;uslösen</translation>
    </message>
    <message>
        <source>Un&amp;do</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Tal&amp;k about it</source>
        <translation>Darüber s&amp;prechen</translation>
    </message>
    <message>
        <source>Show the &amp;device</source>
        <translation>Gerät &amp;zeigen</translation>
    </message>
    <message>
        <source>Show on the &amp;map</source>
        <translation>Auf der Kar&amp;te zeigen</translation>
    </message>
    <message>
        <source>Measured values aro&amp;und it</source>
        <translation>Messwerte run&amp;dherum</translation>
    </message>
    <message>
        <source>&amp;Events about it</source>
        <translation>&amp;Ereignisse dazu</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>L&amp;ink kopieren</translation>
    </message>
    <message>
        <source>S&amp;ilences…</source>
        <translation>Stummschaltun&amp;gen…</translation>
    </message>
    <message>
        <source>&amp;Maintenance…</source>
        <translation>&amp;Wartung…</translation>
    </message>
    <message>
        <source>E&amp;xport rows…</source>
        <translation>Zeilen e&amp;xportieren…</translation>
    </message>
    <message>
        <source>There is nothing to be undone.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Choose an alert first.</source>
        <translation>Zuerst einen Alarm wählen.</translation>
    </message>
    <message>
        <source>This alert is about no device that is known.</source>
        <translation>Dieser Alarm betrifft kein bekanntes Gerät.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Acknowledge %n</source>
        <translation>
            <numerusform>%n &amp;bestätigen</numerusform>
            <numerusform>%n &amp;bestätigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Resolve %n</source>
        <translation>
            <numerusform>%n er&amp;ledigen</numerusform>
            <numerusform>%n er&amp;ledigen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number and title</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a comment</source>
        <translation>Kommentar hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>The comment is in the story.</source>
        <translation>Der Kommentar steht im Verlauf.</translation>
    </message>
    <message>
        <source>Fold into</source>
        <translation>Zuordnen</translation>
    </message>
    <message>
        <source>The number of the alert of which this is a part:</source>
        <translation>Die Nummer des Alarms, zu dem dieser gehört:</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export the alerts</source>
        <translation>Alarme exportieren</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>The alerts could not be written to %1: %2</source>
        <translation>Die Alarme konnten nicht nach %1 geschrieben werden: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) written to %1.</source>
        <translation>
            <numerusform>%n Alarm nach %1 geschrieben.</numerusform>
            <numerusform>%n Alarme nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the list of alerts.</source>
        <translation>Wartet auf die Liste der Alarme.</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Character %1: %2 (The filter before is still in force.)</source>
        <translation>Zeichen %1: %2 (Es gilt noch der Filter davor.)</translation>
    </message>
    <message>
        <source>Filter: core-sw  sev&gt;=high  is:mine  device:srv-web-02  since:15m</source>
        <translation>Filter: core-sw  sev&gt;=high  is:mine  device:srv-web-02  since:15m</translation>
    </message>
    <message>
        <source>Filter the alerts</source>
        <translation>Alarme filtern</translation>
    </message>
    <message>
        <source>All terms must hold. Words of title, message, device or labels; sev&gt;=high, state:open, is:silenced, device:core-sw-01, rule:device-down, owner:dana, label:site=north, since:15m, times&gt;3; a ! before a term turns it round. (Ctrl+F)</source>
        <translation>Alles muss zutreffen: Wörter aus Titel, Nachricht, Gerät oder Merkmalen; sev&gt;=high, state:open, is:silenced, device:core-sw-01, rule:device-down, owner:dana, label:site=north, since:15m, times&gt;3; ein ! davor kehrt es um. (Strg+F)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Part of the alerts</source>
        <translation>Teil der Alarme</translation>
    </message>
    <message>
        <source>Shows what is new and puts everything in order (Home)</source>
        <translation>Zeigt, was neu ist, und ordnet alles (Pos1)</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Erledigen</translation>
    </message>
    <message>
        <source>Shows what is silenced</source>
        <translation>Zeigt, was stummgeschaltet ist</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>alerts</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Silenced</source>
        <translation>Stummgeschaltet</translation>
    </message>
    <message>
        <source>Mine</source>
        <comment>alerts</comment>
        <translation>Meine</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>part of the alerts and how many</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of %2 alerts</source>
        <translation>%1 von %2 Alarmen</translation>
    </message>
    <message numerus="yes">
        <source>%n silenced: show</source>
        <translation>
            <numerusform>%n stummgeschaltet: zeigen</numerusform>
            <numerusform>%n stummgeschaltet: zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ %n new: show</source>
        <translation>
            <numerusform>▲ %n neuer: zeigen</numerusform>
            <numerusform>▲ %n neue: zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>The list has changed: show</source>
        <translation>Die Liste hat sich geändert: zeigen</translation>
    </message>
    <message>
        <source>No alert of this part passes the filter “%1”.</source>
        <translation>Kein Alarm dieses Teils passt zum Filter „%1“.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Nothing was resolved yet.</source>
        <translation>Noch wurde nichts erledigt.</translation>
    </message>
    <message>
        <source>All clear. What needs attention appears here.</source>
        <translation>Alles in Ordnung. Was Aufmerksamkeit braucht, erscheint hier.</translation>
    </message>
    <message>
        <source>There is no alert of this part.</source>
        <translation>In diesem Teil gibt es keinen Alarm.</translation>
    </message>
    <message>
        <source>Show all alerts</source>
        <translation>Alle Alarme zeigen</translation>
    </message>
    <message>
        <source>how bad it is</source>
        <translation>wie schlimm es ist</translation>
    </message>
    <message>
        <source>what became of it</source>
        <translation>was daraus wurde</translation>
    </message>
    <message>
        <source>what else holds of it</source>
        <translation>was sonst noch gilt</translation>
    </message>
    <message>
        <source>what it is about</source>
        <translation>worum es geht</translation>
    </message>
    <message>
        <source>who raised it</source>
        <translation>wer ihn ausgelöst hat</translation>
    </message>
    <message>
        <source>who looks after it</source>
        <translation>wer sich kümmert</translation>
    </message>
    <message>
        <source>department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>label=value</source>
        <translation>Merkmal=Wert</translation>
    </message>
    <message>
        <source>number, as A-17</source>
        <translation>Nummer, etwa A-17</translation>
    </message>
    <message>
        <source>began in the last 90s, 15m, 2h or 7d</source>
        <translation>begann in den letzten 90s, 15m, 2h oder 7d</translation>
    </message>
    <message>
        <source>how often it came</source>
        <translation>wie oft er kam</translation>
    </message>
    <message>
        <source>how many others are a part of it</source>
        <translation>wie viele andere dazugehören</translation>
    </message>
    <message>
        <source>how much was said of it</source>
        <translation>wie viel dazu gesagt wurde</translation>
    </message>
</context>
<context>
    <name>alerts::AroundChart</name>
    <message>
        <source>avg</source>
        <translation>Mittel</translation>
    </message>
</context>
<context>
    <name>alerts::Asked</name>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
</context>
<context>
    <name>alerts::AssignSheet</name>
    <message>
        <source>Give to somebody</source>
        <translation>Jemandem zuweisen</translation>
    </message>
    <message>
        <source>&amp;Give</source>
        <translation>&amp;Zuweisen</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Me (%1)</source>
        <translation>Ich (%1)</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
</context>
<context>
    <name>alerts::AttentionCard</name>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>All alerts (%1) ›</source>
        <translation>Alle Alarme (%1) ›</translation>
    </message>
    <message numerus="yes">
        <source>%n silenced, the first until %1: show</source>
        <translation>
            <numerusform>%n stummgeschaltet, bis %1: zeigen</numerusform>
            <numerusform>%n stummgeschaltet, der erste bis %1: zeigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silenced: show</source>
        <translation>
            <numerusform>%n stummgeschaltet: zeigen</numerusform>
            <numerusform>%n stummgeschaltet: zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>All clear.</source>
        <translation>Alles in Ordnung.</translation>
    </message>
    <message>
        <source>All clear. Last problem: %1, %2 (%3).</source>
        <translation>Alles in Ordnung. Letztes Problem: %1, %2 (%3).</translation>
    </message>
</context>
<context>
    <name>alerts::AttentionRow</name>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
</context>
<context>
    <name>alerts::Book</name>
    <message>
        <source>More waits to be written than %1 things.</source>
        <translation>Es warten mehr als %1 Dinge darauf, geschrieben zu werden.</translation>
    </message>
    <message>
        <source>The silence %1 (%2) ends at %3; %4 alerts are under it.</source>
        <translation>Die Stummschaltung %1 (%2) endet um %3; darunter sind %4 Alarme.</translation>
    </message>
    <message>
        <source>The end comes behind the beginning.</source>
        <translation>Das Ende liegt hinter dem Anfang.</translation>
    </message>
</context>
<context>
    <name>alerts::DeedWords</name>
    <message>
        <source>%1 looks after %2</source>
        <translation>%1 kümmert sich um %2</translation>
    </message>
    <message>
        <source>%1 no longer looks after %2</source>
        <translation>%1 kümmert sich nicht mehr um %2</translation>
    </message>
    <message>
        <source>%1 gave %2 to nobody</source>
        <translation>%1 hat %2 niemandem zugewiesen</translation>
    </message>
    <message>
        <source>%1 gave %2 to %3</source>
        <translation>%1 hat %2 an %3 zugewiesen</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 zu %2</translation>
    </message>
    <message>
        <source>Nobody looks after %1: escalated to level %2</source>
        <translation>Um %1 kümmert sich niemand: auf Stufe %2 eskaliert</translation>
    </message>
    <message>
        <source>%1 was to look after %2 until now</source>
        <translation>%1 sollte sich bis jetzt um %2 kümmern</translation>
    </message>
    <message>
        <source>%1 resolved %2</source>
        <translation>%1 hat %2 erledigt</translation>
    </message>
    <message>
        <source>%1 opened %2 again</source>
        <translation>%1 hat %2 wieder geöffnet</translation>
    </message>
    <message>
        <source>%1 made %2 a part of %3</source>
        <translation>%1 hat %2 zu einem Teil von %3 gemacht</translation>
    </message>
    <message>
        <source>%1 let %2 stand for itself</source>
        <translation>%1 lässt %2 für sich stehen</translation>
    </message>
    <message>
        <source>%1 ended the silence of %2</source>
        <translation>%1 hat die Stummschaltung von %2 beendet</translation>
    </message>
    <message>
        <source>%1 silenced %2 until %3 UTC</source>
        <translation>%1 hat %2 bis %3 UTC stummgeschaltet</translation>
    </message>
    <message>
        <source>alerts of their departments</source>
        <translation>Alarme ihrer Abteilungen</translation>
    </message>
</context>
<context>
    <name>alerts::FactWords</name>
    <message>
        <source>%1 (%2)</source>
        <comment>how long ago, exactly</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>deed and what was said</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Acknowledgement taken back</source>
        <translation>Bestätigung zurückgenommen</translation>
    </message>
    <message>
        <source>Acknowledgement ended</source>
        <translation>Bestätigung abgelaufen</translation>
    </message>
    <message>
        <source>Given to nobody</source>
        <translation>Niemandem zugewiesen</translation>
    </message>
    <message>
        <source>Given to %1</source>
        <translation>An %1 zugewiesen</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Eskaliert</translation>
    </message>
    <message>
        <source>Folded into another</source>
        <translation>Gehört zu einem anderen</translation>
    </message>
    <message>
        <source>Folded into %1</source>
        <translation>Gehört zu %1</translation>
    </message>
    <message>
        <source>Stands by itself</source>
        <translation>Steht für sich</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Wieder geöffnet</translation>
    </message>
    <message>
        <source>Alert %1</source>
        <translation>Alarm %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>%1, %2 of 10</source>
        <translation>%1, %2 von 10</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Last said</source>
        <translation>Zuletzt gemeldet</translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation>Bestätigt von</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Silenced by</source>
        <translation>Stummgeschaltet durch</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Gemeldet</translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>Wiedergekommen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Merkmale</translation>
    </message>
</context>
<context>
    <name>alerts::Handiwork</name>
    <message>
        <source>%1 is resolved; reopen it first.</source>
        <translation>%1 ist erledigt; zuerst wieder öffnen.</translation>
    </message>
    <message>
        <source>Say which alerts.</source>
        <translation>Angeben, welche Alarme gemeint sind.</translation>
    </message>
    <message>
        <source>An acknowledgement ends in the future, or with the alert.</source>
        <translation>Eine Bestätigung endet in der Zukunft oder mit dem Alarm.</translation>
    </message>
    <message>
        <source>Nobody looks after %1.</source>
        <translation>Um %1 kümmert sich niemand.</translation>
    </message>
    <message>
        <source>A comment says something.</source>
        <translation>Ein Kommentar sagt etwas.</translation>
    </message>
    <message>
        <source>%1 is resolved already.</source>
        <translation>%1 ist schon erledigt.</translation>
    </message>
    <message>
        <source>%1 is not resolved.</source>
        <translation>%1 ist nicht erledigt.</translation>
    </message>
    <message>
        <source>%1 has come back as %2.</source>
        <translation>%1 ist als %2 wiedergekommen.</translation>
    </message>
    <message>
        <source>%1 cannot be a part of itself.</source>
        <translation>%1 kann kein Teil von sich selbst sein.</translation>
    </message>
    <message>
        <source>%1 is not a part of another.</source>
        <translation>%1 ist kein Teil eines anderen.</translation>
    </message>
</context>
<context>
    <name>alerts::ICalendar</name>
    <message>
        <source>The calendar is larger than %1 KiB.</source>
        <translation>Der Kalender ist größer als %1 KiB.</translation>
    </message>
    <message>
        <source>This is no whole calendar: it does not begin with BEGIN:VCALENDAR and end with its END.</source>
        <translation>Das ist kein ganzer Kalender: Er fängt nicht mit BEGIN:VCALENDAR an oder hört nicht mit dessen END auf.</translation>
    </message>
    <message numerus="yes">
        <source>%n more remarks are left out.</source>
        <translation>
            <numerusform>%n weitere Bemerkung ist weggelassen.</numerusform>
            <numerusform>%n weitere Bemerkungen sind weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1 of the calendar is none: “%2”.</source>
        <translation>Zeile %1 des Kalenders ist keine: „%2“.</translation>
    </message>
    <message>
        <source>This is no calendar: it does not begin with BEGIN:VCALENDAR.</source>
        <translation>Das ist kein Kalender: Er fängt nicht mit BEGIN:VCALENDAR an.</translation>
    </message>
    <message>
        <source>Line %1 of the calendar ends %2, which was not begun.</source>
        <translation>Zeile %1 des Kalenders beendet %2, das nicht begonnen wurde.</translation>
    </message>
    <message>
        <source>The calendar has more than %1 events.</source>
        <translation>Der Kalender hat mehr als %1 Termine.</translation>
    </message>
    <message>
        <source>An event of the calendar has more than %1 lines.</source>
        <translation>Ein Termin des Kalenders hat mehr als %1 Zeilen.</translation>
    </message>
    <message>
        <source>%1 is not understood and left out.</source>
        <translation>%1 ist nicht zu verstehen und weggelassen.</translation>
    </message>
    <message>
        <source>The event “%1” is left out: %2</source>
        <translation>Der Termin „%1“ ist weggelassen: %2</translation>
    </message>
    <message>
        <source>%1 is not understood, and says when the event is.</source>
        <translation>%1 ist nicht zu verstehen und sagt doch, wann der Termin ist.</translation>
    </message>
    <message>
        <source>It is cancelled.</source>
        <translation>Er ist abgesagt.</translation>
    </message>
    <message>
        <source>It has more than one RRULE.</source>
        <translation>Er hat mehr als eine RRULE.</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>It has no DTSTART.</source>
        <translation>Er hat kein DTSTART.</translation>
    </message>
    <message>
        <source>It does not last from a minute to 31 days.</source>
        <translation>Er dauert nicht zwischen einer Minute und 31 Tagen.</translation>
    </message>
    <message>
        <source>Times without a time zone are taken to be those of %1.</source>
        <translation>Zeiten ohne Zeitzone gelten als die von %1.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”.</source>
        <translation>Es gibt keine Zeitzone „%1“.</translation>
    </message>
    <message>
        <source>“%1” is no time.</source>
        <translation>„%1“ ist keine Zeit.</translation>
    </message>
    <message>
        <source>One of its times is changed in a way that is not understood.</source>
        <translation>Einer seiner Zeitpunkte ist auf eine Weise geändert, die nicht zu verstehen ist.</translation>
    </message>
</context>
<context>
    <name>alerts::ImportSheet</name>
    <message>
        <source>Import a calendar</source>
        <translation>Kalender importieren</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Each event of %1 becomes a maintenance window; those of an earlier import of the same events are replaced.</source>
        <translation>Jeder Termin aus %1 wird zu einem Wartungsfenster; die aus einem früheren Import derselben Termine werden ersetzt.</translation>
    </message>
    <message>
        <source>Alerts of which all of this is true</source>
        <translation>Alarme, auf die all das zutrifft</translation>
    </message>
</context>
<context>
    <name>alerts::MatcherList</name>
    <message>
        <source>Add: site=north   port=~eth[0-9]+   host!=lab-1</source>
        <translation>Hinzufügen: site=north   port=~eth[0-9]+   host!=lab-1</translation>
    </message>
    <message>
        <source>Add what a label must be</source>
        <translation>Hinzufügen, was ein Merkmal sein muss</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Write a label, how it compares, and its value: site=north</source>
        <translation>Ein Merkmal schreiben, wie es verglichen wird, und seinen Wert: site=north</translation>
    </message>
    <message>
        <source>Say by which labels: without any, nothing is meant.</source>
        <translation>Angeben, nach welchen Merkmalen: Ohne eines ist nichts gemeint.</translation>
    </message>
    <message>
        <source>Means no alert there is now.</source>
        <translation>Meint keinen Alarm, den es jetzt gibt.</translation>
    </message>
    <message numerus="yes">
        <source>Means %n alert(s) there are now.</source>
        <translation>
            <numerusform>Meint %n Alarm, den es jetzt gibt.</numerusform>
            <numerusform>Meint %n Alarme, die es jetzt gibt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::Matchers</name>
    <message>
        <source>Say by which labels, such as site=&quot;north&quot;; %1 at most.</source>
        <translation>Angeben, nach welchen Merkmalen, etwa site=&quot;north&quot;; höchstens %1.</translation>
    </message>
    <message>
        <source>“%1” is no name of a label: letters, digits and _, no digit first.</source>
        <translation>„%1“ ist kein Name eines Merkmals: Buchstaben, Ziffern und _, am Anfang keine Ziffer.</translation>
    </message>
    <message>
        <source>The pattern of %1 cannot be understood: %2.</source>
        <translation>Das Muster von %1 ist nicht zu verstehen: %2.</translation>
    </message>
    <message>
        <source>This would hold for every alert there is; ask for one label that must be there.</source>
        <translation>Das träfe auf jeden Alarm zu; ein Merkmal verlangen, das da sein muss.</translation>
    </message>
    <message>
        <source>This is longer than %1 characters.</source>
        <translation>Das ist länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>a comma or }</source>
        <translation>ein Komma oder }</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>nichts mehr</translation>
    </message>
    <message>
        <source>a comma</source>
        <translation>ein Komma</translation>
    </message>
    <message>
        <source>the name of a label</source>
        <translation>der Name eines Merkmals</translation>
    </message>
    <message>
        <source>=, !=, =~ or !~</source>
        <translation>=, !=, =~ oder !~</translation>
    </message>
    <message>
        <source>a value in quotes</source>
        <translation>ein Wert in Anführungszeichen</translation>
    </message>
    <message>
        <source>a &quot; at the end of the value</source>
        <translation>ein &quot; am Ende des Wertes</translation>
    </message>
    <message>
        <source>At the end, %1 was expected.</source>
        <translation>Am Ende wurde %1 erwartet.</translation>
    </message>
    <message>
        <source>At character %1 (“%2”), %3 was expected.</source>
        <translation>Bei Zeichen %1 („%2“) wurde %3 erwartet.</translation>
    </message>
</context>
<context>
    <name>alerts::MonthGrid</name>
    <message>
        <source>%1 to %2: %3</source>
        <comment>from, to, what</comment>
        <translation>%1 bis %2: %3</translation>
    </message>
    <message>
        <source>No maintenance</source>
        <translation>Keine Wartung</translation>
    </message>
    <message>
        <source>Calendar of maintenance, %1</source>
        <translation>Wartungskalender, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::NoteSheet</name>
    <message>
        <source>That is longer than %1 characters.</source>
        <translation>Das ist länger als %1 Zeichen.</translation>
    </message>
</context>
<context>
    <name>alerts::NoticeWords</name>
    <message numerus="yes">
        <source>%1, and %n more behind it</source>
        <translation>
            <numerusform>%1 und %n weiterer dahinter</numerusform>
            <numerusform>%1 und %n weitere dahinter</numerusform>
        </translation>
    </message>
    <message>
        <source>Again: %1</source>
        <translation>Wieder: %1</translation>
    </message>
    <message>
        <source>Worse: %1</source>
        <translation>Schlimmer: %1</translation>
    </message>
    <message>
        <source>Nobody looks after it: %1</source>
        <translation>Niemand kümmert sich darum: %1</translation>
    </message>
    <message>
        <source>Nobody looks after it any more: %1</source>
        <translation>Niemand kümmert sich mehr darum: %1</translation>
    </message>
    <message>
        <source>Comes and goes: %1</source>
        <translation>Kommt und geht: %1</translation>
    </message>
    <message>
        <source>Somebody looks after it: %1</source>
        <translation>Jemand kümmert sich darum: %1</translation>
    </message>
    <message>
        <source>Over: %1</source>
        <translation>Vorbei: %1</translation>
    </message>
    <message>
        <source>A silence ends</source>
        <translation>Eine Stummschaltung endet</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) over</source>
        <translation>
            <numerusform>%n Alarm vorbei</numerusform>
            <numerusform>%n Alarme vorbei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n Alarm</numerusform>
            <numerusform>%n Alarme</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::Notices</name>
    <message>
        <source>A notification needs a title.</source>
        <translation>Eine Benachrichtigung braucht einen Titel.</translation>
    </message>
    <message>
        <source>Only administrators notify everyone. Say whom to notify.</source>
        <translation>Nur Administratoren benachrichtigen alle. Sagen Sie, wer benachrichtigt werden soll.</translation>
    </message>
    <message>
        <source>There is nobody with the id %1.</source>
        <translation>Es gibt niemanden mit der Kennung %1.</translation>
    </message>
    <message>
        <source>Everybody is notified.</source>
        <translation>Alle sind benachrichtigt.</translation>
    </message>
    <message>
        <source>They are here and are notified.</source>
        <translation>Die Person ist da und benachrichtigt.</translation>
    </message>
    <message>
        <source>They are away and will find it when they come.</source>
        <translation>Die Person ist nicht da und findet es, wenn sie kommt.</translation>
    </message>
</context>
<context>
    <name>alerts::OriginCard</name>
    <message>
        <source>Where it comes from</source>
        <translation>Woher er kommt</translation>
    </message>
    <message>
        <source>&amp;Edit the rule</source>
        <translation>&amp;Regel bearbeiten</translation>
    </message>
    <message>
        <source>Silence all &amp;of it…</source>
        <translation>Alles davon s&amp;tummschalten…</translation>
    </message>
    <message>
        <source>Silences all that comes from there</source>
        <translation>Schaltet alles stumm, was von dort kommt</translation>
    </message>
    <message>
        <source>Created by the rule %1</source>
        <translation>Erzeugt von der Regel %1</translation>
    </message>
    <message>
        <source>Told by %1</source>
        <comment>a program</comment>
        <translation>Gemeldet von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) in the last %1 days: %2 acknowledged, %3 over before anybody saw to them.</source>
        <extracomment>%1: how many days; %2 and %3: how many of the alerts</extracomment>
        <translation>
            <numerusform>%n Alarm in den letzten %1 Tagen: %2 bestätigt, %3 vorbei, ehe sich jemand darum kümmerte.</numerusform>
            <numerusform>%n Alarme in den letzten %1 Tagen: %2 bestätigt, %3 vorbei, ehe sich jemand darum kümmerte.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::QuietPage</name>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Zurück zur Liste (Esc)</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Silences or maintenance</source>
        <translation>Stummschaltungen oder Wartung</translation>
    </message>
    <message>
        <source>Silences %1</source>
        <translation>Stummschaltungen %1</translation>
    </message>
    <message>
        <source>Maintenance %1</source>
        <translation>Wartung %1</translation>
    </message>
</context>
<context>
    <name>alerts::Repetition</name>
    <message>
        <source>The repetition “%1” is not understood. FREQ may be DAILY, WEEKLY or MONTHLY, with INTERVAL, COUNT or UNTIL, BYDAY, BYMONTHDAY of months, and WKST.</source>
        <translation>Die Wiederholung „%1“ wird nicht verstanden. FREQ darf DAILY, WEEKLY oder MONTHLY sein, mit INTERVAL, COUNT oder UNTIL, BYDAY, bei Monaten BYMONTHDAY, und WKST.</translation>
    </message>
</context>
<context>
    <name>alerts::RowTools</name>
    <message>
        <source>More about this alert</source>
        <translation>Mehr zu diesem Alarm</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>alerts::SilenceSheet</name>
    <message>
        <source>Silence alerts</source>
        <translation>Alarme stummschalten</translation>
    </message>
    <message>
        <source>Change the silence</source>
        <translation>Stummschaltung ändern</translation>
    </message>
    <message>
        <source>&amp;Silence</source>
        <translation>&amp;Stummschalten</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>They are still listed and counted; nobody is told of them.</source>
        <translation>Sie werden weiter aufgeführt und gezählt; niemand wird davon benachrichtigt.</translation>
    </message>
    <message>
        <source>Alerts of which all of this is true</source>
        <translation>Alarme, auf die all das zutrifft</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>What others should know</source>
        <translation>Was andere wissen sollten</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>A silence ends in the future.</source>
        <translation>Eine Stummschaltung endet in der Zukunft.</translation>
    </message>
</context>
<context>
    <name>alerts::Silences</name>
    <message>
        <source>A silence ends in the future; say when.</source>
        <translation>Eine Stummschaltung endet in der Zukunft; angeben, wann.</translation>
    </message>
    <message>
        <source>Say why they are silenced, for those who wonder.</source>
        <translation>Für alle, die sich wundern, angeben, warum sie stumm sind.</translation>
    </message>
    <message>
        <source>There would be more than %1 maintenance windows; that is the most.</source>
        <translation>Es wären mehr als %1 Wartungsfenster, mehr dürfen es nicht sein.</translation>
    </message>
    <message>
        <source>Give the maintenance window a name.</source>
        <translation>Dem Wartungsfenster einen Namen geben.</translation>
    </message>
    <message>
        <source>There is no silence or maintenance window %1.</source>
        <translation>Es gibt weder eine Stummschaltung noch ein Wartungsfenster %1.</translation>
    </message>
    <message>
        <source>There are %1 of them; that is the most.</source>
        <translation>Es gibt %1 davon, mehr dürfen es nicht sein.</translation>
    </message>
    <message>
        <source>There is no maintenance window %1.</source>
        <translation>Es gibt kein Wartungsfenster %1.</translation>
    </message>
    <message>
        <source>The silence %1 holds for departments that you may not see. Ask somebody who may see them to change it.</source>
        <translation>Die Stummschaltung %1 gilt für Abteilungen, die Sie nicht sehen dürfen. Bitten Sie jemanden, der sie sehen darf, sie zu ändern.</translation>
    </message>
    <message>
        <source>The maintenance window %1 holds for departments that you may not see. Ask somebody who may see them to change it.</source>
        <translation>Das Wartungsfenster %1 gilt für Abteilungen, die Sie nicht sehen dürfen. Bitten Sie jemanden, der sie sehen darf, es zu ändern.</translation>
    </message>
    <message>
        <source>Ask for a time that ends behind its beginning, and for at most %1 days.</source>
        <translation>Fragen Sie nach einer Zeit, die nach ihrem Beginn endet, und nach höchstens %1 Tagen.</translation>
    </message>
</context>
<context>
    <name>alerts::SilencesPanel</name>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Alerts with</source>
        <translation>Alarme mit</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Alerts now</source>
        <translation>Alarme jetzt</translation>
    </message>
    <message>
        <source>Silences</source>
        <translation>Stummschaltungen</translation>
    </message>
    <message>
        <source>&amp;New silence…</source>
        <translation>&amp;Neue Stummschaltung…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>End no&amp;w</source>
        <translation>&amp;Jetzt beenden</translation>
    </message>
    <message>
        <source>Over since %1</source>
        <translation>Vorbei seit %1</translation>
    </message>
    <message>
        <source>Waiting for the silences.</source>
        <translation>Wartet auf die Stummschaltungen.</translation>
    </message>
    <message>
        <source>Nothing is silenced. A silence says that nobody is to be told of some alerts until a moment.</source>
        <translation>Nichts ist stummgeschaltet. Eine Stummschaltung sagt, dass bis zu einem Zeitpunkt niemand von bestimmten Alarmen benachrichtigt wird.</translation>
    </message>
    <message>
        <source>New silence…</source>
        <translation>Neue Stummschaltung…</translation>
    </message>
    <message>
        <source>&amp;Again…</source>
        <translation>&amp;Erneut…</translation>
    </message>
    <message>
        <source>%1 · only in %2</source>
        <translation>%1 · nur in %2</translation>
    </message>
</context>
<context>
    <name>alerts::StoryTable</name>
    <message>
        <source>%1, %2, %3</source>
        <comment>when, who, what</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
</context>
<context>
    <name>alerts::UntilBox</name>
    <message>
        <source>30 minutes</source>
        <translation>30 Minuten</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 Stunden</translation>
    </message>
    <message>
        <source>Tomorrow at %1</source>
        <translation>Morgen um %1</translation>
    </message>
    <message>
        <source>Another moment…</source>
        <translation>Anderer Zeitpunkt…</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Bis wann</translation>
    </message>
</context>
<context>
    <name>alerts::UpkeepBanner</name>
    <message>
        <source>Show &amp;calendar</source>
        <translation>&amp;Kalender zeigen</translation>
    </message>
    <message>
        <source>Maintenance: %1 until %2</source>
        <translation>Wartung: %1 bis %2</translation>
    </message>
    <message>
        <source>Maintenance: %1 begins at %2 (in %3 min)</source>
        <translation>Wartung: %1 beginnt um %2 (in %3 min)</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::WindowSheet</name>
    <message>
        <source>Plan maintenance</source>
        <translation>Wartung planen</translation>
    </message>
    <message>
        <source>Change the maintenance</source>
        <translation>Wartung ändern</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>While it lasts, alerts are listed and counted; nobody is told of them.</source>
        <translation>Solange sie dauert, werden Alarme aufgeführt und gezählt; niemand wird davon benachrichtigt.</translation>
    </message>
    <message>
        <source>Backup night</source>
        <translation>Backup-Nacht</translation>
    </message>
    <message>
        <source>Alerts of which all of this is true</source>
        <translation>Alarme, auf die all das zutrifft</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>In &amp;use</source>
        <translation>In &amp;Gebrauch</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source> h</source>
        <translation> h</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>Dauert</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <source>Every month, on that day</source>
        <translation>Jeden Monat an diesem Tag</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>Say how long it lasts.</source>
        <translation>Angeben, wie lange es dauert.</translation>
    </message>
    <message>
        <source>There is no such time zone. Write it as Europe/Berlin.</source>
        <translation>Diese Zeitzone gibt es nicht. So schreiben: Europe/Berlin.</translation>
    </message>
    <message>
        <source>Say on which days of the week.</source>
        <translation>Angeben, an welchen Wochentagen.</translation>
    </message>
</context>
<context>
    <name>alerts::WindowTimes</name>
    <message>
        <source>There is no time zone “%1”; write it like Europe/Berlin.</source>
        <translation>Es gibt keine Zeitzone „%1“; so schreiben: Europe/Berlin.</translation>
    </message>
    <message>
        <source>It begins on a day on which it is not repeated; let it begin on one on which it is.</source>
        <translation>Es beginnt an einem Tag, an dem es sich nicht wiederholt; an einem beginnen lassen, an dem es das tut.</translation>
    </message>
    <message>
        <source>It is never: each of its times is left out.</source>
        <translation>Es findet nie statt: jeder seiner Termine fällt aus.</translation>
    </message>
    <message>
        <source>More than %1 of its times are left out, moved or added.</source>
        <translation>Mehr als %1 seiner Zeitpunkte sind weggelassen, verschoben oder hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>alerts::WindowsPanel</name>
    <message>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <source>Every %1</source>
        <comment>days of the week</comment>
        <translation>Jeden %1</translation>
    </message>
    <message>
        <source>Every month on the %1.</source>
        <translation>Jeden Monat am %1.</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Jeden Monat</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächstes Mal</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>Dauert</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Alerts with</source>
        <translation>Alarme mit</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Maintenance windows</source>
        <translation>Wartungsfenster</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>Der Monat davor</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>Der Monat danach</translation>
    </message>
    <message>
        <source>&amp;Plan maintenance…</source>
        <translation>&amp;Wartung planen…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Import a calendar…</source>
        <translation>&amp;Kalender importieren…</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>Nicht in Gebrauch</translation>
    </message>
    <message>
        <source>Now, until %1</source>
        <translation>Jetzt, bis %1</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Vorbei</translation>
    </message>
    <message>
        <source>Import a calendar</source>
        <translation>Kalender importieren</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>Kalender (*.ics)</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is larger than 900 kB. Export fewer events.</source>
        <translation>%1 ist größer als 900 kB. Weniger Termine exportieren.</translation>
    </message>
    <message numerus="yes">
        <source>%n maintenance window(s) imported.</source>
        <translation>
            <numerusform>%n Wartungsfenster importiert.</numerusform>
            <numerusform>%n Wartungsfenster importiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::channels::Call</name>
    <message numerus="yes">
        <source>%1 did not answer within %n second(s). Look whether it is well.</source>
        <translation>
            <numerusform>%1 hat binnen %n Sekunde nicht geantwortet. Nachsehen, ob dort alles in Ordnung ist.</numerusform>
            <numerusform>%1 hat binnen %n Sekunden nicht geantwortet. Nachsehen, ob dort alles in Ordnung ist.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::channels::ChannelBook</name>
    <message>
        <source>It does not work. Administrators see why.</source>
        <translation>Er funktioniert nicht. Administratoren sehen, warum.</translation>
    </message>
    <message>
        <source>Give the channel a name.</source>
        <translation>Dem Kanal einen Namen geben.</translation>
    </message>
    <message>
        <source>The server is another one. Enter the secret it is to be told.</source>
        <translation>Der Server ist ein anderer. Das Geheimnis eingeben, das er erfahren soll.</translation>
    </message>
    <message>
        <source>There are %1 channels; that is the most.</source>
        <translation>Es gibt %1 Kanäle, mehr dürfen es nicht sein.</translation>
    </message>
    <message>
        <source>%1 needs this channel. Take it out there first.</source>
        <translation>%1 braucht diesen Kanal. Ihn zuerst dort herausnehmen.</translation>
    </message>
    <message>
        <source>There is no channel %1.</source>
        <translation>Es gibt keinen Kanal %1.</translation>
    </message>
</context>
<context>
    <name>alerts::channels::ChannelCheck</name>
    <message>
        <source>The secret holds characters that nobody can type. Enter it again.</source>
        <translation>Das Geheimnis enthält Zeichen, die niemand tippen kann. Noch einmal eingeben.</translation>
    </message>
    <message>
        <source>A fingerprint is the SHA-256 of a certificate: 64 hexadecimal digits.</source>
        <translation>Ein Fingerabdruck ist der SHA-256 eines Zertifikats: 64 hexadezimale Ziffern.</translation>
    </message>
    <message>
        <source>Enter the whole address of the incoming webhook as the secret.</source>
        <translation>Die ganze Adresse des eingehenden Webhooks als Geheimnis eingeben.</translation>
    </message>
    <message>
        <source>A token of Telegram&apos;s BotFather looks like 123456:ABC-def.</source>
        <translation>Ein Token von Telegrams BotFather sieht aus wie 123456:ABC-def.</translation>
    </message>
    <message>
        <source>Enter the mail server, such as mail.example.org.</source>
        <translation>Den Mailserver eingeben, etwa mail.example.org.</translation>
    </message>
    <message>
        <source>Enter whom the mails are to.</source>
        <translation>Eingeben, an wen die Mails gehen.</translation>
    </message>
    <message>
        <source>A password is never sent in the clear. Choose TLS or STARTTLS.</source>
        <translation>Ein Passwort wird nie im Klartext gesendet. TLS oder STARTTLS wählen.</translation>
    </message>
    <message>
        <source>Mails go out unencrypted only within private networks. Choose TLS or STARTTLS.</source>
        <translation>Unverschlüsselt gehen Mails nur innerhalb privater Netze hinaus. TLS oder STARTTLS wählen.</translation>
    </message>
    <message>
        <source>Enter an address that begins with https:// and names a server.</source>
        <translation>Eine Adresse eingeben, die mit https:// beginnt und einen Server nennt.</translation>
    </message>
    <message>
        <source>User names, passwords and # do not belong into the address. Enter them as a secret.</source>
        <translation>Benutzernamen, Passwörter und # gehören nicht in die Adresse. Sie als Geheimnis eingeben.</translation>
    </message>
    <message>
        <source>Outside private networks messages go out encrypted: begin the address with https://.</source>
        <translation>Außerhalb privater Netze gehen Nachrichten verschlüsselt hinaus: Die Adresse mit https:// beginnen.</translation>
    </message>
    <message>
        <source>A topic of ntfy has letters, digits, - and _, 64 at most.</source>
        <translation>Ein Thema von ntfy hat Buchstaben, Ziffern, - und _, höchstens 64.</translation>
    </message>
    <message>
        <source>Enter the chat as Telegram knows it: a number, or @ and its name.</source>
        <translation>Den Chat eingeben, wie Telegram ihn kennt: eine Zahl oder @ und sein Name.</translation>
    </message>
    <message>
        <source>Enter the token as the secret.</source>
        <translation>Das Token als Geheimnis eingeben.</translation>
    </message>
</context>
<context>
    <name>alerts::channels::CommonSettings</name>
    <message>
        <source>Enter where people open Belfry, such as https://belfry.example.org.</source>
        <translation>Eingeben, unter welcher Adresse Belfry geöffnet wird, etwa https://belfry.example.org.</translation>
    </message>
    <message>
        <source>Each level of escalation comes after the one before: enter times that grow, from 10 seconds to a week.</source>
        <translation>Jede Stufe der Eskalation kommt nach der davor: Geben Sie wachsende Zeiten ein, von 10 Sekunden bis zu einer Woche.</translation>
    </message>
</context>
<context>
    <name>alerts::channels::Dispatch</name>
    <message>
        <source>still open</source>
        <translation>noch offen</translation>
    </message>
</context>
<context>
    <name>alerts::channels::Duty</name>
    <message>
        <source>Say on which day the first turn begins, as 2026-11-23.</source>
        <translation>Angeben, an welchem Tag die erste Schicht beginnt, etwa 2026-11-23.</translation>
    </message>
    <message>
        <source>A rota needs somebody.</source>
        <translation>Ein Bereitschaftsplan braucht jemanden.</translation>
    </message>
    <message>
        <source>Everybody in a rota needs a name of their own.</source>
        <translation>In einem Bereitschaftsplan brauchen alle einen eigenen Namen.</translation>
    </message>
    <message>
        <source>%1 stands in, but is not in the rota.</source>
        <translation>%1 springt ein, steht aber nicht im Bereitschaftsplan.</translation>
    </message>
    <message>
        <source>Whoever stands in does so until later than from when on.</source>
        <translation>Wer einspringt, hört später damit auf, als er anfängt.</translation>
    </message>
</context>
<context>
    <name>alerts::channels::HttpAnswer</name>
    <message>
        <source>%1 answered something that is no HTTP. Check the address.</source>
        <translation>%1 hat etwas geantwortet, das kein HTTP ist. Adresse prüfen.</translation>
    </message>
    <message>
        <source>%1 took the message.</source>
        <translation>%1 hat die Nachricht angenommen.</translation>
    </message>
    <message>
        <source>%1 sends Belfry elsewhere (%2); that is not followed. Enter the address that answers.</source>
        <translation>%1 schickt Belfry woandershin (%2); dem wird nicht gefolgt. Die Adresse eingeben, die antwortet.</translation>
    </message>
    <message>
        <source>%1 wants fewer messages (429)%2</source>
        <translation>%1 verlangt weniger Nachrichten (429)%2</translation>
    </message>
    <message>
        <source>%1 could not take the message (%2)%3</source>
        <translation>%1 konnte die Nachricht nicht annehmen (%2)%3</translation>
    </message>
    <message>
        <source>%1 refuses the message (%2)%3 Check the address and the secret.</source>
        <translation>%1 lehnt die Nachricht ab (%2)%3 Adresse und Geheimnis prüfen.</translation>
    </message>
</context>
<context>
    <name>alerts::channels::HttpCall</name>
    <message>
        <source>The address or the secret of this channel holds what cannot be sent. Enter it again.</source>
        <translation>Adresse oder Geheimnis dieses Kanals enthält etwas, das sich nicht senden lässt. Noch einmal eingeben.</translation>
    </message>
</context>
<context>
    <name>alerts::channels::Line</name>
    <message>
        <source>%1 led to an address that is not allowed.</source>
        <translation>%1 führte zu einer Adresse, die nicht erlaubt ist.</translation>
    </message>
    <message>
        <source>%1 spoke on before it was encrypted. It cannot be trusted.</source>
        <translation>%1 sprach weiter, bevor verschlüsselt wurde. Dem ist nicht zu trauen.</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one that is pinned: %2. Ask whoever runs it whether that is right.</source>
        <translation>%1 zeigt ein anderes Zertifikat als das festgelegte: %2. Den Betreiber fragen, ob das stimmt.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2. Renew it, or pin its fingerprint if it is the right one: %3</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut: %2. Es erneuern oder seinen Fingerabdruck festlegen, wenn es das richtige ist: %3</translation>
    </message>
    <message>
        <source>%1 does not agree on TLS: %2. Look at its port, and whether it is spoken to encrypted.</source>
        <translation>%1 einigt sich nicht auf TLS: %2. Prüfen, ob der Port stimmt und ob dort verschlüsselt gesprochen wird.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2.</source>
        <translation>%1 ist nicht erreichbar: %2.</translation>
    </message>
</context>
<context>
    <name>alerts::channels::Mail</name>
    <message>
        <source>Open in Belfry</source>
        <translation>In Belfry öffnen</translation>
    </message>
    <message>
        <source>“%1” is no mail address. Write it as name@example.org.</source>
        <translation>„%1“ ist keine E-Mail-Adresse. Als name@example.org angeben.</translation>
    </message>
</context>
<context>
    <name>alerts::channels::Message</name>
    <message>
        <source>again</source>
        <translation>erneut</translation>
    </message>
    <message>
        <source>worse than before</source>
        <translation>schlimmer als vorher</translation>
    </message>
    <message>
        <source>nobody looks after it</source>
        <translation>niemand kümmert sich darum</translation>
    </message>
    <message>
        <source>no longer looked after</source>
        <translation>niemand kümmert sich mehr darum</translation>
    </message>
    <message>
        <source>comes and goes</source>
        <translation>kommt und geht</translation>
    </message>
    <message>
        <source>somebody looks after it</source>
        <translation>jemand kümmert sich darum</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>a silence ends</source>
        <translation>eine Stummschaltung endet</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Looked after</source>
        <translation>Jemand kümmert sich</translation>
    </message>
    <message numerus="yes">
        <source>%n more are a part of it</source>
        <translation>
            <numerusform>%n weiterer gehört dazu</numerusform>
            <numerusform>%n weitere gehören dazu</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>A silence ends</source>
        <translation>Eine Stummschaltung endet</translation>
    </message>
    <message numerus="yes">
        <source>Good news of %n alert(s)</source>
        <translation>
            <numerusform>Gute Nachricht von %n Alarm</numerusform>
            <numerusform>Gute Nachrichten von %n Alarmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n alert(s)</source>
        <translation>
            <numerusform>%1: %n Alarm</numerusform>
            <numerusform>%1: %n Alarme</numerusform>
        </translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… und %n weiterer.</numerusform>
            <numerusform>… und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>A test of Belfry</source>
        <translation>Ein Test von Belfry</translation>
    </message>
    <message>
        <source>This channel works. Nothing happened; somebody pressed the button that tries it.</source>
        <translation>Dieser Kanal funktioniert. Es ist nichts passiert; jemand hat nur den Knopf gedrückt, der ihn ausprobiert.</translation>
    </message>
</context>
<context>
    <name>alerts::channels::Reach</name>
    <message>
        <source>The name %1 is not known. Check it, and the name server.</source>
        <translation>Der Name %1 ist nicht bekannt. Ihn und den Nameserver prüfen.</translation>
    </message>
    <message>
        <source>%1 is no address of a computer.</source>
        <translation>%1 ist nicht die Adresse eines Computers.</translation>
    </message>
    <message>
        <source>%1 is where a cloud keeps its keys; no channel leads there.</source>
        <translation>Unter %1 bewahrt eine Cloud ihre Schlüssel auf; dorthin führt kein Kanal.</translation>
    </message>
    <message>
        <source>%1 is in a private network, or this computer. Allow that for this channel if it is meant.</source>
        <translation>%1 liegt in einem privaten Netz oder ist dieser Computer. Das für diesen Kanal erlauben, wenn es so gemeint ist.</translation>
    </message>
    <message>
        <source>The name %1 has no address.</source>
        <translation>Der Name %1 hat keine Adresse.</translation>
    </message>
</context>
<context>
    <name>alerts::channels::RouteBook</name>
    <message>
        <source>The route “%1”</source>
        <translation>Die Route „%1“</translation>
    </message>
    <message>
        <source>The rota “%1”</source>
        <translation>Der Bereitschaftsplan „%1“</translation>
    </message>
    <message>
        <source>Give the route a name.</source>
        <translation>Der Route einen Namen geben.</translation>
    </message>
    <message>
        <source>Say where the route leads: to channels, or to who is on call.</source>
        <translation>Angeben, wohin die Route führt: zu Kanälen oder zu denen, die in Bereitschaft sind.</translation>
    </message>
    <message>
        <source>There is no channel %1.</source>
        <translation>Es gibt keinen Kanal %1.</translation>
    </message>
    <message>
        <source>There is no rota %1.</source>
        <translation>Es gibt keinen Bereitschaftsplan %1.</translation>
    </message>
    <message>
        <source>Give the rota a name.</source>
        <translation>Dem Bereitschaftsplan einen Namen geben.</translation>
    </message>
    <message>
        <source>Only e-mail goes to an address of somebody&apos;s own; %1 tells all it tells.</source>
        <translation>Nur E-Mail geht an die eigene Adresse einer Person; %1 sagt es immer allen.</translation>
    </message>
    <message>
        <source>The route “%1” needs this rota. Take it out there first.</source>
        <translation>Die Route „%1“ braucht diesen Bereitschaftsplan. Ihn zuerst dort herausnehmen.</translation>
    </message>
    <message>
        <source>There is no route %1.</source>
        <translation>Es gibt keine Route %1.</translation>
    </message>
    <message>
        <source>There are %1 of them; that is the most.</source>
        <translation>Es gibt %1 davon, mehr dürfen es nicht sein.</translation>
    </message>
</context>
<context>
    <name>alerts::channels::SmtpCall</name>
    <message>
        <source>%1 hung up before it took the message.</source>
        <translation>%1 hat aufgelegt, bevor die Nachricht angenommen war.</translation>
    </message>
</context>
<context>
    <name>alerts::channels::SmtpTalk</name>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>%1 answered something that is no SMTP. Check host and port.</source>
        <translation>%1 hat etwas geantwortet, was kein SMTP ist. Host und Port prüfen.</translation>
    </message>
    <message>
        <source>turns Belfry away</source>
        <translation>weist Belfry ab</translation>
    </message>
    <message>
        <source>does not encrypt now</source>
        <translation>verschlüsselt jetzt nicht</translation>
    </message>
    <message>
        <source>does not let Belfry sign in</source>
        <translation>lehnt die Anmeldung von Belfry ab</translation>
    </message>
    <message>
        <source>does not let Belfry sign in; check user name and password</source>
        <translation>lehnt die Anmeldung von Belfry ab; Benutzernamen und Passwort prüfen</translation>
    </message>
    <message>
        <source>refuses the sender %1</source>
        <translation>lehnt den Absender %1 ab</translation>
    </message>
    <message>
        <source>does not take the message</source>
        <translation>nimmt die Nachricht nicht an</translation>
    </message>
    <message>
        <source>%1 took the message.</source>
        <translation>%1 hat die Nachricht angenommen.</translation>
    </message>
    <message>
        <source>%1 took the message, but not for all: %2</source>
        <translation>%1 hat die Nachricht angenommen, aber nicht für alle: %2</translation>
    </message>
    <message>
        <source>%1 offers no encryption (STARTTLS). Choose TLS with its port, or ask who runs it.</source>
        <translation>%1 bietet keine Verschlüsselung (STARTTLS). TLS mit dem passenden Port wählen oder den Betreiber fragen.</translation>
    </message>
    <message>
        <source>%1 offers no way to sign in that Belfry knows (PLAIN or LOGIN).</source>
        <translation>%1 bietet keine Art der Anmeldung, die Belfry kennt (PLAIN oder LOGIN).</translation>
    </message>
    <message>
        <source>%1 takes the message for nobody: %2</source>
        <translation>%1 nimmt die Nachricht für niemanden an: %2</translation>
    </message>
</context>
<context>
    <name>alerts::channels::Switchboard</name>
    <message>
        <source>Other channels are being tried. Wait until they have answered.</source>
        <translation>Es werden gerade andere Kanäle ausprobiert. Warten, bis sie geantwortet haben.</translation>
    </message>
</context>
<context>
    <name>alerts::channels::Weekly</name>
    <message>
        <source>“%1” is no time zone. Write it as Europe/Berlin.</source>
        <translation>„%1“ ist keine Zeitzone. Als Europe/Berlin angeben.</translation>
    </message>
    <message>
        <source>Weekdays are 1 for Monday to 7 for Sunday.</source>
        <translation>Wochentage sind 1 für Montag bis 7 für Sonntag.</translation>
    </message>
    <message>
        <source>Write the hours as 08:00 and 18:00.</source>
        <translation>Die Uhrzeiten als 08:00 und 18:00 angeben.</translation>
    </message>
</context>
<context>
    <name>app::Doorbell</name>
    <message>
        <source>There is no folder for sockets that only this user may enter. Check XDG_RUNTIME_DIR.</source>
        <translation>Es gibt keinen Ordner für Sockets, den nur dieser Benutzer betreten darf. Prüfen Sie XDG_RUNTIME_DIR.</translation>
    </message>
    <message>
        <source>The socket %1 cannot be opened: %2.</source>
        <translation>Der Socket %1 lässt sich nicht öffnen: %2.</translation>
    </message>
</context>
<context>
    <name>app::LocalLink</name>
    <message>
        <source>The server is stopping.</source>
        <translation>Der Server wird beendet.</translation>
    </message>
    <message>
        <source>The server is starting.</source>
        <translation>Der Server wird gestartet.</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Computer</translation>
    </message>
</context>
<context>
    <name>assistant</name>
    <message>
        <source>What the model&apos;s service sends is no answer.</source>
        <translation>Was der Dienst des Modells sendet, ist keine Antwort.</translation>
    </message>
    <message>
        <source>The model&apos;s service answered with an error.</source>
        <translation>Der Dienst des Modells hat mit einem Fehler geantwortet.</translation>
    </message>
    <message>
        <source>The model&apos;s service ended in the middle of its answer.</source>
        <translation>Der Dienst des Modells hat mitten in seiner Antwort aufgehört.</translation>
    </message>
    <message>
        <source>What the model&apos;s service sends is too long.</source>
        <translation>Was der Dienst des Modells sendet, ist zu lang.</translation>
    </message>
</context>
<context>
    <name>assistant::AlertTalk</name>
    <message>
        <source>which alerts are open?</source>
        <translation>welche Alarme sind offen?</translation>
    </message>
    <message>
        <source>No alert is open that nobody looks after.</source>
        <translation>Kein Alarm ist offen, um den sich niemand kümmert.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) open: %1.</source>
        <translation>
            <numerusform>%n Alarm offen: %1.</numerusform>
            <numerusform>%n Alarme offen: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more looked after.</source>
        <translation>
            <numerusform>Um %n weiteren kümmert sich jemand.</numerusform>
            <numerusform>Um %n weitere kümmert sich jemand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silenced.</source>
        <translation>
            <numerusform>%n stummgeschaltet.</numerusform>
            <numerusform>%n stummgeschaltet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n a part of another.</source>
        <translation>
            <numerusform>%n gehört zu einem anderen.</numerusform>
            <numerusform>%n gehören zu anderen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Raised %1: %2.</source>
        <translation>Ausgelöst %1: %2.</translation>
    </message>
    <message>
        <source>who looks after A-12?</source>
        <translation>wer kümmert sich um A-12?</translation>
    </message>
    <message>
        <source>%1 looks after %2 since %3.</source>
        <translation>%1 kümmert sich um %2, seit %3.</translation>
    </message>
    <message>
        <source>That ends at %1.</source>
        <translation>Das gilt bis %1.</translation>
    </message>
    <message>
        <source>Note: “%1”.</source>
        <translation>Notiz: „%1“.</translation>
    </message>
    <message>
        <source>%1 is over.</source>
        <translation>%1 ist vorbei.</translation>
    </message>
    <message>
        <source>Nobody looks after %1.</source>
        <translation>Um %1 kümmert sich niemand.</translation>
    </message>
    <message>
        <source>It is given to %1.</source>
        <translation>Zugewiesen an %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are a part of it.</source>
        <translation>
            <numerusform>%n Alarm gehört dazu.</numerusform>
            <numerusform>%n Alarme gehören dazu.</numerusform>
        </translation>
    </message>
    <message>
        <source>what is silenced, and until when?</source>
        <translation>was ist bis wann stummgeschaltet?</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>%1 until %2 (by %3)</source>
        <translation>%1 bis %2 (von %3)</translation>
    </message>
    <message>
        <source>Nothing is silenced by hand.</source>
        <translation>Nichts ist von Hand stummgeschaltet.</translation>
    </message>
    <message numerus="yes">
        <source>%n silence(s): %1.</source>
        <translation>
            <numerusform>%n Stummschaltung: %1.</numerusform>
            <numerusform>%n Stummschaltungen: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are under them.</source>
        <translation>
            <numerusform>Darunter ist %n Alarm.</numerusform>
            <numerusform>Darunter sind %n Alarme.</numerusform>
        </translation>
    </message>
    <message>
        <source>Maintenance “%1” until %2.</source>
        <translation>Wartung „%1“ bis %2.</translation>
    </message>
    <message>
        <source>Maintenance “%1” is next at %2.</source>
        <translation>Wartung „%1“, das nächste Mal: %2.</translation>
    </message>
</context>
<context>
    <name>assistant::ChangeTalk</name>
    <message>
        <source>what changed last night?</source>
        <translation>was hat sich letzte Nacht geändert?</translation>
    </message>
    <message>
        <source>No device changed %1.</source>
        <translation>Kein Gerät hat sich %1 geändert.</translation>
    </message>
    <message>
        <source>Nothing changed on %1 %2.</source>
        <translation>An %1 hat sich %2 nichts geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) %1 on %2: %3.</source>
        <translation>
            <numerusform>%n Änderung %1 an %2: %3.</numerusform>
            <numerusform>%n Änderungen %1 an %2: %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräten</numerusform>
        </translation>
    </message>
    <message>
        <source>There are more than these; ask for a shorter time.</source>
        <translation>Es gibt mehr als diese; nach einer kürzeren Zeit fragen.</translation>
    </message>
    <message>
        <source>No alert was raised.</source>
        <translation>Es wurde kein Alarm ausgelöst.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) raised: %1.</source>
        <translation>
            <numerusform>%n Alarm ausgelöst: %1.</numerusform>
            <numerusform>%n Alarme ausgelöst: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assistant::Composing</name>
    <message>
        <source>%1 could not be asked: %2</source>
        <translation>%1 ließ sich nicht fragen: %2</translation>
    </message>
    <message>
        <source>I could not find that out. %1: %2</source>
        <translation>Das ließ sich nicht herausfinden. %1: %2</translation>
    </message>
    <message>
        <source>local rules</source>
        <translation>lokale Regeln</translation>
    </message>
</context>
<context>
    <name>assistant::ConditionTalk</name>
    <message>
        <source>is core-sw-01 up?</source>
        <translation>ist core-sw-01 erreichbar?</translation>
    </message>
    <message>
        <source>It answers in %1 ms and loses %2.</source>
        <translation>Es antwortet in %1 ms und verliert %2.</translation>
    </message>
    <message>
        <source>It was last seen at %1.</source>
        <translation>Zuletzt gesehen: %1.</translation>
    </message>
    <message>
        <source>It is %1 at %2.</source>
        <translation>Es ist %1, Adresse: %2.</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>ein Gerät</translation>
    </message>
    <message>
        <source>no known address</source>
        <translation>keine bekannt</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>The service %1 works%2.</source>
        <translation>Der Dienst %1 funktioniert%2.</translation>
    </message>
    <message>
        <source>The service %1 does not work%2.</source>
        <translation>Der Dienst %1 funktioniert%2 nicht.</translation>
    </message>
    <message>
        <source>The service %1 is no longer watched.</source>
        <translation>Der Dienst %1 wird nicht mehr beobachtet.</translation>
    </message>
    <message>
        <source>No alert is open on it.</source>
        <translation>Kein Alarm ist dazu offen.</translation>
    </message>
    <message numerus="yes">
        <source>%n open alert(s): %1.</source>
        <translation>
            <numerusform>%n offener Alarm: %1.</numerusform>
            <numerusform>%n offene Alarme: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>why is core-sw-01 red?</source>
        <translation>warum ist core-sw-01 rot?</translation>
    </message>
    <message>
        <source>It stands behind %1.</source>
        <translation>Es steht hinter %1.</translation>
    </message>
    <message>
        <source>Its alert is a part of %1.</source>
        <translation>Sein Alarm gehört zu %1.</translation>
    </message>
    <message>
        <source>Last changes:</source>
        <translation>Letzte Änderungen:</translation>
    </message>
    <message>
        <source>which ports are open on nas-01?</source>
        <translation>welche Ports sind auf nas-01 offen?</translation>
    </message>
    <message>
        <source>%1, %2 seen at %3</source>
        <comment>a port, what answers there, a time</comment>
        <translation>%1, %2, gesehen %3</translation>
    </message>
    <message>
        <source>As far as was scanned, no port of %1 is open.</source>
        <translation>Soweit gescannt wurde, ist kein Port von %1 offen.</translation>
    </message>
    <message numerus="yes">
        <source>%n open port(s) on %1, as far as was scanned: %2.</source>
        <translation>
            <numerusform>%n offener Port auf %1, soweit gescannt wurde: %2.</numerusform>
            <numerusform>%n offene Ports auf %1, soweit gescannt wurde: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assistant::DeviceTalk</name>
    <message>
        <source>what is down?</source>
        <translation>was ist ausgefallen?</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>No device is down.</source>
        <translation>Kein Gerät ist ausgefallen.</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) down: %1.</source>
        <translation>
            <numerusform>%n Gerät ausgefallen: %1.</numerusform>
            <numerusform>%n Geräte ausgefallen: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) cannot be reached behind what is down.</source>
        <translation>
            <numerusform>%n Gerät ist hinter dem Ausgefallenen nicht zu erreichen.</numerusform>
            <numerusform>%n Geräte sind hinter dem Ausgefallenen nicht zu erreichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>how many devices are there?</source>
        <translation>wie viele Geräte gibt es?</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number, and a state</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s).</source>
        <translation>
            <numerusform>%n Gerät.</numerusform>
            <numerusform>%n Geräte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s): %1.</source>
        <translation>
            <numerusform>%n Gerät: %1.</numerusform>
            <numerusform>%n Geräte: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>which devices have port 22 open?</source>
        <translation>welche Geräte haben Port 22 offen?</translation>
    </message>
    <message>
        <source>As far as was scanned, no device has port %1 open.</source>
        <translation>Soweit gescannt wurde, hat kein Gerät Port %1 offen.</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) with port %1 open, as far as was scanned: %2.</source>
        <translation>
            <numerusform>%n Gerät mit offenem Port %1, soweit gescannt wurde: %2.</numerusform>
            <numerusform>%n Geräte mit offenem Port %1, soweit gescannt wurde: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>new devices since yesterday</source>
        <translation>neue Geräte seit gestern</translation>
    </message>
    <message>
        <source>No new device %1.</source>
        <translation>Kein neues Gerät %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n new device(s) %1: %2.</source>
        <translation>
            <numerusform>%n neues Gerät %1: %2.</numerusform>
            <numerusform>%n neue Geräte %1: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>I looked at the first %1 only.</source>
        <translation>Nur die ersten %1 wurden angesehen.</translation>
    </message>
</context>
<context>
    <name>assistant::Grammar</name>
    <message>
        <source>I did not understand “%1”.</source>
        <translation>„%1“ habe ich nicht verstanden.</translation>
    </message>
    <message>
        <source>There is nothing you may ask me.</source>
        <translation>Es gibt nichts, wonach Sie mich fragen dürfen.</translation>
    </message>
    <message>
        <source>You can ask, for example: “%1”</source>
        <translation>Fragen können Sie zum Beispiel: „%1“</translation>
    </message>
    <message>
        <source>”, “</source>
        <translation>“, „</translation>
    </message>
</context>
<context>
    <name>assistant::HelpTalk</name>
    <message>
        <source>I answer from what you may see here, show what I asked, and never do anything myself. You can ask, for example:</source>
        <translation>Ich antworte aus dem, was Sie hier sehen dürfen, zeige, was ich gefragt habe, und tue nie selbst etwas. Fragen können Sie zum Beispiel:</translation>
    </message>
</context>
<context>
    <name>assistant::HouseTalk</name>
    <message>
        <source>who is here?</source>
        <translation>wer ist hier?</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Nobody is here.</source>
        <translation>Niemand ist hier.</translation>
    </message>
    <message numerus="yes">
        <source>%n here: %1.</source>
        <translation>
            <numerusform>%n hier: %1.</numerusform>
            <numerusform>%n hier: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>when was the last scan?</source>
        <translation>wann war der letzte Scan?</translation>
    </message>
    <message>
        <source>all ticked networks</source>
        <translation>alle angehakten Netze</translation>
    </message>
    <message>
        <source>%1 of %2, begun at %3 by %4</source>
        <translation>%1 von %2, begonnen %3 von %4</translation>
    </message>
    <message>
        <source>No scan is running.</source>
        <translation>Es läuft kein Scan.</translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) running: %1.</source>
        <translation>
            <numerusform>%n Scan läuft: %1.</numerusform>
            <numerusform>%n Scans laufen: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>No scan was run yet.</source>
        <translation>Es lief noch kein Scan.</translation>
    </message>
    <message>
        <source>The last one: %1, %2.</source>
        <translation>Der letzte: %1, %2.</translation>
    </message>
    <message numerus="yes">
        <source>It found %n device(s)</source>
        <translation>
            <numerusform>Gefunden: %n Gerät</numerusform>
            <numerusform>Gefunden: %n Geräte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open port(s)</source>
        <translation>
            <numerusform>%n offener Port</numerusform>
            <numerusform>%n offene Ports</numerusform>
        </translation>
    </message>
    <message>
        <source>Since the run before it: %1 added, %2 removed, %3 changed.</source>
        <translation>Seit dem Lauf davor: %1 hinzugekommen, %2 entfallen, %3 geändert.</translation>
    </message>
    <message>
        <source>which services fail?</source>
        <translation>welche Dienste funktionieren nicht?</translation>
    </message>
    <message>
        <source>%1 (since %2)</source>
        <translation>%1 (seit %2)</translation>
    </message>
    <message>
        <source>No service is watched.</source>
        <translation>Es wird kein Dienst beobachtet.</translation>
    </message>
    <message numerus="yes">
        <source>All %n watched service(s) work.</source>
        <translation>
            <numerusform>%n Dienst wird beobachtet und funktioniert.</numerusform>
            <numerusform>Alle %n beobachteten Dienste funktionieren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the watched services do not work: %1.</source>
        <translation>
            <numerusform>%n der beobachteten Dienste funktioniert nicht: %1.</numerusform>
            <numerusform>%n der beobachteten Dienste funktionieren nicht: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assistant::MachineTalk</name>
    <message>
        <source>how was the CPU over the last hour?</source>
        <translation>wie war die CPU in der letzten Stunde?</translation>
    </message>
    <message>
        <source>This machine, %1:</source>
        <translation>Dieser Rechner, %1:</translation>
    </message>
    <message>
        <source>%1: %2 now.</source>
        <translation>%1: jetzt %2.</translation>
    </message>
    <message>
        <source>%1: nothing was recorded.</source>
        <translation>%1: Es wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>%1: %2 on average, at least %3, at most %4 at %5.</source>
        <translation>%1: im Mittel %2, mindestens %3, höchstens %4 (%5).</translation>
    </message>
</context>
<context>
    <name>assistant::ModelProbe</name>
    <message>
        <source>The server stops.</source>
        <translation>Der Server wird beendet.</translation>
    </message>
    <message>
        <source>The model is being asked already. Wait for that.</source>
        <translation>Das Modell wird schon gefragt. Warten Sie darauf.</translation>
    </message>
    <message>
        <source>No model is set. Questions are answered by the rules of this house, and nothing leaves it.</source>
        <translation>Es ist kein Modell eingestellt. Fragen beantworten die Regeln dieses Hauses, und nichts verlässt es.</translation>
    </message>
    <message>
        <source>The model&apos;s service did not come to an end.</source>
        <translation>Der Dienst des Modells kam zu keinem Ende.</translation>
    </message>
    <message>
        <source>The model answered nothing that can be shown.</source>
        <translation>Das Modell antwortete nichts, was sich zeigen lässt.</translation>
    </message>
    <message>
        <source>%1 answered: %2</source>
        <comment>a model, and what it said</comment>
        <translation>%1 antwortete: %2</translation>
    </message>
</context>
<context>
    <name>assistant::ModelTalk</name>
    <message>
        <source>The model&apos;s service did not come to an end.</source>
        <translation>Der Dienst des Modells ist zu keinem Ende gekommen.</translation>
    </message>
    <message>
        <source>What the model may be asked a day is used up.</source>
        <translation>Was das Modell am Tag gefragt werden darf, ist aufgebraucht.</translation>
    </message>
    <message>
        <source>The model asked and asked, and did not answer.</source>
        <translation>Das Modell hat nur immer weiter gefragt und nicht geantwortet.</translation>
    </message>
    <message>
        <source>The model answered nothing that can be shown.</source>
        <translation>Das Modell hat nichts geantwortet, was sich zeigen lässt.</translation>
    </message>
    <message>
        <source>model %1 at %2</source>
        <translation>Modell %1 bei %2</translation>
    </message>
</context>
<context>
    <name>assistant::Naming</name>
    <message>
        <source>%1 or %2</source>
        <comment>a list, and its last item</comment>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>“%1” may be several things. Did you mean %2?</source>
        <translation>„%1“ kann mehreres sein. War %2 gemeint?</translation>
    </message>
    <message>
        <source>There is no “%1”; did you mean %2?</source>
        <translation>Es gibt kein „%1“; war %2 gemeint?</translation>
    </message>
    <message>
        <source>I took “%1” for %2.</source>
        <translation>„%1“ habe ich als %2 verstanden.</translation>
    </message>
    <message>
        <source>There is no device or service “%1” that you may see. Check how it is written.</source>
        <translation>Es gibt kein Gerät und keinen Dienst „%1“, die Sie sehen dürfen. Die Schreibweise prüfen.</translation>
    </message>
    <message>
        <source>There is no device “%1” that you may see. Check how it is written.</source>
        <translation>Es gibt kein Gerät „%1“, das Sie sehen dürfen. Die Schreibweise prüfen.</translation>
    </message>
    <message>
        <source>There is no department “%1” that you may see. Check how it is written.</source>
        <translation>Es gibt keine Abteilung „%1“, die Sie sehen dürfen. Die Schreibweise prüfen.</translation>
    </message>
    <message>
        <source>There is no network “%1”. Write it as 192.0.2.0/24, or as it is called.</source>
        <translation>Es gibt kein Netz „%1“. Als 192.0.2.0/24 angeben oder so, wie es heißt.</translation>
    </message>
</context>
<context>
    <name>assistant::PlaceTalk</name>
    <message>
        <source>where is 10.0.0.5 plugged in?</source>
        <translation>wo ist 10.0.0.5 angeschlossen?</translation>
    </message>
    <message>
        <source>%1 is joined to %2</source>
        <translation>%1 hängt an %2</translation>
    </message>
    <message>
        <source>%1 is joined to %2, port %3</source>
        <translation>%1 hängt an %2, Port %3</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>laut %1</translation>
    </message>
    <message>
        <source>%1 sure</source>
        <translation>%1 sicher</translation>
    </message>
    <message>
        <source>not in use now</source>
        <translation>gerade nicht in Gebrauch</translation>
    </message>
    <message>
        <source>%1 (port %2)</source>
        <translation>%1 (Port %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) hang on it: %1.</source>
        <translation>
            <numerusform>%n Gerät hängt daran: %1.</numerusform>
            <numerusform>%n Geräte hängen daran: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is known of how %1 is joined. Switches tell when they are asked by SNMP.</source>
        <translation>Woran %1 hängt, ist nicht bekannt. Switches sagen es, wenn sie per SNMP gefragt werden.</translation>
    </message>
    <message>
        <source>how is department Design?</source>
        <translation>wie geht es der Abteilung Design?</translation>
    </message>
    <message>
        <source>what is in network 10.0.0.0/24?</source>
        <translation>was ist im Netz 10.0.0.0/24?</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a number, and a state</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No device of %1 that you may see.</source>
        <translation>Kein Gerät von %1, das Sie sehen dürfen.</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) in %1: %2.</source>
        <translation>
            <numerusform>%n Gerät in %1: %2.</numerusform>
            <numerusform>%n Geräte in %1: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not answering: %1.</source>
        <translation>Ohne Antwort: %1.</translation>
    </message>
    <message>
        <source>I looked at the first %1 only.</source>
        <translation>Nur die ersten %1 wurden angesehen.</translation>
    </message>
</context>
<context>
    <name>assistant::Service</name>
    <message numerus="yes">
        <source>%n question(s) wait here already. Ask again in a moment.</source>
        <translation>
            <numerusform>Hier wartet schon %n Frage. Gleich noch einmal fragen.</numerusform>
            <numerusform>Hier warten schon %n Fragen. Gleich noch einmal fragen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The assistant is switched off in %1.</source>
        <translation>Der Assistent ist in %1 abgeschaltet.</translation>
    </message>
    <message numerus="yes">
        <source>Too much is asked at once. Ask again in %n second(s).</source>
        <translation>
            <numerusform>Es wird zu viel auf einmal gefragt. In %n Sekunde noch einmal fragen.</numerusform>
            <numerusform>Es wird zu viel auf einmal gefragt. In %n Sekunden noch einmal fragen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model&apos;s service asked not to be asked for a while.</source>
        <translation>Der Dienst des Modells möchte eine Weile nicht gefragt werden.</translation>
    </message>
    <message>
        <source>(Without the model: %1)</source>
        <translation>(Ohne das Modell: %1)</translation>
    </message>
    <message>
        <source>Not everybody here may see all of it. Ask me directly to see more: /ai</source>
        <translation>Nicht alle hier dürfen alles davon sehen. Fragen Sie mich direkt, um mehr zu sehen: /ai</translation>
    </message>
    <message>
        <source>Ask it alone</source>
        <translation>Allein fragen</translation>
    </message>
    <message>
        <source>No answer is being written there any more.</source>
        <translation>Dort wird keine Antwort mehr geschrieben.</translation>
    </message>
    <message>
        <source>Only who asked stops an answer, or an operator. Ask one.</source>
        <translation>Eine Antwort hält nur an, wer gefragt hat, oder ein Bediener. Einen fragen.</translation>
    </message>
    <message>
        <source>(Stopped by %1.)</source>
        <translation>(Angehalten von %1.)</translation>
    </message>
</context>
<context>
    <name>assistant::Setup</name>
    <message>
        <source>Give the name of the model the service is to use.</source>
        <translation>Den Namen des Modells angeben, das der Dienst benutzen soll.</translation>
    </message>
    <message>
        <source>A key has letters, digits and signs only. Copy it again.</source>
        <translation>Ein Schlüssel besteht nur aus Buchstaben, Ziffern und Zeichen. Ihn noch einmal kopieren.</translation>
    </message>
    <message>
        <source>Say which room.</source>
        <translation>Angeben, welcher Raum gemeint ist.</translation>
    </message>
    <message>
        <source>%1 rooms are set apart; that is the most.</source>
        <translation>%1 Räume sind eigens eingestellt; mehr sind nicht möglich.</translation>
    </message>
</context>
<context>
    <name>assistant::Speech</name>
    <message>
        <source>up</source>
        <translation>erreichbar</translation>
    </message>
    <message>
        <source>down</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>unerreichbar</translation>
    </message>
    <message>
        <source>of unknown state</source>
        <translation>in unbekanntem Zustand</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 ist %2.</translation>
    </message>
    <message>
        <source>%1 is %2 since %3 (%4).</source>
        <translation>%1 ist seit %3 %2 (%4).</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>for information</source>
        <translation>zur Information</translation>
    </message>
    <message>
        <source>resolved at %1</source>
        <translation>erledigt seit %1</translation>
    </message>
    <message>
        <source>open since %1</source>
        <translation>offen seit %1</translation>
    </message>
    <message>
        <source>%1 looks after it</source>
        <translation>%1 kümmert sich darum</translation>
    </message>
    <message>
        <source>given to %1</source>
        <translation>zugewiesen an %1</translation>
    </message>
    <message>
        <source>nobody looks after it</source>
        <translation>niemand kümmert sich darum</translation>
    </message>
    <message>
        <source>a part of %1</source>
        <translation>gehört zu %1</translation>
    </message>
    <message>
        <source>silenced until %1</source>
        <translation>stummgeschaltet bis %1</translation>
    </message>
    <message>
        <source>%1 “%2” (%3)</source>
        <translation>%1 „%2“ (%3)</translation>
    </message>
    <message>
        <source>Look after %1</source>
        <translation>Sich um %1 kümmern</translation>
    </message>
    <message>
        <source>Give %1 to %2</source>
        <translation>%1 an %2 zuweisen</translation>
    </message>
    <message>
        <source>Scan %1 (%2)</source>
        <translation>%1 scannen (%2)</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>a list, and its last item</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>assistant::Toolbox</name>
    <message>
        <source>There is nothing to look up that is called %1.</source>
        <translation>Nachsehen lässt sich nichts, das %1 heißt.</translation>
    </message>
    <message>
        <source>The arguments are no JSON object.</source>
        <translation>Die Argumente sind kein JSON-Objekt.</translation>
    </message>
</context>
<context>
    <name>assistant::sources::ModelRequest</name>
    <message>
        <source>The model&apos;s service did not answer in time.</source>
        <translation>Der Dienst des Modells hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The certificate of the model&apos;s service is not trusted.</source>
        <translation>Dem Zertifikat vom Dienst des Modells wird nicht vertraut.</translation>
    </message>
    <message>
        <source>The model&apos;s service could not be reached.</source>
        <translation>Der Dienst des Modells war nicht zu erreichen.</translation>
    </message>
    <message>
        <source>The model&apos;s service is asked too often (429).</source>
        <translation>Der Dienst des Modells wird zu oft gefragt (429).</translation>
    </message>
    <message>
        <source>The model&apos;s service sends elsewhere (%1), and that is not followed.</source>
        <translation>Der Dienst des Modells schickt anderswohin (%1), und dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>The model&apos;s service answered %1.</source>
        <translation>Der Dienst des Modells hat %1 geantwortet.</translation>
    </message>
</context>
<context>
    <name>automation</name>
    <message numerus="yes">
        <source>Would have fired %n time(s).</source>
        <translation>
            <numerusform>Hätte %n-mal ausgelöst.</numerusform>
            <numerusform>Hätte %n-mal ausgelöst.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rule “%1”: %2</source>
        <translation>Regel „%1“: %2</translation>
    </message>
    <message>
        <source>the condition says “raise”, and raise is not given.</source>
        <translation>in der Bedingung steht „raise“, und raise ist nicht angegeben.</translation>
    </message>
    <message>
        <source>raise is given, but the condition does not say “raise”.</source>
        <translation>raise ist angegeben, aber in der Bedingung steht nicht „raise“.</translation>
    </message>
    <message>
        <source>clear is for conditions with &gt; &gt;= &lt; or &lt;=.</source>
        <translation>clear ist für Bedingungen mit &gt; &gt;= &lt; oder &lt;=.</translation>
    </message>
    <message>
        <source>clear (%1) has to be on the good side of the threshold (%2).</source>
        <translation>clear (%1) muss auf der guten Seite der Schwelle (%2) liegen.</translation>
    </message>
    <message>
        <source>raise and clear are for conditions with a number.</source>
        <translation>raise und clear sind für Bedingungen mit einer Zahl.</translation>
    </message>
    <message>
        <source>it has no id.</source>
        <translation>sie hat keine Kennung.</translation>
    </message>
    <message>
        <source>at most %1 labels.</source>
        <translation>höchstens %1 Merkmale.</translation>
    </message>
    <message>
        <source>it cannot suppress itself.</source>
        <translation>sie kann sich nicht selbst unterdrücken.</translation>
    </message>
    <message>
        <source>there is another of this id.</source>
        <translation>es gibt noch eine mit dieser Kennung.</translation>
    </message>
    <message>
        <source>there is no rule “%1”.</source>
        <translation>es gibt keine Regel „%1“.</translation>
    </message>
    <message>
        <source>in the end it rests upon itself.</source>
        <translation>am Ende beruht sie auf sich selbst.</translation>
    </message>
    <message>
        <source>one of avg, min, max, sum, rate, delta, p95, last, count, absent, predict</source>
        <translation>eines von avg, min, max, sum, rate, delta, p95, last, count, absent, predict</translation>
    </message>
    <message>
        <source>changes() is for rules of the kind state.</source>
        <translation>changes() ist für Regeln der Art state.</translation>
    </message>
    <message>
        <source>a rule of the kind absence asks with absent(series[time]).</source>
        <translation>eine Regel der Art absence fragt mit absent(Reihe[Zeit]).</translation>
    </message>
    <message>
        <source>of states there is only changes(), not %1().</source>
        <translation>von Zuständen gibt es nur changes(), nicht %1().</translation>
    </message>
    <message>
        <source>a state is compared with == or !=.</source>
        <translation>ein Zustand wird mit == oder != verglichen.</translation>
    </message>
    <message>
        <source>the state, such as offline</source>
        <translation>der Zustand, etwa offline</translation>
    </message>
    <message>
        <source>Rules of the kind %1 cannot be made yet. There are metric, state, absence and composite.</source>
        <translation>Regeln der Art %1 gibt es noch nicht. Es gibt metric, state, absence und composite.</translation>
    </message>
    <message>
        <source>A condition has at most %1 characters.</source>
        <translation>Eine Bedingung hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>das Ende</translation>
    </message>
    <message>
        <source>High memory usage</source>
        <translation>Speicher knapp</translation>
    </message>
    <message>
        <source>{value} % of the memory of {source} is in use.</source>
        <translation>{value} % des Speichers von {source} sind belegt.</translation>
    </message>
    <message>
        <source>Processor busy</source>
        <translation>Prozessor ausgelastet</translation>
    </message>
    <message>
        <source>The processor of {source} has been at {value} % for five minutes.</source>
        <translation>Der Prozessor von {source} ist seit fünf Minuten bei {value} %.</translation>
    </message>
    <message>
        <source>File system almost full</source>
        <translation>Dateisystem fast voll</translation>
    </message>
    <message>
        <source>{value} % of a file system of {source} is in use ({name}).</source>
        <translation>{value} % eines Dateisystems von {source} sind belegt ({name}).</translation>
    </message>
    <message>
        <source>File system full within a day</source>
        <translation>Dateisystem binnen eines Tages voll</translation>
    </message>
    <message>
        <source>As it goes on, a file system of {source} is full in {value} ({name}).</source>
        <translation>Geht es so weiter, ist ein Dateisystem von {source} in {value} voll ({name}).</translation>
    </message>
    <message>
        <source>Device down</source>
        <translation>Gerät ausgefallen</translation>
    </message>
    <message>
        <source>{source} does not answer, though it should be up.</source>
        <translation>{source} antwortet nicht, sollte aber erreichbar sein.</translation>
    </message>
    <message>
        <source>Device comes and goes</source>
        <translation>Gerät kommt und geht</translation>
    </message>
    <message>
        <source>{source} came or went {value} times within ten minutes.</source>
        <translation>{source} kam oder ging {value}-mal binnen zehn Minuten.</translation>
    </message>
    <message>
        <source>Certificate expires soon</source>
        <translation>Zertifikat läuft bald ab</translation>
    </message>
    <message>
        <source>The certificate of {source} expires in {value} days.</source>
        <translation>Das Zertifikat von {source} läuft in {value} Tagen ab.</translation>
    </message>
    <message>
        <source>Errors on an interface</source>
        <translation>Fehler an einer Schnittstelle</translation>
    </message>
    <message>
        <source>An interface of {source} has {value} errors a second ({name}).</source>
        <translation>Eine Schnittstelle von {source} hat {value} Fehler in der Sekunde ({name}).</translation>
    </message>
    <message>
        <source>Answers get lost</source>
        <translation>Antworten gehen verloren</translation>
    </message>
    <message>
        <source>{value} % of the probes of {source} are not answered.</source>
        <translation>{value} % der Anfragen an {source} bleiben ohne Antwort.</translation>
    </message>
    <message>
        <source>Answers take long</source>
        <translation>Antworten brauchen lange</translation>
    </message>
    <message>
        <source>{source} takes {value} ms to answer.</source>
        <translation>{source} braucht {value} ms für eine Antwort.</translation>
    </message>
    <message>
        <source>a time such as 5m</source>
        <translation>eine Zeit wie 5m</translation>
    </message>
    <message>
        <source>a window is from 1s to 30d, not %1.</source>
        <translation>ein Fenster ist zwischen 1s und 30d lang, nicht %1.</translation>
    </message>
    <message>
        <source>one of &gt; &gt;= &lt; &lt;= == !=</source>
        <translation>eines von &gt; &gt;= &lt; &lt;= == !=</translation>
    </message>
    <message>
        <source>this is nested too deeply.</source>
        <translation>das ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>the id of a rule</source>
        <translation>die Kennung einer Regel</translation>
    </message>
    <message>
        <source>expected %1.</source>
        <translation>erwartet wird %1.</translation>
    </message>
    <message>
        <source>a single value</source>
        <translation>ein einzelner Wert</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a number, or a time such as 5m</source>
        <translation>eine Zahl oder eine Zeit wie 5m</translation>
    </message>
    <message>
        <source>names with values</source>
        <translation>Namen mit Werten</translation>
    </message>
    <message>
        <source>a rule has no “%1”.</source>
        <translation>eine Regel hat kein „%1“.</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a list of rules</source>
        <translation>eine Liste von Regeln</translation>
    </message>
    <message>
        <source>at most %1 rules at once.</source>
        <translation>höchstens %1 Regeln auf einmal.</translation>
    </message>
    <message>
        <source>there are two rules “%1”.</source>
        <translation>es gibt zwei Regeln „%1“.</translation>
    </message>
    <message>
        <source>The rule “%1” is about more than %2 things. It does not watch those that are too many: narrow what it looks at.</source>
        <translation>Die Regel „%1“ trifft auf mehr als %2 Dinge zu. Die überzähligen beobachtet sie nicht: einschränken, worauf sie achtet.</translation>
    </message>
    <message>
        <source>There are more than %1 series to watch. Those that are too many are not.</source>
        <translation>Es sind mehr als %1 Reihen zu beobachten. Die überzähligen bleiben unbeobachtet.</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>Character %1: %2</source>
        <translation>Zeichen %1: %2</translation>
    </message>
    <message>
        <source>%1 is missing at the end.</source>
        <translation>%1 fehlt am Ende.</translation>
    </message>
    <message>
        <source>expected %1, found “%2”.</source>
        <translation>erwartet wurde %1, da steht „%2“.</translation>
    </message>
    <message>
        <source>“%1” is neither a number nor a time such as 5m or 24h.</source>
        <translation>„%1“ ist weder eine Zahl noch eine Zeit wie 5m oder 24h.</translation>
    </message>
    <message>
        <source>this quote is never closed.</source>
        <translation>dieses Anführungszeichen wird nie geschlossen.</translation>
    </message>
    <message>
        <source>the name of a label</source>
        <translation>der Name eines Merkmals</translation>
    </message>
    <message>
        <source>what the label is</source>
        <translation>was das Merkmal ist</translation>
    </message>
    <message>
        <source>the name of a series or a state</source>
        <translation>der Name einer Reihe oder eines Zustands</translation>
    </message>
    <message>
        <source>aliases (*) are not read.</source>
        <translation>Verweise (*) werden nicht gelesen.</translation>
    </message>
    <message>
        <source>anchors (&amp;) are not read.</source>
        <translation>Anker (&amp;) werden nicht gelesen.</translation>
    </message>
    <message>
        <source>tags (!) are not read.</source>
        <translation>Typangaben (!) werden nicht gelesen.</translation>
    </message>
    <message>
        <source>this is too much at once.</source>
        <translation>das ist auf einmal zu viel.</translation>
    </message>
    <message>
        <source>only a word can be a name here.</source>
        <translation>nur ein Wort kann hier ein Name sein.</translation>
    </message>
    <message>
        <source>“%1” is said twice.</source>
        <translation>„%1“ steht zweimal da.</translation>
    </message>
    <message>
        <source>There is nothing in it.</source>
        <translation>Es steht nichts darin.</translation>
    </message>
    <message>
        <source>There is more than one document in it.</source>
        <translation>Es stehen mehrere Dokumente darin.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>The text is longer than %1 MiB.</source>
        <translation>Der Text ist länger als %1 MiB.</translation>
    </message>
    <message>
        <source>The text is not UTF-8.</source>
        <translation>Der Text ist kein UTF-8.</translation>
    </message>
    <message>
        <source>it is longer than %1 KiB: break it up.</source>
        <translation>es ist länger als %1 KiB: aufteilen.</translation>
    </message>
    <message>
        <source>Service down</source>
        <translation>Dienst ausgefallen</translation>
    </message>
    <message>
        <source>{source} does not work as it should.</source>
        <translation>{source} funktioniert nicht, wie es sollte.</translation>
    </message>
</context>
<context>
    <name>automation::AutomationPage</name>
    <message>
        <source>Part of the automation</source>
        <translation>Teil der Automatisierung</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>automation::ChannelForm</name>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Us&amp;ed</source>
        <translation>Ver&amp;wendet</translation>
    </message>
    <message>
        <source>Mail &amp;server:</source>
        <translation>&amp;Mailserver:</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>none, within a private network</source>
        <translation>keine, innerhalb eines privaten Netzes</translation>
    </message>
    <message>
        <source>Encr&amp;yption:</source>
        <translation>&amp;Verschlüsselung:</translation>
    </message>
    <message>
        <source>the usual one</source>
        <translation>der übliche</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>P&amp;ort:</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>Abs&amp;ender:</translation>
    </message>
    <message>
        <source>&amp;To:</source>
        <translation>&amp;An:</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Benutzer:</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>A&amp;dresse:</translation>
    </message>
    <message>
        <source>Telegram&apos;s own</source>
        <translation>der von Telegram</translation>
    </message>
    <message>
        <source>&amp;Topic:</source>
        <translation>The&amp;ma:</translation>
    </message>
    <message>
        <source>C&amp;hat:</source>
        <translation>&amp;Chat:</translation>
    </message>
    <message>
        <source>a number, or @ and its name</source>
        <translation>eine Zahl oder @ und sein Name</translation>
    </message>
    <message>
        <source>&amp;Token:</source>
        <translation>&amp;Token:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Passwort:</translation>
    </message>
    <message>
        <source>S&amp;igning key:</source>
        <translation>Si&amp;gnaturschlüssel:</translation>
    </message>
    <message>
        <source>Webhook a&amp;ddress:</source>
        <translation>Webhook-A&amp;dresse:</translation>
    </message>
    <message>
        <source>kept; type to replace</source>
        <translation>aufbewahrt; zum Ersetzen tippen</translation>
    </message>
    <message>
        <source>&amp;Forget what is kept</source>
        <translation>Au&amp;fbewahrtes vergessen</translation>
    </message>
    <message>
        <source>The whole address that the service gave you; whoever knows it can write there.</source>
        <translation>Die ganze Adresse, die der Dienst genannt hat; wer sie kennt, kann dorthin schreiben.</translation>
    </message>
    <message>
        <source>It is kept encrypted on the server and not shown again.</source>
        <translation>Es wird verschlüsselt auf dem Server aufbewahrt und nicht wieder gezeigt.</translation>
    </message>
    <message>
        <source>&amp;Certificate:</source>
        <translation>&amp;Zertifikat:</translation>
    </message>
    <message>
        <source>any that is trusted; or its SHA-256</source>
        <translation>jedes, dem vertraut wird; oder sein SHA-256</translation>
    </message>
    <message>
        <source>Its server ma&amp;y be in a private network</source>
        <translation>Der Server darf in einem privaten Netz l&amp;iegen</translation>
    </message>
    <message>
        <source>Give the channel a name.</source>
        <translation>Dem Kanal einen Namen geben.</translation>
    </message>
</context>
<context>
    <name>automation::ChannelWords</name>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funktioniert</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>noch nicht verwendet</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>angekommen</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>severity %1 and worse</source>
        <translation>Schwere %1 und schlimmer</translation>
    </message>
    <message numerus="yes">
        <source>escalated %n time(s)</source>
        <translation>
            <numerusform>%n-mal eskaliert</numerusform>
            <numerusform>%n-mal eskaliert</numerusform>
        </translation>
    </message>
    <message>
        <source>every alert</source>
        <translation>jeder Alarm</translation>
    </message>
</context>
<context>
    <name>automation::ChannelsPanel</name>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>End &amp;learning</source>
        <translation>&amp;Lernen beenden</translation>
    </message>
    <message>
        <source>&amp;Web address…</source>
        <translation>&amp;Webadresse…</translation>
    </message>
    <message>
        <source>&amp;Add channel…</source>
        <translation>&amp;Kanal hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Ändern…</translation>
    </message>
    <message>
        <source>&amp;Test…</source>
        <translation>&amp;Testen…</translation>
    </message>
    <message>
        <source>Switch &amp;off</source>
        <translation>Ab&amp;schalten</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>Nobody is told of alerts outside this window yet. Add a channel, and a route that leads to it.</source>
        <translation>Außerhalb dieses Fensters erfährt noch niemand von Alarmen. Einen Kanal hinzufügen und eine Route, die zu ihm führt.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Last arrived</source>
        <translation>Zuletzt angekommen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>Aufgegeben</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>By what people are told of alerts outside this window.</source>
        <translation>Worüber Alarme auch außerhalb dieses Fensters gemeldet werden.</translation>
    </message>
    <message numerus="yes">
        <source>Belfry learns until %1: only what is critical goes out. %n alert(s) were held back.</source>
        <translation>
            <numerusform>Belfry lernt bis %1: Nur Kritisches geht hinaus. %n Alarm wurde zurückgehalten.</numerusform>
            <numerusform>Belfry lernt bis %1: Nur Kritisches geht hinaus. %n Alarme wurden zurückgehalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Belfry does not learn; everything goes out.</source>
        <translation>Belfry lernt nicht; alles geht hinaus.</translation>
    </message>
    <message>
        <source>Choose a channel first.</source>
        <translation>Zuerst einen Kanal wählen.</translation>
    </message>
    <message>
        <source>Switch &amp;on</source>
        <translation>Eins&amp;chalten</translation>
    </message>
    <message>
        <source>New channel: %1</source>
        <translation>Neuer Kanal: %1</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>%1 testen</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>Sends a message now, and says what became of it.</source>
        <translation>Sendet jetzt eine Nachricht und sagt, was daraus wurde.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>What waits for it is dropped, and its secret is forgotten. Routes no longer lead to it.</source>
        <translation>Was für ihn ansteht, wird verworfen und sein Geheimnis vergessen. Routen führen nicht mehr zu ihm.</translation>
    </message>
    <message>
        <source>End learning?</source>
        <translation>Lernen beenden?</translation>
    </message>
    <message>
        <source>&amp;End it</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>From now on everything goes out as the routes say, not only what is critical.</source>
        <translation>Von nun an geht alles hinaus, wie es die Routen sagen, nicht nur Kritisches.</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Webadresse</translation>
    </message>
    <message>
        <source>Where people open Belfry. Messages have a link there.</source>
        <translation>Unter welcher Adresse Belfry geöffnet wird. Nachrichten enthalten einen Link dorthin.</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>A&amp;dresse:</translation>
    </message>
    <message>
        <source>none; or https://belfry.example.org</source>
        <translation>keine; oder https://belfry.example.org</translation>
    </message>
</context>
<context>
    <name>automation::ConditionForm</name>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Runs full</source>
        <translation>Läuft voll</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source>What the rule waits for</source>
        <translation>Worauf die Regel wartet</translation>
    </message>
    <message>
        <source>How values are summed up</source>
        <translation>Wie Werte zusammengefasst werden</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>Was gemessen wird</translation>
    </message>
    <message>
        <source>Time that is summed up</source>
        <translation>Zeit, die zusammengefasst wird</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Well again at</source>
        <translation>Wieder gut bei</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>derselbe Wert</translation>
    </message>
    <message>
        <source>o&amp;f</source>
        <translation>ü&amp;ber</translation>
    </message>
    <message>
        <source>&amp;well again at</source>
        <translation>wieder gu&amp;t bei</translation>
    </message>
    <message>
        <source>What has the state</source>
        <translation>Was den Zustand hat</translation>
    </message>
    <message>
        <source>Is or is not</source>
        <translation>Ist oder ist nicht</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>only what sho&amp;uld be up</source>
        <translation>nur, was erreichbar sein so&amp;ll</translation>
    </message>
    <message>
        <source>What runs full</source>
        <translation>Was vollläuft</translation>
    </message>
    <message>
        <source>Full is</source>
        <translation>Voll ist</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Binnen</translation>
    </message>
    <message>
        <source>As it went in the last</source>
        <translation>Wie in den letzten</translation>
    </message>
    <message>
        <source>reac&amp;hes</source>
        <translation>erreic&amp;ht</translation>
    </message>
    <message>
        <source>w&amp;ithin</source>
        <translation>b&amp;innen</translation>
    </message>
    <message>
        <source>if it goes on as in the &amp;last</source>
        <translation>wenn es so weitergeht wie in &amp;den letzten</translation>
    </message>
    <message>
        <source>Kind of rule</source>
        <translation>Art der Regel</translation>
    </message>
    <message>
        <source>of what is measured</source>
        <translation>über Gemessenes</translation>
    </message>
    <message>
        <source>of states</source>
        <translation>über Zustände</translation>
    </message>
    <message>
        <source>of silence</source>
        <translation>über Schweigen</translation>
    </message>
    <message>
        <source>of other rules</source>
        <translation>über andere Regeln</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>What raise stands for</source>
        <translation>Wofür raise steht</translation>
    </message>
    <message>
        <source>raise is</source>
        <translation>raise ist</translation>
    </message>
    <message>
        <source>A threshold is a number, such as 90.</source>
        <translation>Eine Schwelle ist eine Zahl wie 90.</translation>
    </message>
    <message>
        <source>Say what is measured.</source>
        <translation>Angeben, was gemessen wird.</translation>
    </message>
    <message>
        <source>Say over which time the values are summed up.</source>
        <translation>Angeben, über welche Zeit die Werte zusammengefasst werden.</translation>
    </message>
    <message>
        <source>Say what runs full.</source>
        <translation>Angeben, was vollläuft.</translation>
    </message>
    <message>
        <source>Say within which time it is full, and from which time that is told.</source>
        <translation>Angeben, binnen welcher Zeit es voll ist und aus welcher Zeit sich das ergibt.</translation>
    </message>
    <message>
        <source>Write a condition, such as avg(cpu.usage[1m]) &gt;= 90.</source>
        <translation>Eine Bedingung schreiben, etwa avg(cpu.usage[1m]) &gt;= 90.</translation>
    </message>
</context>
<context>
    <name>automation::FiringStrip</name>
    <message>
        <source>When it would have fired</source>
        <translation>Wann sie ausgelöst hätte</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day below a time line</comment>
        <translation>d. MMM</translation>
    </message>
</context>
<context>
    <name>automation::HoursField</name>
    <message>
        <source>&amp;Only at these hours</source>
        <translation>Nur &amp;zu diesen Zeiten</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>the server&apos;s time zone</source>
        <translation>die Zeitzone des Servers</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
</context>
<context>
    <name>automation::ImportSheet</name>
    <message>
        <source>&amp;Open file…</source>
        <translation>Datei ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>Import rules</source>
        <translation>Regeln importieren</translation>
    </message>
    <message>
        <source>Open a file that an export wrote, or paste its text. Rules that are there already are changed, the others are added.</source>
        <translation>Eine Datei öffnen, die ein Export geschrieben hat, oder ihren Text einfügen. Regeln, die es schon gibt, werden geändert, die anderen kommen hinzu.</translation>
    </message>
    <message>
        <source>Rules as YAML</source>
        <translation>Regeln als YAML</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>YAML files (*.yaml *.yml);;All files (*)</source>
        <translation>YAML-Dateien (*.yaml *.yml);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is larger than %2, which is the most. Import it in parts.</source>
        <translation>%1 ist größer als %2, mehr ist nicht möglich. In Teilen importieren.</translation>
    </message>
</context>
<context>
    <name>automation::LevelsField</name>
    <message>
        <source>A&amp;dd level</source>
        <translation>Stufe &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove last</source>
        <translation>&amp;Letzte entfernen</translation>
    </message>
    <message>
        <source>Level %1 after</source>
        <translation>Stufe %1 nach</translation>
    </message>
</context>
<context>
    <name>automation::MembersField</name>
    <message>
        <source>Add &amp;somebody</source>
        <translation>&amp;Jemanden hinzufügen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>By what they are told</source>
        <translation>Auf welchem Weg benachrichtigt wird</translation>
    </message>
    <message>
        <source>own e-mail address</source>
        <translation>eigene E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Their e-mail address</source>
        <translation>Eigene E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>automation::MessagesPanel</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Send all &amp;again</source>
        <translation>&amp;Alle erneut senden</translation>
    </message>
    <message>
        <source>&amp;Send again</source>
        <translation>Erneut &amp;senden</translation>
    </message>
    <message>
        <source>&amp;Drop…</source>
        <translation>&amp;Verwerfen…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Sagt</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Why not yet</source>
        <translation>Warum noch nicht</translation>
    </message>
    <message>
        <source>Nothing waits, and nothing was given up.</source>
        <translation>Nichts wartet, und nichts wurde aufgegeben.</translation>
    </message>
    <message>
        <source>%1 given up · %2 waiting</source>
        <translation>%1 aufgegeben · %2 wartend</translation>
    </message>
    <message>
        <source>Nothing was given up.</source>
        <translation>Nichts wurde aufgegeben.</translation>
    </message>
    <message>
        <source>Choose a message first.</source>
        <translation>Zuerst eine Nachricht wählen.</translation>
    </message>
    <message>
        <source>It has arrived.</source>
        <translation>Sie ist angekommen.</translation>
    </message>
    <message>
        <source>Drop this message?</source>
        <translation>Diese Nachricht verwerfen?</translation>
    </message>
    <message>
        <source>&amp;Drop</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Nobody is told of it by %1: %2</source>
        <translation>Über %1 erfährt niemand davon: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) of the last week went to nobody: no route takes them.</source>
        <translation>
            <numerusform>%n Alarm der letzten Woche ging an niemanden: keine Route nimmt ihn.</numerusform>
            <numerusform>%n Alarme der letzten Woche gingen an niemanden: keine Route nimmt sie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>automation::MoreFields</name>
    <message>
        <source>Time between two alerts</source>
        <translation>Zeit zwischen zwei Alarmen</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>One alert for each</source>
        <translation>Ein Alarm je</translation>
    </message>
    <message>
        <source>every series; or as source, department</source>
        <translation>jede Reihe; oder etwa source, department</translation>
    </message>
    <message>
        <source>One alert for eac&amp;h:</source>
        <translation>Ein &amp;Alarm je:</translation>
    </message>
    <message>
        <source>Labels of its alerts</source>
        <translation>Merkmale ihrer Alarme</translation>
    </message>
    <message>
        <source>as team=network</source>
        <translation>etwa team=network</translation>
    </message>
    <message>
        <source>&amp;Labels of its alerts:</source>
        <translation>Mer&amp;kmale ihrer Alarme:</translation>
    </message>
    <message>
        <source>Silent meanwhile</source>
        <translation>Unterdessen stumm</translation>
    </message>
    <message>
        <source>Silent &amp;meanwhile:</source>
        <translation>&amp;Unterdessen stumm:</translation>
    </message>
    <message>
        <source>&amp;Between two alerts:</source>
        <translation>&amp;Zwischen zwei Alarmen:</translation>
    </message>
    <message>
        <source> times</source>
        <translation> mal</translation>
    </message>
    <message>
        <source>How much longer with every return</source>
        <translation>Wievielmal so lang bei jeder Wiederkehr</translation>
    </message>
    <message>
        <source>longer, at most</source>
        <translation>so lang, höchstens</translation>
    </message>
    <message>
        <source>With every &amp;return:</source>
        <translation>Bei &amp;jeder Wiederkehr:</translation>
    </message>
    <message>
        <source>Write the labels of its alerts as team=network, site=north.</source>
        <translation>Die Merkmale ihrer Alarme als team=network, site=north schreiben.</translation>
    </message>
</context>
<context>
    <name>automation::NumberField</name>
    <message>
        <source>%1, unit</source>
        <translation>%1, Einheit</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Mbit/s</source>
        <translation>Mbit/s</translation>
    </message>
    <message>
        <source>kbit/s</source>
        <translation>kbit/s</translation>
    </message>
    <message>
        <source>bytes/s</source>
        <translation>Bytes/s</translation>
    </message>
</context>
<context>
    <name>automation::Registry</name>
    <message>
        <source>An agent tells only about itself; this one is %1.</source>
        <translation>Ein Agent berichtet nur über sich selbst; dieser ist %1.</translation>
    </message>
    <message>
        <source>The id is empty. Say which one it is.</source>
        <translation>Die Kennung ist leer. Sagen Sie, welche gemeint ist.</translation>
    </message>
    <message>
        <source>There are %1 already; that is the most.</source>
        <translation>Es gibt schon %1; mehr gehen nicht.</translation>
    </message>
</context>
<context>
    <name>automation::RotaForm</name>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Who:</source>
        <translation>Wer:</translation>
    </message>
    <message>
        <source>every week</source>
        <translation>jede Woche</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>jeden Tag</translation>
    </message>
    <message>
        <source>&amp;Hands over:</source>
        <translation>Über&amp;gabe:</translation>
    </message>
    <message>
        <source>A&amp;t:</source>
        <translation>&amp;Um:</translation>
    </message>
    <message>
        <source>&amp;First turn:</source>
        <translation>&amp;Erste Schicht:</translation>
    </message>
    <message>
        <source>Time &amp;zone:</source>
        <translation>Zeit&amp;zone:</translation>
    </message>
    <message>
        <source>the server&apos;s; or as Europe/Berlin</source>
        <translation>die des Servers; oder etwa Europe/Berlin</translation>
    </message>
    <message>
        <source>%1, %2 until %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message>
        <source>Stands &amp;in:</source>
        <translation>Spr&amp;ingt ein:</translation>
    </message>
    <message>
        <source>Give the rota a name.</source>
        <translation>Dem Bereitschaftsplan einen Namen geben.</translation>
    </message>
    <message>
        <source>Say who takes turns.</source>
        <translation>Angeben, wer sich abwechselt.</translation>
    </message>
</context>
<context>
    <name>automation::RotasPanel</name>
    <message>
        <source>On call</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>&amp;Add rota…</source>
        <translation>Bereitschaftsplan &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Ändern…</translation>
    </message>
    <message>
        <source>&amp;Stand in…</source>
        <translation>Ein&amp;springen…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>Who takes turns at being told. A route leads to whoever is on call then.</source>
        <translation>Wer abwechselnd benachrichtigt wird. Eine Route führt zu denen, die dann in Bereitschaft sind.</translation>
    </message>
    <message>
        <source>Nobody takes turns yet. Add a rota, and let a route lead to it.</source>
        <translation>Noch wechselt sich niemand ab. Einen Bereitschaftsplan hinzufügen und eine Route zu ihm führen lassen.</translation>
    </message>
    <message>
        <source>Rota</source>
        <translation>Bereitschaftsplan</translation>
    </message>
    <message>
        <source>On call now</source>
        <translation>Jetzt in Bereitschaft</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Hands over</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Turnus</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Add a channel first: it says by what those on call are told.</source>
        <translation>Zuerst einen Kanal hinzufügen: Er sagt, auf welchem Weg benachrichtigt wird, wer in Bereitschaft ist.</translation>
    </message>
    <message>
        <source>Choose a rota first.</source>
        <translation>Zuerst einen Bereitschaftsplan wählen.</translation>
    </message>
    <message>
        <source>New rota</source>
        <translation>Neuer Bereitschaftsplan</translation>
    </message>
    <message>
        <source>Rota: %1</source>
        <translation>Bereitschaftsplan: %1</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Stand in: %1</source>
        <translation>Einspringen: %1</translation>
    </message>
    <message>
        <source>&amp;Who:</source>
        <translation>&amp;Wer:</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;Von:</translation>
    </message>
    <message>
        <source>&amp;Until:</source>
        <translation>&amp;Bis:</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>Es endet, bevor es beginnt.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Routes that lead to it lead to nobody then.</source>
        <translation>Routen, die zu ihm führen, führen dann zu niemandem.</translation>
    </message>
    <message>
        <source>&amp;Escalation…</source>
        <translation>&amp;Eskalation…</translation>
    </message>
    <message>
        <source>It is not known yet.</source>
        <translation>Das ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Eskalation</translation>
    </message>
    <message>
        <source>An alert nobody looks after is told of again after these times, counted from when it began. Routes say who hears of which level.</source>
        <translation>Von einem Alarm, um den sich niemand kümmert, wird nach diesen Zeiten erneut berichtet, gezählt ab seinem Beginn. Die Wege sagen, wer von welcher Stufe erfährt.</translation>
    </message>
    <message>
        <source>&amp;Levels:</source>
        <translation>&amp;Stufen:</translation>
    </message>
</context>
<context>
    <name>automation::RouteForm</name>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Later routes do not see &amp;what goes this way</source>
        <translation>Spätere Routen sehen nicht, &amp;was diesen Weg geht</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>%1 and worse</source>
        <translation>%1 und schlimmer</translation>
    </message>
    <message>
        <source>Se&amp;verity:</source>
        <translation>Schw&amp;ere:</translation>
    </message>
    <message>
        <source>Wi&amp;th labels:</source>
        <translation>Mit &amp;Merkmalen:</translation>
    </message>
    <message>
        <source>any; or as {site=&quot;north&quot;, team=~&quot;net.*&quot;}</source>
        <translation>beliebige; oder etwa {site=&quot;north&quot;, team=~&quot;net.*&quot;}</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>after being escalated </source>
        <comment>followed by how often</comment>
        <translation>nach Eskalation: </translation>
    </message>
    <message>
        <source> times</source>
        <translation> mal</translation>
    </message>
    <message>
        <source>&amp;Escalation:</source>
        <translation>Esk&amp;alation:</translation>
    </message>
    <message>
        <source>When:</source>
        <translation>Wann:</translation>
    </message>
    <message>
        <source>&amp;Channels:</source>
        <translation>&amp;Kanäle:</translation>
    </message>
    <message>
        <source>nobody else</source>
        <translation>niemand sonst</translation>
    </message>
    <message>
        <source>who is on call: %1</source>
        <translation>wer in Bereitschaft ist: %1</translation>
    </message>
    <message>
        <source>An&amp;d:</source>
        <translation>Un&amp;d:</translation>
    </message>
    <message>
        <source>Give the route a name.</source>
        <translation>Der Route einen Namen geben.</translation>
    </message>
</context>
<context>
    <name>automation::RoutesPanel</name>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>&amp;Add route…</source>
        <translation>Route &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Ändern…</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>Which alerts go to whom. They are looked at from the top; what a final route takes, later ones do not see.</source>
        <translation>Welche Alarme an wen gehen. Die Routen gelten von oben nach unten; was eine abschließende Route nimmt, sehen spätere nicht.</translation>
    </message>
    <message>
        <source>No alert goes anywhere yet. Add a channel first, then a route that leads to it.</source>
        <translation>Noch geht kein Alarm irgendwohin. Zuerst einen Kanal hinzufügen, dann eine Route, die zu ihm führt.</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welche</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Abschließend</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>on call: %1</source>
        <translation>in Bereitschaft: %1</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Choose a route first.</source>
        <translation>Zuerst eine Route wählen.</translation>
    </message>
    <message>
        <source>It is looked at first already.</source>
        <translation>Sie ist schon die erste.</translation>
    </message>
    <message>
        <source>It is looked at last already.</source>
        <translation>Sie ist schon die letzte.</translation>
    </message>
    <message>
        <source>New route</source>
        <translation>Neue Route</translation>
    </message>
    <message>
        <source>Route: %1</source>
        <translation>Route: %1</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>What went this way goes where later routes lead it, or nowhere.</source>
        <translation>Was diesen Weg ging, geht dahin, wohin spätere Routen es führen, oder nirgendwohin.</translation>
    </message>
</context>
<context>
    <name>automation::RuleEditor</name>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Keeps firing for</source>
        <translation>Bleibt ausgelöst für</translation>
    </message>
    <message>
        <source>Mo&amp;re</source>
        <translation>&amp;Mehr</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;When:</source>
        <translation>&amp;Wenn:</translation>
    </message>
    <message>
        <source>O&amp;f:</source>
        <translation>&amp;Von:</translation>
    </message>
    <message>
        <source>What its alerts say</source>
        <translation>Was ihre Alarme sagen</translation>
    </message>
    <message>
        <source>{source} is at {value} ({name})</source>
        <translation>{source} ist bei {value} ({name})</translation>
    </message>
    <message>
        <source>{value}, {threshold}, {state}, {rule}, {severity}, {source}, {name} and every label are filled in</source>
        <translation>{value}, {threshold}, {state}, {rule}, {severity}, {source}, {name} und jedes Merkmal werden eingesetzt</translation>
    </message>
    <message>
        <source>Sa&amp;ys:</source>
        <translation>Sa&amp;gt:</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>gezeigt</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message>
        <source>then until it is well for</source>
        <translation>dann, bis es wieder gut ist für</translation>
    </message>
    <message>
        <source>Fo&amp;r:</source>
        <translation>&amp;Für:</translation>
    </message>
    <message>
        <source>Silence means</source>
        <translation>Schweigen bedeutet</translation>
    </message>
    <message>
        <source>Silence &amp;means:</source>
        <translation>S&amp;chweigen bedeutet:</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Se&amp;verity:</source>
        <translation>Schw&amp;ere:</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>Regel: %1</translation>
    </message>
    <message>
        <source>Give the rule a name.</source>
        <translation>Der Regel einen Namen geben.</translation>
    </message>
</context>
<context>
    <name>automation::RulePreview</name>
    <message>
        <source>Would it have fired?</source>
        <translation>Hätte sie ausgelöst?</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Wie weit zurück</translation>
    </message>
    <message>
        <source>When it would have fired</source>
        <translation>Wann sie ausgelöst hätte</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt…</translation>
    </message>
    <message numerus="yes">
        <source>Would not have fired in the last %n day(s).</source>
        <translation>
            <numerusform>Hätte am letzten %n Tag nicht ausgelöst.</numerusform>
            <numerusform>Hätte in den letzten %n Tagen nicht ausgelöst.</numerusform>
        </translation>
    </message>
    <message>
        <source>Would have fired %1 in the last %2.</source>
        <comment>12 times, 7 days</comment>
        <translation>Hätte in den letzten %2 %1 ausgelöst.</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>That cannot be told yet.</source>
        <translation>Das lässt sich noch nicht sagen.</translation>
    </message>
    <message>
        <source>Played with %1 readings and states that were recorded.</source>
        <translation>Durchgespielt mit %1 aufgezeichneten Messwerten und Zuständen.</translation>
    </message>
    <message>
        <source>Nothing that it looks at was recorded in that time.</source>
        <translation>Nichts, worauf sie achtet, wurde in dieser Zeit aufgezeichnet.</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>still</source>
        <translation>noch immer</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>avg</source>
        <translation>Mittel</translation>
    </message>
</context>
<context>
    <name>automation::RuleTable</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1, %2, %3: %4, last fired %5</source>
        <comment>rule, severity, condition: what it does</comment>
        <translation>%1, %2, %3: %4, zuletzt ausgelöst %5</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Last fired</source>
        <translation>Zuletzt ausgelöst</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>how often</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1, %2 ignored</source>
        <translation>%1, %2 unbeachtet</translation>
    </message>
    <message numerus="yes">
        <source>It fired %n time(s) in %1 days.</source>
        <translation>
            <numerusform>Sie hat in %1 Tagen %n-mal ausgelöst.</numerusform>
            <numerusform>Sie hat in %1 Tagen %n-mal ausgelöst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were over before anybody saw to them.</source>
        <translation>
            <numerusform>%n davon war vorbei, bevor sich jemand gekümmert hat.</numerusform>
            <numerusform>%n davon waren vorbei, bevor sich jemand gekümmert hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>In %1 days</source>
        <translation>In %1 Tagen</translation>
    </message>
</context>
<context>
    <name>automation::RulesPanel</name>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Asking the server which rules there are.</source>
        <translation>Der Server wird gefragt, welche Regeln es gibt.</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;New rule…</source>
        <translation>&amp;Neue Regel…</translation>
    </message>
    <message>
        <source>Filter: name, condition, firing…</source>
        <translation>Filter: Name, Bedingung, ausgelöst…</translation>
    </message>
    <message>
        <source>Filter the rules</source>
        <translation>Regeln filtern</translation>
    </message>
    <message>
        <source>Shows the rules that hold all these words (Ctrl+F)</source>
        <translation>Zeigt die Regeln, in denen all diese Wörter stehen (Strg+F)</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Test…</source>
        <translation>&amp;Testen…</translation>
    </message>
    <message>
        <source>&amp;Duplicate…</source>
        <translation>&amp;Duplizieren…</translation>
    </message>
    <message>
        <source>Switch &amp;off</source>
        <translation>Ab&amp;schalten</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>What is shown may be old. %1</source>
        <translation>Was gezeigt wird, kann veraltet sein. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n Regel</numerusform>
            <numerusform>%n Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 firing</source>
        <translation>%1 ausgelöst</translation>
    </message>
    <message>
        <source>%1 faulty</source>
        <translation>%1 fehlerhaft</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>No rule holds all these words.</source>
        <translation>In keiner Regel stehen all diese Wörter.</translation>
    </message>
    <message>
        <source>There are no rules, so nothing raises an alert by itself.</source>
        <translation>Es gibt keine Regeln, darum löst nichts von selbst einen Alarm aus.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>New rule…</source>
        <translation>Neue Regel…</translation>
    </message>
    <message>
        <source>There are no rules.</source>
        <translation>Es gibt keine Regeln.</translation>
    </message>
    <message>
        <source>Choose a rule first.</source>
        <translation>Zuerst eine Regel wählen.</translation>
    </message>
    <message>
        <source>Switch &amp;on</source>
        <translation>Eins&amp;chalten</translation>
    </message>
    <message>
        <source>%1 is in force.</source>
        <translation>%1 gilt jetzt.</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Imported: %1 new, %2 changed.</source>
        <translation>Importiert: %1 neu, %2 geändert.</translation>
    </message>
    <message>
        <source>The filter shows no rule. Clear it to export all of them.</source>
        <translation>Der Filter zeigt keine Regel. Ihn leeren, um alle zu exportieren.</translation>
    </message>
    <message>
        <source>Export the rules</source>
        <translation>Regeln exportieren</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The rules are in %1.</source>
        <translation>Die Regeln stehen in %1.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Keeps firing for</source>
        <translation>Bleibt ausgelöst für</translation>
    </message>
    <message>
        <source>Silence means</source>
        <translation>Schweigen bedeutet</translation>
    </message>
    <message>
        <source>Last fired</source>
        <translation>Zuletzt ausgelöst</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Sagt</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
</context>
<context>
    <name>automation::ServiceChecks</name>
    <message>
        <source>Give the check an id.</source>
        <translation>Geben Sie der Prüfung eine Kennung.</translation>
    </message>
    <message>
        <source>There are %1 checks; that is the most.</source>
        <translation>Es gibt %1 Prüfungen; mehr sind nicht möglich.</translation>
    </message>
    <message>
        <source>There is no check %1.</source>
        <translation>Es gibt keine Prüfung %1.</translation>
    </message>
</context>
<context>
    <name>automation::SourceField</name>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>Benannte</translation>
    </message>
    <message>
        <source>By label</source>
        <translation>Nach Merkmal</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Wovon</translation>
    </message>
    <message>
        <source>Labels they carry</source>
        <translation>Merkmale, die sie tragen</translation>
    </message>
    <message>
        <source>as department=sales, site=north*</source>
        <translation>etwa department=sales, site=north*</translation>
    </message>
    <message>
        <source>Filter: name or address</source>
        <translation>Filter: Name oder Adresse</translation>
    </message>
    <message>
        <source>Filter the devices</source>
        <translation>Geräte filtern</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Tick the devices it is about, or choose everything.</source>
        <translation>Die Geräte anhaken, um die es geht, oder alles wählen.</translation>
    </message>
    <message>
        <source>Write labels as department=sales, site=north.</source>
        <translation>Merkmale als department=sales, site=north schreiben.</translation>
    </message>
</context>
<context>
    <name>automation::TimeField</name>
    <message>
        <source>%1, unit</source>
        <translation>%1, Einheit</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>d</source>
        <translation>d</translation>
    </message>
</context>
<context>
    <name>automation::Words</name>
    <message>
        <source>average</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>least</source>
        <translation>kleinster Wert</translation>
    </message>
    <message>
        <source>greatest</source>
        <translation>größter Wert</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>neuester Wert</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>increase per second</source>
        <translation>Anstieg je Sekunde</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>95th percentile</source>
        <translation>95. Perzentil</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>mindestens</translation>
    </message>
    <message>
        <source>above</source>
        <translation>mehr als</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>below</source>
        <translation>weniger als</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>working</source>
        <translation>in Betrieb</translation>
    </message>
    <message>
        <source>not working</source>
        <translation>außer Betrieb</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Interfaces, errors</source>
        <translation>Schnittstellen, Fehler</translation>
    </message>
    <message>
        <source>Days a certificate is still valid</source>
        <translation>Tage, die ein Zertifikat noch gilt</translation>
    </message>
    <message>
        <source>%1 that should be up</source>
        <comment>a device</comment>
        <translation>%1 (soll erreichbar sein)</translation>
    </message>
    <message>
        <source>%1 is not %2</source>
        <comment>a device, offline</comment>
        <translation>%1 ist nicht %2</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <comment>a device, offline</comment>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source>%1 reaches %2 within %3</source>
        <comment>what, how much, time</comment>
        <translation>%1 erreicht %2 binnen %3</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>%1: %2 of %3 %4 %5</source>
        <comment>what: average of 5 min at least 90 %</comment>
        <translation>%1: %2 über %3 %4 %5</translation>
    </message>
    <message>
        <source>increase</source>
        <translation>Anstieg</translation>
    </message>
    <message>
        <source>nothing; it stays as it was</source>
        <translation>nichts; es bleibt, wie es war</translation>
    </message>
    <message>
        <source>all is well</source>
        <translation>alles ist gut</translation>
    </message>
    <message>
        <source>an alert</source>
        <translation>einen Alarm</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <comment>a condition, a time</comment>
        <translation>%1, für %2</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>firing for %1</source>
        <translation>ausgelöst für %1</translation>
    </message>
    <message>
        <source>%1 pending</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>faulty: %1</source>
        <translation>fehlerhaft: %1</translation>
    </message>
    <message>
        <source>well</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>Medium 5</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>automation::rules::Ruler</name>
    <message>
        <source>A rule needs a name.</source>
        <translation>Eine Regel braucht einen Namen.</translation>
    </message>
    <message>
        <source>There are %1 rules; no more fit. Remove some.</source>
        <translation>Es gibt %1 Regeln; mehr passen nicht hinein. Einige entfernen.</translation>
    </message>
    <message>
        <source>There would be more than %1 rules. Nothing was imported.</source>
        <translation>Es wären mehr als %1 Regeln. Es wurde nichts importiert.</translation>
    </message>
    <message>
        <source>The end comes behind the beginning.</source>
        <translation>Das Ende liegt hinter dem Anfang.</translation>
    </message>
    <message>
        <source>A rule is tested with 31 days at most.</source>
        <translation>Eine Regel wird mit höchstens 31 Tagen getestet.</translation>
    </message>
    <message>
        <source>There is no rule %1.</source>
        <translation>Es gibt keine Regel %1.</translation>
    </message>
    <message>
        <source>There were more changes of states than are played. These are the last %1: choose a shorter time to see the others.</source>
        <translation>Es gab mehr Zustandswechsel, als durchgespielt werden. Dies sind die letzten %1: wählen Sie eine kürzere Zeit, um die anderen zu sehen.</translation>
    </message>
    <message>
        <source>Only what belongs to your departments was played.</source>
        <translation>Durchgespielt wurde nur, was zu Ihren Abteilungen gehört.</translation>
    </message>
    <message>
        <source>It looks at %1 series. Only the first %2 by name were played: name fewer devices to see the others.</source>
        <translation>Sie betrachtet %1 Reihen. Nur die ersten %2 dem Namen nach wurden durchgespielt: nennen Sie weniger Geräte, um die anderen zu sehen.</translation>
    </message>
</context>
<context>
    <name>chat</name>
    <message>
        <source>A card points to nothing. Say to what, or leave it out.</source>
        <translation>Eine Karte zeigt auf nichts. Angeben, worauf, oder sie weglassen.</translation>
    </message>
    <message>
        <source>The picture is not base64.</source>
        <translation>Das Bild ist kein base64.</translation>
    </message>
    <message>
        <source>A picture&apos;s data has at most 64 KiB. Leave some of it out.</source>
        <translation>Die Daten eines Bildes haben höchstens 64 KiB. Einiges davon weglassen.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>The message is empty. Write something.</source>
        <translation>Die Nachricht ist leer. Schreiben Sie etwas.</translation>
    </message>
    <message>
        <source>This message cannot be read. The log says why.</source>
        <translation>Diese Nachricht ist nicht zu lesen. Im Protokoll steht, warum.</translation>
    </message>
    <message>
        <source>That was too much at once. Wait a second, then go on.</source>
        <translation>Das war zu viel auf einmal. Eine Sekunde warten, dann geht es weiter.</translation>
    </message>
    <message>
        <source>The picture is damaged. Make it again.</source>
        <translation>Das Bild ist beschädigt. Es noch einmal erstellen.</translation>
    </message>
    <message>
        <source>A picture has at most %1 × %1 pixels. Make it smaller.</source>
        <translation>Ein Bild hat höchstens %1 × %1 Pixel. Es verkleinern.</translation>
    </message>
    <message>
        <source>Only PNG of at most 8 bits a channel, not interlaced, is taken. Save the picture as such.</source>
        <translation>Angenommen wird nur PNG mit höchstens 8 Bit je Kanal, ohne Interlacing. Das Bild so speichern.</translation>
    </message>
    <message>
        <source>A picture has at most %1 KiB. Make it smaller.</source>
        <translation>Ein Bild hat höchstens %1 KiB. Es verkleinern.</translation>
    </message>
    <message>
        <source>Only PNG pictures are taken.</source>
        <translation>Es werden nur PNG-Bilder angenommen.</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>beschäftigt</translation>
    </message>
    <message>
        <source>The values of the picture are of nothing. Leave them out.</source>
        <translation>Die Werte des Bildes gehören zu nichts. Lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>The points of “%1” do not ascend, or are no points. A point is [time, value] or [time, min, avg, max].</source>
        <translation>Die Punkte von „%1“ steigen nicht an oder sind keine Punkte. Ein Punkt ist [Zeit, Wert] oder [Zeit, min, Mittel, max].</translation>
    </message>
    <message>
        <source>The values of a picture have at most %1 points in all. Choose a shorter time or fewer lines.</source>
        <translation>Die Werte eines Bildes haben zusammen höchstens %1 Punkte. Wählen Sie eine kürzere Zeit oder weniger Linien.</translation>
    </message>
    <message>
        <source>The values of a picture have at most 128 KiB. Leave some of them out.</source>
        <translation>Die Werte eines Bildes haben höchstens 128 KiB. Lassen Sie einige weg.</translation>
    </message>
    <message>
        <source>values</source>
        <translation>Werte</translation>
    </message>
</context>
<context>
    <name>chat::AnswerCard</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Close the answer</source>
        <translation>Die Antwort schließen</translation>
    </message>
    <message>
        <source>Asking the assistant…</source>
        <translation>Der Assistent wird gefragt…</translation>
    </message>
    <message>
        <source>Only you see this · AI · %1 · may be wrong</source>
        <translation>Nur Sie sehen das · KI · %1 · kann falsch sein</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>a command, and what it does</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>What may follow a slash</source>
        <translation>Was hinter einem Schrägstrich stehen kann</translation>
    </message>
</context>
<context>
    <name>chat::Archive</name>
    <message>
        <source>A page lies before, after or around a message. Say one of them.</source>
        <translation>Eine Seite liegt vor, nach oder um eine Nachricht. Eines davon angeben.</translation>
    </message>
    <message>
        <source>There is no such picture.</source>
        <translation>Dieses Bild gibt es nicht.</translation>
    </message>
    <message>
        <source>This picture came without values.</source>
        <translation>Dieses Bild kam ohne Werte.</translation>
    </message>
</context>
<context>
    <name>chat::Bookmarks</name>
    <message>
        <source>What guests have read is not kept. Sign in.</source>
        <translation>Was Gäste gelesen haben, wird nicht aufbewahrt. Dafür anmelden.</translation>
    </message>
</context>
<context>
    <name>chat::CardBook</name>
    <message>
        <source>up</source>
        <translation>erreichbar</translation>
    </message>
    <message>
        <source>down</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>unerreichbar</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>acknowledged by %1</source>
        <translation>bestätigt von %1</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es besteht keine Verbindung mit dem Server.</translation>
    </message>
    <message>
        <source>Alerts are seen to by operators and administrators.</source>
        <translation>Um Alarme kümmern sich Bediener und Administratoren.</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>Messwert</translation>
    </message>
    <message>
        <source>Open chart</source>
        <translation>Diagramm öffnen</translation>
    </message>
    <message>
        <source>There is no such device any more.</source>
        <translation>Dieses Gerät gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>silenced</source>
        <translation>stummgeschaltet</translation>
    </message>
    <message>
        <source>Ack</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Scan %1</source>
        <translation>Scan %1</translation>
    </message>
    <message>
        <source>Scan of %1</source>
        <translation>Scan: %1</translation>
    </message>
    <message>
        <source>all ticked networks</source>
        <translation>alle angehakten Netze</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 fertig</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>chat::ChatDock</name>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Close the chat</source>
        <translation>Chat schließen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>room, how much is unread</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>chat::ChatPage</name>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, and its shortcut</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Search the messages</source>
        <translation>Nachrichten durchsuchen</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>New conversation…</source>
        <translation>Neues Gespräch…</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
</context>
<context>
    <name>chat::ChatPane</name>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>Not after all</source>
        <translation>Doch nicht</translation>
    </message>
    <message>
        <source>Choose a room to read and write in.</source>
        <translation>Einen Raum wählen, um darin zu lesen und zu schreiben.</translation>
    </message>
    <message>
        <source>Asking the server which rooms there are.</source>
        <translation>Der Server wird gefragt, welche Räume es gibt.</translation>
    </message>
    <message>
        <source>Nobody has written here yet. What you write is kept.</source>
        <translation>Hier hat noch niemand geschrieben. Was Sie schreiben, wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Asking the server what was written here.</source>
        <translation>Der Server wird gefragt, was hier geschrieben wurde.</translation>
    </message>
    <message>
        <source>Message %1  ( @ people   # things   / commands )</source>
        <translation>Nachricht an %1  ( @ Personen   # Dinge   / Befehle )</translation>
    </message>
    <message>
        <source>There is no connection. What you write is sent once there is one.</source>
        <translation>Es besteht keine Verbindung. Was Sie schreiben, wird gesendet, sobald es eine gibt.</translation>
    </message>
    <message>
        <source>Message to %1</source>
        <translation>Nachricht an %1</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>A message has %1 characters at most. Make two of it.</source>
        <translation>Eine Nachricht hat höchstens %1 Zeichen. Zwei daraus machen.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Several people are typing…</source>
        <translation>Mehrere Personen schreiben…</translation>
    </message>
    <message>
        <source>↑ Jump to unread (%1)</source>
        <translation>↑ Zu Ungelesenem springen (%1)</translation>
    </message>
    <message>
        <source>↓ %1 new</source>
        <translation>↓ %1 neu</translation>
    </message>
    <message>
        <source>↓ Latest</source>
        <translation>↓ Neueste</translation>
    </message>
    <message>
        <source>The picture is too large to be sent. Choose a smaller part of it.</source>
        <translation>Das Bild ist zu groß zum Senden. Einen kleineren Ausschnitt wählen.</translation>
    </message>
    <message>
        <source>Editing what you wrote</source>
        <translation>Eigene Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Reply to %1: %2</source>
        <translation>Antwort an %1: %2</translation>
    </message>
    <message>
        <source>With the picture %1</source>
        <translation>Mit dem Bild %1</translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation>&amp;Antworten</translation>
    </message>
    <message>
        <source>R&amp;eact</source>
        <translation>Rea&amp;gieren</translation>
    </message>
    <message>
        <source>E&amp;dit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy lin&amp;k</source>
        <translation>L&amp;ink kopieren</translation>
    </message>
    <message>
        <source>The message stays as it was: %1</source>
        <translation>Die Nachricht bleibt, wie sie war: %1</translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation>Reaktionen</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is done, and with what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Copy &amp;address</source>
        <translation>A&amp;dresse kopieren</translation>
    </message>
    <message>
        <source>The alert was not acknowledged: %1</source>
        <translation>Der Alarm wurde nicht bestätigt: %1</translation>
    </message>
    <message>
        <source>%1 are typing…</source>
        <translation>%1 schreiben …</translation>
    </message>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 schreibt …</translation>
    </message>
    <message>
        <source>Show &amp;history…</source>
        <translation>&amp;Verlauf zeigen…</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>who wrote where</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Propose: %1</source>
        <comment>what the assistant proposes</comment>
        <translation>Vorschlag: %1</translation>
    </message>
    <message>
        <source>Open this &amp;view</source>
        <translation>Diese &amp;Ansicht öffnen</translation>
    </message>
    <message>
        <source>The scan was not cancelled: %1</source>
        <translation>Der Scan wurde nicht abgebrochen: %1</translation>
    </message>
    <message>
        <source>With the picture %1 and its values</source>
        <translation>Mit dem Bild %1 und seinen Werten</translation>
    </message>
    <message>
        <source>Show &amp;values</source>
        <translation>&amp;Werte zeigen</translation>
    </message>
    <message>
        <source>Save values as &amp;CSV…</source>
        <translation>Werte als &amp;CSV speichern …</translation>
    </message>
    <message>
        <source>&amp;Stop the answer</source>
        <translation>Antwort &amp;anhalten</translation>
    </message>
    <message>
        <source>as %1 sent them, %2</source>
        <translation>wie %1 sie geschickt hat, %2</translation>
    </message>
</context>
<context>
    <name>chat::Deletion</name>
    <message>
        <source>The message is deleted.</source>
        <translation>Die Nachricht ist gelöscht.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The message was not deleted: %1</source>
        <translation>Die Nachricht wurde nicht gelöscht: %1</translation>
    </message>
</context>
<context>
    <name>chat::ExportSheet</name>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>the last 8 hours</source>
        <translation>die letzten 8 Stunden</translation>
    </message>
    <message>
        <source>the last 24 hours</source>
        <translation>die letzten 24 Stunden</translation>
    </message>
    <message>
        <source>the last 7 days</source>
        <translation>die letzten 7 Tage</translation>
    </message>
    <message>
        <source>the last 30 days</source>
        <translation>die letzten 30 Tage</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>from … to …</source>
        <translation>von … bis …</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>&amp;Period:</source>
        <translation>&amp;Zeitraum:</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;Von:</translation>
    </message>
    <message>
        <source>&amp;To:</source>
        <translation>&amp;Bis:</translation>
    </message>
    <message>
        <source>F&amp;ormat:</source>
        <translation>&amp;Format:</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>It ends before it begins. Choose a later end.</source>
        <translation>Das Ende liegt vor dem Anfang. Wählen Sie ein späteres Ende.</translation>
    </message>
    <message>
        <source>Nothing was written here in that time.</source>
        <translation>In dieser Zeit wurde hier nichts geschrieben.</translation>
    </message>
    <message>
        <source>Export the messages</source>
        <translation>Die Nachrichten exportieren</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are in that file, which is the most one takes. Export again for what follows.</source>
        <translation>
            <numerusform>%n Nachricht steht in dieser Datei, mehr fasst eine nicht. Exportieren Sie noch einmal, was danach kommt.</numerusform>
            <numerusform>%n Nachrichten stehen in dieser Datei, mehr fasst eine nicht. Exportieren Sie noch einmal, was danach kommt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chat::MembersPanel</name>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Enter opens the room you have with somebody alone</source>
        <translation>Die Eingabetaste öffnet den Raum mit dieser Person allein</translation>
    </message>
</context>
<context>
    <name>chat::MessageRows</name>
    <message>
        <source>AI · may be wrong</source>
        <translation>KI · kann sich irren</translation>
    </message>
    <message>
        <source>AI · %1 · may be wrong</source>
        <translation>KI · %1 · kann sich irren</translation>
    </message>
    <message>
        <source>(edited)</source>
        <translation>(bearbeitet)</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>new messages (%1)</source>
        <translation>neue Nachrichten (%1)</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>wartet auf das Senden</translation>
    </message>
    <message>
        <source>is being sent</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>not sent: %1</source>
        <translation>nicht gesendet: %1</translation>
    </message>
    <message>
        <source>%1 (guest)</source>
        <translation>%1 (Gast)</translation>
    </message>
    <message>
        <source>in reply to an earlier message</source>
        <translation>als Antwort auf eine frühere Nachricht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>author and what they wrote</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 joined</source>
        <translation>
            <numerusform>%1 ist beigetreten</numerusform>
            <numerusform>%1 sind beigetreten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 left</source>
        <translation>
            <numerusform>%1 ist gegangen</numerusform>
            <numerusform>%1 sind gegangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people joined</source>
        <translation>
            <numerusform>%n Person ist beigetreten</numerusform>
            <numerusform>%n Personen sind beigetreten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people left</source>
        <translation>
            <numerusform>%n Person ist gegangen</numerusform>
            <numerusform>%n Personen sind gegangen</numerusform>
        </translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>Diese Nachricht wurde gelöscht.</translation>
    </message>
    <message>
        <source>This message was deleted by %1.</source>
        <translation>Diese Nachricht wurde von %1 gelöscht.</translation>
    </message>
    <message>
        <source>new messages</source>
        <translation>neue Nachrichten</translation>
    </message>
    <message>
        <source>AI, may be wrong</source>
        <translation>KI, kann sich irren</translation>
    </message>
    <message>
        <source>in reply to %1</source>
        <translation>als Antwort auf %1</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 by %n</source>
        <translation>
            <numerusform>%1 von %n</numerusform>
            <numerusform>%1 von %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>proposes: %1</source>
        <translation>schlägt vor: %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>is being written</source>
        <translation>wird geschrieben</translation>
    </message>
    <message>
        <source>it shows %1</source>
        <translation>es zeigt %1</translation>
    </message>
</context>
<context>
    <name>chat::MessageView</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>chat::ProposalWords</name>
    <message>
        <source>calls everybody who is in the room now</source>
        <translation>ruft alle, die jetzt im Raum sind</translation>
    </message>
    <message>
        <source>an alert, by its number</source>
        <translation>ein Alarm, mit seiner Nummer</translation>
    </message>
    <message>
        <source>room</source>
        <translation>Raum</translation>
    </message>
</context>
<context>
    <name>chat::Revisions</name>
    <message>
        <source>Guests cannot change what was written. Sign in.</source>
        <translation>Gäste können nicht ändern, was geschrieben wurde. Dafür anmelden.</translation>
    </message>
    <message>
        <source>There is no such message in this room.</source>
        <translation>Diese Nachricht gibt es in diesem Raum nicht.</translation>
    </message>
    <message>
        <source>Nothing would be left of the message. Delete it instead.</source>
        <translation>Von der Nachricht bliebe nichts übrig. Sie stattdessen löschen.</translation>
    </message>
    <message>
        <source>Only who wrote a message changes it. Answer it instead.</source>
        <translation>Eine Nachricht ändert nur, wer sie geschrieben hat. Stattdessen darauf antworten.</translation>
    </message>
    <message>
        <source>Only who wrote a message deletes it, or an operator. Ask one.</source>
        <translation>Eine Nachricht löscht nur, wer sie geschrieben hat, oder ein Bediener. Einen fragen.</translation>
    </message>
    <message>
        <source>A reaction is one emoji. Choose one from the list.</source>
        <translation>Eine Reaktion ist ein Emoji. Eines aus der Liste wählen.</translation>
    </message>
    <message>
        <source>The room is put away, to be read only.</source>
        <translation>Der Raum ist abgelegt und lässt sich nur noch lesen.</translation>
    </message>
    <message>
        <source>The message was deleted. Nothing can be done with it.</source>
        <translation>Die Nachricht wurde gelöscht. Mit ihr lässt sich nichts mehr tun.</translation>
    </message>
</context>
<context>
    <name>chat::RoomBook</name>
    <message>
        <source>The room %1 is put away, to be read only. Somebody who looks after it can take it out again.</source>
        <translation>Der Raum %1 ist abgelegt und lässt sich nur noch lesen. Wer sich um ihn kümmert, kann ihn wieder hervorholen.</translation>
    </message>
    <message>
        <source>In %1 the house writes, and operators. Write in another room.</source>
        <translation>In %1 schreiben Belfry und die Bediener. In einem anderen Raum schreiben.</translation>
    </message>
    <message>
        <source>There are %1 chat rooms already. Use one of them.</source>
        <translation>Es gibt schon %1 Chaträume. Nutzen Sie einen davon.</translation>
    </message>
    <message>
        <source>There is no room %1.</source>
        <translation>Es gibt keinen Raum %1.</translation>
    </message>
    <message>
        <source>There are many chat rooms already, and guests make no more. Use one of them.</source>
        <translation>Es gibt schon viele Chaträume, und Gäste legen keine weiteren an. Nutzen Sie einen davon.</translation>
    </message>
    <message>
        <source>Somebody gave another room the name %1. It has to go by another first.</source>
        <translation>Jemand hat einem anderen Raum den Namen %1 gegeben. Der muss zuerst anders heißen.</translation>
    </message>
    <message>
        <source>There is nobody with the name %1.</source>
        <translation>Es gibt niemanden mit dem Namen %1.</translation>
    </message>
    <message>
        <source>A room of two people stays as it is.</source>
        <translation>Ein Raum zu zweit bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Whose a room is cannot be changed, as others trusted in it. Make another room.</source>
        <translation>Für wen ein Raum ist, lässt sich nicht ändern, denn andere haben darauf vertraut. Einen anderen Raum anlegen.</translation>
    </message>
    <message>
        <source>Only a private room has members.</source>
        <translation>Nur ein privater Raum hat Mitglieder.</translation>
    </message>
    <message>
        <source>A private room has at least one member.</source>
        <translation>Ein privater Raum hat mindestens ein Mitglied.</translation>
    </message>
    <message>
        <source>People make public and private rooms; the others come by themselves.</source>
        <translation>Personen legen öffentliche und private Räume an; die anderen entstehen von selbst.</translation>
    </message>
    <message>
        <source>Only people have private rooms.</source>
        <translation>Nur Personen haben private Räume.</translation>
    </message>
    <message>
        <source>A room of two people is not left. It stays as it is.</source>
        <translation>Einen Raum zu zweit verlässt man nicht. Er bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>The room %1 is always open.</source>
        <translation>Der Raum %1 ist immer offen.</translation>
    </message>
    <message>
        <source>Sign in to speak with somebody alone.</source>
        <translation>Anmelden, um mit jemandem allein zu sprechen.</translation>
    </message>
    <message>
        <source>That is you. Choose somebody else.</source>
        <translation>Das sind Sie selbst. Jemand anderen wählen.</translation>
    </message>
    <message>
        <source>There is no alert %1.</source>
        <translation>Es gibt keinen Alarm %1.</translation>
    </message>
    <message>
        <source>There is no chat room %1. Join it first, and it is made.</source>
        <translation>Es gibt keinen Chatraum %1. Betreten Sie ihn zuerst, dann entsteht er.</translation>
    </message>
    <message>
        <source>The room %1 is for its members. Ask one of them to let you in.</source>
        <translation>Der Raum %1 ist für seine Mitglieder. Eines davon um Einlass bitten.</translation>
    </message>
</context>
<context>
    <name>chat::RoomList</name>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Direct</source>
        <translation>Direkt</translation>
    </message>
    <message>
        <source>Chat rooms</source>
        <translation>Chaträume</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n Erwähnung</numerusform>
            <numerusform>%n Erwähnungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chat::RoomMenu</name>
    <message>
        <source>More of this room</source>
        <translation>Mehr zu diesem Raum</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Choose a room first.</source>
        <translation>Wählen Sie zuerst einen Raum.</translation>
    </message>
    <message>
        <source>Operators and administrators export rooms.</source>
        <translation>Räume exportieren Operatoren und Administratoren.</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es besteht keine Verbindung zum Server.</translation>
    </message>
    <message>
        <source>Show &amp;joins and leaves</source>
        <translation>&amp;Kommen und Gehen zeigen</translation>
    </message>
</context>
<context>
    <name>chat::RoomSheet</name>
    <message>
        <source>Direct message</source>
        <translation>Direktnachricht</translation>
    </message>
    <message>
        <source>New room</source>
        <translation>Neuer Raum</translation>
    </message>
    <message>
        <source>&amp;Private: only those chosen below</source>
        <translation>&amp;Privat: nur die unten Gewählten</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>What is begun</source>
        <translation>Was begonnen wird</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Topic:</source>
        <translation>&amp;Thema:</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>Who belongs to it besides you:</source>
        <translation>Wer außer Ihnen dazugehört:</translation>
    </message>
    <message>
        <source>Everybody here can read and write in it.</source>
        <translation>Alle hier können darin lesen und schreiben.</translation>
    </message>
    <message>
        <source>Whom to write to:</source>
        <translation>An wen geschrieben wird:</translation>
    </message>
    <message>
        <source>&amp;Make the room</source>
        <translation>Raum &amp;anlegen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Choose somebody in the list.</source>
        <translation>Jemanden in der Liste wählen.</translation>
    </message>
    <message>
        <source>A room needs a name. Give it one.</source>
        <translation>Ein Raum braucht einen Namen. Ihm einen geben.</translation>
    </message>
    <message>
        <source>There is a room of this name. Choose another one.</source>
        <translation>Es gibt schon einen Raum dieses Namens. Einen anderen Namen wählen.</translation>
    </message>
</context>
<context>
    <name>chat::SearchPanel</name>
    <message>
        <source>Only in this room</source>
        <translation>Nur in diesem Raum</translation>
    </message>
    <message>
        <source>Load &amp;older</source>
        <translation>Ä&amp;ltere laden</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Words, all of them</source>
        <translation>Wörter, alle davon</translation>
    </message>
    <message>
        <source>Words to look for</source>
        <translation>Gesuchte Wörter</translation>
    </message>
    <message>
        <source>Who wrote it</source>
        <translation>Wer es geschrieben hat</translation>
    </message>
    <message>
        <source>How long ago</source>
        <translation>Wie lange her</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1 in %2 · %3</source>
        <comment>author, room, when</comment>
        <translation>%1 in %2 · %3</translation>
    </message>
    <message>
        <source>Nothing has all these words. Try fewer of them.</source>
        <translation>Nirgends stehen all diese Wörter. Es mit weniger versuchen.</translation>
    </message>
    <message>
        <source>The newest %1</source>
        <translation>Die neuesten %1</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chat::SendSheet</name>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>Send to chat</source>
        <translation>In den Chat senden</translation>
    </message>
    <message>
        <source>Send %1 to chat</source>
        <translation>%1 in den Chat senden</translation>
    </message>
    <message>
        <source>The picture that is sent</source>
        <translation>Das Bild, das gesendet wird</translation>
    </message>
    <message>
        <source>There is no room to send it to.</source>
        <translation>Es gibt keinen Raum, in den es gesendet werden könnte.</translation>
    </message>
    <message>
        <source>The picture is too large to be sent. Choose a smaller part of it.</source>
        <translation>Das Bild ist zu groß, um gesendet zu werden. Wählen Sie einen kleineren Teil davon.</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Räume</translation>
    </message>
    <message>
        <source>What you say of it</source>
        <translation>Was Sie dazu sagen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
</context>
<context>
    <name>chat::Service</name>
    <message>
        <source>You write faster than anybody reads. Wait a second, then go on.</source>
        <translation>Sie schreiben schneller, als jemand lesen kann. Warten Sie eine Sekunde, dann geht es weiter.</translation>
    </message>
    <message>
        <source>The message you answer is not in this room. Choose one that is.</source>
        <translation>Die Nachricht, auf die Sie antworten, ist nicht in diesem Raum. Eine wählen, die es ist.</translation>
    </message>
    <message>
        <source>The room is gone.</source>
        <translation>Den Raum gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The line is empty.</source>
        <translation>Die Zeile ist leer.</translation>
    </message>
</context>
<context>
    <name>chat::Sheet</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>chat::Slash</name>
    <message>
        <source>There is no command /%1. /help lists those there are.</source>
        <translation>Es gibt keinen Befehl /%1. /help zeigt, welche es gibt.</translation>
    </message>
    <message>
        <source>There is no command /%1. Do you mean %2?</source>
        <translation>Es gibt keinen Befehl /%1. War %2 gemeint?</translation>
    </message>
    <message>
        <source>A command begins with a slash.</source>
        <translation>Ein Befehl beginnt mit einem Schrägstrich.</translation>
    </message>
    <message>
        <source>Your role may not use /%1. Ask an operator.</source>
        <translation>Ihre Rolle darf /%1 nicht benutzen. Einen Bediener fragen.</translation>
    </message>
    <message>
        <source>Say which alert: /%1 A-12</source>
        <translation>Angeben, welcher Alarm: /%1 A-12</translation>
    </message>
    <message>
        <source>A-12 [note]</source>
        <translation>A-12 [Notiz]</translation>
    </message>
    <message>
        <source>Say to whom: /assign A-12 @dana</source>
        <translation>Angeben, wem: /assign A-12 @dana</translation>
    </message>
    <message>
        <source>There is nobody with the name %1.</source>
        <translation>Es gibt niemanden mit dem Namen %1.</translation>
    </message>
    <message>
        <source>Gives %1 to %2</source>
        <translation>Weist %1 der Person %2 zu</translation>
    </message>
    <message>
        <source>Say something: /comment A-12 the fan is on its way</source>
        <translation>Etwas sagen: /comment A-12 der Lüfter ist unterwegs</translation>
    </message>
    <message>
        <source>Adds to %1: %2</source>
        <translation>Fügt zu %1 hinzu: %2</translation>
    </message>
    <message>
        <source>Say what and how long: /silence A-12 2h, or /silence device=&quot;nas&quot; 2h</source>
        <translation>Angeben, was und wie lange: /silence A-12 2h oder /silence device=&quot;nas&quot; 2h</translation>
    </message>
    <message>
        <source>Say how long, as 30m, 2h or 3d: /silence A-12 2h</source>
        <translation>Angeben, wie lange, etwa 30m, 2h oder 3d: /silence A-12 2h</translation>
    </message>
    <message>
        <source>There is no alert %1.</source>
        <translation>Es gibt keinen Alarm %1.</translation>
    </message>
    <message>
        <source>Silenced by %1 in %2</source>
        <translation>Stummgeschaltet durch %1 in %2</translation>
    </message>
    <message>
        <source>Silences %1 for %2 (until %3 UTC): %4</source>
        <translation>Schaltet %1 für %2 stumm (bis %3 UTC): %4</translation>
    </message>
    <message>
        <source>Says that you look after an alert</source>
        <translation>Sagt, dass Sie sich um einen Alarm kümmern</translation>
    </message>
    <message>
        <source>Acknowledges %1</source>
        <translation>Bestätigt %1</translation>
    </message>
    <message>
        <source>Says that nobody looks after an alert any more</source>
        <translation>Sagt, dass sich niemand mehr um einen Alarm kümmert</translation>
    </message>
    <message>
        <source>Takes the acknowledgement of %1 back</source>
        <translation>Nimmt die Bestätigung von %1 zurück</translation>
    </message>
    <message>
        <source>Says that an alert is over</source>
        <translation>Sagt, dass ein Alarm vorbei ist</translation>
    </message>
    <message>
        <source>Says that %1 is over</source>
        <translation>Sagt, dass %1 vorbei ist</translation>
    </message>
    <message>
        <source>A-12 @name</source>
        <translation>A-12 @Name</translation>
    </message>
    <message>
        <source>Gives an alert to somebody</source>
        <translation>Weist jemandem einen Alarm zu</translation>
    </message>
    <message>
        <source>A-12 text</source>
        <translation>A-12 Text</translation>
    </message>
    <message>
        <source>Adds a comment to an alert</source>
        <translation>Fügt einem Alarm einen Kommentar hinzu</translation>
    </message>
    <message>
        <source>A-12 or matchers, how long, [reason]</source>
        <translation>A-12 oder Merkmale, wie lange, [Grund]</translation>
    </message>
    <message>
        <source>Silences alerts for a time</source>
        <translation>Schaltet Alarme für eine Zeit stumm</translation>
    </message>
    <message>
        <source>Nothing follows /who.</source>
        <translation>Auf /who folgt nichts.</translation>
    </message>
    <message>
        <source>Lists who is in %1</source>
        <translation>Zeigt, wer in %1 ist</translation>
    </message>
    <message>
        <source>Say what you do: /me restarts the printer</source>
        <translation>Sagen, was Sie tun: /me startet den Drucker neu</translation>
    </message>
    <message>
        <source>Writes: %1</source>
        <translation>Schreibt: %1</translation>
    </message>
    <message>
        <source>Takes the topic of %1 away</source>
        <translation>Entfernt das Thema von %1</translation>
    </message>
    <message>
        <source>Sets the topic of %1: %2</source>
        <translation>Setzt das Thema von %1: %2</translation>
    </message>
    <message>
        <source>Say with whom: /dm @dana</source>
        <translation>Angeben, mit wem: /dm @dana</translation>
    </message>
    <message>
        <source>The room opens first; write the message there.</source>
        <translation>Zuerst öffnet sich der Raum; die Nachricht dort schreiben.</translation>
    </message>
    <message>
        <source>Opens the room you have with %1 alone</source>
        <translation>Öffnet den Raum mit %1 allein</translation>
    </message>
    <message>
        <source>Say which: /device core-sw-01</source>
        <translation>Angeben, welches: /device core-sw-01</translation>
    </message>
    <message>
        <source>Looks for the device %1</source>
        <translation>Sucht das Gerät %1</translation>
    </message>
    <message>
        <source>Say what to scan: /scan 10.0.0.0/24</source>
        <translation>Angeben, was zu scannen ist: /scan 10.0.0.0/24</translation>
    </message>
    <message>
        <source>There is no scan called %1. There are %2.</source>
        <translation>Es gibt keinen Scan namens %1. Es gibt %2.</translation>
    </message>
    <message>
        <source>Nothing follows the kind of scan.</source>
        <translation>Auf die Art des Scans folgt nichts.</translation>
    </message>
    <message>
        <source>Starts a scan (%1) of %2</source>
        <translation>Startet einen Scan (%1) von %2</translation>
    </message>
    <message>
        <source>Lists what may follow a slash</source>
        <translation>Zeigt, was auf einen Schrägstrich folgen kann</translation>
    </message>
    <message>
        <source>Lists who is in this room</source>
        <translation>Zeigt, wer in diesem Raum ist</translation>
    </message>
    <message>
        <source>what you do</source>
        <translation>was Sie tun</translation>
    </message>
    <message>
        <source>Writes what you do</source>
        <translation>Schreibt, was Sie tun</translation>
    </message>
    <message>
        <source>[topic]</source>
        <translation>[Thema]</translation>
    </message>
    <message>
        <source>Sets what this room is about</source>
        <translation>Setzt, worum es in diesem Raum geht</translation>
    </message>
    <message>
        <source>@name</source>
        <translation>@Name</translation>
    </message>
    <message>
        <source>Opens the room you have with somebody alone</source>
        <translation>Öffnet den Raum mit jemandem allein</translation>
    </message>
    <message>
        <source>name or address</source>
        <translation>Name oder Adresse</translation>
    </message>
    <message>
        <source>Looks for a device</source>
        <translation>Sucht ein Gerät</translation>
    </message>
    <message>
        <source>network [discovery|ports|targeted|full]</source>
        <translation>Netz [discovery|ports|targeted|full]</translation>
    </message>
    <message>
        <source>Scans an address or a network</source>
        <translation>Scannt eine Adresse oder ein Netz</translation>
    </message>
    <message>
        <source>question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Asks the assistant; the answer is for you alone</source>
        <translation>Fragt den Assistenten; die Antwort ist für Sie allein</translation>
    </message>
    <message>
        <source>Ask something: /ai what is down?</source>
        <translation>Fragen Sie etwas: /ai was ist ausgefallen?</translation>
    </message>
    <message>
        <source>The assistant is switched off in %1.</source>
        <translation>Der Assistent ist in %1 ausgeschaltet.</translation>
    </message>
    <message>
        <source>Asks the assistant, as you: %1</source>
        <translation>Fragt den Assistenten, in Ihrem Namen: %1</translation>
    </message>
    <message>
        <source>There is no device called %1.</source>
        <translation>Es gibt kein Gerät namens %1.</translation>
    </message>
    <message>
        <source>%1 may be several devices: %2. Say which.</source>
        <translation>%1 können mehrere Geräte sein: %2. Sagen Sie, welches.</translation>
    </message>
    <message>
        <source>Leads to the map</source>
        <translation>Führt zur Karte</translation>
    </message>
    <message>
        <source>The map</source>
        <translation>Die Karte</translation>
    </message>
    <message>
        <source>Leads to %1 on the map</source>
        <translation>Führt zu %1 auf der Karte</translation>
    </message>
    <message>
        <source>%1 on the map</source>
        <translation>%1 auf der Karte</translation>
    </message>
    <message>
        <source>Say what was measured: /chart cpu, or /chart rtt core-sw-01 2h</source>
        <translation>Sagen Sie, was gemessen wurde: /chart cpu, oder /chart rtt core-sw-01 2h</translation>
    </message>
    <message>
        <source>Nothing is measured that is called %1.</source>
        <translation>Es wird nichts gemessen, das %1 heißt.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>what is measured, and of which device</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Leads to the chart: %1</source>
        <translation>Führt zum Diagramm: %1</translation>
    </message>
    <message>
        <source>[device]</source>
        <translation>[Gerät]</translation>
    </message>
    <message>
        <source>Leads others to the map</source>
        <translation>Führt andere zur Karte</translation>
    </message>
    <message>
        <source>cpu [device] [1h]</source>
        <translation>cpu [Gerät] [1h]</translation>
    </message>
    <message>
        <source>Leads others to a chart</source>
        <translation>Führt andere zu einem Diagramm</translation>
    </message>
</context>
<context>
    <name>chat::SlashDesk</name>
    <message>
        <source>Con&amp;firm</source>
        <translation>&amp;Bestätigen</translation>
    </message>
    <message>
        <source>What the command would do</source>
        <translation>Was der Befehl tun würde</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>No device is called so.</source>
        <translation>Kein Gerät heißt so.</translation>
    </message>
    <message>
        <source>Devices called so: %1</source>
        <translation>Geräte, die so heißen: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Getan: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>It is as it was.</source>
        <translation>Es ist, wie es war.</translation>
    </message>
    <message>
        <source>It was not taken back: %1</source>
        <translation>Es wurde nicht zurückgenommen: %1</translation>
    </message>
</context>
<context>
    <name>chat::TraceSheet</name>
    <message>
        <source>History of a message</source>
        <translation>Verlauf einer Nachricht</translation>
    </message>
    <message>
        <source>What it said, the newest last</source>
        <translation>Was darin stand, das Neueste zuletzt</translation>
    </message>
    <message>
        <source>Asking the server what it said.</source>
        <translation>Der Server wird gefragt, was darin stand.</translation>
    </message>
    <message>
        <source>%1 wrote on %2:</source>
        <translation>%1 schrieb am %2:</translation>
    </message>
    <message>
        <source>%1 changed it on %2:</source>
        <translation>%1 änderte es am %2:</translation>
    </message>
    <message>
        <source>%1 deleted it on %2.</source>
        <translation>%1 löschte es am %2.</translation>
    </message>
</context>
<context>
    <name>chat::ValuesSheet</name>
    <message>
        <source>Values of %1</source>
        <translation>Werte von %1</translation>
    </message>
    <message>
        <source>&amp;Save as CSV…</source>
        <translation>Als CSV &amp;speichern …</translation>
    </message>
    <message>
        <source>Asking the server.</source>
        <translation>Der Server wird gefragt.</translation>
    </message>
    <message>
        <source>The values could not be had: %1</source>
        <translation>Die Werte waren nicht zu bekommen: %1</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation>Nach dieser Spalte sortieren</translation>
    </message>
    <message>
        <source>a point every %1</source>
        <translation>ein Punkt je %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more did not go along</source>
        <comment>devices and links of a map</comment>
        <translation>
            <numerusform>%n weiteres ging nicht mit</numerusform>
            <numerusform>%n weitere gingen nicht mit</numerusform>
        </translation>
    </message>
    <message>
        <source>F3 sorts by the column you are in</source>
        <translation>F3 sortiert nach der Spalte, in der Sie stehen</translation>
    </message>
    <message>
        <source>Save the values</source>
        <translation>Die Werte speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>client::Channels</name>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es besteht keine Verbindung mit dem Server.</translation>
    </message>
    <message>
        <source>It is not known yet who you are to the server.</source>
        <translation>Es ist noch nicht bekannt, wer Sie für den Server sind.</translation>
    </message>
    <message>
        <source>Administrators set who is told. Your role is: %1.</source>
        <translation>Administratoren legen fest, wer benachrichtigt wird. Ihre Rolle ist: %1.</translation>
    </message>
    <message>
        <source>Messages are for operators and administrators. Your role is: %1.</source>
        <translation>Nachrichten sind für Bediener und Administratoren. Ihre Rolle ist: %1.</translation>
    </message>
</context>
<context>
    <name>client::FilterReader</name>
    <message>
        <source>Write behind the ! what is not to be shown, without a space.</source>
        <translation>Hinter das ! gehört ohne Leerzeichen, was nicht gezeigt werden soll.</translation>
    </message>
    <message>
        <source>%1: is not known. There are topic:, priority: and source:; what is to be found in the text stands in quotes.</source>
        <translation>%1: ist unbekannt. Es gibt topic:, priority: und source:; was im Text gesucht wird, steht in Anführungszeichen.</translation>
    </message>
    <message>
        <source>Behind %1 comes a colon.</source>
        <translation>Hinter %1 gehört ein Doppelpunkt.</translation>
    </message>
    <message>
        <source>The quote that begins here does not end.</source>
        <translation>Das Anführungszeichen, das hier beginnt, endet nicht.</translation>
    </message>
    <message>
        <source>There is nothing between the quotes.</source>
        <translation>Zwischen den Anführungszeichen steht nichts.</translation>
    </message>
    <message>
        <source>Write behind the colon which topic: metrics.sampled, or metrics.*</source>
        <translation>Hinter den Doppelpunkt gehört das Thema: metrics.sampled oder metrics.*</translation>
    </message>
    <message>
        <source>%1 is no topic. Write it whole, or its beginning and a star: metrics.*</source>
        <translation>%1 ist kein Thema. Ganz ausschreiben, oder den Anfang und einen Stern: metrics.*</translation>
    </message>
    <message>
        <source>Write behind the colon which source: agent-1, or agent-*</source>
        <translation>Hinter den Doppelpunkt gehört die Quelle: agent-1 oder agent-*</translation>
    </message>
    <message>
        <source>A priority is a number from 1 to 10, as in priority&gt;=7</source>
        <translation>Eine Priorität ist eine Zahl von 1 bis 10, wie in priority&gt;=7</translation>
    </message>
</context>
<context>
    <name>client::FilterTermReader</name>
    <message>
        <source>Write behind the ! what is not to be shown, without a space.</source>
        <translation>Hinter das ! gehört ohne Leerzeichen, was nicht gezeigt werden soll.</translation>
    </message>
    <message>
        <source>There is nothing to look for here.</source>
        <translation>Hier steht nichts, was zu suchen wäre.</translation>
    </message>
    <message>
        <source>Write behind %1%2 what it is to be.</source>
        <translation>Hinter %1%2 gehört, was es sein soll.</translation>
    </message>
    <message>
        <source>The quote that begins here does not end.</source>
        <translation>Das Anführungszeichen, das hier beginnt, endet nicht.</translation>
    </message>
</context>
<context>
    <name>client::Fingerprint</name>
    <message>
        <source>“%1” is no fingerprint. Write the SHA-256 of the certificate: 64 digits and letters from A to F.</source>
        <translation>„%1“ ist kein Fingerabdruck. Den SHA-256 des Zertifikats schreiben: 64 Ziffern und Buchstaben von A bis F.</translation>
    </message>
</context>
<context>
    <name>client::HttpCall</name>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>%1 does not speak TLS as Belfry does: %2. Nothing was sent to it.</source>
        <translation>%1 spricht kein TLS, wie Belfry es spricht: %2. Es wurde nichts dorthin gesendet.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2.</source>
        <translation>%1 ist nicht erreichbar: %2.</translation>
    </message>
</context>
<context>
    <name>client::KnownServers</name>
    <message>
        <source>Line %2 of %1 cannot be understood, so nobody knows which certificates were accepted. Mend or remove that line.</source>
        <translation>Zeile %2 von %1 ist nicht zu verstehen, darum weiß niemand, welche Zertifikate angenommen wurden. Diese Zeile berichtigen oder entfernen.</translation>
    </message>
    <message>
        <source>%1 cannot be read, so nobody knows which certificates were accepted. Mend or remove it.</source>
        <translation>%1 kann nicht gelesen werden, darum weiß niemand, welche Zertifikate angenommen wurden. Die Datei berichtigen oder entfernen.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>client::MetricsModel</name>
    <message>
        <source>Paused at %1 · %2 behind</source>
        <translation>Angehalten um %1 · %2 zurück</translation>
    </message>
    <message>
        <source>Stored readings could not be loaded: %1</source>
        <translation>Gespeicherte Messwerte konnten nicht geladen werden: %1</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>Messwerte alle %1</translation>
    </message>
    <message>
        <source>avg per %1 (min–max band)</source>
        <translation>Mittel je %1 (Band: Min.–Max.)</translation>
    </message>
</context>
<context>
    <name>client::RemoteLink</name>
    <message>
        <source>Not connected yet.</source>
        <translation>Noch nicht verbunden.</translation>
    </message>
    <message>
        <source>Sign in to see %1.</source>
        <translation>Anmelden, um %1 zu sehen.</translation>
    </message>
    <message>
        <source>The connection is closed.</source>
        <translation>Die Verbindung ist geschlossen.</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindung mit %1 wird hergestellt…</translation>
    </message>
    <message>
        <source>%1 is no Belfry server. Check the address.</source>
        <translation>%1 ist kein Belfry-Server. Adresse prüfen.</translation>
    </message>
    <message>
        <source>%1 does not accept the sign-in any more.</source>
        <translation>%1 akzeptiert die Anmeldung nicht mehr.</translation>
    </message>
    <message>
        <source>There is no connection to %1.</source>
        <translation>Es besteht keine Verbindung mit %1.</translation>
    </message>
    <message>
        <source>%1 has ended the session. Sign in again.</source>
        <translation>%1 hat die Sitzung beendet. Erneut anmelden.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>Die Verbindung mit %1 ist abgebrochen.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2.</source>
        <translation>%1 ist nicht erreichbar: %2.</translation>
    </message>
    <message>
        <source>Signing in to %1 again…</source>
        <translation>Erneute Anmeldung bei %1…</translation>
    </message>
    <message numerus="yes">
        <source>%1 Trying again in %n s.</source>
        <translation>
            <numerusform>%1 Nächster Versuch in %n s.</numerusform>
            <numerusform>%1 Nächster Versuch in %n s.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 did not answer within 30 s.</source>
        <translation>%1 hat nicht innerhalb von 30 s geantwortet.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>client::Role</name>
    <message>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>Sees everything and changes nothing.</source>
        <translation>Sieht alles und ändert nichts.</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>For programs: reports what it has measured.</source>
        <translation>Für Programme: meldet, was es gemessen hat.</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Works with what is shown, but changes no account.</source>
        <translation>Arbeitet mit dem, was gezeigt wird, ändert aber keine Konten.</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>May do everything.</source>
        <translation>Darf alles.</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Nobody has signed in.</source>
        <translation>Niemand ist angemeldet.</translation>
    </message>
</context>
<context>
    <name>client::Rules</name>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es besteht keine Verbindung mit dem Server.</translation>
    </message>
    <message>
        <source>It is not known yet who you are to the server.</source>
        <translation>Es ist noch nicht bekannt, wer Sie für den Server sind.</translation>
    </message>
    <message>
        <source>Rules are set by administrators. Your role is: %1.</source>
        <translation>Regeln werden von Administratoren festgelegt. Ihre Rolle ist: %1.</translation>
    </message>
    <message>
        <source>Rules are tested by operators and administrators. Your role is: %1.</source>
        <translation>Regeln werden von Bedienern und Administratoren getestet. Ihre Rolle ist: %1.</translation>
    </message>
</context>
<context>
    <name>client::Scans</name>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es besteht keine Verbindung mit dem Server.</translation>
    </message>
    <message>
        <source>Scans are started by operators and administrators. Your role is: %1.</source>
        <translation>Scans werden von Bedienern und Administratoren gestartet. Ihre Rolle ist: %1.</translation>
    </message>
    <message>
        <source>It is not known yet who you are to the server.</source>
        <translation>Es ist noch nicht bekannt, wer Sie für den Server sind.</translation>
    </message>
    <message>
        <source>%1 started this scan. Ask them or an administrator to cancel it.</source>
        <translation>%1 hat diesen Scan gestartet. Bitten Sie diese Person oder einen Administrator, ihn abzubrechen.</translation>
    </message>
</context>
<context>
    <name>client::ServerAddress</name>
    <message>
        <source>“%1” is no server address. Write it as host:port or as a URL.</source>
        <translation>„%1“ ist keine Serveradresse. Als Host:Port oder als URL angeben.</translation>
    </message>
    <message>
        <source>Leave the user name and password out of the address of %1.</source>
        <translation>Benutzername und Passwort gehören nicht in die Adresse von %1.</translation>
    </message>
    <message>
        <source>“%1” is no way to reach a server. Use https, wss, http or ws.</source>
        <translation>Über „%1“ ist kein Server erreichbar. Möglich sind https, wss, http und ws.</translation>
    </message>
</context>
<context>
    <name>client::SignIn</name>
    <message>
        <source>%1 is no Belfry server. Check the address.</source>
        <translation>%1 ist kein Belfry-Server. Adresse prüfen.</translation>
    </message>
    <message>
        <source>%1 wants an encrypted connection. Nothing was sent. Use https://%1.</source>
        <translation>%1 verlangt eine verschlüsselte Verbindung. Es wurde nichts gesendet. https://%1 benutzen.</translation>
    </message>
    <message>
        <source>%1 does not accept this user name and password.</source>
        <translation>%1 akzeptiert diesen Benutzernamen mit diesem Passwort nicht.</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts. Try again in %n s.</source>
        <translation>
            <numerusform>Zu viele Versuche. In %n s erneut versuchen.</numerusform>
            <numerusform>Zu viele Versuche. In %n s erneut versuchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sends its visitors on to a place without encryption (%2), where everybody on the way could read the password. Belfry does not go there. Tell the administrator of the server.</source>
        <translation>%1 schickt Besucher weiter an eine Stelle ohne Verschlüsselung (%2), wo jeder auf dem Weg das Passwort lesen könnte. Belfry geht nicht dorthin. Den Administrator des Servers verständigen.</translation>
    </message>
    <message>
        <source>%1 sends its visitors on to %2. If that is right, give that address.</source>
        <translation>%1 schickt Besucher weiter an %2. Wenn das stimmt, diese Adresse angeben.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: it answered with HTTP %2.</source>
        <translation>%1 ist nicht erreichbar: Die Antwort war HTTP %2.</translation>
    </message>
    <message>
        <source>This account needs a one-time code, too.</source>
        <translation>Dieses Konto braucht zusätzlich einen Einmalcode.</translation>
    </message>
</context>
<context>
    <name>client::Telling</name>
    <message>
        <source>Critical alerts</source>
        <translation>Kritische Alarme</translation>
    </message>
    <message>
        <source>High alerts</source>
        <translation>Hohe Alarme</translation>
    </message>
    <message>
        <source>Medium alerts</source>
        <translation>Mittlere Alarme</translation>
    </message>
    <message>
        <source>Low alerts</source>
        <translation>Niedrige Alarme</translation>
    </message>
    <message>
        <source>Alerts for information</source>
        <translation>Alarme zur Information</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Erwähnungen</translation>
    </message>
    <message>
        <source>Direct messages</source>
        <translation>Direkte Nachrichten</translation>
    </message>
    <message>
        <source>A scan of mine is over</source>
        <translation>Ein Scan von mir ist beendet</translation>
    </message>
    <message>
        <source>New devices</source>
        <translation>Neue Geräte</translation>
    </message>
    <message>
        <source>Critical announcements</source>
        <translation>Kritische Durchsagen</translation>
    </message>
    <message>
        <source>Other announcements</source>
        <translation>Andere Durchsagen</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Notifications that warn</source>
        <translation>Benachrichtigungen, die warnen</translation>
    </message>
    <message>
        <source>Other notifications</source>
        <translation>Andere Benachrichtigungen</translation>
    </message>
    <message>
        <source>In the window</source>
        <translation>Im Fenster</translation>
    </message>
    <message>
        <source>Desktop pop-up</source>
        <translation>Desktop-Meldung</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Tray badge</source>
        <translation>Zeichen im Infobereich</translation>
    </message>
</context>
<context>
    <name>client::TimeRange</name>
    <message>
        <source>Live 5 min</source>
        <translation>Live 5 min</translation>
    </message>
    <message>
        <source>Last 15 min</source>
        <translation>Letzte 15 min</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last 6 hours</source>
        <translation>Letzte 6 Stunden</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letzte 12 Monate</translation>
    </message>
    <message>
        <source>Last 2 years</source>
        <translation>Letzte 2 Jahre</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
</context>
<context>
    <name>client::Trust</name>
    <message>
        <source>The certificate of %1 is made for another name (%2). Nothing was sent. Use the name it is made for, or tell the administrator of the server.</source>
        <translation>Das Zertifikat von %1 gilt für einen anderen Namen (%2). Es wurde nichts gesendet. Den Namen benutzen, für den es gilt, oder den Administrator des Servers verständigen.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired (%2). Nothing was sent. The administrator of the server must renew it; see too that the clock of this computer is right.</source>
        <translation>Das Zertifikat von %1 ist abgelaufen (%2). Es wurde nichts gesendet. Der Administrator des Servers muss es erneuern; auch prüfen, ob die Uhr dieses Computers richtig geht.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet (from %2 on). Nothing was sent. See that the clock of this computer is right, or tell the administrator of the server.</source>
        <translation>Das Zertifikat von %1 gilt noch nicht (erst ab %2). Es wurde nichts gesendet. Prüfen, ob die Uhr dieses Computers richtig geht, oder den Administrator des Servers verständigen.</translation>
    </message>
    <message>
        <source>%1 does not show the certificate that was asked for, so Belfry stopped and sent nothing. Expected: %2. Shown: %3. Ask the administrator of the server which is right.</source>
        <translation>%1 zeigt nicht das verlangte Zertifikat, darum hat Belfry angehalten und nichts gesendet. Erwartet: %2. Gezeigt: %3. Den Administrator des Servers fragen, welches richtig ist.</translation>
    </message>
    <message>
        <source>An authority vouched for the certificate of %1 before, and none does for the one it shows now, so Belfry stopped and sent nothing. Shown: %2. Ask the administrator of the server.</source>
        <translation>Für das Zertifikat von %1 hat sich bisher eine Zertifizierungsstelle verbürgt, für das jetzt gezeigte keine; darum hat Belfry angehalten und nichts gesendet. Gezeigt: %2. Den Administrator des Servers fragen.</translation>
    </message>
    <message>
        <source>The certificate of %1 has changed, so Belfry stopped and sent nothing. Accepted before: %2. Shown now: %3. Ask the administrator of the server; if the change is right, give the new one by --fingerprint.</source>
        <translation>Das Zertifikat von %1 hat sich geändert, darum hat Belfry angehalten und nichts gesendet. Früher angenommen: %2. Jetzt gezeigt: %3. Den Administrator des Servers fragen; ist die Änderung richtig, den neuen Fingerabdruck mit --fingerprint angeben.</translation>
    </message>
    <message>
        <source>%1 shows no certificate. Nothing was sent to it.</source>
        <translation>%1 zeigt kein Zertifikat. Es wurde nichts dorthin gesendet.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be used: %2. Nothing was sent. Tell the administrator of the server.</source>
        <translation>Das Zertifikat von %1 ist nicht zu gebrauchen: %2. Es wurde nichts gesendet. Den Administrator des Servers verständigen.</translation>
    </message>
    <message>
        <source>Nobody vouches for the certificate of %1, so Belfry sent nothing. Compare its fingerprint with the one that Belfry shows there, then accept it, or give it by --fingerprint: %2</source>
        <translation>Für das Zertifikat von %1 verbürgt sich niemand, darum hat Belfry nichts gesendet. Seinen Fingerabdruck mit dem vergleichen, den Belfry dort zeigt, dann annehmen oder mit --fingerprint angeben: %2</translation>
    </message>
    <message>
        <source>%1 was reached by an encrypted connection before; without one, everybody on the way could read the password. Nothing was sent. Use https://%1. If that server speaks no TLS any more, ask its administrator, then remove its line from %2.</source>
        <translation>%1 wurde früher verschlüsselt erreicht; ohne Verschlüsselung könnte jeder auf dem Weg das Passwort lesen. Es wurde nichts gesendet. https://%1 benutzen. Spricht dieser Server kein TLS mehr, seinen Administrator fragen und dann seine Zeile aus %2 entfernen.</translation>
    </message>
</context>
<context>
    <name>client::UpkeepTimes</name>
    <message>
        <source>Maintenance: %1</source>
        <extracomment>Written into a chart, over the time of it; %1: what it is called</extracomment>
        <translation>Wartung: %1</translation>
    </message>
</context>
<context>
    <name>client::ValueTable</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>avg</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>Führt zu</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verbindung</translation>
    </message>
</context>
<context>
    <name>devices::ColumnWords</name>
    <message>
        <source>Unreachable</source>
        <translation>Unerreichbar</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>state and how long</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>There and back, ms</source>
        <translation>Hin und zurück, ms</translation>
    </message>
    <message>
        <source>Open ports</source>
        <translation>Offene Ports</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Anerkennung</translation>
    </message>
    <message>
        <source>Criticality</source>
        <translation>Wichtigkeit</translation>
    </message>
    <message>
        <source>Expected up</source>
        <translation>Wird erwartet</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <comment>address and how many more</comment>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <comment>state</comment>
        <translation>%1, seit %2</translation>
    </message>
    <message>
        <source>Another device uses its address, too.</source>
        <translation>Ein anderes Gerät benutzt seine Adresse ebenfalls.</translation>
    </message>
    <message>
        <source>The device made this address up; it can be another tomorrow.</source>
        <translation>Das Gerät hat sich diese Adresse ausgedacht; morgen kann es eine andere sein.</translation>
    </message>
    <message>
        <source>Somebody said so</source>
        <translation>Jemand hat es so angegeben</translation>
    </message>
    <message>
        <source>%1 sure</source>
        <translation>%1 sicher</translation>
    </message>
    <message>
        <source>New</source>
        <comment>device</comment>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Anerkannt</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>state and how long</comment>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>Spare</source>
        <translation>Entbehrlich</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Important</source>
        <translation>Wichtig</translation>
    </message>
    <message>
        <source>Vital</source>
        <translation>Unverzichtbar</translation>
    </message>
    <message>
        <source>Everything stands still</source>
        <translation>Alles steht still</translation>
    </message>
    <message>
        <source>24 h</source>
        <comment>how it was there</comment>
        <translation>24 h</translation>
    </message>
</context>
<context>
    <name>devices::Deeds</name>
    <message>
        <source>There is no connection to the server.</source>
        <translation>Es besteht keine Verbindung mit dem Server.</translation>
    </message>
    <message>
        <source>Only operators and administrators may change devices.</source>
        <translation>Nur Bediener und Administratoren dürfen Geräte ändern.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>It is as it was.</source>
        <translation>Es ist wieder wie vorher.</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) approved.</source>
        <translation>
            <numerusform>%n Gerät anerkannt.</numerusform>
            <numerusform>%n Geräte anerkannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) ignored; they are under “Ignored”.</source>
        <translation>
            <numerusform>%n Gerät ignoriert; es steht unter „Ignoriert“.</numerusform>
            <numerusform>%n Geräte ignoriert; sie stehen unter „Ignoriert“.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget devices</source>
        <translation>Geräte vergessen</translation>
    </message>
    <message>
        <source>Forget %1?</source>
        <translation>%1 vergessen?</translation>
    </message>
    <message numerus="yes">
        <source>Forget %n devices?</source>
        <translation>
            <numerusform>%n Gerät vergessen?</numerusform>
            <numerusform>%n Geräte vergessen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their names, notes, tags and history are lost and cannot be brought back. A device that is seen again appears as a new one.</source>
        <translation>Namen, Notizen, Schlagwörter und Verlauf gehen verloren und lassen sich nicht zurückholen. Ein Gerät, das wieder gesehen wird, erscheint als neues.</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>&amp;Vergessen</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) forgotten.</source>
        <translation>
            <numerusform>%n Gerät vergessen.</numerusform>
            <numerusform>%n Geräte vergessen.</numerusform>
        </translation>
    </message>
    <message>
        <source>At most %1 devices can be made one at once. Choose fewer.</source>
        <translation>Auf einmal lassen sich höchstens %1 Geräte zusammenführen. Wählen Sie weniger.</translation>
    </message>
    <message numerus="yes">
        <source>%n devices are one now.</source>
        <translation>
            <numerusform>%n Gerät ist jetzt eines.</numerusform>
            <numerusform>%n Geräte sind jetzt eines.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>Gerät hinzufügen</translation>
    </message>
    <message>
        <source>Address of a device that nothing has found, IPv4 or IPv6:</source>
        <translation>Adresse eines Geräts, das nichts gefunden hat, IPv4 oder IPv6:</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
</context>
<context>
    <name>devices::DeviceFilterReader</name>
    <message>
        <source>Write behind the ! what is not to be shown, without a space.</source>
        <translation>Hinter das ! gehört ohne Leerzeichen, was nicht gezeigt werden soll.</translation>
    </message>
    <message>
        <source>Behind %1%2 comes what to look for.</source>
        <translation>Hinter %1%2 gehört, was gesucht wird.</translation>
    </message>
    <message>
        <source>The quote that begins here does not end.</source>
        <translation>Das Anführungszeichen, das hier beginnt, endet nicht.</translation>
    </message>
    <message>
        <source>There is nothing to look for here.</source>
        <translation>Hier steht nichts, was zu suchen wäre.</translation>
    </message>
    <message>
        <source>%1 takes a time: 90s, 15m, 2h or 7d.</source>
        <translation>%1 nimmt eine Zeit: 90s, 15m, 2h oder 7d.</translation>
    </message>
    <message>
        <source>%1 takes a number, as in %1&gt;3.</source>
        <translation>%1 nimmt eine Zahl, wie in %1&gt;3.</translation>
    </message>
    <message>
        <source>Behind %1 comes a colon.</source>
        <translation>Hinter %1 gehört ein Doppelpunkt.</translation>
    </message>
    <message>
        <source>%1: is not known. There are name, ip, mac, net, state, type, is, vendor, os, dept, owner, tag, notes, ports, latency, seen and since.</source>
        <translation>%1: ist unbekannt. Es gibt name, ip, mac, net, state, type, is, vendor, os, dept, owner, tag, notes, ports, latency, seen und since.</translation>
    </message>
    <message>
        <source>%1 is no state. There are %2.</source>
        <translation>%1 ist kein Zustand. Es gibt %2.</translation>
    </message>
    <message>
        <source>is:%1 is not known. There are new, approved, ignored, flapping, expected, random and shared.</source>
        <translation>is:%1 ist unbekannt. Es gibt new, approved, ignored, flapping, expected, random und shared.</translation>
    </message>
    <message>
        <source>%1 is no address and no network. Write 192.168.1.7 or 192.168.1.0/24.</source>
        <translation>%1 ist keine Adresse und kein Netz. Schreiben Sie 192.168.1.7 oder 192.168.1.0/24.</translation>
    </message>
</context>
<context>
    <name>devices::DevicePage</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Zurück zur Liste (Esc)</translation>
    </message>
    <message>
        <source>Show on the &amp;map</source>
        <translation>Auf der Kar&amp;te zeigen</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Was bekannt ist</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Tall: up. Half: down or unreachable. Hollow: away. Flat: not watched.</source>
        <translation>Hoch: erreichbar. Halb: ausgefallen oder unerreichbar. Hohl: abwesend. Flach: nicht beobachtet.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Why it is taken for its type</source>
        <translation>Was für seinen Typ spricht</translation>
    </message>
    <message>
        <source>Addresses and names</source>
        <translation>Adressen und Namen</translation>
    </message>
    <message>
        <source>No port is known. A scan of this device finds those that are open.</source>
        <translation>Es ist kein Port bekannt. Ein Scan dieses Geräts findet die offenen.</translation>
    </message>
    <message>
        <source>Ports and services</source>
        <translation>Ports und Dienste</translation>
    </message>
    <message>
        <source>Network interfaces</source>
        <translation>Netzwerkschnittstellen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>&amp;Older changes</source>
        <translation>Ä&amp;ltere Änderungen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>What the next person should know of this device</source>
        <translation>Was die Nächsten über dieses Gerät wissen sollten</translation>
    </message>
    <message>
        <source>&amp;Save notes</source>
        <translation>Notizen &amp;speichern</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>What it said</source>
        <translation>Was sie sagte</translation>
    </message>
    <message>
        <source>Speaks for</source>
        <translation>Spricht für</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Address or name</source>
        <translation>Adresse oder Name</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Open since</source>
        <translation>Offen seit</translation>
    </message>
    <message>
        <source>What answers there</source>
        <translation>Was dort antwortet</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Ausgehend</translation>
    </message>
    <message>
        <source>Errors per second</source>
        <translation>Fehler je Sekunde</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>Gesehen durch</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>This device is no longer kept: somebody forgot it, or it turned out to be another one.</source>
        <translation>Dieses Gerät wird nicht mehr geführt: Jemand hat es vergessen lassen, oder es hat sich als ein anderes herausgestellt.</translation>
    </message>
    <message>
        <source>Waiting for what is known of this device.</source>
        <translation>Wartet auf das, was über dieses Gerät bekannt ist.</translation>
    </message>
    <message>
        <source>Ports and services (%1)</source>
        <translation>Ports und Dienste (%1)</translation>
    </message>
    <message>
        <source>Device %1</source>
        <translation>Gerät %1</translation>
    </message>
    <message>
        <source>Type: unknown</source>
        <translation>Typ: unbekannt</translation>
    </message>
    <message>
        <source>Somebody said so</source>
        <translation>Jemand hat es so angegeben</translation>
    </message>
    <message>
        <source>%1 sure</source>
        <translation>%1 sicher</translation>
    </message>
    <message>
        <source>Up %1 of the time in which it was watched</source>
        <translation>Erreichbar in %1 der Zeit, in der es beobachtet wurde</translation>
    </message>
    <message>
        <source>It was not watched in this time</source>
        <translation>In dieser Zeit wurde es nicht beobachtet</translation>
    </message>
    <message>
        <source>Notes have at most %1 characters.</source>
        <translation>Notizen haben höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>The notes are saved.</source>
        <translation>Die Notizen sind gespeichert.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
</context>
<context>
    <name>devices::DeviceTable</name>
    <message>
        <source>%1, %2, %3, %4, %5</source>
        <translation>%1, %2, %3, %4, %5</translation>
    </message>
    <message>
        <source>The last 24 hours. Tall: up. Half: down or unreachable. Low: away. Flat: not watched. Sorted as the state is.</source>
        <translation>Die letzten 24 Stunden. Hoch: erreichbar. Halb: ausgefallen oder nicht zu erreichen. Niedrig: weg. Flach: nicht beobachtet. Sortiert wird wie nach dem Zustand.</translation>
    </message>
</context>
<context>
    <name>devices::DevicesPage</name>
    <message>
        <source>Filter: printer  state:down,away  ip:192.168.1.0/24  !word  ports&gt;3</source>
        <translation>Filter: Drucker  state:down,away  ip:192.168.1.0/24  !Wort  ports&gt;3</translation>
    </message>
    <message>
        <source>Filter the devices</source>
        <translation>Geräte filtern</translation>
    </message>
    <message>
        <source>All terms must hold. Words of name, address, vendor, system, owner, tags or notes; state:down, type:printer, ip:192.168.1.0/24, dept:Design, tag:lab, is:new, ports&gt;3, seen:15m; a ! before a term turns it round. (Ctrl+F)</source>
        <translation>Alles muss zutreffen: Wörter aus Name, Adresse, Hersteller, System, Zuständigen, Schlagwörtern oder Notizen; state:down, type:printer, ip:192.168.1.0/24, dept:Design, tag:lab, is:new, ports&gt;3, seen:15m; ein ! davor kehrt es um. (Strg+F)</translation>
    </message>
    <message>
        <source>Type of the devices</source>
        <translation>Typ der Geräte</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Part of the devices</source>
        <translation>Teil der Geräte</translation>
    </message>
    <message>
        <source>Shows what is new and puts everything in order</source>
        <translation>Zeigt, was neu ist, und ordnet alles</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>No device passes the filter.</source>
        <translation>Kein Gerät passt zum Filter.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>Alle Typen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>type and how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Show on the &amp;map</source>
        <translation>Auf der Kar&amp;te zeigen</translation>
    </message>
    <message>
        <source>&amp;Approve</source>
        <translation>&amp;Anerkennen</translation>
    </message>
    <message>
        <source>&amp;Ignore</source>
        <translation>&amp;Ignorieren</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Merge…</source>
        <translation>&amp;Zusammenführen…</translation>
    </message>
    <message>
        <source>&amp;Forget…</source>
        <translation>&amp;Vergessen…</translation>
    </message>
    <message>
        <source>E&amp;xpect it to be up</source>
        <translation>&amp;Erreichbarkeit erwarten</translation>
    </message>
    <message>
        <source>It is missed from now on when it is away.</source>
        <translation>Von jetzt an wird es vermisst, wenn es fehlt.</translation>
    </message>
    <message>
        <source>&amp;Do not miss it when it is away</source>
        <translation>&amp;Nicht vermissen, wenn es fehlt</translation>
    </message>
    <message>
        <source>It may be away from now on.</source>
        <translation>Von jetzt an darf es fehlen.</translation>
    </message>
    <message>
        <source>A&amp;dd device…</source>
        <translation>&amp;Gerät hinzufügen…</translation>
    </message>
    <message>
        <source>Ex&amp;port as CSV…</source>
        <translation>Als &amp;CSV exportieren…</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy add&amp;ress</source>
        <translation>Ad&amp;resse kopieren</translation>
    </message>
    <message>
        <source>Copy MA&amp;C</source>
        <translation>&amp;MAC kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>Namen ko&amp;pieren</translation>
    </message>
    <message>
        <source>Choose the devices that are one first.</source>
        <translation>Zuerst die Geräte wählen, die eines sind.</translation>
    </message>
    <message>
        <source>Choose a device first.</source>
        <translation>Zuerst ein Gerät wählen.</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) changed.</source>
        <translation>
            <numerusform>%n Gerät geändert.</numerusform>
            <numerusform>%n Geräte geändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the devices</source>
        <translation>Geräte exportieren</translation>
    </message>
    <message>
        <source>The devices could not be written to %1: %2</source>
        <translation>Die Geräte konnten nicht nach %1 geschrieben werden: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) written to %1.</source>
        <translation>
            <numerusform>%n Gerät nach %1 geschrieben.</numerusform>
            <numerusform>%n Geräte nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The notes are not saved. %1</source>
        <translation>Die Notizen sind nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Leave without them</source>
        <translation>Ohne sie verlassen</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>No devices yet. Nothing is looked at before somebody says which networks may be; what is found in them appears here.</source>
        <translation>Noch keine Geräte. Nichts wird angesehen, bevor jemand sagt, welche Netze angesehen werden dürfen; was darin gefunden wird, erscheint hier.</translation>
    </message>
    <message>
        <source>Choose networks…</source>
        <translation>Netze wählen…</translation>
    </message>
    <message>
        <source>Waiting for the list of devices.</source>
        <translation>Wartet auf die Liste der Geräte.</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 devices</source>
        <translation>%1 von %2 Geräten</translation>
    </message>
    <message numerus="yes">
        <source>%n new: show</source>
        <translation>
            <numerusform>%n neues: zeigen</numerusform>
            <numerusform>%n neue: zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>The list has changed: show</source>
        <translation>Die Liste hat sich geändert: zeigen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Erreichbar</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>Unerreichbar</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>New</source>
        <comment>devices</comment>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>part of the devices and how many</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Character %1: %2 (The filter before is still in force.)</source>
        <translation>Zeichen %1: %2 (Es gilt noch der Filter davor.)</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>&amp;Link kopieren</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>address, or a network as 192.168.1.0/24</source>
        <translation>Adresse, oder ein Netz wie 192.168.1.0/24</translation>
    </message>
    <message>
        <source>hardware address</source>
        <translation>Hardware-Adresse</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>whether it answers</source>
        <translation>ob es antwortet</translation>
    </message>
    <message>
        <source>kind of device</source>
        <translation>Art des Geräts</translation>
    </message>
    <message>
        <source>what else holds of it</source>
        <translation>was sonst noch gilt</translation>
    </message>
    <message>
        <source>department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>maker</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>what was noted</source>
        <translation>was notiert wurde</translation>
    </message>
    <message>
        <source>open ports</source>
        <translation>offene Ports</translation>
    </message>
    <message>
        <source>time until it answers, ms</source>
        <translation>Zeit bis zur Antwort, ms</translation>
    </message>
    <message>
        <source>share of answers that do not come, 0 to 1</source>
        <translation>Anteil der Antworten, die ausbleiben, 0 bis 1</translation>
    </message>
    <message>
        <source>how much hangs on it</source>
        <translation>wie viel daran hängt</translation>
    </message>
    <message>
        <source>answered in the last 90s, 15m, 2h or 7d</source>
        <translation>hat in den letzten 90s, 15m, 2h oder 7d geantwortet</translation>
    </message>
    <message>
        <source>found in the last 90s, 15m, 2h or 7d</source>
        <translation>in den letzten 90s, 15m, 2h oder 7d gefunden</translation>
    </message>
    <message>
        <source>is as it is since 90s, 15m, 2h or 7d</source>
        <translation>ist seit 90s, 15m, 2h oder 7d, wie es ist</translation>
    </message>
</context>
<context>
    <name>devices::EditSheet</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message numerus="yes">
        <source>Edit %n devices</source>
        <translation>
            <numerusform>%n Gerät bearbeiten</numerusform>
            <numerusform>%n Geräte bearbeiten</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>As the evidence says</source>
        <translation>Wie die Hinweise sagen</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Typ</translation>
    </message>
    <message>
        <source>By its network</source>
        <translation>Nach seinem Netz</translation>
    </message>
    <message>
        <source>&amp;Department</source>
        <translation>A&amp;bteilung</translation>
    </message>
    <message>
        <source>&amp;Criticality</source>
        <translation>&amp;Wichtigkeit</translation>
    </message>
    <message>
        <source>&amp;When it is away</source>
        <translation>Wenn es &amp;fehlt</translation>
    </message>
    <message>
        <source>It is missed: say that it is down</source>
        <translation>Es wird vermisst: als ausgefallen melden</translation>
    </message>
    <message>
        <source>That is fine: say that it is away</source>
        <translation>Das ist in Ordnung: als abwesend melden</translation>
    </message>
    <message>
        <source>&amp;Owner</source>
        <translation>&amp;Zuständig</translation>
    </message>
    <message>
        <source>Ta&amp;gs</source>
        <translation>Ta&amp;gs</translation>
    </message>
    <message>
        <source>Words between commas</source>
        <translation>Wörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Joined &amp;by</source>
        <translation>&amp;Hängt an</translation>
    </message>
    <message>
        <source>As the links say; or the name or address of a switch</source>
        <translation>Wie es die Verbindungen sagen; oder Name oder Adresse eines Switches</translation>
    </message>
    <message>
        <source>They differ; what is written here is for all</source>
        <translation>Verschieden; was hier steht, gilt für alle</translation>
    </message>
    <message>
        <source>They differ; leave them</source>
        <translation>Verschieden; so lassen</translation>
    </message>
    <message>
        <source>A device cannot be joined by itself.</source>
        <translation>Ein Gerät kann nicht an sich selbst hängen.</translation>
    </message>
    <message>
        <source>No device has the name or the address %1. Write it as the list of devices has it, or leave the field empty.</source>
        <translation>Kein Gerät hat den Namen oder die Adresse %1. Schreiben Sie es so, wie es in der Liste der Geräte steht, oder lassen Sie das Feld leer.</translation>
    </message>
</context>
<context>
    <name>devices::EventWords</name>
    <message>
        <source>%1: %2 → %3</source>
        <comment>a field, before and after</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>Set up differently. %1</source>
        <translation>Anders eingerichtet. %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>sort of incident, details</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is blocked: %2</source>
        <comment>an address, why</comment>
        <translation>%1 ist gesperrt: %2</translation>
    </message>
    <message>
        <source>It answers</source>
        <translation>Es antwortet</translation>
    </message>
    <message>
        <source>It does not answer</source>
        <translation>Es antwortet nicht</translation>
    </message>
    <message>
        <source>It was found; it was not known before</source>
        <translation>Es wurde gefunden und war vorher nicht bekannt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>message, its code</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>What lists show of it changed</source>
        <translation>Was Listen davon zeigen, hat sich geändert</translation>
    </message>
    <message>
        <source>It is no longer kept</source>
        <translation>Es wird nicht mehr geführt</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <translation>%1
%2</translation>
    </message>
</context>
<context>
    <name>devices::EventsTab</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Heard since this window was connected; what changed before that is under Changes.</source>
        <translation>Gehört, seit dieses Fenster verbunden ist; was sich davor geändert hat, steht unter Änderungen.</translation>
    </message>
    <message>
        <source>Nothing was heard of this device since this window was connected. What changed before that is under Changes.</source>
        <translation>Seit dieses Fenster verbunden ist, war von diesem Gerät nichts zu hören. Was sich davor geändert hat, steht unter Änderungen.</translation>
    </message>
</context>
<context>
    <name>devices::MergeSheet</name>
    <message>
        <source>Merge devices</source>
        <translation>Geräte zusammenführen</translation>
    </message>
    <message numerus="yes">
        <source>Make one of %n devices</source>
        <translation>
            <numerusform>Aus %n Gerät eines machen</numerusform>
            <numerusform>Aus %n Geräten eines machen</numerusform>
        </translation>
    </message>
    <message>
        <source>Which one stays? It takes over the addresses and ports of the others. The others are gone; they cannot be taken apart again.</source>
        <translation>Welches bleibt? Es übernimmt die Adressen und Ports der anderen. Die anderen sind dann weg; sie lassen sich nicht wieder trennen.</translation>
    </message>
    <message>
        <source>The device that stays</source>
        <translation>Das Gerät, das bleibt</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Zusammenführen</translation>
    </message>
</context>
<context>
    <name>devices::PageWords</name>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>what it is joined by does not answer</source>
        <translation>das Gerät, an dem es hängt, antwortet nicht</translation>
    </message>
    <message>
        <source>it comes and goes</source>
        <translation>es kommt und geht</translation>
    </message>
    <message>
        <source>%1 of the answers are lost</source>
        <translation>%1 der Antworten gehen verloren</translation>
    </message>
    <message>
        <source>nobody expects it to be up</source>
        <translation>niemand erwartet, dass es erreichbar ist</translation>
    </message>
    <message>
        <source>another device uses its address, too</source>
        <translation>ein anderes Gerät benutzt seine Adresse auch</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>%1, %2 lost</source>
        <translation>%1, %2 verloren</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Anerkennung</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Says it is</source>
        <translation>Nennt sich</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>Hin und zurück</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>%1 (made up by the device)</source>
        <translation>%1 (vom Gerät ausgedacht)</translation>
    </message>
    <message>
        <source>Hostname</source>
        <translation>Rechnername</translation>
    </message>
    <message>
        <source>When it is away</source>
        <translation>Wenn es fehlt</translation>
    </message>
    <message>
        <source>It is missed: it is down</source>
        <translation>Es wird vermisst: Es ist ausgefallen</translation>
    </message>
    <message>
        <source>That is fine</source>
        <translation>Das ist in Ordnung</translation>
    </message>
    <message>
        <source>Joined by</source>
        <translation>Hängt an</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Address it had</source>
        <translation>Frühere Adresse</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
    <message>
        <source>Name, by %1</source>
        <comment>where it comes from</comment>
        <translation>Name, laut %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Filtered</source>
        <translation>Gefiltert</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Erreichbar</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Abgeschaltet</translation>
    </message>
    <message>
        <source>%1
Before: %2
After: %3</source>
        <translation>%1
Vorher: %2
Nachher: %3</translation>
    </message>
</context>
<context>
    <name>devices::PresenceStrip</name>
    <message>
        <source>Presence</source>
        <translation>Anwesenheit</translation>
    </message>
    <message>
        <source>up all the time</source>
        <translation>die ganze Zeit erreichbar</translation>
    </message>
    <message>
        <source>down</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>unreachable behind another</source>
        <translation>unerreichbar hinter einem anderen</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>not watched</source>
        <translation>nicht beobachtet</translation>
    </message>
    <message>
        <source>%1–%2: %3</source>
        <comment>from, to, state</comment>
        <translation>%1–%2: %3</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, for how long</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>devices::ReachTab</name>
    <message>
        <source>Round-trip time</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>Hin und zurück</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Shown time</source>
        <translation>Gezeigter Zeitraum</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a stretch of time</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Waiting for what was recorded.</source>
        <translation>Wartet auf das, was aufgezeichnet wurde.</translation>
    </message>
    <message>
        <source>Nothing recorded yet. Round-trip times are kept while the device is watched.</source>
        <translation>Noch nichts aufgezeichnet. Antwortzeiten werden festgehalten, solange das Gerät beobachtet wird.</translation>
    </message>
    <message>
        <source>Nothing was recorded in this time.</source>
        <translation>In dieser Zeit wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>Point at a chart, or move along one with ← and →, to read every value of a moment.</source>
        <translation>Auf ein Diagramm zeigen oder sich mit ← und → darin bewegen, um alle Werte eines Zeitpunkts abzulesen.</translation>
    </message>
</context>
<context>
    <name>devices::TextTable</name>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>There is no key to keep secrets with. Look into the log.</source>
        <translation>Es gibt keinen Schlüssel, mit dem sich Geheimnisse aufbewahren lassen. Sehen Sie in das Protokoll.</translation>
    </message>
</context>
<context>
    <name>engine::Chatting</name>
    <message>
        <source>%1 called you in %2</source>
        <translation>%1 hat Sie in %2 gerufen</translation>
    </message>
</context>
<context>
    <name>engine::Engine</name>
    <message>
        <source>Other machines are served once an administrator exists.</source>
        <translation>Andere Rechner werden bedient, sobald es einen Administrator gibt.</translation>
    </message>
    <message>
        <source>The server is going away.</source>
        <translation>Der Server wird beendet.</translation>
    </message>
</context>
<context>
    <name>engine::EnvelopeSession</name>
    <message>
        <source>Binary messages are not part of this protocol.</source>
        <translation>Binäre Nachrichten gehören nicht zu diesem Protokoll.</translation>
    </message>
</context>
<context>
    <name>engine::Networking</name>
    <message>
        <source>The name %1 is not known. Check it, or give an address.</source>
        <translation>Der Name %1 ist nicht bekannt. Prüfen Sie ihn oder geben Sie eine Adresse an.</translation>
    </message>
</context>
<context>
    <name>engine::Session</name>
    <message>
        <source>An administrator closed this connection.</source>
        <translation>Ein Administrator hat diese Verbindung geschlossen.</translation>
    </message>
</context>
<context>
    <name>engine::Sessions</name>
    <message>
        <source>The sign-in has expired. Sign in again.</source>
        <translation>Die Anmeldung ist abgelaufen. Erneut anmelden.</translation>
    </message>
    <message>
        <source>This sign-in was ended. Sign in again.</source>
        <translation>Diese Anmeldung wurde beendet. Erneut anmelden.</translation>
    </message>
</context>
<context>
    <name>engine::Subjects</name>
    <message>
        <source>%1: %2</source>
        <extracomment>Title of an alert: the name of the rule, and what it is about</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>engine::WireSession</name>
    <message>
        <source>Slow consumer: too much waits for this connection.</source>
        <translation>Langsamer Empfänger: Für diese Verbindung stehen zu viele Daten an.</translation>
    </message>
    <message>
        <source>Slow consumer: too many answers wait for this connection.</source>
        <translation>Langsamer Empfänger: Für diese Verbindung stehen zu viele Antworten an.</translation>
    </message>
    <message>
        <source>Slow consumer: nothing was taken for 10 s.</source>
        <translation>Langsamer Empfänger: Seit 10 s wurde nichts abgenommen.</translation>
    </message>
    <message>
        <source>Too many requests for too long.</source>
        <translation>Zu lange zu viele Anfragen.</translation>
    </message>
</context>
<context>
    <name>events::EventDetail</name>
    <message>
        <source>Shown as</source>
        <translation>Gezeigt als</translation>
    </message>
    <message>
        <source>As it is (console)</source>
        <translation>Wie es ist (Konsole)</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Abteilungen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Filter &amp;like this</source>
        <translation>&amp;Danach filtern</translation>
    </message>
    <message>
        <source>Asking the server.</source>
        <translation>Der Server wird gefragt.</translation>
    </message>
    <message>
        <source>What clients of each contract get for this event</source>
        <translation>Was die Clients jedes Vertrags zu diesem Ereignis bekommen</translation>
    </message>
    <message>
        <source>Copy this event</source>
        <translation>Dieses Ereignis kopieren</translation>
    </message>
    <message>
        <source>Shows only events of this topic from this source</source>
        <translation>Zeigt nur Ereignisse dieses Themas aus dieser Quelle</translation>
    </message>
    <message>
        <source>The event as JSON</source>
        <translation>Das Ereignis als JSON</translation>
    </message>
    <message>
        <source>%1 has no word for this event: its clients do not hear it.</source>
        <translation>%1 hat kein Wort für dieses Ereignis: Seine Clients erfahren es nicht.</translation>
    </message>
</context>
<context>
    <name>events::EventTable</name>
    <message>
        <source>Priority %1: %2</source>
        <translation>Priorität %1: %2</translation>
    </message>
    <message>
        <source>As the console says it: %1 bytes</source>
        <translation>In der Form der Konsole: %1 Bytes</translation>
    </message>
    <message>
        <source>%1 at %2, priority %3, %4, from %5</source>
        <translation>%1 um %2, Priorität %3, %4, von %5</translation>
    </message>
    <message>
        <source>Priority from 1 to 10, and how severe that is</source>
        <translation>Priorität von 1 bis 10 und wie schwer das wiegt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Prio.</source>
        <translation>Prio.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>events::EventsDock</name>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Filter: topic:metrics.*  priority&gt;=7  source:agent-1  !word  &quot;two words&quot;</source>
        <translation>Filter: topic:metrics.*  priority&gt;=7  source:agent-1  !Wort  &quot;zwei Wörter&quot;</translation>
    </message>
    <message>
        <source>Filter the events</source>
        <translation>Ereignisse filtern</translation>
    </message>
    <message>
        <source>All terms must hold. topic:metrics.*, priority&gt;=7, source:agent-*, words of the JSON text, &quot;words in quotes&quot;; a ! before a term turns it round. (Ctrl+F)</source>
        <translation>Alles muss zutreffen: topic:metrics.*, priority&gt;=7, source:agent-*, Wörter aus dem JSON-Text, &quot;Wörter in Anführungszeichen&quot;; ein ! davor kehrt es um. (Strg+F)</translation>
    </message>
    <message>
        <source>Cl&amp;ear</source>
        <translation>L&amp;eeren</translation>
    </message>
    <message>
        <source>Close the events</source>
        <translation>Die Ereignisse schließen</translation>
    </message>
    <message>
        <source>Copy &amp;JSON</source>
        <translation>&amp;JSON kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;curl line</source>
        <translation>Als &amp;curl-Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;wscat line</source>
        <translation>Als &amp;wscat-Zeile kopieren</translation>
    </message>
    <message>
        <source>Listens to this topic; the token comes from $BELFRY_TOKEN</source>
        <translation>Hört auf dieses Thema; das Token kommt aus $BELFRY_TOKEN</translation>
    </message>
    <message>
        <source>&amp;Filter like this</source>
        <translation>Danach &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Show what comes from now on</source>
        <translation>Zeigen, was von jetzt an kommt</translation>
    </message>
    <message>
        <source>Hold what is shown</source>
        <translation>Festhalten, was gezeigt wird</translation>
    </message>
    <message>
        <source>Paused. %1</source>
        <translation>Angehalten. %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Save the events shown</source>
        <translation>Gezeigte Ereignisse speichern</translation>
    </message>
    <message>
        <source>NDJSON files (*.ndjson)</source>
        <translation>NDJSON-Dateien (*.ndjson)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Forgets the events shown here; the server keeps what it keeps</source>
        <translation>Vergisst die hier gezeigten Ereignisse; der Server behält, was er behält</translation>
    </message>
    <message>
        <source>Writes the events shown here into a file, one JSON object a line (NDJSON)</source>
        <translation>Schreibt die hier gezeigten Ereignisse in eine Datei, je Zeile ein JSON-Objekt (NDJSON)</translation>
    </message>
    <message>
        <source>Publishes this event once more; the token comes from $BELFRY_TOKEN</source>
        <translation>Veröffentlicht dieses Ereignis noch einmal; das Token kommt aus $BELFRY_TOKEN</translation>
    </message>
    <message>
        <source>Character %1: %2 (The filter before is still in force.)</source>
        <translation>Zeichen %1: %2 (Es gilt noch der Filter davor.)</translation>
    </message>
    <message numerus="yes">
        <source>%n events</source>
        <translation>
            <numerusform>%n Ereignis</numerusform>
            <numerusform>%n Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 events</source>
        <translation>%1 von %2 Ereignissen</translation>
    </message>
    <message>
        <source>None of the events heard so far passes the filter.</source>
        <translation>Keines der bisherigen Ereignisse passt zum Filter.</translation>
    </message>
    <message>
        <source>Nothing was said yet. Every event you may hear appears here as it comes.</source>
        <translation>Noch ist nichts geschehen. Jedes Ereignis, das Sie erfahren dürfen, erscheint hier, sobald es kommt.</translation>
    </message>
    <message>
        <source>Showing %1 of %2 events.</source>
        <translation>Gezeigt: %1 von %2 Ereignissen.</translation>
    </message>
    <message>
        <source>Paused: more than %1 events a second pass the filter, which nobody can read. Narrow the filter, then go on. %2</source>
        <translation>Angehalten: Mehr als %1 Ereignisse in der Sekunde passen zum Filter, das kann niemand lesen. Den Filter enger fassen, dann weiter. %2</translation>
    </message>
</context>
<context>
    <name>identity</name>
    <message>
        <source>The password is too short. Use at least 12 characters.</source>
        <translation>Das Passwort ist zu kurz. Mindestens 12 Zeichen verwenden.</translation>
    </message>
    <message>
        <source>The password is too long. Use at most 1024 bytes.</source>
        <translation>Das Passwort ist zu lang. Höchstens 1024 Bytes verwenden.</translation>
    </message>
    <message>
        <source>The password is too easy to guess. Use several words that do not belong together.</source>
        <translation>Das Passwort ist zu leicht zu erraten. Mehrere Wörter verwenden, die nicht zusammengehören.</translation>
    </message>
    <message>
        <source>The password could not be hashed: %1.</source>
        <translation>Der Hash des Passworts konnte nicht berechnet werden: %1.</translation>
    </message>
    <message>
        <source>Too many sign-ins at once. Try again in a few seconds.</source>
        <translation>Zu viele Anmeldungen gleichzeitig. In einigen Sekunden erneut versuchen.</translation>
    </message>
    <message>
        <source>The server is stopping. Try again when it runs.</source>
        <translation>Der Server wird beendet. Erneut versuchen, wenn er wieder läuft.</translation>
    </message>
    <message>
        <source>The user name %1 is taken. Choose another.</source>
        <translation>Der Benutzername %1 ist vergeben. Einen anderen wählen.</translation>
    </message>
    <message>
        <source>This e-mail belongs to another account.</source>
        <translation>Diese E-Mail-Adresse gehört zu einem anderen Konto.</translation>
    </message>
    <message>
        <source>A user name has 1 to 64 of the letters a to z, digits and . _ - @.</source>
        <translation>Ein Benutzername hat 1 bis 64 Zeichen: Buchstaben von a bis z, Ziffern und . _ - @.</translation>
    </message>
    <message>
        <source>This is no e-mail address. Leave it empty without one.</source>
        <translation>Das ist keine E-Mail-Adresse. Ohne Adresse das Feld leer lassen.</translation>
    </message>
    <message>
        <source>A display name has at most 128 characters, all of them visible.</source>
        <translation>Ein Anzeigename hat höchstens 128 Zeichen, die alle sichtbar sind.</translation>
    </message>
    <message>
        <source>The key file %1 is not a plain file. Remove it; a new key is made.</source>
        <translation>Die Schlüsseldatei %1 ist keine gewöhnliche Datei. Nach dem Entfernen wird ein neuer Schlüssel erzeugt.</translation>
    </message>
    <message>
        <source>The key file %1 belongs to another user. Give it to the user that runs Belfry.</source>
        <translation>Die Schlüsseldatei %1 gehört einem anderen Benutzer. Sie muss dem Benutzer gehören, unter dem Belfry läuft.</translation>
    </message>
    <message>
        <source>The key file %1 may be used by other users of this machine. Remove it, so that a new key is made, or run chmod 600 on it.</source>
        <translation>Die Schlüsseldatei %1 ist für andere Benutzer dieses Rechners zugänglich. Entweder entfernen, damit ein neuer Schlüssel erzeugt wird, oder chmod 600 darauf anwenden.</translation>
    </message>
    <message>
        <source>The key file %1 does not hold 32 to 4096 bytes. Remove it; a new key is made, and everybody signs in again.</source>
        <translation>Die Schlüsseldatei %1 ist nicht 32 bis 4096 Bytes groß. Nach dem Entfernen wird ein neuer Schlüssel erzeugt, und alle müssen sich neu anmelden.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Check the data directory.</source>
        <translation>%1 kann nicht geschrieben werden. Datenverzeichnis prüfen.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Is the disk full?</source>
        <translation>%1 kann nicht geschrieben werden. Ist der Datenträger voll?</translation>
    </message>
    <message>
        <source>The key file %1 cannot be opened, or is a link. Check the data directory.</source>
        <translation>Die Schlüsseldatei %1 kann nicht geöffnet werden oder ist eine Verknüpfung. Datenverzeichnis prüfen.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The key file %1 cannot be read. Check the disk.</source>
        <translation>Die Schlüsseldatei %1 kann nicht gelesen werden. Datenträger prüfen.</translation>
    </message>
    <message>
        <source>Sign in again: the token is not valid or has expired.</source>
        <translation>Erneut anmelden: Das Token ist ungültig oder abgelaufen.</translation>
    </message>
</context>
<context>
    <name>identity::Accounts</name>
    <message>
        <source>The role is viewer, operator, admin or agent.</source>
        <translation>Die Rolle ist viewer, operator, admin oder agent.</translation>
    </message>
    <message>
        <source>This is the last active administrator. Make another administrator first.</source>
        <translation>Dies ist der letzte aktive Administrator. Zuerst einen weiteren Administrator einrichten.</translation>
    </message>
    <message>
        <source>A department&apos;s id is 1–128 letters, digits and . _ -</source>
        <translation>Die Kennung einer Abteilung besteht aus 1–128 Buchstaben, Ziffern und . _ -</translation>
    </message>
    <message>
        <source>There is no account %1.</source>
        <translation>Es gibt kein Konto %1.</translation>
    </message>
</context>
<context>
    <name>identity::ApiTokens</name>
    <message>
        <source>%1 is no name, prefix (metrics.*) or *.</source>
        <translation>%1 ist kein Name, kein Anfang (metrics.*) und nicht *.</translation>
    </message>
    <message>
        <source>Give the token a name that says what it is for.</source>
        <translation>Geben Sie dem Token einen Namen, der sagt, wofür es ist.</translation>
    </message>
    <message>
        <source>The role is viewer, operator, admin or agent.</source>
        <translation>Die Rolle ist viewer, operator, admin oder agent.</translation>
    </message>
    <message>
        <source>The token would have ended already. Choose a later time.</source>
        <translation>Das Token wäre schon abgelaufen. Wählen Sie eine spätere Zeit.</translation>
    </message>
    <message>
        <source>The API tokens cannot be read: %1</source>
        <translation>Die API-Token können nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>There is a token of this name. Revoke it or choose another.</source>
        <translation>Es gibt ein Token dieses Namens. Widerrufen Sie es oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There are %1 tokens. Revoke some.</source>
        <translation>Es gibt %1 Token. Widerrufen Sie einige.</translation>
    </message>
    <message>
        <source>There is no token %1.</source>
        <translation>Es gibt kein Token %1.</translation>
    </message>
</context>
<context>
    <name>identity::AuditTrail</name>
    <message>
        <source>The audit trail is not open.</source>
        <translation>Das Prüfprotokoll ist nicht geöffnet.</translation>
    </message>
</context>
<context>
    <name>identity::OneTimeCodes</name>
    <message>
        <source>No one-time codes are being set up. Begin again.</source>
        <translation>Es werden gerade keine Einmalcodes eingerichtet. Beginnen Sie von vorn.</translation>
    </message>
    <message>
        <source>Secrets cannot be kept now.</source>
        <translation>Geheimnisse können gerade nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>The one-time code is wrong or has been used. Wait for the next one, and check the clock of the device that shows it.</source>
        <translation>Der Einmalcode ist falsch oder wurde schon benutzt. Warten Sie auf den nächsten, und prüfen Sie die Uhr des Geräts, das ihn anzeigt.</translation>
    </message>
    <message>
        <source>This account needs a one-time code. Give the one your authenticator shows, or a recovery code.</source>
        <translation>Dieses Konto braucht einen Einmalcode. Geben Sie den an, den Ihre Authenticator-App zeigt, oder einen Wiederherstellungscode.</translation>
    </message>
</context>
<context>
    <name>identity::OwnAccount</name>
    <message>
        <source>The password is wrong.</source>
        <translation>Das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>This account has one-time codes. Remove them first.</source>
        <translation>Dieses Konto hat Einmalcodes. Entfernen Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Only administrators see where others are signed in.</source>
        <translation>Nur Administratoren sehen, wo andere angemeldet sind.</translation>
    </message>
    <message>
        <source>There is no account %1.</source>
        <translation>Es gibt kein Konto %1.</translation>
    </message>
    <message>
        <source>Only an account has that.</source>
        <translation>Das hat nur ein Konto.</translation>
    </message>
    <message>
        <source>There is no sign-in %1, or it has ended.</source>
        <translation>Es gibt keine Anmeldung %1, oder sie ist beendet.</translation>
    </message>
</context>
<context>
    <name>identity::Service</name>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>Der Name oder das Passwort ist falsch.</translation>
    </message>
    <message numerus="yes">
        <source>Too many sign-ins were tried. Try again in %n second(s).</source>
        <translation>
            <numerusform>Zu viele Anmeldeversuche. In %n Sekunde erneut versuchen.</numerusform>
            <numerusform>Zu viele Anmeldeversuche. In %n Sekunden erneut versuchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The set-up token is not valid or has been used. Restart the server to get a new one.</source>
        <translation>Das Einrichtungs-Token ist ungültig oder bereits verwendet. Für ein neues den Server neu starten.</translation>
    </message>
    <message>
        <source>There is an administrator already. Sign in instead.</source>
        <translation>Es gibt bereits einen Administrator. Stattdessen anmelden.</translation>
    </message>
    <message>
        <source>That name belongs to an account. Sign in to it, or choose another.</source>
        <translation>Dieser Name gehört zu einem Konto. Melden Sie sich damit an oder wählen Sie einen anderen.</translation>
    </message>
</context>
<context>
    <name>identity::Vault</name>
    <message>
        <source>The secret could not be encrypted.</source>
        <translation>Das Geheimnis konnte nicht verschlüsselt werden.</translation>
    </message>
    <message>
        <source>A stored secret cannot be read. Is the key file the one it was stored with?</source>
        <translation>Ein gespeichertes Geheimnis ist nicht lesbar. Ist die Schlüsseldatei die, mit der es gespeichert wurde?</translation>
    </message>
</context>
<context>
    <name>kit::Banner</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>kit::Chart</name>
    <message>
        <source>Show data (T)</source>
        <translation>Daten zeigen (T)</translation>
    </message>
    <message>
        <source>Copy as CSV (Ctrl+C)</source>
        <translation>Als CSV kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>Messwerte alle %1</translation>
    </message>
    <message>
        <source>%1 per %2</source>
        <translation>%1 je %2</translation>
    </message>
    <message>
        <source>(min–max band)</source>
        <translation>(Band: Min.–Max.)</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Chart %1</source>
        <translation>Diagramm %1</translation>
    </message>
    <message>
        <source>Data of %1</source>
        <translation>Daten von %1</translation>
    </message>
    <message>
        <source>Copy data of %1 as CSV</source>
        <translation>Daten von %1 als CSV kopieren</translation>
    </message>
    <message>
        <source>Show data of %1</source>
        <translation>Daten von %1 zeigen</translation>
    </message>
    <message>
        <source>Send to chat… (or drag it into a message)</source>
        <translation>In den Chat senden… (oder in eine Nachricht ziehen)</translation>
    </message>
    <message>
        <source>Send %1 to chat</source>
        <translation>%1 in den Chat senden</translation>
    </message>
    <message>
        <source>Show data</source>
        <translation>Daten zeigen</translation>
    </message>
</context>
<context>
    <name>kit::ChartModel</name>
    <message>
        <source>min</source>
        <translation>Min.</translation>
    </message>
    <message>
        <source>avg</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>max</source>
        <translation>Max.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>kit::ChartOverlay</name>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
</context>
<context>
    <name>kit::ChartPlot</name>
    <message>
        <source>no data %1–%2</source>
        <translation>keine Daten %1–%2</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
</context>
<context>
    <name>kit::Completion</name>
    <message>
        <source>Proposals</source>
        <translation>Vorschläge</translation>
    </message>
</context>
<context>
    <name>kit::Status</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
</context>
<context>
    <name>kit::format</name>
    <message>
        <source>d</source>
        <translation>d</translation>
    </message>
    <message>
        <source>h</source>
        <translation>h</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm:ss</source>
        <translation>d. MMM yyyy HH:mm:ss</translation>
    </message>
</context>
<context>
    <name>metrics</name>
    <message>
        <source>Processor, all cores</source>
        <translation>Prozessor, alle Kerne</translation>
    </message>
    <message>
        <source>Processor core %1</source>
        <translation>Prozessorkern %1</translation>
    </message>
    <message>
        <source>Processor temperature</source>
        <translation>Prozessortemperatur</translation>
    </message>
    <message>
        <source>Load average, 1 minute</source>
        <translation>Mittlere Last, 1 Minute</translation>
    </message>
    <message>
        <source>Load average, 5 minutes</source>
        <translation>Mittlere Last, 5 Minuten</translation>
    </message>
    <message>
        <source>Load average, 15 minutes</source>
        <translation>Mittlere Last, 15 Minuten</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Belegter Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Memory in use, share</source>
        <translation>Belegter Arbeitsspeicher, Anteil</translation>
    </message>
    <message>
        <source>Memory size</source>
        <translation>Größe des Arbeitsspeichers</translation>
    </message>
    <message>
        <source>Swap space in use</source>
        <translation>Belegter Swap-Speicher</translation>
    </message>
    <message>
        <source>Root file system in use</source>
        <translation>Belegung des Wurzeldateisystems</translation>
    </message>
    <message>
        <source>Root file system in use, share</source>
        <translation>Belegung des Wurzeldateisystems, Anteil</translation>
    </message>
    <message>
        <source>File system %1 in use, share</source>
        <translation>Belegung des Dateisystems %1, Anteil</translation>
    </message>
    <message>
        <source>Disks, reading</source>
        <translation>Datenträger, Lesen</translation>
    </message>
    <message>
        <source>Disks, writing</source>
        <translation>Datenträger, Schreiben</translation>
    </message>
    <message>
        <source>Busiest disk, share of time</source>
        <translation>Am stärksten ausgelasteter Datenträger, Zeitanteil</translation>
    </message>
    <message>
        <source>Network, receiving</source>
        <translation>Netzwerk, Empfangen</translation>
    </message>
    <message>
        <source>Network, sending</source>
        <translation>Netzwerk, Senden</translation>
    </message>
    <message>
        <source>%1, receiving</source>
        <translation>%1, Empfangen</translation>
    </message>
    <message>
        <source>%1, sending</source>
        <translation>%1, Senden</translation>
    </message>
    <message>
        <source>The range ends before it begins. Choose a later end.</source>
        <translation>Der Zeitraum endet, bevor er beginnt. Ein späteres Ende wählen.</translation>
    </message>
    <message>
        <source>Readings are kept for 2 years. Choose a shorter range.</source>
        <translation>Messwerte werden 2 Jahre aufbewahrt. Einen kürzeren Zeitraum wählen.</translation>
    </message>
    <message>
        <source>Names times points is above 100,000. Ask for fewer series or fewer points.</source>
        <translation>Namen mal Punkte ergibt mehr als 100.000. Weniger Reihen oder weniger Punkte anfordern.</translation>
    </message>
    <message>
        <source>Round-trip time</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>Probes without an answer</source>
        <translation>Anfragen ohne Antwort</translation>
    </message>
    <message>
        <source>There is no device with the id %1.</source>
        <translation>Es gibt kein Gerät mit der Kennung %1.</translation>
    </message>
    <message>
        <source>%1, errors</source>
        <translation>%1, Fehler</translation>
    </message>
</context>
<context>
    <name>metrics::ChartOffers</name>
    <message>
        <source>&amp;Send to chat…</source>
        <translation>In den Chat &amp;senden…</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>&amp;Link kopieren</translation>
    </message>
    <message>
        <source>Create alert &amp;rule here…</source>
        <translation>Hier eine Alarm&amp;regel anlegen…</translation>
    </message>
</context>
<context>
    <name>metrics::MetricsPage</name>
    <message>
        <source>Each core</source>
        <translation>Einzelne Kerne</translation>
    </message>
    <message>
        <source>A chart with a line for each processor core</source>
        <translation>Ein Diagramm mit einer Linie für jeden Prozessorkern</translation>
    </message>
    <message>
        <source>Readings every</source>
        <translation>Messwerte alle</translation>
    </message>
    <message>
        <source>Time between readings</source>
        <translation>Zeit zwischen zwei Messwerten</translation>
    </message>
    <message>
        <source>How often this window gets readings. Recording stays at one each second.</source>
        <translation>Wie oft dieses Fenster Messwerte erhält. Aufgezeichnet wird weiterhin einmal je Sekunde.</translation>
    </message>
    <message>
        <source>Show data</source>
        <translation>Daten zeigen</translation>
    </message>
    <message>
        <source>The same values as tables (T on one chart)</source>
        <translation>Dieselben Werte als Tabellen (T in einem Diagramm)</translation>
    </message>
    <message>
        <source>Waiting for the list of what is recorded.</source>
        <translation>Warten auf die Liste der aufgezeichneten Messgrößen.</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>a stretch of time</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Point at a chart, or move along one with ← and →, to read every value of a moment.</source>
        <translation>Auf ein Diagramm zeigen oder sich mit ← und → darin bewegen, um alle Werte eines Zeitpunkts abzulesen.</translation>
    </message>
    <message>
        <source>not confirmed</source>
        <translation>nicht bestätigt</translation>
    </message>
    <message>
        <source>✓ confirmed</source>
        <translation>✓ bestätigt</translation>
    </message>
    <message>
        <source>✓ %1 in force</source>
        <translation>✓ wirksam: %1</translation>
    </message>
</context>
<context>
    <name>metrics::Panel</name>
    <message>
        <source>%1 of %2 shown</source>
        <comment>lines of a chart</comment>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>avg</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a line of a chart and one of its values</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neuester Wert</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Kleinster Wert</translation>
    </message>
    <message>
        <source>Greatest</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>Shown time</source>
        <translation>Gezeigter Zeitraum</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
</context>
<context>
    <name>metrics::Panels</name>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>Alle Kerne</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>Prozessorkerne</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Load average</source>
        <translation>Mittlere Last</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 min</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Swap</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>↓ In</source>
        <translation>↓ Empfangen</translation>
    </message>
    <message>
        <source>↑ Out</source>
        <translation>↑ Gesendet</translation>
    </message>
    <message>
        <source>Disk traffic</source>
        <translation>Datenträgerdurchsatz</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Disk use</source>
        <translation>Datenträgerbelegung</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
</context>
<context>
    <name>network</name>
    <message>
        <source>What nmap wrote cannot be read: %1. Scan again; if it stays so, install the nmap of your system anew.</source>
        <translation>Was nmap geschrieben hat, lässt sich nicht lesen: %1. Scannen Sie noch einmal; bleibt es so, installieren Sie das nmap Ihres Systems neu.</translation>
    </message>
    <message>
        <source>it is no report of nmap</source>
        <translation>es ist kein Bericht von nmap</translation>
    </message>
    <message>
        <source>nmap, which does the scanning, is not installed. On Debian: apt install nmap. Neighbours and pings are seen without it.</source>
        <translation>nmap, das die Scans ausführt, ist nicht installiert. Unter Debian: apt install nmap. Nachbarn und Pings werden auch ohne gesehen.</translation>
    </message>
    <message>
        <source>UDP and SCTP ports can be seen by raw sockets alone. Start belfry-scan-helper, or name TCP ports.</source>
        <translation>UDP- und SCTP-Ports sind nur über rohe Sockets zu sehen. Starten Sie belfry-scan-helper oder nennen Sie TCP-Ports.</translation>
    </message>
    <message>
        <source>There is no address to scan. Name one, or tick a network.</source>
        <translation>Es gibt keine Adresse zu scannen. Nennen Sie eine oder haken Sie ein Netz an.</translation>
    </message>
    <message>
        <source>“%1” are no ports. Write numbers from 1 to 65535 as 22,80,8000-8100; T: and U: turn to TCP and UDP.</source>
        <translation>„%1“ sind keine Ports. Schreiben Sie Zahlen von 1 bis 65535 wie 22,80,8000-8100; T: und U: schalten auf TCP und UDP um.</translation>
    </message>
    <message>
        <source>Asks %1 addresses who answers (ARP and ICMP).</source>
        <translation>Fragt %1 Adressen, wer antwortet (ARP und ICMP).</translation>
    </message>
    <message>
        <source>Asks %1 addresses who answers (TCP connections).</source>
        <translation>Fragt %1 Adressen, wer antwortet (TCP-Verbindungen).</translation>
    </message>
    <message>
        <source>Knocks at %1 ports of each that does.</source>
        <translation>Klopft bei jeder, die antwortet, an %1 Ports an.</translation>
    </message>
    <message>
        <source>Asks every open port what it is.</source>
        <translation>Fragt jeden offenen Port, was er ist.</translation>
    </message>
    <message>
        <source>Guesses the operating systems.</source>
        <translation>Schätzt die Betriebssysteme.</translation>
    </message>
    <message>
        <source>Follows the way there.</source>
        <translation>Verfolgt den Weg dorthin.</translation>
    </message>
    <message>
        <source>Without raw sockets there are no hardware addresses, no ICMP and no guess of operating systems. Start belfry-scan-helper to have them.</source>
        <translation>Ohne rohe Sockets gibt es keine Hardware-Adressen, kein ICMP und keine Schätzung der Betriebssysteme. Starten Sie belfry-scan-helper, um sie zu haben.</translation>
    </message>
    <message>
        <source>UDP and SCTP ports are left out: they can be seen by raw sockets alone.</source>
        <translation>UDP- und SCTP-Ports werden ausgelassen: Sie sind nur über rohe Sockets zu sehen.</translation>
    </message>
    <message>
        <source>A discovery looks at no ports, so it cannot guess operating systems.</source>
        <translation>Eine Suche sieht keine Ports an und kann daher keine Betriebssysteme schätzen.</translation>
    </message>
    <message>
        <source>Aggressive scans may disturb printers and controllers.</source>
        <translation>Aggressive Scans können Drucker und Steuerungen stören.</translation>
    </message>
    <message>
        <source>It may take longer than the %1 seconds it is given. Name fewer addresses or ports, or give it more time.</source>
        <translation>Das kann länger dauern als die %1 Sekunden, die dafür vorgesehen sind. Nennen Sie weniger Adressen oder Ports oder geben Sie mehr Zeit.</translation>
    </message>
    <message>
        <source>Asking who answers</source>
        <translation>Fragt, wer antwortet</translation>
    </message>
    <message>
        <source>Knocking at ports</source>
        <translation>Klopft an Ports an</translation>
    </message>
    <message>
        <source>Asking ports what they are</source>
        <translation>Fragt Ports, was sie sind</translation>
    </message>
    <message>
        <source>Guessing operating systems</source>
        <translation>Schätzt Betriebssysteme</translation>
    </message>
    <message>
        <source>Following the way there</source>
        <translation>Verfolgt den Weg dorthin</translation>
    </message>
    <message>
        <source>These are %1 addresses, and a scan takes at most %2. Name a part of them.</source>
        <translation>Das sind %1 Adressen, und ein Scan nimmt höchstens %2. Nennen Sie einen Teil davon.</translation>
    </message>
    <message>
        <source>No network may be scanned yet. Tick the networks that are yours in the settings first.</source>
        <translation>Noch darf kein Netz gescannt werden. Haken Sie zuerst in den Einstellungen die Netze an, die Ihre sind.</translation>
    </message>
    <message>
        <source>%1 is outside of the networks that may be scanned. Tick its network in the settings first, if it is yours.</source>
        <translation>%1 liegt außerhalb der Netze, die gescannt werden dürfen. Haken Sie zuerst in den Einstellungen sein Netz an, wenn es Ihres ist.</translation>
    </message>
    <message>
        <source>No address is known for “%1”. Check the name, or write the address.</source>
        <translation>Zu „%1“ ist keine Adresse bekannt. Prüfen Sie den Namen oder schreiben Sie die Adresse.</translation>
    </message>
    <message>
        <source>“%1” cannot be scanned: %2. Write an address, a network as 192.168.1.0/24, a range as 192.168.1.10-40 or a host name.</source>
        <translation>„%1“ lässt sich nicht scannen: %2. Schreiben Sie eine Adresse, ein Netz wie 192.168.1.0/24, einen Bereich wie 192.168.1.10-40 oder einen Rechnernamen.</translation>
    </message>
    <message>
        <source>it is multicast, which is no device</source>
        <translation>das ist Multicast und damit kein Gerät</translation>
    </message>
    <message>
        <source>these addresses are reserved and belong to no device</source>
        <translation>diese Adressen sind reserviert und gehören zu keinem Gerät</translation>
    </message>
    <message>
        <source>a scan takes at most %1 addresses</source>
        <translation>ein Scan nimmt höchstens %1 Adressen</translation>
    </message>
    <message>
        <source>it begins with a hyphen</source>
        <translation>es beginnt mit einem Bindestrich</translation>
    </message>
    <message>
        <source>it is neither address, network, range nor name</source>
        <translation>es ist weder Adresse noch Netz, Bereich oder Name</translation>
    </message>
    <message>
        <source>a scan takes at most %1 names</source>
        <translation>ein Scan nimmt höchstens %1 Namen</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>es ist zu lang</translation>
    </message>
    <message>
        <source>nothing is written there</source>
        <translation>dort steht nichts</translation>
    </message>
</context>
<context>
    <name>network::Credentials</name>
    <message>
        <source>There are no credentials %1.</source>
        <translation>Es gibt keine Zugangsdaten %1.</translation>
    </message>
    <message>
        <source>%1 is no network. Write it as 192.0.2.0/24 or 2001:db8::/48.</source>
        <translation>%1 ist kein Netz. Schreiben Sie es wie 192.0.2.0/24 oder 2001:db8::/48.</translation>
    </message>
    <message>
        <source>Give the credentials a name.</source>
        <translation>Geben Sie den Zugangsdaten einen Namen.</translation>
    </message>
    <message>
        <source>SNMP v2c needs a community.</source>
        <translation>SNMP v2c braucht eine Community.</translation>
    </message>
    <message>
        <source>%1 is no version of SNMP that is spoken here. There are v2c and v3.</source>
        <translation>%1 ist keine SNMP-Version, die hier gesprochen wird. Es gibt v2c und v3.</translation>
    </message>
    <message>
        <source>Authentication is none, sha, sha224, sha256, sha384 or sha512; privacy is none, aes, aes192 or aes256.</source>
        <translation>Die Anmeldung ist none, sha, sha224, sha256, sha384 oder sha512; die Verschlüsselung ist none, aes, aes192 oder aes256.</translation>
    </message>
    <message>
        <source>SNMP v3 needs a user.</source>
        <translation>SNMP v3 braucht einen Benutzer.</translation>
    </message>
    <message>
        <source>Whoever encrypts must authenticate, too. Choose how.</source>
        <translation>Wer verschlüsselt, muss sich auch anmelden. Wählen Sie, auf welche Art.</translation>
    </message>
    <message>
        <source>The keys of SNMP v3 have at least 8 characters.</source>
        <translation>Die Schlüssel von SNMP v3 haben mindestens 8 Zeichen.</translation>
    </message>
    <message>
        <source>There are %1 credentials; that is the most.</source>
        <translation>Es gibt %1 Zugangsdaten; mehr sind nicht möglich.</translation>
    </message>
</context>
<context>
    <name>network::DeviceCommands</name>
    <message>
        <source>%1 is no type of device. There are: %2.</source>
        <translation>%1 ist keine Geräteart. Es gibt: %2.</translation>
    </message>
    <message>
        <source>A device cannot be joined by one that is joined by it. Choose another.</source>
        <translation>Ein Gerät kann nicht an einem hängen, das an ihm hängt. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>%1 is no address of a device. Write it as 192.0.2.7 or 2001:db8::7.</source>
        <translation>%1 ist keine Geräteadresse. Schreiben Sie sie wie 192.0.2.7 oder 2001:db8::7.</translation>
    </message>
    <message>
        <source>%1 is the address of %2 already.</source>
        <translation>%1 ist schon die Adresse von %2.</translation>
    </message>
    <message>
        <source>Ask for a time that begins before it ends and is no longer than two years.</source>
        <translation>Fragen Sie nach einem Zeitraum, der beginnt, bevor er endet, und nicht länger als zwei Jahre ist.</translation>
    </message>
    <message>
        <source>There is no device %1.</source>
        <translation>Es gibt kein Gerät %1.</translation>
    </message>
</context>
<context>
    <name>network::DeviceFilter</name>
    <message>
        <source>%1 is no network. Write it as 192.0.2.0/24 or 2001:db8::/48.</source>
        <translation>%1 ist kein Netz. Schreiben Sie es wie 192.0.2.0/24 oder 2001:db8::/48.</translation>
    </message>
</context>
<context>
    <name>network::DeviceTree</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, new</source>
        <translation>%1, neu</translation>
    </message>
    <message>
        <source>Without a group</source>
        <translation>Ohne Gruppe</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4, %5 links</source>
        <translation>%1, %2, %3, %4, %5 Verbindungen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindungen</translation>
    </message>
</context>
<context>
    <name>network::Devices</name>
    <message>
        <source>%1 and %2 both use %3. Give one of them another address.</source>
        <translation>%1 und %2 benutzen beide %3. Geben Sie einem davon eine andere Adresse.</translation>
    </message>
</context>
<context>
    <name>network::FactWords</name>
    <message>
        <source>%1 for %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Hostname</source>
        <translation>Rechnername</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>Hin und zurück</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Open ports</source>
        <translation>Offene Ports</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>Zuerst gesehen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
</context>
<context>
    <name>network::FingerprintDatabase</name>
    <message>
        <source>The pattern of a fingerprint cannot be understood (%1.xml, line %2). The others of the file are used; mend or remove this one.</source>
        <translation>Das Muster eines Fingerabdrucks ist nicht zu verstehen (%1.xml, Zeile %2). Die anderen der Datei werden verwendet; berichtigen oder entfernen Sie dieses.</translation>
    </message>
</context>
<context>
    <name>network::FingerprintReader</name>
    <message>
        <source>it begins with &lt;%1&gt;, not with &lt;fingerprints&gt;</source>
        <translation>sie beginnt mit &lt;%1&gt;, nicht mit &lt;fingerprints&gt;</translation>
    </message>
    <message>
        <source>the fingerprint has no pattern</source>
        <translation>der Fingerabdruck hat kein Muster</translation>
    </message>
    <message>
        <source>a &lt;param&gt; needs a name and a position from 0 to %1</source>
        <translation>ein &lt;param&gt; braucht einen Namen und eine Position von 0 bis %1</translation>
    </message>
    <message>
        <source>the flag &quot;%1&quot; is not known</source>
        <translation>der Schalter „%1“ ist nicht bekannt</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>Fingerprints cannot be read (%1): %2. Devices are recognised without them; install Belfry again to get the file back.</source>
        <translation>Fingerabdrücke lassen sich nicht lesen (%1): %2. Geräte werden ohne sie erkannt; installieren Sie Belfry noch einmal, um die Datei wiederzubekommen.</translation>
    </message>
</context>
<context>
    <name>network::Grounds</name>
    <message>
        <source>%1 is no network. Write it as 192.0.2.0/24 or 2001:db8::/48.</source>
        <translation>%1 ist kein Netz. Schreiben Sie es wie 192.0.2.0/24 oder 2001:db8::/48.</translation>
    </message>
    <message>
        <source>%1 is not a network to look at: it is too large, or no device has an address in it. Give the networks you look after.</source>
        <translation>%1 ist kein Netz zum Ansehen: Es ist zu groß, oder kein Gerät hat eine Adresse darin. Nennen Sie die Netze, um die Sie sich kümmern.</translation>
    </message>
    <message>
        <source>There are %1 networks; that is the most.</source>
        <translation>Es gibt %1 Netze; mehr sind nicht möglich.</translation>
    </message>
    <message>
        <source>%1 is not on the list of networks.</source>
        <translation>%1 steht nicht auf der Liste der Netze.</translation>
    </message>
</context>
<context>
    <name>network::HandLinks</name>
    <message>
        <source>Join</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Remove link</source>
        <translation>Verbindung entfernen</translation>
    </message>
</context>
<context>
    <name>network::Inventory</name>
    <message>
        <source>There is no device %1.</source>
        <translation>Es gibt kein Gerät %1.</translation>
    </message>
</context>
<context>
    <name>network::JoinSheet</name>
    <message>
        <source>Join %1 and %2</source>
        <translation>%1 und %2 verbinden</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>Kabel</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Funk</translation>
    </message>
    <message>
        <source>VPN</source>
        <translation>VPN</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderes</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>Port of %1</source>
        <translation>Anschluss von %1</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>&amp;Join</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
</context>
<context>
    <name>network::KindWords</name>
    <message>
        <source>Device of unknown type</source>
        <translation>Gerät unbekannter Art</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>Router</source>
        <translation>Router</translation>
    </message>
    <message>
        <source>Firewall</source>
        <translation>Firewall</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Switch</translation>
    </message>
    <message>
        <source>Access point</source>
        <translation>Zugangspunkt</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>NAS</source>
        <translation>NAS</translation>
    </message>
    <message>
        <source>Hypervisor</source>
        <translation>Hypervisor</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtuelle Maschine</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Arbeitsplatz</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Tablet</source>
        <translation>Tablet</translation>
    </message>
    <message>
        <source>IP phone</source>
        <translation>IP-Telefon</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Media player</source>
        <translation>Mediengerät</translation>
    </message>
    <message>
        <source>UPS</source>
        <translation>USV</translation>
    </message>
    <message>
        <source>PDU</source>
        <translation>PDU</translation>
    </message>
    <message>
        <source>IoT device</source>
        <translation>IoT-Gerät</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>network::Layouts</name>
    <message>
        <source>Say which view of the map this is for.</source>
        <translation>Sagen Sie, für welche Ansicht der Karte das ist.</translation>
    </message>
    <message>
        <source>There are %1 views; that is the most.</source>
        <translation>Es gibt %1 Ansichten; mehr sind nicht möglich.</translation>
    </message>
    <message>
        <source>A view keeps %1 places; that is the most. Let some be laid out again.</source>
        <translation>Eine Ansicht merkt sich höchstens %1 Plätze. Lassen Sie einige wieder anordnen.</translation>
    </message>
</context>
<context>
    <name>network::Legend</name>
    <message>
        <source>Up</source>
        <translation>Erreichbar</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Down (expected up)</source>
        <translation>Ausgefallen (wird erwartet)</translation>
    </message>
    <message>
        <source>Behind what is down</source>
        <translation>Hinter Ausgefallenem</translation>
    </message>
    <message>
        <source>Away or unknown</source>
        <translation>Abwesend oder unbekannt</translation>
    </message>
    <message>
        <source>Open ports</source>
        <translation>Offene Ports</translation>
    </message>
    <message>
        <source>There and back, in ms</source>
        <translation>Hin und zurück, in ms</translation>
    </message>
    <message>
        <source>Both directions, in bit/s</source>
        <translation>Beide Richtungen, in bit/s</translation>
    </message>
    <message>
        <source>measured link</source>
        <translation>gemessene Verbindung</translation>
    </message>
    <message>
        <source>inferred link</source>
        <translation>erschlossene Verbindung</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>Legend: %1</source>
        <translation>Legende: %1</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Abteilungen</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>No device is of one</source>
        <translation>Kein Gerät gehört zu einer</translation>
    </message>
</context>
<context>
    <name>network::LinkBook</name>
    <message>
        <source>There is no device %1.</source>
        <translation>Es gibt kein Gerät %1.</translation>
    </message>
    <message>
        <source>A link joins two devices, not one to itself.</source>
        <translation>Eine Verbindung verbindet zwei Geräte, nicht eines mit sich selbst.</translation>
    </message>
    <message>
        <source>%1 links were drawn; that is the most.</source>
        <translation>%1 Verbindungen sind gezeichnet; mehr sind nicht möglich.</translation>
    </message>
    <message>
        <source>There is no link %1.</source>
        <translation>Es gibt keine Verbindung %1.</translation>
    </message>
    <message>
        <source>Nobody drew this link: it was seen, and goes when it is seen no more.</source>
        <translation>Diese Verbindung hat niemand gezeichnet: Sie wurde gesehen und verschwindet, wenn sie nicht mehr gesehen wird.</translation>
    </message>
</context>
<context>
    <name>network::MapAnswer</name>
    <message>
        <source>There is no device %1.</source>
        <translation>Es gibt kein Gerät %1.</translation>
    </message>
</context>
<context>
    <name>network::MapCanvas</name>
    <message>
        <source>Zoom out (−)</source>
        <translation>Verkleinern (−)</translation>
    </message>
    <message>
        <source>Zoom to 100 % (0)</source>
        <translation>Auf 100 % (0)</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Zoom is %1; go to 100 %</source>
        <translation>Vergrößerung %1; auf 100 % gehen</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>Zurück zu jetzt</translation>
    </message>
</context>
<context>
    <name>network::MapPage</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>PNG, %1×</source>
        <translation>PNG, %1×</translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>PDF page</source>
        <translation>PDF-Seite</translation>
    </message>
    <message>
        <source>GraphML</source>
        <translation>GraphML</translation>
    </message>
    <message>
        <source>draw.io</source>
        <translation>draw.io</translation>
    </message>
    <message>
        <source>Mermaid</source>
        <translation>Mermaid</translation>
    </message>
    <message>
        <source>Devices as CSV</source>
        <translation>Geräte als CSV</translation>
    </message>
    <message>
        <source>Links as CSV</source>
        <translation>Verbindungen als CSV</translation>
    </message>
    <message>
        <source>Export the map</source>
        <translation>Karte exportieren</translation>
    </message>
    <message>
        <source>Network map</source>
        <translation>Netzkarte</translation>
    </message>
    <message>
        <source>The map could not be written to %1: %2</source>
        <translation>Die Karte ließ sich nicht nach %1 schreiben: %2</translation>
    </message>
    <message>
        <source>The map was written to %1.</source>
        <translation>Die Karte wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Layered</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Radial</source>
        <translation>Strahlen</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Force</source>
        <translation>Kräfte</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Open ports</source>
        <translation>Offene Ports</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Verkehr</translation>
    </message>
    <message>
        <source>Find on the map</source>
        <translation>Auf der Karte suchen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fit selection</source>
        <translation>Auswahl einpassen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom to 100 %</source>
        <translation>Auf 100 %</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>While locked, nothing can be moved (L)</source>
        <translation>Gesperrt lässt sich nichts verschieben (L)</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>The same as a list (Ctrl+L)</source>
        <translation>Dasselbe als Liste (Strg+L)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>Left edges</source>
        <translation>Linke Kanten</translation>
    </message>
    <message>
        <source>Top edges</source>
        <translation>Obere Kanten</translation>
    </message>
    <message>
        <source>Even spaces across</source>
        <translation>Gleiche Abstände waagerecht</translation>
    </message>
    <message>
        <source>Even spaces down</source>
        <translation>Gleiche Abstände senkrecht</translation>
    </message>
    <message>
        <source>In a row</source>
        <translation>In einer Reihe</translation>
    </message>
    <message>
        <source>In a circle</source>
        <translation>Im Kreis</translation>
    </message>
    <message>
        <source>Show all of them</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Anerkennen</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>Do not miss it when it is away</source>
        <translation>Nicht vermissen, wenn es fehlt</translation>
    </message>
    <message>
        <source>Expect it to be up</source>
        <translation>Erreichbarkeit erwarten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Show all of this group</source>
        <translation>Alle dieser Gruppe zeigen</translation>
    </message>
    <message>
        <source>Stack this group</source>
        <translation>Diese Gruppe stapeln</translation>
    </message>
    <message>
        <source>Remove this note</source>
        <translation>Diese Notiz entfernen</translation>
    </message>
    <message>
        <source>Add note…</source>
        <translation>Notiz hinzufügen …</translation>
    </message>
    <message>
        <source>Arrange anew</source>
        <translation>Neu anordnen</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>What the note says:</source>
        <translation>Was die Notiz sagt:</translation>
    </message>
    <message>
        <source>Devices on the map</source>
        <translation>Geräte auf der Karte</translation>
    </message>
    <message>
        <source>What you moved could not be saved: %1</source>
        <translation>Was Sie verschoben haben, ließ sich nicht speichern: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n Ding</numerusform>
            <numerusform>%n Dinge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 moved %2.</source>
        <translation>%1 hat %2 verschoben.</translation>
    </message>
    <message>
        <source>No devices yet. They appear here as soon as a network that may be looked at is watched or scanned.</source>
        <translation>Noch keine Geräte. Sie erscheinen hier, sobald ein Netz, das angesehen werden darf, beobachtet oder gescannt wird.</translation>
    </message>
    <message>
        <source>Waiting for the list of devices.</source>
        <translation>Wartet auf die Liste der Geräte.</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>found</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Zurückblicken</translation>
    </message>
    <message>
        <source>How the map was at a moment that is past (T)</source>
        <translation>Wie die Karte zu einem früheren Zeitpunkt war (T)</translation>
    </message>
    <message>
        <source>Join devices</source>
        <translation>Geräte verbinden</translation>
    </message>
    <message>
        <source>Draw a link from one device to another (J); Esc gives it up</source>
        <translation>Eine Verbindung von einem Gerät zu einem anderen ziehen (J); Esc bricht ab</translation>
    </message>
    <message>
        <source>Hide on this map</source>
        <translation>Auf dieser Karte ausblenden</translation>
    </message>
    <message>
        <source>Show hidden</source>
        <translation>Ausgeblendete zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Show %n hidden device(s)</source>
        <translation>
            <numerusform>%n ausgeblendetes Gerät zeigen</numerusform>
            <numerusform>%n ausgeblendete Geräte zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Join to…</source>
        <translation>Verbinden mit …</translation>
    </message>
    <message>
        <source>Set type</source>
        <translation>Typ festlegen</translation>
    </message>
    <message>
        <source>As the evidence says</source>
        <translation>Wie die Hinweise sagen</translation>
    </message>
    <message>
        <source>Remove link</source>
        <translation>Verbindung entfernen</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Zu %1</translation>
    </message>
    <message>
        <source>Remove this link</source>
        <translation>Diese Verbindung entfernen</translation>
    </message>
    <message>
        <source>Send to chat… (or drag it into a message)</source>
        <translation>In den Chat senden… (oder in eine Nachricht ziehen)</translation>
    </message>
    <message>
        <source>Send the map to chat</source>
        <translation>Die Karte in den Chat senden</translation>
    </message>
    <message>
        <source>%1 on the network map</source>
        <translation>%1 auf der Netzwerkkarte</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) on the network map</source>
        <translation>
            <numerusform>%n Gerät auf der Netzwerkkarte</numerusform>
            <numerusform>%n Geräte auf der Netzwerkkarte</numerusform>
        </translation>
    </message>
    <message>
        <source>Send to chat…</source>
        <translation>In den Chat senden…</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
</context>
<context>
    <name>network::MapView</name>
    <message>
        <source>Network map</source>
        <translation>Netzkarte</translation>
    </message>
    <message>
        <source>Arrow keys go from device to device. Ctrl+L shows the same as a list.</source>
        <translation>Die Pfeiltasten gehen von Gerät zu Gerät. Strg+L zeigt dasselbe als Liste.</translation>
    </message>
</context>
<context>
    <name>network::MapWords</name>
    <message>
        <source>no data for %1</source>
        <translation>keine Daten seit %1</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Stapel</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n device(s)</source>
        <translation>
            <numerusform>%1 · %n Gerät</numerusform>
            <numerusform>%1 · %n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Erreichbar</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Unreachable behind another</source>
        <translation>Unerreichbar hinter einem anderen</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Device without a name</source>
        <translation>Gerät ohne Namen</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
</context>
<context>
    <name>network::Minimap</name>
    <message>
        <source>Overview of the whole map</source>
        <translation>Übersicht der ganzen Karte</translation>
    </message>
    <message>
        <source>Click to go there</source>
        <translation>Klicken, um dorthin zu gehen</translation>
    </message>
</context>
<context>
    <name>network::Plan</name>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show hidden</source>
        <translation>Ausgeblendete zeigen</translation>
    </message>
</context>
<context>
    <name>network::Recurrence</name>
    <message>
        <source>“%1” is no time to repeat something. Write every 6 h, every 30 min (5 at least), daily 02:00, mon,thu 02:00 or monthly 1 02:00.</source>
        <translation>„%1“ ist keine Zeit zum Wiederholen. Schreiben Sie every 6 h, every 30 min (mindestens 5), daily 02:00, mon,thu 02:00 oder monthly 1 02:00.</translation>
    </message>
</context>
<context>
    <name>network::ScanArchive</name>
    <message>
        <source>There is no scan %1.</source>
        <translation>Es gibt keinen Scan %1.</translation>
    </message>
    <message>
        <source>Belfry was stopped at %1 %. What was found until then is kept.</source>
        <translation>Belfry wurde bei %1 % beendet. Was bis dahin gefunden wurde, bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>network::Scans</name>
    <message>
        <source>There is no running scan %1.</source>
        <translation>Es läuft kein Scan %1.</translation>
    </message>
    <message>
        <source>%1 started this scan. Ask them or an administrator to cancel it.</source>
        <translation>%1 hat diesen Scan gestartet. Bitten Sie diese Person oder einen Administrator, ihn abzubrechen.</translation>
    </message>
    <message>
        <source>There is no scan %1.</source>
        <translation>Es gibt keinen Scan %1.</translation>
    </message>
    <message>
        <source>There is no earlier scan of the same kind to compare with.</source>
        <translation>Es gibt keinen früheren Scan derselben Art zum Vergleichen.</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Network scan started successfully</source>
        <translation>Der Scan des Netzes wurde gestartet</translation>
    </message>
    <message>
        <source>Belfry was stopped before the scan began.</source>
        <translation>Belfry wurde beendet, bevor der Scan begann.</translation>
    </message>
</context>
<context>
    <name>network::Schedules</name>
    <message>
        <source>There is no schedule %1.</source>
        <translation>Es gibt keinen Zeitplan %1.</translation>
    </message>
    <message>
        <source>schedule %1</source>
        <translation>Zeitplan %1</translation>
    </message>
    <message>
        <source>There are %1 schedules; that is the most.</source>
        <translation>Es gibt %1 Zeitpläne; mehr sind nicht möglich.</translation>
    </message>
    <message>
        <source>Give the schedule a name.</source>
        <translation>Geben Sie dem Zeitplan einen Namen.</translation>
    </message>
</context>
<context>
    <name>network::ServiceAsker</name>
    <message>
        <source>%1 is no web address. Write it as https://host/path.</source>
        <translation>%1 ist keine Webadresse. Schreiben Sie sie wie https://host/path.</translation>
    </message>
    <message>
        <source>%1 is no host. Give a name or an address.</source>
        <translation>%1 ist kein Rechner. Geben Sie einen Namen oder eine Adresse an.</translation>
    </message>
    <message>
        <source>Say which port is to be open.</source>
        <translation>Sagen Sie, welcher Port offen sein soll.</translation>
    </message>
    <message>
        <source>%1 is no address. A ping goes to an address.</source>
        <translation>%1 ist keine Adresse. Ein Ping geht an eine Adresse.</translation>
    </message>
    <message>
        <source>%1 is not watched. Tick its network, or ask a port of it.</source>
        <translation>%1 wird nicht beobachtet. Haken Sie sein Netz an oder fragen Sie einen Port davon.</translation>
    </message>
    <message>
        <source>It answers in %1 ms.</source>
        <translation>Es antwortet in %1 ms.</translation>
    </message>
    <message>
        <source>It answers no ping.</source>
        <translation>Es antwortet auf keinen Ping.</translation>
    </message>
</context>
<context>
    <name>network::ServiceNames</name>
    <message>
        <source>Services have no names, because %1 cannot be read: %2. Install the package netbase.</source>
        <translation>Dienste haben keine Namen, weil %1 nicht zu lesen ist: %2. Installieren Sie das Paket netbase.</translation>
    </message>
</context>
<context>
    <name>network::Surveyor</name>
    <message>
        <source>%1 is no address.</source>
        <translation>%1 ist keine Adresse.</translation>
    </message>
    <message>
        <source>%1 is in no ticked network. Tick its network first.</source>
        <translation>%1 liegt in keinem angehakten Netz. Haken Sie zuerst sein Netz an.</translation>
    </message>
    <message>
        <source>%1 answers: %2</source>
        <translation>%1 antwortet: %2</translation>
    </message>
</context>
<context>
    <name>network::TimeStrip</name>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Letzte Woche</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Wie weit zurück</translation>
    </message>
    <message>
        <source>The moment that is shown</source>
        <translation>Der gezeigte Zeitpunkt</translation>
    </message>
    <message>
        <source>Back to how it is now (End)</source>
        <translation>Zurück zum jetzigen Stand (Ende)</translation>
    </message>
</context>
<context>
    <name>network::TimeTravel</name>
    <message>
        <source>Asking how it was on %1.</source>
        <translation>Fragt, wie es am %1 war.</translation>
    </message>
    <message>
        <source>This is how it was on %1, not how it is. What is pale was not known yet. Nothing can be changed here.</source>
        <translation>So war es am %1, nicht wie es ist. Was blass ist, war noch nicht bekannt. Hier lässt sich nichts ändern.</translation>
    </message>
    <message>
        <source>How it was on %1 could not be told: %2 What you see is how it is now.</source>
        <translation>Wie es am %1 war, ließ sich nicht sagen: %2 Zu sehen ist der jetzige Stand.</translation>
    </message>
</context>
<context>
    <name>network::Vendors</name>
    <message>
        <source>Vendors of network cards are not known, or not all of them, because %1 cannot be read. Install the package ieee-data.</source>
        <translation>Hersteller von Netzwerkkarten sind nicht oder nicht alle bekannt, weil %1 nicht zu lesen ist. Installieren Sie das Paket ieee-data.</translation>
    </message>
</context>
<context>
    <name>network::scan::HelperLink</name>
    <message>
        <source>belfry-scan-helper does not answer at %1 (%2). Start it, and let it serve this user.</source>
        <translation>belfry-scan-helper antwortet nicht unter %1 (%2). Starten Sie es, und lassen Sie es diesem Benutzer dienen.</translation>
    </message>
</context>
<context>
    <name>network::scan::HelperProcess</name>
    <message>
        <source>belfry-scan-helper has no raw sockets, or is another version</source>
        <translation>belfry-scan-helper hat keine rohen Sockets oder ist eine andere Fassung</translation>
    </message>
</context>
<context>
    <name>network::scan::Lanes</name>
    <message>
        <source>Too many scans are waiting already. Cancel one, or try again when some are done.</source>
        <translation>Es warten schon zu viele Scans. Brechen Sie einen ab oder versuchen Sie es wieder, wenn einige fertig sind.</translation>
    </message>
</context>
<context>
    <name>network::scan::Run</name>
    <message>
        <source>nmap could not be started: %1. Check that it is installed.</source>
        <translation>nmap ließ sich nicht starten: %1. Prüfen Sie, ob es installiert ist.</translation>
    </message>
    <message>
        <source>belfry-scan-helper went away while it scanned. Start it again.</source>
        <translation>belfry-scan-helper ist während des Scans verschwunden. Starten Sie es wieder.</translation>
    </message>
    <message>
        <source>nmap was ended by signal %1 before it was through, by somebody else or for want of memory.</source>
        <translation>nmap wurde durch Signal %1 beendet, bevor es fertig war, von jemand anderem oder aus Speichermangel.</translation>
    </message>
    <message>
        <source>nmap failed with code %1 and did not say why.</source>
        <translation>nmap ist mit Code %1 gescheitert und hat nicht gesagt, warum.</translation>
    </message>
    <message>
        <source>nmap failed: %1</source>
        <translation>nmap ist gescheitert: %1</translation>
    </message>
    <message>
        <source>nmap stopped in the middle of what it wrote. Scan again.</source>
        <translation>nmap hat mitten im Schreiben aufgehört. Scannen Sie noch einmal.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Devices: %1, open ports: %2, services: %3.</source>
        <translation>Geräte: %1, offene Ports: %2, Dienste: %3.</translation>
    </message>
    <message>
        <source>Cancelled at %1 %. %2</source>
        <translation>Bei %1 % abgebrochen. %2</translation>
    </message>
    <message>
        <source>Not done in the %1 seconds it had; %2 % were. %3</source>
        <translation>In den %1 Sekunden nicht fertig geworden; %2 % sind es. %3</translation>
    </message>
</context>
<context>
    <name>network::scan::Survey</name>
    <message>
        <source>belfry-scan-helper hung up. Look into its log.</source>
        <translation>belfry-scan-helper hat aufgelegt. Sehen Sie in sein Protokoll.</translation>
    </message>
    <message>
        <source>belfry-scan-helper cannot help: %1</source>
        <translation>belfry-scan-helper kann nicht helfen: %1</translation>
    </message>
    <message>
        <source>belfry-scan-helper does not say anything. Start it anew.</source>
        <translation>belfry-scan-helper sagt nichts. Starten Sie es neu.</translation>
    </message>
</context>
<context>
    <name>network::sources::CheckRun</name>
    <message>
        <source>No answer within %1 s. Look whether the service runs and the network lets us through.</source>
        <translation>Keine Antwort binnen %1 s. Sehen Sie nach, ob der Dienst läuft und das Netz uns durchlässt.</translation>
    </message>
</context>
<context>
    <name>network::sources::Checks</name>
    <message>
        <source>It answers.</source>
        <translation>Es antwortet.</translation>
    </message>
    <message>
        <source>It does not answer. Look whether it is switched on and its cable plugged in.</source>
        <translation>Es antwortet nicht. Sehen Sie nach, ob es eingeschaltet ist und das Kabel steckt.</translation>
    </message>
</context>
<context>
    <name>network::sources::DnsCheckRun</name>
    <message>
        <source>No name server answers. Look at this machine&apos;s name servers.</source>
        <translation>Kein Nameserver antwortet. Prüfen Sie die Nameserver dieses Rechners.</translation>
    </message>
    <message>
        <source>%1 cannot be looked up: no name server is set, or it is no name.</source>
        <translation>%1 lässt sich nicht nachschlagen: Es ist kein Nameserver eingetragen, oder es ist kein Name.</translation>
    </message>
    <message>
        <source>The name %1 does not exist.</source>
        <translation>Den Namen %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>The name server failed to look up %1.</source>
        <translation>Der Nameserver konnte %1 nicht nachschlagen.</translation>
    </message>
    <message>
        <source>The name %1 has no such record.</source>
        <translation>Der Name %1 hat keinen solchen Eintrag.</translation>
    </message>
    <message>
        <source>%1 is %2, and not %3.</source>
        <translation>%1 ist %2 und nicht %3.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 ist %2.</translation>
    </message>
</context>
<context>
    <name>network::sources::Each</name>
    <message>
        <source>Too many checks are waiting. Check less often.</source>
        <translation>Zu viele Prüfungen warten. Prüfen Sie seltener.</translation>
    </message>
</context>
<context>
    <name>network::sources::FpingRun</name>
    <message>
        <source>%1 cannot be started. Install the package fping.</source>
        <translation>%1 lässt sich nicht starten. Installieren Sie das Paket fping.</translation>
    </message>
    <message>
        <source>fping did not come to an end and was stopped.</source>
        <translation>fping kam zu keinem Ende und wurde beendet.</translation>
    </message>
    <message>
        <source>fping was killed.</source>
        <translation>fping wurde abgeschossen.</translation>
    </message>
    <message>
        <source>fping ended with code %1.</source>
        <translation>fping endete mit Code %1.</translation>
    </message>
    <message>
        <source>fping does not work here: %1</source>
        <translation>fping arbeitet hier nicht: %1</translation>
    </message>
</context>
<context>
    <name>network::sources::HttpCheckRun</name>
    <message>
        <source>This is no address of a page. It begins with http:// or https:// and names a machine.</source>
        <translation>Das ist keine Adresse einer Seite. Sie beginnt mit http:// oder https:// und nennt einen Rechner.</translation>
    </message>
    <message>
        <source>The certificate is not trusted: %1. Renew it, or let the check take any certificate.</source>
        <translation>Dem Zertifikat wird nicht vertraut: %1. Erneuern Sie es, oder lassen Sie die Prüfung jedes Zertifikat nehmen.</translation>
    </message>
    <message>
        <source>No page came: %1.</source>
        <translation>Es kam keine Seite: %1.</translation>
    </message>
    <message>
        <source>The page answered %1 instead of %2.</source>
        <translation>Die Seite antwortete %1 statt %2.</translation>
    </message>
    <message>
        <source>The page answered %1 (%2). Look at the log of the web server.</source>
        <translation>Die Seite antwortete %1 (%2). Sehen Sie in das Protokoll des Webservers.</translation>
    </message>
    <message>
        <source>The page answered %1, but the text that was looked for is not in it.</source>
        <translation>Die Seite antwortete %1, aber der gesuchte Text steht nicht darin.</translation>
    </message>
    <message>
        <source>The page answered %1.</source>
        <translation>Die Seite antwortete %1.</translation>
    </message>
</context>
<context>
    <name>network::sources::MulticastNames</name>
    <message>
        <source>Multicast DNS on port %1 cannot be listened to: %2. Devices that announce their name and services so are found by other means only.</source>
        <translation>Multicast-DNS auf Port %1 lässt sich nicht mithören: %2. Geräte, die Namen und Dienste so bekanntgeben, werden nur auf anderen Wegen gefunden.</translation>
    </message>
</context>
<context>
    <name>network::sources::Netlink</name>
    <message>
        <source>The kernel&apos;s network tables cannot be read (%1). Addresses and neighbours of this machine stay unknown.</source>
        <translation>Die Netztabellen des Kernels lassen sich nicht lesen (%1). Adressen und Nachbarn dieses Rechners bleiben unbekannt.</translation>
    </message>
    <message>
        <source>The kernel&apos;s network tables can no longer be read (%1). Restart Belfry to try again.</source>
        <translation>Die Netztabellen des Kernels lassen sich nicht mehr lesen (%1). Starten Sie Belfry neu, um es wieder zu versuchen.</translation>
    </message>
</context>
<context>
    <name>network::sources::Pinger</name>
    <message>
        <source>An address to be watched is missing.</source>
        <translation>Eine Adresse, die beobachtet werden soll, fehlt.</translation>
    </message>
    <message>
        <source>At most %1 addresses are watched, and that would make %2. Watch fewer networks.</source>
        <translation>Höchstens %1 Adressen werden beobachtet, und das wären %2. Beobachten Sie weniger Netze.</translation>
    </message>
    <message>
        <source>%1 Until then, a device counts as reachable only where it answers on a TCP port.</source>
        <translation>%1 Bis dahin gilt ein Gerät nur als erreichbar, wenn es an einem TCP-Port antwortet.</translation>
    </message>
</context>
<context>
    <name>network::sources::SnmpLibrary</name>
    <message>
        <source>These SNMP credentials cannot be used. A community or a user is needed, and passwords have at least 8 characters.</source>
        <translation>Diese SNMP-Zugangsdaten lassen sich nicht verwenden. Nötig sind eine Community oder ein Benutzer, und Kennwörter haben mindestens 8 Zeichen.</translation>
    </message>
    <message>
        <source>%1 cannot be asked by SNMP: %2.</source>
        <translation>%1 lässt sich nicht per SNMP fragen: %2.</translation>
    </message>
</context>
<context>
    <name>network::sources::SnmpSession</name>
    <message>
        <source>%1 answers with SNMP error %2. Look at the agent&apos;s log.</source>
        <translation>%1 antwortet mit SNMP-Fehler %2. Sehen Sie in das Protokoll des Agenten.</translation>
    </message>
    <message>
        <source>%1 does not answer by SNMP. Check that it is switched on and lets this machine ask.</source>
        <translation>%1 antwortet nicht per SNMP. Prüfen Sie, ob es eingeschaltet ist und diesen Rechner fragen lässt.</translation>
    </message>
    <message>
        <source>%1 does not answer by SNMP. Either it is switched off there, or this machine may not ask, or the community is wrong.</source>
        <translation>%1 antwortet nicht per SNMP. Entweder ist es dort ausgeschaltet, oder dieser Rechner darf nicht fragen, oder die Community ist falsch.</translation>
    </message>
    <message>
        <source>%1 is there, but has no SNMP agent on port %2. Switch it on there.</source>
        <translation>%1 ist da, hat aber keinen SNMP-Agenten an Port %2. Schalten Sie ihn dort ein.</translation>
    </message>
    <message>
        <source>%1 knows SNMP, but does not answer to this community. Correct the community.</source>
        <translation>%1 kennt SNMP, antwortet aber nicht auf diese Community. Berichtigen Sie die Community.</translation>
    </message>
    <message>
        <source>%1 does not know this SNMP user. Correct the user&apos;s name, or create it there.</source>
        <translation>%1 kennt diesen SNMP-Benutzer nicht. Berichtigen Sie den Namen oder legen Sie ihn dort an.</translation>
    </message>
    <message>
        <source>%1 refuses the SNMP user&apos;s password. Correct it, or the kind of authentication.</source>
        <translation>%1 lehnt das Kennwort des SNMP-Benutzers ab. Berichtigen Sie es oder die Art der Anmeldung.</translation>
    </message>
    <message>
        <source>%1 cannot decrypt what it is asked by SNMP. Correct the password or the kind of encryption.</source>
        <translation>%1 kann nicht entschlüsseln, was per SNMP gefragt wird. Berichtigen Sie das Kennwort oder die Art der Verschlüsselung.</translation>
    </message>
    <message>
        <source>%1 does not let this SNMP user or community ask so. Give it the right to read there, and ask with the protection it wants.</source>
        <translation>%1 lässt diesen SNMP-Benutzer oder diese Community so nicht fragen. Geben Sie dort das Leserecht, und fragen Sie mit dem verlangten Schutz.</translation>
    </message>
    <message>
        <source>%1 takes our SNMP messages for old ones. Its clock of restarts is wrong; restart its agent.</source>
        <translation>%1 hält unsere SNMP-Nachrichten für alte. Seine Zählung der Neustarts stimmt nicht; starten Sie seinen Agenten neu.</translation>
    </message>
    <message>
        <source>%1 answers by SNMP with an error. Look at the agent&apos;s log.</source>
        <translation>%1 antwortet per SNMP mit einem Fehler. Sehen Sie in das Protokoll des Agenten.</translation>
    </message>
    <message>
        <source>%1 answers by SNMP with what makes no sense. Its agent is faulty; look for a newer one.</source>
        <translation>%1 antwortet per SNMP mit Unsinn. Sein Agent ist fehlerhaft; suchen Sie einen neueren.</translation>
    </message>
    <message>
        <source>%1 tells more by SNMP than is taken in at once; the rest is left out.</source>
        <translation>%1 erzählt per SNMP mehr, als auf einmal aufgenommen wird; der Rest bleibt weg.</translation>
    </message>
    <message>
        <source>The question to %1 was withdrawn.</source>
        <translation>Die Frage an %1 wurde zurückgezogen.</translation>
    </message>
</context>
<context>
    <name>network::sources::TcpCheckRun</name>
    <message>
        <source>A machine and a port are needed to open a connection.</source>
        <translation>Um eine Verbindung zu öffnen, sind ein Rechner und ein Port nötig.</translation>
    </message>
    <message>
        <source>Port %1 is open.</source>
        <translation>Port %1 ist offen.</translation>
    </message>
    <message>
        <source>Port %1 is closed. Look whether the service runs.</source>
        <translation>Port %1 ist geschlossen. Sehen Sie nach, ob der Dienst läuft.</translation>
    </message>
    <message>
        <source>%1 port %2 cannot be reached: %3.</source>
        <translation>%1 Port %2 ist nicht zu erreichen: %3.</translation>
    </message>
</context>
<context>
    <name>network::sources::TlsCheckRun</name>
    <message>
        <source>A machine and a port are needed to look at a certificate.</source>
        <translation>Um ein Zertifikat anzusehen, sind ein Rechner und ein Port nötig.</translation>
    </message>
    <message>
        <source>%1 port %2 does not agree on TLS: %3.</source>
        <translation>%1 Port %2 einigt sich nicht auf TLS: %3.</translation>
    </message>
    <message>
        <source>%1 port %2 cannot be reached: %3.</source>
        <translation>%1 Port %2 ist nicht zu erreichen: %3.</translation>
    </message>
    <message>
        <source>%1 port %2 shows no certificate.</source>
        <translation>%1 Port %2 zeigt kein Zertifikat.</translation>
    </message>
    <message>
        <source>The certificate expired on %1. Renew it.</source>
        <translation>Das Zertifikat ist am %1 abgelaufen. Erneuern Sie es.</translation>
    </message>
    <message>
        <source>The certificate is valid only from %1 on. Look at the clocks.</source>
        <translation>Das Zertifikat gilt erst ab %1. Prüfen Sie die Uhren.</translation>
    </message>
    <message numerus="yes">
        <source>The certificate expires on %1, in %n day(s). Renew it.</source>
        <translation>
            <numerusform>Das Zertifikat läuft am %1 ab, in %n Tag. Erneuern Sie es.</numerusform>
            <numerusform>Das Zertifikat läuft am %1 ab, in %n Tagen. Erneuern Sie es.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The certificate is valid until %1, for %n day(s).</source>
        <translation>
            <numerusform>Das Zertifikat gilt bis %1, noch %n Tag.</numerusform>
            <numerusform>Das Zertifikat gilt bis %1, noch %n Tage.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>notices::Bell</name>
    <message numerus="yes">
        <source>Notifications, %n unread</source>
        <translation>
            <numerusform>Benachrichtigungen, %n ungelesen</numerusform>
            <numerusform>Benachrichtigungen, %n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Notifications, none unread</source>
        <translation>Benachrichtigungen, keine ungelesen</translation>
    </message>
    <message>
        <source>%1+</source>
        <translation>%1+</translation>
    </message>
</context>
<context>
    <name>notices::Crier</name>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>notices::NoticeCentre</name>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Mark all &amp;read</source>
        <translation>Alle als &amp;gelesen markieren</translation>
    </message>
    <message>
        <source>Show &amp;older</source>
        <translation>Ä&amp;ltere zeigen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Which notifications</source>
        <translation>Welche Benachrichtigungen</translation>
    </message>
    <message>
        <source>Nothing is unread.</source>
        <translation>Nichts ist ungelesen.</translation>
    </message>
    <message>
        <source>You have not been told anything yet.</source>
        <translation>Noch wurde nichts mitgeteilt.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Mute this kind</source>
        <translation>&amp;Diese Art nicht mehr melden</translation>
    </message>
    <message>
        <source>Muted: %1</source>
        <translation>Nicht mehr gemeldet: %1</translation>
    </message>
    <message>
        <source>&amp;Mute this kind: %1</source>
        <translation>&amp;Diese Art nicht mehr melden: %1</translation>
    </message>
    <message>
        <source>Such things stand here still, and nothing tells of them</source>
        <translation>Solches steht weiterhin hier, gemeldet wird es nicht mehr</translation>
    </message>
    <message>
        <source>%1: you are told of them no more.</source>
        <comment>a kind of happening</comment>
        <translation>%1: wird Ihnen nicht mehr gemeldet.</translation>
    </message>
</context>
<context>
    <name>notices::NoticeList</name>
    <message>
        <source>to everyone</source>
        <translation>an alle</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
</context>
<context>
    <name>overview::AwayCard</name>
    <message>
        <source>&amp;Got it</source>
        <translation>&amp;Verstanden</translation>
    </message>
    <message>
        <source>Since you were away (%1)</source>
        <translation>Während Sie fort waren (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n new device(s)</source>
        <translation>
            <numerusform>%n neues Gerät</numerusform>
            <numerusform>%n neue Geräte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) stopped answering</source>
        <translation>
            <numerusform>%n Gerät antwortet nicht mehr</numerusform>
            <numerusform>%n Geräte antworten nicht mehr</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) back up</source>
        <translation>
            <numerusform>%n Gerät antwortet wieder</numerusform>
            <numerusform>%n Geräte antworten wieder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) raised</source>
        <translation>
            <numerusform>%n Alarm ausgelöst</numerusform>
            <numerusform>%n Alarme ausgelöst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) resolved</source>
        <translation>
            <numerusform>%n Alarm behoben</numerusform>
            <numerusform>%n Alarme behoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread mention(s)</source>
        <translation>
            <numerusform>%n ungelesene Erwähnung</numerusform>
            <numerusform>%n ungelesene Erwähnungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>overview::LearningCard</name>
    <message>
        <source>&amp;Tell me all now</source>
        <translation>&amp;Jetzt alles melden</translation>
    </message>
    <message>
        <source>G&amp;ot it</source>
        <translation>&amp;Verstanden</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>day and month</comment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>Only critical alerts pop up until %1. All else stands in its list and under the bell.</source>
        <translation>Bis %1 werden nur kritische Alarme auf dem Desktop gemeldet. Alles andere steht in seiner Liste und unter der Glocke.</translation>
    </message>
</context>
<context>
    <name>overview::OverviewPage</name>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Network throughput</source>
        <translation>Netzwerkdurchsatz</translation>
    </message>
    <message>
        <source>Busiest programs</source>
        <translation>Aktivste Programme</translation>
    </message>
    <message>
        <source>File systems</source>
        <translation>Dateisysteme</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Belfry</source>
        <translation>Belfry</translation>
    </message>
    <message>
        <source>Waiting for the first reading of the other side&apos;s load.</source>
        <translation>Warten auf den ersten Messwert der Gegenseite.</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>Last %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>Belfry for %1</source>
        <translation>Belfry seit %1</translation>
    </message>
    <message>
        <source>avg</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>↓ In</source>
        <translation>↓ Empfangen</translation>
    </message>
    <message>
        <source>↑ Out</source>
        <translation>↑ Gesendet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Process id</source>
        <translation>Prozess-ID</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Share of a core</source>
        <translation>Anteil eines Kerns</translation>
    </message>
    <message>
        <source>File system</source>
        <translation>Dateisystem</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Used share</source>
        <translation>Belegter Anteil</translation>
    </message>
</context>
<context>
    <name>overview::ProcessModel</name>
    <message>
        <source>%1, process %2 of %3, %4 % of a core, %5</source>
        <translation>%1, Prozess %2 von %3, %4 % eines Kerns, %5</translation>
    </message>
    <message>
        <source>Share of one processor core since the last reading</source>
        <translation>Anteil eines Prozessorkerns seit dem letzten Messwert</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>CPU %</source>
        <translation>CPU %</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
</context>
<context>
    <name>overview::VolumeRow</name>
    <message>
        <source>%1, %2 of %3 used, %4</source>
        <translation>%1, %2 von %3 belegt, %4</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>scans::Comparison</name>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>What the two scans tell apart</source>
        <translation>Was die beiden Scans unterscheidet</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>The scan it is compared with</source>
        <translation>Der Scan, mit dem verglichen wird</translation>
    </message>
    <message>
        <source>Puts the differences on the clipboard, one a line</source>
        <translation>Legt die Unterschiede in die Zwischenablage, je Zeile einen</translation>
    </message>
    <message>
        <source>the one before of its kind</source>
        <translation>dem vorigen seiner Art</translation>
    </message>
    <message>
        <source>A added · R removed · M modified · %1 unchanged, not listed</source>
        <translation>A hinzugekommen · R entfallen · M geändert · %1 unverändert, nicht aufgeführt</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
    <message>
        <source>Nothing has changed from one to the other: %1 devices are as they were.</source>
        <translation>Vom einen zum anderen hat sich nichts geändert: %1 Geräte sind, wie sie waren.</translation>
    </message>
</context>
<context>
    <name>scans::DiffTable</name>
    <message>
        <source>%1: %2, %3, %4</source>
        <comment>added: 192.168.1.7, its name, what of it</comment>
        <translation>%1: %2, %3, %4</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What, from old to new</source>
        <translation>Was, von alt zu neu</translation>
    </message>
</context>
<context>
    <name>scans::FoundTable</name>
    <message>
        <source>%1, %2, system %3, open ports: %4</source>
        <translation>%1, %2, System %3, offene Ports: %4</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Hardware address</source>
        <translation>Hardware-Adresse</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Ports and services</source>
        <translation>Ports und Dienste</translation>
    </message>
</context>
<context>
    <name>scans::RunDetail</name>
    <message>
        <source>Scan &amp;again…</source>
        <translation>Noch einmal s&amp;cannen…</translation>
    </message>
    <message>
        <source>Devices found</source>
        <translation>Gefundene Geräte</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Devices the scan found</source>
        <translation>Geräte, die der Scan gefunden hat</translation>
    </message>
    <message>
        <source>What of the scan is shown</source>
        <translation>Was vom Scan gezeigt wird</translation>
    </message>
    <message>
        <source>Opens the scan dialog with what this one was asked for</source>
        <translation>Öffnet den Scan-Dialog mit den Vorgaben dieses Scans</translation>
    </message>
    <message>
        <source>Asking what this scan found.</source>
        <translation>Es wird gefragt, was dieser Scan gefunden hat.</translation>
    </message>
    <message>
        <source>No scan is chosen</source>
        <translation>Kein Scan ist gewählt</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>Nobody answered this scan.</source>
        <translation>Auf diesen Scan hat niemand geantwortet.</translation>
    </message>
</context>
<context>
    <name>scans::RunRow</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Ends this scan; what it found is kept</source>
        <translation>Beendet diesen Scan; was er gefunden hat, bleibt erhalten</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 abbrechen</translation>
    </message>
    <message>
        <source>Details of %1</source>
        <translation>Details zu %1</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
</context>
<context>
    <name>scans::RunTable</name>
    <message>
        <source>%1, %2, %3, %4, %5</source>
        <comment>when, what, how it ended, what it found, what changed</comment>
        <translation>%1, %2, %3, %4, %5</translation>
    </message>
    <message>
        <source>What is not as it was in the run before of the same type and target; or why it did not get so far</source>
        <translation>Was anders ist als im vorigen Lauf mit demselben Typ und Ziel; oder warum er nicht so weit kam</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
</context>
<context>
    <name>scans::ScanDialog</name>
    <message>
        <source>S&amp;everal devices at once</source>
        <translation>M&amp;ehrere Geräte zugleich</translation>
    </message>
    <message>
        <source>&amp;Guess operating systems</source>
        <translation>&amp;Betriebssysteme schätzen</translation>
    </message>
    <message>
        <source>&amp;Start scan</source>
        <translation>Scan &amp;starten</translation>
    </message>
    <message>
        <source>New scan</source>
        <translation>Neuer Scan</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>W&amp;hat:</source>
        <translation>W&amp;as:</translation>
    </message>
    <message>
        <source>&amp;Where:</source>
        <translation>&amp;Wo:</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>the usual ones; or as 22,80,8000-8100</source>
        <translation>die üblichen; oder wie 22,80,8000-8100</translation>
    </message>
    <message>
        <source>&amp;Ports:</source>
        <translation>&amp;Ports:</translation>
    </message>
    <message>
        <source>Intensity</source>
        <translation>Intensität</translation>
    </message>
    <message>
        <source>&amp;Intensity:</source>
        <translation>&amp;Intensität:</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Time it is given, in seconds</source>
        <translation>Zeit, die er bekommt, in Sekunden</translation>
    </message>
    <message>
        <source>&amp;Time:</source>
        <translation>&amp;Zeit:</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>once; or as daily 02:00, every 6 h</source>
        <translation>einmal; oder wie daily 02:00, every 6 h</translation>
    </message>
    <message>
        <source>daily 02:00, every 6 h, every 30 min, mon,thu 02:00 or monthly 1 02:00; empty: once, now</source>
        <translation>daily 02:00, every 6 h, every 30 min, mon,thu 02:00 oder monthly 1 02:00; leer: einmal, jetzt</translation>
    </message>
    <message>
        <source>Name of the schedule</source>
        <translation>Name des Zeitplans</translation>
    </message>
    <message>
        <source>its name, such as Every night</source>
        <translation>sein Name, etwa Jede Nacht</translation>
    </message>
    <message>
        <source>&amp;Repeat:</source>
        <translation>Wieder&amp;holen:</translation>
    </message>
    <message>
        <source>Scan only networks that you are allowed to scan.</source>
        <translation>Scannen Sie nur Netze, die Sie scannen dürfen.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>A discovery looks at no ports</source>
        <translation>Eine Suche sieht keine Ports an</translation>
    </message>
    <message>
        <source>&amp;Save schedule</source>
        <translation>Zeitplan &amp;speichern</translation>
    </message>
    <message>
        <source>Give the schedule a name.</source>
        <translation>Geben Sie dem Zeitplan einen Namen.</translation>
    </message>
</context>
<context>
    <name>scans::ScanPreview</name>
    <message>
        <source>%1 addresses</source>
        <translation>%1 Adressen</translation>
    </message>
    <message>
        <source>%1 ports of each</source>
        <translation>je %1 Ports</translation>
    </message>
    <message>
        <source>takes about %1</source>
        <translation>dauert etwa %1</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>Was getan wird</translation>
    </message>
    <message>
        <source>Asking the server what this would do.</source>
        <translation>Der Server wird gefragt, was das täte.</translation>
    </message>
    <message>
        <source>Nothing here can scan.</source>
        <translation>Hier kann nichts scannen.</translation>
    </message>
</context>
<context>
    <name>scans::ScansPage</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>&amp;New scan…</source>
        <translation>&amp;Neuer Scan…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Load &amp;older</source>
        <translation>Ä&amp;ltere laden</translation>
    </message>
    <message>
        <source>Scan again…</source>
        <translation>Noch einmal scannen…</translation>
    </message>
    <message>
        <source>Compare with the one before</source>
        <translation>Mit dem vorigen vergleichen</translation>
    </message>
    <message>
        <source>Scans that were run</source>
        <translation>Ausgeführte Scans</translation>
    </message>
    <message>
        <source>Which scans are listed</source>
        <translation>Welche Scans aufgeführt sind</translation>
    </message>
    <message>
        <source>Filter: type, target, result…</source>
        <translation>Filter: Typ, Ziel, Ergebnis…</translation>
    </message>
    <message>
        <source>Filter the scans</source>
        <translation>Scans filtern</translation>
    </message>
    <message>
        <source>Shows the scans that hold all these words (Ctrl+F)</source>
        <translation>Zeigt die Scans, in denen all diese Wörter stehen (Strg+F)</translation>
    </message>
    <message>
        <source>Asking the server which scans there are.</source>
        <translation>Der Server wird gefragt, welche Scans es gibt.</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>What is shown may be old. %1</source>
        <translation>Was gezeigt wird, kann veraltet sein. %1</translation>
    </message>
    <message>
        <source>%1 and older ones</source>
        <translation>%1 und ältere</translation>
    </message>
    <message>
        <source>%1 running · %2 in the history</source>
        <translation>%1 laufend · %2 im Verlauf</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>No scan holds all these words.</source>
        <translation>In keinem Scan stehen all diese Wörter.</translation>
    </message>
    <message>
        <source>Nothing has been scanned yet. A discovery tells who is there.</source>
        <translation>Noch wurde nichts gescannt. Eine Suche sagt, wer da ist.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>New scan…</source>
        <translation>Neuer Scan…</translation>
    </message>
    <message>
        <source>Says what a scan would do, and starts it</source>
        <translation>Sagt, was ein Scan tun würde, und startet ihn</translation>
    </message>
    <message>
        <source>The scan goes on: %1</source>
        <translation>Der Scan läuft weiter: %1</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Scan</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>That is</source>
        <translation>Das heißt</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
</context>
<context>
    <name>scans::SchedulePanel</name>
    <message>
        <source>Scheduled</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Asking the server what is scheduled.</source>
        <translation>Der Server wird gefragt, was geplant ist.</translation>
    </message>
    <message>
        <source>Scheduled scans</source>
        <translation>Geplante Scans</translation>
    </message>
    <message>
        <source>Add schedule…</source>
        <translation>Zeitplan anlegen…</translation>
    </message>
    <message>
        <source>Chan&amp;ge…</source>
        <translation>Än&amp;dern…</translation>
    </message>
    <message>
        <source>Switch o&amp;ff</source>
        <translation>A&amp;bschalten</translation>
    </message>
    <message>
        <source>Show the &amp;last</source>
        <translation>Den &amp;letzten zeigen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>No scan is made again and again yet. A discovery every night tells what is new in the morning.</source>
        <translation>Noch wird kein Scan regelmäßig wiederholt. Eine Suche jede Nacht sagt am Morgen, was neu ist.</translation>
    </message>
    <message>
        <source>Choose a schedule first.</source>
        <translation>Zuerst einen Zeitplan wählen.</translation>
    </message>
    <message>
        <source>Switch &amp;on</source>
        <translation>E&amp;inschalten</translation>
    </message>
    <message>
        <source>%1 is no longer scheduled.</source>
        <translation>%1 ist nicht mehr geplant.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>scans::ScheduleTable</name>
    <message>
        <source>switched off</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>%1: %2, repeated %3, next %4</source>
        <translation>%1: %2, wiederholt %3, nächster %4</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
</context>
<context>
    <name>scans::TargetField</name>
    <message>
        <source>Choose networks…</source>
        <translation>Netze wählen…</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>all ticked networks</source>
        <translation>alle angehakten Netze</translation>
    </message>
    <message>
        <source>As 192.168.1.0/24, 192.168.1.10-40 or a name; several with commas between.</source>
        <translation>Wie 192.168.1.0/24, 192.168.1.10-40 oder ein Name; mehrere mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>No network is ticked yet, so nothing may be scanned.</source>
        <translation>Noch ist kein Netz angehakt, also darf nichts gescannt werden.</translation>
    </message>
    <message>
        <source>%1, %2 addresses</source>
        <translation>%1, %2 Adressen</translation>
    </message>
</context>
<context>
    <name>scans::TasksDock</name>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Nothing runs now.</source>
        <translation>Gerade läuft nichts.</translation>
    </message>
    <message>
        <source>The scan goes on: %1</source>
        <translation>Der Scan läuft weiter: %1</translation>
    </message>
    <message>
        <source>Close the tasks</source>
        <translation>Die Aufgaben schließen</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>Laufend: %1</translation>
    </message>
    <message>
        <source>It is not known now what runs.</source>
        <translation>Gerade ist nicht bekannt, was läuft.</translation>
    </message>
    <message>
        <source>New scan…</source>
        <translation>Neuer Scan…</translation>
    </message>
</context>
<context>
    <name>scans::Words</name>
    <message>
        <source>Discovery</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Targeted</source>
        <translation>Gezielt</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Finds out who answers, and nothing else. Quick and gentle.</source>
        <translation>Findet heraus, wer antwortet, und sonst nichts. Schnell und schonend.</translation>
    </message>
    <message>
        <source>Finds out which ports are open.</source>
        <translation>Findet heraus, welche Ports offen sind.</translation>
    </message>
    <message>
        <source>Finds out which ports are open, what serves there, and which system it is.</source>
        <translation>Findet heraus, welche Ports offen sind, was dort dient und welches System es ist.</translation>
    </message>
    <message>
        <source>Everything: who answers, ports, services, systems and the way there. Takes long.</source>
        <translation>Alles: wer antwortet, Ports, Dienste, Systeme und der Weg dorthin. Dauert lange.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Leicht</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Aggressive</source>
        <translation>Aggressiv</translation>
    </message>
    <message>
        <source>Slow and gentle, for networks that are sensitive.</source>
        <translation>Langsam und schonend, für empfindliche Netze.</translation>
    </message>
    <message>
        <source>A pace that an office does not notice.</source>
        <translation>Ein Tempo, das ein Büro nicht bemerkt.</translation>
    </message>
    <message>
        <source>As fast as it goes. May disturb printers and controllers.</source>
        <translation>So schnell es geht. Kann Drucker und Steuerungen stören.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Out of time</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>all ticked networks</source>
        <translation>alle angehakten Netze</translation>
    </message>
    <message>
        <source>ports %1</source>
        <translation>Ports %1</translation>
    </message>
    <message>
        <source>1 device</source>
        <translation>1 Gerät</translation>
    </message>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>1 open port</source>
        <translation>1 offener Port</translation>
    </message>
    <message numerus="yes">
        <source>%n open ports</source>
        <translation>
            <numerusform>%n offener Port</numerusform>
            <numerusform>%n offene Ports</numerusform>
        </translation>
    </message>
    <message>
        <source>1 service</source>
        <translation>1 Dienst</translation>
    </message>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n Dienst</numerusform>
            <numerusform>%n Dienste</numerusform>
        </translation>
    </message>
    <message>
        <source>+%1 new</source>
        <translation>+%1 neu</translation>
    </message>
    <message>
        <source>%1 gone</source>
        <translation>%1 weg</translation>
    </message>
    <message>
        <source>~%1 changed</source>
        <translation>~%1 geändert</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>wie zuvor</translation>
    </message>
    <message>
        <source>nothing has changed since the one before</source>
        <translation>seit dem vorigen hat sich nichts geändert</translation>
    </message>
    <message>
        <source>%1 new, %2 gone, %3 changed</source>
        <translation>%1 neu, %2 weg, %3 geändert</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugekommen</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>weggefallen</translation>
    </message>
    <message>
        <source>modified</source>
        <translation>geändert</translation>
    </message>
</context>
<context>
    <name>server::ClientTable</name>
    <message>
        <source>%1 wait for this client</source>
        <translation>%1 stehen für diesen Client an</translation>
    </message>
    <message>
        <source>%1, %2, hears %3, %4 waiting, %5 dropped</source>
        <translation>%1, %2, hört %3, %4 anstehend, %5 verworfen</translation>
    </message>
    <message>
        <source>Messages that wait for this client</source>
        <translation>Nachrichten, die für diesen Client anstehen</translation>
    </message>
    <message>
        <source>Messages this client was too slow for</source>
        <translation>Nachrichten, für die dieser Client zu langsam war</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Connected since</source>
        <translation>Verbunden seit</translation>
    </message>
</context>
<context>
    <name>server::CloseSheet</name>
    <message>
        <source>Close connection</source>
        <translation>Verbindung schließen</translation>
    </message>
    <message>
        <source>Close the connection of %1?</source>
        <translation>Die Verbindung von %1 schließen?</translation>
    </message>
    <message>
        <source>What waits for this client is lost. It may connect again: to keep somebody out, disable the account or revoke the token.</source>
        <translation>Was für diesen Client ansteht, geht verloren. Er kann sich wieder verbinden: Wer draußen bleiben soll, dessen Konto sperren oder Token widerrufen.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason, told to the client (may be empty)</source>
        <translation>Grund, der dem Client gesagt wird (darf leer sein)</translation>
    </message>
</context>
<context>
    <name>server::ServerPage</name>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>&amp;Close connection…</source>
        <translation>Verbindung &amp;schließen…</translation>
    </message>
    <message>
        <source>Close connection…</source>
        <translation>Verbindung schließen…</translation>
    </message>
    <message>
        <source>Filter: user, address, contract…</source>
        <translation>Filter: Benutzer, Adresse, Vertrag…</translation>
    </message>
    <message>
        <source>Filter the clients</source>
        <translation>Clients filtern</translation>
    </message>
    <message>
        <source>Shows the clients that hold all these words (Ctrl+F)</source>
        <translation>Zeigt die Clients, in denen all diese Wörter stehen (Strg+F)</translation>
    </message>
    <message>
        <source>No client holds all these words.</source>
        <translation>In keinem Client stehen all diese Wörter.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Asking the server who is connected.</source>
        <translation>Der Server wird gefragt, wer verbunden ist.</translation>
    </message>
    <message>
        <source>Only administrators see who is connected. Sign in as one, or ask one.</source>
        <translation>Nur Administratoren sehen, wer verbunden ist. Als Administrator anmelden oder einen fragen.</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>As of %1. %2</source>
        <translation>Stand %1. %2</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>Choose a client first.</source>
        <translation>Zuerst einen Client auswählen.</translation>
    </message>
    <message>
        <source>Close the chosen connection (Delete)</source>
        <translation>Die gewählte Verbindung schließen (Entf)</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Client</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Anstehend</translation>
    </message>
    <message>
        <source>%1 messages, %2</source>
        <translation>%1 Nachrichten, %2</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Connected since</source>
        <translation>Verbunden seit</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>The connection of %1 was closed.</source>
        <translation>Die Verbindung von %1 wurde geschlossen.</translation>
    </message>
    <message>
        <source>The connection of %1 is still open: %2</source>
        <translation>Die Verbindung von %1 besteht noch: %2</translation>
    </message>
</context>
<context>
    <name>server::Words</name>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Socket.IO</source>
        <translation>Socket.IO</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Abteilungen</translation>
    </message>
    <message>
        <source>polling</source>
        <translation>Polling</translation>
    </message>
    <message>
        <source>control socket</source>
        <translation>Steuer-Socket</translation>
    </message>
    <message>
        <source>This program&apos;s window</source>
        <translation>Fenster dieses Programms</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>Nr. %1</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>noch niemand</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1; filtered</source>
        <translation>%1; gefiltert</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <comment>a user, her contract and her address</comment>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>This is the window of the server&apos;s own program. To close it, quit the program.</source>
        <translation>Dies ist das Fenster des Serverprogramms selbst. Zum Schließen das Programm beenden.</translation>
    </message>
    <message>
        <source>This is your own connection. To end it, sign out.</source>
        <translation>Dies ist Ihre eigene Verbindung. Zum Beenden abmelden.</translation>
    </message>
</context>
<context>
    <name>settings::AccountPanel</name>
    <message>
        <source>Where I am signed in</source>
        <translation>Wo ich angemeldet bin</translation>
    </message>
    <message>
        <source>Who I am</source>
        <translation>Wer ich bin</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Sees</source>
        <translation>Sieht</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Another password ends every sign-in of this account, this one too.</source>
        <translation>Ein anderes Passwort beendet jede Anmeldung dieses Kontos, auch diese.</translation>
    </message>
    <message>
        <source>Change &amp;password…</source>
        <translation>&amp;Passwort ändern…</translation>
    </message>
    <message>
        <source>One-time codes (2FA)</source>
        <translation>Einmalcodes (2FA)</translation>
    </message>
    <message>
        <source>Waiting for the server to say who you are.</source>
        <translation>Warten, bis der Server sagt, wer hier sitzt.</translation>
    </message>
    <message>
        <source>You are the administrator at this computer. This window needs no account, so it has no password, no one-time codes and no sign-ins to end. To come in from elsewhere, add an account in the tab Users.</source>
        <translation>Am Computer selbst sitzt der Administrator. Dieses Fenster braucht kein Konto; es hat also kein Passwort, keine Einmalcodes und keine Anmeldungen, die sich beenden ließen. Um von anderswo hereinzukommen, im Reiter Benutzer ein Konto anlegen.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a person&apos;s name and user name</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Signing in needs a code of your authenticator.</source>
        <translation>Zum Anmelden ist ein Code Ihres Authenticators nötig.</translation>
    </message>
    <message>
        <source>Your name and your password are enough to sign in. With codes, whoever learns them still cannot.</source>
        <translation>Zum Anmelden genügen Ihr Name und Ihr Passwort. Mit Codes kann es auch dann niemand sonst, wenn sie bekannt werden.</translation>
    </message>
    <message>
        <source>&amp;Remove codes…</source>
        <translation>Codes &amp;entfernen…</translation>
    </message>
    <message>
        <source>&amp;Set up codes…</source>
        <translation>Codes ein&amp;richten…</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>&amp;Change password</source>
        <translation>Passwort &amp;ändern</translation>
    </message>
    <message>
        <source>Every sign-in of this account ends. You sign in again with the new password.</source>
        <translation>Jede Anmeldung dieses Kontos endet. Mit dem neuen Passwort geht es weiter.</translation>
    </message>
    <message>
        <source>Password &amp;so far:</source>
        <translation>&amp;Bisheriges Passwort:</translation>
    </message>
    <message>
        <source>&amp;New password:</source>
        <translation>&amp;Neues Passwort:</translation>
    </message>
    <message>
        <source>Give the password you have used so far.</source>
        <translation>Das bisherige Passwort angeben.</translation>
    </message>
    <message>
        <source>Remove one-time codes?</source>
        <translation>Einmalcodes entfernen?</translation>
    </message>
    <message>
        <source>&amp;Remove codes</source>
        <translation>Codes &amp;entfernen</translation>
    </message>
    <message>
        <source>Your name and your password are then enough to sign in.</source>
        <translation>Zum Anmelden genügen dann Ihr Name und Ihr Passwort.</translation>
    </message>
    <message>
        <source>Your &amp;password:</source>
        <translation>Ihr &amp;Passwort:</translation>
    </message>
    <message>
        <source>Give your password.</source>
        <translation>Das Passwort angeben.</translation>
    </message>
</context>
<context>
    <name>settings::AssistantPanel</name>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>when it is called</source>
        <translation>wenn er gerufen wird</translation>
    </message>
    <message>
        <source>every message</source>
        <translation>jede Nachricht</translation>
    </message>
    <message>
        <source>Questions are answered by the rules of this house. Nothing leaves this machine unless you set an endpoint; then the question is sent there, and what was looked up for it, which is no more than the answer may tell.</source>
        <translation>Fragen beantworten die Regeln dieses Hauses. Nichts verlässt diesen Rechner, solange Sie keinen Endpunkt einstellen; dann werden die Frage dorthin gesendet und was dafür nachgesehen wurde, also nicht mehr, als die Antwort sagen darf.</translation>
    </message>
    <message>
        <source>Questions go to %1 (%2): the question itself, and what was looked up for it, which is no more than the answer may tell. Nothing else leaves this machine.</source>
        <translation>Fragen gehen an %1 (%2): die Frage selbst und was dafür nachgesehen wurde, also nicht mehr, als die Antwort sagen darf. Sonst verlässt nichts diesen Rechner.</translation>
    </message>
    <message>
        <source>Today it was asked for %1 of %2 tokens.</source>
        <translation>Heute wurde er um %1 von %2 Token gebeten.</translation>
    </message>
    <message>
        <source>It did not answer last: %1</source>
        <translation>Zuletzt antwortete er nicht: %1</translation>
    </message>
    <message>
        <source>The assistant in chat rooms</source>
        <translation>Der Assistent in den Chaträumen</translation>
    </message>
    <message>
        <source>Set &amp;up…</source>
        <translation>&amp;Einrichten…</translation>
    </message>
    <message>
        <source>T&amp;est…</source>
        <translation>&amp;Probe…</translation>
    </message>
    <message>
        <source>There is no chat room yet.</source>
        <translation>Es gibt noch keinen Chatraum.</translation>
    </message>
    <message>
        <source>Answer &amp;every message</source>
        <translation>&amp;Jede Nachricht beantworten</translation>
    </message>
    <message>
        <source>Answer when &amp;called</source>
        <translation>Antworten, wenn er &amp;gerufen wird</translation>
    </message>
    <message>
        <source>Switch &amp;off</source>
        <translation>&amp;Ausschalten</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>It answers</source>
        <translation>Er antwortet</translation>
    </message>
    <message>
        <source>Waiting for the server to say how it is set up.</source>
        <translation>Wartet darauf, dass der Server sagt, wie er eingerichtet ist.</translation>
    </message>
    <message>
        <source>No endpoint is set: there is nothing to test.</source>
        <translation>Es ist kein Endpunkt eingestellt: Es gibt nichts zu proben.</translation>
    </message>
    <message>
        <source>Choose a room first.</source>
        <translation>Wählen Sie zuerst einen Raum.</translation>
    </message>
    <message>
        <source>It is so already.</source>
        <translation>So ist es schon.</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Sichern</translation>
    </message>
    <message>
        <source>It looks things up here by itself, and does nothing. A model only phrases what was found: it is sent the question and that, no more.</source>
        <translation>Er sieht hier selbst nach und tut nichts. Ein Modell formuliert nur, was gefunden wurde: Ihm werden die Frage und das gesendet, mehr nicht.</translation>
    </message>
    <message>
        <source>Test the assistant&apos;s model</source>
        <translation>Das Modell des Assistenten proben</translation>
    </message>
    <message>
        <source>&amp;Ask it</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>Sends %1 one sentence, in which nothing of this house stands.</source>
        <translation>Sendet %1 einen Satz, in dem nichts aus diesem Haus steht.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt…</translation>
    </message>
    <message>
        <source>%1 (after %2)</source>
        <comment>what it said, how long it took</comment>
        <translation>%1 (nach %2)</translation>
    </message>
</context>
<context>
    <name>settings::CodesDialog</name>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>Set up one-time codes</source>
        <translation>Einmalcodes einrichten</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Ihr Passwort</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>With codes, whoever learns your password still cannot sign in. You need an authenticator: a program on your telephone that shows a new code every half minute.</source>
        <translation>Mit Codes kann sich niemand anmelden, der nur Ihr Passwort kennt. Dazu gehört ein Authenticator: ein Programm auf dem Telefon, das jede halbe Minute einen neuen Code zeigt.</translation>
    </message>
    <message>
        <source>Your &amp;password:</source>
        <translation>Ihr &amp;Passwort:</translation>
    </message>
    <message>
        <source>Point the authenticator&apos;s camera at the picture, or type the letters into it. Then give the code it shows.</source>
        <translation>Die Kamera des Authenticators auf das Bild richten oder die Buchstaben abtippen. Dann den Code angeben, den er zeigt.</translation>
    </message>
    <message>
        <source>&amp;Secret:</source>
        <translation>&amp;Geheimnis:</translation>
    </message>
    <message>
        <source>C&amp;ode:</source>
        <translation>&amp;Code:</translation>
    </message>
    <message>
        <source>From now on signing in needs a code. Should you lose the authenticator, each of these recovery codes is good once in place of one. They are shown only now: keep them where you would look, and nobody else.</source>
        <translation>Von nun an ist zum Anmelden ein Code nötig. Geht der Authenticator verloren, gilt jeder dieser Wiederherstellungscodes einmal an seiner Stelle. Sie werden nur jetzt gezeigt: Dort aufbewahren, wo niemand sonst sucht.</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Wiederherstellungscodes</translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Give your password.</source>
        <translation>Das Passwort angeben.</translation>
    </message>
    <message>
        <source>Give the code the authenticator shows now.</source>
        <translation>Den Code angeben, den der Authenticator jetzt zeigt.</translation>
    </message>
    <message>
        <source>I have &amp;kept them</source>
        <translation>Ich habe sie &amp;aufbewahrt</translation>
    </message>
    <message>
        <source>Save recovery codes</source>
        <translation>Wiederherstellungscodes speichern</translation>
    </message>
    <message>
        <source>The codes could not be saved: %1. Choose another place.</source>
        <translation>Die Codes konnten nicht gespeichert werden: %1. Einen anderen Ort wählen.</translation>
    </message>
</context>
<context>
    <name>settings::CredentialForm</name>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Net&amp;works:</source>
        <translation>N&amp;etze:</translation>
    </message>
    <message>
        <source>Where it is tried, one in each line; empty: in every ticked network.</source>
        <translation>Wo sie probiert werden, eines in jeder Zeile; leer: in jedem angehakten Netz.</translation>
    </message>
    <message>
        <source>&amp;Community:</source>
        <translation>&amp;Community:</translation>
    </message>
    <message>
        <source>It is kept encrypted and not shown again. SNMP v2c sends it readable, so whoever listens in the network learns it; v3 does not.</source>
        <translation>Sie wird verschlüsselt aufbewahrt und nicht wieder gezeigt. SNMP v2c sendet sie lesbar, wer also im Netz mithört, erfährt sie; bei v3 ist das nicht so.</translation>
    </message>
    <message>
        <source>Left empty, it stays as it is.</source>
        <translation>Leer gelassen, bleibt sie, wie sie ist.</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Benutzer:</translation>
    </message>
    <message>
        <source>&amp;Authentication:</source>
        <translation>&amp;Anmeldung:</translation>
    </message>
    <message>
        <source>Authentication &amp;key:</source>
        <translation>Schlüssel zur An&amp;meldung:</translation>
    </message>
    <message>
        <source>&amp;Encryption:</source>
        <translation>&amp;Verschlüsselung:</translation>
    </message>
    <message>
        <source>Encr&amp;yption key:</source>
        <translation>Sch&amp;lüssel zur Verschlüsselung:</translation>
    </message>
    <message>
        <source>Keys have at least 8 characters. They are kept encrypted and not shown again.</source>
        <translation>Schlüssel haben mindestens 8 Zeichen. Sie werden verschlüsselt aufbewahrt und nicht wieder gezeigt.</translation>
    </message>
    <message>
        <source>Keys that are left empty stay as they are.</source>
        <translation>Leer gelassene Schlüssel bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Einen Namen angeben.</translation>
    </message>
    <message>
        <source>SNMP v2c needs a community.</source>
        <translation>SNMP v2c braucht eine Community.</translation>
    </message>
    <message>
        <source>SNMP v3 needs a user.</source>
        <translation>SNMP v3 braucht einen Benutzer.</translation>
    </message>
    <message>
        <source>A key needs at least 8 characters.</source>
        <translation>Ein Schlüssel braucht mindestens 8 Zeichen.</translation>
    </message>
</context>
<context>
    <name>settings::CredentialsPanel</name>
    <message>
        <source>community, not encrypted</source>
        <translation>Community, nicht verschlüsselt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>%1, not encrypted</source>
        <translation>%1, nicht verschlüsselt</translation>
    </message>
    <message>
        <source>%1, encrypted by %2</source>
        <translation>%1, verschlüsselt mit %2</translation>
    </message>
    <message>
        <source>SNMP credentials</source>
        <translation>SNMP-Zugangsdaten</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Ändern…</translation>
    </message>
    <message>
        <source>&amp;Try…</source>
        <translation>&amp;Probieren…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>How switches, routers and printers are asked by SNMP. Secrets are kept encrypted on the server and never shown again.</source>
        <translation>Wie Switches, Router und Drucker per SNMP gefragt werden. Geheimnisse werden auf dem Server verschlüsselt aufbewahrt und nie wieder gezeigt.</translation>
    </message>
    <message>
        <source>Nobody is asked by SNMP yet. Add what your devices expect to learn their ports, neighbours and names.</source>
        <translation>Noch wird niemand per SNMP gefragt. Fügen Sie hinzu, was Ihre Geräte erwarten, um deren Ports, Nachbarn und Namen zu erfahren.</translation>
    </message>
    <message>
        <source>Add v&amp;2c…</source>
        <translation>v&amp;2c hinzufügen…</translation>
    </message>
    <message>
        <source>Add &amp;v3…</source>
        <translation>v&amp;3 hinzufügen…</translation>
    </message>
    <message>
        <source>Choose credentials first.</source>
        <translation>Zuerst Zugangsdaten wählen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>all that are ticked</source>
        <translation>alle angehakten</translation>
    </message>
    <message>
        <source>Add SNMP %1</source>
        <translation>SNMP %1 hinzufügen</translation>
    </message>
    <message>
        <source>SNMP %1: %2</source>
        <translation>SNMP %1: %2</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>%1 probieren</translation>
    </message>
    <message>
        <source>&amp;Ask it</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>Asks one device by SNMP, to see whether it lets us in.</source>
        <translation>Fragt ein Gerät per SNMP, um zu sehen, ob es uns hereinlässt.</translation>
    </message>
    <message>
        <source>A&amp;ddress:</source>
        <translation>A&amp;dresse:</translation>
    </message>
    <message>
        <source>As 192.168.1.2</source>
        <translation>Wie 192.168.1.2</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt…</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Devices are no longer asked with it. What is known of them stays.</source>
        <translation>Geräte werden damit nicht mehr gefragt. Was von ihnen bekannt ist, bleibt.</translation>
    </message>
</context>
<context>
    <name>settings::DepartmentsPanel</name>
    <message>
        <source>Departments</source>
        <translation>Abteilungen</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Ändern…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>Named sets of networks. What an account sees can be limited to some of them.</source>
        <translation>Benannte Gruppen von Netzen. Was ein Konto sieht, lässt sich auf einige davon begrenzen.</translation>
    </message>
    <message>
        <source>There are no departments. Add one to name a part of the network and to limit accounts to it.</source>
        <translation>Es gibt keine Abteilungen. Eine anlegen, um einem Teil des Netzes einen Namen zu geben und Konten auf ihn zu begrenzen.</translation>
    </message>
    <message>
        <source>&amp;Add department…</source>
        <translation>Abteilung &amp;anlegen…</translation>
    </message>
    <message>
        <source>Choose a department first.</source>
        <translation>Zuerst eine Abteilung wählen.</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Add department</source>
        <translation>Abteilung anlegen</translation>
    </message>
    <message>
        <source>Department %1</source>
        <translation>Abteilung %1</translation>
    </message>
    <message>
        <source>&amp;Add department</source>
        <translation>Abteilung &amp;anlegen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Id:</source>
        <translation>&amp;Kennung:</translation>
    </message>
    <message>
        <source>Letters, digits and . _ - ; it cannot be changed later.</source>
        <translation>Buchstaben, Ziffern und . _ - ; sie lässt sich später nicht ändern.</translation>
    </message>
    <message>
        <source>What was measured is filed under the id, so it cannot be changed.</source>
        <translation>Gemessenes ist unter der Kennung abgelegt, deshalb lässt sie sich nicht ändern.</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>Net&amp;works:</source>
        <translation>N&amp;etze:</translation>
    </message>
    <message>
        <source>One in each line, such as 192.0.2.0/24 or 2001:db8::/48</source>
        <translation>Eines in jeder Zeile, etwa 192.0.2.0/24 oder 2001:db8::/48</translation>
    </message>
    <message>
        <source>Give the department an id.</source>
        <translation>Der Abteilung eine Kennung geben.</translation>
    </message>
    <message>
        <source>Give the department a name.</source>
        <translation>Der Abteilung einen Namen geben.</translation>
    </message>
    <message>
        <source>There is a department with the id %1 already.</source>
        <translation>Es gibt schon eine Abteilung mit der Kennung %1.</translation>
    </message>
    <message>
        <source>Remove department %1?</source>
        <translation>Abteilung %1 entfernen?</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Its networks belong to nobody then. What was measured of it stays. Accounts that are limited to it see nothing of it any more.</source>
        <translation>Ihre Netze gehören dann niemandem. Was von ihr gemessen wurde, bleibt. Konten, die auf sie begrenzt sind, sehen nichts mehr von ihr.</translation>
    </message>
</context>
<context>
    <name>settings::FormDialog</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>The same &amp;again:</source>
        <translation>&amp;Noch einmal:</translation>
    </message>
    <message>
        <source>At least 12 characters, and not one that everybody uses.</source>
        <translation>Mindestens 12 Zeichen und keines, das alle benutzen.</translation>
    </message>
    <message>
        <source>&amp;Role:</source>
        <translation>&amp;Rolle:</translation>
    </message>
    <message>
        <source>The two new passwords differ. Type the same one twice.</source>
        <translation>Die beiden neuen Passwörter sind verschieden. Zweimal dasselbe tippen.</translation>
    </message>
</context>
<context>
    <name>settings::ListPanel</name>
    <message>
        <source>Nothing has been read yet.</source>
        <translation>Noch ist nichts gelesen.</translation>
    </message>
</context>
<context>
    <name>settings::ModelForm</name>
    <message>
        <source>the rules of this house alone</source>
        <translation>den Regeln dieses Hauses allein</translation>
    </message>
    <message>
        <source>a model at an endpoint, which phrases them</source>
        <translation>einem Modell an einem Endpunkt, das sie formuliert</translation>
    </message>
    <message>
        <source>A&amp;nswers come from:</source>
        <translation>A&amp;ntworten kommen von:</translation>
    </message>
    <message>
        <source>&amp;Endpoint:</source>
        <translation>&amp;Endpunkt:</translation>
    </message>
    <message>
        <source>Of a service that speaks OpenAI&apos;s chat completions, as https://models.example.org/v1</source>
        <translation>Eines Dienstes, der OpenAIs Chat Completions spricht, etwa https://models.example.org/v1</translation>
    </message>
    <message>
        <source>It may be in this net&amp;work or on this machine</source>
        <translation>Er darf in diesem Net&amp;zwerk oder auf diesem Rechner sein</translation>
    </message>
    <message>
        <source>&amp;Model:</source>
        <translation>&amp;Modell:</translation>
    </message>
    <message>
        <source>&amp;Key:</source>
        <translation>&amp;Schlüssel:</translation>
    </message>
    <message>
        <source>A key is kept. Left empty, it stays; with another host it is forgotten.</source>
        <translation>Ein Schlüssel ist hinterlegt. Leer gelassen, bleibt er; bei einem anderen Host wird er vergessen.</translation>
    </message>
    <message>
        <source>If the service wants one. It is kept encrypted on the server and never shown again.</source>
        <translation>Falls der Dienst einen verlangt. Er liegt verschlüsselt auf dem Server und wird nie wieder gezeigt.</translation>
    </message>
    <message>
        <source>&amp;Forget the key that is kept</source>
        <translation>Den hinterlegten Schlüssel &amp;vergessen</translation>
    </message>
    <message>
        <source>&amp;Tokens a day, at most:</source>
        <translation>&amp;Token am Tag, höchstens:</translation>
    </message>
    <message>
        <source>&amp;Silent for at most:</source>
        <translation>&amp;Still für höchstens:</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>An answer takes at m&amp;ost:</source>
        <translation>Eine Antwort dauert &amp;höchstens:</translation>
    </message>
    <message>
        <source>When it fails, takes longer or costs more, the rules of this house answer.</source>
        <translation>Versagt es, dauert es länger oder kostet es mehr, antworten die Regeln dieses Hauses.</translation>
    </message>
    <message>
        <source>Give the address of the endpoint.</source>
        <translation>Geben Sie die Adresse des Endpunkts an.</translation>
    </message>
</context>
<context>
    <name>settings::NetworksPanel</name>
    <message>
        <source>As 192.168.1.0/24 or 2001:db8::/120</source>
        <translation>Wie 192.168.1.0/24 oder 2001:db8::/120</translation>
    </message>
    <message>
        <source>This is no network yet. Write it as 192.168.1.0/24 or 2001:db8::/120.</source>
        <translation>Das ist noch kein Netz. Schreiben Sie es wie 192.168.1.0/24 oder 2001:db8::/120.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>1 address</source>
        <translation>1 Adresse</translation>
    </message>
    <message>
        <source>%1 addresses, %2. That is more than one scan takes; scan parts of it.</source>
        <translation>%1 Adressen, %2. Das ist mehr, als ein Scan nimmt; scannen Sie Teile davon.</translation>
    </message>
    <message>
        <source>%1 addresses, %2</source>
        <translation>%1 Adressen, %2</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>&amp;Tick</source>
        <translation>An&amp;haken</translation>
    </message>
    <message>
        <source>&amp;Watch</source>
        <translation>&amp;Beobachten</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Ändern…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>Nothing is scanned until you tick a network. Tick only those that you are allowed to scan.</source>
        <translation>Gescannt wird erst, wenn Sie ein Netz anhaken. Haken Sie nur die an, die Sie scannen dürfen.</translation>
    </message>
    <message>
        <source>This machine is in no network that could be scanned. Add one by hand.</source>
        <translation>Dieser Rechner ist in keinem Netz, das sich scannen ließe. Fügen Sie eines von Hand hinzu.</translation>
    </message>
    <message>
        <source>&amp;Add network…</source>
        <translation>Netz hin&amp;zufügen…</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>Scannen</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Its devices are asked every few seconds whether they answer</source>
        <translation>Seine Geräte werden alle paar Sekunden gefragt, ob sie antworten</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>This machine is in it by</source>
        <translation>Dieser Rechner ist darin über</translation>
    </message>
    <message>
        <source>Only ticked networks are scanned. Tick those that you are allowed to scan.</source>
        <translation>Nur angehakte Netze werden gescannt. Haken Sie die an, die Sie scannen dürfen.</translation>
    </message>
    <message>
        <source>There is nothing here that scans.</source>
        <translation>Hier ist nichts, was scannt.</translation>
    </message>
    <message>
        <source>Scanner: %1.</source>
        <comment>nmap 7.93</comment>
        <translation>Scanner: %1.</translation>
    </message>
    <message>
        <source>Choose a network first.</source>
        <translation>Zuerst ein Netz wählen.</translation>
    </message>
    <message>
        <source>Un&amp;tick</source>
        <translation>&amp;Haken entfernen</translation>
    </message>
    <message>
        <source>Stop &amp;watching</source>
        <translation>Nicht mehr &amp;beobachten</translation>
    </message>
    <message>
        <source>Tick the network first.</source>
        <translation>Zuerst das Netz anhaken.</translation>
    </message>
    <message>
        <source>This machine is in it, so it stays on the list. It is not scanned.</source>
        <translation>Dieser Rechner ist darin, darum bleibt es auf der Liste. Es wird nicht gescannt.</translation>
    </message>
    <message>
        <source>Add network</source>
        <translation>Netz hinzufügen</translation>
    </message>
    <message>
        <source>Network %1</source>
        <translation>Netz %1</translation>
    </message>
    <message>
        <source>&amp;Add network</source>
        <translation>Netz hin&amp;zufügen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>N&amp;etwork:</source>
        <translation>N&amp;etz:</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>It may be &amp;scanned</source>
        <translation>Es darf ges&amp;cannt werden</translation>
    </message>
    <message>
        <source>Tick it only if you are allowed to scan it.</source>
        <translation>Haken Sie es nur an, wenn Sie es scannen dürfen.</translation>
    </message>
    <message>
        <source>Its devices are &amp;watched</source>
        <translation>Seine Geräte werden &amp;beobachtet</translation>
    </message>
    <message>
        <source>Write the network as 192.168.1.0/24 or 2001:db8::/120.</source>
        <translation>Schreiben Sie das Netz wie 192.168.1.0/24 oder 2001:db8::/120.</translation>
    </message>
    <message>
        <source>Remove network %1?</source>
        <translation>Netz %1 entfernen?</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>It is no longer scanned and its devices are no longer watched. What is known of them stays.</source>
        <translation>Es wird nicht mehr gescannt, und seine Geräte werden nicht mehr beobachtet. Was von ihnen bekannt ist, bleibt.</translation>
    </message>
</context>
<context>
    <name>settings::NotificationsPanel</name>
    <message>
        <source>Quiet</source>
        <translation>Ruhig</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>What is told, and how</source>
        <translation>Was gemeldet wird, und wie</translation>
    </message>
    <message>
        <source>How much is told</source>
        <translation>Wie viel gemeldet wird</translation>
    </message>
    <message>
        <source>What is not critical pops up on the desktop only while nobody looks at this window. Everything stands in its list, however it is told.</source>
        <translation>Was nicht kritisch ist, wird auf dem Desktop nur gemeldet, solange niemand in dieses Fenster sieht. In seiner Liste steht alles, wie auch immer es gemeldet wird.</translation>
    </message>
    <message>
        <source>Test:</source>
        <translation>Probe:</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>Probe: %1</translation>
    </message>
    <message>
        <source>How each kind of happening is told</source>
        <translation>Wie jede Art von Ereignis gemeldet wird</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Tells everything as it was told at first</source>
        <translation>Meldet alles so, wie es am Anfang gemeldet wurde</translation>
    </message>
</context>
<context>
    <name>settings::QrCode</name>
    <message>
        <source>QR code of the secret; the letters beside it say the same</source>
        <translation>QR-Code des Geheimnisses; die Buchstaben daneben sagen dasselbe</translation>
    </message>
</context>
<context>
    <name>settings::QuietCard</name>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>What is &amp;critical pops up all the same</source>
        <translation>Was &amp;kritisch ist, wird trotzdem gemeldet</translation>
    </message>
    <message>
        <source>&amp;End quiet now</source>
        <translation>&amp;Ruhe jetzt beenden</translation>
    </message>
    <message>
        <source>Nothing pops up and nothing sounds. What happened meanwhile stands under the bell.</source>
        <translation>Nichts wird auf dem Desktop gemeldet, nichts ertönt. Was inzwischen geschah, steht unter der Glocke.</translation>
    </message>
    <message>
        <source>%1, quiet from</source>
        <comment>a weekday</comment>
        <translation>%1, Ruhe ab</translation>
    </message>
    <message>
        <source>%1, quiet until</source>
        <comment>a weekday</comment>
        <translation>%1, Ruhe bis</translation>
    </message>
    <message>
        <source>to</source>
        <comment>between two times of day</comment>
        <translation>bis</translation>
    </message>
    <message>
        <source>It is quiet until %1.</source>
        <translation>Es ist Ruhe bis %1.</translation>
    </message>
</context>
<context>
    <name>settings::SecretDialog</name>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>I have &amp;kept it</source>
        <translation>Ich habe es &amp;aufbewahrt</translation>
    </message>
</context>
<context>
    <name>settings::SettingsPage</name>
    <message>
        <source>Part of the settings</source>
        <translation>Teil der Einstellungen</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Abteilungen</translation>
    </message>
    <message>
        <source>My account</source>
        <translation>Mein Konto</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>SNMP</source>
        <translation>SNMP</translation>
    </message>
    <message>
        <source>The other settings are for administrators. Your role is: %1.</source>
        <translation>Die anderen Einstellungen sind für Administratoren. Ihre Rolle ist: %1.</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
</context>
<context>
    <name>settings::SignInsDialog</name>
    <message>
        <source>Sign-ins of %1</source>
        <translation>Anmeldungen von %1</translation>
    </message>
</context>
<context>
    <name>settings::SignInsPanel</name>
    <message>
        <source>My sign-ins</source>
        <translation>Meine Anmeldungen</translation>
    </message>
    <message>
        <source>Sign-ins of %1</source>
        <translation>Anmeldungen von %1</translation>
    </message>
    <message>
        <source>&amp;End sign-in…</source>
        <translation>Anmeldung &amp;beenden…</translation>
    </message>
    <message>
        <source>Each time the password was given, as long as it can be renewed without it.</source>
        <translation>Jedes Mal, dass das Passwort angegeben wurde, solange es sich ohne erneuern lässt.</translation>
    </message>
    <message>
        <source>This account is signed in nowhere.</source>
        <translation>Dieses Konto ist nirgends angemeldet.</translation>
    </message>
    <message>
        <source>Choose a sign-in first.</source>
        <translation>Zuerst eine Anmeldung wählen.</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>%1 (this one)</source>
        <translation>%1 (diese)</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>dieser Computer</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Last renewed</source>
        <translation>Zuletzt erneuert</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>End this sign-in?</source>
        <translation>Diese Anmeldung beenden?</translation>
    </message>
    <message>
        <source>&amp;End sign-in</source>
        <translation>Anmeldung &amp;beenden</translation>
    </message>
    <message>
        <source>It is the one this window uses: you have to sign in again.</source>
        <translation>Es ist die, die dieses Fenster benutzt: Danach ist eine neue Anmeldung nötig.</translation>
    </message>
    <message>
        <source>What it has opened is closed, and it needs the password to come back.</source>
        <translation>Was sie geöffnet hat, wird geschlossen, und ohne Passwort kommt sie nicht wieder.</translation>
    </message>
</context>
<context>
    <name>settings::TellingModel</name>
    <message>
        <source>not possible</source>
        <translation>nicht möglich</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>a kind of happening, a way, on or off</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
</context>
<context>
    <name>settings::TokensPanel</name>
    <message>
        <source>all of its role</source>
        <translation>alles ihrer Rolle</translation>
    </message>
    <message>
        <source>commands: all</source>
        <translation>Befehle: alle</translation>
    </message>
    <message>
        <source>commands: %1</source>
        <translation>Befehle: %1</translation>
    </message>
    <message>
        <source>facts: all</source>
        <translation>Fakten: alle</translation>
    </message>
    <message>
        <source>facts: %1</source>
        <translation>Fakten: %1</translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>at the end of a day</source>
        <translation>am Ende eines Tages</translation>
    </message>
    <message>
        <source>when it is revoked</source>
        <translation>wenn es widerrufen wird</translation>
    </message>
    <message>
        <source>&amp;Ends:</source>
        <translation>&amp;Endet:</translation>
    </message>
    <message>
        <source>&amp;Day:</source>
        <translation>&amp;Tag:</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>&amp;Revoke…</source>
        <translation>&amp;Widerrufen…</translation>
    </message>
    <message>
        <source>What programs sign in with in place of a name and a password.</source>
        <translation>Womit sich Programme anmelden, statt mit Name und Passwort.</translation>
    </message>
    <message>
        <source>There are no tokens. Make one for each program that shall talk to this server.</source>
        <translation>Es gibt keine Tokens. Für jedes Programm, das mit diesem Server sprechen soll, eines erzeugen.</translation>
    </message>
    <message>
        <source>&amp;Make token…</source>
        <translation>&amp;Token erzeugen…</translation>
    </message>
    <message>
        <source>Choose a token first.</source>
        <translation>Zuerst ein Token wählen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erzeugt von</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>It lasts until it is revoked.</source>
        <translation>Es gilt, bis es widerrufen wird.</translation>
    </message>
    <message>
        <source>Make token</source>
        <translation>Token erzeugen</translation>
    </message>
    <message>
        <source>&amp;Make token</source>
        <translation>&amp;Token erzeugen</translation>
    </message>
    <message>
        <source>A token speaks for a program. Give it no more than the program needs.</source>
        <translation>Ein Token spricht für ein Programm. Ihm nicht mehr geben, als das Programm braucht.</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>What it is for, such as the name of the program.</source>
        <translation>Wofür es ist, etwa der Name des Programms.</translation>
    </message>
    <message>
        <source>Only these &amp;commands:</source>
        <translation>Nur diese &amp;Befehle:</translation>
    </message>
    <message>
        <source>Only these &amp;facts:</source>
        <translation>Nur diese &amp;Fakten:</translation>
    </message>
    <message>
        <source>Names with blanks between, such as metrics.current or metrics.*</source>
        <translation>Namen mit Leerzeichen dazwischen, etwa metrics.current oder metrics.*</translation>
    </message>
    <message>
        <source>Give the token a name, so that you know it again.</source>
        <translation>Dem Token einen Namen geben, an dem es wiederzuerkennen ist.</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>Token %1</translation>
    </message>
    <message>
        <source>This is the token&apos;s secret. It is shown only now: the server keeps no copy of it. Whoever has it may do what the token may do. Copy it to where the program reads it, and nowhere else.</source>
        <translation>Das ist das Geheimnis des Tokens. Es wird nur jetzt gezeigt: Der Server behält keine Kopie davon. Wer es hat, darf, was das Token darf. Es dorthin kopieren, wo das Programm es liest, und nirgendwohin sonst.</translation>
    </message>
    <message>
        <source>Revoke token %1?</source>
        <translation>Token %1 widerrufen?</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Widerrufen</translation>
    </message>
    <message>
        <source>What it has opened is closed at once, and the program cannot sign in any more. This cannot be undone; a new token has another secret.</source>
        <translation>Was es geöffnet hat, wird sofort geschlossen, und das Programm kann sich nicht mehr anmelden. Das lässt sich nicht rückgängig machen; ein neues Token hat ein anderes Geheimnis.</translation>
    </message>
</context>
<context>
    <name>settings::UsersPanel</name>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Who may sign in to this server, and what each may do.</source>
        <translation>Wer sich an diesem Server anmelden darf und was jeder darf.</translation>
    </message>
    <message>
        <source>Nobody has an account yet. The administrator at this computer needs none; everybody who signs in from elsewhere does.</source>
        <translation>Noch hat niemand ein Konto. Der Administrator an diesem Computer braucht keines, aber jeder, der sich von anderswo anmeldet.</translation>
    </message>
    <message>
        <source>&amp;Add user…</source>
        <translation>Benutzer &amp;anlegen…</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Abteilungen</translation>
    </message>
    <message>
        <source>Code (2FA)</source>
        <translation>Code (2FA)</translation>
    </message>
    <message>
        <source>required</source>
        <translation>nötig</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Signing in needs a one-time code.</source>
        <translation>Zum Anmelden ist ein Einmalcode nötig.</translation>
    </message>
    <message>
        <source>Name and password are enough to sign in.</source>
        <translation>Zum Anmelden genügen Name und Passwort.</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Where the account is signed in now</source>
        <translation>Wo das Konto jetzt angemeldet ist</translation>
    </message>
    <message>
        <source>The server did not say.</source>
        <translation>Der Server hat es nicht gesagt.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>May sign in.</source>
        <translation>Darf sich anmelden.</translation>
    </message>
    <message>
        <source>May not sign in until it is switched on.</source>
        <translation>Darf sich nicht anmelden, bis es eingeschaltet wird.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Give &amp;password…</source>
        <translation>&amp;Passwort geben…</translation>
    </message>
    <message>
        <source>Change &amp;role…</source>
        <translation>&amp;Rolle ändern…</translation>
    </message>
    <message>
        <source>&amp;Departments…</source>
        <translation>A&amp;bteilungen…</translation>
    </message>
    <message>
        <source>Sign-&amp;ins…</source>
        <translation>An&amp;meldungen…</translation>
    </message>
    <message>
        <source>Take &amp;codes off…</source>
        <translation>&amp;Codes abnehmen…</translation>
    </message>
    <message>
        <source>S&amp;witch off</source>
        <translation>Ab&amp;schalten</translation>
    </message>
    <message>
        <source>Choose a user first.</source>
        <translation>Zuerst einen Benutzer wählen.</translation>
    </message>
    <message>
        <source>This account needs no code.</source>
        <translation>Dieses Konto braucht keinen Code.</translation>
    </message>
    <message>
        <source>S&amp;witch on</source>
        <translation>Ein&amp;schalten</translation>
    </message>
    <message>
        <source>Add user</source>
        <translation>Benutzer anlegen</translation>
    </message>
    <message>
        <source>&amp;Add user</source>
        <translation>Benutzer &amp;anlegen</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>&amp;Benutzername:</translation>
    </message>
    <message>
        <source>To sign in with: letters, digits and . _ - @</source>
        <translation>Zum Anmelden: Buchstaben, Ziffern und . _ - @</translation>
    </message>
    <message>
        <source>Shown &amp;name:</source>
        <translation>&amp;Angezeigter Name:</translation>
    </message>
    <message>
        <source>E-&amp;mail:</source>
        <translation>E-&amp;Mail:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Passwort:</translation>
    </message>
    <message>
        <source>Give the name the person signs in with.</source>
        <translation>Den Namen angeben, mit dem sich die Person anmeldet.</translation>
    </message>
    <message>
        <source>New password for %1</source>
        <translation>Neues Passwort für %1</translation>
    </message>
    <message>
        <source>&amp;Give password</source>
        <translation>Passwort &amp;geben</translation>
    </message>
    <message>
        <source>Every sign-in of this account ends. The person signs in again with the new one.</source>
        <translation>Jede Anmeldung dieses Kontos endet. Die Person meldet sich mit dem neuen wieder an.</translation>
    </message>
    <message>
        <source>New &amp;password:</source>
        <translation>Neues &amp;Passwort:</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>Rolle von %1</translation>
    </message>
    <message>
        <source>&amp;Change role</source>
        <translation>Rolle &amp;ändern</translation>
    </message>
    <message>
        <source>Every sign-in of this account ends, so that the new role holds at once.</source>
        <translation>Jede Anmeldung dieses Kontos endet, damit die neue Rolle sofort gilt.</translation>
    </message>
    <message>
        <source>Departments of %1</source>
        <translation>Abteilungen von %1</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>There are no departments to limit this account to. Make them in the tab Departments.</source>
        <translation>Es gibt keine Abteilungen, auf die sich dieses Konto begrenzen ließe. Im Reiter Abteilungen lassen sie sich anlegen.</translation>
    </message>
    <message>
        <source>The account sees only what belongs to the ticked departments. With none ticked it sees everything. Every sign-in of it ends.</source>
        <translation>Das Konto sieht nur, was zu den angehakten Abteilungen gehört. Ist keine angehakt, sieht es alles. Jede seiner Anmeldungen endet.</translation>
    </message>
    <message>
        <source>&amp;Departments:</source>
        <translation>&amp;Abteilungen:</translation>
    </message>
    <message>
        <source>Take the codes off %1?</source>
        <translation>%1 die Codes abnehmen?</translation>
    </message>
    <message>
        <source>&amp;Take codes off</source>
        <translation>Codes ab&amp;nehmen</translation>
    </message>
    <message>
        <source>Name and password are then enough to sign in, until codes are set up again. Do this for somebody who has lost the authenticator, and only when you know who asks. Every sign-in of this account ends.</source>
        <translation>Zum Anmelden genügen dann Name und Passwort, bis wieder Codes eingerichtet sind. Nur für jemanden, der den Authenticator verloren hat, und nur, wenn klar ist, wer fragt. Jede Anmeldung dieses Kontos endet.</translation>
    </message>
</context>
<context>
    <name>settings::WindowPanel</name>
    <message>
        <source>Single keys act on &amp;rows</source>
        <translation>Einzelne Tasten wirken auf &amp;Zeilen</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>A letter alone does something to the row, chart or map that has the focus: A acknowledges an alert. Switch it off where speech or a shaking hand writes letters that are not meant. Everything stays in the menus, and Ctrl+K finds it.</source>
        <translation>Ein Buchstabe allein tut etwas mit der Zeile, dem Diagramm oder der Karte, die den Fokus hat: A bestätigt einen Alarm. Schalten Sie das ab, wo Sprache oder eine zitternde Hand Buchstaben schreibt, die nicht gemeint sind. Alles bleibt in den Menüs, und Strg+K findet es.</translation>
    </message>
</context>
<context>
    <name>shell::AboutSheet</name>
    <message>
        <source>About Belfry</source>
        <translation>Über Belfry</translation>
    </message>
    <message>
        <source>Version %1 · Qt %2</source>
        <translation>Version %1 · Qt %2</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
</context>
<context>
    <name>shell::AnswerPane</name>
    <message>
        <source>Based on nothing that is kept here.</source>
        <translation>Beruht auf nichts, was hier aufbewahrt wird.</translation>
    </message>
    <message>
        <source>Based on %1.</source>
        <translation>Beruht auf %1.</translation>
    </message>
    <message>
        <source>It may be wrong.</source>
        <translation>Das kann falsch sein.</translation>
    </message>
    <message>
        <source>Open in &amp;chat</source>
        <translation>Im &amp;Chat öffnen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen…</translation>
    </message>
</context>
<context>
    <name>shell::CertificateSheet</name>
    <message>
        <source>Certificate fingerprint</source>
        <translation>Fingerabdruck des Zertifikats</translation>
    </message>
    <message>
        <source>Who connects to this Belfry for the first time is shown a fingerprint. Read this one to them: if it is the same, they have reached you and nobody else.</source>
        <translation>Wer sich zum ersten Mal mit diesem Belfry verbindet, bekommt einen Fingerabdruck gezeigt. Diesen hier vorlesen: Ist es derselbe, ist die Verbindung hier angekommen und nirgends sonst.</translation>
    </message>
    <message>
        <source>This is the certificate that %1 shows.</source>
        <translation>Dieses Zertifikat zeigt %1.</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Fingerabdruck (SHA-256)</translation>
    </message>
    <message>
        <source>There is none: the connection is not encrypted.</source>
        <translation>Es gibt keinen: Die Verbindung ist nicht verschlüsselt.</translation>
    </message>
</context>
<context>
    <name>shell::ChangedDialog</name>
    <message>
        <source>Another certificate</source>
        <translation>Ein anderes Zertifikat</translation>
    </message>
</context>
<context>
    <name>shell::ChangedPage</name>
    <message>
        <source>Shown now</source>
        <translation>Jetzt gezeigt</translation>
    </message>
    <message>
        <source>The administrator has &amp;confirmed the fingerprint shown now</source>
        <translation>Der Administrator hat den jetzt gezeigten Fingerabdruck &amp;bestätigt</translation>
    </message>
    <message>
        <source>&amp;Forget the old certificate</source>
        <translation>Das alte Zertifikat &amp;vergessen</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 shows another certificate</source>
        <translation>%1 zeigt ein anderes Zertifikat</translation>
    </message>
    <message>
        <source>Belfry stopped and sends nothing: no password and no sign-in. Either the server has a new certificate, or somebody stands between you and it and wants to read along.</source>
        <translation>Belfry hat angehalten und sendet nichts: kein Passwort und keine Anmeldung. Entweder hat der Server ein neues Zertifikat, oder jemand steht dazwischen und will mitlesen.</translation>
    </message>
    <message>
        <source>An authority of this computer vouches for the new one.</source>
        <translation>Für das neue verbürgt sich eine Zertifizierungsstelle dieses Computers.</translation>
    </message>
    <message>
        <source>Asked for at the start</source>
        <translation>Beim Start verlangt</translation>
    </message>
    <message>
        <source>Accepted before</source>
        <translation>Früher angenommen</translation>
    </message>
    <message>
        <source>Any that an authority of this computer vouches for.</source>
        <translation>Jedes, für das sich eine Zertifizierungsstelle dieses Computers verbürgt.</translation>
    </message>
    <message>
        <source>1. Ask the administrator of the server, by telephone or in person, whether its certificate was renewed.
2. Let its fingerprint be read to you and compare it with the one shown now.
</source>
        <translation>1. Den Administrator des Servers am Telefon oder persönlich fragen, ob sein Zertifikat erneuert wurde.
2. Sich dessen Fingerabdruck vorlesen lassen und mit dem jetzt gezeigten vergleichen.
</translation>
    </message>
    <message>
        <source>3. Only if they are the same, start Belfry again with the new one behind --fingerprint.</source>
        <translation>3. Nur wenn sie gleich sind, Belfry mit dem neuen hinter --fingerprint noch einmal starten.</translation>
    </message>
    <message>
        <source>3. Only if they are the same, forget the old one: you are then asked about the new one.</source>
        <translation>3. Nur wenn sie gleich sind, das alte vergessen: Dann fragt Belfry nach dem neuen.</translation>
    </message>
</context>
<context>
    <name>shell::ConnectionBanner</name>
    <message>
        <source>%1 What you see is as it was before.</source>
        <translation>%1 Angezeigt wird der letzte bekannte Stand.</translation>
    </message>
    <message>
        <source>No readings arrive. What you see is as it was before.</source>
        <translation>Es treffen keine Messwerte ein. Angezeigt wird der letzte bekannte Stand.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut versuchen</translation>
    </message>
</context>
<context>
    <name>shell::DBusDesktop</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
</context>
<context>
    <name>shell::Finder</name>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Device %1</source>
        <translation>Gerät %1</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>number and title</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Acknowledge %1</source>
        <translation>%1 bestätigen</translation>
    </message>
    <message>
        <source>Open the device</source>
        <translation>Das Gerät öffnen</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Open the chart of %1</source>
        <translation>Das Diagramm von %1 öffnen</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Show on the network map</source>
        <translation>Auf der Netzwerkkarte zeigen</translation>
    </message>
    <message>
        <source>Network map</source>
        <translation>Netzwerkkarte</translation>
    </message>
    <message>
        <source>This link leads to nothing. Was it copied whole?</source>
        <translation>Dieser Link führt zu nichts. Wurde er ganz kopiert?</translation>
    </message>
</context>
<context>
    <name>shell::FingerprintCard</name>
    <message>
        <source>Copy the fingerprint</source>
        <translation>Fingerabdruck kopieren</translation>
    </message>
</context>
<context>
    <name>shell::Herald</name>
    <message>
        <source>%1: %2</source>
        <comment>what happened and the details</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n things happened</source>
        <translation>
            <numerusform>%n Ereignis</numerusform>
            <numerusform>%n Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell::Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Nothing is selected. Choose a chart, a program, a file system or a part of the status strip.</source>
        <translation>Nichts ausgewählt. Ein Diagramm, ein Programm, ein Dateisystem oder einen Teil der Statusleiste auswählen.</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>What is known of what is selected</source>
        <translation>Was über das Ausgewählte bekannt ist</translation>
    </message>
</context>
<context>
    <name>shell::MainWindow</name>
    <message>
        <source>&amp;System theme</source>
        <translation>Farbschema des &amp;Systems</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>&amp;Helles Farbschema</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>&amp;Dunkles Farbschema</translation>
    </message>
    <message>
        <source>&amp;High contrast theme</source>
        <translation>Farbschema mit hohem &amp;Kontrast</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Copy server address</source>
        <translation>Serveradresse &amp;kopieren</translation>
    </message>
    <message>
        <source>url link</source>
        <translation>url link verweis zwischenablage</translation>
    </message>
    <message>
        <source>&amp;Retry connection</source>
        <translation>&amp;Neu verbinden</translation>
    </message>
    <message>
        <source>reconnect</source>
        <translation>verbindung erneut versuchen wiederholen</translation>
    </message>
    <message>
        <source>Sign &amp;in…</source>
        <translation>&amp;Anmelden…</translation>
    </message>
    <message>
        <source>log in user password</source>
        <translation>einloggen login benutzer passwort</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Ab&amp;melden</translation>
    </message>
    <message>
        <source>log out</source>
        <translation>ausloggen logout</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>exit close</source>
        <translation>schließen verlassen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>&amp;Pause charts</source>
        <translation>Diagramme &amp;anhalten</translation>
    </message>
    <message>
        <source>hold freeze stop live</source>
        <translation>pause einfrieren stopp live</translation>
    </message>
    <message>
        <source>Zoom out in &amp;time</source>
        <translation>Zeitraum &amp;vergrößern</translation>
    </message>
    <message>
        <source>undo zoom wider</source>
        <translation>zoom rückgängig weiter herauszoomen</translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translation>&amp;Früher</translation>
    </message>
    <message>
        <source>pan back in time</source>
        <translation>verschieben zurück vorher zeit</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>pan forward in time</source>
        <translation>verschieben vor nachher zeit</translation>
    </message>
    <message>
        <source>View ▸ Time range</source>
        <translation>Ansicht ▸ Zeitraum</translation>
    </message>
    <message>
        <source>time range show</source>
        <translation>zeitraum zeit bereich zeigen</translation>
    </message>
    <message>
        <source>&amp;Rail with names</source>
        <translation>Seitenleiste mit &amp;Namen</translation>
    </message>
    <message>
        <source>sidebar collapse</source>
        <translation>leiste einklappen ausklappen</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>Deta&amp;ils</translation>
    </message>
    <message>
        <source>details facts panel</source>
        <translation>inspektor angaben bereich</translation>
    </message>
    <message>
        <source>Zoom text in</source>
        <translation>Text vergrößern</translation>
    </message>
    <message>
        <source>bigger</source>
        <translation>größer zoom</translation>
    </message>
    <message>
        <source>Zoom text out</source>
        <translation>Text verkleinern</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>kleiner zoom</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Normale Textgröße</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Vollbil&amp;d</translation>
    </message>
    <message>
        <source>Reset la&amp;yout</source>
        <translation>Fensteran&amp;ordnung zurücksetzen</translation>
    </message>
    <message>
        <source>default window</source>
        <translation>standard fenster layout</translation>
    </message>
    <message>
        <source>View ▸ Theme</source>
        <translation>Ansicht ▸ Farbschema</translation>
    </message>
    <message>
        <source>colours appearance mode</source>
        <translation>farben aussehen darstellung modus design</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>page show open</source>
        <translation>seite zeigen öffnen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>&amp;Vorwärts</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>&amp;Nächster Fensterbereich</translation>
    </message>
    <message>
        <source>&amp;Previous part of the window</source>
        <translation>Vo&amp;riger Fensterbereich</translation>
    </message>
    <message>
        <source>&amp;Search commands…</source>
        <translation>Befehle &amp;suchen…</translation>
    </message>
    <message>
        <source>palette find</source>
        <translation>palette finden</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>keys sheet</source>
        <translation>tasten übersicht tastatur</translation>
    </message>
    <message>
        <source>&amp;About Belfry</source>
        <translation>Ü&amp;ber Belfry</translation>
    </message>
    <message>
        <source>version licence folders</source>
        <translation>version lizenz ordner</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Time ran&amp;ge</source>
        <translation>&amp;Zeitraum</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>Fa&amp;rbschema</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Go live</source>
        <translation>&amp;Live zeigen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>%1 — Belfry</source>
        <translation>%1 — Belfry</translation>
    </message>
    <message>
        <source>%2: %1 — Belfry</source>
        <translation>%2: %1 — Belfry</translation>
    </message>
    <message>
        <source>Certificate &amp;fingerprint…</source>
        <translation>&amp;Fingerabdruck des Zertifikats …</translation>
    </message>
    <message>
        <source>tls trust sha-256 encryption</source>
        <translation>tls vertrauen sha-256 verschlüsselung</translation>
    </message>
    <message>
        <source>&amp;Events</source>
        <translation>&amp;Ereignisse</translation>
    </message>
    <message>
        <source>protocol log facts json live tail</source>
        <translation>Protokoll Log Meldungen JSON live</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>&amp;Notifications</source>
        <translation>&amp;Benachrichtigungen</translation>
    </message>
    <message>
        <source>bell alerts unread messages</source>
        <translation>Glocke Alarme ungelesen Meldungen</translation>
    </message>
    <message>
        <source>My &amp;account</source>
        <translation>Mein &amp;Konto</translation>
    </message>
    <message>
        <source>password code 2fa sign-ins sessions user</source>
        <translation>Passwort Code 2FA Anmeldungen Sitzungen Benutzer</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Network &amp;map</source>
        <translation>Ne&amp;tzkarte</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>Ge&amp;rät</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>New &amp;scan…</source>
        <translation>Neuer &amp;Scan…</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>nmap discover ports devices network</source>
        <translation>nmap suchen entdecken ports geräte netz</translation>
    </message>
    <message>
        <source>Tas&amp;ks</source>
        <translation>A&amp;ufgaben</translation>
    </message>
    <message>
        <source>jobs progress running cancel</source>
        <translation>jobs fortschritt läuft abbrechen</translation>
    </message>
    <message>
        <source>%1 scan of %2</source>
        <comment>discovery, 192.168.1.0/24</comment>
        <translation>Scan (%1), %2</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Network map</source>
        <translation>Netzkarte</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>View ▸ Network map</source>
        <translation>Ansicht ▸ Netzkarte</translation>
    </message>
    <message>
        <source>network map</source>
        <translation>netzkarte karte netz</translation>
    </message>
    <message>
        <source>View ▸ Network map ▸ Align</source>
        <translation>Ansicht ▸ Netzkarte ▸ Ausrichten</translation>
    </message>
    <message>
        <source>align arrange devices</source>
        <translation>ausrichten anordnen geräte</translation>
    </message>
    <message>
        <source>View ▸ Network map ▸ Export</source>
        <translation>Ansicht ▸ Netzkarte ▸ Exportieren</translation>
    </message>
    <message>
        <source>save file picture map</source>
        <translation>speichern datei bild karte</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>device devices list</source>
        <translation>gerät geräte liste</translation>
    </message>
    <message>
        <source>&amp;Align</source>
        <translation>&amp;Ausrichten</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Aler&amp;t</source>
        <translation>Alar&amp;m</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>alert alerts problem mute acknowledge incident</source>
        <translation>alarm alarme problem stumm stummschalten bestätigen vorfall</translation>
    </message>
    <message>
        <source>Automation</source>
        <translation>Automatisierung</translation>
    </message>
    <message>
        <source>New &amp;rule…</source>
        <translation>Neue &amp;Regel…</translation>
    </message>
    <message>
        <source>alert threshold condition automation</source>
        <translation>alarm schwelle bedingung automatisierung</translation>
    </message>
    <message>
        <source>&amp;Import rules…</source>
        <translation>Regeln &amp;importieren…</translation>
    </message>
    <message>
        <source>yaml file alerts</source>
        <translation>yaml datei alarme</translation>
    </message>
    <message>
        <source>&amp;Who is told…</source>
        <translation>&amp;Wer benachrichtigt wird…</translation>
    </message>
    <message>
        <source>channels e-mail webhook telegram notifications on call routes</source>
        <translation>kanäle e-mail webhook telegram benachrichtigungen bereitschaft routen</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>&amp;Chat beside the page</source>
        <translation>&amp;Chat neben der Seite</translation>
    </message>
    <message>
        <source>messages talk room dock</source>
        <translation>nachrichten reden raum dock</translation>
    </message>
    <message>
        <source>New &amp;conversation…</source>
        <translation>Neues &amp;Gespräch…</translation>
    </message>
    <message>
        <source>chat room direct message write to</source>
        <translation>chat raum direktnachricht schreiben an</translation>
    </message>
    <message>
        <source>Send a &amp;picture of the page to chat</source>
        <translation>Ein &amp;Bild der Seite in den Chat senden</translation>
    </message>
    <message>
        <source>share screenshot chart map message</source>
        <translation>teilen Bildschirmfoto Diagramm Karte Nachricht</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>who wrote where</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>For &amp;30 minutes</source>
        <translation>Für &amp;30 Minuten</translation>
    </message>
    <message>
        <source>For 1 &amp;hour</source>
        <translation>Für 1 &amp;Stunde</translation>
    </message>
    <message>
        <source>For &amp;8 hours</source>
        <translation>Für &amp;8 Stunden</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>View ▸ Snooze pop-ups</source>
        <translation>Ansicht ▸ Desktop-Meldungen aussetzen</translation>
    </message>
    <message>
        <source>mute quiet silence do not disturb notifications</source>
        <translation>stumm ruhe still nicht stören benachrichtigungen</translation>
    </message>
    <message>
        <source>&amp;Snooze pop-ups</source>
        <translation>Desktop-Meldungen a&amp;ussetzen</translation>
    </message>
    <message>
        <source>Until &amp;tomorrow at %1</source>
        <translation>Bis &amp;morgen um %1</translation>
    </message>
    <message>
        <source>&amp;Off: tell me again</source>
        <translation>&amp;Aus: wieder melden</translation>
    </message>
    <message>
        <source>Noti&amp;fication settings</source>
        <translation>Einstellungen der &amp;Benachrichtigungen</translation>
    </message>
    <message>
        <source>sound pop-up quiet hours tray mute</source>
        <translation>ton desktop-meldung ruhezeiten infobereich stumm</translation>
    </message>
    <message numerus="yes">
        <source>%n open (%1 critical)</source>
        <translation>
            <numerusform>%n offen (%1 kritisch)</numerusform>
            <numerusform>%n offen (%1 kritisch)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 devices up</source>
        <translation>%1 von %2 Geräten antworten</translation>
    </message>
    <message>
        <source>Belfry: %1</source>
        <translation>Belfry: %1</translation>
    </message>
    <message>
        <source>This is how Belfry tells you.</source>
        <translation>So meldet sich Belfry bei Ihnen.</translation>
    </message>
    <message>
        <source>A test</source>
        <translation>Eine Probe</translation>
    </message>
    <message>
        <source>This desktop shows no pop-ups.</source>
        <translation>Dieser Desktop zeigt keine Meldungen.</translation>
    </message>
    <message>
        <source>This desktop has no tray.</source>
        <translation>Dieser Desktop hat keinen Infobereich.</translation>
    </message>
    <message>
        <source>This room no longer exists, or you do not belong to it.</source>
        <translation>Diesen Raum gibt es nicht mehr, oder Sie gehören nicht dazu.</translation>
    </message>
    <message>
        <source>Nothing is recorded under that name any more.</source>
        <translation>Unter diesem Namen wird nichts mehr aufgezeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n of these devices are no longer kept.</source>
        <translation>
            <numerusform>%n dieser Geräte wird nicht mehr geführt.</numerusform>
            <numerusform>%n dieser Geräte werden nicht mehr geführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Link to %1 copied.</source>
        <translation>Link zu %1 kopiert.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Sent to %1.</source>
        <translation>An %1 gesendet.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>A&amp;vailable</source>
        <translation>&amp;Verfügbar</translation>
    </message>
    <message>
        <source>&amp;Busy</source>
        <translation>&amp;Beschäftigt</translation>
    </message>
    <message>
        <source>A&amp;way</source>
        <translation>&amp;Abwesend</translation>
    </message>
    <message>
        <source>presence status available do not disturb</source>
        <translation>Anwesenheit Status verfügbar nicht stören</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Dieses Fenster</translation>
    </message>
</context>
<context>
    <name>shell::PageHeader</name>
    <message>
        <source>Time range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>The time all charts show</source>
        <translation>Der Zeitraum aller Diagramme</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zeitraum vergrößern</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>Live · %1</source>
        <translation>Live · %1</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>&amp;Go live</source>
        <translation>&amp;Live zeigen</translation>
    </message>
    <message>
        <source>Hold the charts; readings go on being taken (Space on a chart)</source>
        <translation>Diagramme anhalten; Messwerte werden weiter erfasst (Leertaste in einem Diagramm)</translation>
    </message>
    <message>
        <source>Show the newest readings again (End on a chart)</source>
        <translation>Wieder die neuesten Messwerte zeigen (Ende in einem Diagramm)</translation>
    </message>
</context>
<context>
    <name>shell::Palette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Passende Befehle</translation>
    </message>
    <message>
        <source>Type a command, a page, a name, an address or a question</source>
        <translation>Befehl, Seite, Name, Adresse oder Frage eingeben</translation>
    </message>
    <message>
        <source>Command, page, name, address or question</source>
        <translation>Befehl, Seite, Name, Adresse oder Frage</translation>
    </message>
    <message>
        <source>Ask the assistant: %1</source>
        <translation>Den Assistenten fragen: %1</translation>
    </message>
</context>
<context>
    <name>shell::PopUps</name>
    <message>
        <source>%1: %2</source>
        <comment>severity and title</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n alerts need attention</source>
        <translation>
            <numerusform>%n Alarm braucht Aufmerksamkeit</numerusform>
            <numerusform>%n Alarme brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell::Rail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>shell::RailButton</name>
    <message>
        <source>%1 (%2)</source>
        <comment>page and its shortcut</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, the worst is %2</source>
        <translation>%1, am schlimmsten: %2</translation>
    </message>
</context>
<context>
    <name>shell::Reporter</name>
    <message>
        <source>Maintenance from %1</source>
        <translation>Wartung ab %1</translation>
    </message>
    <message numerus="yes">
        <source>%n new device(s)</source>
        <translation>
            <numerusform>%n neues Gerät</numerusform>
            <numerusform>%n neue Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>Maintenance until %1</source>
        <translation>Wartung bis %1</translation>
    </message>
    <message>
        <source>Maintenance is over</source>
        <translation>Die Wartung ist vorbei</translation>
    </message>
    <message>
        <source>Maintenance is cancelled</source>
        <translation>Die Wartung ist abgesagt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name and reason</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>shell::SearchButton</name>
    <message>
        <source>Search commands…</source>
        <translation>Befehle suchen…</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Befehle suchen</translation>
    </message>
</context>
<context>
    <name>shell::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>On a chart</source>
        <translation>In einem Diagramm</translation>
    </message>
    <message>
        <source>Move the crosshair; with Shift ten at a time</source>
        <translation>Fadenkreuz bewegen; mit Umschalt zehn Schritte</translation>
    </message>
    <message>
        <source>Earlier, later</source>
        <translation>Früher, später</translation>
    </message>
    <message>
        <source>Zoom in, zoom out</source>
        <translation>Zeitraum verkleinern, vergrößern</translation>
    </message>
    <message>
        <source>Pause, or go live</source>
        <translation>Anhalten oder live zeigen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>Live zeigen</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Show data</source>
        <translation>Daten zeigen</translation>
    </message>
    <message>
        <source>Letters alone can be switched off: Settings ▸ This window.</source>
        <translation>Einzelne Buchstaben lassen sich abschalten: Einstellungen ▸ Dieses Fenster.</translation>
    </message>
    <message>
        <source>Letters alone are switched off. Settings ▸ This window has the switch.</source>
        <translation>Einzelne Buchstaben sind abgeschaltet. Der Schalter steht unter Einstellungen ▸ Dieses Fenster.</translation>
    </message>
</context>
<context>
    <name>shell::SignInDialog</name>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>Sign in to Belfry</source>
        <translation>Bei Belfry anmelden</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Ser&amp;ver:</source>
        <translation>&amp;Server:</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>&amp;Benutzername:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Passwort:</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>Give your user name and your password.</source>
        <translation>Benutzername und Passwort angeben.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>One-time &amp;code:</source>
        <translation>Einmal&amp;code:</translation>
    </message>
    <message>
        <source>What your authenticator shows now, or a recovery code</source>
        <translation>Was Ihr Authenticator jetzt zeigt, oder ein Wiederherstellungscode</translation>
    </message>
    <message>
        <source>Give the code your authenticator shows, or a recovery code.</source>
        <translation>Den Code angeben, den der Authenticator zeigt, oder einen Wiederherstellungscode.</translation>
    </message>
</context>
<context>
    <name>shell::StatusStrip</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Event rate</source>
        <translation>Ereignisrate</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicherung</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <source>REMOTE</source>
        <translation>FERNZUGRIFF</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Verbunden mit %1</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>Nimmt keine Verbindungen an</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>Serving %1</source>
        <translation>Erreichbar unter %1</translation>
    </message>
    <message>
        <source>this computer only</source>
        <translation>nur von diesem Computer</translation>
    </message>
    <message>
        <source>Signed out of %1</source>
        <translation>Abgemeldet von %1</translation>
    </message>
    <message>
        <source>Not connected to %1</source>
        <translation>Nicht verbunden mit %1</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Verbindungsaufbau: %1…</translation>
    </message>
    <message>
        <source>Reconnecting to %1…</source>
        <translation>Erneuter Verbindungsaufbau: %1…</translation>
    </message>
    <message>
        <source>1 client</source>
        <translation>1 Client</translation>
    </message>
    <message numerus="yes">
        <source>%n clients</source>
        <translation>
            <numerusform>%n Client</numerusform>
            <numerusform>%n Clients</numerusform>
        </translation>
    </message>
    <message>
        <source>Connections the server holds open</source>
        <translation>Verbindungen, die der Server offen hält</translation>
    </message>
    <message>
        <source>%1 ev/s</source>
        <translation>%1 Ereign./s</translation>
    </message>
    <message>
        <source>Events published each second, over the last half minute</source>
        <translation>Veröffentlichte Ereignisse je Sekunde in der letzten halben Minute</translation>
    </message>
    <message>
        <source>queue %1 · dropped %2</source>
        <translation>Warteschlange %1 · verworfen %2</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>Warteschlange %1</translation>
    </message>
    <message>
        <source>Messages waiting for slow clients, and dropped for them since the start</source>
        <translation>Nachrichten, die auf langsame Clients warten oder seit dem Start für sie verworfen wurden</translation>
    </message>
    <message>
        <source>DB %1</source>
        <translation>DB %1</translation>
    </message>
    <message>
        <source>Size of the databases</source>
        <translation>Größe der Datenbanken</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a person and her role</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Listens at</source>
        <translation>Erreichbar unter</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Local administrator</source>
        <translation>Lokaler Administrator</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Scan %1</source>
        <translation>Scan %1</translation>
    </message>
    <message>
        <source>%1 scans %2</source>
        <comment>2 scans 45 %</comment>
        <translation>%1 Scans %2</translation>
    </message>
    <message>
        <source>Scans that run, and how much of them is done</source>
        <translation>Scans, die laufen, und wie viel davon fertig ist</translation>
    </message>
    <message>
        <source>Critical alerts</source>
        <translation>Kritische Alarme</translation>
    </message>
    <message>
        <source>High alerts</source>
        <translation>Alarme hoher Schwere</translation>
    </message>
    <message>
        <source>Medium alerts</source>
        <translation>Alarme mittlerer Schwere</translation>
    </message>
    <message>
        <source>Low alerts</source>
        <translation>Alarme niedriger Schwere</translation>
    </message>
    <message>
        <source>Silenced alerts</source>
        <translation>Stummgeschaltete Alarme</translation>
    </message>
    <message>
        <source>Open alerts of this severity</source>
        <translation>Offene Alarme dieser Schwere</translation>
    </message>
    <message numerus="yes">
        <source>%n silenced</source>
        <translation>
            <numerusform>%n stummgeschaltet</numerusform>
            <numerusform>%n stummgeschaltet</numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts nobody is told of</source>
        <translation>Alarme, von denen niemand erfährt</translation>
    </message>
    <message>
        <source>Pop-ups</source>
        <translation>Desktop-Meldungen</translation>
    </message>
    <message>
        <source>Quiet until %1</source>
        <translation>Ruhe bis %1</translation>
    </message>
    <message>
        <source>Nothing pops up; it stands under the bell. Press to be told again.</source>
        <translation>Nichts wird auf dem Desktop gemeldet; es steht unter der Glocke. Drücken Sie hier, damit wieder gemeldet wird.</translation>
    </message>
</context>
<context>
    <name>shell::Tray</name>
    <message>
        <source>Open &amp;alerts</source>
        <translation>Alarme &amp;öffnen</translation>
    </message>
    <message>
        <source>Show &amp;window</source>
        <translation>Fenster &amp;zeigen</translation>
    </message>
    <message>
        <source>This is how Belfry tells you.</source>
        <translation>So meldet sich Belfry bei Ihnen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>severity and title</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;All alerts</source>
        <translation>&amp;Alle Alarme</translation>
    </message>
</context>
<context>
    <name>shell::TrustDialog</name>
    <message>
        <source>Unknown server</source>
        <translation>Unbekannter Server</translation>
    </message>
    <message>
        <source>Is this the right server?</source>
        <translation>Ist das der richtige Server?</translation>
    </message>
    <message>
        <source>No authority vouches for the certificate of %1, and Belfry meets it for the first time. Nothing has been sent to it, not even the password.</source>
        <translation>Für das Zertifikat von %1 verbürgt sich keine Zertifizierungsstelle, und Belfry begegnet ihm zum ersten Mal. Es wurde noch nichts dorthin gesendet, auch das Passwort nicht.</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256)</source>
        <translation>Fingerabdruck (SHA-256)</translation>
    </message>
    <message>
        <source>Compare it with the other machine: its Belfry window shows it under File, Certificate fingerprint; without a window it is printed at the start. Or let its administrator read it to you. Where a single pair differs, somebody else answers: cancel.</source>
        <translation>Mit dem anderen Computer vergleichen: Das Fenster von Belfry zeigt ihn dort unter Datei, Fingerabdruck des Zertifikats; ohne Fenster steht er dort in der Ausgabe beim Start. Oder ihn sich vom Administrator vorlesen lassen. Weicht auch nur ein Paar ab, antwortet jemand anderes: abbrechen.</translation>
    </message>
    <message>
        <source>Calls itself</source>
        <translation>Nennt sich</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>They are the same: &amp;trust it</source>
        <translation>Sie sind gleich: ver&amp;trauen</translation>
    </message>
</context>
<context>
    <name>store</name>
    <message>
        <source>Another account has the e-mail address %1. Choose another.</source>
        <translation>Ein anderes Konto hat die E-Mail-Adresse %1. Eine andere wählen.</translation>
    </message>
    <message>
        <source>Another account has the name %1. Choose another.</source>
        <translation>Ein anderes Konto hat den Namen %1. Einen anderen wählen.</translation>
    </message>
    <message>
        <source>This sign-in has ended. Sign in again.</source>
        <translation>Diese Anmeldung ist beendet. Erneut anmelden.</translation>
    </message>
    <message>
        <source>This sign-in was renewed from elsewhere, so it was ended. Sign in again.</source>
        <translation>Diese Anmeldung wurde von anderer Stelle erneuert und deshalb beendet. Erneut anmelden.</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened: %2. Check the disk and the permissions of the data directory.</source>
        <translation>Die Datenbank %1 kann nicht geöffnet werden: %2. Datenträger und Rechte des Datenverzeichnisses prüfen.</translation>
    </message>
    <message>
        <source>No copy of %1 could be made: %2. The next try is within the hour.</source>
        <translation>Von %1 konnte keine Kopie angelegt werden: %2. Der nächste Versuch folgt innerhalb einer Stunde.</translation>
    </message>
    <message>
        <source>the copy did not pass its check</source>
        <translation>die Kopie hat die Prüfung nicht bestanden</translation>
    </message>
    <message>
        <source>it could not be put in place</source>
        <translation>das Ablegen am Zielort ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>it could not be made</source>
        <translation>das Anlegen ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>the copy %1 could not be read</source>
        <translation>die Kopie %1 konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>another program uses it</source>
        <translation>ein anderes Programm verwendet sie</translation>
    </message>
    <message>
        <source>it did not pass its check</source>
        <translation>die Prüfung wurde nicht bestanden</translation>
    </message>
    <message>
        <source>it could not be written</source>
        <translation>das Schreiben ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>it could not be flushed to the disk</source>
        <translation>das Schreiben auf den Datenträger ließ sich nicht abschließen</translation>
    </message>
    <message>
        <source>it could not be moved away</source>
        <translation>das Verschieben ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>the new file could not be put in its place</source>
        <translation>die neue Datei konnte nicht an ihre Stelle gesetzt werden</translation>
    </message>
    <message>
        <source>The database file %1 could not be prepared: %2. Check the free space and the permissions of the data directory, then start again.</source>
        <translation>Die Datenbankdatei %1 konnte nicht vorbereitet werden: %2. Freien Platz und Rechte des Datenverzeichnisses prüfen, dann neu starten.</translation>
    </message>
    <message>
        <source>The data directory %1 cannot be written: %2. Give it to the user Belfry runs as, or choose another with --data-dir.</source>
        <translation>In das Datenverzeichnis %1 kann nicht geschrieben werden: %2. Es muss dem Benutzer gehören, unter dem Belfry läuft; mit --data-dir ist ein anderes wählbar.</translation>
    </message>
    <message>
        <source>Another Belfry (process %1) uses the data directory %2. Close it, connect to it with --connect, or choose another directory with --data-dir.</source>
        <translation>Ein anderes Belfry (Prozess %1) verwendet das Datenverzeichnis %2. Dieses schließen, mit --connect damit verbinden oder mit --data-dir ein anderes Verzeichnis wählen.</translation>
    </message>
    <message>
        <source>limit: expected 1 to 10000</source>
        <translation>limit: erwartet wird 1 bis 10000</translation>
    </message>
    <message>
        <source>topics: expected at most 100</source>
        <translation>topics: erwartet werden höchstens 100</translation>
    </message>
    <message>
        <source>topics: expected topics, &quot;*&quot; or &quot;room.*&quot;</source>
        <translation>topics: erwartet werden Topics, „*“ oder „room.*“</translation>
    </message>
    <message>
        <source>Everything is saved.</source>
        <translation>Alles ist gespeichert.</translation>
    </message>
    <message>
        <source>The disk has %1 left: metrics are not recorded below %2. Free some space; recording goes on by itself.</source>
        <translation>Auf dem Datenträger sind noch %1 frei: Unter %2 werden keine Messwerte aufgezeichnet. Platz schaffen; die Aufzeichnung läuft dann von selbst weiter.</translation>
    </message>
    <message>
        <source>The disk is full, %1 left: nothing can be saved, reading goes on. Free some space; saving goes on by itself.</source>
        <translation>Der Datenträger ist voll, noch %1 frei: Nichts kann gespeichert werden, Lesen geht weiter. Platz schaffen; das Speichern läuft dann von selbst weiter.</translation>
    </message>
    <message>
        <source>The database is damaged (%1): nothing can be saved. Restart Belfry to restore it from the newest copy.</source>
        <translation>Die Datenbank ist beschädigt (%1): Nichts kann gespeichert werden. Belfry neu starten, um sie aus der neuesten Kopie wiederherzustellen.</translation>
    </message>
    <message>
        <source>The database cannot be written (%1): nothing can be saved, reading goes on. Check the disk; saving goes on by itself.</source>
        <translation>In die Datenbank kann nicht geschrieben werden (%1): Nichts kann gespeichert werden, Lesen geht weiter. Datenträger prüfen; das Speichern läuft dann von selbst weiter.</translation>
    </message>
    <message>
        <source>The data directory %1 cannot be made or written. Give it to the user Belfry runs as, or choose another with --data-dir.</source>
        <translation>Das Datenverzeichnis %1 kann nicht angelegt oder beschrieben werden. Es muss dem Benutzer gehören, unter dem Belfry läuft; mit --data-dir ist ein anderes wählbar.</translation>
    </message>
    <message>
        <source>%1 was written by a newer Belfry (version %2 of the file). It was not touched. Install that Belfry again, or choose another directory with --data-dir.</source>
        <translation>%1 stammt von einem neueren Belfry (Dateiversion %2). Die Datei wurde nicht verändert. Dieses Belfry wieder installieren oder mit --data-dir ein anderes Verzeichnis wählen.</translation>
    </message>
    <message>
        <source>%1 cannot be read by this user. Give it to the user Belfry runs as.</source>
        <translation>%1 ist für diesen Benutzer nicht lesbar. Die Datei muss dem Benutzer gehören, unter dem Belfry läuft.</translation>
    </message>
    <message>
        <source>%1 cannot be written by this user. Give it to the user Belfry runs as.</source>
        <translation>%1 ist für diesen Benutzer nicht beschreibbar. Die Datei muss dem Benutzer gehören, unter dem Belfry läuft.</translation>
    </message>
    <message>
        <source>The database %1 is damaged or missing, and there is no good copy of it. Nothing was changed. Put a backup in its place, or move it away to start empty.</source>
        <translation>Die Datenbank %1 ist beschädigt oder fehlt, und es gibt keine brauchbare Kopie. Nichts wurde verändert. Eine Sicherung an ihre Stelle legen oder sie verschieben, um leer zu beginnen.</translation>
    </message>
    <message>
        <source>The database %1 was damaged, and a new, empty one was made.</source>
        <translation>Die Datenbank %1 war beschädigt; eine neue, leere wurde angelegt.</translation>
    </message>
    <message>
        <source>The database %1 was damaged or missing and was restored from the copy %2; what was saved after that copy is not in it.</source>
        <translation>Die Datenbank %1 war beschädigt oder fehlte und wurde aus der Kopie %2 wiederhergestellt; was nach dieser Kopie gespeichert wurde, fehlt.</translation>
    </message>
    <message>
        <source>The damaged file is kept as %1.</source>
        <translation>Die beschädigte Datei bleibt als %1 erhalten.</translation>
    </message>
    <message>
        <source>The store is closed, because Belfry is stopping.</source>
        <translation>Der Datenspeicher ist geschlossen, weil Belfry beendet wird.</translation>
    </message>
    <message>
        <source>The database cannot be read (%1). Check the disk, then try again.</source>
        <translation>Die Datenbank kann nicht gelesen werden (%1). Datenträger prüfen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>No copy of %1 was made: the disk has too little room.</source>
        <translation>Von %1 wurde keine Kopie angelegt: Auf dem Datenträger ist zu wenig Platz.</translation>
    </message>
    <message>
        <source>from, to: expected two times, the first before the second</source>
        <translation>from, to: erwartet werden zwei Zeitpunkte, der erste vor dem zweiten</translation>
    </message>
    <message>
        <source>points: expected 1 to 10000</source>
        <translation>points: erwartet wird 1 bis 10000</translation>
    </message>
    <message>
        <source>The disk is too slow for what is to be saved. Try again shortly.</source>
        <translation>Der Datenträger ist zu langsam für die Datenmenge. In Kürze erneut versuchen.</translation>
    </message>
    <message>
        <source>Metrics are not recorded, everything else is saved. %1</source>
        <translation>Messwerte werden nicht aufgezeichnet, alles andere wird gespeichert. %1</translation>
    </message>
    <message>
        <source>limit: expected 1 to 1000</source>
        <translation>limit: erwartet wird 1 bis 1000</translation>
    </message>
    <message>
        <source>You have no notification %1.</source>
        <translation>Sie haben keine Benachrichtigung %1.</translation>
    </message>
    <message>
        <source>Somebody changed this message meanwhile. Look at it again.</source>
        <translation>Jemand hat diese Nachricht inzwischen geändert. Sie noch einmal ansehen.</translation>
    </message>
    <message>
        <source>A message has at most %1 kinds of reactions. Use one that is there.</source>
        <translation>Eine Nachricht hat höchstens %1 Arten von Reaktionen. Eine nehmen, die da ist.</translation>
    </message>
    <message>
        <source>There is no such picture. Its message may have been deleted.</source>
        <translation>Dieses Bild gibt es nicht. Vielleicht wurde seine Nachricht gelöscht.</translation>
    </message>
    <message>
        <source>There is no word in what you look for. Give at least one.</source>
        <translation>In dem, was Sie suchen, steht kein Wort. Mindestens eines angeben.</translation>
    </message>
    <message>
        <source>There is no such message. Perhaps it is in another room.</source>
        <translation>Diese Nachricht gibt es nicht. Vielleicht ist sie in einem anderen Raum.</translation>
    </message>
</context>
<context>
    <name>transport</name>
    <message>
        <source>This origin is not allowed; start the server with --allow-origin to let its pages in.</source>
        <translation>Dieser Ursprung ist nicht zugelassen; um seine Seiten zuzulassen, den Server mit --allow-origin starten.</translation>
    </message>
    <message>
        <source>Nothing answers at this address.</source>
        <translation>Unter dieser Adresse antwortet nichts.</translation>
    </message>
    <message>
        <source>This address does not know that method; see Allow.</source>
        <translation>Diese Adresse kennt die Methode nicht; siehe Allow.</translation>
    </message>
    <message>
        <source>The request body is larger than 1 MiB.</source>
        <translation>Der Inhalt der Anfrage ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>This host name is not ours; start the server with --allow-host to answer to it.</source>
        <translation>Dieser Hostname gehört nicht zum Server; um unter ihm zu antworten, den Server mit --allow-host starten.</translation>
    </message>
    <message>
        <source>The request head is larger than 16 KiB or has over 100 headers.</source>
        <translation>Der Kopf der Anfrage ist größer als 16 KiB oder hat mehr als 100 Kopfzeilen.</translation>
    </message>
    <message>
        <source>The server is busy or stopping; try again later.</source>
        <translation>Der Server ist ausgelastet oder wird beendet; später erneut versuchen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address to listen on. Give an IP address, or localhost.</source>
        <translation>„%1“ ist keine Adresse, an der ein Server lauschen kann. Eine IP-Adresse oder localhost angeben.</translation>
    </message>
    <message>
        <source>The local socket %1 cannot be opened (%2). Check that the folder is ours and that no other server uses it.</source>
        <translation>Der lokale Socket %1 kann nicht geöffnet werden (%2). Prüfen, ob der Ordner dem Benutzer von Belfry gehört und kein anderer Server den Socket verwendet.</translation>
    </message>
    <message>
        <source>a server answers there</source>
        <translation>dort antwortet ein Server</translation>
    </message>
    <message>
        <source>Port %1 on %2 cannot be opened (%3). Stop the program that uses it, or choose another port.</source>
        <translation>Port %1 an %2 kann nicht geöffnet werden (%3). Das Programm beenden, das ihn verwendet, oder einen anderen Port wählen.</translation>
    </message>
    <message>
        <source>Send the request body as it is, without Content-Encoding.</source>
        <translation>Den Anfragekörper unverändert senden, ohne Content-Encoding.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check its name and whether Belfry may read it.</source>
        <translation>%1 kann nicht gelesen werden. Den Namen prüfen und ob Belfry die Datei lesen darf.</translation>
    </message>
    <message>
        <source>%1 holds no certificate. Give the server&apos;s certificate as PEM, its chain behind it.</source>
        <translation>%1 enthält kein Zertifikat. Das Zertifikat des Servers als PEM angeben, seine Kette dahinter.</translation>
    </message>
    <message>
        <source>%1 holds no key that can be used. Give an RSA or EC key as PEM, without a password.</source>
        <translation>%1 enthält keinen brauchbaren Schlüssel. Einen RSA- oder EC-Schlüssel als PEM ohne Passwort angeben.</translation>
    </message>
    <message>
        <source>%1 is not the key of the certificate in %2. Give two files that belong together.</source>
        <translation>%1 ist nicht der Schlüssel zum Zertifikat in %2. Zwei zusammengehörende Dateien angeben.</translation>
    </message>
    <message>
        <source>Other machines are served encrypted only. Use https or wss with the same address and port.</source>
        <translation>Andere Rechner werden nur verschlüsselt bedient. Dieselbe Adresse und denselben Port mit https oder wss verwenden.</translation>
    </message>
    <message>
        <source>No certificate could be made (%1). Give one with --certificate and --key.</source>
        <translation>Es konnte kein Zertifikat erzeugt werden (%1). Eines mit --certificate und --key angeben.</translation>
    </message>
    <message>
        <source>%1 and %2 are too weak to be used. Give an EC key, or an RSA key of at least 2048 bits, and a certificate signed with SHA-256.</source>
        <translation>%1 und %2 sind zu schwach. Einen EC-Schlüssel oder einen RSA-Schlüssel mit mindestens 2048 Bit angeben, und ein mit SHA-256 signiertes Zertifikat.</translation>
    </message>
</context>
<context>
    <name>usage::Departments</name>
    <message>
        <source>%1 is no network. Write it as 192.0.2.0/24 or 2001:db8::/48.</source>
        <translation>%1 ist kein Netz. Schreiben Sie es als 192.0.2.0/24 oder 2001:db8::/48.</translation>
    </message>
    <message>
        <source>A department&apos;s id is 1–128 letters, digits and . _ -</source>
        <translation>Die Kennung einer Abteilung besteht aus 1–128 Buchstaben, Ziffern und . _ -</translation>
    </message>
    <message>
        <source>Give the department a name.</source>
        <translation>Geben Sie der Abteilung einen Namen.</translation>
    </message>
    <message>
        <source>%1 belongs to %2 already. Take it from there first.</source>
        <translation>%1 gehört schon zu %2. Nehmen Sie es zuerst dort heraus.</translation>
    </message>
    <message>
        <source>There are %1 departments; that is the most.</source>
        <translation>Es gibt %1 Abteilungen; mehr sind nicht möglich.</translation>
    </message>
    <message>
        <source>There is no department %1.</source>
        <translation>Es gibt keine Abteilung %1.</translation>
    </message>
</context>
<context>
    <name>usage::Newest</name>
    <message>
        <source>Your view is limited to other departments.</source>
        <translation>Ihre Sicht ist auf andere Abteilungen beschränkt.</translation>
    </message>
</context>
<context>
    <name>wire</name>
    <message>
        <source>The message is not valid JSON (%1 at byte %2).</source>
        <translation>Die Nachricht ist kein gültiges JSON (%1 bei Byte %2).</translation>
    </message>
    <message>
        <source>The message must be a JSON object.</source>
        <translation>Die Nachricht muss ein JSON-Objekt sein.</translation>
    </message>
</context>
</TS>
