// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/servicechecks.h"

#include "core/finished.h"
#include "core/log.h"

#include <QJsonDocument>

namespace automation {

namespace {
const QString checkKind = QStringLiteral("check");
const QString checkWord = QStringLiteral("check");
constexpr std::chrono::milliseconds tickEvery{500};
// Checks of one interval are not all made in the same moment.
constexpr std::chrono::milliseconds apart{37};

std::chrono::milliseconds intervalOf(const Check &check)
{
    return std::chrono::milliseconds(qint64(check.interval * 1000));
}
} // namespace

QFuture<core::Result<void>> ServiceChecks::load()
{
    return m_around.records.all(checkKind).then(
        this, [this](const core::Result<QList<core::Record>> &records) -> core::Result<void> {
            if (!records)
                return records.error();
            for (const core::Record &record : *records) {
                const auto check = core::fromJson<Check>(QJsonDocument::fromJson(record.body).object());
                if (!check) {
                    qCWarning(logEngine).noquote() << "The check" << record.id << "cannot be read.";
                    continue;
                }
                Watched watched;
                watched.app.check = *check;
                if (const auto known = m_around.registry.app(check->appId)) {
                    watched.app.isActive = known->isActive;
                    watched.app.changedAt = known->changedAt;
                }
                m_watched.insert(check->appId, watched);
            }
            return {};
        });
}

void ServiceChecks::start()
{
    std::chrono::milliseconds due = m_around.clock.steady();
    for (Watched &watched : m_watched) {
        watched.due = due;
        due += apart;
    }
    m_timer = m_around.clock.every(tickEvery, [this] { tick(); });
}

void ServiceChecks::stop() { m_timer.reset(); }

void ServiceChecks::tick()
{
    const std::chrono::milliseconds now = m_around.clock.steady();
    for (auto each = m_watched.begin(); each != m_watched.end(); ++each) {
        if (each->app.check.isEnabled && !each->isAsked && each->due <= now)
            ask(each.key(), *each);
    }
}

void ServiceChecks::ask(const QString &id, Watched &watched)
{
    watched.isAsked = true;
    watched.run = ++m_lastRun;
    m_around.ask(watched.app.check, [this, id, run = watched.run](const CheckOutcome &outcome) {
        if (m_timer != nullptr)
            take(id, run, outcome);
    });
}

void ServiceChecks::take(const QString &id, quint64 run, const CheckOutcome &outcome)
{
    const auto watched = m_watched.find(id);
    if (watched == m_watched.end() || watched->run != run)
        return;
    CheckedApp &app = watched->app;
    const QDateTime now = m_around.clock.now();
    watched->isAsked = false;
    watched->misses = outcome.isOk ? 0 : watched->misses + 1;
    const bool isDoubtful = !outcome.isOk && watched->misses < enoughMisses;
    watched->due = m_around.clock.steady() +
                   (isDoubtful ? std::min<std::chrono::milliseconds>(secondTry, intervalOf(app.check))
                               : intervalOf(app.check));
    if (isDoubtful)
        return;
    const bool isFirst = !app.changedAt;
    const bool isChanged = isFirst || app.isActive != outcome.isOk;
    app.isActive = outcome.isOk;
    app.message = outcome.sentence.left(1024);
    app.milliseconds = outcome.isOk ? std::optional(outcome.milliseconds) : std::nullopt;
    app.checkedAt = now;
    app.expiresAt = outcome.expiresAt;
    if (isChanged) {
        app.changedAt = now;
        m_around.registry.noteApp(id, app.isActive ? AppState::Active : AppState::Inactive, checkWord)
            .then(this, [id](const core::Reply &noted) {
                if (!noted)
                    qCWarning(logEngine).noquote()
                        << "How" << id << "is could not be kept:" << noted.error().message;
            });
    }
    if (const auto said = m_around.publisher.publish(AppChecked{app}); !said)
        qCWarning(logEngine).noquote() << said.error().message;
}

QFuture<core::Reply> ServiceChecks::list(const core::Command &)
{
    ListChecks::Reply reply;
    for (const Watched &watched : std::as_const(m_watched))
        reply.apps << watched.app;
    return core::ready(reply);
}

QFuture<core::Reply> ServiceChecks::set(const core::Command &command)
{
    const auto asked = command.as<SetCheck>();
    if (!asked)
        return core::ready(asked.error());
    Check check = asked->check;
    check.appId = check.appId.trimmed();
    check.displayName = check.displayName.simplified();
    check.target = check.target.trimmed();
    if (check.appId.isEmpty())
        return core::ready(core::Error{core::ErrorCode::Invalid, tr("Give the check an id.")});
    if (const auto good = m_around.judge(check); !good)
        return core::ready(good.error());
    if (!m_watched.contains(check.appId) && m_watched.size() >= most) {
        return core::ready(
            core::Error{core::ErrorCode::Limited, tr("There are %1 checks; that is the most.").arg(most)});
    }
    return m_around.records.write({{checkKind, check.appId, core::Payload(check).text()}}, {})
        .then(this, [this, check](const core::Result<void> &kept) -> core::Reply {
            if (!kept)
                return kept.error();
            Watched &watched = m_watched[check.appId];
            watched.app.check = check;
            watched.due = m_around.clock.steady();
            watched.misses = 0;
            watched.run = 0;
            watched.isAsked = false;
            return identity::Done{};
        });
}

QFuture<core::Reply> ServiceChecks::remove(const core::Command &command)
{
    const auto asked = command.as<RemoveCheck>();
    if (!asked)
        return core::ready(asked.error());
    if (!m_watched.contains(asked->appId)) {
        return core::ready(
            core::Error{core::ErrorCode::NotFound, tr("There is no check %1.").arg(asked->appId.left(128))});
    }
    return m_around.records.write({}, {{checkKind, asked->appId}})
        .then(this,
              [this, id = asked->appId](const core::Result<void> &removed) {
                  if (!removed)
                      return core::finished(removed);
                  m_watched.remove(id);
                  return m_around.registry.forgetApp(id);
              })
        .unwrap()
        .then(this, [](const core::Result<void> &forgotten) {
            return forgotten ? core::Reply(identity::Done{}) : core::Reply(forgotten.error());
        });
}

} // namespace automation
