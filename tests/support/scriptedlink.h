// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/link.h"

#include <QMap>

#include <functional>

namespace support {

/// A link whose other side is the test: it answers what was laid down, and says what it is told to.
class ScriptedLink final : public client::Link
{
public:
    using Answerer = std::function<core::Reply(const QJsonObject &)>;

    QFuture<core::Reply> request(const QString &command, const QJsonObject &params) override
    {
        requests.append({command, params});
        if (m_state != State::Live)
            return core::ready(
                core::Error{core::ErrorCode::Unavailable, QStringLiteral("There is no connection.")});
        const auto found = answers.constFind(command);
        if (found == answers.constEnd())
            return core::ready(core::Error{core::ErrorCode::UnknownCommand, command});
        return core::ready((*found)(params));
    }
    void subscribe(const QStringList &more) override { topics << more; }
    void unsubscribe(const QStringList &fewer) override
    {
        for (const QString &topic : fewer)
            topics.removeOne(topic);
    }
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] QString stateText() const override { return text; }
    [[nodiscard]] bool isLocal() const override { return local; }
    [[nodiscard]] QString address() const override { return where; }
    [[nodiscard]] QString fingerprint() const override { return certificate; }
    void retry() override { ++retries; }

    /// Answers a command always alike.
    void answer(const QString &command, const QJsonObject &reply)
    {
        answers.insert(command, [reply](const QJsonObject &) { return core::Reply(reply); });
    }
    void become(State state, const QString &why = {})
    {
        m_state = state;
        text = why;
        Q_EMIT stateChanged();
    }
    /// Shows another certificate.
    void certify(const QString &fingerprint)
    {
        certificate = fingerprint;
        Q_EMIT fingerprintChanged();
    }
    template <class T>
    void say(const T &payload, const QDateTime &at)
    {
        core::Event event;
        event.sequence = ++sequence;
        event.topic = core::Topic(QLatin1String(T::topic));
        event.at = at;
        event.payload = payload;
        Q_EMIT eventsReceived({event});
    }
    [[nodiscard]] qsizetype asked(const QString &command) const
    {
        return std::count_if(requests.begin(), requests.end(),
                             [&](const auto &request) { return request.first == command; });
    }

    QMap<QString, Answerer> answers;
    QList<std::pair<QString, QJsonObject>> requests;
    QStringList topics;
    QString text;
    QString certificate;
    QString where = QStringLiteral("this computer");
    quint64 sequence = 0;
    int retries = 0;
    bool local = true;

private:
    State m_state = State::Connecting;
};

} // namespace support
