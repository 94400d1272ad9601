// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/matchers.h"

#include "fuzz/require.h"
#include "fuzz/targets.h"

using alerts::Matchers;

namespace fuzz {

void matchers(QByteArrayView input)
{
    const auto read = Matchers::parse(QString::fromUtf8(input));
    if (!read) {
        require(!read.error().message.isEmpty(), "what is wrong is said");
        return;
    }
    require(!read->list().isEmpty() && read->list().size() <= Matchers::most, "there are some, not too many");
    const auto again = Matchers::parse(read->toString());
    require(again && again->toString() == read->toString(), "what is written reads back to the same");
    Matchers::Labels labels;
    require(read->match(labels) == again->match(labels), "and matches the same");
    for (const alerts::Matcher &each : read->list())
        labels.insert(each.label, each.value);
    require(read->match(labels) == again->match(labels), "whatever the labels are");
}

} // namespace fuzz
