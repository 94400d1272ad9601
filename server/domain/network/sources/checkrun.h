// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "domain/network/sources/check.h"

#include <QObject>

namespace network::sources {

/// One check under way. It ends once, at the latest when its time is over.
class CheckRun : public QObject
{
    Q_OBJECT
public:
    CheckRun(core::Clock &clock, std::chrono::milliseconds patience, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void finished(const network::sources::CheckResult &result);

protected:
    virtual void begin() = 0;
    /// Lets go of whatever it holds; it may be called twice.
    virtual void cease() = 0;
    /// The time is filled in; only the first one counts.
    void finish(CheckResult result);
    void fail(const QString &sentence);
    [[nodiscard]] core::Clock &clock() const { return m_clock; }
    [[nodiscard]] bool hasFinished() const { return m_hasFinished; }

private:
    core::Clock &m_clock;
    std::chrono::milliseconds m_patience;
    std::chrono::steady_clock::time_point m_begun;
    std::unique_ptr<core::Timer> m_deadline;
    bool m_hasFinished = false;
};

} // namespace network::sources
