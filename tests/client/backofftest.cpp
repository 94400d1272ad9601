// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/backoff.h"

#include "support/seededentropy.h"

#include <QTest>

class BackoffTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void growsToHalfAMinuteAndStays()
    {
        support::SeededEntropy entropy;
        client::Backoff backoff(entropy);
        for (const int seconds : {1, 2, 4, 8, 15, 30, 30, 30}) {
            const auto wait = backoff.next().count();
            QVERIFY2(wait >= seconds * 800 && wait <= seconds * 1200, qPrintable(QString::number(wait)));
        }
    }

    void startsAgainAfterReset()
    {
        support::SeededEntropy entropy;
        client::Backoff backoff(entropy);
        for (int i = 0; i < 5; ++i)
            (void)backoff.next();
        backoff.reset();
        QVERIFY(backoff.next().count() <= 1200);
    }

    void differsBetweenClients()
    {
        support::SeededEntropy entropy;
        QSet<qint64> waits;
        for (int i = 0; i < 20; ++i)
            waits << client::Backoff(entropy).next().count();
        QVERIFY(waits.size() > 10);
    }
};

QTEST_GUILESS_MAIN(BackoffTest)
#include "backofftest.moc"
