// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/heap.h"
#include "fuzz/pieces.h"
#include "fuzz/require.h"
#include "fuzz/targets.h"
#include "transport/httpparser.h"

#include <algorithm>
#include <array>

using transport::HttpParser;
using transport::HttpRequest;

namespace fuzz {

namespace {
/// A request, and where in the stream it ended.
struct Said
{
    HttpRequest request;
    bool isKeptAlive = false;
    qsizetype end = 0;
};

/// What a parser made of a connection.
struct Talk
{
    QList<Said> said;
    int failure = 0;
    bool isInside = false;
    bool isClosed = false;
};

bool isSame(const Said &one, const Said &other)
{
    return one.request.method == other.request.method && one.request.path == other.request.path &&
           one.request.query == other.request.query && one.request.headers == other.request.headers &&
           one.request.body == other.request.body && one.isKeptAlive == other.isKeptAlive;
}

/// Reads as HttpConnection does; false when the connection is over.
bool readOn(HttpParser &parser, QByteArray &input, qsizetype fed, Talk &talk)
{
    for (;;) {
        const HttpParser::Outcome outcome = parser.parse(input);
        if (outcome == HttpParser::Outcome::Failed) {
            talk.failure = parser.failureStatus();
            return false;
        }
        if (outcome == HttpParser::Outcome::NeedsMore) {
            if (parser.takeExpectation())
                require(!parser.takeExpectation(), "a request is told to go on once");
            talk.isInside = parser.isInside();
            return true;
        }
        const bool isKeptAlive = parser.isKeptAlive();
        talk.said.append({parser.take(), isKeptAlive, fed - input.size()});
        talk.isClosed = !isKeptAlive;
        if (talk.isClosed)
            return false;
    }
}

Talk read(QByteArrayView stream, bool isWhole)
{
    HttpParser parser;
    QByteArray input;
    Talk talk;
    qsizetype fed = 0;
    for (Pieces pieces(stream); fed < stream.size();) {
        const QByteArrayView piece = isWhole ? stream : pieces.next();
        input += piece;
        fed += piece.size();
        if (!readOn(parser, input, fed, talk))
            break;
    }
    if (talk.failure != 0) {
        input += "GET / HTTP/1.1\r\n\r\n";
        require(parser.parse(input) == HttpParser::Outcome::Failed, "nothing comes out after a failure");
    }
    return talk;
}

bool isToken(QByteArrayView name)
{
    static constexpr QByteArrayView marks = "!#$%&'*+-.^_`|~";
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char byte) {
        return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
               marks.contains(byte);
    });
}

/// What a chunked body holds, told plainly; nothing when it is not one to its very end.
std::optional<QByteArray> unchunked(QByteArrayView coded)
{
    QByteArray body;
    for (;;) {
        const qsizetype line = coded.indexOf("\r\n");
        if (line < 0)
            return std::nullopt;
        const QByteArrayView head = coded.first(line);
        const auto extension = std::find(head.begin(), head.end(), ';');
        bool isNumber = false;
        const qlonglong size = head.first(extension - head.begin()).toByteArray().toLongLong(&isNumber, 16);
        if (!isNumber || size < 0 || size > coded.size())
            return std::nullopt;
        coded = coded.sliced(line + 2);
        if (size == 0)
            break;
        if (coded.size() < size + 2 || !coded.sliced(size).startsWith("\r\n"))
            return std::nullopt;
        body += coded.first(size);
        coded = coded.sliced(size + 2);
    }
    while (!coded.startsWith("\r\n")) { // trailers
        const qsizetype line = coded.indexOf("\r\n");
        if (line < 0 || !coded.first(line).contains(':'))
            return std::nullopt;
        coded = coded.sliced(line + 2);
    }
    return coded.size() == 2 ? std::optional(body) : std::nullopt;
}

void checkBody(QByteArrayView coded, const HttpRequest &request)
{
    const bool hasLength = request.headers.contains("content-length");
    const bool hasCoding = request.headers.contains("transfer-encoding");
    require(!hasLength || !hasCoding, "never both Content-Length and Transfer-Encoding");
    require(request.body.size() <= HttpParser::maxBody, "a body keeps to the limit");
    if (hasCoding) {
        require(request.header("transfer-encoding").toLower() == "chunked", "the only coding is chunked");
        require(unchunked(coded) == request.body, "a chunked body is what its chunks say");
        return;
    }
    const QByteArray length = hasLength ? request.header("content-length") : QByteArray("0");
    require(std::all_of(length.begin(), length.end(), [](char byte) { return byte >= '0' && byte <= '9'; }) &&
                length.toLongLong() == request.body.size(),
            "a body is as long as Content-Length says");
    require(coded == request.body, "a body is what follows the head");
}

