// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/serverprocess.h"

#include <QDir>
#include <QRegularExpression>

namespace support {

namespace {
constexpr int mostWaiting = 60'000; // ms
} // namespace

ServerProcess::~ServerProcess()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(mostWaiting);
}

QString ServerProcess::start(const QString &program, const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    m_process.setProcessEnvironment(environment);
    m_process.setStandardErrorFile(m_folder.filePath(QStringLiteral("log")));
    m_process.start(program, arguments);
    if (!m_process.waitForStarted(mostWaiting))
        return program + QStringLiteral(": ") + m_process.errorString();
    static const QRegularExpression number(QStringLiteral("^\\d+"));
    m_port = quint16(number.match(says(QStringLiteral("http://127.0.0.1:"))).captured(0).toUInt());
    return m_port > 0 ? QString() : QStringLiteral("no port was said: ") + m_said + QString::fromUtf8(log());
}

QString ServerProcess::says(const QString &mark)
{
    for (;;) {
        const qsizetype at = m_said.indexOf(mark);
        const qsizetype end = at < 0 ? -1 : m_said.indexOf(u'\n', at);
        if (end >= 0)
            return m_said.mid(at + mark.size(), end - at - mark.size());
        if (!m_process.waitForReadyRead(mostWaiting))
            return {};
        m_said += QString::fromUtf8(m_process.readAllStandardOutput());
    }
}

bool ServerProcess::isRunning()
{
    return !m_process.waitForFinished(0) && m_process.state() == QProcess::Running;
}

qint64 ServerProcess::status(const QByteArray &name) const
{
    QFile file(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(QByteArray(name + ':')))
            return line.mid(name.size() + 1).trimmed().split(' ').first().toLongLong() * 1024;
    }
    return -1;
}

qint64 ServerProcess::memory() const { return status("VmRSS"); }
qint64 ServerProcess::peakMemory() const { return status("VmHWM"); }

void ServerProcess::forgetPeak() const
{
    QFile file(QStringLiteral("/proc/%1/clear_refs").arg(m_process.processId()));
    if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        file.write("5");
}

int ServerProcess::descriptors() const
{
    return int(QDir(QStringLiteral("/proc/%1/fd").arg(m_process.processId()))
                   .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
                   .size());
}

QByteArray ServerProcess::log() const
{
    QFile file(m_folder.filePath(QStringLiteral("log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int ServerProcess::stop()
{
    m_process.terminate();
    if (!m_process.waitForFinished(mostWaiting) || m_process.exitStatus() != QProcess::NormalExit)
        return -1;
    return m_process.exitCode();
}

} // namespace support
