// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "network/plan.h"

#include <QUndoCommand>

namespace network {

/// One change of where things are, that can be taken back.
class Placing final : public QUndoCommand
{
public:
    Placing(Plan &plan, Plan::Places before, Plan::Places after, const QString &what)
        : QUndoCommand(what), m_plan(plan), m_before(std::move(before)), m_after(std::move(after))
    {
    }
    void undo() override { m_plan.apply(m_before); }
    void redo() override { m_plan.apply(m_after); }

private:
    Plan &m_plan;
    Plan::Places m_before;
    Plan::Places m_after;
};

} // namespace network
