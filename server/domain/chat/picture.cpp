// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/chat/picture.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace chat {

namespace {
constexpr std::array<unsigned char, 8> signature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
constexpr qsizetype frame = 12; // length, name and checksum of a chunk
constexpr qsizetype headerLength = 13;

/// The checksum of PNG (ISO 3309).
quint32 checksum(const QByteArray &bytes)
{
    static const auto table = [] {
        constexpr quint32 polynomial = 0xEDB88320;
        std::array<quint32, 256> made{};
        for (quint32 index = 0; index < made.size(); ++index) {
            quint32 value = index;
            for (int bit = 0; bit < 8; ++bit)
                value = (value & 1) != 0 ? polynomial ^ (value >> 1) : value >> 1;
            made[index] = value;
        }
        return made;
    }();
    quint32 sum = 0xFFFFFFFF;
    for (const char byte : bytes)
        sum = table[(sum ^ quint8(byte)) & 0xFF] ^ (sum >> 8);
    return ~sum;
}

core::Error wrong(const QString &sentence) { return {core::ErrorCode::Invalid, sentence}; }
core::Error damaged()
{
    return wrong(QCoreApplication::translate("chat", "The picture is damaged. Make it again."));
}

/// Width, height and depth, as the first chunk has them.
core::Result<void> takeHeader(const QByteArray &header, Picture &picture)
{
    if (header.size() != headerLength)
        return damaged();
    const quint32 width = qFromBigEndian<quint32>(header.constData());
    const quint32 height = qFromBigEndian<quint32>(header.constData() + 4);
    if (width == 0 || height == 0 || width > widestPicture || height > widestPicture) {
        return wrong(
            QCoreApplication::translate("chat", "A picture has at most %1 × %1 pixels. Make it smaller.")
                .arg(widestPicture));
    }
    const int depth = header.at(8);
    const int color = header.at(9);
    const bool isFine = color == 0 || color == 3 ? depth == 1 || depth == 2 || depth == 4 || depth == 8
                                                 : (color == 2 || color == 4 || color == 6) && depth == 8;
    if (!isFine || header.at(10) != 0 || header.at(11) != 0 || header.at(12) != 0) {
        return wrong(QCoreApplication::translate("chat",
                                                 "Only PNG of at most 8 bits a channel, not interlaced, is "
                                                 "taken. Save the picture as such."));
    }
    picture.width = int(width);
    picture.height = int(height);
    return {};
}

/// Whether a chunk says how the picture is drawn; other chunks carry words, times and places.
bool draws(const QByteArray &name)
{
    static const std::array<const char *, 7> names{"IHDR", "PLTE", "tRNS", "sRGB", "gAMA", "pHYs", "IDAT"};
    return std::any_of(names.begin(), names.end(), [&name](const char *known) { return name == known; });
}
} // namespace

core::Result<Picture> readPicture(const QByteArray &bytes)
{
    if (bytes.size() > largestPicture) {
        return wrong(QCoreApplication::translate("chat", "A picture has at most %1 KiB. Make it smaller.")
                         .arg(largestPicture / 1024));
    }
    const QByteArray mark(reinterpret_cast<const char *>(signature.data()), signature.size());
    if (!bytes.startsWith(mark))
        return wrong(QCoreApplication::translate("chat", "Only PNG pictures are taken."));
    Picture picture;
    picture.png = mark;
    bool hasData = false;
    for (qsizetype at = mark.size(); at + frame <= bytes.size();) {
        const qsizetype length = qFromBigEndian<quint32>(bytes.constData() + at);
        if (length > bytes.size() - at - frame)
            return damaged();
        const QByteArray name = bytes.mid(at + 4, 4);
        if (checksum(bytes.mid(at + 4, length + 4)) !=
            qFromBigEndian<quint32>(bytes.constData() + at + 8 + length))
            return damaged();
        const bool isFirst = at == mark.size();
        if (isFirst != (name == "IHDR"))
            return damaged();
        if (isFirst) {
            if (const auto taken = takeHeader(bytes.mid(at + 8, length), picture); !taken)
                return taken.error();
        }
        hasData = hasData || name == "IDAT";
        if (name == "IEND") {
            if (!hasData || length != 0)
                return damaged();
            picture.png += bytes.mid(at, frame);
            return picture; // what follows is not of the picture
        }
        if (draws(name))
            picture.png += bytes.mid(at, length + frame);
        at += length + frame;
    }
    return damaged();
}

} // namespace chat
