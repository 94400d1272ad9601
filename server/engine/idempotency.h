// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/clock.h"
#include "core/result.h"
#include "transport/http.h"

#include <QHash>

#include <deque>
#include <map>
#include <optional>

namespace engine {

/// Answers to requests that carry an Idempotency-Key (draft-ietf-httpapi-idempotency-key-header), so that one
/// sent again does nothing again. Of each principal the newest 1000 within 24 hours and 256 KiB are kept.
class Idempotency
{
public:
    explicit Idempotency(core::Clock &clock) : m_clock(clock) {}

    /// The key a request carries, with or without the quotes of a structured field; empty: none.
    /// Errors: Invalid.
    static core::Result<QByteArray> keyOf(const transport::HttpRequest &request);

    /// How a request stands to an earlier one of the same key.
    enum class Standing { New, UnderWay, Answered, Different };
    struct Finding
    {
        Standing standing = Standing::New;
        std::optional<transport::HttpResponse> answer; ///< of one that was answered
    };
    /// Looks a request up; a new one is under way from now on.
    Finding begin(const QString &principal, const QByteArray &key, const QByteArray &body);
    void finish(const QString &principal, const QByteArray &key, const transport::HttpResponse &answer);
    /// The request did not get so far that its answer would stand: it may be made again.
    void forget(const QString &principal, const QByteArray &key);

private:
    struct Entry
    {
        QByteArray fingerprint;
        std::optional<transport::HttpResponse> answer;
        std::chrono::milliseconds since{0};
    };
    struct Owner
    {
        QHash<QByteArray, Entry> entries;
        std::deque<QByteArray> order; ///< the oldest first
        qsizetype bytes = 0;          ///< of the answers
    };

    void dropOldest(Owner &owner) const;
    void drop(Owner &owner, const QByteArray &key) const;

    core::Clock &m_clock;
    std::map<QString, Owner> m_owners;
};

} // namespace engine
