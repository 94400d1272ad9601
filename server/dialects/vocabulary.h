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
    QString answerWord; ///< event that answers when no acknowledgement was asked for; empty: none
    QString errorWord;  ///< event that tells a failure then; empty: the dialect's own
};

/// The two word lists of a dialect. What is said in a shape of its own is declared as a type, so that
/// encoding, schema and documents follow from it.
class Vocabulary
{
public:
    explicit Vocabulary(core::NameCase nameCase) : m_nameCase(nameCase) {}

    /// Says fact T under `word`, its canonical payload re-spelled.
    template <core::Described T>
    void speak(const char *word)
    {
        speak<T>(word, [](const T &fact) { return fact; });
    }

    /// Says fact T under `word` as the described type `convert` makes of it.
    template <core::Described T, class Convert>
    void speak(const char *word, Convert convert)
    {
        using Wire = std::invoke_result_t<Convert, const T &>;
        const core::NameCase nameCase = m_nameCase;
        add(Spoken{core::Topic(QLatin1String(T::topic)), QString::fromLatin1(word),
                   core::schemaOf<Wire>(nameCase), [convert, nameCase](const core::Payload &payload) {
                       if (const T *fact = payload.get<T>())
                           return core::Payload(convert(*fact), nameCase);
                       const core::Result<T> fact = payload.as<T>();
                       return fact ? core::Payload(convert(fact.value()), nameCase) : core::Payload();
                   }});
    }

    /// Understands `word` with parameters of the described type Wire as command C.
    /// `read`: const Wire & → C. `write`: const C::Reply & → a described type.
    template <core::Described C, core::Described Wire, class Read, class Write>
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
            const QJsonValue body = argument.isUndefined() || argument.isNull() ? QJsonObject{} : argument;
            const core::Result<Wire> params = core::fromJson<Wire>(body, nameCase);
            if (!params)
                return params.error();
            return core::Payload(read(params.value()));
        };
        heard.write = [write, nameCase](const core::Payload &reply) {
            const core::Result<typename C::Reply> typed = reply.as<typename C::Reply>();
            return typed ? core::Payload(write(typed.value()), nameCase) : core::Payload();
        };
        return add(std::move(heard));
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
    void add(Spoken spoken);
    Heard &add(Heard heard);

    core::NameCase m_nameCase;
    std::vector<Spoken> m_speaks;
    std::vector<Heard> m_hears;
};

} // namespace dialects
