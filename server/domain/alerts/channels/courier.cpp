// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/courier.h"

#include "domain/alerts/channels/httpcall.h"
#include "domain/alerts/channels/smtpcall.h"
#include "domain/alerts/channels/speakers.h"

namespace alerts::channels {

void Courier::deliver(const Letter &letter, Call::Done done)
{
    Call *call = nullptr;
    if (letter.channel.kind == ChannelKind::Email)
        call = new SmtpCall(letter, m_resolver, m_clock, std::move(done), this);
    else
        call = new HttpCall(letter, postOf(letter), m_resolver, m_clock, std::move(done), this);
    call->start();
}

} // namespace alerts::channels
