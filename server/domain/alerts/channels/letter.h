// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/channels.h"
#include "domain/alerts/channels/message.h"

#include <QUrl>

namespace alerts::channels {

/// A message with all that is needed to send it.
struct Letter
{
    Channel channel;
    QByteArray secret;
    QString address; ///< whom instead of the channel's own recipients; empty: those
    Message message;
    QDateTime at; ///< of this attempt
};

/// What an HTTP server is asked to take.
struct Post
{
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< beside those that every request has
    QByteArray body;
};

} // namespace alerts::channels
