// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/scan/corpus.h"
#include "network/scan/lab.h"
#include "support/seededentropy.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

namespace {
constexpr int longest = 300'000; // ends what hangs
constexpr unsigned nobody = 65534;
constexpr unsigned somebodyElse = 12345;

/// A peer of the helper that blocks, and may say anything.
class Peer
{
public:
    explicit Peer(const QString &path)
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, QFile::encodeName(path).constData(), sizeof address.sun_path - 1);
        m_socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        const timeval time{longest / 1000, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
        m_isThere = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~Peer() { ::close(m_socket); }
    Peer(const Peer &) = delete;
    Peer &operator=(const Peer &) = delete;

    [[nodiscard]] bool isThere() const { return m_isThere; }
    void say(const QByteArray &bytes) const
    {
        ::send(m_socket, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL);
    }
    /// The next line; empty when the helper has hung up.
    QByteArray line()
    {
        while (!m_heard.contains('\n') && hear()) {
        }
        const qsizetype end = m_heard.indexOf('\n');
        const QByteArray line = m_heard.left(qMax<qsizetype>(end, 0));
        m_heard.remove(0, end + 1);
        return line;
    }
    /// All until it hangs up.
    QByteArray rest()
    {
        while (hear()) {
        }
        return m_heard;
    }

private:
    bool hear()
    {
        std::array<char, 65536> buffer{};
        const ssize_t count = ::recv(m_socket, buffer.data(), buffer.size(), 0);
        m_heard.append(buffer.data(), qMax<qsizetype>(count, 0));
        return count > 0;
    }

    int m_socket;
    bool m_isThere = false;
    QByteArray m_heard;
};

const QByteArray greeting = "belfry-scan-helper 1 raw";
} // namespace

/// The privileged program: what it holds, whom it serves, what it does with what it is told.
class HelperTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void holdsOneCapability();
    void nmapHoldsNoMore();
    void servesNobodyElse();
    void refusesTheHostile();
    void survivesGarbage();
    void endsWhenThePeerGoes();
    void endsWhenAsked();
    void endsInItsTime();
    void endsWithTheHelper();
    void takesTheSocketOfAKilledOne();

private:
    lab::Network m_network;
    std::unique_ptr<lab::Helper> m_helper;
};

void HelperTest::initTestCase()
{
    QVERIFY(m_network.build());
    m_helper = std::make_unique<lab::Helper>(nobody, QStringLiteral("helper.sock"));
    QVERIFY(m_helper->isReady());
}

void HelperTest::holdsOneCapability()
{
    for (const char *set : {"CapEff", "CapPrm", "CapInh", "CapBnd", "CapAmb"})
        QCOMPARE(lab::status(m_helper->pid(), set), QByteArray("0000000000002000"));
    QCOMPARE(lab::status(m_helper->pid(), "NoNewPrivs"), QByteArray("1"));
    QCOMPARE(lab::status(m_helper->pid(), "Seccomp"), QByteArray("2"));
    QCOMPARE(lab::status(m_helper->pid(), "Uid").split('\t'), QByteArrayList(4, QByteArray::number(nobody)));
    QCOMPARE(lab::status(m_helper->pid(), "Groups"), QByteArray());
}

void HelperTest::nmapHoldsNoMore()
{
    auto user = std::make_unique<lab::OtherUser>(nobody);
    Peer peer(m_helper->path());
    user.reset(); // the helper has been told who it is; the rest is seen by root alone
    QCOMPARE(peer.line(), greeting);
    peer.say("scan full light 300 top:1000 10.77.0.0/27\n");
    QTRY_COMPARE_WITH_TIMEOUT(lab::processes("nmap").size(), 1, longest);
    const qint64 pid = lab::processes("nmap").first();
    QCOMPARE(lab::status(pid, "CapEff"), QByteArray("0000000000002000"));
    QCOMPARE(lab::status(pid, "CapBnd"), QByteArray("0000000000002000"));
    QCOMPARE(lab::status(pid, "NoNewPrivs"), QByteArray("1"));
    QFile words(QStringLiteral("/proc/%1/cmdline").arg(pid));
    QVERIFY(words.open(QIODevice::ReadOnly));
    const QByteArrayList arguments = words.readAll().split('\0');
    QCOMPARE(arguments.mid(arguments.indexOf("--")), (QByteArrayList{"--", "10.77.0.0/27", QByteArray()}));
    QFile environment(QStringLiteral("/proc/%1/environ").arg(pid));
    QVERIFY(environment.open(QIODevice::ReadOnly));
    QCOMPARE(environment.readAll(), QByteArray("PATH=/usr/bin:/bin\0LC_ALL=C\0", 28));
}

