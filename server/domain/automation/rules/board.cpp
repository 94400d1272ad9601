// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/board.h"

#include <algorithm>

namespace automation::rules {

size_t qHash(const SeriesKey &key, size_t seed)
{
    size_t hash = qHashMulti(seed, key.source, key.name);
    for (auto it = key.labels.begin(); it != key.labels.end(); ++it)
        hash = qHashMulti(hash, it.key(), it.value());
    return hash;
}

void Board::Index::add(Ruling &ruling)
{
    const Selection &selection = *ruling.compiled.selection();
    if (selection.hasPattern()) {
        patterns.push_back(&ruling);
    } else if (ruling.compiled.namesDevices()) {
        QStringList devices = ruling.compiled.rule.source.devices;
        devices.removeDuplicates();
        for (const QString &device : devices)
            exact[{selection.name, device}].push_back(&ruling);
    } else {
        exact[{selection.name, {}}].push_back(&ruling);
    }
}

void Board::Index::visit(const QString &source, const QString &name,
                         const std::function<void(Ruling &)> &use) const
{
    const auto visitAt = [&](const QString &device) {
        if (const auto found = exact.find({name, device}); found != exact.end())
            std::for_each(found->begin(), found->end(), [&](Ruling *ruling) { use(*ruling); });
    };
    if (!source.isEmpty())
        visitAt(source);
    visitAt({});
    for (Ruling *ruling : patterns)
        use(*ruling);
}

Board::Board(const Bounds &bounds, std::function<void(Group &)> made)
    : m_bounds(bounds), m_made(std::move(made))
{
}

void Board::setRules(const QList<Compiled> &rules, const std::function<void(Group &)> &closed)
{
    std::vector<std::unique_ptr<Ruling>> old = std::exchange(m_rulings, {});
    build(rules, old, closed);
    connect();
    relink();
    for (const auto &ruling : m_rulings) {
        if (!ruling->compiled.rule.isEnabled)
            continue;
        if (ruling->compiled.isOfAbsence() && ruling->compiled.namesDevices())
            expectDevices(*ruling);
        if (ruling->compiled.formula() != nullptr && ruling->compiled.rule.groupBy.isEmpty())
            groupOf(*ruling, {});
    }
}

void Board::build(const QList<Compiled> &rules, std::vector<std::unique_ptr<Ruling>> &old,
                  const std::function<void(Group &)> &closed)
{
    m_byId.clear();
    for (const Compiled &compiled : rules) {
        m_rulings.push_back(std::make_unique<Ruling>());
        m_rulings.back()->compiled = compiled;
        m_byId.insert(compiled.rule.id, m_rulings.back().get());
    }
    for (const auto &before : old) {
        Ruling *now = ruling(before->id());
        if (now != nullptr && now->compiled.looksAtTheSame(before->compiled)) {
            now->groups = std::move(before->groups);
            now->raised = std::move(before->raised);
            for (const auto &[key, group] : now->groups)
                group->ruling = now;
            continue;
        }
        for (const auto &[key, group] : before->groups) {
            closed(*group);
            m_groups.remove(group->number);
        }
    }
}

void Board::connect()
{
    m_ofSamples = {};
    m_ofStates = {};
    for (const auto &ruling : m_rulings) {
        for (const QString &id : std::as_const(ruling->compiled.rule.suppress)) {
            this->ruling(id)->suppressors.push_back(ruling.get());
            ruling->suppressed.push_back(this->ruling(id));
        }
        if (!ruling->compiled.rule.isEnabled)
            continue;
        if (const Formula *formula = ruling->compiled.formula()) {
            for (const QString &id : formula->rules())
                this->ruling(id)->composites.push_back(ruling.get());
        } else {
            (ruling->compiled.isOfStates() ? m_ofStates : m_ofSamples).add(*ruling);
        }
    }
}

void Board::relink()
{
    for (const auto &ruling : m_rulings) {
        for (const auto &[key, group] : ruling->groups) {
            group->tracks.clear();
            group->worst = nullptr;
            group->firing.clear();
        }
    }
    m_tracks = 0;
    for (const auto &series : m_series) {
        series->tracks.clear();
        link(*series, series->isState ? m_ofStates : m_ofSamples);
        auto &windows = series->windows;
        const auto isUnused = [&](const auto &window) {
            return std::none_of(series->tracks.begin(), series->tracks.end(),
                                [&](const auto &track) { return track->window == window.get(); });
        };
        windows.erase(std::remove_if(windows.begin(), windows.end(), isUnused), windows.end());
    }
    removeSeries([](const Series &series) { return series.tracks.empty(); });
}

void Board::link(Series &series, const Index &index)
{
    series.isLinked = true;
    index.visit(series.source, series.name, [&](Ruling &ruling) {
        if (ruling.compiled.isAbout(series.source, series.name, series.carried))
            watch(ruling, series);
    });
}

void Board::watch(Ruling &ruling, Series &series)
{
    if (m_tracks >= m_bounds.tracks) {
        ++m_refusedSeries;
        return;
    }
    Group *group = groupOf(ruling, ruling.labelsOf(series));
    if (group == nullptr)
        return;
    const auto isOfGroup = [group](const auto &track) { return track->group == group; };
    if (std::any_of(series.tracks.begin(), series.tracks.end(), isOfGroup))
        return;
    const Compiled &compiled = ruling.compiled;
    const bool needsWindow = compiled.expression() != nullptr && !compiled.isOfAbsence();
    Window *window = needsWindow ? series.windowFor(*compiled.expression()) : nullptr;
    series.tracks.push_back(std::make_unique<Track>(Track{&series, window, group, {}}));
    group->tracks.push_back(series.tracks.back().get());
    ++m_tracks;
}

void Board::unlink(Series &series, const std::function<void(Group &)> &touched)
{
    const auto tracks = std::exchange(series.tracks, {});
    m_tracks -= int(tracks.size());
    for (const auto &track : tracks) {
        track->group->drop(*track);
        touched(*track->group);
    }
}

void Board::expectDevices(Ruling &ruling)
{
    const Rule &rule = ruling.compiled.rule;
    if (rule.groupBy != QStringList{QStringLiteral("source")})
        return; // which other labels there will be nobody knows
    for (const QString &device : rule.source.devices)
        groupOf(ruling, {{QStringLiteral("source"), device}});
}

bool Board::isWanted(const Index &index, const QString &source, const QString &name) const
{
    bool isWanted = false;
    index.visit(source, name, [&](Ruling &ruling) {
        isWanted = isWanted || fits(ruling.compiled.selection()->name, name);
    });
    return isWanted;
}

bool Board::hasRoom()
{
    if (int(m_series.size()) < m_bounds.series)
        return true;
    // Those that turned out to be watched by nobody are only kept to be known as such.
    removeSeries([](const Series &series) { return series.tracks.empty(); });
    if (int(m_series.size()) < m_bounds.series)
        return true;
    ++m_refusedSeries;
    return false;
}

Series *Board::add(Series series, const SeriesKey &key, QHash<SeriesKey, Series *> &to, const Index &index)
{
    m_series.push_back(std::make_unique<Series>(std::move(series)));
    Series *added = m_series.back().get();
    to.insert(key, added);
    if (!added->isState)
        m_bySource.insert(added->source, added);
    link(*added, index);
    return added;
}

Series *Board::seriesOf(const Sample &sample)
{
    const SeriesKey key{sample.source, sample.name, sample.labels};
    if (Series *known = m_samples.value(key)) {
        if (!known->isLinked)
            link(*known, m_ofSamples);
        return known;
    }
    if (!isWanted(m_ofSamples, sample.source, sample.name) || !hasRoom())
        return nullptr;
    Series series;
    series.source = sample.source;
    series.name = sample.name;
    series.labels = sample.labels;
    series.carried = carriedBy(series);
    return add(std::move(series), key, m_samples, m_ofSamples);
}

Series *Board::find(const QString &source, const QString &name) const
{
    return m_samples.value(SeriesKey{source, name, {}});
}

Series *Board::stateOf(const StateChange &change, const std::function<void(Group &)> &touched)
{
    const SeriesKey key{change.subject, change.kind, {}};
    if (Series *known = m_states.value(key)) {
        if (known->carried != change.labels || !known->isLinked) {
            known->carried = change.labels;
            unlink(*known, touched);
            link(*known, m_ofStates);
        }
        return known;
    }
    if (!isWanted(m_ofStates, change.subject, change.kind) || !hasRoom())
        return nullptr;
    Series series;
    series.source = change.subject;
    series.name = change.kind;
    series.carried = change.labels;
    series.isState = true;
    return add(std::move(series), key, m_states, m_ofStates);
}

Group *Board::groupOf(Ruling &ruling, const Labels &labels)
{
    const QString key = keyOf(labels);
    if (const auto known = ruling.groups.find(key); known != ruling.groups.end())
        return known->second.get();
    if (int(ruling.groups.size()) >= m_bounds.groups) {
        ++ruling.refused;
        return nullptr;
    }
    auto &group = ruling.groups[key];
    group = std::make_unique<Group>();
    group->number = ++m_lastNumber;
    group->ruling = &ruling;
    group->labels = labels;
    m_groups.insert(group->number, group.get());
    m_made(*group);
    return group.get();
}

void Board::remove(Group &group)
{
    for (Track *track : group.tracks) {
        Series &series = *track->series;
        auto &tracks = series.tracks;
        series.isLinked = false;
        const auto isIt = [track](const auto &one) { return one.get() == track; };
        tracks.erase(std::remove_if(tracks.begin(), tracks.end(), isIt), tracks.end());
        --m_tracks;
        if (tracks.empty())
            series.windows.clear();
    }
    group.tracks.clear();
    auto &raised = group.ruling->raised;
    raised.erase(std::remove(raised.begin(), raised.end(), &group), raised.end());
    m_groups.remove(group.number);
    group.ruling->groups.erase(keyOf(group.labels));
}

Labels Board::carriedBy(const Series &series) const
{
    Labels labels = m_said.value(series.source);
    labels.insert(series.labels);
    return labels;
}

void Board::describe(const QString &source, const Labels &labels, const std::function<void(Group &)> &touched)
{
    Labels &said = m_said[source];
    if (said == labels)
        return;
    said = labels;
    const QList<Series *> all = m_bySource.values(source);
    for (Series *series : all) {
        series->carried = carriedBy(*series);
        unlink(*series, touched);
        link(*series, m_ofSamples);
        for (const auto &track : series->tracks)
            touched(*track->group);
    }
}

void Board::forget(const QString &source, const std::function<void(Group &)> &touched)
{
    m_said.remove(source);
    for (const auto &series : m_series) {
        if (series->source == source)
            unlink(*series, touched);
    }
    removeSeries([&](const Series &series) { return series.source == source; });
}

void Board::removeSeries(const std::function<bool(const Series &)> &isOld)
{
    const auto isGone = [&](Series *series) { return isOld(*series); };
    for (auto *known : {&m_samples, &m_states}) {
        for (auto it = known->begin(); it != known->end();)
            it = isGone(it.value()) ? known->erase(it) : std::next(it);
    }
    for (auto it = m_bySource.begin(); it != m_bySource.end();)
        it = isGone(it.value()) ? m_bySource.erase(it) : std::next(it);
    m_series.erase(
        std::remove_if(m_series.begin(), m_series.end(), [&](const auto &series) { return isOld(*series); }),
        m_series.end());
}

} // namespace automation::rules
