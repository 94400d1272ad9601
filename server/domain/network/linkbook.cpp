// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/linkbook.h"

#include "core/log.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace network {

namespace {
const QString linkKind = QStringLiteral("link");
const QString linkField = QStringLiteral("link");
constexpr int mostChanges = 10'000;
constexpr qsizetype mostEvidence = 32;
constexpr qsizetype longestEvidence = 512;

QString textOf(const Link &link) { return QString::fromUtf8(core::Payload(link).text()); }

LinkLayer layerOf(topology::Layer layer)
{
    switch (layer) {
    case topology::Layer::Internet:
        return LinkLayer::Internet;
    case topology::Layer::L3:
        return LinkLayer::L3;
    case topology::Layer::L2:
        return LinkLayer::L2;
    }
    return LinkLayer::L2;
}

Link linkOf(const topology::Joint &joint, const QDateTime &now)
{
    Link link;
    link.id = LinkBook::idOf(joint.near, joint.far);
    link.sourceId = joint.near;
    link.targetId = joint.far;
    link.kind = QStringLiteral("wired");
    link.layer = layerOf(joint.layer);
    link.origin = joint.isMeasured ? LinkOrigin::Measured : LinkOrigin::Inferred;
    link.strength = joint.strength;
    link.isActive = joint.isActive;
    link.sourcePort = joint.nearPort;
    link.targetPort = joint.farPort;
    link.speed = joint.speed;
    link.firstSeen = link.lastSeen = now;
    for (const topology::Proof &proof : joint.proofs) {
        // Every way to somewhere is one; a few are enough.
        if (link.evidence.size() < mostEvidence)
            link.evidence << LinkEvidence{proof.source, proof.text.left(longestEvidence), proof.at};
    }
    return link;
}

/// Whether people would see a difference. That it was told of again is none.
bool isNews(const Link &before, const Link &now)
{
    const auto parts = [](const Link &link) {
        return std::tie(link.sourceId, link.targetId, link.kind, link.layer, link.origin, link.strength,
                        link.isActive, link.sourcePort, link.targetPort, link.speed);
    };
    return parts(before) != parts(now);
}
} // namespace

QString LinkBook::idOf(const QString &a, const QString &b) { return a < b ? a + u'~' + b : b + u'~' + a; }

QFuture<core::Result<void>> LinkBook::load()
{
    return m_around.records.all(linkKind).then(
        this, [this](const core::Result<QList<core::Record>> &records) -> core::Result<void> {
            if (!records)
                return records.error();
            for (const core::Record &record : *records) {
                const auto link = core::fromJson<Link>(QJsonDocument::fromJson(record.body).object());
                if (link)
                    m_links.insert(link->id, *link);
                else
                    qCWarning(logNetwork).noquote() << "The link" << record.id << "cannot be read.";
            }
            return {};
        });
}

void LinkBook::update(const QList<topology::Joint> &joints)
{
    QSet<QString> seen;
    for (const topology::Joint &joint : joints) {
        Link link = linkOf(joint, m_around.clock.now());
        seen.insert(link.id);
        take(link);
    }
    loseTouch(seen);
}

void LinkBook::take(const Link &seen)
{
    Link link = seen;
    const auto known = m_links.constFind(link.id);
    if (known != m_links.constEnd()) {
        link.firstSeen = known->firstSeen;
        link.forwardRate = known->forwardRate;
        link.backwardRate = known->backwardRate;
        // What a person drew is there whatever is seen; what is seen says more of it.
        if (known->origin == LinkOrigin::Manual && link.origin == LinkOrigin::Inferred)
            return;
        if (!isNews(*known, link)) {
            m_links.insert(link.id, link);
            return;
        }
    } else {
        m_around.changes.append(
            {{0, link.firstSeen, link.id, linkField, QString(), textOf(link), link.sourceId}});
    }
    m_links.insert(link.id, link);
    m_around.records.write({{linkKind, link.id, core::Payload(link).text()}}, {});
    tell(link);
}

void LinkBook::loseTouch(const QSet<QString> &seen)
{
    const QDateTime now = m_around.clock.now();
    const QMap<QString, Link> links = m_links;
    for (const Link &link : links) {
        if (seen.contains(link.id) || link.origin == LinkOrigin::Manual)
            continue;
        const bool isOld = link.lastSeen.secsTo(now) > std::chrono::seconds(forgottenAfter).count();
        if (link.origin == LinkOrigin::Inferred || isOld) {
            forget(link.id);
        } else if (link.isActive) {
            Link &lost = m_links[link.id];
            lost.isActive = false;
            m_around.records.write({{linkKind, link.id, core::Payload(lost).text()}}, {});
            tell(lost);
        }
    }
}

void LinkBook::forget(const QString &id)
{
    const Link link = m_links.take(id);
    m_around.records.write({}, {{linkKind, id}});
    m_around.changes.append(
        {{0, m_around.clock.now(), id, linkField, textOf(link), QString(), link.sourceId}});
    if (const auto said = m_around.publisher.publish(LinkRemoved{id}); !said)
        qCWarning(logNetwork).noquote() << said.error().message;
}

