// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/alertbook.h"
#include "client/devices.h"
#include "kit/status.h"

namespace alerts {

/// What a list tells of an alert.
enum class AlertColumn { Severity, Title, Device, State, Age, Assignee, Times, Number, Rule, Type, Tools };
constexpr int alertColumns = int(AlertColumn::Tools) + 1;

/// What a text about an alert depends on beside the alert.
struct AlertSetting
{
    const client::Devices *devices = nullptr; ///< for their names
    QDateTime now;                            ///< on the server's clock
};

[[nodiscard]] QString columnTitle(AlertColumn column);
/// As people read it: one line, of bounded length.
[[nodiscard]] QString columnText(const Alert &alert, AlertColumn column, const AlertSetting &setting);
/// The same for other programs: moments are written out.
[[nodiscard]] QString columnCell(const Alert &alert, AlertColumn column, const AlertSetting &setting);
/// What there is to know beyond the text; foreign text in it is no markup.
[[nodiscard]] QString columnTip(const Alert &alert, AlertColumn column, const AlertSetting &setting);
/// All of it in a sentence, for those who listen.
[[nodiscard]] QString spokenLine(const Alert &alert, const AlertSetting &setting);
[[nodiscard]] bool isNumeric(AlertColumn column);
[[nodiscard]] bool isShownAtFirst(AlertColumn column);
[[nodiscard]] int widthAtFirst(AlertColumn column);

[[nodiscard]] kit::Status statusOf(const Alert &alert);
/// One line without marks that would turn the text around them.
[[nodiscard]] QString titleOf(const Alert &alert);
/// What it is about: the device's name, or what its labels say.
[[nodiscard]] QString subjectOf(const Alert &alert, const AlertSetting &setting);
/// "Open", "Acknowledged", "Resolved".
[[nodiscard]] QString stateTitle(AlertState state);
/// "Acknowledged until 16:00", "Open, silenced until 16:00".
[[nodiscard]] QString stateLine(const Alert &alert, const AlertSetting &setting);
/// "14:28", as the language writes it.
[[nodiscard]] QString shortTime(const QTime &time);
/// A moment with its date unless it is today's.
[[nodiscard]] QString shortMoment(const QDateTime &at, const QDateTime &now);
[[nodiscard]] QString kindTitle(Kind kind);

} // namespace alerts
