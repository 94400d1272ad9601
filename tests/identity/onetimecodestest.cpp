// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identity/onetimecodes.h"

#include "domain/identity/totp.h"
#include "support/authenticator.h"
#include "support/fakeclock.h"
#include "support/seededentropy.h"

#include <QTest>

using namespace identity;
using namespace std::chrono_literals;
using core::ErrorCode;

namespace {
const QByteArray rfcSecret = "12345678901234567890";

/// An account that is protected, with its authenticator.
struct Protected
{
    support::FakeClock clock;
    support::SeededEntropy entropy;
    OneTimeCodes codes{clock, entropy};
    core::Account account;
    QByteArray secret;
    QStringList recovery;

    Protected()
    {
        codes.unlock(QByteArray(32, 'k'));
        account.id = QStringLiteral("u-1");
        secret = codes.begin(account.id);
        const auto confirmed = codes.confirm(account.id, code());
        if (!confirmed)
            qFatal("The codes were not confirmed: %ls", qUtf16Printable(confirmed.error().message));
        account.codes = confirmed->sealed;
        recovery = confirmed->recoveryCodes;
        clock.advance(30s);
    }
    [[nodiscard]] QString code(int secondsAway = 0) const
    {
        return support::oneTimeCode(secret, clock.now().addSecs(secondsAway));
    }
    void restart()
    {
        codes.~OneTimeCodes();
        new (&codes) OneTimeCodes(clock, entropy);
        codes.unlock(QByteArray(32, 'k'));
    }
};
} // namespace

