// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"
#include "domain/alerts/channels/letter.h"

namespace alerts::channels {

// How each kind of channel says a message. Nothing here touches a socket.

/// Of any kind that is spoken to over HTTP.
Post postOf(const Letter &letter);

/// JSON as Standard Webhooks has it, signed when there is a secret.
Post webhookPost(const Letter &letter);
Post ntfyPost(const Letter &letter);
Post gotifyPost(const Letter &letter);
Post telegramPost(const Letter &letter);
Post slackPost(const Letter &letter);
Post mattermostPost(const Letter &letter);
Post discordPost(const Letter &letter);
Post alertmanagerPost(const Letter &letter);

/// A path below what a server's address names: "https://a/b" and "c/d" make "https://a/b/c/d".
QUrl below(const QString &base, const QString &path);
/// Foreign text for those who read Markdown: nothing in it means anything, and nobody is called by it.
QString escapedMarkdown(const QString &text);

} // namespace alerts::channels
