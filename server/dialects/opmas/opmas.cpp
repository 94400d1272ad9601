// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/opmas/opmas.h"

#include "catalog/agentreports.h"
#include "catalog/agents.h"
#include "catalog/alerts.h"
#include "catalog/events.h"
#include "catalog/health.h"
#include "catalog/metrics.h"
#include "catalog/network.h"
#include "catalog/rules.h"
#include "catalog/scan.h"
#include "catalog/session.h"
#include "dialects/nothing.h"

#include <algorithm>
#include <array>

namespace dialects {

namespace {
/// `agent.task_complete` of the agent that scanned.
struct ScanTask
{
    QString agentId;
    QString taskId;
    network::ScanState status = network::ScanState::Completed;
    network::ScanCompleted result;
    double duration = 0;
    QDateTime timestamp;

    static core::Fields fields()
    {
        using core::field;
        return {field("agent_id", &ScanTask::agentId, "The agent that scanned"),
                field("task_id", &ScanTask::taskId, "The scan"),
                field("status", &ScanTask::status, "How it ended"),
                field("result", &ScanTask::result, "What came of it"),
                field("duration", &ScanTask::duration, "Seconds it took"),
                field("timestamp", &ScanTask::timestamp, "When it ended")};
    }
};

/// What is answered to a fact an agent publishes.
struct Accepted
{
    QString epoch;
    qint64 sequence = 0;

