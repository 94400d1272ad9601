// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/idempotency.h"

#include <QCryptographicHash>

#include <algorithm>

namespace engine {

namespace {
constexpr qsizetype longestKey = 255;
constexpr size_t mostKeys = 1000;
constexpr qsizetype mostAnswerBytes = 256LL * 1024;
constexpr std::chrono::hours longestKept{24};

QByteArray fingerprintOf(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256);
}

/// What stands between the quotes of a string of a structured field (RFC 8941 §3.3.3); null: it is none.
QByteArray unquoted(const QByteArray &text)
{
    QByteArray plain("");
    if (text.size() < 2 || !text.endsWith('"'))
        return {};
    for (qsizetype i = 1; i < text.size() - 1; ++i) {
        if (text.at(i) == '\\')
            ++i;
        else if (text.at(i) == '"')
            return {};
        if (i == text.size() - 1)
            return {};
        plain += text.at(i);
    }
    return plain;
}

bool isKey(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= longestKey &&
           std::all_of(text.begin(), text.end(), [](char letter) { return letter > ' ' && letter < 0x7f; });
}
} // namespace

core::Result<QByteArray> Idempotency::keyOf(const transport::HttpRequest &request)
{
    if (!request.headers.contains("idempotency-key"))
        return QByteArray();
    const QByteArray given = request.header("idempotency-key").trimmed();
    const QByteArray key = given.startsWith('"') ? unquoted(given) : given;
    if (isKey(key))
        return key;
    return core::Error{
        core::ErrorCode::Invalid,
        QStringLiteral("Idempotency-Key: expected one key of 1 to %1 visible ASCII characters.")
            .arg(longestKey)};
}

Idempotency::Finding Idempotency::begin(const QString &principal, const QByteArray &key,
                                        const QByteArray &body)
{
    Owner &owner = m_owners[principal];
    const auto now = m_clock.steady();
    while (!owner.order.empty() && now - owner.entries[owner.order.front()].since > longestKept)
        dropOldest(owner);
    const auto known = owner.entries.constFind(key);
    if (known != owner.entries.constEnd()) {
        if (known->fingerprint != fingerprintOf(body))
            return {Standing::Different, std::nullopt};
        if (!known->answer)
            return {Standing::UnderWay, std::nullopt};
        return {Standing::Answered, known->answer};
    }
    while (owner.order.size() >= mostKeys)
        dropOldest(owner);
    owner.order.push_back(key);
    owner.entries.insert(key, {fingerprintOf(body), std::nullopt, now});
    return {};
}

void Idempotency::finish(const QString &principal, const QByteArray &key,
                         const transport::HttpResponse &answer)
{
    Owner &owner = m_owners[principal];
    const auto entry = owner.entries.find(key);
    if (entry == owner.entries.end() || entry->answer)
        return;
    entry->answer = answer;
    owner.bytes += answer.body.size();
    while (owner.bytes > mostAnswerBytes && owner.order.size() > 1)
        dropOldest(owner);
}

void Idempotency::forget(const QString &principal, const QByteArray &key)
{
    Owner &owner = m_owners[principal];
    std::erase(owner.order, key);
    drop(owner, key);
}

void Idempotency::dropOldest(Owner &owner) const
{
    const QByteArray key = owner.order.front();
    owner.order.pop_front();
    drop(owner, key);
}

void Idempotency::drop(Owner &owner, const QByteArray &key) const
{
    const Entry gone = owner.entries.take(key);
    if (gone.answer)
        owner.bytes -= gone.answer->body.size();
}

} // namespace engine
