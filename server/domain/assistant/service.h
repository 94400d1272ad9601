// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatanswering.h"
#include "core/ratelimit.h"
#include "domain/assistant/busyrooms.h"
#include "domain/assistant/grammar.h"
#include "domain/assistant/modelprobe.h"
#include "domain/assistant/modeltalk.h"
#include "domain/assistant/setup.h"

#include <QPointer>

#include <deque>
#include <map>

namespace assistant {

/// A message of a chat room, and whose rights its author has.
struct Heard
{
    QString room;
    QString text;
    core::Principal author;
    bool isPerson = true;     ///< false: an answer, a program or the house itself wrote it
    bool isAddressed = false; ///< by name, as the assistant finds out
    /// Whose rights all have in common who read the room; absent: the author's own.
    std::optional<core::Principal> view = std::nullopt;
};

/// The assistant: hears what is said in chat where it is asked to, answers one question at a time in each
/// room, and never itself. By rules of its own, or with a model's words where there is one; when that fails,
/// by its own rules, and it says so. In a room it tells what all may see who read it, and says where the
/// asker alone would see more; `ask` answers one person with their own rights.
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
    /// Who besides the asker may stop an answer; its errors are those of who may not read the room at all.
    using Moderation = std::function<core::Result<bool>(const QString &room, const core::Principal &caller)>;
    void setModeration(Moderation moderation) { m_moderation = std::move(moderation); }
    /// Rooms add what else may be asked, before anybody asks.
    [[nodiscard]] QueryBook &book() { return m_book; }
    [[nodiscard]] Setup &setup() { return m_setup; }
    [[nodiscard]] ModelProbe &probe() { return m_probe; }

    /// A message was written. The answer comes by `answered`, never before this returns.
    void hear(const Heard &message);

    // Handlers; the dispatcher has checked role and schema.
    /// Errors: Limited, Forbidden (it is switched off in that room).
    QFuture<core::Reply> ask(const core::Command &command);
    /// What there is of the answer is written. Errors: NotFound (none is under way), Forbidden.
    QFuture<core::Reply> stopAnswer(const core::Command &command);

Q_SIGNALS:
    /// To be written in the room; under that id, if there is one.
    void answered(const QString &room, const assistant::Answer &answer, const core::Principal &asker,
                  const QString &id);
    /// What there is of an answer so far, at most four times a second; without a text: nothing is written.
    void answering(const chat::Answering &part);
    /// Somebody waits there for an answer that takes its time, told again while it does; or no longer.
    void typing(const QString &room, bool isTyping);

private:
    using Done = std::function<void(const Answer &)>;
    /// The questions of a room.
    struct Desk
    {
        std::deque<Heard> waiting;
        std::optional<Heard> question; ///< that is being answered
        chat::Answering underWay;      ///< as it was told last
        QPointer<ModelTalk> talk;
        bool isBusy = false;
        bool isFullSaid = false; ///< that there are too many was said
    };

    struct Question
    {
        QString text;
        Standing who;
        QString room = {}; ///< where it is answered; empty: to the asker alone
        QString id = {};   ///< of its answer there
    };

    void next(const QString &room);
    void grow(const QString &room, const QString &text);
    void finish(const QString &room, const std::optional<Answer> &answer);
    /// It was not stopped.
    [[nodiscard]] bool isUnderWay(const Question &question) const;
    void answer(const Question &question, const Done &done);
    /// `isLess`: the asker alone would be told more.
    void respond(const Question &question, const Response &local, bool isLess, const Done &done);
    void phrase(const Question &question, const Response &local, const Done &done);
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
    ModelProbe m_probe;
    QMap<QString, Desk> m_desks;
    BusyRooms m_busy;
    Moderation m_moderation;
    std::map<QString, core::RateLimit> m_askers;
    QHash<QString, std::chrono::milliseconds> m_hintedAt; ///< by room
    bool m_isStopped = false;
    int m_open = 0;                                        ///< asked outside of rooms
    std::optional<std::chrono::milliseconds> m_restsUntil; ///< the model's service asked for a rest
};

} // namespace assistant
