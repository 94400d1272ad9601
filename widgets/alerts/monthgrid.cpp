// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/monthgrid.h"

#include "alerts/alertcolumns.h"
#include "kit/focusring.h"
#include "kit/format.h"
#include "kit/theme.h"
#include "kit/tokens.h"
#include "network/kind.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace alerts {

namespace {
namespace tokens = kit::tokens;
constexpr int weeks = 6;
constexpr int daysAWeek = 7;
constexpr int headHeight = 24;
constexpr int barHeight = 18;
} // namespace

MonthGrid::MonthGrid(QWidget *parent) : QWidget(parent), m_day(QDate::currentDate()), m_today(m_day)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    tell();
}

QSize MonthGrid::sizeHint() const { return {700, headHeight + weeks * 56}; }

QSize MonthGrid::minimumSizeHint() const { return {350, headHeight + weeks * 38}; }

void MonthGrid::setTimes(const QList<WindowTime> &times, const QDateTime &now)
{
    const QDate today = now.toLocalTime().date();
    if (m_day == m_today)
        m_day = today;
    m_today = today;
    m_occasions.clear();
    for (const WindowTime &time : times)
        m_occasions << Occasion{time.id, network::plainLine(time.displayName, 96), time.begin.toLocalTime(),
                                time.end.toLocalTime(), time.begin <= now && now < time.end};
    tell();
    update();
}

void MonthGrid::setMonth(const QDate &day) { choose(day); }

void MonthGrid::choose(const QDate &day)
{
    if (!day.isValid() || day == m_day)
        return;
    m_day = day;
    tell();
    update();
    Q_EMIT dayChanged(day);
}

QDate MonthGrid::firstShown() const
{
    const QDate first(m_day.year(), m_day.month(), 1);
    const int back = (first.dayOfWeek() - QLocale().firstDayOfWeek() + daysAWeek) % daysAWeek;
    return first.addDays(-back);
}

QDate MonthGrid::lastShown() const { return firstShown().addDays(weeks * daysAWeek - 1); }

QList<MonthGrid::Occasion> MonthGrid::on(const QDate &day) const
{
    QList<Occasion> found;
    std::copy_if(m_occasions.begin(), m_occasions.end(), std::back_inserter(found), [&](const Occasion &one) {
        // One that ends at midnight is none of the next day.
        return one.from.date() <= day && one.to.addMSecs(-1).date() >= day;
    });
    return found;
}

QString MonthGrid::wordsOf(const QDate &day) const
{
    QStringList lines{QLocale().toString(day, QLocale::LongFormat)};
    const QList<Occasion> occasions = on(day);
    for (const Occasion &one : occasions) {
        lines << tr("%1 to %2: %3", "from, to, what")
                     .arg(shortTime(one.from.time()), shortTime(one.to.time()), one.title);
    }
    if (occasions.isEmpty())
        lines << tr("No maintenance");
    return lines.join(u'\n');
}

void MonthGrid::tell()
{
    setAccessibleName(
        tr("Calendar of maintenance, %1").arg(QLocale().toString(m_day, QStringLiteral("MMMM yyyy"))));
    setAccessibleDescription(wordsOf(m_day));
}

QRect MonthGrid::cellOf(const QDate &day) const
{
    const int place = int(firstShown().daysTo(day));
    const int row = place / daysAWeek;
    const int column = place % daysAWeek;
    const int tall = height() - headHeight;
    const QRect cell(
        QPoint(width() * column / daysAWeek, headHeight + tall * row / weeks),
        QPoint(width() * (column + 1) / daysAWeek - 1, headHeight + tall * (row + 1) / weeks - 1));
    return QStyle::visualRect(layoutDirection(), rect(), cell);
}

QDate MonthGrid::dayAt(const QPoint &at) const
{
    for (int place = 0; place < weeks * daysAWeek; ++place) {
        if (const QDate day = firstShown().addDays(place); cellOf(day).contains(at))
            return day;
    }
    return {};
}

