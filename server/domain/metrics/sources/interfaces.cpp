// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/metrics/sources/interfaces.h"

#include "domain/metrics/sources/growth.h"
#include "domain/metrics/sources/words.h"

namespace metrics::sources {

namespace {
constexpr qsizetype mostInterfaces = 64; // a container host has hundreds; the sums count them all
} // namespace

QMap<QString, Interface> parseInterfaces(QByteArrayView text)
{
    QMap<QString, Interface> interfaces;
    Lines lines(text);
    for (QByteArrayView line; lines.next(line);) {
        const qsizetype colon = line.lastIndexOf(':'); // aliases have one in their names
        if (colon < 0)
            continue;
        Words words(line.sliced(colon + 1));
        Interface counters;
        counters.bytesReceived = words.number();
        counters.packetsReceived = words.number();
        counters.errors = words.number();
        counters.drops = words.number();
        counters.bytesSent = words.skip(4).number();
        counters.packetsSent = words.number();
        counters.errors += words.number();
        counters.drops += words.number();
        interfaces.insert(QString::fromUtf8(line.first(colon).trimmed()), counters);
    }
    return interfaces;
}

bool parseOperState(QByteArrayView text)
{
    const QByteArrayView state = text.trimmed();
    return state == "up" || state == "unknown";
}

InterfaceReader::InterfaceReader(const QString &procRoot, const QString &sysRoot)
    : m_text(procRoot + QStringLiteral("/net/dev")), m_sysRoot(sysRoot)
{
}

bool InterfaceReader::isUp(const QString &name)
{
    const auto [state, isNew] = m_states.try_emplace(name);
    if (isNew)
        state->second =
            TextFile(m_sysRoot + QStringLiteral("/class/net/") + name + QStringLiteral("/operstate"));
    return parseOperState(state->second.read());
}

void InterfaceReader::read(double elapsed)
{
    QMap<QString, Interface> now = parseInterfaces(m_text.read());
    if (now.isEmpty())
        return;
    Network sum;
    for (auto it = now.begin(); it != now.end(); ++it) {
        const auto before = m_before.constFind(it.key());
        if (before != m_before.constEnd()) {
            it->sendRate = growthRate(before->bytesSent, it->bytesSent, elapsed);
            it->receiveRate = growthRate(before->bytesReceived, it->bytesReceived, elapsed);
        }
        if (it.key() != QLatin1String("lo")) {
            sum.bytesSent += it->bytesSent;
            sum.bytesReceived += it->bytesReceived;
            sum.packetsSent += it->packetsSent;
            sum.packetsReceived += it->packetsReceived;
            sum.sendRate += it->sendRate;
            sum.receiveRate += it->receiveRate;
        }
        if (sum.interfaces.size() < mostInterfaces) {
            it->isUp = isUp(it.key());
            sum.interfaces.insert(it.key(), *it);
        }
    }
    std::erase_if(m_states, [&](const auto &state) { return !sum.interfaces.contains(state.first); });
    m_before = std::move(now);
    m_reading = std::move(sum);
}

} // namespace metrics::sources
