// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/httpanswer.h"

#include "domain/alerts/channels/plaintext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <llhttp/llhttp.h>

namespace alerts::channels {

class HttpAnswer::Reading
{
public:
    Reading()
    {
        llhttp_settings_init(&settings);
        settings.on_header_field = [](llhttp_t *from, const char *at, size_t length) {
            return of(from).addField(QByteArrayView(at, qsizetype(length)));
        };
        settings.on_header_value = [](llhttp_t *from, const char *at, size_t length) {
            return of(from).addValue(QByteArrayView(at, qsizetype(length)));
        };
        settings.on_headers_complete = [](llhttp_t *from) {
            of(from).isHeadDone = true;
            // It was taken; what more is said of that need not come.
            of(from).isDone = from->status_code >= 200 && from->status_code < 300;
            return 0;
        };
        settings.on_body = [](llhttp_t *from, const char *at, size_t length) {
            return of(from).addBody(QByteArrayView(at, qsizetype(length)));
        };
        settings.on_message_complete = [](llhttp_t *from) { return of(from).complete(); };
        llhttp_init(&parser, HTTP_RESPONSE, &settings);
        parser.data = this;
    }

    static Reading &of(llhttp_t *from) { return *static_cast<Reading *>(from->data); }

    int addField(QByteArrayView text)
    {
        if (isInValue) {
            name.clear();
            isInValue = false;
        }
        return add(name, text);
    }
    int addValue(QByteArrayView text)
    {
        isInValue = true;
        return name.compare("retry-after", Qt::CaseInsensitive) == 0 ? add(retryAfter, text) : 0;
    }
    int add(QByteArray &to, QByteArrayView text)
    {
        to.append(text.data(), text.size());
        return to.size() > mostHead ? -1 : 0;
    }
    int addBody(QByteArrayView text)
    {
        const qsizetype room = mostBody - body.size();
        body.append(text.data(), std::min(room, text.size()));
        isFull = text.size() > room;
        return isFull ? -1 : 0;
    }
    int complete()
    {
        // 100 and 103 come before the answer.
        isDone = isHeadDone = parser.status_code >= 200;
        return isDone ? int(HPE_PAUSED) : 0;
    }

    llhttp_t parser{};
    llhttp_settings_t settings{};
    QByteArray name;
    QByteArray retryAfter;
    QByteArray body;
    qsizetype headBytes = 0;
    bool isInValue = false;
    bool isHeadDone = false;
    bool isDone = false;
    bool isFull = false;
    bool isBroken = false;
};

HttpAnswer::HttpAnswer() : m_reading(std::make_unique<Reading>()) {}

HttpAnswer::~HttpAnswer() = default;

bool HttpAnswer::read(const QByteArray &bytes)
{
    Reading &reading = *m_reading;
    if (reading.isDone || reading.isFull || reading.isBroken)
        return true;
    const llhttp_errno_t fault = llhttp_execute(&reading.parser, bytes.constData(), size_t(bytes.size()));
    if (!reading.isHeadDone)
        reading.headBytes += bytes.size();
    reading.isBroken = !reading.isDone && !reading.isFull &&
                       (fault != HPE_OK || (!reading.isHeadDone && reading.headBytes > mostHead));
    return reading.isDone || reading.isFull || reading.isBroken;
}

void HttpAnswer::end()
{
    Reading &reading = *m_reading;
    if (!reading.isDone && !reading.isFull && !reading.isBroken && reading.isHeadDone)
        llhttp_finish(&reading.parser);
}

int HttpAnswer::status() const { return m_reading->isHeadDone ? int(m_reading->parser.status_code) : 0; }

const QByteArray &HttpAnswer::body() const { return m_reading->body; }

namespace {
constexpr std::chrono::seconds longestWait = std::chrono::hours(24);

/// What servers write of a fault, in the members where the known ones do; else the beginning of a short text.
QString detailOf(const QByteArray &body)
{
    constexpr qsizetype longest = 200;
    const QJsonDocument json = QJsonDocument::fromJson(body);
    if (json.isObject()) {
        for (const char *member : {"description", "errorDescription", "message", "error"}) {
            if (const QJsonValue value = json.object().value(QLatin1String(member)); value.isString())
                return plainLine(value.toString(), longest);
        }
        return {};
    }
    const bool isMarkup = body.trimmed().startsWith('<');
    return isMarkup ? QString() : plainLine(QByteArrayView(body), longest);
}
} // namespace

std::optional<std::chrono::seconds> HttpAnswer::waitOf(const QByteArray &retryAfter, const QDateTime &now)
{
    const QByteArray text = retryAfter.trimmed();
    bool isNumber = false;
    qint64 seconds = text.toLongLong(&isNumber);
    if (!isNumber) {
        QDateTime time = QLocale::c().toDateTime(QString::fromLatin1(text),
                                                 QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
        if (!time.isValid())
            return std::nullopt;
        time.setTimeSpec(Qt::UTC);
        seconds = now.secsTo(time);
    }
    return std::chrono::seconds(std::clamp<qint64>(seconds, 1, longestWait.count()));
}

Outcome HttpAnswer::outcome(const QString &host, const QDateTime &now) const
{
    using Kind = Outcome::Kind;
    const int code = status();
    const QString detail = detailOf(body());
    QString why = detail.isEmpty() ? QString() : QString(QLatin1String(": ") + detail);
    if (why.isEmpty() || !why.back().isPunct())
        why += u'.';
    const auto wait = waitOf(m_reading->retryAfter, now);
    if (code == 0)
        return {Kind::Closed, tr("%1 answered something that is no HTTP. Check the address.").arg(host), {}};
    if (code >= 200 && code < 300)
        return {Kind::Delivered, tr("%1 took the message.").arg(host), {}};
    if (code >= 300 && code < 400) {
        return {Kind::Later,
                tr("%1 sends Belfry elsewhere (%2); that is not followed. Enter the address that answers.")
                    .arg(host)
                    .arg(code),
                wait};
    }
    if (code == 429)
        return {Kind::Closed, tr("%1 wants fewer messages (429)%2").arg(host, why), wait};
    if (code == 408 || code >= 500 || code < 200) {
        return {Kind::Later, tr("%1 could not take the message (%2)%3").arg(host).arg(code).arg(why), wait};
    }
    return {
        Kind::Refused,
        tr("%1 refuses the message (%2)%3 Check the address and the secret.").arg(host).arg(code).arg(why),
        {}};
}

} // namespace alerts::channels
