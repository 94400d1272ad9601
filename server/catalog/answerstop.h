// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/identity.h"

namespace assistant {

/// Stops the answer that is being written in a room: for who asked, and for operators.
struct StopAnswer
{
    using Reply = identity::Done;

    QString roomName;

    static constexpr auto name = "assistant.stop";
    static constexpr auto summary =
        "Stops the answer that is being written in a room; what there is of it stays";
    static core::Fields fields();
};

/// Declares the command.
void declareStop(core::Catalog &catalog);

} // namespace assistant
