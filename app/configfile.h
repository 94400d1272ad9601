// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace app {

/// A value and the line of the configuration file that gives it; line 0: it came from elsewhere.
struct ConfigValue
{
    QString text;
    int line = 0;
};

/// The configuration file: one `option = value` a line, `#` begins a comment, an option may come again.
class ConfigFile
{
public:
    /// A file that does not exist is empty, unless it `mustExist`. Errors: Invalid, with file and line, for a
    /// line without "=" or an option that is not among `known`.
    static core::Result<ConfigFile> read(const QString &path, const QStringList &known, bool mustExist);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] QList<ConfigValue> values(const QString &option) const { return m_values.value(option); }

private:
    QString m_path;
    QMap<QString, QList<ConfigValue>> m_values;
};

} // namespace app
