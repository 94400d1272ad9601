// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/signins.h"

#include "core/log.h"

#include <algorithm>

namespace identity {

namespace {
constexpr qsizetype longestClient = 256;

/// A name that a foreign program chose, fit to be listed.
QString legible(const QString &client)
{
    QString out = client.left(longestClient);
    out.removeIf([](QChar letter) { return !letter.isPrint(); });
    return out;
}
} // namespace

QFuture<core::Result<void>> SignIns::load()
{
    return m_store.signIns().then(
        this, [this](const core::Result<QList<core::SignIn>> &kept) -> core::Result<void> {
            if (!kept)
                return kept.error();
            for (const core::SignIn &each : *kept) {
                m_signIns.insert(each.id, each);
                ++m_counts[each.account];
            }
            prune();
            return {};
        });
}

void SignIns::begin(const QString &id, const QString &account, const Origin &from, const QDateTime &until)
{
    const QDateTime now = m_clock.now();
    if (m_counts.value(account) >= mostOfAccount) {
        prune();
        if (m_counts.value(account) >= mostOfAccount)
            Q_EMIT crowdedOut(list(account).constLast().id);
    }
    keep({id, account, from.address, legible(from.client), now, now, until});
}

void SignIns::renew(const QString &id, const QString &account, const QString &address, const QDateTime &until)
{
    core::SignIn signIn = m_signIns.value(id);
    if (signIn.id.isEmpty())
        signIn = {id, account, {}, {}, m_clock.now(), {}, {}};
    signIn.address = address;
    signIn.usedAt = m_clock.now();
    signIn.expiresAt = until;
    keep(signIn);
}

void SignIns::keep(const core::SignIn &signIn)
{
    if (!m_signIns.contains(signIn.id))
        ++m_counts[signIn.account];
    m_signIns.insert(signIn.id, signIn);
    m_store.saveSignIn(signIn).then(this, [](const core::Result<void> &saved) {
        if (!saved)
            qCWarning(logIdentity, "A sign-in is not listed after a restart: %ls",
                      qUtf16Printable(saved.error().message));
    });
}

void SignIns::end(const QString &id)
{
    const auto found = m_signIns.constFind(id);
    if (found != m_signIns.constEnd()) {
        --m_counts[found->account];
        m_signIns.erase(found);
    }
    m_store.endSignIn(id).then(this, [](const core::Result<void> &ended) {
        if (!ended)
            qCWarning(logIdentity, "A sign-in that has ended stays stored: %ls",
                      qUtf16Printable(ended.error().message));
    });
}

void SignIns::endAll(const QString &account)
{
    m_signIns.removeIf([&account](auto entry) { return entry.value().account == account; });
    m_counts.remove(account);
}

const core::SignIn *SignIns::find(const QString &id) const
{
    const auto found = m_signIns.constFind(id);
    return found == m_signIns.constEnd() || found->expiresAt <= m_clock.now() ? nullptr : &found.value();
}

QList<core::SignIn> SignIns::list(const QString &account)
{
    prune();
    QList<core::SignIn> out;
    for (const core::SignIn &each : std::as_const(m_signIns)) {
        if (account.isEmpty() || each.account == account)
            out << each;
    }
    std::sort(out.begin(), out.end(), [](const core::SignIn &a, const core::SignIn &b) {
        return std::tie(a.usedAt, a.madeAt, a.id) > std::tie(b.usedAt, b.madeAt, b.id);
    });
    return out;
}

/// Those that ended by themselves; the store forgets them each night.
void SignIns::prune()
{
    const QDateTime now = m_clock.now();
    m_signIns.removeIf([&](auto entry) {
        if (entry.value().expiresAt > now)
            return false;
        --m_counts[entry.value().account];
        return true;
    });
    m_counts.removeIf([](auto entry) { return entry.value() <= 0; });
}

} // namespace identity
