// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/alertsheet.h"

#include <QDateTime>

#include <optional>

class QLineEdit;

namespace alerts {

class UntilBox;

/// Asks what is to be said when alerts are acknowledged, and until when somebody looks after them.
class AcknowledgeSheet final : public AlertSheet
{
    Q_OBJECT
public:
    AcknowledgeSheet(const QString &about, const QDateTime &now, QWidget *parent);

    [[nodiscard]] QString note() const;
    [[nodiscard]] std::optional<QDateTime> until() const;

private:
    QLineEdit *m_note;
    UntilBox *m_until;
};

} // namespace alerts
