// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/glyph.h"
#include "kit/icons.h"
#include "kit/theme.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QPainter>
#include <QTest>

namespace {

constexpr double Text = 4.5;
constexpr double Shape = 3.0;

QColor over(const QColor &ink, const QColor &ground)
{
    const float a = ink.alphaF();
    return QColor::fromRgbF(ink.redF() * a + ground.redF() * (1 - a),
                            ink.greenF() * a + ground.greenF() * (1 - a),
                            ink.blueF() * a + ground.blueF() * (1 - a));
}

QImage drawn(kit::Status status)
{
    QImage image(48, 48, QImage::Format_ARGB32_Premultiplied);
    image.fill(kit::theme().surface);
    QPainter painter(&image);
    kit::paintGlyph(painter, QRectF(0, 0, 48, 48), status);
    return image;
}

} // namespace

class KitTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownRatios();
    void textOnGround_data() { looks(); }
    void textOnGround();
    void controlsOnGround_data() { looks(); }
    void controlsOnGround();
    void statuses_data() { looks(); }
    void statuses();
    void seriesOnSurface_data() { looks(); }
    void seriesOnSurface();
    void changesLive();
    void iconsFollowTheTheme();
    void everySymbolHasADrawing();
    void everyStatusHasItsShape();
    void severities();

private:
    static void looks();
    static const kit::Theme &look();
};

void KitTheme::looks()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("light") << int(kit::ThemeKind::Light);
    QTest::newRow("dark") << int(kit::ThemeKind::Dark);
    QTest::newRow("high contrast") << int(kit::ThemeKind::HighContrast);
}

const kit::Theme &KitTheme::look()
{
    QFETCH(int, kind);
    return kit::themeFor(kit::ThemeKind(kind));
}

