// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/changestore.h"
#include "domain/network/known.h"

namespace network {

/// Sets what a person said of a device; what became another by that, without a subject.
QList<core::KnownChange> applyWish(Known &device, const SetDevices &wish, const QDateTime &at,
                                   const QString &by);

} // namespace network
