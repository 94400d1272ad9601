<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
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
    <name>shell::StatusStrip</name>
    <message numerus="yes">
        <source>%n clients</source>
        <translation>
            <numerusform>%n client</numerusform>
            <numerusform>%n clients</numerusform>
        </translation>
    </message>
</context>
</TS>
