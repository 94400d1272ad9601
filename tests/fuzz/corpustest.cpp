// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/targets.h"

#include <QDir>
#include <QFile>
#include <QTest>

/// Plays the fuzzers' corpora back; a property that does not hold stops the program.
class CorpusTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holds_data();
    void holds();
};

void CorpusTest::holds_data()
{
    using Target = void (*)(QByteArrayView);
    const QHash<QString, Target> targets{{QStringLiteral("utf8"), fuzz::utf8},
                                         {QStringLiteral("websocket"), fuzz::websocket},
                                         {QStringLiteral("engineio"), fuzz::engineio},
                                         {QStringLiteral("socketio"), fuzz::socketio},
                                         {QStringLiteral("jsonenvelope"), fuzz::jsonenvelope},
                                         {QStringLiteral("http"), fuzz::http},
                                         {QStringLiteral("nmapxml"), fuzz::nmapxml},
                                         {QStringLiteral("dns"), fuzz::dns},
                                         {QStringLiteral("completion"), fuzz::completion},
                                         {QStringLiteral("matchers"), fuzz::matchers},
                                         {QStringLiteral("conditions"), fuzz::conditions},
                                         {QStringLiteral("calendar"), fuzz::calendar},
                                         {QStringLiteral("smtpanswer"), fuzz::smtpanswer},
                                         {QStringLiteral("httpanswer"), fuzz::httpanswer},
                                         {QStringLiteral("alertmanager"), fuzz::alertmanager},
                                         {QStringLiteral("slash"), fuzz::slash},
                                         {QStringLiteral("places"), fuzz::places}};
    QTest::addColumn<Target>("target");
    QTest::addColumn<QString>("path");
    for (auto target = targets.cbegin(); target != targets.cend(); ++target) {
        const QDir corpus(QStringLiteral(BELFRY_SOURCE_DIR "/tests/fuzz/corpus/") + target.key());
        const QStringList names = corpus.entryList(QDir::Files, QDir::Name);
        QVERIFY2(names.size() >= 5, qPrintable(corpus.path()));
        for (const QString &name : names)
            QTest::newRow(qPrintable(target.key() + QLatin1Char('/') + name))
                << target.value() << corpus.filePath(name);
    }
}

void CorpusTest::holds()
{
    using Target = void (*)(QByteArrayView);
    QFETCH(Target, target);
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
    const QByteArray input = file.readAll();
    target(input);
    // Every cut of an input is an input: half a message, a stream that ends early.
    for (qsizetype length = 0; length < input.size(); ++length)
        target(QByteArrayView(input).first(length));
}

QTEST_APPLESS_MAIN(CorpusTest)
#include "corpustest.moc"
