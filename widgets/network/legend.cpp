// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/legend.h"

#include "kit/focusring.h"
#include "kit/glyph.h"
#include "kit/theme.h"
#include "kit/tokens.h"
#include "network/boardpaint.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace network {

namespace {

namespace tokens = kit::tokens;
constexpr int legendRow = 22;
constexpr double narrowestColumn = 148;
constexpr double glyphRoom = 20;
constexpr double lineRoom = 38;
constexpr double columnGap = 12;
constexpr int legendColumns = 2;

using DepartmentSigns = Legend::Signs;

struct StateLine
{
    kit::Status status;
    QString text;
};

QList<StateLine> stateLines()
{
    return {{kit::Status::Ok, Legend::tr("Up")},
            {kit::Status::Medium, Legend::tr("Needs attention")},
            {kit::Status::Critical, Legend::tr("Down (expected up)")},
            {kit::Status::Low, Legend::tr("Behind what is down")},
            {kit::Status::Away, Legend::tr("Away or unknown")}};
}

std::array<std::pair<Stroke, QString>, 3> strokeLines()
{
    return {std::pair(Stroke::Measured, Legend::tr("measured link")),
            std::pair(Stroke::Inferred, Legend::tr("inferred link")),
            std::pair(Stroke::Silent, Legend::tr("no data"))};
}

QFont legendFont() { return kit::textFont(tokens::SecondaryPt); }

/// As wide as the longest text of the language needs.
double columnWidth()
{
    const QFontMetricsF metrics(legendFont());
    double width = narrowestColumn;
    for (const StateLine &line : stateLines())
        width = std::max(width, glyphRoom + metrics.horizontalAdvance(line.text) + columnGap);
    for (const auto &[stroke, text] : strokeLines())
        width = std::max(width, lineRoom + metrics.horizontalAdvance(text) + columnGap);
    return std::ceil(width);
}

/// What the five steps of a fill, or of a width, mean.
QStringList stepLines(Overlay overlay)
{
    if (overlay == Overlay::Ports)
        return {QStringLiteral("0"), QStringLiteral("1–2"), QStringLiteral("3–5"), QStringLiteral("6–10"),
                QStringLiteral("> 10")};
    if (overlay == Overlay::Latency)
        return {QStringLiteral("< 1"), QStringLiteral("1–10"), QStringLiteral("10–50"),
                QStringLiteral("50–200"), QStringLiteral("> 200")};
    if (overlay == Overlay::Traffic)
        return {QStringLiteral("< 1M"), QStringLiteral("1M"), QStringLiteral("10M"), QStringLiteral("100M"),
                QStringLiteral("≥ 1G")};
    return {};
}

QString stepTitle(Overlay overlay)
{
    switch (overlay) {
    case Overlay::Ports:
        return Legend::tr("Open ports");
    case Overlay::Latency:
        return Legend::tr("There and back, in ms");
    case Overlay::Traffic:
        return Legend::tr("Both directions, in bit/s");
    case Overlay::Department:
        return Legend::tr("Departments");
    case Overlay::Status:
        break;
    }
    return {};
}

/// What a colour stands for; those that have none of their own share a line.
DepartmentSigns keyLines(const DepartmentSigns &signs)
{
    DepartmentSigns lines = signs.mid(0, DepartmentSign::hues);
    if (signs.size() > lines.size())
        lines << DepartmentSign{{}, Legend::tr("%n more", nullptr, int(signs.size() - lines.size())), {}};
    if (signs.isEmpty())
        lines << DepartmentSign{{}, Legend::tr("No device is of one"), {}};
    return lines;
}

int keyRows(const DepartmentSigns &signs)
{
    return (int(keyLines(signs).size()) + legendColumns - 1) / legendColumns;
}

void paintKey(QPainter &painter, const DepartmentSigns &signs, double y)
{
    const kit::Theme &theme = kit::theme();
    const DepartmentSigns lines = keyLines(signs);
    const double column = columnWidth();
    for (int i = 0; i < int(lines.size()); ++i) {
        const QPointF at(12 + (i % legendColumns) * column, y + (i / legendColumns) * legendRow);
        const QRectF swatch(at + QPointF(0, 2), QSizeF(26, 18));
        if (!signs.isEmpty()) {
            painter.setPen(QPen(theme.borderStrong, 1));
            painter.setBrush(hueFill(lines[i].hue));
            painter.drawRoundedRect(swatch, tokens::RadiusControl, tokens::RadiusControl);
        }
        painter.setPen(theme.text);
        painter.drawText(swatch, Qt::AlignCenter, lines[i].letters);
        const QRectF room(at + QPointF(34, 0), QSizeF(column - 38, legendRow));
        painter.drawText(
            room, Qt::AlignVCenter,
            QFontMetricsF(painter.font()).elidedText(lines[i].name, Qt::ElideRight, room.width()));
    }
}

void paintTitle(QPainter &painter, Overlay overlay, double y)
{
    painter.setPen(kit::theme().text);
    painter.drawText(QRectF(12, y, columnWidth() * legendColumns, legendRow), Qt::AlignVCenter,
                     stepTitle(overlay));
}

void paintSteps(QPainter &painter, Overlay overlay, double y)
{
    const kit::Theme &theme = kit::theme();
    const QStringList steps = stepLines(overlay);
    constexpr std::array<double, 5> widths{1.2, 2.0, 3.2, 4.6, 6.0};
    for (int i = 0; i < steps.size(); ++i) {
        const QRectF cell(12 + i * 56, y + legendRow + 2, 52, 18);
        if (overlay == Overlay::Traffic) {
            painter.setPen(wirePen(Stroke::Measured, widths[size_t(i)]));
            painter.drawLine(QLineF(cell.left(), cell.top() + 2, cell.right() - 4, cell.top() + 2));
        } else {
            QColor fill = theme.series(0).color;
            fill.setAlphaF(float(0.12 + 0.14 * i));
            painter.fillRect(cell, fill);
        }
        painter.setPen(theme.text);
        painter.drawText(overlay == Overlay::Traffic ? cell.translated(0, 8) : cell, Qt::AlignCenter,
                         steps[i]);
    }
}

void paintLines(QPainter &painter, double y)
{
    const auto lines = strokeLines();
    const double column = columnWidth();
    for (int i = 0; i < int(lines.size()); ++i) {
        const QPointF at(12 + (i % legendColumns) * column, y + (i / legendColumns) * legendRow);
        painter.setPen(wirePen(lines[size_t(i)].first, 2));
        painter.drawLine(at + QPointF(0, legendRow / 2.0), at + QPointF(30, legendRow / 2.0));
        painter.setPen(kit::theme().text);
        painter.drawText(QRectF(at + QPointF(lineRoom, 0), QSizeF(column - lineRoom, legendRow)),
                         Qt::AlignVCenter, lines[size_t(i)].second);
    }
}

} // namespace

