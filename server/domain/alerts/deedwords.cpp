// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/deedwords.h"

#include "domain/alerts/matchertext.h"

#include <QLocale>

namespace alerts {

namespace {
QString withWords(const QString &sentence, const QString &words)
{
    return words.isEmpty() ? sentence : QStringLiteral("%1 — %2").arg(sentence, words);
}
} // namespace

QString DeedWords::sentenceOf(const AlertEntry &entry, const QString &what)
{
    const QString &by = entry.by;
    switch (entry.deed) {
    case Deed::Acknowledged:
        return withWords(tr("%1 looks after %2").arg(by, what), entry.text);
    case Deed::Unacknowledged:
        return withWords(tr("%1 no longer looks after %2").arg(by, what), entry.text);
    case Deed::Assigned:
        return entry.text.isEmpty() ? tr("%1 gave %2 to nobody").arg(by, what)
                                    : tr("%1 gave %2 to %3").arg(by, what, entry.text);
    case Deed::Commented:
        return withWords(tr("%1 on %2").arg(by, what), entry.text);
    case Deed::Escalated:
        return tr("Nobody looks after %1: escalated to level %2").arg(what, entry.text);
    case Deed::Lapsed:
        return tr("%1 was to look after %2 until now").arg(entry.text, what);
    case Deed::Resolved:
        return by.isEmpty() ? QString() : withWords(tr("%1 resolved %2").arg(by, what), entry.text);
    case Deed::Reopened:
        return by.isEmpty() ? QString() : withWords(tr("%1 opened %2 again").arg(by, what), entry.text);
    case Deed::Folded:
        return by.isEmpty() ? QString() : tr("%1 made %2 a part of %3").arg(by, what, entry.text);
    case Deed::Unfolded:
        return by.isEmpty() ? QString() : tr("%1 let %2 stand for itself").arg(by, what);
    case Deed::Raised:
    case Deed::Changed:
        break;
    }
    return {};
}

QString DeedWords::sentenceOf(const Silence &silence, const QString &by)
{
    const QString what =
        silence.matchers.isEmpty() ? tr("alerts of their departments") : MatcherText::write(silence.matchers);
    if (silence.isOver)
        return tr("%1 ended the silence of %2").arg(by, what);
    const QString until = QLocale::c().toString(silence.until.toUTC(), QStringLiteral("yyyy-MM-dd HH:mm"));
    return withWords(tr("%1 silenced %2 until %3 UTC").arg(by, what, until), silence.reason);
}

} // namespace alerts
