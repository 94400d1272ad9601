// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/servicenames.h"

#include "domain/network/evidence/plaintext.h"

#include <QFile>

#include <array>

namespace network {

namespace {
constexpr qint64 mostServices = qint64(8) * 1024 * 1024;
constexpr qsizetype mostServiceName = 60;
constexpr std::array protocols{"tcp", "udp", "sctp", "dccp"};

/// The port below, the protocol above; 0 for a protocol of which there are no names.
quint32 keyOf(quint16 port, QStringView protocol)
{
    for (size_t i = 0; i < protocols.size(); ++i) {
        if (protocol == QLatin1String(protocols[i]))
            return quint32(i + 1) << 16U | port;
    }
    return 0;
}
} // namespace

ServiceNames::ServiceNames(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_problem = tr("Services have no names, because %1 cannot be read: %2. Install the package netbase.")
                        .arg(path, file.errorString());
        return;
    }
    const QByteArray text = file.read(mostServices);
    for (const QByteArray &line : text.split('\n'))
        readLine(line);
}

void ServiceNames::readLine(QByteArrayView line)
{
    if (const qsizetype comment = line.indexOf('#'); comment >= 0)
        line = line.first(comment);
    const QList<QByteArray> words = line.toByteArray().simplified().split(' ');
    if (words.size() < 2)
        return;
    const qsizetype slash = words.at(1).indexOf('/');
    bool isNumber = false;
    const quint16 port = words.at(1).left(slash).toUShort(&isNumber);
    const quint32 key = keyOf(port, QString::fromLatin1(words.at(1).mid(slash + 1)));
    const QString name = plainText(words.at(0), mostServiceName);
    // The first of several lines for a port is the one getservbyport(3) answers with.
    if (slash > 0 && isNumber && key != 0 && !name.isEmpty() && !m_names.contains(key))
        m_names.insert(key, name);
}

QString ServiceNames::name(quint16 port, QStringView protocol) const
{
    return m_names.value(keyOf(port, protocol));
}

} // namespace network
