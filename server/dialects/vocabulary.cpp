// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/vocabulary.h"

#include <algorithm>

namespace dialects {

bool Vocabulary::says(const core::Topic &topic) const
{
    return std::any_of(m_speaks.begin(), m_speaks.end(),
                       [&](const Spoken &spoken) { return spoken.topic == topic; });
}

QList<const Spoken *> Vocabulary::spokenFor(const core::Topic &topic) const
{
    QList<const Spoken *> found;
    for (const Spoken &spoken : m_speaks) {
        if (spoken.topic == topic)
            found << &spoken;
    }
    return found;
}

const Heard *Vocabulary::heard(const QString &word, bool acked) const
{
    for (const Heard &heard : m_hears) {
        if (heard.word != word)
            continue;
        if (heard.acking == Acking::Either || (heard.acking == Acking::Required) == acked)
            return &heard;
    }
    return nullptr;
}

Spoken &Vocabulary::add(Spoken spoken)
{
    m_speaks.push_back(std::move(spoken));
    return m_speaks.back();
}

Heard &Vocabulary::add(Heard heard)
{
    m_hears.push_back(std::move(heard));
    return m_hears.back();
}

} // namespace dialects
