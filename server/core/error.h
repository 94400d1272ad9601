// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMetaType>
#include <QString>

#include <array>

namespace core {

/// What kind of failure it is; stable, and what every dialect translates into its own manner.
enum class ErrorCode {
    AuthenticationRequired,
    CodeRequired, ///< the password is right, but the account needs a one-time code, too
    Forbidden,
    UnknownCommand,
    Invalid,
    NotFound,
    Conflict,
    Limited,
    Unavailable,
    Internal,
};

/// The codes as they are written in the console dialect, in declaration order.
inline constexpr std::array errorCodeWords{"authentication_required",
                                           "code_required",
                                           "forbidden",
                                           "unknown_command",
                                           "invalid",
                                           "not_found",
                                           "conflict",
                                           "limited",
                                           "unavailable",
                                           "internal"};

/// Why something could not be done: a stable code, and a sentence for people (what, why, what to do).
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message;
    int retryAfter = 0; ///< seconds after which it may be tried again; 0: not known

    [[nodiscard]] QLatin1String word() const { return QLatin1String(errorCodeWords[size_t(code)]); }
    bool operator==(const Error &) const = default;
};

/// The code a word stands for; Internal for a word nobody declared.
ErrorCode errorCodeFromWord(QStringView word);

} // namespace core

Q_DECLARE_METATYPE(core::Error)
