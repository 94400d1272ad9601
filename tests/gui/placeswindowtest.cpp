// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertpages/bookkeeper.h"
#include "alerts/alertpage.h"
#include "alerts/alertspage.h"
#include "catalog/assistant.h"
#include "catalog/rulecommands.h"
#include "chat/chatpage.h"
#include "chat/chatpane.h"
#include "chat/sendsheet.h"
#include "chatpage/talk.h"
#include "client/shownvalues.h"
#include "devices/devicespage.h"
#include "gui/stage.h"
#include "kit/chart.h"
#include "kit/chartplot.h"
#include "kit/dragbutton.h"
#include "kit/format.h"
#include "kit/label.h"
#include "kit/toast.h"
#include "metrics/metricspage.h"
#include "network/mappage.h"
#include "network/mapview.h"
#include "shell/answerpane.h"
#include "shell/palette.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

using client::Place;
using Kind = client::Place::Kind;

/// From one thing to the other: by the palette, by links in chat, and by one the program was started with.
class PlacesWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<Stage>();
        m_town = std::make_unique<Town>(10);
        m_stage->takeNetworkOf(*m_town);
        m_book = std::make_unique<Bookkeeper>(m_stage->link, m_stage->clock.now());
        m_talk = std::make_unique<Talk>(m_stage->link, m_stage->clock.now());
        m_book->add(QStringLiteral("Disk\nfull"), 9);
        m_book->add(QStringLiteral("Fan <b>slow</b>"), 5);
    }
    void cleanup()
    {
        m_stage.reset();
        m_talk.reset();
        m_book.reset();
        m_town.reset();
    }

    void aNumberIsOpenedOrAcknowledged()
    {
        open();
        type(QStringLiteral("a-1"));
        QCOMPARE(palette().shown().mid(0, 2),
                 (QStringList{QStringLiteral("A-1: ") + kit::format::isolate(QStringLiteral("Disk full")),
                              QStringLiteral("Acknowledge A-1")}));
        press(Qt::Key_Return);
        QCOMPARE(m_window->page(), QStringLiteral("alerts"));
        QVERIFY(!alertsPage().isListShown());
        type(QStringLiteral("#A-2"));
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QTRY_COMPARE(m_book->find(QStringLiteral("A-2"))->state, alerts::AlertState::Acknowledged);
        QVERIFY(!palette().isVisible());
        type(QStringLiteral("A-2"));
        QVERIFY(!palette().shown().contains(QStringLiteral("Acknowledge A-2")));
        type(QStringLiteral("A-99"));
        QCOMPARE(palette().shown().value(0), QStringLiteral("Open A-99"));
        press(Qt::Key_Return);
        QTRY_VERIFY(says(QStringLiteral("This alert no longer exists.")));
    }

    void aDeviceIsNamedByWhateverItHas()
    {
        open();
        const network::Entry device = m_town->known[7];
        const QString mac = device.macAddress.toUpper().replace(QLatin1Char(':'), QLatin1Char('-'));
        for (const QString &typed :
             {device.name.toUpper(), device.addresses.first(), mac, Place{Kind::Device, device.id}.link()}) {
            type(typed);
            QVERIFY2(palette().shown().value(0).contains(device.name), qPrintable(typed));
            press(Qt::Key_Return);
            QCOMPARE(m_window->page(), QStringLiteral("devices"));
            QVERIFY(devicesPage().isDeviceShown());
            (void)devicesPage().leaveDevice();
            m_window->showPage(QStringLiteral("overview"));
        }
        type(device.name.left(4));
        QVERIFY(palette().shown().join(QLatin1Char('|')).contains(device.name.left(4)));
    }

    void aBrokenLinkSaysSo()
    {
        open();
        type(QStringLiteral("belfry://alert/A-1x"));
        QCOMPARE(palette().shown(),
                 QStringList{QStringLiteral("This link leads to nothing. Was it copied whole?")});
        press(Qt::Key_Return);
        QVERIFY(palette().isVisible());
        press(Qt::Key_Escape);
        QVERIFY(!palette().isVisible());
    }

    void theAssistantAnswersInTheBox()
    {
        assistant::Answer answer;
        answer.text = QStringLiteral("Two.");
        answer.detail = QStringLiteral("Two alerts are <b>open</b>.\n").repeated(60);
        answer.basis = QStringLiteral("local rules");
        answer.sources = {{QStringLiteral("Open alerts"), QStringLiteral("alerts.list"), {}}};
        m_stage->link.answer(QStringLiteral("assistant.ask"), core::toJson(answer).toObject());
        open();
        type(QStringLiteral("? what is open"));
        QCOMPARE(palette().shown(), QStringList{QStringLiteral("Ask the assistant: what is open")});
        press(Qt::Key_Return);
        QVERIFY(palette().isVisible() && palette().answer());
        QTRY_COMPARE(palette().answer()->text(), answer.detail);
        QVERIFY2(palette().answer()->basis().contains(QLatin1String("Open alerts")),
                 qPrintable(palette().answer()->basis()));
        QVERIFY(palette().answer()->basis().contains(QLatin1String("local rules")));
        auto *chat = palette().findChild<QPushButton *>();
        chat->setFocus(Qt::TabFocusReason);
        QVERIFY(palette().isVisible());
        press(Qt::Key_Escape);
        QVERIFY(palette().isVisible() && !palette().answer());
        press(Qt::Key_Return);
        QVERIFY(palette().answer());
        chat->click();
        QCOMPARE(m_window->page(), QStringLiteral("chat"));
        QTRY_COMPARE(chatPage().room(), QString(QLatin1String(assistant::firstRoom)));
        QCOMPARE(chatPage().pane().composer().text(), QStringLiteral("what is open"));
        QCOMPARE(m_stage->link.asked(QStringLiteral("chat.send")), 0);
    }

    void whatIsNoQuestionIsNotAsked()
    {
        open();
        type(QStringLiteral("pause"));
        QVERIFY(!palette().shown().join(QLatin1Char('|')).contains(QLatin1String("assistant")));
        type(QStringLiteral("which devices are down?"));
        QCOMPARE(palette().shown().value(0), QStringLiteral("Ask the assistant: which devices are down?"));
        type(QStringLiteral("who broke it yesterday"));
        QCOMPARE(palette().shown(), QStringList{QStringLiteral("Ask the assistant: who broke it yesterday")});
        type(QStringLiteral("?"));
        QVERIFY(palette().shown().isEmpty());
    }

    void theAssistantMayRefuse()
    {
        m_stage->link.answers.insert(QStringLiteral("assistant.ask"), [](const QJsonObject &) {
            return core::Reply(core::Error{core::ErrorCode::Forbidden, QStringLiteral("Not for guests.")});
        });
        open();
        type(QStringLiteral("?why"));
        press(Qt::Key_Return);
        QTRY_COMPARE(palette().answer()->text(), QStringLiteral("Not for guests."));
        QVERIFY(palette().answer()->basis().isEmpty());
    }

    void linksInChatAreFollowed()
    {
        m_talk->keep(
            m_talk->make(QStringLiteral("A-2 again, see belfry://map?focus=%1").arg(m_town->known[7].id)));
        open();
        m_window->showPage(QStringLiteral("chat"));
        chat::MessageView &view = chatPage().pane().view();
        QTRY_COMPARE(view.model()->rowCount(), 1);
        click(view, QStringLiteral("A-2"));
        QCOMPARE(m_window->page(), QStringLiteral("alerts"));
        m_window->showPage(QStringLiteral("chat"));
        click(view, QStringLiteral("belfry://map?focus=%1").arg(m_town->known[7].id));
        QCOMPARE(m_window->page(), QStringLiteral("map"));
        const auto *map = m_window->findChild<network::MapPage *>();
        QCOMPARE(map->view().chosen(), QStringList{m_town->known[7].id});
    }

    void aRoomOneDoesNotSeeIsNone()
    {
        open();
        m_window->openPlace({Kind::Room, QStringLiteral("nowhere")});
        QTRY_VERIFY(says(QStringLiteral("This room no longer exists, or you do not belong to it.")));
        m_window->openPlace({Kind::Room, QStringLiteral("night shift")});
        QCOMPARE(chatPage().room(), QStringLiteral("night shift"));
    }

    void aLinkAtTheStartWaitsForTheServer()
    {
        m_stage->options.place = Place{Kind::Chart, QStringLiteral("mem.usage"), {}, {}, {}, {1000, 601'000}};
        open();
        QCOMPARE(m_window->page(), QStringLiteral("metrics"));
        QCOMPARE(m_window->model().span(), (client::Span{1000, 601'000}));
    }

    void linksAreCopiedForBrowsersAndPeople()
    {
        open();
        m_window->showPage(QStringLiteral("alerts"));
        QTRY_COMPARE(alertsPage().table().rowCount(), 2);
        alertsPage().choose({QStringLiteral("A-2")});
        m_stage->trigger("alerts.copylink");
        const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
        QVERIFY2(copied->text().endsWith(QLatin1String("/#/alerts/A-2")), qPrintable(copied->text()));
        QVERIFY(copied->html().contains(QLatin1String("A-2: Fan &lt;b&gt;slow&lt;/b&gt;")));
        m_window->openPlace({Kind::Device, m_town->known[7].id});
        m_stage->trigger("devices.copylink");
        QVERIFY(QGuiApplication::clipboard()->text().endsWith(QLatin1String("/#/devices/") +
                                                              m_town->known[7].id));
    }

    /// The golden path: an alert, its device, the chart around it, into chat; a colleague opens the same view
    /// there and acknowledges, which is seen here.
    void anAlertIsHandedOver()
    {
        const QString device = m_town->known[7].id;
        alerts::Alert &alert = m_book->add(QStringLiteral("It answers slowly"), 8);
        alert.subjectId = device;
        const client::Span around{alert.raisedAt.toMSecsSinceEpoch() - 900'000,
                                  alert.raisedAt.toMSecsSinceEpoch() + 900'000};
        metrics::History::Reply history;
        history.series = {{QStringLiteral("reach.rtt"),
                           QStringLiteral("ms"),
                           {{double(around.from), 1, 2, 3, 4}, {double(around.from + 60'000), 2, 3, 4, 4}}}};
        const auto before = m_stage->link.answers.value(QStringLiteral("metrics.history"));
        m_stage->link.answers.insert(QStringLiteral("metrics.history"),
                                     [history, before](const QJsonObject &asked) {
                                         return asked.value(QLatin1String("source")).toString().isEmpty()
                                                    ? before(asked)
                                                    : core::Reply(core::toJson(history).toObject());
                                     });
        open();
        m_window->openPlace({Kind::Alert, alert.id});
        m_stage->trigger("alerts.chart");
        QCOMPARE(m_window->page(), QStringLiteral("devices"));
        kit::Chart *chart = nullptr;
        QTRY_VERIFY((chart = shownChart(*m_window, QStringLiteral("Round-trip time"))));
        const client::Span shown{chart->from(), chart->to()};
        QVERIFY(shown.from <= alert.raisedAt.toMSecsSinceEpoch() &&
                shown.to >= alert.raisedAt.toMSecsSinceEpoch());
        Q_EMIT chart->shareWanted();
        auto *sheet = m_window->findChild<chat::SendSheet *>();
        QVERIFY(sheet && sheet->isVisible());
        QTest::keyClicks(sheet->findChild<QLineEdit *>(), QStringLiteral("Slow since then, A-3"));
        QTest::keyClick(sheet->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_COMPARE(m_talk->messages.size(), 1);
        const QJsonObject data = m_talk->pictures.first().data.value();
        QCOMPARE(data.value(QLatin1String("metric")).toString(), QStringLiteral("reach.rtt"));
        QCOMPARE(data.value(QLatin1String("source")).toString(), device);
        const chat::PictureValues values = m_talk->values.first();
        QCOMPARE(values.lines.size(), 1);
        QCOMPARE(values.lines.first().name, QStringLiteral("Round-trip time"));
        QCOMPARE(values.lines.first().source, device);
        QCOMPARE(values.lines.first().unit, QStringLiteral("ms"));
        QVERIFY(!values.lines.first().points.isEmpty() && values.resolution > 0);

        shell::MainWindow colleague(m_stage->link, m_stage->options);
        colleague.resize(1366, 768);
        colleague.show();
        Q_EMIT m_stage->link.stateChanged();
        colleague.showPage(QStringLiteral("chat"));
        const chat::MessageView &view = colleague.findChild<chat::ChatPage *>()->pane().view();
        QTRY_COMPARE(view.model()->rowCount(), 1);
        QTRY_VERIFY(m_stage->link.asked(QStringLiteral("chat.attachment")) > 0);
        QCoreApplication::processEvents();
        click(view, chat::MessagePart::Kind::Picture);
        QCOMPARE(colleague.page(), QStringLiteral("devices"));
        const kit::Chart *same = nullptr;
        QTRY_VERIFY((same = shownChart(colleague, QStringLiteral("Round-trip time"))));
        QCOMPARE((client::Span{same->from(), same->to()}), shown);
        colleague.showPage(QStringLiteral("chat"));
        click(view, chat::MessagePart::Kind::Place);
        QCOMPARE(colleague.page(), QStringLiteral("alerts"));
        colleague.actions().find(QStringLiteral("alerts.acknowledge"))->trigger();
        QTRY_COMPARE(m_book->find(alert.id)->state, alerts::AlertState::Acknowledged);
        m_window->showPage(QStringLiteral("alerts"));
        (void)alertsPage().leave();
        alertsPage().showPart(alerts::AlertPart::Open);
        QTRY_COMPARE(alertsPage().table().rowCount(), 2);
    }

    /// What was raised about something is marked in its charts, and leads there.
    void alertsAreMarkedInCharts()
    {
        alerts::Alert &alert = m_book->add(QStringLiteral("Memory is nearly full"), 9, 1);
        alert.labels.insert(QStringLiteral("series"), QStringLiteral("memory.usage"));
        const QString id = alert.id;
        open();
        m_window->openPlace({Kind::Chart, QStringLiteral("memory.usage")});
        kit::Chart *chart = nullptr;
        QTRY_VERIFY((chart = shownChart(*m_window, QStringLiteral("Memory"))));
        QTRY_COMPARE(chart->markers().size(), 1);
        QVERIFY(chart->plot()->hasFocus()); // there is a chart for it
        QVERIFY(shownChart(*m_window, QStringLiteral("Load average"))->markers().isEmpty());
        chart->drawNow();
        const QPoint glyph = chart->plot()->glyphOf(chart->markers().first()).center().toPoint();
        QTest::mouseClick(chart->plot()->viewport(), Qt::LeftButton, {}, glyph);
        QCOMPARE(m_window->page(), QStringLiteral("alerts"));
        QTRY_COMPARE(alertsPage().findChild<alerts::AlertPage *>()->id(), id);
        QVERIFY(!alertsPage().isListShown());
        // What is over is marked to its end; what comes while one looks is seen.
        m_window->showPage(QStringLiteral("metrics"));
        alerts::Alert &known = *m_book->find(id);
        known.state = alerts::AlertState::Resolved;
        known.resolvedAt = m_book->now;
        known.lastAt = m_book->now;
        m_book->tell({id});
        QTRY_COMPARE(chart->markers().first().to, m_book->now.toMSecsSinceEpoch());
    }

    void theMapIsShownToOthers()
    {
        open();
        m_window->showPage(QStringLiteral("map"));
        auto *map = m_window->findChild<network::MapPage *>();
        QTRY_VERIFY(!map->plan().board().spots.empty());
        map->view().choose({m_town->known[7].id});
        QSignalSpy shared(map, &network::MapPage::shareWanted);
        for (kit::DragButton *button : map->findChildren<kit::DragButton *>())
            button->click();
        QCOMPARE(shared.count(), 1);
        const Place place = shared.first().at(1).value<Place>();
        QCOMPARE(place, (Place{Kind::Map, {}, {}, {}, {m_town->known[7].id}}));
        QVERIFY(!shared.first().first().value<QImage>().isNull());
        QVERIFY(shared.first().last().toString().contains(m_town->known[7].name));
        const auto values = shared.first().at(2).value<chat::PictureValues>();
        QCOMPARE(values.devices.size(), 1);
        QCOMPARE(values.devices.first().address, m_town->known[7].addresses.first());
        QVERIFY(!values.links.isEmpty());
        m_window->findChild<chat::SendSheet *>()->reject();

        const std::unique_ptr<QMimeData> dragged(place.toMime({}, QStringLiteral("The map")));
        dragged->setImageData(shared.first().first());
        client::putValues(*dragged, values);
        m_window->showPage(QStringLiteral("chat"));
        chat::ChatPane &pane = chatPage().pane();
        QTRY_VERIFY(pane.room() && pane.composer().isEnabled());
        // What is dropped goes where it was let in.
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, dragged.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(pane.composer().viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, dragged.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(pane.composer().viewport(), &drop);
        QTRY_VERIFY(says(QStringLiteral("With the picture %1 and its values")
                             .arg(kit::format::isolate(QStringLiteral("The map")))));
        QVERIFY(pane.composer().text().isEmpty());
        QTest::keyClick(&pane.composer(), Qt::Key_Return);
        QTRY_COMPARE(m_talk->values.size(), 1);
        QCOMPARE(core::toJson(m_talk->values.first()), core::toJson(values));
    }

    void aRuleBeginsWhereOnePoints()
    {
        m_stage->link.answer(QStringLiteral("automation.rules.list"),
                             core::toJson(automation::ListRules::Reply{}).toObject());
        open();
        m_window->showPage(QStringLiteral("metrics"));
        kit::Chart *chart = shownChart(*m_window, QStringLiteral("Load average"));
        QVERIFY(chart);
        chart->drawNow();
        const QPoint at = chart->plot()->viewport()->mapTo(chart, chart->plot()->area().center().toPoint());
        QContextMenuEvent asked(QContextMenuEvent::Mouse, at, chart->mapToGlobal(at));
        QSignalSpy menu(chart, &kit::Chart::menuWanted);
        QApplication::sendEvent(chart, &asked);
        QCOMPARE(menu.count(), 1);
        Q_EMIT m_window->findChild<metrics::MetricsPage *>()->offers().ruleWanted(QStringLiteral("cpu.load1"),
                                                                                  {}, 1.23456);
        QCOMPARE(m_window->page(), QStringLiteral("automation"));
        for (QMenu *open : m_window->findChildren<QMenu *>())
            open->close();
    }

private:
    static kit::Chart *shownChart(const QWidget &window, const QString &title)
    {
        for (kit::Chart *chart : window.findChildren<kit::Chart *>()) {
            if (chart->title() == title && chart->isVisible())
                return chart;
        }
        return nullptr;
    }
    void open()
    {
        m_window = &m_stage->open();
        QVERIFY(QTest::qWaitForWindowActive(m_window));
        QTRY_VERIFY(m_stage->link.asked(QStringLiteral("alerts.list")) > 0);
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    void type(const QString &text)
    {
        m_stage->trigger("go.palette");
        palette().findChild<QLineEdit *>()->setText(text);
    }
    static void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    static void click(const chat::MessageView &view, const QString &text)
    {
        click(view, chat::MessagePart::Kind::Place, text);
    }
    static void click(const chat::MessageView &view, chat::MessagePart::Kind kind, const QString &text = {})
    {
        for (int y = 0; y < view.viewport()->height(); y += 4) {
            for (int x = 0; x < view.viewport()->width(); x += 4) {
                int row = -1;
                const chat::MessagePart *part = view.partAt({x, y}, &row);
                if (part && part->kind == kind && (text.isEmpty() || part->text == text)) {
                    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {x, y});
                    return;
                }
            }
        }
        QFAIL("it cannot be clicked");
    }
    [[nodiscard]] bool says(const QString &text) const
    {
        const auto labels = m_window->findChildren<kit::Label *>();
        return std::any_of(labels.begin(), labels.end(), [&](const kit::Label *label) {
            return label->isVisible() && label->text() == text;
        });
    }
    [[nodiscard]] shell::Palette &palette() const { return *m_window->findChild<shell::Palette *>(); }
    [[nodiscard]] alerts::AlertsPage &alertsPage() const
    {
        return *m_window->findChild<alerts::AlertsPage *>();
    }
    [[nodiscard]] devices::DevicesPage &devicesPage() const
    {
        return *m_window->findChild<devices::DevicesPage *>();
    }
    [[nodiscard]] chat::ChatPage &chatPage() const { return *m_window->findChild<chat::ChatPage *>(); }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<Town> m_town;
    std::unique_ptr<Bookkeeper> m_book;
    std::unique_ptr<Talk> m_talk;
    shell::MainWindow *m_window = nullptr;
};

QTEST_MAIN(PlacesWindowTest)
#include "placeswindowtest.moc"
