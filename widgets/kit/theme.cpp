// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/theme.h"

#include "kit/style.h"
#include "kit/tokens.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QVariant>
#include <QWidget>

#include <cmath>

static void initKitResources() { Q_INIT_RESOURCE(icons); }

namespace kit {

namespace {

constexpr char ThemeProperty[] = "belfryTheme";
constexpr char ChosenProperty[] = "belfryThemeChosen";
constexpr char ScaleProperty[] = "belfryTextScale";

qreal textScale()
{
    const qreal scale = qApp ? qApp->property(ScaleProperty).toReal() : 0;
    return scale > 0 ? scale : 1;
}
constexpr char SystemDarkProperty[] = "belfrySystemDark";

QColor rgb(QRgb value) { return QColor(value); }

std::array<SeriesInk, 6> seriesInks(const std::array<QRgb, 6> &colors)
{
    return {{{rgb(colors[0]), {}},
             {rgb(colors[1]), {5, 2}},
             {rgb(colors[2]), {8, 2, 2, 2}},
             {rgb(colors[3]), {2, 2}},
             {rgb(colors[4]), {10, 3}},
             {rgb(colors[5]), {4, 2, 1, 2, 1, 2}}}};
}

Theme lightTheme()
{
    Theme t;
    t.kind = ThemeKind::Light;
    t.window = rgb(0xF5F7FA);
    t.surface = rgb(0xFFFFFF);
    t.surfaceAlt = rgb(0xFAFBFC);
    t.rail = rgb(0xE9EEF4);
    t.raised = rgb(0xFFFFFF);
    t.border = rgb(0xC9D2DD);
    t.borderStrong = rgb(0x6F7E8E);
    t.text = rgb(0x16202C);
    t.text2 = rgb(0x45566A);
    t.text3 = rgb(0x5A6A7C);
    t.disabled = t.text3;
    t.accent = rgb(0x0A62B8);
    t.onAccent = rgb(0xFFFFFF);
    t.selection = rgb(0xD6E6F7);
    t.mode = rgb(0x5C2AAE);
    t.onMode = rgb(0xFFFFFF);
    const QColor white = rgb(0xFFFFFF);
    t.statuses = {{{rgb(0x0A8A66), white, {}},
                   {t.text3, white, {}},
                   {{}, t.text3, t.text3},
                   {{}, rgb(0x46525F), rgb(0x46525F)},
                   {rgb(0x0F5FC4), white, {}},
                   {rgb(0xC48706), rgb(0x241A00), rgb(0x7A5600)},
                   {rgb(0xBD500C), white, {}},
                   {rgb(0xA30A24), white, {}}}};
    t.seriesInks = seriesInks({0x1590DC, 0xA84010, 0x0A6658, 0xE24B8C, 0x5C2AAE, 0xAD9208});
    return t;
}

Theme darkTheme()
{
    Theme t;
    t.kind = ThemeKind::Dark;
    t.dark = true;
    t.window = rgb(0x151B23);
    t.surface = rgb(0x1C242E);
    t.surfaceAlt = rgb(0x202933);
    t.rail = rgb(0x10161D);
    t.raised = rgb(0x26303C);
    t.border = rgb(0x364352);
    t.borderStrong = rgb(0x6F8194);
    t.text = rgb(0xE8EDF3);
    t.text2 = rgb(0xB1BECC);
    t.text3 = rgb(0x8E9DAE);
    t.disabled = t.text3;
    t.accent = rgb(0x6CB6FF);
    t.onAccent = rgb(0x10161D);
    t.selection = rgb(0x24405E);
    t.mode = rgb(0x8070E0);
    t.onMode = rgb(0x10161D);
    const QColor ink = rgb(0x10161D);
    t.statuses = {{{rgb(0x28C79A), ink, {}},
                   {t.text3, ink, {}},
                   {{}, t.text3, t.text3},
                   {{}, rgb(0x8995A3), rgb(0x8995A3)},
                   {rgb(0x5096EE), ink, {}},
                   {rgb(0xF7E08A), ink, {}},
                   {rgb(0xFB8E15), ink, {}},
                   {rgb(0xF7465C), ink, {}}}};
    t.seriesInks = seriesInks({0x4FB4F8, 0xF4641E, 0x2A9C7E, 0xE08FB2, 0x8070E0, 0xF4D765});
    return t;
}

Theme highContrastTheme()
{
    Theme t = darkTheme();
    const QColor black = rgb(0x000000);
    const QColor white = rgb(0xFFFFFF);
    t.kind = ThemeKind::HighContrast;
    t.borderWidth = 2;
    t.window = t.surface = t.surfaceAlt = t.rail = t.raised = black;
    t.border = t.borderStrong = t.text = t.text2 = t.text3 = white;
    t.disabled = rgb(0x9C9C9C);
    t.accent = rgb(0xFFE34D);
    t.onAccent = black;
    t.selection = rgb(0x003E8A);
    t.mode = white;
    t.onMode = black;
    for (StatusInk &ink : t.statuses)
        ink = {white, black, {}};
    t.statuses[std::size_t(Status::Away)] = {{}, white, white};
    t.statuses[std::size_t(Status::Info)] = {{}, white, white};
    return t;
}

bool systemIsDark(QApplication &app)
{
    const QVariant known = app.property(SystemDarkProperty);
    if (known.isValid())
        return known.toBool();
    const QPalette palette = QApplication::palette();
    const bool dark = palette.window().color().lightness() < palette.windowText().color().lightness();
    app.setProperty(SystemDarkProperty, dark);
    return dark;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

void setRoles(QPalette &palette, const Theme &t)
{
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.surfaceAlt);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.text3);
    palette.setColor(QPalette::Button, t.raised);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.text);
    palette.setColor(QPalette::ToolTipBase, t.raised);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::Highlight, t.selection);
    palette.setColor(QPalette::HighlightedText, t.text);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    palette.setColor(QPalette::Light, t.raised);
    palette.setColor(QPalette::Midlight, t.surfaceAlt);
    palette.setColor(QPalette::Mid, t.border);
    palette.setColor(QPalette::Dark, t.borderStrong);
    palette.setColor(QPalette::Shadow, t.dark ? t.rail : t.borderStrong);
}

} // namespace

