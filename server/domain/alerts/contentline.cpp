// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/alerts/contentline.h"

#include <QStringList>

namespace alerts {

std::optional<ContentLine> ContentLine::of(const QString &text)
{
    QStringList parts;
    QString part;
    qsizetype i = 0;
    bool isQuoted = false; // a value in quotes may have ; and : in it
    for (; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && (c == u';' || c == u':')) {
            parts << part;
            part.clear();
            if (c == u':')
                break;
        } else {
            part += c;
        }
    }
    if (i >= text.size() || parts.first().isEmpty())
        return std::nullopt;
    ContentLine out;
    out.name = parts.takeFirst().trimmed().toUpper();
    out.value = text.mid(i + 1);
    for (const QString &parameter : std::as_const(parts))
        out.parameters.insert(parameter.section(u'=', 0, 0).toUpper(), parameter.section(u'=', 1));
    return out;
}

QString ContentLine::text() const
{
    // \\ first becomes what no text has, so that it does not make a \n of what follows.
    const QChar mark(0xFFFF);
    QString out = value;
    return out.replace(QLatin1String("\\\\"), mark)
        .replace(QLatin1String("\\n"), QLatin1String("\n"), Qt::CaseInsensitive)
        .replace(QLatin1String("\\,"), QLatin1String(","))
        .replace(QLatin1String("\\;"), QLatin1String(";"))
        .replace(mark, QLatin1String("\\"));
}

} // namespace alerts
