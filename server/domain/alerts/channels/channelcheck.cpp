// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/channelcheck.h"

#include "domain/alerts/channels/mail.h"

#include <QRegularExpression>

#include <algorithm>

namespace alerts::channels {

namespace {
core::Error wrong(const QString &sentence) { return {core::ErrorCode::Invalid, sentence}; }

bool isSayable(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c != u'\x7f'; });
}

QString originOf(const QUrl &url)
{
    return url.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

bool matches(const QString &text, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern)))
        .match(text)
        .hasMatch();
}
} // namespace

bool ChannelCheck::isAddressSecret(ChannelKind kind)
{
    return kind == ChannelKind::Slack || kind == ChannelKind::Mattermost || kind == ChannelKind::Discord;
}

QString ChannelCheck::confidant(ChannelKind kind, const ChannelSettings &settings)
{
    const QString word = QLatin1String(core::Words<ChannelKind>::list.at(size_t(kind)));
    if (kind == ChannelKind::Email) {
        return QStringLiteral("%1 %2:%3 %4")
            .arg(word, settings.host)
            .arg(settings.port)
            .arg(QLatin1String(core::Words<MailSecurity>::list.at(size_t(settings.security))));
    }
    return word + u' ' + originOf(QUrl(settings.url)) + u' ' + settings.userName;
}

core::Result<ChannelSettings> ChannelCheck::settled(ChannelKind kind, const ChannelSettings &settings,
                                                    const std::optional<QString> &secret, bool hasSecret)
{
    ChannelSettings out = settings;
    out.url = out.url.trimmed();
    out.host = out.host.trimmed().toLower();
    out.fingerprint = out.fingerprint.remove(u':').remove(u' ').toLower();
    if (secret && !isSayable(*secret))
        return wrong(tr("The secret holds characters that nobody can type. Enter it again."));
    if (!out.fingerprint.isEmpty() && !matches(out.fingerprint, "[0-9a-f]{64}"))
        return wrong(tr("A fingerprint is the SHA-256 of a certificate: 64 hexadecimal digits."));
    const bool willHaveSecret = secret ? !secret->isEmpty() : hasSecret;
    if (isAddressSecret(kind)) {
        if (!willHaveSecret)
            return wrong(tr("Enter the whole address of the incoming webhook as the secret."));
        if (secret) {
            if (const auto good = checkUrl(secret->trimmed(), out.isPrivateAllowed); !good)
                return good.error();
            out.url = originOf(QUrl(secret->trimmed()));
        }
    }
    const auto good =
        kind == ChannelKind::Email ? checkMail(out, willHaveSecret) : checkPost(kind, out, willHaveSecret);
    if (!good)
        return good.error();
    if (kind == ChannelKind::Telegram && secret && !matches(*secret, "[0-9]{1,20}:[A-Za-z0-9_-]{1,128}"))
        return wrong(tr("A token of Telegram's BotFather looks like 123456:ABC-def."));
    return out;
}

core::Result<void> ChannelCheck::checkMail(ChannelSettings &settings, bool hasSecret)
{
    if (!matches(settings.host, "[a-z0-9._:-]{1,253}"))
        return wrong(tr("Enter the mail server, such as mail.example.org."));
    if (settings.to.isEmpty())
        return wrong(tr("Enter whom the mails are to."));
    for (QString *each : {&settings.from}) {
        const auto address = Mail::address(*each);
        if (!address)
            return address.error();
        *each = *address;
    }
    for (QString &each : settings.to) {
        const auto address = Mail::address(each);
        if (!address)
            return address.error();
        each = *address;
    }
    if (settings.security != MailSecurity::None)
        return {};
    if (!settings.userName.isEmpty() || hasSecret)
        return wrong(tr("A password is never sent in the clear. Choose TLS or STARTTLS."));
    if (!settings.isPrivateAllowed)
        return wrong(tr("Mails go out unencrypted only within private networks. Choose TLS or STARTTLS."));
    return {};
}

core::Result<void> ChannelCheck::checkUrl(const QString &text, bool isPrivateAllowed)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isPlain = url.scheme() == QLatin1String("http");
    if (!url.isValid() || url.host().isEmpty() || (!isPlain && url.scheme() != QLatin1String("https")))
        return wrong(tr("Enter an address that begins with https:// and names a server."));
    if (!url.userInfo().isEmpty() || url.hasFragment())
        return wrong(
            tr("User names, passwords and # do not belong into the address. Enter them as a secret."));
    if (isPlain && !isPrivateAllowed)
        return wrong(
            tr("Outside private networks messages go out encrypted: begin the address with https://."));
    return {};
}

core::Result<void> ChannelCheck::checkPost(ChannelKind kind, const ChannelSettings &settings, bool hasSecret)
{
    const bool hasUsualUrl = kind == ChannelKind::Telegram && settings.url.isEmpty();
    if (!hasUsualUrl) {
        if (const auto good = checkUrl(settings.url, settings.isPrivateAllowed); !good)
            return good;
    }
    if (kind == ChannelKind::Ntfy && !matches(settings.topic, "[-_A-Za-z0-9]{1,64}"))
        return wrong(tr("A topic of ntfy has letters, digits, - and _, 64 at most."));
    if (kind == ChannelKind::Telegram && !matches(settings.chatId, "-?[0-9]{1,20}|@[A-Za-z0-9_]{1,64}"))
        return wrong(tr("Enter the chat as Telegram knows it: a number, or @ and its name."));
    const bool needsSecret = kind == ChannelKind::Telegram || kind == ChannelKind::Gotify;
    if (needsSecret && !hasSecret)
        return wrong(tr("Enter the token as the secret."));
    return {};
}

} // namespace alerts::channels
