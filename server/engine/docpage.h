// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QJsonObject>
#include <QString>

namespace engine {

/// A page of HTML for people, without scripts. Whatever is put in is text, and escaped here.
class DocPage
{
public:
    explicit DocPage(const QString &title);

    void heading(int level, const QString &text, const QString &anchor = {}, const QString &kind = {});
    void paragraph(const QString &text);
    void link(const QString &target, const QString &text, const QString &about);
    void code(const QString &text);
    void example(const QString &label, const QJsonValue &value);
    /// The fields of a JSON Schema, those of nested objects by their paths.
    void fields(const QJsonObject &schema);

    [[nodiscard]] QByteArray html() const;

private:
    void row(const QString &path, const QJsonObject &schema, bool isRequired);
    void rows(const QString &path, const QJsonObject &schema);

    QString m_text;
};

/// The page of a contract, made of its AsyncAPI document.
DocPage contractPage(const QJsonObject &asyncApi, const QJsonValue &failure);
/// The page of the HTTP routes, made of their OpenAPI document.
DocPage httpPage(const QJsonObject &openApi);

} // namespace engine