void MonthGrid::paintDay(QPainter &painter, const QDate &day) const
{
    const kit::Theme &theme = kit::theme();
    const QRect cell = cellOf(day);
    const bool isOther = day.month() != m_day.month();
    painter.fillRect(cell, isOther ? theme.surfaceAlt : theme.surface);
    if (day == m_day)
        painter.fillRect(cell, theme.selection);
    painter.setPen(QPen(theme.border, theme.borderWidth));
    painter.drawRect(cell.adjusted(0, 0, 0, 0));
    painter.setFont(kit::textFont(tokens::SecondaryPt, day == m_today ? QFont::Bold : QFont::Normal));
    painter.setPen(day == m_today ? theme.accent : isOther ? theme.text3 : theme.text2);
    const QRect inner = cell.adjusted(tokens::Space1, 2, -tokens::Space1, -2);
    painter.drawText(inner, Qt::AlignTop | Qt::AlignTrailing, QString::number(day.day()));
    const QList<Occasion> occasions = on(day);
    const int numberWidth = painter.fontMetrics().horizontalAdvance(QStringLiteral("30")) + tokens::Space1;
    painter.setFont(kit::textFont(tokens::SecondaryPt));
    int top = inner.top();
    const int room = std::max(0, inner.height() / barHeight);
    for (int place = 0; place < occasions.size() && place < room; ++place) {
        // The first one leaves room for the number of the day.
        QRect bar(inner.left(), top, inner.width() - (place == 0 ? numberWidth : 0), barHeight - 2);
        bar = QStyle::visualRect(layoutDirection(), inner, bar);
        top += barHeight;
        const bool isMore = place == room - 1 && occasions.size() > room;
        const Occasion &one = occasions[place];
        if (!isMore) {
            kit::paintPanel(painter, bar, tokens::RadiusControl, one.isActive ? theme.accent : theme.raised,
                            theme.borderStrong);
        }
        painter.setPen(isMore ? theme.text2 : one.isActive ? theme.onAccent : theme.text);
        const bool isBegun = one.from.date() < day;
        const QString text = isMore    ? tr("%n more", nullptr, int(occasions.size()) - place)
                             : isBegun ? one.title
                                       : shortTime(one.from.time()) + u' ' + one.title;
        painter.drawText(
            bar.adjusted(tokens::Space1, 0, -tokens::Space1, 0),
            int(Qt::AlignLeading) | Qt::AlignVCenter | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(text, Qt::ElideRight, bar.width() - 2 * tokens::Space1));
    }
}

void MonthGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const kit::Theme &theme = kit::theme();
    const QDate first = firstShown();
    painter.setFont(kit::textFont(tokens::SecondaryPt, QFont::DemiBold));
    painter.setPen(theme.text2);
    for (int column = 0; column < daysAWeek; ++column) {
        const QDate day = first.addDays(column);
        QRect head = cellOf(day);
        head.setTop(0);
        head.setHeight(headHeight);
        painter.drawText(head, Qt::AlignCenter, QLocale().dayName(day.dayOfWeek(), QLocale::ShortFormat));
    }
    for (int place = 0; place < weeks * daysAWeek; ++place)
        paintDay(painter, first.addDays(place));
    if (hasFocus())
        kit::paintFocusRing(painter, cellOf(m_day), tokens::RadiusControl);
}

void MonthGrid::mousePressEvent(QMouseEvent *event) { choose(dayAt(event->position().toPoint())); }

void MonthGrid::mouseDoubleClickEvent(QMouseEvent *)
{
    if (const QList<Occasion> occasions = on(m_day); !occasions.isEmpty())
        Q_EMIT windowWanted(occasions.first().id);
}

void MonthGrid::keyPressEvent(QKeyEvent *event)
{
    const int turn = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(m_day.addDays(-turn));
    case Qt::Key_Right:
        return choose(m_day.addDays(turn));
    case Qt::Key_Up:
        return choose(m_day.addDays(-daysAWeek));
    case Qt::Key_Down:
        return choose(m_day.addDays(daysAWeek));
    case Qt::Key_PageUp:
        return choose(m_day.addMonths(-1));
    case Qt::Key_PageDown:
        return choose(m_day.addMonths(1));
    case Qt::Key_Home:
        return choose(m_today);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return mouseDoubleClickEvent(nullptr);
    default:
        QWidget::keyPressEvent(event);
    }
}

bool MonthGrid::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QDate day = dayAt(help->pos());
    QToolTip::showText(help->globalPos(), day.isValid() ? kit::format::tooltip(wordsOf(day)) : QString(),
                       this);
    return true;
}

} // namespace alerts
