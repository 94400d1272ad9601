// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/messagerows.h"
#include "client/place.h"

#include <QPixmap>
#include <QRect>
#include <QTextLayout>

namespace chat {

/// Something of a message that can be clicked.
struct MessagePart
{
    enum class Kind {
        Quote,
        Place,
        Card,
        CardAct,
        Proposal,
        Reaction,
        Picture,
        More,
        Undo,
        Retry,
        Discard,
        Stop
    };

    Kind kind = Kind::Quote;
    QRect rect = {};
    QString text = {};
    int index = 0; ///< of the card, proposal or reaction
    int act = 0;   ///< of the card's buttons
    client::Place place = {};
};

/// How the lines of a room look in one place: page or dock.
struct MessageSight
{
    int width = 0;
    bool isNarrow = false; ///< the author stands above the text, not beside it
};

/// Where everything of one row stands. All foreign text is laid out as plain text.
struct MessageLayout
{
    int height = 0;
    QRect day = {};
    QRect unread = {};
    QRect time = {};
    QRect author = {};
    QRect badge = {};
    QString badgeText = {};
    QRect state = {}; ///< whether it was sent
    QPoint bodyAt = {};
    int shownLines = 0;
    std::unique_ptr<QTextLayout> body = {};
    QList<MessagePart> parts = {};

    [[nodiscard]] const MessagePart *partAt(const QPoint &point) const;
};

/// What is known of the picture of a message; null: not yet.
using PictureOf = std::function<QPixmap(const Attachment &)>;

[[nodiscard]] std::shared_ptr<MessageLayout> layOut(const MessageRows &rows, int row, const CardBook &cards,
                                                    const MessageSight &sight, bool isWhole);
void paint(QPainter &painter, const MessageLayout &layout, const MessageRows &rows, int row,
           const CardBook &cards, const PictureOf &pictureOf);

} // namespace chat
