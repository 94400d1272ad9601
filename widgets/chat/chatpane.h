// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/composer.h"
#include "chat/deletion.h"
#include "chat/messageview.h"
#include "chat/picturebook.h"
#include "chat/slashdesk.h"
#include "chat/valuessheet.h"

#include <QImage>
#include <QWidget>

class QMenu;
class QPushButton;
class QStackedLayout;
class QVBoxLayout;

namespace kit {
class Banner;
class EmptyState;
class Label;
class PrimaryButton;
class ToastArea;
} // namespace kit

namespace chat {

/// One room to read and write in: its messages, who types, and the field one writes in.
class ChatPane final : public QWidget
{
    Q_OBJECT
public:
    ChatPane(client::Chat &chat, CardBook &cards, QWidget *parent = nullptr);

    void setRoom(const QString &name);
    [[nodiscard]] client::ChatRoom *room() const { return m_rows->room(); }
    [[nodiscard]] MessageView &view() { return *m_view; }
    [[nodiscard]] Composer &composer() { return *m_composer; }
    [[nodiscard]] QList<QAction *> messageActions() const { return m_actions; }
    /// A picture, and what it was made of, to go along with the next message.
    void attach(const QImage &picture, const Origin &origin, const QString &caption);
    /// Puts a text into the field, behind what somebody has begun there.
    void begin(const QString &text);
    /// Shows that message, wherever it stands in the room.
    void showMessage(const QString &id);
    void jumpToUnread();
    /// The keyboard goes to the field one writes in.
    void takeFocus();
    /// That what was said here is in that file now.
    void tellWritten(const QString &path);

Q_SIGNALS:
    void roomWanted(const QString &name);
    void membersWanted();
    void deviceWanted(const QString &id);
    void alertWanted(const QString &id);
    void scanWanted(const QString &id);
    /// Somebody follows a link.
    void placeWanted(const client::Place &place);
    /// Somebody wants to lead others there.
    void linkWanted(const client::Place &place, const QString &title);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Mode { New, Reply, Edit };

    void buildField(QVBoxLayout &column);
    void buildDesk();
    void buildActions();
    void refresh();
    void refreshJump();
    void refreshCount();
    void refreshTyping();
    void saveDraft();
    void leaveRoom();
    void markSeen();
    void submit();
    void showFault(const QString &text, const SlashFault &fault);
    void setMode(Mode mode, const QString &id = {});
    void sendEdit(const QString &text);
    void tell(kit::Status status, const QString &sentence);
    void fail(const QString &why) { tell(kit::Status::High, why); }
    void editLast();
    void showMenu(const QPoint &at);
    void showValues(const Message &message, ValuesSheet::Then then);
    [[nodiscard]] std::optional<client::Place> placeOf(const client::ChatLine &line) const;
    void click(int row, const MessagePart &part);
    void openCard(const Card &card, CardAct::Deed deed);
    void stopAnswer();
    void toggle(const QString &id, const QString &emoji);

    void reply();
    void edit();
    void remove();
    void undo();
    void copy();
    void copyLink();
    void showHistory();
    void react();
    /// The row that is acted on: nullptr: none, or one that is no message of the server.
    [[nodiscard]] const Message *chosen() const;
    [[nodiscard]] bool mayWrite(const Message &message, bool isDeleting) const;
    /// It says something else than before, and whoever is signed in may see what it said.
    [[nodiscard]] bool hasHistory(const Message &message) const;

    client::Chat &m_chat;
    CardBook &m_cards;
    PictureBook *m_pictures;
    MessageRows *m_rows;
    MessageView *m_view;
    QStackedLayout *m_stack;
    kit::EmptyState *m_empty;
    kit::Banner *m_error;
    QPushButton *m_jump;
    QPushButton *m_latest;
    kit::Label *m_typing;
    QWidget *m_modeStrip;
    kit::Label *m_modeText;
    kit::ToastArea *m_toasts;
    Deletion *m_deletion;
    SlashDesk *m_desk;
    Composer *m_composer;
    kit::Label *m_count;
    kit::PrimaryButton *m_send;
    QList<QAction *> m_actions;
    QString m_name;         ///< of the room that is shown
    QString m_target;       ///< the message that is replied to, or edited
    QString m_shownMessage; ///< to be shown once its page is there
    std::optional<NewAttachment> m_attachment;
    Mode m_mode = Mode::New;
    int m_below = 0; ///< came while one read further up
    bool m_isFilling = false;
};

} // namespace chat
