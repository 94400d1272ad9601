// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/dbusdesktop.h"

#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace shell {

namespace {
constexpr uchar normalUrgency = 1;
constexpr uchar criticalUrgency = 2;
constexpr int asTheDesktopLikes = -1;
constexpr int untilClosed = 0;

QString service() { return QStringLiteral("org.freedesktop.Notifications"); }
QString path() { return QStringLiteral("/org/freedesktop/Notifications"); }
QString openAction() { return QStringLiteral("default"); }
QString acknowledgeAction() { return QStringLiteral("acknowledge"); }

/// True where no such service is, and none can be started; not where one is slow, or has enough.
bool isNobodyThere(const QDBusError &error)
{
    return error.type() == QDBusError::ServiceUnknown || error.type() == QDBusError::Disconnected ||
           error.type() == QDBusError::NoServer ||
           error.name().startsWith(QLatin1String("org.freedesktop.DBus.Error.Spawn.")) ||
           error.name() == QLatin1String("org.freedesktop.DBus.Error.NameHasNoOwner");
}
} // namespace

DBusDesktop::DBusDesktop(QDBusConnection bus, QObject *parent) : Desktop(parent), m_bus(std::move(bus))
{
    m_bus.connect(service(), path(), service(), QStringLiteral("ActionInvoked"), this,
                  SLOT(actionInvoked(quint32, QString)));
    m_bus.connect(service(), path(), service(), QStringLiteral("NotificationClosed"), this,
                  SLOT(notificationClosed(quint32, quint32)));
    askCapabilities();
}

void DBusDesktop::askCapabilities()
{
    const QDBusMessage call =
        QDBusMessage::createMethodCall(service(), path(), service(), QStringLiteral("GetCapabilities"));
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QStringList> reply = *watcher;
        m_isHeard = !reply.isError() && reply.value().contains(QLatin1String("sound"));
    });
}

void DBusDesktop::show(const PopUp &popUp)
{
    m_isUnwanted = false;
    if (!m_bus.isConnected()) {
        Q_EMIT unseen(popUp); // a call would never be answered
        return;
    }
    // What is to be replaced has no number before the desktop gave it one.
    if (m_isAsking)
        m_next = popUp;
    else
        send(popUp);
}

void DBusDesktop::send(const PopUp &popUp)
{
    QStringList actions{openAction(), tr("Open")};
    if (popUp.mayAcknowledge)
        actions << acknowledgeAction() << tr("Acknowledge");
    QVariantMap hints{
        {QStringLiteral("urgency"), QVariant::fromValue(popUp.isUrgent ? criticalUrgency : normalUrgency)},
        {QStringLiteral("desktop-entry"), QStringLiteral("io.github.belfry.Belfry")},
        {QStringLiteral("category"), QStringLiteral("network")}};
    if (popUp.sound.isEmpty())
        hints.insert(QStringLiteral("suppress-sound"), true);
    else
        hints.insert(QStringLiteral("sound-name"), popUp.sound);
    QDBusMessage call =
        QDBusMessage::createMethodCall(service(), path(), service(), QStringLiteral("Notify"));
    // Bodies may be read as markup, titles are not.
    call << QStringLiteral("Belfry") << m_shown << QStringLiteral("io.github.belfry.Belfry") << popUp.title
         << popUp.body.toHtmlEscaped() << actions << hints
         << (popUp.isUrgent ? untilClosed : asTheDesktopLikes);
    m_isAsking = true;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, popUp] {
        watcher->deleteLater();
        m_isAsking = false;
        const QDBusPendingReply<quint32> reply = *watcher;
        m_shown = reply.isError() ? 0 : reply.value();
        if (std::exchange(m_isUnwanted, false))
            withdraw();
        else if (const std::optional<PopUp> next = std::exchange(m_next, {}))
            send(*next);
        else if (reply.isError() && isNobodyThere(reply.error()))
            Q_EMIT unseen(popUp);
    });
}

void DBusDesktop::withdraw()
{
    m_next.reset();
    if (m_isAsking) {
        m_isUnwanted = true;
        return;
    }
    if (m_shown == 0)
        return;
    QDBusMessage call =
        QDBusMessage::createMethodCall(service(), path(), service(), QStringLiteral("CloseNotification"));
    call << std::exchange(m_shown, 0);
    m_bus.asyncCall(call);
}

void DBusDesktop::actionInvoked(quint32 id, const QString &action)
{
    if (id != m_shown || id == 0)
        return;
    if (action == acknowledgeAction())
        Q_EMIT acknowledged();
    else if (action == openAction())
        Q_EMIT opened();
}

void DBusDesktop::notificationClosed(quint32 id, quint32)
{
    if (id == m_shown)
        m_shown = 0;
}

} // namespace shell
