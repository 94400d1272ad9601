// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dialects/dialect.h"
#include "dialects/envelope.h"
#include "engine/fact.h"

#include <QHash>

#include <memory>
#include <vector>

namespace engine {

/// Turns facts into frames for everybody who shares a tongue and its dialects: each fact is encoded once.
class Speaker
{
public:
    Speaker() = default;
    virtual ~Speaker() = default;
    Speaker(const Speaker &) = delete;
    Speaker &operator=(const Speaker &) = delete;

    /// Asked for every session and fact, mostly for the same topic again.
    [[nodiscard]] bool canSay(const core::Topic &topic)
    {
        if (!m_isAsked || m_asked != topic) {
            m_isAsked = true;
            m_asked = topic;
            m_canSay = hasWord(topic);
        }
        return m_canSay;
    }
    /// Frames for a fact. The fact keeps them; of past ones a megabyte is kept for those who catch up
    /// together.
    const QList<transport::SharedFrame> &frames(const Fact &fact);
    /// Which contract is spoken: the name of its dialect, or "shared" where there are several.
    [[nodiscard]] virtual QString contract() const = 0;

protected:
    [[nodiscard]] virtual bool hasWord(const core::Topic &topic) const = 0;
    [[nodiscard]] virtual QList<transport::SharedFrame> encode(const core::Event &event) const = 0;

private:
    const QList<transport::SharedFrame> &pastFrames(const core::Event &event);

    core::Topic m_asked;
    bool m_isAsked = false;
    bool m_canSay = false;
    QHash<quint64, QList<transport::SharedFrame>> m_past; ///< replayed, by sequence
    qint64 m_pastBytes = 0;
};

/// Speaks in one Socket.IO namespace, in one dialect or several together.
class SocketIoSpeaker final : public Speaker
{
public:
    /// With an `epoch`, facts carry the place in the stream that a client comes back with.
    SocketIoSpeaker(QString nsp, std::vector<std::shared_ptr<const dialects::Dialect>> spoken,
                    QString epoch = {});

    [[nodiscard]] const QString &nsp() const { return m_namespace; }
    [[nodiscard]] QString contract() const override;
    /// The word as one of the dialects hears it, and that dialect; nulls when none does.
    struct Hearing
    {
        const dialects::Dialect *dialect = nullptr;
        const dialects::Heard *heard = nullptr;
    };
    [[nodiscard]] Hearing hear(const QString &word, bool acked, const QJsonValue &argument) const;
    /// The dialect whose manner answers what no dialect understood.
    [[nodiscard]] const dialects::Dialect &first() const { return *m_dialects.front(); }
    /// A word said to one client.
    [[nodiscard]] transport::SharedFrame say(const dialects::Utterance &said,
                                             const QString &offset = {}) const;

protected:
    [[nodiscard]] bool hasWord(const core::Topic &topic) const override;
    [[nodiscard]] QList<transport::SharedFrame> encode(const core::Event &event) const override;

private:
    /// Whether a dialect that comes before this one has the same word for the fact.
    [[nodiscard]] bool isSaidBefore(const dialects::Dialect &dialect, const QString &word,
                                    const core::Event &event) const;

    QString m_namespace;
    std::vector<std::shared_ptr<const dialects::Dialect>> m_dialects;
    QString m_epoch;
};

/// Speaks one JSON-envelope dialect.
class EnvelopeSpeaker final : public Speaker
{
public:
    explicit EnvelopeSpeaker(std::shared_ptr<const dialects::EnvelopeDialect> dialect);

    [[nodiscard]] const dialects::EnvelopeDialect &dialect() const { return *m_dialect; }
    [[nodiscard]] QString contract() const override { return m_dialect->name(); }
    [[nodiscard]] static transport::SharedFrame say(const QJsonObject &message);

protected:
    [[nodiscard]] bool hasWord(const core::Topic &topic) const override;
    [[nodiscard]] QList<transport::SharedFrame> encode(const core::Event &event) const override;

private:
    std::shared_ptr<const dialects::EnvelopeDialect> m_dialect;
};

} // namespace engine
