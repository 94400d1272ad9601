// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/notificationspanel.h"

#include "kit/segmented.h"
#include "support/fakeclock.h"
#include "support/findbutton.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTimeEdit>

using client::Matter;
using client::Telling;
using client::Way;

/// What is told how, as somebody sets it.
class NotificationsPanelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<support::FakeClock>();
        m_manners = std::make_unique<client::Manners>(*m_clock, QString());
        m_panel = std::make_unique<settings::NotificationsPanel>(*m_manners);
        m_panel->show();
        m_table = m_panel->findChild<QTableView *>();
        m_presets = m_panel->findChild<kit::Segmented *>();
    }
    void cleanup()
    {
        m_panel.reset();
        m_manners.reset();
    }

    void cellsAreTickedByKeys()
    {
        const QModelIndex high = cell(Matter::High, Way::PopUp);
        QCOMPARE(high.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QCOMPARE(high.data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("High alerts, Desktop pop-up: on"));
        m_table->setCurrentIndex(high);
        QTest::keyClick(m_table, Qt::Key_Space);
        QVERIFY(!m_manners->telling().tells(Matter::High, Way::PopUp));
        QCOMPARE(high.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        QCOMPARE(m_presets->current(), -1); // it is nobody's but one's own
        // What cannot be is no box.
        const QModelIndex none = cell(Matter::ScanDone, Way::Badge);
        QVERIFY(!none.data(Qt::CheckStateRole).isValid());
        QVERIFY(!(none.flags() & Qt::ItemIsUserCheckable));
        QCOMPARE(m_table->model()->index(0, 0).data().toString(), QStringLiteral("Critical alerts"));
    }

    void presetsAndReset()
    {
        QCOMPARE(m_presets->current(), 1);
        m_presets->setFocus();
        QTest::keyClick(m_presets, Qt::Key_Right);
        QVERIFY(m_manners->telling() == Telling(Telling::Preset::Everything));
        QTest::keyClick(m_presets, Qt::Key_Left);
        QTest::keyClick(m_presets, Qt::Key_Left);
        QVERIFY(m_manners->telling() == Telling(Telling::Preset::Quiet));
        support::findButton(*m_panel, QStringLiteral("Reset"))->click();
        QVERIFY(m_manners->telling() == Telling());
        QCOMPARE(m_presets->current(), 1);
    }

    void eachWayIsTested()
    {
        QList<Way> tested;
        connect(m_panel.get(), &settings::NotificationsPanel::testWanted, this,
                [&tested](Way way) { tested << way; });
        for (int way = 0; way < client::wayCount; ++way)
            support::findButton(*m_panel, client::titleOf(Way(way)))->click();
        QCOMPARE(tested, (QList<Way>{Way::Toast, Way::PopUp, Way::Sound, Way::Badge}));
    }

    void hoursOfADay()
    {
        QCheckBox *monday = nullptr;
        for (QCheckBox *box : m_panel->findChildren<QCheckBox *>()) {
            if (box->text() == QLocale().dayName(1))
                monday = box;
        }
        QVERIFY(monday);
        QTimeEdit *from = time(QStringLiteral("from"));
        QVERIFY(!from->isEnabled());
        monday->click();
        QVERIFY(from->isEnabled());
        from->setTime(QTime(20, 30));
        QVERIFY((m_manners->hours().day(1) == client::QuietHours::Day{true, {20, 30}, {7, 0}}));
        QVERIFY(!m_manners->hours().day(2).isOn);
    }

    void quietIsEndedHere()
    {
        auto *end = support::findButton(*m_panel, QStringLiteral("End quiet now"));
        QVERIFY(end->isHidden());
        m_manners->snoozeFor(std::chrono::hours(1));
        QVERIFY(!end->isHidden());
        end->click();
        QVERIFY(!m_manners->quietUntil());
        QVERIFY(end->isHidden());
    }

private:
    [[nodiscard]] QModelIndex cell(Matter matter, Way way) const
    {
        return m_table->model()->index(int(matter), 1 + int(way));
    }
    QTimeEdit *time(const QString &which)
    {
        for (QTimeEdit *edit : m_panel->findChildren<QTimeEdit *>()) {
            if (edit->accessibleName() == QStringLiteral("%1, quiet %2").arg(QLocale().dayName(1), which))
                return edit;
        }
        return nullptr;
    }

    std::unique_ptr<support::FakeClock> m_clock;
    std::unique_ptr<client::Manners> m_manners;
    std::unique_ptr<settings::NotificationsPanel> m_panel;
    QTableView *m_table = nullptr;
    kit::Segmented *m_presets = nullptr;
};

QTEST_MAIN(NotificationsPanelTest)
#include "notificationspaneltest.moc"
