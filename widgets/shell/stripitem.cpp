// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/stripitem.h"

#include "kit/focusring.h"
#include "kit/format.h"
#include "kit/glyph.h"
#include "kit/label.h"
#include "kit/sparkline.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace shell {

namespace {
namespace tokens = kit::tokens;
constexpr int stripGlyph = 15;
constexpr int stripTrend = 40;
} // namespace

StripItem::StripItem(const QString &name, QWidget *parent) : QAbstractButton(parent), m_name(name)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    tell();
}

void StripItem::setStatus(std::optional<kit::Status> status)
{
    m_status = status;
    tell();
}

void StripItem::setWords(const QString &words)
{
    if (words == text())
        return;
    setText(words);
    updateGeometry();
    tell();
}

void StripItem::setDetail(const QString &detail)
{
    m_detail = detail;
    tell();
}

void StripItem::setTrend(const QList<double> &values)
{
    const bool had = trendWidth() > 0;
    m_trend = values;
    if (had != (trendWidth() > 0))
        updateGeometry();
    update();
}

void StripItem::tell()
{
    QStringList words{m_name, text(), m_detail};
    if (m_status)
        words.insert(1, kit::statusWord(*m_status));
    words.removeAll(QString());
    setAccessibleName(words.join(QStringLiteral(", ")));
    setToolTip(kit::format::tooltip(m_detail.isEmpty() ? m_name : m_detail));
    update();
}

int StripItem::trendWidth() const { return m_trend.size() > 1 ? stripTrend + tokens::Space1 : 0; }

QSize StripItem::sizeHint() const
{
    const QFontMetrics metrics(kit::fontOf(kit::TextRole::Secondary));
    const int glyph = m_status ? stripGlyph + tokens::Space1 + 2 : 0;
    return {metrics.horizontalAdvance(text()) + glyph + trendWidth() + 2 * tokens::Space2,
            tokens::StatusBarHeight};
}

QSize StripItem::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 72), tokens::StatusBarHeight};
}

void StripItem::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void StripItem::paintEvent(QPaintEvent *)
{
    const kit::Theme &theme = kit::theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown())
        painter.fillRect(rect(), theme.selection);
    const auto placed = [this](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    int left = tokens::Space2;
    if (m_status) {
        kit::paintGlyph(painter, placed({left, (height() - stripGlyph) / 2, stripGlyph, stripGlyph}),
                        *m_status);
        left += stripGlyph + tokens::Space1 + 2;
    }
    const QRect words(left, 0, width() - left - trendWidth() - tokens::Space2, height());
    painter.setFont(kit::fontOf(kit::TextRole::Secondary));
    painter.setPen(theme.text2);
    painter.drawText(placed(words), Qt::AlignLeading | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width() + 1));
    if (trendWidth() > 0) {
        const QRect box(width() - stripTrend - tokens::Space2, 5, stripTrend, height() - 10);
        kit::paintSparkline(painter, placed(box), m_trend, theme.series(0).color);
    }
    if (hasFocus())
        kit::paintFocusRing(painter, rect(), tokens::RadiusControl);
}

} // namespace shell
