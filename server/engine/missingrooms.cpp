// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/missingrooms.h"

#include <algorithm>
#include <array>

namespace engine {

namespace {
struct Missing
{
    const char *commands; ///< how their names begin
    const char *text;
};
// The first that fits counts.
constexpr std::array missing{
    Missing{"network.scan.", "No scans yet: this server has no network scanner."},
    Missing{"network.", "No map yet: this server does not know what joins the devices."},
    Missing{"", "This server cannot do that yet."}};
} // namespace

QString missingRoomText(const QString &command)
{
    const auto found = std::find_if(missing.begin(), missing.end(), [&](const Missing &entry) {
        return command.startsWith(QLatin1String(entry.commands));
    });
    return QString::fromLatin1(found->text);
}

void answerForMissingRooms(Dispatcher &dispatcher)
{
    const QStringList commands = dispatcher.unhandled();
    for (const QString &name : commands) {
        dispatcher.handle(name, [](const core::Command &command) {
            return core::ready(core::Error{core::ErrorCode::Unavailable, missingRoomText(command.name)});
        });
    }
}

} // namespace engine
