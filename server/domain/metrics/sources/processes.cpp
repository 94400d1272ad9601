// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/metrics/sources/processes.h"

#include "domain/metrics/sources/growth.h"
#include "domain/metrics/sources/words.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace metrics::sources {

namespace {
constexpr std::chrono::seconds lookEvery{5};
constexpr int mostProcesses = 10;
constexpr int mostUsers = 1000;
constexpr qint64 mostUserLine = 4096;

QByteArrayView readStat(int folder, const char *pid, std::array<char, 1024> &buffer)
{
    std::array<char, 32> path{};
    std::snprintf(path.data(), path.size(), "%.20s/stat", pid);
    const int descriptor = ::openat(folder, path.data(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return {};
    const ssize_t size = ::read(descriptor, buffer.data(), buffer.size());
    ::close(descriptor);
    return size > 0 ? QByteArrayView(buffer.data(), size) : QByteArrayView();
}
} // namespace

std::optional<ProcessStat> parseProcess(QByteArrayView text)
{
    const qsizetype open = text.indexOf('(');
    const qsizetype close = text.lastIndexOf(')');
    if (open < 1 || close < open)
        return std::nullopt;
    ProcessStat stat;
    bool isNumber = false;
    stat.pid = text.first(open).trimmed().toInt(&isNumber);
    if (!isNumber)
        return std::nullopt;
    stat.name = QString::fromUtf8(text.sliced(open + 1, close - open - 1));
    Words words(text.sliced(close + 1));
    stat.ticks = words.skip(11).number();
    stat.ticks += words.number();
    stat.startedAt = words.skip(6).number();
    stat.memory = words.skip(1).number(::sysconf(_SC_PAGESIZE));
    return stat;
}

void ProcessReader::read(std::chrono::milliseconds steady)
{
    // Shares need two looks; the first is followed by another as soon as one second has passed.
    const auto pause = m_looks < 2 ? std::chrono::milliseconds(1000) : std::chrono::milliseconds(lookEvery);
    if (m_lastLook && steady - *m_lastLook < pause)
        return;
    ++m_looks;
    const double elapsed = m_lastLook ? std::chrono::duration<double>(steady - *m_lastLook).count() : 0;
    m_lastLook = steady;
    QList<Candidate> found = look(elapsed);
    const auto top = found.begin() + std::min<qsizetype>(mostProcesses, found.size());
    std::partial_sort(found.begin(), top, found.end(), [](const Candidate &a, const Candidate &b) {
        return std::pair(a.percent, a.stat.memory) > std::pair(b.percent, b.stat.memory);
    });
    found.erase(top, found.end());
    if (found.isEmpty())
        return;
    m_reading.clear();
    for (const Candidate &one : std::as_const(found))
        m_reading.append({one.stat.pid, one.stat.name, ownerOf(one.stat.pid), one.percent, one.stat.memory});
}

QList<ProcessReader::Candidate> ProcessReader::look(double elapsed)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> folder(::opendir(QFile::encodeName(m_procRoot).constData()),
                                                      ::closedir);
    if (!folder)
        return {};
    static const double ticksPerSecond = double(::sysconf(_SC_CLK_TCK));
    QList<Candidate> found;
    QHash<int, Seen> seen;
    qint64 newestStart = m_newestStart;
    seen.reserve(m_seen.size());
    std::array<char, 1024> buffer{};
    while (const dirent *entry = ::readdir(folder.get())) {
        if (entry->d_name[0] < '1' || entry->d_name[0] > '9')
            continue;
        const auto stat = parseProcess(readStat(::dirfd(folder.get()), entry->d_name, buffer));
        if (!stat)
            continue;
        const auto before = m_seen.constFind(stat->pid);
        const bool isSame = before != m_seen.constEnd() && before->startedAt == stat->startedAt;
        // What began after the newest program of the last look has worked all its time since then.
        const bool isNew = !isSame && !m_seen.isEmpty() && stat->startedAt >= m_newestStart;
        const double rate =
            isSame || isNew ? growthRate(isSame ? before->ticks : 0, stat->ticks, elapsed) : 0;
        found.append({*stat, 100 * rate / ticksPerSecond});
        seen.insert(stat->pid, {stat->ticks, stat->startedAt});
        newestStart = std::max(newestStart, stat->startedAt);
    }
    m_newestStart = newestStart;
    if (!seen.isEmpty())
        m_seen = std::move(seen);
    return found;
}

QString ProcessReader::ownerOf(int pid)
{
    struct stat entry
    {
    };
    const QString path = QStringLiteral("%1/%2").arg(m_procRoot).arg(pid);
    if (::stat(QFile::encodeName(path).constData(), &entry) != 0)
        return {};
    return userName(entry.st_uid);
}

QString ProcessReader::userName(uint uid)
{
    if (const auto known = m_users.constFind(uid); known != m_users.constEnd())
        return *known;
    QString name = QString::number(uid);
    QFile users(QStringLiteral("/etc/passwd"));
    const bool isRead = users.open(QIODevice::ReadOnly);
    while (isRead && !users.atEnd()) {
        const QList<QByteArray> fields = users.readLine(mostUserLine).split(':'); // name:password:uid:…
        if (fields.size() > 2 && fields.at(2) == QByteArray::number(uid)) {
            name = QString::fromUtf8(fields.first());
            break;
        }
    }
    // A failed look-up (no descriptor left) is tried again; a user without a name is not.
    if (isRead && m_users.size() < mostUsers)
        m_users.insert(uid, name);
    return name;
}

} // namespace metrics::sources
