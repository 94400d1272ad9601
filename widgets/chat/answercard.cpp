// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/answercard.h"

#include "chat/closebutton.h"
#include "chat/surface.h"
#include "kit/format.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QAbstractTextDocumentLayout>
#include <QAccessible>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

namespace chat {

namespace tokens = kit::tokens;
namespace format = kit::format;

namespace {
constexpr int mostAnswerLines = 9;
constexpr int mostButtons = 4; // in a row
} // namespace

AnswerCard::AnswerCard(QWidget *parent)
    : QWidget(parent), m_head(new kit::Label({}, kit::TextRole::Secondary)), m_text(new QPlainTextEdit),
      m_proposals(new QHBoxLayout)
{
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Answer"));
    m_text->document()->setDocumentMargin(0);
    connect(m_text->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &AnswerCard::fit);
    QToolButton *close = closeButton(tr("Close the answer"));
    connect(close, &QToolButton::clicked, this, &AnswerCard::closed);
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::Space2);
    auto *head = new QHBoxLayout;
    head->addWidget(m_head, 1);
    head->addWidget(close);
    column->addLayout(head);
    column->addWidget(m_text);
    m_proposals->setSpacing(tokens::Space2);
    column->addLayout(m_proposals);
    auto *around = new QVBoxLayout(this);
    around->setContentsMargins(0, tokens::Space1, 0, tokens::Space1);
    around->addWidget(new Surface(inside, tokens::CardPadding));
}

void AnswerCard::fill(const QString &head, const QString &text)
{
    while (QLayoutItem *item = m_proposals->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_head->setText(head);
    m_text->setPlainText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(head);
    show();
}

void AnswerCard::fit(const QSizeF &size)
{
    // A plain text's height is in lines.
    const int lines = std::clamp(int(size.height()), 1, mostAnswerLines);
    m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + 2);
}

/// It is heard where it comes: the keyboard stays where one may be writing again.
void AnswerCard::announce()
{
    setAccessibleDescription(m_text->toPlainText());
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void AnswerCard::await() { fill(tr("Asking the assistant…"), {}); }

void AnswerCard::tell(const assistant::Answer &answer)
{
    fill(tr("Only you see this · AI · %1 · may be wrong").arg(format::isolate(answer.basis.simplified())),
         answer.detail);
    addProposals(answer.proposals);
    announce();
}

void AnswerCard::tell(const SlashWords::Reply &help)
{
    QStringList lines;
    for (const SlashWord &word : help.words) {
        const QString call = QLatin1Char('/') + word.word + QLatin1Char(' ') + word.arguments;
        lines << tr("%1 — %2", "a command, and what it does").arg(call.trimmed(), word.summary);
    }
    fill(tr("What may follow a slash"), lines.join(QLatin1Char('\n')));
    announce();
}

void AnswerCard::addProposals(const QList<assistant::Proposal> &proposals)
{
    for (const assistant::Proposal &proposal : proposals.mid(0, mostButtons)) {
        auto *button = new QPushButton(proposal.sentence.simplified().replace(u'&', QStringLiteral("&&")));
        button->setAutoDefault(true);
        button->setToolTip(format::tooltip(proposal.line));
        button->setAccessibleDescription(proposal.line);
        connect(button, &QPushButton::clicked, this, [this, line = proposal.line] { Q_EMIT proposed(line); });
        m_proposals->addWidget(button);
    }
    m_proposals->addStretch(1);
}

} // namespace chat
