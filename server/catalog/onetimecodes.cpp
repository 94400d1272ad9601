// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/onetimecodes.h"

namespace identity {

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
