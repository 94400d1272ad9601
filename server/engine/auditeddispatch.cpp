// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/auditeddispatch.h"

#include "domain/identity/audittrail.h"

namespace engine {

namespace {
constexpr qsizetype longestTarget = 128;

QString targetOf(const core::Command &command, QLatin1String param)
{
    const QJsonValue value = command.params.member(param);
    const QString text = value.isArray()    ? value.toVariant().toStringList().join(QStringLiteral(", "))
                         : value.isObject() ? value.toObject().value(QLatin1String("id")).toString()
                                            : value.toString();
    return text.left(longestTarget);
}
} // namespace

void AuditedDispatch::handle(const char *name, const char *action, const char *target,
                             const core::Handler &handler) const
{
    m_dispatcher.handle(QString::fromLatin1(name),
                        [handler, &trail = m_trail, action = QString::fromLatin1(action),
                         param = QLatin1String(target)](const core::Command &command) {
                            return trail.follow(handler(command),
                                                identity::deedOf(command, action, targetOf(command, param)));
                        });
}

} // namespace engine
