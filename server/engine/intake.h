// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/events.h"
#include "core/command.h"
#include "core/ratelimit.h"
#include "engine/eventbus.h"

#include <map>

namespace engine {

/// Who publishes, and from where.
struct Publishing
{
    core::Principal caller;
    QString address; ///< empty for this process
};

/// Takes facts from outside: each as its catalogue entry, the caller's role and the caller's token allow, and
/// of those offered together all or none. The source of such a fact is whoever published it.
class Intake
{
public:
    /// What is around it; every one may be unset.
    struct Surroundings
    {
        /// Why nothing can be kept now; nothing when it can.
        std::function<std::optional<core::Error>()> obstacle;
        /// Finished once the fact just published is kept; nothing where it is not to be kept.
        std::function<std::optional<QFuture<core::Result<void>>>()> keeping;
        /// Told of an agent that spoke for another.
        std::function<void(const Publishing &by, const QString &claimed)> spoofed;
    };

    /// What became of offers made together.
    struct Outcome
    {
        std::optional<core::Error> error; ///< set: nothing was published
        bool isJudged = false;            ///< the offers were looked at: the same would end so again
        events::Publish::Reply reply;
    };

    using Offers = QList<core::Result<events::Offer>>;

    Intake(const core::Catalog &catalog, EventBus &bus, core::Clock &clock, Surroundings surroundings = {});

    /// Offers that could not even be read are given as what was wrong with them. Finished once everything
    /// that is to be kept is.
    QFuture<Outcome> take(const Offers &offers, const Publishing &by);
    /// Handler of events.publish.
    QFuture<core::Reply> publish(const core::Command &command);

private:
    [[nodiscard]] std::optional<core::Error> refusal(qsizetype offered, const core::Principal &caller);
    [[nodiscard]] core::Result<core::Draft> judge(const events::Offer &offer, const Publishing &by) const;
    [[nodiscard]] std::optional<core::Error> authority(const core::EventSpec &spec,
                                                       const core::Principal &caller) const;
    [[nodiscard]] std::optional<core::Error> foreignAgent(const core::Payload &payload,
                                                          const Publishing &by) const;
    [[nodiscard]] std::optional<core::Error> obstacleTo(const QList<core::Draft> &drafts) const;
    QFuture<Outcome> publishAll(QList<core::Draft> drafts, Outcome outcome);

    const core::Catalog &m_catalog;
    EventBus &m_bus;
    core::Clock &m_clock;
    Surroundings m_surroundings;
    std::map<QString, core::RateLimit> m_rates; ///< by principal; those who may publish are few
};

} // namespace engine
