// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/dnsmessage.h"

#include <QtEndian>

#include <cstring>

namespace network::sources {

namespace {
constexpr qsizetype mostBytes = 9000; // RFC 6762 §17
constexpr int mostQuestions = 200;
constexpr int mostRecords = 1000;
constexpr qsizetype longestName = 255;
constexpr qsizetype longestLabel = 63;
constexpr int mostJumps = 32;
constexpr qsizetype mostTexts = 64;

/// Reads from the front; what is not there makes it bad, for good.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes) : m_bytes(bytes) {}

    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] qsizetype place() const { return m_at; }

    quint16 number16()
    {
        const QByteArrayView raw = take(2);
        return raw.isEmpty() ? quint16(0) : qFromBigEndian<quint16>(raw.data());
    }

    quint32 number32()
    {
        const QByteArrayView raw = take(4);
        return raw.isEmpty() ? 0U : qFromBigEndian<quint32>(raw.data());
    }

    QByteArrayView take(qsizetype count)
    {
        if (!m_isGood || count < 0 || m_bytes.size() - m_at < count) {
            m_isGood = false;
            return {};
        }
        m_at += count;
        return m_bytes.sliced(m_at - count, count);
    }

    QByteArray name()
    {
        QByteArray text;
        Pointer pointer{m_at, -1, m_at, 0};
        for (qsizetype size = 0; m_isGood;) {
            if (pointer.next >= m_bytes.size())
                return fail();
            const auto head = quint8(m_bytes.at(pointer.next));
            if ((head & 0xc0U) == 0xc0U) {
                follow(pointer);
                continue;
            }
            size += head + 1;
            if (head > longestLabel || size > longestName || pointer.next + 1 + head > m_bytes.size())
                return fail();
            ++pointer.next;
            if (head == 0) {
                m_at = pointer.back < 0 ? pointer.next : pointer.back;
                return text;
            }
            if (!text.isEmpty())
                text += '.';
            append(text, m_bytes.sliced(pointer.next, head));
            pointer.next += head;
        }
        return {};
    }

private:
    struct Pointer
    {
        qsizetype next;   ///< where the name goes on
        qsizetype back;   ///< where the message goes on; before zero: no pointer came
        qsizetype lowest; ///< another must lead before it
        int jumps;
    };

    void follow(Pointer &pointer) // RFC 1035 §4.1.4
    {
        if (pointer.next + 1 >= m_bytes.size() || ++pointer.jumps > mostJumps) {
            m_isGood = false;
            return;
        }
        const qsizetype to =
            (quint8(m_bytes.at(pointer.next)) & 0x3fU) << 8U | quint8(m_bytes.at(pointer.next + 1));
        if (pointer.back < 0)
            pointer.back = pointer.next + 2;
        if (to >= pointer.lowest)
            m_isGood = false;
        pointer.next = pointer.lowest = to;
    }

    static void append(QByteArray &text, QByteArrayView label)
    {
        for (char letter : label) {
            if (letter == '.' || letter == '\\')
                text += '\\';
            text += letter;
        }
    }

