// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/middlebox.h"
#include "client/signin.h"
#include "kit/banner.h"
#include "shell/changedpage.h"
#include "shell/signindialog.h"
#include "shell/trustdialog.h"
#include "support/fakeclock.h"
#include "support/findbutton.h"
#include "transport/selfsigned.h"

#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

/// What was typed into the sign-in dialog goes to the right server or nowhere.
class SignInDialogTest : public QObject
{
    Q_OBJECT

    static transport::SelfSigned makePair()
    {
        return transport::SelfSigned::make({QStringLiteral("localhost")}, {}, QDateTime::currentDateTimeUtc())
            .value();
    }

    const QString m_password = QStringLiteral("seven quiet owls at dusk");
    const transport::SelfSigned m_pair = makePair();
    support::FakeClock m_clock;

    /// A dialog on `server` with everything typed and sent off.
    struct Desk
    {
        Desk(const Impostor &server, core::Clock &clock, const QString &password)
            : address(client::readServerAddress(QStringLiteral("https://127.0.0.1:%1").arg(server.port()))
                          .value()),
              signIn(address, trust, clock), dialog(signIn)
        {
            dialog.setUser(QStringLiteral("dana"));
            dialog.show();
            dialog.findChildren<QLineEdit *>().at(2)->setText(password);
        }
        void submit() { support::findButton(dialog, QStringLiteral("Sign in"))->click(); }

        client::Trust trust{client::KnownServers()};
        client::ServerAddress address;
        client::SignIn signIn;
        shell::SignInDialog dialog;
    };

private Q_SLOTS:
    void aStrangerGetsThePasswordOnlyOnceItIsAccepted()
    {
        Impostor server(m_pair.certificate, m_pair.key);
        server.answer = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n";
        Desk desk(server, m_clock, m_password);
        for (const char *choice : {"Cancel", "trust it"}) {
            desk.submit();
            QTRY_VERIFY(desk.dialog.findChild<shell::TrustDialog *>());
            QPointer<shell::TrustDialog> question(desk.dialog.findChild<shell::TrustDialog *>());
            QTRY_VERIFY(server.isAlone());
            QCOMPARE(server.heard, QByteArray());
            support::findButton(*question, QString::fromLatin1(choice))->click();
            QTRY_VERIFY(!question);
        }
        // It went on by itself with what was typed.
        QTRY_VERIFY(server.heard.contains(m_password.toUtf8()));
        QTRY_VERIFY(desk.dialog.findChild<kit::Banner *>()->accessibleName().contains(
            QLatin1String("does not accept")));
        QVERIFY(desk.dialog.findChildren<QLineEdit *>().at(2)->text().isEmpty());
    }

    void aChangedServerGetsNothing()
    {
        Impostor server(m_pair.certificate, m_pair.key);
        Desk desk(server, m_clock, m_password);
        desk.trust.expect(desk.address, client::Fingerprint::of(QSslCertificate(makePair().certificate)));
        desk.submit();
        QTRY_VERIFY(desk.dialog.findChild<shell::ChangedDialog *>());
        QVERIFY(desk.dialog.findChild<shell::ChangedDialog *>()->isVisible());
        QTRY_VERIFY(server.isAlone());
        QCOMPARE(server.heard, QByteArray());
        QVERIFY(desk.dialog.isVisible());
    }
};

QTEST_MAIN(SignInDialogTest)
#include "signin_test.moc"
