// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/roster.h"

#include <QCoreApplication>

#include <algorithm>

namespace identity {

namespace {
constexpr qsizetype longestName = 64;
constexpr qsizetype longestEmail = 254; // RFC 5321 §4.5.3.1.3 without the angle brackets
constexpr qsizetype longestDisplayName = 128;

core::Error rosterError(core::ErrorCode code, const char *sentence)
{
    return {code, QCoreApplication::translate("identity", sentence)};
}

bool isSame(const QString &a, const QString &b)
{
    return !a.isEmpty() && a.compare(b, Qt::CaseInsensitive) == 0;
}

bool isUnseen(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
           c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
}
} // namespace

void Roster::load(const QList<core::Account> &accounts)
{
    m_accounts.clear();
    for (const core::Account &account : accounts)
        put(account);
}

const core::Account *Roster::find(const QString &id) const
{
    const auto found = m_accounts.constFind(id);
    return found == m_accounts.constEnd() ? nullptr : &*found;
}

const core::Account *Roster::findByName(const QString &nameOrEmail) const
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(), [&](const core::Account &account) {
        return isSame(account.name, nameOrEmail) || isSame(account.email, nameOrEmail);
    });
    return found == m_accounts.end() ? nullptr : &*found;
}

QList<core::Account> Roster::sorted() const
{
    QList<core::Account> all = m_accounts.values();
    std::sort(all.begin(), all.end(), [](const core::Account &a, const core::Account &b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    return all;
}

bool Roster::hasAdministrator() const
{
    return std::any_of(m_accounts.begin(), m_accounts.end(), [](const core::Account &account) {
        return account.isActive && account.role == core::Role::Admin;
    });
}

bool Roster::isLastAdministrator(const core::Account &account) const
{
    return std::none_of(m_accounts.begin(), m_accounts.end(), [&](const core::Account &other) {
        return other.id != account.id && other.isActive && other.role == core::Role::Admin;
    });
}

core::Result<void> Roster::checkUnique(const core::Account &account) const
{
    for (const core::Account &other : m_accounts) {
        if (other.id == account.id)
            continue;
        // Either may be typed to sign in, so that a name must not be somebody's e-mail either.
        if (isSame(other.name, account.name) || isSame(other.email, account.name))
            return core::Error{
                core::ErrorCode::Conflict,
                QCoreApplication::translate("identity", "The user name %1 is taken. Choose another.")
                    .arg(account.name)};
        if (isSame(account.email, other.name) || isSame(account.email, other.email))
            return rosterError(core::ErrorCode::Conflict,
                               QT_TRANSLATE_NOOP("identity", "This e-mail belongs to another account."));
    }
    return {};
}

core::Result<void> checkUserName(const QString &name)
{
    // ASCII alone: letters of other scripts that look the same would let one pass for another.
    const bool isPlain = std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || QStringView(u"._-@").contains(c));
    });
    if (name.isEmpty() || name.size() > longestName || !isPlain)
        return rosterError(
            core::ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("identity",
                              "A user name has 1 to 64 of the letters a to z, digits and . _ - @."));
    return {};
}

core::Result<void> checkEmail(const QString &email)
{
    if (email.isEmpty())
        return {};
    const qsizetype at = email.lastIndexOf(QLatin1Char('@'));
    const bool isOdd =
        std::any_of(email.begin(), email.end(), [](QChar c) { return c.isSpace() || isUnseen(c); });
    if (at < 1 || at + 1 >= email.size() || email.size() > longestEmail || isOdd)
        return rosterError(
            core::ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("identity", "This is no e-mail address. Leave it empty without one."));
    return {};
}

core::Result<void> checkDisplayName(const QString &name)
{
    if (name.size() > longestDisplayName || std::any_of(name.begin(), name.end(), isUnseen))
        return rosterError(
            core::ErrorCode::Invalid,
            QT_TRANSLATE_NOOP("identity", "A display name has at most 128 characters, all of them visible."));
    return {};
}

User userOf(const core::Account &account)
{
    return {account.id,
            account.name,
            account.displayName.isEmpty() ? account.name : account.displayName,
            account.email,
            QString(core::roleWord(account.role)),
            account.isActive,
            account.createdAt,
            account.departments,
            !account.codes.isEmpty()};
}

} // namespace identity
