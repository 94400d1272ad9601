// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/scan/task.h"

#include <QByteArray>
#include <QObject>

#include <memory>

namespace network::scan {

/// How a call of nmap ended.
struct Ending
{
    enum class How : quint8 {
        Exited,     ///< value: its code
        Killed,     ///< value: the signal
        NotStarted, ///< there is no such program, or the helper refused
        Lost,       ///< the helper went away
    };
    How how = How::Exited;
    int value = 0;
    QString complaint; ///< what it said about it; cleaned and bounded
};

/// One call of nmap, wherever it runs. Destroyed, it ends what it started.
class Process : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void start() = 0;
    /// Asks it and all it started to end.
    virtual void terminate() = 0;
    /// Ends it and all it started.
    virtual void kill() = 0;

Q_SIGNALS:
    void received(const QByteArray &bytes);
    /// Once, and nothing comes after it. It may come while start() runs.
    void ended(const network::scan::Ending &ending);
};

/// Gives processes for tasks.
class Launcher
{
public:
    Launcher() = default;
    virtual ~Launcher() = default;
    Launcher(const Launcher &) = delete;
    Launcher &operator=(const Launcher &) = delete;

    [[nodiscard]] virtual std::unique_ptr<Process> prepare(const Task &task) = 0;
};

} // namespace network::scan
