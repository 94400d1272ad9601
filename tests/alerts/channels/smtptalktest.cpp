// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/smtptalk.h"

#include "alerts/channels/letters.h"

#include <QRandomGenerator>

using namespace alerts;
using namespace alerts::channels;

namespace {
SmtpTalk::Wish wish()
{
    SmtpTalk::Wish out;
    out.host = u"mail.example.org"_qs;
    out.self = "example.org";
    out.mail.from = "belfry@example.org";
    out.mail.to = {"a@example.org", "b@example.org"};
    out.mail.data = "Subject: x\r\n\r\n.dot\r\n";
    return out;
}

/// "> said" and "< heard", as a session goes; what ended it.
struct Session
{
    SmtpTalk talk;
    QByteArrayList said;
    std::optional<Outcome> outcome;
    bool isEncrypted = false;

    void follow(const SmtpTalk::Step &step)
    {
        if (step.kind == SmtpTalk::Step::Kind::Say)
            said << step.text;
        if (step.kind == SmtpTalk::Step::Kind::Finish)
            outcome = step.outcome;
        if (step.kind == SmtpTalk::Step::Kind::Encrypt) {
            isEncrypted = true;
            follow(talk.secured());
        }
    }
    void hear(const QByteArrayList &lines)
    {
        for (const QByteArray &line : lines) {
            if (!outcome)
                follow(talk.hear(line + "\r\n"));
        }
    }
};
} // namespace

