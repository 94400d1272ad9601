// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/alerts/channels/outcome.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QDateTime>

#include <memory>

namespace alerts::channels {

/// What an HTTP server answers, as its bytes come, and what that means for a message.
class HttpAnswer
{
    Q_DECLARE_TR_FUNCTIONS(alerts::channels::HttpAnswer)
public:
    static constexpr qsizetype mostBody = 64 * 1024;
    static constexpr qsizetype mostHead = 32 * 1024;

    HttpAnswer();
    ~HttpAnswer();

    /// True when nothing more is needed: all of it is here, it is too much, or it is none.
    bool read(const QByteArray &bytes);
    /// The server hung up.
    void end();
    [[nodiscard]] int status() const; ///< 0: no answer that could be understood
    [[nodiscard]] const QByteArray &body() const;

    /// `host` for the sentence.
    [[nodiscard]] Outcome outcome(const QString &host, const QDateTime &now) const;
    /// "120" or "Fri, 20 Nov 2026 14:28:03 GMT", within a day; nothing where it is neither.
    static std::optional<std::chrono::seconds> waitOf(const QByteArray &retryAfter, const QDateTime &now);

private:
    class Reading;

    std::unique_ptr<Reading> m_reading;
};

} // namespace alerts::channels
