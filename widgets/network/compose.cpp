// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/compose.h"

#include "kit/format.h"
#include "network/mapwords.h"

#include <QCollator>

#include <algorithm>
#include <array>
#include <cmath>

namespace network {

namespace {

constexpr QChar narrowSpace(0x202F);
constexpr std::array<double, 5> wireWidths{1.2, 2.0, 3.2, 4.6, 6.0};

/// Decades of bits per second; without a rate how sure the link is.
double widthOf(const Link &link)
{
    const double rate = link.forwardRate.value_or(0) + link.backwardRate.value_or(0);
    if (link.forwardRate || link.backwardRate)
        return wireWidths[size_t(stepOf(rate, {1e6, 1e7, 1e8, 1e9}))];
    return wireWidths[size_t(std::clamp(int(std::lround(link.strength * 2)), 0, 2))];
}

Stroke strokeOf(const Link &link)
{
    if (!link.isActive)
        return Stroke::Silent;
    return link.origin == LinkOrigin::Inferred ? Stroke::Inferred : Stroke::Measured;
}

QString labelOf(const Link &link, qint64 now)
{
    if (!link.isActive)
        return MapWords::tr("no data for %1")
            .arg(kit::format::duration(now - link.lastSeen.toMSecsSinceEpoch()));
    if (!link.forwardRate && !link.backwardRate)
        return {};
    QString forward = kit::format::rate(link.forwardRate.value_or(0));
    const QString backward = kit::format::rate(link.backwardRate.value_or(0));
    const auto unitOf = [](const QString &rate) { return rate.mid(rate.lastIndexOf(narrowSpace)); };
    if (forward.contains(narrowSpace) && unitOf(forward) == unitOf(backward))
        forward.truncate(forward.lastIndexOf(narrowSpace)); // the unit is said once
    return QStringLiteral("↓%1 ↑%2").arg(forward, backward);
}

class Composer
{
public:
    Composer(const QMap<QString, Placement> &placed, const Survey &survey)
        : m_placed(placed), m_survey(survey)
    {
    }

    Composition run(const QMap<QString, Entry> &devices, const QMap<QString, Link> &links)
    {
        for (const Placement &one : m_placed) {
            if (const QString id = hiddenBy(one.node); !id.isEmpty())
                m_hidden.insert(id);
        }
        count(devices);
        for (const Entry &device : devices) {
            if (!isLeftOut(device))
                add(device);
        }
        nameStacks();
        for (const Link &link : links)
            hang(link);
        // At a moment that is past other lines are drawn, but what hangs on what stays, that nothing moves.
        for (const Link &link : m_survey.moment ? m_survey.moment->links : links)
            join(link);
        for (const DepartmentSign &sign : m_survey.signs)
            m_out.board.signs << sign;
        std::sort(m_out.board.signs.begin(), m_out.board.signs.end(),
                  [](const auto &one, const auto &other) { return one.hue < other.hue; });
        for (const Placement &one : m_placed) {
            if (one.node.startsWith(QLatin1String("note:")))
                m_out.board.notes.push_back({one.node, one.text.left(512), {one.x, one.y}});
        }
        return std::move(m_out);
    }

private:
    struct Group
    {
        int place = -1;
        int hosts = 0;
        int stack = -1;
        bool isStacked = false;
        QHash<QString, int> types;
    };

    [[nodiscard]] bool isLeftOut(const Entry &device) const
    {
        return device.standing == Standing::Ignored || m_hidden.contains(device.id);
    }

    void count(const QMap<QString, Entry> &devices)
    {
        for (const Entry &device : devices) {
            if (isLeftOut(device))
                continue;
            if (const QString key = groupOf(device, m_survey.grouping); !key.isEmpty()) {
                Group &group = m_groups[key];
                group.hosts += kindOf(device.deviceType).rank == GraphNode::hostRank;
            }
        }
        QStringList keys = m_groups.keys();
        // 10.0.9.0/24 stands before 10.0.10.0/24.
        QCollator order(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale());
        order.setNumericMode(true);
        std::sort(keys.begin(), keys.end(), order);
        for (const QString &key : std::as_const(keys)) {
            Group &group = m_groups[key];
            group.place = int(m_out.board.boxes.size());
            const bool starts = group.hosts > mostInGroup || devices.size() > mostExpanded;
            group.isStacked = group.hosts > 1 && !m_survey.opened.contains(key) &&
                              (starts || m_survey.closed.contains(key));
            m_out.board.boxes.push_back({key, {}, {}, 0, group.isStacked});
        }
        m_out.graph.groups = int(m_groups.size());
    }

    int append(Spot spot)
    {
        GraphNode node{spot.rank, spot.group, {}};
        if (const auto pin = m_placed.constFind(spot.id); pin != m_placed.constEnd()) {
            node.pin = QPointF(pin->x, pin->y);
            spot.isPinned = true;
        }
        m_out.graph.nodes.push_back(node);
        m_out.board.spots.push_back(std::move(spot));
        return int(m_out.board.spots.size()) - 1;
    }

