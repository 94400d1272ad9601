// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "domain/alerts/channels/line.h"
#include "domain/alerts/channels/outcome.h"

#include <functional>

namespace alerts::channels {

/// One attempt to hand something over to a server: it answers once, in time.
class Call : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Outcome &)>;
    static constexpr std::chrono::seconds patience{15};

    Call(Line::Place place, Reach::Resolver resolver, core::Clock &clock, Done done, QObject *parent);

    void start();

protected:
    [[nodiscard]] Line &line() { return m_line; }
    [[nodiscard]] core::Clock &clock() { return m_clock; }
    [[nodiscard]] const QString &host() const { return m_line.place().host; }
    /// The rest counts for nothing, and this goes.
    void finish(const Outcome &outcome);
    [[nodiscard]] bool isFinished() const { return !m_done; }

    virtual void begin() = 0; ///< the line is open
    virtual void hear() = 0;
    virtual void hearEnd() = 0;
    virtual void goOn() {} ///< encrypted from now on
    /// Time is over; true when what was heard by then was enough to finish.
    virtual bool hasHeardEnough() { return false; }

private:
    Line m_line;
    core::Clock &m_clock;
    Done m_done;
    std::unique_ptr<core::Timer> m_timer;
};

} // namespace alerts::channels
