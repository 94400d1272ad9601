// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/rule.h"
#include "client/devices.h"

#include <QWidget>

class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace kit {
class Segmented;
} // namespace kit

namespace automation {

/// Whose values a rule looks at: everybody's, of those that are ticked, or of those that carry labels.
class SourceField final : public QWidget
{
    Q_OBJECT
public:
    explicit SourceField(const client::Devices &devices, QWidget *parent = nullptr);

    void setSource(const RuleSource &source);
    [[nodiscard]] RuleSource source() const;
    /// What is wrong with what was typed; empty: nothing.
    [[nodiscard]] QString whyNot() const;

Q_SIGNALS:
    void changed();

private:
    void buildNamed();
    void fill(const QStringList &ticked);
    void filter(const QString &text);
    void turn(int part);

    const client::Devices &m_devices;
    kit::Segmented *m_part;
    QStackedWidget *m_stack;
    QLineEdit *m_filter;
    QListWidget *m_list;
    QLineEdit *m_labels;
    RuleSource m_before; ///< what the parts that are not shown would lose
};

} // namespace automation
