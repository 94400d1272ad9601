// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/badge.h"
#include "kit/banner.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/emptystate.h"
#include "kit/flowlayout.h"
#include "kit/gauge.h"
#include "kit/label.h"
#include "kit/segmented.h"
#include "kit/theme.h"
#include "kit/tile.h"
#include "kit/toast.h"
#include "kit/tokens.h"

#include <QAccessible>
#include <QApplication>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

class KitWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kit::applyTheme(*qApp, kit::ThemeKind::Light); }
    void tileIsAButtonWithItsName();
    void tileDropsTheTrendBeforeTextsCollide();
    void labelNeverReadsMarkup();
    void labelElides();
    void segmentedByKeyAndMouse();
    void gaugeAndBadgeSpeak();
    void bannerActs();
    void emptyStateActs();
    void emptyStateShowsItsWholeSentence();
    void aRowGoesOnInTheNextLine();
    void toastsAreTwoAtMost();
    void toastsAreToldToScreenReaders();
    void toastActionEndsIt();
    void focusRingShows();
    void whatIsOutOfUseIsStillRead();
};

void KitWidgets::whatIsOutOfUseIsStillRead()
{
    for (const kit::ThemeKind kind :
         {kit::ThemeKind::Light, kit::ThemeKind::Dark, kit::ThemeKind::HighContrast}) {
        kit::applyTheme(*qApp, kind);
        kit::PrimaryButton button(QStringLiteral("MMMMMMMM"));
        button.setEnabled(false);
        button.resize(button.sizeHint());
        const QImage image = button.grab().toImage();
        const QColor ground = image.pixelColor(6, image.height() / 2);
        double most = 1;
        for (int x = 12; x < image.width() - 12; ++x)
            most = std::max(most, kit::contrast(ground, image.pixelColor(x, image.height() / 2)));
        QVERIFY2(most >= 3, qPrintable(QStringLiteral("theme %1: %2").arg(int(kind)).arg(most)));
    }
    kit::applyTheme(*qApp, kit::ThemeKind::Light);
}

void KitWidgets::tileIsAButtonWithItsName()
{
    kit::Tile tile(QStringLiteral("Open alerts"));
    tile.setValue(QStringLiteral("7"));
    tile.setSub(QStringLiteral("1 critical"));
    tile.setStatus(kit::Status::Critical);
    QCOMPARE(tile.accessibleName(), QStringLiteral("Open alerts, 7, 1 critical, critical"));
    QCOMPARE(tile.sizeHint().height(), kit::tokens::TileHeight);
    QSignalSpy clicked(&tile, &kit::Tile::clicked);
    QTest::keyClick(&tile, Qt::Key_Space);
    QTest::mouseClick(&tile, Qt::LeftButton);
    QCOMPARE(clicked.size(), 2);
}

void KitWidgets::tileDropsTheTrendBeforeTextsCollide()
{
    kit::Tile tile(QStringLiteral("Throughput"));
    tile.resize(220, kit::tokens::TileHeight);
    QVERIFY(tile.trendRect().isEmpty());
    tile.setTrend({1, 2, 3});
    tile.setSub(QStringLiteral("3 down"));
    const int sub =
        QFontMetrics(kit::fontOf(kit::TextRole::Secondary)).horizontalAdvance(QStringLiteral("3 down"));
    QVERIFY(!tile.trendRect().isEmpty());
    QVERIFY(tile.trendRect().left() > kit::tokens::CardPadding + sub);
    QVERIFY(tile.rect().contains(tile.trendRect()));
    tile.setSub(QStringLiteral("a line that is far too long for it"));
    QVERIFY(tile.trendRect().isEmpty());
    tile.setSub(QStringLiteral("3 down"));
    tile.resize(90, kit::tokens::TileHeight);
    QVERIFY(tile.trendRect().isEmpty());
}

