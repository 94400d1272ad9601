// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/channel.h"

#include <QMetaMethod>

namespace transport {

void Channel::sendAll(std::span<const SharedFrame *const> frames)
{
    for (const SharedFrame *frame : frames)
        send(*frame);
}

void Channel::connectNotify(const QMetaMethod &signal)
{
    if (signal == QMetaMethod::fromSignal(&Channel::drained))
        forwardDrained();
}

} // namespace transport
