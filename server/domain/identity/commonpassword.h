// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace identity {

/// Whether a password of 12 or more characters is among those that people choose most.
///
/// No list is shipped: what such lists hold at this length is made by few rules, and the rules say it shorter
/// and catch every year's new ones. A password is common when, in lower case and with the usual digits for
/// letters (p4ssw0rd) undone, all of it consists of
///  - at most two favourite words (password, welcome, iloveyou, …),
///  - keyboard walks and alphabet or number runs of three keys or more (qwerty, 1qaz2wsx, abcd, 9876),
///  - one character repeated three times or more,
///  - at most eight other digits (years, dates) and four signs,
/// or when it repeats a piece of at most six characters (abcabcabcabc). That is far more than the 10,000 most
/// common of this length; three words that do not belong together are never refused.
bool isCommonPassword(const QString &password);

} // namespace identity
