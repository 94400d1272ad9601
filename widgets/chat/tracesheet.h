// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "chat/sheet.h"
#include "client/chat.h"

class QPlainTextEdit;

namespace chat {

/// What a message said before it was edited or deleted, who did that and when; plain text, to be read and
/// copied.
class TraceSheet final : public Sheet
{
    Q_OBJECT
public:
    TraceSheet(client::Chat &chat, const Message &message, QWidget *parent);

private:
    void take(const core::Result<Trace::Reply> &reply);
    [[nodiscard]] QString nameOf(const QString &account) const;

    client::Chat &m_chat;
    Message m_message; ///< as it is now
    QPlainTextEdit *m_text;
};

} // namespace chat
