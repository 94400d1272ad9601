// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/manners.h"
#include "core/clock.h"
#include "shell/desktop.h"

#include <functional>

namespace shell {

/// What may be told outside of the window, how loudly and how often; all that pops up goes through here.
class Outside
{
public:
    /// All of these outlive it. `beep` is for what no pop-up sounds of.
    Outside(client::Manners &manners, core::Clock &clock, std::function<bool()> isLookedAt,
            std::function<void()> beep);

    /// What is critical pops up always, the others while nobody looks at the window.
    [[nodiscard]] bool mayPopUp(client::Matter matter) const;
    /// How long until another pop-up may be shown.
    [[nodiscard]] std::chrono::milliseconds untilNext() const;
    /// Shows it, with the sound of that matter where it is wanted.
    void show(Desktop &desktop, PopUp popUp, client::Matter matter);
    /// For what does not pop up and is to be heard.
    void sound(client::Matter matter);
    /// Beeps, but not at every one of many.
    void beep();

private:
    client::Manners &m_manners;
    core::Clock &m_clock;
    std::function<bool()> m_isLookedAt;
    std::function<void()> m_beep;
    QList<std::chrono::milliseconds> m_shownAt; ///< the latest ones
    std::optional<std::chrono::milliseconds> m_soundedAt;
};

/// One line without marks that would turn the text around them.
[[nodiscard]] QString plainLine(const QString &foreign);

} // namespace shell
