// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/upkeepbanner.h"

#include "catalog/alerts.h"
#include "gui/pictures.h"
#include "support/fakeclock.h"
#include "support/scriptedlink.h"

#include <QApplication>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace std::chrono_literals;

namespace {
/// The strip, with maintenance on the other side that a test sets.
struct House
{
    support::FakeClock clock;
    support::ScriptedLink link;
    client::Mirror mirror{link, clock};
    QList<alerts::MaintenanceWindow> windows;
    std::unique_ptr<alerts::UpkeepBanner> banner;

    House()
    {
        link.answers.insert(QLatin1String(alerts::ListWindows::name), [this](const QJsonObject &) {
            return core::Reply(core::toJson(alerts::ListWindows::Reply{windows}).toObject());
        });
    }
    /// Begins so much later, and lasts an hour.
    void plan(const QString &name, std::chrono::seconds later, std::chrono::seconds lasts = 1h)
    {
        alerts::MaintenanceWindow window;
        window.id = QStringLiteral("M-%1").arg(windows.size() + 1);
        window.displayName = name;
        window.duration = int(lasts.count());
        window.start = clock.now().addSecs(later.count());
        window.createdAt = clock.now();
        window.nextAt = window.start;
        window.endsAt = window.start.addSecs(window.duration);
        windows << window;
    }
    void open()
    {
        banner = std::make_unique<alerts::UpkeepBanner>(mirror, clock);
        banner->resize(900, banner->sizeHint().height());
        link.become(client::Link::State::Live);
        pass(5s);
    }
    void pass(std::chrono::seconds time)
    {
        clock.advance(time);
        QCoreApplication::processEvents();
    }
    void say()
    {
        link.say(alerts::SilencesChanged{QStringLiteral("M-1"), QStringLiteral("dana")}, clock.now());
        QCoreApplication::processEvents();
    }
    static QString hour(const QDateTime &moment)
    {
        return QLocale().toString(moment.toLocalTime().time(), QLocale::ShortFormat);
    }
    [[nodiscard]] QString text() const
    {
        QString out = banner->text();
        return out.remove(QChar(0x2066)).remove(QChar(0x2069));
    }
    void close()
    {
        const auto buttons = banner->findChildren<QToolButton *>();
        QCOMPARE(buttons.size(), 1);
        buttons.first()->click();
    }
};
} // namespace

/// What the window says above its pages while maintenance runs or comes.
class UpkeepBannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesRunsAndGoes()
    {
        House house;
        house.plan(QStringLiteral("core switches"), 1h);
        house.open();
        QCOMPARE(house.text(), QString());
        QVERIFY(house.banner->isHidden());
        house.pass(50min);
        QVERIFY(house.text().startsWith(QStringLiteral("Maintenance: core switches begins at %1 (in ")
                                            .arg(House::hour(*house.windows[0].nextAt))));
        QVERIFY(house.banner->isVisible());
        house.pass(10min);
        QCOMPARE(
            house.text(),
            QStringLiteral("Maintenance: core switches until %1").arg(House::hour(*house.windows[0].endsAt)));
        house.pass(1h);
        QCOMPARE(house.text(), QString());
        QVERIFY(house.banner->isHidden());
    }

    void whoeverComesInBetweenIsTold()
    {
        House house;
        house.plan(QStringLiteral("later"), 5min);
        house.plan(QStringLiteral("short"), -5min, 30min);
        house.plan(QStringLiteral("long"), -5min, 2h);
        house.open();
        QCOMPARE(house.text(), QStringLiteral("Maintenance: long until %1, and 2 more")
                                   .arg(House::hour(*house.windows[2].endsAt)));
        house.link.become(client::Link::State::SignedOut);
        QCOMPARE(house.text(), QString());
    }

    void whatIsOffIsTakenBack()
    {
        House house;
        house.plan(QStringLiteral("core switches"), -1min);
        house.open();
        QVERIFY(!house.text().isEmpty());
        house.windows[0].isEnabled = false;
        house.say();
        QCOMPARE(house.text(), QString());
    }

    void isClosedForThatTime()
    {
        House house;
        house.plan(QStringLiteral("core switches"), 10min);
        house.open();
        house.close();
        QCOMPARE(house.text(), QString());
        house.pass(15min);
        QCOMPARE(house.text(), QString());
        // Another of which nobody has heard, and then the next time of the same.
        house.plan(QStringLiteral("storage"), 5min);
        house.say();
        QVERIFY(house.text().contains(QStringLiteral("storage")));
        house.close();
        QCOMPARE(house.text(), QString());
        house.windows[0].nextAt = house.clock.now().addSecs(60);
        house.windows[0].endsAt = house.windows[0].nextAt->addSecs(60);
        house.say();
        QVERIFY(house.text().contains(QStringLiteral("core switches")));
    }

    void leadsToTheCalendar()
    {
        House house;
        house.plan(QStringLiteral("core switches"), -1min);
        house.open();
        QSignalSpy wanted(house.banner.get(), &alerts::UpkeepBanner::calendarWanted);
        house.banner->findChild<QPushButton *>()->click();
        QCOMPARE(wanted.size(), 1);
    }

    void pictures_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void pictures()
    {
        QFETCH(bool, isDark);
        House house;
        house.plan(QStringLiteral("Core switches"), isDark ? 12min : -5min);
        house.plan(QStringLiteral("Storage"), 14min);
        house.open();
        kit::applyTheme(*qApp, isDark ? kit::ThemeKind::Dark : kit::ThemeKind::Light);
        Pictures::save(house.banner->grab(),
                       QStringLiteral("upkeep_") + QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!house.text().isEmpty());
    }

    void namesAreTextOnly()
    {
        House house;
        house.plan(QStringLiteral("<b>%1 %2\u202e \nx</b>") + QString(300, u'w'), -1min);
        house.open();
        QVERIFY(house.text().startsWith(QStringLiteral("Maintenance: <b>%1 %2  x</b>www")));
        QVERIFY(!house.text().contains(QChar(0x202E)) && !house.text().contains(u'\n'));
        QVERIFY(house.banner->minimumSizeHint().width() <= 800);
    }
};

QTEST_MAIN(UpkeepBannerTest)
#include "upkeepbannertest.moc"
