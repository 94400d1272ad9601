// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/chatstore.h"
#include "core/clock.h"
#include "core/command.h"
#include "core/entropy.h"
#include "domain/chat/people.h"

namespace chat {

/// A message that may be kept, and the picture that comes with it.
struct Composed
{
    Message message;
    std::optional<core::ChatPicture> picture = std::nullopt;
};

/// What the assistant says in a room.
struct Spoken
{
    QString text;
    QString basis;
    QList<Card> cards = {};
    QList<ProposedLine> proposals = {};
    QString id = {}; ///< under which it was told while it came; empty: it was not
};

/// Makes messages of what people send: who they are and when it is, they do not say.
class Scribe
{
public:
    Scribe(core::Clock &clock, core::Entropy &entropy, People people)
        : m_clock(clock), m_entropy(entropy), m_people(std::move(people))
    {
    }

    /// Errors: Invalid (blank, or a picture that is none).
    [[nodiscard]] core::Result<Composed> compose(const Send &asked, const core::Principal &caller,
                                                 const identity::Profile &profile) const;
    /// What the assistant says (decision 14 of the contracts).
    [[nodiscard]] Message answer(const QString &room, const Spoken &spoken) const;
    /// What the house itself says.
    [[nodiscard]] Message note(const QString &room, const QString &text, const QList<Card> &cards) const;

private:
    core::Result<void> attach(const NewAttachment &asked, Composed &composed) const;

    core::Clock &m_clock;
    core::Entropy &m_entropy;
    People m_people;
};

/// As somebody is shown: display name, e-mail or id.
QString nameOf(const identity::Profile &profile);

} // namespace chat
