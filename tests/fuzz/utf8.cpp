// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/utf8.h"

#include "fuzz/pieces.h"
#include "fuzz/require.h"
#include "fuzz/targets.h"

#include <QByteArray>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace fuzz {

namespace {
bool isUtf8ForQt(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    return !decoder.hasError();
}

/// Whether bytes exist that make valid UTF-8 of `bytes` when they follow.
bool canBeCompleted(QByteArrayView bytes)
{
    static constexpr std::array<QByteArrayView, 8> endings{
        "", "\x80", "\x80\x80", "\x80\x80\x80", "\xa0\x80", "\x90\x80\x80", "\xbf", "\xbf\x80"};
    return std::any_of(endings.begin(), endings.end(), [bytes](QByteArrayView ending) {
        return isUtf8ForQt(bytes.toByteArray().append(ending));
    });
}
} // namespace

void utf8(QByteArrayView input)
{
    const bool isValid = wire::isUtf8(input);
    require(isValid == isUtf8ForQt(input), "the verdict is Qt's");
    require(isValid == input.toByteArray().isValidUtf8(), "the verdict is that of QByteArray");

    wire::Utf8Check check;
    for (Pieces pieces(input); !pieces.atEnd();)
        check.feed(pieces.next());
    require(check.isComplete() == isValid, "pieces have the whole's verdict");
    check.reset();
    require(check.isComplete() && check.feed("a") && check.isComplete(), "a reset forgets everything");

    // A mistake is told at the very byte that makes it one.
    wire::Utf8Check slow;
    qsizetype good = 0;
    while (good < input.size() && slow.feed(input.sliced(good, 1)))
        ++good;
    require(canBeCompleted(input.first(good)), "what was let pass can become valid");
    if (good == input.size())
        return;
    require(!canBeCompleted(input.first(good + 1)), "what is refused cannot become valid");
    require(!slow.feed("a") && !slow.isComplete(), "a mistake stays one");
}

} // namespace fuzz
