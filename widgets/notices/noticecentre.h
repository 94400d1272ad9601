// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/manners.h"
#include "client/notices.h"

#include <QFrame>
#include <QPointer>

#include <functional>

class QAction;
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

/// Everything one was told, under the bell: unread or all, the newest first. Of what is there somebody may
/// say that they do not want to be told of its kind any more. Lies over the window until Esc or until
/// something else is wanted.
class NoticeCentre final : public QFrame
{
    Q_OBJECT
public:
    using MatterOf = std::function<client::Matter(const client::Notice &)>;

    /// `matterOf` knows of which kind a notice is.
    NoticeCentre(client::Notices &notices, client::Manners &manners, MatterOf matterOf, QWidget *window);

    /// Opens below that part of the window.
    void open(const QWidget *below);
    void close();

Q_SIGNALS:
    /// Somebody wants to see what a notice is about.
    void placeWanted(const client::Place &place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place(const QWidget *below);
    void refresh();
    void openCurrent();
    [[nodiscard]] const client::Notice *current() const;
    void showMessage();
    void buildMute();
    void refreshMute();
    void mute();
    void unmute();
    [[nodiscard]] std::optional<client::Matter> currentMatter() const;

    client::Notices &m_notices;
    client::Manners &m_manners;
    MatterOf m_matterOf;
    NoticeList *m_rows;
    kit::Segmented *m_choice;
    QPushButton *m_readAll;
    QPushButton *m_older;
    kit::Banner *m_error;
    QStackedLayout *m_stack;
    QListView *m_list;
    kit::EmptyState *m_empty;
    kit::Label *m_message;
    QAction *m_mute;
    QPushButton *m_muteButton;
    QWidget *m_mutedRow;
    kit::Label *m_mutedText;
    client::Matter m_muted = client::Matter::Note; ///< the last one
    QStringList m_mutedWays;                       ///< how it was told before
    QPointer<QWidget> m_before;                    ///< had the keyboard before
    QPointer<const QWidget> m_below;               ///< opens and closes this itself
};

} // namespace notices
