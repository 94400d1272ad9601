// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/outside.h"

#include <algorithm>

namespace shell {

using namespace std::chrono_literals;
using client::Matter;

namespace {
constexpr auto leastApart = 5s;
constexpr auto inSuchATime = 10min;
constexpr qsizetype mostInIt = 6;
constexpr qsizetype longestLine = 120;

/// As the freedesktop sound theme calls them.
QString soundOf(Matter matter)
{
    switch (matter) {
    case Matter::Critical:
    case Matter::Urgent:
        return QStringLiteral("dialog-error");
    case Matter::High:
    case Matter::Warning:
        return QStringLiteral("dialog-warning");
    case Matter::Mention:
    case Matter::Direct:
        return QStringLiteral("message-new-instant");
    case Matter::ScanDone:
        return QStringLiteral("complete");
    case Matter::NewDevice:
        return QStringLiteral("device-added");
    case Matter::Medium:
    case Matter::Low:
    case Matter::Info:
    case Matter::Announcement:
    case Matter::Maintenance:
    case Matter::Note:
        break;
    }
    return QStringLiteral("dialog-information");
}
} // namespace

Outside::Outside(client::Manners &manners, core::Clock &clock, std::function<bool()> isLookedAt,
                 std::function<void()> beep)
    : m_manners(manners), m_clock(clock), m_isLookedAt(std::move(isLookedAt)), m_beep(std::move(beep))
{
}

bool Outside::mayPopUp(Matter matter) const
{
    const bool isCritical = matter == Matter::Critical || matter == Matter::Urgent;
    return m_manners.tells(matter, client::Way::PopUp) && (isCritical || !m_isLookedAt());
}

std::chrono::milliseconds Outside::untilNext() const
{
    if (m_shownAt.isEmpty())
        return 0ms;
    std::chrono::milliseconds next = m_shownAt.last() + leastApart;
    if (m_shownAt.size() >= mostInIt)
        next =
            std::max<std::chrono::milliseconds>(next, m_shownAt[m_shownAt.size() - mostInIt] + inSuchATime);
    return std::max<std::chrono::milliseconds>(0ms, next - m_clock.steady());
}

void Outside::show(Desktop &desktop, PopUp popUp, Matter matter)
{
    m_shownAt << m_clock.steady();
    if (m_shownAt.size() > mostInIt)
        m_shownAt.removeFirst();
    const bool isHeard = m_manners.tells(matter, client::Way::Sound);
    popUp.sound = isHeard ? soundOf(matter) : QString();
    desktop.show(popUp);
    if (isHeard && !desktop.isHeard())
        beep();
}

void Outside::sound(Matter matter)
{
    if (m_manners.tells(matter, client::Way::Sound))
        beep();
}

void Outside::beep()
{
    const std::chrono::milliseconds now = m_clock.steady();
    if (m_soundedAt && now - *m_soundedAt < leastApart)
        return;
    m_soundedAt = now;
    m_beep();
}

QString plainLine(const QString &foreign)
{
    QString line;
    for (const QChar letter : foreign.left(longestLine)) {
        if (letter.isSpace())
            line += u' ';
        else if (letter.category() != QChar::Other_Control && letter.category() != QChar::Other_Format)
            line += letter;
    }
    return line.trimmed();
}

} // namespace shell
