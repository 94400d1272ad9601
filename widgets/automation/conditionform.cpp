// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/conditionform.h"

#include "automation/measurefield.h"
#include "automation/numberfield.h"
#include "automation/rulewords.h"
#include "automation/timefield.h"
#include "kit/label.h"
#include "kit/segmented.h"
#include "kit/theme.h"
#include "kit/tokens.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace automation {

namespace {
namespace tokens = kit::tokens;
constexpr int conditionLines = 4;
constexpr qint64 usualTrend = 6 * 3600;
constexpr qint64 usualForecast = 86400;
const QString deviceStatus = QStringLiteral("device.status");
const QString serviceStatus = QStringLiteral("service.status");

QStringList conditionParts()
{
    return {ConditionForm::tr("Measured"), ConditionForm::tr("State"), ConditionForm::tr("Runs full"),
            ConditionForm::tr("As text")};
}

QComboBox *wordBox(const QString &name, const QStringList &words, QString (*title)(const QString &))
{
    auto *box = new QComboBox;
    box->setAccessibleName(name);
    for (const QString &word : words)
        box->addItem(title(word), word);
    return box;
}

/// Fields in a line, with words between them.
QHBoxLayout *lineOf(std::initializer_list<QWidget *> parts)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::Space2);
    for (QWidget *part : parts)
        row->addWidget(part);
    row->addStretch(1);
    return row;
}

QLabel *wordBefore(const QString &text, QWidget *field)
{
    auto *label = new QLabel(text);
    label->setBuddy(field);
    return label;
}

QWidget *pageOf(std::initializer_list<QHBoxLayout *> lines)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::FormGap);
    for (QHBoxLayout *line : lines)
        column->addLayout(line);
    return page;
}

void pick(QComboBox &box, const QString &word)
{
    if (box.findData(word) < 0)
        box.addItem(word, word);
    box.setCurrentIndex(box.findData(word));
}
} // namespace

ConditionForm::ConditionForm(QWidget *parent)
    : QWidget(parent), m_part(new kit::Segmented(conditionParts())), m_stack(new QStackedWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::FormGap);
    m_part->setAccessibleName(tr("What the rule waits for"));
    column->addWidget(m_part, 0, Qt::AlignLeading);
    for (QWidget *page : {buildMeasure(), buildState(), buildForecast(), buildText()})
        m_stack->addWidget(page);
    m_stack->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    column->addWidget(m_stack);
    setFocusProxy(m_part);
    connect(m_part, &kit::Segmented::chosen, this, &ConditionForm::choose);
    setRule({});
}

QWidget *ConditionForm::buildMeasure()
{
    m_aggregate = wordBox(tr("How values are summed up"),
                          {QStringLiteral("avg"), QStringLiteral("min"), QStringLiteral("max"),
                           QStringLiteral("last"), QStringLiteral("sum"), QStringLiteral("rate"),
                           QStringLiteral("delta"), QStringLiteral("p95")},
                          &words::aggregateTitle);
    m_measure = new MeasureField(tr("What is measured"));
    m_window = new TimeField(tr("Time that is summed up"));
    m_sign = wordBox(tr("Comparison"),
                     {QStringLiteral(">="), QStringLiteral(">"), QStringLiteral("<="), QStringLiteral("<")},
                     &words::signTitle);
    m_raise = new NumberField(tr("Threshold"));
    m_clear = new NumberField(tr("Well again at"));
    m_clear->setPlaceholder(tr("the same"));
    for (QComboBox *box : {m_aggregate, m_sign})
        connect(box, &QComboBox::currentIndexChanged, this, &ConditionForm::changed);
    connect(m_aggregate, &QComboBox::currentIndexChanged, this, &ConditionForm::refreshUnits);
    connect(m_measure, &MeasureField::currentIndexChanged, this, [this] {
        refreshUnits();
        Q_EMIT changed();
    });
    connect(m_window, &TimeField::changed, this, &ConditionForm::changed);
    for (NumberField *number : {m_raise, m_clear})
        connect(number, &NumberField::changed, this, &ConditionForm::changed);
    QHBoxLayout *what = lineOf({m_measure});
    what->setStretchFactor(m_measure, 1);
    return pageOf({what, lineOf({m_aggregate, wordBefore(tr("o&f"), m_window), m_window}),
                   lineOf({m_sign, m_raise}), lineOf({wordBefore(tr("&well again at"), m_clear), m_clear})});
}

QWidget *ConditionForm::buildState()
{
    m_thing = wordBox(tr("What has the state"), {deviceStatus, serviceStatus}, &words::measureTitle);
    m_is = new QComboBox;
    m_is->setAccessibleName(tr("Is or is not"));
    m_is->addItem(tr("is"), false);
    m_is->addItem(tr("is not"), true);
    m_state = new QComboBox;
    m_state->setAccessibleName(tr("State"));
    m_expected = new QCheckBox(tr("only what sho&uld be up"));
    connect(m_thing, &QComboBox::currentIndexChanged, this, [this] {
        refreshStates();
        Q_EMIT changed();
    });
    for (QComboBox *box : {m_is, m_state})
        connect(box, &QComboBox::currentIndexChanged, this, &ConditionForm::changed);
    connect(m_expected, &QCheckBox::toggled, this, &ConditionForm::changed);
    return pageOf({lineOf({m_thing, m_is, m_state}), lineOf({m_expected})});
}

