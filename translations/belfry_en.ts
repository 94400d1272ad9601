<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>alerts::AlertCrier</name>
    <message numerus="yes">
        <source>Critical · %1, and %n more</source>
        <translation>
            <numerusform>Critical · %1, and %n more</numerusform>
            <numerusform>Critical · %1, and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new alerts</source>
        <translation>
            <numerusform>%n new alert</numerusform>
            <numerusform>%n new alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::AlertDeeds</name>
    <message numerus="yes">
        <source>%n alerts</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) silenced.</source>
        <translation>
            <numerusform>%n alert silenced.</numerusform>
            <numerusform>%n alerts silenced.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::AlertPage</name>
    <message numerus="yes">
        <source>%n folded into it</source>
        <translation>
            <numerusform>%n folded into it</numerusform>
            <numerusform>%n folded into it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::AlertWords</name>
    <message numerus="yes">
        <source>Said %n times</source>
        <translation>
            <numerusform>Said %n time</numerusform>
            <numerusform>Said %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are a part of it</source>
        <translation>
            <numerusform>%n alert is a part of it</numerusform>
            <numerusform>%n alerts are a part of it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Came back %n time(s)</source>
        <translation>
            <numerusform>Came back %n time</numerusform>
            <numerusform>Came back %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Escalated %n time(s)</source>
        <translation>
            <numerusform>Escalated %n time</numerusform>
            <numerusform>Escalated %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::AlertsPage</name>
    <message numerus="yes">
        <source>&amp;Acknowledge %n</source>
        <translation>
            <numerusform>&amp;Acknowledge %n</numerusform>
            <numerusform>&amp;Acknowledge %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Resolve %n</source>
        <translation>
            <numerusform>&amp;Resolve %n</numerusform>
            <numerusform>&amp;Resolve %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) written to %1.</source>
        <translation>
            <numerusform>%n alert written to %1.</numerusform>
            <numerusform>%n alerts written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silenced: show</source>
        <translation>
            <numerusform>%n silenced: show</numerusform>
            <numerusform>%n silenced: show</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ %n new: show</source>
        <translation>
            <numerusform>▲ %n new: show</numerusform>
            <numerusform>▲ %n new: show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::AttentionCard</name>
    <message numerus="yes">
        <source>%n silenced, the first until %1: show</source>
        <translation>
            <numerusform>%n silenced, the first until %1: show</numerusform>
            <numerusform>%n silenced, the first until %1: show</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silenced: show</source>
        <translation>
            <numerusform>%n silenced: show</numerusform>
            <numerusform>%n silenced: show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::FactWords</name>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::ICalendar</name>
    <message numerus="yes">
        <source>%n more remarks are left out.</source>
        <translation>
            <numerusform>%n more remark is left out.</numerusform>
            <numerusform>%n more remarks are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::MatcherList</name>
    <message numerus="yes">
        <source>Means %n alert(s) there are now.</source>
        <translation>
            <numerusform>Means %n alert there is now.</numerusform>
            <numerusform>Means %n alerts there are now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::MonthGrid</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::NoticeWords</name>
    <message numerus="yes">
        <source>%1, and %n more behind it</source>
        <translation>
            <numerusform>%1, and %n more behind it</numerusform>
            <numerusform>%1, and %n more behind it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) over</source>
        <translation>
            <numerusform>%n alert over</numerusform>
            <numerusform>%n alerts over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s)</source>
        <translation>
            <numerusform>%n alert</numerusform>
            <numerusform>%n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::OriginCard</name>
    <message numerus="yes">
        <source>%n alert(s) in the last %1 days: %2 acknowledged, %3 over before anybody saw to them.</source>
        <extracomment>%1: how many days; %2 and %3: how many of the alerts</extracomment>
        <translation>
            <numerusform>%n alert in the last %1 days: %2 acknowledged, %3 over before anybody saw to it.</numerusform>
            <numerusform>%n alerts in the last %1 days: %2 acknowledged, %3 over before anybody saw to them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::UpkeepBanner</name>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::WindowsPanel</name>
    <message numerus="yes">
        <source>%n maintenance window(s) imported.</source>
        <translation>
            <numerusform>%n maintenance window imported.</numerusform>
            <numerusform>%n maintenance windows imported.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::channels::Call</name>
    <message numerus="yes">
        <source>%1 did not answer within %n second(s). Look whether it is well.</source>
        <translation>
            <numerusform>%1 did not answer within %n second. Look whether it is well.</numerusform>
            <numerusform>%1 did not answer within %n seconds. Look whether it is well.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alerts::channels::Message</name>
    <message numerus="yes">
        <source>%n more are a part of it</source>
        <translation>
            <numerusform>%n more is a part of it</numerusform>
            <numerusform>%n more are a part of it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Good news of %n alert(s)</source>
        <translation>
            <numerusform>Good news of %n alert</numerusform>
            <numerusform>Good news of %n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n alert(s)</source>
        <translation>
            <numerusform>%1: %n alert</numerusform>
            <numerusform>%1: %n alerts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more.</source>
        <translation>
            <numerusform>… and %n more.</numerusform>
            <numerusform>… and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assistant::AlertTalk</name>
    <message numerus="yes">
        <source>%n alert(s) open: %1.</source>
        <translation>
            <numerusform>%n alert open: %1.</numerusform>
            <numerusform>%n alerts open: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more looked after.</source>
        <translation>
            <numerusform>%n more looked after.</numerusform>
            <numerusform>%n more looked after.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silenced.</source>
        <translation>
            <numerusform>%n silenced.</numerusform>
            <numerusform>%n silenced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n a part of another.</source>
        <translation>
            <numerusform>%n a part of another.</numerusform>
            <numerusform>%n a part of another.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are a part of it.</source>
        <translation>
            <numerusform>%n alert is a part of it.</numerusform>
            <numerusform>%n alerts are a part of it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silence(s): %1.</source>
        <translation>
            <numerusform>%n silence: %1.</numerusform>
            <numerusform>%n silences: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are under them.</source>
        <translation>
            <numerusform>%n alert is under them.</numerusform>
            <numerusform>%n alerts are under them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assistant::ChangeTalk</name>
    <message numerus="yes">
        <source>%n change(s) %1 on %2: %3.</source>
        <translation>
            <numerusform>%n change %1 on %2: %3.</numerusform>
            <numerusform>%n changes %1 on %2: %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) raised: %1.</source>
        <translation>
            <numerusform>%n alert raised: %1.</numerusform>
            <numerusform>%n alerts raised: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assistant::ConditionTalk</name>
    <message numerus="yes">
        <source>%n open alert(s): %1.</source>
        <translation>
            <numerusform>%n open alert: %1.</numerusform>
            <numerusform>%n open alerts: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open port(s) on %1, as far as was scanned: %2.</source>
        <translation>
            <numerusform>%n open port on %1, as far as was scanned: %2.</numerusform>
            <numerusform>%n open ports on %1, as far as was scanned: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assistant::DeviceTalk</name>
    <message numerus="yes">
        <source>%n device(s) down: %1.</source>
        <translation>
            <numerusform>%n device down: %1.</numerusform>
            <numerusform>%n devices down: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) cannot be reached behind what is down.</source>
        <translation>
            <numerusform>%n device cannot be reached behind what is down.</numerusform>
            <numerusform>%n devices cannot be reached behind what is down.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s).</source>
        <translation>
            <numerusform>%n device.</numerusform>
            <numerusform>%n devices.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s): %1.</source>
        <translation>
            <numerusform>%n device: %1.</numerusform>
            <numerusform>%n devices: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) with port %1 open, as far as was scanned: %2.</source>
        <translation>
            <numerusform>%n device with port %1 open, as far as was scanned: %2.</numerusform>
            <numerusform>%n devices with port %1 open, as far as was scanned: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new device(s) %1: %2.</source>
        <translation>
            <numerusform>%n new device %1: %2.</numerusform>
            <numerusform>%n new devices %1: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assistant::HouseTalk</name>
    <message numerus="yes">
        <source>%n here: %1.</source>
        <translation>
            <numerusform>%n here: %1.</numerusform>
            <numerusform>%n here: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) running: %1.</source>
        <translation>
            <numerusform>%n scan running: %1.</numerusform>
            <numerusform>%n scans running: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It found %n device(s)</source>
        <translation>
            <numerusform>It found %n device</numerusform>
            <numerusform>It found %n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open port(s)</source>
        <translation>
            <numerusform>%n open port</numerusform>
            <numerusform>%n open ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n watched service(s) work.</source>
        <translation>
            <numerusform>The %n watched service works.</numerusform>
            <numerusform>All %n watched services work.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the watched services do not work: %1.</source>
        <translation>
            <numerusform>%n of the watched services does not work: %1.</numerusform>
            <numerusform>%n of the watched services do not work: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assistant::PlaceTalk</name>
    <message numerus="yes">
        <source>%n device(s) hang on it: %1.</source>
        <translation>
            <numerusform>%n device hangs on it: %1.</numerusform>
            <numerusform>%n devices hang on it: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) in %1: %2.</source>
        <translation>
            <numerusform>%n device in %1: %2.</numerusform>
            <numerusform>%n devices in %1: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>assistant::Service</name>
    <message numerus="yes">
        <source>%n question(s) wait here already. Ask again in a moment.</source>
        <translation>
            <numerusform>%n question waits here already. Ask again in a moment.</numerusform>
            <numerusform>%n questions wait here already. Ask again in a moment.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too much is asked at once. Ask again in %n second(s).</source>
        <translation>
            <numerusform>Too much is asked at once. Ask again in %n second.</numerusform>
            <numerusform>Too much is asked at once. Ask again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>automation</name>
    <message numerus="yes">
        <source>Would have fired %n time(s).</source>
        <translation>
            <numerusform>Would have fired %n time.</numerusform>
            <numerusform>Would have fired %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>automation::ChannelWords</name>
    <message numerus="yes">
        <source>escalated %n time(s)</source>
        <translation>
            <numerusform>escalated %n time</numerusform>
            <numerusform>escalated %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>automation::ChannelsPanel</name>
    <message numerus="yes">
        <source>Belfry learns until %1: only what is critical goes out. %n alert(s) were held back.</source>
        <translation>
            <numerusform>Belfry learns until %1: only what is critical goes out. %n alert was held back.</numerusform>
            <numerusform>Belfry learns until %1: only what is critical goes out. %n alerts were held back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>automation::FiringStrip</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>automation::MessagesPanel</name>
    <message numerus="yes">
        <source>%n alert(s) of the last week went to nobody: no route takes them.</source>
        <translation>
            <numerusform>%n alert of the last week went to nobody: no route takes it.</numerusform>
            <numerusform>%n alerts of the last week went to nobody: no route takes them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>automation::RulePreview</name>
    <message numerus="yes">
        <source>Would not have fired in the last %n day(s).</source>
        <translation>
            <numerusform>Would not have fired in the last %n day.</numerusform>
            <numerusform>Would not have fired in the last %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>automation::RuleTable</name>
    <message numerus="yes">
        <source>It fired %n time(s) in %1 days.</source>
        <translation>
            <numerusform>It fired %n time in %1 days.</numerusform>
            <numerusform>It fired %n times in %1 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were over before anybody saw to them.</source>
        <translation>
            <numerusform>%n of them was over before anybody saw to it.</numerusform>
            <numerusform>%n of them were over before anybody saw to them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>automation::RulesPanel</name>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chat::CardBook</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chat::ExportSheet</name>
    <message numerus="yes">
        <source>%n message(s) are in that file, which is the most one takes. Export again for what follows.</source>
        <translation>
            <numerusform>%n message is in that file, which is the most one takes. Export again for what follows.</numerusform>
            <numerusform>%n messages are in that file, which is the most one takes. Export again for what follows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chat::MessageRows</name>
    <message numerus="yes">
        <source>%1 joined</source>
        <translation>
            <numerusform>%1 joined</numerusform>
            <numerusform>%1 joined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 left</source>
        <translation>
            <numerusform>%1 left</numerusform>
            <numerusform>%1 left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people joined</source>
        <translation>
            <numerusform>%n person joined</numerusform>
            <numerusform>%n people joined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people left</source>
        <translation>
            <numerusform>%n person left</numerusform>
            <numerusform>%n people left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 by %n</source>
        <translation>
            <numerusform>%1 by %n</numerusform>
            <numerusform>%1 by %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chat::RoomList</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chat::SearchPanel</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chat::ValuesSheet</name>
    <message numerus="yes">
        <source>%n more did not go along</source>
        <comment>devices and links of a map</comment>
        <translation>
            <numerusform>%n more did not go along</numerusform>
            <numerusform>%n more did not go along</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>client::RemoteLink</name>
    <message numerus="yes">
        <source>%1 Trying again in %n s.</source>
        <translation>
            <numerusform>%1 Trying again in %n s.</numerusform>
            <numerusform>%1 Trying again in %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>client::SignIn</name>
    <message numerus="yes">
        <source>Too many attempts. Try again in %n s.</source>
        <translation>
            <numerusform>Too many attempts. Try again in %n s.</numerusform>
            <numerusform>Too many attempts. Try again in %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>devices::Deeds</name>
    <message numerus="yes">
        <source>%n device(s) approved.</source>
        <translation>
            <numerusform>%n device approved.</numerusform>
            <numerusform>%n devices approved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) ignored; they are under “Ignored”.</source>
        <translation>
            <numerusform>%n device ignored; it is under “Ignored”.</numerusform>
            <numerusform>%n devices ignored; they are under “Ignored”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Forget %n devices?</source>
        <translation>
            <numerusform>Forget %n device?</numerusform>
            <numerusform>Forget %n devices?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) forgotten.</source>
        <translation>
            <numerusform>%n device forgotten.</numerusform>
            <numerusform>%n devices forgotten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n devices are one now.</source>
        <translation>
            <numerusform>%n device is one now.</numerusform>
            <numerusform>%n devices are one now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>devices::DevicesPage</name>
    <message numerus="yes">
        <source>%n device(s) changed.</source>
        <translation>
            <numerusform>%n device changed.</numerusform>
            <numerusform>%n devices changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) written to %1.</source>
        <translation>
            <numerusform>%n device written to %1.</numerusform>
            <numerusform>%n devices written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new: show</source>
        <translation>
            <numerusform>%n new: show</numerusform>
            <numerusform>%n new: show</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>devices::EditSheet</name>
    <message numerus="yes">
        <source>Edit %n devices</source>
        <translation>
            <numerusform>Edit %n device</numerusform>
            <numerusform>Edit %n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>devices::MergeSheet</name>
    <message numerus="yes">
        <source>Make one of %n devices</source>
        <translation>
            <numerusform>Make one of %n device</numerusform>
            <numerusform>Make one of %n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>events::EventsDock</name>
    <message numerus="yes">
        <source>%n events</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>identity::Service</name>
    <message numerus="yes">
        <source>Too many sign-ins were tried. Try again in %n second(s).</source>
        <translation>
            <numerusform>Too many sign-ins were tried. Try again in %n second.</numerusform>
            <numerusform>Too many sign-ins were tried. Try again in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>network::Legend</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>network::MapPage</name>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n thing</numerusform>
            <numerusform>%n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n hidden device(s)</source>
        <translation>
            <numerusform>Show %n hidden device</numerusform>
            <numerusform>Show %n hidden devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) on the network map</source>
        <translation>
            <numerusform>%n device on the network map</numerusform>
            <numerusform>%n devices on the network map</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>network::MapWords</name>
    <message numerus="yes">
        <source>%1 · %n device(s)</source>
        <translation>
            <numerusform>%1 · %n device</numerusform>
            <numerusform>%1 · %n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>network::sources::TlsCheckRun</name>
    <message numerus="yes">
        <source>The certificate expires on %1, in %n day(s). Renew it.</source>
        <translation>
            <numerusform>The certificate expires on %1, in %n day. Renew it.</numerusform>
            <numerusform>The certificate expires on %1, in %n days. Renew it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The certificate is valid until %1, for %n day(s).</source>
        <translation>
            <numerusform>The certificate is valid until %1, for %n day.</numerusform>
            <numerusform>The certificate is valid until %1, for %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>notices::Bell</name>
    <message numerus="yes">
        <source>Notifications, %n unread</source>
        <translation>
            <numerusform>Notifications, %n unread</numerusform>
            <numerusform>Notifications, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>overview::AwayCard</name>
    <message numerus="yes">
        <source>%n new device(s)</source>
        <translation>
            <numerusform>%n new device</numerusform>
            <numerusform>%n new devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) stopped answering</source>
        <translation>
            <numerusform>%n device stopped answering</numerusform>
            <numerusform>%n devices stopped answering</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) back up</source>
        <translation>
            <numerusform>%n device back up</numerusform>
            <numerusform>%n devices back up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) raised</source>
        <translation>
            <numerusform>%n alert raised</numerusform>
            <numerusform>%n alerts raised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) resolved</source>
        <translation>
            <numerusform>%n alert resolved</numerusform>
            <numerusform>%n alerts resolved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread mention(s)</source>
        <translation>
            <numerusform>%n unread mention</numerusform>
            <numerusform>%n unread mentions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>scans::Words</name>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open ports</source>
        <translation>
            <numerusform>%n open port</numerusform>
            <numerusform>%n open ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>settings::TokensPanel</name>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell::Herald</name>
    <message numerus="yes">
        <source>%n things happened</source>
        <translation>
            <numerusform>%n thing happened</numerusform>
            <numerusform>%n things happened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell::MainWindow</name>
    <message numerus="yes">
        <source>%n open (%1 critical)</source>
        <translation>
            <numerusform>%n open (%1 critical)</numerusform>
            <numerusform>%n open (%1 critical)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these devices are no longer kept.</source>
        <translation>
            <numerusform>%n of these devices is no longer kept.</numerusform>
            <numerusform>%n of these devices are no longer kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell::PopUps</name>
    <message numerus="yes">
        <source>%n alerts need attention</source>
        <translation>
            <numerusform>%n alert needs attention</numerusform>
            <numerusform>%n alerts need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell::Reporter</name>
    <message numerus="yes">
        <source>%n new device(s)</source>
        <translation>
            <numerusform>%n new device</numerusform>
            <numerusform>%n new devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>shell::StatusStrip</name>
    <message numerus="yes">
        <source>%n clients</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silenced</source>
        <translation>
            <numerusform>%n silenced</numerusform>
            <numerusform>%n silenced</numerusform>
        </translation>
    </message>
</context>
</TS>
