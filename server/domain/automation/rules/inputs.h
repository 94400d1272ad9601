// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMap>
#include <QString>

#include <variant>

namespace automation::rules {

using Labels = QMap<QString, QString>;

/// One reading of one series.
struct Sample
{
    QString source; ///< "host" for this machine, or the id of a device
    QString name;
    Labels labels;
    qint64 at = 0; ///< ms since the epoch, UTC
    double value = 0;
};

/// Something is in another state, or is heard of for the first time.
struct StateChange
{
    QString subject; ///< a device, a service
    QString kind;    ///< "device.status"
    QString value;   ///< "offline"
    qint64 at = 0;   ///< ms since the epoch, UTC
    Labels labels;
};

using Input = std::variant<Sample, StateChange>;

} // namespace automation::rules
