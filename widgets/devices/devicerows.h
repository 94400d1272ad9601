// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/devicepage.h"
#include "client/devices.h"
#include "devices/devicecolumns.h"
#include "devices/texttable.h"

namespace devices {

/// What is known of a device, name and value, in plain words; what is not known is left out.
[[nodiscard]] QList<std::pair<QString, QString>> factRows(const network::GetDevice::Reply &known,
                                                          const client::Devices &all, const Setting &setting);
/// Why it is taken for its type, the weightiest first.
[[nodiscard]] QList<TextRow> reasonRows(const network::GetDevice::Reply &known);
/// Addresses and names it has, and had.
[[nodiscard]] QList<TextRow> nameRows(const network::GetDevice::Reply &known, const Setting &setting);
[[nodiscard]] QList<TextRow> portRows(const network::GetDevice::Reply &known, const Setting &setting);
[[nodiscard]] QList<TextRow> interfaceRows(const network::GetDevice::Reply &known);
[[nodiscard]] QList<TextRow> changeRows(const QList<network::PastChange> &changes, const Setting &setting);

} // namespace devices
