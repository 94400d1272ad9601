// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/result.h"

#include <QList>
#include <QString>

#include <vector>

namespace automation::rules {

/// One node of a YAML text, as it was written: what it means, who reads it knows.
struct YamlNode
{
    enum class Kind { Null, Scalar, List, Map };

    Kind kind = Kind::Null;
    QString text;          ///< of a scalar
    bool isQuoted = false; ///< then it is text, whatever it looks like
    int line = 0;          ///< from 1
    QList<QString> keys;   ///< of a map; none comes twice
    std::vector<YamlNode> children;

    [[nodiscard]] const YamlNode *member(const QString &key) const;
};

/// What is wrong at a line of a text.
core::Error wrongAtLine(int line, const QString &sentence);

/// Reads one document. Aliases, anchors and tags are refused, and what is too large or too deep: a rule needs
/// none of it. Errors: Invalid, with the line.
core::Result<YamlNode> readYaml(const QByteArray &text);

} // namespace automation::rules