void KitWidgets::labelNeverReadsMarkup()
{
    kit::Label label(QStringLiteral("<b>core</b>"));
    QCOMPARE(label.textFormat(), Qt::PlainText);
    QVERIFY(label.sizeHint().width() >= label.fontMetrics().horizontalAdvance(QStringLiteral("<b>core</b>")));
}

void KitWidgets::labelElides()
{
    kit::Label label(QStringLiteral("a-very-long-host-name.example.org"));
    QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width());
    label.resize(60, 20);
    QVERIFY(label.isElided());
    label.resize(600, 20);
    QVERIFY(!label.isElided());
    label.setElide(Qt::ElideNone);
    QCOMPARE(label.minimumSizeHint().width(), label.sizeHint().width());
}

void KitWidgets::segmentedByKeyAndMouse()
{
    kit::Segmented ranges({QStringLiteral("5 min"), QStringLiteral("1 h"), QStringLiteral("24 h")});
    QSignalSpy chosen(&ranges, &kit::Segmented::chosen);
    QTest::keyClick(&ranges, Qt::Key_Right);
    QCOMPARE(ranges.current(), 1);
    QTest::mouseClick(&ranges, Qt::LeftButton, {}, ranges.segmentRect(2).center());
    QCOMPARE(ranges.current(), 2);
    QTest::keyClick(&ranges, Qt::Key_Right);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(ranges.accessibleDescription(), QStringLiteral("24 h"));
    ranges.setCurrent(0);
    QCOMPARE(chosen.size(), 2);
}

void KitWidgets::gaugeAndBadgeSpeak()
{
    kit::Gauge gauge;
    gauge.setName(QStringLiteral("Design"));
    gauge.setShare(0.91);
    gauge.setStatus(kit::Status::High);
    QCOMPARE(gauge.accessibleName().replace(QChar(0x202F), QLatin1Char(' ')),
             QStringLiteral("Design, 91 %, high"));
    kit::Badge badge(QStringLiteral("7"));
    badge.setStatus(kit::Status::Critical);
    QCOMPARE(badge.accessibleName(), QStringLiteral("7 critical"));
    badge.setText(QStringLiteral("Critical"));
    QCOMPARE(badge.accessibleName(), QStringLiteral("Critical"));
}

void KitWidgets::bannerActs()
{
    kit::Banner banner(kit::Status::Critical, QStringLiteral("Port 8000 is taken."));
    banner.setAction(QStringLiteral("Choose another…"));
    QCOMPARE(banner.accessibleName(), QStringLiteral("Critical: Port 8000 is taken."));
    QSignalSpy acted(&banner, &kit::Banner::actionTriggered);
    banner.findChild<QPushButton *>()->click();
    QCOMPARE(acted.size(), 1);
}

void KitWidgets::emptyStateActs()
{
    kit::EmptyState state({}, QStringLiteral("No client has connected yet."));
    QVERIFY(!state.findChild<QPushButton *>()->isVisibleTo(&state));
    state.setAction(QStringLiteral("Copy address"));
    QSignalSpy acted(&state, &kit::EmptyState::actionTriggered);
    state.findChild<QPushButton *>()->click();
    QCOMPARE(acted.size(), 1);
}

void KitWidgets::emptyStateShowsItsWholeSentence()
{
    kit::EmptyState state({},
                          QStringLiteral("Nothing has been scanned yet. A discovery tells who is there, and "
                                         "what else could be known of them."));
    state.resize(800, 400);
    state.show();
    const auto *label = state.findChild<kit::Label *>();
    QVERIFY(label->height() >= label->heightForWidth(label->width()));
    state.resize(300, 400);
    QCoreApplication::processEvents();
    QVERIFY(label->height() >= label->heightForWidth(label->width()));
}

