// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/snmpsession.h"

#include "domain/network/sources/snmpprobe.h"

#include <QPointer>
#include <QSocketNotifier>

#include <algorithm>

namespace network::sources {

namespace {
constexpr std::chrono::milliseconds lookForLateEvery{200}; // net-snmp has no timers of its own
constexpr int tooBig = 1;                                  // RFC 3416 §3
constexpr int noAccess = 6;
constexpr int authorizationError = 16;
const Oid usmStats{1, 3, 6, 1, 6, 3, 15, 1, 1}; // RFC 3414 §5
} // namespace

bool isBelow(const Oid &oid, const Oid &root)
{
    return oid.size() > root.size() && std::equal(root.begin(), root.end(), oid.begin());
}

SnmpSession::SnmpSession(const SnmpPeer &peer, SnmpCredentials credentials, core::Clock &clock,
                         const SnmpLimits &limits, QObject *parent)
    : QObject(parent), m_peer(peer), m_credentials(std::move(credentials)), m_clock(clock), m_limits(limits)
{
}

SnmpSession::~SnmpSession()
{
    delete m_notifier; // before the library closes its descriptor
    m_library.reset(); // says of every open question that it ends, while there is somebody to hear it
}

core::Result<void> SnmpSession::start()
{
    if (m_library)
        return {};
    auto library = SnmpLibrary::open(m_peer, m_credentials, m_limits,
                                     [this](int id, const SnmpLibrary::Reply &reply) { hear(id, reply); });
    if (!library)
        return library.error();
    m_library = std::move(library).value();
    m_notifier = new QSocketNotifier(m_library->descriptor(), QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        m_library->read();
        deliver();
    });
    m_hasAnswered = false;
    return {};
}

void SnmpSession::stop()
{
    if (!m_library)
        return;
    m_timer.reset();
    delete std::exchange(m_notifier, nullptr);
    m_library.reset();
    delete std::exchange(m_probe, nullptr);
    delete std::exchange(m_search, nullptr);
    const auto waiting = std::exchange(m_waiting, {});
    const auto open = std::exchange(m_requests, {});
    const auto unexplained = std::exchange(m_unexplained, {});
    const auto heard = std::exchange(m_heard, {});
    for (const Request &request : open)
        fail(request, SnmpFault::Closed);
    for (const Request &request : unexplained)
        fail(request, SnmpFault::Closed);
    for (const auto &[request, reply] : heard)
        fail(request, SnmpFault::Closed);
    for (const Waiting &each : waiting)
        fail(each.request, SnmpFault::Closed);
}

void SnmpSession::get(const QList<Oid> &oids, Answer answer)
{
    ask(SnmpLibrary::Kind::Get, oids, {std::move(answer), nullptr, oids.size()});
}

void SnmpSession::walk(const Oid &root, Answer answer)
{
    auto walk = std::make_shared<Walk>(
        Walk{root, root, m_limits.repetitions, m_clock.steady() + m_limits.walkTime, {}});
    askFurther({std::move(answer), std::move(walk), 1});
}

void SnmpSession::ask(SnmpLibrary::Kind kind, const QList<Oid> &oids, Request request)
{
    if (!m_library) {
        fail(request, SnmpFault::Closed);
        return;
    }
    if (m_credentials.version == SnmpCredentials::Version::V3 && !m_library->knowsEngine()) {
        m_waiting.append({kind, oids, std::move(request)});
        if (!m_search)
            findEngine(m_limits.retries);
        return;
    }
    const int id = m_library->send(kind, oids, request.walk ? request.walk->repetitions : 0);
    if (id == 0) {
        fail(request, SnmpFault::NoAnswer);
        return;
    }
    m_requests.insert(id, std::move(request));
    if (!m_timer)
        m_timer = m_clock.every(lookForLateEvery, [this] {
            m_library->lookForLate();
            deliver();
        });
}

void SnmpSession::hear(int id, const SnmpLibrary::Reply &reply)
{
    if (const auto request = m_requests.constFind(id); request != m_requests.constEnd()) {
        m_heard.append({*request, reply});
        m_requests.erase(request);
    }
}

void SnmpSession::deliver()
{
    // Out of the library's hands first: whoever is told may end this session.
    if (!m_heard.isEmpty())
        QMetaObject::invokeMethod(
            this,
            [this] {
                const QPointer<SnmpSession> self(this);
                const auto heard = std::exchange(m_heard, {});
                for (const auto &[request, reply] : heard) {
                    if (!self || !m_library)
                        return;
                    judge(request, reply);
                }
                if (self && m_requests.isEmpty())
                    m_timer.reset();
            },
            Qt::QueuedConnection);
}

