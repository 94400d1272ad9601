// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/clients.h"
#include "catalog/identity.h"
#include "catalog/measures.h"
#include "catalog/metrics.h"
#include "catalog/session.h"
#include "map/town.h"
#include "shell/mainwindow.h"
#include "support/fakeclock.h"
#include "support/scriptedlink.h"

#include <QTest>
#include <QtMath>

/// A window over a scripted link: a small server whose load follows the same curves in every run.
class Stage
{
public:
    Stage()
    {
        options.clock = &clock;
        options.version = QStringLiteral("0.1.0");
        options.folders = {{QStringLiteral("Data"), QStringLiteral("/var/lib/belfry")}};
        script();
    }

    /// The load at a moment, in ms since 1970.
    [[nodiscard]] static metrics::Sampled readingAt(qint64 ms)
    {
        constexpr double gib = 1024.0 * 1024 * 1024;
        const double t = double(ms % 3'600'000) / 1000;
        const auto wave = [t](double period, double shift = 0) {
            return 0.5 + 0.5 * qSin(t / period * 2 * M_PI + shift);
        };
        metrics::Sampled reading;
        reading.cpu.cores = {8 + 60 * wave(70) * wave(11), 12 + 30 * wave(50, 2), 5 + 45 * wave(90, 1),
                             9 + 20 * wave(31)};
        for (const double core : std::as_const(reading.cpu.cores))
            reading.cpu.usagePercent += core / 4;
        reading.cpu.load = {0.4 + 1.2 * wave(120), 0.7 + 0.5 * wave(400), 0.8};
        reading.cpu.temperature = 42 + 14 * wave(140, 1) + 2 * wave(7);
        reading.cpu.frequency = 2.4;
        reading.memory = space(8 * gib, (3.1 + 0.9 * wave(260)) * gib);
        reading.swap = space(2 * gib, 0.21 * gib);
        reading.disk = space(214e9, 83.4e9);
        reading.volumes = {
            {QStringLiteral("/"), QStringLiteral("/dev/nvme0n1p2"), QStringLiteral("ext4"), reading.disk},
            {QStringLiteral("/home"), QStringLiteral("/dev/nvme0n1p3"), QStringLiteral("ext4"),
             space(512e9, 431e9)},
            {QStringLiteral("/srv/backup/very/long/path/to/archives"), QStringLiteral("/dev/sdb1"),
             QStringLiteral("xfs"), space(4e12, 1.2e12)}};
        reading.diskIo = {900'000'000, 2'100'000'000, 2.1e6 * wave(40) * wave(13), 6.8e6 * wave(65, 2), 12};
        reading.network.receiveRate = (22 + 45 * wave(75) + 10 * wave(12)) * 125'000;
        reading.network.sendRate = (9 + 18 * wave(110, 2) + 6 * wave(17)) * 125'000;
        reading.uptime = 93'784;
        reading.host = {QStringLiteral("atlas"),
                        QStringLiteral("Debian GNU/Linux 12 (bookworm)"),
                        QStringLiteral("6.1.0-26-amd64"),
                        QStringLiteral("x86_64"),
                        QStringLiteral("AMD Ryzen 5 PRO 5650U with Radeon Graphics"),
                        4,
                        QStringLiteral("192.168.1.10")};
        reading.processes = {
            {812, QStringLiteral("nginx"), QStringLiteral("www-data"), 38 * wave(20) + 4, 48 << 20},
            {1203, QStringLiteral("postgres"), QStringLiteral("postgres"), 17.4, 412 << 20},
            {977, QStringLiteral("belfry"), QStringLiteral("dana"), 6.1, 96 << 20},
            {4410, QStringLiteral("a-program-with-a-remarkably-long-name"), QStringLiteral("svc-archiver"),
             3.2, 23 << 20},
            {331, QStringLiteral("systemd-journald"), QStringLiteral("root"), 0.8, 31 << 20},
            {1, QStringLiteral("systemd"), QStringLiteral("root"), 0.1, 12 << 20}};
        reading.timestamp = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
        return reading;
    }

    /// Opens the window with everything answered, at that size.
    shell::MainWindow &open(const QSize &size = {1366, 768})
    {
        window = std::make_unique<shell::MainWindow>(link, options);
        window->resize(size);
        window->show();
        link.become(client::Link::State::Live);
        [&] { QTRY_VERIFY(window->model().points(metrics::series::cpu).size() > 10); }();
        [&] { QTRY_VERIFY(window->model().interval() > 0); }();
        for (int i = 0; i < 20; ++i)
            tick();
        return *window;
    }
    void tick()
    {
        clock.advance(std::chrono::seconds(1));
        link.say(readingAt(clock.now().toMSecsSinceEpoch()), clock.now());
        QCoreApplication::processEvents();
    }
    /// Says facts of several kinds.
    void chatter()
    {
        const auto fact = [this](const char *topic, int priority, const char *source,
                                 const QJsonObject &payload) {
            clock.advance(std::chrono::milliseconds(137));
            core::Event event;
            event.sequence = ++link.sequence;
            event.topic = core::Topic(QLatin1String(topic));
            event.priority = priority;
            event.source = QString::fromLatin1(source);
            event.at = clock.now();
            event.payload = payload;
            return event;
        };
        QList<core::Event> all;
        for (int i = 0; i < 6; ++i) {
            all << fact("chat.message", 3, "atlas",
                        {{QStringLiteral("room_name"), QStringLiteral("general")},
                         {QStringLiteral("text"), QStringLiteral("The uplink is back.")}});
            all << fact("security.event", 8, "agent-1",
                        {{QStringLiteral("event_type"), QStringLiteral("brute_force")},
                         {QStringLiteral("source_ip"), QStringLiteral("203.0.113.9")},
                         {QStringLiteral("attempts"), 14}});
            all << fact("alerts.raised", 10, "atlas",
                        {{QStringLiteral("title"), QStringLiteral("core-sw-01 stopped answering")},
                         {QStringLiteral("severity"), 9}});
            all << fact("session.storage", 6, "atlas", {{QStringLiteral("state"), QStringLiteral("low")}});
        }
        Q_EMIT link.eventsReceived(all);
        QCoreApplication::processEvents();
    }
    /// Answers for the network as that town does, which outlives this.
    void takeNetworkOf(const Town &town)
    {
        for (auto one = town.link.answers.begin(); one != town.link.answers.end(); ++one) {
            if (one.key().startsWith(QLatin1String("network.")))
                link.answers.insert(one.key(), one.value());
        }
    }
    void trigger(const char *id) { window->actions().find(QLatin1String(id))->trigger(); }

    support::FakeClock clock{QDateTime::fromString(QStringLiteral("2026-11-20T13:29:40Z"), Qt::ISODate)};
    support::ScriptedLink link;
    QList<session::Client> listed = clients(); ///< as the server tells administrators
    shell::Options options;
    std::unique_ptr<shell::MainWindow> window;

private:
    static metrics::Space space(double total, double used)
    {
        return {qint64(total), qint64(used), qint64(total - used), used / total * 100};
    }

    /// Connections of every kind: the window, a browser, a reader that is too slow, one not signed in.
    [[nodiscard]] static QList<session::Client> clients()
    {
        const auto client = [](qint64 id, const char *name, const char *user, const char *role,
                               const char *contract, const char *transport, const char *address, qint64 age) {
            session::Client made;
            made.id = id;
            made.name = QString::fromLatin1(name);
            made.user = QString::fromLatin1(user);
            made.userId = made.user.isEmpty() ? QString() : QStringLiteral("u-%1").arg(id);
            made.role = QString::fromLatin1(role);
            made.contract = QString::fromLatin1(contract);
            made.transport = QString::fromLatin1(transport);
            made.address = QString::fromLatin1(address);
            made.openedAt =
                QDateTime::fromString(QStringLiteral("2026-11-20T13:29:40Z"), Qt::ISODate).addSecs(-age);
            return made;
        };
        QList<session::Client> all{
            client(1, "", "", "admin", "local", "local", "", 3725),
            client(7, "k3J9xQ2mAAAB", "dana", "operator", "everyst", "websocket", "192.168.1.44", 1260),
            client(9, "wall-2", "wall display", "viewer", "threatlens", "websocket", "192.168.1.61", 840),
            client(12, "p8Zt0aQxAAAF", "omar", "viewer", "shared", "polling", "10.8.0.3", 95),
            client(13, "", "sensor-7", "agent", "opmas", "websocket", "fe80::1ff:fe23:4567:890a", 60),
            client(15, "", "", "", "console", "websocket", "192.168.1.90", 4)};
        all[0].topics = {QStringLiteral("metrics.sampled"), QStringLiteral("session.storage")};
        all[1].hearsAll = true;
        all[2].topics = {QStringLiteral("security.event"), QStringLiteral("security.incident")};
        all[2].isFiltered = true;
        all[3].hearsAll = true;
        all[3].queued = 640;
        all[3].queuedBytes = 401'000;
        all[3].dropped = 1204;
        return all;
    }

    void script()
    {
        link.answers.insert(QStringLiteral("session.clients.list"), [this](const QJsonObject &) {
            const session::ListClients::Reply reply{listed, int(listed.size())};
            return core::Reply(core::toJson(reply).toObject());
        });
        link.answers.insert(QStringLiteral("metrics.current"), [this](const QJsonObject &) {
            return core::Reply(core::toJson(readingAt(clock.now().toMSecsSinceEpoch())).toObject());
        });
        link.answers.insert(QStringLiteral("metrics.interval"),
                            [](const QJsonObject &params) { return core::Reply(params); });
        link.answers.insert(QStringLiteral("metrics.series"), [](const QJsonObject &) {
            metrics::Series::Reply reply;
            const QStringList names = metrics::seriesOf(readingAt(0)).keys();
            for (const QString &name : names)
                reply.series << metrics::Series::Item{name, QString(), name};
            return core::Reply(core::toJson(reply).toObject());
        });
        link.answers.insert(QStringLiteral("metrics.history"), [](const QJsonObject &params) {
            return core::Reply(
                core::toJson(history(core::fromJson<metrics::History>(params).value())).toObject());
        });
        const session::ServerStatus::Reply server{QStringLiteral("0.1.0"),
                                                  {QStringLiteral("http://127.0.0.1:8000")},
                                                  3,
                                                  14.2,
                                                  0,
                                                  0,
                                                  48'000'000,
                                                  QStringLiteral("ok"),
                                                  {},
                                                  {},
                                                  3725};
        link.answer(QStringLiteral("session.server"), core::toJson(server).toObject());
        identity::User user;
        user.id = QStringLiteral("local");
        user.username = QStringLiteral("admin");
        user.displayName = QStringLiteral("Administrator");
        user.role = QStringLiteral("admin");
        user.createdAt = clock.now();
        link.answer(QStringLiteral("identity.whoami"), core::toJson(user).toObject());
    }

    /// Readings in buckets as a store would answer them, without those of 50 s in the middle of the shown
    /// time.
    static metrics::History::Reply history(const metrics::History &asked)
    {
        const qint64 from = asked.from.toMSecsSinceEpoch();
        const qint64 to = asked.to.toMSecsSinceEpoch();
        qint64 bucket = 1000;
        for (const qint64 wide : {5'000, 10'000, 60'000, 300'000, 3'600'000, 86'400'000}) {
            if ((to - from) / bucket > asked.points)
                bucket = wide;
        }
        metrics::History::Reply reply{double(bucket) / 1000, bucket < 60'000 ? 1.0 : 60.0, {}};
        for (const QString &name : asked.names)
            reply.series << metrics::HistorySeries{name, QString(), {}};
        const qint64 gap = from + (to - from) * 2 / 5;
        for (qint64 at = from / bucket * bucket; at <= to; at += bucket) {
            if (at > gap && at < gap + std::max<qint64>(20'000, (to - from) / 20))
                continue;
            const QMap<QString, double> values = metrics::seriesOf(readingAt(at));
            for (metrics::HistorySeries &series : reply.series) {
                const double value = values.value(series.name);
                const double spread = bucket > 1000 ? value * 0.2 : 0;
                series.points.append(
                    {double(at), value - spread, value, value + spread, double(bucket) / 1000});
            }
        }
        return reply;
    }
};
