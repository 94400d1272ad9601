// SPDX-License-Identifier: GPL-3.0-or-later
#include "conformance/echo.h"

namespace conformance {

void echo(transport::Channel &channel, qint64 limit)
{
    using transport::Channel;
    using transport::SharedFrame;
    channel.setMessageLimit(limit);
    QObject::connect(&channel, &Channel::textReceived, &channel,
                     [&channel](const QByteArray &text) { channel.send(SharedFrame::text(text)); });
    QObject::connect(&channel, &Channel::binaryReceived, &channel,
                     [&channel](const QByteArray &bytes) { channel.send(SharedFrame::binary(bytes)); });
}

} // namespace conformance
