// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/firingstrip.h"

#include "kit/format.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace automation {

namespace {
namespace tokens = kit::tokens;
constexpr int lineHeight = 22;
constexpr double leastBlock = 3; // what is shorter than a pixel is seen all the same
constexpr int mostDayNames = 8;
} // namespace

FiringStrip::FiringStrip(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("When it would have fired"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FiringStrip::setRange(qint64 from, qint64 to)
{
    m_from = from;
    m_to = to;
    update();
}

void FiringStrip::setFirings(const QList<RuleFiring> &firings, kit::Status status)
{
    m_firings = firings;
    m_status = status;
    setAccessibleDescription(firings.isEmpty() ? tr("never")
                                               : tr("%n time(s)", nullptr, int(firings.size())));
    update();
}

QSize FiringStrip::sizeHint() const
{
    return {320, lineHeight + tokens::Space1 + QFontMetrics(kit::textFont(tokens::AxisPt)).height()};
}

QSize FiringStrip::minimumSizeHint() const { return {120, sizeHint().height()}; }

QRectF FiringStrip::line() const { return QRectF(0.5, 0.5, width() - 1, lineHeight - 1); }

double FiringStrip::placeOf(qint64 at) const
{
    const double share = m_to > m_from ? double(at - m_from) / double(m_to - m_from) : 0;
    const double place = std::clamp(share, 0.0, 1.0);
    return line().left() + (layoutDirection() == Qt::RightToLeft ? 1 - place : place) * line().width();
}

QRectF FiringStrip::blockOf(const RuleFiring &firing) const
{
    const double one = placeOf(firing.from.toMSecsSinceEpoch());
    const double other = placeOf(firing.to ? firing.to->toMSecsSinceEpoch() : m_to);
    const double left = std::min({one, other, line().right() - leastBlock});
    return QRectF(left, line().top(), std::max(leastBlock, std::abs(other - one)), line().height());
}

void FiringStrip::paintDays(QPainter &painter) const
{
    const kit::Theme &theme = kit::theme();
    const QFont font = kit::textFont(tokens::AxisPt);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    const QDate first = QDateTime::fromMSecsSinceEpoch(m_from).date();
    const QDate last = QDateTime::fromMSecsSinceEpoch(m_to).date();
    const qint64 days = first.daysTo(last);
    const qint64 step = std::max<qint64>(1, (days + mostDayNames - 1) / mostDayNames);
    for (qint64 day = 1; day <= days; ++day) {
        const double at = placeOf(first.addDays(day).startOfDay().toMSecsSinceEpoch());
        painter.setPen(theme.border);
        painter.drawLine(QPointF(at, line().top()), QPointF(at, line().bottom()));
        if (day % step != 0)
            continue;
        const QString name = QLocale().toString(first.addDays(day), tr("d MMM", "a day below a time line"));
        const int wide = metrics.horizontalAdvance(name);
        const double left = std::clamp(at - wide / 2.0, 0.0, double(width() - wide));
        painter.setPen(theme.text3);
        painter.drawText(QPointF(left, lineHeight + tokens::Space1 + metrics.ascent()), name);
    }
}

void FiringStrip::paintEvent(QPaintEvent *)
{
    const kit::Theme &theme = kit::theme();
    QPainter painter(this);
    painter.fillRect(line(), theme.surfaceAlt);
    if (m_to > m_from)
        paintDays(painter);
    for (const RuleFiring &firing : std::as_const(m_firings))
        painter.fillRect(blockOf(firing), theme.status(m_status).fill);
    painter.setPen(theme.border);
    painter.drawRect(line());
}

bool FiringStrip::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (const RuleFiring &firing : std::as_const(m_firings)) {
        if (!blockOf(firing).contains(help->pos()))
            continue;
        QToolTip::showText(help->globalPos(),
                           kit::format::tooltip(kit::format::exactTime(firing.from.toMSecsSinceEpoch())),
                           this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

} // namespace automation
