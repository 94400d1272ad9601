// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAccessible>
#include <QJsonArray>
#include <QJsonObject>

namespace desk {

/// What a screen reader would tell of the windows of this program.
class Reader
{
public:
    /// What has the keyboard; of a table or list, its current row, too.
    [[nodiscard]] static QJsonObject focused();
    /// What is in sight with this role and, where one is given, name.
    [[nodiscard]] static QJsonArray all(const QString &role, const QString &name);
    /// The rows of the list or table of this name, from the last `most` on.
    [[nodiscard]] static QJsonObject rows(const QString &name, int most);
};

} // namespace desk
