// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginerig.h"

#include <QTest>

using engine::GuestRule;
using From = engine::GuestRule::From;

namespace {
/// The newest message a client got.
QByteArray lastOf(support::FakeChannel &client)
{
    QByteArray last;
    while (client.waiting() > 0)
        last = client.take();
    return last;
}
} // namespace

/// Comes without a token.
class GuestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rule_data()
    {
        using core::Role;
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("role");
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("admitted"); // 0: nobody
        const auto row = [](const char *name, From from, Role role, const char *address, int admitted) {
            QTest::newRow(name) << int(from) << int(role) << QString::fromLatin1(address) << admitted;
        };
        row("nowhere", From::Nowhere, Role::Guest, "127.0.0.1", 0);
        row("loopback", From::Loopback, Role::Guest, "127.0.0.1", int(Role::Guest));
        row("loopback 6", From::Loopback, Role::Viewer, "::1", int(Role::Viewer));
        row("loopback, admin", From::Loopback, Role::Admin, "127.0.0.1", int(Role::Admin));
        row("loopback only", From::Loopback, Role::Admin, "192.0.2.7", 0);
        row("everywhere", From::Everywhere, Role::Guest, "192.0.2.7", int(Role::Guest));
        row("everywhere, viewer", From::Everywhere, Role::Viewer, "192.0.2.7", int(Role::Viewer));
        row("everywhere, never more", From::Everywhere, Role::Admin, "127.0.0.1", int(Role::Viewer));
    }

    void rule()
    {
        QFETCH(int, from);
        QFETCH(int, role);
        QFETCH(QString, address);
        QFETCH(int, admitted);
        transport::Handshake handshake;
        handshake.peer = QHostAddress(address);
        const auto guest = GuestRule{From(from), core::Role(role)}.admit(handshake, QStringLiteral("s1"));
        QCOMPARE(guest.has_value(), admitted != 0);
        if (!guest)
            return;
        QCOMPARE(int(*guest->role), admitted);
        QCOMPARE(guest->id, QStringLiteral("guest-s1"));
        QVERIFY(guest->isGuest);
    }

    void socketIoLetsAGuestDoWhatItsRoleMay()
    {
        support::EngineRig rig;
        rig.reception.guests = {From::Loopback, core::Role::Viewer};
        auto *client = rig.open("/socket.io/");
        client->say("0");
        client->say(R"(21["get_user_info",{}])");
        support::EngineRig::turn();
        const QByteArray heard = lastOf(*client);
        QVERIFY2(heard.startsWith("31[") && heard.contains("guest-"), heard.constData());
    }

    void withoutGuestsANobodyIsToldToSignIn()
    {
        support::EngineRig rig;
        auto *client = rig.open("/socket.io/");
        client->say("0");
        client->say(R"(21["get_user_info",{}])");
        support::EngineRig::turn();
        QVERIFY(lastOf(*client).contains("Authentication required"));
    }

    void aBadTokenIsNoGuest()
    {
        support::EngineRig rig;
        rig.reception.guests = {From::Everywhere, core::Role::Viewer};
        auto *client = rig.open("/socket.io/");
        client->say(R"(0{"token":"forged"})");
        support::EngineRig::turn();
        QVERIFY(lastOf(*client).startsWith("4{"));
    }
};

QTEST_GUILESS_MAIN(GuestTest)
#include "guest_test.moc"