void HelperTest::servesNobodyElse()
{
    const auto greetingFor = [this](unsigned uid) {
        const lab::OtherUser user(uid);
        Peer peer(m_helper->path());
        return peer.isThere() ? peer.line() : QByteArray("not there");
    };
    QVERIFY(greetingFor(somebodyElse).startsWith("no this user is not served"));
    QCOMPARE(greetingFor(nobody), greeting);
    Peer root(m_helper->path());
    QVERIFY(root.line().startsWith("no "));
}

void HelperTest::refusesTheHostile()
{
    QTRY_VERIFY_WITH_TIMEOUT(lab::processes("nmap").isEmpty(), longest);
    const lab::OtherUser user(nobody);
    const QStringList targets = hostileTargets();
    for (const QString &target : targets) {
        Peer peer(m_helper->path());
        QCOMPARE(peer.line(), greeting);
        peer.say("scan discovery normal 300 - " + target.toUtf8() + '\n');
        const QByteArray answer = peer.rest();
        QVERIFY2(answer.isEmpty() || answer.startsWith("no "), qPrintable(target.left(60)));
    }
    QVERIFY(lab::processes("nmap").isEmpty());
}

void HelperTest::survivesGarbage()
{
    const lab::OtherUser user(nobody);
    support::SeededEntropy entropy;
    // A hundred thousand lines go through the same grammar in the test of plans; here it is the socket that
    // counts.
    for (int i = 0; i < 3000; ++i) {
        Peer peer(m_helper->path());
        const QByteArray dice = entropy.bytes(3);
        QByteArray garbage = entropy.bytes(1 + uchar(dice[0]) * (uchar(dice[1]) % 40));
        if (uchar(dice[2]) % 2 == 0)
            garbage.prepend("scan ");
        peer.say(garbage);
        if (uchar(dice[2]) % 3 == 0)
            peer.say("\n");
    }
    // Sessions of peers that have gone end by themselves, and make room.
    QTRY_VERIFY_WITH_TIMEOUT(Peer(m_helper->path()).line() == greeting, longest);
    QCOMPARE(lab::status(m_helper->pid(), "CapEff"), QByteArray("0000000000002000"));
}

void HelperTest::endsWhenThePeerGoes()
{
    const lab::OtherUser user(nobody);
    {
        Peer peer(m_helper->path());
        QCOMPARE(peer.line(), greeting);
        peer.say("scan full light 300 top:1000 10.77.0.0/27\n");
        QTRY_COMPARE_WITH_TIMEOUT(lab::processes("nmap").size(), 1, longest);
    }
    QTRY_COMPARE_WITH_TIMEOUT(lab::processes("nmap").size(), 0, longest);
}

void HelperTest::endsWhenAsked()
{
    const lab::OtherUser user(nobody);
    Peer peer(m_helper->path());
    QCOMPARE(peer.line(), greeting);
    peer.say("scan full light 300 top:1000 10.77.0.0/27\n");
    QTRY_COMPARE_WITH_TIMEOUT(lab::processes("nmap").size(), 1, longest);
    peer.say("cancel\n");
    const QByteArray said = peer.rest();
    QVERIFY2(said.endsWith("end signal 15\n") || said.endsWith("end exit 15\n"), said.right(200).constData());
    QVERIFY(lab::processes("nmap").isEmpty());
}

void HelperTest::endsInItsTime()
{
    const lab::OtherUser user(nobody);
    Peer peer(m_helper->path());
    QCOMPARE(peer.line(), greeting);
    peer.say("scan full light 1 top:1000 10.77.0.0/24\n");
    const QByteArray said = peer.rest();
    QVERIFY2(said.endsWith("end signal 15\n") || said.endsWith("end exit 15\n"), said.right(200).constData());
}

void HelperTest::endsWithTheHelper()
{
    lab::Helper other(nobody, QStringLiteral("other.sock"));
    QVERIFY(other.isReady());
    const lab::OtherUser user(nobody);
    Peer peer(other.path());
    QCOMPARE(peer.line(), greeting);
    peer.say("scan full light 300 top:1000 10.77.0.0/27\n");
    QTRY_COMPARE_WITH_TIMEOUT(lab::processes("nmap").size(), 1, longest);
    ::kill(pid_t(other.pid()), SIGKILL);
    peer.rest();
    QTRY_COMPARE_WITH_TIMEOUT(lab::processes("nmap").size(), 0, longest);
}

void HelperTest::takesTheSocketOfAKilledOne()
{
    const auto name = QStringLiteral("again.sock");
    {
        lab::Helper first(nobody, name);
        QVERIFY(first.isReady());
    } // killed
    lab::Helper second(nobody, name);
    QVERIFY(second.isReady());
    const lab::OtherUser user(nobody);
    QCOMPARE(Peer(second.path()).line(), greeting);
}

QTEST_GUILESS_MAIN(HelperTest)
#include "helpertest.moc"
