// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/devicepage.h"

#include "devices/devicespage.h"
#include "devices/editsheet.h"
#include "devices/knowndevice.h"
#include "devices/presencestrip.h"
#include "kit/emptystate.h"
#include "kit/theme.h"
#include "kit/toast.h"
#include "support/findbutton.h"

#include <QAction>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using devices::DevicePage;
using devices::DevicesPage;

/// The page of one device, within the page of all of them.
class DevicePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        kit::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), kit::ThemeKind::Light);
    }
    void init()
    {
        m_town = std::make_unique<Town>(30);
        m_answers = std::make_unique<KnownDevice>(m_town->link, *m_town);
        m_devices = std::make_unique<client::Devices>(m_town->link);
        m_mirror = std::make_unique<client::Mirror>(m_town->link, m_town->clock);
        m_list = std::make_unique<DevicesPage>(*m_mirror, *m_devices);
        m_list->resize(1180, 700);
        m_list->show();
        QTRY_VERIFY(m_devices->isKnown() && m_mirror->user());
    }
    void cleanup()
    {
        m_list.reset();
        m_mirror.reset();
        m_devices.reset();
        m_town.reset();
    }

    void enterOpensAndEscapeLeaves()
    {
        auto *view = m_list->findChild<QTableView *>(QStringLiteral("devices"));
        m_list->choose({m_town->known[2].id});
        view->setFocus();
        QTest::keyClick(view, Qt::Key_Return);
        QVERIFY(m_list->isDeviceShown());
        QCOMPARE(page().id(), m_town->known[2].id);
        QVERIFY(page().isVisible() && !view->isVisible());
        QVERIFY(page().isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!m_list->isDeviceShown());
        QVERIFY(view->isVisible());
        QCOMPARE(m_list->chosen(), QStringList(m_town->known[2].id));
    }

    void tellsWhatIsKnown()
    {
        open(2);
        QTRY_VERIFY(says(QStringLiteral("RB4011")));
        QVERIFY(says(m_town->known[2].name));
        QVERIFY(says(QStringLiteral("93")));
        QCOMPARE(rows(DevicePage::tr("Why it is taken for its type")), 4);
        QCOMPARE(rows(DevicePage::tr("Addresses and names")), 5);
        QCOMPARE(rows(DevicePage::tr("Ports and services")), 3);
        QCOMPARE(rows(DevicePage::tr("Network interfaces")), 2);
        const QString product =
            table(DevicePage::tr("Ports and services"))->model()->index(0, 5).data().toString();
        QVERIFY(product.startsWith(QLatin1String("<b>OpenSSH</b>")));
        QVERIFY(!product.contains(QChar(0x1b)) && !product.contains(QChar(0x202e)));
    }

    void saysWhatIsInTheWay()
    {
        network::Entry &behind = m_town->known[6];
        behind.state = network::State::Unreachable;
        behind.parentId = m_town->known[2].id;
        m_town->link.say(network::DeviceChanged{behind}, m_town->clock.now());
        open(6);
        QTRY_VERIFY(says(m_town->known[2].name + QStringLiteral(" does not answer")));
    }

    void presenceIsReadByKeys()
    {
        open(2);
        auto *strip = page().findChild<devices::PresenceStrip *>();
        QTRY_VERIFY(!strip->textOf(47).isEmpty());
        QVERIFY(strip->textOf(48).isEmpty());
        QVERIFY(says(QStringLiteral("96")));
        strip->setFocus();
        QTest::keyClick(strip, Qt::Key_Home);
        QCOMPARE(strip->current(), 0);
        QVERIFY(strip->accessibleDescription().contains(devices::PresenceStrip::tr("not watched")));
        for (int i = 0; i < 21; ++i)
            QTest::keyClick(strip, Qt::Key_Right);
        QCOMPARE(strip->accessibleDescription(), strip->textOf(21));
        QVERIFY(strip->textOf(21).endsWith(devices::PresenceStrip::tr("down")));
        QTest::keyClick(strip, Qt::Key_End);
        QTest::keyClick(strip, Qt::Key_Right);
        QCOMPARE(strip->current(), 47);
    }

    void changesComeInPieces()
    {
        open(2);
        const QString name = DevicePage::tr("Changes");
        QTRY_COMPARE(rows(name), 100);
        auto *older = support::findButton(page(), QStringLiteral("Older changes"));
        QVERIFY(older && !older->isHidden());
        older->click();
        QTRY_COMPARE(rows(name), 130);
        QVERIFY(older->isHidden());
        const QAbstractItemModel *model = table(name)->model();
        QCOMPARE(model->index(1, 2).data().toString(), QStringLiteral("up"));
        QCOMPARE(model->index(1, 3).data().toString(), QStringLiteral("down"));
    }

    void notesAreWritten()
    {
        open(2);
        auto *notes = page().findChild<QPlainTextEdit *>();
        auto *save = support::findButton(page(), QStringLiteral("Save notes"));
        QVERIFY(!save->isEnabled());
        page().findChild<QTabWidget *>()->setCurrentIndex(3);
        QTest::keyClicks(notes, QStringLiteral("In the cellar"));
        QVERIFY(save->isEnabled());
        // Somebody else changes the device meanwhile: what is being written stays.
        network::Entry changed = m_town->known[2];
        changed.owner = QStringLiteral("Omar");
        m_town->link.say(network::DeviceChanged{changed}, m_town->clock.now());
        QCOMPARE(notes->toPlainText(), QStringLiteral("In the cellar"));
        save->click();
        const auto sent = core::fromJson<network::SetDevices>(m_town->link.requests.last().second);
        QCOMPARE(sent->notes, std::optional(QStringLiteral("In the cellar")));
        QCOMPARE(sent->ids, QStringList(changed.id));
        QVERIFY(!sent->owner);
        changed.notes = QStringLiteral("In the cellar");
        m_town->link.say(network::DeviceChanged{changed}, m_town->clock.now());
        QVERIFY(!save->isEnabled());
    }

    void whoLeavesKeepsWhatWasWritten()
    {
        open(2);
        page().findChild<QTabWidget *>()->setCurrentIndex(3);
        auto *notes = page().findChild<QPlainTextEdit *>();
        notes->setFocus();
        QTest::keyClicks(notes, QStringLiteral("Ask Omar"));
        QTest::keyClick(notes, Qt::Key_Escape);
        QVERIFY(!m_list->isDeviceShown());
        const auto sent = core::fromJson<network::SetDevices>(m_town->link.requests.last().second);
        QCOMPARE(sent->notes, std::optional(QStringLiteral("Ask Omar")));
        QCOMPARE(sent->ids, QStringList(m_town->known[2].id));
        const qsizetype asked = m_town->link.asked(QStringLiteral("network.devices.set"));
        open(3); // nothing written there
        QVERIFY(m_list->leaveDevice());
        QCOMPARE(m_town->link.asked(QStringLiteral("network.devices.set")), asked);
    }

    void whatCannotBeSavedIsNotLost()
    {
        open(2);
        page().findChild<QTabWidget *>()->setCurrentIndex(3);
        auto *notes = page().findChild<QPlainTextEdit *>();
        notes->setFocus();
        QTest::keyClicks(notes, QStringLiteral("Ask Omar"));
        m_town->link.become(client::Link::State::Connecting, QStringLiteral("Connecting…"));
        QTest::keyClick(notes, Qt::Key_Escape);
        QVERIFY(m_list->isDeviceShown());
        QCOMPARE(notes->toPlainText(), QStringLiteral("Ask Omar"));
        auto *toast = m_list->findChild<kit::Toast *>();
        QVERIFY(toast);
        Q_EMIT toast->actionTriggered();
        QVERIFY(!m_list->isDeviceShown());
        QCOMPARE(m_town->link.asked(QStringLiteral("network.devices.set")), 0);
    }

    void actionsAreAboutTheDeviceThatIsShown()
    {
        m_list->choose({m_town->known[9].id, m_town->known[10].id});
        open(2);
        QVERIFY(!m_list->findChild<QAction *>(QStringLiteral("devices.merge"))->isEnabled());
        auto *edit = support::findButton(page(), QStringLiteral("Edit…"));
        edit->click();
        auto *sheet = m_list->findChild<devices::EditSheet *>();
        QVERIFY(sheet && sheet->windowTitle().contains(m_town->known[2].name));
        sheet->reject();
        m_list->findChild<QAction *>(QStringLiteral("devices.approve"))->trigger();
        const auto sent = core::fromJson<network::SetDevices>(m_town->link.requests.last().second);
        QCOMPARE(sent->ids, QStringList(m_town->known[2].id));
    }

    void whoComesFromElsewhereGoesBackThere()
    {
        m_list->openDevice(m_town->known[2].id, true);
        QVERIFY(!m_list->leaveDevice());
        m_list->openDevice(m_town->known[2].id);
        QVERIFY(m_list->leaveDevice());
    }

    void aDeviceThatGoesIsSaidToBeGone()
    {
        open(2);
        m_town->link.say(network::DeviceRemoved{m_town->known[2].id, {}}, m_town->clock.now());
        QTRY_VERIFY(says(QStringLiteral("no longer kept")));
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &page(), Qt::Key_Escape);
        open(3);
        m_town->link.become(client::Link::State::Connecting, QStringLiteral("Connecting…"));
        QVERIFY(says(m_town->known[3].name)); // what is known is still shown
        QVERIFY(!support::findButton(page(), QStringLiteral("Edit…"))->isEnabled());
    }

private:
    std::unique_ptr<Town> m_town;
    std::unique_ptr<KnownDevice> m_answers;
    std::unique_ptr<client::Devices> m_devices;
    std::unique_ptr<client::Mirror> m_mirror;
    std::unique_ptr<DevicesPage> m_list;

    [[nodiscard]] DevicePage &page() const { return *m_list->findChild<DevicePage *>(); }
    void open(int place)
    {
        m_list->openDevice(m_town->known[place].id);
        QTRY_VERIFY(rows(DevicePage::tr("Ports and services")) > 0);
    }
    [[nodiscard]] QTableView *table(const QString &name) const
    {
        const auto views = page().findChildren<QTableView *>();
        for (QTableView *view : views) {
            if (view->accessibleName() == name)
                return view;
        }
        return nullptr;
    }
    [[nodiscard]] int rows(const QString &name) const { return table(name)->model()->rowCount(); }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = page().findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }
};

QTEST_MAIN(DevicePageTest)
#include "devicepagetest.moc"
