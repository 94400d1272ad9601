// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/scanruns.h"
#include "catalog/scope.h"
#include "client/scans.h"
#include "support/fakeclock.h"
#include "support/scriptedlink.h"

/// A server that scans a small office, behind a scripted link: what runs there, what was run, what it found.
class Scanner
{
public:
    /// Answers at that link; the runs are told as of that time.
    Scanner(support::ScriptedLink &link, const QDateTime &now) : m_link(link), m_now(now)
    {
        using network::ScanState;
        using network::ScanType;
        add(ScanType::Discovery, "192.168.1.0/24", ScanState::Completed, 60 * 60 * 50, 104);
        add(ScanType::Full, "192.168.1.10-31", ScanState::TimedOut, 60 * 60 * 26, 300);
        add(ScanType::Ports, "srv-web-02", ScanState::Failed, 60 * 60 * 11, 12);
        add(ScanType::Discovery, "192.168.1.0/24", ScanState::Cancelled, 60 * 90, 47);
        network::ScanRun &last = add(ScanType::Discovery, "192.168.1.0/24", ScanState::Completed, 3600, 104);
        last.added = 2;
        last.removed = 1;
        last.changed = 3;
        last.comparedWith = runs.last().scanId;
        script();
    }

    network::ScanRun &add(network::ScanType type, const char *target, network::ScanState state,
                          int secondsAgo, int seconds)
    {
        network::ScanRun run;
        run.scanId = QStringLiteral("s-%1").arg(++m_last, 3, 10, QLatin1Char('0'));
        run.scanType = type;
        run.target = QString::fromLatin1(target);
        run.status = state;
        run.startedBy = QStringLiteral("dana");
        run.startedAt = m_now.addSecs(-secondsAgo);
        run.progress = 100;
        run.devices = 128;
        if (type != network::ScanType::Discovery) {
            run.openPorts = 240;
            run.services = 187;
        }
        if (state != network::ScanState::Running)
            run.completedAt = run.startedAt.addSecs(seconds);
        run.message = QStringLiteral("Devices: 128, open ports: 240, services: 187.");
        if (state == network::ScanState::Failed) {
            run.progress = 45;
            run.message = QStringLiteral("Belfry was stopped at 45 %. What was found until then is kept.");
        } else if (state == network::ScanState::Cancelled) {
            run.progress = 45;
            run.message = QStringLiteral("Cancelled at 45 %. Devices: 57, open ports: 0, services: 0.");
        } else if (state == network::ScanState::TimedOut) {
            run.progress = 82;
            run.message = QStringLiteral("Not done in the 300 seconds it had; 82 % were. Devices: 21.");
        }
        runs.prepend(run);
        return runs.first();
    }
    /// One that runs, half way.
    network::ScanRun &begin(const char *target = "192.168.1.0/24", const char *by = "dana")
    {
        network::ScanRun &run = add(network::ScanType::Full, target, network::ScanState::Running, 192, 0);
        run.startedBy = QString::fromLatin1(by);
        run.progress = 45;
        run.devices = 41;
        run.openPorts = 113;
        run.services = 87;
        run.ports = QStringLiteral("1-1024");
        run.message = QStringLiteral("Asks services: 192.168.1.96/27");
        return run;
    }
    network::ScanRun *find(const QString &id)
    {
        const auto found =
            std::find_if(runs.begin(), runs.end(), [&](const auto &run) { return run.scanId == id; });
        return found == runs.end() ? nullptr : &*found;
    }
    void sayProgress(const network::ScanRun &run, double progress)
    {
        network::ScanProgress fact;
        fact.scanId = run.scanId;
        fact.scanType = run.scanType;
        fact.target = run.target;
        fact.progress = progress;
        fact.message = QStringLiteral("Knocks at ports: 192.168.1.128/27");
        fact.discoveredDevices = 57;
        fact.discoveredPorts = 160;
        fact.discoveredServices = 90;
        m_link.say(fact, m_now);
    }
    void finish(const QString &id, network::ScanState state = network::ScanState::Completed)
    {
        network::ScanRun &run = *find(id);
        run.status = state;
        run.progress = 100;
        run.completedAt = m_now;
        run.added = 2;
        run.removed = 1;
        run.changed = 3;
        run.comparedWith = runs.last().scanId;
        network::ScanCompleted fact;
        fact.scanId = id;
        fact.scanType = run.scanType;
        fact.target = run.target;
        fact.status = state;
        fact.message = run.message;
        fact.totalDevices = run.devices;
        fact.completedAt = m_now;
        m_link.say(fact, m_now);
    }

    QList<network::ScanRun> runs; ///< newest first
    QList<network::ScanDifference> differences{
        {QStringLiteral("A"),
         QStringLiteral("d-9"),
         QStringLiteral("192.168.1.187"),
         QStringLiteral("Espressif ESP32"),
         {QStringLiteral("+ 80/tcp http")}},
        {QStringLiteral("R"),
         QStringLiteral("d-5"),
         QStringLiteral("192.168.1.77"),
         QStringLiteral("iPad"),
         {}},
        {QStringLiteral("M"),
         QStringLiteral("d-2"),
         QStringLiteral("192.168.1.20"),
         QStringLiteral("<b>srv</b>-web-02"),
         {QStringLiteral("+ 3389/tcp ms-wbt-server"), QStringLiteral("os: Linux 5.10 → Linux 6.1")}}};
    QList<network::ScopeNetwork> scope{
        {QStringLiteral("192.168.1.0/24"), QStringLiteral("Office"), true, true, QStringLiteral("eth0"), 256,
         41},
        {QStringLiteral("10.8.0.0/24"), QString(), false, false, QStringLiteral("wg0"), 256, 0}};
    QList<network::Schedule> schedules;
    QStringList missing;
    QString refusal; ///< of a start; empty: it is allowed

private:
    template <class T, class Do>
    void on(Do deed)
    {
        m_link.answers.insert(QString::fromLatin1(T::name), [deed](const QJsonObject &params) -> core::Reply {
            const core::Result<T> asked = core::fromJson<T>(params);
            return asked ? deed(asked.value()) : core::Reply(asked.error());
        });
    }
    template <class T>
    static core::Reply said(const T &reply)
    {
        return core::Reply(core::toJson(reply).toObject());
    }
    static core::Reply refused(core::ErrorCode code, const QString &why) { return core::Error{code, why}; }

