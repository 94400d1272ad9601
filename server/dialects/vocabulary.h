// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

#include <QHash>

#include <functional>
#include <vector>

namespace dialects {

/// A word a dialect says for a fact.
struct Spoken
{
    core::Topic topic;
    QString word;
    QJsonObject schema; ///< of the body
    /// Canonical payload → body in this dialect's shape and spelling.
    std::function<core::Payload(const core::Payload &)> write;
    /// Whether this word is said for a fact at all; unset: always.
    std::function<bool(const core::Payload &)> applies;
    /// The member of the body that is said by itself (a list, a text); empty: the whole body.
    QString alone;
};

/// An event that answers a heard word.
struct Answer
{
    QString word;
    QJsonObject schema; ///< of the body
    /// Canonical reply → body in this dialect's shape and spelling.
    std::function<core::Payload(const core::Payload &)> write;
    QString alone; ///< as with Spoken
};

/// Whether a word is meant with or without an acknowledgement asked for; settles words two dialects share.
enum class Acking { Either, Required, None };

/// A word a dialect understands as a command.
struct Heard
{
    QString command;
    QString word;
    Acking acking = Acking::Either;
    QJsonObject schema;      ///< of the parameters
    QJsonObject replySchema; ///< of the answer's own fields
    /// First argument as it came → canonical parameters.
    std::function<core::Result<core::Payload>(const QJsonValue &)> read;
    /// Canonical reply → the answer's own fields.
    std::function<core::Payload(const core::Payload &)> write;
    /// Whether an argument is meant for this dialect, where several share the word; unset: any.
    std::function<bool(const QJsonValue &)> claims;
    std::vector<Answer> answers; ///< events that answer, in this order; none: only the acknowledgement does
    QString errorWord;           ///< event that tells a failure; empty: the dialect's own
};

/// The two word lists of a dialect. What is said in a shape of its own is declared as a type, so that
/// encoding, schema and documents follow from it.
class Vocabulary
{
public:
    explicit Vocabulary(core::NameCase nameCase) : m_nameCase(nameCase) {}

    /// Says fact T under `word`, its canonical payload re-spelled.
    template <core::Described T>
    Spoken &speak(const char *word)
    {
        return speak<T>(word, [](const T &fact) { return fact; });
    }

    /// Says fact T under `word` as the described type `convert` makes of it.
    template <core::Described T, class Convert>
    Spoken &speak(const char *word, Convert convert)
    {
        using Wire = std::invoke_result_t<Convert, const T &>;
        return add(Spoken{core::Topic(QLatin1String(T::topic)),
                          QString::fromLatin1(word),
                          core::schemaOf<Wire>(m_nameCase),
                          writerOf<T>(convert),
                          {},
                          {}});
    }

    /// The same, only for facts that `applies` is true of.
    template <core::Described T, class Applies, class Convert>
    Spoken &speakWhere(const char *word, Applies applies, Convert convert)
    {
        Spoken &spoken = speak<T>(word, convert);
        spoken.applies = [applies](const core::Payload &payload) {
            const core::Result<T> fact = payload.as<T>();
            return fact && applies(fact.value());
        };
        return spoken;
    }

    /// Understands `word` with parameters of the described type Wire as command C.
    /// `read`: const Wire & → C or Result<C>. `write`: const C::Reply & → a described type.
    template <core::Described C, class Wire, class Read, class Write>
    Heard &hear(const char *word, Read read, Write write)
    {
        using Answer = std::invoke_result_t<Write, const typename C::Reply &>;
        const core::NameCase nameCase = m_nameCase;
        Heard heard;
        heard.command = QString::fromLatin1(C::name);
        heard.word = QString::fromLatin1(word);
        heard.schema = core::schemaOf<Wire>(nameCase);
        heard.replySchema = core::schemaOf<Answer>(nameCase);
        heard.read = [read, nameCase](const QJsonValue &argument) -> core::Result<core::Payload> {
            const bool isNothing = argument.isUndefined() || argument.isNull();
            const core::Result<Wire> params = core::fromJson<Wire>(
                core::Described<Wire> && isNothing ? QJsonValue(QJsonObject{}) : argument, nameCase);
            if (!params)
                return params.error();
            core::Result<C> command = read(params.value());
            if (!command)
                return command.error();
            return core::Payload(std::move(command).value());
        };
        heard.write = writerOf<typename C::Reply>(write);
        return add(std::move(heard));
    }

    /// Lets an event answer `heard` too, with what `convert` makes of the reply of command C.
    template <core::Described C, class Convert>
    void answerBy(Heard &heard, const char *word, Convert convert, const char *alone = "") const
    {
        using Wire = std::invoke_result_t<Convert, const typename C::Reply &>;
        heard.answers.push_back({QString::fromLatin1(word), core::schemaOf<Wire>(m_nameCase),
                                 writerOf<typename C::Reply>(convert), QString::fromLatin1(alone)});
    }

    /// Canonical value → what `convert` makes of it, in this dialect's spelling.
    template <core::Described T, class Convert>
    [[nodiscard]] std::function<core::Payload(const core::Payload &)> writerOf(Convert convert) const
    {
        return [convert, nameCase = m_nameCase](const core::Payload &payload) {
            if (const T *value = payload.get<T>())
                return core::Payload(convert(*value), nameCase);
            const core::Result<T> value = payload.as<T>();
            return value ? core::Payload(convert(value.value()), nameCase) : core::Payload();
        };
    }

    /// A word declared by hand; an unset `write` or `read` keeps the canonical form.
    void speakAs(Spoken spoken) { add(std::move(spoken)); }
    void hearAs(Heard heard) { add(std::move(heard)); }

    /// True when there is a word for the topic.
    [[nodiscard]] bool says(const core::Topic &topic) const;
    /// Every word for a topic, in the order declared.
    [[nodiscard]] QList<const Spoken *> spokenFor(const core::Topic &topic) const;
    /// The word as it is meant with (`acked`) or without an acknowledgement; null when not understood.
    [[nodiscard]] const Heard *heard(const QString &word, bool acked) const;
    [[nodiscard]] const std::vector<Spoken> &speaks() const { return m_speaks; }
    [[nodiscard]] const std::vector<Heard> &hears() const { return m_hears; }
    [[nodiscard]] core::NameCase nameCase() const { return m_nameCase; }

private:
    Spoken &add(Spoken spoken);
    Heard &add(Heard heard);

    core::NameCase m_nameCase;
    std::vector<Spoken> m_speaks;
    std::vector<Heard> m_hears;
};

} // namespace dialects
