// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/automation/rules/condition.h"
#include "fuzz/require.h"
#include "fuzz/targets.h"

namespace rules = automation::rules;

namespace fuzz {

void conditions(QByteArrayView input)
{
    if (input.isEmpty())
        return;
    constexpr std::size_t kinds = core::Words<automation::RuleKind>::list.size();
    const auto kind = automation::RuleKind(std::size_t(uchar(input.front())) % kinds);
    const auto read = rules::readCondition(QString::fromUtf8(input.sliced(1)), kind);
    if (!read) {
        require(!read.error().message.isEmpty(), "what is wrong is said");
        return;
    }
    const QString text = rules::textOf(*read);
    const auto again = rules::readCondition(text, kind);
    require(bool(again), "what is written can be read");
    require(rules::textOf(*again) == text, "and is written alike");
}

} // namespace fuzz
