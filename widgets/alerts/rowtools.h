// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QAction;
class QPushButton;
class QTableView;
class QToolButton;

namespace alerts {

/// The buttons at the end of the row that is pointed at, or else of the one that is chosen: what is done
/// most, and everything else.
class RowTools final : public QWidget
{
    Q_OBJECT
public:
    /// `column` is where they stand.
    RowTools(QTableView &view, int column);

    /// Whose they are now; -1: nobody's.
    [[nodiscard]] int row() const { return m_row; }
    /// What the first button does for that row, and whether it can.
    void setFirst(const QString &text, bool isEnabled);
    void place();

Q_SIGNALS:
    /// They stand at another row.
    void moved(int row);
    void firstWanted(int row);
    void moreWanted(int row, const QPoint &at);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void stand(int row);

    QTableView &m_view;
    int m_column;
    int m_row = -1;
    int m_pointed = -1;
    QPushButton *m_first;
    QToolButton *m_more;
};

} // namespace alerts
