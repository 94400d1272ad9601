// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QtGlobal>

/// Every distance and size of the window, in logical pixels, and every type size, in points.
namespace kit::tokens {

constexpr int Space1 = 4;
constexpr int Space2 = 8;
constexpr int Space3 = 12;
constexpr int Space4 = 16;
constexpr int Space6 = 24;
constexpr int Space8 = 32;

constexpr int PagePadding = Space4;
constexpr int CardGap = Space3;
constexpr int CardPadding = Space3;
constexpr int FormGap = Space2;

constexpr int RailWidth = 176;
constexpr int RailCollapsedWidth = 52;
constexpr int InspectorWidth = 300;
constexpr int TopBarHeight = 44;
constexpr int StatusBarHeight = 24;
constexpr int RowCompact = 26;
constexpr int Row = 30;
constexpr int RowComfortable = 38;
constexpr int ControlHeight = 28;
constexpr int ControlMinWidth = 72;
constexpr int TileHeight = 84;
constexpr int GlyphSize = 16;
constexpr int IconSize = 18;
constexpr int TargetSize = 24;

constexpr int RadiusCard = 6;
constexpr int RadiusControl = 4;
constexpr int RadiusPill = 9;

constexpr qreal PageTitlePt = 15;
constexpr qreal CardTitlePt = 11;
constexpr qreal BodyPt = 10;
constexpr qreal SecondaryPt = 9;
constexpr qreal AxisPt = 8.5;
constexpr qreal KpiPt = 19;

constexpr qreal StrokeWidth = 1.5;
constexpr qreal ChartLineWidth = 1.6;
constexpr int ToastMs = 8000;
constexpr int ChartFrameMs = 1000;

} // namespace kit::tokens
