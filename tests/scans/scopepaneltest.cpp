// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/banner.h"
#include "kit/label.h"
#include "scans/house.h"
#include "settings/credentialspanel.h"
#include "settings/formdialog.h"
#include "settings/networkspanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>

namespace {
/// A panel of the settings, over a server that keeps networks and credentials.
template <class Panel>
struct PanelHouse : ScanHouse
{
    PanelHouse()
    {
        answer<network::SetScope>([this](const network::SetScope &asked) {
            network::ScopeNetwork network;
            for (const network::ScopeNetwork &known : std::as_const(scanner.scope)) {
                if (known.subnet == asked.subnet)
                    network = known;
            }
            scanner.scope.removeIf([&](const auto &known) { return known.subnet == asked.subnet; });
            network.subnet = asked.subnet;
            network.displayName = asked.displayName;
            network.isTicked = asked.isTicked;
            network.isWatched = asked.isWatched;
            scanner.scope.prepend(network);
            return core::Reply(core::toJson(identity::Done{}).toObject());
        });
        answer<network::ListCredentials>([this](const auto &) {
            return core::Reply(core::toJson(network::ListCredentials::Reply{credentials}).toObject());
        });
        answer<network::SetCredential>([this](const network::SetCredential &asked) {
            sent = asked;
            return core::Reply(core::toJson(network::SetCredential::Reply{QStringLiteral("c-9")}).toObject());
        });
    }
    Panel &open()
    {
        ScanHouse::open();
        panel = std::make_unique<Panel>(mirror);
        panel->resize(1000, 500);
        panel->show();
        return *panel;
    }
    [[nodiscard]] QTableView &table() const { return *panel->template findChild<QTableView *>(); }
    [[nodiscard]] settings::FormDialog *dialog() const
    {
        return panel->template findChild<settings::FormDialog *>();
    }
    template <class Field>
    [[nodiscard]] Field *field(const QString &name) const
    {
        const auto fields = dialog()->template findChildren<Field *>();
        for (Field *field : fields) {
            if (field->accessibleName() == name)
                return field;
        }
        return nullptr;
    }
    [[nodiscard]] QString fault() const
    {
        const auto banners = dialog()->template findChildren<kit::Banner *>();
        for (const kit::Banner *banner : banners) {
            if (banner->isVisible())
                return banner->template findChild<kit::Label *>()->text();
        }
        return {};
    }
    void submit() const
    {
        const auto buttons = dialog()->template findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->isDefault())
                button->click();
        }
    }

    template <class T, class Do>
    void answer(Do deed)
    {
        link.answers.insert(QString::fromLatin1(T::name), [deed](const QJsonObject &params) -> core::Reply {
            const core::Result<T> asked = core::fromJson<T>(params);
            return asked ? deed(asked.value()) : core::Reply(asked.error());
        });
    }

    QList<network::Credential> credentials;
    network::SetCredential sent;
    std::unique_ptr<Panel> panel;
};
using NetworksHouse = PanelHouse<settings::NetworksPanel>;
using CredentialsHouse = PanelHouse<settings::CredentialsPanel>;
} // namespace

