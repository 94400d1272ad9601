// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/silences.h"
#include "core/result.h"
#include "domain/alerts/repetition.h"

namespace alerts {

/// The time zone of that name, as IANA has them; invalid: there is none.
QTimeZone zoneNamed(const QString &name);

/// When a maintenance window is.
class WindowTimes
{
    Q_DECLARE_TR_FUNCTIONS(alerts::WindowTimes)
public:
    struct Span
    {
        QDateTime begin;
        QDateTime end;
    };

    /// Errors: Invalid: its time zone, its repetition, or it is never.
    static core::Result<WindowTimes> of(const MaintenanceWindow &window);

    static constexpr int mostExceptions = 366; ///< and as many additions
    /// Of either.
    static core::Error tooMany();

    /// When it is, or is next; nothing: it is over.
    [[nodiscard]] std::optional<Span> spanAt(const QDateTime &now) const;
    /// Those that end behind `from` and begin before `to`, the first first, each beginning once; at most
    /// `most`.
    [[nodiscard]] QList<Span> between(const QDateTime &from, const QDateTime &to, int most) const;
    [[nodiscard]] QString repetition() const { return m_repetition.toString(); }

private:
    WindowTimes(QDateTime start, int duration, QTimeZone zone, Repetition repetition,
                QList<QDateTime> exceptions, QList<WindowAddition> additions)
        : m_start(std::move(start)), m_duration(duration), m_zone(std::move(zone)),
          m_repetition(std::move(repetition)), m_exceptions(std::move(exceptions)),
          m_additions(std::move(additions))
    {
    }
    /// Of those that are repeated.
    [[nodiscard]] std::optional<QDateTime> next(QDateTime after) const;

    QDateTime m_start;
    int m_duration;
    QTimeZone m_zone;
    Repetition m_repetition;
    QList<QDateTime> m_exceptions;
    QList<WindowAddition> m_additions;
};

} // namespace alerts
