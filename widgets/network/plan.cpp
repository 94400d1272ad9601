// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/plan.h"

#include "network/placing.h"

namespace network {

namespace {
constexpr int undoSteps = 20;
constexpr std::chrono::milliseconds gatherTime{500};

const char *layoutWord(LayoutKind kind)
{
    switch (kind) {
    case LayoutKind::Layered:
        return "layered";
    case LayoutKind::Radial:
        return "radial";
    case LayoutKind::Grid:
        return "grid";
    case LayoutKind::Force:
        break;
    }
    return "force";
}

const char *groupingWord(Grouping grouping)
{
    switch (grouping) {
    case Grouping::Subnet:
        return "subnet";
    case Grouping::Department:
        return "department";
    case Grouping::Type:
        return "type";
    case Grouping::None:
        break;
    }
    return "none";
}
} // namespace

Plan::Plan(client::Devices &devices, client::Links &links, client::MapLayout &layout, core::Clock &clock,
           QObject *parent)
    : QObject(parent), m_devices(devices), m_links(links), m_layout(layout), m_clock(clock)
{
    m_undo.setUndoLimit(undoSteps);
    connect(&m_devices, &client::Devices::reset, this, &Plan::soon);
    connect(&m_devices, &client::Devices::changed, this, &Plan::follow);
    connect(&m_devices, &client::Devices::removed, this, &Plan::soon);
    connect(&m_links, &client::Links::reset, this, &Plan::soon);
    connect(&m_links, &client::Links::changed, this, &Plan::soon);
    connect(&m_links, &client::Links::removed, this, &Plan::soon);
    connect(&m_layout, &client::MapLayout::reset, this, &Plan::compose);
    connect(&m_layout, &client::MapLayout::movedByOthers, this, &Plan::compose);
    changeView();
}

/// What belongs together comes within moments of each other; the first of it is shown at once.
void Plan::soon()
{
    if (!isReady())
        return;
    if (m_timer) {
        m_isDue = true;
        return;
    }
    compose();
    m_timer = m_clock.every(gatherTime, [this] {
        if (std::exchange(m_isDue, false))
            compose();
    });
}

void Plan::follow(const QStringList &ids)
{
    QStringList shown;
    for (const QString &id : ids) {
        const Entry *device = m_devices.find(id);
        const int spot = m_board.find(id);
        if (device && spot < 0 && isLeftOut(*device))
            continue;
        const bool isThere = device && spot >= 0 && !isElsewhere(m_board.spots[size_t(spot)], *device);
        const int group = isThere ? m_board.spots[size_t(spot)].group : -1;
        const QString key = group < 0 ? QString() : m_board.boxes[size_t(group)].key;
        const bool isSigned = m_survey.overlay != Overlay::Department || !device ||
                              device->departmentId.isEmpty() || m_survey.signs.contains(device->departmentId);
        if (!isThere || !isSigned || key != groupOf(*device, m_survey.grouping)) {
            soon();
            return;
        }
        describe(m_board.spots[size_t(spot)], *device, m_survey);
        shown << id;
    }
    Q_EMIT refreshed(shown);
}

void Plan::changeView()
{
    m_at.clear();
    m_home.clear();
    m_boxes.clear();
    m_undo.clear();
    const QString view = QStringLiteral("%1/%2").arg(QLatin1String(layoutWord(m_kind)),
                                                     QLatin1String(groupingWord(m_survey.grouping)));
    m_layout.setView(view);
    compose();
}

void Plan::setLayoutKind(LayoutKind kind)
{
    if (kind == m_kind && kind != LayoutKind::Radial)
        return;
    m_kind = kind;
    changeView();
}

void Plan::setGrouping(Grouping grouping)
{
    if (grouping == m_survey.grouping)
        return;
    m_survey.grouping = grouping;
    m_survey.opened.clear();
    m_survey.closed.clear();
    changeView();
}

void Plan::setOverlay(Overlay overlay)
{
    m_survey.overlay = overlay;
    compose();
}

bool Plan::isLeftOut(const Entry &device) const
{
    return device.standing == Standing::Ignored || m_layout.placed().contains(hiddenMark(device.id));
}

void Plan::toggleGroup(const QString &key)
{
    for (const Box &box : m_board.boxes) {
        if (box.key != key)
            continue;
        m_survey.opened.remove(key);
        m_survey.closed.remove(key);
        (box.isStacked ? m_survey.opened : m_survey.closed).insert(key);
        arrange();
        return;
    }
}

void Plan::openGroups(const QStringList &keys)
{
    for (const QString &key : keys) {
        m_survey.closed.remove(key);
        m_survey.opened.insert(key);
    }
    arrange();
}

void Plan::arrange()
{
    m_at.clear();
    m_boxes.clear();
    compose();
}

Arrangement Plan::layOut(const Graph &graph, const Board &board) const
{
    switch (m_kind) {
    case LayoutKind::Layered:
        return layered(graph);
    case LayoutKind::Grid:
        return gridded(graph);
    case LayoutKind::Force:
        return forced(graph);
    case LayoutKind::Radial:
        break;
    }
    int centre = 0;
    for (int i = 0; i < int(board.spots.size()); ++i) {
        if (board.spots[size_t(i)].id == m_centre)
            return radial(graph, i);
        if (board.spots[size_t(i)].rank < board.spots[size_t(centre)].rank)
            centre = i;
    }
    return radial(graph, centre);
}

/// What is known stays; what is new comes beside what it hangs on.
void Plan::settle(Composition &made)
{
    const size_t count = made.board.spots.size();
    Arrangement all;
    if (m_at.isEmpty()) {
        all = layOut(made.graph, made.board);
    } else {
        // What has no place yet must not be in the way at the origin.
        all.at.assign(count, QPointF(1e9, 1e9));
        all.boxes.resize(made.board.boxes.size());
        for (size_t i = 0; i < made.board.boxes.size(); ++i)
            all.boxes[i] = m_boxes.value(made.board.boxes[i].key);
        std::vector<int> fresh;
        for (size_t i = 0; i < count; ++i) {
            const auto known = m_at.constFind(made.board.spots[i].id);
            if (known != m_at.constEnd())
                all.at[i] = *known;
            else
                fresh.push_back(int(i));
        }
        for (const int node : fresh)
            placeBeside(made.graph, node, all);
        all.honour(made.graph);
    }
    m_at.clear();
    m_at.reserve(qsizetype(count));
    for (size_t i = 0; i < count; ++i) {
        made.board.spots[i].at = all.at[i];
        m_at.insert(made.board.spots[i].id, all.at[i]);
    }
    for (size_t i = 0; i < made.board.boxes.size(); ++i) {
        made.board.boxes[i].area = all.boxes[i];
        m_boxes.insert(made.board.boxes[i].key, all.boxes[i]);
    }
}

/// A first layout without the links, or without what people placed, would have to be thrown over.
bool Plan::isReady() const
{
    const bool hasLinks = m_links.isKnown() || !m_links.trouble().isEmpty();
    return m_devices.isKnown() && hasLinks && m_layout.isKnown();
}

void Plan::compose()
{
    if (!isReady())
        return;
    m_survey.now = (m_survey.moment ? m_survey.moment->at : m_clock.now()).toMSecsSinceEpoch();
    signDepartments();
    Composition made = network::compose(m_devices.all(), m_links.all(), m_layout.placed(), m_survey);
    settle(made);
    made.board.index();
    m_board = std::move(made.board);
    Q_EMIT rebuilt();
}

void Plan::apply(const Places &places)
{
    QList<Placement> placed;
    QStringList released;
    QStringList moved;
    Q_EMIT refreshed(places.keys()); // where they were, nothing of them is to stay
    for (auto one = places.begin(); one != places.end(); ++one) {
        if (*one) {
            placed << **one;
            m_at.insert(one.key(), {(*one)->x, (*one)->y});
        } else {
            released << one.key();
            if (const QString id = hiddenBy(one.key()); !id.isEmpty()) {
                const Placement known = m_layout.placed().value(one.key());
                m_at.insert(id, {known.x, known.y});
            }
            if (m_home.contains(one.key()))
                m_at.insert(one.key(), m_home.take(one.key()));
        }
        if (const int spot = m_board.find(one.key()); spot >= 0 && *one) {
            m_board.move(spot, {(*one)->x, (*one)->y});
            m_board.spots[size_t(spot)].isPinned = true;
            moved << one.key();
        }
    }
    if (!placed.isEmpty())
        m_layout.place(placed);
    if (!released.isEmpty())
        m_layout.release(released);
    if (!released.isEmpty() || moved.size() != places.size()) {
        compose();
        return;
    }
    for (const int spot : m_board.makeRoom())
        moved << m_board.spots[size_t(spot)].id;
    Q_EMIT refreshed(moved);
}

void Plan::put(const QMap<QString, QPointF> &places, const QString &what)
{
    if (isPast())
        return;
    Places before;
    Places after;
    for (auto place = places.begin(); place != places.end(); ++place) {
        const auto known = m_layout.placed().constFind(place.key());
        if (known == m_layout.placed().constEnd() && m_at.contains(place.key()))
            m_home.insert(place.key(), m_at.value(place.key()));
        before.insert(place.key(),
                      known == m_layout.placed().constEnd() ? std::nullopt : std::optional(*known));
        after.insert(place.key(), Placement{place.key(), place->x(), place->y(), {}});
    }
    m_undo.push(new Placing(*this, before, after, what));
}

void Plan::moveBy(const QStringList &ids, QPointF by)
{
    QMap<QString, QPointF> places;
    for (const QString &id : ids) {
        if (m_at.contains(id))
            places.insert(id, m_at.value(id) + by);
    }
    if (!places.isEmpty())
        put(places, tr("Move"));
}

void Plan::letGo(const QStringList &ids)
{
    if (isPast())
        return;
    Places before;
    Places after;
    for (const QString &id : ids) {
        if (const auto known = m_layout.placed().constFind(id); known != m_layout.placed().constEnd()) {
            before.insert(id, *known);
            after.insert(id, std::nullopt);
        }
    }
    if (!before.isEmpty())
        m_undo.push(new Placing(*this, before, after, tr("Unpin")));
}

void Plan::note(const QString &id, const QString &text, QPointF at)
{
    if (isPast())
        return;
    const auto known = m_layout.placed().constFind(id);
    const auto before = known == m_layout.placed().constEnd() ? std::nullopt : std::optional(*known);
    const auto after =
        text.isEmpty() ? std::nullopt : std::optional(Placement{id, at.x(), at.y(), text.left(2048)});
    m_undo.push(new Placing(*this, {{id, before}}, {{id, after}}, tr("Note")));
}

} // namespace network
