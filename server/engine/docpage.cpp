// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/docpage.h"

#include "core/error.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace engine {

namespace {
QString jsonAsText(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Indented)).trimmed();
    // A value alone has to stand in something to be written.
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QString typeOf(const QJsonObject &schema)
{
    const QJsonValue type = schema.value(QLatin1String("type"));
    QStringList words;
    if (type.isArray()) {
        const QJsonArray types = type.toArray();
        for (const QJsonValue each : types)
            words << each.toString();
    } else if (type.isString()) {
        words << type.toString();
    }
    return words.isEmpty() ? QStringLiteral("anything") : words.join(QStringLiteral(" or "));
}

QString limitsOf(const QJsonObject &schema)
{
    QStringList limits;
    const QJsonArray words = schema.value(QLatin1String("enum")).toArray();
    QStringList allowed;
    for (const QJsonValue word : words)
        allowed << word.toString();
    if (!allowed.isEmpty())
        limits << allowed.join(QStringLiteral(" | "));
    const auto add = [&](const char *key, const char *text) {
        const QJsonValue limit = schema.value(QLatin1String(key));
        if (limit.isDouble())
            limits << QString::fromLatin1(text).arg(limit.toDouble());
    };
    add("minimum", "at least %1");
    add("maximum", "at most %1");
    add("maxLength", "at most %1 characters");
    add("maxItems", "at most %1 items");
    if (schema.contains(QLatin1String("format")))
        limits << schema.value(QLatin1String("format")).toString();
    return limits.join(QStringLiteral(", "));
}

QString cell(const QString &text)
{
    return QString(QStringLiteral("<td>") + text.toHtmlEscaped() + QStringLiteral("</td>"));
}

/// What a reference leads to; a value that is none is itself.
QJsonObject resolved(const QJsonObject &document, const QJsonObject &value)
{
    QJsonObject target = value;
    for (int steps = 0; target.contains(QLatin1String("$ref")) && steps < 8; ++steps) {
        const QStringList names =
            target.value(QLatin1String("$ref")).toString().mid(2).split(QLatin1Char('/'));
        target = document;
        for (const QString &name : names)
            target = target.value(name).toObject();
    }
    return target;
}

void tellMessage(DocPage &page, const QJsonObject &message, const QString &label)
{
    page.fields(message.value(QLatin1String("payload")).toObject());
    const QJsonArray examples = message.value(QLatin1String("examples")).toArray();
    for (const QJsonValue example : examples)
        page.example(label, example.toObject().value(QLatin1String("payload")));
}

void tellOperations(DocPage &page, const QJsonObject &document, const QString &action, const QString &kind)
{
    const QJsonObject operations = document.value(QLatin1String("operations")).toObject();
    for (auto it = operations.begin(); it != operations.end(); ++it) {
        const QJsonObject operation = it.value().toObject();
        if (operation.value(QLatin1String("action")).toString() != action)
            continue;
        const QJsonArray messages = operation.value(QLatin1String("messages")).toArray();
        const QJsonObject message = resolved(document, messages.first().toObject());
        page.heading(3, message.value(QLatin1String("name")).toString(), it.key(), kind);
        page.paragraph(operation.value(QLatin1String("summary")).toString());
        tellMessage(page, message, QStringLiteral("Example"));
        const QJsonArray answers =
            operation.value(QLatin1String("reply")).toObject().value(QLatin1String("messages")).toArray();
        for (const QJsonValue each : answers) {
            const QJsonObject answer = resolved(document, each.toObject());
            page.paragraph(
                QStringLiteral("Answered by: %1").arg(answer.value(QLatin1String("name")).toString()));
            tellMessage(page, answer, QStringLiteral("Example of the answer"));
        }
    }
}

