// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/untaken.h"

#include <QJsonDocument>

#include <algorithm>

namespace alerts::channels {

using core::field;

core::Fields Untaken::Since::fields()
{
    return {field("at", &Since::at, "When there was something to tell")};
}

namespace {
const QString untakenKind = QStringLiteral("alert.untaken");
} // namespace

QFuture<core::Result<void>> Untaken::load()
{
    return m_records.all(untakenKind)
        .then(this, [this](const core::Result<QList<core::Record>> &records) -> core::Result<void> {
            if (!records)
                return records.error();
            for (const core::Record &record : *records) {
                const auto since = core::fromJson<Since>(QJsonDocument::fromJson(record.body).object());
                m_since.insert(record.id, since ? since->at : m_clock.now());
            }
            return {};
        });
}

QDateTime Untaken::oldest() const { return m_clock.now().addSecs(-std::chrono::seconds(remembered).count()); }

int Untaken::count() const
{
    return int(std::count_if(m_since.begin(), m_since.end(),
                             [from = oldest()](const QDateTime &since) { return since > from; }));
}

core::Record Untaken::record(const QString &alertId) const
{
    return {untakenKind, alertId, core::Payload(Since{m_clock.now()}).text()};
}

core::RecordName Untaken::nameOf(const QString &alertId) { return {untakenKind, alertId}; }

QList<core::RecordName> Untaken::old() const
{
    QList<core::RecordName> out;
    const QDateTime from = oldest();
    for (auto since = m_since.begin(); since != m_since.end(); ++since) {
        if (since.value() <= from)
            out << nameOf(since.key());
    }
    return out;
}

void Untaken::settle(const QSet<QString> &untaken, const QSet<QString> &taken)
{
    m_since.removeIf([from = oldest()](const auto &since) { return since.value() <= from; });
    for (const QString &id : untaken)
        m_since.insert(id, m_clock.now());
    for (const QString &id : taken)
        m_since.remove(id);
}

} // namespace alerts::channels
