// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/alertsheet.h"
#include "catalog/silences.h"
#include "client/mirror.h"

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QSpinBox;

namespace alerts {

class MatcherList;

/// Asks for a time in which nobody is told of alerts: when it begins, how long it lasts, and how often it
/// comes again.
class WindowSheet final : public AlertSheet
{
    Q_OBJECT
public:
    /// `from` is what it begins with; with an id it is changed.
    WindowSheet(client::Mirror &mirror, const MaintenanceWindow &from, QWidget *parent);

    [[nodiscard]] SetWindow command() const;
    void accept() override;

Q_SIGNALS:
    /// Somebody wants it so. The sheet is closed by who does it.
    void wanted(const SetWindow &command);

private:
    void buildTimes(const MaintenanceWindow &from);
    void buildRepetition(const MaintenanceWindow &from);
    void addField(const QString &name, QWidget *field);
    void look();
    [[nodiscard]] QList<int> days() const;

    QString m_id;
    QString m_repetition; ///< as it was, where it is more than can be chosen here
    QLineEdit *m_name;
    MatcherList *m_matchers;
    QLineEdit *m_reason;
    QDateTimeEdit *m_start;
    QSpinBox *m_hours;
    QSpinBox *m_minutes;
    QComboBox *m_zone;
    QComboBox *m_repeats;
    QWidget *m_dayLine;
    QList<QCheckBox *> m_days;
    QCheckBox *m_enabled;
};

} // namespace alerts
