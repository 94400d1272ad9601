// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/fakedoor.h"
#include "gui/stage.h"
#include "kit/banner.h"
#include "shell/palette.h"
#include "shell/sheets.h"
#include "shell/signindialog.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeWidget>

class ShellTest : public QObject
{
    Q_OBJECT

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private Q_SLOTS:
    void survivesABrokenState_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("noise") << QByteArray("\x00\xff\xfe[[[=%%%\n\n]", 14);
        QTest::newRow("foreign values")
            << QByteArrayLiteral("[window]\ngeometry=AAAA\ndocks=/////"
                                 "w==\nrail_collapsed=maybe\n[view]\npage=nowhere\nrange=aeon\n");
        QTest::newRow("huge") << QByteArrayLiteral("[window]\ngeometry=") + QByteArray(200'000, 'A');
    }
    void survivesABrokenState()
    {
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        Stage stage;
        stage.options.stateFile = folder.filePath(QStringLiteral("state.ini"));
        stage.options.settingsFile = stage.options.stateFile;
        write(stage.options.stateFile, bytes);
        shell::MainWindow &window = stage.open();
        QCOMPARE(window.page(), QStringLiteral("overview"));
        QCOMPARE(window.model().preset().id, QStringLiteral("live"));
        window.close();
    }

    void bringsAWindowBackOntoTheScreen()
    {
        QTemporaryDir folder;
        Stage first;
        first.options.stateFile = folder.filePath(QStringLiteral("state.ini"));
        first.open().move(50'000, 50'000);
        first.window->close();
        Stage second;
        second.options.stateFile = first.options.stateFile;
        second.open();
        QVERIFY(second.window->screen()->availableGeometry().intersects(second.window->geometry()));
    }

