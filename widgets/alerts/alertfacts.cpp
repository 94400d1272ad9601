// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertfacts.h"

#include "kit/format.h"
#include "network/kind.h"

#include <QCoreApplication>

namespace alerts {

namespace {
struct FactWords
{
    Q_DECLARE_TR_FUNCTIONS(alerts::FactWords)
};

constexpr qsizetype longestFact = 1024;

QString momentLine(const QDateTime &at, const QDateTime &now)
{
    const qint64 ms = at.toMSecsSinceEpoch();
    return alerts::FactWords::tr("%1 (%2)", "how long ago, exactly")
        .arg(kit::format::ago(ms, now.toMSecsSinceEpoch()), kit::format::exactTime(ms));
}
} // namespace

client::Facts factsOf(const Alert &alert, const AlertSetting &setting)
{
    client::Facts facts{
        alerts::FactWords::tr("Alert %1").arg(network::plainLine(alert.id)), titleOf(alert), {}};
    const auto add = [&facts](const QString &name, const QString &value) {
        if (!value.isEmpty())
            facts.rows << client::Fact{name, value};
    };
    add(alerts::FactWords::tr("State"), stateLine(alert, setting));
    add(alerts::FactWords::tr("Severity"),
        alerts::FactWords::tr("%1, %2 of 10")
            .arg(kit::statusTitle(statusOf(alert)), QString::number(alert.severity)));
    add(alerts::FactWords::tr("What happened"), network::plainLine(alert.message, longestFact));
    add(alerts::FactWords::tr("About"), subjectOf(alert, setting));
    add(alerts::FactWords::tr("Since"), momentLine(alert.raisedAt, setting.now));
    if (alert.lastAt != alert.raisedAt)
        add(alerts::FactWords::tr("Last said"), momentLine(alert.lastAt, setting.now));
    if (alert.resolvedAt)
        add(alerts::FactWords::tr("Resolved"), momentLine(*alert.resolvedAt, setting.now));
    if (alert.acknowledgement) {
        add(alerts::FactWords::tr("Acknowledged by"), network::plainLine(alert.acknowledgement->by));
        add(alerts::FactWords::tr("Note"), network::plainLine(alert.acknowledgement->note, longestFact));
    }
    add(alerts::FactWords::tr("Owner"), network::plainLine(alert.assignee));
    add(alerts::FactWords::tr("Silenced by"), network::plainLine(alert.silencedBy));
    add(alerts::FactWords::tr("Part of"), network::plainLine(alert.foldedInto));
    if (alert.children > 0)
        add(alerts::FactWords::tr("Parts"), kit::format::count(alert.children));
    if (alert.occurrences > 1)
        add(alerts::FactWords::tr("Said"), alerts::FactWords::tr("%n times", nullptr, alert.occurrences));
    if (alert.reopenings > 0)
        add(alerts::FactWords::tr("Came back"), alerts::FactWords::tr("%n times", nullptr, alert.reopenings));
    if (alert.level > 0)
        add(alerts::FactWords::tr("Escalated"), alerts::FactWords::tr("%n times", nullptr, alert.level));
    add(alerts::FactWords::tr("Kind"), kindTitle(alert.alertType));
    add(alerts::FactWords::tr("Rule"), network::plainLine(alert.source));
    QStringList labels;
    for (auto label = alert.labels.cbegin(); label != alert.labels.cend(); ++label)
        labels << network::plainLine(label.key() + u'=' + label.value(), 128);
    add(alerts::FactWords::tr("Labels"), labels.join(QStringLiteral(", ")));
    return facts;
}

QString deedLine(const AlertEntry &entry)
{
    const QString text = network::plainLine(entry.text, 4096);
    const auto with = [&text](const QString &done) {
        return text.isEmpty() ? done
                              : alerts::FactWords::tr("%1: %2", "deed and what was said").arg(done, text);
    };
    switch (entry.deed) {
    case Deed::Raised:
        return with(alerts::FactWords::tr("Raised"));
    case Deed::Changed:
        return with(alerts::FactWords::tr("Changed"));
    case Deed::Acknowledged:
        return with(alerts::FactWords::tr("Acknowledged"));
    case Deed::Unacknowledged:
        return with(alerts::FactWords::tr("Acknowledgement taken back"));
    case Deed::Lapsed:
        return with(alerts::FactWords::tr("Acknowledgement ended"));
    case Deed::Assigned:
        return text.isEmpty() ? alerts::FactWords::tr("Given to nobody")
                              : alerts::FactWords::tr("Given to %1").arg(text);
    case Deed::Commented:
        return text;
    case Deed::Escalated:
        return with(alerts::FactWords::tr("Escalated"));
    case Deed::Folded:
        return text.isEmpty() ? alerts::FactWords::tr("Folded into another")
                              : alerts::FactWords::tr("Folded into %1").arg(text);
    case Deed::Unfolded:
        return with(alerts::FactWords::tr("Stands by itself"));
    case Deed::Resolved:
        return with(alerts::FactWords::tr("Resolved"));
    case Deed::Reopened:
        return with(alerts::FactWords::tr("Reopened"));
    }
    return text;
}

} // namespace alerts
