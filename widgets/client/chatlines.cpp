// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/chatlines.h"

namespace client {

int ChatLines::placeOf(const QString &id) const
{
    const auto found = m_numbers.constFind(id);
    return found == m_numbers.constEnd() ? -1 : int(*found - m_first);
}

void ChatLines::clear()
{
    m_lines.clear();
    m_numbers.clear();
    m_first = 0;
}

void ChatLines::prepend(const QList<ChatLine> &lines)
{
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        m_lines.push_front(*line);
        m_numbers.insert(line->message.id, --m_first);
    }
}

void ChatLines::insert(int place, const ChatLine &line)
{
    m_lines.insert(m_lines.begin() + place, line);
    number(place);
}

void ChatLines::remove(int place)
{
    m_numbers.remove(at(place).message.id);
    m_lines.erase(m_lines.begin() + place);
    number(place);
}

void ChatLines::replace(int place, const ChatLine &line)
{
    m_numbers.remove(at(place).message.id);
    at(place) = line;
    m_numbers.insert(line.message.id, m_first + place);
}

/// Lines come and go near the end, so there are few of them.
void ChatLines::number(int from)
{
    for (int place = from; place < count(); ++place)
        m_numbers.insert(at(place).message.id, m_first + place);
}

} // namespace client
