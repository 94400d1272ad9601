// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/known.h"

namespace network {

using core::field;

core::Fields Known::fields()
{
    return {field("entry", &Known::entry, "What lists show"),
            field("addresses", &Known::addresses, "It has or had"),
            field("macs", &Known::macs, "It has or had"),
            field("names", &Known::names, "What it is called"),
            field("ports", &Known::ports, "Open ones, and such as were"),
            field("looked", &Known::looked, "Which ports were looked at"),
            field("identities", &Known::identities, "What only it can say of itself"),
            field("observations", &Known::observations, "What it let slip"),
            field("reasons", &Known::reasons, "Why it is what it is"),
            field("system", &Known::system, "What it tells of itself"),
            field("interfaces", &Known::interfaces, "Its network interfaces"),
            field("set_name", &Known::setName, "By hand"),
            field("set_department", &Known::setDepartment, "By hand"),
            field("set_parent", &Known::setParent, "By hand"),
            field("set_expected_up", &Known::setExpectedUp, "By hand")};
}

} // namespace network
