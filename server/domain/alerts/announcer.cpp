// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/announcer.h"

#include "core/clockwatch.h"
#include "core/log.h"

#include <QJsonDocument>

namespace alerts {

using core::field;

namespace {
const QString toldKind = QStringLiteral("alert.window.told");
/// A clock that is put back by less makes nothing come again.
constexpr qint64 slack = std::chrono::duration_cast<std::chrono::seconds>(core::ClockWatch::least).count();
constexpr qint64 keptFor = std::chrono::seconds(std::chrono::hours(24)).count();
} // namespace

core::Fields Occurrence::fields()
{
    return {field("id", &Occurrence::id, "The window"),
            field("display_name", &Occurrence::displayName, "What it is called"),
            field("reason", &Occurrence::reason, "Why"),
            field("departments", &Occurrence::departments, "Only people of these; empty: all"),
            field("begin", &Occurrence::begin, "From when"),
            field("end", &Occurrence::end, "Until when")};
}

core::Fields Announcer::Mark::fields()
{
    return {field("occurrence", &Mark::occurrence, "Which"), field("state", &Mark::state, "How it was then"),
            field("is_early", &Mark::isEarly, "Of its coming they are yet to be told")};
}

QFuture<core::Result<void>> Announcer::load()
{
    return m_records.all(toldKind).then(
        this, [this](const core::Result<QList<core::Record>> &records) -> core::Result<void> {
            if (!records)
                return records.error();
            for (const core::Record &record : *records) {
                const auto told = core::fromJson<Mark>(QJsonDocument::fromJson(record.body).object());
                if (told)
                    m_told.insert_or_assign(record.id, *told);
                else
                    qCWarning(logEngine).noquote()
                        << "What was told of the maintenance window" << record.id << "cannot be read.";
            }
            return {};
        });
}

void Announcer::look(const QList<Occurrence> &windows)
{
    QSet<QString> known;
    QList<Mark> next;
    const auto consider = [&](const Mark *told, const Occurrence *window) {
        if (const auto found = due(told, window))
            next << *found;
    };
    for (const Occurrence &window : windows) {
        known.insert(window.id);
        const auto told = m_told.find(window.id);
        consider(told == m_told.end() ? nullptr : &told->second, &window);
    }
    for (const auto &[id, told] : m_told) {
        if (!known.contains(id))
            consider(&told, nullptr);
    }
    for (const Mark &each : std::as_const(next))
        tell(each);
    forgetOld();
}

std::optional<Announcer::Mark> Announcer::due(const Mark *told, const Occurrence *window) const
{
    using State = MaintenanceState;
    const QDateTime now = m_clock.now();
    const bool isOpen = told != nullptr && told->isOpen();
    if (isOpen && told->occurrence.end <= now)
        return Mark{told->occurrence, State::Over, false};
    if (window == nullptr)
        return isOpen ? std::optional(Mark{told->occurrence, State::Cancelled, false}) : std::nullopt;
    const State state = window->begin <= now ? State::Running : State::Planned;
    const qint64 left = now.secsTo(window->begin);
    const bool isNear = left <= std::chrono::seconds(Maintenance::ahead).count();
    const Mark next{*window, state, !isNear};
    if (!isOpen) {
        const bool wasOver = told != nullptr && told->occurrence.begin == window->begin &&
                             told->occurrence.end == window->end && now.secsTo(window->end) <= slack;
        return isNear && !wasOver ? std::optional(next) : std::nullopt;
    }
    if (told->occurrence != *window)
        return next;
    if (told->state == State::Running)
        return state == State::Planned && left > slack ? std::optional(next) : std::nullopt;
    return state == State::Running || (told->isEarly && isNear) ? std::optional(next) : std::nullopt;
}

void Announcer::tell(const Mark &told)
{
    const QString &id = told.occurrence.id;
    QList<core::Record> saved;
    QList<core::RecordName> removed;
    if (told.state == MaintenanceState::Cancelled) {
        m_told.erase(id);
        removed << core::RecordName{toldKind, id};
    } else {
        m_told.insert_or_assign(id, told);
        saved << core::Record{toldKind, id, core::Payload(told).text()};
    }
    // First it is kept, so that nobody is told twice; what cannot be kept is told all the same.
    m_records.write(saved, removed).then(this, [this, told](const core::Result<void> &kept) {
        if (!kept)
            qCWarning(logEngine).noquote()
                << "What was told of maintenance cannot be kept:" << kept.error().message;
        Q_EMIT announced(told.occurrence, told.state);
    });
}

void Announcer::forgetOld()
{
    const QDateTime now = m_clock.now();
    QList<core::RecordName> old;
    for (auto each = m_told.begin(); each != m_told.end();) {
        if (!each->second.isOpen() && each->second.occurrence.end.secsTo(now) > keptFor) {
            old << core::RecordName{toldKind, each->first};
            each = m_told.erase(each);
        } else {
            ++each;
        }
    }
    if (!old.isEmpty())
        m_records.write({}, old);
}

} // namespace alerts
