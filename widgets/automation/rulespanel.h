// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/devices.h"
#include "client/facts.h"
#include "client/rules.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLineEdit;
class QStackedLayout;
class QTableView;
class QVBoxLayout;

namespace kit {
class Banner;
class Card;
class EmptyState;
class Label;
class ToastArea;
} // namespace kit

namespace automation {

class RuleFilter;
class RuleTable;

/// The rules, what each does now, and what can be done to them.
class RulesPanel final : public QWidget
{
    Q_OBJECT
public:
    RulesPanel(client::Rules &rules, const client::Devices &devices, core::Clock &clock,
               QWidget *parent = nullptr);

    /// Chooses that rule.
    void showRule(const QString &id);
    /// Opens the editor for a rule that is not there yet.
    void askForNew(const Rule &wish = {});
    /// Opens the sheet that takes rules from a file.
    void askToImport();

Q_SIGNALS:
    void selected(const client::FactSource &source);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHead(QVBoxLayout &column);
    void buildTable(QVBoxLayout &column);
    void buildDeeds(QVBoxLayout &column);
    QAction *addAction(const QString &text, QHBoxLayout &row, bool isMain = false);
    void refresh();
    void refreshCount();
    void refreshDeeds();
    void say(const QString &error);
    void edit(const Rule &rule, bool isTested = false);
    void switchOver(const QString &id, bool on);
    void duplicate();
    void remove();
    void exportRules();
    void choose();
    bool turnTo(const QString &id);
    [[nodiscard]] const RuleStanding *chosen() const;
    [[nodiscard]] client::FactSource factsOf(const QString &id) const;

    client::Rules &m_rules;
    const client::Devices &m_devices;
    core::Clock &m_clock;
    kit::Label *m_summary;
    kit::Banner *m_error;
    kit::Card *m_card;
    QLineEdit *m_filter;
    QStackedLayout *m_stack;
    kit::EmptyState *m_empty;
    RuleTable *m_model;
    RuleFilter *m_shown;
    QTableView *m_table;
    kit::ToastArea *m_toasts;
    QAction *m_new = nullptr;
    QAction *m_import = nullptr;
    QAction *m_export = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_test = nullptr;
    QAction *m_duplicate = nullptr;
    QAction *m_switch = nullptr;
    QAction *m_remove = nullptr;
    QString m_wanted;       ///< to be chosen once it is there
    bool m_isStale = false; ///< what the strip says is that the rows may be old
};

} // namespace automation
