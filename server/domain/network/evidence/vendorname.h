// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace network {

/// A vendor as people call it: without its legal form and words that say nothing ("Hewlett Packard" of
/// "HEWLETT PACKARD ENTERPRISE CO., LTD"); capitals only where they are letters of an abbreviation.
QString shortVendorName(const QString &registered);

} // namespace network
