// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/compose.h"

#include "map/town.h"

#include <QTest>

/// What a map is made of.
class ComposeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsStandAsPeopleCount()
    {
        const Town town(1500);
        QMap<QString, network::Entry> devices;
        for (const network::Entry &one : town.known)
            devices.insert(one.id, one);
        const network::Composition made = network::compose(devices, {}, {}, {});
        QStringList keys;
        for (const network::Box &box : made.board.boxes)
            keys << box.key;
        const auto place = [&keys](const char *key) { return keys.indexOf(QLatin1String(key)); };
        QVERIFY2(place("10.0.10.0/24") > 0, qPrintable(keys.join(u' ')));
        QVERIFY2(place("10.0.2.0/24") < place("10.0.10.0/24"), qPrintable(keys.join(u' ')));
    }
};

QTEST_MAIN(ComposeTest)
#include "composetest.moc"
