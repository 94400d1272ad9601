// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArrayView>
#include <QString>

namespace network::sources {

/// What a stranger says about itself, fit to be shown and kept: UTF-8 (Latin-1 where it is none), blanks for
/// control and formatting characters, one blank between words, at most `longest` characters.
QString foreignText(QByteArrayView bytes, qsizetype longest = 255);

} // namespace network::sources