    QByteArray fail()
    {
        m_isGood = false;
        return {};
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_isGood = true;
};

void readTexts(QByteArrayView data, DnsRecord &record)
{
    for (qsizetype at = 0; at < data.size() && record.texts.size() < mostTexts;) {
        const auto length = quint8(data.at(at));
        if (at + 1 + length > data.size())
            return;
        if (length > 0)
            record.texts.append(data.sliced(at + 1, length).toByteArray());
        at += 1 + length;
    }
}

core::Address readAddress(QByteArrayView data)
{
    if (data.size() == 4)
        return core::Address(qFromBigEndian<quint32>(data.data()));
    if (data.size() != 16)
        return {};
    std::array<quint8, 16> bytes{};
    std::memcpy(bytes.data(), data.data(), bytes.size());
    return core::Address(bytes);
}

DnsRecord readRecord(Reader &reader)
{
    DnsRecord record;
    record.name = reader.name();
    record.type = DnsType(reader.number16());
    const quint16 group = reader.number16();
    record.flushes = (group & 0x8000U) != 0;
    record.ttl = reader.number32();
    const quint16 length = reader.number16();
    const qsizetype begin = reader.place();
    Reader inner = reader; // names in the data may point before it
    const QByteArrayView data = reader.take(length);
    switch (record.type) {
    case DnsType::A:
    case DnsType::Aaaa:
        record.address = readAddress(data);
        break;
    case DnsType::Srv:
        inner.take(4); // priority and weight
        record.port = inner.number16();
        [[fallthrough]];
    case DnsType::Ptr:
    case DnsType::Cname:
    case DnsType::Ns:
        record.target = inner.name();
        if (!inner.isGood() || inner.place() > begin + length)
            record.target.clear();
        break;
    case DnsType::Txt:
        readTexts(data, record);
        break;
    default:
        break;
    }
    return record;
}

void append16(QByteArray &out, quint16 number)
{
    out.append(char(number >> 8U)).append(char(number & 0xffU));
}

void append32(QByteArray &out, quint32 number)
{
    append16(out, quint16(number >> 16U));
    append16(out, quint16(number & 0xffffU));
}

QByteArray encodedName(const QByteArray &name)
{
    QByteArray out;
    const QList<QByteArray> labels = labelsOf(name);
    for (const QByteArray &label : labels)
        out.append(char(label.size())).append(label);
    return out.append('\0');
}

QByteArray encodedData(const DnsRecord &record)
{
    QByteArray data;
    switch (record.type) {
    case DnsType::A:
    case DnsType::Aaaa:
        data = QByteArray(reinterpret_cast<const char *>(record.address.bytes().data()),
                          record.address.bits() / 8);
        break;
    case DnsType::Srv:
        append32(data, 0);
        append16(data, record.port);
        data += encodedName(record.target);
        break;
    case DnsType::Txt:
        for (const QByteArray &text : record.texts)
            data.append(char(std::min<qsizetype>(text.size(), 255))).append(text.left(255));
        break;
    default:
        data = encodedName(record.target);
    }
    return data;
}

QByteArray encode(const DnsMessage &message)
{
    QByteArray questions;
    quint16 count = 0;
    for (const DnsQuestion &question : message.questions) {
        if (labelsOf(question.name).isEmpty())
            continue;
        questions += encodedName(question.name);
        append16(questions, quint16(question.type));
        append16(questions, question.wantsUnicast ? 0x8001 : 1);
        ++count;
    }
    QByteArray out;
    append16(out, message.id);
    append16(out, quint16((message.isResponse ? 0x8400U : 0U) | (message.wantsRecursion ? 0x100U : 0U) |
                          (unsigned(message.code) & 0xfU)));
    append16(out, count);
    append16(out, quint16(message.records.size()));
    append32(out, 0);
    out += questions;
    for (const DnsRecord &record : message.records) {
        out += encodedName(record.name);
        append16(out, quint16(record.type));
        append16(out, record.flushes ? 0x8001 : 1);
        append32(out, record.ttl);
        const QByteArray data = encodedData(record);
        append16(out, quint16(data.size()));
        out += data;
    }
    return out;
}
} // namespace

std::optional<DnsMessage> DnsMessage::parse(QByteArrayView bytes)
{
    if (bytes.size() > mostBytes)
        return std::nullopt;
    Reader reader(bytes);
    DnsMessage message;
    message.id = reader.number16();
    const quint16 flags = reader.number16();
    message.isResponse = (flags & 0x8000U) != 0;
    message.isTruncated = (flags & 0x200U) != 0;
    message.wantsRecursion = (flags & 0x100U) != 0;
    message.code = flags & 0xfU;
    const int questions = reader.number16();
    const int answers = reader.number16();
    const int records = answers + reader.number16() + reader.number16();
    if (!reader.isGood() || (flags & 0x7800U) != 0 || questions > mostQuestions || records > mostRecords)
        return std::nullopt;
    for (int i = 0; i < questions && reader.isGood(); ++i) {
        DnsQuestion question;
        question.name = reader.name();
        question.type = DnsType(reader.number16());
        question.wantsUnicast = (reader.number16() & 0x8000U) != 0;
        message.questions.append(question);
    }
    for (int i = 0; i < records && reader.isGood(); ++i)
        message.records.append(readRecord(reader));
    if (!reader.isGood())
        return std::nullopt;
    message.answers = answers;
    return message;
}

QByteArray encodeDnsQuery(const DnsMessage &query)
{
    DnsMessage plain = query;
    plain.isResponse = false;
    plain.records.clear();
    return encode(plain);
}

QByteArray encodeDnsResponse(const DnsMessage &response)
{
    DnsMessage marked = response;
    marked.isResponse = true;
    return encode(marked);
}

QByteArray reverseName(const core::Address &address)
{
    QByteArray name;
    if (address.family() == core::Address::Family::V4) {
        for (int i = 3; i >= 0; --i)
            name += QByteArray::number(address.bytes().at(size_t(i))) + '.';
        return name + "in-addr.arpa";
    }
    for (int i = 15; i >= 0; --i) {
        const quint8 byte = address.bytes().at(size_t(i));
        name += QByteArray::number(byte & 0xfU, 16) + '.' + QByteArray::number(byte >> 4U, 16) + '.';
    }
    return name + "ip6.arpa";
}

QList<QByteArray> labelsOf(const QByteArray &name)
{
    QList<QByteArray> labels{QByteArray()};
    qsizetype size = 1;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const char letter = name.at(i);
        if (letter == '.') {
            if (i + 1 == name.size())
                break;
            labels.append(QByteArray());
            continue;
        }
        if (letter == '\\' && i + 1 < name.size())
            ++i;
        labels.last() += name.at(i);
    }
    for (const QByteArray &label : std::as_const(labels)) {
        size += label.size() + 1;
        if (label.isEmpty() || label.size() > longestLabel)
            return {};
    }
    return size <= longestName ? labels : QList<QByteArray>();
}

} // namespace network::sources
