// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/silences.h"

#include "core/finished.h"
#include "core/log.h"
#include "domain/alerts/departments.h"

#include <QJsonDocument>

#include <algorithm>

namespace alerts {

using core::field;

core::Fields Silences::KeptSilence::fields()
{
    return {field("shown", &KeptSilence::shown, "What may be told"),
            field("is_end_told", &KeptSilence::isEndTold, "People know that it ends")};
}

namespace {
const QString silenceKind = QStringLiteral("alert.silence");
const QString windowKind = QStringLiteral("alert.window");

core::Error noSuch(const QString &id)
{
    return {core::ErrorCode::NotFound,
            alerts::Silences::tr("There is no silence or maintenance window %1.").arg(id.left(32))};
}

core::Error reachesFurther(const QString &id)
{
    return {
        core::ErrorCode::Forbidden,
        alerts::Silences::tr("The silence %1 holds for departments that you may not see. Ask somebody who "
                             "may see them to change it.")
            .arg(id)};
}

core::Error tooMany()
{
    return {core::ErrorCode::Limited,
            alerts::Silences::tr("There are %1 of them; that is the most.").arg(Silences::most)};
}

core::Error bad(const QString &text) { return {core::ErrorCode::Invalid, text}; }

int numberOf(const QString &id) { return QStringView(id).mid(2).toInt(); }

template <class T>
core::Record recordOf(const QString &kind, const QString &id, const T &value)
{
    return {kind, id, core::Payload(value).text()};
}

template <class T>
core::Result<T> valueOf(const core::Record &record)
{
    return core::fromJson<T>(QJsonDocument::fromJson(record.body).object());
}
} // namespace

QFuture<core::Result<void>> Silences::load()
{
    return loadSilences()
        .then(this,
              [this](const core::Result<void> &loaded) {
                  return loaded ? loadWindows() : core::finished(core::Result<void>(loaded));
              })
        .unwrap();
}

QFuture<core::Result<void>> Silences::loadSilences()
{
    return m_records.all(silenceKind)
        .then(this, [this](const core::Result<QList<core::Record>> &records) -> core::Result<void> {
            if (!records)
                return records.error();
            for (const core::Record &record : *records) {
                m_lastSilence = std::max(m_lastSilence, numberOf(record.id));
                if (const auto kept = valueOf<KeptSilence>(record))
                    take(*kept);
                else
                    qCWarning(logEngine).noquote() << "The silence" << record.id << "cannot be read.";
            }
            return {};
        });
}

QFuture<core::Result<void>> Silences::loadWindows()
{
    return m_records.all(windowKind)
        .then(this, [this](const core::Result<QList<core::Record>> &records) -> core::Result<void> {
            if (!records)
                return records.error();
            for (const core::Record &record : *records) {
                m_lastWindow = std::max(m_lastWindow, numberOf(record.id));
                const auto window = valueOf<MaintenanceWindow>(record);
                if (!window || !take(*window))
                    qCWarning(logEngine).noquote()
                        << "The maintenance window" << record.id << "cannot be read.";
            }
            // Those that are on were told of when they began.
            for (auto &[id, window] : m_windows)
                window.shown.isActive = shown(window, {}).isActive;
            return {};
        });
}

void Silences::watch(std::function<void()> changed, std::function<Counts(const core::Principal &)> count)
{
    m_changed = std::move(changed);
    m_count = std::move(count);
}

void Silences::take(const KeptSilence &kept)
{
    auto matchers = Matchers::of(kept.shown.matchers);
    if (!matchers) {
        qCWarning(logEngine).noquote()
            << "The silence" << kept.shown.id << "holds for nothing:" << matchers.error().message;
        return;
    }
    m_silences.insert_or_assign(kept.shown.id, Quiet{kept, *matchers});
}

core::Result<void> Silences::take(const MaintenanceWindow &window)
{
    auto matchers = Matchers::of(window.matchers);
    auto times = WindowTimes::of(window);
    if (!matchers || !times)
        return !matchers ? matchers.error() : times.error();
    Window taken{window, *matchers, *times, {}};
    place(taken);
    m_windows.insert_or_assign(window.id, std::move(taken));
    return {};
}

void Silences::place(Window &window) const { window.span = window.times.spanAt(m_clock.now()); }

bool Silences::look()
{
    const QDateTime now = m_clock.now();
    bool isOther = false;
    for (auto silence = m_silences.begin(); silence != m_silences.end();) {
        Silence &shown = silence->second.kept.shown;
        const bool isOver = shown.isOver || shown.until <= now;
        isOther = isOther || isOver != shown.isOver;
        shown.isOver = isOver;
        if (isOver && shown.until.addSecs(std::chrono::seconds(shownFor).count()) <= now) {
            m_records.write({}, {{silenceKind, silence->first}});
            silence = m_silences.erase(silence);
        } else {
            ++silence;
        }
    }
    for (auto &[id, window] : m_windows) {
        if (!window.span)
            continue;
        const bool wasActive = window.shown.isActive;
        const QDateTime before = window.span->begin;
        const bool isActive = window.shown.isEnabled && window.span->begin <= now && now < window.span->end;
        isOther = isOther || isActive != window.shown.isActive;
        window.shown.isActive = isActive;
        if (window.span->end <= now) {
            place(window);
            const bool isNext = window.span && window.span->begin <= now && window.shown.isEnabled;
            isOther = isOther || isNext;
            window.shown.isActive = isNext;
        }
        if (window.shown.isActive && (!wasActive || before != window.span->begin))
            Q_EMIT begun(shown(window, {}));
    }
    return isOther;
}

void Silences::mark(Alert &alert) const
{
    const QDateTime now = m_clock.now();
    alert.silencedBy.clear();
    alert.silencedUntil.reset();
    if (m_silences.empty() && m_windows.empty())
        return;
    const Matchers::Labels labels = matchable(alert);
    const QString department = m_departmentOf(alert);
    // Of several, the one that holds longest.
    const auto consider = [&](const auto &shown, const Matchers &matchers, const QDateTime &until) {
        if ((!alert.silencedUntil || *alert.silencedUntil < until) &&
            holdsFor(shown.departments, department) && matchers.match(labels)) {
            alert.silencedBy = shown.id;
            alert.silencedUntil = until;
        }
    };
    for (const auto &[id, silence] : m_silences) {
        const Silence &shown = silence.kept.shown;
        if (!shown.isOver && now < shown.until)
            consider(shown, silence.matchers, shown.until);
    }
    for (const auto &[id, window] : m_windows) {
        const bool isActive =
            window.shown.isEnabled && window.span && window.span->begin <= now && now < window.span->end;
        if (isActive)
            consider(window.shown, window.matchers, window.span->end);
    }
}

QList<Silence> Silences::ending() const
{
    QList<Silence> out;
    const QDateTime now = m_clock.now();
    constexpr qint64 before = std::chrono::seconds(toldBefore).count();
    for (const auto &[id, silence] : m_silences) {
        const Silence &shown = silence.kept.shown;
        const bool isLong = shown.createdAt.secsTo(shown.until) > 2 * before;
        if (shown.isOver || silence.kept.isEndTold || !isLong || now.secsTo(shown.until) > before)
            continue;
        out << shown;
    }
    const Counts counts = out.isEmpty() ? Counts() : m_count(core::localAdministrator());
    for (Silence &silence : out)
        silence.alerts = counts.value(silence.id);
    return out;
}

core::Record Silences::told(const QString &id) const
{
    KeptSilence kept = m_silences.at(id).kept;
    kept.isEndTold = true;
    return recordOf(silenceKind, id, kept);
}

void Silences::setTold(const QString &id)
{
    const auto found = m_silences.find(id);
    if (found != m_silences.end())
        found->second.kept.isEndTold = true;
}

bool Silences::doesConcern(const QString &id, const core::Principal &person) const
{
    const auto found = m_silences.find(id);
    return found != m_silences.end() && concerns(found->second.kept.shown.departments, person);
}

QFuture<core::Reply> Silences::list(const core::Command &command)
{
    const auto asked = command.as<ListSilences>();
    if (!asked)
        return core::ready(asked.error());
    look();
    ListSilences::Reply reply;
    const Counts counts = m_count(command.caller);
    for (const auto &[id, silence] : m_silences) {
        if ((silence.kept.shown.isOver && !asked->isOver) ||
            !concerns(silence.kept.shown.departments, command.caller))
            continue;
        reply.silences << silence.kept.shown;
        reply.silences.last().alerts = counts.value(id);
    }
    std::sort(reply.silences.begin(), reply.silences.end(),
              [](const Silence &a, const Silence &b) { return a.until < b.until; });
    return core::ready(reply);
}

QFuture<core::Reply> Silences::keep(const KeptSilence &kept, const core::Principal &by)
{
    return m_records.write({recordOf(silenceKind, kept.shown.id, kept)}, {})
        .then(this, [this, kept, by](const core::Result<void> &written) -> core::Reply {
            if (!written)
                return written.error();
            take(kept);
            m_changed();
            Q_EMIT altered(kept.shown.id, by.displayName);
            Silence shown = kept.shown;
            shown.alerts = m_count(by).value(shown.id);
            Q_EMIT silenced(shown, by.displayName);
            return shown;
        });
}

QFuture<core::Reply> Silences::set(const core::Command &command)
{
    const auto asked = command.as<SetSilence>();
    if (!asked)
        return core::ready(asked.error());
    const auto known = m_silences.find(asked->id);
    if (!asked->id.isEmpty() && !doesConcern(asked->id, command.caller))
        return core::ready(noSuch(asked->id));
    if (known != m_silences.end() && !liesWithin(known->second.kept.shown.departments, command.caller))
        return core::ready(reachesFurther(asked->id));
    if (asked->id.isEmpty() && m_silences.size() >= most)
        return core::ready(tooMany());
    const auto matchers = Matchers::parse(asked->matchers);
    if (!matchers)
        return core::ready(matchers.error());
    const QDateTime now = m_clock.now();
    if (asked->until <= now)
        return core::ready(bad(tr("A silence ends in the future; say when.")));
    if (asked->reason.simplified().isEmpty())
        return core::ready(bad(tr("Say why they are silenced, for those who wonder.")));
    KeptSilence kept;
    kept.shown.id = asked->id.isEmpty() ? QStringLiteral("S-%1").arg(++m_lastSilence) : asked->id;
    kept.shown.createdAt = known == m_silences.end() ? now : known->second.kept.shown.createdAt;
    kept.shown.matchers = matchers->list();
    kept.shown.until = asked->until.toUTC();
    kept.shown.reason = asked->reason.simplified();
    kept.shown.by = command.caller.displayName;
    // It reaches no further because somebody else changes it.
    kept.shown.departments =
        known == m_silences.end() ? command.caller.departments : known->second.kept.shown.departments;
    return keep(kept, command.caller);
}

QFuture<core::Reply> Silences::remove(const core::Command &command)
{
    const auto asked = command.as<RemoveSilence>();
    if (!asked)
        return core::ready(asked.error());
    const auto known = m_silences.find(asked->id);
    if (!doesConcern(asked->id, command.caller))
        return core::ready(noSuch(asked->id));
    if (!liesWithin(known->second.kept.shown.departments, command.caller))
        return core::ready(reachesFurther(asked->id));
    KeptSilence kept = known->second.kept;
    kept.shown.isOver = true;
    kept.shown.until = std::min(kept.shown.until, m_clock.now());
    return keep(kept, command.caller);
}

} // namespace alerts
