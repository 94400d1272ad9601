// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake.h"

#include "core/finished.h"

#include <algorithm>

namespace engine {

namespace {
using core::Error;
using core::ErrorCode;

// As the messages of a connection: decision 12 of the contracts.
constexpr double usualRate = 50;
constexpr double usualBurst = 200;
constexpr double agentRate = 1000;
constexpr double agentBurst = 2000;
// What everybody who listens is sent must leave room for the rest of his outbox.
constexpr qsizetype mostBytes = 64LL * 1024;
constexpr qint64 oldest = 24LL * 3600 * 1000;
constexpr qint64 mostAhead = 60LL * 1000;
constexpr int mostObjectionsTold = 10;

events::Verdict verdictOn(const core::Result<events::Offer> &offer)
{
    events::Verdict verdict;
    if (offer) {
        verdict.id = offer->id;
        verdict.topic = offer->topic;
    }
    return verdict;
}

void object(events::Verdict &verdict, const Error &error)
{
    verdict.error = events::Objection{QString(error.word()), error.message};
}

/// All that is wrong, in one error: of one offer as it is, of several with their places.
Error summary(const Intake::Outcome &outcome)
{
    Error error = *outcome.error;
    QStringList told;
    int untold = 0;
    for (qsizetype i = 0; i < outcome.reply.events.size(); ++i) {
        const events::Verdict &verdict = outcome.reply.events.at(i);
        if (!verdict.error || verdict.error->code == Error{ErrorCode::Conflict, {}}.word())
            continue;
        if (told.size() < mostObjectionsTold)
            told << QStringLiteral("events[%1]: %2").arg(i).arg(verdict.error->message);
        else
            ++untold;
    }
    if (outcome.reply.events.size() < 2 || told.isEmpty())
        return error;
    if (untold > 0)
        told << QStringLiteral("And %1 more.").arg(untold);
    error.message = QStringLiteral("Nothing was published. ") + told.join(QLatin1Char(' '));
    return error;
}
} // namespace

Intake::Intake(const core::Catalog &catalog, EventBus &bus, core::Clock &clock, Surroundings surroundings)
    : m_catalog(catalog), m_bus(bus), m_clock(clock), m_surroundings(std::move(surroundings))
{
}

QFuture<core::Reply> Intake::publish(const core::Command &command)
{
    const auto asked = command.as<events::Publish>();
    if (!asked)
        return core::ready(asked.error());
    const Offers offers(asked->offers.begin(), asked->offers.end());
    return take(offers, {command.caller, command.address}).then([](const Outcome &outcome) -> core::Reply {
        if (outcome.error)
            return summary(outcome);
        return outcome.reply;
    });
}

QFuture<Intake::Outcome> Intake::take(const Offers &offers, const Publishing &by)
{
    Outcome outcome;
    outcome.reply.epoch = m_bus.epoch();
    outcome.error = refusal(offers.size(), by.caller);
    if (outcome.error)
        return core::finished(outcome);
    outcome.isJudged = true;
    QList<core::Draft> drafts;
    bool isForbidden = false;
    for (const core::Result<events::Offer> &offer : offers) {
        events::Verdict verdict = verdictOn(offer);
        core::Result<core::Draft> draft =
            offer ? judge(*offer, by) : core::Result<core::Draft>(offer.error());
        if (draft) {
            drafts << std::move(draft).value();
        } else {
            object(verdict, draft.error());
            const bool isFirstForbidden = draft.error().code == ErrorCode::Forbidden && !isForbidden;
            if (!outcome.error || isFirstForbidden)
                outcome.error = draft.error();
            isForbidden = isForbidden || isFirstForbidden;
        }
        outcome.reply.events << verdict;
    }
    if (outcome.error) {
        for (events::Verdict &verdict : outcome.reply.events) {
            if (!verdict.error)
                object(verdict, {ErrorCode::Conflict,
                                 QStringLiteral("Not published, because another event of the request was "
                                                "refused. Send it again without that one.")});
        }
        return core::finished(outcome);
    }
    if (const auto obstacle = obstacleTo(drafts)) {
        outcome = Outcome{};
        outcome.error = obstacle;
        return core::finished(outcome);
    }
    return publishAll(std::move(drafts), std::move(outcome));
}

std::optional<core::Error> Intake::refusal(qsizetype offered, const core::Principal &caller)
{
    if (!caller.isKnown())
        return Error{ErrorCode::AuthenticationRequired, QStringLiteral("Authentication required")};
    if (!caller.may(core::roles::agents))
        return Error{ErrorCode::Forbidden,
                     QStringLiteral("Your role publishes nothing; it takes agent, operator or admin.")};
    if (offered == 0)
        return Error{ErrorCode::Invalid, QStringLiteral("There is no event. Give at least one.")};
    if (offered > events::Publish::most)
        return Error{ErrorCode::Invalid,
                     QStringLiteral("events: expected at most %1 items. Send them in parts.")
                         .arg(events::Publish::most)};
    const bool isAgent = caller.role == core::Role::Agent;
    const auto [known, isNew] = m_rates.try_emplace(caller.id, m_clock, isAgent ? agentRate : usualRate,
                                                    isAgent ? agentBurst : usualBurst);
    if (!isNew)
        known->second.setRate(isAgent ? agentRate : usualRate, isAgent ? agentBurst : usualBurst);
    if (!known->second.take(double(offered)))
        return Error{ErrorCode::Limited,
                     QStringLiteral("Too many events at once. Send fewer, or wait a second."), 1};
    return std::nullopt;
}

core::Result<core::Draft> Intake::judge(const events::Offer &offer, const Publishing &by) const
{
    const core::EventSpec *spec = m_catalog.findEvent(core::Topic(offer.topic));
    if (spec == nullptr)
        return Error{ErrorCode::Invalid, QStringLiteral("There is no fact %1.").arg(offer.topic.left(64))};
    if (const auto error = authority(*spec, by.caller))
        return *error;
    if (offer.payload.has_value() == offer.data.has_value())
        return Error{ErrorCode::Invalid, QStringLiteral("Give the fact as payload or as data, once.")};
    core::Result<core::Payload> payload =
        spec->shape.read(offer.payload ? *offer.payload : *offer.data, core::NameCase::Snake);
    if (!payload)
        return payload.error();
    if (payload->text().size() > mostBytes)
        return Error{ErrorCode::Invalid,
                     QStringLiteral("data: expected at most %1 KiB").arg(mostBytes / 1024)};
    if (const auto error = foreignAgent(*payload, by))
        return *error;
    const qint64 age = offer.at ? offer.at->msecsTo(m_clock.now()) : 0;
    if (age > oldest || age < -mostAhead)
        return Error{ErrorCode::Invalid, QStringLiteral("at: expected a time of the last 24 hours")};

    core::Draft draft;
    draft.topic = spec->topic;
    draft.priority = offer.priority;
    draft.source = by.caller.programName();
    draft.at = offer.at.value_or(QDateTime());
    const QString department = payload->member(QLatin1String("department_id")).toString();
    if (!department.isEmpty())
        draft.audience.departments = QStringList{department};
    draft.payload = std::move(payload).value();
    return draft;
}

std::optional<core::Error> Intake::authority(const core::EventSpec &spec, const core::Principal &caller) const
{
    const QString &topic = spec.topic.name();
    if (!spec.publishers)
        return Error{ErrorCode::Forbidden,
                     QStringLiteral("%1 is said by this server alone; nobody publishes it.").arg(topic)};
    if (!caller.may(spec.publishers))
        return Error{ErrorCode::Forbidden, QStringLiteral("Your role may not publish %1.").arg(topic)};
    if (!caller.mayPublish(topic))
        return Error{ErrorCode::Forbidden,
                     QStringLiteral("This token is not for facts of %1. Make one that is.").arg(topic)};
    return std::nullopt;
}

std::optional<core::Error> Intake::foreignAgent(const core::Payload &payload, const Publishing &by) const
{
    if (by.caller.role != core::Role::Agent)
        return std::nullopt;
    const QJsonValue claimed = payload.member(QLatin1String("agent_id"));
    if (!claimed.isString() || claimed == by.caller.id || claimed == by.caller.programName())
        return std::nullopt;
    if (m_surroundings.spoofed)
        m_surroundings.spoofed(by, claimed.toString());
    return Error{ErrorCode::Forbidden,
                 QStringLiteral("data.agent_id: an agent publishes only about itself; this one is %1.")
                     .arg(by.caller.programName())};
}

std::optional<core::Error> Intake::obstacleTo(const QList<core::Draft> &drafts) const
{
    const bool isToBeKept = std::any_of(drafts.begin(), drafts.end(), [this](const core::Draft &draft) {
        return m_catalog.findEvent(draft.topic)->retention.count() > 0;
    });
    return isToBeKept && m_surroundings.obstacle ? m_surroundings.obstacle() : std::nullopt;
}

QFuture<Intake::Outcome> Intake::publishAll(QList<core::Draft> drafts, Outcome outcome)
{
    QList<QFuture<core::Result<void>>> keeping;
    for (qsizetype i = 0; i < drafts.size(); ++i) {
        const core::Result<quint64> published = m_bus.publish(std::move(drafts[i]));
        events::Verdict &verdict = outcome.reply.events[i];
        if (!published) {
            object(verdict, published.error());
            outcome.error = published.error();
            continue;
        }
        verdict.isAccepted = true;
        verdict.sequence = qint64(*published);
        if (const auto kept = m_surroundings.keeping ? m_surroundings.keeping() : std::nullopt)
            keeping << *kept;
    }
    if (keeping.isEmpty())
        return core::finished(outcome);
    return QtFuture::whenAll(keeping.begin(), keeping.end())
        .then([outcome](const QList<QFuture<core::Result<void>>> &done) {
            const bool isKept = std::all_of(done.begin(), done.end(), [](const auto &each) {
                return each.resultCount() > 0 && each.result();
            });
            if (isKept)
                return outcome;
            Outcome failed;
            failed.error = Error{ErrorCode::Unavailable,
                                 QStringLiteral("What was published was told to those who listen, but could "
                                                "not be kept. See the state of the storage.")};
            return failed;
        });
}

} // namespace engine
