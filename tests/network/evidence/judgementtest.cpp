// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/judgement.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using network::DeviceType;
using network::Evidence;
using network::judge;
using network::Judgement;

namespace {
Evidence piece(DeviceType type, double weight, const QString &origin)
{
    Evidence made;
    made.source = QStringLiteral("test");
    made.value = QStringLiteral("value of ") + origin;
    made.type = type;
    made.weight = weight;
    made.origin = origin;
    return made;
}

Evidence systemPiece(const char *family, const char *os, double weight, const char *source)
{
    Evidence made;
    made.source = QLatin1String(source);
    made.value = made.origin = QLatin1String(source);
    made.osFamily = QLatin1String(family);
    made.os = QLatin1String(os);
    made.osWeight = weight;
    return made;
}

QList<Evidence> drawn(std::mt19937 &random)
{
    QList<Evidence> all;
    const int size = int(random() % 12);
    for (int i = 0; i < size; ++i) {
        all << piece(DeviceType(random() % network::deviceTypeCount), double(random() % 500) / 100,
                     QStringLiteral("origin %1").arg(random() % 8));
    }
    return all;
}

/// How likely a type is by the evidence; 0 where it is not the likeliest.
double confidenceIn(DeviceType type, const Judgement &judgement)
{
    return judgement.type == type ? judgement.confidence : 0.0;
}
} // namespace

