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

int numberOf(const QString &id) { return QStringView(id).mid(2).toInt(); }

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
        .unwrap()
        .then(this,
              [this](const core::Result<void> &loaded) {
                  return loaded ? m_announcer.load() : core::finished(core::Result<void>(loaded));
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
    taken.span = taken.times.spanAt(m_clock.now());
    m_windows.insert_or_assign(window.id, std::move(taken));
    return {};
}

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
    isOther = lookAtWindows(now) || isOther;
    announce();
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
        if (window.isActiveAt(now))
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

core::Record Silences::recordOf(const KeptSilence &kept)
{
    return {silenceKind, kept.shown.id, core::Payload(kept).text()};
}

core::Record Silences::told(const QString &id) const
{
    KeptSilence kept = m_silences.at(id).kept;
    kept.isEndTold = true;
    return recordOf(kept);
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

} // namespace alerts
