// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/metrics/sources/volumes.h"

#include "domain/metrics/sources/words.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <sys/stat.h>
#include <sys/statvfs.h>

namespace metrics::sources {

namespace {
constexpr qsizetype mostVolumes = 64;
constexpr std::array<QByteArrayView, 19> localTypes{
    "ext2",  "ext3",  "ext4", "xfs",   "btrfs",  "zfs",      "f2fs", "jfs", "reiserfs", "vfat",
    "msdos", "exfat", "ntfs", "ntfs3", "nilfs2", "bcachefs", "ufs",  "hfs", "hfsplus"};

bool isLocal(const Mount &mount)
{
    // A container's root is an overlay; elsewhere overlays repeat what lies below.
    if (mount.type == "overlay")
        return mount.point == "/";
    return std::find(localTypes.begin(), localTypes.end(), QByteArrayView(mount.type)) != localTypes.end();
}

/// Blanks and the like are written as \ooo (proc(5)).
QByteArray unescaped(QByteArrayView word)
{
    QByteArray out;
    for (qsizetype i = 0; i < word.size(); ++i) {
        bool isOctal = false;
        const uint code =
            word[i] == '\\' && i + 3 < word.size() ? word.sliced(i + 1, 3).toUInt(&isOctal, 8) : 0;
        out += isOctal ? char(code) : word[i];
        i += isOctal ? 3 : 0;
    }
    return out;
}

Mount readMount(QByteArrayView line)
{
    Words words(line);
    Mount mount;
    mount.point = unescaped(words.skip(4).next());
    // Optional fields end with a lone dash.
    for (QByteArrayView word = words.next(); !word.isEmpty() && word != "-";)
        word = words.next();
    mount.type = words.next().toByteArray();
    mount.device = unescaped(words.next());
    return mount;
}
} // namespace

QList<Mount> parseMounts(QByteArrayView text)
{
    QList<Mount> all;
    Lines lines(text);
    for (QByteArrayView line; lines.next(line);) {
        const Mount mount = readMount(line);
        all.removeIf([&](const Mount &hidden) { return hidden.point == mount.point; });
        all.append(mount);
    }
    all.removeIf([](const Mount &mount) { return mount.point.isEmpty() || !isLocal(mount); });
    std::stable_sort(all.begin(), all.end(),
                     [](const Mount &a, const Mount &b) { return a.point.size() < b.point.size(); });
    QList<Mount> kept;
    for (const Mount &mount : std::as_const(all)) {
        const bool isRepeated = std::any_of(kept.begin(), kept.end(),
                                            [&](const Mount &other) { return other.device == mount.device; });
        if (!isRepeated && kept.size() < mostVolumes)
            kept.append(mount);
    }
    std::sort(kept.begin(), kept.end(), [](const Mount &a, const Mount &b) { return a.point < b.point; });
    return kept;
}

std::optional<Space> probeSpace(const QByteArray &mountPoint)
{
    struct stat entry
    {
    };
    struct statvfs sizes
    {
    };
    if (::stat(mountPoint.constData(), &entry) != 0 || !S_ISDIR(entry.st_mode) ||
        ::statvfs(mountPoint.constData(), &sizes) != 0 || sizes.f_blocks == 0)
        return std::nullopt;
    const auto block = qint64(sizes.f_frsize);
    Space space;
    space.total = qint64(sizes.f_blocks) * block;
    space.used = qint64(sizes.f_blocks - std::min(sizes.f_bfree, sizes.f_blocks)) * block;
    space.free = qint64(sizes.f_bavail) * block;
    // As df(1): what is reserved for root counts as neither used nor available.
    const qint64 usable = space.used + space.free;
    space.usagePercent = usable > 0 ? 100.0 * double(space.used) / double(usable) : 0;
    return space;
}

VolumeReader::VolumeReader(const QString &procRoot, Probe probe)
    : m_mounts(procRoot + QStringLiteral("/self/mountinfo")), m_probe(std::move(probe))
{
}

void VolumeReader::read()
{
    if (const auto space = m_probe(QByteArrayLiteral("/")))
        m_root = *space;
    const QByteArray &text = m_mounts.read();
    if (text.isEmpty())
        return;
    m_volumes.clear();
    for (const Mount &mount : parseMounts(text)) {
        if (const auto space = m_probe(mount.point))
            m_volumes.append({QFile::decodeName(mount.point), QFile::decodeName(mount.device),
                              QString::fromLatin1(mount.type), *space});
    }
}

} // namespace metrics::sources
