// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/rulespanel.h"

#include "automation/importsheet.h"
#include "automation/ruleeditor.h"
#include "automation/ruletable.h"
#include "automation/rulewords.h"
#include "kit/banner.h"
#include "kit/button.h"
#include "kit/card.h"
#include "kit/emptystate.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/toast.h"
#include "kit/tokens.h"

#include <QAction>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSaveFile>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>

namespace automation {

namespace {
namespace tokens = kit::tokens;
namespace format = kit::format;
constexpr int ruleFilterWidth = 240;
constexpr int widthForRules = 1000; // below, the condition needs the room more

void allow(QAction *action, const QString &whyNot)
{
    action->setEnabled(whyNot.isEmpty());
    action->setToolTip(whyNot);
}
} // namespace

RulesPanel::RulesPanel(client::Rules &rules, const client::Devices &devices, core::Clock &clock,
                       QWidget *parent)
    : QWidget(parent), m_rules(rules), m_devices(devices), m_clock(clock),
      m_summary(new kit::Label({}, kit::TextRole::Secondary)),
      m_error(new kit::Banner(kit::Status::High, QString())), m_card(new kit::Card(tr("Rules"))),
      m_filter(new QLineEdit), m_stack(new QStackedLayout),
      m_empty(new kit::EmptyState(kit::icon(kit::Symbol::Alerts),
                                  tr("Asking the server which rules there are."))),
      m_model(new RuleTable(rules, this)), m_shown(new RuleFilter(this)), m_table(new QTableView),
      m_toasts(new kit::ToastArea(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::CardGap);
    buildHead(*column);
    buildTable(*column);
    buildDeeds(*column);
    connect(&rules, &client::Rules::changed, this, &RulesPanel::refresh);
    connect(m_model, &RuleTable::switchWanted, this, &RulesPanel::switchOver);
    auto *find = new QShortcut(QKeySequence(QKeySequence::Find), this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filter, [this] { m_filter->setFocus(Qt::ShortcutFocusReason); });
    refresh();
}

void RulesPanel::buildHead(QVBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::Space2);
    row->addWidget(m_summary, 1);
    m_import = addAction(tr("&Import…"), *row);
    m_export = addAction(tr("E&xport…"), *row);
    m_new = addAction(tr("&New rule…"), *row, true);
    connect(m_import, &QAction::triggered, this, &RulesPanel::askToImport);
    connect(m_export, &QAction::triggered, this, &RulesPanel::exportRules);
    connect(m_new, &QAction::triggered, this, [this] { askForNew(); });
    column.addLayout(row);
    m_error->hide();
    connect(m_error, &kit::Banner::closed, m_error, &QWidget::hide);
    column.addWidget(m_error);
}

void RulesPanel::buildTable(QVBoxLayout &column)
{
    m_shown->setSourceModel(m_model);
    m_table->setModel(m_shown);
    m_table->setObjectName(QStringLiteral("rules"));
    m_table->setAccessibleName(tr("Rules"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(tokens::Row);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RuleTable::Name, Qt::AscendingOrder);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int part : {RuleTable::Name, RuleTable::Now})
        header->setSectionResizeMode(part, QHeaderView::Interactive);
    header->setSectionResizeMode(RuleTable::When, QHeaderView::Stretch);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RulesPanel::choose);
    connect(m_table, &QTableView::activated, this, [this] { m_edit->trigger(); });
    m_filter->setPlaceholderText(tr("Filter: name, condition, firing…"));
    m_filter->setAccessibleName(tr("Filter the rules"));
    m_filter->setToolTip(tr("Shows the rules that hold all these words (Ctrl+F)"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(ruleFilterWidth);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setText(text);
        refreshCount();
    });
    m_card->addHeaderWidget(m_filter);
    connect(m_empty, &kit::EmptyState::actionTriggered, this,
            [this] { m_filter->text().isEmpty() ? askForNew() : m_filter->clear(); });
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    m_card->content()->addLayout(m_stack, 1);
    column.addWidget(m_card, 1);
}

void RulesPanel::buildDeeds(QVBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::Space2);
    m_edit = addAction(tr("&Edit…"), *row);
    m_test = addAction(tr("&Test…"), *row);
    m_duplicate = addAction(tr("&Duplicate…"), *row);
    m_switch = addAction(tr("Switch &off"), *row);
    m_remove = addAction(tr("&Remove"), *row);
    m_remove->setShortcut(QKeySequence(QKeySequence::Delete));
    m_remove->setShortcutContext(Qt::WidgetShortcut);
    for (QAction *action : {m_edit, m_test, m_duplicate, m_switch, m_remove})
        m_table->addAction(action);
    connect(m_edit, &QAction::triggered, this, [this] { edit(chosen()->rule); });
    connect(m_test, &QAction::triggered, this, [this] { edit(chosen()->rule, true); });
    connect(m_duplicate, &QAction::triggered, this, &RulesPanel::duplicate);
    connect(m_switch, &QAction::triggered, this,
            [this] { switchOver(chosen()->rule.id, !chosen()->rule.isEnabled); });
    connect(m_remove, &QAction::triggered, this, &RulesPanel::remove);
    row->addStretch(1);
    column.addLayout(row);
}

