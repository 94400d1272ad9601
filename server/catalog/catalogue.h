// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/catalog.h"

namespace catalog {

/// Every fact and command of every room: the whole vocabulary of the house.
core::Catalog everything();

} // namespace catalog
