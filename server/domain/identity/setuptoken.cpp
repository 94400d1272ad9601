// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/setuptoken.h"

#include "domain/identity/secretfile.h"
#include "domain/identity/tokens.h"

#include <QCryptographicHash>
#include <QFile>

namespace identity {

namespace {
constexpr int setupTokenBytes = 16;
constexpr std::chrono::hours setupTokenLife{24};

/// Both sides are brought to one length, so that not even the length of the secret shows.
QByteArray digest(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}
} // namespace

core::Result<void> SetupToken::make(core::Entropy &entropy)
{
    m_text = entropy.token(setupTokenBytes);
    m_expiry = m_clock.after(setupTokenLife, [this] { end(); });
    return m_path.isEmpty() ? core::Result<void>() : writeSecretFile(m_path, m_text.toUtf8() + '\n');
}

void SetupToken::end()
{
    m_text.clear();
    if (!m_path.isEmpty())
        QFile::remove(m_path);
}

std::optional<QString> SetupToken::text() const
{
    return m_text.isEmpty() ? std::nullopt : std::optional(m_text);
}

bool SetupToken::matches(const QString &given) const
{
    return !m_text.isEmpty() && isSameSecret(digest(given), digest(m_text));
}

} // namespace identity
