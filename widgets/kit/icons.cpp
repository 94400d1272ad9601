// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/icons.h"

#include "kit/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <cmath>

namespace kit {

namespace {

QString symbolFile(Symbol symbol)
{
    static constexpr const char *names[] = {
        "overview",      "metrics", "pause",    "play",     "zoom-out", "zoom-in",      "search",
        "server",        "clients", "database", "sign-out", "close",    "chevron-down", "chevron-left",
        "chevron-right", "table",   "copy",     "sun",      "moon",     "contrast",     "warning",
        "settings",      "pulse",   "disk",     "memory",   "cpu",      "network",      "clock",
        "temperature",   "alerts",  "security", "devices",  "user",     "refresh",      "pin",
        "more",          "link",    "scans",    "chat",     "app"};
    return QStringLiteral(":/icons/%1.svg").arg(QLatin1String(names[int(symbol)]));
}

QColor toneColor(Tone tone)
{
    const Theme &t = theme();
    switch (tone) {
    case Tone::Text:
        return t.text;
    case Tone::Text2:
        return t.text2;
    case Tone::Text3:
        return t.text3;
    case Tone::Accent:
        return t.accent;
    case Tone::OnAccent:
        return t.onAccent;
    }
    return t.text;
}

/// Renders one SVG of ours with "currentColor" replaced by the theme's colour at the moment of painting.
class SymbolIconEngine final : public QIconEngine
{
public:
    SymbolIconEngine(Symbol symbol, Tone tone) : m_symbol(symbol), m_tone(tone) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QColor color = mode == QIcon::Disabled ? theme().disabled : toneColor(m_tone);
        const int side = std::min(rect.width(), rect.height());
        const qreal ratio = painter->device()->devicePixelRatioF();
        const QRect box(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side,
                        side);
        painter->drawImage(box, rendered(int(std::ceil(side * ratio)), color));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new SymbolIconEngine(*this); }

private:
    const QImage &rendered(int pixels, const QColor &color)
    {
        if (m_image.width() == pixels && m_color == color)
            return m_image;
        QFile file(symbolFile(m_symbol));
        QByteArray svg = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        svg.replace("currentColor", color.name().toLatin1());
        QSvgRenderer renderer(svg);
        m_image = QImage(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
        m_image.fill(Qt::transparent);
        QPainter painter(&m_image);
        renderer.render(&painter, QRectF(0, 0, pixels, pixels));
        m_color = color;
        return m_image;
    }

    Symbol m_symbol;
    Tone m_tone;
    QImage m_image;
    QColor m_color;
};

} // namespace

QIcon icon(Symbol symbol, Tone tone) { return QIcon(new SymbolIconEngine(symbol, tone)); }

QIcon appIcon() { return icon(Symbol::App, Tone::Accent); }

} // namespace kit
