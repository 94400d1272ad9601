// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/sources/completionreader.h"
#include "domain/assistant/sources/endpoint.h"

#include <QTest>

using namespace assistant::sources;

namespace {
QByteArray deltaOf(const QByteArray &text)
{
    return "data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
}
const QByteArray done = "data: [DONE]\n\n";

/// What comes of bytes that come in pieces of this size; an error as "! …".
QString readIn(qsizetype size, const QByteArray &bytes)
{
    CompletionReader reader;
    for (qsizetype at = 0; at < bytes.size() && !reader.isDone(); at += size) {
        if (const auto fed = reader.feed(bytes.mid(at, size)); !fed)
            return u"! "_qs + fed.error().message;
    }
    const auto completion = reader.end();
    if (!completion)
        return u"! "_qs + completion.error().message;
    QString text = completion->text;
    for (const ToolCall &call : completion->calls)
        text += u" <%1 %2 %3>"_qs.arg(call.id, call.name, QString::fromUtf8(call.arguments));
    if (completion->tokens)
        text += u" (%1)"_qs.arg(*completion->tokens);
    return text;
}
} // namespace

/// What a model's service sends, split anywhere.
class EventsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersAreRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("answer");
        const QByteArray two = deltaOf("Two ") + deltaOf("are down.");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &answer) {
            QTest::newRow(name) << bytes << answer;
        };
        row("events", two + done, u"Two are down."_qs);
        row("CRLF", QByteArray(two + done).replace('\n', "\r\n"), u"Two are down."_qs);
        row("CR", QByteArray(two + done).replace('\n', "\r"), u"Two are down."_qs);
        row("with a mark of order", "\xef\xbb\xbf" + two + done, u"Two are down."_qs);
        row("comments", ": keep-alive\n\n" + deltaOf("a") + ":\n:: x\n\n" + deltaOf("b") + done, u"ab"_qs);
        row("other fields", "event: message\nid: 7\nretry: 10\n" + deltaOf("a") + done, u"a"_qs);
        row("no blank behind the colon",
            "data:{\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata:[DONE]\n\n", u"a"_qs);
        row("data in two lines", "data: {\"choices\":\ndata: [{\"delta\":{\"content\":\"a\"}}]}\n\n" + done,
            u"a"_qs);
        row("letters of several bytes", deltaOf("Ger\xc3\xa4te \xf0\x9f\x98\x80") + done,
            u"Geräte \U0001F600"_qs);
        row("ended by a reason",
            deltaOf("a") + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n", u"a"_qs);
        row("cost", deltaOf("a") + "data: {\"choices\":[],\"usage\":{\"total_tokens\":42}}\n\n" + done,
            u"a (42)"_qs);
        row("no cost", deltaOf("a") + "data: {\"choices\":[],\"usage\":null}\n\n" + done, u"a"_qs);
        row("what follows the end", deltaOf("a") + done + deltaOf("b"), u"a"_qs);
        row("a call in pieces",
            "data: "
            "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"c1\",\"function\":{\"name\":"
            "\"alerts-list\","
            "\"arguments\":\"{\\\"li\"}}]}}]}\n\n"
            "data: "
            "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"mit\\\":1}"
            "\"}}]}}]}\n\n"
            "data: "
            "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":1,\"id\":\"c2\",\"function\":{\"name\":"
            "\"x\","
            "\"arguments\":\"{}\"}}]},\"finish_reason\":\"tool_calls\"}]}\n\n" +
                done,
            u" <c1 alerts-list {\"limit\":1}> <c2 x {}>"_qs);
        row("one object",
            "{\"choices\":[{\"message\":{\"content\":\"Two.\"}}],\"usage\":{\"total_tokens\":9}}",
            u"Two. (9)"_qs);
        row("one object, set out", " \n{\n \"choices\": [ {\"message\": {\"content\": \"Two.\"}} ]\n}\n",
            u"Two."_qs);
        row("one object, parts",
            "{\"choices\":[{\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"Two.\"}]}}]}",
            u"Two."_qs);
        row("one object, a call",
            "{\"choices\":[{\"message\":{\"content\":null,\"tool_calls\":[{\"id\":\"c1\",\"function\":{"
            "\"name\":\"x\","
            "\"arguments\":\"{}\"}}]}}]}",
            u" <c1 x {}>"_qs);
        const QString none = u"! What the model's service sends is no answer."_qs;
        const QString half = u"! The model's service ended in the middle of its answer."_qs;
        const QString tooLong = u"! What the model's service sends is too long."_qs;
        row("nothing", "", half);
        row("blanks", "  \n\n ", half);
        row("a page", "<html><body>hello</body></html>\n\n", half);
        row("cut off", deltaOf("a"), half);
        row("no JSON", "data: hello\n\n", none);
        row("a list", "data: []\n\n", none);
        row("half an object", "{\"choices\":[{\"message\"", none);
        row("not UTF-8", "data: {\"choices\":[{\"delta\":{\"content\":\"\xff\xfe\"}}]}\n\n", none);
        row("empty", done, none);
        row("no choices", "{}", none);
        row("an error", "{\"error\":{\"message\":\"sk-secret is wrong\"}}",
            u"! The model's service answered with an error."_qs);
        row("an error on the way", deltaOf("a") + "data: {\"error\":\"overloaded\"}\n\n",
            u"! The model's service answered with an error."_qs);
        row("a call out of order",
            "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":5,\"function\":{}}]}}]}\n\n", none);
        row("a call before the first",
            "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":-1,\"function\":{}}]}}]}\n\n", none);
        row("arguments without end",
            "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"" +
                QByteArray(20'000, 'x') + "\"}}]}}]}\n\n",
            none);
        row("a line of more than a megabyte", "data: " + QByteArray(1'000'001, 'x'), tooLong);
        row("an event of more than a megabyte",
            QByteArray("data: " + QByteArray(300'000, 'x') + '\n').repeated(4), tooLong);
    }

    void answersAreRead()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, answer);
        const QList<qsizetype> sizes = bytes.size() > 10'000
                                           ? QList<qsizetype>{bytes.size() + 1, 7001}
                                           : QList<qsizetype>{bytes.size() + 1, 1, 2, 3, 7, 64};
        for (const qsizetype size : sizes)
            QCOMPARE(readIn(size, bytes), answer);
    }

    void whatHasNoEndIsCut()
    {
        CompletionReader reader;
        int fed = 0;
        while (!reader.isDone() && fed < 10'000 && reader.feed(deltaOf("0123456789")))
            ++fed;
        QVERIFY(reader.isDone());
        QVERIFY(fed < 500);
        const auto completion = reader.end();
        QVERIFY(completion);
        QVERIFY(completion->isCut);
        QCOMPARE(completion->text.size(), CompletionReader::longestText);
    }

    void commentsWithoutEndAreGarbage()
    {
        CompletionReader reader;
        const QByteArray comments = QByteArray(": nothing at all\n\n").repeated(1000);
        int fed = 0;
        while (fed < 10'000 && reader.feed(comments))
            ++fed;
        QVERIFY(fed < 1000);
    }

    void addressesAreJudged_data()
    {
        QTest::addColumn<bool>("isPrivateAllowed");
        QTest::addColumn<QString>("url");
        const auto row = [](const char *text, bool isPrivateAllowed, const char *url) {
            QTest::newRow(text) << isPrivateAllowed << QString::fromLatin1(url);
        };
        row("https://models.example.org", false, "https://models.example.org/v1/chat/completions");
        row("https://models.example.org/", false, "https://models.example.org/v1/chat/completions");
        row(" https://models.example.org/v1/ ", false, "https://models.example.org/v1/chat/completions");
        row("https://models.example.org/api/v3", false, "https://models.example.org/api/v3/chat/completions");
        row("https://models.example.org/v1/chat/completions", false,
            "https://models.example.org/v1/chat/completions");
        row("http://127.0.0.1:11434/v1", true, "http://127.0.0.1:11434/v1/chat/completions");
        row("http://127.0.0.1:11434", false, "");
        row("http://models.example.org", false, "");
        row("https://dana:secret@models.example.org", false, "");
        row("https://models.example.org/?key=1", false, "");
        row("https://models.example.org/#x", false, "");
        row("ftp://models.example.org", true, "");
        row("file:///etc/passwd", true, "");
        row("models.example.org", true, "");
        row("https://", true, "");
        row("", true, "");
    }

    void addressesAreJudged()
    {
        QFETCH(bool, isPrivateAllowed);
        QFETCH(QString, url);
        const auto found = completionsUrl(QString::fromUtf8(QTest::currentDataTag()), isPrivateAllowed);
        QCOMPARE(found ? found->toString() : QString(), url);
    }

    void privateAddressesAreKnown()
    {
        for (const char *each :
             {"127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
              "0.0.0.0", "255.255.255.255", "224.0.0.1", "::1", "::", "fe80::1", "fc00::1", "fd12::1",
              "64:ff9b::a00:1", "2002:a00:1::1", "::ffff:10.0.0.1", "ff02::1"})
            QVERIFY2(isPrivateAddress(*core::Address::parse(QString::fromLatin1(each))), each);
        for (const char *each :
             {"8.8.8.8", "172.15.0.1", "172.32.0.1", "192.169.0.1", "2606:4700::1", "100.128.0.1"})
            QVERIFY2(!isPrivateAddress(*core::Address::parse(QString::fromLatin1(each))), each);
        const auto mixed =
            admitted({*core::Address::parse(u"10.0.0.1"), *core::Address::parse(u"9.9.9.9")}, false);
        QCOMPARE(mixed->toString(), u"9.9.9.9"_qs);
        QVERIFY(!admitted({*core::Address::parse(u"10.0.0.1")}, false));
        QVERIFY(admitted({*core::Address::parse(u"10.0.0.1")}, true));
    }
};

QTEST_GUILESS_MAIN(EventsTest)
#include "eventstest.moc"
