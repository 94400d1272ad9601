// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

class QTableView;
class QWidget;

namespace kit {

/// The frame around the row that the keyboard is at, where that is not the one that is chosen. While nothing
/// is chosen it is meant: as long as the keyboard is there, or somebody is at a button or a menu from there.
class FramedRow final : public QObject
{
    Q_OBJECT
public:
    /// `page` has the list, and the buttons for it.
    FramedRow(QTableView &view, QWidget &page);

    /// The one that is meant; -1: there is none, or something is chosen.
    [[nodiscard]] int row() const;
    /// Chooses it, so that one sees what something is done to. False: there is none.
    bool choose();

Q_SIGNALS:
    /// It is another one, or none.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(const QWidget *focus);
    void place();
    [[nodiscard]] bool isLent(const QWidget *focus) const;

    QTableView &m_view;
    QWidget &m_page;
    QWidget *m_frame; ///< over the rows
    bool m_isSeen = false;
};

} // namespace kit
