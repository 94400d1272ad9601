// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/address.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>

namespace network::sources {

using Oid = QList<quint32>;

/// Whether `oid` lies below `root`.
bool isBelow(const Oid &oid, const Oid &root);

/// What a device says under one object identifier.
struct SnmpValue
{
    enum class Type : quint8 { Missing, Number, Octets, Object };

    Oid oid;
    Type type = Type::Missing;
    quint64 number = 0; ///< of every numeric type; a negative integer as its two's complement
    QByteArray octets;  ///< also of an IPv4 address
    Oid object;
};

struct SnmpPeer
{
    core::Address address;
    quint16 port = 161;
};

/// Who an agent is to SNMPv3, and how long it has been that (RFC 3411 §5, RFC 3414 §2.2.1).
struct SnmpEngine
{
    QByteArray name; ///< 5–32 bytes; none: not known
    quint32 boots = 0;
    quint32 time = 0; ///< seconds since the last
};

/// How to sign in to an agent: a community (v2c), or a user with keys made of passwords (RFC 3414, 7860,
/// 3826).
struct SnmpCredentials
{
    enum class Version : quint8 { V2c, V3 };
    enum class Auth : quint8 { None, Sha1, Sha224, Sha256, Sha384, Sha512 };
    enum class Privacy : quint8 { None, Aes128, Aes192, Aes256 };

    Version version = Version::V2c;
    QByteArray community;
    QByteArray user;
    Auth auth = Auth::None;
    QByteArray authPassword; ///< at least 8 characters
    Privacy privacy = Privacy::None;
    QByteArray privacyPassword; ///< at least 8 characters
};

/// What keeps an answer from being one.
enum class SnmpFault : quint8 {
    None,
    NoAnswer,       ///< silence: switched off, filtered, or a community it does not know
    NoAgent,        ///< the machine is there and refuses
    WrongCommunity, ///< an agent is there, and does not answer to the community
    UnknownUser,
    WrongPassword, ///< of the authentication
    WrongPrivacy,  ///< password or kind of the encryption
    LevelRefused,  ///< this user must not ask with so little, or so much, protection
    WrongTime,     ///< its clock or ours is off; the message is taken for a repeated one
    Refused,       ///< the agent answers with an error
    Nonsense,      ///< its answers go round in circles, or are none
    TooMuch,       ///< more than we are ready to take; what came until then is there
    Closed,        ///< we have ended it
    Unusable,      ///< the credentials cannot be used at all
};

struct SnmpAnswer
{
    SnmpFault fault = SnmpFault::None;
    QString sentence; ///< what is wrong and what to do; empty where nothing is
    QList<SnmpValue> values;

    [[nodiscard]] bool isGood() const { return fault == SnmpFault::None; }
};

/// What is taken in at most.
struct SnmpLimits
{
    std::chrono::milliseconds timeout{2000}; ///< of one request; it is repeated
    int retries = 2;
    int repetitions = 25;                       ///< asked for by one GETBULK
    qsizetype values = 50'000;                  ///< of one walk
    std::chrono::milliseconds walkTime{60'000}; ///< of one walk
};

} // namespace network::sources
