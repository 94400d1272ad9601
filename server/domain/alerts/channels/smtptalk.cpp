// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/smtptalk.h"

#include "domain/alerts/channels/plaintext.h"

namespace alerts::channels {

QByteArray SmtpTalk::stuffed(const QByteArray &data)
{
    QByteArray out = data.startsWith('.') ? '.' + data : data;
    return out.replace("\r\n.", "\r\n..");
}

QString SmtpTalk::shown(const SmtpReply &reply)
{
    constexpr qsizetype longest = 200;
    const QByteArray whole = QByteArray::number(reply.code) + ' ' + reply.lines.join(' ');
    return plainLine(QByteArrayView(whole), longest);
}

SmtpTalk::Step SmtpTalk::end(Outcome::Kind kind, const QString &sentence)
{
    return {Step::Kind::Finish, "QUIT\r\n", {kind, sentence, {}}};
}

SmtpTalk::Step SmtpTalk::say(Stage stage, const QByteArray &text)
{
    m_stage = stage;
    return {Step::Kind::Say, text + "\r\n", {}};
}

SmtpTalk::Step SmtpTalk::refuse(const QString &what, const SmtpReply &reply) const
{
    constexpr int shuttingDown = 421;
    const auto kind = reply.code >= 500                                          ? Outcome::Kind::Refused
                      : reply.code == shuttingDown || m_stage == Stage::Greeting ? Outcome::Kind::Closed
                                                                                 : Outcome::Kind::Later;
    return end(kind, tr("%1 %2: %3").arg(m_wish.host, what, shown(reply)));
}

bool SmtpTalk::read(SmtpReply &reply)
{
    while (true) {
        const qsizetype end = m_heard.indexOf('\n');
        if (end < 0) {
            m_isBroken = m_heard.size() > longestLine;
            return false;
        }
        QByteArray line = m_heard.left(end);
        m_heard.remove(0, end + 1);
        if (line.endsWith('\r'))
            line.chop(1);
        bool isNumber = false;
        const int code = line.left(3).toInt(&isNumber);
        const char mark = line.size() > 3 ? line.at(3) : ' ';
        m_isBroken = line.size() > longestLine || !isNumber || code < 200 || code > 599 ||
                     (mark != ' ' && mark != '-') || (m_partial.code != 0 && m_partial.code != code);
        if (m_isBroken)
            return false;
        m_partial.code = code;
        m_partial.lines << line.mid(4);
        if (mark == ' ') {
            reply = std::exchange(m_partial, {});
            return true;
        }
    }
}

SmtpTalk::Step SmtpTalk::hear(const QByteArray &bytes)
{
    m_heard += bytes;
    m_bytes += bytes.size();
    SmtpReply reply;
    const bool isWhole = read(reply);
    if (m_isBroken || m_bytes > mostBytes) {
        return end(Outcome::Kind::Closed,
                   tr("%1 answered something that is no SMTP. Check host and port.").arg(m_wish.host));
    }
    return isWhole ? follow(reply) : Step{};
}

SmtpTalk::Step SmtpTalk::secured()
{
    m_abilities.clear();
    m_heard.clear();
    return say(Stage::HelloAgain, "EHLO " + m_wish.self);
}

bool SmtpTalk::isAccepted(const SmtpReply &reply) const
{
    constexpr int goOn = 3;
    const bool isHalfway =
        m_stage == Stage::LoginName || m_stage == Stage::LoginPassword || m_stage == Stage::Data;
    return reply.code / 100 == (isHalfway ? goOn : 2);
}

SmtpTalk::Step SmtpTalk::follow(const SmtpReply &reply)
{
    if (m_stage == Stage::To)
        return addressed(reply);
    const bool isGood = isAccepted(reply);
    switch (m_stage) {
    case Stage::Greeting:
        return isGood ? say(Stage::Hello, "EHLO " + m_wish.self) : refuse(tr("turns Belfry away"), reply);
    case Stage::Hello:
    case Stage::HelloAgain:
        return isGood ? greeted(reply) : refuse(tr("turns Belfry away"), reply);
    case Stage::StartTls:
        return isGood ? Step{Step::Kind::Encrypt, {}, {}} : refuse(tr("does not encrypt now"), reply);
    case Stage::LoginName:
        return isGood ? say(Stage::LoginPassword, m_wish.userName.toBase64())
                      : refuse(tr("does not let Belfry sign in"), reply);
    case Stage::LoginPassword:
        // The answer to the password is that of AUTH PLAIN.
        return isGood ? say(Stage::Plain, m_wish.password.toBase64())
                      : refuse(tr("does not let Belfry sign in"), reply);
    case Stage::Plain:
        return isGood ? say(Stage::From, "MAIL FROM:<" + m_wish.mail.from + '>')
                      : refuse(tr("does not let Belfry sign in; check user name and password"), reply);
    case Stage::From:
        return isGood ? nextRecipient()
                      : refuse(tr("refuses the sender %1").arg(QLatin1String(m_wish.mail.from)), reply);
    case Stage::Data:
        return isGood ? say(Stage::Body, stuffed(m_wish.mail.data) + '.')
                      : refuse(tr("does not take the message"), reply);
    case Stage::Body:
        if (!isGood)
            return refuse(tr("does not take the message"), reply);
        return end(Outcome::Kind::Delivered,
                   m_refused.isEmpty() ? tr("%1 took the message.").arg(m_wish.host)
                                       : tr("%1 took the message, but not for all: %2")
                                             .arg(m_wish.host, m_refused.join(QLatin1String("; "))));
    case Stage::To:
        break;
    }
    return {};
}

SmtpTalk::Step SmtpTalk::greeted(const SmtpReply &reply)
{
    m_abilities.clear();
    for (const QByteArray &line : reply.lines)
        m_abilities << line.toUpper();
    if (m_wish.startsTls && m_stage == Stage::Hello) {
        // Somebody in between may have taken it out: then nothing is said.
        if (!m_abilities.contains("STARTTLS")) {
            return end(Outcome::Kind::Closed,
                       tr("%1 offers no encryption (STARTTLS). Choose TLS with its port, or ask who runs it.")
                           .arg(m_wish.host));
        }
        return say(Stage::StartTls, "STARTTLS");
    }
    return m_wish.userName.isEmpty() ? say(Stage::From, "MAIL FROM:<" + m_wish.mail.from + '>')
                                     : authenticate();
}

SmtpTalk::Step SmtpTalk::authenticate()
{
    QByteArrayList ways;
    for (const QByteArray &ability : std::as_const(m_abilities)) {
        if (ability.startsWith("AUTH ") || ability.startsWith("AUTH="))
            ways += ability.mid(5).simplified().split(' ');
    }
    if (ways.contains("PLAIN")) {
        const QByteArray nothing(1, '\0');
        const QByteArray words = nothing + m_wish.userName + nothing + m_wish.password;
        return say(Stage::Plain, "AUTH PLAIN " + words.toBase64());
    }
    if (ways.contains("LOGIN"))
        return say(Stage::LoginName, "AUTH LOGIN");
    return end(Outcome::Kind::Closed,
               tr("%1 offers no way to sign in that Belfry knows (PLAIN or LOGIN).").arg(m_wish.host));
}

SmtpTalk::Step SmtpTalk::nextRecipient()
{
    if (m_recipient < m_wish.mail.to.size())
        return say(Stage::To, "RCPT TO:<" + m_wish.mail.to.at(m_recipient++) + '>');
    if (m_taken > 0)
        return say(Stage::Data, "DATA");
    return end(
        m_isAnyLater ? Outcome::Kind::Later : Outcome::Kind::Refused,
        tr("%1 takes the message for nobody: %2").arg(m_wish.host, m_refused.join(QLatin1String("; "))));
}

SmtpTalk::Step SmtpTalk::addressed(const SmtpReply &reply)
{
    if (isAccepted(reply)) {
        ++m_taken;
    } else {
        m_isAnyLater = m_isAnyLater || reply.code < 500;
        m_refused << QLatin1String(m_wish.mail.to.at(m_recipient - 1)) + QLatin1String(" – ") + shown(reply);
    }
    return nextRecipient();
}

} // namespace alerts::channels
