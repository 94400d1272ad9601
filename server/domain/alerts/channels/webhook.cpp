// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsontext.h"
#include "core/schema.h"
#include "domain/alerts/channels/speakers.h"

#include <QMessageAuthenticationCode>

namespace alerts::channels {

namespace {
QByteArray hmac(const QByteArray &key, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256);
}

/// Standard Webhooks writes a secret as whsec_ and base64; any other is taken as it is.
QByteArray keyOf(const QByteArray &secret)
{
    static const QByteArray mark = QByteArrayLiteral("whsec_");
    return secret.startsWith(mark) ? QByteArray::fromBase64(secret.mid(mark.size())) : secret;
}
} // namespace

Post webhookPost(const Letter &letter)
{
    QJsonObject json = core::toJson(letter.message.notice).toObject();
    json.insert(QStringLiteral("type"), QStringLiteral("alerts.notice"));
    json.insert(QStringLiteral("title"), letter.message.title);
    json.insert(QStringLiteral("link"), letter.message.link);
    const QByteArray body = core::jsonText(json);
    const QByteArray id = letter.message.id.toLatin1();
    const QByteArray time = QByteArray::number(letter.at.toSecsSinceEpoch());
    Post post{QUrl(letter.channel.settings.url), {{"webhook-id", id}, {"webhook-timestamp", time}}, body};
    if (!letter.secret.isEmpty()) {
        const QByteArray key = keyOf(letter.secret);
        post.headers.append(
            {"webhook-signature", "v1," + hmac(key, id + '.' + time + '.' + body).toBase64()});
        post.headers.append({"X-Belfry-Signature", "sha256=" + hmac(key, time + '.' + body).toHex()});
    }
    return post;
}

} // namespace alerts::channels