    static core::Fields fields()
    {
        using core::field;
        return {field("epoch", &Accepted::epoch, "Names this run of the stream"),
                field("sequence", &Accepted::sequence, "The fact's position in it")};
    }
};

/// The word is said for a fact, and heard from agents that publish such a fact.
template <core::Described T>
void exchange(Vocabulary &words, const char *word)
{
    words.speak<T>(word);
    words.hear<events::Publish, T>(
        word,
        [](const T &fact) {
            events::Offer offer;
            offer.topic = QString::fromLatin1(T::topic);
            offer.payload = core::toJson(fact).toObject();
            return events::Publish{{offer}};
        },
        [](const events::Publish::Reply &reply) {
            const bool isOne = reply.events.size() == 1;
            return Accepted{reply.epoch, isOne ? reply.events.first().sequence.value_or(0) : 0};
        });
}

void addDeviceWords(Vocabulary &words)
{
    exchange<network::DeviceStatusChanged>(words, "device.status_update");
    exchange<network::DeviceConfigured>(words, "device.config_change");
    exchange<network::DeviceFailed>(words, "device.error");
}

void addAgentWords(Vocabulary &words)
{
    exchange<automation::AgentStatus>(words, "agent.status_update");
    exchange<automation::TaskCompleted>(words, "agent.task_complete");
    words.speak<network::ScanCompleted>("agent.task_complete", [](const network::ScanCompleted &scan) {
        return ScanTask{scan.agentId, scan.scanId, scan.status, scan, scan.elapsed, scan.completedAt};
    });
    exchange<automation::AgentFailed>(words, "agent.error");
}

void addRuleWords(Vocabulary &words)
{
    exchange<automation::RuleStarted>(words, "rule.execution_start");
    exchange<automation::RuleCompleted>(words, "rule.execution_complete");
    exchange<automation::RuleTriggered>(words, "rule.triggered");
}

void addSystemWords(Vocabulary &words)
{
    words.speak<metrics::Sampled>("system.metrics");
    exchange<metrics::AgentReading>(words, "system.metrics");
    exchange<alerts::Raised>(words, "system.alert");
    words.speak<metrics::Health>("system.status");
    exchange<metrics::AgentHealth>(words, "system.status");
}

Vocabulary opmasWords(const QString &endpoint)
{
    Vocabulary words(core::NameCase::Snake);
    const auto serves = [&](const char *name) {
        return endpoint.isEmpty() || endpoint == QLatin1String(name);
    };
    if (serves("devices"))
        addDeviceWords(words);
    if (serves("agents"))
        addAgentWords(words);
    if (serves("rules"))
        addRuleWords(words);
    if (serves("system"))
        addSystemWords(words);
    words.hear<session::Ping, Nothing>(
        "ping", [](const Nothing &) { return session::Ping{}; },
        [](const session::Ping::Reply &reply) { return reply; });
    return words;
}

/// How the subject of a type is made: "devices.<device_id>.status".
struct Subject
{
    const char *type;
    const char *room;
    const char *id; ///< member of the payload; empty: the machine it comes from
    const char *kind;
};
constexpr std::array subjects{Subject{"device.status_update", "devices", "device_id", "status"},
                              Subject{"device.config_change", "devices", "device_id", "config"},
                              Subject{"device.error", "devices", "device_id", "error"},
                              Subject{"agent.status_update", "agents", "agent_id", "status"},
                              Subject{"agent.task_complete", "agents", "agent_id", "task"},
                              Subject{"agent.error", "agents", "agent_id", "error"},
                              Subject{"rule.execution_start", "rules", "rule_id", "start"},
                              Subject{"rule.execution_complete", "rules", "rule_id", "complete"},
                              Subject{"rule.triggered", "rules", "rule_id", "triggered"},
                              Subject{"system.metrics", "system", "", "metrics"},
                              Subject{"system.alert", "system", "", "alert"},
                              Subject{"system.status", "system", "", "status"}};

QString subjectOf(const Utterance &said, const core::Event &event)
{
    const auto found = std::find_if(subjects.begin(), subjects.end(), [&](const Subject &subject) {
        return said.word == QLatin1String(subject.type);
    });
    if (found == subjects.end())
        return said.word;
    const QLatin1String member(found->id);
    const QString id = member.isEmpty() ? event.source : said.body.member(member).toString();
    return QStringLiteral("%1.%2.%3")
        .arg(QLatin1String(found->room), subjectToken(id), QLatin1String(found->kind));
}

QJsonObject opmasMessage(const QString &type, const QString &subject, const QJsonObject &data)
{
    return {
        {QStringLiteral("type"), type}, {QStringLiteral("subject"), subject}, {QStringLiteral("data"), data}};
}
/// An answer says which message it is for, where that had an id.
QJsonObject withId(QJsonObject message, const QJsonValue &id)
{
    if (id.isString() || id.isDouble())
        message.insert(QStringLiteral("id"), id);
    return message;
}
} // namespace

Opmas::Opmas(const QString &endpoint)
    : EnvelopeDialect(QStringLiteral("opmas"), QStringLiteral("OPMAS"), opmasWords(endpoint))
{
}

core::Result<Request> Opmas::open(const QJsonObject &message) const
{
    const QJsonValue type = message.value(QLatin1String("type"));
    if (!type.isString() || type.toString().isEmpty())
        return core::Error{core::ErrorCode::Invalid, QStringLiteral("type: expected the name of a message")};
    return Request{type.toString(), message.value(QLatin1String("id")), message.value(QLatin1String("data"))};
}

QByteArray Opmas::wrap(const Utterance &said, const core::Event &event) const
{
    QByteArray text;
    core::JsonText out(text);
    out.begin('{');
    out.key(QLatin1String("type"));
    out.value(said.word);
    out.key(QLatin1String("subject"));
    out.value(subjectOf(said, event));
    out.key(QLatin1String("data"));
    out.bare(said.body.text());
    out.end('}');
    return text;
}

std::optional<QJsonObject> Opmas::respond(const Request &request, const Heard *heard,
                                          const core::Reply &reply, const QDateTime &now) const
{
    if (!reply)
        return withId(complain(reply.error(), now), request.id);
    if (heard == nullptr)
        return std::nullopt;
    const bool isPing = heard->command == QLatin1String(session::Ping::name);
    const QString type = isPing ? QStringLiteral("pong") : QStringLiteral("accepted");
    return withId(
        opmasMessage(type, QString(QStringLiteral("session.") + type), heard->write(reply.value()).json()),
        request.id);
}

QJsonObject Opmas::complain(const core::Error &error, const QDateTime &now) const
{
    return opmasMessage(QStringLiteral("error"), QStringLiteral("session.error"),
                        {{QStringLiteral("code"), error.word()},
                         {QStringLiteral("error"), error.message},
                         {QStringLiteral("timestamp"), core::timeText(now)}});
}

void Opmas::answer(core::JsonText &out, const Heard &heard, const core::Reply &reply) const
{
    if (reply)
        heard.write(reply.value()).writeMembers(out);
}

Utterance Opmas::failure(const Heard *, const core::Error &error, const QDateTime &now) const
{
    return {QStringLiteral("error"), complain(error, now), {}};
}

QString subjectToken(const QString &name)
{
    QString token;
    for (const QChar c : name) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
                           c == u'_' || c == u'-';
        token += plain ? c : QChar(u'_');
    }
    return token.isEmpty() ? QStringLiteral("_") : token;
}

} // namespace dialects
