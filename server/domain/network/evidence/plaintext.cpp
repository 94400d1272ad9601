// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/plaintext.h"

#include <algorithm>

namespace network {

namespace {
/// What shows nothing itself and changes how the rest looks (Unicode: Cc, Cf, Cs, Co, Cn).
bool isHarmful(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return true;
    default:
        return false;
    }
}
} // namespace

QString printable(QStringView text, qsizetype most)
{
    QString kept;
    for (qsizetype i = 0; i < text.size() && kept.size() < most; ++i) {
        const QChar c = text.at(i);
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (isPair && kept.size() + 1 < most)
            kept.append(text.sliced(i, 2));
        else if (!isPair && !isHarmful(c))
            kept.append(c);
        i += isPair ? 1 : 0;
    }
    return kept;
}

QString plainText(QByteArrayView bytes, qsizetype most)
{
    const bool isPlain = bytes.size() <= most &&
                         std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= ' ' && c <= '~'; });
    if (isPlain)
        return QString::fromLatin1(bytes).simplified();
    // No character takes more than four bytes; blanks at the beginning may take some more.
    return plainText(QString::fromUtf8(bytes.first(std::min(bytes.size(), most * 8))), most);
}

QString plainText(QStringView text, qsizetype most)
{
    const QString near = text.first(std::min(text.size(), most * 8)).toString().simplified();
    return printable(near, most).trimmed();
}

} // namespace network
