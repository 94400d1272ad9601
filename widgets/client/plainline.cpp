// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/plainline.h"

namespace client {

QString plainLine(const QString &foreign, qsizetype most)
{
    QString line;
    for (const QChar letter : foreign.left(4 * most)) {
        // Marks of direction would turn what stands around them, too.
        if (letter.isSpace())
            line += QLatin1Char(' ');
        else if (letter.category() != QChar::Other_Control && letter.category() != QChar::Other_Format)
            line += letter;
    }
    line = line.trimmed();
    return line.size() > most ? line.left(most - 1) + QChar(0x2026) : line;
}

} // namespace client
