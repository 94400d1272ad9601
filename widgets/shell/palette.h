// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/link.h"
#include "client/place.h"

#include <QFrame>
#include <QIcon>
#include <QPointer>

#include <functional>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace shell {

class Actions;
class AnswerPane;
class Finder;
struct Finding;

/// One box to find and do whatever the menus can do, to go to whatever is named, and to ask the assistant.
class Palette final : public QFrame
{
    Q_OBJECT
public:
    Palette(const Actions &actions, const Finder &finder, client::Link &link, QWidget *window);

    /// Shows the box over the window with everything in it.
    void open();
    [[nodiscard]] QStringList shown() const;
    /// What was asked and is answered; null while something is looked for.
    [[nodiscard]] const AnswerPane *answer() const;

    /// How well an entry fits what was typed: 0 not at all, more is better. Every typed word must fit some
    /// word.
    static int score(const QString &typed, const QString &text, const QString &others);

Q_SIGNALS:
    void placeWanted(const client::Place &place);
    void acknowledgeWanted(const QString &alertId);
    /// Somebody wants to ask the assistant where others read along.
    void chatWanted(const QString &question);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// What is shown of a row, and what it does; without a deed it only says something.
    struct Row
    {
        QIcon icon;
        QString text;
        QString path;
        QString shortcut;
        std::function<void()> deed;
        bool isAnsweredHere = false; ///< the box stays open
    };

    void fill(const QString &typed);
    [[nodiscard]] QList<Row> rowsOf(const QList<Finding> &findings);
    [[nodiscard]] QList<Row> actionsFor(const QString &typed);
    [[nodiscard]] Row asking(const QString &question);
    void setRows(const QList<Row> &rows);
    void endAnswer();
    bool pressKey(int key);
    void move(int rows);
    void trigger();
    void dismiss();

    const Actions &m_actions;
    const Finder &m_finder;
    QLineEdit *m_edit;
    QListView *m_list;
    QStandardItemModel *m_model;
    AnswerPane *m_answer;
    QList<Row> m_rows;
    QPointer<QWidget> m_before;
};

} // namespace shell