    void add(const Entry &device)
    {
        const QString key = groupOf(device, m_survey.grouping);
        Group *group = key.isEmpty() ? nullptr : &m_groups[key];
        Spot spot;
        spot.id = device.id;
        spot.group = group ? group->place : -1;
        describe(spot, device, m_survey);
        if (group && !spot.isGhost)
            ++m_out.board.boxes[size_t(group->place)].count;
        const bool isInStack =
            group && group->isStacked && spot.rank == GraphNode::hostRank && !m_placed.contains(device.id);
        m_nodes.insert(device.id, isInStack ? stack(*group, key, spot, device) : append(spot));
    }

    int stack(Group &group, const QString &key, const Spot &member, const Entry &device)
    {
        if (group.stack < 0) {
            Spot made;
            made.id = QStringLiteral("stack:") + key;
            made.shape = Shape::Stack;
            made.pictogram = Pictogram::None;
            made.typeTitle = MapWords::tr("Stack");
            made.group = group.place;
            made.status = member.status;
            made.stateWord = member.stateWord;
            made.hue = member.hue;
            made.isGhost = true;
            group.stack = append(made);
        }
        Spot &stack = m_out.board.spots[size_t(group.stack)];
        ++group.types[device.deviceType];
        if (stack.hue != member.hue)
            stack.hue = -1;
        if (member.isGhost)
            return group.stack;
        ++stack.count;
        // The worst of them speaks for all.
        if (std::exchange(stack.isGhost, false) || member.status > stack.status) {
            stack.status = member.status;
            stack.stateWord = member.stateWord;
        }
        return group.stack;
    }

    [[nodiscard]] QString groupTitleOf(const QString &key) const
    {
        if (m_survey.grouping == Grouping::Type)
            return typeTitle(key);
        return plainLine(m_survey.grouping == Grouping::Department ? m_survey.departmentNames.value(key, key)
                                                                   : key);
    }

    void nameStacks()
    {
        for (auto group = m_groups.cbegin(); group != m_groups.cend(); ++group) {
            Box &box = m_out.board.boxes[size_t(group->place)];
            box.title = MapWords::tr("%1 · %n device(s)", nullptr, box.count).arg(groupTitleOf(group.key()));
            if (group->stack < 0)
                continue;
            Spot &stack = m_out.board.spots[size_t(group->stack)];
            stack.name = group->types.size() == 1 && !group->types.constBegin().key().isEmpty()
                             ? typeTitle(group->types.constBegin().key())
                             : MapWords::tr("devices");
        }
    }

    /// What a link joins, and whether that is one device with another.
    struct Ends
    {
        int from = -1;
        int to = -1;
        bool isBundled = false;

        [[nodiscard]] bool isThere() const { return from >= 0 && to >= 0 && from != to; }
        [[nodiscard]] std::pair<int, int> pair() const { return std::minmax(from, to); }
    };

    [[nodiscard]] Ends endsOf(const Link &link) const
    {
        Ends ends{m_nodes.value(link.sourceId, -1), m_nodes.value(link.targetId, -1)};
        const std::vector<Spot> &spots = m_out.board.spots;
        if (ends.isThere())
            ends.isBundled = spots[size_t(ends.from)].isStack() || spots[size_t(ends.to)].isStack();
        return ends;
    }

    void hang(const Link &link)
    {
        const Ends ends = endsOf(link);
        if (!ends.isThere() || (ends.isBundled && m_hung.contains(ends.pair())))
            return;
        if (ends.isBundled)
            m_hung.insert(ends.pair());
        m_out.graph.edges.push_back({ends.from, ends.to});
    }

    void join(const Link &link)
    {
        const Ends ends = endsOf(link);
        if (!ends.isThere())
            return;
        const Wire wire{link.id,        ends.from,     ends.to,
                        strokeOf(link), widthOf(link), labelOf(link, m_survey.now)};
        // Many links to the devices of one stack are one line, of the best known kind.
        if (ends.isBundled) {
            if (const auto known = m_bundles.constFind(ends.pair()); known != m_bundles.constEnd()) {
                Wire &bundle = m_out.board.wires[size_t(*known)];
                bundle.stroke = std::min(bundle.stroke, wire.stroke);
                bundle.width = std::max(bundle.width, wire.width);
                bundle.label.clear();
                return;
            }
            m_bundles.insert(ends.pair(), int(m_out.board.wires.size()));
        }
        m_out.board.wires.push_back(wire);
    }

    const QMap<QString, Placement> &m_placed;
    const Survey &m_survey;
    Composition m_out;
    QMap<QString, Group> m_groups;
    QHash<QString, int> m_nodes;
    QHash<std::pair<int, int>, int> m_bundles;
    QSet<std::pair<int, int>> m_hung;
    QSet<QString> m_hidden;
};

} // namespace

Composition compose(const QMap<QString, Entry> &devices, const QMap<QString, Link> &links,
                    const QMap<QString, Placement> &placed, const Survey &survey)
{
    return Composer(placed, survey).run(devices, links);
}

} // namespace network
