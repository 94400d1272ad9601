// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chathistory.h"
#include "client/chat.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QListView;
class QPushButton;
class QStandardItemModel;

namespace kit {
class Label;
} // namespace kit

namespace chat {

/// Looks for what was written, by words, by whom and how long ago; what was found leads to its place.
class SearchPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit SearchPanel(client::Chat &chat, QWidget *parent = nullptr);

    /// Where is looked for while only this room is wanted.
    void setRoom(const QString &name) { m_room = name; }
    void takeFocus();

Q_SIGNALS:
    void messageChosen(const QString &room, const QString &id);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fillAuthors();
    void search(bool isMore);
    void take(const core::Result<Search::Reply> &reply);

    client::Chat &m_chat;
    QString m_room;
    QString m_oldest; ///< of what was found
    QLineEdit *m_words;
    QComboBox *m_author;
    QComboBox *m_time;
    QCheckBox *m_here;
    kit::Label *m_result;
    QListView *m_list;
    QStandardItemModel *m_model;
    QPushButton *m_more;
    quint64 m_round = 0;
};

} // namespace chat
