// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/channels/plaintext.h"

namespace alerts::channels {

namespace {
bool isUnseen(QChar letter)
{
    switch (letter.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
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

QString cut(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    const qsizetype end = longest - 1; // the ellipsis
    return text.left(end > 0 && text.at(end - 1).isHighSurrogate() ? end - 1 : end) + QChar(0x2026);
}

QString plainLine(const QString &text, qsizetype longest)
{
    QString out = text.left(4 * longest);
    for (qsizetype i = 0; i < out.size(); ++i) {
        const bool isPair =
            out.at(i).isHighSurrogate() && i + 1 < out.size() && out.at(i + 1).isLowSurrogate();
        if (isPair)
            ++i;
        else if (out.at(i).isSurrogate() || isUnseen(out.at(i)))
            out[i] = u' ';
    }
    return cut(out.simplified(), longest);
}

QString plainLine(QByteArrayView bytes, qsizetype longest)
{
    return plainLine(QString::fromUtf8(bytes.first(std::min(bytes.size(), 4 * longest))), longest);
}

} // namespace alerts::channels
