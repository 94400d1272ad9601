// SPDX-License-Identifier: GPL-3.0-or-later
// What of the network the plan shows: of which time, of which departments, and without what.
#include "network/former.h"
#include "network/placing.h"

#include <algorithm>

namespace network {

void Plan::setDepartmentNames(const QHash<QString, QString> &names)
{
    if (names == m_survey.departmentNames)
        return;
    m_survey.departmentNames = names;
    if (m_survey.overlay == Overlay::Department || m_survey.grouping == Grouping::Department)
        compose();
}

void Plan::signDepartments()
{
    m_survey.signs.clear();
    if (m_survey.overlay != Overlay::Department)
        return;
    QSet<QString> ids;
    for (const Entry &device : m_devices.all()) {
        if (!device.departmentId.isEmpty() && !isLeftOut(device))
            ids.insert(device.departmentId);
    }
    for (const DepartmentSign &sign : departmentSigns({ids.begin(), ids.end()}, m_survey.departmentNames))
        m_survey.signs.insert(sign.id, sign);
}

void Plan::setMoment(const std::optional<client::Moment> &moment)
{
    if (!moment && !m_survey.moment)
        return;
    m_survey.moment = moment;
    compose();
}

std::optional<Entry> Plan::shown(const QString &id) const
{
    const Entry *device = m_devices.find(id);
    if (!device)
        return std::nullopt;
    return m_survey.moment ? formerOf(*device, *m_survey.moment) : std::optional(*device);
}

QMap<QString, Entry> Plan::shownDevices() const
{
    return m_survey.moment ? formerOf(m_devices.all(), *m_survey.moment) : m_devices.all();
}

const QMap<QString, Link> &Plan::shownLinks() const
{
    return m_survey.moment ? m_survey.moment->links : m_links.all();
}

void Plan::hide(const QStringList &ids)
{
    Places before;
    Places after;
    for (const QString &id : ids) {
        if (!m_at.contains(id) || !m_devices.find(id) || isPast())
            continue;
        // Where it stood, so that it can come back there.
        const QPointF at = m_at.value(id);
        before.insert(hiddenMark(id), std::nullopt);
        after.insert(hiddenMark(id), Placement{hiddenMark(id), at.x(), at.y(), {}});
    }
    if (!after.isEmpty())
        m_undo.push(new Placing(*this, before, after, tr("Hide")));
}

void Plan::showHidden()
{
    Places before;
    Places after;
    for (const Placement &one : m_layout.placed()) {
        if (hiddenBy(one.node).isEmpty() || isPast())
            continue;
        before.insert(one.node, one);
        after.insert(one.node, std::nullopt);
    }
    if (!before.isEmpty())
        m_undo.push(new Placing(*this, before, after, tr("Show hidden")));
}

int Plan::hiddenCount() const
{
    const QMap<QString, Placement> &placed = m_layout.placed();
    return int(std::count_if(placed.cbegin(), placed.cend(), [this](const Placement &one) {
        return m_devices.find(hiddenBy(one.node)) != nullptr;
    }));
}

} // namespace network
