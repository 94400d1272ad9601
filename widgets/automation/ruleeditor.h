// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/devices.h"
#include "client/rules.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace kit {
class Banner;
class Label;
class PrimaryButton;
} // namespace kit

namespace automation {

class ConditionForm;
class MoreFields;
class RulePreview;
class SourceField;
class TimeField;

/// Writes a rule, and tells beside it how often that would have fired.
class RuleEditor final : public QDialog
{
    Q_OBJECT
public:
    RuleEditor(client::Rules &rules, const client::Devices &devices, core::Clock &clock,
               QWidget *parent = nullptr);

    /// One without an id is a new one.
    void setRule(const Rule &rule);
    /// As it is filled in.
    [[nodiscard]] Rule rule() const;
    /// Puts the focus to what it would have done.
    void showPreview();

Q_SIGNALS:
    void saved(const RuleStanding &standing);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildFields();
    void buildTimes();
    void buildSeverity();
    void buildButtons();
    void offerSeries();
    void change();
    void refreshSave();
    void save();
    [[nodiscard]] QString whyNot() const;

    client::Rules &m_rules;
    Rule m_before; ///< what is changed; what no field shows stays
    kit::Label *m_title;
    kit::Banner *m_error;
    QFormLayout *m_form;
    QLineEdit *m_name;
    ConditionForm *m_condition;
    SourceField *m_source;
    TimeField *m_holdFor;
    TimeField *m_keepFiring;
    QComboBox *m_noData;
    QComboBox *m_severity;
    QLineEdit *m_summary;
    QPushButton *m_moreButton;
    MoreFields *m_more;
    RulePreview *m_preview;
    kit::PrimaryButton *m_save;
    bool m_isSaving = false;
};

} // namespace automation
