// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace network {

/// How a department is told from the others on the map: by a colour, and by two letters for who sees no
/// colours.
struct DepartmentSign
{
    static constexpr int hues = 6;
    static constexpr int sharedHue = hues; ///< of all that there was no colour left for

    QString id;
    QString name;
    QString letters;
    int hue = sharedHue;

    friend bool operator==(const DepartmentSign &, const DepartmentSign &) = default;
};

/// The signs of these departments, in the order of their names; one without a name is called by its id.
[[nodiscard]] QList<DepartmentSign> departmentSigns(const QStringList &ids,
                                                    const QHash<QString, QString> &names);

} // namespace network
