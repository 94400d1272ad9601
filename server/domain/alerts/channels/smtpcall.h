// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/channels/call.h"
#include "domain/alerts/channels/smtptalk.h"

namespace alerts::channels {

/// Hands a mail over to a mail server.
class SmtpCall final : public Call
{
    Q_OBJECT
public:
    SmtpCall(const Letter &letter, Reach::Resolver resolver, core::Clock &clock, Done done, QObject *parent);

protected:
    void begin() override {} // the server speaks first
    void hear() override;
    void hearEnd() override;
    void goOn() override { follow(m_talk.secured()); }

private:
    void follow(const SmtpTalk::Step &step);

    SmtpTalk m_talk;
};

} // namespace alerts::channels
