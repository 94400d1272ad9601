// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/gauge.h"

#include "kit/format.h"
#include "kit/glyph.h"
#include "kit/label.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QPainter>

namespace kit {

namespace {

constexpr int TrackHeight = 8;
constexpr int TickHeight = 14;

} // namespace

Gauge::Gauge(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

void Gauge::setName(const QString &name)
{
    m_name = name;
    tell();
}

void Gauge::setShare(double share)
{
    m_share = share;
    tell();
}

void Gauge::setTicks(const QList<double> &shares)
{
    m_ticks = shares;
    update();
}

void Gauge::setStatus(std::optional<Status> status)
{
    m_status = status;
    tell();
}

void Gauge::setText(const QString &text)
{
    m_text = text;
    tell();
}

QString Gauge::text() const { return m_text.isEmpty() ? format::percent(m_share * 100) : m_text; }

void Gauge::tell()
{
    QStringList words{m_name, text()};
    if (m_status)
        words << statusWord(*m_status);
    words.removeAll(QString());
    setAccessibleName(words.join(QStringLiteral(", ")));
    update();
}

void Gauge::paintEvent(QPaintEvent *)
{
    const Theme &t = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = fontOf(TextRole::Secondary);
    const QFontMetrics metrics(font);
    const int glyph = tokens::GlyphSize + tokens::Space1; // kept free, so that bars below each other align
    const int room =
        std::max(metrics.horizontalAdvance(text()), metrics.horizontalAdvance(QStringLiteral("188 %")));
    const QRectF track(0.5, (height() - TrackHeight) / 2.0, width() - room - glyph - tokens::Space2 - 1,
                       TrackHeight);
    const double radius = TrackHeight / 2.0;
    painter.setPen(QPen(t.kind == ThemeKind::HighContrast ? t.border : t.borderStrong, 1));
    painter.setBrush(t.dark ? t.window : t.rail);
    painter.drawRoundedRect(track, radius, radius);
    const double share = std::clamp(m_share, 0.0, 1.0);
    const bool warned = m_status && *m_status >= Status::Medium && t.status(*m_status).fill.isValid();
    if (share > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(warned ? t.status(*m_status).fill : t.series(0).color);
        const QRectF inside = track.adjusted(1, 1, -1, -1);
        painter.drawRoundedRect(
            QRectF(inside.topLeft(),
                   QSizeF(std::max(inside.height(), inside.width() * share), inside.height())),
            radius - 1, radius - 1);
    }
    painter.setPen(QPen(t.text2, 1));
    for (const double tick : m_ticks) {
        const double x = std::floor(track.left() + track.width() * tick) + 0.5;
        painter.drawLine(QPointF(x, (height() - TickHeight) / 2.0),
                         QPointF(x, (height() + TickHeight) / 2.0));
    }
    painter.setFont(font);
    painter.setPen(t.text);
    painter.drawText(QRectF(width() - room - glyph, 0, room, height()), Qt::AlignRight | Qt::AlignVCenter,
                     text());
    if (m_status)
        paintGlyph(painter,
                   QRectF(width() - tokens::GlyphSize, (height() - tokens::GlyphSize) / 2.0,
                          tokens::GlyphSize, tokens::GlyphSize),
                   *m_status);
}

} // namespace kit
