// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/assistant.h"
#include "client/link.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace kit {
class Label;
} // namespace kit

namespace shell {

/// What the assistant answers to one question, and what that is based on; all of it is plain text.
class AnswerPane final : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerPane(client::Link &link, QWidget *parent = nullptr);

    void ask(const QString &question);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString basis() const;
    /// A page down or up in what is longer than its room.
    void scroll(int pages);

Q_SIGNALS:
    /// Somebody wants to ask it where others read along.
    void chatWanted(const QString &question);

private:
    void take(const core::Result<assistant::Answer> &reply);

    client::Link &m_link;
    QString m_question;
    quint64 m_round = 0; ///< of asking; an answer to an earlier one is of no use
    kit::Label *m_title;
    QPlainTextEdit *m_text;
    kit::Label *m_basis;
    QPushButton *m_chat;
};

} // namespace shell
