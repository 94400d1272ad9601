// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"
#include "core/accountstore.h"

#include <QHash>

namespace identity {

/// Every account in memory, as the store has it.
class Roster
{
public:
    void load(const QList<core::Account> &accounts);
    void put(const core::Account &account) { m_accounts.insert(account.id, account); }

    [[nodiscard]] const core::Account *find(const QString &id) const;
    /// By user name or e-mail, whatever their case.
    [[nodiscard]] const core::Account *findByName(const QString &nameOrEmail) const;
    /// By user name.
    [[nodiscard]] QList<core::Account> sorted() const;
    [[nodiscard]] bool hasAdministrator() const;
    /// Whether nobody else who is active is an administrator.
    [[nodiscard]] bool isLastAdministrator(const core::Account &account) const;
    /// Errors: Conflict when its name or e-mail is the name or e-mail of another account.
    [[nodiscard]] core::Result<void> checkUnique(const core::Account &account) const;

private:
    QHash<QString, core::Account> m_accounts;
};

/// Errors: Invalid unless it is 1–64 of letters, digits and . _ - @.
core::Result<void> checkUserName(const QString &name);
/// Errors: Invalid unless it is empty or looks like name@place, at most 254 characters.
core::Result<void> checkEmail(const QString &email);
/// Errors: Invalid for control characters or more than 128 characters.
core::Result<void> checkDisplayName(const QString &name);

/// An account as it is shown.
User userOf(const core::Account &account);

} // namespace identity
