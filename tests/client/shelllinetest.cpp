// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shellline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

namespace {
/// The words a real shell makes of a line: `line` follows a command that prints its arguments, each ended by
/// a NUL.
QByteArrayList wordsOf(const QString &line, const QString &token = QStringLiteral("s3cret"))
{
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("BELFRY_TOKEN"), token);
    shell.setProcessEnvironment(environment);
    shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QStringLiteral("printf '%s\\0' ") + line});
    if (!shell.waitForFinished(60'000) || shell.exitCode() != 0)
        return {};
    QByteArrayList words = shell.readAllStandardOutput().split('\0');
    words.removeLast();
    return words;
}

core::Event hostile()
{
    core::Event event;
    event.topic = core::Topic(QStringLiteral("chat.message"));
    event.priority = 4;
    event.payload =
        QJsonObject{{QStringLiteral("text"),
                     QString::fromUtf8("it's'; rm -rf \"$HOME\" `id` $(touch x) \\ \n\r\t\x1b[201~ "
                                       "\xc2\x9b \xe2\x80\xae z\xc3\xbcrich \xf0\x9f\x94\x94 %1 %2 !!")},
                    {QStringLiteral("'key'"), QStringLiteral("@/etc/passwd")}};
    return event;
}

const QUrl server(QStringLiteral("https://atlas.example:8000/"));
} // namespace

/// What is copied for a shell means what it says, whatever a stranger put into the fact.
class ShellLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotes_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"",          "plain",    "two words", "it's",          "'",       "''", "'\\''", "; reboot",
              "$(reboot)", "`reboot`", "$HOME",     "a\nb",          "a\\",     "\"", "*?[",   "-rf",
              "#",         "!history", "%s %1",     "z\xc3\xbcrich", "\x1b[31m"})
            QTest::newRow(*text == '\0' ? "nothing" : text) << QString::fromUtf8(text);
    }
    void quotes()
    {
        QFETCH(QString, text);
        QCOMPARE(wordsOf(client::shellQuoted(text)), QByteArrayList{text.toUtf8()});
        QCOMPARE(wordsOf(client::shellQuoted(text) + QStringLiteral(" end")),
                 (QByteArrayList{text.toUtf8(), "end"}));
    }

    void dropsWhatNoShellCanHold()
    {
        QCOMPARE(client::shellQuoted(QString(QChar(u'\0')) + QStringLiteral("a")), QStringLiteral("'a'"));
    }

    void curlPublishesTheSameFact()
    {
        const QString line = client::curlLine(server, hostile());
        const QByteArrayList words = wordsOf(line);
        QCOMPARE(words.size(), 10);
        QCOMPARE(words.mid(0, 4),
                 (QByteArrayList{"curl", "-X", "POST", "https://atlas.example:8000/api/v1/events"}));
        QCOMPARE(words.mid(4, 4), (QByteArrayList{"-H", "Authorization: Bearer s3cret", "-H",
                                                  "Content-Type: application/json"}));
        QCOMPARE(words.at(8), QByteArray("--data-raw"));
        const QJsonObject body = QJsonDocument::fromJson(words.at(9)).object();
        QCOMPARE(body.value(QLatin1String("topic")).toString(), QStringLiteral("chat.message"));
        QCOMPARE(body.value(QLatin1String("priority")).toInt(), 4);
        QCOMPARE(body.value(QLatin1String("payload")).toObject(), hostile().payload.json());
    }

    void wscatSubscribes()
    {
        const QByteArrayList words = wordsOf(client::wscatLine(server, hostile().topic));
        QCOMPARE(words.mid(0, 5), (QByteArrayList{"wscat", "-c", "wss://atlas.example:8000/console", "-H",
                                                  "Authorization: Bearer s3cret"}));
        QCOMPARE(words.at(5), QByteArray("-x"));
        const QJsonObject asked = QJsonDocument::fromJson(words.at(6)).object();
        QCOMPARE(asked.value(QLatin1String("command")).toString(), QStringLiteral("session.subscribe"));
        QCOMPARE(asked.value(QLatin1String("params")).toObject().value(QLatin1String("topics")).toArray(),
                 QJsonArray{QStringLiteral("chat.message")});
        QVERIFY(client::wscatLine(QUrl(QStringLiteral("http://127.0.0.1:8000")), hostile().topic)
                    .contains(QLatin1String("'ws://127.0.0.1:8000/console'")));
    }

    /// A terminal may obey what is pasted into it: nothing but ASCII that can be seen.
    void linesAreOneLineOfAscii()
    {
        for (const QString &line :
             {client::curlLine(server, hostile()), client::wscatLine(server, hostile().topic)}) {
            for (const QChar c : line)
                QVERIFY2(c.unicode() >= 0x20 && c.unicode() < 0x7f, qPrintable(line));
        }
    }

    void noSecretIsInTheLine()
    {
        qputenv("BELFRY_TOKEN", "s3cret");
        const QUrl with(QStringLiteral("https://dana:pass@atlas.example:8000/?token=abc#x"));
        for (const QString &line :
             {client::curlLine(with, hostile()), client::wscatLine(with, hostile().topic)}) {
            QVERIFY(line.contains(QLatin1String("$BELFRY_TOKEN")));
            for (const char *secret : {"s3cret", "dana", "pass@", "abc"})
                QVERIFY2(!line.contains(QLatin1String(secret)), secret);
        }
    }

    void shownJsonIsTheSame()
    {
        const QString json = QString::fromUtf8(core::jsonText(hostile()));
        const QString shown = client::visibleJson(json);
        QCOMPARE(QJsonDocument::fromJson(shown.toUtf8()), QJsonDocument::fromJson(json.toUtf8()));
        QCOMPARE(QJsonDocument::fromJson(client::asciiJson(json).toUtf8()),
                 QJsonDocument::fromJson(json.toUtf8()));
        QVERIFY(shown.contains(QStringLiteral("\\u202e")) && !shown.contains(QChar(0x202e)));
        QVERIFY(shown.contains(QStringLiteral("\\u009b")) && !shown.contains(QChar(0x9b)));
        QVERIFY(shown.contains(QStringLiteral("zürich")));
    }
};

QTEST_GUILESS_MAIN(ShellLineTest)
#include "shelllinetest.moc"
