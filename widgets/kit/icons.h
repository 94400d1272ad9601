// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QIcon>

namespace kit {

/// The drawings of our icon set, each an SVG of the same name in resources/icons.
enum class Symbol {
    Overview,
    Metrics,
    Pause,
    Play,
    ZoomOut,
    ZoomIn,
    Search,
    Server,
    Clients,
    Database,
    SignOut,
    Close,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    Table,
    Copy,
    Sun,
    Moon,
    Contrast,
    Warning,
    Settings,
    Pulse,
    Disk,
    Memory,
    Cpu,
    Network,
    Clock,
    Temperature,
    Alerts,
    Security,
    Devices,
    User,
    Refresh,
    Pin,
    More,
    Link,
    Scans,
    Chat,
    App
};

/// Which text colour of the theme an icon is tinted with.
enum class Tone { Text, Text2, Text3, Accent, OnAccent };

/// A bundled icon that is tinted when painted, so that it follows the theme and any pixel ratio.
[[nodiscard]] QIcon icon(Symbol symbol, Tone tone = Tone::Text2);

/// The program's own mark, drawn in the accent colour.
[[nodiscard]] QIcon appIcon();

} // namespace kit
