// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/channels/mail.h"
#include "domain/alerts/channels/outcome.h"

namespace alerts::channels {

/// The client's part of an SMTP session (RFC 5321), without a socket: what to say to what was heard.
class SmtpTalk
{
    Q_DECLARE_TR_FUNCTIONS(alerts::channels::SmtpTalk)
public:
    struct Wish
    {
        QString host;    ///< for sentences
        QByteArray self; ///< how Belfry calls itself
        bool startsTls = false;
        QByteArray userName; ///< empty: nobody in particular
        QByteArray password;
        Mail mail;
    };
    struct Step
    {
        enum class Kind { Hear, Say, Encrypt, Finish };

        Kind kind = Kind::Hear;
        QByteArray text;
        Outcome outcome;
    };
    static constexpr qsizetype longestLine = 4096;
    static constexpr qsizetype mostBytes = 64 * 1024;

    explicit SmtpTalk(Wish wish) : m_wish(std::move(wish)) {}

    /// At most one reply is expected at a time: what follows from it. The session is over after Finish.
    Step hear(const QByteArray &bytes);
    /// The line is encrypted now.
    Step secured();
    /// Lines that begin with a dot get another.
    static QByteArray stuffed(const QByteArray &data);

private:
    enum class Stage {
        Greeting,
        Hello,
        StartTls,
        HelloAgain,
        Plain,
        LoginName,
        LoginPassword,
        From,
        To,
        Data,
        Body
    };

    struct SmtpReply
    {
        int code = 0;
        QByteArrayList lines;
    };

    /// Whether a whole reply was taken from what was heard.
    bool read(SmtpReply &reply);
    Step follow(const SmtpReply &reply);
    Step greeted(const SmtpReply &reply);
    Step authenticate();
    Step addressed(const SmtpReply &reply);
    Step nextRecipient();
    Step say(Stage stage, const QByteArray &text);
    [[nodiscard]] Step refuse(const QString &what, const SmtpReply &reply) const;
    [[nodiscard]] static Step end(Outcome::Kind kind, const QString &sentence);
    [[nodiscard]] bool isAccepted(const SmtpReply &reply) const;
    [[nodiscard]] static QString shown(const SmtpReply &reply);

    Wish m_wish;
    Stage m_stage = Stage::Greeting;
    QByteArray m_heard;
    SmtpReply m_partial;
    QByteArrayList m_abilities;
    qsizetype m_bytes = 0;
    qsizetype m_recipient = 0;
    int m_taken = 0; ///< recipients
    QStringList m_refused;
    bool m_isAnyLater = false;
    bool m_isBroken = false;
};

} // namespace alerts::channels
