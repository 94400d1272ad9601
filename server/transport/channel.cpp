// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/channel.h"

#include <QMetaMethod>

namespace transport {

void Channel::connectNotify(const QMetaMethod &signal)
{
    if (signal == QMetaMethod::fromSignal(&Channel::drained))
        setDrainedHeard(true);
}

void Channel::disconnectNotify(const QMetaMethod &)
{
    // Qt does not say which signal when all of a receiver go at once.
    if (!isSignalConnected(QMetaMethod::fromSignal(&Channel::drained)))
        setDrainedHeard(false);
}

} // namespace transport
