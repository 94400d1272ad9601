// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

class QTableView;
class QWidget;

namespace kit {

/// The row that the keyboard is at in a list where nothing is chosen: its frame says which one is meant. It
/// is meant as long as the frame is seen, and while somebody is at a button or a menu from there.
class FramedRow final : public QObject
{
    Q_OBJECT
public:
    /// `page` has the list, and the buttons for it.
    FramedRow(QTableView &view, QWidget &page);

    /// -1: there is none, or something is chosen.
    [[nodiscard]] int row() const;
    /// Chooses it, so that one sees what something is done to. False: there is none.
    bool choose();

Q_SIGNALS:
    /// It is another one, or none.
    void changed();

private:
    void follow(const QWidget *focus);
    [[nodiscard]] bool isLent(const QWidget *focus) const;

    QTableView &m_view;
    QWidget &m_page;
    bool m_isSeen = false;
};

} // namespace kit
