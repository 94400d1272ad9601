// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/call.h"

namespace alerts::channels {

Call::Call(Line::Place place, Reach::Resolver resolver, core::Clock &clock, Done done, QObject *parent)
    : QObject(parent), m_line(std::move(place), std::move(resolver)), m_clock(clock), m_done(std::move(done))
{
    connect(&m_line, &Line::opened, this, [this] { begin(); });
    connect(&m_line, &Line::secured, this, [this] { goOn(); });
    connect(&m_line, &Line::heard, this, [this] {
        if (!isFinished())
            hear();
    });
    connect(&m_line, &Line::ended, this, [this] {
        if (!isFinished())
            hearEnd();
    });
    connect(&m_line, &Line::failed, this, [this](const QString &sentence) {
        finish({Outcome::Kind::Closed, sentence, {}});
    });
}

void Call::start()
{
    m_timer = m_clock.after(patience, [this] {
        if (isFinished() || hasHeardEnough())
            return;
        finish({Outcome::Kind::Closed,
                tr("%1 did not answer within %n second(s). Look whether it is well.", nullptr,
                   int(patience.count()))
                    .arg(host()),
                {}});
    });
    // Whoever called is told later, however soon it fails.
    QMetaObject::invokeMethod(&m_line, &Line::open, Qt::QueuedConnection);
}

void Call::finish(const Outcome &outcome)
{
    if (isFinished())
        return;
    const Done done = std::exchange(m_done, {});
    m_line.close();
    deleteLater();
    done(outcome);
}

} // namespace alerts::channels
