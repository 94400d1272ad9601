// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/httpparser.h"

#include "transport/chunkguard.h"

#include <algorithm>
#include <llhttp/llhttp.h>

namespace transport {

namespace {
constexpr int mostEmptyLines = 8;

bool isTokenByte(char byte)
{
    static constexpr QByteArrayView marks("!#$%&'*+-.^_`|~");
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           marks.contains(byte);
}
} // namespace

class HttpParser::Private
{
public:
    Private();

    static Private *owner(llhttp_t *parser) { return static_cast<Private *>(parser->data); }

    Outcome parse(QByteArray &input);
    Outcome parseHead(QByteArray &input);
    Outcome execute(QByteArray &input, qsizetype count);
    void dropEmptyLines(QByteArray &input);
    bool isHeadStrict(QByteArrayView head);
    static bool areNamesStrict(const QByteArray &head);
    [[nodiscard]] int requestLineFault(const QByteArray &line) const;
    int headerComplete();
    int headersComplete();
    bool setTarget();
    int fail(int status)
    {
        failure = status;
        return -1;
    }
    /// Trailers and chunk extensions are read over, but not without end.
    int countExtra(size_t length) { return (extraBytes += length) > size_t(maxHead) ? fail(431) : 0; }

    llhttp_t parser{};
    llhttp_settings_t settings{};
    HttpRequest request;
    QByteArray target;
    QByteArray field;
    QByteArray value;
    ChunkGuard chunks;
    qsizetype scanned = 0;
    size_t extraBytes = 0;
    int emptyLines = 0;
    int headerCount = 0;
    int failure = 400;
    bool isHeadDone = false;
    bool isBodyDue = false;
    bool isKeptAlive = true;
    bool isExpecting = false;
    bool hasBegun = false;
    bool hasFailed = false;
};

HttpParser::Private::Private()
{
    llhttp_settings_init(&settings);
    settings.on_url = [](llhttp_t *parser, const char *at, size_t length) {
        owner(parser)->target.append(at, qsizetype(length));
        return 0;
    };
    settings.on_header_field = [](llhttp_t *parser, const char *at, size_t length) {
        auto *self = owner(parser);
        if (self->isHeadDone)
            return self->countExtra(length);
        self->field.append(at, qsizetype(length));
        return 0;
    };
    settings.on_header_value = [](llhttp_t *parser, const char *at, size_t length) {
        auto *self = owner(parser);
        if (self->isHeadDone)
            return self->countExtra(length);
        self->value.append(at, qsizetype(length));
        return 0;
    };
    settings.on_chunk_extension_name = settings.on_chunk_extension_value =
        [](llhttp_t *parser, const char *, size_t length) { return owner(parser)->countExtra(length); };
    settings.on_header_value_complete = [](llhttp_t *parser) { return owner(parser)->headerComplete(); };
    settings.on_headers_complete = [](llhttp_t *parser) { return owner(parser)->headersComplete(); };
    settings.on_body = [](llhttp_t *parser, const char *at, size_t length) {
        auto *self = owner(parser);
        if (self->request.body.size() + qsizetype(length) > maxBody)
            return self->fail(413);
        self->request.body.append(at, qsizetype(length));
        return 0;
    };
    settings.on_message_complete = [](llhttp_t *) { return int(HPE_PAUSED); };
    llhttp_init(&parser, HTTP_REQUEST, &settings);
    parser.data = this;
}

int HttpParser::Private::headerComplete()
{
    if (isHeadDone)
        return 0;
    if (++headerCount > maxHeaders)
        return fail(431);
    const QByteArray name = field.toLower();
    const QByteArray trimmed = value.trimmed();
    const auto known = request.headers.find(name);
    if (known == request.headers.end())
        request.headers.insert(name, trimmed);
    else if (name == "host") // two hosts: one of ours could hide another's
        return fail(400);
    else
        *known += ", " + trimmed;
    field.clear();
    value.clear();
    return 0;
}

int HttpParser::Private::headersComplete()
{
    isHeadDone = true;
    isKeptAlive = llhttp_should_keep_alive(&parser) != 0;
    if (parser.method == HTTP_CONNECT)
        return fail(501);
    if (parser.http_minor > 0 && !request.headers.contains(QByteArrayLiteral("host")))
        return fail(400);
    // An offer to speak another protocol may be ignored (RFC 9110 §7.8); WebSocket is seen to before.
    parser.upgrade = 0;
    request.method = QByteArray(llhttp_method_name(llhttp_method_t(parser.method)));
    const QByteArray coding = request.header(QByteArrayLiteral("transfer-encoding")).toLower();
    const bool hasLength = request.headers.contains(QByteArrayLiteral("content-length"));
    const bool hasCoding = request.headers.contains(QByteArrayLiteral("transfer-encoding"));
    if (hasCoding && (hasLength || parser.http_minor == 0))
        return fail(400);
    if (hasCoding && coding != "chunked")
        return fail(501);
    if (hasLength && parser.content_length > quint64(maxBody))
        return fail(413);
    const QByteArray encoding = request.header(QByteArrayLiteral("content-encoding")).toLower();
    const bool hasBody = hasCoding || parser.content_length > 0;
    if (hasBody && !encoding.isEmpty() && encoding != "identity")
        return fail(415);
    const QByteArray expect = request.header(QByteArrayLiteral("expect")).toLower();
    if (!expect.isEmpty() && expect != "100-continue")
        return fail(417);
    isExpecting = !expect.isEmpty() && parser.http_minor > 0;
    if (!setTarget())
        return fail(400);
    isBodyDue = true;
    return 0;
}

bool HttpParser::Private::setTarget()
{
    if (!target.startsWith('/'))
        return false;
    if (target.contains('#'))
        target.truncate(target.indexOf('#'));
    const qsizetype mark = target.indexOf('?');
    request.path = QByteArray::fromPercentEncoding(mark < 0 ? target : target.left(mark));
    if (mark >= 0)
        request.query = QUrlQuery(QString::fromUtf8(target.mid(mark + 1)));
    return !request.path.contains('\0') && !request.path.contains('\\') && !request.path.contains("/../") &&
           !request.path.endsWith("/..");
}

bool HttpParser::Private::isHeadStrict(QByteArrayView head)
{
    for (qsizetype at = std::max<qsizetype>(scanned, 1); at < head.size(); ++at) {
        const char byte = head[at];
        if ((byte == '\n') != (head[at - 1] == '\r') || byte == '\0')
            return false;
        if (head[at - 1] == '\n' && (byte == ' ' || byte == '\t'))
            return false;
    }
    return true;
}

/// RFC 9112 §5.1: a name is a token, with nothing before the colon; the parser would let blanks pass.
bool HttpParser::Private::areNamesStrict(const QByteArray &head)
{
    for (qsizetype at = head.indexOf('\n') + 1; at > 0; at = head.indexOf('\n', at) + 1) {
        const qsizetype colon = head.indexOf(':', at);
        if (colon <= at || !std::all_of(head.begin() + at, head.begin() + colon, isTokenByte))
            return false;
    }
    return true;
}

/// RFC 9112 §3: method, target and version with one blank between each. The parser would take more blanks,
/// and another protocol's name for HTTP's. 0 when all is well.
int HttpParser::Private::requestLineFault(const QByteArray &line) const
{
    const QList<QByteArray> words = line.split(' ');
    if (words.size() == 2 && words.at(1).startsWith('/'))
        return 505; // HTTP/0.9
    if (words.size() != 3 || words.at(1).isEmpty())
        return 400;
    const QByteArray &version = words.at(2);
    constexpr QByteArrayView name("HTTP/");
    if (version.size() != name.size() + 3 || !version.startsWith(name) || version.at(6) != '.')
        return 400;
    return version.at(5) == '1' ? 0 : 505;
}

/// RFC 9112 §2.2: an empty line before the request is passed over; a few are, an endless row is not.
void HttpParser::Private::dropEmptyLines(QByteArray &input)
{
    qsizetype at = 0;
    for (; QByteArrayView(input).sliced(at).startsWith("\r\n") && emptyLines < mostEmptyLines; at += 2)
        ++emptyLines;
    input.remove(0, at);
}

HttpParser::Outcome HttpParser::Private::parseHead(QByteArray &input)
{
    if (scanned == 0)
        dropEmptyLines(input);
    if (input.isEmpty() || input == "\r")
        return Outcome::NeedsMore;
    hasBegun = true;
    if (input.front() < 'A' || input.front() > 'Z')
        return Outcome::Failed; // no method begins so
    const qsizetype end = input.indexOf("\r\n\r\n", std::max<qsizetype>(0, scanned - 3));
    const qsizetype length = end < 0 ? input.size() : end + 4;
    const QByteArrayView head = QByteArrayView(input).first(std::min(length, maxHead));
    // The first line before the rest, so that it fails alike however the bytes are cut.
    const qsizetype line = head.indexOf("\r\n");
    if (line >= 0 && line + 2 > scanned) {
        if (!isHeadStrict(head.first(line + 2)))
            return Outcome::Failed;
        if (const int fault = requestLineFault(input.left(line)); fault != 0) {
            fail(fault);
            return Outcome::Failed;
        }
    }
    if (!isHeadStrict(head))
        return Outcome::Failed;
    scanned = length;
    if (length > maxHead) {
        fail(431);
        return Outcome::Failed;
    }
    if (end < 0)
        return Outcome::NeedsMore;
    if (!areNamesStrict(input.left(end)))
        return Outcome::Failed;
    const Outcome outcome = execute(input, length);
    if (outcome != Outcome::NeedsMore || isHeadDone)
        return outcome;
    fail(505); // the preface of HTTP/2 goes on behind its head
    return Outcome::Failed;
}

HttpParser::Outcome HttpParser::Private::execute(QByteArray &input, qsizetype count)
{
    const char *begin = input.constData();
    const llhttp_errno result = llhttp_execute(&parser, begin, size_t(count));
    if (result == HPE_PAUSED)
        input.remove(0, llhttp_get_error_pos(&parser) - begin);
    else if (result == HPE_OK)
        input.remove(0, count);
    else
        return Outcome::Failed;
    return result == HPE_PAUSED ? Outcome::Request : Outcome::NeedsMore;
}

HttpParser::Outcome HttpParser::Private::parse(QByteArray &input)
{
    if (!isHeadDone) {
        const Outcome outcome = parseHead(input);
        if (outcome != Outcome::NeedsMore || !isHeadDone)
            return outcome;
    }
    if (input.isEmpty())
        return Outcome::NeedsMore;
    if (!request.headers.contains(QByteArrayLiteral("transfer-encoding")))
        return execute(input, input.size());
    const qsizetype good = chunks.follow(input);
    const bool isOver = good < input.size() || chunks.isDone();
    const Outcome outcome = execute(input, good);
    return isOver && outcome == Outcome::NeedsMore ? Outcome::Failed : outcome;
}

HttpParser::HttpParser() : d(std::make_unique<Private>()) {}
HttpParser::~HttpParser() = default;

HttpParser::Outcome HttpParser::parse(QByteArray &input)
{
    const Outcome outcome = d->hasFailed ? Outcome::Failed : d->parse(input);
    d->hasFailed = outcome == Outcome::Failed;
    return outcome;
}

HttpRequest HttpParser::take()
{
    llhttp_resume(&d->parser);
    d->target.clear();
    d->scanned = 0;
    d->extraBytes = 0;
    d->emptyLines = 0;
    d->chunks = {};
    d->headerCount = 0;
    d->isHeadDone = false;
    d->isBodyDue = false;
    d->isExpecting = false;
    d->hasBegun = false;
    return std::exchange(d->request, {});
}

bool HttpParser::isBodyDue() const { return d->isBodyDue; }
bool HttpParser::isKeptAlive() const { return d->isKeptAlive; }
int HttpParser::failureStatus() const { return d->failure; }
bool HttpParser::takeExpectation() { return d->isHeadDone && std::exchange(d->isExpecting, false); }
bool HttpParser::isInside() const { return d->hasBegun; }

} // namespace transport
