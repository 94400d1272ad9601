// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/devicepage.h"
#include "devices/devicespage.h"
#include "devices/knowndevice.h"
#include "events/eventsdock.h"
#include "gui/stage.h"
#include "kit/chart.h"
#include "kit/chartplot.h"
#include "kit/emptystate.h"
#include "kit/format.h"
#include "kit/label.h"
#include "kit/theme.h"
#include "kit/tile.h"
#include "map/town.h"
#include "metrics/metricspage.h"
#include "network/mapview.h"
#include "notices/bell.h"
#include "notices/noticecentre.h"
#include "settings/settingspage.h"
#include "shell/connectionbanner.h"
#include "shell/inspector.h"
#include "shell/palette.h"
#include "shell/rail.h"
#include "shell/stripitem.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeView>

using State = client::Link::State;

class WindowTest : public QObject
{
    Q_OBJECT

    template <class Widget>
    static QStringList names(const QWidget &parent)
    {
        QStringList names;
        const auto widgets = parent.findChildren<Widget *>();
        for (const Widget *widget : widgets) {
            if (widget->isVisible())
                names << widget->accessibleName();
        }
        return names;
    }
    static bool anyContains(const QStringList &texts, const QString &part)
    {
        return std::any_of(texts.begin(), texts.end(),
                           [&](const QString &text) { return text.contains(part); });
    }
    static QStringList labels(const QWidget &parent)
    {
        QStringList texts;
        const auto all = parent.findChildren<kit::Label *>();
        for (const kit::Label *label : all) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts;
    }
    static QString valueOf(const shell::Inspector &inspector, const QString &name)
    {
        const QList<client::Fact> &rows = inspector.facts().rows;
        const auto found =
            std::find_if(rows.begin(), rows.end(), [&](const auto &row) { return row.name == name; });
        return found == rows.end() ? QString() : found->value;
    }
    static kit::Chart *chart(const QWidget &parent, const QString &title)
    {
        const auto all = parent.findChildren<kit::Chart *>();
        for (kit::Chart *chart : all) {
            if (chart->title() == title && chart->isVisible())
                return chart;
        }
        return nullptr;
    }

private Q_SLOTS:
    void overviewShowsWhatWasRead()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        const metrics::Sampled reading = Stage::readingAt(stage.clock.now().toMSecsSinceEpoch());
        const QStringList tiles = names<kit::Tile>(window);
        QVERIFY2(anyContains(tiles, kit::format::percent(reading.cpu.usagePercent)),
                 qPrintable(tiles.join(u'|')));
        QVERIFY(anyContains(tiles, kit::format::percent(reading.memory.usagePercent)));
        QVERIFY(anyContains(tiles, kit::format::percent(reading.disk.usagePercent)));
        QVERIFY(anyContains(tiles, kit::format::rate(reading.network.receiveRate * 8)));
        QVERIFY(anyContains(tiles, kit::format::duration(qint64(reading.uptime) * 1000)));
        const auto *table = window.findChild<QTableView *>(QStringLiteral("processes"));
        QCOMPARE(table->model()->rowCount(), reading.processes.size());
        QCOMPARE(table->model()->index(0, 0).data().toString(), reading.processes[0].name);
        QVERIFY(labels(window).contains(reading.host.os));
    }

    void overviewFollowsNewReadings()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        metrics::Sampled reading = Stage::readingAt(stage.clock.now().toMSecsSinceEpoch() + 1000);
        reading.cpu.usagePercent = 97;
        reading.processes = {{5, QStringLiteral("<b>bold</b>"), QStringLiteral("eve"), 1, 1}};
        stage.clock.advance(std::chrono::seconds(1));
        stage.link.say(reading, stage.clock.now());
        QVERIFY(anyContains(names<kit::Tile>(window), kit::format::percent(97)));
        const QAbstractItemModel *model =
            window.findChild<QTableView *>(QStringLiteral("processes"))->model();
        QCOMPARE(model->rowCount(), 1);
        QCOMPARE(model->index(0, 0).data().toString(), QStringLiteral("<b>bold</b>"));
    }

    void metricsShowsOneChartPerKind()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        QVERIFY(window.showPage(QStringLiteral("metrics")));
        for (const char *title : {"Processor", "Load average", "Memory", "Swap", "Network", "Disk traffic",
                                  "Disk use", "Temperature"})
            QVERIFY2(chart(window, QString::fromLatin1(title)), title);
        QVERIFY(!chart(window, QStringLiteral("Processor cores")));
        QCOMPARE(chart(window, QStringLiteral("Network"))->from(), window.model().span().from);
    }

    void metricsSaysWhatItLeavesOut()
    {
        Stage stage;
        stage.link.answers.insert(QStringLiteral("metrics.series"), [](const QJsonObject &) {
            metrics::Series::Reply reply;
            reply.series << metrics::Series::Item{metrics::series::cpu, QString(), QString()};
            for (int core = 0; core < 8; ++core)
                reply.series << metrics::Series::Item{metrics::series::corePrefix + QString::number(core),
                                                      QString(), QString()};
            return core::Reply(core::toJson(reply).toObject());
        });
        shell::MainWindow &window = stage.open();
        window.showPage(QStringLiteral("metrics"));
        QVERIFY(!anyContains(labels(window), QStringLiteral("shown")));
        window.findChild<metrics::MetricsPage *>()->setPerCore(true);
        const kit::Chart *cores = chart(window, QStringLiteral("Processor cores"));
        QVERIFY(cores);
        QTRY_VERIFY2(anyContains(labels(*cores), QStringLiteral("6 of 8 shown")),
                     qPrintable(labels(*cores).join(u'|')));
    }

    void metricsHasNoTemperatureWithoutASensor()
    {
        Stage stage;
        stage.link.answers.insert(QStringLiteral("metrics.series"), [](const QJsonObject &) {
            const metrics::Series::Reply reply{
                {{QStringLiteral("cpu.usage"), QStringLiteral("%"), QStringLiteral("CPU")}}};
            return core::Reply(core::toJson(reply).toObject());
        });
        shell::MainWindow &window = stage.open();
        window.showPage(QStringLiteral("metrics"));
        QVERIFY(chart(window, QStringLiteral("Processor")));
        QVERIFY(!chart(window, QStringLiteral("Temperature")));
    }

    void chartsShareTheCrosshair()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        window.showPage(QStringLiteral("metrics"));
        kit::Chart *memory = chart(window, QStringLiteral("Memory"));
        kit::Chart *network = chart(window, QStringLiteral("Network"));
        QCOMPARE(memory->cursor(), network->cursor());
        const qint64 at = window.model().span().to - 20'000;
        memory->cursor()->moveTo(at);
        QVERIFY(anyContains(labels(window), kit::format::clockTime(at) + QStringLiteral("   CPU")));
    }

    void pausesInWordsAndGoesLive()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        window.showPage(QStringLiteral("metrics"));
        kit::Chart *network = chart(window, QStringLiteral("Network"));
        QTest::keyClick(network->plot(), Qt::Key_Space);
        QVERIFY(!window.model().isFollowing());
        const qint64 end = network->to();
        for (int i = 0; i < 42; ++i)
            stage.tick();
        QCOMPARE(network->to(), end);
        QVERIFY2(anyContains(labels(window), QStringLiteral("42 s behind")),
                 qPrintable(labels(window).join(u'|')));
        stage.trigger("time.pause");
        QVERIFY(window.model().isFollowing());
        QVERIFY(!anyContains(labels(window), QStringLiteral("behind")));
        QVERIFY(network->to() > end);
    }

    void zoomsFromAChart()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        kit::Chart *network = chart(window, QStringLiteral("Network throughput"));
        const client::Span shown = window.model().span();
        Q_EMIT network->zoomRequested(shown.from + 10'000, shown.from + 60'000);
        QCOMPARE(network->from(), shown.from + 10'000);
        stage.trigger("time.zoomout");
        QVERIFY(window.model().isFollowing());
        Q_EMIT network->panRequested(-60'000);
        QVERIFY(!window.model().isFollowing());
        Q_EMIT network->liveRequested();
        QVERIFY(window.model().isFollowing());
    }

    void choosesARange()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        stage.trigger("range.24h");
        QCOMPARE(window.model().span().length(), 86'400'000);
        const auto combos = window.findChildren<QComboBox *>();
        QVERIFY(std::any_of(combos.begin(), combos.end(), [](const QComboBox *combo) {
            return combo->currentData() == QStringLiteral("24h");
        }));
        QTRY_VERIFY(anyContains(labels(window), QStringLiteral("min–max band")));
    }

    void pagesByKeyboard()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(window.page(), QStringLiteral("map"));
        QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(window.page(), QStringLiteral("devices"));
        QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier);
        QCOMPARE(window.page(), QStringLiteral("metrics"));
        QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(window.page(), QStringLiteral("overview"));
        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window.page(), QStringLiteral("metrics"));
        window.findChild<shell::Rail *>()->takeFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
        QCOMPARE(window.page(), QStringLiteral("devices"));
        QTest::keyClick(&window, Qt::Key_B, Qt::ControlModifier);
        QVERIFY(window.findChild<shell::Rail *>()->isCollapsed());
        QTest::keyClick(&window, Qt::Key_I, Qt::ControlModifier);
        QVERIFY(window.findChild<shell::Inspector *>()->isVisible());
    }

    void everyControlIsReachedByTab()
    {
        Stage stage;
        Town town(6);
        stage.takeNetworkOf(town);
        shell::MainWindow &window = stage.open();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *devices = window.findChild<devices::DevicesPage *>();
        for (const char *page : {"overview", "map", "devices", "device", "reach", "metrics", "alerts",
                                 "scans", "chat", "automation", "server", "settings"}) {
            if (QByteArrayView(page) == "device")
                devices->openDevice(devices->table().at(0).id);
            else if (QByteArrayView(page) == "reach")
                devices->findChild<devices::DevicePage *>()->showReach({});
            else
                window.showPage(QString::fromLatin1(page));
            QCoreApplication::processEvents();
            window.findChild<shell::Rail *>()->takeFocus();
            QSet<QWidget *> reached;
            for (int i = 0; i < 100; ++i) {
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
                QVERIFY(QApplication::focusWidget());
                reached << QApplication::focusWidget();
            }
            const auto charts = window.findChildren<kit::Chart *>();
            for (kit::Chart *chart : charts)
                QVERIFY2(!chart->isVisible() || reached.contains(chart->plot()), qPrintable(chart->title()));
            const auto items = window.findChildren<shell::StripItem *>();
            for (shell::StripItem *item : items)
                QVERIFY2(!item->isVisible() || reached.contains(item), qPrintable(item->accessibleName()));
            for (QWidget *widget : std::as_const(reached)) {
                const auto *button = qobject_cast<QAbstractButton *>(widget);
                QVERIFY2(!button || !button->accessibleName().isEmpty() || !button->text().isEmpty(),
                         "a button without a name");
            }
            const auto buttons = window.findChildren<QAbstractButton *>();
            for (QAbstractButton *button : buttons) {
                // Of those of which one is chosen, one is reached.
                const bool isOneOfSome =
                    button->isCheckable() || !button->isVisible() || !button->isEnabled() ||
                    (button->focusPolicy() & Qt::TabFocus) == 0 || button->window() != &window;
                QVERIFY2(isOneOfSome || reached.contains(button),
                         qPrintable(QString::fromLatin1(page) + u": " + button->text() + u'/' +
                                    button->accessibleName() + u'/' + button->toolTip()));
            }
        }
    }

    void everythingReachedByTabIsSeenAndHasAName()
    {
        Stage stage;
        Town town(6);
        stage.takeNetworkOf(town);
        shell::MainWindow &window = stage.open();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *devices = window.findChild<devices::DevicesPage *>();
        window.showPage(QStringLiteral("devices"));
        QTRY_VERIFY(devices->table().rowCount() > 0);
        devices->openDevice(devices->table().at(0).id);
        const auto hasTabs = [&window] { return tabbedThrough(window); };
        QVERIFY(!hasTabs());
        stage.trigger("view.inspector");
        stage.trigger("view.events");
        QVERIFY(!hasTabs());
        stage.trigger("view.tasks");
        QVERIFY(hasTabs());
        stage.trigger("view.events");
        QVERIFY(!hasTabs());
    }

    void partsOfTheWindowByF6()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *rail = window.findChild<shell::Rail *>();
        rail->takeFocus();
        QSet<QWidget *> reached;
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(&window, Qt::Key_F6);
            reached << QApplication::focusWidget();
        }
        QCOMPARE(reached.size(), 4);
        QVERIFY(rail->isAncestorOf(QApplication::focusWidget()));
    }

    void paletteFindsAndDoes()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.findChild<shell::Rail *>()->takeFocus();
        QWidget *before = QApplication::focusWidget();
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        auto *palette = window.findChild<shell::Palette *>();
        QVERIFY(palette->isVisible());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("metr"));
        QCOMPARE(palette->shown().value(0), QStringLiteral("Metrics"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(window.page(), QStringLiteral("metrics"));
        QCOMPARE(QApplication::focusWidget(), before);
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("freeze"));
        QCOMPARE(palette->shown(), QStringList{QStringLiteral("Pause charts")});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
    }

    void changesTheTheme()
    {
        Stage stage;
        QTemporaryDir folder;
        stage.options.settingsFile = folder.filePath(QStringLiteral("belfry.conf"));
        stage.open();
        stage.trigger("theme.light");
        QVERIFY(!kit::theme().dark);
        stage.trigger("theme.dark");
        QVERIFY(kit::theme().dark);
        QCOMPARE(shell::Preferences::load(stage.options.settingsFile).theme, QStringLiteral("dark"));
        stage.trigger("theme.contrast");
        QCOMPARE(kit::theme().kind, kit::ThemeKind::HighContrast);
    }

    void changesTheTextSize()
    {
        Stage stage;
        stage.open();
        const qreal before = QApplication::font().pointSizeF();
        stage.trigger("view.zoomin");
        QVERIFY(QApplication::font().pointSizeF() > before);
        stage.trigger("view.zoomreset");
        QCOMPARE(QApplication::font().pointSizeF(), before);
    }

    void inspectorShowsWhatIsSelected()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        auto *inspector = window.findChild<shell::Inspector *>();
        window.findChild<QTableView *>(QStringLiteral("processes"))->selectRow(1);
        QCOMPARE(inspector->facts().title, QStringLiteral("postgres"));
        window.showPage(QStringLiteral("metrics"));
        QVERIFY(QTest::qWaitForWindowActive(&window));
        chart(window, QStringLiteral("Memory"))->plot()->setFocus();
        QCOMPARE(inspector->facts().title, QStringLiteral("Memory"));
        QVERIFY(inspector->facts().rows.size() >= 6);
    }

    void inspectorFollowsWhatIsSelected()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *inspector = window.findChild<shell::Inspector *>();
        stage.trigger("view.inspector");
        auto *table = window.findChild<QTableView *>(QStringLiteral("processes"));
        table->selectRow(1);
        metrics::Sampled reading = Stage::readingAt(stage.clock.now().toMSecsSinceEpoch());
        reading.processes[1].cpuPercent = 77;
        const auto say = [&] {
            stage.clock.advance(std::chrono::seconds(1));
            reading.timestamp = stage.clock.now();
            stage.link.say(reading, stage.clock.now());
        };
        const QString share = QStringLiteral("Share of a core");
        say();
        QTRY_COMPARE(valueOf(*inspector, share), kit::format::percent(77));
        reading.processes.removeAt(1);
        say();
        QTRY_COMPARE(valueOf(*inspector, share), kit::format::none());
        QCOMPARE(inspector->facts().title, QStringLiteral("postgres"));
        QVERIFY(!table->currentIndex().isValid());

        window.showPage(QStringLiteral("metrics"));
        chart(window, QStringLiteral("Network"))->plot()->setFocus();
        QCOMPARE(inspector->facts().title, QStringLiteral("Network"));
        const QString newest = QStringLiteral("↓ In: Newest");
        const QString before = valueOf(*inspector, newest);
        QVERIFY(!before.isEmpty());
        reading.network.receiveRate = 250e6;
        say();
        QTRY_VERIFY(valueOf(*inspector, newest) != before);
    }

    void inspectorKeepsWhatTheStripWasAskedFor()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *inspector = window.findChild<shell::Inspector *>();
        window.showPage(QStringLiteral("metrics"));
        kit::ChartPlot *memory = chart(window, QStringLiteral("Memory"))->plot();
        memory->setFocus();
        QCOMPARE(inspector->facts().title, QStringLiteral("Memory"));
        window.findChildren<shell::StripItem *>().first()->click();
        QVERIFY(inspector->isVisible());
        QCOMPARE(inspector->facts().title, QStringLiteral("this computer"));
        for (int i = 0; i < 3; ++i)
            stage.tick();
        QCOMPARE(inspector->facts().title, QStringLiteral("this computer"));
        QFocusEvent back(QEvent::FocusIn, Qt::ActiveWindowFocusReason);
        QCoreApplication::sendEvent(memory, &back);
        QCOMPARE(inspector->facts().title, QStringLiteral("this computer"));
        QTest::mouseClick(memory, Qt::LeftButton);
        QCOMPARE(inspector->facts().title, QStringLiteral("Memory"));
    }

    void inspectorForgetsWhatIsGone()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *inspector = window.findChild<shell::Inspector *>();
        stage.trigger("view.inspector");
        window.showPage(QStringLiteral("metrics"));
        auto *page = window.findChild<metrics::MetricsPage *>();
        page->setPerCore(true);
        chart(window, QStringLiteral("Processor cores"))->plot()->setFocus();
        QCOMPARE(inspector->facts().title, QStringLiteral("Processor cores"));
        page->setPerCore(false);
        stage.tick();
        QTRY_VERIFY(inspector->facts().title.isEmpty());
    }

    void warnsAfterAWhile()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        auto *banner = window.findChild<shell::ConnectionBanner *>();
        stage.link.become(State::Reconnecting, QStringLiteral("Lost."));
        stage.clock.advance(std::chrono::seconds(2));
        QVERIFY(banner->text().isEmpty());
        stage.clock.advance(std::chrono::seconds(1));
        QVERIFY(banner->text().startsWith(QLatin1String("Lost.")));
        QVERIFY(anyContains(labels(window), QStringLiteral("as of")));
        stage.link.become(State::Live);
        stage.tick();
        QVERIFY(banner->text().isEmpty());
    }

    void warnsOfSilenceAndOfStorage()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        auto *banner = window.findChild<shell::ConnectionBanner *>();
        stage.clock.advance(std::chrono::seconds(10));
        QVERIFY(banner->text().contains(QLatin1String("No readings")));
        stage.tick();
        QVERIFY(banner->text().isEmpty());
        stage.link.say(session::StorageChanged{QStringLiteral("low"), QStringLiteral("Little room is left.")},
                       stage.clock.now());
        stage.clock.advance(std::chrono::seconds(3));
        QCOMPARE(banner->text(), QStringLiteral("Little room is left."));
    }

    void saysWhyItIsEmpty()
    {
        Stage stage;
        stage.window = std::make_unique<shell::MainWindow>(stage.link, stage.options);
        stage.window->show();
        stage.link.become(State::Refused, QStringLiteral("host is no Belfry server."));
        const QStringList said = names<kit::EmptyState>(*stage.window);
        QVERIFY2(anyContains(said, QStringLiteral("host is no Belfry server.")), qPrintable(said.join(u'|')));
    }

    void statusStripTellsTheServer()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        const QStringList items = names<shell::StripItem>(window);
        for (const char *part : {"Serving http://127.0.0.1:8000", "3 clients", "14.2 ev/s", "queue 0",
                                 "DB 48", "Local administrator"})
            QVERIFY2(anyContains(items, QString::fromLatin1(part)), part);
    }

    void theStripLeadsToWhatItCounts()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        const auto press = [&window](const char *words) {
            for (shell::StripItem *item : window.findChildren<shell::StripItem *>()) {
                if (item->accessibleName().contains(QLatin1String(words)))
                    item->click();
            }
        };
        press("3 clients");
        QCOMPARE(window.page(), QStringLiteral("server"));
        auto *events = window.findChild<events::EventsDock *>();
        QVERIFY(!events->isVisible());
        press("14.2 ev/s");
        QVERIFY(events->isVisible());
    }

    void onlyPagesWithTimeHaveItsControls()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        const auto seesRange = [&window] {
            const auto combos = window.findChildren<QComboBox *>();
            return std::any_of(combos.begin(), combos.end(), [](const QComboBox *combo) {
                return combo->isVisible() && combo->accessibleName() == QLatin1String("Time range");
            });
        };
        QVERIFY(seesRange());
        window.showPage(QStringLiteral("settings"));
        QVERIFY(!seesRange());
        QVERIFY(!anyContains(labels(window), QStringLiteral("Live ·")));
        window.showPage(QStringLiteral("metrics"));
        QVERIFY(seesRange());
    }

    void userMenuLeadsToOnesAccount()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto items = window.findChildren<shell::StripItem *>();
        const auto user = std::find_if(items.begin(), items.end(), [](const shell::StripItem *item) {
            return item->accessibleName().contains(QLatin1String("Local administrator"));
        });
        QVERIFY(user != items.end());
        (*user)->setFocus();
        QTest::keyClick(*user, Qt::Key_Return);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->actions().first()->text(), QStringLiteral("Local administrator, Administrator"));
        QVERIFY(menu->actions().contains(window.actions().find(QStringLiteral("go.account"))));
        QVERIFY(!window.actions().find(QStringLiteral("file.signin"))->isVisible());
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(window.page(), QStringLiteral("settings"));
        QCOMPARE(window.findChild<settings::SettingsPage *>()->tab(), QStringLiteral("account"));
    }

    void saysThatNobodyIsSignedIn()
    {
        Stage stage;
        stage.link.local = false;
        shell::MainWindow &window = stage.open();
        stage.link.become(State::SignedOut, QStringLiteral("Sign in."));
        QVERIFY(anyContains(names<shell::StripItem>(window), QStringLiteral("Not signed in")));
        stage.link.become(State::Live);
        QTRY_VERIFY(anyContains(names<shell::StripItem>(window), QStringLiteral("Administrator")));
    }

    void notificationsByKeyboard()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *centre = window.findChild<notices::NoticeCentre *>();
        QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(centre->isVisible());
        QVERIFY(centre->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!centre->isVisible());
        auto *bell = window.findChild<notices::Bell *>();
        QTest::mouseClick(bell, Qt::LeftButton);
        QVERIFY(centre->isVisible());
        QTest::mouseClick(bell, Qt::LeftButton);
        QVERIFY(!centre->isVisible());
    }

    void comesBackAsItWasLeft()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("deep/state.ini"));
        {
            Stage stage;
            stage.options.stateFile = file;
            shell::MainWindow &window = stage.open({1100, 700});
            window.showPage(QStringLiteral("metrics"));
            stage.trigger("range.6h");
            stage.trigger("view.rail");
            window.close();
        }
        Stage stage;
        stage.options.stateFile = file;
        stage.window = std::make_unique<shell::MainWindow>(stage.link, stage.options);
        QCOMPARE(stage.window->page(), QStringLiteral("metrics"));
        QCOMPARE(stage.window->model().preset().id, QStringLiteral("6h"));
        QVERIFY(stage.window->findChild<shell::Rail *>()->isCollapsed());
        QCOMPARE(stage.window->width(), 1100);
    }

    void theMapIsAPageOfTheWindow()
    {
        Stage stage;
        const Town town(40);
        stage.takeNetworkOf(town);
        shell::MainWindow &window = stage.open();
        auto *map = window.findChild<network::MapPage *>();
        QTRY_COMPARE(map->plan().board().spots.size(), size_t(40));
        stage.trigger("map.list");
        QCOMPARE(window.page(), QStringLiteral("map"));
        QVERIFY(map->findChild<QTreeView *>()->isVisible());
        auto *inspector = window.findChild<shell::Inspector *>();
        stage.trigger("view.inspector");
        map->focusDevice(town.known[4].id);
        QVERIFY(anyContains(labels(*inspector), town.known[4].name));
        network::Entry renamed = town.known[4];
        renamed.name = QStringLiteral("another name");
        stage.link.say(network::DeviceChanged{renamed}, stage.clock.now());
        QTRY_VERIFY(anyContains(labels(*inspector), renamed.name));
        QVERIFY(!stage.window->actions().find(QStringLiteral("map.align.left"))->isEnabled());
        map->view().choose({town.known[4].id, town.known[5].id});
        QVERIFY(stage.window->actions().find(QStringLiteral("map.align.left"))->isEnabled());
        stage.trigger("map.lock");
        QVERIFY(!stage.window->actions().find(QStringLiteral("map.align.left"))->isEnabled());
    }

    void fromTheMapToADeviceAndBack()
    {
        Stage stage;
        const Town town(40);
        stage.takeNetworkOf(town);
        const KnownDevice known(stage.link, town);
        shell::MainWindow &window = stage.open();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *map = window.findChild<network::MapPage *>();
        auto *list = window.findChild<devices::DevicesPage *>();
        QTRY_COMPARE(map->plan().board().spots.size(), size_t(40));
        window.showPage(QStringLiteral("map"));
        map->focusDevice(town.known[4].id);
        QTest::keyClick(&map->view(), Qt::Key_Return);
        QCOMPARE(window.page(), QStringLiteral("devices"));
        QVERIFY(list->isDeviceShown());
        stage.trigger("go.back");
        QCOMPARE(window.page(), QStringLiteral("map"));
        QVERIFY(!list->isDeviceShown());
        window.showPage(QStringLiteral("devices"));
        list->openDevice(town.known[5].id);
        stage.trigger("go.back");
        QCOMPARE(window.page(), QStringLiteral("devices"));
        QVERIFY(!list->isDeviceShown());
        list->choose({town.known[6].id});
        stage.trigger("devices.map");
        QCOMPARE(window.page(), QStringLiteral("map"));
        QCOMPARE(map->view().chosen(), QStringList(town.known[6].id));
        // What nobody sees cannot be meant.
        QVERIFY(!stage.window->actions().find(QStringLiteral("devices.forget"))->isEnabled());
    }

    void theMapComesBackAsItWasLeft()
    {
        QTemporaryDir folder;
        const Town town(40);
        const QString file = folder.filePath(QStringLiteral("state.ini"));
        {
            Stage stage;
            stage.takeNetworkOf(town);
            stage.options.stateFile = file;
            shell::MainWindow &window = stage.open();
            window.findChild<network::MapPage *>()->restore(QStringLiteral("2 3 1 1"));
            window.close();
        }
        Stage stage;
        stage.takeNetworkOf(town);
        stage.options.stateFile = file;
        auto *map = stage.open().findChild<network::MapPage *>();
        QCOMPARE(map->state(), QStringLiteral("2 3 1 1"));
        QCOMPARE(map->plan().layoutKind(), network::LayoutKind::Grid);
        QCOMPARE(map->plan().survey().grouping, network::Grouping::Type);
        QCOMPARE(map->plan().survey().overlay, network::Overlay::Ports);
        map->restore(QStringLiteral("9 -1 nonsense"));
        QCOMPARE(map->state(), QStringLiteral("2 3 1 1"));
    }

    void hiddenWindowAsksNothing()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        window.hide();
        const qsizetype before = stage.link.asked(QStringLiteral("session.server"));
        stage.clock.advance(std::chrono::seconds(20));
        QCOMPARE(stage.link.asked(QStringLiteral("session.server")), before);
    }

private:
    /// Goes around by Tab; whether it came by the tabs of docks.
    static bool tabbedThrough(const QWidget &window)
    {
        QCoreApplication::processEvents();
        window.findChild<shell::Rail *>()->takeFocus();
        bool hasTabs = false;
        for (int i = 0; i < 70; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QWidget *widget = QApplication::focusWidget();
            const QRect place(widget->mapTo(&window, QPoint()), widget->size());
            const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
            const bool isNamed = !spoken->text(QAccessible::Name).isEmpty();
            [&] {
                QVERIFY2(isNamed && place.intersects(window.rect()), widget->metaObject()->className());
            }();
            hasTabs = hasTabs || widget->parent() == &window;
        }
        return hasTabs;
    }
};

QTEST_MAIN(WindowTest)
#include "windowtest.moc"
