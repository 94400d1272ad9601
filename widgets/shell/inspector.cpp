// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/inspector.h"

#include "kit/emptystate.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace shell {

namespace {
namespace tokens = kit::tokens;
constexpr int narrowestInspector = 260;
} // namespace

Inspector::Inspector(QWidget *parent)
    : QDockWidget(tr("Inspector"), parent), m_kind(new kit::Label({}, kit::TextRole::Secondary)),
      m_title(new kit::Label({}, kit::TextRole::CardTitle))
{
    setObjectName(QStringLiteral("inspector"));
    setTitleBarWidget(makeTitleBar());
    auto *holder = new QWidget;
    holder->setMinimumWidth(narrowestInspector);
    m_stack = new QStackedLayout(holder);
    m_stack->addWidget(
        new kit::EmptyState(kit::icon(kit::Symbol::Search),
                            tr("Nothing is selected. Choose a chart, a program, a file system or a "
                               "part of the status strip.")));
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("What is known of what is selected"));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(tokens::Space3, tokens::Space3, tokens::Space3, tokens::Space3);
    column->setSpacing(tokens::Space1);
    column->addWidget(m_kind);
    column->addWidget(m_title);
    column->addSpacing(tokens::Space2);
    m_form = new QFormLayout;
    m_form->setHorizontalSpacing(tokens::Space3);
    m_form->setVerticalSpacing(tokens::Space2);
    column->addLayout(m_form);
    column->addStretch(1);
    scroll->setWidget(content);
    m_stack->addWidget(scroll);
    setWidget(holder);
}

QWidget *Inspector::makeTitleBar()
{
    auto *bar = new QWidget;
    constexpr int margin = (tokens::TopBarHeight - tokens::TargetSize) / 2;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(tokens::Space3, margin, tokens::Space2, margin);
    row->addWidget(new kit::Label(windowTitle(), kit::TextRole::CardTitle), 1);
    auto *close = new QToolButton;
    close->setIcon(kit::icon(kit::Symbol::Close));
    close->setAutoRaise(true);
    close->setFixedSize(tokens::TargetSize, tokens::TargetSize);
    close->setToolTip(tr("Close the inspector"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, &QDockWidget::close);
    row->addWidget(close);
    return bar;
}

void Inspector::show(const client::Facts &facts)
{
    if (facts == m_facts)
        return;
    m_stack->setCurrentIndex(1);
    const bool sameShape = facts.kind == m_facts.kind && facts.title == m_facts.title &&
                           facts.rows.size() == m_facts.rows.size();
    m_facts = facts;
    if (!sameShape)
        rebuild();
    for (qsizetype i = 0; i < m_values.size(); ++i)
        m_values[i]->setText(m_facts.rows[i].value);
}

void Inspector::clear()
{
    m_facts = {};
    m_stack->setCurrentIndex(0);
}

void Inspector::rebuild()
{
    m_kind->setText(m_facts.kind);
    m_title->setText(m_facts.title);
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    m_values.clear();
    for (const client::Fact &fact : std::as_const(m_facts.rows)) {
        auto *name = new kit::Label(fact.name, kit::TextRole::Secondary);
        name->setElide(Qt::ElideNone);
        auto *value = new kit::Label(fact.value);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        name->setBuddy(value);
        m_form->addRow(name, value);
        m_values << value;
    }
}

} // namespace shell
