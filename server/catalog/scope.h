// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace network {

using core::field;

/// A network that may be scanned and watched once it is ticked.
struct ScopeNetwork
{
    QString subnet;
    QString displayName;
    bool isTicked = false;
    bool isWatched = false;
    QString interfaceName;
    double addresses = 0;
    int devices = 0;

    static constexpr auto fields()
    {
        return std::tuple{
            field("subnet", &ScopeNetwork::subnet, "As 192.168.1.0/24").atMost(64),
            field("display_name", &ScopeNetwork::displayName, "As people call it, or empty").atMost(128),
            field("ticked", &ScopeNetwork::isTicked, "It may be scanned"),
            field("watched", &ScopeNetwork::isWatched,
                  "Its devices are asked every few seconds whether they answer"),
            field("interface", &ScopeNetwork::interfaceName, "This machine is in it by that one, or empty")
                .atMost(64),
            field("addresses", &ScopeNetwork::addresses, "How many it has"),
            field("devices", &ScopeNetwork::devices, "How many are known in it")};
    }
};

/// Asks for the networks that may be scanned, and those this machine is in.
struct ListScope
{
    struct Reply
    {
        QList<ScopeNetwork> networks;
        QString scanner;
        QStringList missing;

        static constexpr auto fields()
        {
            return std::tuple{
                field("networks", &Reply::networks, "Ticked or not"),
                field("scanner", &Reply::scanner, "What scans, as nmap 7.93; empty: nothing does"),
                field("missing", &Reply::missing, "What is missing for more, in sentences").atMost(16)};
        }
    };

    static constexpr auto name = "network.scope.list";
    static constexpr auto summary = "The networks that may be scanned, and those this machine is in";
    static constexpr auto fields() { return std::tuple<>{}; }
};

/// Says what may be scanned and watched.
struct SetScope
{
    using Reply = identity::Done;

    QString subnet;
    QString displayName;
    bool isTicked = false;
    bool isWatched = true;

    static constexpr auto name = "network.scope.set";
    static constexpr auto summary = "Says whether a network may be scanned and is watched";
    static constexpr auto fields()
    {
        return std::tuple{
            field("subnet", &SetScope::subnet, "As 192.168.1.0/24").atMost(64),
            field("display_name", &SetScope::displayName, "As people call it").atMost(128).defaulted(),
            field("ticked", &SetScope::isTicked, "It may be scanned"),
            field("watched", &SetScope::isWatched, "Its devices are watched").defaulted()};
    }
};

/// Takes a network off the list.
struct RemoveScope
{
    using Reply = identity::Done;

    QString subnet;

    static constexpr auto name = "network.scope.remove";
    static constexpr auto summary = "Takes a network off the list of those that may be scanned";
    static constexpr auto fields()
    {
        return std::tuple{field("subnet", &RemoveScope::subnet, "As 192.168.1.0/24").atMost(64)};
    }
};

/// How a device may be asked by SNMP. What is secret is never told.
struct Credential
{
    QString id;
    QString displayName;
    QString version;
    QString user;
    QString authentication;
    QString privacy;
    QStringList networks;

    static constexpr auto fields()
    {
        return std::tuple{
            field("id", &Credential::id, "Stable id").atMost(64),
            field("display_name", &Credential::displayName, "As people call it").atMost(128),
            field("version", &Credential::version, "v2c or v3").atMost(8),
            field("user", &Credential::user, "Of v3, or empty").atMost(64),
            field("authentication", &Credential::authentication, "none, md5, sha, sha256 or sha512")
                .atMost(16),
            field("privacy", &Credential::privacy, "none, des or aes").atMost(16),
            field("networks", &Credential::networks, "Where it is tried; empty: everywhere ticked")
                .atMost(64)};
    }
};

/// Asks which credentials there are.
struct ListCredentials
{
    struct Reply
    {
        QList<Credential> credentials;

        static constexpr auto fields()
        {
            return std::tuple{field("credentials", &Reply::credentials, "Without what is secret")};
        }
    };

    static constexpr auto name = "network.credentials.list";
    static constexpr auto summary = "How devices are asked by SNMP, without what is secret";
    static constexpr auto fields() { return std::tuple<>{}; }
};

/// Keeps a credential; secrets that are left out stay as they are.
struct SetCredential
{
    struct Reply
    {
        QString id;

        static constexpr auto fields() { return std::tuple{field("id", &Reply::id, "Its id")}; }
    };

    QString id;
    QString displayName;
    QString version = QStringLiteral("v2c");
    QString user;
    QString authentication = QStringLiteral("none");
    QString privacy = QStringLiteral("none");
    QStringList networks;
    std::optional<QString> community;
    std::optional<QString> authenticationKey;
    std::optional<QString> privacyKey;

    static constexpr auto name = "network.credentials.set";
    static constexpr auto summary = "Keeps how devices are asked by SNMP; its secrets are never told again";
    static constexpr auto fields()
    {
        return std::tuple{
            field("id", &SetCredential::id, "Empty: a new one").atMost(64).defaulted(),
            field("display_name", &SetCredential::displayName, "As people call it").atMost(128),
            field("version", &SetCredential::version, "v2c or v3").atMost(8).defaulted(),
            field("user", &SetCredential::user, "Of v3").atMost(64).defaulted(),
            field("authentication", &SetCredential::authentication, "none, md5, sha, sha256 or sha512")
                .atMost(16)
                .defaulted(),
            field("privacy", &SetCredential::privacy, "none, des or aes").atMost(16).defaulted(),
            field("networks", &SetCredential::networks, "Where it is tried; empty: everywhere ticked")
                .atMost(64)
                .defaulted(),
            field("community", &SetCredential::community, "Of v2c").atMost(256),
            field("authentication_key", &SetCredential::authenticationKey, "Of v3, at least 8 characters")
                .atMost(256),
            field("privacy_key", &SetCredential::privacyKey, "Of v3, at least 8 characters").atMost(256)};
    }
};

/// Forgets a credential.
struct RemoveCredential
{
    using Reply = identity::Done;

    QString id;

    static constexpr auto name = "network.credentials.remove";
    static constexpr auto summary = "Forgets how devices were asked by SNMP";
    static constexpr auto fields()
    {
        return std::tuple{field("id", &RemoveCredential::id, "Which").atMost(64)};
    }
};

/// Asks one device by SNMP, to see whether a credential is good.
struct TestCredential
{
    struct Reply
    {
        bool isAnswered = false;
        QString message;

        static constexpr auto fields()
        {
            return std::tuple{
                field("answered", &Reply::isAnswered, "It did"),
                field("message", &Reply::message, "What it is called, or why it did not").atMost(1024)};
        }
    };

    QString id;
    QString address;

    static constexpr auto name = "network.credentials.test";
    static constexpr auto summary = "Asks one device by SNMP, to see whether it lets us in";
    static constexpr auto fields()
    {
        return std::tuple{field("id", &TestCredential::id, "Which credential").atMost(64),
                          field("address", &TestCredential::address, "Of the device").atMost(64)};
    }
};

/// Declares the commands about what may be scanned and how devices may be asked.
void declareScope(core::Catalog &catalog);

} // namespace network
