// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entropy.h"

#include <QRandomGenerator>

namespace core {

QString Entropy::token(int count)
{
    return QString::fromLatin1(
        bytes(count).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QByteArray SystemEntropy::bytes(int count)
{
    QByteArray out(count, Qt::Uninitialized);
    auto *generator = QRandomGenerator::system();
    for (char &byte : out)
        byte = char(generator->bounded(256));
    return out;
}

} // namespace core
