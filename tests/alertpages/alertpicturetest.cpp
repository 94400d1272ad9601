// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertpages/bookkeeper.h"
#include "alerts/alertspage.h"
#include "alerts/storytable.h"
#include "alerts/windowspanel.h"
#include "devices/knowndevice.h"
#include "gui/pictures.h"
#include "gui/stage.h"

#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using alerts::AlertState;

/// Pictures of the pages about alerts in every theme.
class AlertPictureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_pictures.speak(); }

    void pages_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << QStringLiteral("light") << QSize(1366, 768);
        QTest::newRow("dark") << QStringLiteral("dark") << QSize(1366, 768);
        QTest::newRow("contrast_small") << QStringLiteral("contrast") << QSize(1024, 640);
    }
    void pages()
    {
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        Stage stage;
        const Town town(50);
        stage.takeNetworkOf(town);
        const KnownDevice known(stage.link, town);
        Bookkeeper book(stage.link, stage.clock.now());
        fill(book, town);
        shell::MainWindow &window = stage.open(size);
        stage.trigger(qPrintable(QStringLiteral("theme.") + theme));
        auto *page = window.findChild<alerts::AlertsPage *>();
        QTRY_COMPARE(page->table().countOf(alerts::AlertPart::Open), 5);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const auto shoot = [&](const char *what) {
            QCoreApplication::processEvents();
            Pictures::keep(window.grabPage(QStringLiteral("alerts"), size),
                           QStringLiteral("alerts_%1_%2").arg(QLatin1String(what), name));
        };
        shoot("open");
        page->showPart(alerts::AlertPart::All);
        stage.trigger("view.inspector");
        page->choose({QStringLiteral("A-1")});
        page->table().openUp(page->table().rowOf(QStringLiteral("A-1")), true);
        shoot("all");
        stage.trigger("view.inspector");
        page->findChild<QLineEdit *>(QStringLiteral("alertfilter"))->setText(QStringLiteral("colour:red"));
        shoot("flaw");
        page->findChild<QLineEdit *>(QStringLiteral("alertfilter"))->setText(QStringLiteral("nowhere"));
        shoot("filtered");
        page->findChild<QLineEdit *>(QStringLiteral("alertfilter"))->clear();
        for (const char *id :
             {"alerts.acknowledgewith", "alerts.silence", "alerts.assign", "alerts.comment"}) {
            page->choose({QStringLiteral("A-1")});
            stage.trigger(id);
            auto *sheet = page->findChild<QDialog *>();
            QVERIFY(sheet);
            QCoreApplication::processEvents();
            Pictures::keep(sheet->grab(), QStringLiteral("sheet_%1_%2").arg(QLatin1String(id), name));
            sheet->reject();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        page->openAlert(QStringLiteral("A-1"));
        QTRY_VERIFY(page->findChildren<QTableView *>().size() > 2);
        QTRY_VERIFY(hasStory(*page));
        shoot("page");
        page->leave();
        page->openQuiet();
        shoot("silences");
        page->openQuiet(true);
        shoot("maintenance");
        for (QPushButton *button : page->findChildren<QPushButton *>()) {
            if (button->text() == alerts::WindowsPanel::tr("&Plan maintenance…"))
                button->click();
        }
        auto *sheet = page->findChild<QDialog *>();
        QVERIFY(sheet);
        QCoreApplication::processEvents();
        Pictures::keep(sheet->grab(), QStringLiteral("sheet_window_") + name);
        sheet->reject();
        page->leave();
        Pictures::keep(window.grabPage(QStringLiteral("overview"), size),
                       QStringLiteral("overview_alerts_") + name);
    }

private:
    static bool hasStory(const alerts::AlertsPage &page)
    {
        const auto *story = page.findChild<alerts::StoryTable *>();
        return story != nullptr && story->rowCount() > 0;
    }
    static void fill(Bookkeeper &book, const Town &town)
    {
        const auto add = [&](const char *title, int severity, int minutes, int device) -> alerts::Alert & {
            alerts::Alert &alert = book.add(QString::fromUtf8(title), severity, minutes);
            if (device >= 0) {
                alert.subjectId = town.known[device].id;
                alert.labels[QStringLiteral("device")] = town.known[device].name;
            }
            return alert;
        };
        add("core-sw-01 stopped answering", 9, 2, 1).occurrences = 3;
        add("Brute-force sign-in suspected (14 failures)", 7, 11, 5);
        add("Sudden spike in outbound traffic", 7, 14, 9).occurrences = 3;
        add("Daily quota 91 % used", 5, 22, -1).labels = {
            {QStringLiteral("department"), QStringLiteral("Design")}};
        add("New device: Espressif ESP32", 3, 31, 12);
        add("Memory almost full", 8, 55, -1).source = QStringLiteral("host-memory");
        add("srv-db-01: certificate ends in 6 days", 5, 400, 7);
        add("Interface errors on ether2", 4, 2000, 3);
        for (int i = 0; i < 4; ++i) {
            add("Behind core-sw-01", 6, 2, 20 + i);
            book.fold(book.known.last().id, QStringLiteral("A-1"));
        }
        alerts::Alert &seen = *book.find(QStringLiteral("A-2"));
        seen.state = AlertState::Acknowledged;
        seen.assignee = QStringLiteral("dana");
        seen.acknowledgement =
            alerts::Acknowledgement{QStringLiteral("dana"), QStringLiteral("Looking at the logs."),
                                    book.now.addSecs(-500), book.now.addSecs(3600)};
        for (const char *id : {"A-7", "A-8"}) {
            book.find(QLatin1String(id))->silencedBy = QStringLiteral("S-1");
            book.find(QLatin1String(id))->silencedUntil = book.now.addSecs(5400);
        }
        book.find(QStringLiteral("A-3"))->assignee = QStringLiteral("Administrator");
        book.find(QStringLiteral("A-6"))->isFlapping = true;
        const auto entry = [&](int number, int minutes, alerts::Deed deed, const char *by, const char *text) {
            book.stories[QStringLiteral("A-1")]
                << alerts::AlertEntry{number, book.now.addSecs(-60 * minutes), deed, QString::fromUtf8(by),
                                      QString::fromUtf8(text)};
        };
        entry(1, 2, alerts::Deed::Raised, "", "core-sw-01 does not answer, though it should be up.");
        entry(2, 2, alerts::Deed::Folded, "", "4 behind it");
        entry(3, 1, alerts::Deed::Commented, "dana",
              "The breaker in room 12 is off again; the electrician was told last week, and somebody from "
              "facilities is on the way to look at it. I stay at the phone.");
        entry(4, 1, alerts::Deed::Escalated, "", "to the night shift");
        const auto silence = [&](const char *label, const char *value, int minutes, const char *why) {
            alerts::Silence one;
            one.id = QStringLiteral("S-%1").arg(book.silences.size() + 1);
            one.matchers = {
                {QString::fromLatin1(label), alerts::Comparison::Equal, QString::fromLatin1(value)}};
            one.until = book.now.addSecs(60 * minutes);
            one.isOver = minutes < 0;
            one.reason = QString::fromUtf8(why);
            one.by = QStringLiteral("dana");
            one.createdAt = book.now.addSecs(-3600);
            one.alerts = minutes < 0 ? 0 : 2;
            book.silences << one;
        };
        silence("site", "north", 90, "Cabling work in the north wing");
        silence("device", "printer-3", 600, "Toner is ordered");
        silence("device", "lab-sw", -300, "Tests");
        const auto plan = [&](const char *name, const char *repetition, int hours, int duration) {
            alerts::MaintenanceWindow one;
            one.id = QStringLiteral("M-%1").arg(book.windows.size() + 1);
            one.displayName = QString::fromUtf8(name);
            one.matchers = {{QStringLiteral("site"), alerts::Comparison::Equal, QStringLiteral("north")}};
            one.start = book.now.addDays(-20).addSecs(3600 * hours);
            one.duration = duration;
            one.timeZone = QStringLiteral("Europe/Berlin");
            one.repetition = QString::fromLatin1(repetition);
            one.by = QStringLiteral("dana");
            one.isActive = hours == 0;
            one.createdAt = book.now;
            one.nextAt = one.isActive ? book.now : book.now.addSecs(3600 * hours);
            one.endsAt = one.nextAt->addSecs(duration);
            if (one.isActive)
                one.start = book.now;
            book.windows << one;
        };
        plan("Backup", "FREQ=DAILY", 9, 5400);
        plan("Cabling in the north wing", "", 0, 2 * 86'400);
        plan("Updates", "FREQ=WEEKLY;BYDAY=TU,TH", 33, 7200);
        plan("Power check", "FREQ=MONTHLY;BYMONTHDAY=15", 60, 3600);
        plan("By the calendar", "FREQ=YEARLY;BYMONTH=11;BYDAY=2SU", 200, 3600);
    }

    Pictures m_pictures;
};

QTEST_MAIN(AlertPictureTest)
#include "alertpicturetest.moc"
