// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracts/transcript.h"

#include <QDirIterator>
#include <QTest>

/// Plays every conversation in transcripts/.
class TranscriptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conversation_data()
    {
        QTest::addColumn<QString>("path");
        const QString top = QStringLiteral(BELFRY_SOURCE_DIR "/tests/contracts/transcripts/");
        QDirIterator files(top, {QStringLiteral("*.txt")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QTest::newRow(qPrintable(path.mid(top.size()))) << path;
        }
    }
    void conversation()
    {
        QFETCH(QString, path);
        const QString fault = contracts::Transcript(path).play();
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }

    void patternsCanFail()
    {
        const QJsonObject actual{{u"a"_qs, 1}, {u"b"_qs, u"x"_qs}};
        QVERIFY(contracts::matches(QJsonObject{{u"a"_qs, 1}, {u"b"_qs, u"*"_qs}}, actual));
        QVERIFY(contracts::matches(QJsonObject{{u"a"_qs, 1}, {u"…"_qs, true}}, actual));
        QVERIFY(!contracts::matches(QJsonObject{{u"a"_qs, 1}}, actual));
        QVERIFY(!contracts::matches(QJsonObject{{u"a"_qs, 2}, {u"…"_qs, true}}, actual));
        QVERIFY(!contracts::matches(QJsonObject{{u"a"_qs, 1}, {u"b"_qs, 1}, {u"c"_qs, u"*"_qs}}, actual));
    }
};

QTEST_GUILESS_MAIN(TranscriptTest)
#include "transcript_test.moc"
