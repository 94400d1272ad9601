// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/ratelimit.h"
#include "domain/assistant/grammar.h"
#include "domain/assistant/modeltalk.h"
#include "domain/assistant/setup.h"

#include <deque>
#include <map>

namespace assistant {

/// A message of a chat room, and whose rights its author has.
struct Heard
{
    QString room;
    QString text;
    core::Principal author;
    bool isPerson = true;      ///< false: an answer, a program or the house itself wrote it
    bool isToSomebody = false; ///< it calls or answers a person: a question only to whom it names
    bool isAddressed = false;  ///< by name, as the assistant finds out
};

/// The assistant: hears what is said in chat where it is asked to, answers one question at a time in each
/// room, and never itself. By rules of its own, or with a model's words where there is one; when that fails,
/// by its own rules, and it says so.
class Service final : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        const core::Catalog &catalog;
        core::RecordStore &records;
        core::Clock &clock;
        core::Entropy &entropy;
        Asker ask;
        Setup::Sealer sealer;
        std::function<QTimeZone()> zone;
        sources::Resolver resolver;
    };
    static constexpr qsizetype mostWaiting = 5; ///< in a room
    static constexpr int mostAtOnce = 8;        ///< asked outside of rooms
    /// Where every message is a question, people also talk to each other: only so often it says there that it
    /// did not understand.
    static constexpr std::chrono::minutes hintEvery{10};
    static constexpr double questionsAtOnce = 10;
    static constexpr double questionsPerSecond = 0.2;

    explicit Service(const Surroundings &around);
    ~Service() override;

    /// Errors: Unavailable.
    QFuture<core::Result<void>> load();
    /// Whatever is on its way is given up; nobody is answered any more.
    void stop();
    /// Rooms add what else may be asked, before anybody asks.
    [[nodiscard]] QueryBook &book() { return m_book; }
    [[nodiscard]] Setup &setup() { return m_setup; }

    /// A message was written. The answer comes by `answered`, never before this returns.
    void hear(const Heard &message);

    // Handlers; the dispatcher has checked role and schema.
    /// Errors: Limited, Forbidden (it is switched off in that room).
    QFuture<core::Reply> ask(const core::Command &command);

Q_SIGNALS:
    /// To be written in the room.
    void answered(const QString &room, const assistant::Answer &answer, const core::Principal &asker);
    /// An answer is being made: what there is of it so far, or nothing yet. At most four times a second.
    void answering(const QString &room, const QString &text);

private:
    using Done = std::function<void(const Answer &)>;
    /// The questions of a room.
    struct Desk
    {
        std::deque<Heard> waiting;
        bool isBusy = false;
        bool isFullSaid = false; ///< that there are too many was said
    };

    void next(const QString &room);
    void answer(const QString &question, const core::Principal &caller, const QString &room,
                const Done &done);
    void phrase(const QString &question, const core::Principal &caller, const QString &room,
                const Response &local, const Done &done);
    [[nodiscard]] Answer fallback(Answer local, const core::Error &error);
    [[nodiscard]] bool takes(const core::Principal &caller);
    /// Whether an answer is worth a line of the room.
    [[nodiscard]] bool isWanted(const Heard &question, const Answer &answer);

    Surroundings m_around;
    QueryBook m_book;
    Toolbox m_toolbox;
    Grammar m_grammar;
    Budget m_budget;
    Setup m_setup;
    QMap<QString, Desk> m_desks;
    std::map<QString, core::RateLimit> m_askers;
    QHash<QString, std::chrono::milliseconds> m_hintedAt; ///< by room
    bool m_isStopped = false;
    int m_open = 0;                                        ///< asked outside of rooms
    std::optional<std::chrono::milliseconds> m_restsUntil; ///< the model's service asked for a rest
};

} // namespace assistant
