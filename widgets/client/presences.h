// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/devicepage.h"
#include "client/devices.h"
#include "client/mirror.h"

#include <QHash>

namespace client {

/// How devices were there in the last 24 hours, cell by cell: asked for of those alone that somebody looks
/// at, a few at a time, and kept for a while.
class Presences final : public QObject
{
    Q_OBJECT
public:
    static constexpr int cells = 24;
    static constexpr int mostInFlight = 4;
    static constexpr qsizetype mostKept = 2000;
    static constexpr qint64 freshSeconds = 300;

    Presences(Mirror &mirror, Devices &devices, QObject *parent = nullptr);

    /// One state for each cell, as network.devices.presence names them; empty: not known yet.
    [[nodiscard]] QStringList of(const QString &id) const { return m_known.value(id).cells; }
    /// These are looked at, in this order, and no others; what is not fresh is asked for.
    void want(const QStringList &ids);

Q_SIGNALS:
    void changed(const QString &id);

private:
    struct Known
    {
        QStringList cells;
        network::State state = network::State::Unknown; ///< of the device, when it was asked for
        QDateTime askedAt;                              ///< invalid: to be asked for again
        bool isAsked = false;                           ///< the answer is under way
    };

    void askNext();
    void ask(const QString &id);
    void take(const QString &id, const core::Result<network::DevicePresence::Reply> &reply);
    void hear(const QStringList &ids);
    void begin();
    void forgetSome();
    [[nodiscard]] bool isFresh(const Known &known, const QDateTime &now) const;

    Mirror &m_mirror;
    Devices &m_devices;
    QHash<QString, Known> m_known;
    QStringList m_wanted;
    int m_inFlight = 0;
    quint64 m_round = 0; ///< of connections; an answer of an earlier one is not waited for
    bool m_wasLive = false;
};

} // namespace client
