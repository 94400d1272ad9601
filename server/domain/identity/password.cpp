// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/password.h"

#include "domain/identity/commonpassword.h"

#include <QCoreApplication>

#include <argon2.h>

namespace identity {

namespace {
constexpr size_t hashBytes = 32;

QByteArray typed(const QString &password)
{
    return password.normalized(QString::NormalizationForm_KC).toUtf8();
}

core::Error refused(const char *sentence)
{
    return {core::ErrorCode::Invalid, QCoreApplication::translate("identity", sentence)};
}

QByteArray unpadded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64Encoding | QByteArray::OmitTrailingEquals);
}
} // namespace

core::Result<void> checkPassword(const QString &password)
{
    const QString normal = password.normalized(QString::NormalizationForm_KC);
    if (normal.toUcs4().size() < shortestPassword)
        return refused(
            QT_TRANSLATE_NOOP("identity", "The password is too short. Use at least 12 characters."));
    if (password.toUtf8().size() > longestPassword || normal.toUtf8().size() > longestPassword)
        return refused(QT_TRANSLATE_NOOP("identity", "The password is too long. Use at most 1024 bytes."));
    if (isCommonPassword(normal))
        return refused(QT_TRANSLATE_NOOP(
            "identity", "The password is too easy to guess. Use several words that do not belong together."));
    return {};
}

core::Result<QString> hashPassword(const QString &password, const QByteArray &salt, const PasswordCost &cost)
{
    const QByteArray secret = typed(password);
    QByteArray encoded(qsizetype(argon2_encodedlen(cost.passes, cost.memoryKiB, cost.lanes,
                                                   quint32(salt.size()), quint32(hashBytes), Argon2_id)),
                       '\0');
    const int failed = argon2id_hash_encoded(cost.passes, cost.memoryKiB, cost.lanes, secret.constData(),
                                             size_t(secret.size()), salt.constData(), size_t(salt.size()),
                                             hashBytes, encoded.data(), size_t(encoded.size()));
    if (failed != ARGON2_OK)
        return core::Error{core::ErrorCode::Internal,
                           QCoreApplication::translate("identity", "The password could not be hashed: %1.")
                               .arg(QString::fromLatin1(argon2_error_message(failed)))};
    return QString::fromLatin1(encoded.constData());
}

bool verifyPassword(const QString &password, const QString &phc)
{
    const QByteArray secret = typed(password);
    return argon2id_verify(phc.toLatin1().constData(), secret.constData(), size_t(secret.size())) ==
           ARGON2_OK;
}

QString unmatchableHash(const PasswordCost &cost)
{
    // Finding a password for a chosen hash is as hard as breaking the function.
    return QStringLiteral("$argon2id$v=19$m=%1,t=%2,p=%3$%4$%5")
        .arg(cost.memoryKiB)
        .arg(cost.passes)
        .arg(cost.lanes)
        .arg(QString::fromLatin1(unpadded(QByteArray(passwordSaltBytes, '\x5a'))),
             QString::fromLatin1(unpadded(QByteArray(qsizetype(hashBytes), '\xa5'))));
}

} // namespace identity
