// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/channels.h"
#include "catalog/routes.h"
#include "core/clock.h"
#include "core/command.h"
#include "core/entropy.h"
#include "core/recordstore.h"

#include <QMap>
#include <QObject>

#include <functional>
#include <tuple>

namespace alerts::channels {

/// Which alerts go to whom: the routes, and the rotas they name.
class RouteBook final : public QObject
{
    Q_OBJECT
public:
    using Labels = QMap<QString, QString>;
    using Test = std::function<bool(const Labels &)>;
    /// What labels must be, out of its text. Errors: Invalid.
    using Compile = std::function<core::Result<Test>(const QString &matchers)>;

    struct Surroundings
    {
        core::RecordStore &records;
        core::Clock &clock;
        core::Entropy &entropy;
        Compile compile;
        std::function<const Channel *(const QString &id)> channel; ///< null: there is none
    };
    /// What is to be told of.
    struct Subject
    {
        Labels labels;
        int severity = 1;
        int level = 0;            ///< how often it was escalated
        bool isEscalated = false; ///< just now
        bool isTakenUp = false;   ///< only by routes with hours, which have begun
    };
    /// Whom to tell.
    struct Target
    {
        QString channelId;
        QString address; ///< of e-mail; empty: whom the channel tells

        friend bool operator==(const Target &, const Target &) = default;
        friend bool operator<(const Target &a, const Target &b)
        {
            return std::tie(a.channelId, a.address) < std::tie(b.channelId, b.address);
        }
    };
    static constexpr int most = 256;
    /// Without any route that counts, each channel is told of alerts from this severity on.
    static constexpr int usualSeverity = 7;

    explicit RouteBook(Surroundings around) : m_around(std::move(around)) {}

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    /// `usual`: the channels that are told where there is no route.
    [[nodiscard]] QList<Target> targets(const Subject &subject, const QStringList &usual) const;
    /// Whether a route says whom to tell of what; else it is `usual`.
    [[nodiscard]] bool hasWays() const;
    /// The routes with hours in whose hours it is.
    [[nodiscard]] QSet<QString> inHours() const;
    /// Which route or rota needs a channel; empty: none.
    [[nodiscard]] QString userOf(const QString &channelId) const;

    // Handlers; the dispatcher has checked role and schema.
    QFuture<core::Reply> list(const core::Command &command);
    /// Errors: Invalid, NotFound, Limited, Unavailable.
    QFuture<core::Reply> set(const core::Command &command);
    /// Errors: NotFound, Unavailable.
    QFuture<core::Reply> remove(const core::Command &command);
    QFuture<core::Reply> listRotas(const core::Command &command);
    /// Errors: as `set`.
    QFuture<core::Reply> setRota(const core::Command &command);
    /// Errors: NotFound, Conflict (a route needs it), Unavailable.
    QFuture<core::Reply> removeRota(const core::Command &command);

private:
    struct Way
    {
        Route route;
        Test test;
    };

    core::Result<void> take(const Route &route);
    [[nodiscard]] core::Result<void> check(const Route &route) const;
    [[nodiscard]] core::Result<void> check(const Rota &rota) const;
    [[nodiscard]] QList<Way> inOrder() const;
    [[nodiscard]] bool goesBy(const Way &way, const Subject &subject) const;
    [[nodiscard]] QList<Target> targetsOf(const Route &route) const;
    [[nodiscard]] Rota shown(const Rota &rota, const core::Principal &to) const;
    QFuture<core::Result<void>> loadRoutes();
    QFuture<core::Result<void>> loadRotas();

    Surroundings m_around;
    QMap<QString, Way> m_ways;
    QMap<QString, Rota> m_rotas;
};

} // namespace alerts::channels
