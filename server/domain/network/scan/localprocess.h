// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/scan/process.h"

#include <QProcess>

#include <csignal>

namespace network::scan {

/// nmap as a child of ours, without any privilege, in a process group of its own and with an empty
/// environment.
class LocalProcess final : public Process
{
    Q_OBJECT
public:
    LocalProcess(const QString &program, const QStringList &arguments, QObject *parent = nullptr);
    ~LocalProcess() override;

    void start() override;
    void terminate() override { signalGroup(SIGTERM); }
    void kill() override { signalGroup(SIGKILL); }

private:
    void signalGroup(int signal);
    void end();
    void fail(QProcess::ProcessError error);

    QProcess m_process;
    QByteArray m_complaint;
    bool m_isOver = false;
};

/// Starts nmap here.
class LocalLauncher final : public Launcher
{
public:
    explicit LocalLauncher(const QString &program) : m_program(program) {}

    [[nodiscard]] std::unique_ptr<Process> prepare(const Task &task) override;

private:
    const QString m_program;
};

/// The surroundings every program of ours is given.
QProcessEnvironment bareEnvironment();

} // namespace network::scan
