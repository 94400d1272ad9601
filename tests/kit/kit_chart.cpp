// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/chart.h"
#include "kit/chartplot.h"
#include "kit/charttable.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QApplication>
#include <QClipboard>
#include <QLineSeries>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <limits>

namespace {

constexpr qint64 From = 1'795'184'100'000;
constexpr qint64 To = From + 300'000;

kit::ChartSeries steady(const QString &name, double value, qint64 gapFrom = 0, qint64 gapTo = 0)
{
    kit::ChartSeries series{name, {}, {}};
    for (qint64 at = From; at <= To; at += 1000) {
        if (at < gapFrom || at >= gapTo)
            series.points << kit::ChartPoint::sample(at, value);
    }
    return series;
}

} // namespace

class KitChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kit::applyTheme(*qApp, kit::ThemeKind::Light); }
    void init();
    void cleanup();
    void feedsFewPointsPerPixel();
    void splitsAtGapsAndJoinsAgain();
    void missingEndsAreGaps();
    void arrowsMoveTheCrosshair();
    void chartsShareOneCrosshair();
    void hoverSnapsToASample();
    void draggingZooms();
    void aClickIsNoZoom();
    void wheelZoomsOnlyWithControl();
    void doubleClickGoesLive();
    void keysPanAndZoomOut();
    void tableTellsTheSame();
    void tableCopiesCsv();
    void tableHoldsStillForTheReader();
    void tableShowsAnotherViewAtOnce_data();
    void tableShowsAnotherViewAtOnce();
    void hiddenChartStandsStill();
    void manyChangesAreOneDrawing();
    void percentAxisIsFixed();
    void screenReadersHearTheNewest();
    void whatHoldsForATimeIsHatched();
    void whatHappenedIsMarkedAndLeadsOn();

private:
    [[nodiscard]] QPoint at(qint64 moment) const;
    std::unique_ptr<kit::Chart> m_chart;
};

void KitChart::init()
{
    m_chart = std::make_unique<kit::Chart>(QStringLiteral("Network"));
    m_chart->resize(700, 260);
    m_chart->setUnit(QStringLiteral("Mbit/s"));
    m_chart->setRange(From, To);
    m_chart->setBucket(1000, {});
    m_chart->setSeries({steady(QStringLiteral("In"), 61), steady(QStringLiteral("Out"), 22)});
    m_chart->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
    m_chart->drawNow();
}

void KitChart::cleanup() { m_chart.reset(); }

QPoint KitChart::at(qint64 moment) const
{
    return QPointF(m_chart->plot()->xOf(moment), m_chart->plot()->area().center().y()).toPoint();
}

