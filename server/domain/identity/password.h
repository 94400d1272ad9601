// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QByteArray>

namespace identity {

/// What one check of a password costs: Argon2id as OWASP recommends at the least.
struct PasswordCost
{
    quint32 memoryKiB = 19456;
    quint32 passes = 2;
    quint32 lanes = 1;
};

inline constexpr int shortestPassword = 12;  ///< characters
inline constexpr int longestPassword = 1024; ///< bytes of UTF-8
inline constexpr int passwordSaltBytes = 16;

/// Whether somebody may choose this password. Errors: Invalid (too short, too long, common).
core::Result<void> checkPassword(const QString &password);

/// Hashes into PHC form: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. Takes 20–100 ms and 19 MiB. The password
/// is brought to one Unicode form (NFKC) first, so that every keyboard types the same one. Errors: Internal
/// when the memory cannot be had.
core::Result<QString> hashPassword(const QString &password, const QByteArray &salt,
                                   const PasswordCost &cost = {});

/// Whether the password is the one hashed, in constant time. False for anything that is no Argon2id hash.
bool verifyPassword(const QString &password, const QString &phc);

/// A hash nobody has the password of, as costly to check as a real one.
QString unmatchableHash(const PasswordCost &cost = {});

} // namespace identity
