// SPDX-License-Identifier: GPL-3.0-or-later
#include "scans/scandialog.h"

#include "kit/segmented.h"
#include "kit/theme.h"
#include "scans/house.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>

using namespace std::chrono_literals;

namespace {
struct DialogHouse : ScanHouse
{
    using ScanHouse::ScanHouse;
    scans::ScanDialog &open()
    {
        ScanHouse::open();
        dialog = std::make_unique<scans::ScanDialog>(scans, clock);
        dialog->show();
        return *dialog;
    }
    [[nodiscard]] QLineEdit &line(const char *name) const
    {
        const auto lines = dialog->findChildren<QLineEdit *>();
        for (QLineEdit *line : lines) {
            if (line->accessibleName() == QLatin1String(name))
                return *line;
        }
        qFatal("no such field");
    }
    [[nodiscard]] QPushButton &startButton() const { return *button(*dialog, QStringLiteral("Start scan")); }
    /// As after a pause in typing.
    void settle() { clock.advance(300ms); }

    std::unique_ptr<scans::ScanDialog> dialog;
};
} // namespace

/// What is to be scanned is asked for, checked as one types, and told in plain words before it starts.
class ScanDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        kit::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), kit::ThemeKind::Light);
    }

    void saysWhatWillBeDone()
    {
        DialogHouse house;
        scans::ScanDialog &dialog = house.open();
        QVERIFY(!house.startButton().isEnabled());
        house.settle();
        QTRY_VERIFY(house.says(dialog, QStringLiteral("Asks 256 addresses")));
        QVERIFY(house.says(dialog, QStringLiteral("256 addresses · takes about 4")));
        QVERIFY(house.says(dialog, QStringLiteral("nmap -sT")));
        QVERIFY(house.startButton().isEnabled());
    }

    void targetsAreCheckedAsOneTypes()
    {
        DialogHouse house;
        scans::ScanDialog &dialog = house.open();
        house.settle();
        QTRY_VERIFY(house.startButton().isEnabled());
        const qsizetype before = house.link.asked(QStringLiteral("network.scans.preview"));
        QTest::keyClicks(&house.line("Where"), QStringLiteral("192.168.300.0/24"));
        QVERIFY(!house.startButton().isEnabled());
        QCOMPARE(house.link.asked(QStringLiteral("network.scans.preview")), before); // not for each letter
        house.settle();
        QTRY_VERIFY(house.says(dialog, QStringLiteral("192.168.300.0/24 is no address")));
        QCOMPARE(house.link.asked(QStringLiteral("network.scans.preview")), before + 1);
        QVERIFY(!house.startButton().isEnabled());
        QVERIFY(house.startButton().toolTip().contains(QLatin1String("is no address")));
        house.line("Where").setText(QStringLiteral("192.168.1.7"));
        house.settle();
        QTRY_VERIFY(house.startButton().isEnabled());
    }

    void networksPutThemselvesIn()
    {
        DialogHouse house;
        scans::ScanDialog &dialog = house.open();
        QTRY_VERIFY(house.button(dialog, QStringLiteral("Office")));
        QPushButton *office = house.button(dialog, QStringLiteral("Office"));
        QVERIFY(!house.button(dialog, QStringLiteral("10.8.0.0/24"))); // not ticked
        office->click();
        QCOMPARE(dialog.wish().target, QStringLiteral("192.168.1.0/24"));
        house.line("Where").setText(QStringLiteral("srv-web-02, 192.168.1.0/24"));
        QVERIFY(office->isChecked());
        office->click();
        QCOMPARE(dialog.wish().target, QStringLiteral("srv-web-02"));
    }

    void withoutATickedNetworkItLeadsThere()
    {
        DialogHouse house;
        house.scanner.scope[0].isTicked = false;
        scans::ScanDialog &dialog = house.open();
        QSignalSpy wanted(&dialog, &scans::ScanDialog::networksWanted);
        QTRY_VERIFY(house.says(dialog, QStringLiteral("No network is ticked yet")));
        house.button(dialog, QStringLiteral("Choose networks"))->click();
        QCOMPARE(wanted.size(), 1);
        QVERIFY(!dialog.isVisible());
    }

    void whatIsMissingIsSaid()
    {
        DialogHouse house;
        house.scanner.missing = {QStringLiteral("Without raw sockets there are no hardware addresses. Start "
                                                "belfry-scan-helper to have them."),
                                 QStringLiteral("UDP ports are left out."),
                                 QStringLiteral("It may take longer than the 300 seconds it is given.")};
        scans::ScanDialog &dialog = house.open();
        house.settle();
        QTRY_VERIFY(house.says(dialog, QStringLiteral("Start belfry-scan-helper")));
        QVERIFY(house.startButton().isEnabled());
        // There is room for all of it.
        QCoreApplication::processEvents();
        const auto parts = dialog.findChildren<QWidget *>();
        for (const QWidget *part : parts) {
            const bool isPartOfAField =
                qobject_cast<const QAbstractSpinBox *>(part->parentWidget()) != nullptr;
            if (part->isVisible() && !isPartOfAField)
                QVERIFY2(part->height() >= part->minimumSizeHint().height(),
                         qPrintable(QString::fromLatin1(part->metaObject()->className()) + u' ' +
                                    part->accessibleName()));
        }
    }

    void withoutAScannerNothingStarts()
    {
        DialogHouse house;
        scans::ScanDialog &dialog = house.open();
        network::PreviewScan::Reply none;
        none.sentence = QStringLiteral("Asks 256 addresses.");
        none.missing = {QStringLiteral("nmap is not installed. Install the package nmap.")};
        house.link.answer(QStringLiteral("network.scans.preview"), core::toJson(none).toObject());
        house.settle();
        QTRY_VERIFY(house.says(dialog, QStringLiteral("nmap is not installed.")));
        QVERIFY(!house.startButton().isEnabled());
        QVERIFY(house.startButton().toolTip().contains(QLatin1String("nmap is not installed")));
    }

    void everyOptionIsSent()
    {
        DialogHouse house;
        scans::ScanDialog &dialog = house.open();
        network::StartScan wish;
        wish.scanType = network::ScanType::Ports;
        wish.target = QStringLiteral("192.168.1.20");
        wish.options.ports = QStringLiteral("22,80,8000-8100");
        wish.options.timeout = 60;
        wish.options.parallel = false;
        wish.options.scanIntensity = network::Intensity::Aggressive;
        wish.options.includeOs = true;
        dialog.setWish(wish);
        QVERIFY(house.says(dialog, QStringLiteral("May disturb printers")));
        house.settle();
        QTRY_VERIFY(house.startButton().isEnabled());
        QSignalSpy started(&dialog, &scans::ScanDialog::started);
        house.startButton().click();
        QTRY_COMPARE(started.size(), 1);
        QVERIFY(!dialog.isVisible());
        const auto sent =
            std::find_if(house.link.requests.begin(), house.link.requests.end(), [](const auto &request) {
                return request.first == QLatin1String("network.scan.start");
            });
        QCOMPARE(sent->second, core::toJson(wish).toObject());
        const QString id = started.first().first().toString();
        QTRY_VERIFY(house.scans.find(id));
        QVERIFY(house.scans.isOwn(*house.scans.find(id)));
    }

    void aDiscoveryLooksAtNoPorts()
    {
        DialogHouse house;
        scans::ScanDialog &dialog = house.open();
        QVERIFY(!house.line("Ports").isEnabled());
        house.line("Ports").setText(QStringLiteral("22"));
        QVERIFY(dialog.wish().options.ports.isEmpty());
        auto *type = dialog.findChild<kit::Segmented *>();
        type->setFocus();
        QTest::keyClick(type, Qt::Key_Right);
        QCOMPARE(dialog.wish().scanType, network::ScanType::Ports);
        QVERIFY(house.line("Ports").isEnabled());
        QCOMPARE(dialog.wish().options.ports, QStringLiteral("22"));
    }

    void aRefusalKeepsWhatWasTyped()
    {
        DialogHouse house;
        house.scanner.refusal = QStringLiteral("Too many scans are waiting already.");
        scans::ScanDialog &dialog = house.open();
        house.line("Where").setText(QStringLiteral("192.168.1.7"));
        house.settle();
        QTRY_VERIFY(house.startButton().isEnabled());
        house.startButton().click();
        QTRY_VERIFY(house.says(dialog, house.scanner.refusal));
        QVERIFY(dialog.isVisible());
        QCOMPARE(dialog.wish().target, QStringLiteral("192.168.1.7"));
        QVERIFY(house.startButton().isEnabled());
    }
};

QTEST_MAIN(ScanDialogTest)
#include "scandialogtest.moc"
