// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QProcess>
#include <QTemporaryDir>

namespace support {

/// A server as a process of its own, watched from outside: its memory, its descriptors, whether it lives.
class ServerProcess
{
public:
    ServerProcess() = default;
    ~ServerProcess();
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;

    /// Starts `program` and waits until it has said its URLs ("http://127.0.0.1:PORT"); what went wrong, or
    /// nothing.
    QString start(const QString &program, const QStringList &arguments);
    [[nodiscard]] quint16 port() const { return m_port; }
    /// A folder that lives as long as this.
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// Waits until its standard output contains `mark`; the line's rest behind it.
    QString says(const QString &mark);

    [[nodiscard]] bool isRunning();
    /// Resident memory now, in bytes.
    [[nodiscard]] qint64 memory() const;
    /// The most since `forgetPeak`.
    [[nodiscard]] qint64 peakMemory() const;
    void forgetPeak() const;
    [[nodiscard]] int descriptors() const;
    /// What it wrote to its standard error so far.
    [[nodiscard]] QByteArray log() const;
    /// Asks it to stop (SIGTERM): its exit code, or -1 when it did not end well.
    int stop();

private:
    [[nodiscard]] qint64 status(const QByteArray &name) const;

    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_said;
    quint16 m_port = 0;
};

} // namespace support