    void script()
    {
        on<network::ListScans>([this](const network::ListScans &asked) {
            network::ListScans::Reply reply;
            bool isPast = asked.before.isEmpty();
            for (const network::ScanRun &run : std::as_const(runs)) {
                if (isPast && reply.scans.size() < asked.limit)
                    reply.scans << run;
                isPast = isPast || run.scanId == asked.before;
            }
            return said(reply);
        });
        on<network::GetScan>([this](const network::GetScan &asked) -> core::Reply {
            const network::ScanRun *run = find(asked.scanId);
            if (run == nullptr)
                return refused(core::ErrorCode::NotFound, QStringLiteral("There is no such scan."));
            return said(network::GetScan::Reply{*run, found()});
        });
        on<network::CompareScans>([this](const network::CompareScans &asked) -> core::Reply {
            if (asked.with.isEmpty() && find(asked.scanId)->comparedWith.isEmpty())
                return refused(core::ErrorCode::NotFound,
                               QStringLiteral("There is no earlier scan of the same kind to compare with."));
            return said(network::CompareScans::Reply{
                asked.scanId, asked.with.isEmpty() ? find(asked.scanId)->comparedWith : asked.with,
                differences, 122});
        });
        on<network::CancelScan>([this](const network::CancelScan &asked) -> core::Reply {
            finish(asked.scanId, network::ScanState::Cancelled);
            return said(identity::Done{});
        });
        scriptStart();
        scriptSchedules();
    }
    void scriptSchedules()
    {
        on<network::ListSchedules>(
            [this](const auto &) { return said(network::ListSchedules::Reply{schedules}); });
        on<network::RemoveSchedule>([this](const network::RemoveSchedule &asked) {
            schedules.removeIf([&](const network::Schedule &one) { return one.id == asked.id; });
            return said(identity::Done{});
        });
        on<network::SetSchedule>([this](const network::SetSchedule &asked) -> core::Reply {
            network::Schedule schedule = asked.schedule;
            if (schedule.when == QLatin1String("sometimes"))
                return refused(core::ErrorCode::Invalid,
                               QStringLiteral("“sometimes” is no time to repeat something."));
            if (schedule.id.isEmpty())
                schedule.id = QStringLiteral("n-%1").arg(++m_last);
            schedules.removeIf([&](const network::Schedule &one) { return one.id == schedule.id; });
            schedules << schedule;
            return said(schedule);
        });
    }
    void scriptStart()
    {
        on<network::PreviewScan>([this](const network::PreviewScan &asked) -> core::Reply {
            if (asked.target.contains(QLatin1String("300")))
                return refused(core::ErrorCode::Invalid,
                               QStringLiteral("192.168.300.0/24 is no address, network or name."));
            return said(network::PreviewScan::Reply{
                QStringLiteral("Asks 256 addresses who answers (TCP connections). Knocks at 1000 ports of "
                               "each that does."),
                {QStringLiteral("nmap -sT -T3 --top-ports 1000 -oX - -- ") + asked.target},
                256,
                asked.scanType == network::ScanType::Discovery ? 0 : 1000,
                260,
                missing});
        });
        on<network::StartScan>([this](const network::StartScan &asked) -> core::Reply {
            if (!refusal.isEmpty())
                return refused(core::ErrorCode::Limited, refusal);
            network::ScanRun &run = begin(qPrintable(asked.target));
            run.scanType = asked.scanType;
            run.intensity = asked.options.scanIntensity;
            run.ports = asked.options.ports;
            run.progress = 0;
            run.startedAt = m_now;
            return said(network::StartScan::Reply{run.scanId, QStringLiteral("It runs."), m_now});
        });
        on<network::ListScope>([this](const network::ListScope &) {
            return said(network::ListScope::Reply{scope, QStringLiteral("nmap 7.93"), missing});
        });
    }
    static QList<network::ScannedDevice> found()
    {
        return {{QStringLiteral("d-1"),
                 QStringLiteral("192.168.1.1"),
                 QStringLiteral("00:11:22:33:44:55"),
                 QStringLiteral("gw-01"),
                 QStringLiteral("Linux 5.10"),
                 {QStringLiteral("22/tcp ssh OpenSSH 9.2"), QStringLiteral("53/udp domain")}},
                {QStringLiteral("d-2"),
                 QStringLiteral("192.168.1.20"),
                 QString(),
                 QStringLiteral("<b>srv</b>-web-02"),
                 QStringLiteral("Linux 6.1"),
                 {QStringLiteral("80/tcp http nginx 1.22"), QStringLiteral("443/tcp https nginx 1.22"),
                  QStringLiteral("3389/tcp ms-wbt-server")}},
                {QStringLiteral("d-3"),
                 QStringLiteral("192.168.1.40"),
                 QStringLiteral("3c:2a:f4:00:01:02"),
                 QStringLiteral("printer-4"),
                 QString(),
                 {QStringLiteral("9100/tcp jetdirect")}}};
    }

    support::ScriptedLink &m_link;
    QDateTime m_now;
    int m_last = 0;
};
