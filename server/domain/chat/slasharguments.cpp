// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/slasharguments.h"

#include <QRegularExpression>

namespace chat {

SlashArguments::SlashArguments(const QString &whole, int start, QString room, QString author,
                               core::Principal caller)
    : m_whole(whole), m_room(std::move(room)), m_author(std::move(author)), m_caller(std::move(caller))
{
    static const QRegularExpression piece(QStringLiteral("\\S+"));
    for (auto match = piece.globalMatch(whole, start); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        m_pieces << Piece{found.captured(), int(found.capturedStart())};
    }
}

SlashArguments::Piece SlashArguments::at(qsizetype index) const
{
    return index < m_pieces.size() ? m_pieces.at(index) : Piece{{}, int(m_whole.size())};
}

QString SlashArguments::rest(qsizetype index) const { return m_whole.mid(at(index).start).trimmed(); }

QString SlashArguments::between(qsizetype first, qsizetype last) const
{
    const int start = at(first).start;
    return m_whole.mid(start, at(last).start - start).trimmed();
}

SlashFault SlashArguments::fault(const QString &message, qsizetype index) const
{
    const Piece piece = at(index);
    return {message, piece.start, int(piece.text.size())};
}

SlashFault SlashArguments::faultFrom(const QString &message, qsizetype index) const
{
    return {message, at(index).start, int(m_whole.size()) - at(index).start};
}

std::optional<std::chrono::seconds> durationFrom(const QString &text)
{
    static const QRegularExpression whole(QStringLiteral("^([0-9]{1,6}[smhdw])+$"));
    static const QRegularExpression part(QStringLiteral("([0-9]+)([smhdw])"));
    constexpr std::chrono::hours longest{366 * 24};
    if (!whole.match(text).hasMatch())
        return std::nullopt;
    std::chrono::seconds sum{0};
    for (auto match = part.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        const int count = found.captured(1).toInt();
        switch (found.captured(2).at(0).unicode()) {
        case 's':
            sum += std::chrono::seconds(count);
            break;
        case 'm':
            sum += std::chrono::minutes(count);
            break;
        case 'h':
            sum += std::chrono::hours(count);
            break;
        case 'd':
            sum += std::chrono::hours(24) * count;
            break;
        default:
            sum += std::chrono::hours(7 * 24) * count;
            break;
        }
    }
    if (sum.count() <= 0 || sum > longest)
        return std::nullopt;
    return sum;
}

std::optional<QString> alertIdFrom(const QString &text)
{
    static const QRegularExpression id(QStringLiteral("^[Aa]-([0-9]{1,18}),?$"));
    const QRegularExpressionMatch match = id.match(text);
    return match.hasMatch() ? std::optional(QStringLiteral("A-") + match.captured(1)) : std::nullopt;
}

} // namespace chat
