// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/vendors.h"

#include "domain/network/evidence/plaintext.h"
#include "domain/network/evidence/vendorname.h"

#include <QFile>
#include <QHash>
#include <QStringList>

#include <algorithm>
#include <charconv>
#include <utility>

namespace network {

namespace {
constexpr qint64 mostRegistry = qint64(32) * 1024 * 1024;
constexpr qsizetype mostVendorName = 120;
constexpr quint64 nameBits = 28;
constexpr quint64 mostNames = (quint64(1) << nameBits) - 1;
/// The lengths of prefixes, longest first.
constexpr std::array<int, 3> prefixBits{36, 28, 24};
/// The files and the length of the prefixes in them.
constexpr std::array<std::pair<const char *, size_t>, 4> files{
    {{"oui36.csv", 0}, {"iab.csv", 0}, {"mam.csv", 1}, {"oui.csv", 2}}};

/// The next field of a line of RFC 4180; what is quoted is taken out of its quotes. Quotes within are doubled
/// there, and put right by tidied().
QByteArrayView nextField(QByteArrayView &line)
{
    const bool isQuoted = line.startsWith('"');
    qsizetype end = isQuoted ? 1 : line.indexOf(',');
    while (isQuoted && end < line.size() && (line[end] != '"' || line.sliced(end).startsWith("\"\"")))
        end += line[end] == '"' ? 2 : 1;
    end = end < 0 ? line.size() : std::min(end, line.size());
    const qsizetype begin = isQuoted ? 1 : 0;
    const QByteArrayView field = line.sliced(begin, std::max(end - begin, qsizetype(0)));
    const qsizetype comma = line.indexOf(',', end);
    line = comma < 0 ? QByteArrayView() : line.sliced(comma + 1);
    return field;
}

/// Whether a field can be shown as it is, as nearly all can.
bool isTidy(QByteArrayView field)
{
    char last = ' ';
    for (const char c : field) {
        if (c < ' ' || c > '~' || c == '"' || (c == ' ' && last == ' '))
            return false;
        last = c;
    }
    return last != ' ' && field.size() <= mostVendorName;
}

QByteArray tidied(QByteArrayView field)
{
    return plainText(field.toByteArray().replace("\"\"", "\""), mostVendorName).toUtf8();
}

/// Whose name says that nobody is named: the holder of a block that is given out in smaller ones, or one who
/// paid for not being listed.
bool namesNobody(QByteArrayView name)
{
    return name.isEmpty() || name == "Private" || name == "IEEE Registration Authority";
}
} // namespace

/// The names written so far, so that each is kept once.
class Vendors::Names
{
public:
    explicit Names(QByteArray &text) : m_text(text)
    {
        // About as much as there is (2022: 29,600 names), so that it is not moved again and again.
        m_text.reserve(1 << 20);
        m_known.reserve(1 << 15);
        m_text += '\0';
    }

    quint64 at(QByteArrayView field)
    {
        const auto known = m_known.constFind(QByteArray::fromRawData(field.data(), field.size()));
        if (known != m_known.constEnd())
            return *known;
        quint64 begin = 0;
        if (!namesNobody(field) && m_text.size() + field.size() * 2 < qsizetype(mostNames)) {
            begin = quint64(m_text.size());
            if (isTidy(field))
                m_text += field;
            else
                m_text += tidied(field);
            m_text += '\0';
        }
        m_known.insert(field.toByteArray(), begin);
        return begin;
    }

private:
    QByteArray &m_text;
    QHash<QByteArray, quint64> m_known;
};

Vendors::Vendors(const QString &folder)
{
    Names names(m_names);
    QStringList missing;
    for (const auto &[name, block] : files) {
        const QString path = folder + u'/' + QLatin1String(name);
        if (!readFile(path, block, names))
            missing << path;
    }
    for (std::vector<quint64> &block : m_blocks) {
        // What a file names twice counts as it is named first.
        const auto isBefore = [](quint64 a, quint64 b) { return a >> nameBits < b >> nameBits; };
        std::stable_sort(block.begin(), block.end(), isBefore);
        block.shrink_to_fit();
    }
    m_names.squeeze();
    if (!missing.isEmpty()) {
        m_problem =
            tr("Vendors of network cards are not known, or not all of them, because %1 cannot be read. "
               "Install the package ieee-data.")
                .arg(missing.join(QStringLiteral(", ")));
    }
}

bool Vendors::readFile(const QString &path, size_t block, Names &names)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = file.read(mostRegistry);
    // A quoted field may go over several lines, but only the address does, which comes last.
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = text.indexOf('\n', begin);
        end = end < 0 ? text.size() : end;
        readLine(QByteArrayView(text).sliced(begin, end - begin), block, names);
        begin = end + 1;
    }
    return true;
}

void Vendors::readLine(QByteArrayView line, size_t block, Names &names)
{
    const QByteArrayView registry = nextField(line);
    const QByteArrayView assignment = nextField(line);
    quint64 prefix = 0;
    const char *end = assignment.data() + assignment.size();
    const auto read = std::from_chars(assignment.data(), end, prefix, 16);
    if (read.ec != std::errc() || read.ptr != end || assignment.size() != prefixBits[block] / 4 ||
        (!registry.startsWith("MA-") && registry != "IAB"))
        return;
    m_blocks[block].push_back(prefix << nameBits | names.at(nextField(line)));
}

Vendor Vendors::of(const core::MacAddress &mac) const
{
    if (mac.isNull() || mac.isLocallyAdministered() || mac.isMulticast())
        return {};
    for (size_t i = 0; i < m_blocks.size(); ++i) {
        const quint64 prefix = mac.value() >> quint64(48 - prefixBits[i]);
        const auto found = std::lower_bound(m_blocks[i].begin(), m_blocks[i].end(), prefix << nameBits);
        if (found == m_blocks[i].end() || *found >> nameBits != prefix)
            continue;
        const QString name = QString::fromUtf8(m_names.constData() + (*found & mostNames));
        return {name, shortVendorName(name)};
    }
    return {};
}

qsizetype Vendors::size() const
{
    size_t all = 0;
    for (const std::vector<quint64> &block : m_blocks)
        all += block.size();
    return qsizetype(all);
}

qsizetype Vendors::memory() const { return size() * qsizetype(sizeof(quint64)) + m_names.size(); }

} // namespace network
