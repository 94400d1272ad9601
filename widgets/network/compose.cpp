// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/compose.h"

#include "kit/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace network {

namespace {

struct MapWords
{
    Q_DECLARE_TR_FUNCTIONS(network::MapWords)
};

constexpr std::array<double, 5> wireWidths{1.2, 2.0, 3.2, 4.6, 6.0};

int stepOf(double value, std::array<double, 4> limits)
{
    return int(std::upper_bound(limits.begin(), limits.end(), value) - limits.begin());
}

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
    return QStringLiteral("↓%1 ↑%2").arg(kit::format::rate(link.forwardRate.value_or(0)),
                                         kit::format::rate(link.backwardRate.value_or(0)));
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
        count(devices);
        for (const Entry &device : devices) {
            if (device.standing != Standing::Ignored)
                add(device);
        }
        nameStacks();
        for (const Link &link : links)
            join(link);
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

    void count(const QMap<QString, Entry> &devices)
    {
        for (const Entry &device : devices) {
            if (device.standing == Standing::Ignored)
                continue;
            if (const QString key = groupOf(device, m_survey.grouping); !key.isEmpty()) {
                Group &group = m_groups[key];
                group.hosts += kindOf(device.deviceType).rank == GraphNode::hostRank;
            }
        }
        for (auto group = m_groups.begin(); group != m_groups.end(); ++group) {
            group->place = int(m_out.board.boxes.size());
            const bool starts = group->hosts > mostInGroup || devices.size() > mostExpanded;
            group->isStacked = group->hosts > 1 && !m_survey.opened.contains(group.key()) &&
                               (starts || m_survey.closed.contains(group.key()));
            m_out.board.boxes.push_back({group.key(), {}, {}, 0, group->isStacked});
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
        if (group)
            ++m_out.board.boxes[size_t(group->place)].count;
        Spot spot;
        spot.id = device.id;
        spot.group = group ? group->place : -1;
        describe(spot, device, m_survey);
        const bool isHidden =
            group && group->isStacked && spot.rank == GraphNode::hostRank && !m_placed.contains(device.id);
        m_nodes.insert(device.id, isHidden ? stack(*group, key, spot, device) : append(spot));
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
            group.stack = append(made);
        }
        Spot &stack = m_out.board.spots[size_t(group.stack)];
        ++stack.count;
        ++group.types[device.deviceType];
        if (member.status > stack.status) { // the worst of them speaks for all
            stack.status = member.status;
            stack.stateWord = member.stateWord;
        }
        return group.stack;
    }

    void nameStacks()
    {
        for (auto group = m_groups.cbegin(); group != m_groups.cend(); ++group) {
            Box &box = m_out.board.boxes[size_t(group->place)];
            box.title = MapWords::tr("%1 · %n device(s)", nullptr, box.count)
                            .arg(m_survey.grouping == Grouping::Type ? typeTitle(group.key())
                                                                     : plainLine(group.key()));
            if (group->stack < 0)
                continue;
            Spot &stack = m_out.board.spots[size_t(group->stack)];
            stack.name = group->types.size() == 1 && !group->types.constBegin().key().isEmpty()
                             ? typeTitle(group->types.constBegin().key())
                             : MapWords::tr("devices");
        }
    }

    void join(const Link &link)
    {
        const int from = m_nodes.value(link.sourceId, -1);
        const int to = m_nodes.value(link.targetId, -1);
        if (from < 0 || to < 0 || from == to)
            return;
        const Wire wire{link.id, from, to, strokeOf(link), widthOf(link), labelOf(link, m_survey.now)};
        // Many links to the devices of one stack are one line, of the best known kind.
        const std::vector<Spot> &spots = m_out.board.spots;
        if (spots[size_t(from)].count > 0 || spots[size_t(to)].count > 0) {
            const auto pair = std::minmax(from, to);
            if (const auto known = m_bundles.constFind({pair.first, pair.second});
                known != m_bundles.constEnd()) {
                Wire &bundle = m_out.board.wires[size_t(*known)];
                bundle.stroke = std::min(bundle.stroke, wire.stroke);
                bundle.width = std::max(bundle.width, wire.width);
                bundle.label.clear();
                return;
            }
            m_bundles.insert({pair.first, pair.second}, int(m_out.board.wires.size()));
        }
        m_out.board.wires.push_back(wire);
        m_out.graph.edges.push_back({from, to});
    }

