// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/scope.h"

namespace network {

using core::field;

core::Fields ScopeNetwork::fields()
{
    return {field("subnet", &ScopeNetwork::subnet, "As 192.168.1.0/24").atMost(64),
            field("display_name", &ScopeNetwork::displayName, "As people call it, or empty").atMost(128),
            field("ticked", &ScopeNetwork::isTicked, "It may be scanned"),
            field("watched", &ScopeNetwork::isWatched,
                  "Its devices are asked every few seconds whether they answer"),
            field("interface", &ScopeNetwork::interfaceName, "This machine is in it by that one, or empty")
                .atMost(64),
            field("addresses", &ScopeNetwork::addresses, "How many it has"),
            field("devices", &ScopeNetwork::devices, "How many are known in it")};
}

core::Fields ListScope::Reply::fields()
{
    return {field("networks", &Reply::networks, "Ticked or not"),
            field("scanner", &Reply::scanner, "What scans, as nmap 7.93; empty: nothing does"),
            field("missing", &Reply::missing, "What is missing for more, in sentences").atMost(16)};
}

core::Fields ListScope::fields() { return {}; }

core::Fields SetScope::fields()
{
    return {field("subnet", &SetScope::subnet, "As 192.168.1.0/24").atMost(64),
            field("display_name", &SetScope::displayName, "As people call it").atMost(128).defaulted(),
            field("ticked", &SetScope::isTicked, "It may be scanned"),
            field("watched", &SetScope::isWatched, "Its devices are watched").defaulted()};
}

core::Fields RemoveScope::fields()
{
    return {field("subnet", &RemoveScope::subnet, "As 192.168.1.0/24").atMost(64)};
}

core::Fields Credential::fields()
{
    return {
        field("id", &Credential::id, "Stable id").atMost(64),
        field("display_name", &Credential::displayName, "As people call it").atMost(128),
        field("version", &Credential::version, "v2c or v3").atMost(8),
        field("user", &Credential::user, "Of v3, or empty").atMost(64),
        field("authentication", &Credential::authentication, "none, sha, sha224, sha256, sha384 or sha512")
            .atMost(16),
        field("privacy", &Credential::privacy, "none, aes, aes192 or aes256").atMost(16),
        field("networks", &Credential::networks, "Where it is tried; empty: everywhere ticked").atMost(64)};
}

core::Fields ListCredentials::Reply::fields()
{
    return {field("credentials", &Reply::credentials, "Without what is secret")};
}

core::Fields ListCredentials::fields() { return {}; }

core::Fields SetCredential::Reply::fields() { return {field("id", &Reply::id, "Its id")}; }

core::Fields SetCredential::fields()
{
    return {
        field("id", &SetCredential::id, "Empty: a new one").atMost(64).defaulted(),
        field("display_name", &SetCredential::displayName, "As people call it").atMost(128),
        field("version", &SetCredential::version, "v2c or v3").atMost(8).defaulted(),
        field("user", &SetCredential::user, "Of v3").atMost(64).defaulted(),
        field("authentication", &SetCredential::authentication, "none, sha, sha224, sha256, sha384 or sha512")
            .atMost(16)
            .defaulted(),
        field("privacy", &SetCredential::privacy, "none, aes, aes192 or aes256").atMost(16).defaulted(),
        field("networks", &SetCredential::networks, "Where it is tried; empty: everywhere ticked")
            .atMost(64)
            .defaulted(),
        field("community", &SetCredential::community, "Of v2c").atMost(256),
        field("authentication_key", &SetCredential::authenticationKey, "Of v3, at least 8 characters")
            .atMost(256),
        field("privacy_key", &SetCredential::privacyKey, "Of v3, at least 8 characters").atMost(256)};
}

core::Fields RemoveCredential::fields() { return {field("id", &RemoveCredential::id, "Which").atMost(64)}; }

core::Fields TestCredential::Reply::fields()
{
    return {field("answered", &Reply::isAnswered, "It did"),
            field("message", &Reply::message, "What it is called, or why it did not").atMost(1024)};
}

core::Fields TestCredential::fields()
{
    return {field("id", &TestCredential::id, "Which credential").atMost(64),
            field("address", &TestCredential::address, "Of the device").atMost(64)};
}

void declareScope(core::Catalog &catalog)
{
    const QString subnet = QStringLiteral("192.168.1.0/24");
    const QString office = QStringLiteral("Office");
    const Credential credential{QStringLiteral("c-1"),
                                office,
                                QStringLiteral("v3"),
                                QStringLiteral("watcher"),
                                QStringLiteral("sha"),
                                QStringLiteral("aes"),
                                {subnet}};
    catalog.command<ListScope>(
        core::roles::viewers, {},
        {{{subnet, office, true, true, QStringLiteral("eth0"), 256, 41}},
         QStringLiteral("nmap 7.93"),
         {QStringLiteral("Scans see no hardware addresses and systems: the scan helper does not run.")}});
    catalog.command<SetScope>(core::roles::admins, {subnet, office, true, true}, {});
    catalog.command<RemoveScope>(core::roles::admins, {subnet}, {});
    catalog.command<ListCredentials>(core::roles::admins, {}, {{credential}});
    SetCredential set;
    set.displayName = office;
    set.community = QStringLiteral("public");
    catalog.command<SetCredential>(core::roles::admins, set, {credential.id});
    catalog.command<RemoveCredential>(core::roles::admins, {credential.id}, {});
    catalog.command<TestCredential>(core::roles::admins, {credential.id, QStringLiteral("192.168.1.2")},
                                    {true, QStringLiteral("core-sw-01 answers.")});
}

} // namespace network
