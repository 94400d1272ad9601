// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/alertmanagerin.h"

#include "core/field.h"

#include <QJsonDocument>

namespace alerts {

namespace {
core::Error unreadable(const QString &sentence) { return {core::ErrorCode::Invalid, sentence}; }

QString member(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

/// Go writes the year 1 for no time at all.
QDateTime timeOf(const QJsonObject &alert, const char *name)
{
    const QDateTime time = core::timeFromText(member(alert, name));
    return time.isValid() && time.date().year() > 1 ? time : QDateTime();
}

bool isFiringNow(const QJsonObject &alert, const QDateTime &endsAt, const QDateTime &now)
{
    // The webhook says so in a word; in a list it is the end that tells.
    const QString word = member(alert, "status");
    if (!word.isEmpty())
        return word != QLatin1String("resolved");
    return !endsAt.isValid() || endsAt > now;
}

Condition conditionOf(const QJsonObject &alert, const QMap<QString, QString> &labels, const QDateTime &now,
                      const AlertmanagerIn::Devices &devices)
{
    const QJsonObject annotations = alert.value(QLatin1String("annotations")).toObject();
    const QString name = labels.value(QStringLiteral("alertname"));
    const QString instance = labels.value(QStringLiteral("instance"));
    const QDateTime endsAt = timeOf(alert, "endsAt");
    Condition out;
    out.labels = labels;
    out.source = QStringLiteral("alertmanager.") + (name.isEmpty() ? QStringLiteral("alert") : name);
    out.title = member(annotations, "summary");
    if (out.title.isEmpty())
        out.title = instance.isEmpty() ? name : name + QStringLiteral(" · ") + instance;
    if (out.title.isEmpty())
        out.title = AlertmanagerIn::tr("An alert without a name");
    for (const char *text : {"description", "message"}) {
        if (out.message.isEmpty())
            out.message = member(annotations, text);
    }
    out.severity = AlertmanagerIn::severityOf(labels.value(QStringLiteral("severity")));
    out.subjectId = instance.isEmpty() ? QString() : devices(instance);
    // By its labels alone: which device is meant may be known only later.
    const QString fingerprint = member(alert, "fingerprint");
    out.fingerprint = QStringLiteral("alertmanager.") +
                      (fingerprint.isEmpty() ? fingerprintOf({}, {}, labels) : fingerprint);
    out.isFiring = isFiringNow(alert, endsAt, now);
    out.at = out.isFiring ? timeOf(alert, "startsAt") : endsAt;
    // A webhook says when it is over; who sends a list may stop doing so.
    const bool isListed = !alert.value(QLatin1String("status")).isString();
    if (out.isFiring && isListed)
        out.lapsesAt = endsAt.isValid()
                           ? endsAt
                           : now.addSecs(std::chrono::seconds(AlertmanagerIn::lapsesAfter).count());
    return out;
}

core::Result<QMap<QString, QString>> labelsOf(const QJsonObject &alert, qsizetype number)
{
    const QJsonObject given = alert.value(QLatin1String("labels")).toObject();
    QMap<QString, QString> out;
    for (auto label = given.begin(); label != given.end(); ++label) {
        if (!label.value().isString())
            return unreadable(AlertmanagerIn::tr("The label %1 of alert %2 is no text.")
                                  .arg(label.key().left(64))
                                  .arg(number));
        out.insert(label.key(), label.value().toString());
    }
    if (out.isEmpty())
        return unreadable(AlertmanagerIn::tr("Alert %1 has no labels.").arg(number));
    return out;
}
} // namespace

int AlertmanagerIn::severityOf(const QString &word)
{
    static const QHash<QString, int> known{
        {QStringLiteral("emergency"), 10}, {QStringLiteral("page"), 9},   {QStringLiteral("critical"), 9},
        {QStringLiteral("major"), 7},      {QStringLiteral("error"), 7},  {QStringLiteral("high"), 7},
        {QStringLiteral("warning"), 5},    {QStringLiteral("medium"), 5}, {QStringLiteral("minor"), 3},
        {QStringLiteral("low"), 3},        {QStringLiteral("notice"), 2}, {QStringLiteral("info"), 1},
        {QStringLiteral("none"), 1}};
    constexpr int usual = 5;
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    return isNumber && number >= 1 && number <= 10 ? number : known.value(word.toLower(), usual);
}

core::Result<QList<Condition>> AlertmanagerIn::read(const QByteArray &json, const QDateTime &now,
                                                    const Devices &devices)
{
    if (json.size() > mostBytes)
        return unreadable(tr("This is longer than %1 MiB.").arg(mostBytes >> 20));
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (document.isNull())
        return unreadable(tr("This is no JSON: %1 at byte %2.").arg(fault.errorString()).arg(fault.offset));
    if (document.isObject() && member(document.object(), "version") != QLatin1String("4"))
        return unreadable(tr("This is no webhook of Alertmanager, version 4."));
    const QJsonValue list =
        document.isArray() ? QJsonValue(document.array()) : document.object().value(QLatin1String("alerts"));
    if (!list.isArray())
        return unreadable(tr("There is no list of alerts in it."));
    const QJsonArray alerts = list.toArray();
    if (alerts.size() > mostAlerts)
        return unreadable(tr("There are more than %1 alerts in it.").arg(mostAlerts));
    QList<Condition> out;
    for (qsizetype i = 0; i < alerts.size(); ++i) {
        const QJsonObject alert = alerts.at(i).toObject();
        const auto labels = labelsOf(alert, i + 1);
        if (!labels)
            return labels.error();
        const bool isOwn = labels->value(QStringLiteral("alertname")) == QLatin1String("Belfry") &&
                           labels->contains(QStringLiteral("alert_id"));
        if (!isOwn)
            out << conditionOf(alert, *labels, now, devices);
    }
    return out;
}

} // namespace alerts
