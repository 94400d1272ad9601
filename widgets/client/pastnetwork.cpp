// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/pastnetwork.h"

#include "client/ask.h"

#include <algorithm>

namespace client {

namespace {
/// A word of a server that is newer than this window is a state we do not know.
network::State pastState(const QString &word)
{
    const auto &words = core::Words<network::State>::list;
    const auto *const known = std::find_if(words.begin(), words.end(),
                                           [&](const char *each) { return word == QLatin1String(each); });
    return known == words.end() ? network::State::Unknown : network::State(known - words.begin());
}
} // namespace

PastNetwork::PastNetwork(Link &link, core::Clock &clock, QObject *parent)
    : QObject(parent), m_link(link), m_clock(clock), m_wasLive(link.state() == Link::State::Live)
{
    connect(&m_link, &Link::stateChanged, this, [this] {
        const bool isLive = m_link.state() == Link::State::Live;
        if (isLive && !m_wasLive && m_wanted)
            askNow();
        m_wasLive = isLive;
    });
}

void PastNetwork::lookAt(const QDateTime &at)
{
    if (m_wanted == at)
        return;
    m_wanted = at;
    if (m_isWaiting)
        return;
    const auto rest = m_askedAt ? pace - (m_clock.steady() - *m_askedAt) : std::chrono::milliseconds(0);
    if (rest <= std::chrono::milliseconds(0)) {
        askNow();
        return;
    }
    m_isWaiting = true;
    m_timer = m_clock.after(rest, [this] {
        m_isWaiting = false;
        if (m_wanted)
            askNow();
    });
}

void PastNetwork::leave()
{
    m_wanted.reset();
    ++m_round;
}

void PastNetwork::askNow()
{
    m_askedAt = m_clock.steady();
    m_coming = {*m_wanted, {}, {}};
    ask(m_link, network::PastStates{*m_wanted}, this,
        [this, round = ++m_round](const core::Result<network::PastStates::Reply> &reply) {
            if (round != m_round)
                return;
            if (reply)
                take(reply.value());
            else
                Q_EMIT refused(reply.error().message);
        });
}

void PastNetwork::take(const network::PastStates::Reply &reply)
{
    for (auto one = reply.states.begin(); one != reply.states.end(); ++one)
        m_coming.states.insert(one.key(), pastState(one.value()));
    askLinks({});
}

void PastNetwork::askLinks(const QString &after)
{
    network::ListLinks command;
    command.after = after;
    command.at = m_coming.at;
    ask(m_link, command, this, [this, round = m_round](const core::Result<network::ListLinks::Reply> &reply) {
        if (round != m_round)
            return;
        if (!reply) {
            Q_EMIT refused(reply.error().message);
            return;
        }
        for (const network::Link &one : reply->links)
            m_coming.links.insert(one.id, one);
        if (reply->next.isEmpty())
            Q_EMIT known(m_coming);
        else
            askLinks(reply->next);
    });
}

} // namespace client
