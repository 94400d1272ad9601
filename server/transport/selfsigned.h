// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QDateTime>
#include <QHostAddress>
#include <QStringList>

namespace transport {

/// A certificate that signs itself, and its key, as PEM.
struct SelfSigned
{
    QByteArray certificate;
    QByteArray key;

    /// Long, because its fingerprint is what people and programs trust: a new certificate is a new stranger.
    static constexpr int validYears = 10;

    /// For a server of these names and addresses, with a new P-256 key; the first name is the subject's. Good
    /// from a day before `now`, for clients whose clock is behind. Errors: Internal.
    static core::Result<SelfSigned> make(const QStringList &names, const QList<QHostAddress> &addresses,
                                         const QDateTime &now);
};

} // namespace transport
