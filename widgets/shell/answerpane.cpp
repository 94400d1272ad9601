// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/answerpane.h"

#include "client/ask.h"
#include "kit/format.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace shell {

namespace {
namespace tokens = kit::tokens;

/// In one line: what was asked for it, and who phrased it.
QString basisOf(const assistant::Answer &answer)
{
    QStringList parts;
    for (const assistant::Source &source : answer.sources)
        parts << kit::format::isolate(source.label.simplified());
    if (!answer.basis.isEmpty())
        parts << kit::format::isolate(answer.basis.simplified());
    parts.removeDuplicates();
    const QString based = parts.isEmpty()
                              ? AnswerPane::tr("Based on nothing that is kept here.")
                              : AnswerPane::tr("Based on %1.").arg(parts.join(QStringLiteral(" · ")));
    return answer.isModel || !answer.isCertain ? based + QLatin1Char(' ') + AnswerPane::tr("It may be wrong.")
                                               : based;
}
} // namespace

AnswerPane::AnswerPane(client::Link &link, QWidget *parent)
    : QWidget(parent), m_link(link), m_title(new kit::Label({}, kit::TextRole::CardTitle)),
      m_text(new QPlainTextEdit), m_basis(new kit::Label({}, kit::TextRole::Secondary)),
      m_chat(new QPushButton(tr("Open in &chat")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space2, 0, tokens::Space2, 0);
    column->setSpacing(tokens::Space2);
    column->addWidget(m_title);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Answer"));
    m_text->viewport()->setAutoFillBackground(false);
    column->addWidget(m_text, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(tokens::Space3);
    foot->addWidget(m_basis, 1);
    m_chat->setAutoDefault(false);
    foot->addWidget(m_chat);
    column->addLayout(foot);
    connect(m_chat, &QPushButton::clicked, this, [this] { Q_EMIT chatWanted(m_question); });
}

QString AnswerPane::text() const { return m_text->toPlainText(); }

QString AnswerPane::basis() const { return m_basis->text(); }

void AnswerPane::ask(const QString &question)
{
    m_question = question.left(assistant::longestQuestion);
    m_title->setText(m_question.simplified());
    m_text->setPlainText(tr("Looking…"));
    m_basis->setText({});
    client::ask(m_link, assistant::Ask{m_question, {}}, this,
                [this, round = ++m_round](const core::Result<assistant::Answer> &reply) {
                    if (round == m_round)
                        take(reply);
                });
}

void AnswerPane::take(const core::Result<assistant::Answer> &reply)
{
    m_text->setPlainText(!reply                    ? reply.error().message
                         : reply->detail.isEmpty() ? reply->text
                                                   : reply->detail);
    m_basis->setText(reply ? basisOf(reply.value()) : QString());
    m_text->setAccessibleDescription(m_basis->text());
}

void AnswerPane::scroll(int pages)
{
    QScrollBar *bar = m_text->verticalScrollBar();
    bar->setValue(bar->value() + pages * bar->pageStep());
}

} // namespace shell
