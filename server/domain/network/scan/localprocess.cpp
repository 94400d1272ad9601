// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/localprocess.h"

#include "domain/network/scan/text.h"

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace network::scan {

namespace {
constexpr qsizetype longestComplaint = 4096;
}

QProcessEnvironment bareEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    return environment;
}

LocalProcess::LocalProcess(const QString &program, const QStringList &arguments, QObject *parent)
    : Process(parent)
{
    m_process.setProgram(program);
    m_process.setArguments(arguments);
    m_process.setProcessEnvironment(bareEnvironment());
    m_process.setWorkingDirectory(QStringLiteral("/"));
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([] {
        ::setpgid(0, 0);
        ::prctl(PR_SET_PDEATHSIG, SIGKILL); // a server that is killed leaves no scan behind
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this,
            [this] { Q_EMIT received(m_process.readAllStandardOutput()); });
    connect(&m_process, &QProcess::readyReadStandardError, this, [this] {
        const QByteArray said = m_process.readAllStandardError();
        m_complaint += said.left(longestComplaint - m_complaint.size());
    });
    connect(&m_process, &QProcess::finished, this, [this] { end(); });
    connect(&m_process, &QProcess::errorOccurred, this, &LocalProcess::fail);
}

LocalProcess::~LocalProcess()
{
    m_process.disconnect(this);
    signalGroup(SIGKILL);
    if (m_process.state() != QProcess::NotRunning)
        m_process.waitForFinished(); // moments: nothing outlives this signal
}

void LocalProcess::start() { m_process.start(QIODevice::ReadOnly); }

void LocalProcess::signalGroup(int signal)
{
    const auto leader = pid_t(m_process.processId());
    if (leader <= 0)
        return;
    // The group is there once the child has made it.
    if (::kill(-leader, signal) != 0)
        ::kill(leader, signal);
}

void LocalProcess::end()
{
    if (std::exchange(m_isOver, true))
        return;
    if (const QByteArray rest = m_process.readAllStandardOutput(); !rest.isEmpty())
        Q_EMIT received(rest);
    Ending ending;
    // QProcess has the signal where the code would be.
    ending.how = m_process.exitStatus() == QProcess::CrashExit ? Ending::How::Killed : Ending::How::Exited;
    ending.value = m_process.exitCode();
    ending.complaint = cleaned(QString::fromUtf8(m_complaint), longestComplaint);
    Q_EMIT ended(ending);
}

void LocalProcess::fail(QProcess::ProcessError error)
{
    if (error != QProcess::FailedToStart || std::exchange(m_isOver, true))
        return;
    Q_EMIT ended({Ending::How::NotStarted, 0, cleaned(m_process.errorString(), longestComplaint)});
}

std::unique_ptr<Process> LocalLauncher::prepare(const Task &task)
{
    return std::make_unique<LocalProcess>(m_program, task.arguments());
}

} // namespace network::scan
