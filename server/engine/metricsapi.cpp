// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/metricsapi.h"

#include "engine/authapi.h"
#include "engine/httpbody.h"
#include "engine/voices.h"

#include <QFile>

#include <unistd.h>

namespace engine {

namespace {
void tellBuild(Exposition &page, const QString &version)
{
    page.gauge("belfry_build_info", "What runs; always 1.");
    page.add(1, {{"version", version}, {"qt", QString::fromLatin1(qVersion())}});
}

QList<QByteArray> procFields(const QString &path, char end)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    // What stands before `end` is the program's name, which may hold anything.
    return text.mid(end == '\0' ? 0 : text.lastIndexOf(end) + 2).simplified().split(' ');
}

/// Of this process, from /proc (proc(5)).
void tellProcess(Exposition &page)
{
    constexpr qsizetype userTime = 11; // counted from behind the name
    constexpr qsizetype systemTime = 12;
    constexpr qsizetype residentPages = 1;
    const QList<QByteArray> stat = procFields(QStringLiteral("/proc/self/stat"), ')');
    if (stat.size() > systemTime) {
        const double ticks = stat.at(userTime).toDouble() + stat.at(systemTime).toDouble();
        page.counter("process_cpu_seconds_total", "User and system time of this process.");
        page.add(ticks / double(::sysconf(_SC_CLK_TCK)));
    }
    const QList<QByteArray> memory = procFields(QStringLiteral("/proc/self/statm"), '\0');
    if (memory.size() > residentPages) {
        page.gauge("process_resident_memory_bytes", "Memory of this process that is in RAM.");
        page.add(memory.at(residentPages).toDouble() * double(::sysconf(_SC_PAGESIZE)));
    }
}
} // namespace

MetricsApi::MetricsApi(Reception &reception, std::function<void(Exposition &)> furnish)
    : m_reception(reception), m_furnish(std::move(furnish))
{
    m_reception.bus.listen(
        [this](const core::Event &, const core::EventSpec &spec) { ++m_published[spec.topic.name()]; });
}

void MetricsApi::registerAt(transport::Router &router)
{
    router.http("GET", "/metrics", [this](const transport::HttpRequest &request) {
        return transport::respond(answer(request));
    });
}

void MetricsApi::describe(HttpPaths &paths)
{
    HttpPath path;
    path.method = "GET";
    path.path = "/metrics";
    path.summary = QStringLiteral("What the server itself does, for Prometheus (text format 0.0.4)");
    path.needsToken = true;
    path.answerType = QStringLiteral("text/plain");
    path.answer = {{QStringLiteral("type"), QStringLiteral("string")}};
    path.failures = {401, 403};
    paths << path;
}

transport::HttpResponse MetricsApi::answer(const transport::HttpRequest &request) const
{
    const QString credential = AuthApi::credential(request);
    core::Result<core::Principal> caller = m_reception.verify(credential);
    if (credential.isEmpty()) {
        if (const auto guest = m_reception.guests.admit(request, QStringLiteral("metrics")))
            caller = *guest;
    }
    if (!caller)
        return errorResponse(caller.error());
    if (!caller->may(core::roles::viewers))
        return errorResponse({core::ErrorCode::Forbidden,
                              QStringLiteral("Your role may not read this; it takes one that may view.")});
    transport::HttpResponse response;
    response.contentType = Exposition::contentType;
    response.body = page();
    response.mayCompress = true;
    return response;
}

QByteArray MetricsApi::page() const
{
    Exposition page;
    tellBuild(page, m_reception.version);
    tellSessions(page);
    tellEvents(page);
    tellCommands(page);
    tellRefusals(page);
    if (m_furnish)
        m_furnish(page);
    tellProcess(page);
    return page.text();
}

void MetricsApi::tellSessions(Exposition &page) const
{
    QMap<QString, int> counts = m_reception.sessions.countByContract();
    for (const QString &name :
         Voices::names() + QStringList{QStringLiteral("shared"), QStringLiteral("local")})
        counts.insert(name, counts.value(name));
    page.gauge("belfry_sessions", "Open conversations, by contract.");
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        page.add(it.value(), {{"contract", it.key()}});
}

void MetricsApi::tellEvents(Exposition &page) const
{
    page.counter("belfry_events_published_total", "Facts published, by topic.");
    for (auto it = m_published.cbegin(); it != m_published.cend(); ++it)
        page.add(double(it.value()), {{"topic", it.key()}});
    page.counter("belfry_events_delivered_total", "Facts handed to connections, once for each of them.");
    page.add(double(m_reception.tally.delivered));
    page.counter("belfry_events_dropped_total", "Facts dropped for connections that read too slowly.");
    page.add(double(m_reception.sessions.dropped()));
    page.gauge("belfry_messages_waiting", "Messages that wait for slow connections.");
    page.add(double(m_reception.sessions.queued()));
}

void MetricsApi::tellCommands(Exposition &page) const
{
    page.counter("belfry_commands_total",
                 "Commands answered, by name and outcome (ok, or the kind of error).");
    const auto &outcomes = m_reception.dispatcher.outcomes();
    for (auto it = outcomes.cbegin(); it != outcomes.cend(); ++it) {
        page.add(double(it->good), {{"command", it.key()}, {"outcome", QStringLiteral("ok")}});
        for (size_t code = 0; code < it->bad.size(); ++code) {
            if (it->bad.at(code) > 0)
                page.add(double(it->bad.at(code)),
                         {{"command", it.key()}, {"outcome", QLatin1String(core::errorCodeWords.at(code))}});
        }
    }
    page.counter("belfry_commands_unknown_total", "Commands that are not in the catalogue.");
    page.add(double(m_reception.dispatcher.unknownCount()));
}

void MetricsApi::tellRefusals(Exposition &page) const
{
    const Tally &tally = m_reception.tally;
    page.counter("belfry_connections_refused_total", "Connections and requests refused, by reason.");
    page.add(double(tally.unauthenticated), {{"reason", QStringLiteral("authentication")}});
    page.add(double(tally.turnedAway), {{"reason", QStringLiteral("capacity")}});
    page.add(double(tally.foreignOrigins), {{"reason", QStringLiteral("origin")}});
    page.counter("belfry_messages_limited_total", "Messages of clients beyond the rate of their connection.");
    page.add(double(tally.limitedMessages));
}

} // namespace engine
