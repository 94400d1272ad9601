// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/sources/completionreader.h"
#include "fuzz/pieces.h"
#include "fuzz/require.h"
#include "fuzz/targets.h"

#include <optional>

using assistant::sources::Completion;
using assistant::sources::CompletionReader;

namespace fuzz {

namespace {
std::optional<Completion> ended(CompletionReader &reader)
{
    const auto completion = reader.end();
    return completion ? std::optional(*completion) : std::nullopt;
}

std::optional<Completion> readWhole(QByteArrayView input)
{
    CompletionReader reader;
    return reader.feed(input) ? ended(reader) : std::nullopt;
}

std::optional<Completion> readInPieces(QByteArrayView input)
{
    CompletionReader reader;
    for (Pieces pieces(input); !pieces.atEnd() && !reader.isDone();) {
        if (!reader.feed(pieces.next()))
            return std::nullopt;
    }
    return ended(reader);
}
} // namespace

void completion(QByteArrayView input)
{
    const auto whole = readWhole(input);
    const auto pieces = readInPieces(input);
    require(whole.has_value() == pieces.has_value(), "pieces have the whole's verdict");
    if (!whole)
        return;
    require(whole->text == pieces->text && whole->calls == pieces->calls && whole->tokens == pieces->tokens,
            "pieces say what the whole says");
    require(whole->text.size() <= CompletionReader::longestText, "answers are bounded");
    require(whole->calls.size() <= CompletionReader::mostCalls, "calls are bounded");
    require(!whole->text.trimmed().isEmpty() || !whole->calls.isEmpty(), "an answer says something");
    require(!whole->tokens || *whole->tokens >= 0, "nothing is given back");
}

} // namespace fuzz
