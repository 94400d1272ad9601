// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/audit.h"

namespace audit {

void declare(core::Catalog &catalog)
{
    const Record record{41,
                        core::timeFromText(QStringLiteral("2026-11-20T08:00:00.000Z")),
                        QStringLiteral("dana"),
                        QStringLiteral("u-3f2a"),
                        QStringLiteral("role"),
                        QStringLiteral("omar"),
                        QStringLiteral("192.0.2.7"),
                        QStringLiteral("ok"),
                        QStringLiteral("operator"),
                        1};
    Read question;
    question.actions = QStringList{QStringLiteral("role")};
    catalog.command<Read>(core::roles::admins, question, {{record}, 41});
    catalog.command<Verify>(core::roles::admins, {}, {false, 1207, 41, QStringLiteral("changed")});
}

} // namespace audit
