// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/sources/completionreader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cctype>

namespace assistant::sources {

namespace {
core::Error garbage()
{
    return {core::ErrorCode::Invalid,
            QCoreApplication::translate("assistant", "What the model's service sends is no answer.")};
}

/// Text, or the texts of its parts.
QString contentOf(const QJsonValue &content)
{
    if (content.isString())
        return content.toString();
    QString text;
    const QJsonArray parts = content.toArray();
    for (const QJsonValue part : parts)
        text += part.toObject().value(u"text").toString();
    return text;
}
} // namespace

core::Result<void> CompletionReader::feed(QByteArrayView bytes)
{
    m_bytes += bytes.size();
    if (m_bytes > mostBytes)
        return garbage();
    if (m_form == Form::Unknown) {
        while (!bytes.isEmpty() && std::isspace(static_cast<unsigned char>(bytes.front())) != 0)
            bytes = bytes.sliced(1);
        if (bytes.isEmpty())
            return {};
        m_form = bytes.front() == '{' ? Form::Object : Form::Events;
    }
    if (m_form == Form::Object) {
        m_object += bytes;
        return m_object.size() > EventReader::longest ? core::Result<void>(garbage()) : core::Result<void>();
    }
    const auto events = m_events.feed(bytes);
    if (!events)
        return events.error();
    for (const QByteArray &data : *events) {
        if (const auto taken = take(data); !taken)
            return taken.error();
        if (m_isDone)
            break;
    }
    return {};
}

core::Result<void> CompletionReader::take(const QByteArray &data)
{
    if (data.trimmed() == "[DONE]") {
        m_isDone = m_isEnded = true;
        return {};
    }
    const QJsonDocument document = QJsonDocument::fromJson(data);
    return document.isObject() ? takeObject(document.object()) : core::Result<void>(garbage());
}

core::Result<void> CompletionReader::takeObject(const QJsonObject &object)
{
    if (object.value(u"error").isObject() || object.value(u"error").isString()) {
        return core::Error{
            core::ErrorCode::Unavailable,
            QCoreApplication::translate("assistant", "The model's service answered with an error.")};
    }
    if (const QJsonValue tokens = object.value(u"usage").toObject().value(u"total_tokens");
        tokens.isDouble()) {
        constexpr double most = 1e9;
        m_completion.tokens = qint64(std::clamp(tokens.toDouble(), 0.0, most));
    }
    // The last event may tell of its cost alone.
    const QJsonArray choices = object.value(u"choices").toArray();
    if (choices.isEmpty())
        return {};
    const QJsonObject choice = choices.first().toObject();
    m_isEnded = m_isEnded || choice.value(u"finish_reason").isString();
    const QJsonValue delta = choice.value(u"delta");
    return takeMessage(delta.isObject() ? delta.toObject() : choice.value(u"message").toObject());
}

core::Result<void> CompletionReader::takeMessage(const QJsonObject &message)
{
    m_completion.text += contentOf(message.value(u"content"));
    if (m_completion.text.size() > longestText) {
        const bool isHalved = m_completion.text.at(longestText - 1).isHighSurrogate();
        m_completion.text.truncate(isHalved ? longestText - 1 : longestText);
        m_completion.isCut = m_isDone = m_isEnded = true;
        return {};
    }
    return takeCalls(message);
}

core::Result<void> CompletionReader::takeCalls(const QJsonObject &message)
{
    const QJsonArray calls = message.value(u"tool_calls").toArray();
    qsizetype position = 0;
    for (const QJsonValue value : calls) {
        const QJsonObject part = value.toObject();
        const qsizetype index = part.value(u"index").toInt(int(position++));
        if (index < 0 || index >= mostCalls || index > m_completion.calls.size())
            return garbage();
        if (index == m_completion.calls.size())
            m_completion.calls << ToolCall();
        ToolCall &call = m_completion.calls[index];
        const QJsonObject function = part.value(u"function").toObject();
        if (call.id.isEmpty())
            call.id = part.value(u"id").toString().left(128);
        if (call.name.isEmpty())
            call.name = function.value(u"name").toString().left(128);
        // Most send text, some the object itself.
        const QJsonValue arguments = function.value(u"arguments");
        call.arguments += arguments.isObject()
                              ? QJsonDocument(arguments.toObject()).toJson(QJsonDocument::Compact)
                              : arguments.toString().toUtf8();
        if (call.arguments.size() > longestArguments)
            return garbage();
    }
    return {};
}

core::Result<Completion> CompletionReader::end()
{
    if (m_form == Form::Object) {
        const QJsonDocument document = QJsonDocument::fromJson(m_object);
        if (!document.isObject())
            return garbage();
        if (const auto taken = takeObject(document.object()); !taken)
            return taken.error();
        m_isEnded = true;
    }
    if (!m_isEnded) {
        return core::Error{core::ErrorCode::Invalid,
                           QCoreApplication::translate(
                               "assistant", "The model's service ended in the middle of its answer.")};
    }
    if (m_completion.text.trimmed().isEmpty() && m_completion.calls.isEmpty())
        return garbage();
    return m_completion;
}

} // namespace assistant::sources
