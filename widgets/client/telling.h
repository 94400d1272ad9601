// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>

#include <array>

namespace client {

/// Kinds of happenings that somebody may be told of.
enum class Matter {
    Critical, ///< alerts, by their severity
    High,
    Medium,
    Low,
    Info,
    Mention,
    Direct,
    ScanDone,
    NewDevice,
    Urgent, ///< what an administrator tells everyone, and is critical
    Announcement,
    Maintenance,
    Warning, ///< notifications of people and programs, by how they are meant
    Note
};
inline constexpr int matterCount = int(Matter::Note) + 1;

/// Ways in which somebody is told.
enum class Way { Toast, PopUp, Sound, Badge };
inline constexpr int wayCount = int(Way::Badge) + 1;

[[nodiscard]] Matter matterOfSeverity(int severity);
/// "Critical alerts", "Mentions".
[[nodiscard]] QString titleOf(Matter matter);
[[nodiscard]] QString titleOf(Way way);

/// How each kind of happening is told. What is told in no way stands in its list, and nowhere else.
class Telling
{
public:
    enum class Preset { Quiet, Normal, Everything };

    Telling() : Telling(Preset::Normal) {}
    explicit Telling(Preset preset);

    [[nodiscard]] bool tells(Matter matter, Way way) const;
    /// Whether that kind can be told so at all: only what lasts has a badge.
    [[nodiscard]] static bool isPossible(Matter matter, Way way);
    void set(Matter matter, Way way, bool isTold);
    /// Tells that kind in no way any more.
    void mute(Matter matter);
    [[nodiscard]] bool isMuted(Matter matter) const { return m_ways[size_t(matter)] == 0; }

    /// The word a kind is kept under, and those of its ways; unknown words are passed over.
    [[nodiscard]] static QString wordOf(Matter matter);
    [[nodiscard]] QStringList waysOf(Matter matter) const;
    void setWays(Matter matter, const QStringList &words);

    friend bool operator==(const Telling &, const Telling &) = default;

private:
    std::array<quint8, matterCount> m_ways{}; ///< a bit each
};

} // namespace client
