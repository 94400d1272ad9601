// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/chatparts.h"
#include "core/result.h"

#include <QByteArray>

namespace chat {

/// A PNG that was looked through: what draws it is kept, what else it carried is left out.
struct Picture
{
    QByteArray png;
    int width = 0;
    int height = 0;
};

/// Errors: Invalid (not a PNG, damaged, larger than 512 KiB or than 4096 × 4096 pixels, or deeper than 8
/// bits).
core::Result<Picture> readPicture(const QByteArray &bytes);

} // namespace chat
