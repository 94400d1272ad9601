// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/theme.h"
#include "map/town.h"
#include "network/joinsheet.h"
#include "network/pictureexport.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QMouseEvent>
#include <QPainter>
#include <QPixmap>
#include <QSet>
#include <QSlider>
#include <QSvgRenderer>
#include <QTest>

/// Pictures of the map at every size, overlay and look; they are kept where BELFRY_SHOTS says.
class MapPictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void maps_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("overlay");
        QTest::addColumn<QString>("theme");
        for (const QString &theme : {QStringLiteral("light"), QStringLiteral("dark")}) {
            for (const int count : {14, 50, 1000, 10'000})
                QTest::newRow(qPrintable(QStringLiteral("map_%1_%2").arg(count).arg(theme)))
                    << count << 0 << theme;
            for (const int overlay : {1, 2, 3, 4})
                QTest::newRow(qPrintable(QStringLiteral("map_overlay%1_%2").arg(overlay).arg(theme)))
                    << 50 << overlay << theme;
        }
        QTest::newRow("map_50_contrast") << 50 << 0 << QStringLiteral("contrast");
    }
    void maps()
    {
        QFETCH(int, count);
        QFETCH(int, overlay);
        QFETCH(QString, theme);
        setTheme(theme);
        Town town(count);
        network::MapPage &page = town.open();
        QTRY_VERIFY_WITH_TIMEOUT(town.isReady(), 30000);
        page.plan().setOverlay(network::Overlay(overlay));
        for (QComboBox *box : page.findChildren<QComboBox *>()) {
            if (box->accessibleName() == QLatin1String("Show"))
                box->setCurrentIndex(overlay);
        }
        page.view().choose({town.known[2].id});
        page.view().fit();
        shoot(page, QString::fromLatin1(QTest::currentDataTag()));
    }

    void layouts_data()
    {
        QTest::addColumn<int>("kind");
        for (const int kind : {1, 2, 3})
            QTest::newRow(qPrintable(QStringLiteral("map_layout%1").arg(kind))) << kind;
    }
    void layouts()
    {
        QFETCH(int, kind);
        setTheme(QStringLiteral("light"));
        Town town(120);
        network::MapPage &page = town.open();
        QTRY_VERIFY_WITH_TIMEOUT(town.isReady(), 30000);
        page.plan().setLayoutKind(network::LayoutKind(kind));
        QTRY_VERIFY(town.link.asked(QStringLiteral("network.layout.get")) == 2);
        QCoreApplication::processEvents();
        page.view().fit();
        shoot(page, QString::fromLatin1(QTest::currentDataTag()));
    }

    void expanded()
    {
        setTheme(QStringLiteral("light"));
        Town town(3000);
        network::MapPage &page = town.open();
        QTRY_VERIFY_WITH_TIMEOUT(town.isReady(), 30000);
        expandAll(page);
        page.view().fit();
        shoot(page, QStringLiteral("map_expanded"));
        page.view().zoomTo(0.3);
        shoot(page, QStringLiteral("map_expanded_near"));
    }

    void inThePast_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << QStringLiteral("light");
        QTest::newRow("dark") << QStringLiteral("dark");
    }
    void inThePast()
    {
        QFETCH(QString, theme);
        setTheme(theme);
        Town town(50);
        town.link.answers.insert(QStringLiteral("network.devices.states"), [&town](const QJsonObject &) {
            network::PastStates::Reply reply;
            for (int i = 0; i < town.known.size(); ++i) {
                if (i % 7 != 5)
                    reply.states.insert(town.known[i].id,
                                        i % 11 == 9 ? QStringLiteral("down") : QStringLiteral("up"));
            }
            return core::Reply(core::toJson(reply).toObject());
        });
        network::MapPage &page = town.open();
        QTRY_VERIFY_WITH_TIMEOUT(town.isReady(), 30000);
        actionOf(page, "map.time")->trigger();
        page.findChild<QSlider *>()->setValue(100);
        QTRY_VERIFY(page.plan().isPast());
        page.view().fit();
        shoot(page, QStringLiteral("map_past_") + theme);
    }

    void joining()
    {
        setTheme(QStringLiteral("light"));
        Town town(50);
        network::MapPage &page = town.open();
        QTRY_VERIFY_WITH_TIMEOUT(town.isReady(), 30000);
        page.view().fit();
        page.view().choose({town.known[6].id});
        actionOf(page, "map.join")->trigger();
        const network::Board &board = page.plan().board();
        const QPoint to =
            page.view().mapFromScene(board.spots[size_t(board.find(town.known[9].id))].at) + QPoint(0, 4);
        QMouseEvent event(QEvent::MouseMove, to, page.view().viewport()->mapToGlobal(to), Qt::NoButton,
                          Qt::NoButton, {});
        QCoreApplication::sendEvent(page.view().viewport(), &event);
        shoot(page, QStringLiteral("map_joining"));
        Q_EMIT page.view().joined(town.known[6].id, town.known[9].id);
        const QPixmap sheet = page.findChild<network::JoinSheet *>()->grab();
        if (const QString folder = qEnvironmentVariable("BELFRY_SHOTS"); !folder.isEmpty())
            QVERIFY(sheet.save(QDir(folder).filePath(QStringLiteral("map_joinsheet.png"))));
    }

    void files()
    {
        setTheme(QStringLiteral("light"));
        Town town(14);
        network::MapPage &page = town.open();
        QTRY_VERIFY_WITH_TIMEOUT(town.isReady(), 30000);
        const network::Board &board = page.plan().board();
        const QDateTime now = town.clock.now();
        const QByteArray svg = network::mapSvg(board, network::Overlay::Status, now);
        const QByteArray pdf = network::mapPdf(board, network::Overlay::Status, now);
        // 9 points are 12 pixels of the screen the map is measured for.
        QVERIFY(svg.contains("font-size=\"12px\"") || svg.contains("font-size=\"12\""));
        if (const QString folder = qEnvironmentVariable("BELFRY_SHOTS"); !folder.isEmpty()) {
            for (const auto &[name, content] : {std::pair("map.svg", svg), std::pair("map.pdf", pdf)}) {
                QFile file(QDir(folder).filePath(QLatin1String(name)));
                QVERIFY(file.open(QIODevice::WriteOnly));
                QCOMPARE(file.write(content), content.size());
            }
            QImage drawn(1200, 800, QImage::Format_ARGB32_Premultiplied);
            QPainter painter(&drawn);
            QSvgRenderer(svg).render(&painter);
            painter.end();
            QVERIFY(drawn.save(QDir(folder).filePath(QStringLiteral("map_svg.png"))));
        }
    }

    void listBesideTheMap()
    {
        setTheme(QStringLiteral("light"));
        Town town(50);
        network::MapPage &page = town.open();
        QTRY_VERIFY_WITH_TIMEOUT(town.isReady(), 30000);
        page.setListShown(true);
        page.focusDevice(town.known[4].id);
        page.view().setFound({town.known[4].id, town.known[5].id});
        shoot(page, QStringLiteral("map_list"));
    }

