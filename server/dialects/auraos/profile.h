// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/presence.h"

namespace dialects::auraos {

using core::field;

/// `userProfile`, as it is claimed and as it is told.
struct ProfileShape
{
    QString uid;
    QString email;
    std::optional<QString> displayName;
    std::optional<QString> photoUrl;
    std::optional<bool> isGuest;

    static constexpr auto fields()
    {
        return std::tuple{field("uid", &ProfileShape::uid, "Account id").atMost(128).defaulted(),
                          field("email", &ProfileShape::email, "Or empty").atMost(254).defaulted(),
                          field("displayName", &ProfileShape::displayName, "Shown to people").atMost(128),
                          field("photoURL", &ProfileShape::photoUrl, "Their picture").atMost(2048),
                          field("isGuest", &ProfileShape::isGuest, "Told of those without an account")};
    }
};

/// A profile as it is told.
ProfileShape profileShape(const identity::Profile &profile);
/// A profile as it is claimed; that one is a guest cannot be.
std::optional<identity::Profile> claimed(const std::optional<ProfileShape> &profile);
/// True, or not there.
std::optional<bool> marked(bool isSo);

} // namespace dialects::auraos
