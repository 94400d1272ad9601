// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/alerting.h"

#include "catalog/checks.h"
#include "catalog/security.h"
#include "core/finished.h"
#include "core/journal.h"
#include "core/log.h"
#include "domain/alerts/book.h"
#include "domain/alerts/channels/switchboard.h"
#include "domain/alerts/incidents.h"
#include "domain/alerts/matchertext.h"
#include "domain/alerts/notices.h"
#include "domain/automation/rules/ruler.h"
#include "domain/identity/service.h"
#include "domain/network/known.h"
#include "engine/auditeddispatch.h"
#include "engine/channelcommands.h"
#include "engine/eventbus.h"
#include "engine/hindsight.h"
#include "engine/networking.h"
#include "engine/sampletap.h"
#include "engine/sealing.h"
#include "engine/shiftlog.h"
#include "engine/subjects.h"
#include "store/store.h"

namespace engine {

namespace {
namespace rules = automation::rules;
constexpr qsizetype mostTold = 20; ///< alerts in one fact
constexpr int mostPast = 10'000;
constexpr qint64 lookedBack = 600; ///< seconds before the start
constexpr double secondsOfDay = 86'400;
const QString thisMachine = QStringLiteral("host");
const QString certificateDays = QStringLiteral("service.certificate.days");
const QString answerTime = QStringLiteral("service.milliseconds");

QStringList toldByOthers()
{
    return {QString::fromLatin1(security::Incident::topic), QString::fromLatin1(alerts::Raised::topic)};
}
} // namespace

struct Alerting::Rooms
{
    explicit Rooms(const Surroundings &around)
        : around(around), subjects(around.networking, around.machine),
          hindsight(around.store.changes(), around.store.journal(), subjects),
          sealing(sealingOf(around.identity)),
          log(around.chatting, [this](const alerts::Alert &alert) { return subjects.departmentOf(alert); }),
          silences(
              around.store.records(), around.clock,
              [this](const alerts::Alert &alert) { return subjects.departmentOf(alert); },
              [this](const QString &source) { return subjects.matchableOf(source); }),
          switchboard({around.store.records(),
                       around.clock,
                       around.entropy,
                       {sealing.seal, sealing.open},
                       compile,
                       [this](const QString &alert) { return labelsOf(alert); },
                       [this] { return alerts::Bulletin::open(book.shelf()); }}),
          outbox(around.store.records(), around.clock,
                 [this](const alerts::Notice &notice) { return tell(notice); }),
          book({around.store.records(), around.clock, silences, outbox,
                [this](const alerts::Alert &alert, const core::Principal &caller) {
                    return isVisible(alert, caller);
                }}),
          ruler({around.store.records(), around.samples, around.bus, around.clock, around.entropy,
                 [this](const QList<rules::Finding> &findings) { return take(findings); },
                 [this](const QDateTime &from, const QDateTime &to) { return hindsight.between(from, to); },
                 [this](const automation::Rule &rule, const rules::Labels &group) {
                     return subjects.departmentOf(rule, group);
                 }})
    {
    }

