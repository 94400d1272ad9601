// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/picturebook.h"

#include "client/ask.h"

#include <QBuffer>
#include <QJsonDocument>

namespace chat {

namespace {
constexpr int keptPictures = 60;
constexpr QSize shownAtMost{720, 400}; // twice what is shown, for fine screens
constexpr int leastWidth = 320;
} // namespace

PictureBook::PictureBook(client::Link &link, QObject *parent)
    : QObject(parent), m_link(link), m_pictures(keptPictures)
{
    connect(&link, &client::Link::stateChanged, this, [this] { m_asked.clear(); });
}

QPixmap PictureBook::of(const Attachment &attachment)
{
    if (const Kept *known = m_pictures.object(attachment.id))
        return known->picture;
    if (m_asked.contains(attachment.id) || m_link.state() != client::Link::State::Live)
        return {};
    m_asked.insert(attachment.id);
    client::ask(m_link, GetAttachment{attachment.id}, this,
                [this, id = attachment.id](const core::Result<GetAttachment::Reply> &reply) {
                    if (!reply)
                        return;
                    const QByteArray png = QByteArray::fromBase64(reply->picture.toLatin1());
                    QImage image = QImage::fromData(png, "PNG");
                    if (image.isNull() || image.width() > widestPicture || image.height() > widestPicture)
                        return;
                    if (image.width() > shownAtMost.width() || image.height() > shownAtMost.height())
                        image = image.scaled(shownAtMost, Qt::KeepAspectRatio, Qt::SmoothTransformation);
                    m_pictures.insert(id,
                                      new Kept{QPixmap::fromImage(image),
                                               client::Place::ofData(reply->data.value_or(QJsonObject()))});
                    m_asked.remove(id); // asked for again, should it have made room for others
                    Q_EMIT arrived();
                });
    return {};
}

std::optional<client::Place> PictureBook::placeOf(const QString &attachmentId) const
{
    const Kept *known = m_pictures.object(attachmentId);
    return known ? known->place : std::nullopt;
}

std::optional<NewAttachment> PictureBook::pack(const QImage &image, const Origin &origin, const QString &name)
{
    QImage fit = image;
    while (!fit.isNull()) {
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        const bool isFine = fit.width() <= widestPicture && fit.height() <= widestPicture &&
                            fit.save(&buffer, "PNG") && png.size() <= largestPicture;
        if (isFine) {
            NewAttachment packed{name, QString::fromLatin1(png.toBase64())};
            if (!origin.data.isEmpty() &&
                QJsonDocument(origin.data).toJson(QJsonDocument::Compact).size() <= largestPictureData)
                packed.data = origin.data;
            if (!origin.values.isEmpty())
                packed.values = origin.values;
            return packed;
        }
        if (fit.width() / 4 * 3 < leastWidth)
            break;
        fit = fit.scaledToWidth(fit.width() / 4 * 3, Qt::SmoothTransformation);
    }
    return std::nullopt;
}

} // namespace chat
