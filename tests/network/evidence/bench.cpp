// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/fingerprintreader.h"
#include "domain/network/evidence/fingerprints.h"
#include "domain/network/evidence/interpreter.h"
#include "domain/network/evidence/judgement.h"
#include "domain/network/evidence/vendors.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>
#include <random>

namespace {
double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return double(status.readAll().split(' ').value(1).toLongLong()) * 4096 / 1e6;
}

double milliseconds(const QElapsedTimer &timer) { return double(timer.nsecsElapsed()) / 1e6; }

/// Prints what it costs to read and compile a database, and to match the texts of its own examples.
void measureDatabase(const QString &name)
{
    const QString path = QStringLiteral(BELFRY_SOURCE_DIR "/resources/fingerprints/recog/%1.xml").arg(name);
    const auto examples = network::FingerprintReader(network::FingerprintReader::Examples::Keep).read(path);
    QElapsedTimer timer;
    timer.start();
    auto file = network::FingerprintReader().read(path);
    const double read = milliseconds(timer);
    timer.start();
    const network::FingerprintDatabase database(std::move(file));
    const double compiled = milliseconds(timer);
    for (const char *when : {"first", "again"}) {
        int texts = 0;
        timer.start();
        for (const network::Fingerprint &fingerprint : examples.fingerprints) {
            for (const network::Fingerprint::Example &example : fingerprint.examples)
                texts += database.match(example.text) ? 1 : 0;
        }
        std::printf(
            "%-20s %4d patterns: read %.1f ms, compiled %.1f ms, matched %d texts (%s) %.1f us each\n",
            qPrintable(name), int(examples.fingerprints.size()), read, compiled, texts, when,
            milliseconds(timer) * 1000 / texts);
    }
    const QByteArray hostile(1'000'000, 'A');
    timer.start();
    const bool isMatch = database.match(hostile).has_value();
    std::printf("%-20s 1 MB of A: %.0f us%s\n", "", milliseconds(timer) * 1000, isMatch ? ", a match" : "");
}
/// Prints what it costs to judge a device about which much is known.
void measureJudgement(network::Fingerprints &fingerprints, const network::Vendors &vendors)
{
    network::DeviceClues clues;
    clues.mac = *core::MacAddress::parse(u"48:8F:5A:10:22:9C");
    clues.isGateway = true;
    clues.hostNames = {QStringLiteral("gw-01.example")};
    clues.openPorts = {{22, false}, {53, false}, {80, false}, {443, false}, {8291, false}};
    clues.sysDescr = "RouterOS RB750Gr3";
    clues.sysObjectId = QStringLiteral("1.3.6.1.4.1.14988.1");
    clues.banners = {{"ssh.banner", "SSH-2.0-ROSSSH", 22},
                     {"html_title", "RouterOS router configuration page", 80},
                     {"telnet_banners", "MikroTik v6.48.6 (long-term)", 23}};
    clues.osClasses = {{QStringLiteral("router"), QStringLiteral("MikroTik"), QStringLiteral("RouterOS"),
                        QStringLiteral("6.X"), 95}};
    network::Interpreter interpreter(fingerprints, vendors);
    constexpr int rounds = 1000;
    double confidence = 0;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < rounds; ++i)
        confidence += network::judge(interpreter.read(clues).evidence).confidence;
    std::printf("a device read and judged: %.0f us (confidence %.3f)\n", milliseconds(timer) * 1000 / rounds,
                confidence / rounds);
}
/// Prints what a text costs that nothing matches, each of them another one, asked of every kind.
void measureNoise(network::Fingerprints &fingerprints)
{
    std::mt19937 random(3);
    const QList<QByteArray> kinds = fingerprints.keys();
    constexpr int rounds = 400;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < rounds; ++i) {
        QByteArray text = "Linux HP Cisco OpenSSH_ server/";
        for (int j = 0; j < 200; ++j)
            text += char(random() % 256);
        for (const QByteArray &kind : kinds)
            (void)fingerprints.describe(kind, text);
    }
    std::printf("noise of 231 bytes: %.0f us for all kinds together\n", milliseconds(timer) * 1000 / rounds);
}
} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QElapsedTimer timer;
    timer.start();
    const network::Vendors vendors;
    std::printf("%d vendor blocks: %.1f ms, %.0f kB\n", int(vendors.size()), milliseconds(timer),
                double(vendors.memory()) / 1e3);
    timer.start();
    const double before = residentMegabytes();
    network::Fingerprints all;
    std::printf("heads of %d kinds: %.1f ms\n", int(all.keys().size()), milliseconds(timer));
    timer.start();
    all.prepare();
    std::printf("all read and compiled: %.0f ms, %.1f MB\n", milliseconds(timer),
                residentMegabytes() - before);
    measureJudgement(all, vendors);
    measureNoise(all);
    std::printf("resident after that: %.1f MB more than before\n", residentMegabytes() - before);
    for (const char *name : {"ssh_banners", "http_servers", "html_title", "snmp_sysdescr", "telnet_banners"})
        measureDatabase(QLatin1String(name));
    return 0;
}