private:
    static void setTheme(const QString &theme)
    {
        const auto kind = theme == QLatin1String("dark")       ? kit::ThemeKind::Dark
                          : theme == QLatin1String("contrast") ? kit::ThemeKind::HighContrast
                                                               : kit::ThemeKind::Light;
        kit::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), kind);
    }
    static QAction *actionOf(const network::MapPage &page, const char *id)
    {
        for (QAction *each : page.mapActions()) {
            if (each->objectName() == QLatin1String(id))
                return each;
        }
        return nullptr;
    }
    static void expandAll(network::MapPage &page)
    {
        QStringList stacked;
        for (const network::Box &box : page.plan().board().boxes) {
            if (box.isStacked)
                stacked << box.key;
        }
        page.plan().openGroups(stacked);
    }
    static void shoot(network::MapPage &page, const QString &name)
    {
        page.view().setPatience(1e9);
        const QPixmap picture = page.grab();
        const QImage image = picture.toImage();
        QSet<QRgb> colors;
        for (int y = 0; y < image.height(); y += 3) {
            for (int x = 0; x < image.width(); x += 3)
                colors << image.pixel(x, y);
        }
        QVERIFY2(colors.size() > 20, qPrintable(name + QStringLiteral(" is blank")));
        QVERIFY(colors.contains(kit::theme().surface.rgb()));
        const QString folder = qEnvironmentVariable("BELFRY_SHOTS");
        if (!folder.isEmpty())
            QVERIFY(picture.save(QDir(folder).filePath(name + QStringLiteral(".png"))));
    }
};

QTEST_MAIN(MapPictureTest)
#include "mappicturetest.moc"