void tellErrors(DocPage &page, const QJsonValue &failure)
{
    page.heading(2, QStringLiteral("Errors"));
    QStringList kinds;
    for (const char *word : core::errorCodeWords)
        kinds << QLatin1String(word);
    page.paragraph(QStringLiteral("What is wrong is told with a kind of error and a sentence, and the "
                                  "connection stays. The kinds: %1, or what this contract calls them.")
                       .arg(kinds.join(QStringLiteral(", "))));
    page.example(QStringLiteral("Example"), failure);
    page.paragraph(QStringLiteral(
        "Connections are closed with 1000 (a client's close is answered), 1001 (the server goes away), 1003 "
        "(a client id that is not allowed), 1008 (against the rules), 1009 (too big), 1011 (the session is "
        "unusable), 1013 (no room) and 4001 (not signed in, or not any more)."));
}
void tellRequest(DocPage &page, const QJsonObject &operation)
{
    page.paragraph(operation.value(QLatin1String("summary")).toString());
    if (!operation.value(QLatin1String("security")).toArray().isEmpty())
        page.paragraph(QStringLiteral("Takes a token: Authorization: Bearer …"));
    const QJsonArray headers = operation.value(QLatin1String("parameters")).toArray();
    for (const QJsonValue each : headers) {
        const QJsonObject header = each.toObject();
        page.paragraph(QStringLiteral("%1: %2").arg(header.value(QLatin1String("name")).toString(),
                                                    header.value(QLatin1String("description")).toString()));
    }
    const QJsonObject bodies =
        operation.value(QLatin1String("requestBody")).toObject().value(QLatin1String("content")).toObject();
    for (auto body = bodies.begin(); body != bodies.end(); ++body) {
        page.paragraph(QStringLiteral("Body, %1:").arg(body.key()));
        page.fields(body.value().toObject().value(QLatin1String("schema")).toObject());
    }
}

void tellResponses(DocPage &page, const QJsonObject &document, const QJsonObject &responses)
{
    for (auto response = responses.begin(); response != responses.end(); ++response) {
        const QJsonObject said = response.value().toObject();
        page.paragraph(QStringLiteral("%1: %2").arg(response.key(),
                                                    said.value(QLatin1String("description")).toString()));
        const QJsonObject content = said.value(QLatin1String("content")).toObject();
        for (const QJsonValue each : content) {
            const QJsonObject schema =
                resolved(document, each.toObject().value(QLatin1String("schema")).toObject());
            if (schema.contains(QLatin1String("properties")))
                page.fields(schema);
        }
    }
}
} // namespace

DocPage::DocPage(const QString &title)
{
    m_text = QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                            "<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>%1</title>\n"
                            "<link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\"/>\n"
                            "<link rel=\"stylesheet\" href=\"/theme.css\"/>\n"
                            "<link rel=\"stylesheet\" href=\"/docs.css\"/>\n</head>\n<body>\n"
                            "<main class=\"docs\">\n<h1>%1</h1>\n")
                 .arg(title.toHtmlEscaped());
}

void DocPage::heading(int level, const QString &text, const QString &anchor, const QString &kind)
{
    m_text += QStringLiteral("<h%1").arg(level);
    if (!anchor.isEmpty())
        m_text += QStringLiteral(" id=\"") + anchor.toHtmlEscaped() + QLatin1Char('"');
    m_text += QLatin1Char('>') + text.toHtmlEscaped();
    if (!kind.isEmpty())
        m_text += QStringLiteral(" <span class=\"kind\">") + kind.toHtmlEscaped() + QStringLiteral("</span>");
    m_text += QStringLiteral("</h%1>\n").arg(level);
}

void DocPage::paragraph(const QString &text)
{
    m_text += QStringLiteral("<p>") + text.toHtmlEscaped() + QStringLiteral("</p>\n");
}

void DocPage::link(const QString &target, const QString &text, const QString &about)
{
    m_text += QStringLiteral("<p><a href=\"") + target.toHtmlEscaped() + QStringLiteral("\">") +
              text.toHtmlEscaped() + QStringLiteral("</a> ") + about.toHtmlEscaped() +
              QStringLiteral("</p>\n");
}

void DocPage::code(const QString &text)
{
    m_text += QStringLiteral("<pre>") + text.toHtmlEscaped() + QStringLiteral("</pre>\n");
}

