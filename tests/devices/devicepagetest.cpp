// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/devicepage.h"

#include "catalog/network.h"
#include "catalog/security.h"
#include "devices/devicespage.h"
#include "devices/editsheet.h"
#include "devices/eventstab.h"
#include "devices/knowndevice.h"
#include "devices/presencestrip.h"
#include "devices/reachtab.h"
#include "kit/chart.h"
#include "kit/emptystate.h"
#include "kit/segmented.h"
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
using devices::EventsTab;
using devices::ReachTab;

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
        showTab(DevicePage::tr("Notes"));
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
        showTab(DevicePage::tr("Notes"));
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
        showTab(DevicePage::tr("Notes"));
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

    void metricsAreDrawnOfTheDevice()
    {
        open(2);
        QVERIFY(histories().isEmpty()); // nobody looks
        showTab(DevicePage::tr("Metrics"));
        QTRY_VERIFY(chart(ReachTab::tr("Round-trip time"))->isVisible());
        metrics::History asked = histories().last();
        QCOMPARE(asked.source, m_town->known[2].id);
        QCOMPARE(asked.from.secsTo(asked.to), 24 * 3600);
        const kit::Chart *time = chart(ReachTab::tr("Round-trip time"));
        QCOMPARE(time->to() - time->from(), 24 * 3'600'000);
        QVERIFY(chart(ReachTab::tr("Loss"))->isVisible());
        auto *tab = page().findChild<ReachTab *>();
        tab->cursor().moveTo(time->to() - 600'000);
        QVERIFY(says(QStringLiteral("ms")) && says(QStringLiteral("%")));
        auto *ranges = tab->findChild<kit::Segmented *>();
        ranges->setFocus();
        QTest::keyClick(ranges, Qt::Key_Right);
        asked = histories().last();
        QCOMPARE(asked.from.secsTo(asked.to), 7 * 24 * 3600);
        Q_EMIT chart(ReachTab::tr("Loss"))->zoomRequested(time->to() - 3'600'000, time->to());
        QCOMPARE(histories().last().from.secsTo(histories().last().to), 3600);
        QCOMPARE(ranges->current(), -1);
        Q_EMIT chart(ReachTab::tr("Loss"))->liveRequested();
        QCOMPARE(ranges->current(), 2);
    }

    void metricsSayWhenThereAreNone()
    {
        m_answers->isRecorded = false;
        open(2);
        showTab(DevicePage::tr("Metrics"));
        QTRY_VERIFY(says(QStringLiteral("Nothing recorded yet.")));
        QVERIFY(!chart(ReachTab::tr("Loss"))->isVisible());
        m_answers->isRecorded = true;
        open(3);
        showTab(DevicePage::tr("Metrics"));
        QTRY_VERIFY(chart(ReachTab::tr("Loss"))->isVisible());
        QCOMPARE(histories().last().source, m_town->known[3].id);
    }

    void eventsAreThoseOfTheDevice()
    {
        const network::Entry device = m_town->known[2];
        const QDateTime now = m_town->clock.now();
        const auto status = [](const QString &id, bool isOnline) {
            network::DeviceStatusChanged fact;
            fact.deviceId = id;
            fact.isOnline = isOnline;
            fact.lastSeen = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
            return fact;
        };
        m_town->link.say(status(device.id, false), now); // before it is opened
        m_town->link.say(status(m_town->known[5].id, false), now);
        open(2);
        showTab(DevicePage::tr("Events"));
        const QString name = EventsTab::tr("Events");
        QCOMPARE(rows(name), 1);
        security::Event fact;
        fact.message = QStringLiteral("14 logins failed from %1:22\x1b[31m").arg(device.addresses.first());
        m_town->link.say(fact, now);
        QCOMPARE(rows(name), 2);
        const QString what = table(name)->model()->index(0, 2).data().toString();
        QVERIFY(what.startsWith(QStringLiteral("14 logins failed")) && !what.contains(QChar(0x1b)));
        table(name)->selectRow(1);
        m_town->link.say(status(device.id, true), now);
        QCOMPARE(rows(name), 3);
        QCOMPARE(table(name)->currentIndex().row(), 2); // what is chosen stays so
        QSignalSpy wanted(m_list.get(), &DevicesPage::eventWanted);
        QTest::keyClick(table(name), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        const auto shown = wanted.first().first().value<core::Event>();
        QVERIFY(!shown.as<network::DeviceStatusChanged>()->isOnline);
        open(3);
        QCOMPARE(rows(name), 0);
    }

    void howItIsNowIsOneEvent()
    {
        open(2);
        const QString name = EventsTab::tr("Events");
        network::Entry device = m_town->known[2];
        for (const char *owner : {"Omar", "Dana"}) {
            device.owner = QString::fromLatin1(owner);
            m_town->link.say(network::DeviceChanged{device}, m_town->clock.now());
            QCOMPARE(rows(name), 1);
        }
        device.addresses << QStringLiteral("10.9.9.9"); // what is told of its new address concerns it, too
        m_town->link.say(network::DeviceChanged{device}, m_town->clock.now());
        security::Event fact;
        fact.message = QStringLiteral("10.9.9.9 is loud");
        m_town->link.say(fact, m_town->clock.now());
        QCOMPARE(rows(name), 2);
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
    void showTab(const QString &title) const
    {
        auto *tabs = page().findChild<QTabWidget *>();
        for (int place = 0; place < tabs->count(); ++place) {
            if (tabs->tabText(place) == title)
                tabs->setCurrentIndex(place);
        }
        QCOMPARE(tabs->tabText(tabs->currentIndex()), title);
    }
    [[nodiscard]] kit::Chart *chart(const QString &title) const
    {
        const auto charts = page().findChildren<kit::Chart *>();
        for (kit::Chart *one : charts) {
            if (one->title() == title)
                return one;
        }
        return nullptr;
    }
    /// What was asked about how devices answered.
    [[nodiscard]] QList<metrics::History> histories() const
    {
        QList<metrics::History> asked;
        for (const auto &[name, params] : std::as_const(m_town->link.requests)) {
            if (name == QLatin1String(metrics::History::name))
                asked << core::fromJson<metrics::History>(params).value();
        }
        return asked;
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
