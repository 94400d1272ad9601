// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/ask.h"
#include "client/mirror.h"
#include "kit/icons.h"

#include <QAbstractItemModel>
#include <QWidget>

class QAction;
class QDialog;
class QHBoxLayout;
class QStackedLayout;
class QTableView;

namespace kit {
class Banner;
class EmptyState;
class Label;
} // namespace kit

namespace settings {

/// A table with what can be done to the chosen row: as buttons, and in the table's own menu.
class ListPanel : public QWidget
{
    Q_OBJECT
public:
    /// The name is what the table is called; the model outlives the panel.
    ListPanel(client::Mirror &mirror, const QString &name, QWidget *parent = nullptr);

    /// Reads everything again.
    virtual void refresh() = 0;

protected:
    void showEvent(QShowEvent *event) override;

    void setModel(QAbstractItemModel &model);
    /// What the rows are, in a sentence above them.
    void explain(const QString &sentence);
    /// Shown in place of a table that was read and has no rows.
    void setEmptyText(const QString &sentence);
    /// Makes something new; stands above the table. Only one of them is what the panel is mainly for.
    QAction *addMaker(const QString &text, bool isMain = true);
    /// Does something to the chosen row; stands below the table.
    QAction *addDeed(const QString &text);
    /// Allows an action, or says why it cannot be done now.
    static void allow(QAction *action, const QString &whyNot);
    /// What the server refused, as it said it; empty takes it back.
    void say(const QString &error);
    /// Why the rows could not be read; empty once they could, which takes back no other fault.
    void listed(const QString &error);
    /// Shows a dialog over this and reads the rows again when it is closed.
    void open(QDialog *dialog);
    /// The chosen row; -1: none.
    [[nodiscard]] int row() const;
    [[nodiscard]] client::Mirror &mirror() const { return m_mirror; }
    [[nodiscard]] client::Link &link() const { return m_mirror.link(); }

    /// Does what needs no more words, and reads the rows again.
    template <class T>
    void perform(const T &command)
    {
        client::ask(link(), command, this, [this](const core::Result<typename T::Reply> &reply) {
            say(reply ? QString() : reply.error().message);
            if (reply)
                refresh();
        });
    }

Q_SIGNALS:
    /// Another row was chosen, or the chosen one changed.
    void rowChanged();

private:
    void buildTable(const QString &name);
    void addButton(QAction *action, QHBoxLayout &row, bool isMain);
    void keepRow();
    void showRows();

    client::Mirror &m_mirror;
    kit::Label *m_sentence;
    kit::Banner *m_error;
    QStackedLayout *m_stack;
    QTableView *m_table;
    kit::EmptyState *m_empty;
    QHBoxLayout *m_makers;
    QHBoxLayout *m_deeds;
    QString m_emptyText;
    bool m_isUnread = false; ///< what is said is that the rows could not be read
    QString m_kept;          ///< the id of the chosen row, while the rows are replaced
};

} // namespace settings
