// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/text.h"

namespace network::scan {

namespace {
bool isBreak(QChar character)
{
    return character == QLatin1Char('\n') || character == QLatin1Char('\r') ||
           character == QLatin1Char('\t') || character.category() == QChar::Separator_Line ||
           character.category() == QChar::Separator_Paragraph;
}

bool isUnseen(QChar character)
{
    return character.category() == QChar::Other_Control || character.category() == QChar::Other_Format;
}

QString readable(QStringView foreign, qsizetype most, bool hasLines)
{
    QString out;
    out.reserve(qMin(foreign.size(), most));
    for (qsizetype i = 0; i < foreign.size() && out.size() < most; ++i) {
        const QChar character = foreign[i];
        if (character.isHighSurrogate() && i + 1 < foreign.size() && foreign[i + 1].isLowSurrogate()) {
            if (out.size() + 2 > most)
                break;
            out += character;
            out += foreign[++i];
        } else if (hasLines && character == QLatin1Char('\n')) {
            out += character;
        } else if (isBreak(character)) {
            out += QLatin1Char(' ');
        } else if (!character.isSurrogate() && !isUnseen(character)) {
            out += character;
        }
    }
    return out;
}
} // namespace

QString cleaned(QStringView foreign, qsizetype most) { return readable(foreign, most, false); }

QString cleanedLines(QStringView foreign, qsizetype most) { return readable(foreign, most, true); }

} // namespace network::scan
