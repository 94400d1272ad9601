// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/speakers.h"

#include "alerts/channels/letters.h"
#include "domain/alerts/channels/channelcheck.h"
#include "domain/alerts/channels/httpanswer.h"
#include "domain/alerts/channels/httpcall.h"
#include "domain/alerts/channels/mail.h"
#include "domain/alerts/channels/plaintext.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QProcess>
#include <QRandomGenerator>

using namespace alerts;
using namespace alerts::channels;
using channeltest::item;
using channeltest::letter;
using channeltest::notice;

namespace {
const QString hostile = u"<!channel> @everyone *a* \u202Eevil\r\nBcc: x@y [l](http://z) &amp;"_qs;

QJsonObject bodyOf(const Post &post) { return QJsonDocument::fromJson(post.body).object(); }

QByteArray headerOf(const Post &post, const char *name)
{
    for (const auto &[each, value] : post.headers) {
        if (each == name)
            return value;
    }
    return {};
}
} // namespace

/// How each kind of channel says a message, and what its server's answer means.
class SpeakersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAlertIsNamed()
    {
        const Message message = letter(ChannelKind::Webhook).message;
        QCOMPARE(message.title, u"High: core-sw-01 does not answer"_qs);
        QCOMPARE(message.lines, QStringList{u"High: core-sw-01 does not answer (A-1)"_qs});
        QCOMPARE(message.link, u"https://belfry.example.org/#/alerts/A-1"_qs);
        QVERIFY(!message.isGood);
    }
    void manyAlertsAreCounted()
    {
        QList<NoticeItem> items;
        for (int i = 0; i < 30; ++i)
            items << item(u"A-%1"_qs.arg(i), u"down"_qs, 9);
        Notice many = notice(items);
        many.count = 48;
        const Message message = Message::of(many, {}, {});
        QCOMPARE(message.title, u"Critical: 48 alert(s) · device.down"_qs);
        QCOMPARE(message.lines.size(), Message::mostLines + 1);
        QCOMPARE(message.lines.last(), u"… and 28 more."_qs);
        QVERIFY(message.link.isEmpty());
    }
    void goodNewsAreGood()
    {
        const Message message =
            Message::of(notice({item(u"A-1"_qs, u"up"_qs, 7, NoticeReason::Resolved)}), {}, {});
        QVERIFY(message.isGood);
        QCOMPARE(message.title, u"Resolved: up"_qs);
    }
    void foreignTextIsOneLine()
    {
        QCOMPARE(plainLine(u"a\r\nb\u202Ec\u0007d"_qs, 100), u"a b c d"_qs);
        QCOMPARE(plainLine(u"abcdef"_qs, 4), u"abc…"_qs);
        QCOMPARE(plainLine(u"ab\U0001F514\U0001F514"_qs, 4), u"ab…"_qs);
        QVERIFY(!plainLine(QString(QChar(0xD800)) + u"x"_qs, 10).contains(QChar(0xD800)));
        const Message message = letter(ChannelKind::Webhook, {}, {}, hostile).message;
        QVERIFY(!message.title.contains(u'\n') && !message.title.contains(QChar(0x202E)));
    }

    void webhookIsSignedAsTheStandardHasIt()
    {
        // The example of the specification.
        QCOMPARE(webhookSignature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                  "1614265330", "{\"test\": 2432232314}"),
                 QByteArray("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
        const Post post = webhookPost(letter(ChannelKind::Webhook, u"https://a.example/x"_qs, "secret"));
        const QByteArray time = headerOf(post, "webhook-timestamp");
        QCOMPARE(time, QByteArray::number(channeltest::noon().toSecsSinceEpoch()));
        QCOMPARE(headerOf(post, "webhook-id"), QByteArray("belfry-0123"));
        QCOMPARE(headerOf(post, "webhook-signature"),
                 webhookSignature("secret", "belfry-0123", time, post.body));
        QCOMPARE(headerOf(post, "X-Belfry-Signature"),
                 QByteArray("sha256=" + QMessageAuthenticationCode::hash(time + '.' + post.body, "secret",
                                                                         QCryptographicHash::Sha256)
                                            .toHex()));
        const QJsonObject json = bodyOf(post);
        QCOMPARE(json.value(u"key"_qs).toString(), u"A-1.1.raised"_qs);
        QCOMPARE(json.value(u"items"_qs).toArray().at(0)[u"alert_id"_qs].toString(), u"A-1"_qs);
        QVERIFY(webhookPost(letter(ChannelKind::Webhook)).headers.size() == 2);
    }
    void ntfyHasAPriority()
    {
        Letter critical = letter(ChannelKind::Ntfy, u"https://ntfy.example"_qs, "tk_1");
        critical.channel.settings.topic = u"noc"_qs;
        critical.message.severity = 10;
        const Post post = ntfyPost(critical);
        QCOMPARE(bodyOf(post).value(u"priority"_qs).toInt(), 5);
        QCOMPARE(bodyOf(post).value(u"topic"_qs).toString(), u"noc"_qs);
        QCOMPARE(bodyOf(post).value(u"click"_qs).toString(), critical.message.link);
        QCOMPARE(headerOf(post, "Authorization"), QByteArray("Bearer tk_1"));
        critical.channel.settings.userName = u"dana"_qs;
        QCOMPARE(headerOf(ntfyPost(critical), "Authorization"),
                 QByteArray("Basic " + QByteArray("dana:tk_1").toBase64()));
        critical.message.isGood = true;
        QCOMPARE(bodyOf(ntfyPost(critical)).value(u"priority"_qs).toInt(), 2);
        critical.message.lines = QStringList(20, QString(300, QChar(0x4E00)));
        QVERIFY(bodyOf(ntfyPost(critical)).value(u"message"_qs).toString().toUtf8().size() <= 4096);
    }
    void gotifyIsPlain()
    {
        const Post post = gotifyPost(letter(ChannelKind::Gotify, u"https://g.example/sub/"_qs, "token"));
        QCOMPARE(post.url, QUrl(u"https://g.example/sub/message"_qs));
        QCOMPARE(headerOf(post, "X-Gotify-Key"), QByteArray("token"));
        QCOMPARE(bodyOf(post).value(u"priority"_qs).toInt(), 7);
    }
    void telegramIsPlain()
    {
        Letter said = letter(ChannelKind::Telegram, {}, "12:ab", hostile);
        said.channel.settings.chatId = u"-100"_qs;
        const Post post = telegramPost(said);
        QCOMPARE(post.url, QUrl(u"https://api.telegram.org/bot12:ab/sendMessage"_qs));
        QVERIFY(!bodyOf(post).contains(u"parse_mode"_qs));
        said.message.lines = QStringList(30, QString(300, u'x'));
        QVERIFY(bodyOf(telegramPost(said)).value(u"text"_qs).toString().size() <= 4096);
    }
    void nobodyIsCalled()
    {
        const QString slack = bodyOf(slackPost(letter(ChannelKind::Slack, {}, "https://h/x", hostile)))
                                  .value(u"text"_qs)
                                  .toString();
        QVERIFY2(!slack.contains(u'<') && slack.contains(u"&lt;!channel&gt;"_qs), qPrintable(slack));
        QVERIFY(slack.contains(u"&amp;amp;"_qs));
        for (const Post &post : {mattermostPost(letter(ChannelKind::Mattermost, {}, "https://h/x", hostile)),
                                 discordPost(letter(ChannelKind::Discord, {}, "https://h/x", hostile))}) {
            const QJsonObject json = bodyOf(post);
            const QString text =
                json.value(json.contains(u"content"_qs) ? u"content"_qs : u"text"_qs).toString();
            QVERIFY2(!text.contains(u"@everyone"_qs) && text.contains(u"\\*a\\*"_qs), qPrintable(text));
            QVERIFY(!text.contains(u" [l]("_qs));
        }
        const QJsonObject discord = bodyOf(discordPost(letter(ChannelKind::Discord)));
        QCOMPARE(discord.value(u"allowed_mentions"_qs).toObject().value(u"parse"_qs).toArray().size(), 0);
        Letter longest = letter(ChannelKind::Discord);
        longest.message.lines = QStringList(20, QString(300, u'*'));
        QVERIFY(bodyOf(discordPost(longest)).value(u"content"_qs).toString().size() <= 2000);
    }
    void alertmanagerEndsWhatItWasToldBefore()
    {
        Letter worse = letter(ChannelKind::Alertmanager, u"http://am.example"_qs);
        worse.message.notice.items = {item(u"A-1"_qs, u"down"_qs, 9, NoticeReason::Worsened)};
        worse.message.formerly = {{u"A-1"_qs, 5}};
        const Post post = alertmanagerPost(worse);
        QCOMPARE(post.url, QUrl(u"http://am.example/api/v2/alerts"_qs));
        const QJsonArray alerts = QJsonDocument::fromJson(post.body).array();
        QCOMPARE(alerts.size(), 2);
        QCOMPARE(alerts.at(0)[u"labels"_qs][u"severity"_qs].toString(), u"medium"_qs);
        QCOMPARE(alerts.at(0)[u"endsAt"_qs].toString(), u"2026-11-20T12:00:00.000Z"_qs);
        QCOMPARE(alerts.at(1)[u"labels"_qs][u"severity"_qs].toString(), u"critical"_qs);
        QVERIFY(alerts.at(1)[u"endsAt"_qs].toString() > u"2026-12"_qs);
        worse.message.notice.items = {item(u"A-1"_qs, u"down"_qs, 3, NoticeReason::Resolved)};
        worse.message.formerly = {{u"A-1"_qs, 9}};
        const QJsonArray over = QJsonDocument::fromJson(alertmanagerPost(worse).body).array();
        QCOMPARE(over.size(), 1);
        QCOMPARE(over.at(0)[u"labels"_qs], alerts.at(1)[u"labels"_qs]);
    }

    void mailHoldsNoForeignHeader()
    {
        Letter mail = letter(ChannelKind::Email, {}, {}, hostile + u" – Überlauf"_qs);
        mail.channel.settings.from = u"belfry@example.org"_qs;
        mail.channel.settings.to = {u"a@example.org"_qs, u"b@example.org"_qs};
        mail.message.title = hostile + u" – Überlauf"_qs; // as if nobody had tidied it
        const Mail made = Mail::of(mail);
        QCOMPARE(made.to.size(), 2);
        const QByteArray head = made.data.left(made.data.indexOf("\r\n\r\n"));
        QVERIFY2(!head.contains("\nBcc"), head.constData());
        QVERIFY(head.contains("\r\nMessage-ID: <"));
        QVERIFY(made.data.contains("multipart/alternative"));
        for (const QByteArray &line : made.data.split('\n')) {
            QVERIFY(line.isEmpty() || line.endsWith('\r'));
            QVERIFY2(line.size() <= 100 &&
                         std::all_of(line.begin(), line.end(), [](char c) { return c > 0; }),
                     line.constData());
        }
        QCOMPARE(Mail::of(mail).data, made.data); // the same message is the same mail
        Letter toOne = mail;
        toOne.address = u"dana@example.org"_qs;
        QCOMPARE(Mail::of(toOne).to, QList<QByteArray>{"dana@example.org"});
    }
    /// What Python's own library reads of it.
    void mailIsReadByOthers()
    {
        Letter mail =
            letter(ChannelKind::Email, {}, {}, u"Überlauf <b>\U0001F514</b> "_qs + QString(90, u'ß'));
        mail.channel.settings.from = u"belfry@example.org"_qs;
        mail.channel.settings.to = {u"a@example.org"_qs};
        QProcess python;
        python.start(
            u"/usr/bin/python3"_qs,
            {u"-c"_qs,
             u"import sys,email,email.policy,json\n"
             "m=email.message_from_bytes(sys.stdin.buffer.read(),policy=email.policy.default)\n"
             "p=[x.get_content() for x in m.iter_parts()]\n"
             "print(json.dumps([m['subject'],m['date'],p[0],p[1],[str(d) for d in m.defects]]))"_qs});
        python.write(Mail::of(mail).data);
        python.closeWriteChannel();
        QVERIFY(python.waitForFinished());
        const QJsonArray read = QJsonDocument::fromJson(python.readAllStandardOutput()).array();
        QVERIFY2(read.size() == 5, python.readAllStandardError().constData());
        QCOMPARE(read.at(0).toString(), mail.message.title);
        QCOMPARE(read.at(1).toString(), u"Fri, 20 Nov 2026 12:00:00 +0000"_qs);
        QCOMPARE(read.at(2).toString().remove(u'\r').trimmed(), mail.message.text());
        QVERIFY(read.at(3).toString().contains(u"&lt;b&gt;\U0001F514&lt;/b&gt;"_qs));
        QCOMPARE(read.at(4).toArray().size(), 0);
    }

    void answersAreJudged_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Outcome::Kind>("kind");
        QTest::addColumn<QString>("part");
        QTest::addColumn<int>("after");
        using Kind = Outcome::Kind;
        const auto row = [](const char *name, const QByteArray &answer, Kind kind, const QString &part,
                            int after = 0) { QTest::newRow(name) << answer << kind << part << after; };
        row("ok", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", Kind::Delivered, u"took"_qs);
        row("its text hangs", "HTTP/1.1 202 Accepted\r\nContent-Length: 999\r\n\r\n", Kind::Delivered,
            u"took"_qs);
        row("early word", "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 204 None\r\n\r\n", Kind::Delivered,
            u"took"_qs);
        row("redirect", "HTTP/1.1 302 Found\r\nLocation: http://x/\r\nContent-Length: 0\r\n\r\n", Kind::Later,
            u"elsewhere (302)"_qs);
        row("too much", "HTTP/1.1 429 Slow\r\nRetry-After: 77\r\nContent-Length: 0\r\n\r\n", Kind::Closed,
            u"fewer"_qs, 77);
        row("too much, a date",
            "HTTP/1.1 503 Busy\r\nRetry-After: Fri, 20 Nov 2026 12:02:00 GMT\r\nContent-Length: 0\r\n\r\n",
            Kind::Later, u"(503)"_qs, 120);
        row("wrong token",
            "HTTP/1.1 401 No\r\nTransfer-Encoding: "
            "chunked\r\n\r\n1e\r\n{\"error\":\"unauthorized\",\"a\":1}\r\n0\r\n\r\n",
            Kind::Refused, u"unauthorized"_qs);
        row("time", "HTTP/1.1 408 Late\r\nContent-Length: 0\r\n\r\n", Kind::Later, u"408"_qs);
        row("broken", "HTTP/1.0 500 Oops\r\n\r\n<html>", Kind::Later, u"(500)"_qs);
        row("garbage", "SSH-2.0-OpenSSH_9.2\r\n", Kind::Closed, u"no HTTP"_qs);
        row("nothing", "", Kind::Closed, u"no HTTP"_qs);
        row("much", "HTTP/1.1 500 Oops\r\n\r\n" + QByteArray(1 << 20, 'x'), Kind::Later, u"xxx"_qs);
        row("an endless head", "HTTP/1.1 200 OK\r\nX: " + QByteArray(1 << 20, 'x'), Kind::Closed,
            u"no HTTP"_qs);
    }
    void answersAreJudged()
    {
        QFETCH(QByteArray, answer);
        HttpAnswer read;
        for (qsizetype at = 0; at < answer.size() && !read.read(answer.mid(at, 7)); at += 7) {
        }
        read.end();
        QVERIFY(read.body().size() <= HttpAnswer::mostBody);
        const Outcome outcome = read.outcome(u"h.example"_qs, channeltest::noon());
        QTEST(outcome.kind, "kind");
        QFETCH(QString, part);
        QVERIFY2(outcome.sentence.contains(part), qPrintable(outcome.sentence));
        QVERIFY(outcome.sentence.size() < 400);
        QTEST(int(outcome.after.value_or(std::chrono::seconds(0)).count()), "after");
    }
    void anythingMayBeAnswered()
    {
        QRandomGenerator random(7);
        const QByteArray good = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nRetry-After: 5\r\n\r\n"
                                "5\r\nhello\r\n0\r\n\r\n";
        for (int round = 0; round < 20'000; ++round) {
            QByteArray bytes = good;
            for (int i = 0; i < 3; ++i)
                bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
            HttpAnswer read;
            const qsizetype half = random.bounded(int(bytes.size()));
            if (!read.read(bytes.left(half)))
                (void)read.read(bytes.mid(half));
            read.end();
            QVERIFY(!read.outcome(u"h"_qs, channeltest::noon()).sentence.isEmpty());
        }
    }
    void waitsAreBounded()
    {
        const QDateTime noon = channeltest::noon();
        QCOMPARE(HttpAnswer::waitOf("999999999", noon), std::chrono::hours(24));
        QCOMPARE(HttpAnswer::waitOf("-5", noon), std::chrono::seconds(1));
        QVERIFY(!HttpAnswer::waitOf("soon", noon));
    }
    void requestsAreExact()
    {
        const Post post{QUrl(u"https://[2001:db8::1]:8443/a b?c=d"_qs), {{"X", "y"}}, "{}"};
        const QByteArray request = HttpCall::requestOf(post, u"belfry-1"_qs);
        QVERIFY2(request.startsWith("POST /a%20b?c=d HTTP/1.1\r\nHost: [2001:db8::1]:8443\r\n"),
                 request.constData());
        QVERIFY(request.endsWith("X: y\r\n\r\n{}"));
        QVERIFY(HttpCall::requestOf({QUrl(u"https://a/"_qs), {{"X", "a\r\nY: b"}}, {}}, {}).isEmpty());
    }

    void settingsAreChecked_data()
    {
        QTest::addColumn<ChannelKind>("kind");
        QTest::addColumn<ChannelSettings>("settings");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QString>("fault");
        ChannelSettings mail;
        mail.host = u"mail.example.org"_qs;
        mail.from = u"belfry@example.org"_qs;
        mail.to = {u"noc@example.org"_qs};
        ChannelSettings web;
        web.url = u"https://hooks.example.org/x?y=z"_qs;
        const auto row = [](const char *name, ChannelKind kind, const ChannelSettings &settings,
                            const QString &secret, const QString &fault) {
            QTest::newRow(name) << kind << settings << secret << fault;
        };
        const auto with = [](ChannelSettings settings, const auto &change) {
            change(settings);
            return settings;
        };
        row("mail", ChannelKind::Email, mail, {}, {});
        row("mail to nobody", ChannelKind::Email, with(mail, [](auto &s) { s.to.clear(); }), {}, u"whom"_qs);
        row("a second line", ChannelKind::Email,
            with(mail, [](auto &s) { s.to = QStringList{u"a@b\r\nRCPT TO:<x@y>"_qs}; }), {},
            u"no mail address"_qs);
        row("a password in the clear", ChannelKind::Email,
            with(mail,
                 [](auto &s) {
                     s.security = MailSecurity::None, s.userName = u"x"_qs, s.isPrivateAllowed = true;
                 }),
            u"pw"_qs, u"clear"_qs);
        row("unencrypted", ChannelKind::Email, with(mail, [](auto &s) { s.security = MailSecurity::None; }),
            {}, u"unencrypted"_qs);
        row("webhook", ChannelKind::Webhook, web, u"s"_qs, {});
        row("http", ChannelKind::Webhook, with(web, [](auto &s) { s.url = u"http://a/"_qs; }), {},
            u"https"_qs);
        row("http inside", ChannelKind::Webhook,
            with(web, [](auto &s) { s.url = u"http://a/"_qs, s.isPrivateAllowed = true; }), {}, {});
        row("file", ChannelKind::Webhook, with(web, [](auto &s) { s.url = u"file:///etc/passwd"_qs; }), {},
            u"https://"_qs);
        row("a user in it", ChannelKind::Webhook, with(web, [](auto &s) { s.url = u"https://a:b@c/"_qs; }),
            {}, u"secret"_qs);
        row("a secret of two lines", ChannelKind::Webhook, web, u"a\nb"_qs, u"type"_qs);
        row("no topic", ChannelKind::Ntfy, web, {}, u"topic"_qs);
        row("no token", ChannelKind::Gotify, web, {}, u"token"_qs);
        row("no bot", ChannelKind::Telegram, with(web, [](auto &s) { s.url.clear(), s.chatId = u"1"_qs; }),
            u"x/y"_qs, u"BotFather"_qs);
        row("slack", ChannelKind::Slack, {}, u"https://hooks.slack.com/services/T/B/x"_qs, {});
        row("slack without", ChannelKind::Slack, {}, {}, u"whole address"_qs);
        row("a fingerprint", ChannelKind::Webhook, with(web, [](auto &s) { s.fingerprint = u"12:34"_qs; }),
            {}, u"SHA-256"_qs);
    }
    void settingsAreChecked()
    {
        QFETCH(ChannelKind, kind);
        QFETCH(ChannelSettings, settings);
        QFETCH(QString, secret);
        QFETCH(QString, fault);
        const auto settled = ChannelCheck::settled(kind, settings, secret, false);
        QCOMPARE(bool(settled), fault.isEmpty());
        if (!settled)
            QVERIFY2(settled.error().message.contains(fault), qPrintable(settled.error().message));
        else if (kind == ChannelKind::Slack)
            QCOMPARE(settled->url, u"https://hooks.slack.com"_qs);
    }
};

QTEST_GUILESS_MAIN(SpeakersTest)
#include "speakerstest.moc"
