// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/scan/fakenmap.h"

#include <QFile>

FakeNmap::FakeNmap() { QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755)); }

QString FakeNmap::script(const QByteArray &body) const
{
    static int count = 0;
    const QString path = m_folder.filePath(QStringLiteral("nmap%1").arg(++count));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("#!/bin/sh\n"
               "head() { echo '<nmaprun version=\"7.93\" args=\"x\" start=\"1\">'; }\n"
               "host() { echo '<host><status state=\"up\" reason=\"x\"/><address addr=\"10.0.0.'$1'\" "
               "addrtype=\"ipv4\"/></host>'; }\n"
               "tail() { echo '<runstats><finished elapsed=\"1\" exit=\"success\"/><hosts up=\"1\" "
               "down=\"0\" total=\"1\"/></runstats></nmaprun>'; }\n"
               "folder='" +
               QFile::encodeName(m_folder.path()) + "'\n" + body);
    file.close();
    file.setPermissions(QFile::Permissions(0x7755));
    return path;
}

QByteArray FakeNmap::line(const QString &name) const
{
    QFile file(path(name));
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return text.endsWith('\n') ? text.trimmed() : QByteArray();
}

bool isAlive(const QByteArray &pid)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(QString::fromLatin1(pid)));
    if (!stat.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = stat.readAll();
    const char state = text.mid(text.lastIndexOf(')') + 2, 1).at(0);
    return state != 'Z' && state != 'X';
}
