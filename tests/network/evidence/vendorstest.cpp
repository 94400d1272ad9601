// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/network/evidence/vendors.h"

#include "domain/network/evidence/vendorname.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using network::Vendors;

/// Vendors come out of files of IEEE's form, the longest prefix first.
class VendorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        write("oui.csv",
              "MA-L,488F5A,Routerboard.com,\"Mikrotikls SIA, Riga LV\"\r\n"
              "MA-L,F4BD9E,\"Cisco Systems, Inc\",80 West Tasman Drive San Jose\r\n"
              "MA-L,0050C2,IEEE Registration Authority,445 Hoes Lane\r\n"
              "MA-L,741AE0,IEEE Registration Authority,\"445 Hoes\r\nLane\"\r\n"
              "MA-L,3412F8,Private,\r\n"
              "MA-L,080030,CERN,\r\nMA-L,080030,ROYAL MELBOURNE INST OF TECH,\r\n"
              "MA-L,00AA01,\"The \"\"Quoted\"\" \x1b[31mCompany\",\r\nMA-L,00AA02,,\r\nMA-L,zz,Bad,\r\n"
              "MA-L,00AA03");
        write("mam.csv", "MA-M,741AE09,Private,\r\nMA-M,741AE01,Fine Things GmbH,Street\r\n");
        write("oui36.csv", "MA-S,741AE0123,Finer Things Ltd,\r\n");
        write("iab.csv", "IAB,0050C27D5,DEUTA-WERKE GmbH,Paffrather Strasse\r\n");
    }

    void theLongestPrefixCounts()
    {
        const Vendors vendors(m_folder.path());
        QVERIFY2(vendors.problem().isEmpty(), qPrintable(vendors.problem()));
        QCOMPARE(name(vendors, "48:8F:5A:10:22:9C"), QStringLiteral("Routerboard.com"));
        QCOMPARE(name(vendors, "F4:BD:9E:00:00:01"), QStringLiteral("Cisco Systems, Inc"));
        QCOMPARE(name(vendors, "74:1A:E0:1F:FF:FF"), QStringLiteral("Fine Things GmbH"));
        QCOMPARE(name(vendors, "74:1A:E0:12:3F:FF"), QStringLiteral("Finer Things Ltd"));
        QCOMPARE(name(vendors, "74:1A:E0:12:4F:FF"), QStringLiteral("Fine Things GmbH"));
        QCOMPARE(name(vendors, "00:50:C2:7D:50:01"), QStringLiteral("DEUTA-WERKE GmbH"));
        QCOMPARE(name(vendors, "08:00:30:00:00:01"), QStringLiteral("CERN"));
        QCOMPARE(name(vendors, "00:AA:01:00:00:01"), QStringLiteral("The \"Quoted\" [31mCompany"));
        QCOMPARE(vendors.of(*core::MacAddress::parse(u"F4:BD:9E:00:00:01")).shortName,
                 QStringLiteral("Cisco"));
    }

    void nobodyIsNamedWhereNobodyIs()
    {
        const Vendors vendors(m_folder.path());
        for (const char *mac :
             {"74:1A:E0:90:00:01", "74:1A:E0:20:00:01", "00:50:C2:00:00:01", "34:12:F8:00:00:01",
              "00:AA:02:00:00:01", "00:AA:03:00:00:01", "11:22:33:44:55:66", "01:00:5E:00:00:01",
              // The local bit of a registered prefix.
              "4A:8F:5A:10:22:9C"})
            QCOMPARE(name(vendors, mac), QString());
        QVERIFY(!vendors.of({}).isKnown());
    }

    void missingFilesAreSaidInOneSentence()
    {
        QVERIFY(QFile::remove(m_folder.filePath(QStringLiteral("mam.csv"))));
        const Vendors some(m_folder.path());
        QVERIFY(some.problem().contains(QLatin1String("mam.csv")));
        QVERIFY(!some.problem().contains(QLatin1String("oui36.csv")));
        QCOMPARE(name(some, "48:8F:5A:10:22:9C"), QStringLiteral("Routerboard.com"));
        const Vendors none(QStringLiteral("/nowhere"));
        QVERIFY(none.problem().contains(QLatin1String("ieee-data")));
        QCOMPARE(none.size(), 0);
        QVERIFY(!none.of(*core::MacAddress::parse(u"48:8F:5A:10:22:9C")).isKnown());
    }

    void theInstalledRegistriesAreRead()
    {
        const Vendors vendors;
        if (!vendors.problem().isEmpty())
            QSKIP("The package ieee-data is not installed.");
        QVERIFY(vendors.size() > 40'000);
        QVERIFY(vendors.memory() < 2'000'000);
        QCOMPARE(vendors.of(*core::MacAddress::parse(u"B8:27:EB:01:02:03")).shortName,
                 QStringLiteral("Raspberry Pi"));
        QCOMPARE(vendors.of(*core::MacAddress::parse(u"00:1B:17:01:02:03")).shortName,
                 QStringLiteral("Palo Alto"));
        QCOMPARE(vendors.of(*core::MacAddress::parse(u"00:0C:29:01:02:03")).shortName,
                 QStringLiteral("VMware"));
        QCOMPARE(vendors.of(*core::MacAddress::parse(u"00:11:32:01:02:03")).shortName,
                 QStringLiteral("Synology"));
    }

    void shortNames_data()
    {
        QTest::addColumn<QString>("registered");
        QTest::addColumn<QString>("called");
        const std::pair<const char *, const char *> rows[] = {
            {"HEWLETT PACKARD ENTERPRISE CO., LTD", "Hewlett Packard"},
            {"Hewlett Packard Enterprise", "Hewlett Packard"},
            {"Aruba, a Hewlett Packard Enterprise Company", "Aruba"},
            {"Apple, Inc.", "Apple"},
            {"Cisco Systems, Inc", "Cisco"},
            {"Cisco Meraki", "Cisco Meraki"},
            {"Cisco-Linksys, LLC", "Cisco-Linksys"},
            {"HUAWEI TECHNOLOGIES CO.,LTD", "Huawei"},
            {"Samsung Electronics Co.,Ltd", "Samsung"},
            {"SAMSUNG ELECTRO-MECHANICS(THAILAND)", "Samsung ELECTRO-MECHANICS"},
            {"Intel Corporate", "Intel"},
            {"zte corporation", "ZTE"},
            {"TP-LINK TECHNOLOGIES CO.,LTD.", "TP-LINK"},
            {"Dell Inc.", "Dell"},
            {"Juniper Networks", "Juniper"},
            {"Hon Hai Precision Ind. Co.,Ltd.", "Foxconn"},
            {"Texas Instruments", "Texas Instruments"},
            {"LG Electronics (Mobile Communications)", "LG"},
            {"AVM Audiovisuelles Marketing und Computersysteme GmbH", "AVM"},
            {"MB connect line GmbH Fernwartungssysteme", "MB connect line"},
            {"Rohde & Schwarz GmbH & Co. KG", "Rohde & Schwarz"},
            {"Integrated Device Technology (Malaysia) Sdn. Bhd.", "Integrated Device"},
            {"General Electric Company", "General Electric"},
            {"Digital Systems Inc", "Digital Systems"},
            {"IBM Corp", "IBM"},
            {"3COM", "3COM"},
            {"Inc.", "Inc"},
            {"Silicon Laboratories", "Silicon Laboratories"},
            {"Ubiquiti Networks Inc.", "Ubiquiti"},
            {"Murata Manufacturing Co., Ltd.", "Murata"},
            {"(Nobody)", "(Nobody)"},
        };
        for (const auto &[registered, called] : rows)
            QTest::newRow(registered) << QString::fromUtf8(registered) << QString::fromUtf8(called);
    }

    void shortNames()
    {
        QFETCH(QString, registered);
        QFETCH(QString, called);
        QCOMPARE(network::shortVendorName(registered), called);
    }

private:
    static QString name(const Vendors &vendors, const char *mac)
    {
        return vendors.of(*core::MacAddress::parse(QString::fromLatin1(mac))).name;
    }

    void write(const char *name, const QByteArray &lines)
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("Registry,Assignment,Organization Name,Organization Address\r\n" + lines) > 0);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(VendorsTest)
#include "vendorstest.moc"
