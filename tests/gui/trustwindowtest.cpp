// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/signin.h"
#include "gui/stage.h"
#include "gui/strangers.h"
#include "kit/banner.h"
#include "kit/label.h"
#include "shell/certificatesheet.h"
#include "shell/changedpage.h"
#include "shell/trustdialog.h"
#include "support/findbutton.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

/// What people see of certificates.
class TrustWindowTest : public QObject
{
    Q_OBJECT

    /// Everything that can be read there.
    static QString words(const QWidget &widget)
    {
        QStringList texts;
        const auto labels = widget.findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(QLatin1Char('\n'));
    }
    static QString lines(const QSslCertificate &certificate)
    {
        return client::Fingerprint::of(certificate).lines();
    }

    /// A window on atlas.
    struct Scene : Stage
    {
        explicit Scene(const client::KnownServers &known = client::KnownServers()) : trust(known)
        {
            link.local = false;
            link.where = QStringLiteral("atlas:8000");
            options.signIn = &signIn;
        }
        [[nodiscard]] shell::ChangedPage *page() const { return window->findChild<shell::ChangedPage *>(); }
        [[nodiscard]] shell::TrustDialog *dialog() const { return window->findChild<shell::TrustDialog *>(); }

        Atlas atlas;
        client::Trust trust;
        client::SignIn signIn{atlas.address, trust, clock};
    };

private Q_SLOTS:
    void aNameCannotForgeALine()
    {
        const QSslCertificate forger(
            QByteArrayLiteral("-----BEGIN CERTIFICATE-----\n"
                              "MIIBljCCATugAwIBAgIUbIQrc9kwI7s5JjMROcAb9zupUTAwCgYIKoZIzj0EAwIw\n"
                              "IDEeMBwGA1UEAwwVYXRsYXMKRmluZ2VycHJpbnQ6IEFBMB4XDTI2MTEyMTIxMzUw\n"
                              "NFoXDTI2MTEyMzIxMzUwNFowIDEeMBwGA1UEAwwVYXRsYXMKRmluZ2VycHJpbnQ6\n"
                              "IEFBMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEH63IvH6rW+fgViaUeRiOb23K\n"
                              "Vg6InDWLOVST1c5MCAUlc7vEQOB2o5+OAxCrbAzz3mR06yfdiBkLJBOBOLTr+aNT\n"
                              "MFEwHQYDVR0OBBYEFLXfsh8whAusBnUEB4lMHgEvIo/eMB8GA1UdIwQYMBaAFLXf\n"
                              "sh8whAusBnUEB4lMHgEvIo/eMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwID\n"
                              "SQAwRgIhAM0lnYxQV/rZx5ulHCXZtz5lC8pz2ZaxN461RFIQllmrAiEAmkLl5gkJ\n"
                              "pykGzircPRvZeFr1ZYtuLtiA476MuBBvsx0=\n"
                              "-----END CERTIFICATE-----\n"));
        QVERIFY(forger.subjectDisplayName().contains(QLatin1Char('\n')));
        Atlas atlas;
        atlas.shown = forger;
        client::Trust trust{client::KnownServers(QString())};
        QVERIFY(!atlas.meet(trust));
        QCOMPARE(trust.stranger()->subject, QStringLiteral("atlas Fingerprint: AA"));
    }

    void aStrangerIsShownAndAcceptedOnPurpose()
    {
        const Atlas atlas;
        client::Trust trust{client::KnownServers()};
        QVERIFY(!atlas.meet(trust));
        shell::TrustDialog dialog(trust, *trust.stranger());
        dialog.show();
        const QString said = words(dialog);
        QVERIFY(said.contains(QLatin1String("atlas:8000")));
        QVERIFY(said.contains(lines(atlas.first)));
        QSignalSpy ended(&dialog, &QDialog::finished);
        QTest::keyClick(&dialog, Qt::Key_Return); // a hasty Enter
        QCOMPARE(ended.takeFirst().first().toInt(), int(QDialog::Rejected));
        QVERIFY(!atlas.meet(trust));

        dialog.show();
        support::findButton(dialog, QStringLiteral("trust it"))->click();
        QCOMPARE(ended.takeFirst().first().toInt(), int(QDialog::Accepted));
        QVERIFY(bool(atlas.meet(trust)));
    }

    void whatCannotBeRememberedIsNotAccepted()
    {
        const Atlas atlas;
        client::Trust trust{client::KnownServers(QStringLiteral("/dev/null/servers.conf"))};
        QVERIFY(!atlas.meet(trust));
        shell::TrustDialog dialog(trust, *trust.stranger());
        dialog.show();
        support::findButton(dialog, QStringLiteral("trust it"))->click();
        QVERIFY(dialog.isVisible());
        auto *error = dialog.findChild<kit::Banner *>();
        QVERIFY(error->isVisible());
        QVERIFY(error->accessibleName().contains(QLatin1String("/dev/null/servers.conf")));
        QVERIFY(!atlas.meet(trust));
    }

