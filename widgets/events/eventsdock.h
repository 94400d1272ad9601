// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/eventtail.h"

#include <QDockWidget>
#include <QUrl>

#include <functional>

class QAction;
class QLineEdit;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace kit {
class Banner;
class EmptyState;
class Label;
} // namespace kit

namespace events {

class EventDetail;
class EventSieve;
class EventTable;

/// The protocol inspector at the foot of the window: every fact as it comes, what it holds, and how each
/// contract says it.
class EventsDock final : public QDockWidget
{
    Q_OBJECT
public:
    /// `server` answers the root of the server's HTTP door; an empty one: it is not known.
    EventsDock(client::Link &link, core::Clock &clock, std::function<QUrl()> server,
               QWidget *parent = nullptr);

    [[nodiscard]] client::EventTail &tail() { return m_tail; }
    /// Opens with that fact whole, whether it is in the list or not.
    void reveal(const core::Event &event);
    /// Opens with that filter.
    void search(const QString &filter);
    /// What is shown, one JSON object a line. Errors: Unavailable.
    [[nodiscard]] core::Result<void> save(const QString &path) const;

private:
    QWidget *makeTitleBar();
    QWidget *makeFlawLine();
    QWidget *makeTable();
    void makeActions();
    void readFilter(const QString &text);
    void refresh();
    void refreshPause();
    void choose();
    void present(const core::Event &event);
    void askWhereToSave();
    void copy(const QString &text);
    void tellCount();

    client::EventTail m_tail;
    std::function<QUrl()> m_server;
    EventTable *m_table;
    EventSieve *m_sieve;
    EventDetail *m_detail;
    QLineEdit *m_filter;
    QPushButton *m_pause;
    QPushButton *m_save;
    kit::Label *m_count;
    QWidget *m_flawLine;
    kit::Label *m_flaw;
    kit::Banner *m_banner;
    QStackedLayout *m_stack;
    kit::EmptyState *m_empty;
    QTableView *m_view;
    QAction *m_copyJson;
    QAction *m_copyCurl;
    QAction *m_copyWscat;
    QAction *m_like;
    std::optional<core::Event> m_chosen;
    bool m_isAtEnd = true; ///< the newest is in sight, and stays there
};

} // namespace events