Legend::Legend(QWidget *parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    tell();
}

QSize Legend::sizeOf(Overlay overlay, const Signs &signs)
{
    const int states = (int(stateLines().size()) + legendColumns - 1) / legendColumns;
    const int steps = overlay == Overlay::Status       ? 0
                      : overlay == Overlay::Department ? 1 + keyRows(signs)
                                                       : 2;
    return {int(columnWidth()) * legendColumns + 12,
            (states + steps + 2) * legendRow + 16 + (steps > 0 ? 6 : 0)};
}

QSize Legend::sizeHint() const { return sizeOf(m_overlay, m_signs); }

void Legend::setSigns(const Signs &signs)
{
    if (signs == m_signs)
        return;
    m_signs = signs;
    setOverlay(m_overlay);
}

void Legend::setOverlay(Overlay overlay)
{
    m_overlay = overlay;
    resize(sizeHint());
    tell();
    update();
}

void Legend::tell()
{
    QStringList lines;
    for (const StateLine &line : stateLines())
        lines << line.text;
    if (m_overlay != Overlay::Status)
        lines << stepTitle(m_overlay);
    for (const DepartmentSign &sign : std::as_const(m_signs))
        lines << QStringLiteral("%1 %2").arg(sign.letters, sign.name);
    setAccessibleName(tr("Legend: %1").arg(lines.join(QStringLiteral(", "))));
}

void Legend::paintAt(QPainter &painter, QPointF corner, Overlay overlay, const Signs &signs)
{
    painter.save();
    painter.translate(corner);
    painter.setRenderHint(QPainter::Antialiasing);
    kit::paintPanel(painter, QRectF(QPointF(), QSizeF(sizeOf(overlay, signs))), tokens::RadiusCard,
                    kit::theme().raised, kit::theme().border);
    painter.setFont(legendFont());
    const QList<StateLine> states = stateLines();
    const double column = columnWidth();
    for (int i = 0; i < states.size(); ++i) {
        const QPointF at(12 + (i % legendColumns) * column, 8 + (i / legendColumns) * legendRow);
        kit::paintGlyph(painter, QRectF(at + QPointF(0, 4), QSizeF(14, 14)), states[i].status);
        painter.setPen(kit::theme().text);
        painter.drawText(QRectF(at + QPointF(glyphRoom, 0), QSizeF(column - glyphRoom, legendRow)),
                         Qt::AlignVCenter, states[i].text);
    }
    double y = 8 + ((states.size() + 1) / legendColumns) * legendRow;
    paintLines(painter, y);
    y += 2 * legendRow;
    if (overlay != Overlay::Status)
        paintTitle(painter, overlay, y);
    if (overlay == Overlay::Department)
        paintKey(painter, signs, y + legendRow);
    else
        paintSteps(painter, overlay, y);
    painter.restore();
}

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintAt(painter, {}, m_overlay, m_signs);
}

} // namespace network
