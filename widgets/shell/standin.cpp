// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/standin.h"

#include <QPointer>

namespace shell {

StandIn::StandIn(Desktop *desktop, Beside beside) : m_desktop(desktop), m_beside(std::move(beside))
{
    if (!m_desktop)
        return;
    connect(m_desktop, &Desktop::opened, this, &Desktop::opened);
    connect(m_desktop, &Desktop::acknowledged, this, &Desktop::acknowledged);
    connect(m_desktop, &Desktop::unseen, this, &StandIn::showBeside);
}

StandIn::~StandIn() = default;

void StandIn::show(const PopUp &popUp)
{
    if (m_desktop)
        m_desktop->show(popUp);
    else
        showBeside(popUp);
}

void StandIn::withdraw()
{
    if (m_desktop)
        m_desktop->withdraw();
}

bool StandIn::isHeard() const { return m_desktop && m_desktop->isHeard(); }

void StandIn::showBeside(const PopUp &popUp)
{
    const QPointer<StandIn> self(this);
    const bool isShown = m_beside(popUp, [self] {
        if (self)
            Q_EMIT self->opened();
    });
    if (!isShown)
        Q_EMIT unseen(popUp);
}

} // namespace shell