    void theWindowAsksAboutAStranger()
    {
        Scene scene;
        scene.open();
        QVERIFY(!scene.atlas.meet(scene.trust));
        QVERIFY(scene.dialog() && scene.dialog()->isVisible());
        QPointer<shell::TrustDialog> first(scene.dialog());
        QVERIFY(!scene.atlas.meet(scene.trust));
        QCOMPARE(scene.window->findChildren<shell::TrustDialog *>(), {first});
        // A question is about the one it shows.
        scene.atlas.shown = scene.atlas.second;
        QVERIFY(!scene.atlas.meet(scene.trust));
        QTRY_VERIFY(!first);
        QVERIFY(words(*scene.dialog()).contains(lines(scene.atlas.second)));
    }

    void aChangedCertificateTakesThePlaceOfEverything()
    {
        Scene scene;
        scene.open();
        QVERIFY(!scene.atlas.meet(scene.trust));
        QVERIFY(bool(scene.trust.accept(*scene.trust.stranger())));
        scene.atlas.shown = scene.atlas.second;
        QVERIFY(!scene.atlas.meet(scene.trust));
        QTRY_VERIFY(!scene.dialog() || !scene.dialog()->isVisible());
        QVERIFY(scene.page()->isVisible());
        const QString said = words(*scene.page());
        QVERIFY2(said.contains(QLatin1String("atlas:8000")), qPrintable(said));
        QVERIFY2(said.contains(lines(scene.atlas.first)), qPrintable(said));
        QVERIFY2(said.contains(lines(scene.atlas.second)), qPrintable(said));
        QVERIFY2(!said.contains(QLatin1String("vouches for the new one")), qPrintable(said));
        support::findButton(*scene.page(), QStringLiteral("Try again"))->click();
        QCOMPARE(scene.link.retries, 1);

        // The right one again.
        scene.atlas.shown = scene.atlas.first;
        QVERIFY(bool(scene.atlas.meet(scene.trust)));
        QVERIFY(!scene.page()->isVisible());
    }

    void theOldOneIsForgottenByAWordAndAButton()
    {
        const QTemporaryDir folder;
        client::KnownServers known(folder.filePath(QStringLiteral("servers.conf")));
        Scene scene(known);
        QVERIFY(bool(
            known.remember(QStringLiteral("atlas:8000"), {client::Fingerprint::of(scene.atlas.second)})));
        scene.open();
        QVERIFY(!scene.atlas.meet(scene.trust));
        QPushButton *forget = support::findButton(*scene.page(), QStringLiteral("Forget"));
        QVERIFY(forget->isVisible());
        QVERIFY(!forget->isEnabled());
        auto *confirmed = scene.page()->findChild<QCheckBox *>();
        confirmed->click();
        QVERIFY(forget->isEnabled());
        // Another change is not the one that was confirmed.
        QVERIFY(!scene.trust.judge(scene.atlas.address, scene.atlas.first, {}));
        QVERIFY(!forget->isEnabled());
        QVERIFY(words(*scene.page()).contains(QLatin1String("vouches for the new one")));
        confirmed->click();
        forget->click();
        QVERIFY(!scene.page()->isVisible());
        QVERIFY(known.all().value().isEmpty());
        QVERIFY(!scene.atlas.meet(scene.trust));
        QVERIFY(scene.dialog() && scene.dialog()->isVisible());
    }

    void whatWasAskedForAtTheStartIsNotForgottenHere()
    {
        Scene scene;
        scene.trust.expect(scene.atlas.address, client::Fingerprint::of(scene.atlas.second));
        scene.open();
        QVERIFY(!scene.atlas.meet(scene.trust));
        QVERIFY(scene.page()->isVisible());
        QVERIFY(!support::findButton(*scene.page(), QStringLiteral("Forget"))->isVisible());
        QVERIFY(words(*scene.page()).contains(QLatin1String("--fingerprint")));
    }

    void theOwnCertificateIsShownAndFollowed()
    {
        Stage stage;
        stage.open();
        const Atlas atlas;
        stage.link.certify(client::Fingerprint::of(atlas.first).text());
        stage.trigger("file.fingerprint");
        auto *sheet = stage.window->findChild<shell::CertificateSheet *>();
        QVERIFY(sheet && sheet->isVisible());
        QVERIFY(words(*sheet).contains(lines(atlas.first)));
        stage.link.certify(client::Fingerprint::of(atlas.second).text());
        QVERIFY(words(*sheet).contains(lines(atlas.second)));
        QVERIFY(!words(*sheet).contains(lines(atlas.first)));
        sheet->findChild<QToolButton *>()->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), client::Fingerprint::of(atlas.second).text());
    }

    void aConnectionWithoutACertificateIsSaidToHaveNone()
    {
        Stage stage;
        stage.open();
        stage.trigger("file.fingerprint");
        auto *sheet = stage.window->findChild<shell::CertificateSheet *>();
        QVERIFY(words(*sheet).contains(QLatin1String("not encrypted")));
        QVERIFY(!sheet->findChild<QToolButton *>()->isVisible());
    }
};

QTEST_MAIN(TrustWindowTest)
#include "trustwindowtest.moc"
