// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/tracesheet.h"

#include "client/ask.h"
#include "kit/format.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace chat {

namespace format = kit::format;

namespace {
constexpr int leastHeight = 220;
}

TraceSheet::TraceSheet(client::Chat &chat, const Message &message, QWidget *parent)
    : Sheet(tr("History of a message"), {}, parent), m_chat(chat), m_message(message),
      m_text(new QPlainTextEdit)
{
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setMinimumHeight(leastHeight);
    m_text->setAccessibleName(tr("What it said, the newest last"));
    m_text->setPlainText(tr("Asking the server what it said."));
    content().addWidget(m_text, 1);
    client::ask(chat.mirror().link(), Trace{message.roomName, message.id}, this,
                [this](const core::Result<Trace::Reply> &reply) { take(reply); });
}

QString TraceSheet::nameOf(const QString &account) const
{
    return format::isolate(m_chat.people().value(account, account).simplified());
}

void TraceSheet::take(const core::Result<Trace::Reply> &reply)
{
    if (!reply) {
        m_text->clear();
        fail(reply.error().message);
        return;
    }
    const auto when = [](const QDateTime &at) { return format::exactTime(at.toMSecsSinceEpoch()); };
    const QString author = m_message.userName.isEmpty() ? m_message.userId : m_message.userName;
    QStringList parts{
        tr("%1 wrote on %2:").arg(format::isolate(author.simplified()), when(m_message.timestamp))};
    // Each entry has what stood there before it.
    for (const TraceEntry &entry : reply->entries) {
        parts << entry.text
              << (entry.deed == Deed::Edited
                      ? tr("%1 changed it on %2:").arg(nameOf(entry.by), when(entry.at))
                      : tr("%1 deleted it on %2.").arg(nameOf(entry.by), when(entry.at)));
    }
    if (!m_message.isDeleted)
        parts << m_message.message;
    m_text->setPlainText(parts.join(QStringLiteral("\n\n")));
    m_text->setFocus(Qt::OtherFocusReason);
}

} // namespace chat
