// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/checkrun.h"

namespace network::sources {

CheckRun::CheckRun(core::Clock &clock, std::chrono::milliseconds patience, QObject *parent)
    : QObject(parent), m_clock(clock), m_patience(patience)
{
}

void CheckRun::start()
{
    m_begun = std::chrono::steady_clock::now();
    m_deadline = m_clock.after(m_patience, [this] {
        fail(tr("No answer within %1 s. Look whether the service runs and the network lets us through.")
                 .arg(double(m_patience.count()) / 1000));
    });
    begin();
}

void CheckRun::finish(CheckResult result)
{
    if (m_hasFinished)
        return;
    m_hasFinished = true;
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - m_begun;
    result.milliseconds = took.count();
    // Out of the hands of whatever has just called: it may be what is let go of.
    QMetaObject::invokeMethod(
        this,
        [this, result] {
            m_deadline.reset();
            cease();
            Q_EMIT finished(result);
        },
        Qt::QueuedConnection);
}

void CheckRun::fail(const QString &sentence)
{
    CheckResult result;
    result.sentence = sentence;
    finish(result);
}

} // namespace network::sources
