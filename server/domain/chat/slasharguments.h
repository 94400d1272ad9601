// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatcommands.h"
#include "core/principal.h"

#include <chrono>

namespace chat {

/// What follows a slash word, in pieces that know where they stand, and who wrote it where.
class SlashArguments
{
public:
    struct Piece
    {
        QString text;
        int start = 0; ///< UTF-16 units from the beginning of the whole text
    };

    /// `start`: where the arguments begin.
    SlashArguments(const QString &whole, int start, QString room, QString author, core::Principal caller);

    [[nodiscard]] const QString &room() const { return m_room; }
    /// As others see them.
    [[nodiscard]] const QString &author() const { return m_author; }
    [[nodiscard]] const core::Principal &caller() const { return m_caller; }
    [[nodiscard]] qsizetype size() const { return m_pieces.size(); }
    [[nodiscard]] bool isEmpty() const { return m_pieces.isEmpty(); }
    /// An empty one at the end of the text, where there is no such piece.
    [[nodiscard]] Piece at(qsizetype index) const;
    /// All from a piece on, as it was written.
    [[nodiscard]] QString rest(qsizetype index) const;
    /// What was written between two pieces, without the second.
    [[nodiscard]] QString between(qsizetype first, qsizetype last) const;
    [[nodiscard]] SlashFault fault(const QString &message, qsizetype index) const;
    /// From a piece on.
    [[nodiscard]] SlashFault faultFrom(const QString &message, qsizetype index) const;

private:
    QString m_whole;
    QString m_room;
    QString m_author;
    core::Principal m_caller;
    QList<Piece> m_pieces;
};

/// As people write it: 90s, 15m, 2h, 3d, 1w, 1h30m; at most a year. Nothing for anything else.
std::optional<std::chrono::seconds> durationFrom(const QString &text);
/// As people write the ids of alerts: A-12, a-12; nothing for anything else.
std::optional<QString> alertIdFrom(const QString &text);

} // namespace chat
