// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/format.h"

#include <QTest>
#include <QTimeZone>

#include <ctime>
#include <limits>

namespace {

/// Narrow no-break spaces as plain ones, to keep the tables readable.
QString plain(QString text) { return text.replace(QChar(0x202F), QLatin1Char('_')); }

} // namespace

class KitFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void numbers_data();
    void numbers();
    void units_data();
    void units();
    void germanNumbers();
    void durations_data();
    void durations();
    void relative_data();
    void relative();
    void clocks();
    void foreignText();
};

void KitFormat::initTestCase()
{
    qputenv("TZ", "Europe/Berlin");
    tzset();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void KitFormat::numbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("tick");
    const auto row = [](const char *name, double value, const char *number, const char *tick) {
        QTest::newRow(name) << value << QString::fromUtf8(number) << QString::fromUtf8(tick);
    };
    row("zero", 0, "0", "0");
    row("whole", 48, "48", "48");
    row("fraction", 0.423, "0.42", "0.42");
    row("two digits", 48.23, "48.2", "48.2");
    row("stays as wide", 48.04, "48.0", "48");
    row("nearly ten", 9.999, "10.0", "10");
    row("nearly a hundred", 99.97, "100", "100");
    row("grouped", 1204.4, "1,204", "1,204");
    row("negative", -3.5, "-3.50", "-3.5");
    row("nearly zero", -0.001, "0", "0");
    row("no number", std::numeric_limits<double>::quiet_NaN(), "—", "—");
    row("endless", std::numeric_limits<double>::infinity(), "—", "—");
}

void KitFormat::numbers()
{
    QFETCH(double, value);
    QTEST(kit::format::number(value), "number");
    QTEST(kit::format::tick(value), "tick");
}

void KitFormat::units_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    const auto row = [](const QString &text, const char *wanted) {
        QTest::newRow(wanted) << plain(text) << QString::fromUtf8(wanted);
    };
    namespace format = kit::format;
    row(format::memory(0), "0_B");
    row(format::memory(1023), "1,023_B");
    row(format::memory(1024), "1_KiB");
    row(format::memory(4198500000.0), "3.91_GiB");
    row(format::volume(999), "999_B");
    row(format::volume(48e6), "48_MB");
    row(format::volume(1.5e9), "1.50_GB");
    row(format::rate(0), "0_bit/s");
    row(format::rate(83e6), "83_Mbit/s");
    row(format::rate(999'900), "1.00_Mbit/s");
    row(format::rate(2.5e15), "2,500_Tbit/s");
    row(format::percent(91), "91_%");
    row(format::percent(0.42), "0.4_%");
    row(format::percent(9.96), "10_%");
    row(format::percent(100), "100_%");
    row(format::count(1'234'567), "1,234,567");
    row(format::withUnit(QStringLiteral("3"), {}), "3");
}

void KitFormat::units()
{
    QFETCH(QString, text);
    QTEST(text, "wanted");
}

void KitFormat::germanNumbers()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    QCOMPARE(plain(kit::format::volume(1.5e9, german)), QStringLiteral("1,50_GB"));
    QCOMPARE(kit::format::count(12'345, german), QStringLiteral("12.345"));
}

void KitFormat::durations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("nothing") << qint64(0) << QStringLiteral("0_s");
    QTest::newRow("negative") << qint64(-5000) << QStringLiteral("0_s");
    QTest::newRow("seconds") << qint64(42'900) << QStringLiteral("42_s");
    QTest::newRow("minutes") << qint64(185'000) << QStringLiteral("3_min 5_s");
    QTest::newRow("a whole hour") << qint64(3'600'000) << QStringLiteral("1_h");
    QTest::newRow("hours") << qint64(11'520'000) << QStringLiteral("3_h 12_min");
    QTest::newRow("days") << qint64(26 * 3'600'000) << QStringLiteral("1_d 2_h");
    QTest::newRow("days skip minutes") << qint64(86'400'000 + 60'000) << QStringLiteral("1_d");
}

void KitFormat::durations()
{
    QFETCH(qint64, ms);
    QTEST(plain(kit::format::duration(ms)), "wanted");
}

void KitFormat::relative_data()
{
    QTest::addColumn<qint64>("age");
    QTest::addColumn<QString>("wanted");
    QTest::newRow("now") << qint64(1000) << QStringLiteral("just now");
    QTest::newRow("ahead") << qint64(-90'000) << QStringLiteral("just now");
    QTest::newRow("seconds") << qint64(30'000) << QStringLiteral("30_s ago");
    QTest::newRow("minutes") << qint64(150'000) << QStringLiteral("2_min ago");
    QTest::newRow("hours") << qint64(3 * 3'600'000 + 5) << QStringLiteral("3_h ago");
    QTest::newRow("a day") << qint64(25 * 3'600'000) << QStringLiteral("19/11/2026");
}

void KitFormat::relative()
{
    QFETCH(qint64, age);
    const qint64 now = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
    QTEST(plain(kit::format::ago(now - age, now)), "wanted");
}

void KitFormat::clocks()
{
    const qint64 at = QDateTime(QDate(2026, 11, 20), QTime(13, 28, 3), Qt::UTC).toMSecsSinceEpoch();
    QCOMPARE(kit::format::clockTime(at), QStringLiteral("14:28:03"));
    QCOMPARE(kit::format::exactTime(at), QStringLiteral("20 Nov 2026 14:28:03 CET (UTC+01:00)"));
}

void KitFormat::foreignText()
{
    QCOMPARE(kit::format::isolate(QStringLiteral("10.0.0.1")),
             QString(QChar(0x2066) + QStringLiteral("10.0.0.1") + QChar(0x2069)));
    QCOMPARE(kit::format::tooltip(QStringLiteral("<img src=x>")),
             QStringLiteral("<qt>&lt;img src=x&gt;</qt>"));
    QVERIFY(kit::format::tooltip({}).isEmpty());
}

QTEST_GUILESS_MAIN(KitFormat)
#include "kit_format.moc"
