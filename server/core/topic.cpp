// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topic.h"

#include <QList>

#include <algorithm>

namespace core {

namespace {
constexpr int longestTopic = 128;

bool isTopicWord(QStringView word)
{
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
}
} // namespace

bool Topic::isValid() const
{
    if (m_name.size() > longestTopic)
        return false;
    const QList<QStringView> words = QStringView(m_name).split(u'.');
    return words.size() >= 2 && std::all_of(words.begin(), words.end(), isTopicWord);
}

bool Topic::matches(QStringView pattern) const
{
    if (pattern == u"*")
        return true;
    if (pattern.endsWith(u".*"))
        return m_name.startsWith(pattern.chopped(1));
    return pattern == m_name;
}

bool Topic::isPattern(QStringView pattern)
{
    if (pattern == u"*")
        return true;
    if (pattern.size() > longestTopic)
        return false;
    if (pattern.endsWith(u".*"))
        pattern.chop(2);
    const QList<QStringView> words = pattern.split(u'.');
    return std::all_of(words.begin(), words.end(), isTopicWord);
}

} // namespace core
