// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertpages/bookkeeper.h"
#include "catalog/alerts.h"
#include "gui/pictures.h"
#include "gui/stage.h"
#include "notices/noticecentre.h"
#include "overview/awaycard.h"
#include "settings/settingspage.h"
#include "shell/tray.h"

#include <QListView>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

/// Pictures of how the window tells its person, light and dark.
class QuietPictureTest : public QObject
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
        QTest::newRow("contrast small") << QStringLiteral("contrast") << QSize(1024, 640);
    }
    void pages()
    {
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        QTemporaryDir folder;
        Stage stage;
        stage.options.settingsFile = folder.filePath(QStringLiteral("window.conf"));
        stage.options.isTrayThere = [] { return false; };
        const Town town(10);
        stage.takeNetworkOf(town);
        Bookkeeper book(stage.link, stage.clock.now());
        shell::MainWindow &window = stage.open(size);
        stage.trigger(qPrintable(QStringLiteral("theme.") + theme));
        stage.trigger("quiet.60");
        QTest::keyClick(&window, Qt::Key_Shift);
        book.now = stage.clock.now().addSecs(60);
        book.storm(7);
        book.find(QStringLiteral("A-3"))->state = alerts::AlertState::Resolved;
        book.find(QStringLiteral("A-3"))->resolvedAt = book.now;
        for (alerts::Alert &alert : book.known)
            alert.raisedAt = book.now;
        stage.clock.advance(52min);
        stage.tick();
        QTest::keyClick(&window, Qt::Key_Shift);
        QTRY_VERIFY(window.findChild<overview::AwayCard *>()->isVisible());
        keep(window.grabPage(QStringLiteral("overview"), size), QStringLiteral("quiet_overview_") + theme);
        window.showPage(QStringLiteral("settings"));
        QVERIFY(window.findChild<settings::SettingsPage *>()->showTab(QStringLiteral("notifications")));
        keep(window.grabPage(QStringLiteral("settings"), size), QStringLiteral("quiet_settings_") + theme);
        for (const auto urgency : {alerts::Urgency::Critical, alerts::Urgency::Warning})
            stage.link.say(alerts::SystemAlert{QStringLiteral("Power goes at noon"),
                                               QStringLiteral("Save your work."), urgency, std::nullopt,
                                               QStringLiteral("dana"), stage.clock.now()},
                           stage.clock.now());
        stage.trigger("view.notices");
        auto *list = window.findChild<notices::NoticeCentre *>()->findChild<QListView *>();
        QTRY_VERIFY(list->model()->rowCount() > 1);
        list->setCurrentIndex(list->model()->index(0, 0));
        keep(window.grabPage(QStringLiteral("overview"), size), QStringLiteral("quiet_bell_") + theme);
    }

    /// Every badge at every size, over a dark panel and a light one.
    void tray()
    {
        const QList<shell::TrayFace> faces{{},
                                           {kit::Status::Info, 0, {}},
                                           {kit::Status::Low, 2, {}},
                                           {kit::Status::Medium, 4, {}},
                                           {kit::Status::High, 7, {}},
                                           {kit::Status::Critical, 1, {}},
                                           {kit::Status::Critical, 12, {}}};
        kit::applyTheme(*qApp, kit::ThemeKind::Light);
        QPixmap sheet(560, 340);
        QPainter painter(&sheet);
        painter.fillRect(QRect(0, 0, 560, 170), QColor(0x20, 0x24, 0x2a));
        painter.fillRect(QRect(0, 170, 560, 170), QColor(0xf2, 0xf3, 0xf5));
        for (const int top : {10, 180}) {
            for (int place = 0; place < int(faces.size()); ++place) {
                int y = top;
                for (const int side : {16, 22, 32, 64}) {
                    painter.drawPixmap(10 + place * 78, y,
                                       shell::Tray::iconOf(faces[place]).pixmap(QSize(side, side), 1.0));
                    y += side + 6;
                }
            }
        }
        painter.end();
        Pictures::save(sheet, QStringLiteral("quiet_tray"));
    }

private:
    static void keep(const QPixmap &picture, const QString &name)
    {
        QVERIFY(!picture.isNull());
        Pictures::keep(picture, name);
    }

    Pictures m_pictures;
};

QTEST_MAIN(QuietPictureTest)
#include "quietpicturetest.moc"