    [[nodiscard]] bool isVisible(const alerts::Alert &alert, const core::Principal &caller) const
    {
        return caller.departments.isEmpty() || caller.departments.contains(subjects.departmentOf(alert));
    }
    static core::Result<alerts::channels::RouteBook::Test> compile(const QString &text)
    {
        const auto matchers = alerts::Matchers::parse(text);
        if (!matchers)
            return matchers.error();
        return alerts::channels::RouteBook::Test(
            [all = *matchers](const QMap<QString, QString> &labels) { return all.match(labels); });
    }
    [[nodiscard]] QMap<QString, QString> labelsOf(const QString &alert) const
    {
        const alerts::Kept *kept = book.shelf().find(alerts::alertNumber(alert));
        return kept == nullptr ? QMap<QString, QString>() : alerts::matchable(kept->shown);
    }
    /// First those of this house, then who is outside of it.
    QFuture<core::Result<void>> tell(const alerts::Notice &notice)
    {
        return tellPeople(notice)
            .then(&book,
                  [this, notice](const core::Result<void> &told) {
                      return told ? switchboard.take(notice) : core::finished(told);
                  })
            .unwrap()
            .then(&book, [this, notice](const core::Result<void> &taken) {
                if (taken)
                    log.note(notice, [this](const QString &id) {
                        const alerts::Kept *kept = book.shelf().find(alerts::alertNumber(id));
                        return kept == nullptr ? nullptr : &kept->shown;
                    });
                return taken;
            });
    }
    QFuture<core::Result<void>> tellPeople(const alerts::Notice &notice)
    {
        QList<core::Principal> people = around.identity.people();
        people << core::localAdministrator();
        people.removeIf([&](const core::Principal &person) {
            return !notice.silenceId.isEmpty() && !silences.doesConcern(notice.silenceId, person);
        });
        return around.notices.tellOf(
            notice, people, [this](const alerts::NoticeItem &item, const core::Principal &person) {
                const alerts::Kept *kept = book.shelf().find(alerts::alertNumber(item.alertId));
                return kept == nullptr ? person.departments.isEmpty() : isVisible(kept->shown, person);
            });
    }
    QFuture<core::Result<void>> take(const QList<rules::Finding> &findings)
    {
        QList<alerts::Condition> conditions;
        for (const rules::Finding &finding : findings) {
            const alerts::Condition condition = subjects.conditionOf(finding);
            const alerts::Kept *known = book.shelf().latest(condition.fingerprint);
            const bool isOld = finding.isRepeated && !finding.isEscalated && known != nullptr &&
                               known->isFiring() && known->shown.causeId == condition.causeId;
            if (!isOld)
                conditions << condition;
        }
        return conditions.isEmpty() ? core::finished(core::Result<void>()) : book.take(conditions);
    }
    void look(const QString &device)
    {
        if (const auto state = subjects.stateOf(device, around.clock.now())) {
            ruler.describe(device, state->labels);
            ruler.hear(*state);
        }
    }
    void hear(const automation::CheckedApp &app)
    {
        subjects.setService(app);
        const QDateTime now = around.clock.now();
        ruler.describe(app.check.appId, subjects.saidOf(app.check.appId));
        ruler.hear(subjects.stateOf(app, now));
        core::SampleFrame frame{app.check.appId, now, {}};
        if (app.expiresAt)
            frame.values.insert(certificateDays, double(now.secsTo(*app.expiresAt)) / secondsOfDay);
        if (app.milliseconds)
            frame.values.insert(answerTime, *app.milliseconds);
        // Recorded like any other reading; the rules hear it on its way.
        if (!frame.values.isEmpty())
            around.samples.append(frame);
    }

