// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/presencestrip.h"

#include "client/timerange.h"
#include "kit/focusring.h"
#include "kit/format.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace devices {

namespace {
namespace tokens = kit::tokens;
constexpr int barHeight = 28;
constexpr int captionHeight = 16;
constexpr double cellGap = 1;
constexpr double edge = 4;
constexpr double hollowFrom = 4; ///< pixels of width; a narrower bar would be all outline

struct Look
{
    double height; ///< share of the bar
    kit::Status status;
    bool isHollow;
};

Look lookOf(const QString &state)
{
    if (state == QLatin1String("up"))
        return {1.0, kit::Status::Ok, false};
    if (state == QLatin1String("down"))
        return {0.55, kit::Status::Critical, false};
    if (state == QLatin1String("unreachable"))
        return {0.4, kit::Status::Low, false};
    if (state == QLatin1String("away"))
        return {0.3, kit::Status::Away, true};
    return {0.08, kit::Status::Away, false};
}

/// The place of a cell among so many, from top to bottom.
QRectF placeOf(const QRectF &area, qsizetype cell, qsizetype count)
{
    const double width = area.width() / std::max<double>(1, double(count));
    return {area.left() + double(cell) * width, area.top(), std::max(1.0, width - cellGap), area.height()};
}

void paintBar(QPainter &painter, const QRectF &whole, const QString &state)
{
    const Look look = lookOf(state);
    const double height = std::max(2.0, whole.height() * look.height);
    QRectF bar(whole.left(), whole.bottom() - height, whole.width(), height);
    const QColor ink =
        look.status == kit::Status::Away ? kit::theme().text3 : kit::theme().status(look.status).fill;
    const bool isHollow = look.isHollow && whole.width() >= hollowFrom;
    painter.setPen(isHollow ? QPen(ink, 1) : QPen(Qt::NoPen));
    painter.setBrush(isHollow ? QBrush(Qt::NoBrush) : QBrush(ink));
    if (isHollow)
        bar.adjust(0.5, 0.5, -0.5, -0.5);
    painter.drawRect(bar);
}
} // namespace

void paintPresence(QPainter &painter, const QRectF &area, const QStringList &cells)
{
    for (qsizetype cell = 0; cell < cells.size(); ++cell)
        paintBar(painter, placeOf(area, cell, cells.size()), cells[cell]);
}

PresenceStrip::PresenceStrip(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Presence"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PresenceStrip::show(const QStringList &cells, const QDateTime &from, const QDateTime &to)
{
    m_cells = cells;
    m_from = from;
    m_to = to;
    m_current = std::min(m_current, int(cells.size()) - 1);
    update();
}

QString PresenceStrip::wordOf(const QString &state)
{
    return state == QLatin1String("up")            ? tr("up all the time")
           : state == QLatin1String("down")        ? tr("down")
           : state == QLatin1String("unreachable") ? tr("unreachable behind another")
           : state == QLatin1String("away")        ? tr("away")
                                                   : tr("not watched");
}

QString PresenceStrip::summaryOf(const QStringList &hours)
{
    QStringList parts;
    for (const char *state : {"up", "down", "unreachable", "away", "unknown"}) {
        const qsizetype count = hours.count(QLatin1String(state));
        if (count > 0)
            parts << tr("%1: %2", "state, for how long")
                         .arg(wordOf(QLatin1String(state)), client::spanText(count * 3'600'000));
    }
    return parts.join(QStringLiteral(", "));
}

QString PresenceStrip::textOf(int cell) const
{
    if (cell < 0 || cell >= m_cells.size())
        return {};
    const qint64 from = m_from.toMSecsSinceEpoch();
    const qint64 length = m_to.toMSecsSinceEpoch() - from;
    const auto time = [&](int place) {
        return QLocale().toString(
            QDateTime::fromMSecsSinceEpoch(from + length * place / m_cells.size()).time(),
            QStringLiteral("HH:mm"));
    };
    return tr("%1–%2: %3", "from, to, state").arg(time(cell), time(cell + 1), wordOf(m_cells[cell]));
}

QSize PresenceStrip::sizeHint() const { return {320, barHeight + captionHeight + int(2 * edge)}; }

QSize PresenceStrip::minimumSizeHint() const { return {160, sizeHint().height()}; }

QRectF PresenceStrip::bars() const { return {edge, edge, width() - 2 * edge, double(barHeight)}; }

QRectF PresenceStrip::rectOf(int cell) const { return placeOf(bars(), cell, m_cells.size()); }

int PresenceStrip::cellAt(double x) const
{
    const double width = (this->width() - 2 * edge) / std::max<double>(1, double(m_cells.size()));
    const int cell = int((x - edge) / width);
    return cell >= 0 && cell < m_cells.size() ? cell : -1;
}

void PresenceStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPresence(painter, bars(), m_cells);
    painter.setPen(kit::theme().text3);
    painter.setFont(kit::textFont(tokens::AxisPt));
    const QRectF caption(edge, edge + barHeight, width() - 2 * edge, captionHeight + edge);
    if (m_from.isValid()) {
        painter.drawText(caption, Qt::AlignLeft | Qt::AlignVCenter,
                         kit::format::clockTime(m_from.toMSecsSinceEpoch()));
        painter.drawText(caption, Qt::AlignRight | Qt::AlignVCenter, tr("now"));
    }
    if (!hasFocus())
        return;
    if (m_current >= 0)
        kit::paintFocusRing(painter, rectOf(m_current).adjusted(-3, -3, 3, 3), 2);
    else
        kit::paintFocusRing(painter, rect(), tokens::RadiusControl);
}

void PresenceStrip::go(int cell)
{
    if (m_cells.isEmpty())
        return;
    m_current = std::clamp(cell, 0, int(m_cells.size()) - 1);
    setAccessibleDescription(textOf(m_current));
    QAccessibleEvent said(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&said);
    QToolTip::showText(mapToGlobal(rectOf(m_current).bottomLeft().toPoint()), textOf(m_current), this);
    update();
}

void PresenceStrip::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_cells.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return go(m_current < 0 ? last : m_current - 1);
    case Qt::Key_Right:
        return go(m_current < 0 ? last : m_current + 1);
    case Qt::Key_Home:
        return go(0);
    case Qt::Key_End:
        return go(last);
    default:
        QWidget::keyPressEvent(event);
    }
}

void PresenceStrip::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void PresenceStrip::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_current = -1;
    update();
}

bool PresenceStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), textOf(cellAt(help->pos().x())), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace devices
