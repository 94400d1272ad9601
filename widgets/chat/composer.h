// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/proposals.h"
#include "client/place.h"
#include "kit/completion.h"

#include <QImage>
#include <QPlainTextEdit>

namespace chat {

/// The field one writes in: Enter sends, Shift+Enter begins a line, and what may be meant by @, # and a slash
/// is proposed.
class Composer final : public QPlainTextEdit
{
    Q_OBJECT
public:
    Composer(client::Chat &chat, CardBook &cards, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return toPlainText(); }
    void setText(const QString &text);
    /// The things the text names, as they go along with the message.
    [[nodiscard]] QList<Card> cards() const;
    [[nodiscard]] const kit::Completion &completion() const { return *m_completion; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void submitted();
    /// A picture of something of this house was dropped here.
    void viewGiven(const QImage &picture, const client::Place &place, const chat::PictureValues &values,
                   const QString &title);
    /// Up in the empty field.
    void lastWanted();
    /// Escape, with nothing to close here.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;
    bool focusNextPrevChild(bool next) override;

private:
    [[nodiscard]] bool completes(QKeyEvent *event);
    void propose();
    void insertChosen();
    void offer(const QList<Proposal> &proposals);
    [[nodiscard]] const Proposal *chosen() const;
    [[nodiscard]] QString wordBefore(int *start) const;

    client::Chat &m_chat;
    CardBook &m_cards;
    kit::Completion *m_completion;
    QList<Proposal> m_proposals; ///< that stand there
    QMap<QString, Card> m_named; ///< by what stands for it in the text
    bool m_isFilling = false;
};

} // namespace chat