void SnmpSession::judge(const Request &request, const SnmpLibrary::Reply &reply)
{
    switch (reply.outcome) {
    case SnmpLibrary::Outcome::Answered:
        m_hasAnswered = true;
        if (request.walk)
            goOn(request, reply);
        else if (reply.error != 0)
            refuse(request, reply.error);
        else
            request.answer(
                {SnmpFault::None, {}, reply.values.first(std::min(request.count, reply.values.size()))});
        break;
    case SnmpLibrary::Outcome::Reported:
        report(request, reply.values);
        break;
    case SnmpLibrary::Outcome::TimedOut:
        explainSilence(request);
        break;
    case SnmpLibrary::Outcome::NotSent:
        fail(request, SnmpFault::NoAnswer);
        break;
    }
}

void SnmpSession::goOn(const Request &request, const SnmpLibrary::Reply &reply)
{
    Walk &walk = *request.walk;
    if (reply.error == tooBig && walk.repetitions > 1) {
        walk.repetitions /= 2;
        askFurther(request);
        return;
    }
    if (reply.error != 0) {
        refuse(request, reply.error);
        return;
    }
    bool isOver = reply.values.isEmpty();
    const SnmpFault fault = take(walk, reply.values, isOver);
    if (fault != SnmpFault::None)
        fail(request, fault);
    else if (isOver)
        request.answer({SnmpFault::None, {}, walk.values});
    else if (m_clock.steady() >= walk.deadline)
        fail(request, SnmpFault::TooMuch);
    else
        askFurther(request);
}

SnmpFault SnmpSession::take(Walk &walk, const QList<SnmpValue> &values, bool &isOver) const
{
    for (const SnmpValue &value : values) {
        isOver = value.type == SnmpValue::Type::Missing || !isBelow(value.oid, walk.root);
        if (isOver)
            return SnmpFault::None;
        if (!(walk.last < value.oid))
            return SnmpFault::Nonsense;
        if (walk.values.size() >= m_limits.values)
            return SnmpFault::TooMuch;
        walk.last = value.oid;
        walk.values.append(value);
    }
    return SnmpFault::None;
}

void SnmpSession::askFurther(const Request &request)
{
    ask(request.walk->repetitions > 1 ? SnmpLibrary::Kind::GetBulk : SnmpLibrary::Kind::GetNext,
        {request.walk->last}, request);
}

void SnmpSession::explainSilence(const Request &request)
{
    if (m_hasAnswered) {
        fail(request, SnmpFault::NoAnswer);
        return;
    }
    m_unexplained.append(request);
    if (m_probe)
        return;
    m_probe = new SnmpProbe(
        m_peer, m_clock, m_limits.timeout, [this](SnmpProbe::Outcome outcome, const SnmpEngine &) {
            std::exchange(m_probe, nullptr)->deleteLater();
            SnmpFault fault =
                outcome == SnmpProbe::Outcome::Refuses ? SnmpFault::NoAgent : SnmpFault::NoAnswer;
            // What cannot be decrypted makes no sense to an agent, and it says nothing.
            if (outcome == SnmpProbe::Outcome::Answers)
                fault = m_credentials.version == SnmpCredentials::Version::V2c    ? SnmpFault::WrongCommunity
                        : m_credentials.privacy != SnmpCredentials::Privacy::None ? SnmpFault::WrongPrivacy
                                                                                  : SnmpFault::Nonsense;
            const QPointer<SnmpSession> self(this);
            const auto unexplained = std::exchange(m_unexplained, {});
            for (const Request &each : unexplained) {
                if (self)
                    fail(each, fault);
            }
        });
    m_probe->setParent(this);
}

void SnmpSession::findEngine(int again)
{
    const auto done = [this, again](SnmpProbe::Outcome outcome, const SnmpEngine &engine) {
        std::exchange(m_search, nullptr)->deleteLater();
        if (outcome == SnmpProbe::Outcome::Silent && again > 0)
            return findEngine(again - 1);
        const bool isFound = !engine.name.isEmpty();
        if (isFound)
            m_library->setEngine(engine);
        SnmpFault fault = outcome == SnmpProbe::Outcome::Refuses ? SnmpFault::NoAgent : SnmpFault::NoAnswer;
        if (outcome == SnmpProbe::Outcome::Answers)
            fault = SnmpFault::Nonsense;
        const auto waiting = std::exchange(m_waiting, {});
        for (const Waiting &each : waiting) {
            if (isFound)
                ask(each.kind, each.oids, each.request);
            else
                fail(each.request, fault);
        }
    };
    m_search = new SnmpProbe(m_peer, m_clock, m_limits.timeout, done, this);
}

