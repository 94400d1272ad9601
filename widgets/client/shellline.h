// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/event.h"

#include <QUrl>

/// Lines for a shell, and JSON that may be shown and pasted whatever a stranger put into it. No line bears a
/// secret: the token is taken from the environment.
namespace client {

/// One word of a POSIX shell that means exactly this text.
[[nodiscard]] QString shellQuoted(const QString &text);
/// The same JSON in ASCII: what else was in its strings is escaped.
[[nodiscard]] QString asciiJson(const QString &json);
/// The same JSON, with what cannot be seen, or turns the direction of what follows, escaped.
[[nodiscard]] QString visibleJson(const QString &json);

/// Publishes the fact once more at the server whose root that is.
[[nodiscard]] QString curlLine(const QUrl &server, const core::Event &event);
/// Connects to it by the console contract, and listens to the topic.
[[nodiscard]] QString wscatLine(const QUrl &server, const core::Topic &topic);

} // namespace client
