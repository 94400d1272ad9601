// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/words.h"

#include "domain/assistant/addressed.h"
#include "domain/assistant/phrase.h"

#include <QTest>

using namespace assistant;

namespace {
QString textsOf(const QString &question)
{
    QStringList texts;
    for (const Word &each : wordsOf(question))
        texts << each.text;
    return texts.join(u'|');
}
} // namespace

/// Words, names and whether a message is addressed to the assistant.
class WordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsAreFolded()
    {
        QCOMPARE(textsOf(u"  What's DOWN?!  "_qs), u"what|is|down"_qs);
        QCOMPARE(textsOf(u"Geräte, „ausgefallen“…"_qs), u"gerate|ausgefallen"_qs);
        QCOMPARE(textsOf(u"Straße"_qs), u"strasse"_qs);
        QCOMPARE(textsOf(u"core-sw-01's #A-12 10.0.0.5/24"_qs), u"core-sw-01|a-12|10.0.0.5/24"_qs);
        QCOMPARE(textsOf(u"??? — …"_qs), QString());
        QCOMPARE(wordsOf(QString(1000, u'a') + u" b"_qs).size(), 2);
        QCOMPARE(wordsOf(u"a "_qs.repeated(1000)).size(), 60);
        QVERIFY(wordOf(u"geraete"_qs).is(u"gerate"));
        QVERIFY(wordOf(u"neue"_qs).is(u"neue"));
        QVERIFY(!wordOf(u"geraet"_qs).is(u"gerate"));
    }

    void slipsAreCounted()
    {
        QCOMPARE(distanceOf(u"core-sw-01", u"core-sw-01", 3), 0);
        QCOMPARE(distanceOf(u"core-sw-01", u"core-sw-1", 3), 1);
        QCOMPARE(distanceOf(u"core-sw-01", u"croe-sw-01", 3), 1);
        QCOMPARE(distanceOf(u"printer", u"pinters", 3), 2);
        QCOMPARE(distanceOf(u"printer", u"scanner", 2), 3);
        QCOMPARE(distanceOf(u"", u"abc", 5), 3);
        QCOMPARE(distanceOf(u"abc", QString(100'000, u'x'), 2), 3);
    }

    void foreignTextIsPlain()
    {
        QCOMPARE(plain(u"a\n\u202Eb\u0007\u200B c"_qs), u"a b c"_qs);
        QCOMPARE(plain(u"<b>x</b>"_qs), u"<b>x</b>"_qs);
        QCOMPARE(plain(QString(100, u'x'), 10), u"xxxxxxxxx…"_qs);
        // No half of a character is left.
        QCOMPARE(clipped(u"ab\U0001F600cd"_qs, 4), u"ab…"_qs);
        QCOMPARE(clipped(u"abcd"_qs, 4), u"abcd"_qs);
    }

    void phrasesFit()
    {
        const Phrase phrase(u"is|are {thing} really? up|down"_qs);
        const auto fit = phrase.fit(wordsOf(u"Is the old printer really up?"_qs));
        QVERIFY(fit);
        QCOMPARE(fit->places.value(u"thing"_qs), (std::pair<qsizetype, qsizetype>(1, 4)));
        QCOMPARE(fit->literal, 3);
        QVERIFY(phrase.fit(wordsOf(u"are nas down"_qs)));
        QVERIFY(!phrase.fit(wordsOf(u"is up"_qs)));
        QVERIFY(!phrase.fit(wordsOf(u"is nas up today"_qs)));
        QVERIFY(!phrase.fit(wordsOf(u"is a b c d e f g h i up"_qs)));
        QVERIFY(!phrase.fit({}));
    }

    void theAddressedAreKnown_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<bool>("isAddressed");
        QTest::addColumn<QString>("question");
        const auto row = [](const char *message, const char *question) {
            QTest::newRow(message) << QString::fromUtf8(message) << (question != nullptr)
                                   << QString::fromUtf8(question);
        };
        row("@assistant what is down?", "what is down?");
        row("@Assistant, what is down?", "what is down?");
        row("what is down, @assistant?", "what is down, ?");
        row("so @assistant: is nas up", "so is nas up");
        row("@ai_assistant help", "help");
        row("@ai-assistant help", "help");
        row("assistant, what is down?", "what is down?");
        row("Assistant: what is down?", "what is down?");
        row("Assistent, was ist los?", "was ist los?");
        row("AI Assistant, help", "help");
        row("hey assistant, who is here", "who is here");
        row("/ai who is here", "who is here");
        row("/AI   who is here", "who is here");
        row("/ask who is here", "who is here");
        row("/ai", "");
        row("@assistant", "");
        row("  @assistant  ", "");
        row("the assistant is slow", nullptr);
        row("assistant is a nice word", nullptr);
        row("assistants, come here", nullptr);
        row("/aim at it", nullptr);
        row("say /ai help", nullptr);
        row("mail me@assistant.example", nullptr);
        row("dana@assistant", nullptr);
        row("@assistant.example.org is a host", nullptr);
        row("@assistants", nullptr);
        row("@@assistant", nullptr);
        row("", nullptr);
    }

    void theAddressedAreKnown()
    {
        QFETCH(QString, message);
        QFETCH(bool, isAddressed);
        QFETCH(QString, question);
        const auto found = addressedIn(message);
        QCOMPARE(found.has_value(), isAddressed);
        if (found)
            QCOMPARE(*found, question);
    }
};

QTEST_GUILESS_MAIN(WordsTest)
#include "wordstest.moc"
