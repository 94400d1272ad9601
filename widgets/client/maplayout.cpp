// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/maplayout.h"

#include "client/ask.h"

#include <algorithm>

namespace client {

namespace {
constexpr std::chrono::milliseconds savingDelay{400};
constexpr qsizetype mostInOnePart = 20'000;
} // namespace

MapLayout::MapLayout(Link &link, core::Clock &clock, core::Entropy &entropy, QObject *parent)
    : QObject(parent), m_link(link), m_clock(clock), m_entropy(entropy)
{
    connect(&m_link, &Link::eventsReceived, this, &MapLayout::hear);
    connect(&m_link, &Link::stateChanged, this, [this] {
        const bool live = m_link.state() == Link::State::Live;
        if (live && !m_wasLive && !m_view.isEmpty())
            reload();
        m_wasLive = live;
    });
    m_link.subscribe({QLatin1String(network::LayoutChanged::topic)});
    m_wasLive = m_link.state() == Link::State::Live;
}

MapLayout::~MapLayout()
{
    send();
    m_link.unsubscribe({QLatin1String(network::LayoutChanged::topic)});
}

void MapLayout::setView(const QString &view)
{
    if (view == m_view)
        return;
    send();
    m_unsent.clear();
    m_view = view;
    m_placed.clear();
    m_isKnown = false;
    reload();
}

void MapLayout::reload()
{
    m_flying.clear();
    m_tokens.clear();
    const quint64 round = ++m_round;
    ask(m_link, network::GetLayout{m_view}, this,
        [this, round](const core::Result<network::GetLayout::Reply> &reply) {
            if (round != m_round || (!reply && m_link.state() != Link::State::Live))
                return;
            if (!reply) { // nothing was put anywhere, as far as anybody knows
                m_isKnown = true;
                Q_EMIT reset();
                return;
            }
            QMap<QString, network::Placement> placed;
            for (const network::Placement &one : reply->placed)
                placed.insert(one.node, one);
            // What was changed here and is not sent yet is newer than what the server knows.
            for (const QString &node : std::as_const(m_unsent)) {
                placed.remove(node);
                if (m_placed.contains(node))
                    placed.insert(node, m_placed.value(node));
            }
            m_placed = std::move(placed);
            m_isKnown = true;
            if (!m_unsent.isEmpty())
                wait();
            Q_EMIT reset();
        });
}

void MapLayout::place(const QList<network::Placement> &placed)
{
    for (const network::Placement &one : placed) {
        m_placed.insert(one.node, one);
        m_unsent.insert(one.node);
    }
    wait();
}

void MapLayout::release(const QStringList &nodes)
{
    for (const QString &node : nodes) {
        if (m_placed.remove(node) > 0)
            m_unsent.insert(node);
    }
    wait();
}

void MapLayout::wait()
{
    if (!m_unsent.isEmpty())
        m_timer = m_clock.after(savingDelay, [this] { send(); });
}

void MapLayout::send()
{
    if (m_link.state() != Link::State::Live)
        return;
    QStringList nodes(m_unsent.begin(), m_unsent.end());
    std::sort(nodes.begin(), nodes.end());
    m_unsent.clear();
    for (qsizetype first = 0; first < nodes.size(); first += mostInOnePart) {
        network::SetLayout part;
        part.view = m_view;
        part.token = m_entropy.token();
        QSet<QString> sent;
        for (const QString &node : nodes.mid(first, mostInOnePart)) {
            sent.insert(node);
            if (m_placed.contains(node))
                part.placed << m_placed.value(node);
            else
                part.released << node;
        }
        sendPart(part, sent);
    }
}

void MapLayout::sendPart(const network::SetLayout &part, const QSet<QString> &nodes)
{
    m_flying.insert(part.token, nodes);
    m_tokens.insert(part.token);
    ask(m_link, part, this, [this, token = part.token](const core::Result<network::SetLayout::Reply> &reply) {
        m_flying.remove(token);
        if (reply)
            return;
        m_tokens.remove(token);
        Q_EMIT refused(reply.error().message);
        reload();
    });
}

void MapLayout::hear(const QList<core::Event> &events)
{
    for (const core::Event &event : events) {
        if (event.topic.name() != QLatin1String(network::LayoutChanged::topic))
            continue;
        if (const auto change = event.as<network::LayoutChanged>(); change && change->view == m_view)
            take(change.value());
    }
}

void MapLayout::take(const network::LayoutChanged &change)
{
    // Facts come in the order of the server's changes, ours among them; what we sent later is still to come.
    const auto isOverruled = [this](const QString &node) {
        return m_unsent.contains(node) ||
               std::any_of(m_flying.cbegin(), m_flying.cend(),
                           [&](const QSet<QString> &nodes) { return nodes.contains(node); });
    };
    const bool isOwn = m_tokens.remove(change.token);
    QStringList moved;
    for (const network::Placement &one : change.placed) {
        if (isOverruled(one.node))
            continue;
        m_placed.insert(one.node, one);
        moved << one.node;
    }
    for (const QString &node : change.released) {
        if (!isOverruled(node) && m_placed.remove(node) > 0)
            moved << node;
    }
    if (!isOwn && !moved.isEmpty())
        Q_EMIT movedByOthers(moved, change.by);
}

} // namespace client
