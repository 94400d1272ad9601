// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/jsonenvelope.h"

#include "fuzz/heap.h"
#include "fuzz/require.h"
#include "fuzz/seed.h"
#include "fuzz/targets.h"

#include <algorithm>

namespace fuzz {

namespace {
void checkObject(const QJsonObject &object)
{
    const QByteArray text = wire::encodeEnvelope(object);
    require(text.isValidUtf8(), "an envelope is UTF-8");
    require(std::none_of(text.begin(), text.end(), [](char byte) { return uchar(byte) < 0x20; }),
            "an envelope is one line");
    const auto again = wire::decodeEnvelope(text);
    require(again && isSameJson(*again, object), "what is encoded is decoded to the same");
    require(*again != object || wire::encodeEnvelope(*again) == text, "the encoding is one");
}
} // namespace

void jsonenvelope(QByteArrayView input)
{
    const QByteArray message = input.toByteArray();
    const HeapWatch heap;
    const auto envelope = wire::decodeEnvelope(message);
    // An opened array, one byte, is a tree of its own in Qt's JSON.
    require(HeapWatch::peak() <= size_t(200 * message.size()) + 4096, "memory is bounded by what came");
    if (envelope) {
        const qsizetype mark = message.startsWith("\xef\xbb\xbf") ? 3 : 0; // RFC 8259 §8.1 lets it be ignored
        const QByteArray text = message.mid(mark).trimmed();
        require(text.startsWith('{') && text.endsWith('}'), "an envelope is an object");
        require(message.isValidUtf8(), "what is not UTF-8 is refused");
        checkObject(*envelope);
    } else {
        require(envelope.error().code == core::ErrorCode::Invalid && !envelope.error().message.isEmpty(),
                "a refusal is Invalid and says why");
    }
    if (message.size() % 2 == 0) // not always, for the fuzzer's speed
        checkObject(Seed(input).object(4));
}

} // namespace fuzz
