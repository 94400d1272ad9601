// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/metrics.h"

#include <QHash>

#include <chrono>

namespace metrics::sources {

/// What /proc/[pid]/stat says of one program.
struct ProcessStat
{
    int pid = 0;
    QString name;
    qint64 ticks = 0;     ///< processor time, user and system
    qint64 startedAt = 0; ///< ticks after start-up; tells a reused pid
    qint64 memory = 0;    ///< resident bytes
};

/// Reads /proc/[pid]/stat; the name may contain blanks and brackets. Empty when the text is not one.
std::optional<ProcessStat> parseProcess(QByteArrayView text);

/// Finds the busiest programs. A look at all of them costs milliseconds, so that it is taken every 5 s at
/// most.
class ProcessReader
{
public:
    explicit ProcessReader(QString procRoot) : m_procRoot(std::move(procRoot)) {}

    /// Looks again when the last look is old enough; shares are those since the last look.
    void read(std::chrono::milliseconds steady);
    /// At most 10, busiest first, then largest.
    [[nodiscard]] const QList<Process> &reading() const { return m_reading; }

private:
    struct Seen
    {
        qint64 ticks = 0;
        qint64 startedAt = 0;
    };
    struct Candidate
    {
        ProcessStat stat;
        double percent = 0;
    };

    QList<Candidate> look(double elapsed);
    QString ownerOf(int pid);
    /// By /etc/passwd alone, else the number: the name service may ask a directory on the network, and this
    /// thread does not wait.
    QString userName(uint uid);

    QString m_procRoot;
    QHash<int, Seen> m_seen;
    qint64 m_newestStart = 0; ///< of the programs seen in the last look
    QHash<uint, QString> m_users;
    std::optional<std::chrono::milliseconds> m_lastLook;
    qint64 m_looks = 0;
    QList<Process> m_reading;
};

} // namespace metrics::sources
