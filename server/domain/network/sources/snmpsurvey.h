// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/sources/snmpdecoder.h"
#include "domain/network/sources/snmpsession.h"

namespace network::sources {

/// Asks a device for the parts of a report, one after the other, once per start.
class SnmpSurvey : public QObject
{
    Q_OBJECT
public:
    SnmpSurvey(const SnmpPeer &peer, SnmpCredentials credentials, core::Clock &clock,
               const SnmpLimits &limits = {}, QObject *parent = nullptr);

    /// Not while one runs. Every start ends with `finished`.
    void start(const QList<SnmpPart> &parts = everySnmpPart());
    /// Without a word.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void finished(const network::sources::SnmpReport &report);

private:
    void next();
    void take(const SnmpAnswer &answer);
    void finish(SnmpFault fault, const QString &sentence);

    SnmpSession m_session;
    QList<SnmpPart> m_parts; ///< still to be asked for, the first just now
    QList<Oid> m_roots;      ///< of it
    QList<SnmpValue> m_values;
    SnmpReport m_report;
    quint64 m_run = 0; ///< tells answers to a start that was stopped
    bool m_isRunning = false;
};

} // namespace network::sources
