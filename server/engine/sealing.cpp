// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/sealing.h"

#include "domain/identity/service.h"

#include <QCoreApplication>

namespace engine {

Sealing sealingOf(identity::Service &identity)
{
    using Sealed = core::Result<QByteArray>;
    const auto none = [] {
        return core::Error{core::ErrorCode::Unavailable,
                           QCoreApplication::translate(
                               "engine", "There is no key to keep secrets with. Look into the log.")};
    };
    return {[&identity, none](const QByteArray &secret, const QByteArray &place) {
                const identity::Vault *vault = identity.vault();
                return vault == nullptr ? Sealed(none()) : vault->seal(secret, place);
            },
            [&identity, none](const QByteArray &sealed, const QByteArray &place) {
                const identity::Vault *vault = identity.vault();
                return vault == nullptr ? Sealed(none()) : vault->open(sealed, place);
            }};
}

} // namespace engine
