// SPDX-License-Identifier: GPL-3.0-or-later
// Renders every widget of the kit in each look, checks that something was drawn, and keeps the pictures where
// BELFRY_SHOTS points.
#include "kit/badge.h"
#include "kit/banner.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/chart.h"
#include "kit/emptystate.h"
#include "kit/format.h"
#include "kit/gauge.h"
#include "kit/glyph.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/segmented.h"
#include "kit/sparkline.h"
#include "kit/theme.h"
#include "kit/tile.h"
#include "kit/toast.h"
#include "kit/tokens.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenuBar>
#include <QPainter>
#include <QProgressBar>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

namespace {

constexpr qint64 End = 1'795'184'400'000; // some minute of 2026
constexpr qint64 FiveMinutes = 300'000;

kit::ChartSeries wave(const QString &name, double base, double height, double pace, qint64 step,
                      int aggregate)
{
    kit::ChartSeries series{name, {}, {}};
    for (qint64 at = End - FiveMinutes * step / 1000; at <= End; at += step) {
        const double t = double(at - End) / double(step);
        const double value = base + height * std::sin(t / pace) + height * 0.4 * std::sin(t / 7.3 + base);
        const double spread = aggregate > 1 ? height * (0.25 + 0.15 * std::sin(t / 11)) : 0;
        series.points << kit::ChartPoint{at, std::max(0.0, value - spread), value, value + spread, aggregate};
    }
    return series;
}

void cut(kit::ChartSeries &series, qint64 from, qint64 to)
{
    series.points.removeIf([&](const kit::ChartPoint &point) { return point.at > from && point.at < to; });
}

QWidget *tileRow(QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kit::tokens::CardGap);
    struct Figure
    {
        QString title, value, sub;
        std::optional<kit::Status> status;
    };
    const QList<Figure> figures{
        {QStringLiteral("Devices online"), QStringLiteral("121 / 128"), QStringLiteral("3 down · 4 away"),
         kit::Status::Ok},
        {QStringLiteral("Open alerts"), QStringLiteral("7"), QStringLiteral("1 critical · 2 high"),
         kit::Status::Critical},
        {QStringLiteral("Security events / h"), QStringLiteral("42"), QStringLiteral("2 need review"),
         kit::Status::High},
        {QStringLiteral("Throughput"), kit::format::rate(83e6), QStringLiteral("↓ 61  ↑ 22"), {}},
        {QStringLiteral("Quota at risk"), QStringLiteral("2 depts"), QStringLiteral("Design 91 %"),
         kit::Status::Medium}};
    QList<double> trend;
    for (int i = 0; i < 60; ++i)
        trend << std::sin(i / 5.0) + 0.5 * std::sin(i / 1.7);
    for (const Figure &figure : figures) {
        auto *tile = new kit::Tile(figure.title);
        tile->setValue(figure.value);
        tile->setSub(figure.sub);
        tile->setStatus(figure.status);
        tile->setTrend(trend);
        layout->addWidget(tile);
    }
    return row;
}

kit::Chart *throughput(kit::ChartCursor *cursor)
{
    auto *chart = new kit::Chart(QStringLiteral("Network throughput"));
    chart->setUnit(QStringLiteral("Mbit/s"));
    chart->setSeries({wave(QStringLiteral("↓ In"), 42, 18, 14, 1000, 1),
                      wave(QStringLiteral("↑ Out"), 17, 7, 9, 1000, 1)});
    chart->setRange(End - FiveMinutes, End);
    chart->setBucket(1000, {});
    chart->setMarkers({{End - 90'000, End - 70'000, kit::Status::High, QStringLiteral("A-1042")}});
    chart->setHeadline(QStringLiteral("↓ 61  ↑ 22 Mbit/s"));
    chart->shareCursor(cursor);
    return chart;
}