QWidget *ConditionForm::buildForecast()
{
    m_filling = new MeasureField(tr("What runs full"));
    m_target = new NumberField(tr("Full is"));
    m_within = new TimeField(tr("Within"));
    m_trend = new TimeField(tr("As it went in the last"));
    connect(m_filling, &MeasureField::currentIndexChanged, this, [this] {
        refreshUnits();
        Q_EMIT changed();
    });
    connect(m_target, &NumberField::changed, this, &ConditionForm::changed);
    for (TimeField *time : {m_within, m_trend})
        connect(time, &TimeField::changed, this, &ConditionForm::changed);
    QHBoxLayout *what = lineOf({m_filling});
    what->setStretchFactor(m_filling, 1);
    return pageOf({what,
                   lineOf({wordBefore(tr("reac&hes"), m_target), m_target,
                           wordBefore(tr("w&ithin"), m_within), m_within}),
                   lineOf({wordBefore(tr("if it goes on as in the &last"), m_trend), m_trend})});
}

QWidget *ConditionForm::buildText()
{
    m_kind = new QComboBox;
    m_kind->setAccessibleName(tr("Kind of rule"));
    m_kind->addItem(tr("of what is measured"), int(RuleKind::Metric));
    m_kind->addItem(tr("of states"), int(RuleKind::State));
    m_kind->addItem(tr("of silence"), int(RuleKind::Absence));
    m_kind->addItem(tr("of other rules"), int(RuleKind::Composite));
    m_text = new QPlainTextEdit;
    m_text->setAccessibleName(tr("Condition"));
    m_text->setPlaceholderText(QStringLiteral("avg(cpu.usage[1m]) >= raise"));
    m_text->setFont(kit::monoFont(tokens::BodyPt));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * conditionLines + tokens::Space3);
    m_textRaise = new NumberField(tr("What raise stands for"));
    m_textClear = new NumberField(tr("Well again at"));
    m_textClear->setPlaceholder(tr("the same"));
    m_fault = new kit::Label({}, kit::TextRole::Hint);
    m_fault->setWordWrap(true);
    m_fault->hide();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ConditionForm::changed);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ConditionForm::changed);
    for (NumberField *number : {m_textRaise, m_textClear})
        connect(number, &NumberField::changed, this, &ConditionForm::changed);
    QWidget *page = pageOf({lineOf({m_kind})});
    auto *column = static_cast<QVBoxLayout *>(page->layout());
    column->addWidget(m_text);
    column->addWidget(m_fault);
    column->addLayout(lineOf({wordBefore(tr("raise is"), m_textRaise), m_textRaise,
                              wordBefore(tr("&well again at"), m_textClear), m_textClear}));
    return page;
}

void ConditionForm::setRule(const Rule &rule)
{
    const QSignalBlocker quiet(this);
    const bool isNew = rule.condition.isEmpty();
    const auto sketched = isNew ? std::optional(Sketch()) : sketchOf(rule.kind, rule.condition);
    Sketch state;
    state.name = deviceStatus;
    state.state = QStringLiteral("offline");
    state.isExpectedUp = true;
    state.form = Sketch::Form::State;
    Sketch forecast;
    forecast.form = Sketch::Form::Forecast;
    forecast.name = QStringLiteral("volume.usage.*");
    forecast.window = usualTrend;
    forecast.threshold = usualForecast;
    Rule usual;
    usual.raise = 90;
    usual.clear = 85;
    // What is not shown has something sensible in it, for whoever turns there.
    for (const Sketch &one : {forecast, state, Sketch()})
        show(one, usual);
    showText(rule);
    if (sketched)
        show(*sketched, isNew ? usual : rule);
    turn(sketched ? int(sketched->form) : Text);
}

void ConditionForm::show(const Sketch &sketch, const Rule &rule)
{
    const std::optional<double> threshold = sketch.threshold ? sketch.threshold : rule.raise;
    switch (sketch.form) {
    case Sketch::Form::Measure:
        m_measure->setName(sketch.name);
        pick(*m_aggregate, sketch.aggregate);
        m_window->setSeconds(sketch.window);
        pick(*m_sign, sketch.sign);
        refreshUnits();
        m_raise->setValue(threshold);
        m_clear->setValue(rule.clear);
        break;
    case Sketch::Form::State:
        pick(*m_thing, sketch.name);
        refreshStates(sketch.state);
        m_is->setCurrentIndex(sketch.isNot ? 1 : 0);
        m_expected->setChecked(sketch.isExpectedUp);
        break;
    case Sketch::Form::Forecast:
        m_filling->setName(sketch.name);
        refreshUnits();
        m_target->setValue(sketch.target);
        m_within->setSeconds(qint64(threshold.value_or(usualForecast)));
        m_trend->setSeconds(sketch.window);
        m_forecastClear = sketch.threshold ? std::nullopt : rule.clear;
        break;
    }
}

