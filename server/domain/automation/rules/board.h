// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/automation/rules/group.h"

#include <functional>

namespace automation::rules {

/// How much a runtime takes upon itself.
struct Bounds
{
    int groups = 10'000;          ///< of one rule
    int series = 200'000;         ///< of all
    int tracks = 500'000;         ///< series times the rules that watch them
    qint64 longestStep = 300'000; ///< ms; what is more is a jump of the clock, in which nothing happened
    bool isRecalling = false;     ///< somebody looks up for it what was before its windows
};

/// What tells one series from another; what is only said of its source has no part in it, since it may
/// change.
struct SeriesKey
{
    QString source;
    QString name;
    Labels labels;
    friend bool operator==(const SeriesKey &, const SeriesKey &) = default;
};
size_t qHash(const SeriesKey &key, size_t seed = 0);

/// Which series there are, and by which rules they are watched: found once per series, not once per reading.
class Board
{
public:
    /// Calls `made` for every group that comes up.
    Board(const Bounds &bounds, std::function<void(Group &)> made);

    /// Puts these rules in force. What was kept for a rule that looks at the same as before stays; `closed`
    /// is called for every group of the others, before it goes.
    void setRules(const QList<Compiled> &rules, const std::function<void(Group &)> &closed);
    [[nodiscard]] const std::vector<std::unique_ptr<Ruling>> &rulings() const { return m_rulings; }
    [[nodiscard]] Ruling *ruling(const QString &id) const { return m_byId.value(id); }
    [[nodiscard]] const std::vector<std::unique_ptr<Series>> &series() const { return m_series; }
    [[nodiscard]] Group *group(quint64 number) const { return m_groups.value(number); }

    /// The series of a reading; null when no rule wants to know it, or there is no room.
    Series *seriesOf(const Sample &sample);
    /// One of readings without labels of their own that is there already; null: there is none.
    [[nodiscard]] Series *find(const QString &source, const QString &name) const;
    /// The state of a thing; as told by labels it has now. `touched` is called for the groups it has left.
    Series *stateOf(const StateChange &change, const std::function<void(Group &)> &touched);
    /// A group by its labels, as a rule has them; null when there is no room.
    Group *groupOf(Ruling &ruling, const Labels &labels);
    void remove(Group &group);
    /// What is said of a source, which its readings carry from now on. `touched` is called for the groups
    /// they have left, and for those they are in.
    void describe(const QString &source, const Labels &labels, const std::function<void(Group &)> &touched);
    [[nodiscard]] Labels saidOf(const QString &source) const { return m_said.value(source); }
    /// Forgets the series of a source. `touched` is called for the groups they were in.
    void forget(const QString &source, const std::function<void(Group &)> &touched);
    [[nodiscard]] qint64 refusedSeries() const { return m_refusedSeries; }

private:
    /// Rules by what they look at.
    struct Index
    {
        QHash<std::pair<QString, QString>, std::vector<Ruling *>> exact; ///< name, and source or nothing
        std::vector<Ruling *> patterns;

        void add(Ruling &ruling);
        /// Calls `use` for every rule that may want to know of it.
        void visit(const QString &source, const QString &name,
                   const std::function<void(Ruling &)> &use) const;
    };

    void build(const QList<Compiled> &rules, std::vector<std::unique_ptr<Ruling>> &old,
               const std::function<void(Group &)> &closed);
    void connect();
    void relink();
    void link(Series &series, const Index &index);
    void unlink(Series &series, const std::function<void(Group &)> &touched);
    void watch(Ruling &ruling, Series &series);
    void expectDevices(Ruling &ruling);
    [[nodiscard]] Labels carriedBy(const Series &series) const;
    [[nodiscard]] bool isWanted(const Index &index, const QString &source, const QString &name) const;
    [[nodiscard]] bool hasRoom();
    Series *add(Series series, const SeriesKey &key, QHash<SeriesKey, Series *> &to, const Index &index);
    void removeSeries(const std::function<bool(const Series &)> &isOld);

    Bounds m_bounds;
    std::function<void(Group &)> m_made;
    std::vector<std::unique_ptr<Ruling>> m_rulings;
    QHash<QString, Ruling *> m_byId;
    Index m_ofSamples;
    Index m_ofStates;
    std::vector<std::unique_ptr<Series>> m_series; ///< in the order they came up
    QHash<SeriesKey, Series *> m_samples;
    QHash<SeriesKey, Series *> m_states;
    QMultiHash<QString, Series *> m_bySource; ///< of readings
    QHash<QString, Labels> m_said;            ///< of sources
    QHash<quint64, Group *> m_groups;
    quint64 m_lastNumber = 0;
    int m_tracks = 0;
    qint64 m_refusedSeries = 0;
};

} // namespace automation::rules
