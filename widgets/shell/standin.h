// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/desktop.h"

#include <functional>

namespace shell {

/// A desktop whose pop-ups stand beside the icon in the tray where it shows none of its own.
class StandIn final : public Desktop
{
    Q_OBJECT
public:
    /// Shows a pop-up beside the icon, and calls `pressed` when somebody presses it. False: there is no such
    /// icon.
    using Beside = std::function<bool(const PopUp &popUp, const std::function<void()> &pressed)>;

    /// `desktop` outlives this; null: there is none.
    StandIn(Desktop *desktop, Beside beside);
    ~StandIn() override;

    void show(const PopUp &popUp) override;
    /// What stands beside the icon goes by itself.
    void withdraw() override;
    [[nodiscard]] bool isHeard() const override;

private:
    void showBeside(const PopUp &popUp);

    Desktop *m_desktop;
    Beside m_beside;
};

} // namespace shell
