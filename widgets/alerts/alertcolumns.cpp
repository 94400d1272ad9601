// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertcolumns.h"

#include "kit/format.h"
#include "network/compose.h"
#include "network/kind.h"

#include <QCoreApplication>

namespace alerts {

namespace {
struct AlertWords
{
    Q_DECLARE_TR_FUNCTIONS(alerts::AlertWords)
};

namespace format = kit::format;
using network::plainLine;
constexpr qsizetype longestTitle = 256;
constexpr qsizetype longestName = 96;
constexpr int narrowestTitle = 200;

/// In its largest unit alone: a list is glanced at.
QString shortDuration(qint64 milliseconds)
{
    for (const qint64 unit : {86'400'000LL, 3'600'000LL, 60'000LL, 1000LL}) {
        if (milliseconds >= unit)
            return format::duration(milliseconds - milliseconds % unit);
    }
    return format::duration(0);
}

QString exact(const QDateTime &at) { return format::exactTime(at.toMSecsSinceEpoch()); }

/// How long it lasts, or when it was over.
QString ageText(const Alert &alert, const QDateTime &now)
{
    if (alert.state == AlertState::Resolved && alert.resolvedAt)
        return format::ago(alert.resolvedAt->toMSecsSinceEpoch(), now.toMSecsSinceEpoch());
    return now.isValid() ? shortDuration(std::max<qint64>(0, alert.raisedAt.msecsTo(now))) : format::none();
}

QString timesText(const Alert &alert)
{
    QStringList parts;
    if (alert.occurrences > 1)
        parts << AlertWords::tr("×%1", "how often it was said").arg(format::count(alert.occurrences));
    if (alert.children > 0)
        parts << AlertWords::tr("+%1", "how many are a part of it").arg(format::count(alert.children));
    return parts.join(QStringLiteral("  "));
}

QString timesTip(const Alert &alert)
{
    QStringList lines;
    if (alert.occurrences > 1)
        lines << AlertWords::tr("Said %n times", nullptr, alert.occurrences);
    if (alert.children > 0)
        lines << AlertWords::tr("%n alert(s) are a part of it", nullptr, alert.children);
    if (alert.reopenings > 0)
        lines << AlertWords::tr("Came back %n time(s)", nullptr, alert.reopenings);
    return lines.join(u'\n');
}

QString stateTip(const Alert &alert, const AlertSetting &setting)
{
    QStringList lines{stateLine(alert, setting)};
    if (const auto &by = alert.acknowledgement) {
        lines << AlertWords::tr("%1 looks after it since %2").arg(plainLine(by->by), exact(by->at));
        if (!by->note.isEmpty())
            lines << plainLine(by->note, longestTitle);
    }
    if (alert.isFlapping)
        lines << AlertWords::tr("It comes and goes; nobody is told of it until it rests");
    if (alert.level > 0)
        lines << AlertWords::tr("Escalated %n time(s)", nullptr, alert.level);
    if (!alert.silencedBy.isEmpty())
        lines << AlertWords::tr("Silenced by %1").arg(plainLine(alert.silencedBy));
    if (alert.resolvedAt) {
        lines << (alert.resolvedBy.isEmpty()
                      ? AlertWords::tr("It ended by itself at %1").arg(exact(*alert.resolvedAt))
                      : AlertWords::tr("%1 ended it at %2")
                            .arg(plainLine(alert.resolvedBy), exact(*alert.resolvedAt)));
    }
    return lines.join(u'\n');
}
} // namespace

QString columnTitle(AlertColumn column)
{
    switch (column) {
    case AlertColumn::Severity:
        return AlertWords::tr("Severity");
    case AlertColumn::Title:
        return AlertWords::tr("What");
    case AlertColumn::Device:
        return AlertWords::tr("Device");
    case AlertColumn::State:
        return AlertWords::tr("State");
    case AlertColumn::Age:
        return AlertWords::tr("Age");
    case AlertColumn::Assignee:
        return AlertWords::tr("Owner");
    case AlertColumn::Times:
        return AlertWords::tr("Times");
    case AlertColumn::Number:
        return AlertWords::tr("Number");
    case AlertColumn::Rule:
        return AlertWords::tr("Rule");
    case AlertColumn::Type:
        return AlertWords::tr("Kind");
    case AlertColumn::Tools:
        break;
    }
    return {};
}

QString columnText(const Alert &alert, AlertColumn column, const AlertSetting &setting)
{
    switch (column) {
    case AlertColumn::Severity:
        return kit::statusTitle(statusOf(alert));
    case AlertColumn::Title:
        return titleOf(alert);
    case AlertColumn::Device:
        return subjectOf(alert, setting);
    case AlertColumn::State:
        return stateLine(alert, setting);
    case AlertColumn::Age:
        return ageText(alert, setting.now);
    case AlertColumn::Assignee: {
        const QString who =
            alert.assignee.isEmpty() && alert.acknowledgement ? alert.acknowledgement->by : alert.assignee;
        return who.isEmpty() ? format::none() : plainLine(who, longestName);
    }
    case AlertColumn::Times:
        return timesText(alert);
    case AlertColumn::Number:
        return plainLine(alert.id);
    case AlertColumn::Rule:
        return plainLine(alert.source, longestName);
    case AlertColumn::Type:
        return kindTitle(alert.alertType);
    case AlertColumn::Tools:
        break;
    }
    return {};
}

QString columnCell(const Alert &alert, AlertColumn column, const AlertSetting &setting)
{
    switch (column) {
    case AlertColumn::Severity:
        return QString::number(alert.severity);
    case AlertColumn::Title:
        return plainLine(alert.title, 4096);
    case AlertColumn::State:
        return QLatin1String(core::Words<AlertState>::list.at(size_t(alert.state)));
    case AlertColumn::Age:
        return alert.raisedAt.toUTC().toString(Qt::ISODate);
    case AlertColumn::Assignee:
        return plainLine(alert.assignee, 256);
    case AlertColumn::Times:
        return QString::number(alert.occurrences);
    default:
        return columnText(alert, column, setting);
    }
}

QString columnTip(const Alert &alert, AlertColumn column, const AlertSetting &setting)
{
    switch (column) {
    case AlertColumn::Severity:
        return format::tooltip(AlertWords::tr("%1: severity %2 of 10")
                                   .arg(kit::statusTitle(statusOf(alert)), QString::number(alert.severity)));
    case AlertColumn::Title: {
        const QString message = plainLine(alert.message, 1024);
        const QString title = plainLine(alert.title, 1024);
        return format::tooltip(message.isEmpty() ? title : title + u'\n' + message);
    }
    case AlertColumn::State:
        return format::tooltip(stateTip(alert, setting));
    case AlertColumn::Age:
        return format::tooltip(AlertWords::tr("Since %1").arg(exact(alert.raisedAt)));
    case AlertColumn::Times:
        return format::tooltip(timesTip(alert));
    case AlertColumn::Tools:
        return {};
    default:
        return format::tooltip(columnText(alert, column, setting));
    }
}

QString spokenLine(const Alert &alert, const AlertSetting &setting)
{
    QStringList parts{kit::statusTitle(statusOf(alert)), titleOf(alert), subjectOf(alert, setting),
                      stateLine(alert, setting), ageText(alert, setting.now)};
    if (alert.children > 0)
        parts << AlertWords::tr("%n alert(s) are a part of it", nullptr, alert.children);
    if (!alert.assignee.isEmpty())
        parts << plainLine(alert.assignee, longestName);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

bool isNumeric(AlertColumn column) { return column == AlertColumn::Age || column == AlertColumn::Times; }

bool isShownAtFirst(AlertColumn column)
{
    return column != AlertColumn::Number && column != AlertColumn::Rule && column != AlertColumn::Type;
}

int widthAtFirst(AlertColumn column)
{
    switch (column) {
    case AlertColumn::Severity:
        return 104;
    case AlertColumn::Title:
        return narrowestTitle;
    case AlertColumn::Device:
        return 130;
    case AlertColumn::State:
        return 176;
    case AlertColumn::Age:
    case AlertColumn::Times:
    case AlertColumn::Number:
        return 76;
    case AlertColumn::Assignee:
    case AlertColumn::Type:
        return 100;
    case AlertColumn::Rule:
        return 140;
    case AlertColumn::Tools:
        break;
    }
    return 150;
}

kit::Status statusOf(const Alert &alert) { return kit::statusOfSeverity(alert.severity); }

QString titleOf(const Alert &alert)
{
    const QString title = plainLine(alert.title, longestTitle);
    return title.isEmpty() ? plainLine(alert.message, longestTitle) : title;
}

QString subjectOf(const Alert &alert, const AlertSetting &setting)
{
    if (const network::Entry *device = setting.devices ? setting.devices->find(alert.subjectId) : nullptr)
        return network::nameOf(*device);
    for (const char *label : {"device", "host", "instance", "department"}) {
        if (const QString value = alert.labels.value(QLatin1String(label)); !value.isEmpty())
            return plainLine(value, longestName);
    }
    return alert.subjectId.isEmpty() ? format::none() : plainLine(alert.subjectId, longestName);
}

QString stateTitle(AlertState state)
{
    switch (state) {
    case AlertState::Open:
        return AlertWords::tr("Open");
    case AlertState::Acknowledged:
        return AlertWords::tr("Acknowledged");
    case AlertState::Resolved:
        break;
    }
    return AlertWords::tr("Resolved");
}

QString stateLine(const Alert &alert, const AlertSetting &setting)
{
    const QString title = stateTitle(alert.state);
    if (alert.state == AlertState::Resolved)
        return title;
    if (!alert.silencedBy.isEmpty()) {
        return alert.silencedUntil ? AlertWords::tr("%1, silenced until %2")
                                         .arg(title, shortMoment(*alert.silencedUntil, setting.now))
                                   : AlertWords::tr("%1, silenced").arg(title);
    }
    if (alert.acknowledgement && alert.acknowledgement->until)
        return AlertWords::tr("%1 until %2")
            .arg(title, shortMoment(*alert.acknowledgement->until, setting.now));
    return alert.isFlapping ? AlertWords::tr("%1, flapping").arg(title) : title;
}

QString shortTime(const QTime &time)
{
    // Some write seconds even where it is to be short.
    QString form = QLocale().timeFormat(QLocale::ShortFormat);
    return QLocale().toString(time, form.remove(QStringLiteral(":ss")));
}

QString shortMoment(const QDateTime &at, const QDateTime &now)
{
    const QDateTime local = at.toLocalTime();
    const QString time = shortTime(local.time());
    if (now.isValid() && local.date() == now.toLocalTime().date())
        return time;
    return AlertWords::tr("%1 %2", "date and time")
        .arg(QLocale().toString(local.date(), QLocale::ShortFormat), time);
}

QString kindTitle(Kind kind)
{
    switch (kind) {
    case Kind::System:
        return AlertWords::tr("System");
    case Kind::Network:
        return AlertWords::tr("Network");
    case Kind::Security:
        break;
    }
    return AlertWords::tr("Security");
}

} // namespace alerts
