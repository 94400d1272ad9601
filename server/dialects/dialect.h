// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/command.h"
#include "core/event.h"
#include "dialects/vocabulary.h"

namespace dialects {

/// A word and its body, ready for a tongue.
struct Utterance
{
    QString word;
    core::Payload body;
    QString alone; ///< the member of the body that is said by itself; empty: the whole body

    /// What is said, as JSON.
    [[nodiscard]] QByteArray text() const;
};

/// One contract's words and manners. Holds no state and knows no socket.
class Dialect
{
public:
    Dialect(QString name, QString title, Vocabulary words);
    virtual ~Dialect() = default;
    Dialect(const Dialect &) = delete;
    Dialect &operator=(const Dialect &) = delete;

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const Vocabulary &words() const { return m_words; }

    /// What this contract says for a fact; nothing when it has no word for it.
    [[nodiscard]] QList<Utterance> speak(const core::Event &event) const;
    /// The acknowledgement of a heard word, one JSON object.
    [[nodiscard]] QByteArray acknowledge(const Heard &heard, const core::Reply &reply) const;
    /// A failure told without an acknowledgement. `heard` is null for an unknown word.
    [[nodiscard]] virtual Utterance failure(const Heard *heard, const core::Error &error,
                                            const QDateTime &now) const = 0;

protected:
    /// The members of an acknowledgement.
    virtual void answer(core::JsonText &out, const Heard &heard, const core::Reply &reply) const = 0;

private:
    QString m_name;
    QString m_title;
    Vocabulary m_words;
};

/// The code words Socket.IO clients get in `error` (decision 3 of the contracts).
QString socketIoCode(core::ErrorCode code);
/// A refusal in the union of the acknowledgements' shapes.
QJsonObject refusedAck(const QString &message);
/// The answer to an acknowledged word nobody knows.
QJsonObject unknownWordAck(const QString &word);
/// `error {status, message, code, details, timestamp}`, the union all Socket.IO contracts share.
QJsonObject socketIoError(const core::Error &error, const QString &codePrefix, const QDateTime &now);

} // namespace dialects
