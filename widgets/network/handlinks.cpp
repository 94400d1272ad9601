// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/handlinks.h"

#include "client/ask.h"

#include <algorithm>
#include <variant>

namespace network {

/// A link was drawn or taken away; the server has agreed before this is made.
class HandStep final : public QUndoCommand
{
public:
    using Wish = std::variant<SetLink, RemoveLink>;

    HandStep(HandLinks &links, Wish back, Wish forth, const QString &what)
        : QUndoCommand(what), m_links(links), m_back(std::move(back)), m_forth(std::move(forth))
    {
    }
    void undo() override { send(m_back); }
    void redo() override
    {
        if (std::exchange(m_isDone, true))
            send(m_forth);
    }

private:
    void send(const Wish &wish)
    {
        std::visit([this](const auto &one) { m_links.send(one); }, wish);
    }

    HandLinks &m_links;
    Wish m_back;
    Wish m_forth;
    bool m_isDone = false;
};

namespace {
SetLink wishFor(const Link &link)
{
    return {link.sourceId, link.targetId, link.kind, link.sourcePort, link.targetPort};
}
} // namespace

HandLinks::HandLinks(client::Links &links, QUndoStack &undo, QObject *parent)
    : QObject(parent), m_links(links), m_undo(undo)
{
}

const Link *HandLinks::between(const QString &one, const QString &other) const
{
    const QMap<QString, Link> &all = m_links.all();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](const Link &link) {
        return (link.sourceId == one && link.targetId == other) ||
               (link.sourceId == other && link.targetId == one);
    });
    return found == all.cend() ? nullptr : &*found;
}

bool HandLinks::isByHand(const QString &id) const
{
    const Link *link = m_links.find(id);
    return link && link->origin == LinkOrigin::Manual;
}

void HandLinks::draw(const SetLink &wish)
{
    const Link *known = between(wish.sourceId, wish.targetId);
    const std::optional<SetLink> before =
        known && known->origin == LinkOrigin::Manual ? std::optional(wishFor(*known)) : std::nullopt;
    client::ask(m_links.link(), wish, this, [this, wish, before](const core::Result<SetLink::Reply> &reply) {
        if (!reply) {
            Q_EMIT refused(reply.error().message);
            return;
        }
        const HandStep::Wish back =
            before ? HandStep::Wish(*before) : HandStep::Wish(RemoveLink{reply->link.id});
        m_undo.push(new HandStep(*this, back, wish, tr("Join")));
    });
}

void HandLinks::remove(const QString &id)
{
    if (!isByHand(id))
        return;
    const SetLink before = wishFor(*m_links.find(id));
    client::ask(m_links.link(), RemoveLink{id}, this,
                [this, id, before](const core::Result<RemoveLink::Reply> &reply) {
                    if (!reply) {
                        Q_EMIT refused(reply.error().message);
                        return;
                    }
                    m_undo.push(new HandStep(*this, before, RemoveLink{id}, tr("Remove link")));
                });
}

void HandLinks::send(const SetLink &wish)
{
    client::ask(m_links.link(), wish, this, [this](const core::Result<SetLink::Reply> &reply) {
        if (!reply)
            Q_EMIT refused(reply.error().message);
    });
}

void HandLinks::send(const RemoveLink &wish)
{
    client::ask(m_links.link(), wish, this, [this](const core::Result<RemoveLink::Reply> &reply) {
        if (!reply)
            Q_EMIT refused(reply.error().message);
    });
}

} // namespace network