QAction *RulesPanel::addAction(const QString &text, QHBoxLayout &row, bool isMain)
{
    auto *action = new QAction(text, this);
    auto *button = isMain ? static_cast<QPushButton *>(new kit::PrimaryButton(text)) : new QPushButton(text);
    button->setAutoDefault(false);
    connect(action, &QAction::changed, button, [button, action] {
        button->setText(action->text());
        button->setEnabled(action->isEnabled());
        // An action's own tooltip is its text, which the button shows already.
        const QString whyNot = action->isEnabled() ? QString() : action->toolTip();
        button->setToolTip(format::tooltip(whyNot));
        button->setAccessibleDescription(whyNot);
    });
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    row.addWidget(button);
    return action;
}

void RulesPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_rules.reload();
}

void RulesPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < widthForRules;
    m_table->setColumnWidth(RuleTable::Name, isNarrow ? 180 : 220);
    m_table->setColumnWidth(RuleTable::Now, isNarrow ? 140 : 200);
}

void RulesPanel::refresh()
{
    const client::Link &link = m_rules.mirror().link();
    const bool isLive = link.state() == client::Link::State::Live;
    const QString stale = isLive ? m_rules.trouble() : link.stateText();
    if (m_rules.isKnown() && !stale.isEmpty()) {
        m_isStale = true;
        m_error->setStatus(kit::Status::Medium);
        m_error->setClosable(false);
        m_error->setText(tr("What is shown may be old. %1").arg(stale));
        m_error->show();
    } else if (std::exchange(m_isStale, false)) {
        m_error->hide();
    }
    const QString before = m_table->currentIndex().data(RuleTable::IdRole).toString();
    m_model->refresh();
    if (!before.isEmpty() && m_table->currentIndex().data(RuleTable::IdRole).toString() != before)
        turnTo(before);
    if (!m_wanted.isEmpty())
        showRule(m_wanted);
    if (!m_rules.isKnown() && !stale.isEmpty())
        m_empty->setSentence(stale);
    refreshCount();
    refreshDeeds();
}

void RulesPanel::refreshCount()
{
    const int all = m_model->rowCount();
    const int shown = m_shown->rowCount();
    int firing = 0;
    int faulty = 0;
    for (const RuleStanding &standing : m_rules.all()) {
        firing += standing.firing > 0 ? 1 : 0;
        faulty += standing.rule.isEnabled && !standing.fault.isEmpty() ? 1 : 0;
    }
    QStringList parts{tr("%n rule(s)", nullptr, all), tr("%1 firing").arg(format::count(firing))};
    if (faulty > 0)
        parts << tr("%1 faulty").arg(format::count(faulty));
    m_summary->setText(m_rules.isKnown() ? parts.join(QStringLiteral(" · ")) : QString());
    m_card->setSubtitle(shown == all ? format::count(all)
                                     : tr("%1 of %2 shown").arg(format::count(shown), format::count(all)));
    m_stack->setCurrentIndex(shown > 0 ? 1 : 0);
    if (shown > 0 || !m_rules.isKnown())
        return;
    const bool isFiltered = all > 0;
    m_empty->setSentence(isFiltered ? tr("No rule holds all these words.")
                                    : tr("There are no rules, so nothing raises an alert by itself."));
    m_empty->setAction(isFiltered                      ? tr("Clear the filter")
                       : m_rules.whyNotSet().isEmpty() ? tr("New rule…")
                                                       : QString());
}

const RuleStanding *RulesPanel::chosen() const
{
    return m_rules.find(m_table->currentIndex().data(RuleTable::IdRole).toString());
}

void RulesPanel::refreshDeeds()
{
    const RuleStanding *standing = chosen();
    const QString whyNotSet = m_rules.whyNotSet();
    allow(m_new, whyNotSet);
    allow(m_import, whyNotSet);
    allow(m_export, m_rules.all().isEmpty() ? tr("There are no rules.") : QString());
    const QString none = standing == nullptr ? tr("Choose a rule first.") : QString();
    for (QAction *action : {m_edit, m_duplicate, m_switch, m_remove})
        allow(action, whyNotSet.isEmpty() ? none : whyNotSet);
    const QString whyNotTest = m_rules.whyNotTest();
    allow(m_test, whyNotTest.isEmpty() ? none : whyNotTest);
    m_switch->setText(standing == nullptr || standing->rule.isEnabled ? tr("Switch &off") : tr("Switch &on"));
}

void RulesPanel::choose()
{
    refreshDeeds();
    if (const RuleStanding *standing = chosen())
        Q_EMIT selected(factsOf(standing->rule.id));
}

void RulesPanel::showRule(const QString &id) { m_wanted = turnTo(id) ? QString() : id; }

