// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/network/sources/snmp.h"

/// Identifiers of the tables that are read, by the names their MIBs give them.
namespace network::sources::oids {

inline const Oid system{1, 3, 6, 1, 2, 1, 1};                                // RFC 3418
inline const Oid ifEntry{1, 3, 6, 1, 2, 1, 2, 2, 1};                         // RFC 2863
inline const Oid ifXEntry{1, 3, 6, 1, 2, 1, 31, 1, 1, 1};                    // RFC 2863
inline const Oid dot1dBasePortEntry{1, 3, 6, 1, 2, 1, 17, 1, 4, 1};          // RFC 4188
inline const Oid dot1dTpFdbEntry{1, 3, 6, 1, 2, 1, 17, 4, 3, 1};             // RFC 4188
inline const Oid dot1qTpFdbEntry{1, 3, 6, 1, 2, 1, 17, 7, 1, 2, 2, 1};       // RFC 4363
inline const Oid dot1qVlanCurrentEntry{1, 3, 6, 1, 2, 1, 17, 7, 1, 4, 2, 1}; // RFC 4363
inline const Oid ipAddrEntry{1, 3, 6, 1, 2, 1, 4, 20, 1};                    // RFC 4293
inline const Oid ipNetToMediaEntry{1, 3, 6, 1, 2, 1, 4, 22, 1};              // RFC 4293
inline const Oid ipAddressEntry{1, 3, 6, 1, 2, 1, 4, 34, 1};                 // RFC 4293
inline const Oid ipNetToPhysicalEntry{1, 3, 6, 1, 2, 1, 4, 35, 1};           // RFC 4293
inline const Oid entPhysicalEntry{1, 3, 6, 1, 2, 1, 47, 1, 1, 1, 1};         // RFC 6933
inline const Oid lldpLocal{1, 0, 8802, 1, 1, 2, 1, 3};                       // IEEE 802.1AB-2005, annex G
inline const Oid lldpLocPortEntry{1, 0, 8802, 1, 1, 2, 1, 3, 7, 1};
inline const Oid lldpRemEntry{1, 0, 8802, 1, 1, 2, 1, 4, 1, 1};
inline const Oid lldpRemManAddrEntry{1, 0, 8802, 1, 1, 2, 1, 4, 2, 1};
inline const Oid cdpCacheEntry{1, 3, 6, 1, 4, 1, 9, 9, 23, 1, 2, 1, 1}; // CISCO-CDP-MIB

} // namespace network::sources::oids
