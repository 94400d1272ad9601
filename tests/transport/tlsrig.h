// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "support/fakeclock.h"
#include "transport/tls.h"

#include <QSslSocket>
#include <QTemporaryDir>

namespace tlsrig {

/// A certificate and its key in two files.
struct Pair
{
    QString certificateFile;
    QString keyFile;
};

/// A new self-signed pair for `names` in `folder`, in files that begin with `prefix`.
Pair makePair(const QTemporaryDir &folder, const QString &prefix,
              const QStringList &names = {QStringLiteral("localhost")});
/// Of such a pair.
std::shared_ptr<transport::Tls> makeTls(core::Clock &clock);
/// A client that trusts any certificate.
std::unique_ptr<QSslSocket> trustingSocket();

} // namespace tlsrig
