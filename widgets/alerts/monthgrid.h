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

    void setWindows(const QList<MaintenanceWindow> &windows, const QDateTime &now);
    void setMonth(const QDate &day);
    [[nodiscard]] QDate day() const { return m_day; }
    /// Those of a day, the first first.
    [[nodiscard]] QList<Occasion> on(const QDate &day) const;
    /// When a window is in force between two days, as far as is known without asking: what repeats daily,
    /// weekly or monthly is counted on from when it is next.
    [[nodiscard]] static QList<Occasion> occasionsOf(const MaintenanceWindow &window, const QDate &from,
                                                     const QDate &to);
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
    void count();
    void tell();
    [[nodiscard]] QDate firstShown() const;
    [[nodiscard]] QRect cellOf(const QDate &day) const;
    [[nodiscard]] QDate dayAt(const QPoint &at) const;
    void paintDay(QPainter &painter, const QDate &day) const;
    [[nodiscard]] QString wordsOf(const QDate &day) const;

    QList<MaintenanceWindow> m_windows;
    QList<Occasion> m_occasions; ///< of what is shown
    QDate m_day;
    QDate m_today;
};

} // namespace alerts
