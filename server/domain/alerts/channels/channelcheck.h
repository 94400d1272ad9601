// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/channels.h"
#include "core/result.h"

#include <QCoreApplication>

namespace alerts::channels {

/// Whether a channel can work as it was set up, before anything is sent.
class ChannelCheck
{
    Q_DECLARE_TR_FUNCTIONS(alerts::channels::ChannelCheck)
public:
    /// What the kind asks for, tidied. Of those whose address is secret, the address goes to the settings as
    /// far as it may be told. `secret`: nothing: what is kept stays. Errors: Invalid.
    static core::Result<ChannelSettings> settled(ChannelKind kind, const ChannelSettings &settings,
                                                 const std::optional<QString> &secret, bool hasSecret);
    /// Whether a channel's whole address is its secret.
    static bool isAddressSecret(ChannelKind kind);
    /// With whom a secret is shared: when it is another, the secret has to be given anew.
    static QString confidant(ChannelKind kind, const ChannelSettings &settings);

private:
    static core::Result<void> checkMail(ChannelSettings &settings, bool hasSecret);
    static core::Result<void> checkUrl(const QString &url, bool isPrivateAllowed);
    static core::Result<void> checkPost(ChannelKind kind, const ChannelSettings &settings, bool hasSecret);
};

} // namespace alerts::channels