    const QMap<QString, Placement> &m_placed;
    const Survey &m_survey;
    Composition m_out;
    QMap<QString, Group> m_groups;
    QHash<QString, int> m_nodes;
    QHash<std::pair<int, int>, int> m_bundles;
};

} // namespace

Composition compose(const QMap<QString, Entry> &devices, const QMap<QString, Link> &links,
                    const QMap<QString, Placement> &placed, const Survey &survey)
{
    return Composer(placed, survey).run(devices, links);
}

kit::Status statusOf(const Entry &device)
{
    switch (device.state) {
    case State::Up:
        return device.isFlapping || device.loss.value_or(0) > 0.05 ? kit::Status::Medium : kit::Status::Ok;
    case State::Down:
        return kit::Status::Critical;
    case State::Unreachable:
        return kit::Status::Low;
    case State::Unknown:
    case State::Away:
        break;
    }
    return kit::Status::Away;
}

QString stateTitle(const Entry &device)
{
    switch (device.state) {
    case State::Up:
        return statusOf(device) == kit::Status::Ok ? MapWords::tr("Up") : MapWords::tr("Needs attention");
    case State::Down:
        return MapWords::tr("Down");
    case State::Unreachable:
        return MapWords::tr("Unreachable behind another");
    case State::Away:
        return MapWords::tr("Away");
    case State::Unknown:
        break;
    }
    return MapWords::tr("Unknown");
}

QString nameOf(const Entry &device)
{
    for (const QString &name : {device.name, device.hostname, device.addresses.value(0), device.macAddress}) {
        if (QString line = plainLine(name); !line.isEmpty())
            return line;
    }
    return MapWords::tr("Device without a name");
}

namespace {
/// Under its picture there is room for what the network calls it in its own domain.
QString briefly(const QString &name, const Entry &device)
{
    const bool isHostName =
        name == device.hostname && !device.addresses.contains(name) && !name.contains(u' ');
    return isHostName ? name.section(u'.', 0, 0) : name;
}
} // namespace

QString groupOf(const Entry &device, Grouping grouping)
{
    switch (grouping) {
    case Grouping::Subnet:
        return device.subnet;
    case Grouping::Department:
        return device.departmentId;
    case Grouping::Type:
        return device.deviceType;
    case Grouping::None:
        break;
    }
    return {};
}

bool isElsewhere(const Spot &spot, const Entry &device)
{
    return spot.rank != kindOf(device.deviceType).rank || device.standing == Standing::Ignored;
}

void describe(Spot &spot, const Entry &device, const Survey &survey)
{
    const Kind kind = kindOf(device.deviceType);
    spot.name = briefly(nameOf(device), device);
    spot.detail = device.addresses.value(0) == spot.name ? plainLine(device.vendor)
                                                         : plainLine(device.addresses.value(0), 40);
    spot.typeTitle = typeTitle(device.deviceType);
    spot.shape = kind.shape;
    spot.pictogram = kind.pictogram;
    spot.rank = kind.rank;
    spot.status = statusOf(device);
    spot.stateWord = stateTitle(device);
    spot.isNew = device.standing == Standing::New;
    spot.isFaint = device.state == State::Away || device.state == State::Unknown;
    spot.mark.clear();
    spot.heat = -1;
    if (survey.overlay == Overlay::Ports) {
        spot.mark = kit::format::count(device.openPorts);
        spot.heat = stepOf(device.openPorts, {1, 3, 6, 11});
    } else if (survey.overlay == Overlay::Latency) {
        spot.mark = device.latency
                        ? kit::format::withUnit(kit::format::number(*device.latency), MapWords::tr("ms"))
                        : kit::format::none();
        if (device.latency)
            spot.heat = stepOf(*device.latency, {1, 10, 50, 200});
    }
}

} // namespace network
