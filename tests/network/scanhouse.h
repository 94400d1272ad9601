// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/scans.h"
#include "network/estate.h"
#include "network/scan/fakenmap.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace nettest {

/// A house that scans its 10.0.0.0/26 by a program that stands in for nmap.
struct ScanHouse : Estate
{
    static constexpr int patience = 60'000; // ends what hangs
    FakeNmap nmap;
    QHash<QString, core::Result<QList<core::Address>>> names;
    std::unique_ptr<network::Scans> scans;

    explicit ScanHouse(const QByteArray &body = "head; host 1; host 2; tail") : Estate({u"10.0.0.0/26"_qs})
    {
        ::mkfifo(QFile::encodeName(nmap.path(u"gate"_qs)).constData(), 0666);
        if (!body.isNull())
            install(body);
        openScans();
    }
    ~ScanHouse()
    {
        if (scans != nullptr)
            scans->stop();
        settleTwice();
        for (const int gate : m_gates)
            ::close(gate);
    }
    ScanHouse(const ScanHouse &) = delete;
    ScanHouse &operator=(const ScanHouse &) = delete;
    /// What nmap is from now on. Beside what FakeNmap gives, its script knows `looked PORTS`, `open HOST
    /// PORT… ` (ports with http behind them) and `gate`, which waits until the test has opened it.
    void install(const QByteArray &body) const
    {
        const QString program = nmap.path(u"nmap"_qs);
        QFile::remove(program);
        const QByteArray tools =
            "case $1 in --version) echo 'Nmap version 7.93 ( https://nmap.org )'; exit;; esac\n"
            "echo \"$*\" >> $folder/calls\n"
            "looked() { echo \"<scaninfo type='connect' protocol='tcp' numservices='1' services='$1'/>\"; }\n"
            "port() { echo \"<port protocol='tcp' portid='$1'><state state='open' reason='syn-ack'/>"
            "<service name='http' product='$2' method='probed' conf='10'/></port>\"; }\n"
            "begin() { echo \"<host><status state='up' reason='x'/><address addr='10.0.0.$1' "
            "addrtype='ipv4'/><ports>\"; }\n"
            "end() { echo '</ports></host>'; }\n"
            "open() { begin $1; shift; for each; do port $each nginx; done; end; }\n"
            "gate() { read go < $folder/gate; }\n";
        QVERIFY(QFile::rename(nmap.script(tools + body + "\n"), program));
    }
    void uninstall() const { QFile::remove(nmap.path(u"nmap"_qs)); }
    /// As often as it is opened one `gate` is passed.
    void openGate() const
    {
        const int gate = ::open(QFile::encodeName(nmap.path(u"gate"_qs)).constData(), O_RDWR | O_CLOEXEC);
        m_gates << gate;
        QCOMPARE(::write(gate, "\n", 1), ssize_t(1)); // one byte goes to one reader
    }
    /// The words each call of nmap got.
    [[nodiscard]] QStringList calls() const
    {
        QFile file(nmap.path(u"calls"_qs));
        return file.open(QIODevice::ReadOnly)
                   ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                   : QStringList();
    }
    void openScans()
    {
        scans = std::make_unique<network::Scans>(network::Scans::Surroundings{
            bench.store->records(),
            publisher,
            bench.clock,
            entropy,
            *devices,
            *grounds,
            [this](const QString &name, const auto &answer) {
                answer(names.value(name, core::Error{core::ErrorCode::NotFound, u"Nobody knows it."_qs}));
            },
            {},
            {QFileInfo(nmap.path(u"nmap"_qs)).path()}});
        QVERIFY(support::awaited(scans->load()));
    }
    core::Reply start(const QString &target, network::ScanType type = network::ScanType::Discovery,
                      const network::ScanOptions &options = {}) const
    {
        return asked(*scans, &network::Scans::start, network::StartScan{type, target, options});
    }
    /// Its id, or why it did not start.
    QString begin(const QString &target, network::ScanType type = network::ScanType::Discovery,
                  const network::ScanOptions &options = {}) const
    {
        const auto reply = start(target, type, options);
        return reply ? reply->as<network::StartScan::Reply>()->scanId : reply.error().message;
    }
    [[nodiscard]] QList<network::ScanRun> all() const
    {
        return asked(*scans, &network::Scans::list, network::ListScans{})
            ->as<network::ListScans::Reply>()
            ->scans;
    }
    [[nodiscard]] network::GetScan::Reply get(const QString &id) const
    {
        const auto reply = asked(*scans, &network::Scans::get, network::GetScan{id});
        return reply ? *reply->as<network::GetScan::Reply>() : network::GetScan::Reply{};
    }
    bool ends(const QString &id) const
    {
        return QTest::qWaitFor([&] { return !scans->isRunning(id); }, patience);
    }
    bool finds(const QString &id, int hosts) const
    {
        return QTest::qWaitFor([&] { return get(id).devices.size() >= hosts; }, patience);
    }
    /// The end of the program without an end of its work, as when the power fails; and its next start.
    void fall()
    {
        settleTwice();
        scans.reset();
        reopen();
        openScans();
    }

private:
    /// Whoever waits for the store is answered, and for what it asks of it then.
    void settleTwice() const
    {
        settle();
        settle();
    }

    mutable QList<int> m_gates; ///< open, so that what was written stays in them
};

} // namespace nettest
