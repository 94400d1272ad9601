// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/ruleeditor.h"

#include "automation/conditionform.h"
#include "automation/morefields.h"
#include "automation/rulepreview.h"
#include "automation/rulewords.h"
#include "automation/sourcefield.h"
#include "automation/timefield.h"
#include "catalog/metrics.h"
#include "kit/banner.h"
#include "kit/button.h"
#include "kit/format.h"
#include "kit/glyph.h"
#include "kit/label.h"
#include "kit/segmented.h"
#include "kit/tokens.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>

namespace automation {

namespace {
namespace tokens = kit::tokens;
constexpr QSize editorSize{980, 660};
constexpr int previewWidth = 370;
constexpr int longestRuleName = 256;
constexpr int longestSummary = 1024;
constexpr int mildest = 1;
constexpr int worst = 10;
} // namespace

RuleEditor::RuleEditor(client::Rules &rules, const client::Devices &devices, core::Clock &clock,
                       QWidget *parent)
    : QDialog(parent), m_rules(rules), m_title(new kit::Label({}, kit::TextRole::PageTitle)),
      m_error(new kit::Banner(kit::Status::High, QString())), m_form(nullptr), m_name(new QLineEdit),
      m_condition(new ConditionForm), m_source(new SourceField(devices)), m_holdFor(new TimeField(tr("For"))),
      m_keepFiring(new TimeField(tr("Keeps firing for"))), m_noData(new QComboBox), m_severity(new QComboBox),
      m_summary(new QLineEdit), m_moreButton(new QPushButton(tr("Mo&re"))), m_more(new MoreFields(rules)),
      m_preview(new RulePreview(rules, devices, clock)), m_save(new kit::PrimaryButton(tr("&Save")))
{
    resize(editorSize);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space6, tokens::Space6, tokens::Space6, tokens::Space4);
    column->setSpacing(tokens::Space3);
    m_title->setElide(Qt::ElideMiddle);
    column->addWidget(m_title);
    m_error->setClosable(false);
    m_error->hide();
    column->addWidget(m_error);
    auto *fields = new QWidget;
    auto *whole = new QVBoxLayout(fields);
    whole->setContentsMargins(0, 0, tokens::Space2, 0);
    m_form = new QFormLayout;
    m_form->setContentsMargins(0, 0, 0, 0);
    whole->addLayout(m_form);
    whole->addStretch(1);
    m_form->setSpacing(tokens::FormGap);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(fields);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::Space4);
    row->addWidget(scroll, 1);
    m_preview->setFixedWidth(previewWidth);
    row->addWidget(m_preview);
    column->addLayout(row, 1);
    buildFields();
    buildButtons();
    connect(&m_rules, &client::Rules::changed, this, &RuleEditor::refreshSave);
    connect(m_preview, &RulePreview::judged, m_condition, &ConditionForm::setFault);
    offerSeries();
    setRule({});
}

void RuleEditor::buildFields()
{
    m_name->setMaxLength(longestRuleName);
    m_name->setAccessibleName(tr("Name"));
    m_form->addRow(tr("&Name:"), m_name);
    m_form->addRow(tr("&When:"), m_condition);
    m_form->addRow(tr("O&f:"), m_source);
    buildTimes();
    buildSeverity();
    m_summary->setMaxLength(longestSummary);
    m_summary->setAccessibleName(tr("What its alerts say"));
    m_summary->setPlaceholderText(tr("{source} is at {value} ({name})"));
    m_summary->setToolTip(tr(
        "{value}, {threshold}, {state}, {rule}, {severity}, {source}, {name} and every label are filled in"));
    m_form->addRow(tr("Sa&ys:"), m_summary);
    m_moreButton->setCheckable(true);
    m_moreButton->setAutoDefault(false);
    m_moreButton->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_moreButton, &QPushButton::toggled, m_more, &QWidget::setVisible);
    connect(m_moreButton, &QPushButton::toggled, this, [this](bool isShown) {
        m_moreButton->setText(isShown ? tr("Less") : tr("Mo&re"));
        m_moreButton->setAccessibleDescription(isShown ? tr("shown") : tr("hidden"));
    });
    m_form->addRow(QString(), m_moreButton);
    m_form->addRow(m_more);
    m_more->hide();
    for (QLineEdit *line : {m_name, m_summary})
        connect(line, &QLineEdit::textChanged, this, &RuleEditor::change);
    connect(m_condition, &ConditionForm::changed, this, &RuleEditor::change);
    connect(m_source, &SourceField::changed, this, &RuleEditor::change);
    connect(m_more, &MoreFields::changed, this, &RuleEditor::change);
}

