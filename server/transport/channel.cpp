// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/channel.h"

#include <QMetaMethod>

namespace transport {

void Channel::connectNotify(const QMetaMethod &signal)
{
    if (signal == QMetaMethod::fromSignal(&Channel::drained))
        forwardDrained();
}

} // namespace transport