void KitChart::feedsFewPointsPerPixel()
{
    kit::ChartSeries big{QStringLiteral("In"), {}, {}};
    for (int i = 0; i < 86'400; ++i)
        big.points << kit::ChartPoint::sample(From + i * 1000, i % 977);
    m_chart->setSeries({big});
    m_chart->setRange(From, From + 86'400'000);
    m_chart->drawNow();
    qsizetype most = 0;
    for (QAbstractSeries *series : m_chart->plot()->chart()->series()) {
        if (const auto *line = qobject_cast<QLineSeries *>(series))
            most = std::max<qsizetype>(most, line->count());
    }
    QVERIFY(most > 500);
    QVERIFY(most <= qsizetype(m_chart->plot()->area().width()) + 2);
    QVERIFY(m_chart->plot()->hasBand());
}

void KitChart::splitsAtGapsAndJoinsAgain()
{
    QCOMPARE(m_chart->plot()->runCount(), 2);
    m_chart->setSeries(
        {steady(QStringLiteral("In"), 61, From + 60'000, From + 120'000), steady(QStringLiteral("Out"), 22)});
    m_chart->drawNow();
    QCOMPARE(m_chart->plot()->runCount(), 3);
    int visible = 0;
    for (QAbstractSeries *series : m_chart->plot()->chart()->series())
        visible += qobject_cast<QLineSeries *>(series) && series->isVisible();
    QCOMPARE(visible, 3);
    QVERIFY(m_chart->plot()->picture().gaps().isEmpty()); // the other line goes on
    m_chart->setSeries({steady(QStringLiteral("In"), 61, From + 60'000, From + 120'000)});
    m_chart->drawNow();
    QCOMPARE(m_chart->plot()->runCount(), 2);
    QCOMPARE(m_chart->plot()->picture().gaps().size(), 1);
    m_chart->setSeries({steady(QStringLiteral("In"), 61)});
    m_chart->drawNow();
    QCOMPARE(m_chart->plot()->runCount(), 1);
}

void KitChart::missingEndsAreGaps()
{
    m_chart->setSeries({steady(QStringLiteral("In"), 61)});
    m_chart->setRange(From - 100'000, To + 2'000);
    m_chart->drawNow();
    auto gaps = m_chart->plot()->picture().gaps();
    QCOMPARE(gaps.size(), 1); // two seconds late is no gap
    QCOMPARE(gaps.at(0).from, From - 100'000);
    QCOMPARE(gaps.at(0).to, From);
    m_chart->setRange(From, To + 60'000);
    m_chart->drawNow();
    gaps = m_chart->plot()->picture().gaps();
    QCOMPARE(gaps.size(), 1);
    QCOMPARE(gaps.at(0).from, To + 1000);
    m_chart->setSeries({kit::ChartSeries{QStringLiteral("In"), {}, {}}});
    m_chart->drawNow();
    QCOMPARE(m_chart->plot()->picture().gaps().size(), 1);
    QCOMPARE(m_chart->plot()->picture().gaps().at(0).to, To + 60'000);
    QVERIFY(m_chart->plot()->accessibleDescription().contains(QStringLiteral("no data")));
}

void KitChart::arrowsMoveTheCrosshair()
{
    QVERIFY(!m_chart->cursor()->at());
    QTest::keyClick(m_chart->plot(), Qt::Key_Left);
    QCOMPARE(m_chart->cursor()->at(), std::optional(To));
    QTest::keyClick(m_chart->plot(), Qt::Key_Left);
    QCOMPARE(m_chart->cursor()->at(), std::optional(To - 1000));
    QTest::keyClick(m_chart->plot(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_chart->cursor()->at(), std::optional(To - 11'000));
    QTest::keyClick(m_chart->plot(), Qt::Key_Right);
    QCOMPARE(m_chart->cursor()->at(), std::optional(To - 10'000));
    QTest::keyClick(m_chart->plot(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_chart->plot(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_chart->cursor()->at(), std::optional(To));
    QTest::keyClick(m_chart->plot(), Qt::Key_Escape);
    QVERIFY(!m_chart->cursor()->at());
}

void KitChart::chartsShareOneCrosshair()
{
    kit::ChartCursor shared;
    kit::Chart other(QStringLiteral("CPU"));
    other.shareCursor(&shared);
    m_chart->shareCursor(&shared);
    QSignalSpy moved(&shared, &kit::ChartCursor::moved);
    QTest::keyClick(m_chart->plot(), Qt::Key_Left);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(other.cursor()->at(), std::optional(To));
    m_chart->shareCursor(nullptr);
    QVERIFY(!m_chart->cursor()->at());
    auto shortLived = std::make_unique<kit::ChartCursor>();
    m_chart->shareCursor(shortLived.get());
    shortLived.reset();
    QTest::keyClick(m_chart->plot(), Qt::Key_Left);
    QCOMPARE(m_chart->cursor()->at(), std::optional(To));
}

void KitChart::hoverSnapsToASample()
{
    QTest::mouseMove(m_chart->plot()->viewport(), at(From + 100'400));
    QVERIFY(m_chart->cursor()->at());
    QCOMPARE((*m_chart->cursor()->at() - From) % 1000, 0);
    QVERIFY(std::abs(*m_chart->cursor()->at() - From - 100'400) <= 1000);
}

void KitChart::draggingZooms()
{
    QSignalSpy zoomed(m_chart.get(), &kit::Chart::zoomRequested);
    QWidget *view = m_chart->plot()->viewport();
    QTest::mousePress(view, Qt::LeftButton, {}, at(From + 200'000));
    QTest::mouseMove(view, at(From + 150'000));
    QVERIFY(!m_chart->plot()->selection().isEmpty());
    QTest::mouseMove(view, at(From + 100'000));
    QTest::mouseRelease(view, Qt::LeftButton, {}, at(From + 100'000));
    QCOMPARE(zoomed.size(), 1);
    const qint64 perPixel = 300'000 / qint64(m_chart->plot()->area().width()) + 1;
    QVERIFY(std::abs(zoomed.at(0).at(0).toLongLong() - (From + 100'000)) <= perPixel);
    QVERIFY(std::abs(zoomed.at(0).at(1).toLongLong() - (From + 200'000)) <= perPixel);
    QVERIFY(m_chart->plot()->selection().isEmpty());
}

void KitChart::aClickIsNoZoom()
{
    QSignalSpy zoomed(m_chart.get(), &kit::Chart::zoomRequested);
    QTest::mouseClick(m_chart->plot()->viewport(), Qt::LeftButton, {}, at(From + 100'000));
    QVERIFY(zoomed.isEmpty());
}

void KitChart::wheelZoomsOnlyWithControl()
{
    QSignalSpy zoomed(m_chart.get(), &kit::Chart::zoomRequested);
    QWidget *view = m_chart->plot()->viewport();
    const QPointF where = at(From + 150'000);
    const auto wheel = [&](Qt::KeyboardModifiers keys) {
        QWheelEvent event(where, view->mapToGlobal(where), {}, {0, 120}, Qt::NoButton, keys,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(view, &event);
        return event.isAccepted();
    };
    QVERIFY(!wheel({}));
    QVERIFY(zoomed.isEmpty());
    QVERIFY(wheel(Qt::ControlModifier));
    QCOMPARE(zoomed.size(), 1);
    const qint64 from = zoomed.at(0).at(0).toLongLong();
    const qint64 to = zoomed.at(0).at(1).toLongLong();
    QVERIFY(from > From && to < To);
    QVERIFY(std::abs((from + to) / 2 - (From + 150'000)) < 2000);
}

void KitChart::doubleClickGoesLive()
{
    QSignalSpy live(m_chart.get(), &kit::Chart::liveRequested);
    QTest::mouseDClick(m_chart->plot()->viewport(), Qt::LeftButton, {}, at(From + 100'000));
    QCOMPARE(live.size(), 1);
}

void KitChart::keysPanAndZoomOut()
{
    QSignalSpy panned(m_chart.get(), &kit::Chart::panRequested);
    QSignalSpy out(m_chart.get(), &kit::Chart::zoomOutRequested);
    QTest::keyClick(m_chart->plot(), Qt::Key_BracketLeft);
    QTest::keyClick(m_chart->plot(), Qt::Key_BracketRight);
    QCOMPARE(panned.size(), 2);
    QCOMPARE(panned.at(0).at(0).toLongLong(), -75'000);
    QCOMPARE(panned.at(1).at(0).toLongLong(), 75'000);
    QTest::keyClick(m_chart->plot(), Qt::Key_Z, Qt::AltModifier);
    QCOMPARE(out.size(), 1);
}

void KitChart::tableTellsTheSame()
{
    QSignalSpy shown(m_chart.get(), &kit::Chart::tableShownChanged);
    QTest::keyClick(m_chart->plot(), Qt::Key_T);
    QVERIFY(m_chart->isTableShown());
    QCOMPARE(shown.size(), 1);
    const auto *table = m_chart->findChild<kit::ChartTable *>();
    QCOMPARE(table->model()->rowCount(), 301);
    QCOMPARE(table->model()->columnCount(), 3);
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("61"));
    QCOMPARE(table->model()->index(0, 2).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Out 22"));
    QTest::keyClick(const_cast<kit::ChartTable *>(table), Qt::Key_T);
    QVERIFY(!m_chart->isTableShown());
}

void KitChart::tableCopiesCsv()
{
    kit::ChartSeries series{
        QStringLiteral("=cmd"), {}, {{From, 1, 2.5, 4, 10}, {From + 10'000, 0.1, 0.2, 0.3, 10}}};
    m_chart->setSeries({series});
    m_chart->setTableShown(true);
    auto *table = m_chart->findChild<kit::ChartTable *>();
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(QStringLiteral("\r\n"));
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.at(0),
             QStringLiteral("\"Time\",\"'=cmd min (Mbit/s)\",\"'=cmd avg (Mbit/s)\",\"'=cmd max (Mbit/s)\""));
    QVERIFY(lines.at(1).endsWith(QStringLiteral(",0.1,0.2,0.3")));
    QVERIFY(lines.at(2).endsWith(QStringLiteral(",1,2.5,4")));
    const QString time = lines.at(2).section(QLatin1Char(','), 0, 0);
    QCOMPARE(QDateTime::fromString(time, Qt::ISODateWithMs).toMSecsSinceEpoch(), From);
}

void KitChart::tableHoldsStillForTheReader()
{
    m_chart->setTableShown(true);
    auto *table = m_chart->findChild<kit::ChartTable *>();
    const auto value = [&](double in) {
        m_chart->setSeries({steady(QStringLiteral("In"), in), steady(QStringLiteral("Out"), 22)});
        m_chart->drawNow();
        return table->model()->index(0, 1).data().toString();
    };
    table->selectRow(3);
    QCOMPARE(value(5), QStringLiteral("61"));
    m_chart->setRange(m_chart->from() + 1000, m_chart->to() + 1000);
    QCOMPARE(value(5), QStringLiteral("61"));
    table->clearSelection();
    QCOMPARE(value(5), QStringLiteral("5"));
}

void KitChart::tableShowsAnotherViewAtOnce_data()
{
    QTest::addColumn<std::function<void(kit::Chart &)>>("change");
    using Change = std::function<void(kit::Chart &)>;
    QTest::newRow("a shorter time") << Change(
        [](kit::Chart &chart) { chart.setRange(chart.from() + 60'000, chart.to()); });
    QTest::newRow("back in time") << Change(
        [](kit::Chart &chart) { chart.setRange(chart.from() - 10'000, chart.to() - 10'000); });
    QTest::newRow("another bucket") << Change([](kit::Chart &chart) { chart.setBucket(5000, {}); });
    QTest::newRow("another unit") << Change(
        [](kit::Chart &chart) { chart.setUnit(QStringLiteral("kbit/s")); });
    QTest::newRow("opened again") << Change([](kit::Chart &chart) {
        chart.setTableShown(false);
        chart.setTableShown(true);
    });
}

void KitChart::tableShowsAnotherViewAtOnce()
{
    QFETCH(std::function<void(kit::Chart &)>, change);
    m_chart->setTableShown(true);
    auto *table = m_chart->findChild<kit::ChartTable *>();
    table->selectRow(200);
    table->scrollToBottom();
    m_chart->setSeries({steady(QStringLiteral("In"), 5), steady(QStringLiteral("Out"), 22)});
    m_chart->drawNow();
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("61"));
    change(*m_chart);
    m_chart->drawNow();
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("5"));
    QCOMPARE(table->verticalScrollBar()->value(), 0);
    QVERIFY(!table->selectionModel()->hasSelection());
}

void KitChart::hiddenChartStandsStill()
{
    m_chart->hide();
    const int before = m_chart->drawCount();
    m_chart->setSeries({steady(QStringLiteral("In"), 5)});
    m_chart->drawNow();
    QCOMPARE(m_chart->drawCount(), before);
    m_chart->show();
    QCOMPARE(m_chart->drawCount(), before + 1);
    QCOMPARE(m_chart->plot()->picture().series.size(), 1);
}

void KitChart::manyChangesAreOneDrawing()
{
    const int before = m_chart->drawCount();
    for (int i = 0; i < 100; ++i) {
        m_chart->setRange(From + i, To + i);
        m_chart->setSeries({steady(QStringLiteral("In"), i)});
    }
    QCoreApplication::processEvents();
    QCOMPARE(m_chart->drawCount(), before);
    QTRY_COMPARE(m_chart->drawCount(), before + 1);
    QCOMPARE(m_chart->plot()->picture().from, From + 99);
}

void KitChart::percentAxisIsFixed()
{
    m_chart->setYRange(kit::YRange::Percent);
    m_chart->setSeries({steady(QStringLiteral("CPU"), 3)});
    m_chart->drawNow();
    QCOMPARE(m_chart->plot()->scale().low, 0.0);
    QCOMPARE(m_chart->plot()->scale().high, 100.0);
    m_chart->setYRange(kit::YRange::Auto);
    m_chart->drawNow();
    QVERIFY(m_chart->plot()->scale().high < 10);
}

void KitChart::screenReadersHearTheNewest()
{
    QCOMPARE(m_chart->plot()->accessibleName(), QStringLiteral("Chart Network"));
    QString said = m_chart->plot()->accessibleDescription().replace(QChar(0x202F), QLatin1Char(' '));
    QCOMPARE(said, QStringLiteral("In 61 Mbit/s, Out 22 Mbit/s"));
    QTest::keyClick(m_chart->plot(), Qt::Key_Left);
    said = m_chart->plot()->accessibleDescription().replace(QChar(0x202F), QLatin1Char(' '));
    QVERIFY(said.endsWith(QStringLiteral(": In 61 Mbit/s, Out 22 Mbit/s")));
}

void KitChart::whatHoldsForATimeIsHatched()
{
    const QImage before = m_chart->plot()->grab().toImage();
    const auto area = m_chart->plot()->area().toRect();
    const qint64 tenth = (m_chart->to() - m_chart->from()) / 10;
    m_chart->setShades(
        {{m_chart->from() - 2 * tenth, m_chart->from() - tenth, QStringLiteral("Long ago")},
         {m_chart->from() + tenth, m_chart->from() + 8 * tenth, QStringLiteral("Maintenance: <b>core</b>")}});
    m_chart->drawNow();
    const QImage after = m_chart->plot()->grab().toImage();
    QVERIFY(before.copy(area) != after.copy(area));
    QString said = m_chart->plot()->accessibleDescription();
    QVERIFY(said.endsWith(QStringLiteral(", Maintenance: <b>core</b>")));
    m_chart->setShades({});
    m_chart->drawNow();
    QCOMPARE(m_chart->plot()->grab().toImage(), before);
}

void KitChart::whatHappenedIsMarkedAndLeadsOn()
{
    QSignalSpy wanted(m_chart.get(), &kit::Chart::markerWanted);
    QSignalSpy zoomed(m_chart.get(), &kit::Chart::zoomRequested);
    const auto marker = [](qint64 from, qint64 to, kit::Status status, const char *id) {
        return kit::ChartMarker{from, to, status, QLatin1String(id) + QStringLiteral(" <b>hot</b>"),
                                QLatin1String(id)};
    };
    m_chart->setMarkers(
        {marker(From - 9'000, From - 5'000, kit::Status::High, "A-1"),
         marker(From + 60'000, From + 120'000, kit::Status::Low, "A-2"),
         marker(From + 100'000, std::numeric_limits<qint64>::max(), kit::Status::Critical, "A-3"),
         {From + 200'000, From + 200'000, kit::Status::Info, QStringLiteral("Restart")}});
    m_chart->drawNow();
    const kit::ChartPlot *plot = m_chart->plot();
    QCOMPARE(plot->picture().markersSeen().size(), 3);
    QVERIFY(plot->accessibleDescription().contains(QStringLiteral(", critical A-3 <b>hot</b>")));
    QVERIFY(!plot->accessibleDescription().contains(QStringLiteral("A-1")));
    QWidget *view = m_chart->plot()->viewport();
    const auto shape = [&](int place) {
        return plot->glyphOf(m_chart->markers().at(place)).center().toPoint();
    };
    const auto pointTo = [view](const QPoint &at) {
        QMouseEvent moved(QEvent::MouseMove, at, view->mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        QApplication::sendEvent(view, &moved);
    };
    pointTo(shape(1));
    QCOMPARE(view->cursor().shape(), Qt::PointingHandCursor);
    QTest::mouseClick(view, Qt::LeftButton, {}, shape(1));
    QCOMPARE(wanted.takeFirst().at(0).toString(), QStringLiteral("A-2"));
    pointTo(shape(3));
    QCOMPARE(view->cursor().shape(), Qt::ArrowCursor); // there is no more to it
    QTest::mouseClick(view, Qt::LeftButton, {}, shape(3));
    QTest::mouseClick(view, Qt::LeftButton, {}, at(From + 110'000));
    QVERIFY(wanted.isEmpty() && zoomed.isEmpty());
    // By keys it is what holds at the crosshair, the worst of it.
    m_chart->cursor()->moveTo(From + 30'000);
    QTest::keyClick(m_chart->plot(), Qt::Key_Return);
    QVERIFY(wanted.isEmpty());
    m_chart->cursor()->moveTo(From + 110'000);
    QTest::keyClick(m_chart->plot(), Qt::Key_Return);
    QCOMPARE(wanted.takeFirst().at(0).toString(), QStringLiteral("A-3"));
    QVERIFY(plot->accessibleDescription().endsWith(QStringLiteral("low A-2 <b>hot</b>")));
    m_chart->cursor()->moveTo(From + 59'000);
    QTest::keyClick(m_chart->plot(), Qt::Key_Enter);
    QCOMPARE(wanted.takeFirst().at(0).toString(), QStringLiteral("A-2"));
}

QTEST_MAIN(KitChart)
#include "kit_chart.moc"
