// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLoggingCategory>

// One category per room; `--log-rules` and QT_LOGGING_RULES name them. Never log tokens, passwords or chat
// text.
Q_DECLARE_LOGGING_CATEGORY(logApp)
Q_DECLARE_LOGGING_CATEGORY(logEngine)
Q_DECLARE_LOGGING_CATEGORY(logTransport)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logIdentity)
Q_DECLARE_LOGGING_CATEGORY(logMetrics)
Q_DECLARE_LOGGING_CATEGORY(logNetwork)
Q_DECLARE_LOGGING_CATEGORY(logClient)
Q_DECLARE_LOGGING_CATEGORY(logUi)

namespace core {

/// Sends Qt's messages to stderr as `time level category message` (journald priorities under systemd), with
/// control characters escaped and over-long ones cut, so that foreign text cannot forge a line.
void installLogHandler();

/// Makes foreign text safe for one log line: control and bidirectional characters escaped, cut at 4 KiB.
QString loggable(QStringView text);

} // namespace core
