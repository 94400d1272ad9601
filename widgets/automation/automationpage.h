// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/devices.h"
#include "client/facts.h"
#include "client/rules.h"

#include <QWidget>

class QStackedWidget;

namespace kit {
class Segmented;
} // namespace kit

namespace automation {

class RulesPanel;

/// What Belfry does by itself: the rules that raise alerts.
class AutomationPage final : public QWidget
{
    Q_OBJECT
public:
    AutomationPage(client::Rules &rules, const client::Devices &devices, core::Clock &clock,
                   QWidget *parent = nullptr);

    /// Shows the tab of that id. False when there is none.
    bool showTab(const QString &id);
    [[nodiscard]] QString tab() const;
    /// Shows that rule.
    void showRule(const QString &id);
    /// Opens the editor for a new rule, filled with what is wished.
    void askForRule(const Rule &wish = {});
    void askToImport();

Q_SIGNALS:
    void selected(const client::FactSource &source);

private:
    void addTab(const QString &id, QWidget *panel);

    QStringList m_tabs; ///< ids, as they stand
    kit::Segmented *m_choice;
    QStackedWidget *m_stack;
    RulesPanel *m_rules;
};

} // namespace automation
