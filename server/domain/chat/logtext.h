// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chathistory.h"

namespace chat {

/// A room's messages as a text, oldest first. What people wrote cannot break out of its line, its cell or its
/// markup, nor turn the direction of what follows.
class LogText
{
public:
    LogText(LogFormat format, const Room &room);

    void add(const Message &message);
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QString mediaType() const;

private:
    LogFormat m_format;
    QString m_room;
    QString m_text;
};

} // namespace chat
