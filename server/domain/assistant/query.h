// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/assistant.h"
#include "core/reply.h"
#include "domain/assistant/asker.h"
#include "domain/assistant/timewords.h"

#include <functional>

namespace assistant {

/// One ordinary command that is asked to answer a question.
struct Asking
{
    QString command;
    QJsonObject params;

    /// A catalogue command's own type.
    template <core::Described T>
    static Asking of(const T &params)
    {
        return {QString::fromLatin1(T::name), core::toJson(params).toObject()};
    }
};

/// What came of asking.
struct Finding
{
    Asking asking;
    core::Reply reply;
};

/// What was found out so far, in the order in which it was asked.
class Findings
{
public:
    void add(const Finding &finding) { m_list << finding; }
    [[nodiscard]] const QList<Finding> &list() const { return m_list; }
    /// Every good reply to commands of this type.
    template <class T>
    [[nodiscard]] QList<typename T::Reply> all() const
    {
        QList<typename T::Reply> out;
        for (const Finding &each : m_list) {
            if (each.asking.command != QLatin1String(T::name) || !each.reply)
                continue;
            if (const auto reply = each.reply->template as<typename T::Reply>())
                out << *reply;
        }
        return out;
    }
    /// The first good reply to a command of this type; an empty one when there is none.
    template <class T>
    [[nodiscard]] typename T::Reply first() const
    {
        return all<T>().value(0);
    }
    /// Whether there is a good reply to one.
    template <class T>
    [[nodiscard]] bool has() const
    {
        return !all<T>().isEmpty();
    }
    /// How often such a command was asked.
    template <class T>
    [[nodiscard]] int count() const
    {
        int count = 0;
        for (const Finding &each : m_list)
            count += each.asking.command == QLatin1String(T::name) ? 1 : 0;
        return count;
    }

private:
    QList<Finding> m_list;
};

/// What a question is about, once its words stand for things.
struct Matter
{
    QMap<QString, Reference> things; ///< by the name of the place in the phrase
    QMap<QString, QString> words;    ///< what was written there
    std::optional<TimeSpan> time;
    Standing who;
    QDateTime now;
    QTimeZone zone;

    [[nodiscard]] Reference thing(const char *place) const { return things.value(QLatin1String(place)); }
    /// The time that was said, or else the last so many seconds.
    [[nodiscard]] TimeSpan timeOr(qint64 seconds) const
    {
        return time.value_or(TimeSpan{now.addSecs(-seconds), now});
    }
};

/// What is said of findings.
struct Telling
{
    QStringList sentences; ///< the first of them answer
    QStringList details;   ///< lines that follow where there is room
    QList<Reference> references;
    QList<Proposal> proposals;
    bool isCertain = true;
};

/// Something that may be asked in words: how it is asked, what ordinary commands find it out, and how what
/// they answer becomes sentences. It is pure: whoever knows it asks with the asker's own rights.
struct Query
{
    using Asks = std::function<QList<Asking>(const Matter &)>;
    using Further = std::function<QList<Asking>(const Matter &, const Findings &)>;
    using Tell = std::function<Telling(const Matter &, const Findings &)>;

    QString id;
    QString example;     ///< a question, for those who ask what may be asked
    QStringList phrases; ///< as Phrase has it; places: {device} {thing} {alert} {port} {department} {network}
                         ///< {measure}
    QStringList commands; ///< all it may ask; they read
    core::Roles needs = core::roles::viewers;
    Asks asks;
    Tell tell;
    Further further = {}; ///< what else to ask, until that is nothing
};

} // namespace assistant