/// What is said to a mail server, and what its answers mean.
class SmtpTalkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMailIsHandedOver()
    {
        Session session{SmtpTalk(wish()), {}, {}};
        session.hear({"220-mail", "220 ready", "250-mail", "250 SIZE 100", "250 ok", "250 ok", "250 ok",
                      "354 go", "250 queued"});
        QCOMPARE(
            session.said.join(),
            QByteArray("EHLO example.org\r\nMAIL FROM:<belfry@example.org>\r\nRCPT TO:<a@example.org>\r\n"
                       "RCPT TO:<b@example.org>\r\nDATA\r\nSubject: x\r\n\r\n..dot\r\n.\r\n"));
        QVERIFY(session.outcome && session.outcome->isDelivered());
    }
    void bytesMayComeSingly()
    {
        Session session{SmtpTalk(wish()), {}, {}};
        for (const char byte : QByteArray("220-mail\r\n220 ready\r\n"))
            session.follow(session.talk.hear(QByteArray(1, byte)));
        QCOMPARE(session.said, QByteArrayList{"EHLO example.org\r\n"});
    }
    void encryptionIsNotLeftOut()
    {
        SmtpTalk::Wish asked = wish();
        asked.startsTls = true;
        Session session{SmtpTalk(asked), {}, {}};
        session.hear({"220 ready", "250-mail", "250 SIZE 100"});
        QVERIFY(session.outcome && session.outcome->kind == Outcome::Kind::Closed);
        QVERIFY(session.outcome->sentence.contains(u"STARTTLS"_qs));
        Session other{SmtpTalk(asked), {}, {}};
        other.hear({"220 ready", "250-mail", "250 STARTTLS", "220 go"});
        QVERIFY(other.isEncrypted);
        QCOMPARE(other.said,
                 (QByteArrayList{"EHLO example.org\r\n", "STARTTLS\r\n", "EHLO example.org\r\n"}));
    }
    void signsIn_data()
    {
        QTest::addColumn<QByteArray>("ways");
        QTest::addColumn<QByteArrayList>("said");
        const QByteArray plain = QByteArray("\0dana\0pw", 8).toBase64();
        QTest::newRow("plain") << QByteArray("AUTH LOGIN PLAIN")
                               << QByteArrayList{"AUTH PLAIN " + plain + "\r\n"};
        QTest::newRow("login") << QByteArray("auth login")
                               << QByteArrayList{"AUTH LOGIN\r\n", QByteArray("dana").toBase64() + "\r\n",
                                                 QByteArray("pw").toBase64() + "\r\n"};
    }
    void signsIn()
    {
        QFETCH(QByteArray, ways);
        QFETCH(QByteArrayList, said);
        SmtpTalk::Wish asked = wish();
        asked.userName = "dana";
        asked.password = "pw";
        Session session{SmtpTalk(asked), {}, {}};
        session.hear({"220 ready", "250-mail", "250 " + ways});
        if (said.size() == 3)
            session.hear({"334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6"});
        QCOMPARE(session.said.mid(1), said);
        session.hear({"535 5.7.8 wrong"});
        QVERIFY(session.outcome && session.outcome->kind == Outcome::Kind::Refused);
        QVERIFY2(session.outcome->sentence.contains(u"535 5.7.8 wrong"_qs),
                 qPrintable(session.outcome->sentence));
    }
    void refusalsAreTold_data()
    {
        QTest::addColumn<QByteArrayList>("heard");
        QTest::addColumn<Outcome::Kind>("kind");
        QTest::addColumn<QString>("part");
        using Kind = Outcome::Kind;
        const QByteArrayList begun{"220 x", "250 x", "250 x"};
        QTest::newRow("busy") << QByteArrayList{"421 busy"} << Kind::Closed << u"421 busy"_qs;
        QTest::newRow("away") << QByteArrayList{"554 go away"} << Kind::Refused << u"554"_qs;
        QTest::newRow("sender") << QByteArrayList{"220 x", "250 x", "550 who"} << Kind::Refused
                                << u"sender"_qs;
        QTest::newRow("one recipient") << begun + QByteArrayList{"550 unknown", "250 x", "354 x", "250 x"}
                                       << Kind::Delivered << u"not for all"_qs;
        QTest::newRow("no recipient")
            << begun + QByteArrayList{"550 unknown", "550 unknown"} << Kind::Refused << u"nobody"_qs;
        QTest::newRow("grey") << begun + QByteArrayList{"450 later", "550 unknown"} << Kind::Later
                              << u"450 later"_qs;
        QTest::newRow("full") << begun + QByteArrayList{"250 x", "250 x", "354 x", "452 full"} << Kind::Later
                              << u"452 full"_qs;
        QTest::newRow("garbage") << QByteArrayList{"HTTP/1.1 400 Bad Request"} << Kind::Closed
                                 << u"no SMTP"_qs;
        QTest::newRow("two codes") << QByteArrayList{"220-x", "250 x"} << Kind::Closed << u"no SMTP"_qs;
        QTest::newRow("endless") << QByteArrayList{QByteArray(100'000, 'x')} << Kind::Closed << u"no SMTP"_qs;
        QTest::newRow("ever more") << QByteArrayList(100, "220-" + QByteArray(1000, 'x')) << Kind::Closed
                                   << u"no SMTP"_qs;
    }
    void refusalsAreTold()
    {
        QFETCH(QByteArrayList, heard);
        Session session{SmtpTalk(wish()), {}, {}};
        session.hear(heard);
        QVERIFY(session.outcome);
        QTEST(session.outcome->kind, "kind");
        QFETCH(QString, part);
        QVERIFY2(session.outcome->sentence.contains(part), qPrintable(session.outcome->sentence));
    }
    /// Whatever comes, it ends, or goes on as a session does.
    void anythingMayBeHeard()
    {
        QRandomGenerator random(7);
        const QByteArrayList parts{"220 x\r\n",         "250-x\r\n", "250 AUTH PLAIN\r\n",
                                   "354 \r\n",          "\n",        "\r",
                                   "999 \r\n",          "25",        "0 ",
                                   QByteArray(1, '\0'), "421\r\n",   "-",
                                   "250 STARTTLS\r\n"};
        for (int round = 0; round < 20'000; ++round) {
            SmtpTalk::Wish asked = wish();
            asked.startsTls = round % 2 == 0;
            asked.userName = round % 3 == 0 ? "dana" : "";
            Session session{SmtpTalk(asked), {}, {}};
            for (int i = 0; i < 12 && !session.outcome; ++i)
                session.follow(session.talk.hear(parts.at(random.bounded(int(parts.size())))));
            QVERIFY(!session.outcome || !session.outcome->sentence.isEmpty());
            // Before it is encrypted, nothing is said that is to be kept.
            const QByteArray said = session.said.join();
            QVERIFY(!asked.startsTls || session.isEncrypted ||
                    (!said.contains("AUTH") && !said.contains("MAIL")));
        }
    }
    void dotsAreDoubled()
    {
        QCOMPARE(SmtpTalk::stuffed(".\r\n..\r\na.b\r\n"), QByteArray("..\r\n...\r\na.b\r\n"));
    }
};

QTEST_GUILESS_MAIN(SmtpTalkTest)
#include "smtptalktest.moc"
