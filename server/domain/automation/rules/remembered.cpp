// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/remembered.h"

#include "domain/automation/rules/group.h"

#include <QHash>

#include <algorithm>

namespace automation::rules {

namespace {
QString identityOf(const KeptGroup &kept)
{
    return kept.rule + u'\n' + kept.condition + u'\n' + keyOf(kept.group);
}

/// As if the time since then had not been.
void move(KeptGroup &kept, qint64 then, qint64 now)
{
    Lifecycle life(kept.life);
    if (now >= then) {
        life.shift(now - then);
        kept.heard += now - then;
    } else {
        life.turnBack(now);
        kept.heard = std::min(kept.heard, now);
    }
    kept.life = life.state();
}
} // namespace

Snapshot rememberedAt(qint64 now, const Snapshot &memory, const QList<KeptGroup> &firing)
{
    Snapshot out{now, firing};
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < firing.size(); ++i)
        places.insert(identityOf(firing[i]), i);
    for (KeptGroup kept : memory.groups) {
        const bool wasRaised = isRaised(kept.life.phase);
        move(kept, memory.now, now);
        if (const auto place = places.constFind(identityOf(kept)); place != places.constEnd()) {
            Lifecycle::State &known = out.groups[*place].life;
            known.resolved = kept.life.resolved;
            known.returns = kept.life.returns;
            continue;
        }
        if (wasRaised) {
            // It was over between this and the end.
            kept.life.phase = Phase::Inactive;
            kept.life.since = kept.life.resolved = now;
        }
        out.groups << kept;
    }
    return out;
}

} // namespace automation::rules
