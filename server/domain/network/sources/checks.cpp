// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/checks.h"

#include "domain/network/sources/dnscheckrun.h"
#include "domain/network/sources/httpcheckrun.h"
#include "domain/network/sources/tcpcheckrun.h"
#include "domain/network/sources/tlscheckrun.h"

namespace network::sources {

namespace {
constexpr qsizetype mostChecksWaiting = 10'000;

template <class... Each>
struct Cases : Each...
{
    using Each::operator()...;
};
template <class... Each>
Cases(Each...) -> Cases<Each...>;
} // namespace

Checks::Checks(DnsClient &names, core::Clock &clock, int atOnce, QObject *parent)
    : QObject(parent), m_names(names), m_clock(clock), m_atOnce(atOnce)
{
}

void Checks::run(const Check &check, std::chrono::milliseconds patience, Listener listener)
{
    if (m_waiting.size() >= mostChecksWaiting) {
        CheckResult result;
        result.sentence = tr("Too many checks are waiting. Check less often.");
        QMetaObject::invokeMethod(
            this, [listener, result] { listener(result); }, Qt::QueuedConnection);
        return;
    }
    m_waiting.enqueue({check, patience, std::move(listener)});
    QMetaObject::invokeMethod(this, &Checks::fill, Qt::QueuedConnection);
}

void Checks::stop()
{
    m_waiting.clear();
    qDeleteAll(std::exchange(m_runs, {}));
}

void Checks::fill()
{
    while (!m_waiting.isEmpty() && m_runs.size() < m_atOnce) {
        const Waiting waiting = m_waiting.dequeue();
        CheckRun *run = runOf(waiting);
        m_runs.append(run);
        connect(run, &CheckRun::finished, this,
                [this, run, listener = waiting.listener](const CheckResult &result) {
                    m_runs.removeOne(run);
                    run->deleteLater();
                    QMetaObject::invokeMethod(this, &Checks::fill, Qt::QueuedConnection);
                    listener(result);
                });
        run->start();
    }
}

CheckRun *Checks::runOf(const Waiting &waiting)
{
    const auto patience = waiting.patience;
    return std::visit(Cases{[&](const HttpCheck &check) -> CheckRun * {
                                return new HttpCheckRun(check, m_clock, patience, this);
                            },
                            [&](const TcpCheck &check) -> CheckRun * {
                                return new TcpCheckRun(check, m_clock, patience, this);
                            },
                            [&](const DnsCheck &check) -> CheckRun * {
                                return new DnsCheckRun(check, m_names, m_clock, patience, this);
                            },
                            [&](const TlsCheck &check) -> CheckRun * {
                                return new TlsCheckRun(check, m_clock, patience, this);
                            }},
                      waiting.check);
}

CheckResult Checks::ofPing(const PingResult &result)
{
    CheckResult out;
    out.isOk = result.isAnswered();
    out.milliseconds = result.milliseconds.value_or(0);
    out.sentence = out.isOk
                       ? tr("It answers.")
                       : tr("It does not answer. Look whether it is switched on and its cable plugged in.");
    return out;
}

} // namespace network::sources