void DocPage::example(const QString &label, const QJsonValue &value)
{
    paragraph(label);
    code(jsonAsText(value));
}

void DocPage::fields(const QJsonObject &schema)
{
    const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
    if (properties.isEmpty() && typeOf(schema) == QLatin1String("object")) {
        paragraph(QStringLiteral("No fields of its own."));
        return;
    }
    m_text += QStringLiteral("<table><thead><tr><th>Field</th><th>Type</th><th>Given</th><th>Values</th>"
                             "<th>Meaning</th></tr></thead><tbody>\n");
    if (properties.isEmpty())
        row(QStringLiteral("(all of it)"), schema, true);
    rows({}, schema);
    m_text += QStringLiteral("</tbody></table>\n");
}

void DocPage::row(const QString &path, const QJsonObject &schema, bool isRequired)
{
    m_text += QStringLiteral("<tr><td><code>") + path.toHtmlEscaped() + QStringLiteral("</code></td>") +
              cell(typeOf(schema)) +
              cell(isRequired ? QStringLiteral("always") : QStringLiteral("may be missing")) +
              cell(limitsOf(schema)) + cell(schema.value(QLatin1String("description")).toString()) +
              QStringLiteral("</tr>\n");
}

void DocPage::rows(const QString &path, const QJsonObject &schema)
{
    const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
    const QJsonArray required = schema.value(QLatin1String("required")).toArray();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const QString name = path.isEmpty() ? it.key() : QString(path + QLatin1Char('.') + it.key());
        row(name, it.value().toObject(), required.contains(it.key()));
        rows(name, it.value().toObject());
    }
    const QJsonValue items = schema.value(QLatin1String("items"));
    if (items.isObject())
        rows(QString(path + QStringLiteral("[]")), items.toObject());
    const QJsonValue entries = schema.value(QLatin1String("additionalProperties"));
    if (entries.isObject())
        rows(QString(path + QStringLiteral("{}")), entries.toObject());
}

QByteArray DocPage::html() const
{
    return QString(m_text + QStringLiteral("</main>\n</body>\n</html>\n")).toUtf8();
}

DocPage contractPage(const QJsonObject &asyncApi, const QJsonValue &failure)
{
    const QJsonObject info = asyncApi.value(QLatin1String("info")).toObject();
    DocPage page(info.value(QLatin1String("title")).toString());
    page.link(QStringLiteral("/docs"), QStringLiteral("All contracts"), {});
    page.paragraph(info.value(QLatin1String("description")).toString());
    const QJsonObject channels = asyncApi.value(QLatin1String("channels")).toObject();
    for (const QJsonValue channel : channels)
        page.code(channel.toObject().value(QLatin1String("address")).toString());
    page.heading(2, QStringLiteral("What the server says"));
    tellOperations(page, asyncApi, QStringLiteral("send"), QStringLiteral("said"));
    page.heading(2, QStringLiteral("What the server understands"));
    tellOperations(page, asyncApi, QStringLiteral("receive"), QStringLiteral("heard"));
    tellErrors(page, failure);
    return page;
}

DocPage httpPage(const QJsonObject &openApi)
{
    const QJsonObject info = openApi.value(QLatin1String("info")).toObject();
    DocPage page(info.value(QLatin1String("title")).toString());
    page.link(QStringLiteral("/docs"), QStringLiteral("All contracts"), {});
    page.paragraph(info.value(QLatin1String("description")).toString());
    const QJsonObject paths = openApi.value(QLatin1String("paths")).toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject methods = path.value().toObject();
        for (auto method = methods.begin(); method != methods.end(); ++method) {
            const QJsonObject operation = method.value().toObject();
            page.heading(3, QString(method.key().toUpper() + QLatin1Char(' ') + path.key()),
                         operation.value(QLatin1String("operationId")).toString());
            tellRequest(page, operation);
            tellResponses(page, openApi, operation.value(QLatin1String("responses")).toObject());
        }
    }
    return page;
}

} // namespace engine
