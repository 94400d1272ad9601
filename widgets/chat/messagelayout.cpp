// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/messagelayout.h"

#include "kit/format.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QFontMetrics>

namespace chat {

namespace tokens = kit::tokens;
namespace format = kit::format;
using client::ChatLine;

namespace {
constexpr int timeWidth = 48;
constexpr int authorWidth = 128;
constexpr int stateWidth = 20;
constexpr int bandHeight = 32;
constexpr int cardHeight = 34;
constexpr int widestCard = 560;
constexpr int mostLines = 24; // of one message, until somebody wants to see it all
constexpr QSize largestPreview{360, 200};

/// One row being laid out, from top to bottom.
class Layouter
{
public:
    Layouter(const MessageRows &rows, int row, const CardBook &cards, const MessageSight &sight, bool isWhole)
        : m_rows(rows), m_row(row), m_cards(cards), m_sight(sight), m_isWhole(isWhole),
          m_line(rows.line(row)), m_out(std::make_shared<MessageLayout>())
    {
    }
    std::shared_ptr<MessageLayout> run()
    {
        putBands();
        putHead();
        putQuote();
        putBody();
        if (m_line.kind == ChatLine::Kind::Message && !m_line.message.isDeleted) {
            putPicture();
            putCards();
            putProposals();
            if (m_rows.isUndoable(m_row))
                addButton(MessagePart::Kind::Undo, MessageRows::tr("Undo"));
            putReactions();
        }
        putFailure();
        m_out->height = m_y + tokens::Space1 / 2;
        return m_out;
    }

private:
    [[nodiscard]] int textWidth() const { return std::max(80, m_sight.width - m_x - m_right); }
    void addPart(MessagePart::Kind kind, const QRect &rect, const QString &text, int index = 0, int act = 0)
    {
        m_out->parts << MessagePart{kind, rect, text, index, act};
    }
    void putBands()
    {
        if (m_rows.startsDay(m_row)) {
            m_out->day = {0, m_y, m_sight.width, bandHeight};
            m_y += bandHeight;
        }
        if (m_rows.isBelowUnreadLine(m_row)) {
            m_out->unread = {0, m_y, m_sight.width, bandHeight};
            m_y += bandHeight;
        }
        m_y += m_rows.startsGroup(m_row) ? tokens::Space2 : tokens::Space1 / 2;
    }
    void putHead()
    {
        const int line = QFontMetrics(kit::textFont(tokens::BodyPt)).height();
        const bool isSomebody = m_line.kind == ChatLine::Kind::Message;
        const bool isHead = isSomebody && m_rows.startsGroup(m_row);
        m_right = tokens::Space4 + stateWidth;
        m_out->time = {tokens::Space4, m_y, timeWidth, line};
        m_x = tokens::Space4 + timeWidth;
        if (m_sight.isNarrow) {
            if (isHead) {
                m_out->author = {m_x, m_y, textWidth(), line};
                m_y += line;
            }
        } else {
            if (isHead)
                m_out->author = {m_x, m_y, authorWidth - tokens::Space2, line};
            m_x += authorWidth;
        }
        if (m_line.message.isAi && isHead) {
            const QString basis = m_line.message.basis.value_or(QString());
            m_out->badgeText = basis.isEmpty() ? MessageRows::tr("AI · may be wrong")
                                               : MessageRows::tr("AI · %1 · may be wrong").arg(basis);
            const QFontMetrics small(kit::textFont(tokens::SecondaryPt));
            const int width = small.horizontalAdvance(m_out->badgeText) + 2 * tokens::Space2 + 1;
            m_out->badge = {m_x, m_y, std::min(width, textWidth()), 2 * tokens::RadiusPill};
            if (m_rows.mayStop(m_row))
                putStop();
            m_y += m_out->badge.height() + tokens::Space1;
        }
        m_out->state = {m_sight.width - tokens::Space4 - stateWidth + tokens::Space1, m_y, stateWidth, line};
    }
    /// Beside the badge, so that nothing moves when it goes.
    void putStop()
    {
        const QString text = MessageRows::tr("Stop");
        const QFontMetrics bold(kit::textFont(tokens::SecondaryPt, QFont::DemiBold));
        const int width = bold.horizontalAdvance(text) + 2 * tokens::Space2;
        QRect &badge = m_out->badge;
        badge.setWidth(std::min(badge.width(), textWidth() - width - tokens::Space2));
        addPart(MessagePart::Kind::Stop,
                {badge.right() + tokens::Space2, badge.center().y() - tokens::TargetSize / 2, width,
                 tokens::TargetSize},
                text);
    }
    void putQuote()
    {
        const QString quote = m_rows.quoteOf(m_line.message);
        if (quote.isEmpty())
            return;
        const int line = QFontMetrics(kit::textFont(tokens::SecondaryPt)).height();
        addPart(MessagePart::Kind::Quote, {m_x, m_y, textWidth(), line}, quote);
        m_y += line + tokens::Space1 / 2;
    }
    [[nodiscard]] QList<QTextLayout::FormatRange> formats(const QString &text, qsizetype own) const
    {
        QList<QTextLayout::FormatRange> ranges;
        QTextCharFormat called;
        called.setFontWeight(QFont::DemiBold);
        called.setForeground(kit::theme().accent);
        for (const Mention &mention : m_line.message.mentions) {
            for (qsizetype at = text.indexOf(mention.text); at >= 0 && !mention.text.isEmpty();
                 at = text.indexOf(mention.text, at + mention.text.size())) {
                if (at < own)
                    ranges << QTextLayout::FormatRange{int(at), int(mention.text.size()), called};
            }
        }
        QTextCharFormat linked;
        linked.setForeground(kit::theme().accent);
        linked.setFontUnderline(true);
        for (const client::PlaceInText &one : m_rows.placesIn(text))
            ranges << QTextLayout::FormatRange{int(one.at), int(one.length), linked};
        if (own < text.size()) {
            QTextCharFormat faint;
            faint.setForeground(kit::theme().text3);
            faint.setFont(kit::textFont(tokens::SecondaryPt));
            ranges << QTextLayout::FormatRange{int(own), int(text.size() - own), faint};
        }
        return ranges;
    }
    void putBody()
    {
        QString text = m_rows.textOf(m_row);
        if (text.isEmpty())
            return;
        text.replace(QLatin1String("\r\n"), QLatin1String("\n"))
            .replace(QLatin1Char('\n'), QChar::LineSeparator)
            .replace(QChar::ParagraphSeparator, QChar::LineSeparator);
        const qsizetype own = text.size();
        const Message &message = m_line.message;
        if (message.editedAt && !message.isDeleted) {
            // What overrides the direction in the text does not reach what the window says of it.
            text = format::isolate(text) + QLatin1Char(' ') + MessageRows::tr("(edited)");
        }
        QFont font = kit::textFont(tokens::BodyPt);
        font.setItalic(message.isDeleted);
        m_out->body = std::make_unique<QTextLayout>(text, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_out->body->setTextOption(option);
        m_out->body->setFormats(formats(text, own == text.size() ? own : own + 2));
        m_out->bodyAt = {m_x, m_y};
        m_out->body->beginLayout();
        qreal height = 0;
        for (QTextLine line = m_out->body->createLine(); line.isValid(); line = m_out->body->createLine()) {
            if (!m_isWhole && m_out->shownLines == mostLines) {
                m_isCut = true;
                break;
            }
            line.setLineWidth(textWidth());
            line.setPosition({0, height});
            height += line.height();
            ++m_out->shownLines;
        }
        m_out->body->endLayout();
        if (!m_line.message.isDeleted)
            addPlaces(text);
        m_y += int(std::ceil(height));
        if (m_isCut)
            addButton(MessagePart::Kind::More, MessageRows::tr("Show all of it"));
    }
    /// What a link leads to is reached from every line it stands in.
    void addPlaces(const QString &text)
    {
        for (const client::PlaceInText &one : m_rows.placesIn(text)) {
            for (int i = 0; i < m_out->shownLines; ++i) {
                const QTextLine line = m_out->body->lineAt(i);
                const int from = std::max(int(one.at), line.textStart());
                const int to = std::min(int(one.at + one.length), line.textStart() + line.textLength());
                if (from >= to)
                    continue;
                const auto [left, right] = std::minmax({line.cursorToX(from), line.cursorToX(to)});
                const QRectF rect(m_x + left, m_y + line.y(), right - left, line.height());
                addPart(MessagePart::Kind::Place, rect.toAlignedRect(), text.mid(one.at, one.length));
                m_out->parts.last().place = one.place;
            }
        }
    }
    /// A word that does something, in a line of its own.
    void addButton(MessagePart::Kind kind, const QString &text)
    {
        const QFontMetrics metrics(kit::textFont(tokens::SecondaryPt, QFont::DemiBold));
        addPart(kind, {m_x, m_y, metrics.horizontalAdvance(text), tokens::TargetSize}, text);
        m_y += tokens::TargetSize;
    }
    void putPicture()
    {
        if (!m_line.message.attachment && !m_line.attachment)
            return;
        const Attachment shown = m_line.message.attachment.value_or(Attachment{});
        QSize size = shown.width > 0 && shown.height > 0 ? QSize(shown.width, shown.height) : largestPreview;
        const QSize most(std::min(largestPreview.width(), textWidth()), largestPreview.height());
        if (size.width() > most.width() || size.height() > most.height())
            size.scale(most, Qt::KeepAspectRatio);
        m_y += tokens::Space1;
        addPart(MessagePart::Kind::Picture, {QPoint(m_x, m_y), size.expandedTo({48, 24})}, shown.name);
        m_y += size.expandedTo({48, 24}).height() + tokens::Space1;
    }
    void putCards()
    {
        const QFontMetrics bold(kit::textFont(tokens::SecondaryPt, QFont::DemiBold));
        for (int i = 0; i < m_line.message.cards.size(); ++i) {
            const CardFace face = m_cards.faceOf(m_line.message.cards[i]);
            m_y += tokens::Space1;
            const QRect card(m_x, m_y, std::min(widestCard, textWidth()), cardHeight);
            int right = card.right() - tokens::Space2;
            QList<MessagePart> acts;
            for (int act = int(face.acts.size()) - 1; act >= 0; --act) {
                const int width = bold.horizontalAdvance(face.acts[act].text) + 2 * tokens::Space2;
                const QRect button(right - width, card.top() + (cardHeight - tokens::TargetSize) / 2, width,
                                   tokens::TargetSize);
                acts.prepend({MessagePart::Kind::CardAct, button, face.acts[act].text, i, act});
                right = button.left() - tokens::Space1;
            }
            m_out->parts << acts; // before the card they stand on
            addPart(MessagePart::Kind::Card, card, face.spoken(), i, right);
            m_y += cardHeight;
        }
    }
    /// Small things beside each other, in as many lines as they need.
    void putChips(MessagePart::Kind kind, const QStringList &texts, const QFont &font)
    {
        if (texts.isEmpty())
            return;
        m_y += tokens::Space1;
        const QFontMetrics metrics(font);
        int x = m_x;
        for (int i = 0; i < texts.size(); ++i) {
            const int width = std::min(metrics.horizontalAdvance(texts[i]) + 2 * tokens::Space2, textWidth());
            if (x > m_x && x + width > m_x + textWidth()) {
                x = m_x;
                m_y += tokens::TargetSize + tokens::Space1;
            }
            addPart(kind, {x, m_y, width, tokens::TargetSize}, texts[i], i);
            x += width + tokens::Space1;
        }
        m_y += tokens::TargetSize;
    }
    void putProposals()
    {
        QStringList texts;
        for (const ProposedLine &proposed : m_rows.proposalsOf(m_line.message))
            texts << m_rows.titleOf(proposed);
        putChips(MessagePart::Kind::Proposal, texts, kit::textFont(tokens::SecondaryPt, QFont::DemiBold));
    }
    void putReactions()
    {
        QStringList texts;
        for (const Reaction &reaction : m_line.message.reactions) {
            texts << format::isolate(reaction.emoji.simplified()) + QLatin1Char(' ') +
                         format::count(reaction.count);
        }
        putChips(MessagePart::Kind::Reaction, texts, kit::textFont(tokens::SecondaryPt));
    }
    void putFailure()
    {
        if (m_line.sending != ChatLine::Sending::Failed)
            return;
        addButton(MessagePart::Kind::Retry, MessageRows::tr("Retry"));
        m_y -= tokens::TargetSize;
        const int before = m_x;
        m_x = m_out->parts.last().rect.right() + tokens::Space4;
        addButton(MessagePart::Kind::Discard, MessageRows::tr("Discard"));
        m_x = before;
    }

    const MessageRows &m_rows;
    int m_row;
    const CardBook &m_cards;
    const MessageSight &m_sight;
    bool m_isWhole;
    bool m_isCut = false;
    const ChatLine &m_line;
    std::shared_ptr<MessageLayout> m_out;
    int m_x = 0;
    int m_y = 0;
    int m_right = 0;
};
} // namespace

const MessagePart *MessageLayout::partAt(const QPoint &point) const
{
    const auto found = std::find_if(parts.begin(), parts.end(),
                                    [&](const MessagePart &part) { return part.rect.contains(point); });
    return found == parts.end() ? nullptr : &*found;
}

std::shared_ptr<MessageLayout> layOut(const MessageRows &rows, int row, const CardBook &cards,
                                      const MessageSight &sight, bool isWhole)
{
    return Layouter(rows, row, cards, sight, isWhole).run();
}

} // namespace chat
