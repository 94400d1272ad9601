// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rrule.h"

#include <QStringList>

namespace alerts {

namespace {

QStringList weekdayWords()
{
    return {QStringLiteral("MO"), QStringLiteral("TU"), QStringLiteral("WE"), QStringLiteral("TH"),
            QStringLiteral("FR"), QStringLiteral("SA"), QStringLiteral("SU")};
}
} // namespace

Rrule Rrule::weekly(const QList<int> &days)
{
    Rrule rule;
    rule.m_every = Every::Week;
    rule.m_days = days;
    return rule;
}

Rrule Rrule::monthly(int day)
{
    Rrule rule;
    rule.m_every = Every::Month;
    rule.m_monthDay = day;
    return rule;
}

std::optional<Rrule> Rrule::parse(const QString &text)
{
    Rrule rule;
    bool hasEvery = false;
    QString rest = text.trimmed();
    if (rest.startsWith(QLatin1String("RRULE:")))
        rest = rest.mid(6);
    const QStringList parts = rest.split(u';', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString key = part.section(u'=', 0, 0).toUpper();
        const QString value = part.section(u'=', 1).toUpper();
        if (key == QLatin1String("FREQ")) {
            const qsizetype place =
                QStringList{QStringLiteral("DAILY"), QStringLiteral("WEEKLY"), QStringLiteral("MONTHLY")}
                    .indexOf(value);
            if (place < 0)
                return {};
            rule.m_every = Every(place);
            hasEvery = true;
        } else if (key == QLatin1String("INTERVAL")) {
            rule.m_interval = value.toInt();
            if (rule.m_interval < 1)
                return {};
        } else if (key == QLatin1String("BYDAY")) {
            const QStringList days = value.split(u',');
            for (const QString &day : days) {
                const qsizetype place = weekdayWords().indexOf(day);
                if (place < 0)
                    return {};
                rule.m_days << int(place) + 1;
            }
        } else if (key == QLatin1String("BYMONTHDAY")) {
            rule.m_monthDay = value.toInt();
            if (rule.m_monthDay < 1 || rule.m_monthDay > 31)
                return {};
        } else if (key == QLatin1String("UNTIL")) {
            const QDate until = QDate::fromString(value.left(8), QStringLiteral("yyyyMMdd"));
            if (!until.isValid())
                return {};
            rule.m_until = until;
        } else if (key != QLatin1String("WKST")) {
            return {};
        }
    }
    const bool isStrange = (rule.m_every != Every::Week && !rule.m_days.isEmpty()) ||
                           (rule.m_every != Every::Month && rule.m_monthDay > 0);
    return hasEvery && !isStrange ? std::optional(rule) : std::nullopt;
}

QString Rrule::toString() const
{
    static constexpr const char *words[] = {"DAILY", "WEEKLY", "MONTHLY"};
    QString text = QStringLiteral("FREQ=") + QLatin1String(words[int(m_every)]);
    if (m_interval > 1)
        text += QStringLiteral(";INTERVAL=%1").arg(m_interval);
    if (!m_days.isEmpty()) {
        QStringList days;
        for (const int day : m_days)
            days << weekdayWords().value(day - 1);
        text += QStringLiteral(";BYDAY=") + days.join(u',');
    }
    if (m_monthDay > 0)
        text += QStringLiteral(";BYMONTHDAY=%1").arg(m_monthDay);
    if (m_until)
        text += QStringLiteral(";UNTIL=") + m_until->toString(QStringLiteral("yyyyMMdd"));
    return text;
}

} // namespace alerts