/// Which networks may be scanned, and how devices are asked by SNMP.
class ScopePanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsScannedUntilANetworkIsTicked()
    {
        NetworksHouse house;
        house.scanner.scope[0].isTicked = false;
        house.scanner.missing = {QStringLiteral("The scan helper does not run.")};
        settings::NetworksPanel &panel = house.open();
        QTRY_COMPARE(house.table().model()->rowCount(), 2);
        QVERIFY(house.says(panel, QStringLiteral("Nothing is scanned until you tick a network.")));
        QVERIFY(house.says(panel, QStringLiteral("The scan helper does not run.")));
        QVERIFY(house.says(panel, QStringLiteral("Scanner: nmap 7.93.")));
        QCOMPARE(house.table().model()->index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    }

    void aBoxTicksByKey()
    {
        NetworksHouse house;
        house.open();
        QTRY_COMPARE(house.table().model()->rowCount(), 2);
        house.table().setCurrentIndex(house.table().model()->index(1, 0));
        QTest::keyClick(&house.table(), Qt::Key_Space);
        QTRY_COMPARE(house.link.asked(QStringLiteral("network.scope.set")), 1);
        QTRY_VERIFY(house.scanner.scope.first().isTicked);
        QCOMPARE(house.scanner.scope.first().subnet, QStringLiteral("10.8.0.0/24"));
        QTRY_COMPARE(house.table().model()->index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    }

    void aRefusalLeavesTheBoxAsItWas()
    {
        NetworksHouse house;
        house.link.answers.insert(
            QStringLiteral("network.scope.set"), [](const QJsonObject &) -> core::Reply {
                return core::Error{core::ErrorCode::Unavailable, QStringLiteral("The disk is full.")};
            });
        settings::NetworksPanel &panel = house.open();
        QTRY_COMPARE(house.table().model()->rowCount(), 2);
        house.table().model()->setData(house.table().model()->index(1, 0), Qt::Checked, Qt::CheckStateRole);
        QTRY_VERIFY(house.says(panel, QStringLiteral("The disk is full.")));
        QCOMPARE(house.table().model()->index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    }

    void theSizeOfANetworkIsSaid_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing") << QString() << QStringLiteral("As 192.168.1.0/24");
        QTest::newRow("half") << QStringLiteral("192.168.") << QStringLiteral("This is no network yet.");
        QTest::newRow("small") << QStringLiteral("192.168.7.0/28")
                               << QStringLiteral("16 addresses, 192.168.7.0 to 192.168.7.15");
        QTest::newRow("one") << QStringLiteral("192.168.7.9") << QStringLiteral("1 address");
        QTest::newRow("large") << QStringLiteral("10.0.0.0/16") << QStringLiteral("more than one scan takes");
        QTest::newRow("sixth") << QStringLiteral("2001:db8::/64")
                               << QStringLiteral("more than one scan takes");
    }
    void theSizeOfANetworkIsSaid()
    {
        QFETCH(QString, typed);
        QFETCH(QString, said);
        NetworksHouse house;
        settings::NetworksPanel &panel = house.open();
        house.button(panel, QStringLiteral("Add network"))->click();
        house.field<QLineEdit>(QStringLiteral("Network"))->setText(typed);
        QVERIFY(house.says(*house.dialog(), said));
    }

    void aNetworkIsAdded()
    {
        NetworksHouse house;
        settings::NetworksPanel &panel = house.open();
        house.button(panel, QStringLiteral("Add network"))->click();
        house.submit();
        QVERIFY(house.fault().startsWith(QLatin1String("Write the network as")));
        house.field<QLineEdit>(QStringLiteral("Network"))->setText(QStringLiteral("172.16.4.9/24"));
        house.field<QLineEdit>(QStringLiteral("Name"))->setText(QStringLiteral("Lab"));
        house.submit();
        QTRY_COMPARE(house.scanner.scope.size(), 3);
        QCOMPARE(house.scanner.scope.first().subnet, QStringLiteral("172.16.4.0/24"));
        QVERIFY(house.scanner.scope.first().isTicked);
        QTRY_COMPARE(house.table().model()->rowCount(), 3);
    }

    void whatThisMachineIsInStays()
    {
        NetworksHouse house;
        settings::NetworksPanel &panel = house.open();
        QTRY_COMPARE(house.table().model()->rowCount(), 2);
        house.table().selectRow(1); // found, not ticked
        QVERIFY(!house.button(panel, QStringLiteral("Remove"))->isEnabled());
        QVERIFY(house.button(panel, QStringLiteral("Remove"))->toolTip().contains(QLatin1String("stays")));
        house.table().selectRow(0);
        QVERIFY(house.button(panel, QStringLiteral("Remove"))->isEnabled());
        QVERIFY(house.button(panel, QStringLiteral("Untick")));
    }

    void theCommunityOfV2cIsSentOnce()
    {
        CredentialsHouse house;
        settings::CredentialsPanel &panel = house.open();
        QTRY_VERIFY(house.says(panel, QStringLiteral("Nobody is asked by SNMP yet.")));
        house.button(panel, QStringLiteral("Add v2c"))->click();
        house.field<QLineEdit>(QStringLiteral("Name"))->setText(QStringLiteral("Printers"));
        house.submit();
        QCOMPARE(house.fault(), QStringLiteral("SNMP v2c needs a community."));
        auto *community = house.field<QLineEdit>(QStringLiteral("Community"));
        QCOMPARE(community->echoMode(), QLineEdit::Password);
        community->setText(QStringLiteral("public"));
        house.submit();
        QTRY_COMPARE(house.sent.community.value_or(QString()), QStringLiteral("public"));
        QCOMPARE(house.sent.version, QStringLiteral("v2c"));
        QVERIFY(!house.sent.authenticationKey && !house.sent.privacyKey);
    }

    void secretsStayWhereNothingIsTyped()
    {
        CredentialsHouse house;
        house.credentials = {{QStringLiteral("c-1"),
                              QStringLiteral("Switches"),
                              QStringLiteral("v3"),
                              QStringLiteral("watcher"),
                              QStringLiteral("sha256"),
                              QStringLiteral("aes"),
                              {QStringLiteral("192.168.1.0/24")}}};
        settings::CredentialsPanel &panel = house.open();
        QTRY_COMPARE(house.table().model()->rowCount(), 1);
        house.table().selectRow(0);
        house.button(panel, QStringLiteral("Change"))->click();
        QVERIFY(house.field<QLineEdit>(QStringLiteral("Authentication key"))->text().isEmpty());
        house.field<QLineEdit>(QStringLiteral("Encryption key"))->setText(QStringLiteral("short"));
        house.submit();
        QCOMPARE(house.fault(), QStringLiteral("A key needs at least 8 characters."));
        house.field<QLineEdit>(QStringLiteral("Encryption key"))->clear();
        house.submit();
        QTRY_COMPARE(house.sent.id, QStringLiteral("c-1"));
        QCOMPARE(house.sent.privacy, QStringLiteral("aes"));
        QVERIFY(!house.sent.authenticationKey && !house.sent.privacyKey && !house.sent.community);
        QCOMPARE(house.sent.networks, QStringList(QStringLiteral("192.168.1.0/24")));
    }

    void aCredentialIsTried()
    {
        CredentialsHouse house;
        house.credentials = {{QStringLiteral("c-1"),
                              QStringLiteral("Switches"),
                              QStringLiteral("v2c"),
                              {},
                              QStringLiteral("none"),
                              QStringLiteral("none"),
                              {}}};
        house.answer<network::TestCredential>([](const network::TestCredential &asked) {
            const bool isGood = asked.address == QLatin1String("192.168.1.2");
            return core::Reply(core::toJson(network::TestCredential::Reply{
                                                isGood, isGood ? QStringLiteral("core-sw-01 answers.")
                                                               : QStringLiteral("Nobody answers there.")})
                                   .toObject());
        });
        settings::CredentialsPanel &panel = house.open();
        QTRY_COMPARE(house.table().model()->rowCount(), 1);
        house.table().selectRow(0);
        house.button(panel, QStringLiteral("Try"))->click();
        auto *address = house.field<QLineEdit>(QStringLiteral("Address"));
        address->setText(QStringLiteral("192.168.1.9"));
        house.submit();
        QTRY_COMPARE(house.fault(), QStringLiteral("Nobody answers there."));
        address->setText(QStringLiteral("192.168.1.2"));
        house.submit();
        QTRY_VERIFY(house.says(*house.dialog(), QStringLiteral("core-sw-01 answers.")));
        QVERIFY(house.fault().isEmpty());
    }
};

QTEST_MAIN(ScopePanelTest)
#include "scopepaneltest.moc"