    void resetsTheLayout()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        stage.trigger("view.rail");
        stage.trigger("view.inspector");
        stage.trigger("view.reset");
        QVERIFY(stage.window->actions().find(QStringLiteral("view.rail"))->isChecked());
        QVERIFY(!stage.window->actions().find(QStringLiteral("view.inspector"))->isChecked());
        QVERIFY(window.width() >= 800);
    }

    void scoresWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("fits");
        QTest::newRow("nothing") << QString() << true;
        QTest::newRow("begin") << QStringLiteral("pau") << true;
        QTest::newRow("second word") << QStringLiteral("cha") << true;
        QTest::newRow("both") << QStringLiteral("cha pau") << true;
        QTest::newRow("synonym") << QStringLiteral("HOLD") << true;
        QTest::newRow("one is wrong") << QStringLiteral("pause nothing") << false;
        QTest::newRow("foreign") << QStringLiteral("xyz") << false;
    }
    void scoresWords()
    {
        QFETCH(QString, typed);
        QFETCH(bool, fits);
        QCOMPARE(shell::Palette::score(typed, QStringLiteral("Pause charts"), QStringLiteral("View hold")) >
                     0,
                 fits);
    }
    void scoresNamesAboveSynonyms()
    {
        const QString view = QStringLiteral("View metrics");
        QVERIFY(
            shell::Palette::score(QStringLiteral("metr"), QStringLiteral("Metrics"), QStringLiteral("Go")) >
            shell::Palette::score(QStringLiteral("metr"), QStringLiteral("Each core"), view));
    }

    void everyShortcutIsOnTheSheetOnce()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        shell::ShortcutSheet sheet(window.actions());
        const auto *list = sheet.findChild<QTreeWidget *>();
        QSet<QString> keys;
        int withKeys = 0;
        for (const QAction *action : window.actions().all()) {
            if (action->shortcut().isEmpty())
                continue;
            ++withKeys;
            const QString text = action->shortcut().toString(QKeySequence::NativeText);
            // The keys of a list are its own: another list may have the same.
            const bool isOfList = action->shortcutContext() == Qt::WidgetShortcut;
            const QString key = isOfList ? shell::Actions::pathOf(action) + text : text;
            QVERIFY2(!keys.contains(key), qPrintable(key));
            keys << key;
            QVERIFY2(!list->findItems(text, Qt::MatchExactly, 2).isEmpty(), qPrintable(text));
        }
        QVERIFY(withKeys >= 15);
    }

    void everyActionHasAName()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        QSet<QString> ids;
        for (const QAction *action : window.actions().all()) {
            QVERIFY(!shell::Actions::textOf(action).isEmpty());
            QVERIFY(!shell::Actions::pathOf(action).isEmpty());
            QVERIFY2(!ids.contains(action->objectName()), qPrintable(action->objectName()));
            ids << action->objectName();
        }
    }

    void signInSaysWhatIsMissing()
    {
        support::FakeClock clock;
        client::Trust trust{client::KnownServers()};
        client::SignIn signIn(client::readServerAddress(QStringLiteral("127.0.0.1:9")).value(), trust, clock);
        shell::SignInDialog dialog(signIn);
        dialog.show();
        auto *submit = dialog.findChild<QPushButton *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(submit);
        dialog.setUser(QStringLiteral("dana"));
        const auto fields = dialog.findChildren<QLineEdit *>();
        QCOMPARE(fields.size(), 4);
        QVERIFY(!fields.at(3)->isVisible());
        QTest::keyClick(fields.at(2), Qt::Key_Return);
        auto *error = dialog.findChild<kit::Banner *>();
        QVERIFY(error->isVisible());
        QTest::keyClicks(fields.at(2), QStringLiteral("a long password"));
        QTest::keyClick(fields.at(2), Qt::Key_Return);
        QTRY_VERIFY(error->accessibleName().contains(QLatin1String("cannot be reached")));
        QVERIFY(fields.at(2)->text().isEmpty());
        QVERIFY(dialog.isVisible());
    }

    void signInAsksForAOneTimeCode()
    {
        FakeDoor door;
        door.status = QByteArrayLiteral("401 Unauthorized");
        door.body = QByteArrayLiteral(
            R"({"error":{"code":"code_required","message":"This account needs a one-time code."}})");
        support::FakeClock clock;
        client::Trust trust{client::KnownServers()};
        client::SignIn signIn(door.address(), trust, clock);
        shell::SignInDialog dialog(signIn);
        dialog.setUser(QStringLiteral("dana"));
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        const auto fields = dialog.findChildren<QLineEdit *>();
        QLineEdit *password = fields.at(2);
        QLineEdit *code = fields.at(3);
        auto *error = dialog.findChild<kit::Banner *>();
        QTest::keyClicks(password, QStringLiteral("a long password"));
        QTest::keyClick(password, Qt::Key_Return);
        QTRY_VERIFY(code->isVisible());
        QCOMPARE(QApplication::focusWidget(), code);
        QCOMPARE(password->text(), QStringLiteral("a long password"));
        QVERIFY(error->accessibleName().contains(QLatin1String("This account needs a one-time code.")));

        door.heard = {};
        QTest::keyClick(code, Qt::Key_Return);
        QVERIFY(error->accessibleName().contains(QLatin1String("recovery code")));
        QVERIFY(door.heard.isEmpty());

        door.body =
            QByteArrayLiteral(R"({"error":{"code":"code_required","message":"That code is not right."}})");
        QTest::keyClicks(code, QStringLiteral("000 000"));
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_VERIFY(error->accessibleName().contains(QLatin1String("That code is not right.")));
        QCOMPARE(door.heard.value(QLatin1String("otp")).toString(), QStringLiteral("000000"));
        QVERIFY(code->text().isEmpty());
        QCOMPARE(QApplication::focusWidget(), code);

        door.status = QByteArrayLiteral("200 OK");
        door.body = QByteArrayLiteral(R"({"access_token":"a1"})");
        QTest::keyClicks(code, QStringLiteral("287082"));
        QTest::keyClick(code, Qt::Key_Return);
        QTRY_VERIFY(!dialog.isVisible());
        QCOMPARE(door.heard.value(QLatin1String("otp")).toString(), QStringLiteral("287082"));
        QCOMPARE(signIn.accessToken(), QStringLiteral("a1"));
    }

    void signInForgetsTheCodeOfAnotherAccount()
    {
        FakeDoor door;
        door.status = QByteArrayLiteral("401 Unauthorized");
        door.body = QByteArrayLiteral(R"({"error":{"code":"code_required","message":"A code, too."}})");
        support::FakeClock clock;
        client::Trust trust{client::KnownServers()};
        client::SignIn signIn(door.address(), trust, clock);
        shell::SignInDialog dialog(signIn);
        dialog.setUser(QStringLiteral("dana"));
        dialog.show();
        const auto fields = dialog.findChildren<QLineEdit *>();
        fields.at(2)->setText(QStringLiteral("a long password"));
        QTest::keyClick(fields.at(2), Qt::Key_Return);
        QTRY_VERIFY(fields.at(3)->isVisible());
        QTest::keyClicks(fields.at(1), QStringLiteral("x"));
        QVERIFY(!fields.at(3)->isVisible());
    }
};

QTEST_MAIN(ShellTest)
#include "shelltest.moc"
