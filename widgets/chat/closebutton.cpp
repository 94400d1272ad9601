// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/closebutton.h"

#include "kit/icons.h"
#include "kit/tokens.h"

namespace chat {

QToolButton *closeButton(const QString &what)
{
    auto *close = new QToolButton;
    close->setIcon(kit::icon(kit::Symbol::Close));
    close->setAutoRaise(true);
    close->setFixedSize(kit::tokens::TargetSize, kit::tokens::TargetSize);
    close->setFocusPolicy(Qt::TabFocus);
    close->setToolTip(what);
    close->setAccessibleName(what);
    return close;
}

} // namespace chat