void ConditionForm::showText(const Rule &rule)
{
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(rule.kind))));
    m_text->setPlainText(rule.condition);
    m_textRaise->setValue(rule.raise);
    m_textClear->setValue(rule.clear);
}

/// What was filled in is taken along, as far as the other part can hold it.
void ConditionForm::choose(int part)
{
    Rule rule;
    apply(rule);
    {
        const QSignalBlocker quiet(this);
        if (part == Text)
            showText(rule);
        else if (m_shown == Text) {
            if (const auto sketched = sketchOf(rule.kind, rule.condition);
                sketched && int(sketched->form) == part)
                show(*sketched, rule);
        }
        turn(part);
    }
    Q_EMIT changed();
}

void ConditionForm::turn(int part)
{
    m_shown = part;
    m_part->setCurrent(part);
    m_stack->setCurrentIndex(part);
    for (int place = 0; place < m_stack->count(); ++place)
        m_stack->widget(place)->setSizePolicy(QSizePolicy::Expanding,
                                              place == part ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_stack->adjustSize();
}

void ConditionForm::refreshUnits()
{
    const QString unit = words::unitOf(m_measure->name());
    for (NumberField *number : {m_raise, m_clear})
        number->setUnit(unit);
    m_target->setUnit(words::unitOf(m_filling->name()));
}

void ConditionForm::refreshStates(const QString &chosen)
{
    const QSignalBlocker quiet(m_state);
    m_state->clear();
    const bool isService = m_thing->currentData() == serviceStatus;
    const QStringList states = isService ? QStringList{QStringLiteral("inactive"), QStringLiteral("active")}
                                         : QStringList{QStringLiteral("offline"), QStringLiteral("away"),
                                                       QStringLiteral("unknown"), QStringLiteral("online")};
    for (const QString &state : states)
        m_state->addItem(words::stateTitle(state), state);
    if (!chosen.isEmpty())
        pick(*m_state, chosen);
    m_expected->setEnabled(!isService);
}

Sketch ConditionForm::sketch() const
{
    Sketch out;
    out.form = Sketch::Form(m_shown);
    switch (out.form) {
    case Sketch::Form::Measure:
        out.aggregate = m_aggregate->currentData().toString();
        out.name = m_measure->name();
        out.window = m_window->seconds();
        out.sign = m_sign->currentData().toString();
        break;
    case Sketch::Form::State:
        out.name = m_thing->currentData().toString();
        out.isNot = m_is->currentData().toBool();
        out.state = m_state->currentData().toString();
        out.isExpectedUp = m_expected->isEnabled() && m_expected->isChecked();
        break;
    case Sketch::Form::Forecast:
        out.name = m_filling->name();
        out.window = m_trend->seconds();
        out.target = m_target->value().value_or(0);
        out.sign = QStringLiteral("<");
        break;
    }
    return out;
}

void ConditionForm::apply(Rule &rule) const
{
    rule.raise.reset();
    rule.clear.reset();
    if (m_shown == Text) {
        rule.kind = RuleKind(m_kind->currentData().toInt());
        rule.condition = m_text->toPlainText().trimmed();
        rule.raise = m_textRaise->value();
        rule.clear = m_textClear->value();
        return;
    }
    rule.kind = m_shown == State ? RuleKind::State : RuleKind::Metric;
    rule.condition = sketch().condition();
    if (m_shown == Measure) {
        rule.raise = m_raise->value();
        rule.clear = m_clear->value();
    } else if (m_shown == Forecast) {
        rule.raise = double(m_within->seconds());
        if (m_forecastClear && *m_forecastClear >= *rule.raise)
            rule.clear = m_forecastClear;
    }
}

QString ConditionForm::whyNot() const
{
    const QString noNumber = tr("A threshold is a number, such as 90.");
    switch (m_shown) {
    case Measure:
        if (m_measure->name().isEmpty())
            return tr("Say what is measured.");
        if (m_window->seconds() == 0)
            return tr("Say over which time the values are summed up.");
        return m_raise->value() && m_clear->isSound() ? QString() : noNumber;
    case Forecast:
        if (m_filling->name().isEmpty())
            return tr("Say what runs full.");
        if (m_within->seconds() == 0 || m_trend->seconds() == 0)
            return tr("Say within which time it is full, and from which time that is told.");
        return m_target->value() ? QString() : noNumber;
    case Text:
        if (m_text->toPlainText().trimmed().isEmpty())
            return tr("Write a condition, such as avg(cpu.usage[1m]) >= 90.");
        return m_textRaise->isSound() && m_textClear->isSound() ? QString() : noNumber;
    default:
        return {};
    }
}

void ConditionForm::setFault(const QString &sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
}

void ConditionForm::offer(const QStringList &series)
{
    m_measure->offer(series);
    m_filling->offer(series);
}

} // namespace automation
