// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDateTime>
#include <QWidget>

#include <optional>

class QComboBox;
class QDateTimeEdit;

namespace alerts {

/// Until when something is so: 30 minutes, 1 hour, 4 hours, tomorrow at 8:00, another moment, or as long as
/// it lasts.
class UntilBox final : public QWidget
{
    Q_OBJECT
public:
    /// `endless` names a choice without an end; empty: there is none.
    UntilBox(const QDateTime &now, const QString &endless, QWidget *parent = nullptr);

    /// Nothing: as long as it lasts.
    [[nodiscard]] std::optional<QDateTime> until() const;
    void setUntil(const QDateTime &until);
    /// For the label in front of it.
    [[nodiscard]] QWidget *first() const;

Q_SIGNALS:
    void changed();

private:
    void refresh();

    QDateTime m_now;
    QComboBox *m_choices;
    QDateTimeEdit *m_moment;
};

} // namespace alerts
