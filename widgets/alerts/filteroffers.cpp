// SPDX-License-Identifier: GPL-3.0-or-later
// What is offered while one types a filter of the alerts.
#include "alerts/alertspage.h"
#include "kit/filterfield.h"

#include <functional>

namespace alerts {

namespace {
const QString colon = QStringLiteral(":");

template <std::size_t count>
std::function<QStringList()> these(const std::array<const char *, count> &words)
{
    QStringList list;
    for (const char *word : words)
        list << QLatin1String(word);
    return [list] { return list; };
}
} // namespace

QList<kit::FilterKey> AlertsPage::filterKeys() const
{
    const auto known = [this](auto of) {
        return [this, of] {
            QStringList values;
            for (const Alert &alert : m_alerts.all())
                values << of(alert);
            values.removeAll(QString());
            values.removeDuplicates();
            values.sort(Qt::CaseInsensitive);
            return values;
        };
    };
    return {{QStringLiteral("sev"), QStringLiteral(">="), tr("how bad it is"),
             these(std::array{"critical", "high", "medium", "low", "info"})},
            {QStringLiteral("state"), colon, tr("what became of it"), these(core::Words<AlertState>::list)},
            {QStringLiteral("is"), colon, tr("what else holds of it"),
             these(std::array{"mine", "assigned", "silenced", "folded", "flapping", "escalated"})},
            {QStringLiteral("device"), colon, tr("what it is about"),
             known([this](const Alert &alert) { return QStringList(subjectOf(alert, m_table->setting())); })},
            {QStringLiteral("rule"), colon, tr("who raised it"),
             known([](const Alert &alert) { return QStringList(alert.source); })},
            {QStringLiteral("owner"), colon, tr("who looks after it"), known([](const Alert &alert) {
                 return QStringList{alert.assignee,
                                    alert.acknowledgement ? alert.acknowledgement->by : QString()};
             })},
            {QStringLiteral("dept"), colon, tr("department"), known([](const Alert &alert) {
                 return QStringList(alert.labels.value(QStringLiteral("department")));
             })},
            {QStringLiteral("type"), colon, tr("kind"), these(core::Words<Kind>::list)},
            {QStringLiteral("label"), colon, tr("label=value"), known([](const Alert &alert) {
                 QStringList labels;
                 for (auto label = alert.labels.cbegin(); label != alert.labels.cend(); ++label)
                     labels << label.key() + u'=' + label.value();
                 return labels;
             })},
            {QStringLiteral("id"), colon, tr("number, as A-17")},
            {QStringLiteral("since"), colon, tr("began in the last 90s, 15m, 2h or 7d")},
            {QStringLiteral("times"), QStringLiteral(">"), tr("how often it came")},
            {QStringLiteral("parts"), QStringLiteral(">"), tr("how many others are a part of it")},
            {QStringLiteral("comments"), QStringLiteral(">"), tr("how much was said of it")}};
}

} // namespace alerts
