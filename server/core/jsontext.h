// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace core {

/// JSON as it is written out, compact. For what is said often: no tree is built first.
class JsonText
{
public:
    /// Appends to `out`, which outlives it.
    explicit JsonText(QByteArray &out) : m_out(out), m_start(out.size()) {}

    void begin(char bracket);
    void end(char bracket);
    /// A member's name; its value follows. `name` needs no escapes.
    void key(QLatin1String name);
    void key(QStringView name);
    void null() { bare("null"); }
    void value(bool truth) { bare(truth ? QByteArrayView("true") : QByteArrayView("false")); }
    void value(qint64 number);
    /// The shortest text that reads back to the same number; null when it is not finite (RFC 8259 §6).
    void value(double number);
    /// A lone surrogate is escaped, so that what comes out is always UTF-8 (RFC 8259 §8.1).
    void value(QStringView text);
    void value(const QString &text) { value(QStringView(text)); }
    void value(QLatin1String plain); ///< needs no escapes
    void value(const char *) = delete;
    void value(const QJsonValue &json);
    void value(const QJsonObject &json);
    void value(const QJsonArray &json);
    /// The members of an object that has been begun.
    void members(const QJsonObject &json);
    /// JSON that has been written elsewhere.
    void bare(QByteArrayView json);

private:
    /// So many bytes at the end, behind a comma where one is due.
    char *room(qsizetype bytes);
    void quote(QStringView text);

    QByteArray &m_out;
    const qsizetype m_start;
};

/// An object as JSON, compact.
QByteArray jsonText(const QJsonObject &json);

} // namespace core
