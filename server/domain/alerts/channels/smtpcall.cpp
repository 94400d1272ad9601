// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/smtpcall.h"

namespace alerts::channels {

namespace {
Line::Place mailPlace(const ChannelSettings &settings)
{
    constexpr int tlsPort = 465;
    constexpr int submissionPort = 587;
    constexpr int mailPort = 25;
    const bool isTls = settings.security == MailSecurity::Tls;
    const int usual = isTls                                         ? tlsPort
                      : settings.security == MailSecurity::StartTls ? submissionPort
                                                                    : mailPort;
    return {settings.host, quint16(settings.port == 0 ? usual : settings.port), isTls, settings.fingerprint,
            settings.isPrivateAllowed};
}

SmtpTalk::Wish wishOf(const Letter &letter)
{
    const ChannelSettings &settings = letter.channel.settings;
    const Mail mail = Mail::of(letter);
    return {settings.host,
            mail.from.mid(mail.from.lastIndexOf('@') + 1),
            settings.security == MailSecurity::StartTls,
            settings.userName.toUtf8(),
            letter.secret,
            mail};
}
} // namespace

SmtpCall::SmtpCall(const Letter &letter, Reach::Resolver resolver, core::Clock &clock, Done done,
                   QObject *parent)
    : Call(mailPlace(letter.channel.settings), std::move(resolver), clock, std::move(done), parent),
      m_talk(wishOf(letter))
{
}

void SmtpCall::hear()
{
    const QByteArray bytes = line().take(SmtpTalk::mostBytes);
    if (!bytes.isEmpty())
        follow(m_talk.hear(bytes));
}

void SmtpCall::hearEnd()
{
    hear();
    finish({Outcome::Kind::Closed, tr("%1 hung up before it took the message.").arg(host()), {}});
}

void SmtpCall::follow(const SmtpTalk::Step &step)
{
    switch (step.kind) {
    case SmtpTalk::Step::Kind::Hear:
        break;
    case SmtpTalk::Step::Kind::Say:
        line().say(step.text);
        break;
    case SmtpTalk::Step::Kind::Encrypt:
        line().encrypt();
        break;
    case SmtpTalk::Step::Kind::Finish:
        line().say(step.text);
        finish(step.outcome);
        break;
    }
}

} // namespace alerts::channels