SeriesInk Theme::series(int place) const
{
    if (place >= 0 && place < int(seriesInks.size()))
        return seriesInks[std::size_t(place)];
    return {text3, {1, 2}};
}

QColor Theme::tint(Status which) const
{
    QColor tint = status(which).fill.isValid() ? status(which).fill : text3;
    tint.setAlphaF(kind == ThemeKind::HighContrast ? 0.0F : dark ? 0.16F : 0.10F);
    return tint;
}

QPalette Theme::palette() const
{
    QPalette palette;
    setRoles(palette, *this);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, border);
    return palette;
}

const Theme &themeFor(ThemeKind kind)
{
    static const Theme light = lightTheme();
    static const Theme dark = darkTheme();
    static const Theme highContrast = highContrastTheme();
    switch (kind) {
    case ThemeKind::Dark:
        return dark;
    case ThemeKind::HighContrast:
        return highContrast;
    case ThemeKind::System:
    case ThemeKind::Light:
        break;
    }
    return light;
}

const Theme &theme()
{
    return themeFor(qApp ? ThemeKind(qApp->property(ThemeProperty).toInt()) : ThemeKind::Light);
}

ThemeKind chosenTheme()
{
    return qApp ? ThemeKind(qApp->property(ChosenProperty).toInt()) : ThemeKind::System;
}

void applyTheme(QApplication &app, ThemeKind kind)
{
    initKitResources();
    const bool systemDark = systemIsDark(app);
    ThemeKind resolved = kind;
    if (kind == ThemeKind::System)
        resolved = systemDark ? ThemeKind::Dark : ThemeKind::Light;
    app.setProperty(ChosenProperty, int(kind));
    app.setProperty(ThemeProperty, int(resolved));
    if (!qobject_cast<Style *>(QApplication::style()))
        QApplication::setStyle(new Style);
    QApplication::setFont(textFont(tokens::BodyPt));
    QApplication::setPalette(theme().palette());
}

void setSystemDark(QApplication &app, bool dark)
{
    app.setProperty(SystemDarkProperty, dark);
    if (chosenTheme() == ThemeKind::System)
        applyTheme(app, ThemeKind::System);
}

void applyTextScale(QApplication &app, double scale)
{
    app.setProperty(ScaleProperty, scale);
    QApplication::setFont(textFont(tokens::BodyPt));
    // Widgets with a font of their own are not told by QApplication.
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        QEvent changed(QEvent::ApplicationFontChange);
        QCoreApplication::sendEvent(widget, &changed);
    }
}

QFont textFont(qreal points, QFont::Weight weight)
{
    QFont font(QStringList{QStringLiteral("Noto Sans"), QStringLiteral("Inter"), QStringLiteral("Cantarell"),
                           QStringLiteral("DejaVu Sans")});
    font.setPointSizeF(points * textScale());
    font.setWeight(weight);
    return font;
}

QFont monoFont(qreal points)
{
    QFont font(QStringList{QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Noto Sans Mono"),
                           QStringLiteral("monospace")});
    font.setStyleHint(QFont::Monospace);
    font.setPointSizeF(points * textScale());
    return font;
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace kit
