// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/routes.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace automation {

/// When in a week, or always.
class HoursField final : public QWidget
{
    Q_OBJECT
public:
    explicit HoursField(const std::optional<alerts::WeeklyHours> &hours, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<alerts::WeeklyHours> hours() const;

private:
    QCheckBox *m_only;
    QList<QCheckBox *> m_days; ///< Monday first
    QLineEdit *m_from;
    QLineEdit *m_to;
    QLineEdit *m_zone;
};

} // namespace automation
