// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/onetimecodes.h"

#include "core/schema.h"
#include "core/shape.h"
#include "domain/identity/tokens.h"
#include "domain/identity/totp.h"

#include <QJsonDocument>

namespace identity {

namespace {
using core::field;

constexpr std::chrono::minutes draftLife{10};
constexpr int recoveryCount = 10;
constexpr int recoveryLetters = 10;
// Crockford's Base32: no letter looks like another.
constexpr QLatin1String recoveryAlphabet("0123456789abcdefghjkmnpqrstvwxyz");

QString everywhere() { return QStringLiteral("*"); }

QByteArray placeOf(const QString &account) { return "codes:" + account.toUtf8(); }

core::Error wrongCode()
{
    return {core::ErrorCode::CodeRequired,
            identity::OneTimeCodes::tr(
                "The one-time code is wrong or has been used. Wait for the next one, and check the "
                "clock of the device that shows it.")};
}

/// Ten letters, as they are read out and typed.
QString recoveryCode(core::Entropy &entropy)
{
    const QByteArray bytes = entropy.bytes(recoveryLetters);
    QString code;
    for (const char byte : bytes)
        code += recoveryAlphabet.at(uchar(byte) % recoveryAlphabet.size());
    return code;
}

QString shown(const QString &code)
{
    return code.left(recoveryLetters / 2) + QLatin1Char('-') + code.mid(recoveryLetters / 2);
}

/// What was typed, without what people add, and with what they mean.
QString plain(const QString &code)
{
    QString out;
    for (const QChar letter : code.toLower()) {
        if (letter == u'o')
            out += u'0';
        else if (letter == u'i' || letter == u'l')
            out += u'1';
        else if (!letter.isSpace() && letter != u'-')
            out += letter;
    }
    return out;
}
} // namespace

struct OneTimeCodes::Kept
{
    QString secret; ///< hexadecimal
    qint64 lastStep = 0;
    QStringList recovery; ///< SHA-256 of those not used

    static core::Fields fields()
    {
        return {field("secret", &Kept::secret, ""), field("last_step", &Kept::lastStep, ""),
                field("recovery", &Kept::recovery, "")};
    }
};

core::Error codeNeeded()
{
    return {core::ErrorCode::CodeRequired,
            identity::OneTimeCodes::tr(
                "This account needs a one-time code. Give the one your authenticator shows, or a "
                "recovery code.")};
}

QByteArray OneTimeCodes::begin(const QString &account)
{
    const auto now = m_clock.steady();
    m_drafts.removeIf([now](auto entry) { return entry.value().until <= now; });
    const QByteArray secret = m_entropy.bytes(totp::secretBytes);
    m_drafts.insert(account, {secret, now + draftLife});
    return secret;
}

core::Result<OneTimeCodes::Confirmed> OneTimeCodes::confirm(const QString &account, const QString &code)
{
    if (const auto held = hold(account))
        return *held;
    const auto draft = m_drafts.constFind(account);
    if (draft == m_drafts.constEnd() || draft->until <= m_clock.steady())
        return core::Error{core::ErrorCode::Invalid,
                           identity::OneTimeCodes::tr("No one-time codes are being set up. Begin again.")};
    const auto step = totp::stepOf(draft->secret, plain(code), m_clock.now());
    if (!step) {
        m_attempts.failed(account, everywhere(), m_clock.steady());
        return core::Error{core::ErrorCode::Invalid, wrongCode().message};
    }
    Confirmed confirmed;
    Kept kept{QString::fromLatin1(draft->secret.toHex()), qint64(*step), {}};
    for (int i = 0; i < recoveryCount; ++i) {
        const QString recovery = recoveryCode(m_entropy);
        confirmed.recoveryCodes << shown(recovery);
        kept.recovery << hashOf(recovery);
    }
    const auto sealed = write(account, kept);
    if (!sealed)
        return sealed.error();
    confirmed.sealed = *sealed;
    m_attempts.succeeded(account, everywhere());
    m_drafts.remove(account);
    m_lastStep.insert(account, *step);
    m_recovered.remove(account);
    return confirmed;
}

core::Result<OneTimeCodes::Spent> OneTimeCodes::spend(const core::Account &account, const QString &code)
{
    if (const auto held = hold(account.id))
        return *held;
    const auto kept = read(account);
    if (!kept)
        return kept.error();
    const QString text = plain(code);
    const QByteArray secret = QByteArray::fromHex(kept->secret.toLatin1());
    const auto step = totp::stepOf(secret, text, m_clock.now());
    const quint64 last = std::max(quint64(kept->lastStep), m_lastStep.value(account.id));
    if (step && *step > last) {
        m_lastStep.insert(account.id, *step);
        m_attempts.succeeded(account.id, everywhere());
        return Spent{*step, {}};
    }
    const QString recovery = hashOf(text);
    if (kept->recovery.contains(recovery) && !m_recovered.value(account.id).contains(recovery)) {
        m_recovered[account.id].insert(recovery);
        m_attempts.succeeded(account.id, everywhere());
        return Spent{std::nullopt, recovery};
    }
    m_attempts.failed(account.id, everywhere(), m_clock.steady());
    return wrongCode();
}

core::Result<QByteArray> OneTimeCodes::without(const core::Account &account, const Spent &spent) const
{
    auto kept = read(account);
    if (!kept)
        return kept.error();
    Kept next = *kept;
    if (spent.step)
        next.lastStep = std::max(next.lastStep, qint64(*spent.step));
    next.recovery.removeAll(spent.recovery);
    return write(account.id, next);
}

core::Result<OneTimeCodes::Kept> OneTimeCodes::read(const core::Account &account) const
{
    if (!m_vault)
        return codeNeeded();
    const auto opened = m_vault->open(account.codes, placeOf(account.id));
    if (!opened)
        return opened.error();
    return core::fromJson<Kept>(QJsonDocument::fromJson(*opened).object());
}

core::Result<QByteArray> OneTimeCodes::write(const QString &account, const Kept &kept) const
{
    if (!m_vault)
        return core::Error{core::ErrorCode::Unavailable,
                           identity::OneTimeCodes::tr("Secrets cannot be kept now.")};
    return m_vault->seal(QJsonDocument(core::toJson(kept).toObject()).toJson(QJsonDocument::Compact),
                         placeOf(account));
}

std::optional<core::Error> OneTimeCodes::hold(const QString &account)
{
    const auto wait = m_attempts.hold(account, everywhere(), m_clock.steady());
    return wait ? std::optional(tooSoon(*wait)) : std::nullopt;
}

} // namespace identity
