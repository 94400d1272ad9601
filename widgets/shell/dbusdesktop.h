// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/desktop.h"

#include <QDBusConnection>

#include <optional>

namespace shell {

/// Desktops that speak org.freedesktop.Notifications. Where nobody does, nothing is seen.
class DBusDesktop final : public Desktop
{
    Q_OBJECT
public:
    explicit DBusDesktop(QDBusConnection bus = QDBusConnection::sessionBus(), QObject *parent = nullptr);

    void show(const PopUp &popUp) override;
    void withdraw() override;
    [[nodiscard]] bool isHeard() const override { return m_isHeard; }
    /// What the desktop calls the pop-up that is shown; 0: none is.
    [[nodiscard]] quint32 shown() const { return m_shown; }

private Q_SLOTS:
    void actionInvoked(quint32 id, const QString &action);
    void notificationClosed(quint32 id, quint32 reason);

private:
    void send(const PopUp &popUp);
    void askCapabilities();

    QDBusConnection m_bus;
    quint32 m_shown = 0;
    bool m_isHeard = false;      ///< the desktop said that it plays sounds
    bool m_isAsking = false;     ///< the desktop has not said yet what it calls the pop-up
    bool m_isUnwanted = false;   ///< and it is to go as soon as it did
    std::optional<PopUp> m_next; ///< to be shown then
};

} // namespace shell
