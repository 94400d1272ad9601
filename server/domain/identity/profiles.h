// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/presence.h"
#include "core/attendance.h"
#include "domain/identity/service.h"

namespace identity {

/// As whom somebody speaks. An account speaks as itself, whatever its payload claims; a guest as whom its
/// payload names, unless that is somebody's account (decisions 4 and 5 of the contracts).
class Profiles
{
public:
    Profiles(Service &people, core::Attendance &attendance) : m_people(people), m_attendance(attendance) {}

    /// Errors: AuthenticationRequired, when a guest claims to be an account.
    core::Result<Profile> speaker(const core::Command &command, const std::optional<Profile> &claimed);

private:
    core::Result<Profile> guest(const core::Command &command, const std::optional<Profile> &claimed);

    Service &m_people;
    core::Attendance &m_attendance;
};

} // namespace identity
