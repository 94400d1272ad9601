// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "automation/sketch.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QPlainTextEdit;
class QStackedWidget;

namespace kit {
class Label;
class Segmented;
} // namespace kit

namespace automation {

class MeasureField;
class NumberField;
class TimeField;

/// What a rule waits for: something that is measured, a state, something that runs full; whatever else there
/// is, as text.
class ConditionForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ConditionForm(QWidget *parent = nullptr);

    void setRule(const Rule &rule);
    /// Writes kind, condition and thresholds into a rule.
    void apply(Rule &rule) const;
    /// What is wrong with what was typed, before anybody is asked; empty: nothing.
    [[nodiscard]] QString whyNot() const;
    /// What the server said of the condition; it is shown where the condition is a text.
    void setFault(const QString &sentence);
    /// Offers these series as well.
    void offer(const QStringList &series);

Q_SIGNALS:
    void changed();

private:
    enum Part { Measure, State, Forecast, Text };

    QWidget *buildMeasure();
    QWidget *buildState();
    QWidget *buildForecast();
    QWidget *buildText();
    void show(const Sketch &sketch, const Rule &rule);
    void showText(const Rule &rule);
    void turn(int part);
    void choose(int part);
    void refreshUnits();
    void refreshStates(const QString &chosen = {});
    [[nodiscard]] Sketch sketch() const;

    int m_shown = Measure;
    kit::Segmented *m_part;
    QStackedWidget *m_stack;
    QComboBox *m_aggregate = nullptr;
    MeasureField *m_measure = nullptr;
    TimeField *m_window = nullptr;
    QComboBox *m_sign = nullptr;
    NumberField *m_raise = nullptr;
    NumberField *m_clear = nullptr;
    QComboBox *m_thing = nullptr;
    QComboBox *m_is = nullptr;
    QComboBox *m_state = nullptr;
    QCheckBox *m_expected = nullptr;
    MeasureField *m_filling = nullptr;
    NumberField *m_target = nullptr;
    TimeField *m_within = nullptr;
    TimeField *m_trend = nullptr;
    QComboBox *m_kind = nullptr;
    QPlainTextEdit *m_text = nullptr;
    NumberField *m_textRaise = nullptr;
    NumberField *m_textClear = nullptr;
    kit::Label *m_fault = nullptr;
    std::optional<double> m_forecastClear; ///< of the rule that is shown: the form does not ask for it
};

} // namespace automation
