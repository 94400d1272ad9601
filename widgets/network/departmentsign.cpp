// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/departmentsign.h"

#include "network/kind.h"

#include <QSet>

#include <algorithm>

namespace network {

namespace {
/// Two letters of a name that no other has: its first and the next that is free; else a number.
QString freeLetters(const QString &name, QSet<QString> &taken)
{
    QString letters;
    for (const QChar letter : name) {
        if (letter.isLetterOrNumber())
            letters += letter;
    }
    for (qsizetype i = 1; i < letters.size(); ++i) {
        const QString pair = QString(letters[0].toUpper()) + letters[i].toLower();
        if (!taken.contains(pair)) {
            taken.insert(pair);
            return pair;
        }
    }
    QString number;
    for (int i = 1; number.isEmpty() || taken.contains(number); ++i)
        number = (letters.isEmpty() ? QString() : QString(letters[0].toUpper())) + QString::number(i);
    taken.insert(number);
    return number;
}
} // namespace

QList<DepartmentSign> departmentSigns(const QStringList &ids, const QHash<QString, QString> &names)
{
    QList<DepartmentSign> signs;
    for (const QString &id : ids)
        signs << DepartmentSign{id, plainLine(names.value(id, id)), {}, DepartmentSign::sharedHue};
    std::sort(signs.begin(), signs.end(), [](const DepartmentSign &one, const DepartmentSign &other) {
        const int order = one.name.localeAwareCompare(other.name);
        return order != 0 ? order < 0 : one.id < other.id;
    });
    QSet<QString> taken;
    for (qsizetype i = 0; i < signs.size(); ++i) {
        signs[i].letters = freeLetters(signs[i].name, taken);
        signs[i].hue = int(std::min<qsizetype>(i, DepartmentSign::sharedHue));
    }
    return signs;
}

} // namespace network
