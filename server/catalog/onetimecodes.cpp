// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/onetimecodes.h"

namespace identity {

using core::field;

core::Fields BeginCodes::Reply::fields()
{
    return {field("secret", &Reply::secret, "For an authenticator that is typed into; Base32"),
            field("uri", &Reply::uri, "For one that reads a picture: otpauth://totp/…")};
}

core::Fields BeginCodes::fields()
{
    return {field("password", &BeginCodes::password, "One's own").atMost(1024)};
}

core::Fields ConfirmCodes::Reply::fields()
{
    return {field("recovery_codes", &Reply::recoveryCodes,
                  "Each is good once in place of a code; shown only here")};
}

core::Fields ConfirmCodes::fields()
{
    return {field("otp", &ConfirmCodes::otp, "The code it shows now").atMost(16)};
}

core::Fields RemoveCodes::fields()
{
    return {field("password", &RemoveCodes::password, "One's own").atMost(1024)};
}

core::Fields ResetCodes::fields() { return {field("username", &ResetCodes::username, "Whose").atMost(64)}; }

void declareOneTimeCodes(core::Catalog &catalog)
{
    const QString password = QStringLiteral("correct horse battery");
    catalog.command<BeginCodes>(
        core::roles::everyone, {password},
        {QStringLiteral("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"),
         QStringLiteral("otpauth://totp/Belfry:dana?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Belfry")});
    catalog.command<ConfirmCodes>(core::roles::everyone, {QStringLiteral("287082")},
                                  {{QStringLiteral("k3mtq-7wz4h"), QStringLiteral("v9xpd-2ncfs")}});
    catalog.command<RemoveCodes>(core::roles::everyone, {password}, {});
    catalog.command<ResetCodes>(core::roles::admins, {QStringLiteral("omar")}, {});
}

} // namespace identity
