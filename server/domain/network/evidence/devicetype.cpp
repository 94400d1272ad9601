// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/devicetype.h"

namespace network {

DeviceType deviceTypeFromWord(QStringView word)
{
    for (size_t i = 0; i < deviceTypeCount; ++i) {
        if (word == QLatin1String(deviceTypeWords[i]))
            return DeviceType(i);
    }
    return DeviceType::Unknown;
}

QString iconOf(DeviceType type) { return QStringLiteral("device-") + wordOf(type).replace(u'_', u'-'); }

} // namespace network
