// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/csv.h"

namespace kit {

QString csvCell(const QString &text)
{
    QString cell = text;
    static const QString starters = QStringLiteral("=+-@\t\r\n");
    if (!cell.isEmpty() && starters.contains(cell[0]))
        cell.prepend(QLatin1Char('\''));
    if (!cell.contains(QLatin1Char('"')) && !cell.contains(QLatin1Char(',')) &&
        !cell.contains(QLatin1Char('\n')) && !cell.contains(QLatin1Char('\r')))
        return cell;
    cell.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + cell + QLatin1Char('"');
}

QByteArray csvLine(const QStringList &cells)
{
    QStringList written;
    for (const QString &cell : cells)
        written << csvCell(cell);
    return (written.join(QLatin1Char(',')) + QStringLiteral("\r\n")).toUtf8();
}

} // namespace kit
