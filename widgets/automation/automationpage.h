// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/channels.h"
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

/// What Belfry does by itself: the rules that raise alerts, and who is told of them.
class AutomationPage final : public QWidget
{
    Q_OBJECT
public:
    AutomationPage(client::Rules &rules, client::Channels &channels, const client::Devices &devices,
                   core::Clock &clock, QWidget *parent = nullptr);

    /// Shows the tab of that id: rules, channels, routes, oncall or messages. False when there is none.
    bool showTab(const QString &id);
    [[nodiscard]] QString tab() const;
    /// Shows that rule.
    void showRule(const QString &id);
    /// Opens the editor for a new rule, filled with what is wished.
    void askForRule(const Rule &wish = {});
    void askToImport();

Q_SIGNALS:
    void selected(const client::FactSource &source);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void addTab(const QString &id, const QString &title, QWidget *panel);
    void watch();

    client::Channels &m_channels;
    QStringList m_titles;
    QStringList m_tabs; ///< ids, as they stand
    kit::Segmented *m_choice;
    QStackedWidget *m_stack;
    RulesPanel *m_rules;
};

} // namespace automation
