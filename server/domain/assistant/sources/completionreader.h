// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/assistant/sources/completion.h"
#include "domain/assistant/sources/eventreader.h"

class QJsonObject;

namespace assistant::sources {

/// Reads the answer of a chat-completions service, as events or as one JSON object, from bytes that come in
/// any pieces. However much comes, it keeps no more than an answer may be long.
class CompletionReader
{
public:
    static constexpr qsizetype longestText = 4000;
    static constexpr qsizetype mostCalls = 8;
    static constexpr qsizetype longestArguments = 16'384;
    static constexpr qsizetype mostBytes = 8'000'000;

    /// Errors: Invalid (garbage, or too much of it), Unavailable (the service says what went wrong).
    core::Result<void> feed(QByteArrayView bytes);
    /// There is nothing more to read: it said so, or it said enough.
    [[nodiscard]] bool isDone() const { return m_isDone; }
    /// What was said so far.
    [[nodiscard]] const QString &text() const { return m_completion.text; }
    /// After the last bytes. Errors: Invalid, Unavailable.
    core::Result<Completion> end();

private:
    core::Result<void> take(const QByteArray &data);
    core::Result<void> takeObject(const QJsonObject &object);
    core::Result<void> takeMessage(const QJsonObject &message);
    core::Result<void> takeCalls(const QJsonObject &message);

    enum class Form { Unknown, Events, Object };

    Form m_form = Form::Unknown;
    EventReader m_events;
    QByteArray m_object;
    Completion m_completion;
    qsizetype m_bytes = 0;
    bool m_isDone = false;
    bool m_isEnded = false; ///< a reason was told why the model stopped
};

} // namespace assistant::sources
