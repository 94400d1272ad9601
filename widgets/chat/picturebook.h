// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chathistory.h"
#include "client/link.h"
#include "client/place.h"

#include <QCache>
#include <QImage>
#include <QPixmap>
#include <QSet>

namespace chat {

/// What a picture that is sent was made of.
struct Origin
{
    QJsonObject data;
    PictureValues values = {};
};

/// The pictures of messages, asked for when they come into sight; what is not a PNG is not shown.
class PictureBook final : public QObject
{
    Q_OBJECT
public:
    explicit PictureBook(client::Link &link, QObject *parent = nullptr);

    /// Null until it is there.
    [[nodiscard]] QPixmap of(const Attachment &attachment);

    /// What it was made of, once it is there; nothing: of nothing that can be opened.
    [[nodiscard]] std::optional<client::Place> placeOf(const QString &attachmentId) const;

    /// A picture as it goes along with a message; nothing where it cannot be made small enough.
    [[nodiscard]] static std::optional<NewAttachment> pack(const QImage &image, const Origin &origin,
                                                           const QString &name);

Q_SIGNALS:
    void arrived();

private:
    struct Kept
    {
        QPixmap picture;
        std::optional<client::Place> place;
    };

    client::Link &m_link;
    QCache<QString, Kept> m_pictures;
    QSet<QString> m_asked;
};

} // namespace chat
