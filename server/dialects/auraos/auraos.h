// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dialects/dialect.h"

namespace dialects {

/// AuraOS' contract: words are answered by events, in the document's order (contracts: auraos.md).
class AuraOs final : public Dialect
{
public:
    AuraOs();

    [[nodiscard]] Utterance failure(const Heard *heard, const core::Error &error,
                                    const QDateTime &now) const override;

private:
    void answer(core::JsonText &out, const Heard &heard, const core::Reply &reply) const override;
};

} // namespace dialects
