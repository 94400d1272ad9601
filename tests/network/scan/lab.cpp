// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/scan/lab.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <unistd.h>

namespace lab {

namespace {
QString numbered(const char *name, int number) { return QLatin1String(name) + QString::number(number); }

bool run(const QString &line)
{
    const QStringList words = line.split(QLatin1Char(' '));
    return QProcess::execute(words.first(), words.mid(1)) == 0;
}
} // namespace

const QHash<QString, QString> &Network::hosts()
{
    static const QHash<QString, QString> hosts{
        {QStringLiteral("10.77.0.10"), QStringLiteral("B8:27:EB:00:00:0A")},
        {QStringLiteral("10.77.0.20"), QStringLiteral("00:11:32:00:00:14")},
        {QStringLiteral("10.77.0.130"), QStringLiteral("00:1B:17:00:00:82")},
        {QStringLiteral("10.77.0.250"), QStringLiteral("00:0C:29:00:00:FA")}};
    return hosts;
}

bool Network::build()
{
    bool isBuilt = run(QStringLiteral("ip link add br0 type bridge")) &&
                   run(QStringLiteral("ip addr add 10.77.0.1/24 dev br0")) &&
                   run(QStringLiteral("ip link set br0 up"));
    for (auto host = hosts().begin(); host != hosts().end() && isBuilt; ++host) {
        const int number = host.key().section(QLatin1Char('.'), 3).toInt();
        const QString space = numbered("h", number);
        const QString ours = numbered("v", number);
        isBuilt = run(QStringLiteral("ip netns add ") + space) &&
                  run(QStringLiteral("ip link add %1 type veth peer name e0 netns %2").arg(ours, space)) &&
                  run(QStringLiteral("ip link set %1 master br0 up").arg(ours)) &&
                  run(QStringLiteral("ip -n %1 link set e0 address %2").arg(space, host.value())) &&
                  run(QStringLiteral("ip -n %1 addr add %2/24 dev e0").arg(space, host.key())) &&
                  run(QStringLiteral("ip -n %1 link set e0 up").arg(space)) &&
                  run(QStringLiteral("ip -n %1 link set lo up").arg(space));
    }
    return isBuilt;
}

void Network::at(int host, const QStringList &command)
{
    m_processes.push_back(std::make_unique<QProcess>());
    m_processes.back()->start(
        QStringLiteral("ip"),
        QStringList{QStringLiteral("netns"), QStringLiteral("exec"), numbered("h", host)} + command);
}

Helper::Helper(unsigned uid, const QString &name) : m_path(QStringLiteral("/run/") + name)
{
    m_process.setProcessChannelMode(QProcess::ForwardedChannels);
    m_process.start(qEnvironmentVariable("BELFRY_SCAN_HELPER"),
                    {QStringLiteral("--socket"), m_path, QStringLiteral("--uid"), QString::number(uid)});
}

Helper::~Helper()
{
    m_process.kill();
    m_process.waitForFinished(-1);
}

bool Helper::isReady()
{
    // The socket is there first; the privileges are given up next.
    return QTest::qWaitFor([this] { return QFile::exists(m_path) && status(pid(), "Seccomp") == "2"; },
                           60'000);
}

OtherUser::OtherUser(unsigned uid)
{
    if (::seteuid(uid) != 0)
        qFatal("another user is wanted");
}

OtherUser::~OtherUser()
{
    if (::seteuid(0) != 0)
        qFatal("there is no way back");
}

QList<qint64> processes(const QByteArray &name)
{
    QList<qint64> found;
    const QStringList folders = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &folder : folders) {
        QFile comm(QStringLiteral("/proc/%1/comm").arg(folder));
        if (folder.toLongLong() > 0 && comm.open(QIODevice::ReadOnly) && comm.readAll().trimmed() == name &&
            !status(folder.toLongLong(), "State").startsWith('Z'))
            found << folder.toLongLong();
    }
    return found;
}

QByteArray status(qint64 pid, const QByteArray &key)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(QByteArray(key + ':')))
            return line.mid(key.size() + 1).trimmed();
    }
    return {};
}

QByteArray output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(-1);
    return process.readAllStandardOutput();
}

} // namespace lab
