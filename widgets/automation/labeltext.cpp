// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/labeltext.h"

#include <QRegularExpression>
#include <QStringList>

namespace automation {

QString labelText(const QMap<QString, QString> &labels)
{
    QStringList parts;
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        static const QRegularExpression special(QStringLiteral("[\\s,=\"\\\\]"));
        QString value = label.value();
        if (value.isEmpty() || value.contains(special)) {
            value.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
            value = u'"' + value + u'"';
        }
        parts << label.key() + u'=' + value;
    }
    return parts.join(QStringLiteral(", "));
}

std::optional<QMap<QString, QString>> labelsIn(const QString &text)
{
    static const QRegularExpression label(
        QStringLiteral("\\G\\s*([^\\s,=\"]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,=\"]+))\\s*(,|$)"));
    QMap<QString, QString> out;
    qsizetype place = 0;
    while (place < text.size() && !QStringView(text).mid(place).trimmed().isEmpty()) {
        const QRegularExpressionMatch match = label.match(text, place);
        if (!match.hasMatch())
            return std::nullopt;
        static const QRegularExpression escaped(QStringLiteral("\\\\(.)"));
        out.insert(match.captured(1), match.captured(3).isEmpty()
                                          ? match.captured(2).replace(escaped, QStringLiteral("\\1"))
                                          : match.captured(3));
        place = match.capturedEnd();
    }
    return out;
}

} // namespace automation
