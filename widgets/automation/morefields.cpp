// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/morefields.h"

#include "automation/labeltext.h"
#include "automation/timefield.h"
#include "kit/tokens.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>

namespace automation {

namespace {
constexpr int suppressHeight = 84;
constexpr int longestGroup = 512;
constexpr double mostTimes = 10;
constexpr double timesStep = 0.5;
} // namespace

MoreFields::MoreFields(const client::Rules &rules, QWidget *parent)
    : QWidget(parent), m_rules(rules), m_group(new QLineEdit), m_labels(new QLineEdit),
      m_suppress(new QListWidget), m_cooldown(new TimeField(tr("Time between two alerts"))),
      m_multiplier(new QDoubleSpinBox), m_atMost(new TimeField(tr("At most")))
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(kit::tokens::FormGap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_group->setMaxLength(longestGroup);
    m_group->setAccessibleName(tr("One alert for each"));
    m_group->setPlaceholderText(tr("every series; or as source, department"));
    form->addRow(tr("One alert for eac&h:"), m_group);
    m_labels->setMaxLength(longestGroup);
    m_labels->setAccessibleName(tr("Labels of its alerts"));
    m_labels->setPlaceholderText(tr("as team=network"));
    form->addRow(tr("&Labels of its alerts:"), m_labels);
    m_suppress->setAccessibleName(tr("Silent meanwhile"));
    m_suppress->setFixedHeight(suppressHeight);
    m_suppress->setTabKeyNavigation(false);
    form->addRow(tr("Silent &meanwhile:"), m_suppress);
    form->addRow(tr("&Between two alerts:"), m_cooldown);
    m_multiplier->setRange(1, mostTimes);
    m_multiplier->setSingleStep(timesStep);
    m_multiplier->setDecimals(1);
    m_multiplier->setSuffix(tr(" times"));
    m_multiplier->setAccessibleName(tr("How much longer with every return"));
    auto *guard = new QHBoxLayout;
    guard->setSpacing(kit::tokens::Space2);
    guard->addWidget(m_multiplier);
    guard->addWidget(new QLabel(tr("longer, at most")));
    guard->addWidget(m_atMost);
    guard->addStretch(1);
    auto *returns = new QLabel(tr("With every &return:"));
    returns->setBuddy(m_multiplier);
    form->addRow(returns, guard);
    for (QLineEdit *line : {m_group, m_labels})
        connect(line, &QLineEdit::textChanged, this, &MoreFields::changed);
    connect(m_suppress, &QListWidget::itemChanged, this, &MoreFields::changed);
    connect(m_multiplier, &QDoubleSpinBox::valueChanged, this, &MoreFields::changed);
    for (TimeField *time : {m_cooldown, m_atMost})
        connect(time, &TimeField::changed, this, &MoreFields::changed);
}

void MoreFields::setRule(const Rule &rule)
{
    const QSignalBlocker quiet(this);
    m_group->setText(rule.groupBy.join(QStringLiteral(", ")));
    m_labels->setText(labelText(rule.labels));
    m_cooldown->setSeconds(rule.cooldown);
    m_multiplier->setValue(rule.flap.multiplier);
    m_atMost->setSeconds(rule.flap.atMost);
    m_suppress->clear();
    QStringList known;
    const auto add = [this, &rule](const QString &id, const QString &name) {
        auto *item = new QListWidgetItem(name, m_suppress);
        item->setData(Qt::UserRole, id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(rule.suppress.contains(id) ? Qt::Checked : Qt::Unchecked);
    };
    for (const bool isTicked : {true, false}) {
        for (const RuleStanding &standing : m_rules.all()) {
            known << standing.rule.id;
            if (standing.rule.id != rule.id && rule.suppress.contains(standing.rule.id) == isTicked)
                add(standing.rule.id, standing.rule.name);
        }
    }
    for (const QString &id : rule.suppress) {
        if (!known.contains(id))
            add(id, id);
    }
}

void MoreFields::apply(Rule &rule) const
{
    rule.groupBy.clear();
    const QStringList parts = m_group->text().split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            rule.groupBy << part.trimmed();
    }
    rule.labels = labelsIn(m_labels->text()).value_or(rule.labels);
    rule.cooldown = m_cooldown->seconds();
    rule.flap.multiplier = m_multiplier->value();
    rule.flap.atMost = m_atMost->seconds();
    rule.suppress.clear();
    for (int row = 0; row < m_suppress->count(); ++row) {
        if (m_suppress->item(row)->checkState() == Qt::Checked)
            rule.suppress << m_suppress->item(row)->data(Qt::UserRole).toString();
    }
}

QString MoreFields::whyNot() const
{
    return labelsIn(m_labels->text()) ? QString()
                                      : tr("Write the labels of its alerts as team=network, site=north.");
}

bool MoreFields::isUsedBy(const Rule &rule)
{
    const Rule usual;
    return rule.groupBy != usual.groupBy || rule.labels != usual.labels || rule.suppress != usual.suppress ||
           rule.cooldown != usual.cooldown || rule.flap != usual.flap;
}

} // namespace automation