/// What is judged is the same whatever order it comes in, and more evidence never speaks against itself.
class JudgementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsUnknown()
    {
        const Judgement judgement = judge({});
        QCOMPARE(judgement.type, DeviceType::Unknown);
        QCOMPARE(judgement.confidence, 0.0);
        QCOMPARE(judgement.osFamily, QString());
        QCOMPARE(judgement.osConfidence, 0.0);
        QCOMPARE(judgement.icon(), QStringLiteral("device-unknown"));
    }

    void whatIsTooWeakIsUnknownButKept()
    {
        const Judgement judgement = judge({piece(DeviceType::Camera, 0.7, QStringLiteral("vendor"))});
        QCOMPARE(judgement.type, DeviceType::Unknown);
        QCOMPARE(judgement.confidence, 0.0);
        QCOMPARE(judgement.evidence.size(), 1);
    }

    void independentPiecesAddUp()
    {
        const Judgement one = judge({piece(DeviceType::Printer, 2.5, QStringLiteral("mdns"))});
        const Judgement two = judge({piece(DeviceType::Printer, 2.5, QStringLiteral("mdns")),
                                     piece(DeviceType::Printer, 2.0, QStringLiteral("ports"))});
        QCOMPARE(one.type, DeviceType::Printer);
        QCOMPARE(two.type, DeviceType::Printer);
        QVERIFY(two.confidence > one.confidence);
        QVERIFY2(two.confidence > 0.75, qPrintable(QString::number(two.confidence)));
        QCOMPARE(two.icon(), QStringLiteral("device-printer"));
    }

    void oneOriginCountsOnce()
    {
        const Evidence heavy = piece(DeviceType::Printer, 2.5, QStringLiteral("service:http"));
        Evidence light = piece(DeviceType::Printer, 2.0, QStringLiteral("service:http"));
        light.value = QStringLiteral("told by another tool");
        const Judgement both = judge({light, heavy, heavy});
        QCOMPARE(both.confidence, judge({heavy}).confidence);
        QCOMPARE(both.evidence.size(), 3);
        QCOMPARE(both.evidence.at(0).counts, true);
        QCOMPARE(both.evidence.at(1).counts, false);
        QCOMPARE(both.evidence.at(2), [&] {
            Evidence repeated = light;
            repeated.counts = false;
            return repeated;
        }());
    }

    void contradictionCostsConfidence()
    {
        const Evidence printer = piece(DeviceType::Printer, 4.0, QStringLiteral("snmp"));
        const Judgement alone = judge({printer});
        const Judgement doubted = judge({printer, piece(DeviceType::Camera, 3.0, QStringLiteral("upnp"))});
        QCOMPARE(doubted.type, DeviceType::Printer);
        QVERIFY(doubted.confidence < alone.confidence);
        // Also within one origin.
        const Judgement torn = judge({printer, piece(DeviceType::Camera, 3.0, QStringLiteral("snmp"))});
        QVERIFY(torn.confidence < alone.confidence);
    }

    void theOrderMakesNoDifference()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 500; ++round) {
            QList<Evidence> all = drawn(random);
            const Judgement first = judge(all);
            std::shuffle(all.begin(), all.end(), random);
            const Judgement second = judge(all);
            QCOMPARE(second.type, first.type);
            QCOMPARE(second.confidence, first.confidence);
            QCOMPARE(second.evidence, first.evidence);
        }
    }

    void moreForATypeNeverLowersIt()
    {
        std::mt19937 random(11);
        int raised = 0;
        for (int round = 0; round < 2000; ++round) {
            QList<Evidence> all = drawn(random);
            const Judgement before = judge(all);
            const auto type = DeviceType(1 + random() % (network::deviceTypeCount - 1));
            all << piece(type, double(random() % 500) / 100, QStringLiteral("origin %1").arg(random() % 10));
            const Judgement after = judge(all);
            QVERIFY(confidenceIn(type, after) >= confidenceIn(type, before) - 1e-12);
            if (before.type != type && before.type != DeviceType::Unknown)
                QVERIFY(confidenceIn(before.type, after) <= before.confidence + 1e-12);
            raised += confidenceIn(type, after) > confidenceIn(type, before) ? 1 : 0;
        }
        QVERIFY(raised > 50);
    }

    void confidenceIsAProbability()
    {
        std::mt19937 random(13);
        for (int round = 0; round < 1000; ++round) {
            const Judgement judgement = judge(drawn(random));
            QVERIFY(judgement.confidence >= 0 && judgement.confidence <= 1);
            QCOMPARE(judgement.confidence == 0, judgement.type == DeviceType::Unknown);
            QVERIFY(std::is_sorted(judgement.evidence.begin(), judgement.evidence.end(),
                                   [](const Evidence &a, const Evidence &b) { return a.weight > b.weight; }));
        }
    }

    void unsoundWeightsAreNone()
    {
        for (const double weight :
             {std::numeric_limits<double>::quiet_NaN(), -5.0, -std::numeric_limits<double>::infinity(),
              std::numeric_limits<double>::infinity()}) {
            const Judgement judgement = judge({piece(DeviceType::Camera, weight, QStringLiteral("a"))});
            QCOMPARE(judgement.type, DeviceType::Unknown);
        }
        const Judgement sure = judge({piece(DeviceType::Camera, 1e9, QStringLiteral("a"))});
        QVERIFY(sure.type == DeviceType::Camera && sure.confidence < 1.0);
    }

    void aTypeSetByHandWins()
    {
        const QList<Evidence> all{piece(DeviceType::Printer, 4.0, QStringLiteral("snmp"))};
        const Judgement judgement = judge(all, DeviceType::Nas);
        QCOMPARE(judgement.type, DeviceType::Nas);
        QVERIFY(judgement.isByHand);
        QCOMPARE(judgement.confidence, 1.0);
        QCOMPARE(judgement.evidence, judge(all).evidence);
        QVERIFY(!judge(all).isByHand);
    }

    void theSystemIsJudgedApart()
    {
        const Judgement judgement = judge({systemPiece("Linux", "Linux 5.3 - 5.4", 2.9, "nmap.os"),
                                           systemPiece("Linux", "Debian Linux 12.0", 2.5, "ssh.banner"),
                                           systemPiece("Windows", "Windows 10", 1.0, "dhcp")});
        QCOMPARE(judgement.type, DeviceType::Unknown);
        QCOMPARE(judgement.osFamily, QStringLiteral("Linux"));
        // A banner names a system, a scan only guesses it.
        QCOMPARE(judgement.os, QStringLiteral("Debian Linux 12.0"));
        QVERIFY(judgement.osConfidence > 0.9);
        QVERIFY(judge({systemPiece("Linux", "", 2.9, "nmap.os")}).osConfidence < judgement.osConfidence);
        QCOMPARE(judge({systemPiece("Linux", "", 2.9, "nmap.os")}).os, QStringLiteral("Linux"));
    }

    void wordsAndIcons()
    {
        for (size_t i = 0; i < network::deviceTypeCount; ++i)
            QCOMPARE(network::deviceTypeFromWord(network::wordOf(DeviceType(i))), DeviceType(i));
        QCOMPARE(network::wordOf(DeviceType::Container), QStringLiteral("container"));
        QCOMPARE(network::iconOf(DeviceType::AccessPoint), QStringLiteral("device-access-point"));
        QCOMPARE(network::deviceTypeFromWord(u"toaster"), DeviceType::Unknown);
    }
};

QTEST_GUILESS_MAIN(JudgementTest)
#include "judgementtest.moc"
