// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/scan/process.h"

#include <QCoreApplication>
#include <QPointer>

using network::scan::Ending;
using network::scan::Launcher;
using network::scan::Process;
using network::scan::Task;

/// A process a test plays.
class ActedProcess final : public Process
{
public:
    explicit ActedProcess(const Task &played) : task(played) {}
    void start() override { isStarted = true; }
    void terminate() override { isAsked = true; }
    void kill() override { end({Ending::How::Killed, 9, {}}); }

    void say(const QByteArray &text) { Q_EMIT received(text); }
    void begin() { say("<nmaprun version=\"7.93\">"); }
    void find(int number)
    {
        say("<host><status state=\"up\" reason=\"x\"/><address addr=\"10.0.0." + QByteArray::number(number) +
            "\" addrtype=\"ipv4\"/></host>");
    }
    void step(const QByteArray &name, double percent)
    {
        say("<taskprogress task=\"" + name + "\" percent=\"" + QByteArray::number(percent) + "\"/>");
    }
    void finish()
    {
        say("<runstats><finished elapsed=\"1\" exit=\"success\"/><hosts up=\"1\" down=\"0\" "
            "total=\"1\"/></runstats></nmaprun>");
        end({});
    }
    void end(const Ending &ending)
    {
        Q_EMIT ended(ending);
        QCoreApplication::processEvents(); // it is heard queued
    }

    const Task task;
    bool isStarted = false;
    bool isAsked = false;
};

/// Gives such processes, and keeps sight of them.
class ActedLauncher final : public Launcher
{
public:
    std::unique_ptr<Process> prepare(const Task &task) override
    {
        auto process = std::make_unique<ActedProcess>(task);
        processes << process.get();
        return process;
    }
    QList<QPointer<ActedProcess>> processes;
};
