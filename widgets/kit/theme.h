// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "kit/status.h"

#include <QColor>
#include <QFont>
#include <QList>
#include <QPalette>

#include <array>

class QApplication;

namespace kit {

/// Which look a person chose; System follows the desktop's light or dark palette.
enum class ThemeKind { System, Light, Dark, HighContrast };

/// The three inks of one status shape: its fill, the mark inside, and the line around (invalid: none).
struct StatusInk
{
    QColor fill;
    QColor mark;
    QColor outline;
};

/// How one chart series is told from the others: by colour and by dash (empty: solid), in pen widths.
struct SeriesInk
{
    QColor color;
    QList<qreal> dash;
};

/// Every colour of one look, by the name the design gives it.
struct Theme
{
    ThemeKind kind = ThemeKind::Light;
    bool dark = false;
    int borderWidth = 1;
    QColor window, surface, surfaceAlt, rail, raised;
    QColor border, borderStrong;
    QColor text, text2, text3, disabled;
    QColor accent, onAccent, selection;
    QColor mode, onMode;
    std::array<StatusInk, 8> statuses;
    std::array<SeriesInk, 6> seriesInks;

    [[nodiscard]] const StatusInk &status(Status which) const { return statuses[std::size_t(which)]; }
    /// Ink of the series at a place counted from 0; after the sixth all are "other" in the hint colour.
    [[nodiscard]] SeriesInk series(int place) const;
    /// The faint ground of a chip or banner of that status.
    [[nodiscard]] QColor tint(Status which) const;
    [[nodiscard]] QPalette palette() const;
};

/// The constant tokens of one look; System is answered as Light.
[[nodiscard]] const Theme &themeFor(ThemeKind kind);
/// The look in force, told by the application object; Light before applyTheme.
[[nodiscard]] const Theme &theme();
/// What the person chose, which may be System.
[[nodiscard]] ThemeKind chosenTheme();

/// Sets style, palette and fonts of the whole application; every widget repaints. Call again to change the
/// look.
void applyTheme(QApplication &app, ThemeKind kind);

/// Tells what the desktop prefers (as from its portal, which overrules the palette); a System look follows at
/// once.
void setSystemDark(QApplication &app, bool dark);

/// Sets the size of all text against the design's, 1 being the design; every widget repaints.
void applyTextScale(QApplication &app, double scale);

/// Our text font at that size; a weight such as QFont::DemiBold for titles.
[[nodiscard]] QFont textFont(qreal points, QFont::Weight weight = QFont::Normal);
/// The fixed-width font for addresses, hashes and JSON.
[[nodiscard]] QFont monoFont(qreal points);

/// WCAG 2 contrast ratio of two opaque colours, from 1 to 21.
[[nodiscard]] double contrast(const QColor &one, const QColor &other);

} // namespace kit
