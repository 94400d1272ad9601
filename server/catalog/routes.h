// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace alerts {

/// How often a rota hands over.
enum class Handover { Weekly, Daily };

} // namespace alerts

template <>
struct core::Words<alerts::Handover>
{
    static constexpr std::array list{"weekly", "daily"};
};

namespace alerts {

/// When in a week, by the clock on somebody's wall.
struct WeeklyHours
{
    QList<int> weekdays; ///< 1 Monday to 7 Sunday; empty: each
    QString from;        ///< "08:00"; both empty: the whole day
    QString to;          ///< not after `from`: until then on the next day
    QString timeZone;    ///< IANA; empty: the machine's

    static core::Fields fields();
};

/// Which alerts go to whom, and when.
struct Route
{
    QString id; ///< empty: a new one
    QString displayName;
    int order = 0;    ///< the least is looked at first
    QString matchers; ///< as Prometheus writes them; empty: every alert
    int leastSeverity = 1;
    int leastLevel = 0; ///< only of alerts that were escalated so often
    std::optional<WeeklyHours> hours;
    QStringList channels;
    QString rotaId;       ///< also to who is on call
    bool isFinal = false; ///< what goes this way is not looked at by later routes
    bool isEnabled = true;

    static core::Fields fields();
};

/// Somebody who takes turns in a rota.
struct RotaMember
{
    QString displayName;
    QString channelId;
    QString address; ///< of e-mail; empty: whom the channel tells

    static core::Fields fields();
};

/// Somebody stands in.
struct RotaOverride
{
    QString member; ///< by name
    QDateTime from;
    QDateTime until;

    static core::Fields fields();
};

/// Who is on call, in turns.
struct Rota
{
    QString id; ///< empty: a new one
    QString displayName;
    QString timeZone; ///< IANA; empty: the machine's
    Handover handover = Handover::Weekly;
    int hour = 9;  ///< of handing over
    QString start; ///< the day of the first member's first turn
    QList<RotaMember> members;
    QList<RotaOverride> overrides;
    QString onCall;                      ///< who is now; only told
    std::optional<QDateTime> handoverAt; ///< when the next one is; only told

    static core::Fields fields();
};

/// Asks for the routes.
struct ListRoutes
{
    struct Reply
    {
        QList<Route> routes;

        static core::Fields fields();
    };

    static constexpr auto name = "alerts.routes.list";
    static constexpr auto summary = "Which alerts go to whom, in the order they are looked at";
    static core::Fields fields();
};

/// Sets a route.
struct SetRoute
{
    using Reply = Route;

    Route route;

    static constexpr auto name = "alerts.routes.set";
    static constexpr auto summary = "Sets which alerts go to whom";
    static core::Fields fields();
};

/// Removes a route.
struct RemoveRoute
{
    using Reply = identity::Done;

    QString id;

    static constexpr auto name = "alerts.routes.remove";
    static constexpr auto summary = "Removes a route";
    static core::Fields fields();
};

/// Asks for the rotas.
struct ListRotas
{
    struct Reply
    {
        QList<Rota> rotas;

        static core::Fields fields();
    };

    static constexpr auto name = "alerts.rotas.list";
    static constexpr auto summary = "The rotas, and who is on call";
    static core::Fields fields();
};

/// Sets a rota.
struct SetRota
{
    using Reply = Rota;

    Rota rota;

    static constexpr auto name = "alerts.rotas.set";
    static constexpr auto summary = "Sets who is on call in turns";
    static core::Fields fields();
};

/// Removes a rota.
struct RemoveRota
{
    using Reply = identity::Done;

    QString id;

    static constexpr auto name = "alerts.rotas.remove";
    static constexpr auto summary = "Removes a rota";
    static core::Fields fields();
};

/// Declares the commands of routes and rotas.
void declareRoutes(core::Catalog &catalog);

} // namespace alerts
