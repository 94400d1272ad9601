// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doorbell.h"
#include "app/paths.h"
#include "support/fakeclock.h"

#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace std::chrono_literals;
using app::Doorbell;
using app::RingAnswer;
using app::Wish;
using client::Place;

/// What a second program says to the one that runs, and who else says something there.
class DoorbellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", m_folder->path().toLocal8Bit());
        QVERIFY(QDir(m_folder->path()).mkpath(u"data"_qs));
        m_path = Doorbell::pathFor(m_folder->filePath(u"data"_qs));
        m_wishes.clear();
        m_bell = std::make_unique<Doorbell>(
            [this](const Wish &wish) {
                m_wishes << wish;
                return m_answer;
            },
            m_clock);
        m_answer = {};
        QVERIFY(bool(m_bell->listen(m_path)));
    }

    void cleanup() { m_bell.reset(); }

    void aWishIsHandedOver()
    {
        const Wish wish{Place::read(u"belfry://room/general#m-1"_qs), u"chat"_qs, "token_TIME42"};
        QCOMPARE(rung(wish).kind, RingAnswer::Kind::Done);
        QCOMPARE(m_wishes.size(), 1);
        QCOMPARE(m_wishes.first().place->message, u"m-1"_qs);
        QCOMPARE(m_wishes.first().page, u"chat"_qs);
        QCOMPARE(m_wishes.first().token, QByteArray("token_TIME42"));
        QCOMPARE(rung({}).kind, RingAnswer::Kind::Done);
        QVERIFY(!m_wishes.last().place && m_wishes.last().page.isEmpty() && m_wishes.last().token.isEmpty());
    }

    void aRefusalIsTold()
    {
        m_answer = core::Error{core::ErrorCode::NotFound, u"There is no such page."_qs};
        const RingAnswer answer = rung({{}, u"attic"_qs, {}});
        QCOMPARE(answer.kind, RingAnswer::Kind::Refused);
        QCOMPARE(answer.why, u"There is no such page."_qs);
    }

    void oneOfEachDirectory()
    {
        QCOMPARE(Doorbell::pathFor(m_folder->filePath(u"data/../data"_qs)), m_path);
        QVERIFY(QFile::link(m_folder->filePath(u"data"_qs), m_folder->filePath(u"other"_qs)));
        QCOMPARE(Doorbell::pathFor(m_folder->filePath(u"other"_qs)), m_path);
        QVERIFY(QDir(m_folder->path()).mkpath(u"second"_qs));
        const QString second = Doorbell::pathFor(m_folder->filePath(u"second"_qs));
        QVERIFY(!second.isEmpty() && second != m_path);
        QCOMPARE(app::ring(second, {}, 0ms).kind, RingAnswer::Kind::Nobody);
        QCOMPARE(Doorbell::pathFor(m_folder->filePath(u"absent"_qs)), QString());
        QCOMPARE(app::ring({}, {}, 0ms).kind, RingAnswer::Kind::Nobody);
    }

    void isForTheOwnerOnly()
    {
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
        const QString folder = app::Paths::sockets();
        QCOMPARE(QFile::permissions(folder) & others, QFile::Permissions());
        QCOMPARE(QFile::permissions(m_path) & others, QFile::Permissions());
        QVERIFY(QFile::setPermissions(folder, QFile::permissions(folder) | QFile::ExeOther));
        QCOMPARE(app::Paths::sockets(), QString());
        QVERIFY(!m_bell->listen(Doorbell::pathFor(m_folder->filePath(u"data"_qs))));
    }

    void replacesWhatAKilledProgramLeft()
    {
        QVERIFY(QFile::rename(m_path, m_path + u".left"_qs));
        m_bell.reset();
        QVERIFY(QFile::rename(m_path + u".left"_qs, m_path));
        QCOMPARE(app::ring(m_path, {}, 2s).kind, RingAnswer::Kind::Nobody);
        Doorbell bell([](const Wish &) { return core::Result<void>(); }, m_clock);
        QVERIFY(bool(bell.listen(m_path)));
        QCOMPARE(rung({}).kind, RingAnswer::Kind::Done);
    }

    void whoIsAboutToComeIsWaitedFor()
    {
        m_bell.reset();
        RingAnswer answer;
        std::thread caller([&] { answer = app::ring(m_path, {}, 60s, true); });
        m_bell = std::make_unique<Doorbell>(
            [this](const Wish &wish) {
                m_wishes << wish;
                return core::Result<void>();
            },
            m_clock);
        const bool isListening = bool(m_bell->listen(m_path));
        const bool isHeard = QTest::qWaitFor([this] { return !m_wishes.isEmpty(); }, 60'000);
        caller.join();
        QVERIFY(isListening && isHeard);
        QCOMPARE(answer.kind, RingAnswer::Kind::Done);
    }

    void whoSaysNothingBackIsNotWaitedFor()
    {
        // Nobody reads here, because nobody runs the loop of this thread.
        QCOMPARE(app::ring(m_path, {}, 1ms).kind, RingAnswer::Kind::Silent);
    }

    void whatIsNoWishIsRefused_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("nothing") << QByteArray("\n");
        QTest::newRow("garbage") << QByteArray("\x00\xff\xfe{]\x07\n", 7);
        QTest::newRow("no object") << QByteArray("[\"belfry://alert/A-1\"]\n");
        QTest::newRow("another scheme") << QByteArray("{\"link\":\"https://example.net/\"}\n");
        QTest::newRow("no text") << QByteArray("{\"link\":17}\n");
        QTest::newRow("half a link") << QByteArray("{\"link\":\"belfry://alert/\"}\n");
        QTest::newRow("a deep one") << QByteArray(Wish::longestLine - 1, '[') + '\n';
        QTest::newRow("a long one") << QByteArray(1'000'000, 'x') + '\n';
        QTest::newRow("an endless one") << QByteArray(1'000'000, 'x');
    }
    void whatIsNoWishIsRefused()
    {
        QFETCH(QByteArray, said);
        QLocalSocket socket;
        socket.connectToServer(m_path);
        QVERIFY(socket.waitForConnected());
        QByteArray heard;
        connect(&socket, &QLocalSocket::readyRead, this, [&] { heard += socket.readAll(); });
        socket.write(said);
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
        QVERIFY2(heard.startsWith("{\"refused\":\"") && heard.endsWith("\"}\n"), heard.constData());
        QVERIFY(m_wishes.isEmpty());
        QCOMPARE(rung({}).kind, RingAnswer::Kind::Done);
    }

    void aTokenIsOneWord()
    {
        const auto tokenOf = [](const QByteArray &token) {
            return Wish::read(Wish{{}, {}, token}.line())->token;
        };
        QCOMPARE(tokenOf("a-1_TIME2"), QByteArray("a-1_TIME2"));
        QCOMPARE(tokenOf("two\nlines"), QByteArray());
        QCOMPARE(tokenOf(QByteArray(2000, 'x')), QByteArray());
        qputenv("DESKTOP_STARTUP_ID", "x-1");
        QCOMPARE(Wish::tokenOfDesktop(), QByteArray("x-1"));
        qputenv("XDG_ACTIVATION_TOKEN", "w-1");
        QCOMPARE(Wish::tokenOfDesktop(), QByteArray("w-1"));
        qunsetenv("XDG_ACTIVATION_TOKEN");
        qunsetenv("DESKTOP_STARTUP_ID");
    }

    void whoSaysNothingIsSentAway()
    {
        QLocalSocket silent;
        silent.connectToServer(m_path);
        QVERIFY(silent.waitForConnected());
        QTRY_COMPARE(m_clock.timerCount(), 1);
        silent.write("{\"link\":");
        QCOMPARE(rung({}).kind, RingAnswer::Kind::Done);
        QCOMPARE(silent.state(), QLocalSocket::ConnectedState);
        m_clock.advance(5s);
        QTRY_COMPARE(silent.state(), QLocalSocket::UnconnectedState);
        QTRY_COMPARE(m_clock.timerCount(), 0);
    }

    void manyWhoSayNothingKeepNobodyOut()
    {
        std::vector<std::unique_ptr<QLocalSocket>> silent;
        for (int i = 0; i < 40; ++i) {
            silent.push_back(std::make_unique<QLocalSocket>());
            silent.back()->connectToServer(m_path);
            QTRY_COMPARE(silent.back()->state(), QLocalSocket::ConnectedState);
        }
        QTRY_VERIFY(m_clock.timerCount() > 0 && m_clock.timerCount() <= 8);
        QCOMPARE(rung({}).kind, RingAnswer::Kind::Done);
    }

private:
    /// Rings in a thread, as another program would.
    static RingAnswer rungAt(const QString &path, const Wish &wish)
    {
        RingAnswer answer;
        std::atomic<bool> isOver = false;
        std::thread caller([&] {
            answer = app::ring(path, wish, 60s);
            isOver = true;
        });
        (void)QTest::qWaitFor([&] { return isOver.load(); }, 70'000);
        caller.join();
        return answer;
    }
    [[nodiscard]] RingAnswer rung(const Wish &wish) const { return rungAt(m_path, wish); }

    std::unique_ptr<QTemporaryDir> m_folder;
    support::FakeClock m_clock;
    QString m_path;
    QList<Wish> m_wishes;
    core::Result<void> m_answer;
    std::unique_ptr<Doorbell> m_bell;
};

QTEST_GUILESS_MAIN(DoorbellTest)
#include "doorbell_test.moc"