void KitWidgets::aRowGoesOnInTheNextLine()
{
    QWidget page;
    auto *row = new kit::FlowLayout(&page, 10);
    QList<QWidget *> all;
    for (int i = 0; i < 4; ++i) {
        if (i == 2)
            row->addGap();
        all << new QWidget;
        all.last()->setFixedSize(100, 20);
        row->addWidget(all.last());
    }
    page.show();
    const auto lay = [&](int width) {
        row->setGeometry({0, 0, width, row->heightForWidth(width)});
        QList<QPoint> corners;
        for (const QWidget *one : std::as_const(all))
            corners << one->pos();
        return corners;
    };
    QCOMPARE(row->sizeHint(), QSize(430, 20));
    QCOMPARE(row->minimumSize(), QSize(100, 20));
    QCOMPARE(lay(500), (QList<QPoint>{{0, 0}, {110, 0}, {290, 0}, {400, 0}}));
    QCOMPARE(lay(430), (QList<QPoint>{{0, 0}, {110, 0}, {220, 0}, {330, 0}}));
    QCOMPARE(lay(429), (QList<QPoint>{{0, 0}, {110, 0}, {220, 0}, {0, 30}}));
    QCOMPARE(row->heightForWidth(429), 50);
    QCOMPARE(lay(50), (QList<QPoint>{{0, 0}, {0, 30}, {0, 60}, {0, 90}}));
    all[1]->hide();
    QCOMPARE(lay(429).at(3), QPoint(329, 0));
    page.setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(lay(429).first(), QPoint(329, 0));
    delete all.takeLast();
    QCOMPARE(row->count(), 3);
    QCOMPARE(lay(429).last(), QPoint(0, 0));
}

void KitWidgets::toastsAreTwoAtMost()
{
    QWidget page;
    page.resize(600, 400);
    kit::ToastArea *area = new kit::ToastArea(&page);
    area->say(QStringLiteral("one"));
    kit::Toast *two = area->say(QStringLiteral("two"));
    kit::Toast *three = area->say(QStringLiteral("three"));
    QCOMPARE(area->count(), 2);
    QVERIFY(two->geometry().bottom() < three->geometry().top());
    QVERIFY(page.rect().contains(three->geometry()));
}

/// A stack and a list tell screen readers of their own pages and rows alone.
void KitWidgets::toastsAreToldToScreenReaders()
{
    QWidget window;
    window.resize(600, 400);
    QStackedWidget stack(&window);
    stack.addWidget(new QWidget);
    QListWidget list(&window);
    window.show();
    for (QWidget *page : {static_cast<QWidget *>(&stack), static_cast<QWidget *>(&list)}) {
        page->setGeometry(100, 50, 300, 200);
        kit::ToastArea area(page);
        kit::Toast *toast = area.say(QStringLiteral("Acknowledged."), QStringLiteral("Undo"));
        QVERIFY(page->geometry().contains(toast->geometry()));
        page->move(150, 50);
        QVERIFY(page->geometry().contains(toast->geometry()));
        QAccessibleInterface *told = QAccessible::queryAccessibleInterface(toast);
        QVERIFY(told->parent()->indexOfChild(told) >= 0);
    }
}

void KitWidgets::toastActionEndsIt()
{
    QWidget page;
    page.resize(600, 400);
    kit::ToastArea *area = new kit::ToastArea(&page);
    kit::Toast *toast = area->say(QStringLiteral("Acknowledged."), QStringLiteral("Undo"));
    QSignalSpy acted(toast, &kit::Toast::actionTriggered);
    toast->findChild<QPushButton *>()->click();
    QCOMPARE(acted.size(), 1);
    QCOMPARE(area->count(), 0);
}

void KitWidgets::focusRingShows()
{
    QWidget page;
    kit::Tile tile(QStringLiteral("Devices"), &page);
    tile.setGeometry(10, 10, 200, kit::tokens::TileHeight);
    kit::Segmented other({QStringLiteral("a")}, &page);
    page.show();
    page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    other.setFocus();
    const QImage calm = tile.grab().toImage();
    tile.setFocus(Qt::TabFocusReason);
    const QImage focused = tile.grab().toImage();
    QVERIFY(calm != focused);
    QCOMPARE(focused.pixelColor(100, 0), kit::theme().accent);
}

QTEST_MAIN(KitWidgets)
#include "kit_widgets.moc"