void RuleEditor::buildTimes()
{
    auto *times = new QHBoxLayout;
    times->setSpacing(tokens::Space2);
    times->addWidget(m_holdFor);
    auto *keep = new QLabel(tr("then until it is well for"));
    keep->setBuddy(m_keepFiring);
    times->addWidget(keep);
    times->addWidget(m_keepFiring);
    times->addStretch(1);
    auto *hold = new QLabel(tr("Fo&r:"));
    hold->setBuddy(m_holdFor);
    m_form->addRow(hold, times);
    m_noData->setAccessibleName(tr("Silence means"));
    for (const NoData one : {NoData::Keep, NoData::Ok, NoData::Alert})
        m_noData->addItem(words::noDataTitle(one), int(one));
    m_form->addRow(tr("Silence &means:"), m_noData);
    for (TimeField *time : {m_holdFor, m_keepFiring})
        connect(time, &TimeField::changed, this, &RuleEditor::change);
    connect(m_noData, &QComboBox::currentIndexChanged, this, &RuleEditor::change);
}

void RuleEditor::buildSeverity()
{
    m_severity->setAccessibleName(tr("Severity"));
    for (int severity = worst; severity >= mildest; --severity)
        m_severity->addItem(kit::glyphIcon(kit::statusOfSeverity(severity)), words::severity(severity),
                            severity);
    m_form->addRow(tr("Se&verity:"), m_severity);
    connect(m_severity, &QComboBox::currentIndexChanged, this, &RuleEditor::change);
}

void RuleEditor::buildButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::Space2);
    row->addStretch(1);
    auto *cancel = new QPushButton(tr("&Cancel"));
    cancel->setAutoDefault(false);
    m_save->setDefault(true);
    row->addWidget(cancel);
    row->addWidget(m_save);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(cancel, &QPushButton::clicked, this, &RuleEditor::reject);
    connect(m_save, &QPushButton::clicked, this, &RuleEditor::save);
}

/// What is recorded of this machine; what is recorded of devices is among the usual ones.
void RuleEditor::offerSeries()
{
    client::ask(m_rules.mirror().link(), metrics::Series{}, this,
                [this](const core::Result<metrics::Series::Reply> &reply) {
                    QStringList names;
                    if (reply) {
                        for (const metrics::Series::Item &item : reply->series)
                            names << item.name;
                    }
                    m_condition->offer(names);
                });
}

void RuleEditor::setRule(const Rule &rule)
{
    m_before = rule;
    const QString title = rule.id.isEmpty() ? tr("New rule") : tr("Rule: %1").arg(rule.name);
    setWindowTitle(title);
    m_title->setText(title);
    {
        const std::array<QSignalBlocker, 5> quiet{QSignalBlocker(m_name), QSignalBlocker(m_summary),
                                                  QSignalBlocker(m_source), QSignalBlocker(m_noData),
                                                  QSignalBlocker(m_severity)};
        m_name->setText(rule.name);
        m_condition->setRule(rule);
        m_source->setSource(rule.source);
        m_holdFor->setSeconds(rule.holdFor);
        m_keepFiring->setSeconds(rule.keepFiringFor);
        m_noData->setCurrentIndex(m_noData->findData(int(rule.noData)));
        m_severity->setCurrentIndex(m_severity->findData(std::clamp(rule.severity, mildest, worst)));
        m_summary->setText(rule.summary);
        m_more->setRule(rule);
    }
    m_moreButton->setChecked(MoreFields::isUsedBy(rule));
    change();
}

Rule RuleEditor::rule() const
{
    Rule rule = m_before;
    rule.name = m_name->text().trimmed();
    m_condition->apply(rule);
    rule.source = m_source->source();
    rule.holdFor = m_holdFor->seconds();
    rule.keepFiringFor = m_keepFiring->seconds();
    rule.noData = NoData(m_noData->currentData().toInt());
    rule.severity = m_severity->currentData().toInt();
    rule.summary = m_summary->text().trimmed();
    m_more->apply(rule);
    return rule;
}

void RuleEditor::showPreview()
{
    if (auto *time = m_preview->findChild<kit::Segmented *>())
        time->setFocus(Qt::OtherFocusReason);
}

QString RuleEditor::whyNot() const
{
    for (const QString &why : {m_condition->whyNot(), m_source->whyNot(), m_more->whyNot()}) {
        if (!why.isEmpty())
            return why;
    }
    return {};
}

void RuleEditor::change()
{
    m_error->hide();
    m_preview->setRule(rule(), whyNot());
    refreshSave();
}

void RuleEditor::refreshSave()
{
    QString why = m_rules.whyNotSet();
    if (why.isEmpty() && m_name->text().trimmed().isEmpty())
        why = tr("Give the rule a name.");
    if (why.isEmpty())
        why = whyNot();
    m_save->setEnabled(why.isEmpty() && !m_isSaving);
    m_save->setToolTip(kit::format::tooltip(why));
    m_save->setAccessibleDescription(why);
}

void RuleEditor::save()
{
    m_isSaving = true;
    refreshSave();
    m_rules.perform(SetRule{rule()}, this, [this](const core::Result<RuleStanding> &reply) {
        m_isSaving = false;
        refreshSave();
        if (!reply) {
            m_error->setText(reply.error().message);
            m_error->show();
            return;
        }
        accept();
        Q_EMIT saved(*reply);
    });
}

void RuleEditor::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_name->setFocus();
}

} // namespace automation
