// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/silences.h"

#include <QDate>
#include <QWidget>

namespace alerts {

/// A month as a calendar, with the maintenance windows of each day. Arrow keys move from day to day.
class MonthGrid final : public QWidget
{
    Q_OBJECT
public:
    /// One time a window is in force, in local time.
    struct Occasion
    {
        QString id;
        QString title;
        QDateTime from;
        QDateTime to;
        bool isActive = false;
    };

    explicit MonthGrid(QWidget *parent = nullptr);

    /// Those that were asked for; the first first.
    void setTimes(const QList<WindowTime> &times, const QDateTime &now);
    void setMonth(const QDate &day);
    [[nodiscard]] QDate day() const { return m_day; }
    /// Those of a day, the first first.
    [[nodiscard]] QList<Occasion> on(const QDate &day) const;
    /// The first and the last day in sight, some of the months beside it.
    [[nodiscard]] QDate firstShown() const;
    [[nodiscard]] QDate lastShown() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void dayChanged(const QDate &day);
    void windowWanted(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void choose(const QDate &day);
    void tell();
    [[nodiscard]] QRect cellOf(const QDate &day) const;
    [[nodiscard]] QDate dayAt(const QPoint &at) const;
    void paintDay(QPainter &painter, const QDate &day) const;
    [[nodiscard]] QString wordsOf(const QDate &day) const;

    QList<Occasion> m_occasions;
    QDate m_day;
    QDate m_today;
};

} // namespace alerts
