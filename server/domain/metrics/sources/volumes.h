// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/metrics.h"
#include "domain/metrics/sources/textfile.h"

#include <functional>

namespace metrics::sources {

/// One line of /proc/self/mountinfo.
struct Mount
{
    QByteArray point;
    QByteArray device; ///< what is mounted
    QByteArray type;
    bool operator==(const Mount &) const = default;
};

/// The local file systems that hold data, each once, by mount point: no virtual, network or FUSE file systems
/// (asking a dead server for its size blocks), no bind mounts of what is listed already, nothing another
/// mount hides.
QList<Mount> parseMounts(QByteArrayView text);

/// The size of the file system mounted there; empty when it cannot be told, or when it is not a folder.
std::optional<Space> probeSpace(const QByteArray &mountPoint);

/// Reads the sizes of the file systems.
class VolumeReader
{
public:
    using Probe = std::function<std::optional<Space>(const QByteArray &mountPoint)>;

    explicit VolumeReader(const QString &procRoot, Probe probe = probeSpace);

    void read();
    [[nodiscard]] const QList<Volume> &volumes() const { return m_volumes; }
    /// The root file system, whatever kind it is.
    [[nodiscard]] const Space &root() const { return m_root; }

private:
    TextFile m_mounts;
    Probe m_probe;
    QList<Volume> m_volumes;
    Space m_root;
};

} // namespace metrics::sources
