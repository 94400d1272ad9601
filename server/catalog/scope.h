// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace network {

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

    static core::Fields fields();
};

/// Asks for the networks that may be scanned, and those this machine is in.
struct ListScope
{
    struct Reply
    {
        QList<ScopeNetwork> networks;
        QString scanner;
        QStringList missing;

        static core::Fields fields();
    };

    static constexpr auto name = "network.scope.list";
    static constexpr auto summary = "The networks that may be scanned, and those this machine is in";
    static core::Fields fields();
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
    static core::Fields fields();
};

/// Takes a network off the list.
struct RemoveScope
{
    using Reply = identity::Done;

    QString subnet;

    static constexpr auto name = "network.scope.remove";
    static constexpr auto summary = "Takes a network off the list of those that may be scanned";
    static core::Fields fields();
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

    static core::Fields fields();
};

/// Asks which credentials there are.
struct ListCredentials
{
    struct Reply
    {
        QList<Credential> credentials;

        static core::Fields fields();
    };

    static constexpr auto name = "network.credentials.list";
    static constexpr auto summary = "How devices are asked by SNMP, without what is secret";
    static core::Fields fields();
};

/// Keeps a credential; secrets that are left out stay as they are.
struct SetCredential
{
    struct Reply
    {
        QString id;

        static core::Fields fields();
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
    static core::Fields fields();
};

/// Forgets a credential.
struct RemoveCredential
{
    using Reply = identity::Done;

    QString id;

    static constexpr auto name = "network.credentials.remove";
    static constexpr auto summary = "Forgets how devices were asked by SNMP";
    static core::Fields fields();
};

/// Asks one device by SNMP, to see whether a credential is good.
struct TestCredential
{
    struct Reply
    {
        bool isAnswered = false;
        QString message;

        static core::Fields fields();
    };

    QString id;
    QString address;

    static constexpr auto name = "network.credentials.test";
    static constexpr auto summary = "Asks one device by SNMP, to see whether it lets us in";
    static core::Fields fields();
};

/// Declares the commands about what may be scanned and how devices may be asked.
void declareScope(core::Catalog &catalog);

} // namespace network
