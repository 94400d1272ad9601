// SPDX-License-Identifier: GPL-3.0-or-later
#include "alertpages/bookkeeper.h"
#include "client/alerts.h"
#include "support/fakeclock.h"

#include <QSignalSpy>
#include <QTest>

using alerts::AlertState;

/// The window's own list of alerts, kept up by what it hears.
class AlertsModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void loadsAllPages()
    {
        m_book.storm(2345);
        m_book.known[7].state = AlertState::Resolved;
        open();
        QCOMPARE(int(m_alerts->all().size()), 2344);
        QVERIFY(!m_alerts->find(QStringLiteral("A-8")));
        QCOMPARE(m_alerts->counts().open, 2344);
        QCOMPARE(m_alerts->worst(), 9);
    }

    void countsAsTheServerDoes()
    {
        m_book.storm(10);
        m_book.known[0].state = AlertState::Acknowledged;
        m_book.known[1].silencedBy = QStringLiteral("S-1");
        m_book.known[1].silencedUntil = m_book.now.addSecs(60);
        m_book.fold(QStringLiteral("A-3"), QStringLiteral("A-4"));
        open();
        QCOMPARE(m_alerts->counts().acknowledged, 1);
        QCOMPARE(m_alerts->counts().silenced, 1);
        QCOMPARE(m_alerts->counts().folded, 1);
        QCOMPARE(m_alerts->counts().open, 7);
        QCOMPARE(*m_alerts->silencedUntil(), m_book.now.addSecs(60));
        // A part of something that is over stands for itself.
        m_book.find(QStringLiteral("A-4"))->state = AlertState::Resolved;
        m_book.tell({QStringLiteral("A-4")});
        QTRY_COMPARE(m_alerts->counts().folded, 0);
    }

    void tellsTheFirstAtOnceAndTheRestTogether()
    {
        m_book.storm(100);
        open();
        QSignalSpy changed(m_alerts.get(), &client::Alerts::changed);
        QSignalSpy raised(m_alerts.get(), &client::Alerts::raised);
        for (int i = 0; i < 50; ++i) {
            m_book.known[i].state = AlertState::Acknowledged;
            m_book.tell({m_book.known[i].id});
        }
        QCOMPARE(changed.size(), 1);
        QTRY_COMPARE(changed.size(), 2);
        QCOMPARE(changed.last().first().value<QList<int>>().size(), 49);
        QCOMPARE(raised.size(), 0);
        m_book.add(QStringLiteral("New"), 9);
        m_book.tell({m_book.known.last().id});
        QCOMPARE(raised.size(), 1);
    }

    void whatIsHeardWhileLoadingIsNewer()
    {
        m_book.storm(1500);
        auto whole = m_link.answers.value(QStringLiteral("alerts.list"));
        bool isFirst = true;
        m_link.answers.insert(QStringLiteral("alerts.list"), [&, whole](const QJsonObject &asked) {
            core::Reply page = whole(asked);
            if (std::exchange(isFirst, false)) {
                // One of the first page ends after it was written; what follows moves up.
                m_book.known[3].state = AlertState::Resolved;
                QMetaObject::invokeMethod(
                    &m_link, [this] { m_book.tell({QStringLiteral("A-4")}); }, Qt::QueuedConnection);
            }
            return page;
        });
        open();
        QTRY_COMPARE(m_alerts->counts().open, 1499);
        for (int i = 0; i < 1500; ++i)
            QVERIFY2(i == 3 || m_alerts->find(m_book.known[i].id), qPrintable(m_book.known[i].id));
    }

    void reloadsAfterAReconnect()
    {
        m_book.storm(5);
        open();
        m_link.become(client::Link::State::Reconnecting);
        m_book.known[0].state = AlertState::Resolved;
        m_book.add(QStringLiteral("Meanwhile"), 5);
        m_link.become(client::Link::State::Live);
        QTRY_VERIFY(m_alerts->find(QStringLiteral("A-6")));
        QCOMPARE(m_alerts->counts().open, 5);
    }

    void looksBackInPages()
    {
        for (int i = 0; i < 450; ++i) {
            m_book.add(QStringLiteral("Old %1").arg(i), 5);
            m_book.known.last().state = AlertState::Resolved;
        }
        open();
        QVERIFY(m_alerts->all().empty());
        m_alerts->lookBack({});
        QTRY_COMPARE(int(m_alerts->all().size()), 200);
        QCOMPARE(m_alerts->past(), 450);
        QVERIFY(m_alerts->hasOlder());
        m_alerts->loadOlder();
        QTRY_COMPARE(int(m_alerts->all().size()), 400);
        m_alerts->loadOlder();
        QTRY_COMPARE(int(m_alerts->all().size()), 450);
        QVERIFY(!m_alerts->hasOlder());
        m_alerts->lookBack({QStringLiteral("Old 44"), 1});
        QTRY_COMPARE(m_alerts->past(), 11);
    }

    void saysWhyThereIsNoList()
    {
        m_link.answers.insert(QStringLiteral("alerts.list"), [](const QJsonObject &) {
            return core::Reply(
                core::Error{core::ErrorCode::Unavailable, QStringLiteral("The store is full.")});
        });
        m_link.become(client::Link::State::Live);
        m_alerts = std::make_unique<client::Alerts>(m_mirror);
        QTRY_COMPARE(m_alerts->trouble(), QStringLiteral("The store is full."));
        QVERIFY(!m_alerts->isKnown());
    }

    void init()
    {
        m_link.answers.clear();
        m_book.known.clear();
        m_book.number = 0;
        m_book.script();
    }
    void cleanup()
    {
        m_alerts.reset();
        m_link.become(client::Link::State::Connecting);
    }

private:
    void open()
    {
        m_link.become(client::Link::State::Live);
        m_alerts = std::make_unique<client::Alerts>(m_mirror);
        QTRY_VERIFY(m_alerts->isKnown());
    }

    support::ScriptedLink m_link;
    support::FakeClock m_clock;
    client::Mirror m_mirror{m_link, m_clock};
    Bookkeeper m_book{m_link, m_clock.now()};
    std::unique_ptr<client::Alerts> m_alerts;
};

QTEST_GUILESS_MAIN(AlertsModelTest)
#include "alertsmodeltest.moc"
