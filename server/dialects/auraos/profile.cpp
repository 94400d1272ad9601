// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialects/auraos/profile.h"

namespace dialects::auraos {

using core::field;

core::Fields ProfileShape::fields()
{
    return {field("uid", &ProfileShape::uid, "Account id").atMost(128).defaulted(),
            field("email", &ProfileShape::email, "Or empty").atMost(254).defaulted(),
            field("displayName", &ProfileShape::displayName, "Shown to people").atMost(128),
            field("photoURL", &ProfileShape::photoUrl, "Their picture").atMost(2048),
            field("isGuest", &ProfileShape::isGuest, "Told of those without an account")};
}

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
