// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enginethread.h"
#include "app/locallink.h"
#include "client/remotelink.h"
#include "client/signin.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// One promise, two implementations: the window cannot tell whether the server is in this process.
class LinkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        engine::EngineOptions options;
        options.dataDirectory = m_folder.path();
        options.version = u"0.1.0"_qs;
        options.listen = {{u"127.0.0.1"_qs, 0, {}}};
        m_engine = std::make_unique<app::EngineThread>(options, m_clock, m_entropy);
        QSignalSpy started(m_engine.get(), &app::EngineThread::started);
        m_engine->start();
        QVERIFY(started.wait());
        const auto address = client::readServerAddress(started.at(0).at(0).toStringList().first());
        QVERIFY(bool(address));
        m_signIn = std::make_unique<client::SignIn>(address.value(), m_trust, m_clock);
        app::LocalLink local(m_engine->engine(), m_clock);
        const core::Reply added = answer(local, u"identity.users.add"_qs,
                                         {{u"username"_qs, u"dana"_qs},
                                          {u"password"_qs, u"seven quiet owls at dusk"_qs},
                                          {u"role"_qs, u"admin"_qs}});
        QVERIFY2(bool(added), added ? "" : qPrintable(added.error().message));
        QFuture<core::Result<void>> signedIn = m_signIn->signIn(u"dana"_qs, u"seven quiet owls at dusk"_qs);
        QTRY_VERIFY(signedIn.isFinished());
        QVERIFY(bool(signedIn.result()));
    }

    void cleanupTestCase()
    {
        m_signIn.reset();
        m_engine.reset();
    }

    void answers_data() { rows(); }
    void answers()
    {
        const auto link = open();
        const core::Reply current = answer(*link, u"metrics.current"_qs, {});
        QVERIFY(bool(current));
        QVERIFY(current.value().json().value(u"memory").toObject().value(u"total").toDouble() > 0);
    }

    void answersErrors_data() { rows(); }
    void answersErrors()
    {
        const auto link = open();
        QCOMPARE(answer(*link, u"no.such"_qs, {}).error().code, core::ErrorCode::UnknownCommand);
        const core::Reply bad = answer(*link, u"metrics.interval"_qs, {{u"interval"_qs, u"soon"_qs}});
        QCOMPARE(bad.error(),
                 (core::Error{core::ErrorCode::Invalid, u"data.interval: expected a number"_qs}));
    }

    void hears_data() { rows(); }
    void hears()
    {
        const auto link = open();
        QSignalSpy heard(link.get(), &client::Link::eventsReceived);
        link->subscribe({u"metrics.*"_qs});
        QTRY_VERIFY(heard.count() >= 2);
        const auto events = heard.at(0).at(0).value<QList<core::Event>>();
        QVERIFY(!events.isEmpty());
        QCOMPARE(events.first().topic.name(), u"metrics.sampled"_qs);
        const auto later = heard.at(1).at(0).value<QList<core::Event>>();
        QVERIFY(later.first().sequence > events.last().sequence);
    }

    void history_data() { rows(); }
    void history()
    {
        const auto link = open();
        const QDateTime now = m_clock.now();
        const QJsonObject params{{u"names"_qs, QJsonArray{u"memory.used"_qs}},
                                 {u"from"_qs, core::timeText(now.addSecs(-60))},
                                 {u"to"_qs, core::timeText(now.addSecs(60))},
                                 {u"points"_qs, 200}};
        const auto points = [&] {
            const core::Reply reply = answer(*link, u"metrics.history"_qs, params);
            return reply ? reply.value()
                               .json()
                               .value(u"series")
                               .toArray()
                               .at(0)
                               .toObject()
                               .value(u"points")
                               .toArray()
                               .size()
                         : -1;
        };
        QTRY_VERIFY(points() > 0);
    }

private:
    static void rows()
    {
        QTest::addColumn<bool>("isRemote");
        QTest::newRow("local") << false;
        QTest::newRow("remote") << true;
    }

    std::unique_ptr<client::Link> open()
    {
        QFETCH(bool, isRemote);
        std::unique_ptr<client::Link> link;
        if (isRemote) {
            auto remote = std::make_unique<client::RemoteLink>(m_signIn->address(), *m_signIn, m_trust,
                                                               m_clock, m_entropy);
            remote->open();
            link = std::move(remote);
        } else {
            link = std::make_unique<app::LocalLink>(m_engine->engine(), m_clock);
        }
        [&] { QTRY_COMPARE(link->state(), client::Link::State::Live); }();
        return link;
    }

    static core::Reply answer(client::Link &link, const QString &command, const QJsonObject &params)
    {
        QFuture<core::Reply> future = link.request(command, params);
        [&] { QTRY_VERIFY(future.isFinished()); }();
        return future.isFinished() && future.resultCount() > 0 ? future.result() : core::Reply();
    }

    QTemporaryDir m_folder;
    core::SystemClock m_clock;
    core::SystemEntropy m_entropy;
    std::unique_ptr<app::EngineThread> m_engine;
    client::Trust m_trust{client::KnownServers()};
    std::unique_ptr<client::SignIn> m_signIn;
};

QTEST_GUILESS_MAIN(LinkTest)
#include "link_test.moc"
