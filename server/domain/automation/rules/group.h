// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/automation/rules/compiled.h"
#include "domain/automation/rules/window.h"

#include <QHash>

#include <map>
#include <memory>

// What the runtime keeps. A series is watched by tracks, each for one group of one rule; a group is as bad as
// the worst of its tracks.

namespace automation::rules {

struct Group;
struct Ruling;
struct Series;

/// One series in one group.
struct Track
{
    Series *series = nullptr;
    Window *window = nullptr; ///< of the series; none for states and absence
    Group *group = nullptr;
    std::optional<double> value;
};

/// A window that does not know what was before it, since it is younger.
struct Lack
{
    QString source;
    QString name;
    qint64 width = 0;  ///< ms
    qint64 before = 0; ///< ms since the epoch: when it heard the first reading
};

/// One series, or the state of one thing, as far as rules want to know.
struct Series
{
    QString source;
    QString name;
    Labels labels;  ///< its own, by which it is another than its like; a state has none
    Labels carried; ///< those, and what is said of its source now
    QString word;   ///< of a state
    bool isState = false;
    qint64 last = 0;
    double value = 0;
    bool isLinked = true; ///< false: one of its groups was let go of, and is to be made anew when it is heard
    std::vector<std::unique_ptr<Window>> windows; ///< rules that ask for the same share one
    /// What is heard while it is looked up what was before; null: that is not done.
    std::unique_ptr<std::vector<Reading>> awaiting;
    std::vector<std::unique_ptr<Track>> tracks;

    Window *windowFor(const Expression &expression);
    /// What was before its windows does not come any more.
    void awaitNoMore();
};

/// One group of one rule: what may become one alert.
struct Group
{
    quint64 number = 0; ///< in the order they came up; never given twice
    Ruling *ruling = nullptr;
    Labels labels;
    Lifecycle life;
    std::vector<Track *> tracks;
    Track *worst = nullptr;
    qint64 heard = 0;  ///< the newest reading of any of its series, for absence
    qint64 queued = 0; ///< when it is looked at next, at the latest; 0: never
    qint64 held =
        0; ///< it stays as it was before a gap until then, or until there are readings; 0: it does not
    bool isFresh = true;        ///< never looked at
    qint64 awaits = 0;          ///< until then, at the latest, it is not judged: a window awaits what was
    QHash<QString, int> firing; ///< rule → its groups that fire, for a composite one
    std::optional<double> value;
    QString word;

    /// Higher is worse.
    [[nodiscard]] double badness(const Track &track) const;
    /// A track is another than before.
    void weigh(Track &track);
    void weighAll();
    void drop(Track &track);
};

/// What a rule, or all of them, had to do in one batch.
struct Tally
{
    quint64 batch = 0;
    qint64 inputs = 0;     ///< that the rule looks at; of all: whatever came in
    qint64 candidates = 0; ///< groups that were judged
};

/// A rule in force, and all its groups.
struct Ruling
{
    Compiled compiled;
    std::map<QString, std::unique_ptr<Group>> groups; ///< by their labels
    std::vector<Group *> raised;
    std::vector<Ruling *> composites;  ///< rest upon it
    std::vector<Ruling *> suppressors; ///< speak for it
    std::vector<Ruling *> suppressed;
    qint64 refused = 0; ///< groups there was no room for
    Tally tally;        ///< of the batch it had something to do in last

    [[nodiscard]] const QString &id() const { return compiled.rule.id; }
    /// What its group of a series is called.
    [[nodiscard]] Labels labelsOf(const Series &series) const;
};

/// Labels as one text, which no other labels have.
QString keyOf(const Labels &labels);
/// Whether they say the same of everything both speak of.
bool agree(const Labels &one, const Labels &other);

} // namespace automation::rules
