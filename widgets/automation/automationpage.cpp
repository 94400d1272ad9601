// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/automationpage.h"

#include "automation/rulespanel.h"
#include "kit/segmented.h"
#include "kit/tokens.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace automation {

namespace {
namespace tokens = kit::tokens;
}

AutomationPage::AutomationPage(client::Rules &rules, const client::Devices &devices, core::Clock &clock,
                               QWidget *parent)
    : QWidget(parent), m_choice(new kit::Segmented({tr("Rules")})), m_stack(new QStackedWidget),
      m_rules(new RulesPanel(rules, devices, clock))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::PagePadding, 0, tokens::PagePadding, tokens::PagePadding);
    column->setSpacing(tokens::CardGap);
    m_choice->setAccessibleName(tr("Part of the automation"));
    column->addWidget(m_choice, 0, Qt::AlignLeading);
    column->addWidget(m_stack, 1);
    addTab(QStringLiteral("rules"), m_rules);
    connect(m_choice, &kit::Segmented::chosen, this, [this](int place) { showTab(m_tabs.value(place)); });
    connect(m_rules, &RulesPanel::selected, this, &AutomationPage::selected);
}

void AutomationPage::addTab(const QString &id, QWidget *panel)
{
    m_tabs << id;
    m_stack->addWidget(panel);
}

bool AutomationPage::showTab(const QString &id)
{
    const int place = int(m_tabs.indexOf(id));
    if (place < 0)
        return false;
    m_choice->setCurrent(place);
    m_stack->setCurrentIndex(place);
    return true;
}

QString AutomationPage::tab() const { return m_tabs.value(m_stack->currentIndex()); }

void AutomationPage::showRule(const QString &id)
{
    showTab(QStringLiteral("rules"));
    m_rules->showRule(id);
}

void AutomationPage::askForRule(const Rule &wish)
{
    showTab(QStringLiteral("rules"));
    m_rules->askForNew(wish);
}

void AutomationPage::askToImport()
{
    showTab(QStringLiteral("rules"));
    m_rules->askToImport();
}

} // namespace automation
