// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/accountstore.h"
#include "store/reader.h"

namespace store {

/// The accounts' port on belfry.db.
class Accounts final : public core::AccountStore
{
public:
    Accounts(Writer &writer, Reader &reader) : m_writer(writer), m_reader(reader) {}

    QFuture<core::Result<QList<core::Account>>> accounts() override;
    QFuture<core::Result<void>> save(const core::Account &account) override;
    QFuture<core::Result<void>> saveGrant(const core::RefreshGrant &grant) override;
    QFuture<core::Result<core::RefreshGrant>> spendGrant(const QString &id) override;
    QFuture<core::Result<void>> revokeGrants(const QString &account) override;
    QFuture<core::Result<QList<core::SignIn>>> signIns() override;
    QFuture<core::Result<void>> saveSignIn(const core::SignIn &signIn) override;
    QFuture<core::Result<void>> endSignIn(const QString &id) override;
    QFuture<core::Result<QByteArray>> setting(const QString &name) override;
    QFuture<core::Result<void>> saveSetting(const QString &name, const QByteArray &value) override;

private:
    Writer &m_writer;
    Reader &m_reader;
};

} // namespace store
