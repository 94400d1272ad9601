// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/dialect.h"

namespace dialects {

namespace {
constexpr qsizetype usualSize = 384;
} // namespace

QByteArray Utterance::text() const
{
    if (alone.isEmpty())
        return body.text();
    QByteArray text;
    core::JsonText(text).value(body.json().value(alone));
    return text;
}

Dialect::Dialect(QString name, QString title, Vocabulary words)
    : m_name(std::move(name)), m_title(std::move(title)), m_words(std::move(words))
{
}

QList<Utterance> Dialect::speak(const core::Event &event) const
{
    QList<Utterance> said;
    const auto words = m_words.spokenFor(event.topic);
    for (const Spoken *spoken : words) {
        if (spoken->applies && !spoken->applies(event.payload))
            continue;
        said << Utterance{spoken->word, spoken->write ? spoken->write(event.payload) : event.payload,
                          spoken->alone};
    }
    return said;
}

QByteArray Dialect::acknowledge(const Heard &heard, const core::Reply &reply) const
{
    QByteArray text;
    text.reserve(usualSize);
    core::JsonText out(text);
    out.begin('{');
    answer(out, heard, reply);
    out.end('}');
    return text;
}

QString socketIoCode(core::ErrorCode code)
{
    switch (code) {
    case core::ErrorCode::AuthenticationRequired:
    case core::ErrorCode::CodeRequired:
        return QStringLiteral("AUTH_FAILED");
    case core::ErrorCode::Forbidden:
        return QStringLiteral("FORBIDDEN");
    case core::ErrorCode::NotFound:
        return QStringLiteral("NOT_FOUND");
    case core::ErrorCode::Limited:
        return QStringLiteral("LIMITED");
    case core::ErrorCode::Unavailable:
    case core::ErrorCode::Internal:
        return QStringLiteral("UNAVAILABLE");
    case core::ErrorCode::UnknownCommand:
    case core::ErrorCode::Invalid:
    case core::ErrorCode::Conflict:
        return QStringLiteral("INVALID");
    }
    return QStringLiteral("UNAVAILABLE");
}

QJsonObject refusedAck(const QString &message)
{
    return {{QStringLiteral("status"), QStringLiteral("error")},
            {QStringLiteral("success"), false},
            {QStringLiteral("message"), message},
            {QStringLiteral("error"), message}};
}

QJsonObject unknownWordAck(const QString &word)
{
    return refusedAck(QStringLiteral("Unknown event: %1").arg(word.left(64)));
}

QJsonObject socketIoError(const core::Error &error, const QString &codePrefix, const QDateTime &now)
{
    return {{QStringLiteral("status"), QStringLiteral("error")},
            {QStringLiteral("message"), error.message},
            {QStringLiteral("code"), QString(codePrefix + socketIoCode(error.code))},
            {QStringLiteral("details"), QJsonObject{{QStringLiteral("code"), error.word()}}},
            {QStringLiteral("timestamp"), core::timeText(now)}};
}

} // namespace dialects
