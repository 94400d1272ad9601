// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/accounts.h"

#include "store/listcolumn.h"

namespace store {

namespace {
/// What two names that look alike have in common.
QString keyOf(const QString &text) { return text.normalized(QString::NormalizationForm_KC).toCaseFolded(); }

/// SQL's null for an absent text: any number of them is unique.
QVariant keyOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant(QMetaType::fromType<QString>()) : QVariant(keyOf(text));
}

QDateTime timeAt(qint64 at) { return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC); }

core::Result<QList<core::Account>> readAccounts(Connection &connection)
{
    QList<core::Account> out;
    Statement rows(
        connection,
        QStringLiteral("SELECT id, name, display_name, email, role, password_hash, is_active, "
                       "token_generation, created_at, departments, codes FROM account ORDER BY name_key"));
    if (!rows.run())
        return readError(connection);
    while (rows.next())
        out += core::Account{rows.text(0),
                             rows.text(1),
                             rows.text(2),
                             rows.text(3),
                             core::Role(rows.integer(4)),
                             rows.text(5),
                             rows.integer(6) != 0,
                             int(rows.integer(7)),
                             timeAt(rows.integer(8)),
                             listOf(rows.blob(9)),
                             rows.blob(10)};
    if (connection.failure().code != SqlFailure::None)
        return readError(connection);
    return out;
}

core::Result<void> writeAccount(Connection &connection, const core::Account &account)
{
    Statement save(
        connection,
        QStringLiteral(
            "INSERT INTO account(id, name, name_key, display_name, email, email_key, role, "
            "password_hash, is_active, token_generation, created_at, departments, codes) VALUES (?, ?, "
            "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET name = excluded.name, name_key = "
            "excluded.name_key, display_name = excluded.display_name, email = excluded.email, "
            "email_key = excluded.email_key, role = excluded.role, password_hash = "
            "excluded.password_hash, is_active = excluded.is_active, token_generation = "
            "excluded.token_generation, created_at = excluded.created_at, departments = "
            "excluded.departments, codes = excluded.codes"));
    if (save.run(present(account.id), present(account.name), keyOf(present(account.name)),
                 present(account.displayName), present(account.email), keyOrNull(account.email),
                 int(account.role), present(account.passwordHash), account.isActive, account.tokenGeneration,
                 account.createdAt.toMSecsSinceEpoch(), listColumn(account.departments),
                 account.codes.isNull() ? QByteArray("") : account.codes))
        return {};
    if (connection.failure().code != SqlFailure::Constraint)
        return {};
    const bool isEmail = connection.failure().text.contains(QLatin1String("email_key"));
    connection.clearFailure(); // SQLite has undone this one statement; the others of the commit stand
    return core::Error{
        core::ErrorCode::Conflict,
        isEmail ? QCoreApplication::translate("store", "Another account has the e-mail address %1. "
                                                       "Choose another.")
                      .arg(account.email)
                : QCoreApplication::translate("store", "Another account has the name %1. Choose "
                                                       "another.")
                      .arg(account.name)};
}

core::Result<QList<core::SignIn>> readSignIns(Connection &connection)
{
    QList<core::SignIn> out;
    Statement rows(connection, QStringLiteral("SELECT id, account, address, client, made_at, used_at, "
                                              "expires_at FROM sign_in ORDER BY made_at"));
    if (!rows.run())
        return readError(connection);
    while (rows.next())
        out << core::SignIn{rows.text(0),
                            rows.text(1),
                            rows.text(2),
                            rows.text(3),
                            timeAt(rows.integer(4)),
                            timeAt(rows.integer(5)),
                            timeAt(rows.integer(6))};
    if (connection.failure().code != SqlFailure::None)
        return readError(connection);
    return out;
}

core::Result<core::RefreshGrant> spend(Connection &connection, const QString &id)
{
    core::RefreshGrant grant;
    {
        Statement find(connection,
                       QStringLiteral("SELECT id, family, account, expires_at, is_spent FROM refresh_grant "
                                      "WHERE id = ?"));
        if (!find.run(present(id)) || !find.next())
            return core::Error{
                core::ErrorCode::NotFound,
                QCoreApplication::translate("store", "This sign-in has ended. Sign in again.")};
        grant = {find.text(0), find.text(1), find.text(2), timeAt(find.integer(3)), find.integer(4) != 0};
    }
    if (grant.isSpent) {
        Statement(connection, QStringLiteral("DELETE FROM refresh_grant WHERE family = ?")).run(grant.family);
        return core::Error{core::ErrorCode::Conflict,
                           QCoreApplication::translate("store",
                                                       "This sign-in was renewed from elsewhere, so it was "
                                                       "ended. Sign in again.")};
    }
    grant.isSpent = true;
    Statement(connection, QStringLiteral("UPDATE refresh_grant SET is_spent = 1 WHERE id = ?")).run(grant.id);
    return grant;
}
} // namespace

