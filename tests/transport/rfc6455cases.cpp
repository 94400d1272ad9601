// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/rfc6455cases.h"

#include "support/blockingclient.h"

#include <array>

namespace rfc6455 {

namespace {
using support::clientFrame;
using support::clientFrameHead;
using support::shownFrame;

constexpr int fin = 0x80;
constexpr int continuation = 0;
constexpr int text = 1;
constexpr int binary = 2;
constexpr int close = 8;
constexpr int ping = 9;
constexpr int pong = 10;
constexpr int mostFragments = 16384;

QByteArray word(int opcode)
{
    switch (opcode) {
    case text:
        return "text";
    case binary:
        return "binary";
    case pong:
        return "pong";
    default:
        return "?";
    }
}

QByteArray message(int opcode, const QByteArray &payload) { return clientFrame(fin | opcode, payload); }
QByteArray part(int opcode, const QByteArray &payload) { return clientFrame(opcode, payload); }
QByteArray last(const QByteArray &payload) { return clientFrame(fin | continuation, payload); }

QByteArray closeFrame(quint16 code, const QByteArray &reason = {})
{
    QByteArray payload;
    payload += char(code >> 8);
    payload += char(code & 0xFF);
    return message(close, payload + reason);
}

/// Bytes that repeat only after 251, so that a lost or doubled piece shows; printable in a text.
QByteArray pattern(qsizetype size, bool isText)
{
    QByteArray bytes(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(isText ? 32 + i % 89 : i % 251);
    return bytes;
}

/// One message in frames of `size` bytes.
QByteArray fragments(int opcode, const QByteArray &payload, qsizetype size)
{
    QByteArray all = part(opcode, payload.left(size));
    for (qsizetype at = size; at < payload.size(); at += size)
        all += part(continuation, payload.mid(at, size));
    return all + last({});
}

QByteArray hex(const QByteArray &bytes) { return bytes.toHex(' '); }
} // namespace

QList<Case> framing()
{
    QList<Case> cases;
    for (const int opcode : {text, binary}) {
        for (const qsizetype size : {0, 1, 125, 126, 127, 128, 65535, 65536, 65537, 1'000'000}) {
            const QByteArray payload = pattern(size, opcode == text);
            cases.append({word(opcode) + " of " + QByteArray::number(size),
                          message(opcode, payload),
                          {shownFrame(word(opcode), payload)}});
        }
    }
    cases.append({"two messages in one write",
                  message(text, "one") + message(binary, "two"),
                  {"text one", "binary two"}});
    cases.append({"a thousand messages in one write", message(text, "x").repeated(1000),
                  QByteArrayList(1000, "text x")});
    cases.append({"a mask of zeros", clientFrame(fin | text, "hello", QByteArray(4, '\0')), {"text hello"}});
    cases.append({"a mask of ones", clientFrame(fin | text, "hello", QByteArray(4, '\xff')), {"text hello"}});
    for (const qsizetype size : {1, 2, 3, 5, 6, 7})
        cases.append({"mask over " + QByteArray::number(size),
                      clientFrame(fin | binary, pattern(size, false), "\x01\x80\xfe\x7f"),
                      {shownFrame("binary", pattern(size, false))}});
    cases.append({"unmasked text", QByteArray("\x81\x05hello"), {"close 1002"}});
    cases.append({"unmasked empty text", QByteArray("\x81\x00", 2), {"close 1002"}});
    cases.append({"unmasked binary", QByteArray("\x82\x7e\x01\x00", 4), {"close 1002"}});
    cases.append({"unmasked ping", QByteArray("\x89\x00", 2), {"close 1002"}});
    cases.append({"unmasked close", QByteArray("\x88\x00", 2), {"close 1002"}});
    cases.append({"unmasked continuation", part(text, "a") + QByteArray("\x80\x01x"), {"close 1002"}});
    cases.append({"unmasked behind a good one",
                  message(text, "a") + QByteArray("\x81\x01x"),
                  {"text a", "close 1002"}});
    return cases;
}

QList<Case> controlFrames()
{
    QList<Case> cases;
    for (const qsizetype size : {0, 1, 5, 124, 125}) {
        const QByteArray payload = pattern(size, false);
        cases.append(
            {"ping of " + QByteArray::number(size), message(ping, payload), {shownFrame("pong", payload)}});
    }
    cases.append({"ping of 126", message(ping, pattern(126, false)), {"close 1002"}});
    cases.append({"ping of 65536", clientFrameHead(fin | ping, 65536, 8), {"close 1002"}});
    cases.append({"pong of 126", message(pong, pattern(126, false)), {"close 1002"}});
    cases.append({"pong nobody asked for", message(pong, {}), {}});
    cases.append({"pong with a payload", message(pong, "hello"), {}});
    cases.append({"pong, then ping", message(pong, "a") + message(ping, "b"), {"pong b"}});
    QByteArray pings;
    QByteArrayList pongs;
    for (int i = 0; i < 10; ++i) {
        pings += message(ping, "payload-" + QByteArray::number(i));
        pongs.append("pong payload-" + QByteArray::number(i));
    }
    cases.append({"ten pings", pings, pongs});
    cases.append({"fragmented ping", part(ping, "a") + last("b"), {"close 1002"}});
    cases.append({"fragmented pong", part(pong, "a") + last("b"), {"close 1002"}});
    cases.append({"fragmented close", part(close, "\x03\xe8"), {"close 1002"}});
    return cases;
}

QList<Case> reserved()
{
    QList<Case> cases;
    for (int bits = 1; bits <= 7; ++bits) {
        const QByteArray name = "reserved bits " + QByteArray::number(bits);
        cases.append({name + " on a text",
                      message(text, "good") + clientFrame(fin | bits << 4 | text, "bad"),
                      {"text good", "close 1002"}});
    }
    cases.append({"reserved bit on a binary", clientFrame(0xC2, "bad"), {"close 1002"}});
    cases.append({"reserved bit on a ping", clientFrame(0xC9, "bad"), {"close 1002"}});
    cases.append({"reserved bit on a pong", clientFrame(0xCA, "bad"), {"close 1002"}});
    cases.append({"reserved bit on a close", clientFrame(0xC8, ""), {"close 1002"}});
    cases.append(
        {"reserved bit on a continuation", part(text, "a") + clientFrame(0xC0, "b"), {"close 1002"}});
    for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
        const QByteArray name = "opcode " + QByteArray::number(opcode);
        cases.append({name + " empty", message(opcode, {}), {"close 1002"}});
        cases.append({name + " behind a text",
                      message(text, "a") + message(opcode, "b") + message(ping, {}),
                      {"text a", "close 1002"}});
    }
    cases.append({"opcode 3 inside a message", part(text, "a") + message(3, "b"), {"close 1002"}});
    return cases;
}

QList<Case> fragmentation()
{
    QList<Case> cases;
    cases.append({"two fragments", part(text, "frag") + last("ment"), {"text fragment"}});
    cases.append(
        {"binary in three", part(binary, "a") + part(continuation, "b") + last("c"), {"binary abc"}});
    cases.append({"empty fragments", part(text, {}) + part(continuation, {}) + last({}), {"text "}});
    cases.append({"one full between empty ones",
                  part(text, {}) + part(continuation, "middle") + last({}),
                  {"text middle"}});
    cases.append({"ping between", part(text, "a") + message(ping, "p") + last("b"), {"pong p", "text ab"}});
    cases.append({"pong between", part(text, "a") + message(pong, "p") + last("b"), {"text ab"}});
    cases.append({"five fragments, pings between",
                  part(text, "1") + message(ping, "a") + part(continuation, "2") + part(continuation, "3") +
                      message(ping, "b") + part(continuation, "4") + last("5"),
                  {"pong a", "pong b", "text 12345"}});
    QByteArray many = part(text, "0");
    for (int i = 0; i < 50; ++i)
        many += message(ping, QByteArray(1, char('a' + i % 26))) + part(continuation, "x");
    QByteArrayList heard;
    for (int i = 0; i < 50; ++i)
        heard.append(QByteArray("pong ") + char('a' + i % 26));
    heard.append("text 0" + QByteArray(50, 'x'));
    cases.append({"a ping before each of 50 fragments", many + last({}), heard});
    cases.append({"close between", part(text, "a") + closeFrame(1000) + last("b"), {"close 1000"}});
    cases.append({"continuation of nothing, final", last("a"), {"close 1002"}});
    cases.append({"continuation of nothing", part(continuation, "a"), {"close 1002"}});
    cases.append({"empty continuation of nothing", last({}), {"close 1002"}});
    cases.append(
        {"continuation behind a whole text", message(text, "a") + last("b"), {"text a", "close 1002"}});
    cases.append({"continuation behind a finished message",
                  part(text, "a") + last("b") + last("c"),
                  {"text ab", "close 1002"}});
    cases.append({"text inside a message", part(text, "a") + message(text, "b"), {"close 1002"}});
    cases.append({"binary inside a text", part(text, "a") + message(binary, "b"), {"close 1002"}});
    cases.append({"fragment of another inside a message", part(text, "a") + part(text, "b"), {"close 1002"}});
    cases.append({"two fragmented messages",
                  part(text, "a") + last("b") + part(binary, "c") + last("d"),
                  {"text ab", "binary cd"}});
    const QByteArray hello = "h\xc3\xa4llo";
    for (qsizetype at = 0; at <= hello.size(); ++at)
        cases.append({"split at byte " + QByteArray::number(at),
                      part(text, hello.left(at)) + last(hello.mid(at)),
                      {"text " + hello}});
    const QByteArray large = pattern(256 * 1024, true);
    for (const qsizetype size : {64, 1300, 4096, 65536})
        cases.append({"256 KiB in fragments of " + QByteArray::number(size),
                      fragments(text, large, size),
                      {shownFrame("text", large)}});
    return cases;
}

QList<Case> utf8()
{
    QList<Case> cases;
    // Lowest and highest of every length, beside the surrogates, noncharacters (valid in UTF-8), a BOM.
    for (const char *valid :
         {"\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xe2\x82\xac", "\xed\x9f\xbf", "\xee\x80\x80",
          "\xef\xbb\xbf", "\xef\xbf\xbd", "\xef\xbf\xbe", "\xef\xbf\xbf", "\xf0\x90\x80\x80",
          "\xf0\x9f\x98\x80", "\xf4\x8f\xbf\xbf", "\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5"})
        cases.append({"valid " + hex(valid), message(text, valid), {QByteArray("text ") + valid}});
    cases.append({"a NUL is text", message(text, QByteArray("a\0b", 3)), {QByteArray("text a\0b", 8)}});
    for (const char *split : {"\xc3\xa4", "\xe2\x82\xac", "\xf0\x9f\x98\x80"}) {
        const QByteArray whole(split);
        for (qsizetype at = 1; at < whole.size(); ++at)
            cases.append({hex(whole) + " split at " + QByteArray::number(at),
                          part(text, "x" + whole.left(at)) + last(whole.mid(at) + "y"),
                          {"text x" + whole + "y"}});
        QByteArray apart = part(text, {});
        for (const char byte : whole)
            apart += part(continuation, QByteArray(1, byte)) + message(ping, "p");
        QByteArrayList heard(whole.size(), "pong p");
        cases.append({hex(whole) + " a byte a frame, pings between", apart + last({}),
                      heard + QByteArrayList{"text " + whole}});
    }
    // Refused at the first impossible byte: the frame announces more that never comes.
    for (const char *invalid : {"\x80",     "\xbf",         "\xc0",         "\xc1\xbf",
                                "\xc2\x41", "\xc3\xc3",     "\xe0\x80",     "\xe0\x9f",
                                "\xe2\x28", "\xe2\x82\x41", "\xed\xa0",     "\xed\xbf",
                                "\xf0\x80", "\xf0\x8f",     "\xf0\x9f\x41", "\xf0\x9f\x98\xc0",
                                "\xf4\x90", "\xf5",         "\xf8\x88",     "\xfc\x84",
                                "\xfe",     "\xff"}) {
        const QByteArray said = QByteArray("ok \xc3\xa4 ") + invalid;
        const QByteArray whole = clientFrame(fin | text, said + "and more that never comes");
        const qsizetype head = 6;
        cases.append({"fail fast at " + hex(invalid), whole.left(head + said.size()), {"close 1007"}});
    }
    cases.append(
        {"invalid in a later fragment", part(text, "ok") + part(continuation, "\xff"), {"close 1007"}});
    cases.append(
        {"invalid across fragments", part(text, "\xed") + part(continuation, "\xa0"), {"close 1007"}});
    for (const char *unfinished : {"\xc3", "\xe2\x82", "\xf0\x9f", "\xf0\x9f\x98"}) {
        cases.append({"ends inside " + hex(unfinished), message(text, unfinished), {"close 1007"}});
        cases.append({"last fragment ends inside " + hex(unfinished),
                      part(text, unfinished) + last({}),
                      {"close 1007"}});
    }
    cases.append({"each message is checked anew",
                  message(text, "\xc3\xa4") + message(text, "\xa4"),
                  {"text \xc3\xa4", "close 1007"}});
    cases.append({"a binary is not checked", message(binary, "\xff\xfe\x80"), {"binary \xff\xfe\x80"}});
    cases.append({"a ping is not checked", message(ping, "\xff\xfe"), {"pong \xff\xfe"}});
    return cases;
}

QList<Case> closing()
{
    QList<Case> cases;
    cases.append({"close without a code", message(close, {}), {"close "}});
    cases.append({"close of one byte", message(close, "\x03"), {"close 1002"}});
    for (const int code : {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999,
                           4000, 4001, 4999})
        cases.append({"code " + QByteArray::number(code),
                      closeFrame(quint16(code)),
                      {"close " + QByteArray::number(code)}});
    for (const int code : {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535})
        cases.append({"code " + QByteArray::number(code), closeFrame(quint16(code)), {"close 1002"}});
    cases.append({"reason", closeFrame(1000, "going home"), {"close 1000"}});
    cases.append({"reason of 123", closeFrame(1000, pattern(123, true)), {"close 1000"}});
    cases.append({"reason of 124", closeFrame(1000, pattern(124, true)), {"close 1002"}});
    cases.append({"reason in UTF-8", closeFrame(1000, "auf Wiedersehen \xf0\x9f\x91\x8b"), {"close 1000"}});
    cases.append({"reason of bad UTF-8", closeFrame(1000, "\xce\xba\xed\xa0\x80"), {"close 1007"}});
    cases.append({"reason ends inside a code point", closeFrame(1000, "\xe2\x82"), {"close 1007"}});
    cases.append({"close behind a text", message(text, "a") + closeFrame(1000), {"text a", "close 1000"}});
    cases.append({"nothing is read behind a close",
                  closeFrame(1000) + message(text, "a") + message(ping, "b") + closeFrame(1001),
                  {"close 1000"}});
    cases.append({"nothing wrong is seen behind a close",
                  closeFrame(1000) + QByteArray("\xff\xff\xff"),
                  {"close 1000"}});
    cases.append({"nothing is read behind a failure",
                  message(3, {}) + message(text, "a") + closeFrame(1000),
                  {"close 1002"}});
    cases.append({"256 KiB behind a close",
                  closeFrame(1000) + message(binary, pattern(256 * 1024, false)),
                  {"close 1000"}});
    return cases;
}

QList<Case> limits()
{
    QList<Case> cases;
    const QByteArray half = pattern(messageLimit / 2, false);
    // A refused one is refused by its head: the payload never comes.
    cases.append({"a byte too many", clientFrameHead(fin | binary, messageLimit + 1, 8), {"close 1009"}});
    cases.append({"2^63 - 1 bytes", clientFrameHead(fin | binary, (1ULL << 63) - 1, 8), {"close 1009"}});
    cases.append(
        {"2^63 - 1 bytes of text", clientFrameHead(fin | text, (1ULL << 63) - 1, 8), {"close 1009"}});
    cases.append({"2^63 bytes", clientFrameHead(fin | binary, 1ULL << 63, 8), {"close 1002"}});
    cases.append({"2^64 - 1 bytes", clientFrameHead(fin | binary, ~0ULL, 8), {"close 1002"}});
    cases.append({"125 in two bytes", clientFrameHead(fin | binary, 125, 2), {"close 1002"}});
    cases.append({"0 in eight bytes", clientFrameHead(fin | binary, 0, 8), {"close 1002"}});
    cases.append({"65535 in eight bytes", clientFrameHead(fin | binary, 65535, 8), {"close 1002"}});
    cases.append(
        {"fragments up to the limit", part(binary, half) + last(half), {shownFrame("binary", half + half)}});
    cases.append({"fragments a byte beyond the limit",
                  part(binary, half) + clientFrameHead(fin | continuation, quint64(half.size()) + 1, 8),
                  {"close 1009"}});
    cases.append({"fragments whose sum would overflow",
                  part(binary, half) + clientFrameHead(fin | continuation, (1ULL << 63) - 1, 8),
                  {"close 1009"}});
    cases.append({"16384 fragments",
                  part(text, {}) + part(continuation, {}).repeated(mostFragments - 2) + last("x"),
                  {"text x"}});
    cases.append(
        {"16385 fragments", part(text, {}) + part(continuation, {}).repeated(mostFragments), {"close 1008"}});
    return cases;
}

} // namespace rfc6455
