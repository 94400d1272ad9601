// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace shell {

class Actions;

/// One box to find and do whatever the menus can do, by typing a few letters of it.
class Palette final : public QFrame
{
    Q_OBJECT
public:
    Palette(const Actions &actions, QWidget *window);

    /// Shows the box over the window with everything in it.
    void open();
    [[nodiscard]] QStringList shown() const;

    /// How well an entry fits what was typed: 0 not at all, more is better. Every typed word must fit some
    /// word.
    static int score(const QString &typed, const QString &text, const QString &others);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill(const QString &typed);
    void move(int rows);
    void trigger();
    void dismiss();

    const Actions &m_actions;
    QLineEdit *m_edit;
    QListView *m_list;
    QStandardItemModel *m_model;
    QPointer<QWidget> m_before;
};

} // namespace shell
