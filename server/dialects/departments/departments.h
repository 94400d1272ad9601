// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dialects/dialect.h"

namespace dialects {

/// The departments contract: acknowledgements `{success, error}`, camelCase (contracts: departments.md).
class Departments final : public Dialect
{
public:
    Departments();

    [[nodiscard]] Utterance failure(const Heard *heard, const core::Error &error,
                                    const QDateTime &now) const override;

private:
    void answer(core::JsonText &out, const Heard &heard, const core::Reply &reply) const override;
};

} // namespace dialects
