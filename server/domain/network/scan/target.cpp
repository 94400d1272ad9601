// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/scan/target.h"

#include "domain/network/scan/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace network::scan {

namespace {
using core::Address;
constexpr qsizetype longestText = 4096;
constexpr qsizetype longestName = 253; // RFC 1035 §2.3.4
constexpr qsizetype longestLabel = 63;
constexpr quint64 mostV6 = 4096; // a /116

core::Error invalid(const QString &sentence) { return {core::ErrorCode::Invalid, sentence}; }

core::Error noTarget(QStringView piece, const QString &why)
{
    constexpr qsizetype shown = 64;
    return invalid(QCoreApplication::translate(
                       "network",
                       "“%1” cannot be scanned: %2. Write an address, a network as 192.168.1.0/24, "
                       "a range as 192.168.1.10-40 or a host name.")
                       .arg(cleaned(piece, shown), why));
}

bool isAlphanumeric(QChar character)
{
    return (character >= QLatin1Char('a') && character <= QLatin1Char('z')) ||
           (character >= QLatin1Char('A') && character <= QLatin1Char('Z')) ||
           (character >= QLatin1Char('0') && character <= QLatin1Char('9'));
}

/// A resolver takes 127.1, 0x7f.1 and 2130706433 for addresses; none of them is a name.
bool isName(QStringView piece)
{
    if (piece.endsWith(QLatin1Char('.')))
        piece.chop(1);
    if (piece.isEmpty() || piece.size() > longestName)
        return false;
    const QList<QStringView> labels = piece.split(QLatin1Char('.'));
    const bool areLabels = std::all_of(labels.begin(), labels.end(), [](QStringView label) {
        return !label.isEmpty() && label.size() <= longestLabel && isAlphanumeric(label.front()) &&
               isAlphanumeric(label.back()) && std::all_of(label.begin(), label.end(), [](QChar character) {
                   return isAlphanumeric(character) || character == QLatin1Char('-');
               });
    });
    if (!areLabels)
        return false;
    const QStringView top = labels.last();
    const bool isNumber = top.front().isDigit() && std::all_of(top.begin(), top.end(), [](QChar character) {
                              return character.isDigit() || character == QLatin1Char('-');
                          });
    const bool isHex = top.startsWith(QLatin1String("0x"), Qt::CaseInsensitive);
    return !isNumber && !isHex;
}

std::optional<Range> addressRange(QStringView piece)
{
    if (const std::optional<Address> one = Address::parse(piece))
        return Range{*one, *one};
    const qsizetype hyphen = piece.indexOf(QLatin1Char('-'));
    if (hyphen < 0)
        return std::nullopt;
    const std::optional<Address> first = Address::parse(piece.first(hyphen));
    const QStringView end = piece.sliced(hyphen + 1);
    if (!first)
        return std::nullopt;
    const bool isOctet =
        !end.isEmpty() && end.size() <= 3 &&
        std::all_of(end.begin(), end.end(), [](QChar c) { return c.unicode() < 0x80 && c.isDigit(); });
    std::optional<Address> last;
    if (first->family() == Address::Family::V4 && isOctet) {
        if (const uint octet = end.toUInt(); octet <= 0xff)
            last = Address((first->v4() & 0xffffff00U) | octet);
    } else {
        last = Address::parse(end);
    }
    if (!last || last->family() != first->family() || *last < *first)
        return std::nullopt;
    return Range{*first, *last};
}

/// Why the addresses are nobody's; empty when they may be somebody's.
QString whyNobody(const Range &range)
{
    if (range.last.isMulticast() || range.first.isMulticast())
        return QCoreApplication::translate("network", "it is multicast, which is no device");
    if (range.first.family() == Address::Family::V4) { // RFC 6890 §2.2.2
        constexpr quint32 firstOfNet1 = 0x01000000;
        constexpr quint32 firstMulticast = 0xe0000000;
        if (range.first.v4() < firstOfNet1 || range.last.v4() >= firstMulticast)
            return QCoreApplication::translate("network",
                                               "these addresses are reserved and belong to no device");
        return {};
    }
    const auto &bytes = range.first.bytes();
    if (std::all_of(bytes.begin(), bytes.end(), [](quint8 byte) { return byte == 0; }))
        return QCoreApplication::translate("network", "these addresses are reserved and belong to no device");
    return {};
}

core::Error tooLarge(QStringView piece, quint64 most)
{
    return noTarget(piece,
                    QCoreApplication::translate("network", "a scan takes at most %1 addresses").arg(most));
}

core::Result<void> add(QStringView piece, quint64 most, Targets &targets)
{
    if (piece.startsWith(QLatin1Char('-')))
        return noTarget(piece, QCoreApplication::translate("network", "it begins with a hyphen"));
    std::optional<Range> range;
    if (piece.contains(QLatin1Char('/'))) {
        if (const std::optional<core::Subnet> network = core::Subnet::parse(piece))
            range = Range::of(*network);
    } else {
        range = addressRange(piece);
    }
    if (!range) {
        if (!isName(piece))
            return noTarget(piece, QCoreApplication::translate(
                                       "network", "it is neither address, network, range nor name"));
        if (targets.names.size() >= Targets::mostNames)
            return noTarget(piece, QCoreApplication::translate("network", "a scan takes at most %1 names")
                                       .arg(Targets::mostNames));
        targets.names.append(piece.toString().toLower());
        return {};
    }
    const quint64 mostHere = range->first.family() == Address::Family::V6 ? qMin(most, mostV6) : most;
    if (range->size() > mostHere)
        return tooLarge(piece, mostHere);
    if (const QString why = whyNobody(*range); !why.isEmpty())
        return noTarget(piece, why);
    targets.ranges.append(*range);
    return {};
}
} // namespace

core::Result<Targets> Targets::parse(QStringView text, quint64 most)
{
    if (text.size() > longestText)
        return noTarget(text, QCoreApplication::translate("network", "it is too long"));
    Targets targets;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool isBetween = i == text.size() || text[i] == QLatin1Char(',') || text[i] == QLatin1Char(' ');
        if (!isBetween)
            continue;
        if (const QStringView piece = text.sliced(begin, i - begin); !piece.isEmpty()) {
            if (const auto added = add(piece, most, targets); !added)
                return added.error();
        }
        begin = i + 1;
    }
    if (targets.ranges.isEmpty() && targets.names.isEmpty())
        return noTarget(text, QCoreApplication::translate("network", "nothing is written there"));
    targets.ranges = merged(targets.ranges);
    targets.names.removeDuplicates();
    if (sizeOf(targets.ranges) > most)
        return tooLarge(text, most);
    return targets;
}

} // namespace network::scan
