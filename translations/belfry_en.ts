<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
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