QTableWidget *alertTable()
{
    auto *table = new QTableWidget(5, 4);
    table->setHorizontalHeaderLabels({QStringLiteral("Severity"), QStringLiteral("What"),
                                      QStringLiteral("Device"), QStringLiteral("Age")});
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(kit::tokens::Row);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setAlternatingRowColors(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    int row = 0;
    for (const kit::Status status : {kit::Status::Critical, kit::Status::High, kit::Status::Medium,
                                     kit::Status::Low, kit::Status::Info}) {
        table->setItem(row, 0, new QTableWidgetItem(kit::glyphIcon(status), kit::statusTitle(status)));
        table->setItem(row, 1, new QTableWidgetItem(QStringLiteral("core-sw-01 stopped answering")));
        table->setItem(row, 2, new QTableWidgetItem(QStringLiteral("core-sw-01")));
        table->setItem(row, 3, new QTableWidgetItem(kit::format::duration(row * 560'000)));
        ++row;
    }
    table->selectRow(1);
    return table;
}

QWidget *overviewPage()
{
    auto *page = new QWidget;
    page->setFixedSize(1174, 720);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(kit::tokens::CardGap);
    auto *top = new QHBoxLayout;
    top->addWidget(new kit::Label(QStringLiteral("Overview"), kit::TextRole::PageTitle));
    top->addStretch(1);
    auto *search = new QLineEdit;
    search->setPlaceholderText(QStringLiteral("Search devices, alerts, commands…"));
    search->setFixedWidth(300);
    top->addWidget(search);
    auto *range = new QComboBox;
    range->addItems({QStringLiteral("Last 1 hour"), QStringLiteral("Last 6 hours")});
    top->addWidget(range);
    top->addWidget(new QPushButton(kit::icon(kit::Symbol::Pause), QStringLiteral("Pause")));
    top->addWidget(new kit::PrimaryButton(QStringLiteral("Scan now…")));
    column->addLayout(top);
    column->addWidget(tileRow(page));
    auto *cursor = new kit::ChartCursor(page);
    column->addWidget(throughput(cursor), 1);
    auto *card = new kit::Card(QStringLiteral("Needs attention"));
    card->setSubtitle(QStringLiteral("7 open"));
    card->addContent(alertTable());
    card->setFixedHeight(240);
    column->addWidget(card);
    cursor->moveTo(End - 120'000);
    return page;
}

QWidget *metricsPage()
{
    auto *page = new QWidget;
    page->setFixedSize(1174, 660);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(kit::tokens::CardGap);
    auto *top = new QHBoxLayout;
    top->addWidget(new kit::Label(QStringLiteral("Metrics"), kit::TextRole::PageTitle));
    top->addStretch(1);
    auto *ranges =
        new kit::Segmented({QStringLiteral("5 min"), QStringLiteral("15 min"), QStringLiteral("1 h"),
                            QStringLiteral("6 h"), QStringLiteral("24 h"), QStringLiteral("7 d")});
    ranges->setCurrent(2);
    top->addWidget(ranges);
    top->addWidget(new QPushButton(kit::icon(kit::Symbol::ZoomOut), QStringLiteral("Zoom out")));
    column->addLayout(top);
    auto *grid = new QGridLayout;
    grid->setSpacing(kit::tokens::CardGap);
    column->addLayout(grid, 1);
    auto *cursor = new kit::ChartCursor(page);
    struct Plan
    {
        QString title, unit;
        double base, height;
    };
    const QList<Plan> plans{{QStringLiteral("CPU"), QStringLiteral("%"), 30, 14},
                            {QStringLiteral("Memory"), QStringLiteral("GiB"), 3.9, 0.2},
                            {QStringLiteral("Network"), QStringLiteral("Mbit/s"), 48, 20},
                            {QStringLiteral("Temperature"), QStringLiteral("°C"), 52, 4}};
    for (int i = 0; i < plans.size(); ++i) {
        auto *chart = new kit::Chart(plans.at(i).title);
        chart->setUnit(plans.at(i).unit);
        kit::ChartSeries one = wave(i == 2 ? QStringLiteral("↓ In") : plans.at(i).title, plans.at(i).base,
                                    plans.at(i).height, 14 + i, 10'000, 10);
        cut(one, End - 1'500'000, End - 1'000'000);
        QList<kit::ChartSeries> all{one};
        if (i == 2)
            all << wave(QStringLiteral("↑ Out"), 17, 6, 9, 10'000, 10);
        chart->setSeries(all);
        chart->setRange(End - 10 * FiveMinutes, End);
        chart->setBucket(10'000, QStringLiteral("avg"));
        if (i == 0)
            chart->setYRange(kit::YRange::Percent);
        chart->shareCursor(cursor);
        grid->addWidget(chart, i / 2, i % 2);
        if (i == 3)
            chart->setTableShown(true);
    }
    cursor->moveTo(End - 600'000);
    return page;
}

/// Every symbol of the icon set, and every status shape at three sizes.
class Shapes final : public QWidget
{
public:
    Shapes() { setFixedHeight(240); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        for (int i = 0; i <= int(kit::Symbol::App); ++i)
            kit::icon(kit::Symbol(i)).paint(&painter, QRect((i % 22) * 36 + 4, i / 22 * 36 + 4, 24, 24));
        for (int i = 0; i < 8; ++i) {
            const int x = i * 90 + 4;
            kit::paintGlyph(painter, QRectF(x, 90, 15, 15), kit::Status(i));
            kit::paintGlyph(painter, QRectF(x + 24, 86, 24, 24), kit::Status(i));
            kit::paintGlyph(painter, QRectF(x, 118, 36, 36), kit::Status(i));
            painter.setPen(kit::theme().text2);
            painter.drawText(QRect(x, 160, 88, 20), kit::statusTitle(kit::Status(i)));
        }
    }
};

QLayout *controlRow()
{
    auto *row = new QHBoxLayout;
    auto *checked = new QCheckBox(QStringLiteral("Reduce motion"));
    checked->setChecked(true);
    row->addWidget(checked);
    auto *radio = new QRadioButton(QStringLiteral("Comfortable"));
    radio->setChecked(true);
    row->addWidget(radio);
    auto *spin = new QSpinBox;
    spin->setValue(8000);
    spin->setMaximum(65535);
    row->addWidget(spin);
    auto *progress = new QProgressBar;
    progress->setValue(45);
    row->addWidget(progress);
    auto *slider = new QSlider(Qt::Horizontal);
    row->addWidget(slider);
    auto *menu = new QMenuBar;
    menu->addMenu(QStringLiteral("&File"));
    menu->addMenu(QStringLiteral("&View"));
    row->addWidget(menu);
    return row;
}

QWidget *partsPage()
{
    auto *page = new QWidget;
    page->setFixedSize(860, 700);
    auto *column = new QVBoxLayout(page);
    column->setSpacing(kit::tokens::CardGap);
    auto *banner = new kit::Banner(
        kit::Status::Medium,
        QStringLiteral(
            "Only this computer can reach the server. Create an admin to open it to the network."));
    banner->setAction(QStringLiteral("Create admin…"));
    banner->setClosable(true);
    column->addWidget(banner);
    column->addWidget(
        new kit::Banner(kit::Status::Critical,
                        QStringLiteral("Not listening: port 8000 is already used by nginx (pid 812).")));
    auto *badges = new QHBoxLayout;
    for (const kit::Status status :
         {kit::Status::Critical, kit::Status::High, kit::Status::Medium, kit::Status::Low, kit::Status::Ok}) {
        auto *badge = new kit::Badge(kit::statusTitle(status));
        badge->setStatus(status);
        badges->addWidget(badge);
    }
    badges->addWidget(new kit::Badge(QStringLiteral("128")));
    auto *demo = new kit::Badge(QStringLiteral("DEMO"));
    demo->setMode(true);
    badges->addWidget(demo);
    badges->addStretch(1);
    auto *disabled = new QPushButton(QStringLiteral("Disabled"));
    disabled->setEnabled(false);
    badges->addWidget(disabled);
    badges->addWidget(new QPushButton(kit::icon(kit::Symbol::Copy), QStringLiteral("Copy")));
    badges->addWidget(new kit::PrimaryButton(QStringLiteral("Serve")));
    column->addLayout(badges);
    column->addLayout(controlRow());
    auto *gauges = new kit::Card(QStringLiteral("Departments"));
    gauges->setSubtitle(QStringLiteral("quota of today"));
    const QList<std::pair<double, std::optional<kit::Status>>> shares{
        {0.42, {}}, {0.91, kit::Status::High}, {1.2, kit::Status::Critical}};
    for (const auto &[share, status] : shares) {
        auto *gauge = new kit::Gauge;
        gauge->setShare(share);
        gauge->setTicks({0.8, 0.9});
        gauge->setStatus(status);
        gauges->addContent(gauge);
    }
    gauges->content()->addStretch(1);
    auto *row = new QHBoxLayout;
    row->addWidget(gauges, 1);
    auto *empty = new kit::Card;
    auto *state = new kit::EmptyState(
        kit::icon(kit::Symbol::Clients, kit::Tone::Text3),
        QStringLiteral("No client has connected yet. Open the address of this server in a browser."));
    state->setAction(QStringLiteral("Copy address"));
    empty->addContent(state);
    row->addWidget(empty, 1);
    column->addLayout(row, 1);
    column->addWidget(new Shapes);
    (new kit::ToastArea(page))->say(QStringLiteral("Alert A-1042 acknowledged."), QStringLiteral("Undo"));
    return page;
}

} // namespace

class KitGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pages_data();
    void pages();

private:
    QTemporaryDir m_scratch;
    QString m_shots;
};

void KitGallery::initTestCase() { m_shots = qEnvironmentVariable("BELFRY_SHOTS", m_scratch.path()); }

void KitGallery::pages_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("page");
    const QList<std::pair<const char *, kit::ThemeKind>> kinds{{"light", kit::ThemeKind::Light},
                                                               {"dark", kit::ThemeKind::Dark},
                                                               {"contrast", kit::ThemeKind::HighContrast}};
    for (const auto &[name, kind] : kinds) {
        for (const char *page : {"overview", "metrics", "parts"})
            QTest::addRow("%s_%s", page, name) << int(kind) << QString::fromLatin1(page);
    }
}

void KitGallery::pages()
{
    QFETCH(int, kind);
    QFETCH(QString, page);
    kit::applyTheme(*qApp, kit::ThemeKind(kind));
    QCOMPARE(QFontInfo(QApplication::font()).family(), QStringLiteral("Noto Sans"));
    const std::unique_ptr<QWidget> shown(page == QLatin1String("overview")  ? overviewPage()
                                         : page == QLatin1String("metrics") ? metricsPage()
                                                                            : partsPage());
    shown->show();
    QVERIFY(QTest::qWaitForWindowExposed(shown.get()));
    const QImage image = shown->grab().toImage();
    QVERIFY(image.save(m_shots + QLatin1Char('/') + QString::fromLatin1(QTest::currentDataTag()) +
                       QStringLiteral(".png")));
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colors << image.pixel(x, y);
    }
    QVERIFY2(colors.size() > 30, "the page is blank");
    QVERIFY(colors.contains(kit::theme().window.rgb()));
    QVERIFY(colors.contains(kit::theme().surface.rgb()));
}

QTEST_MAIN(KitGallery)
#include "kit_gallery.moc"
