// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/composer.h"

#include "client/shownvalues.h"
#include "kit/tokens.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QTextBlock>

namespace chat {

namespace tokens = kit::tokens;

namespace {
constexpr int mostShownLines = 6;
constexpr qsizetype longestPaste = 4 * longestMessage;
} // namespace

Composer::Composer(client::Chat &chat, CardBook &cards, QWidget *parent)
    : QPlainTextEdit(parent), m_chat(chat), m_cards(cards), m_completion(new kit::Completion(this))
{
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(tokens::Space1 + 1);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        const bool isLong = document()->size().height() > mostShownLines;
        setVerticalScrollBarPolicy(isLong ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
        updateGeometry();
        propose();
    });
    connect(m_completion, &kit::Completion::picked, this, &Composer::insertChosen);
}

QSize Composer::sizeHint() const
{
    const int lines = std::clamp(int(document()->size().height()), 1, mostShownLines);
    const int height =
        lines * fontMetrics().lineSpacing() + 2 * int(document()->documentMargin()) + 2 * frameWidth() + 2;
    return {200, std::max(height, tokens::ControlHeight + 2)};
}

void Composer::setText(const QString &text)
{
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    setPlainText(text);
    moveCursor(QTextCursor::End);
    m_named.clear();
    offer({});
}

QList<Card> Composer::cards() const
{
    QList<Card> cards;
    const QString text = this->text();
    const auto add = [&cards](const Card &card) {
        if (cards.size() < mostCards && !cards.contains(card))
            cards << card;
    };
    for (auto named = m_named.begin(); named != m_named.end(); ++named) {
        if (text.contains(named.key()))
            add(named.value());
    }
    static const QRegularExpression alert(QStringLiteral("(?:^|\\s)#(A-\\d{1,9})\\b"));
    auto alerts = alert.globalMatch(text);
    while (alerts.hasNext())
        add({CardKind::Alert, alerts.next().captured(1)});
    return cards;
}

/// The word the cursor stands behind, with the mark it begins with.
QString Composer::wordBefore(int *start) const
{
    const QTextCursor cursor = textCursor();
    const QString before = toPlainText().left(cursor.position());
    static const QRegularExpression word(QStringLiteral("(?:^|\\s)([@#/][^\\s@#]*)$"));
    const QRegularExpressionMatch match = word.match(before);
    *start = int(match.capturedStart(1));
    return match.captured(1);
}

void Composer::propose()
{
    if (m_isFilling)
        return;
    int start = 0;
    const QString word = wordBefore(&start);
    offer(proposalsFor(word, start == 0, m_chat, m_cards));
}

void Composer::offer(const QList<Proposal> &proposals)
{
    m_proposals = proposals;
    QList<kit::Choice> choices;
    for (const Proposal &proposal : proposals)
        choices << kit::Choice{proposal.title, proposal.detail};
    m_completion->setChoices(choices);
}

const Proposal *Composer::chosen() const
{
    const int row = m_completion->chosen();
    return row < 0 || row >= m_proposals.size() ? nullptr : &m_proposals[row];
}

void Composer::insertChosen()
{
    if (chosen() == nullptr)
        return;
    const Proposal proposal = *chosen();
    int start = 0;
    (void)wordBefore(&start);
    QTextCursor cursor = textCursor();
    const int end = cursor.position();
    cursor.setPosition(start);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    // More is to follow what ends so.
    const bool isWhole = !proposal.text.endsWith(QLatin1Char('-'));
    {
        const QScopedValueRollback<bool> filling(m_isFilling, true);
        cursor.insertText(isWhole ? proposal.text + QLatin1Char(' ') : proposal.text);
        setTextCursor(cursor);
    }
    if (proposal.card)
        m_named.insert(proposal.text, *proposal.card);
    offer({});
    setFocus();
}

bool Composer::completes(QKeyEvent *event)
{
    if (!m_completion->isVisible())
        return false;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_completion->move(event->key() == Qt::Key_Up ? -1 : 1);
        return true;
    case Qt::Key_Tab:
        insertChosen();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: {
        // A whole word is as good as what would be put in its place.
        int start = 0;
        const Proposal *meant = chosen();
        if (event->modifiers() != Qt::NoModifier || (meant && meant->text == wordBefore(&start)))
            return false;
        insertChosen();
        return true;
    }
    case Qt::Key_Escape:
        offer({});
        return true;
    default:
        return false;
    }
}

void Composer::keyPressEvent(QKeyEvent *event)
{
    if (completes(event)) {
        event->accept();
        return;
    }
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && !(event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier))) {
        offer({});
        Q_EMIT submitted();
    } else if (event->key() == Qt::Key_Up && event->modifiers() == Qt::NoModifier && text().isEmpty()) {
        Q_EMIT lastWanted();
    } else if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
    } else {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    event->accept();
}

void Composer::focusOutEvent(QFocusEvent *event)
{
    offer({});
    QPlainTextEdit::focusOutEvent(event);
}

/// Tab completes while there is something to choose.
bool Composer::focusNextPrevChild(bool next)
{
    return !m_completion->isVisible() && QPlainTextEdit::focusNextPrevChild(next);
}

/// Text alone, and never so much that the field cannot show it; or a view of this house, with its picture.
void Composer::insertFromMimeData(const QMimeData *source)
{
    const auto place = source->hasImage() ? client::Place::read(source->text()) : std::nullopt;
    if (place) {
        Q_EMIT viewGiven(source->imageData().value<QImage>(), *place,
                         client::valuesIn(*source).value_or(PictureValues()),
                         client::Place::titleIn(*source));
        return;
    }
    if (source->hasText())
        insertPlainText(source->text().left(longestPaste));
}

} // namespace chat
