// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/rulewords.h"

#include "catalog/measures.h"
#include "kit/format.h"
#include "kit/status.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace automation::words {

namespace {
namespace format = kit::format;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(automation::Words)
};

/// A word of the language of conditions, and what people read for it.
struct Title
{
    const char *word;
    const char *text;
};

constexpr std::array aggregates{
    Title{"avg", QT_TRANSLATE_NOOP("automation::Words", "average")},
    Title{"min", QT_TRANSLATE_NOOP("automation::Words", "least")},
    Title{"max", QT_TRANSLATE_NOOP("automation::Words", "greatest")},
    Title{"last", QT_TRANSLATE_NOOP("automation::Words", "newest")},
    Title{"sum", QT_TRANSLATE_NOOP("automation::Words", "sum")},
    Title{"rate", QT_TRANSLATE_NOOP("automation::Words", "increase per second")},
    Title{"delta", QT_TRANSLATE_NOOP("automation::Words", "change")},
    Title{"p95", QT_TRANSLATE_NOOP("automation::Words", "95th percentile")},
};
constexpr std::array signs{
    Title{">=", QT_TRANSLATE_NOOP("automation::Words", "at least")},
    Title{">", QT_TRANSLATE_NOOP("automation::Words", "above")},
    Title{"<=", QT_TRANSLATE_NOOP("automation::Words", "at most")},
    Title{"<", QT_TRANSLATE_NOOP("automation::Words", "below")},
};
constexpr std::array states{
    Title{"online", QT_TRANSLATE_NOOP("automation::Words", "online")},
    Title{"offline", QT_TRANSLATE_NOOP("automation::Words", "offline")},
    Title{"away", QT_TRANSLATE_NOOP("automation::Words", "away")},
    Title{"unknown", QT_TRANSLATE_NOOP("automation::Words", "unknown")},
    Title{"active", QT_TRANSLATE_NOOP("automation::Words", "working")},
    Title{"inactive", QT_TRANSLATE_NOOP("automation::Words", "not working")},
};
constexpr std::array measures{
    Title{"device.status", QT_TRANSLATE_NOOP("automation::Words", "Device")},
    Title{"service.status", QT_TRANSLATE_NOOP("automation::Words", "Service")},
    Title{"interface.*.errors", QT_TRANSLATE_NOOP("automation::Words", "Interfaces, errors")},
    Title{"service.certificate.days",
          QT_TRANSLATE_NOOP("automation::Words", "Days a certificate is still valid")},
};

template <std::size_t Size>
QString titleIn(const std::array<Title, Size> &titles, const QString &word)
{
    for (const Title &title : titles) {
        if (word == QLatin1String(title.word))
            return Words::tr(title.text);
    }
    return word;
}

QString span(qint64 seconds) { return format::duration(seconds * 1000); }

QString ofState(const Sketch &sketch)
{
    QString what = measureTitle(sketch.name);
    if (sketch.isExpectedUp)
        what = Words::tr("%1 that should be up", "a device").arg(what);
    return (sketch.isNot ? Words::tr("%1 is not %2", "a device, offline")
                         : Words::tr("%1 is %2", "a device, offline"))
        .arg(what, stateTitle(sketch.state));
}

QString ofNumbers(const Sketch &sketch, const Rule &rule)
{
    const std::optional<double> threshold = sketch.threshold ? sketch.threshold : rule.raise;
    if (sketch.form == Sketch::Form::Forecast) {
        return Words::tr("%1 reaches %2 within %3", "what, how much, time")
            .arg(measureTitle(sketch.name), value(sketch.name, sketch.target),
                 threshold ? span(qint64(*threshold)) : format::none());
    }
    // An increase per second is of another unit than what increases.
    const bool isRate = sketch.aggregate == QLatin1String("rate");
    const QString limit = !threshold ? format::none()
                          : isRate   ? Words::tr("%1 a second").arg(value(sketch.name, *threshold))
                                     : value(sketch.name, *threshold);
    return Words::tr("%1: %2 of %3 %4 %5", "what: average of 5 min at least 90 %")
        .arg(measureTitle(sketch.name), isRate ? Words::tr("increase") : aggregateTitle(sketch.aggregate),
             span(sketch.window), signTitle(sketch.sign), limit);
}
} // namespace

QString measureTitle(const QString &name)
{
    const auto quantity = metrics::measureOf(name);
    return quantity ? quantity->title : titleIn(measures, name);
}

QString unitOf(const QString &name)
{
    const auto quantity = metrics::measureOf(name);
    return quantity && quantity->unit != QLatin1String("load") ? quantity->unit : QString();
}

QString value(const QString &name, double value)
{
    const QString unit = unitOf(name);
    if (unit == QLatin1String("%"))
        return format::percent(value);
    if (unit == QLatin1String("bytes"))
        return format::memory(value);
    if (unit == QLatin1String("bytes/s"))
        return format::rate(value * 8);
    return format::withUnit(format::tick(value), unit);
}

QString aggregateTitle(const QString &aggregate) { return titleIn(aggregates, aggregate); }

QString signTitle(const QString &sign) { return titleIn(signs, sign); }

QString stateTitle(const QString &state) { return titleIn(states, state); }

QString noDataTitle(NoData noData)
{
    switch (noData) {
    case NoData::Keep:
        return Words::tr("nothing; it stays as it was");
    case NoData::Ok:
        return Words::tr("all is well");
    case NoData::Alert:
        return Words::tr("an alert");
    }
    return {};
}

QString condition(const Rule &rule)
{
    const std::optional<Sketch> sketch = sketchOf(rule.kind, rule.condition);
    QString text;
    if (!sketch) {
        static const QRegularExpression threshold(QStringLiteral("\\braise\\b"));
        text = rule.condition.simplified();
        if (rule.raise)
            text.replace(threshold, QLocale::c().toString(*rule.raise, 'g', QLocale::FloatingPointShortest));
    } else {
        text = sketch->form == Sketch::Form::State ? ofState(*sketch) : ofNumbers(*sketch, rule);
    }
    if (rule.holdFor > 0)
        text = Words::tr("%1, for %2", "a condition, a time").arg(text, span(rule.holdFor));
    return text;
}

QString standing(const RuleStanding &standing)
{
    if (!standing.rule.isEnabled)
        return Words::tr("switched off");
    QStringList parts;
    if (standing.firing > 0)
        parts << Words::tr("firing for %1").arg(format::count(standing.firing));
    if (standing.pending > 0)
        parts << Words::tr("%1 pending").arg(format::count(standing.pending));
    if (!standing.fault.isEmpty())
        parts << Words::tr("faulty: %1").arg(standing.fault);
    return parts.isEmpty() ? Words::tr("well") : parts.join(QStringLiteral(" · "));
}

QString severity(int severity)
{
    return Words::tr("%1 %2", "Medium 5")
        .arg(kit::statusTitle(kit::statusOfSeverity(severity)))
        .arg(severity);
}

} // namespace automation::words
