// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sessioncommands.h"

#include "catalog/identity.h"
#include "catalog/listening.h"
#include "catalog/metrics.h"
#include "domain/usage/newest.h"
#include "engine/clientele.h"

#include <algorithm>

namespace engine {

namespace {
constexpr qsizetype mostPatterns = 256;
constexpr qsizetype longestWord = 256;
constexpr qsizetype mostFollowed = 256;

core::Reply noSession()
{
    return core::Error{core::ErrorCode::Invalid, QStringLiteral("This command belongs to a connection.")};
}

core::Reply position(const EventBus &bus, bool recovered, const Session &session)
{
    return session::Subscribe::Reply{bus.epoch(), qint64(bus.sequence()), recovered, session.topics()};
}

std::optional<core::Error> flawOfPatterns(const QStringList &patterns)
{
    for (const QString &pattern : patterns) {
        if (!core::Topic::isPattern(pattern)) {
            return core::Error{
                core::ErrorCode::Invalid,
                QStringLiteral("data.topics: %1 is no topic, prefix (metrics.*) or *").arg(pattern.left(64))};
        }
    }
    return std::nullopt;
}

/// What passes for a word in a filter is kept for as long as the connection.
std::optional<core::Error> flawOfWords(const char *name, const QStringList &words)
{
    if (std::all_of(words.begin(), words.end(),
                    [](const QString &word) { return word.size() <= longestWord; }))
        return std::nullopt;
    return core::Error{
        core::ErrorCode::Invalid,
        QStringLiteral("data.%1: expected at most %2 characters").arg(QLatin1String(name)).arg(longestWord)};
}

template <class T>
core::Handler atOnce(T call)
{
    return [call](const core::Command &command) { return core::ready(call(command)); };
}
} // namespace

SessionCommands::SessionCommands(Reception &reception, core::Handler whoami, Status status)
    : m_reception(reception), m_whoami(std::move(whoami)), m_status(std::move(status))
{
}

void SessionCommands::registerAt(Dispatcher &dispatcher)
{
    const auto named = [](const char *name) { return QString::fromLatin1(name); };
    dispatcher.handle(named(session::Subscribe::name), kept(&SessionCommands::subscribe));
    dispatcher.handle(named(session::Unsubscribe::name), kept(&SessionCommands::unsubscribe));
    dispatcher.handle(named(session::SetFilter::name), kept(&SessionCommands::filter));
    dispatcher.handle(named(session::ClearFilter::name), kept(&SessionCommands::unfilter));
    dispatcher.handle(named(usage::FollowAnalytics::name),
                      atOnce([this](const core::Command &command) { return follow(command); }));
    if (m_reception.clientele != nullptr) {
        dispatcher.handle(named(session::Status::name),
                          atOnce([this](const core::Command &command) -> core::Reply {
                              return m_reception.clientele->statusFor(command.session);
                          }));
    }
    dispatcher.handle(named(metrics::SetInterval::name),
                      atOnce([this](const core::Command &command) { return setInterval(command); }));
    dispatcher.handle(named(session::Ping::name), atOnce([this](const core::Command &) -> core::Reply {
                          return session::Ping::Reply{m_reception.clock.now()};
                      }));
    dispatcher.handle(
        named(session::ServerStatus::name),
        atOnce([this](const core::Command &command) -> core::Reply { return m_status(command.caller); }));
    dispatcher.handle(named(identity::Whoami::name), m_whoami);
    dispatcher.handle(named(identity::Authenticate::name),
                      [this](const core::Command &command) { return authenticate(command); });
}

core::Handler SessionCommands::kept(core::Reply (SessionCommands::*call)(const core::Command &))
{
    return [this, call](const core::Command &command) {
        core::Reply reply = (this->*call)(command);
        const Clientele *clientele = m_reception.clientele;
        if (!reply || clientele == nullptr)
            return core::ready(reply);
        QFuture<core::Result<void>> kept = clientele->kept(command.session);
        if (kept.isFinished())
            return core::ready(reply);
        // What could not be kept is in force all the same, for this connection.
        return kept.then([reply](const core::Result<void> &) { return reply; });
    };
}

core::Reply SessionCommands::subscribe(const core::Command &command)
{
    Session *session = m_reception.sessions.find(command.session);
    if (session == nullptr)
        return noSession();
    const auto params = command.as<session::Subscribe>();
    if (!params)
        return params.error();
    if (const auto flaw = flawOfPatterns(params->topics))
        return *flaw;
    const qsizetype kept = params->replace ? 0 : session->interest().topics.size();
    if (kept + params->topics.size() > mostPatterns) {
        return core::Error{
            core::ErrorCode::Limited,
            QStringLiteral("One connection may subscribe to at most %1 patterns. Unsubscribe from some, "
                           "or use prefixes (metrics.*).")
                .arg(mostPatterns)};
    }
    session->subscribe(params->topics,
                       params->replace ? Session::Subscription::Replace : Session::Subscription::Add);
    const bool asked = params->since && params->epoch;
    const bool recovered = asked && m_reception.sessions.replay(
                                        *session, quint64(qMax<qint64>(0, *params->since)), *params->epoch);
    return position(m_reception.bus, recovered, *session);
}

core::Reply SessionCommands::unsubscribe(const core::Command &command)
{
    Session *session = m_reception.sessions.find(command.session);
    if (session == nullptr)
        return noSession();
    const auto params = command.as<session::Unsubscribe>();
    if (!params)
        return params.error();
    session->unsubscribe(params->topics);
    return position(m_reception.bus, false, *session);
}

core::Reply SessionCommands::filter(const core::Command &command)
{
    Session *session = m_reception.sessions.find(command.session);
    if (session == nullptr)
        return noSession();
    const auto params = command.as<session::SetFilter>();
    if (!params)
        return params.error();
    if (const auto flaw = flawOfPatterns(params->topics))
        return *flaw;
    for (const auto &[name, words] :
         {std::pair("categories", params->categories), std::pair("sources", params->sources)}) {
        if (const auto flaw = flawOfWords(name, words))
            return *flaw;
    }
    if (params->minPriority > params->maxPriority) {
        return core::Error{core::ErrorCode::Invalid,
                           QStringLiteral("data.min_priority: expected no more than max_priority")};
    }
    const core::Filter before = session->interest().filter();
    session->setFilter({params->topics, params->categories, params->sources, params->minPriority,
                        params->maxPriority, before.narrowed, before.departments});
    return session::SetFilter::Reply{};
}

core::Reply SessionCommands::unfilter(const core::Command &command)
{
    Session *session = m_reception.sessions.find(command.session);
    if (session == nullptr)
        return noSession();
    const core::Filter before = session->interest().filter();
    core::Filter next;
    next.narrowed = before.narrowed;
    next.departments = before.departments;
    session->setFilter(next);
    return session::ClearFilter::Reply{};
}

core::Reply SessionCommands::follow(const core::Command &command)
{
    Session *session = m_reception.sessions.find(command.session);
    if (session == nullptr)
        return noSession();
    const auto params = command.as<usage::FollowAnalytics>();
    if (!params)
        return params.error();
    if (const auto may = usage::maySee(command.caller, params->departmentId); !may)
        return may.error();
    core::Filter filter = session->interest().filter();
    if (filter.departments.contains(params->departmentId))
        return identity::Done{};
    if (filter.departments.size() >= mostFollowed)
        return core::Error{
            core::ErrorCode::Limited,
            QStringLiteral("One connection follows at most %1 departments.").arg(mostFollowed)};
    filter.narrowed =
        QStringList{QString::fromLatin1(usage::Analytics::topic), QString::fromLatin1(usage::Anomaly::topic)};
    filter.departments << params->departmentId;
    session->setFilter(filter);
    return identity::Done{};
}

core::Reply SessionCommands::setInterval(const core::Command &command)
{
    Session *session = m_reception.sessions.find(command.session);
    if (session == nullptr)
        return noSession();
    const auto params = command.as<metrics::SetInterval>();
    if (!params)
        return params.error();
    if (params->interval < 1 && !command.caller.may(core::roles::operators)) {
        return core::Error{core::ErrorCode::Forbidden,
                           QStringLiteral("Only operators may ask for readings faster than 1 s.")};
    }
    const std::chrono::milliseconds interval(qRound64(params->interval * 1000));
    session->setPace(core::Topic(QLatin1String(metrics::Sampled::topic)), interval);
    return metrics::SetInterval::Reply{double(interval.count()) / 1000};
}

QFuture<core::Reply> SessionCommands::authenticate(const core::Command &command)
{
    Session *session = m_reception.sessions.find(command.session);
    if (session == nullptr)
        return core::ready(noSession());
    const QString token = command.params.member(QLatin1String("token")).toString();
    if (token.isEmpty()) {
        return core::ready(
            core::Error{core::ErrorCode::AuthenticationRequired, QStringLiteral("No token provided")});
    }
    const core::Result<core::Principal> verified = m_reception.verify(token);
    if (!verified)
        return core::ready(
            core::Error{core::ErrorCode::AuthenticationRequired, QStringLiteral("Invalid token")});
    session->signIn(verified.value());
    core::Command asked = command;
    asked.caller = verified.value();
    return m_whoami(asked);
}

} // namespace engine
