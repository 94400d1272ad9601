// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/sources/lab.h"

#include <QProcess>
#include <QStandardPaths>

namespace lab {

namespace {
void end(QProcess *process)
{
    process->kill();
    process->waitForFinished(patience);
    delete process;
}
} // namespace

bool run(const QByteArray &command, const QByteArray &input)
{
    const QStringList words = QString::fromUtf8(command).split(QLatin1Char(' '));
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(words.first(), words.mid(1));
    process.write(input);
    process.closeWriteChannel();
    return process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit &&
           process.exitCode() == 0;
}

bool ip(const QByteArray &lines) { return run("ip -batch -", lines); }

QString tool(const QString &name)
{
    const QString unpacked = QStringLiteral(BELFRY_SOURCE_DIR "/build/tools/bin");
    const QString found = QStandardPaths::findExecutable(name, {unpacked});
    if (!found.isEmpty())
        return found;
    const QString installed = QStandardPaths::findExecutable(name);
    return installed.isEmpty() ? QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin")})
                               : installed;
}

std::unique_ptr<QProcess, void (*)(QProcess *)> spawn(const QStringList &command)
{
    std::unique_ptr<QProcess, void (*)(QProcess *)> process(new QProcess, end);
    process->setProcessChannelMode(QProcess::ForwardedChannels);
    process->start(command.first(), command.mid(1));
    process->waitForStarted(patience);
    return process;
}

} // namespace lab
