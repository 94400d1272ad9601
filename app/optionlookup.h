// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/configfile.h"

#include <optional>

class QCommandLineParser;

namespace app {

/// A bad option: what to tell, and whether the configuration file is to blame.
struct OptionError
{
    core::Error error;
    bool isInFile = false;
};

/// Looks an option up in the order command line, environment, file, and remembers where it was found.
class OptionLookup
{
public:
    /// Both must outlive this.
    OptionLookup(const QCommandLineParser &parser, const ConfigFile &config)
        : m_parser(parser), m_config(config)
    {
    }

    /// The environment twin of an option: BELFRY_DATA_DIR of data-dir.
    static QString environmentName(const QString &option);

    [[nodiscard]] QList<ConfigValue> all(const QString &name) const;
    [[nodiscard]] QStringList texts(const QString &name) const;
    /// The last one, or an empty one.
    [[nodiscard]] ConfigValue one(const QString &name) const;
    /// Into `out` whether it is on. A file or environment says so by yes or no, true or false, on or off, 1
    /// or 0; the error is for anything else.
    [[nodiscard]] std::optional<OptionError> flag(const QString &name, bool &out) const;

    /// The error of a value: its sentence, with file and line or the variable in front.
    [[nodiscard]] OptionError bad(const QString &name, const ConfigValue &value,
                                  const QString &sentence) const;

private:
    const QCommandLineParser &m_parser;
    const ConfigFile &m_config;
};

} // namespace app
