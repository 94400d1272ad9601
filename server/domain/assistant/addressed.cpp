// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/assistant/addressed.h"

#include <QRegularExpression>

namespace assistant {

std::optional<QString> addressedIn(const QString &message)
{
    constexpr auto options =
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
    // Its name at the beginning is followed by a mark, or the sentence only speaks of it; a slash command
    // stands alone.
    static const QRegularExpression command(QStringLiteral("^/(?:ai|ask)(?=\\s|$)"), options);
    static const QRegularExpression called(
        QStringLiteral("^(?:(?:hey|hi|hello|hallo)\\s+)?(?:ai[ _-])?(?:assistant|assistent)\\s*[,:!?]"),
        options);
    static const QRegularExpression mentioned(
        QStringLiteral("(?<![\\w@.-])@(?:ai[_-])?assistant(?![\\w@-]|\\.\\w)\\s*[,:]?"), options);
    const QString text = message.trimmed();
    for (const QRegularExpression *each : {&command, &called, &mentioned}) {
        const QRegularExpressionMatch match = each->match(text);
        if (!match.hasMatch())
            continue;
        return QString(text.left(match.capturedStart()) + u' ' + text.mid(match.capturedEnd())).simplified();
    }
    return std::nullopt;
}

} // namespace assistant
