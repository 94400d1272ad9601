// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/judgement.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace network {

namespace {
/// One piece is never certainty itself.
constexpr double mostWeight = 6.0;
/// What a type must have for it to be named at all: more than the name of a vendor, less than a host name.
constexpr double unknownWeight = 0.9;
/// How many other systems there might be, for the confidence in one.
constexpr double otherSystems = 6.0;

/// How common the types are among each other, before anything was seen; in nats, mild on purpose.
constexpr std::array<double, deviceTypeCount> priors{0 /* unknown */,
                                                     0 /* router */,
                                                     0 /* switch */,
                                                     0 /* access point */,
                                                     0 /* firewall */,
                                                     0.2 /* server */,
                                                     0.3 /* workstation */,
                                                     0.3 /* laptop */,
                                                     0.3 /* phone */,
                                                     0 /* tablet */,
                                                     0.1 /* printer */,
                                                     0 /* camera */,
                                                     0 /* nas */,
                                                     0.2 /* iot */,
                                                     0 /* media */,
                                                     0 /* voip */,
                                                     -0.2 /* hypervisor */,
                                                     -0.3 /* ups */,
                                                     -0.3 /* pdu */,
                                                     0 /* vm */,
                                                     -0.3 /* container */};

double soundWeight(double weight)
{
    return std::isfinite(weight) ? std::clamp(weight, 0.0, mostWeight) : 0.0;
}

/// The heaviest first, and a total order, so that sums come out the same to the last bit.
bool isBefore(const Evidence &a, const Evidence &b)
{
    if (a.weight != b.weight || a.osWeight != b.osWeight)
        return std::tie(a.weight, a.osWeight) > std::tie(b.weight, b.osWeight);
    return std::tie(a.type, a.source, a.value, a.origin, a.osFamily, a.os) <
           std::tie(b.type, b.source, b.value, b.origin, b.osFamily, b.os);
}

QString originOf(const Evidence &piece)
{
    return piece.origin.isEmpty() ? piece.source + u'\n' + piece.value : piece.origin;
}

/// Sorts the pieces and tells those that count from those that repeat. A piece that says nothing about the
/// type counts if it says something new about the system.
void order(QList<Evidence> &evidence)
{
    for (Evidence &piece : evidence) {
        piece.weight = soundWeight(piece.weight);
        piece.osWeight = soundWeight(piece.osWeight);
    }
    std::sort(evidence.begin(), evidence.end(), isBefore);
    QSet<QString> said;
    for (Evidence &piece : evidence) {
        const QString what = piece.type == DeviceType::Unknown ? piece.osFamily : wordOf(piece.type);
        const QString key = originOf(piece) + u'\n' + what;
        piece.counts = !said.contains(key);
        said.insert(key);
    }
}

void judgeType(Judgement &judgement)
{
    std::array<double, deviceTypeCount> odds = priors;
    bool isAny = false;
    for (const Evidence &piece : std::as_const(judgement.evidence)) {
        if (!piece.counts || piece.type == DeviceType::Unknown || piece.weight <= 0)
            continue;
        odds[size_t(piece.type)] += piece.weight;
        isAny = true;
    }
    odds[size_t(DeviceType::Unknown)] = unknownWeight;
    const auto *best = std::max_element(odds.begin(), odds.end());
    const auto type = DeviceType(best - odds.begin());
    if (!isAny || type == DeviceType::Unknown)
        return;
    double all = 0;
    for (const double each : odds)
        all += std::exp(each - *best);
    judgement.type = type;
    judgement.confidence = 1 / all;
}

/// What nmap says is what a system behaves like; what a banner says is its name.
bool isGuess(const Evidence &piece) { return piece.source.startsWith(QLatin1String("nmap.os")); }

/// What the pieces say for each family of systems, each origin once.
QMap<QString, double> systemOdds(const QList<Evidence> &evidence)
{
    QMap<QString, QMap<QString, double>> byOrigin;
    for (const Evidence &piece : evidence) {
        if (piece.osFamily.isEmpty() || piece.osWeight <= 0)
            continue;
        double &heaviest = byOrigin[piece.osFamily][originOf(piece)];
        heaviest = std::max(heaviest, piece.osWeight);
    }
    QMap<QString, double> odds;
    for (auto family = byOrigin.cbegin(); family != byOrigin.cend(); ++family)
        odds[family.key()] = std::accumulate(family->cbegin(), family->cend(), 0.0);
    return odds;
}

/// The fullest text about a family: what a banner names before what a scan guesses, then the longest.
QString systemText(const QList<Evidence> &evidence, const QString &family)
{
    const Evidence *fullest = nullptr;
    for (const Evidence &piece : evidence) {
        if (piece.osFamily != family || piece.os.isEmpty())
            continue;
        const bool isBetter = fullest == nullptr || std::tuple(isGuess(piece), -piece.os.size()) <
                                                        std::tuple(isGuess(*fullest), -fullest->os.size());
        fullest = isBetter ? &piece : fullest;
    }
    return fullest == nullptr ? family : fullest->os;
}

void judgeSystem(Judgement &judgement)
{
    const QMap<QString, double> odds = systemOdds(judgement.evidence);
    if (odds.isEmpty())
        return;
    const auto best = std::max_element(odds.cbegin(), odds.cend());
    double all = otherSystems * std::exp(-*best);
    for (const double each : odds)
        all += std::exp(each - *best);
    judgement.osFamily = best.key();
    judgement.osConfidence = 1 / all;
    judgement.os = systemText(judgement.evidence, judgement.osFamily);
}
} // namespace

Judgement judge(QList<Evidence> evidence, std::optional<DeviceType> byHand)
{
    Judgement judgement;
    judgement.evidence = std::move(evidence);
    order(judgement.evidence);
    judgeType(judgement);
    judgeSystem(judgement);
    if (byHand) {
        judgement.type = *byHand;
        judgement.confidence = 1;
        judgement.isByHand = true;
    }
    return judgement;
}

} // namespace network
