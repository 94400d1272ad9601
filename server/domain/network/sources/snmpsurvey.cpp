// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/snmpsurvey.h"

namespace network::sources {

SnmpSurvey::SnmpSurvey(const SnmpPeer &peer, SnmpCredentials credentials, core::Clock &clock,
                       const SnmpLimits &limits, QObject *parent)
    : QObject(parent), m_session(peer, std::move(credentials), clock, limits)
{
}

void SnmpSurvey::start(const QList<SnmpPart> &parts)
{
    Q_ASSERT(!m_isRunning);
    m_isRunning = true;
    m_report = {};
    m_parts = parts;
    m_values.clear();
    m_roots = parts.isEmpty() ? QList<Oid>() : rootsOf(parts.first());
    const auto opened = m_session.start();
    // Whoever starts it hears of the end later.
    QMetaObject::invokeMethod(
        this,
        [this, opened, run = ++m_run] {
            if (run != m_run || !m_isRunning)
                return;
            if (opened)
                next();
            else
                finish(SnmpFault::Unusable, opened.error().message);
        },
        Qt::QueuedConnection);
}

void SnmpSurvey::stop()
{
    ++m_run;
    m_isRunning = false;
    m_session.stop();
}

void SnmpSurvey::next()
{
    while (!m_parts.isEmpty() && m_roots.isEmpty()) {
        decode(m_parts.takeFirst(), std::exchange(m_values, {}), m_report);
        if (!m_parts.isEmpty())
            m_roots = rootsOf(m_parts.first());
    }
    if (m_parts.isEmpty()) {
        finish(m_report.fault, m_report.sentence);
        return;
    }
    m_session.walk(m_roots.takeFirst(), [this, run = m_run](const SnmpAnswer &answer) {
        if (run == m_run && m_isRunning)
            take(answer);
    });
}

void SnmpSurvey::take(const SnmpAnswer &answer)
{
    m_values += answer.values;
    // A table that is too long, or refused, or nonsense does not spoil the others; silence does.
    const bool goesOn = answer.isGood() || answer.fault == SnmpFault::TooMuch ||
                        answer.fault == SnmpFault::Refused || answer.fault == SnmpFault::Nonsense;
    if (!answer.isGood() && m_report.fault == SnmpFault::None) {
        m_report.fault = answer.fault;
        m_report.sentence = answer.sentence;
    }
    if (goesOn) {
        next();
        return;
    }
    decode(m_parts.first(), std::exchange(m_values, {}), m_report);
    finish(m_report.fault, m_report.sentence);
}

void SnmpSurvey::finish(SnmpFault fault, const QString &sentence)
{
    m_isRunning = false;
    m_report.fault = fault;
    m_report.sentence = sentence;
    m_session.stop();
    Q_EMIT finished(std::exchange(m_report, {}));
}

} // namespace network::sources
