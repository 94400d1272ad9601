// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/folding.h"

namespace alerts::folding {

namespace {
constexpr int deepest = 64;

bool isFiring(const Shelf &shelf, qint64 number)
{
    const Kept *kept = shelf.find(number);
    return kept != nullptr && kept->isFiring();
}
} // namespace

bool isWithin(const Shelf &shelf, qint64 part, qint64 whole)
{
    qint64 number = part;
    for (int depth = 0; depth < deepest && number != 0; ++depth) {
        if (number == whole)
            return true;
        const Kept *kept = shelf.find(number);
        number = kept == nullptr ? 0 : alertNumber(kept->shown.foldedInto);
    }
    return number != 0; // too deep to be told
}

void fold(Turn &turn, Kept kept, qint64 parent, const QString &by)
{
    kept.shown.foldedInto = alertId(parent);
    kept.shown.isFoldedByHand = !by.isEmpty();
    turn.put(std::move(kept), Deed::Folded, by, alertId(parent));
}

void unfold(Turn &turn, Kept kept, const QString &by)
{
    const QString parent = kept.shown.foldedInto;
    kept.shown.foldedInto.clear();
    kept.shown.isFoldedByHand = !by.isEmpty();
    // Nobody has waited for it while it was a part of another.
    kept.restlessAt = turn.now();
    turn.put(std::move(kept), Deed::Unfolded, by, parent);
}

void settle(Turn &turn, qint64 number)
{
    const Kept *kept = turn.shelf().find(number);
    if (kept == nullptr || !kept->isFiring())
        return;
    const qint64 into = alertNumber(kept->shown.foldedInto);
    const bool isHeld = into != 0 && isFiring(turn.shelf(), into);
    if (kept->shown.isFoldedByHand && (isHeld || into == 0))
        return;
    const qint64 parent = kept->shown.causeId.isEmpty() ? 0 : turn.shelf().outageOf(kept->shown.causeId);
    if (parent != 0 && !isWithin(turn.shelf(), parent, number)) {
        if (parent != into)
            fold(turn, *kept, parent);
    } else if (into != 0) {
        unfold(turn, *kept);
    }
}

void adopt(Turn &turn, const Kept &parent)
{
    if (!parent.isOutage || !parent.isFiring() || parent.shown.subjectId.isEmpty())
        return;
    const QSet<qint64> behind = turn.shelf().behind(parent.shown.subjectId);
    for (const qint64 number : behind)
        settle(turn, number);
}

void release(Turn &turn, const Kept &parent)
{
    const QSet<qint64> children = turn.shelf().childrenOf(parent.number);
    for (const qint64 number : children) {
        settle(turn, number);
        const Kept *child = turn.shelf().find(number);
        if (child == nullptr || !child->isFiring() || child->isFolded())
            continue;
        Kept quiet = *child;
        quiet.quietUntil = turn.now().addSecs(std::chrono::seconds(grace).count());
        turn.put(quiet);
    }
}

} // namespace alerts::folding
