// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QString>

#include <optional>

namespace assistant::sources {

/// Something a model wants to know.
struct ToolCall
{
    QString id;
    QString name;
    QByteArray arguments; ///< JSON, as the model wrote it

    bool operator==(const ToolCall &) const = default;
};

/// What a model answered.
struct Completion
{
    QString text;
    QList<ToolCall> calls;
    std::optional<qint64> tokens; ///< what that cost; absent where it was not told
    bool isCut = false;           ///< it said more than is read
};

} // namespace assistant::sources
