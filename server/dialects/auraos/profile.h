// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/presence.h"

namespace dialects::auraos {

/// `userProfile`, as it is claimed and as it is told.
struct ProfileShape
{
    QString uid;
    QString email;
    std::optional<QString> displayName;
    std::optional<QString> photoUrl;
    std::optional<bool> isGuest;

    static core::Fields fields();
};

/// A profile as it is told.
ProfileShape profileShape(const identity::Profile &profile);
/// A profile as it is claimed; that one is a guest cannot be.
std::optional<identity::Profile> claimed(const std::optional<ProfileShape> &profile);
/// True, or not there.
std::optional<bool> marked(bool isSo);

} // namespace dialects::auraos
