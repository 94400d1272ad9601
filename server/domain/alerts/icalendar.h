// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/silences.h"
#include "core/result.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace alerts {

/// Makes maintenance windows of the events of a calendar (RFC 5545). What is not understood is said: where it
/// could change when an event is, that event is left out.
class ICalendar
{
    Q_DECLARE_TR_FUNCTIONS(alerts::ICalendar)
public:
    static constexpr int mostBytes = 1 << 20;
    static constexpr int mostEvents = 500;
    static constexpr int longestLine = 16'384;
    static constexpr int mostRemarks = 100;

    struct Import
    {
        QList<MaintenanceWindow> windows; ///< without matchers
        QStringList remarks;
    };

    /// `zone`: of times for which the calendar has none. Errors: Invalid: no calendar, or too large.
    static core::Result<Import> read(const QByteArray &calendar, const QTimeZone &zone);

private:
    /// One content line.
    struct Line
    {
        QString name;
        QMap<QString, QString> parameters;
        QString value;
    };
    using Event = QList<Line>;

    explicit ICalendar(QTimeZone zone) : m_zone(std::move(zone)) {}

    core::Result<void> takeLine(const QString &text, int number);
    static std::optional<Line> lineOf(const QString &text);
    void begin(const QString &component);
    void end();
    void takeEvent();
    core::Result<MaintenanceWindow> windowOf(const Event &event);
    /// Errors: Invalid.
    core::Result<void> takeTimes(const Event &event, MaintenanceWindow &window);
    /// What is left out of an event's repetition. Errors: Invalid.
    core::Result<void> takeExceptions(const Event &event, MaintenanceWindow &window);
    core::Result<QDateTime> momentOf(const Line &line, QTimeZone &zone);
    core::Result<QTimeZone> zoneOf(const Line &line);
    static std::optional<qint64> secondsOf(const QString &duration);
    void remark(const QString &text);

    QTimeZone m_zone;
    QStringList m_open; ///< components, the innermost last
    Event m_event;
    int m_events = 0;
    int m_unsaid = 0;
    bool m_isCalendar = false;
    Import m_import;
};

} // namespace alerts
