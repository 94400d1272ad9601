// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/levelsfield.h"

#include "automation/timefield.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace automation {

namespace {
constexpr qint64 usualFirst = 900;
}

LevelsField::LevelsField(const QList<int> &seconds, QWidget *parent)
    : QWidget(parent), m_rows(new QVBoxLayout), m_add(new QPushButton(tr("A&dd level"))),
      m_remove(new QPushButton(tr("&Remove last")))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addLayout(m_rows);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    all->addLayout(buttons);
    for (const int each : seconds)
        add(each);
    connect(m_add, &QPushButton::clicked, this, [this] {
        add(m_levels.isEmpty() ? usualFirst : 2 * m_levels.last()->seconds());
        m_levels.last()->setFocus();
    });
    connect(m_remove, &QPushButton::clicked, this, &LevelsField::removeLast);
    allow();
}

QList<int> LevelsField::seconds() const
{
    QList<int> out;
    for (const TimeField *level : m_levels)
        out << int(level->seconds());
    return out;
}

void LevelsField::add(qint64 seconds)
{
    const int number = int(m_levels.size()) + 1;
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kit::tokens::Space2);
    line->addWidget(new kit::Label(tr("Level %1 after").arg(number)));
    auto *field = new TimeField(tr("Level %1 after").arg(number));
    field->setSeconds(seconds);
    line->addWidget(field);
    line->addStretch();
    m_rows->addWidget(row);
    m_levels << field;
    allow();
}

void LevelsField::removeLast()
{
    QWidget *row = m_levels.takeLast()->parentWidget();
    m_rows->removeWidget(row);
    row->deleteLater();
    allow();
}

void LevelsField::allow()
{
    m_add->setEnabled(m_levels.size() < most);
    m_remove->setEnabled(!m_levels.isEmpty());
}

} // namespace automation
