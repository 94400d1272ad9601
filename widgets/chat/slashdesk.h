// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/answercard.h"
#include "chat/slashundo.h"

#include <QPointer>

namespace client {
class Chat;
} // namespace client
namespace kit {
class PrimaryButton;
class Toast;
class ToastArea;
} // namespace kit

namespace chat {

class CardBook;

/// What a text behind a slash would do, as the server plans it: shown, confirmed where it changes something,
/// done, and what came of it.
class SlashDesk final : public QWidget
{
    Q_OBJECT
public:
    /// What was done is told by `toasts`, and can be taken back there for a while.
    SlashDesk(client::Chat &chat, CardBook &cards, kit::ToastArea &toasts);

    /// Everything that was planned or answered belongs to another room.
    void setRoom(const QString &name);
    /// Asks what the text would do; that is done at once where it changes nothing.
    void plan(const QString &text);
    /// What was planned is not wanted any more; an answer stays to be read.
    void dismiss();
    /// Takes back what was done last, as long as that is offered.
    void undo();
    /// Closes what there is to close; false: nothing.
    bool closeAll();

Q_SIGNALS:
    void faulted(const QString &text, const chat::SlashFault &fault);
    void failed(const QString &why);
    void told(const QString &sentence);
    /// The text did what it should.
    void done(const QString &text);
    /// There is nothing to decide here: the keyboard goes back to where one writes.
    void focusLeft();
    /// What was done to these alerts from that time on can be taken back; none: no longer.
    void undoChanged(const QStringList &alerts, const QDateTime &since);
    void roomWanted(const QString &name);
    void membersWanted();
    void deviceWanted(const QString &id);

private:
    void buildPreview();
    void take(const core::Result<PreviewSlash::Reply> &reply, const QString &text);
    void run(const PreviewSlash::Reply &planned, const QString &text);
    void takeOutcome(const PreviewSlash::Reply &planned, const core::Payload &reply);
    void offerUndo(const QString &sentence, const TakenBack &back, const QDateTime &since);
    void endUndo();
    void tellDevices(const core::Payload &reply);
    [[nodiscard]] client::Link &link() const;

    client::Chat &m_chat;
    CardBook &m_cards;
    kit::ToastArea &m_toasts;
    QPointer<kit::Toast> m_toast; ///< that offers to take something back
    std::optional<TakenBack> m_back;
    QWidget *m_preview;
    kit::Label *m_previewText;
    kit::PrimaryButton *m_confirm;
    AnswerCard *m_answer;
    QString m_room;
    std::optional<PreviewSlash::Reply> m_planned;
    QString m_text;      ///< that was planned
    quint64 m_round = 0; ///< of planning; an answer to an earlier one is of no use
};

} // namespace chat
