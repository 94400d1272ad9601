// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "client/fingerprint.h"
#include "client/place.h"
#include "core/result.h"
#include "engine/engineoptions.h"

#include <QStringList>

#include <optional>

namespace app {

/// What the program was asked to do. Each option comes from the command line, else the environment
/// (`BELFRY_…`), else the configuration file, else its default.
struct Options
{
    enum class Task { Run, Help, Version, PrintPaths, CheckConfig, PrintAsyncApi, User };

    Task task = Task::Run;
    engine::EngineOptions engine;
    QString configFile;
    bool isHeadless = false;
    QString connectTo; ///< empty: serve; else the URL of another Belfry
    /// Of the certificate that `connectTo` must show.
    std::optional<client::Fingerprint> fingerprint;
    QString userName; ///< to sign in with at `connectTo`
    QString passwordFile;
    QString logRules;
    QString theme; ///< system, light, dark or contrast
    QString page;
    QString askedPage;                  ///< the same, where the command line names it
    std::optional<client::Place> place; ///< the link that was given
    QString language;                   ///< code of the window's language; empty: the desktop's
    bool resetLayout = false;
    /// Where a window runs on the same data, that one is meant: nothing says how another were to be.
    bool mayJoin = false;
    QString asyncApiDialect;
    QStringList userArguments; ///< add NAME, list, passwd NAME, disable NAME, enable NAME
    QString role;
    bool passwordFromStdin = false;

    /// Errors: Invalid; `isConfigError` tells a bad configuration file from a bad command line.
    static core::Result<Options> parse(const QStringList &arguments, bool *isConfigError);
    static QString helpText();
};

} // namespace app
