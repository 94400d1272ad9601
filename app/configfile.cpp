// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configfile.h"

#include <QCoreApplication>
#include <QFile>

namespace app {

namespace {
core::Error configError(const QString &path, int line, const QString &what)
{
    return {core::ErrorCode::Invalid, QStringLiteral("%1:%2: %3").arg(path).arg(line).arg(what)};
}
} // namespace

core::Result<ConfigFile> ConfigFile::read(const QString &path, const QStringList &known, bool mustExist)
{
    ConfigFile config;
    config.m_path = path;
    QFile file(path);
    if (!mustExist && !file.exists())
        return config;
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) {
        return core::Error{core::ErrorCode::Invalid,
                           QCoreApplication::translate("ConfigFile", "%1 cannot be read: %2.")
                               .arg(path, file.errorString())};
    }
    int number = 0;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).trimmed();
        ++number;
        if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
            continue;
        const qsizetype equals = line.indexOf(QLatin1Char('='));
        const QString option = line.left(qMax<qsizetype>(equals, 0)).trimmed();
        if (option.isEmpty())
            return configError(path, number,
                               QCoreApplication::translate("ConfigFile", "expected option = value"));
        if (!known.contains(option)) {
            return configError(
                path, number, QCoreApplication::translate("ConfigFile", "there is no option %1").arg(option));
        }
        config.m_values[option] << ConfigValue{line.mid(equals + 1).trimmed(), number};
    }
    return config;
}

} // namespace app
