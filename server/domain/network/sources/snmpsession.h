// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/result.h"
#include "domain/network/sources/snmp.h"
#include "domain/network/sources/snmplibrary.h"

#include <QHash>
#include <QObject>

#include <functional>

class QSocketNotifier;

namespace network::sources {

class SnmpProbe;

/// Asks one device by SNMP: single values, or all below an identifier. An answer always comes, once, and
/// never before the asking has returned.
class SnmpSession : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(const SnmpAnswer &)>;

    SnmpSession(const SnmpPeer &peer, SnmpCredentials credentials, core::Clock &clock,
                const SnmpLimits &limits = {}, QObject *parent = nullptr);
    ~SnmpSession() override;

    /// Makes keys of the passwords, which takes milliseconds.
    core::Result<void> start();
    /// Whatever was asked is answered by Closed.
    void stop();

    void get(const QList<Oid> &oids, Answer answer);
    /// In order, as far as the limits go.
    void walk(const Oid &root, Answer answer);

private:
    struct Walk
    {
        Oid root;
        Oid last;
        int repetitions = 0;
        std::chrono::milliseconds deadline{};
        QList<SnmpValue> values;
    };
    struct Request
    {
        Answer answer;
        std::shared_ptr<Walk> walk; ///< none: a single question
        qsizetype count = 0;        ///< of identifiers asked for
    };

    /// A question to an agent of which it is not known yet who it is.
    struct Waiting
    {
        SnmpLibrary::Kind kind;
        QList<Oid> oids;
        Request request;
    };

    void ask(SnmpLibrary::Kind kind, const QList<Oid> &oids, Request request);
    void hear(int id, const SnmpLibrary::Reply &reply);
    void deliver();
    void judge(const Request &request, const SnmpLibrary::Reply &reply);
    void goOn(const Request &request, const SnmpLibrary::Reply &reply);
    SnmpFault take(Walk &walk, const QList<SnmpValue> &values, bool &isOver) const;
    void askFurther(const Request &request);
    void explainSilence(const Request &request);
    void findEngine(int again);
    void fail(const Request &request, SnmpFault fault);
    void report(const Request &request, const QList<SnmpValue> &values);
    void refuse(const Request &request, int error);
    void later(const Answer &answer, const SnmpAnswer &given);
    [[nodiscard]] QString sentence(SnmpFault fault) const;
    [[nodiscard]] QString silenceOf(const QString &who) const;

    SnmpPeer m_peer;
    SnmpCredentials m_credentials;
    core::Clock &m_clock;
    SnmpLimits m_limits;
    std::unique_ptr<SnmpLibrary> m_library;
    QSocketNotifier *m_notifier = nullptr;
    std::unique_ptr<core::Timer> m_timer;
    QHash<int, Request> m_requests;
    QList<std::pair<Request, SnmpLibrary::Reply>> m_heard;
    QList<Request> m_unexplained; ///< waiting for the probe
    SnmpProbe *m_probe = nullptr;
    QList<Waiting> m_waiting;
    SnmpProbe *m_search = nullptr; ///< for the engine they wait for
    bool m_hasAnswered = false;    ///< at least once: the credentials are right
};

} // namespace network::sources
