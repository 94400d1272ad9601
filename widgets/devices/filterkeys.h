// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "devices/devicefilter.h"

namespace devices {

using TextOf = QString (*)(const Subject &);
using NumberOf = std::optional<double> (*)(const Subject &);
using QualityOf = bool (*)(const network::Entry &);

/// What a number of a device is called in a filter; times are seconds ago.
struct NumberKey
{
    const char *key;
    NumberOf number;
    bool isTime;
};

/// The text behind a key; null: there is no such key.
[[nodiscard]] TextOf textKey(const QString &key);
[[nodiscard]] const NumberKey *numberKey(const QString &key);
/// What `is:` takes; null: it does not.
[[nodiscard]] QualityOf qualityNamed(const QString &word);
/// Whether a type is what somebody typed for it.
[[nodiscard]] bool isOfType(const network::Entry &device, const QString &word);

} // namespace devices