void LinkBook::tell(const Link &link)
{
    if (const auto said = m_around.publisher.publish(LinkChanged{link}); !said)
        qCWarning(logNetwork).noquote() << said.error().message;
}

void LinkBook::measure(const QString &id, std::optional<double> forward, std::optional<double> backward)
{
    const auto link = m_links.find(id);
    if (link == m_links.end() || (link->forwardRate == forward && link->backwardRate == backward))
        return;
    link->forwardRate = forward;
    link->backwardRate = backward;
    tell(*link);
}

void LinkBook::drop(const QString &device)
{
    const QMap<QString, Link> links = m_links;
    for (const Link &link : links) {
        if (link.sourceId == device || link.targetId == device)
            forget(link.id);
    }
}

ListLinks::Reply LinkBook::page(const QMap<QString, Link> &links, const ListLinks &asked,
                                const core::Principal &caller) const
{
    const auto sees = [&](const QString &id) {
        return id == topology::internet || m_around.isVisible(id, caller);
    };
    ListLinks::Reply reply;
    for (auto link = links.upperBound(asked.after); link != links.end(); ++link) {
        if (!sees(link->sourceId) || !sees(link->targetId))
            continue;
        if (reply.links.size() == asked.limit) {
            reply.next = reply.links.last().id;
            break;
        }
        reply.links << *link;
    }
    return reply;
}

QFuture<core::Reply> LinkBook::list(const core::Command &command)
{
    const auto asked = command.as<ListLinks>();
    if (!asked)
        return core::ready(asked.error());
    if (!asked->at)
        return core::ready(page(m_links, *asked, command.caller));
    // As they are, with what has changed since then undone.
    core::ChangeQuery query;
    query.fields = {linkField};
    query.from = *asked->at;
    query.limit = mostChanges;
    return m_around.changes.read(query).then(
        this,
        [this, asked = *asked,
         caller = command.caller](const core::Result<QList<core::KnownChange>> &changes) -> core::Reply {
            if (!changes)
                return changes.error();
            QMap<QString, Link> links = m_links;
            for (const core::KnownChange &each : *changes) {
                if (each.from.isEmpty()) {
                    links.remove(each.subject);
                } else if (const auto link =
                               core::fromJson<Link>(QJsonDocument::fromJson(each.from.toUtf8()).object())) {
                    links.insert(link->id, *link);
                }
            }
            return page(links, asked, caller);
        });
}

QFuture<core::Reply> LinkBook::set(const core::Command &command)
{
    const auto asked = command.as<SetLink>();
    if (!asked)
        return core::ready(asked.error());
    for (const QString &id : {asked->sourceId, asked->targetId}) {
        if (!m_around.isVisible(id, command.caller))
            return core::ready(core::Error{core::ErrorCode::NotFound, tr("There is no device %1.").arg(id)});
    }
    if (asked->sourceId == asked->targetId)
        return core::ready(
            core::Error{core::ErrorCode::Invalid, tr("A link joins two devices, not one to itself.")});
    const auto drawn = std::count_if(m_links.begin(), m_links.end(),
                                     [](const Link &link) { return link.origin == LinkOrigin::Manual; });
    if (drawn >= mostManual)
        return core::ready(core::Error{core::ErrorCode::Limited,
                                       tr("%1 links were drawn; that is the most.").arg(mostManual)});
    const QDateTime now = m_around.clock.now();
    Link link = m_links.value(idOf(asked->sourceId, asked->targetId));
    if (link.id.isEmpty())
        link.firstSeen = now;
    link.id = idOf(asked->sourceId, asked->targetId);
    link.sourceId = asked->sourceId;
    link.targetId = asked->targetId;
    link.kind = asked->kind;
    link.sourcePort = asked->sourcePort;
    link.targetPort = asked->targetPort;
    link.origin = LinkOrigin::Manual;
    link.strength = 1;
    link.isActive = true;
    link.lastSeen = now;
    link.evidence.removeIf([](const LinkEvidence &each) { return each.source == QLatin1String("hand"); });
    link.evidence << LinkEvidence{QStringLiteral("hand"), command.caller.displayName, now};
    return m_around.records.write({{linkKind, link.id, core::Payload(link).text()}}, {})
        .then(this, [this, link](const core::Result<void> &kept) -> core::Reply {
            if (!kept)
                return kept.error();
            m_links.insert(link.id, link);
            m_around.changes.append(
                {{0, link.lastSeen, link.id, linkField, QString(), textOf(link), link.sourceId}});
            tell(link);
            return SetLink::Reply{link};
        });
}

QFuture<core::Reply> LinkBook::remove(const core::Command &command)
{
    const auto asked = command.as<RemoveLink>();
    if (!asked)
        return core::ready(asked.error());
    const auto link = m_links.constFind(asked->id);
    if (link == m_links.constEnd())
        return core::ready(core::Error{core::ErrorCode::NotFound, tr("There is no link %1.").arg(asked->id)});
    if (link->origin != LinkOrigin::Manual) {
        return core::ready(
            core::Error{core::ErrorCode::Conflict,
                        tr("Nobody drew this link: it was seen, and goes when it is seen no more.")});
    }
    forget(asked->id);
    return core::ready(identity::Done{});
}

} // namespace network
