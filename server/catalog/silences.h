// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertbook.h"

namespace alerts {

/// Alerts with these labels are shown and counted, but nobody is told of them.
struct Silence
{
    QString id; ///< empty: a new one
    QList<Matcher> matchers;
    QString reason;
    QDateTime until;
    QString by;
    QDateTime createdAt;
    bool isOver = false;
    int alerts = 0;          ///< how many are under it now
    QStringList departments; ///< only alerts of these; empty: of all

    static core::Fields fields();
};

/// A time of a maintenance window besides those it repeats.
struct WindowAddition
{
    QDateTime begin;
    int duration = 0; ///< seconds

    static core::Fields fields();
};

/// As a silence, in a time that is set beforehand, once or again and again.
struct MaintenanceWindow
{
    QString id; ///< empty: a new one
    QString displayName;
    QString reason;
    QList<Matcher> matchers;
    QDateTime start;     ///< the first time
    int duration = 3600; ///< seconds
    QString timeZone;    ///< IANA; that of the clock on the wall
    QString repetition;  ///< an RRULE; empty: once
    bool isEnabled = true;
    QString by;
    QDateTime createdAt;
    QString uid; ///< of the event it was imported from
    bool isActive = false;
    std::optional<QDateTime> nextAt; ///< when it begins, or began
    std::optional<QDateTime> endsAt;
    int alerts = 0;              ///< how many are under it now
    QStringList departments;     ///< only alerts of these; empty: of all
    QList<QDateTime> exceptions; ///< when it would begin, and does not
    QList<WindowAddition> additions;

    static core::Fields fields();
};

/// Asks for the silences.
struct ListSilences
{
    struct Reply
    {
        QList<Silence> silences;

        static core::Fields fields();
    };

    bool isOver = false; ///< also those that are over

    static constexpr auto name = "alerts.silences.list";
    static constexpr auto summary = "The silences, and how many alerts are under each";
    static core::Fields fields();
};

/// Silences alerts, or changes a silence.
struct SetSilence
{
    using Reply = Silence;

    QString id; ///< empty: a new one
    QString matchers;
    QDateTime until;
    QString reason;

    static constexpr auto name = "alerts.silences.set";
    static constexpr auto summary = "Silences alerts by their labels, until when, and why";
    static core::Fields fields();
};

/// Ends a silence.
struct RemoveSilence
{
    using Reply = Silence;

    QString id;

    static constexpr auto name = "alerts.silences.remove";
    static constexpr auto summary = "Ends a silence now";
    static core::Fields fields();
};

/// Asks for the maintenance windows.
struct ListWindows
{
    struct Reply
    {
        QList<MaintenanceWindow> windows;

        static core::Fields fields();
    };

    static constexpr auto name = "alerts.maintenance.list";
    static constexpr auto summary = "The maintenance windows, and when each is next";
    static core::Fields fields();
};

/// One time a maintenance window is in force.
struct WindowTime
{
    QString id; ///< of the window
    QString displayName;
    QDateTime begin;
    QDateTime end;

    static core::Fields fields();
};

/// Asks when maintenance is: each time of every window.
struct ListWindowTimes
{
    struct Reply
    {
        QList<WindowTime> times;
        bool isWhole = true; ///< there are no more

        static core::Fields fields();
    };

    static constexpr int most = 2000;
    static constexpr int mostDays = 400;

    QDateTime from;
    QDateTime to;
    std::optional<QString> source; ///< a device, a service or "host"; none: of everything

    static constexpr auto name = "alerts.maintenance.times";
    static constexpr auto summary = "When maintenance is: each time of every window, as it is set now";
    static core::Fields fields();
};

/// Sets a maintenance window.
struct SetWindow
{
    using Reply = MaintenanceWindow;

    QString id; ///< empty: a new one
    QString displayName;
    QString reason;
    QString matchers;
    QDateTime start;
    int duration = 3600;
    QString timeZone;
    QString repetition;
    bool isEnabled = true;

    static constexpr auto name = "alerts.maintenance.set";
    static constexpr auto summary = "Sets a time in which nobody is told of alerts, once or again and again";
    static core::Fields fields();
};

/// Removes a maintenance window.
struct RemoveWindow
{
    using Reply = identity::Done;

    QString id;

    static constexpr auto name = "alerts.maintenance.remove";
    static constexpr auto summary = "Removes a maintenance window";
    static core::Fields fields();
};

/// Makes maintenance windows of a calendar.
struct ImportWindows
{
    struct Reply
    {
        QList<MaintenanceWindow> windows;
        QStringList remarks; ///< what was not understood, and what became of it

        static core::Fields fields();
    };

    QString calendar; ///< iCalendar
    QString matchers;

    static constexpr auto name = "alerts.maintenance.import";
    static constexpr auto summary =
        "Makes maintenance windows of a calendar's events; those of the same calendar are replaced";
    static core::Fields fields();
};

/// Silences or maintenance windows are not as they were; those who show them ask again.
struct SilencesChanged
{
    QString id; ///< of which
    QString by;

    static constexpr auto topic = "alerts.silences.changed";
    static constexpr auto summary = "A silence or a maintenance window was set, ended or removed";
    static core::Fields fields();
};

/// Declares silences and maintenance windows.
void declareSilences(core::Catalog &catalog);

} // namespace alerts
