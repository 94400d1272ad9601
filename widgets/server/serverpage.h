// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/clientlist.h"
#include "client/facts.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QPushButton;
class QStackedLayout;
class QTableView;
class QVBoxLayout;

namespace kit {
class Banner;
class Card;
class EmptyState;
class ToastArea;
} // namespace kit

namespace server {

class ClientFilter;
class ClientTable;
class CloseSheet;

/// The page of the server itself: who is connected, by what, and what waits for them.
class ServerPage final : public QWidget
{
    Q_OBJECT
public:
    ServerPage(client::Mirror &mirror, core::Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] client::ClientList &clients() { return m_list; }

Q_SIGNALS:
    void selected(const client::FactSource &source);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildContent();
    void buildTools(kit::Card &card);
    void buildTable(QVBoxLayout &column);
    void refresh();
    void refreshCount();
    void refreshClose();
    [[nodiscard]] const session::Client *chosen() const;
    void select();
    void askToClose();
    using QWidget::close;
    void close(const session::Client &client, const QString &reason);

    client::ClientList m_list;
    QStackedLayout *m_stack;
    kit::EmptyState *m_empty;
    kit::Banner *m_banner;
    kit::Card *m_card;
    QLineEdit *m_filter;
    QPushButton *m_close;
    QAction *m_closeAction;
    QStackedLayout *m_tableStack;
    QTableView *m_table;
    ClientTable *m_model;
    ClientFilter *m_shown;
    kit::ToastArea *m_toasts;
    bool m_isRefreshing = false;
    bool m_isRefused = false; ///< the strip says why a connection was not closed
};

} // namespace server
