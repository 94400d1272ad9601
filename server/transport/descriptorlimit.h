// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace transport {

/// As many descriptors as the machine lets this process have: each client costs one.
void raiseDescriptorLimit();

} // namespace transport
