// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QObject>
#include <QProcess>
#include <QStringList>

#include <memory>
#include <vector>

namespace lab {

/// A few hosts behind a bridge, in namespaces of their own: 10.77.0.0/24, we are .1. For a process that
/// tests/netlab/lab.sh has started.
class Network
{
public:
    /// Address → hardware address of those who answer, without us.
    static const QHash<QString, QString> &hosts();
    /// False when the hosts cannot be made.
    bool build();
    /// Runs something at the host for as long as the network lives.
    void at(int host, const QStringList &command);

private:
    std::vector<std::unique_ptr<QProcess>> m_processes;
};

/// belfry-scan-helper, serving one user.
class Helper
{
public:
    explicit Helper(unsigned uid, const QString &name);
    ~Helper();

    [[nodiscard]] bool isReady();
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

private:
    QProcess m_process;
    QString m_path;
};

/// Another user for as long as it lives: to the kernel, and so to whoever asks it.
class OtherUser
{
public:
    explicit OtherUser(unsigned uid);
    ~OtherUser();
    OtherUser(const OtherUser &) = delete;
    OtherUser &operator=(const OtherUser &) = delete;
};

/// The processes of that name.
QList<qint64> processes(const QByteArray &name);
/// A line of /proc/PID/status.
QByteArray status(qint64 pid, const QByteArray &key);
/// Runs a command to its end; what it printed.
QByteArray output(const QString &program, const QStringList &arguments);

} // namespace lab
