// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/rules/rig.h"

#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <ctime>

using namespace rulestest;

namespace {
constexpr int amount = 10'000;

/// Seconds of this program on a core: others on the machine do not count.
class CoreTimer
{
public:
    void restart() { m_start = std::clock(); }
    [[nodiscard]] double seconds() const { return double(std::clock() - m_start) / CLOCKS_PER_SEC; }

private:
    std::clock_t m_start = std::clock();
};

double residentMebibytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QString text = QString::fromLatin1(status.readAll());
    return text.section(QStringLiteral("VmRSS:"), 1).simplified().section(u' ', 0, 0).toDouble() / 1024;
}

double valueOf(int device, int tick)
{
    return 60 + 30 * std::sin(device * 0.7 + tick * 0.01) + (device * 31 + tick * 17) % 7;
}

/// As one would write it first: every rule goes through all readings of its window whenever one comes.
class Naive
{
public:
    explicit Naive(const QList<Rule> &all)
    {
        for (const Rule &rule : all)
            m_rules << *compile(rule);
    }

    void take(int device, const Sample &sample)
    {
        auto &readings = m_readings[sample.source + u'/' + sample.name];
        readings.append({sample.at, sample.value});
        while (!readings.isEmpty() && readings.first().first <= sample.at - m_rules.at(device).window())
            readings.removeFirst();
    }
    int tick(int device, const Sample &sample)
    {
        take(device, sample);
        const auto &readings = m_readings[sample.source + u'/' + sample.name];
        const Compiled &rule = m_rules.at(device);
        if (!rule.isAbout(sample.source, sample.name, sample.labels))
            return 0;
        std::vector<double> values;
        for (const auto &[at, value] : readings)
            values.push_back(value);
        double value = 0;
        if (rule.expression()->aggregate == Aggregate::P95) {
            std::sort(values.begin(), values.end());
            value = values[values.size() * 95 / 100];
        } else {
            for (const double one : values)
                value += one / double(values.size());
        }
        return rule.isRaisedBy(value) ? 1 : 0;
    }
    /// Which of all rules want to know, asked anew for every reading.
    int askAll(const Sample &sample) const
    {
        return int(std::count_if(m_rules.begin(), m_rules.end(), [&](const Compiled &rule) {
            return rule.isAbout(sample.source, sample.name, sample.labels);
        }));
    }

private:
    QList<Compiled> m_rules;
    QHash<QString, QList<std::pair<qint64, double>>> m_readings;
};

QList<Rule> rulesFor(const QString &condition)
{
    QList<Rule> all;
    for (int i = 0; i < amount; ++i) {
        Rule rule = ruleOf(QStringLiteral("r%1").arg(i), condition);
        rule.holdFor = 60;
        rule.source.devices = QStringList{QStringLiteral("device-%1").arg(i)};
        all << rule;
    }
    return all;
}

QList<Sample> samples()
{
    QList<Sample> all;
    for (int i = 0; i < amount; ++i)
        all << Sample{QStringLiteral("device-%1").arg(i), QStringLiteral("cpu.usage"), {}, 0, 0};
    return all;
}

/// The share of a core that it takes, in percent.
double benchRuntime(QTextStream &out, const QString &name, const QList<Rule> &all, int seconds)
{
    Runtime runtime;
    CoreTimer timer;
    if (!runtime.setRules(all))
        return 0;
    const double set = timer.seconds();
    const double before = residentMebibytes();
    QList<Sample> readings = samples();
    qint64 transitions = 0;
    double took = 0;
    double worst = 0;
    constexpr int warm = 310; // until the windows are full
    for (int tick = 0; tick < warm + seconds; ++tick) {
        timer.restart();
        const qint64 at = start + tick * second;
        for (int i = 0; i < amount; ++i) {
            readings[i].at = at;
            readings[i].value = valueOf(i, tick);
            transitions += runtime.hear(readings.at(i)).size();
        }
        transitions += runtime.advance(at).size();
        if (tick >= warm) {
            took += timer.seconds();
            worst = std::max(worst, timer.seconds());
        }
    }
    out << name << ": " << 100 * took / seconds << " % of a core (" << 1e9 * took / seconds / amount
        << " ns a reading, the worst second " << 1000 * worst << " ms), " << transitions << " transitions, "
        << residentMebibytes() - before << " MiB, set in " << 1000 * set << " ms\n";
    out.flush();
    return 100 * took / seconds;
}
/// `share`: what the runtime takes for the same, in percent of a core.
void benchNaive(QTextStream &out, const QString &name, const QList<Rule> &all, double share)
{
    Naive naive(all);
    QList<Sample> readings = samples();
    CoreTimer timer;
    qint64 raised = 0;
    constexpr int measured = 5;
    constexpr int warm = 310;
    for (int tick = 0; tick < warm + measured; ++tick) {
        if (tick == warm)
            timer.restart();
        for (int i = 0; i < amount; ++i) {
            readings[i].at = start + tick * second;
            readings[i].value = valueOf(i, tick);
            if (tick < warm)
                naive.take(i, readings.at(i));
            else
                raised += naive.tick(i, readings.at(i));
        }
    }
    const double own = 100 * timer.seconds() / measured;
    out << name << ": " << own << " % of a core, " << raised << " times raised: " << own / share
        << " times as much\n";
    out.flush();
}
} // namespace

/// Prints what 10 000 rules cost at a reading a second each, beside going through all again; `--short`: of
/// the rules alone that say most. Fails only when there is nothing to tell, since machines differ.
int main(int argc, char **argv)
{
    QTextStream out(stdout);
    const bool isShort = argc > 1 && QByteArray(argv[1]) == "--short";
    const int seconds = isShort ? 10 : 60;
    const QList<Rule> averages = rulesFor(QStringLiteral("avg(cpu.usage[5m]) >= 90"));
    const double average = benchRuntime(out, QStringLiteral("avg, 5 minutes"), averages, seconds);
    const QList<Rule> percentiles = rulesFor(QStringLiteral("p95(cpu.usage[5m]) >= 90"));
    const double percentile = benchRuntime(out, QStringLiteral("p95, 5 minutes"), percentiles, seconds);
    if (!isShort) {
        for (const auto &[name, condition] :
             {std::pair{"max, 5 minutes", "max(cpu.usage[5m]) >= 97"},
              std::pair{"last, 1 minute", "last(cpu.usage[1m]) >= 95"},
              std::pair{"forecast, 10 minutes", "predict(cpu.usage[10m], 100) < 10m"}})
            benchRuntime(out, QString::fromLatin1(name), rulesFor(QString::fromLatin1(condition)), seconds);
        Rule one = ruleOf(QStringLiteral("one"), QStringLiteral("avg(cpu.usage[5m]) >= 90"));
        one.holdFor = 60;
        benchRuntime(out, QStringLiteral("one rule for all devices"), {one}, seconds);
    }
    if (average <= 0 || percentile <= 0)
        return 1;
    benchNaive(out, QStringLiteral("naive, avg, 5 minutes"), averages, average);
    benchNaive(out, QStringLiteral("naive, p95, 5 minutes"), percentiles, percentile);
    const QList<Sample> readings = samples();
    const Naive naive(averages);
    constexpr int asked = 200;
    CoreTimer timer;
    int found = 0;
    for (int i = 0; i < asked; ++i)
        found += naive.askAll(readings.at(i));
    out << "naive, every rule asked whether it wants a reading: " << 100 * timer.seconds() * amount / asked
        << " % of a core (" << found << " did)\n";
    return found == asked ? 0 : 1;
}