/// Compares a request with the bytes it was made of.
void checkSaid(QByteArrayView bytes, const HttpRequest &request)
{
    while (bytes.startsWith("\r\n"))
        bytes = bytes.sliced(2);
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    require(end >= 0 && end + 4 <= HttpParser::maxHead, "a head keeps to the limit");
    // split() wants a byte, and a bare carriage return or line feed must not be in a head anyway.
    QByteArrayList lines = bytes.first(end).toByteArray().split('\n');
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        require(lines[i].endsWith('\r'), "lines end by carriage return and line feed");
        lines[i].chop(1);
    }
    const QByteArrayList first = lines.takeFirst().split(' ');
    require(first.size() == 3 && first[0] == request.method && first[1].startsWith('/') &&
                (first[2] == "HTTP/1.0" || first[2] == "HTTP/1.1"),
            "a request line is method, path and version");
    require(lines.size() <= HttpParser::maxHeaders, "headers keep to the limit");
    QHash<QByteArray, QByteArray> headers;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        require(colon > 0 && isToken(QByteArrayView(line).first(colon)), "a header's name is a token");
        const QByteArray value = line.mid(colon + 1).trimmed();
        require(std::all_of(value.begin(), value.end(),
                            [](char byte) { return byte == '\t' || (uchar(byte) >= 0x20 && byte != 0x7F); }),
                "a header's value has no control characters");
        const QByteArray name = line.left(colon).toLower();
        const QByteArray before = headers.contains(name) ? headers.value(name) + ", " : QByteArray();
        headers.insert(name, before + value);
    }
    require(headers == request.headers, "the headers are those of the head");
    require(request.method != "CONNECT" && isToken(request.method), "the method is one to answer");
    require(request.path.startsWith('/') && !request.path.contains('\0') && !request.path.contains('\\') &&
                !request.path.contains("/../") && !request.path.endsWith("/.."),
            "a path stays below the root");
    checkBody(bytes.sliced(end + 4), request);
}

/// Writes a request in the plainest way and reads it again.
void checkAgain(const Said &said)
{
    static constexpr std::array framing{"content-length", "transfer-encoding", "expect", "content-encoding"};
    QByteArray stream =
        said.request.method + ' ' + said.request.path.toPercentEncoding("/") + " HTTP/1.1\r\n";
    HttpRequest plain = said.request;
    for (const char *name : framing)
        plain.headers.remove(name);
    for (QByteArray &value : plain.headers)
        value = value.trimmed();
    if (!plain.headers.contains("host")) // it came as HTTP/1.0
        plain.headers.insert("host", "a");
    if (!plain.body.isEmpty())
        plain.headers.insert("content-length", QByteArray::number(plain.body.size()));
    for (auto header = plain.headers.cbegin(); header != plain.headers.cend(); ++header)
        stream += header.key() + ": " + header.value() + "\r\n";
    stream += "\r\n";
    if (stream.size() > HttpParser::maxHead)
        return;
    stream += plain.body;
    const Talk again = read(stream, true);
    require(again.failure == 0 && again.said.size() == 1, "a request written plainly is one");
    const HttpRequest &read = again.said.first().request;
    require(read.method == plain.method && read.path == plain.path && read.headers == plain.headers &&
                read.body == plain.body,
            "a request written plainly is the same");
}

/// The stream, with what its first byte asks for put into its first head.
QByteArray withPadding(QByteArrayView input)
{
    static constexpr int firstLong = 240;
    static constexpr int firstMany = 248;
    static constexpr qsizetype step = 128;
    const int asked = uchar(input.front());
    QByteArray stream = input.sliced(1).toByteArray();
    const qsizetype line = stream.indexOf("\r\n");
    if (line < 0 || asked < firstLong)
        return stream;
    if (asked >= firstMany)
        return stream.insert(line + 2,
                             QByteArray("x: \r\n").repeated(HttpParser::maxHeaders - 4 + asked - firstMany));
    const qsizetype length = HttpParser::maxHead - 4 * step + (asked - firstLong) * step;
    return stream.insert(line + 2, "x-pad: " + QByteArray(length, 'x') + "\r\n");
}
} // namespace

void http(QByteArrayView input)
{
    if (input.isEmpty())
        return;
    const QByteArray stream = withPadding(input);
    const Talk whole = read(stream, true);
    const HeapWatch heap;
    const Talk pieces = read(stream, false);
    // Eight short requests in 271 bytes, as `read` writes them down, took more than 25,000.
    require(HeapWatch::peak() <= size_t(96 * stream.size()) + 16384, "memory is bounded by what came");
    require(std::equal(whole.said.begin(), whole.said.end(), pieces.said.begin(), pieces.said.end(), isSame),
            "pieces read as the whole");
    require(whole.failure == pieces.failure, "pieces fail as the whole");
    require(whole.isClosed == pieces.isClosed, "pieces close as the whole");
    require(whole.isClosed || whole.failure != 0 || whole.isInside == pieces.isInside,
            "pieces end as the whole");
    static constexpr std::array statuses{0, 400, 413, 415, 417, 431, 501, 505};
    require(std::find(statuses.begin(), statuses.end(), whole.failure) != statuses.end(),
            "a failure has its status");

    qsizetype begin = 0;
    for (const Said &said : whole.said) {
        checkSaid(QByteArrayView(stream).sliced(begin, said.end - begin), said.request);
        checkAgain(said);
        begin = said.end;
    }
}

} // namespace fuzz
