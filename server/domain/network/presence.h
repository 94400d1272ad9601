// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/devicepage.h"
#include "core/changestore.h"

namespace network {

/// How a device was there in each of `cells` equal parts of a time: the worst of a part counts. `changes` are
/// those of its state, newest first, in which one from before `from` tells how it began; `now` ends what goes
/// on. Before it was found, and in the future, it is unknown.
DevicePresence::Reply presenceOf(const QList<core::KnownChange> &changes, const QDateTime &from,
                                 const QDateTime &to, const QDateTime &now, int cells);

} // namespace network
