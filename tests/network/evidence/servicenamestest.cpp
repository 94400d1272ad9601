// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/servicenames.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using network::ServiceNames;

/// Names of services come out of a file of the form of /etc/services.
class ServiceNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheFile()
    {
        const ServiceNames names = from("# Network services\n"
                                        "ssh\t\t22/tcp\t\t\t# Secure shell 80/tcp\n"
                                        "domain 53/tcp\ndomain\t53/udp nameserver\n"
                                        "http 80/tcp www\nwww 80/tcp\n\n");
        QVERIFY(names.problem().isEmpty());
        QCOMPARE(names.size(), 4);
        QCOMPARE(names.name(22, u"tcp"), QStringLiteral("ssh"));
        QCOMPARE(names.name(53, u"udp"), QStringLiteral("domain"));
        QCOMPARE(names.name(80, u"tcp"), QStringLiteral("http"));
        QCOMPARE(names.name(22, u"udp"), QString());
        QCOMPARE(names.name(22, u"icmp"), QString());
        QCOMPARE(names.name(0, u""), QString());
    }

    void whatIsNoServiceIsLeftOut()
    {
        const ServiceNames names =
            from("nothing\nnoport /tcp\nbig 65536/tcp\nneg -1/tcp\nnoproto 5\n5/tcp 5/tcp\n"
                 "odd 7/ipx\nrich\x1b[31m 9/tcp\n");
        QCOMPARE(names.name(5, u"tcp"), QStringLiteral("5/tcp"));
        QCOMPARE(names.name(9, u"tcp"), QStringLiteral("rich[31m"));
        QCOMPARE(names.size(), 2);
    }

    void aMissingFileIsSaid()
    {
        const ServiceNames names(QStringLiteral("/nowhere/services"));
        QVERIFY(names.problem().contains(QLatin1String("/nowhere/services")));
        QVERIFY(names.problem().contains(QLatin1String("netbase")));
        QCOMPARE(names.name(22, u"tcp"), QString());
    }

private:
    static ServiceNames from(const QByteArray &text)
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("services")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("The sample cannot be written.");
        file.close();
        return ServiceNames(file.fileName());
    }
};

QTEST_GUILESS_MAIN(ServiceNamesTest)
#include "servicenamestest.moc"
