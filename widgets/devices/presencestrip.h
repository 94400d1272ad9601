// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/devicepage.h"

#include <QWidget>

namespace devices {

/// Draws how a device was there: a bar for each cell, whose heights differ as well as their colours.
void paintPresence(QPainter &painter, const QRectF &area, const QStringList &cells);

/// How a device was there over time, cell by cell. States differ in height as well as in colour; arrow keys
/// go through the cells.
class PresenceStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit PresenceStrip(QWidget *parent = nullptr);

    /// The worst state of each of so many equal parts of the time.
    void show(const QStringList &cells, const QDateTime &from, const QDateTime &to);
    /// What one state is called; a state unknown here is "not watched".
    [[nodiscard]] static QString wordOf(const QString &state);
    /// What cells of an hour each say together: "up all the time: 22 h, down: 2 h".
    [[nodiscard]] static QString summaryOf(const QStringList &hours);
    /// What a cell says: "13:30–14:00: down".
    [[nodiscard]] QString textOf(int cell) const;
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRectF rectOf(int cell) const;
    [[nodiscard]] int cellAt(double x) const;
    void go(int cell);
    /// Where the bars stand.
    [[nodiscard]] QRectF bars() const;

    QStringList m_cells;
    QDateTime m_from;
    QDateTime m_to;
    int m_current = -1;
};

} // namespace devices
