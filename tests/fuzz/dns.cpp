// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/dnsmessage.h"
#include "fuzz/heap.h"
#include "fuzz/require.h"
#include "fuzz/targets.h"

#include <algorithm>

using network::sources::DnsMessage;
using network::sources::DnsRecord;
using network::sources::labelsOf;

namespace fuzz {

namespace {
bool isSame(const DnsRecord &one, const DnsRecord &other)
{
    return one.name == other.name && one.type == other.type && one.address == other.address &&
           one.target == other.target && one.port == other.port && one.texts == other.texts &&
           one.ttl == other.ttl && one.flushes == other.flushes;
}

bool canBeWritten(const DnsRecord &record)
{
    using network::sources::DnsType;
    switch (record.type) {
    case DnsType::A:
    case DnsType::Aaaa:
        return !record.address.isNull();
    case DnsType::Ptr:
    case DnsType::Cname:
    case DnsType::Ns:
    case DnsType::Srv:
        return !labelsOf(record.target).isEmpty();
    case DnsType::Txt:
        return !record.texts.isEmpty();
    default:
        return false;
    }
}
} // namespace

void dns(QByteArrayView input)
{
    const HeapWatch heap;
    const auto message = DnsMessage::parse(input);
    // A pointer of two bytes may stand for a name of 255.
    require(HeapWatch::peak() <= size_t(2048 * input.size()) + 4096, "memory is bounded by what came");
    if (!message)
        return;
    require(message->questions.size() <= 200 && message->records.size() <= 1000, "lists are bounded");
    require(message->answers <= message->records.size(), "answers are among the records");
    DnsMessage again;
    again.id = message->id;
    for (const auto &question : message->questions) {
        require(question.name.size() <= 2 * 255, "names are bounded");
        if (!labelsOf(question.name).isEmpty())
            again.questions.append(question);
    }
    std::copy_if(
        message->records.begin(), message->records.end(), std::back_inserter(again.records),
        [](const DnsRecord &record) { return canBeWritten(record) && !labelsOf(record.name).isEmpty(); });
    const QByteArray written = encodeDnsResponse(again);
    if (written.size() > 9000)
        return;
    const auto back = DnsMessage::parse(written);
    require(back && back->questions == again.questions && back->records.size() == again.records.size(),
            "what was read is written and read again");
    require(std::equal(back->records.begin(), back->records.end(), again.records.begin(), isSame),
            "records come back as they were");
}

} // namespace fuzz
