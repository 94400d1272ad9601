// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/notices.h"

#include <QFrame>
#include <QPointer>

class QListView;
class QPushButton;
class QStackedLayout;

namespace kit {
class Banner;
class EmptyState;
class Label;
class Segmented;
} // namespace kit

namespace notices {

class NoticeList;

/// Everything one was told, under the bell: unread or all, the newest first. Lies over the window until Esc
/// or until something else is wanted.
class NoticeCentre final : public QFrame
{
    Q_OBJECT
public:
    NoticeCentre(client::Notices &notices, QWidget *window);

    /// Opens below that part of the window.
    void open(const QWidget *below);
    void close();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place(const QWidget *below);
    void refresh();
    void readCurrent();
    void showMessage();

    client::Notices &m_notices;
    NoticeList *m_rows;
    kit::Segmented *m_choice;
    QPushButton *m_readAll;
    QPushButton *m_older;
    kit::Banner *m_error;
    QStackedLayout *m_stack;
    QListView *m_list;
    kit::EmptyState *m_empty;
    kit::Label *m_message;
    QPointer<QWidget> m_before;      ///< had the keyboard before
    QPointer<const QWidget> m_below; ///< opens and closes this itself
};

} // namespace notices