/// One-time codes: the vectors of the RFC, and everything that must not work.
class OneTimeCodesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesTheCodesOfTheRfc_data()
    {
        // RFC 6238, Appendix B (SHA-1), the last six of its eight digits.
        QTest::addColumn<qint64>("time");
        QTest::addColumn<QString>("code");
        QTest::newRow("59") << qint64(59) << QStringLiteral("287082");
        QTest::newRow("1111111109") << qint64(1111111109) << QStringLiteral("081804");
        QTest::newRow("1111111111") << qint64(1111111111) << QStringLiteral("050471");
        QTest::newRow("1234567890") << qint64(1234567890) << QStringLiteral("005924");
        QTest::newRow("2000000000") << qint64(2000000000) << QStringLiteral("279037");
        QTest::newRow("20000000000") << qint64(20000000000) << QStringLiteral("353130");
    }
    void makesTheCodesOfTheRfc()
    {
        QFETCH(qint64, time);
        QFETCH(QString, code);
        const QDateTime now = QDateTime::fromSecsSinceEpoch(time, Qt::UTC);
        QCOMPARE(totp::stepOf(rfcSecret, code, now), std::optional(quint64(time / 30)));
        QCOMPARE(totp::stepOf(rfcSecret, code, now.addSecs(30)), std::optional(quint64(time / 30)));
        QVERIFY(!totp::stepOf(rfcSecret, code, now.addSecs(61)));
        QVERIFY(!totp::stepOf(QByteArray("12345678901234567891"), code, now));
        QCOMPARE(support::oneTimeCode(rfcSecret, now), code);
    }

    void isNoCode_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing") << QString();
        QTest::newRow("short") << QStringLiteral("28708");
        QTest::newRow("long") << QStringLiteral("94287082");
        QTest::newRow("letters") << QStringLiteral("28708x");
        QTest::newRow("sign") << QStringLiteral("-28708");
        QTest::newRow("arabic digits") << QString::fromUtf8("٢٨٧٠٨٢");
        QTest::newRow("null") << QString(QStringLiteral("287082") + QChar(0));
        QTest::newRow("huge") << QString(1'000'000, QLatin1Char('2'));
    }
    void isNoCode()
    {
        QFETCH(QString, code);
        QVERIFY(!totp::stepOf(rfcSecret, code, QDateTime::fromSecsSinceEpoch(59, Qt::UTC)));
    }

    void saysTheSecretAsAuthenticatorsReadIt()
    {
        QCOMPARE(totp::typed(rfcSecret), QStringLiteral("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
        QCOMPARE(totp::scanned(rfcSecret, QStringLiteral("a b&c/ü")),
                 QStringLiteral("otpauth://totp/Belfry:a%20b%26c%2F%C3%BC?secret="
                                "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Belfry"));
    }

    void aCodeIsGoodOnce()
    {
        Protected box;
        const QString code = box.code();
        const auto spent = box.codes.spend(box.account, code);
        QVERIFY(spent);
        // At once, whether it was saved or not.
        QCOMPARE(box.codes.spend(box.account, code).error().code, ErrorCode::CodeRequired);
        box.account.codes = *box.codes.without(box.account, *spent);
        box.restart();
        QCOMPARE(box.codes.spend(box.account, code).error().code, ErrorCode::CodeRequired);
        box.clock.advance(30s);
        QVERIFY(box.codes.spend(box.account, box.code()));
    }

    void anEarlierStepIsVoidOnceALaterWasUsed()
    {
        Protected box;
        const QString earlier = box.code(-30);
        QVERIFY(box.codes.spend(box.account, box.code(30)));
        QCOMPARE(box.codes.spend(box.account, earlier).error().code, ErrorCode::CodeRequired);
        box.clock.advance(1s);
        QCOMPARE(box.codes.spend(box.account, box.code()).error().code, ErrorCode::CodeRequired);
    }

    void aRecoveryCodeIsGoodOnceHoweverItIsTyped()
    {
        Protected box;
        QCOMPARE(box.recovery.size(), 10);
        QCOMPARE(QSet<QString>(box.recovery.begin(), box.recovery.end()).size(), 10);
        const QString typed =
            QLatin1Char(' ') + box.recovery.at(3).toUpper().replace(u'1', u'L').replace(u'0', u'O');
        const auto spent = box.codes.spend(box.account, typed);
        QVERIFY(spent);
        QVERIFY(!box.codes.spend(box.account, typed));
        box.account.codes = *box.codes.without(box.account, *spent);
        box.restart();
        QVERIFY(!box.codes.spend(box.account, box.recovery.at(3)));
        box.clock.advance(15min);
        QVERIFY(box.codes.spend(box.account, box.recovery.at(4)));
    }

    void guessingBecomesSlow()
    {
        Protected box;
        const QString wrong =
            box.code() == QLatin1String("000000") ? QStringLiteral("000001") : QStringLiteral("000000");
        int tried = 0;
        for (std::chrono::seconds passed{0}; passed < std::chrono::hours(1); passed += 1s) {
            const auto spent = box.codes.spend(box.account, wrong);
            if (!spent && spent.error().code == ErrorCode::CodeRequired)
                ++tried;
            else
                QCOMPARE(spent.error().code, ErrorCode::Limited);
            box.clock.advance(1s);
        }
        // 1 + 2 + 4 + … s, then one in 15 min.
        QVERIFY2(tried <= 14, qPrintable(QString::number(tried)));
        QVERIFY(tried >= 10);
        QVERIFY(box.codes.spend(box.account, wrong).error().retryAfter > 0);
        box.clock.advance(15min);
        QVERIFY(box.codes.spend(box.account, box.code()));
    }

    void nothingIsOnBeforeACodeProvesIt()
    {
        support::FakeClock clock;
        support::SeededEntropy entropy;
        OneTimeCodes codes(clock, entropy);
        codes.unlock(QByteArray(32, 'k'));
        const QString account = QStringLiteral("u-1");
        QCOMPARE(codes.confirm(account, QStringLiteral("287082")).error().code, ErrorCode::Invalid);
        const QByteArray first = codes.begin(account);
        const QByteArray second = codes.begin(account);
        QCOMPARE(second.size(), 20);
        QVERIFY(first != second);
        QCOMPARE(codes.confirm(account, support::oneTimeCode(first, clock.now())).error().code,
                 ErrorCode::Invalid);
        clock.advance(1s);
        const QString good = support::oneTimeCode(second, clock.now());
        QVERIFY(codes.confirm(account, good));
        QCOMPARE(codes.confirm(account, good).error().code, ErrorCode::Invalid);
        const QByteArray late = codes.begin(account);
        clock.advance(10min);
        QCOMPARE(codes.confirm(account, support::oneTimeCode(late, clock.now())).error().code,
                 ErrorCode::Invalid);
    }

    void whatIsKeptOpensOnlyWhereItBelongs()
    {
        Protected box;
        QVERIFY(!box.account.codes.contains(box.secret) && !box.account.codes.contains(box.secret.toHex()));
        const auto refused = [&box](const core::Account &account) {
            return box.codes.spend(account, box.code()).error().code == ErrorCode::Unavailable;
        };
        core::Account other = box.account;
        other.id = QStringLiteral("u-2");
        QVERIFY(refused(other));
        for (qsizetype i = 0; i < box.account.codes.size(); ++i) {
            core::Account tampered = box.account;
            tampered.codes[i] = char(tampered.codes.at(i) ^ 1);
            QVERIFY2(refused(tampered), qPrintable(QString::number(i)));
        }
        core::Account cut = box.account;
        cut.codes.chop(1);
        QVERIFY(refused(cut));
        cut.codes = "x";
        QVERIFY(refused(cut));
        box.codes.unlock(QByteArray(32, 'z'));
        QVERIFY(refused(box.account));
    }
};

QTEST_GUILESS_MAIN(OneTimeCodesTest)
#include "onetimecodestest.moc"
