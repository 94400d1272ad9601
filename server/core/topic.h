// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHashFunctions>
#include <QMetaType>
#include <QString>

namespace core {

/// The name of a fact: lower-case words joined by dots, the first being the room ("metrics.sampled").
class Topic
{
public:
    Topic() = default;
    explicit Topic(QString name) : m_name(std::move(name)) {}
    explicit Topic(QLatin1String name) : m_name(name) {}

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] QString room() const { return m_name.section(QLatin1Char('.'), 0, 0); }
    /// Two or more words of [a-z0-9_], joined by dots, at most 128 characters.
    [[nodiscard]] bool isValid() const;
    /// True for the same name, for "*", and for a pattern "room.*" that begins this name.
    [[nodiscard]] bool matches(QStringView pattern) const;
    /// True for "*", a topic, or a topic prefix that ends in ".*".
    static bool isPattern(QStringView pattern);

    /// Most topics that are compared share the catalogue's name.
    friend bool operator==(const Topic &a, const Topic &b)
    {
        const bool isShared =
            a.m_name.constData() == b.m_name.constData() && a.m_name.size() == b.m_name.size();
        return isShared || a.m_name == b.m_name;
    }
    friend bool operator<(const Topic &a, const Topic &b) { return a.m_name < b.m_name; }
    friend size_t qHash(const Topic &topic, size_t seed = 0) { return qHash(topic.m_name, seed); }

private:
    QString m_name;
};

} // namespace core

Q_DECLARE_METATYPE(core::Topic)
