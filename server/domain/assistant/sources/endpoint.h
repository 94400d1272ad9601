// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/address.h"
#include "core/result.h"

#include <QUrl>

#include <functional>

class QObject;

namespace assistant::sources {

/// Where a model is asked. Nothing else is ever spoken to.
struct Endpoint
{
    QUrl url; ///< of its chat completions
    QByteArray key;
    bool isPrivateAllowed = false;
};

/// Of what people write: https://models.example.org, …/v1 or the whole of it. Unencrypted only where private
/// addresses are allowed. Errors: Invalid.
core::Result<QUrl> completionsUrl(const QString &text, bool isPrivateAllowed);

/// Whether an address is not one of the public Internet.
bool isPrivateAddress(const core::Address &address);

using Addresses = core::Result<QList<core::Address>>;
/// Finds the addresses of a name; the answer comes once.
using Resolver =
    std::function<void(QObject *asker, const QString &host, std::function<void(Addresses)> answer)>;
/// Asks the system, without waiting.
void resolveBySystem(QObject *asker, const QString &host, const std::function<void(Addresses)> &answer);

/// The first address that may be spoken to. Errors: Forbidden (there are only private ones).
core::Result<core::Address> admitted(const QList<core::Address> &addresses, bool isPrivateAllowed);

} // namespace assistant::sources
