// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace network {

/// Foreign text without control and direction marks and halves of characters, at most `most` characters.
QString printable(QStringView text, qsizetype most);

/// Foreign bytes as text that can be shown: printable, UTF-8 where they are, runs of blanks and line
/// ends as one blank, none at either end.
QString plainText(QByteArrayView bytes, qsizetype most);
QString plainText(QStringView text, qsizetype most);

} // namespace network
