// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dialects/dialect.h"

namespace dialects {

/// The departments contract: acknowledgements `{success, error}`, camelCase (contracts: departments.md).
class Departments final : public Dialect
{
public:
    Departments();

    [[nodiscard]] QJsonObject answer(const Heard &heard, const core::Reply &reply) const override;
    [[nodiscard]] Utterance failure(const Heard *heard, const core::Error &error,
                                    const QDateTime &now) const override;
};

} // namespace dialects
