// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/httpanswer.h"

#include "fuzz/pieces.h"
#include "fuzz/require.h"
#include "fuzz/targets.h"

using alerts::channels::HttpAnswer;
using alerts::channels::Outcome;

namespace fuzz {

namespace {
Outcome outcomeOf(HttpAnswer &answer)
{
    answer.end();
    require(answer.body().size() <= HttpAnswer::mostBody, "what is kept is bounded");
    return answer.outcome(QStringLiteral("hooks.example.org"), QDateTime({2026, 11, 23}, {12, 0}, Qt::UTC));
}

Outcome heardInPieces(QByteArrayView input)
{
    HttpAnswer answer;
    for (Pieces pieces(input); !pieces.atEnd();) {
        if (answer.read(pieces.next().toByteArray()))
            break;
    }
    return outcomeOf(answer);
}
} // namespace

void httpanswer(QByteArrayView input)
{
    HttpAnswer whole;
    (void)whole.read(input.toByteArray());
    const Outcome outcome = outcomeOf(whole);
    const Outcome pieces = heardInPieces(input);
    require(outcome.kind == pieces.kind && outcome.after == pieces.after, "pieces mean what the whole means");
    require(!outcome.sentence.isEmpty() && outcome.sentence.size() < 1024, "what became of it is said");
    require(!outcome.sentence.contains(u'\n') && !outcome.sentence.contains(QChar(0x202e)),
            "in a plain line");
    require(!outcome.after || (outcome.after->count() >= 1 && *outcome.after <= std::chrono::hours(24)),
            "who is to wait does so for a day at most");
    require(!outcome.isDelivered() || (whole.status() >= 200 && whole.status() < 300),
            "only 2xx is delivered");
}

} // namespace fuzz
