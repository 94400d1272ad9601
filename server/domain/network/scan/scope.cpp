// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/scope.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>
#include <optional>

namespace network::scan {

namespace {
core::Error overLimit(quint64 size, quint64 most)
{
    return {core::ErrorCode::Invalid,
            QCoreApplication::translate(
                "network", "These are %1 addresses, and a scan takes at most %2. Name a part of them.")
                .arg(size)
                .arg(most)};
}

core::Error nothingTicked()
{
    return {core::ErrorCode::Forbidden,
            QCoreApplication::translate(
                "network",
                "No network may be scanned yet. Tick the networks that are yours in the settings first.")};
}

core::Error outside(const QString &what)
{
    return {core::ErrorCode::Forbidden,
            QCoreApplication::translate(
                "network", "%1 is outside of the networks that may be scanned. Tick its network in "
                           "the settings first, if it is yours.")
                .arg(what)};
}

/// Names that are being looked up for one scan.
struct Inquiry
{
    Scope scope;
    quint64 most = 0;
    QList<Range> ranges;
    std::optional<core::Error> failure;
    qsizetype open = 0;
    std::function<void(core::Result<QList<Range>>)> done;

    void take(const QString &name, const core::Result<QList<core::Address>> &answer);
    void finish();
};

void Inquiry::take(const QString &name, const core::Result<QList<core::Address>> &answer)
{
    if (!answer || answer->isEmpty()) {
        failure =
            core::Error{core::ErrorCode::NotFound,
                        QCoreApplication::translate(
                            "network", "No address is known for “%1”. Check the name, or write the address.")
                            .arg(name)};
        return;
    }
    const qsizetype before = ranges.size();
    for (const core::Address &address : *answer) {
        if (const Range one{address, address}; scope.contains(one))
            ranges.append(one);
    }
    if (ranges.size() == before)
        failure = outside(QStringLiteral("%1 (%2)").arg(name, answer->first().toString()));
}

void Inquiry::finish()
{
    const auto tell = std::exchange(done, nullptr);
    if (failure)
        return tell(*failure);
    ranges = merged(ranges);
    if (const quint64 size = sizeOf(ranges); size > most)
        return tell(overLimit(size, most));
    tell(ranges);
}
} // namespace

Scope::Scope(const QList<core::Subnet> &ticked)
{
    for (const core::Subnet &network : ticked)
        m_ranges.append(Range::of(network));
    m_ranges = merged(m_ranges);
}

bool Scope::contains(const Range &range) const
{
    return std::any_of(m_ranges.begin(), m_ranges.end(),
                       [&range](const Range &ticked) { return ticked.contains(range); });
}

core::Result<void> Scope::check(const Range &range) const
{
    if (m_ranges.isEmpty())
        return nothingTicked();
    if (!contains(range))
        return outside(range.toString());
    return {};
}

core::Result<QList<Range>> Scope::everything(quint64 most) const
{
    if (m_ranges.isEmpty())
        return nothingTicked();
    if (const quint64 size = sizeOf(m_ranges); size > most)
        return overLimit(size, most);
    return m_ranges;
}

void locate(const Targets &targets, const Scope &scope, quint64 most, const Resolver &resolver,
            std::function<void(core::Result<QList<Range>>)> done)
{
    const auto inquiry = std::make_shared<Inquiry>();
    inquiry->scope = scope;
    inquiry->most = most;
    inquiry->ranges = targets.ranges;
    inquiry->open = targets.names.size();
    inquiry->done = std::move(done);
    for (const Range &range : targets.ranges) {
        if (const auto inside = scope.check(range); !inside) {
            inquiry->failure = inside.error();
            return inquiry->finish();
        }
    }
    if (scope.isEmpty())
        inquiry->failure = nothingTicked();
    if (inquiry->failure || targets.names.isEmpty())
        return inquiry->finish();
    for (const QString &name : targets.names) {
        resolver(name, [inquiry, name,
                        isAnswered = false](const core::Result<QList<core::Address>> &answer) mutable {
            if (std::exchange(isAnswered, true))
                return;
            inquiry->take(name, answer);
            if (--inquiry->open == 0)
                inquiry->finish();
        });
    }
}

} // namespace network::scan