void SnmpSession::report(const Request &request, const QList<SnmpValue> &values)
{
    const Oid oid = values.isEmpty() ? Oid() : values.first().oid;
    const quint32 which = isBelow(oid, usmStats) ? oid.at(usmStats.size()) : 0;
    static const QHash<quint32, SnmpFault> faults{
        {1, SnmpFault::LevelRefused}, {2, SnmpFault::WrongTime},     {3, SnmpFault::UnknownUser},
        {4, SnmpFault::Nonsense},     {5, SnmpFault::WrongPassword}, {6, SnmpFault::WrongPrivacy}};
    fail(request, faults.value(which, SnmpFault::Refused));
}

void SnmpSession::refuse(const Request &request, int error)
{
    const bool isForbidden = error == authorizationError || error == noAccess;
    SnmpAnswer answer{isForbidden ? SnmpFault::LevelRefused : SnmpFault::Refused, {}, {}};
    answer.sentence = isForbidden ? sentence(SnmpFault::LevelRefused)
                                  : tr("%1 answers with SNMP error %2. Look at the agent's log.")
                                        .arg(m_peer.address.toString())
                                        .arg(error);
    if (request.walk)
        answer.values = request.walk->values;
    later(request.answer, answer);
}

void SnmpSession::fail(const Request &request, SnmpFault fault)
{
    later(request.answer, {fault, sentence(fault), request.walk ? request.walk->values : QList<SnmpValue>()});
}

void SnmpSession::later(const Answer &answer, const SnmpAnswer &given)
{
    QMetaObject::invokeMethod(
        this, [answer, given] { answer(given); }, Qt::QueuedConnection);
}

QString SnmpSession::sentence(SnmpFault fault) const
{
    static const QHash<SnmpFault, const char *> sentences{
        {SnmpFault::WrongCommunity,
         QT_TR_NOOP("%1 knows SNMP, but does not answer to this community. Correct the community.")},
        {SnmpFault::UnknownUser,
         QT_TR_NOOP("%1 does not know this SNMP user. Correct the user's name, or create it there.")},
        {SnmpFault::WrongPassword,
         QT_TR_NOOP("%1 refuses the SNMP user's password. Correct it, or the kind of authentication.")},
        {SnmpFault::WrongPrivacy,
         QT_TR_NOOP("%1 cannot decrypt what it is asked by SNMP. Correct the password or the "
                    "kind of encryption.")},
        {SnmpFault::LevelRefused,
         QT_TR_NOOP("%1 does not let this SNMP user or community ask so. Give it the right to "
                    "read there, and ask with the protection it wants.")},
        {SnmpFault::WrongTime,
         QT_TR_NOOP("%1 takes our SNMP messages for old ones. Its clock of restarts is wrong; "
                    "restart its agent.")},
        {SnmpFault::Refused, QT_TR_NOOP("%1 answers by SNMP with an error. Look at the agent's log.")},
        {SnmpFault::Nonsense,
         QT_TR_NOOP("%1 answers by SNMP with what makes no sense. Its agent is faulty; look for a "
                    "newer one.")},
        {SnmpFault::TooMuch,
         QT_TR_NOOP("%1 tells more by SNMP than is taken in at once; the rest is left out.")},
        {SnmpFault::Closed, QT_TR_NOOP("The question to %1 was withdrawn.")}};
    const QString who = m_peer.address.toString();
    if (fault == SnmpFault::NoAnswer)
        return silenceOf(who);
    if (fault == SnmpFault::NoAgent)
        return tr("%1 is there, but has no SNMP agent on port %2. Switch it on there.")
            .arg(who)
            .arg(m_peer.port);
    const char *known = sentences.value(fault);
    return known ? tr(known).arg(who) : QString();
}

QString SnmpSession::silenceOf(const QString &who) const
{
    if (m_hasAnswered || m_credentials.version == SnmpCredentials::Version::V3)
        return tr("%1 does not answer by SNMP. Check that it is switched on and lets this machine ask.")
            .arg(who);
    return tr("%1 does not answer by SNMP. Either it is switched off there, or this machine may not ask, or "
              "the "
              "community is wrong.")
        .arg(who);
}

} // namespace network::sources
