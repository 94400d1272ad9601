// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/alertsheet.h"

class QComboBox;

namespace alerts {

/// Asks whose alerts are to be: one's own, somebody's who has some already, or somebody's who is named.
class AssignSheet final : public AlertSheet
{
    Q_OBJECT
public:
    AssignSheet(const QString &about, const QString &me, const QStringList &others, QWidget *parent);

    /// Empty: nobody's.
    [[nodiscard]] QString who() const;

private:
    QString m_me;
    QComboBox *m_who;
};

} // namespace alerts
