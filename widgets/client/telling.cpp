// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/telling.h"

#include <QCoreApplication>

namespace client {

namespace {

/// From which severity on.
constexpr std::array leastSeverities{std::pair(9, Matter::Critical), std::pair(7, Matter::High),
                                     std::pair(5, Matter::Medium), std::pair(3, Matter::Low)};

constexpr quint8 toast = 1U << unsigned(Way::Toast);
constexpr quint8 popUp = 1U << unsigned(Way::PopUp);
constexpr quint8 sound = 1U << unsigned(Way::Sound);
constexpr quint8 badge = 1U << unsigned(Way::Badge);

struct Row
{
    const char *word;
    const char *title;
    quint8 possible;
    quint8 quiet;
    quint8 normal;
};

constexpr quint8 passing = toast | popUp | sound;
constexpr quint8 lasting = passing | badge;

constexpr std::array<Row, matterCount> rows{{
    {"critical", QT_TRANSLATE_NOOP("client::Telling", "Critical alerts"), lasting, toast | popUp | badge,
     toast | popUp | badge},
    {"high", QT_TRANSLATE_NOOP("client::Telling", "High alerts"), lasting, toast | badge,
     toast | popUp | badge},
    {"medium", QT_TRANSLATE_NOOP("client::Telling", "Medium alerts"), lasting, 0, 0},
    {"low", QT_TRANSLATE_NOOP("client::Telling", "Low alerts"), lasting, 0, 0},
    {"info", QT_TRANSLATE_NOOP("client::Telling", "Alerts for information"), lasting, 0, 0},
    {"mention", QT_TRANSLATE_NOOP("client::Telling", "Mentions"), lasting, badge, toast | popUp | badge},
    {"direct", QT_TRANSLATE_NOOP("client::Telling", "Direct messages"), lasting, badge,
     toast | popUp | badge},
    {"scan", QT_TRANSLATE_NOOP("client::Telling", "A scan of mine is over"), passing, 0, toast | popUp},
    {"device", QT_TRANSLATE_NOOP("client::Telling", "New devices"), passing, 0, 0},
    {"urgent", QT_TRANSLATE_NOOP("client::Telling", "Critical announcements"), passing, toast | popUp,
     toast | popUp},
    {"announcement", QT_TRANSLATE_NOOP("client::Telling", "Other announcements"), passing, 0, toast},
    {"maintenance", QT_TRANSLATE_NOOP("client::Telling", "Maintenance"), passing, 0, toast},
    {"warning", QT_TRANSLATE_NOOP("client::Telling", "Notifications that warn"), passing, 0, toast},
    {"note", QT_TRANSLATE_NOOP("client::Telling", "Other notifications"), passing, 0, 0},
}};

constexpr std::array<const char *, wayCount> wayWords{"toast", "popup", "sound", "badge"};
constexpr std::array<const char *, wayCount> wayTitles{QT_TRANSLATE_NOOP("client::Telling", "In the window"),
                                                       QT_TRANSLATE_NOOP("client::Telling", "Desktop pop-up"),
                                                       QT_TRANSLATE_NOOP("client::Telling", "Sound"),
                                                       QT_TRANSLATE_NOOP("client::Telling", "Tray badge")};

quint8 bitOf(Way way) { return quint8(1U << unsigned(way)); }

QString tellingText(const char *text) { return QCoreApplication::translate("client::Telling", text); }

} // namespace

Matter matterOfSeverity(int severity)
{
    for (const auto &[least, matter] : leastSeverities) {
        if (severity >= least)
            return matter;
    }
    return Matter::Info;
}

QString titleOf(Matter matter) { return tellingText(rows[size_t(matter)].title); }
QString titleOf(Way way) { return tellingText(wayTitles[size_t(way)]); }

Telling::Telling(Preset preset)
{
    for (size_t place = 0; place < rows.size(); ++place) {
        const Row &row = rows[place];
        m_ways[place] = preset == Preset::Quiet    ? row.quiet
                        : preset == Preset::Normal ? row.normal
                                                   : row.possible;
    }
}

bool Telling::tells(Matter matter, Way way) const { return (m_ways[size_t(matter)] & bitOf(way)) != 0; }

bool Telling::isPossible(Matter matter, Way way) { return (rows[size_t(matter)].possible & bitOf(way)) != 0; }

void Telling::set(Matter matter, Way way, bool isTold)
{
    quint8 &ways = m_ways[size_t(matter)];
    ways = isTold && isPossible(matter, way) ? quint8(ways | bitOf(way)) : quint8(ways & ~bitOf(way));
}

void Telling::mute(Matter matter) { m_ways[size_t(matter)] = 0; }

QString Telling::wordOf(Matter matter) { return QString::fromLatin1(rows[size_t(matter)].word); }

QStringList Telling::waysOf(Matter matter) const
{
    QStringList words;
    for (int way = 0; way < wayCount; ++way) {
        if (tells(matter, Way(way)))
            words << QString::fromLatin1(wayWords[size_t(way)]);
    }
    return words;
}

void Telling::setWays(Matter matter, const QStringList &words)
{
    for (int way = 0; way < wayCount; ++way)
        set(matter, Way(way), words.contains(QLatin1String(wayWords[size_t(way)])));
}

} // namespace client
