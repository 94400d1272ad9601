// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/passwordworker.h"
#include "support/awaited.h"

#include <QTest>

using namespace identity;

/// Checks which passwords are taken, and how they are hashed.
class PasswordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void common_data()
    {
        QTest::addColumn<QString>("password");
        for (const char *password :
             {"password1234", "Password2024!",  "P4ssw0rd1234",  "passwordpassword", "qwertyuiop123",
              "123456789012", "1q2w3e4r5t6y",   "1qaz2wsx3edc",  "iloveyou2023",     "administrator",
              "adminadmin12", "aaaaaaaaaaaaaa", "abcabcabcabc",  "abcdefghijkl",     "zxcvbnmasdfghjkl",
              "letmein12345", "Welcome12345!",  "summer-2024!!", "sunshineprincess", "098765432109",
              "qwerty123456", "monkey!monkey",  "admin@123456",  "19841984198419",   "liverpool1892",
              "Changeme123!", "asdfasdfasdf",   "QWERTZUIOP12",  "p@ssw0rdp@ssw0rd", "zaq12wsxzaq1"})
            QTest::newRow(password) << QString::fromLatin1(password);
    }

    void common()
    {
        QFETCH(QString, password);
        QCOMPARE(checkPassword(password).error().message,
                 QStringLiteral(
                     "The password is too easy to guess. Use several words that do not belong together."));
    }

    void taken_data()
    {
        QTest::addColumn<QString>("password");
        for (const char *password :
             {"correct horse battery", "vK3#pq9Lw!zT", "mossy-lantern-42-quiet", "Der Hahn kraeht um 6",
              "tango umbrella zinc", "9f2b6c0de41a7", "my dog ate a violin", "8402839104857261"})
            QTest::newRow(password) << QString::fromLatin1(password);
        QTest::newRow("as long as may be") << QStringLiteral("x7-").repeated(341);
    }

    void taken()
    {
        QFETCH(QString, password);
        if (QString::fromLatin1(QTest::currentDataTag()) == QStringLiteral("as long as may be"))
            password = password.left(1000) + QStringLiteral("mossy lantern quiet");
        QVERIFY2(checkPassword(password), qPrintable(password));
    }

    void length()
    {
        QCOMPARE(checkPassword(QStringLiteral("vK3#pq9Lw!z")).error().code, core::ErrorCode::Invalid);
        QCOMPARE(checkPassword({}).error().code, core::ErrorCode::Invalid);
        // Eleven characters outside the basic plane are 22 UTF-16 units.
        QVERIFY(!checkPassword(QString::fromUtf8("😀😁😂😃😄😅😆😇😈😉😊")));
        QVERIFY(checkPassword(QString::fromUtf8("😀😁😂😃😄😅😆😇😈😉😊😋")));
        QVERIFY(!checkPassword(QStringLiteral("ab3 xyzw ").repeated(114)));
    }

    void hashIsArgon2idInPhcForm()
    {
        const QString password = QStringLiteral("correct horse battery");
        const auto hash = hashPassword(password, QByteArray(16, 's'));
        QVERIFY(hash);
        QVERIFY(hash->startsWith(QStringLiteral("$argon2id$v=19$m=19456,t=2,p=1$")));
        QVERIFY(verifyPassword(password, *hash));
        QVERIFY(!verifyPassword(QStringLiteral("correct horse batterz"), *hash));
        QVERIFY(!verifyPassword(password, unmatchableHash()));
        QCOMPARE(unmatchableHash().size(), hash->size());
        QVERIFY(!verifyPassword(password, QStringLiteral("plain")));
        QVERIFY(!hashPassword(password, QByteArray(2, 's')));
        // One "é" typed as one code point and as two.
        const auto accented =
            hashPassword(QString::fromUtf8("caf\xc3\xa9 mossy lantern"), QByteArray(16, 's'));
        QVERIFY(verifyPassword(QString::fromUtf8("cafe\xcc\x81 mossy lantern"), *accented));
    }

    void workerRefusesTheThirtyFourth()
    {
        QList<QFuture<core::Result<bool>>> checks;
        {
            PasswordWorker worker({65536, 5, 1}); // slow, so that the queue fills before the first is done
            for (int i = 0; i < 40; ++i)
                checks.append(worker.verify(QStringLiteral("x"), {}));
            int limited = 0;
            for (const auto &check : std::as_const(checks)) {
                if (check.isFinished() && check.result().error().code == core::ErrorCode::Limited)
                    ++limited;
            }
            QVERIFY2(limited == 7 || limited == 8, qPrintable(QString::number(limited)));
        }
        for (const auto &check : std::as_const(checks)) {
            QVERIFY(check.isFinished());
            QVERIFY(!check.result() || !check.result().value());
        }
    }

    void nobodyCostsAHash()
    {
        PasswordWorker worker({1024, 1, 1});
        const QString password = QStringLiteral("mossy lantern quiet");
        QVERIFY(!support::awaited(worker.verify(QStringLiteral("x"), {})).value());
        const auto hash = support::awaited(worker.hash(password, QByteArray(16, 's')));
        QVERIFY(support::awaited(worker.verify(password, *hash)).value());
    }
};

QTEST_GUILESS_MAIN(PasswordTest)
#include "passwordtest.moc"
