// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/ports.h"

#include "domain/network/scan/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace network::scan {

namespace {
constexpr qsizetype longestPorts = 256;
constexpr int lastPort = 65535;
constexpr QLatin1String protocols("TUS");

core::Error noPorts(QStringView text)
{
    constexpr qsizetype shown = 64;
    return {core::ErrorCode::Invalid,
            QCoreApplication::translate("network", "“%1” are no ports. Write numbers from 1 to 65535 as "
                                                   "22,80,8000-8100; T: and U: turn to TCP and UDP.")
                .arg(cleaned(text, shown))};
}

std::optional<quint16> number(QStringView text, quint16 ifEmpty)
{
    if (text.isEmpty())
        return ifEmpty;
    const bool isDigits = std::all_of(text.begin(), text.end(),
                                      [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
    const uint value = isDigits && text.size() <= 5 ? text.toUInt() : 0;
    return value >= 1 && value <= lastPort ? std::optional(quint16(value)) : std::nullopt;
}

std::optional<Ports::Span> span(QStringView text)
{
    const qsizetype hyphen = text.indexOf(QLatin1Char('-'));
    const bool isEmpty = text.isEmpty();
    const auto first = number(hyphen < 0 ? text : text.first(hyphen), 1);
    const auto last = hyphen < 0 ? first : number(text.sliced(hyphen + 1), lastPort);
    if (isEmpty || !first || !last || *last < *first)
        return std::nullopt;
    return Ports::Span{*first, *last};
}

Ports::Spans inOrder(Ports::Spans spans)
{
    std::sort(spans.begin(), spans.end(),
              [](const Ports::Span &one, const Ports::Span &other) { return one.first < other.first; });
    Ports::Spans out;
    for (const Ports::Span &span : std::as_const(spans)) {
        if (!out.isEmpty() && int(span.first) <= out.last().last + 1)
            out.last().last = std::max(out.last().last, span.last);
        else
            out.append(span);
    }
    return out;
}

QString written(const Ports::Spans &spans)
{
    QStringList parts;
    for (const Ports::Span &span : spans) {
        parts << (span.first == span.last ? QString::number(span.first)
                                          : QStringLiteral("%1-%2").arg(span.first).arg(span.last));
    }
    return parts.join(QLatin1Char(','));
}
} // namespace

Ports Ports::top(int count)
{
    Ports ports;
    ports.m_top = std::clamp(count, 1, lastPort);
    return ports;
}

Ports Ports::all()
{
    Ports ports;
    ports.m_spans[0] = {{1, lastPort}};
    return ports;
}

core::Result<Ports> Ports::parse(QStringView text)
{
    if (text.isEmpty() || text.size() > longestPorts)
        return noPorts(text);
    Ports ports;
    qsizetype protocol = 0;
    const QList<QStringView> parts = text.split(QLatin1Char(','));
    for (QStringView part : parts) {
        if (part.size() >= 2 && part[1] == QLatin1Char(':')) {
            protocol = protocols.indexOf(part[0]);
            part = part.sliced(2);
        }
        const std::optional<Span> read = protocol < 0 ? std::nullopt : span(part);
        if (!read)
            return noPorts(text);
        ports.m_spans[size_t(protocol)].append(*read);
    }
    for (Spans &spans : ports.m_spans)
        spans = inOrder(spans);
    return ports;
}

Ports Ports::tcpOnly() const
{
    Ports ports;
    ports.m_top = m_top;
    ports.m_spans[0] = m_spans[0];
    return ports;
}

int Ports::count() const
{
    int count = m_top;
    for (const Spans &spans : m_spans) {
        for (const Span &span : spans)
            count += span.last - span.first + 1;
    }
    return count;
}

QString Ports::toString() const
{
    if (m_top > 0)
        return QStringLiteral("top:%1").arg(m_top);
    if (!hasUdp() && !hasSctp())
        return written(m_spans[0]);
    QStringList parts;
    for (size_t i = 0; i < m_spans.size(); ++i) {
        if (!m_spans[i].isEmpty())
            parts << protocols[qsizetype(i)] + QLatin1Char(':') + written(m_spans[i]);
    }
    return parts.join(QLatin1Char(','));
}

} // namespace network::scan
