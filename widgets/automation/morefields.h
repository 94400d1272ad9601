// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/rules.h"

#include <QWidget>

class QDoubleSpinBox;
class QLineEdit;
class QListWidget;

namespace automation {

class TimeField;

/// What few rules need: how alerts are told apart, what is silent meanwhile, guards against what comes and
/// goes.
class MoreFields final : public QWidget
{
    Q_OBJECT
public:
    explicit MoreFields(const client::Rules &rules, QWidget *parent = nullptr);

    void setRule(const Rule &rule);
    void apply(Rule &rule) const;
    [[nodiscard]] QString whyNot() const;
    /// Whether any of it is not as every rule has it.
    [[nodiscard]] static bool isUsedBy(const Rule &rule);

Q_SIGNALS:
    void changed();

private:
    const client::Rules &m_rules;
    QLineEdit *m_group;
    QLineEdit *m_labels;
    QListWidget *m_suppress;
    TimeField *m_cooldown;
    QDoubleSpinBox *m_multiplier;
    TimeField *m_atMost;
};

} // namespace automation
