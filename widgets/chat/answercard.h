// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/assistant.h"
#include "catalog/chatcommands.h"

#include <QWidget>

class QHBoxLayout;
class QPlainTextEdit;

namespace kit {
class Label;
} // namespace kit

namespace chat {

/// What was answered to whoever asked here, and to nobody else: to be read, copied and closed. All of it is
/// plain text.
class AnswerCard final : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerCard(QWidget *parent = nullptr);

    /// It was asked; an answer may take a while.
    void await();
    void tell(const assistant::Answer &answer);
    void tell(const SlashWords::Reply &help);

Q_SIGNALS:
    /// A proposal was chosen, as it is written in chat.
    void proposed(const QString &line);
    void closed();

private:
    void fill(const QString &head, const QString &text);
    /// As high as what is shown, up to where it scrolls.
    void fit(const QSizeF &size);
    void announce();
    void addProposals(const QList<assistant::Proposal> &proposals);

    kit::Label *m_head;
    QPlainTextEdit *m_text;
    QHBoxLayout *m_proposals;
};

} // namespace chat