    Surroundings around;
    Subjects subjects;
    Hindsight hindsight;
    Sealing sealing;
    ShiftLog log;
    alerts::Silences silences;
    alerts::channels::Switchboard switchboard;
    alerts::NoticeOutbox outbox;
    alerts::Book book;
    rules::Ruler ruler;
};

Alerting::Alerting(const Surroundings &around) : m_around(around), m_rooms(std::make_unique<Rooms>(around))
{
    connect(&m_rooms->book, &alerts::Book::changed, this, &Alerting::tellChanged);
    connect(&m_rooms->book, &alerts::Book::raised, this, &Alerting::tellRaised);
    connect(&m_rooms->book, &alerts::Book::happened, this,
            [this](const alerts::Alert &alert, const alerts::AlertEntry &entry) {
                m_rooms->log.note(alert, entry);
            });
    const auto &settings = m_rooms->switchboard.settings();
    connect(&settings, &alerts::channels::CommonSettings::escalationChanged, this, [this, &settings] {
        alerts::Escalation escalation;
        for (const int seconds : settings.escalateAfter())
            escalation.steps << std::chrono::seconds(seconds);
        m_rooms->book.setEscalation(escalation);
    });
    connect(&m_rooms->silences.announcer(), &alerts::Announcer::announced, this, &Alerting::tellMaintenance);
    connect(&m_rooms->silences, &alerts::Silences::silenced, this,
            [this](const alerts::Silence &silence, const QString &by) { m_rooms->log.note(silence, by); });
    connect(&m_rooms->silences, &alerts::Silences::altered, this,
            [this](const QString &id, const QString &by) {
                if (const auto said = m_around.bus.publish(alerts::SilencesChanged{id, by}); !said)
                    qCWarning(logEngine).noquote() << said.error().message;
            });
}

Alerting::~Alerting() = default;

QFuture<core::Result<void>> Alerting::load()
{
    const auto next = [](auto &room) {
        return
            [&room](const core::Result<void> &ready) { return ready ? room.load() : core::finished(ready); };
    };
    return m_rooms->silences.load()
        .then(this, next(m_rooms->switchboard))
        .unwrap()
        .then(this, next(m_rooms->outbox))
        .unwrap()
        .then(this, next(m_rooms->book))
        .unwrap()
        .then(this, next(m_rooms->ruler))
        .unwrap()
        .then(this,
              [this](const core::Result<void> &ready) {
                  return ready ? hearWhatWasTold() : core::finished(ready);
              })
        .unwrap();
}

void Alerting::listen()
{
    Networking &networking = m_around.networking;
    connect(&networking, &Networking::deviceJudged, this,
            [this](const QString &id, const QString &cause) { m_rooms->subjects.setCause(id, cause); });
    connect(&networking, &Networking::deviceChanged, this, [this](const QString &id) {
        m_rooms->look(id);
        // What it stands behind may be known only now.
        m_rooms->ruler.repeat(id);
    });
    connect(&networking, &Networking::deviceVanished, this, [this](const QString &id) {
        m_rooms->subjects.forget(id);
        m_rooms->ruler.forget(id);
    });
    m_around.samples.listen([this](const core::SampleFrame &frame) { m_rooms->ruler.hear(frame); });
    EventBus &bus = m_around.bus;
    bus.react(this, QString::fromLatin1(automation::AppChecked::topic), [this](const core::Event &event) {
        if (const auto checked = event.as<automation::AppChecked>())
            m_rooms->hear(checked->app);
    });
    for (const QString &topic : toldByOthers())
        bus.react(this, topic, [this](const core::Event &event) { hear(event); });
}

std::optional<alerts::Condition> Alerting::strangersIn(const core::Event &event) const
{
    if (event.topic == core::Topic(QLatin1String(security::Incident::topic))) {
        const auto incident = event.as<security::Incident>();
        return incident ? std::optional(alerts::conditionOf(*incident)) : std::nullopt;
    }
    const auto alert = event.as<alerts::Raised>();
    if (!alert || m_rooms->book.shelf().find(alerts::alertNumber(alert->id)) != nullptr)
        return std::nullopt;
    return alerts::conditionOf(*alert, event.source);
}

QFuture<core::Result<void>> Alerting::take(const QList<alerts::Condition> &conditions)
{
    return conditions.isEmpty() ? core::finished(core::Result<void>()) : m_rooms->book.take(conditions);
}

void Alerting::hear(const core::Event &event)
{
    if (const auto condition = strangersIn(event))
        m_rooms->book.take({*condition});
}

QFuture<core::Result<void>> Alerting::hearWhatWasTold()
{
    core::JournalQuery query;
    query.topics = toldByOthers();
    query.from = m_around.clock.now().addSecs(-lookedBack);
    query.limit = mostPast;
    using Events = core::Result<QList<core::Event>>;
    return m_around.store.journal().read(query).then(
        this, [this](const Events &events) -> core::Result<void> {
            if (!events)
                return events.error();
            QList<alerts::Condition> missed;
            for (auto event = events->crbegin(); event != events->crend(); ++event) {
                const auto condition = strangersIn(*event);
                const alerts::Kept *known =
                    condition ? m_rooms->book.shelf().latest(condition->fingerprint) : nullptr;
                if (condition &&
                    (known == nullptr || known->shown.lastAt < std::min(condition->at, event->at)))
                    missed << *condition;
            }
            // Not waited for: on a full disk the house opens all the same. Whoever asks is answered behind
            // it.
            if (!missed.isEmpty())
                m_rooms->book.take(missed);
            return {};
        });
}

void Alerting::start()
{
    listen();
    m_rooms->switchboard.start();
    m_rooms->book.start();
    m_rooms->ruler.start();
    m_rooms->ruler.describe(thisMachine, m_rooms->subjects.saidOf(thisMachine));
    const QStringList devices = m_around.networking.devices();
    for (const QString &device : devices)
        m_rooms->look(device);
}

void Alerting::stop()
{
    m_around.samples.listen({});
    m_rooms->ruler.stop();
    m_rooms->book.stop();
    m_rooms->switchboard.stop();
}

void Alerting::tellChanged(const QList<alerts::Alert> &changed)
{
    QMap<QString, QList<alerts::Alert>> byDepartment;
    for (const alerts::Alert &alert : changed)
        byDepartment[m_rooms->subjects.departmentOf(alert)] << alert;
    for (auto each = byDepartment.cbegin(); each != byDepartment.cend(); ++each) {
        for (qsizetype begin = 0; begin < each->size(); begin += mostTold) {
            core::Draft draft;
            draft.topic = core::Topic(QLatin1String(alerts::Changed::topic));
            draft.payload = alerts::Changed{each->mid(begin, mostTold)};
            draft.audience.departments = {each.key()};
            if (const auto said = m_around.bus.publish(std::move(draft)); !said)
                qCWarning(logEngine).noquote() << said.error().message;
        }
    }
}

void Alerting::tellRaised(const alerts::Alert &alert)
{
    // Those who raised it said so themselves.
    if (alert.labels.contains(QStringLiteral("reported_by")))
        return;
    core::Draft draft;
    draft.topic = core::Topic(QLatin1String(alerts::Raised::topic));
    draft.payload = alerts::Raised{alert.id,       alert.title,  alert.message, alert.alertType,
                                   alert.severity, alert.source, alert.raisedAt};
    draft.priority = alert.severity;
    draft.audience.departments = {m_rooms->subjects.departmentOf(alert)};
    if (const auto said = m_around.bus.publish(std::move(draft)); !said)
        qCWarning(logEngine).noquote() << said.error().message;
}

void Alerting::tellMaintenance(const alerts::Occurrence &occurrence, alerts::MaintenanceState state)
{
    const alerts::Maintenance fact{
        QStringLiteral("scheduled"),
        occurrence.begin,
        double(occurrence.begin.secsTo(occurrence.end)),
        occurrence.reason.isEmpty() ? occurrence.displayName : occurrence.reason,
        m_around.clock.now(),
        state,
        occurrence.id,
        occurrence.displayName,
    };
    core::Draft draft;
    draft.topic = core::Topic(QLatin1String(alerts::Maintenance::topic));
    draft.payload = fact;
    draft.audience.departments = occurrence.departments;
    if (const auto said = m_around.bus.publish(std::move(draft)); !said)
        qCWarning(logEngine).noquote() << said.error().message;
}

std::optional<chat::AlertFacts> Alerting::factsOf(const QString &id, const core::Principal &caller) const
{
    const alerts::Kept *kept = m_rooms->book.shelf().find(alerts::alertNumber(id));
    if (kept == nullptr || !m_rooms->isVisible(kept->shown, caller))
        return std::nullopt;
    QList<alerts::Matcher> matchers;
    const QMap<QString, QString> &labels = kept->shown.labels;
    for (auto label = labels.cbegin(); label != labels.cend(); ++label)
        matchers << alerts::Matcher{label.key(), alerts::Comparison::Equal, label.value()};
    return chat::AlertFacts{kept->shown.id, kept->shown.title, m_rooms->subjects.departmentOf(kept->shown),
                            alerts::MatcherText::write(matchers)};
}

void Alerting::registerAt(Dispatcher &dispatcher)
{
    using alerts::Book;
    using alerts::Silences;
    using rules::Ruler;
    Book &book = m_rooms->book;
    Silences &silences = m_rooms->silences;
    Ruler &ruler = m_rooms->ruler;
    dispatcher.handle(alerts::ListAlerts::name, book, &Book::list);
    dispatcher.handle(alerts::GetAlert::name, book, &Book::get);
    dispatcher.handle(alerts::AlertHistory::name, book, &Book::history);
    dispatcher.handle(alerts::ListSilences::name, silences, &Silences::list);
    dispatcher.handle(alerts::ListWindows::name, silences, &Silences::listWindows);
    dispatcher.handle(alerts::ListWindowTimes::name, silences, &Silences::listWindowTimes);
    dispatcher.handle(automation::ListRules::name, ruler, &Ruler::list);
    dispatcher.handle(automation::TestRule::name, ruler, &Ruler::test);
    dispatcher.handle(automation::ExportRules::name, ruler, &Ruler::exportRules);
    const AuditedDispatch audited(dispatcher, m_around.identity.audit());
    audited.handle(alerts::AcknowledgeAlerts::name, "alerts_acknowledged", "ids", book, &Book::acknowledge);
    audited.handle(alerts::UnacknowledgeAlerts::name, "alerts_unacknowledged", "ids", book,
                   &Book::unacknowledge);
    audited.handle(alerts::AssignAlerts::name, "alerts_assigned", "ids", book, &Book::assign);
    audited.handle(alerts::CommentAlert::name, "alert_commented", "id", book, &Book::comment);
    audited.handle(alerts::ResolveAlerts::name, "alerts_resolved", "ids", book, &Book::resolve);
    audited.handle(alerts::ReopenAlerts::name, "alerts_reopened", "ids", book, &Book::reopen);
    audited.handle(alerts::FoldAlerts::name, "alerts_folded", "ids", book, &Book::fold);
    audited.handle(alerts::UnfoldAlerts::name, "alerts_unfolded", "ids", book, &Book::unfold);
    audited.handle(alerts::SetSilence::name, "silence_set", "matchers", silences, &Silences::set);
    audited.handle(alerts::RemoveSilence::name, "silence_removed", "id", silences, &Silences::remove);
    audited.handle(alerts::SetWindow::name, "maintenance_set", "display_name", silences,
                   &Silences::setWindow);
    audited.handle(alerts::RemoveWindow::name, "maintenance_removed", "id", silences,
                   &Silences::removeWindow);
    audited.handle(alerts::ImportWindows::name, "maintenance_imported", "matchers", silences,
                   &Silences::importWindows);
    registerChannels(m_rooms->switchboard, dispatcher, audited, m_around.bus);
    audited.handle(automation::SetRule::name, "rule_set", "rule", ruler, &Ruler::set);
    audited.handle(automation::RemoveRule::name, "rule_removed", "id", ruler, &Ruler::remove);
    audited.handle(automation::ImportRules::name, "rules_imported", "", ruler, &Ruler::importRules);
}

} // namespace engine
