// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dialects/dialect.h"
#include "dialects/envelope.h"
#include "transport/sharedframe.h"

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

    [[nodiscard]] virtual bool canSay(const core::Topic &topic) const = 0;
    /// Frames for a fact. The bus delivers fact by fact, so that the newest one's frames are all that is
    /// kept.
    const QList<transport::SharedFrame> &frames(const core::Event &event);

protected:
    [[nodiscard]] virtual QList<transport::SharedFrame> encode(const core::Event &event) const = 0;

private:
    quint64 m_sequence = 0;
    QList<transport::SharedFrame> m_frames;
};

/// Speaks in one Socket.IO namespace, in one dialect or several together.
class SocketIoSpeaker final : public Speaker
{
public:
    /// With an `epoch`, facts carry the place in the stream that a client comes back with.
    SocketIoSpeaker(QString nsp, std::vector<std::shared_ptr<const dialects::Dialect>> spoken,
                    QString epoch = {});

    [[nodiscard]] const QString &nsp() const { return m_namespace; }
    [[nodiscard]] bool canSay(const core::Topic &topic) const override;
    /// The word as one of the dialects hears it, and that dialect; nulls when none does.
    struct Hearing
    {
        const dialects::Dialect *dialect = nullptr;
        const dialects::Heard *heard = nullptr;
    };
    [[nodiscard]] Hearing hear(const QString &word, bool acked) const;
    /// The dialect whose manner answers what no dialect understood.
    [[nodiscard]] const dialects::Dialect &first() const { return *m_dialects.front(); }
    /// A word said to one client.
    [[nodiscard]] transport::SharedFrame say(const dialects::Utterance &said,
                                             const QString &offset = {}) const;

protected:
    [[nodiscard]] QList<transport::SharedFrame> encode(const core::Event &event) const override;

private:
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
    [[nodiscard]] bool canSay(const core::Topic &topic) const override;
    [[nodiscard]] static transport::SharedFrame say(const QJsonObject &message);

protected:
    [[nodiscard]] QList<transport::SharedFrame> encode(const core::Event &event) const override;

private:
    std::shared_ptr<const dialects::EnvelopeDialect> m_dialect;
};

} // namespace engine
