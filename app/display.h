// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include <chrono>
#include <optional>

namespace app {

/// Where an X server listens, as DISPLAY names it: `[HOST]:NUMBER[.SCREEN]`.
struct XAddress
{
    QString host; ///< empty: this machine, by its socket
    int number = 0;

    /// Nothing when the text names no display.
    static std::optional<XAddress> parse(const QString &display);
};

/// A connection to the display that is there, to find out whether a window can be shown: Qt ends the program
/// where it finds none. Kept until Qt has its own, because an X server whose last client goes begins anew,
/// and refuses who comes meanwhile.
class Display
{
public:
    /// Tries each address of it for at most `patience`.
    explicit Display(const QString &display, std::chrono::milliseconds patience = std::chrono::seconds(1));
    ~Display();
    Q_DISABLE_COPY_MOVE(Display)

    [[nodiscard]] bool isThere() const { return m_descriptor >= 0; }

private:
    int m_descriptor = -1;
};

} // namespace app
