// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/sources/foreigntext.h"

#include <QStringDecoder>

namespace network::sources {

namespace {
bool isUnseen(QChar letter)
{
    switch (letter.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format: // turns the direction of what follows, hides letters
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}
} // namespace

QString foreignText(QByteArrayView bytes, qsizetype longest)
{
    bytes = bytes.first(std::min(bytes.size(), 4 * longest));
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        text = QString::fromLatin1(bytes);
    for (QChar &letter : text) {
        if (isUnseen(letter))
            letter = QLatin1Char(' ');
    }
    text = text.simplified();
    if (text.size() > longest)
        text.truncate(text.at(longest - 1).isHighSurrogate() ? longest - 1 : longest);
    return text;
}

} // namespace network::sources
