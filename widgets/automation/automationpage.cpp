// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/automationpage.h"

#include "automation/channelspanel.h"
#include "automation/messagespanel.h"
#include "automation/rotaspanel.h"
#include "automation/routespanel.h"
#include "automation/rulespanel.h"
#include "kit/segmented.h"
#include "kit/tokens.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace automation {

namespace {
namespace tokens = kit::tokens;
}

AutomationPage::AutomationPage(client::Rules &rules, client::Channels &channels,
                               const client::Devices &devices, core::Clock &clock, QWidget *parent)
    : QWidget(parent), m_channels(channels), m_choice(new kit::Segmented({})), m_stack(new QStackedWidget),
      m_rules(new RulesPanel(rules, devices, clock))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::PagePadding, 0, tokens::PagePadding, tokens::PagePadding);
    column->setSpacing(tokens::CardGap);
    m_choice->setAccessibleName(tr("Part of the automation"));
    column->addWidget(m_choice, 0, Qt::AlignLeading);
    column->addWidget(m_stack, 1);
    addTab(QStringLiteral("rules"), tr("Rules"), m_rules);
    addTab(QStringLiteral("channels"), tr("Channels"), new ChannelsPanel(channels));
    addTab(QStringLiteral("routes"), tr("Routes"), new RoutesPanel(channels));
    addTab(QStringLiteral("oncall"), tr("On call"), new RotasPanel(channels));
    addTab(QStringLiteral("messages"), tr("Messages"), new MessagesPanel(channels));
    m_choice->setOptions(m_titles);
    showTab(m_tabs.first());
    connect(m_choice, &kit::Segmented::chosen, this, [this](int place) { showTab(m_tabs.value(place)); });
    connect(m_rules, &RulesPanel::selected, this, &AutomationPage::selected);
}

void AutomationPage::addTab(const QString &id, const QString &title, QWidget *panel)
{
    m_tabs << id;
    m_titles << title;
    m_stack->addWidget(panel);
}

bool AutomationPage::showTab(const QString &id)
{
    const int place = int(m_tabs.indexOf(id));
    if (place < 0)
        return false;
    m_choice->setCurrent(place);
    m_stack->setCurrentIndex(place);
    watch();
    return true;
}

void AutomationPage::watch() { m_channels.setWatched(isVisible() && m_stack->currentWidget() != m_rules); }

void AutomationPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    watch();
}

void AutomationPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    watch();
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
