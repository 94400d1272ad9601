// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/messagelayout.h"
#include "kit/focusring.h"
#include "kit/format.h"
#include "kit/glyph.h"
#include "kit/icons.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QPainter>
#include <QPainterPath>

namespace chat {

namespace tokens = kit::tokens;
namespace format = kit::format;
using client::ChatLine;

namespace {
constexpr int quoteBar = 3;

void drawElided(QPainter &painter, const QRect &rect, const QString &text, int flags = Qt::AlignVCenter)
{
    painter.drawText(rect, flags | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

/// A hairline from edge to edge with a word in its middle.
void paintBand(QPainter &painter, const QRect &band, const QString &text, const QColor &line,
               const QColor &ink)
{
    painter.setFont(kit::textFont(tokens::SecondaryPt, QFont::DemiBold));
    const int width = painter.fontMetrics().horizontalAdvance(text) + 2 * tokens::Space3;
    const int middle = band.center().y();
    painter.setPen(QPen(line, kit::theme().borderWidth));
    painter.drawLine(band.left() + tokens::Space4, middle, band.center().x() - width / 2, middle);
    painter.drawLine(band.center().x() + width / 2, middle, band.right() - tokens::Space4, middle);
    painter.setPen(ink);
    painter.drawText(band, Qt::AlignCenter | Qt::TextSingleLine, text);
}

QString dayText(const QDateTime &at)
{
    return QLocale().toString(at.toLocalTime().date(), QLocale::LongFormat);
}

/// The four-pointed star of the assistant; no font is relied on for it.
void paintStar(QPainter &painter, const QRectF &square, const QColor &ink)
{
    const QPointF middle = square.center();
    const qreal far = square.width() / 2;
    const qreal near = far * 0.3;
    QPainterPath star(middle - QPointF(0, far));
    for (int i = 1; i < 8; ++i) {
        const qreal angle = i * M_PI / 4;
        const qreal reach = i % 2 == 0 ? far : near;
        star.lineTo(middle + QPointF(std::sin(angle) * reach, -std::cos(angle) * reach));
    }
    star.closeSubpath();
    painter.fillPath(star, ink);
}

void paintTick(QPainter &painter, const QRect &rect, const QColor &ink)
{
    const QPointF middle = QRectF(rect).center();
    painter.setPen(QPen(ink, tokens::StrokeWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const std::array points{middle + QPointF(-4, 0), middle + QPointF(-1, 3), middle + QPointF(4, -3)};
    painter.drawPolyline(points.data(), int(points.size()));
}

/// One row, part by part.
class RowPainter
{
public:
    RowPainter(QPainter &painter, const MessageLayout &layout, const MessageRows &rows, int row,
               const CardBook &cards, const PictureOf &pictureOf)
        : m_painter(painter), m_layout(layout), m_rows(rows), m_row(row), m_cards(cards),
          m_pictureOf(pictureOf), m_line(rows.line(row))
    {
    }
    void run()
    {
        const kit::Theme &theme = kit::theme();
        if (!m_layout.day.isNull())
            paintBand(m_painter, m_layout.day, dayText(m_line.message.timestamp), theme.border, theme.text2);
        if (!m_layout.unread.isNull())
            paintBand(m_painter, m_layout.unread,
                      MessageRows::tr("new messages (%1)").arg(format::count(m_rows.unreadCount())),
                      theme.accent, theme.accent);
        paintHead();
        for (const MessagePart &part : m_layout.parts)
            paintPart(part);
        paintBody();
        paintState();
    }

private:
    [[nodiscard]] bool isQuiet() const
    {
        return m_line.kind != ChatLine::Kind::Message || m_line.message.isDeleted ||
               m_line.message.messageType == MessageType::System;
    }
    void paintHead()
    {
        const kit::Theme &theme = kit::theme();
        m_painter.setFont(kit::textFont(tokens::SecondaryPt));
        m_painter.setPen(theme.text3);
        const QString time =
            QLocale().toString(m_line.message.timestamp.toLocalTime().time(), QStringLiteral("HH:mm"));
        if (m_rows.startsGroup(m_row))
            m_painter.drawText(m_layout.time, Qt::AlignVCenter | Qt::AlignLeft, time);
        if (!m_layout.author.isNull())
            paintAuthor();
        if (m_layout.badge.isNull())
            return;
        kit::paintPanel(m_painter, m_layout.badge, tokens::RadiusPill, theme.surfaceAlt, theme.borderStrong);
        m_painter.setFont(kit::textFont(tokens::SecondaryPt));
        m_painter.setPen(theme.text2);
        drawElided(m_painter, m_layout.badge.adjusted(tokens::Space2, 0, -tokens::Space2, 0),
                   m_layout.badgeText);
    }
    void paintAuthor()
    {
        const kit::Theme &theme = kit::theme();
        QRect rect = m_layout.author;
        if (m_line.message.isAi) {
            paintStar(m_painter, QRectF(rect.left(), rect.center().y() - 6, 12, 12), theme.accent);
            rect.setLeft(rect.left() + tokens::Space4);
        } else if (m_line.message.messageType == MessageType::System) {
            kit::icon(kit::Symbol::Settings, kit::Tone::Text3)
                .paint(&m_painter, QRect(rect.left(), rect.center().y() - 6, 13, 13));
            rect.setLeft(rect.left() + tokens::Space4);
        }
        m_painter.setFont(kit::textFont(tokens::BodyPt, QFont::DemiBold));
        m_painter.setPen(isQuiet() ? theme.text2 : theme.text);
        drawElided(m_painter, rect, m_rows.authorOf(m_line.message));
    }
    void paintBody()
    {
        if (!m_layout.body)
            return;
        const kit::Theme &theme = kit::theme();
        m_painter.setPen(m_line.message.isDeleted                    ? theme.text3
                         : isQuiet()                                 ? theme.text2
                         : m_line.sending == ChatLine::Sending::Sent ? theme.text
                                                                     : theme.text2);
        // Marks piled upon a letter stay within the row they belong to.
        for (int i = 0; i < m_layout.shownLines; ++i)
            m_layout.body->lineAt(i).draw(&m_painter, m_layout.bodyAt);
    }
    void paintState()
    {
        const kit::Theme &theme = kit::theme();
        const QRect &rect = m_layout.state;
        switch (m_line.sending) {
        case ChatLine::Sending::Sent:
            if (m_line.kind == ChatLine::Kind::Message && m_rows.room()->isMine(m_line.message) &&
                !m_line.message.isDeleted)
                paintTick(m_painter, rect, theme.text3);
            return;
        case ChatLine::Sending::Queued:
        case ChatLine::Sending::Pending:
        case ChatLine::Sending::Unsure:
            kit::icon(kit::Symbol::Clock, kit::Tone::Text3)
                .paint(&m_painter, QRect(rect.center().x() - 7, rect.center().y() - 7, 14, 14));
            return;
        case ChatLine::Sending::Coming:
            return; // its text says so
        case ChatLine::Sending::Failed:
            kit::paintGlyph(m_painter, QRectF(rect.center().x() - 7.5, rect.center().y() - 7.5, 15, 15),
                            kit::Status::High);
            paintTrouble();
            return;
        }
    }
    void paintTrouble()
    {
        const QRect &last = m_layout.parts.last().rect;
        const int left = last.right() + tokens::Space4;
        m_painter.setFont(kit::textFont(tokens::SecondaryPt));
        m_painter.setPen(kit::theme().text2);
        drawElided(m_painter, QRect(left, last.top(), m_layout.state.left() - left, last.height()),
                   MessageRows::tr("Not sent: %1").arg(m_line.trouble.simplified()));
    }
    void paintPart(const MessagePart &part)
    {
        const kit::Theme &theme = kit::theme();
        switch (part.kind) {
        case MessagePart::Kind::Quote:
            m_painter.fillRect(QRect(part.rect.topLeft(), QSize(quoteBar, part.rect.height())), theme.border);
            m_painter.setFont(kit::textFont(tokens::SecondaryPt));
            m_painter.setPen(theme.text2);
            drawElided(m_painter, part.rect.adjusted(tokens::Space2, 0, 0, 0), part.text);
            return;
        case MessagePart::Kind::Card:
            paintCard(part);
            return;
        case MessagePart::Kind::CardAct: // painted with its card
        case MessagePart::Kind::Place:   // and with the text
            return;
        case MessagePart::Kind::Proposal:
        case MessagePart::Kind::Stop:
            paintButton(part);
            return;
        case MessagePart::Kind::Reaction:
            paintReaction(part);
            return;
        case MessagePart::Kind::Picture:
            paintPicture(part);
            return;
        case MessagePart::Kind::More:
        case MessagePart::Kind::Undo:
        case MessagePart::Kind::Retry:
        case MessagePart::Kind::Discard:
            m_painter.setFont(kit::textFont(tokens::SecondaryPt, QFont::DemiBold));
            m_painter.setPen(theme.accent);
            m_painter.drawText(part.rect, Qt::AlignVCenter | Qt::AlignLeft, part.text);
            return;
        }
    }
    void paintCard(const MessagePart &part)
    {
        const kit::Theme &theme = kit::theme();
        const CardFace face = m_cards.faceOf(m_line.message.cards[part.index]);
        kit::paintPanel(m_painter, part.rect, tokens::RadiusControl, theme.surface, theme.border);
        QRect inside = part.rect.adjusted(tokens::Space2, 0, 0, 0);
        if (face.status) {
            kit::paintGlyph(m_painter, QRectF(inside.left(), inside.center().y() - 7, 15, 15), *face.status);
            inside.setLeft(inside.left() + tokens::Space6);
        }
        inside.setRight(part.act); // where the buttons begin
        m_painter.setFont(kit::textFont(tokens::BodyPt, QFont::DemiBold));
        m_painter.setPen(theme.text);
        const QString title = face.title.simplified();
        const int width = std::min(painterWidth(title), inside.width() * 3 / 5);
        drawElided(m_painter, QRect(inside.left(), inside.top(), width, inside.height()), title);
        inside.setLeft(inside.left() + width + tokens::Space2);
        m_painter.setFont(kit::textFont(tokens::SecondaryPt));
        m_painter.setPen(theme.text2);
        drawElided(m_painter, inside, face.detail.simplified());
        for (const MessagePart &act : m_layout.parts) {
            if (act.kind != MessagePart::Kind::CardAct || act.index != part.index)
                continue;
            paintButton(act);
        }
    }
    void paintButton(const MessagePart &part)
    {
        const kit::Theme &theme = kit::theme();
        kit::paintPanel(m_painter, part.rect, tokens::RadiusControl, theme.raised, theme.borderStrong);
        m_painter.setFont(kit::textFont(tokens::SecondaryPt, QFont::DemiBold));
        m_painter.setPen(theme.text);
        drawElided(m_painter, part.rect.adjusted(tokens::Space1, 0, -tokens::Space1, 0), part.text,
                   Qt::AlignCenter);
    }
    [[nodiscard]] int painterWidth(const QString &text) const
    {
        return m_painter.fontMetrics().horizontalAdvance(text) + 1;
    }
    void paintReaction(const MessagePart &part)
    {
        const kit::Theme &theme = kit::theme();
        const Reaction &reaction = m_line.message.reactions[part.index];
        const auto &user = m_rows.room()->mirror().user();
        const bool isMine = user && reaction.userIds.contains(user->id);
        kit::paintPanel(m_painter, part.rect, tokens::RadiusPill, isMine ? theme.selection : theme.surfaceAlt,
                        isMine ? theme.accent : theme.border);
        m_painter.setFont(kit::textFont(tokens::SecondaryPt));
        m_painter.setPen(theme.text);
        m_painter.drawText(part.rect, Qt::AlignCenter | Qt::TextSingleLine, part.text);
    }
    void paintPicture(const MessagePart &part)
    {
        const kit::Theme &theme = kit::theme();
        const QPixmap picture =
            m_line.message.attachment ? m_pictureOf(*m_line.message.attachment) : QPixmap();
        kit::paintPanel(m_painter, part.rect, tokens::RadiusControl, theme.surfaceAlt, theme.border);
        if (!picture.isNull()) {
            m_painter.save();
            m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
            m_painter.drawPixmap(part.rect.adjusted(1, 1, -1, -1), picture);
            m_painter.restore();
            return;
        }
        m_painter.setFont(kit::textFont(tokens::SecondaryPt));
        m_painter.setPen(theme.text2);
        const QString name = part.text.isEmpty() ? MessageRows::tr("Picture") : part.text.simplified();
        drawElided(m_painter, part.rect.adjusted(tokens::Space2, 0, -tokens::Space2, 0), name,
                   Qt::AlignCenter);
    }

    QPainter &m_painter;
    const MessageLayout &m_layout;
    const MessageRows &m_rows;
    int m_row;
    const CardBook &m_cards;
    const PictureOf &m_pictureOf;
    const ChatLine &m_line;
};
} // namespace

void paint(QPainter &painter, const MessageLayout &layout, const MessageRows &rows, int row,
           const CardBook &cards, const PictureOf &pictureOf)
{
    RowPainter(painter, layout, rows, row, cards, pictureOf).run();
}

} // namespace chat