bool RulesPanel::turnTo(const QString &id)
{
    for (int row = 0; row < m_shown->rowCount(); ++row) {
        const QModelIndex index = m_shown->index(row, 0);
        if (index.data(RuleTable::IdRole).toString() != id)
            continue;
        m_table->setCurrentIndex(index);
        return true;
    }
    return false;
}

void RulesPanel::say(const QString &error)
{
    m_isStale = false;
    m_error->setStatus(kit::Status::High);
    m_error->setClosable(true);
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
}

void RulesPanel::edit(const Rule &rule, bool isTested)
{
    auto *editor = new RuleEditor(m_rules, m_devices, m_clock, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->setRule(rule);
    connect(editor, &RuleEditor::saved, this, [this](const RuleStanding &standing) {
        say({});
        m_toasts->say(tr("%1 is in force.").arg(standing.rule.name));
        showRule(standing.rule.id);
    });
    editor->open();
    if (isTested)
        editor->showPreview();
}

void RulesPanel::askForNew(const Rule &wish)
{
    if (m_rules.whyNotSet().isEmpty())
        edit(wish);
}

void RulesPanel::duplicate()
{
    Rule rule = chosen()->rule;
    rule.id.clear();
    rule.name = tr("%1 (copy)").arg(rule.name);
    edit(rule);
}

void RulesPanel::switchOver(const QString &id, bool on)
{
    const RuleStanding *standing = m_rules.find(id);
    if (standing == nullptr)
        return;
    Rule rule = standing->rule;
    rule.isEnabled = on;
    m_rules.perform(SetRule{rule}, this, [this](const core::Result<RuleStanding> &reply) {
        say(reply ? QString() : reply.error().message);
    });
}

void RulesPanel::remove()
{
    const Rule rule = chosen()->rule;
    m_rules.perform(RemoveRule{rule.id}, this, [this, rule](const core::Result<identity::Done> &reply) {
        say(reply ? QString() : reply.error().message);
        if (!reply)
            return;
        const kit::Toast *toast = m_toasts->say(tr("%1 was removed.").arg(rule.name), tr("Undo"));
        connect(toast, &kit::Toast::actionTriggered, this, [this, rule] {
            m_rules.perform(SetRule{rule}, this, [this](const core::Result<RuleStanding> &again) {
                say(again ? QString() : again.error().message);
            });
        });
    });
}

void RulesPanel::askToImport()
{
    if (!m_rules.whyNotSet().isEmpty())
        return;
    auto *sheet = new ImportSheet(m_rules, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &ImportSheet::imported, this, [this](int added, int changed) {
        m_toasts->say(tr("Imported: %1 new, %2 changed.").arg(format::count(added), format::count(changed)));
    });
    sheet->open();
}

/// Those that are shown, all of them where nothing is filtered.
void RulesPanel::exportRules()
{
    ExportRules command;
    if (m_shown->rowCount() < m_model->rowCount()) {
        for (int row = 0; row < m_shown->rowCount(); ++row)
            command.ids << m_shown->index(row, 0).data(RuleTable::IdRole).toString();
        if (command.ids.isEmpty())
            return say(tr("The filter shows no rule. Clear it to export all of them."));
    }
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export the rules"), tr("Rules") + QStringLiteral(".yaml"));
    if (path.isEmpty())
        return;
    client::ask(m_rules.mirror().link(), command, this,
                [this, path](const core::Result<ExportRules::Reply> &reply) {
                    if (!reply)
                        return say(reply.error().message);
                    QSaveFile file(path);
                    const bool isKept = file.open(QIODevice::WriteOnly) &&
                                        file.write(reply->yaml.toUtf8()) >= 0 && file.commit();
                    if (!isKept)
                        return say(tr("%1 could not be written: %2").arg(path, file.errorString()));
                    say({});
                    m_toasts->say(tr("The rules are in %1.").arg(path));
                });
}

client::FactSource RulesPanel::factsOf(const QString &id) const
{
    return [this, id]() -> std::optional<client::Facts> {
        const RuleStanding *standing = m_rules.find(id);
        if (standing == nullptr)
            return std::nullopt;
        const Rule &rule = standing->rule;
        const auto span = [](qint64 seconds) { return format::duration(seconds * 1000); };
        client::Facts facts{tr("Rule"),
                            rule.name,
                            {{tr("Now"), words::standing(*standing)},
                             {tr("When"), words::condition(rule)},
                             {tr("Condition"), rule.condition},
                             {tr("Severity"), words::severity(rule.severity)},
                             {tr("Keeps firing for"), span(rule.keepFiringFor)},
                             {tr("Silence means"), words::noDataTitle(rule.noData)}}};
        if (standing->firedAt)
            facts.rows << client::Fact{tr("Last fired"),
                                       format::exactTime(standing->firedAt->toMSecsSinceEpoch())};
        if (!rule.summary.isEmpty())
            facts.rows << client::Fact{tr("Says"), rule.summary};
        facts.rows << client::Fact{tr("Number"), rule.id};
        return facts;
    };
}

} // namespace automation
