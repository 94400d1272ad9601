// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dialects/dialect.h"

namespace dialects {

/// Everyst's contract: acknowledgements `{status, message, …}`, snake_case (contracts: everyst.md).
class Everyst final : public Dialect
{
public:
    Everyst();

    [[nodiscard]] Utterance failure(const Heard *heard, const core::Error &error,
                                    const QDateTime &now) const override;

private:
    void answer(core::JsonText &out, const Heard &heard, const core::Reply &reply) const override;
};

} // namespace dialects
