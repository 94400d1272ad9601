// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/localdoor.h"

#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using transport::Channel;

class TestLocalDoor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void carriesLines();
    void isForTheOwnerOnly();
    void boundsLines();
    void closes();
    void replacesAFileLeftBehind();
    void refusesAPlaceInUse();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QPointer<Channel> m_channel;
};

void TestLocalDoor::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("door"));
}

void TestLocalDoor::carriesLines()
{
    QByteArrayList heard;
    transport::LocalDoor door([&](Channel *channel) {
        m_channel = channel;
        connect(channel, &Channel::textReceived, channel, [&, channel](const QByteArray &line) {
            heard.append(line);
            channel->send(transport::SharedFrame::text("heard " + line));
        });
    });
    QVERIFY(door.listen(m_path));
    QLocalSocket client;
    client.connectToServer(m_path);
    QVERIFY(client.waitForConnected());
    client.write("one\ntw");
    client.flush();
    QTRY_COMPARE(heard, QByteArrayList{"one"});
    client.write("o\n\n");
    QTRY_COMPARE(heard, (QByteArrayList{"one", "two"}));
    QTRY_COMPARE(client.bytesAvailable(), qint64(sizeof "heard one\nheard two\n" - 1));
    QCOMPARE(client.readAll(), QByteArray("heard one\nheard two\n"));
    QVERIFY(m_channel->handshake().isLocalSocket);
    QVERIFY(m_channel->handshake().isLoopback());
    QCOMPARE(m_channel->handshake().tongue, QByteArray("local"));
    QSignalSpy closed(m_channel, &Channel::closed);
    client.disconnectFromServer();
    QTRY_COMPARE(closed.size(), 1);
    QTRY_VERIFY(m_channel.isNull());
}

void TestLocalDoor::isForTheOwnerOnly()
{
    transport::LocalDoor door([](Channel *) {});
    QVERIFY(door.listen(m_path));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(m_path) & others, QFile::Permissions());
}

void TestLocalDoor::boundsLines()
{
    transport::LocalDoor door([&](Channel *channel) { m_channel = channel; });
    QVERIFY(door.listen(m_path));
    QLocalSocket client;
    client.connectToServer(m_path);
    QTRY_VERIFY(m_channel);
    QSignalSpy closed(m_channel, &Channel::closed);
    client.write(QByteArray(20'000, 'x'));
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(closed.at(0).at(0).toInt(), 1009);
}

void TestLocalDoor::closes()
{
    transport::LocalDoor door([&](Channel *channel) { m_channel = channel; });
    QVERIFY(door.listen(m_path));
    QLocalSocket client;
    client.connectToServer(m_path);
    QTRY_VERIFY(m_channel);
    QSignalSpy closed(m_channel, &Channel::closed);
    m_channel->send(transport::SharedFrame::text("bye"));
    door.close();
    QVERIFY(closed.isEmpty());
    QTRY_COMPARE(client.state(), QLocalSocket::UnconnectedState);
    QCOMPARE(client.readAll(), QByteArray("bye\n"));
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(closed.at(0).at(0).toInt(), 1001);
    QVERIFY(!QFile::exists(m_path));
}

void TestLocalDoor::replacesAFileLeftBehind()
{
    {
        QLocalServer killed;
        QVERIFY(killed.listen(m_path));
        QVERIFY(QFile::rename(m_path, m_path + QStringLiteral(".left")));
    }
    QVERIFY(QFile::rename(m_path + QStringLiteral(".left"), m_path));
    transport::LocalDoor door([](Channel *) {});
    QVERIFY(door.listen(m_path));
    QLocalSocket client;
    client.connectToServer(m_path);
    QVERIFY(client.waitForConnected());
}

void TestLocalDoor::refusesAPlaceInUse()
{
    transport::LocalDoor door([](Channel *) {});
    QVERIFY(door.listen(m_path));
    transport::LocalDoor second([](Channel *) {});
    const auto result = second.listen(m_path);
    QVERIFY(!result);
    QCOMPARE(result.error().code, core::ErrorCode::Unavailable);
    QVERIFY(result.error().message.contains(m_path));
    QVERIFY(QFile::exists(m_path));
}

QTEST_GUILESS_MAIN(TestLocalDoor)
#include "test_localdoor.moc"
