// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/measures.h"
#include "domain/assistant/devicespeech.h"
#include "domain/assistant/queries.h"
#include "domain/assistant/words.h"

namespace assistant {

namespace {
using metrics::Current;
using metrics::History;

constexpr qint64 anHour = 60 * 60;

/// What is said of this machine's load.
struct MachineTalk
{
    Q_DECLARE_TR_FUNCTIONS(assistant::MachineTalk)
public:
    static Query load();

private:
    static QStringList seriesOf(const Matter &matter)
    {
        return matter.thing("measure").id.split(u' ', Qt::SkipEmptyParts);
    }
    static QList<Asking> ask(const Matter &matter);
    static Telling tell(const Matter &matter, const Findings &findings);
    static void tellPast(Telling &telling, const metrics::HistorySeries &series, const Speech &speech);
    static void tellNow(Telling &telling, const metrics::Sampled &reading, const QString &series);
};

Query MachineTalk::load()
{
    Query query;
    query.id = QStringLiteral("machine.load");
    query.example = tr("how was the CPU over the last hour?");
    query.phrases = phrasesOf(
        {"{measure}", "{measure} usage|load|use|utilisation|utilization", "how is|was|are {measure}",
         "how is|was {measure} usage|load", "how much {measure} is|was used|free|left|in? use?",
         "how busy|full|high|hot|loaded is|was {measure}", "what is|was {measure} usage|load?",
         "how full|busy|hot is|was {measure}", "{measure} is|was", "is|was {measure} ok|high|full|low|busy",
         "wie ist|war {measure}", "wie voll|hoch|warm|ausgelastet ist|war {measure}",
         "wie viel {measure} ist|war belegt|frei|benutzt|ubrig", "wie hoch ist|war {measure}",
         "{measure} auslastung|verbrauch|last", "ist|war {measure} voll|hoch|ok"});
    query.commands = {QLatin1String(Current::name), QLatin1String(History::name)};
    query.asks = ask;
    query.tell = tell;
    return query;
}

QList<Asking> MachineTalk::ask(const Matter &matter)
{
    const TimeSpan span = matter.timeOr(anHour);
    History history;
    history.names = seriesOf(matter);
    history.from = span.from;
    history.to = span.to;
    history.points = 60;
    return {Asking::of(Current()), Asking::of(history)};
}

Telling MachineTalk::tell(const Matter &matter, const Findings &findings)
{
    const Speech speech(matter);
    const metrics::Sampled reading = findings.first<Current>();
    Telling telling;
    const QStringList names = seriesOf(matter);
    for (const QString &each : names)
        tellNow(telling, reading, each);
    if (!findings.has<History>())
        return telling;
    telling.sentences << tr("This machine, %1:").arg(speech.span(matter.timeOr(anHour)));
    const auto recorded = findings.first<History>().series;
    for (const metrics::HistorySeries &each : recorded)
        tellPast(telling, each, speech);
    return telling;
}

void MachineTalk::tellNow(Telling &telling, const metrics::Sampled &reading, const QString &series)
{
    const auto values = metrics::seriesOf(reading);
    const auto quantity = metrics::measureOf(series);
    if (!values.contains(series) || !quantity)
        return;
    telling.sentences
        << tr("%1: %2 now.").arg(quantity->title, Speech::amount(values.value(series), quantity->unit));
}

void MachineTalk::tellPast(Telling &telling, const metrics::HistorySeries &series, const Speech &speech)
{
    const auto quantity = metrics::measureOf(series.name);
    const QString title = quantity ? quantity->title : plain(series.name);
    double weight = 0;
    double sum = 0;
    const QList<double> *lowest = nullptr;
    const QList<double> *highest = nullptr;
    constexpr qsizetype parts = 5; // start, min, avg, max, count
    for (const QList<double> &point : series.points) {
        if (point.size() < parts)
            continue;
        sum += point.at(2) * point.at(4);
        weight += point.at(4);
        if (lowest == nullptr || point.at(1) < lowest->at(1))
            lowest = &point;
        if (highest == nullptr || point.at(3) > highest->at(3))
            highest = &point;
    }
    if (highest == nullptr || weight <= 0) {
        telling.sentences << tr("%1: nothing was recorded.").arg(title);
        return;
    }
    telling.sentences << tr("%1: %2 on average, at least %3, at most %4 at %5.")
                             .arg(title, Speech::amount(sum / weight, series.unit),
                                  Speech::amount(lowest->at(1), series.unit),
                                  Speech::amount(highest->at(3), series.unit),
                                  speech.when(
                                      QDateTime::fromMSecsSinceEpoch(qint64(highest->at(0)), Qt::UTC)));
}
} // namespace

QList<Query> machineQueries() { return {MachineTalk::load()}; }

} // namespace assistant
