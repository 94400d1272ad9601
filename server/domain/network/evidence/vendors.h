// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/macaddress.h"

#include <QByteArray>
#include <QCoreApplication>

#include <array>
#include <vector>

namespace network {

/// Who made a network card.
struct Vendor
{
    QString name;      ///< as registered, made printable: "Cisco Systems, Inc"
    QString shortName; ///< for people: "Cisco"

    [[nodiscard]] bool isKnown() const { return !name.isEmpty(); }
    bool operator==(const Vendor &) const = default;
};

/// The vendors of hardware addresses by IEEE's registries, from the files of Debian's package ieee-data.
class Vendors
{
    Q_DECLARE_TR_FUNCTIONS(network::Vendors)
public:
    /// Reads the files at once (some 20 ms).
    explicit Vendors(const QString &folder = QStringLiteral("/usr/share/ieee-data"));

    /// By the longest registered prefix: 36, 28, then 24 bits. Nobody for an address made up by its device,
    /// and for a block whose holder wants to stay private.
    [[nodiscard]] Vendor of(const core::MacAddress &mac) const;
    /// How many blocks are known.
    [[nodiscard]] qsizetype size() const;
    /// The bytes it takes.
    [[nodiscard]] qsizetype memory() const;
    /// Why there are no or only some vendors, in one sentence; empty: all files were read.
    [[nodiscard]] const QString &problem() const { return m_problem; }

private:
    class Names;
    bool readFile(const QString &path, size_t block, Names &names);
    void readLine(QByteArrayView line, size_t block, Names &names);

    /// Per length of prefix: the prefix in the upper 36 bits, where its name begins in the lower 28; sorted.
    std::array<std::vector<quint64>, 3> m_blocks;
    QByteArray m_names; ///< each once, ended by zero
    QString m_problem;
};

} // namespace network
