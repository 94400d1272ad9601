// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/dbusdesktop.h"

#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

/// The desktop's side of org.freedesktop.Notifications.
class Notifications : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Said
    {
        uint replaces;
        QString title;
        QString body;
        QStringList actions;
        int urgency;
        int timeout;
        QString sound;
        bool isSilent;
    };
    QList<Said> said;
    QList<uint> closed;
    QStringList capabilities{QStringLiteral("actions"), QStringLiteral("body")};

public Q_SLOTS:
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int timeout)
    {
        said << Said{replaces,
                     title,
                     body,
                     actions,
                     hints.value(QStringLiteral("urgency")).toInt(),
                     timeout,
                     hints.value(QStringLiteral("sound-name")).toString(),
                     hints.value(QStringLiteral("suppress-sound")).toBool()};
        return replaces == 0 ? ++m_last : replaces;
    }
    QStringList GetCapabilities() { return capabilities; }
    void CloseNotification(uint id)
    {
        closed << id;
        Q_EMIT NotificationClosed(id, 3);
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    uint m_last = 41;
};

/// Pop-ups over a bus of our own.
class DBusDesktopTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (daemon.isEmpty())
            QSKIP("There is no dbus-daemon here.");
        m_daemon.start(daemon, {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                QStringLiteral("--print-address")});
        QVERIFY(m_daemon.waitForStarted());
        QVERIFY(m_daemon.waitForReadyRead());
        const QString address = QString::fromUtf8(m_daemon.readAllStandardOutput()).trimmed();
        m_ours =
            std::make_unique<QDBusConnection>(QDBusConnection::connectToBus(address, QStringLiteral("ours")));
        m_theirs = std::make_unique<QDBusConnection>(
            QDBusConnection::connectToBus(address, QStringLiteral("theirs")));
        QVERIFY(m_ours->isConnected() && m_theirs->isConnected());
        QVERIFY(m_theirs->registerObject(QStringLiteral("/org/freedesktop/Notifications"), &m_there,
                                         QDBusConnection::ExportAllContents));
        QVERIFY(m_theirs->registerService(QStringLiteral("org.freedesktop.Notifications")));
    }
    void cleanupTestCase()
    {
        m_ours.reset();
        m_theirs.reset();
        QDBusConnection::disconnectFromBus(QStringLiteral("ours"));
        QDBusConnection::disconnectFromBus(QStringLiteral("theirs"));
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    void whatNobodyShowsIsSaid()
    {
        QVERIFY(m_theirs->unregisterService(QStringLiteral("org.freedesktop.Notifications")));
        shell::DBusDesktop desktop(*m_ours);
        QSignalSpy unseen(&desktop, &shell::Desktop::unseen);
        desktop.show({QStringLiteral("one"), {}});
        desktop.show({QStringLiteral("two"), {}}); // takes its place
        QTRY_COMPARE(unseen.size(), 1);
        QCOMPARE(unseen[0][0].value<shell::PopUp>().title, QStringLiteral("two"));
        desktop.show({QStringLiteral("three"), {}});
        desktop.withdraw();
        QVERIFY(m_theirs->registerService(QStringLiteral("org.freedesktop.Notifications")));
        desktop.show({QStringLiteral("four"), {}});
        QTRY_VERIFY(desktop.shown() > 0);
        QCOMPARE(unseen.size(), 1);
        QCOMPARE(m_there.said.last().title, QStringLiteral("four"));
        m_there.said.clear();
    }

    void oneUnconnectedShowsNothing()
    {
        shell::DBusDesktop desktop(QDBusConnection(QStringLiteral("nowhere")));
        QSignalSpy unseen(&desktop, &shell::Desktop::unseen);
        desktop.show({QStringLiteral("one"), {}});
        QCOMPARE(unseen.size(), 1);
    }

    void oneIsShownAndReplaced()
    {
        shell::DBusDesktop desktop(*m_ours);
        desktop.show({QStringLiteral("Critical: <b>down</b>"), QStringLiteral("<b>core-sw-01</b> & more"),
                      true, true});
        QTRY_VERIFY(desktop.shown() > 0);
        QCOMPARE(m_there.said.size(), 1);
        QCOMPARE(m_there.said[0].title, QStringLiteral("Critical: <b>down</b>"));
        QCOMPARE(m_there.said[0].body, QStringLiteral("&lt;b&gt;core-sw-01&lt;/b&gt; &amp; more"));
        QCOMPARE(m_there.said[0].urgency, 2);
        QCOMPARE(m_there.said[0].timeout, 0);
        QCOMPARE(m_there.said[0].actions.size(), 4);
        const quint32 first = desktop.shown();
        desktop.show({QStringLiteral("2 alerts"), {}, false, false});
        QTRY_COMPARE(m_there.said.size(), 2);
        QCOMPARE(m_there.said[1].replaces, first);
        QSignalSpy opened(&desktop, &shell::Desktop::opened);
        QSignalSpy acknowledged(&desktop, &shell::Desktop::acknowledged);
        QTRY_COMPARE(desktop.shown(), first);
        Q_EMIT m_there.ActionInvoked(first + 7, QStringLiteral("default")); // somebody else's
        Q_EMIT m_there.ActionInvoked(first, QStringLiteral("acknowledge"));
        QTRY_COMPARE(acknowledged.size(), 1);
        Q_EMIT m_there.ActionInvoked(first, QStringLiteral("default"));
        QTRY_COMPARE(opened.size(), 1);
        desktop.withdraw();
        QTRY_COMPARE(m_there.closed, QList<uint>{first});
        QCOMPARE(desktop.shown(), 0U);
    }

    void quickOnesDoNotStack()
    {
        m_there.said.clear();
        m_there.closed.clear();
        shell::DBusDesktop desktop(*m_ours);
        desktop.show({QStringLiteral("one"), {}, false, false});
        desktop.show({QStringLiteral("two"), {}, false, false});
        desktop.show({QStringLiteral("three"), {}, false, false});
        QTRY_COMPARE(m_there.said.size(), 2);
        QCOMPARE(m_there.said[1].title, QStringLiteral("three"));
        QVERIFY(m_there.said[1].replaces > 0);
        desktop.show({QStringLiteral("four"), {}, false, false});
        desktop.withdraw(); // before the desktop said what it calls it
        QTRY_COMPARE(m_there.closed.size(), 1);
        QCOMPARE(desktop.shown(), 0U);
    }

    void soundsAreNamedOrSuppressed()
    {
        m_there.said.clear();
        shell::DBusDesktop mute(*m_ours);
        mute.show({QStringLiteral("one"), {}, false, false});
        QTRY_COMPARE(m_there.said.size(), 1);
        QVERIFY(m_there.said[0].isSilent && m_there.said[0].sound.isEmpty());
        QVERIFY(!mute.isHeard());
        m_there.capabilities << QStringLiteral("sound");
        shell::DBusDesktop loud(*m_ours);
        QTRY_VERIFY(loud.isHeard());
        loud.show({QStringLiteral("two"), {}, true, false, QStringLiteral("dialog-error")});
        QTRY_COMPARE(m_there.said.size(), 2);
        QCOMPARE(m_there.said[1].sound, QStringLiteral("dialog-error"));
        QVERIFY(!m_there.said[1].isSilent);
    }

    void nobodyAnswers()
    {
        QVERIFY(m_theirs->unregisterService(QStringLiteral("org.freedesktop.Notifications")));
        shell::DBusDesktop desktop(*m_ours);
        desktop.show({QStringLiteral("one"), {}, false, false});
        desktop.withdraw();
        desktop.show({QStringLiteral("two"), {}, false, false});
        // Each call was refused by then.
        QTRY_VERIFY(desktop.findChildren<QDBusPendingCallWatcher *>().isEmpty());
        QCOMPARE(desktop.shown(), 0U);
    }

private:
    QProcess m_daemon;
    std::unique_ptr<QDBusConnection> m_ours;
    std::unique_ptr<QDBusConnection> m_theirs;
    Notifications m_there;
};

QTEST_GUILESS_MAIN(DBusDesktopTest)
#include "dbusdesktoptest.moc"