#define ENOUGH(ink, ground, least)                                                                           \
    QVERIFY2(kit::contrast(ink, ground) >= (least),                                                          \
             qPrintable(QStringLiteral(#ink " on " #ground ": %1").arg(kit::contrast(ink, ground))))

void KitTheme::knownRatios()
{
    QCOMPARE(kit::contrast(Qt::white, Qt::black), 21.0);
    QCOMPARE(kit::contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(std::abs(kit::contrast(QColor(0x767676U), Qt::white) - 4.54) < 0.01);
}

void KitTheme::textOnGround()
{
    const kit::Theme &t = look();
    for (const QColor &ground : {t.window, t.surface, t.surfaceAlt, t.rail, t.raised}) {
        ENOUGH(t.text, ground, Text);
        ENOUGH(t.text2, ground, Text);
        ENOUGH(t.text3, ground, Text);
        ENOUGH(t.accent, ground, Text);
    }
    ENOUGH(t.text, t.selection, Text);
    ENOUGH(t.text2, t.selection, Text);
    ENOUGH(t.onAccent, t.accent, Text);
    ENOUGH(t.onMode, t.mode, Text);
    ENOUGH(t.status(kit::Status::Critical).mark, t.status(kit::Status::Critical).fill, Text);
    for (int i = 0; i <= int(kit::Status::Critical); ++i)
        ENOUGH(t.text, over(t.tint(kit::Status(i)), t.surface), Text);
}

void KitTheme::controlsOnGround()
{
    const kit::Theme &t = look();
    for (const QColor &ground : {t.window, t.surface, t.raised}) {
        ENOUGH(t.borderStrong, ground, Shape);
        ENOUGH(t.accent, ground, Shape);
    }
}

void KitTheme::statuses()
{
    const kit::Theme &t = look();
    for (int i = 0; i <= int(kit::Status::Critical); ++i) {
        const kit::StatusInk &ink = t.status(kit::Status(i));
        const QColor body = ink.fill.isValid() ? ink.fill : ink.outline;
        ENOUGH(body, t.surface, Shape);
        if (ink.fill.isValid())
            ENOUGH(ink.mark, ink.fill, Shape);
    }
}

void KitTheme::seriesOnSurface()
{
    const kit::Theme &t = look();
    QSet<QString> dashes;
    for (int place = 0; place < 6; ++place) {
        ENOUGH(t.series(place).color, t.surface, Shape);
        QStringList dash;
        for (const qreal length : t.series(place).dash)
            dash << QString::number(length);
        dashes << dash.join(QLatin1Char('-'));
    }
    QCOMPARE(dashes.size(), 6);
    QVERIFY(t.series(0).dash.isEmpty());
    QCOMPARE(t.series(6).color, t.text3);
}

void KitTheme::changesLive()
{
    kit::applyTheme(*qApp, kit::ThemeKind::Light);
    QLabel label(QStringLiteral("text"));
    label.setAutoFillBackground(true);
    label.resize(80, 30);
    label.show();
    QCOMPARE(label.grab().toImage().pixelColor(79, 29), kit::themeFor(kit::ThemeKind::Light).window);
    kit::applyTheme(*qApp, kit::ThemeKind::Dark);
    QCOMPARE(kit::theme().kind, kit::ThemeKind::Dark);
    QCoreApplication::processEvents();
    QCOMPARE(label.grab().toImage().pixelColor(79, 29), kit::themeFor(kit::ThemeKind::Dark).window);
    kit::applyTheme(*qApp, kit::ThemeKind::System);
    QCOMPARE(kit::chosenTheme(), kit::ThemeKind::System);
    kit::setSystemDark(*qApp, true);
    QCOMPARE(kit::theme().kind, kit::ThemeKind::Dark);
    kit::setSystemDark(*qApp, false);
    QCOMPARE(kit::theme().kind, kit::ThemeKind::Light);
    kit::applyTheme(*qApp, kit::ThemeKind::HighContrast);
    kit::setSystemDark(*qApp, true); // a choice of one's own stays
    QCOMPARE(kit::theme().kind, kit::ThemeKind::HighContrast);
}

void KitTheme::iconsFollowTheTheme()
{
    const QIcon icon = kit::icon(kit::Symbol::Table, kit::Tone::Text);
    const auto brightest = [&icon] {
        const QImage image = icon.pixmap(24, 24).toImage();
        int most = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() > 200)
                    most = std::max(most, image.pixelColor(x, y).lightness());
            }
        }
        return most;
    };
    kit::applyTheme(*qApp, kit::ThemeKind::Light);
    QVERIFY(brightest() > 0 && brightest() < 90);
    kit::applyTheme(*qApp, kit::ThemeKind::Dark);
    QVERIFY(brightest() > 200);
}

void KitTheme::everySymbolHasADrawing()
{
    kit::applyTheme(*qApp, kit::ThemeKind::Light);
    QSet<QByteArray> drawings;
    for (int i = 0; i <= int(kit::Symbol::App); ++i) {
        const QImage image = kit::icon(kit::Symbol(i)).pixmap(48, 48).toImage();
        drawings << QByteArray(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
    }
    QCOMPARE(drawings.size(), int(kit::Symbol::App) + 1);
}

void KitTheme::everyStatusHasItsShape()
{
    kit::applyTheme(*qApp, kit::ThemeKind::HighContrast); // one colour for all: only the shape is left
    QList<QImage> masks;
    for (int i = 0; i <= int(kit::Status::Critical); ++i) {
        QImage mask = drawn(kit::Status(i)).createMaskFromColor(kit::theme().surface.rgb(), Qt::MaskOutColor);
        QVERIFY2(!masks.contains(mask), qPrintable(kit::statusWord(kit::Status(i))));
        masks << mask;
    }
}

void KitTheme::severities()
{
    QCOMPARE(kit::statusOfSeverity(-3), kit::Status::Info);
    QCOMPARE(kit::statusOfSeverity(2), kit::Status::Info);
    QCOMPARE(kit::statusOfSeverity(3), kit::Status::Low);
    QCOMPARE(kit::statusOfSeverity(5), kit::Status::Medium);
    QCOMPARE(kit::statusOfSeverity(7), kit::Status::High);
    QCOMPARE(kit::statusOfSeverity(9), kit::Status::Critical);
    QCOMPARE(kit::statusOfSeverity(99), kit::Status::Critical);
    QCOMPARE(kit::statusWord(kit::Status::Ok), QStringLiteral("OK"));
}

QTEST_MAIN(KitTheme)
#include "kit_theme.moc"
