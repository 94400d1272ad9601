// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/topology.h"
#include "core/changestore.h"
#include "core/clock.h"
#include "core/command.h"
#include "core/publisher.h"
#include "core/recordstore.h"
#include "domain/network/topology/joint.h"

#include <QMap>
#include <QObject>

#include <functional>

namespace network {

/// What joins the devices, told of and kept, with what people drew. A measured link of which nothing is heard
/// any more is inactive, and forgotten after a day; an inferred one goes with its reason.
class LinkBook final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        core::RecordStore &records;
        core::ChangeStore &changes;
        core::Publisher &publisher;
        core::Clock &clock;
        /// Whether a caller may see a device; whether there is one.
        std::function<bool(const QString &, const core::Principal &)> isVisible;
    };
    static constexpr std::chrono::hours forgottenAfter{24};
    static constexpr int mostManual = 20'000;

    explicit LinkBook(const Surroundings &around) : m_around(around) {}

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    /// What joins the devices now.
    void update(const QList<topology::Joint> &joints);
    /// How much goes through, in bits per second.
    void measure(const QString &id, std::optional<double> forward, std::optional<double> backward);
    /// A device is gone, or turned out to be another.
    void drop(const QString &device);
    [[nodiscard]] QList<Link> all() const { return m_links.values(); }
    static QString idOf(const QString &a, const QString &b);

    // Handlers; the dispatcher has checked role and schema.
    /// Errors: Unavailable.
    QFuture<core::Reply> list(const core::Command &command);
    /// Errors: NotFound (a device), Invalid (one with itself), Limited, Unavailable.
    QFuture<core::Reply> set(const core::Command &command);
    /// Errors: NotFound, Conflict (nobody drew it), Unavailable.
    QFuture<core::Reply> remove(const core::Command &command);

private:
    void take(const Link &link);
    void loseTouch(const QSet<QString> &seen);
    void forget(const QString &id);
    void tell(const Link &link);
    [[nodiscard]] ListLinks::Reply page(const QMap<QString, Link> &links, const ListLinks &asked,
                                        const core::Principal &caller) const;

    Surroundings m_around;
    QMap<QString, Link> m_links;
};

} // namespace network
