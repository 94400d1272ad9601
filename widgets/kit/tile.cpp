// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/tile.h"

#include "kit/focusring.h"
#include "kit/format.h"
#include "kit/glyph.h"
#include "kit/label.h"
#include "kit/sparkline.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QEvent>
#include <QPainter>

namespace kit {

namespace {

constexpr int TrendMaxWidth = 96;
constexpr int TrendMinWidth = 36;
constexpr int TrendHeight = 18;

/// A distance of the design, at the text size in force.
int scaled(int pixels) { return qRound(pixels * fontOf(TextRole::Kpi).pointSizeF() / tokens::KpiPt); }

} // namespace

Tile::Tile(const QString &title, QWidget *parent) : QAbstractButton(parent), m_title(title)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    tell();
}

void Tile::setTitle(const QString &title)
{
    m_title = title;
    tell();
}

void Tile::setValue(const QString &value)
{
    m_value = value;
    tell();
}

void Tile::setSub(const QString &sub)
{
    m_sub = sub;
    tell();
}

void Tile::setTrend(const QList<double> &values)
{
    m_trend = values;
    update();
}

void Tile::setStatus(std::optional<Status> status)
{
    m_status = status;
    tell();
}

void Tile::tell()
{
    QStringList words{m_title, m_value, m_sub};
    if (m_status)
        words << statusWord(*m_status);
    words.removeAll(QString());
    setAccessibleName(words.join(QLatin1String(", ")));
    setToolTip(format::tooltip(QStringList(words.mid(0, 3)).join(QLatin1Char('\n'))));
    update();
}

QRect Tile::inner() const
{
    return rect().adjusted(tokens::CardPadding, tokens::Space2, -tokens::CardPadding, -tokens::Space2);
}

QRect Tile::trendRect() const
{
    if (m_trend.size() < 2)
        return {};
    const QRect box = inner();
    const int sub = QFontMetrics(fontOf(TextRole::Secondary)).horizontalAdvance(m_sub);
    const int room = box.width() - sub - tokens::Space3;
    if (room < TrendMinWidth)
        return {};
    const int width = std::min(room, std::min(TrendMaxWidth, box.width() / 2));
    QRect trend(box.right() + 1 - width, box.bottom() - TrendHeight, width, TrendHeight);
    const int value = QFontMetrics(fontOf(TextRole::Kpi)).horizontalAdvance(m_value);
    const int digitsBottom = box.top() + scaled(48); // the big number never comes lower
    if (trend.top() < digitsBottom && box.left() + value + tokens::Space2 > trend.left())
        return {};
    return trend;
}

QSize Tile::sizeHint() const { return {204, scaled(tokens::TileHeight)}; }

QSize Tile::minimumSizeHint() const { return {132, scaled(tokens::TileHeight)}; }

void Tile::paintEvent(QPaintEvent *)
{
    const Theme &t = theme();
    QPainter painter(this);
    const bool lit = underMouse() || isDown();
    paintPanel(painter, rect(), tokens::RadiusCard, isDown() ? t.selection : t.surface,
               lit ? t.borderStrong : t.border);
    const QRect box = inner();
    int titleWidth = box.width();
    if (m_status) {
        const QRect square(box.right() + 1 - tokens::GlyphSize, box.top() + 1, tokens::GlyphSize,
                           tokens::GlyphSize);
        paintGlyph(painter, square, *m_status);
        titleWidth -= tokens::GlyphSize + tokens::Space2;
    }
    const auto line = [&](const QString &text, const QFont &font, const QColor &color, const QRect &where) {
        painter.setFont(font);
        painter.setPen(color);
        const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, where.width());
        painter.drawText(where, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    };
    line(m_title, textFont(tokens::BodyPt), t.text2, QRect(box.left(), box.top(), titleWidth, scaled(18)));
    line(m_value, fontOf(TextRole::Kpi), t.text,
         QRect(box.left(), box.top() + scaled(18), box.width(), scaled(32)));
    const QRect trend = trendRect();
    const int subWidth = trend.isEmpty() ? box.width() : trend.left() - box.left() - tokens::Space2;
    line(m_sub, fontOf(TextRole::Secondary), t.text2,
         QRect(box.left(), box.bottom() + 1 - scaled(18), subWidth, scaled(18)));
    if (!trend.isEmpty())
        paintSparkline(painter, trend, m_trend, t.series(0).color);
    if (hasFocus())
        paintFocusRing(painter, rect(), tokens::RadiusCard);
}

void Tile::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        update();
    QAbstractButton::changeEvent(event);
}

} // namespace kit
