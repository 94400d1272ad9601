// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/missingrooms.h"

namespace engine {

void answerForMissingRooms(Dispatcher &dispatcher)
{
    const QStringList commands = dispatcher.unhandled();
    for (const QString &name : commands) {
        dispatcher.handle(name, [](const core::Command &) {
            return core::ready(
                core::Error{core::ErrorCode::Unavailable, QString::fromLatin1(missingRoomText)});
        });
    }
}

} // namespace engine
