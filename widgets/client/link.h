// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/command.h"
#include "core/event.h"

#include <QFuture>
#include <QObject>
#include <QStringList>

namespace client {

/// The window's one door to a Belfry, in this process or far away. Lives on the GUI thread.
/// After a reconnection a link subscribes again by itself and tells of it by `stateChanged`.
class Link : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Connecting, ///< not yet been live
        Live,
        Reconnecting, ///< was live; trying again
        SignedOut,    ///< credentials are needed (close code 4001)
        Refused,      ///< will not try again by itself (address or protocol wrong, or not trusted)
    };
    Q_ENUM(State)

    using QObject::QObject;

    /// The future is finished on the GUI thread; Unavailable while not live.
    virtual QFuture<core::Reply> request(const QString &command, const QJsonObject &params) = 0;
    /// Adds topic patterns to what is heard, now and after every reconnection.
    virtual void subscribe(const QStringList &topics) = 0;
    /// Takes patterns back that were added; what others let through is still heard.
    virtual void unsubscribe(const QStringList &topics) = 0;
    [[nodiscard]] virtual State state() const = 0;
    /// Why the state is what it is, for people; empty when live.
    [[nodiscard]] virtual QString stateText() const = 0;
    /// True when the other side is in this process.
    [[nodiscard]] virtual bool isLocal() const = 0;
    /// Where the other side is, as a person would say it; "this computer" when local.
    [[nodiscard]] virtual QString address() const = 0;
    /// SHA-256 of the certificate the other side shows, as "3A:91:…"; empty: none, or not known yet.
    [[nodiscard]] virtual QString fingerprint() const { return {}; }
    /// Tries again now instead of waiting; does nothing where there is nothing to retry.
    virtual void retry() {}

Q_SIGNALS:
    /// Facts in order, gathered into frames (`Frames`).
    void eventsReceived(const QList<core::Event> &events);
    void stateChanged();
    void fingerprintChanged();
};

} // namespace client
