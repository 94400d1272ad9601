// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pictures.h"
#include "gui/stage.h"
#include "kit/segmented.h"
#include "scans/scandialog.h"
#include "scans/scanner.h"
#include "scans/scanspage.h"
#include "scans/tasksdock.h"
#include "settings/formdialog.h"
#include "settings/settingspage.h"

#include <QLineEdit>
#include <QTableView>

namespace {
/// The window over a server that scans.
struct ScanStage : Stage
{
    shell::MainWindow &openAt(const QSize &size, const QString &theme)
    {
        shell::MainWindow &shown = open(size);
        trigger(qPrintable(QStringLiteral("theme.") + theme));
        return shown;
    }
    Scanner scanner{link, clock.now()};
};
} // namespace

/// Pictures of what the window shows of scans.
class ScanPictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_pictures.speak(); }

    void pages_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QSize>("size");
        for (const char *theme : {"light", "dark", "contrast"}) {
            for (const QSize size : {QSize(1366, 768), QSize(1024, 640)})
                QTest::newRow(qPrintable(QStringLiteral("%1_%2").arg(QLatin1String(theme)).arg(size.width())))
                    << QString::fromLatin1(theme) << size;
        }
    }
    void pages()
    {
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        ScanStage stage;
        stage.scanner.begin();
        stage.scanner.begin("10.8.0.0/24", "omar").progress = 4;
        network::Schedule nightly;
        nightly.id = QStringLiteral("n-1");
        nightly.displayName = QStringLiteral("Every night");
        nightly.target = QStringLiteral("192.168.1.0/24");
        nightly.when = QStringLiteral("daily 02:00");
        nightly.nextAt = stage.clock.now().addSecs(45'000);
        nightly.lastScan = stage.scanner.runs[2].scanId;
        network::Schedule weekly = nightly;
        weekly.id = QStringLiteral("n-2");
        weekly.displayName = QStringLiteral("Servers on Mondays");
        weekly.scanType = network::ScanType::Full;
        weekly.isEnabled = false;
        weekly.when = QStringLiteral("mon 03:00");
        stage.scanner.schedules = {nightly, weekly};
        shell::MainWindow &window = stage.openAt(size, theme);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        (void)window.grabPage(QStringLiteral("scans"), size);
        auto *page = window.findChild<scans::ScansPage *>();
        page->showScan(stage.scanner.runs[2].scanId);
        QCoreApplication::processEvents();
        keep(window.grabPage(QStringLiteral("scans"), size), QStringLiteral("scans_found_") + tag);
        page->showScan(stage.scanner.runs[2].scanId, true);
        QCoreApplication::processEvents();
        keep(window.grabPage(QStringLiteral("scans"), size), QStringLiteral("scans_compared_") + tag);
        auto *parts = page->findChild<kit::Segmented *>();
        QTest::keyClick(parts, Qt::Key_Right);
        QCoreApplication::processEvents();
        keep(window.grabPage(QStringLiteral("scans"), size), QStringLiteral("scans_scheduled_") + tag);
        stage.trigger("view.tasks");
        keep(window.grabPage(QStringLiteral("overview"), size), QStringLiteral("scans_tasks_") + tag);
    }

    void toast()
    {
        ScanStage stage;
        const QString id = stage.scanner.begin("192.168.1.0/24", "admin").scanId;
        shell::MainWindow &window = stage.openAt({1366, 768}, QStringLiteral("light"));
        (void)window.grabPage(QStringLiteral("overview"), {1366, 768});
        stage.scanner.finish(id);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        keep(window.grabPage(QStringLiteral("overview"), {1366, 768}), QStringLiteral("scans_toast"));
    }

    void empty()
    {
        ScanStage stage;
        stage.scanner.runs.clear();
        shell::MainWindow &window = stage.openAt({1024, 640}, QStringLiteral("light"));
        stage.trigger("view.tasks");
        keep(window.grabPage(QStringLiteral("scans"), {1024, 640}), QStringLiteral("scans_empty"));
        stage.link.become(client::Link::State::Reconnecting,
                          QStringLiteral("The connection was lost. Trying again in 4 s."));
        keep(window.grabPage(QStringLiteral("scans"), {1024, 640}), QStringLiteral("scans_offline"));
    }

    void dialog_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << QStringLiteral("light");
        QTest::newRow("dark") << QStringLiteral("dark");
    }
    void dialog()
    {
        QFETCH(QString, theme);
        ScanStage stage;
        stage.scanner.missing = {
            QStringLiteral("Without raw sockets there are no hardware addresses, no ICMP and no guess of "
                           "operating systems. Start belfry-scan-helper to have them."),
            QStringLiteral(
                "It may take longer than the 300 seconds it is given. Name fewer addresses or ports, "
                "or give it more time.")};
        shell::MainWindow &window = stage.openAt({1366, 768}, theme);
        stage.trigger("tools.scan");
        auto *dialog = window.findChild<scans::ScanDialog *>();
        QVERIFY(dialog);
        network::StartScan wish;
        wish.scanType = network::ScanType::Full;
        wish.target = QStringLiteral("192.168.1.0/24, srv-web-02");
        wish.options.scanIntensity = network::Intensity::Aggressive;
        dialog->setWish(wish);
        settle(stage);
        keep(dialog->grab(), QStringLiteral("scans_dialog_") + theme);
        wish.target = QStringLiteral("192.168.300.0/24");
        wish.scanType = network::ScanType::Discovery;
        dialog->setWish(wish);
        settle(stage);
        keep(dialog->grab(), QStringLiteral("scans_dialog_wrong_") + theme);
    }

    void settings_data() { dialog_data(); }
    void settings()
    {
        QFETCH(QString, theme);
        ScanStage stage;
        network::ListCredentials::Reply credentials;
        credentials.credentials = {{QStringLiteral("c-1"),
                                    QStringLiteral("Switches"),
                                    QStringLiteral("v3"),
                                    QStringLiteral("watcher"),
                                    QStringLiteral("sha256"),
                                    QStringLiteral("aes"),
                                    {}},
                                   {QStringLiteral("c-2"),
                                    QStringLiteral("Old printers"),
                                    QStringLiteral("v2c"),
                                    QString(),
                                    QStringLiteral("none"),
                                    QStringLiteral("none"),
                                    {QStringLiteral("192.168.1.0/24")}}};
        stage.link.answer(QStringLiteral("network.credentials.list"), core::toJson(credentials).toObject());
        stage.scanner.missing = {
            QStringLiteral("Scans see no hardware addresses and systems: the scan helper does not run.")};
        shell::MainWindow &window = stage.openAt({1366, 768}, theme);
        QVERIFY(window.showPage(QStringLiteral("settings")));
        auto *page = window.findChild<settings::SettingsPage *>();
        for (const char *tab : {"networks", "credentials"}) {
            QVERIFY2(page->showTab(QString::fromLatin1(tab)), tab);
            (void)window.grabPage(QStringLiteral("settings"), {1366, 768});
            QTableView *table = shownTable(*page);
            QVERIFY(table);
            table->selectRow(0);
            keep(window.grabPage(QStringLiteral("settings"), {1366, 768}),
                 QStringLiteral("settings_%1_%2").arg(QLatin1String(tab), theme));
            for (int deed = 0; deed < table->actions().size(); ++deed) {
                table->actions().at(deed)->trigger();
                auto *form = page->findChild<settings::FormDialog *>();
                if (form == nullptr)
                    continue;
                keep(form->grab(),
                     QStringLiteral("settings_%1_%2_%3").arg(QLatin1String(tab)).arg(deed).arg(theme));
                form->reject();
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            }
        }
    }

private:
    static void settle(Stage &stage)
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        stage.clock.advance(std::chrono::milliseconds(300));
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    static QTableView *shownTable(const QWidget &page)
    {
        const auto tables = page.findChildren<QTableView *>();
        for (QTableView *table : tables) {
            if (table->isVisible())
                return table;
        }
        return nullptr;
    }
    static void keep(const QPixmap &picture, const QString &name) { Pictures::keep(picture, name); }

    Pictures m_pictures;
};

QTEST_MAIN(ScanPictureTest)
#include "scanpicturetest.moc"
