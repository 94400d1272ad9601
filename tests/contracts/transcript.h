// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/enginerig.h"

namespace contracts {

/// A conversation in a text file that is its own test. Lines:
///
///     # a comment
///     narrow everyst                 the Socket.IO namespace "/" speaks this dialect only (before open)
///     open /socket.io/ operator      a client comes, with this token or none (see EngineRig)
///     as anna                        what follows is said and heard by anna, who may be yet to come
///     > 420["get_current_metrics"]   it says this
///     < 430[{"status":"success"}]    and gets this: the framing to the letter, the JSON in it by value,
///     where "*"
///                                    stands for anything and a member "…": true for any further members
///     publish metrics.sampled        the example of a fact happens
///     advance 10 s                   time passes
///     silence                        nothing more was sent
///     closed 4001 Authentication     the connection is closed with this code and a reason that begins so
class Transcript
{
public:
    explicit Transcript(QString path) : m_path(std::move(path)) {}

    /// Plays the file; the first difference as "line: what was expected, what came", or empty.
    QString play();

private:
    QString step(const QString &line);
    [[nodiscard]] int engineIoDigits() const;
    QString expect(const QString &expected);
    QString expectClosed(const QString &expected) const;

    QString m_path;
    std::unique_ptr<support::EngineRig> m_rig;
    support::FakeChannel *m_client = nullptr;
    QString m_name; ///< of that client
    QHash<QString, support::FakeChannel *> m_clients;
};

/// True when `actual` is `pattern`, by the rules above.
bool matches(const QJsonValue &pattern, const QJsonValue &actual);

} // namespace contracts
