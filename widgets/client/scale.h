// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace client {

/// The unit a chart is drawn in, and what stored values are multiplied with to get there.
struct Scale
{
    double factor = 1;
    QString unit;
};

/// Bits per second for a peak in bytes per second: bit/s, kbit/s, Mbit/s or Gbit/s.
Scale bitScale(double peakBytesPerSecond);
/// Bytes per second in decimal steps: B/s, kB/s, MB/s or GB/s.
Scale byteScale(double peakBytesPerSecond);
/// Memory in binary steps: MiB or GiB.
Scale memoryScale(double peakBytes);

} // namespace client