QFuture<core::Result<QList<core::Account>>> Accounts::accounts()
{
    return m_reader.ask<QList<core::Account>>(Reader::File::Main, readAccounts);
}

QFuture<core::Result<void>> Accounts::save(const core::Account &account)
{
    return change<void>(m_writer,
                        [account](Connection &connection) { return writeAccount(connection, account); });
}

QFuture<core::Result<void>> Accounts::saveGrant(const core::RefreshGrant &grant)
{
    return change<void>(m_writer, [grant](Connection &connection) -> core::Result<void> {
        Statement(connection,
                  QStringLiteral("INSERT INTO refresh_grant(id, family, account, expires_at, is_spent) "
                                 "VALUES (?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET family = "
                                 "excluded.family, account = excluded.account, expires_at = "
                                 "excluded.expires_at, is_spent = excluded.is_spent"))
            .run(present(grant.id), present(grant.family), present(grant.account),
                 grant.expiresAt.toMSecsSinceEpoch(), grant.isSpent);
        return {};
    });
}

QFuture<core::Result<core::RefreshGrant>> Accounts::spendGrant(const QString &id)
{
    return change<core::RefreshGrant>(m_writer,
                                      [id](Connection &connection) { return spend(connection, id); });
}

QFuture<core::Result<void>> Accounts::revokeGrants(const QString &account)
{
    return change<void>(m_writer, [account](Connection &connection) -> core::Result<void> {
        Statement(connection, QStringLiteral("DELETE FROM refresh_grant WHERE account = ?"))
            .run(present(account));
        Statement(connection, QStringLiteral("DELETE FROM sign_in WHERE account = ?")).run(present(account));
        return {};
    });
}

QFuture<core::Result<QList<core::SignIn>>> Accounts::signIns()
{
    return m_reader.ask<QList<core::SignIn>>(Reader::File::Main, readSignIns);
}

QFuture<core::Result<void>> Accounts::saveSignIn(const core::SignIn &signIn)
{
    return change<void>(m_writer, [signIn](Connection &connection) -> core::Result<void> {
        Statement(connection,
                  QStringLiteral("INSERT INTO sign_in(id, account, address, client, made_at, used_at, "
                                 "expires_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO UPDATE SET "
                                 "address = excluded.address, client = excluded.client, used_at = "
                                 "excluded.used_at, expires_at = excluded.expires_at"))
            .run(present(signIn.id), present(signIn.account), present(signIn.address), present(signIn.client),
                 signIn.madeAt.toMSecsSinceEpoch(), signIn.usedAt.toMSecsSinceEpoch(),
                 signIn.expiresAt.toMSecsSinceEpoch());
        return {};
    });
}

QFuture<core::Result<void>> Accounts::endSignIn(const QString &id)
{
    return change<void>(m_writer, [id](Connection &connection) -> core::Result<void> {
        Statement(connection, QStringLiteral("DELETE FROM refresh_grant WHERE family = ?")).run(present(id));
        Statement(connection, QStringLiteral("DELETE FROM sign_in WHERE id = ?")).run(present(id));
        return {};
    });
}

QFuture<core::Result<QByteArray>> Accounts::setting(const QString &name)
{
    return m_reader.ask<QByteArray>(
        Reader::File::Main, [name](Connection &connection) -> core::Result<QByteArray> {
            Statement find(connection, QStringLiteral("SELECT value FROM setting WHERE name = ?"));
            if (!find.run(present(name)))
                return readError(connection);
            const QByteArray value = find.next() ? find.blob(0) : QByteArray();
            if (connection.failure().code != SqlFailure::None)
                return readError(connection);
            return value;
        });
}

QFuture<core::Result<void>> Accounts::saveSetting(const QString &name, const QByteArray &value)
{
    return change<void>(m_writer, [name, value](Connection &connection) -> core::Result<void> {
        Statement(connection,
                  QStringLiteral("INSERT INTO setting(name, value) VALUES (?, ?) ON CONFLICT(name) DO "
                                 "UPDATE SET value = excluded.value"))
            .run(present(name), value.isNull() ? QByteArray("") : value);
        return {};
    });
}

} // namespace store
