// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chathistory.h"

#include <QHash>

#include <deque>

namespace client {

/// One line of a room: what somebody wrote or is about to, what is being sent from here, or who came and
/// went.
struct ChatLine
{
    enum class Kind { Message, Arrivals, Departures };
    enum class Sending {
        Sent,
        Queued,  ///< waits for the connection, or for what was written before
        Pending, ///< under way
        Unsure,  ///< was under way when the connection ended: it may have come there
        Failed,
        Coming, ///< the assistant writes it still; stands last of all
    };

    chat::Message message; ///< of what is not sent, with an id of this window
    Kind kind = Kind::Message;
    Sending sending = Sending::Sent;
    QString trouble = {};                                         ///< why it was not sent
    std::optional<chat::NewAttachment> attachment = std::nullopt; ///< of what is not sent
    QStringList who = {};                                         ///< who came, or went
    QString askedBy = {};                                         ///< for what is coming: whose question
};

/// The lines of a room in order, found by place and by id however many there are.
class ChatLines
{
public:
    [[nodiscard]] int count() const { return int(m_lines.size()); }
    [[nodiscard]] const ChatLine &at(int place) const { return m_lines[std::size_t(place)]; }
    [[nodiscard]] ChatLine &at(int place) { return m_lines[std::size_t(place)]; }
    /// -1: there is none.
    [[nodiscard]] int placeOf(const QString &id) const;

    void clear();
    void prepend(const QList<ChatLine> &lines);
    void insert(int place, const ChatLine &line);
    void remove(int place);
    /// Puts another line in the place of one.
    void replace(int place, const ChatLine &line);

private:
    void number(int from);

    std::deque<ChatLine> m_lines;
    QHash<QString, qint64> m_numbers; ///< a line keeps its number while others come before it
    qint64 m_first = 0;               ///< number of the first line
};

} // namespace client
