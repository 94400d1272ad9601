// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/auraos/profile.h"

namespace dialects::auraos {

ProfileShape profileShape(const identity::Profile &profile)
{
    return {profile.uid, profile.email, profile.displayName, profile.photoUrl, marked(profile.isGuest)};
}

std::optional<identity::Profile> claimed(const std::optional<ProfileShape> &profile)
{
    if (!profile)
        return std::nullopt;
    return identity::Profile{profile->uid, profile->email, profile->displayName, profile->photoUrl, false};
}

std::optional<bool> marked(bool isSo) { return isSo ? std::optional(true) : std::nullopt; }

} // namespace dialects::auraos
