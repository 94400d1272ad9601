// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/alerts.h"
#include "client/fakedoor.h"
#include "client/signin.h"
#include "devices/devicespage.h"
#include "devices/knowndevice.h"
#include "devices/presencedelegate.h"
#include "events/eventsdock.h"
#include "gui/people.h"
#include "gui/pictures.h"
#include "gui/stage.h"
#include "gui/strangers.h"
#include "kit/chart.h"
#include "kit/chartplot.h"
#include "metrics/metricspage.h"
#include "server/closesheet.h"
#include "settings/codesdialog.h"
#include "settings/formdialog.h"
#include "settings/secretdialog.h"
#include "settings/settingspage.h"
#include "shell/certificatesheet.h"
#include "shell/changedpage.h"
#include "shell/sheets.h"
#include "shell/signindialog.h"
#include "shell/trustdialog.h"
#include "support/findbutton.h"

#include <QLineEdit>
#include <QMenu>
#include <QTabWidget>
#include <QTableView>

/// Pictures of every page in every theme.
class WindowPictureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_pictures.speak(); }

    void pages_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QSize>("size");
        for (const char *page : {"overview", "map", "devices", "metrics", "server"}) {
            for (const char *theme : {"light", "dark", "contrast"}) {
                for (const QSize size : {QSize(1366, 768), QSize(1024, 640)}) {
                    const QString name = QStringLiteral("%1_%2_%3")
                                             .arg(QLatin1String(page), QLatin1String(theme))
                                             .arg(size.width());
                    QTest::newRow(qPrintable(name))
                        << QString::fromLatin1(page) << QString::fromLatin1(theme) << size;
                }
            }
        }
    }
    void pages()
    {
        QFETCH(QString, page);
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        Stage stage;
        const Town town(50);
        stage.takeNetworkOf(town);
        shell::MainWindow &window = stage.open(size);
        stage.trigger(qPrintable(QStringLiteral("theme.") + theme));
        QTRY_VERIFY(!window.findChild<network::MapPage *>()->plan().board().spots.empty());
        const QPixmap picture = window.grabPage(page, size);
        QCOMPARE(picture.size(), size);
        keep(picture, QString::fromLatin1(QTest::currentDataTag()));
    }

    void devices_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << QStringLiteral("light") << QSize(1366, 768);
        QTest::newRow("dark") << QStringLiteral("dark") << QSize(1366, 768);
        QTest::newRow("contrast small") << QStringLiteral("contrast") << QSize(1024, 640);
    }
    void devices()
    {
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        Stage stage;
        const Town town(50);
        stage.takeNetworkOf(town);
        const KnownDevice known(stage.link, town);
        shell::MainWindow &window = stage.open(size);
        stage.trigger(qPrintable(QStringLiteral("theme.") + theme));
        auto *page = window.findChild<devices::DevicesPage *>();
        QTRY_COMPARE(page->table().rowCount(), 50);
        const auto shoot = [&](const char *name) {
            keep(window.grabPage(QStringLiteral("devices"), size),
                 QStringLiteral("devices_%1_%2").arg(QLatin1String(name), theme));
        };
        window.showPage(QStringLiteral("devices"));
        QTRY_VERIFY(!page->table()
                         .index(0, devices::Presence)
                         .data(devices::PresenceDelegate::CellsRole)
                         .toStringList()
                         .isEmpty());
        QCoreApplication::processEvents();
        stage.trigger("view.inspector");
        page->choose({town.known[2].id, town.known[28].id});
        shoot("chosen");
        stage.trigger("view.inspector");
        page->findChild<QLineEdit *>()->setText(QStringLiteral("state:broken"));
        shoot("flaw");
        page->findChild<QLineEdit *>()->setText(QStringLiteral("nowhere-to-be-found"));
        shoot("none");
        page->findChild<QLineEdit *>()->clear();
        page->choose({town.known[2].id, town.known[28].id});
        for (const char *id : {"devices.edit", "devices.merge", "devices.forget"}) {
            stage.trigger(id);
            auto *sheet = page->findChild<QDialog *>();
            QVERIFY(sheet);
            keep(sheet->grab(), QStringLiteral("sheet_%1_%2").arg(QLatin1String(id), theme));
            sheet->reject();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        Q_EMIT stage.link.eventsReceived(KnownDevice::heardOf(town.known[2], stage.clock.now()));
        page->openDevice(town.known[2].id);
        auto *tabs = page->findChild<QTabWidget *>();
        for (const char *tab : {"overview", "ports", "metrics", "events", "changes", "notes"}) {
            shoot(tab);
            tabs->setCurrentIndex(tabs->currentIndex() + 1);
            QCoreApplication::processEvents(); // it asks for what it shows
        }
    }

    void events_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QSize>("size");
        for (const char *theme : {"light", "dark", "contrast"}) {
            for (const QSize size : {QSize(1366, 768), QSize(1024, 640)}) {
                QTest::newRow(
                    qPrintable(QStringLiteral("events_%1_%2").arg(QLatin1String(theme)).arg(size.width())))
                    << QString::fromLatin1(theme) << size;
            }
        }
    }
    void events()
    {
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        Stage stage;
        shell::MainWindow &window = stage.open(size);
        stage.trigger(qPrintable(QStringLiteral("theme.") + theme));
        stage.trigger("view.events");
        stage.chatter();
        auto *table = window.findChild<QTableView *>(QStringLiteral("facts"));
        table->setCurrentIndex(table->model()->index(table->model()->rowCount() - 3, 0));
        window.findChild<events::EventsDock *>()->findChild<QLineEdit *>()->setText(
            QStringLiteral("!topic:metrics.* level:3"));
        keep(window.grabPage(QStringLiteral("overview"), size), QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(window.size(), size);
    }

    void serverStates()
    {
        Stage stage;
        shell::MainWindow &window = stage.open({1366, 768});
        stage.trigger("theme.light");
        stage.trigger("view.inspector");
        (void)window.grabPage(QStringLiteral("server"), {1366, 768});
        auto *table = window.findChild<QTableView *>(QStringLiteral("clients"));
        QTRY_VERIFY(table->model()->rowCount() > 3);
        table->setCurrentIndex(table->model()->index(3, 0));
        stage.link.become(client::Link::State::Reconnecting, QStringLiteral("Lost."));
        keep(window.grabPage(QStringLiteral("server"), {1366, 768}), QStringLiteral("server_chosen_light"));
        server::CloseSheet sheet(stage.listed.at(3));
        sheet.show();
        keep(sheet.grab(), QStringLiteral("sheet_close"));
    }

    void states()
    {
        Stage stage;
        shell::MainWindow &window = stage.open({1366, 768});
        stage.trigger("theme.dark");
        stage.trigger("view.inspector");
        stage.trigger("time.pause");
        stage.link.become(client::Link::State::Reconnecting,
                          QStringLiteral("The connection to host was lost. Trying again in 4 s."));
        for (int i = 0; i < 12; ++i)
            stage.clock.advance(std::chrono::seconds(1));
        (void)window.grabPage(QStringLiteral("metrics"), {1366, 768});
        QTest::keyClick(&window, Qt::Key_F6);
        stage.trigger("go.palette");
        keep(window.grab(), QStringLiteral("states_dark"));
    }

    void selected()
    {
        Stage stage;
        shell::MainWindow &window = stage.open({1366, 768});
        stage.trigger("theme.light");
        stage.trigger("range.7d");
        stage.trigger("view.inspector");
        (void)window.grabPage(QStringLiteral("metrics"), {1366, 768});
        for (int i = 0; i < 3; ++i)
            stage.tick();
        const auto charts = window.findChildren<kit::Chart *>();
        for (kit::Chart *chart : charts) {
            if (chart->isVisible() && chart->title() == QLatin1String("Network"))
                chart->plot()->setFocus(Qt::TabFocusReason);
        }
        auto *page = window.findChild<metrics::MetricsPage *>();
        page->setPerCore(true);
        page->cursor().moveTo(window.model().span().to - 100'000'000);
        keep(window.grabPage(QStringLiteral("metrics"), {1366, 768}), QStringLiteral("selected_light"));
        page->setDataShown(true);
        keep(window.grabPage(QStringLiteral("metrics"), {1366, 768}), QStringLiteral("tables_light"));
        stage.trigger("view.zoomin");
        stage.trigger("view.zoomin");
        keep(window.grabPage(QStringLiteral("overview"), {1366, 768}), QStringLiteral("large_light"));
        stage.trigger("view.zoomreset");
    }

    void sheets()
    {
        Stage stage;
        shell::MainWindow &window = stage.open();
        stage.trigger("theme.light");
        shell::AboutSheet about(stage.options);
        about.show();
        keep(about.grab(), QStringLiteral("sheet_about"));
        shell::ShortcutSheet keys(window.actions());
        keys.show();
        keep(keys.grab(), QStringLiteral("sheet_keys"));
        client::Trust trust{client::KnownServers()};
        client::SignIn signIn(client::readServerAddress(QStringLiteral("atlas:8000")).value(), trust,
                              stage.clock);
        shell::SignInDialog dialog(signIn);
        dialog.setUser(QStringLiteral("dana"));
        dialog.show();
        keep(dialog.grab(), QStringLiteral("sheet_signin"));
    }

    void certificates_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << QStringLiteral("light");
        QTest::newRow("dark") << QStringLiteral("dark");
    }
    void certificates()
    {
        QFETCH(QString, theme);
        Stage stage;
        Atlas atlas;
        client::Trust trust{client::KnownServers()};
        client::SignIn signIn(atlas.address, trust, stage.clock);
        stage.options.signIn = &signIn;
        stage.link.local = false;
        stage.link.where = QStringLiteral("atlas:8000");
        shell::MainWindow &window = stage.open({1024, 640});
        stage.trigger(qPrintable(QStringLiteral("theme.") + theme));
        QVERIFY(!atlas.meet(trust));
        auto *dialog = window.findChild<shell::TrustDialog *>();
        QVERIFY(dialog);
        keep(dialog->grab(), QStringLiteral("trust_stranger_") + theme);
        QVERIFY(bool(trust.accept(*trust.stranger())));
        dialog->close();
        atlas.shown = atlas.second;
        QVERIFY(!atlas.meet(trust));
        stage.link.become(client::Link::State::Refused, QStringLiteral("changed"));
        QCoreApplication::processEvents();
        keep(window.grab(), QStringLiteral("trust_changed_") + theme);
        shell::ChangedDialog changed(trust);
        changed.show();
        keep(changed.grab(), QStringLiteral("trust_changed_dialog_") + theme);
        support::ScriptedLink local;
        local.certify(client::Fingerprint::of(atlas.first).text());
        shell::CertificateSheet sheet(local);
        sheet.show();
        keep(sheet.grab(), QStringLiteral("trust_own_") + theme);
    }

    void settings_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << QStringLiteral("light") << QSize(1366, 768);
        QTest::newRow("dark") << QStringLiteral("dark") << QSize(1366, 768);
        QTest::newRow("contrast small") << QStringLiteral("contrast") << QSize(1024, 640);
    }
    void settings()
    {
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        Stage stage;
        People people(stage.link);
        stage.link.local = false;
        stage.link.where = QStringLiteral("atlas:8000");
        shell::MainWindow &window = stage.open(size);
        stage.trigger(qPrintable(QStringLiteral("theme.") + theme));
        QVERIFY(window.showPage(QStringLiteral("settings")));
        auto *page = window.findChild<settings::SettingsPage *>();
        for (const char *tab : {"users", "tokens", "departments", "account"}) {
            QVERIFY2(page->showTab(QString::fromLatin1(tab)), tab);
            (void)window.grabPage(QStringLiteral("settings"), size);
            const auto tables = page->findChildren<QTableView *>();
            for (QTableView *table : tables) {
                if (table->isVisible())
                    table->selectRow(1);
            }
            keep(window.grabPage(QStringLiteral("settings"), size),
                 QStringLiteral("settings_%1_%2").arg(QLatin1String(tab), theme));
        }
    }

    void settingsDialogs_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << QStringLiteral("light");
        QTest::newRow("dark") << QStringLiteral("dark");
    }
    void settingsDialogs()
    {
        QFETCH(QString, theme);
        Stage stage;
        People people(stage.link);
        people.speakAs(QStringLiteral("omar"));
        people.find(QStringLiteral("omar"))->role = QStringLiteral("admin");
        stage.link.local = false;
        shell::MainWindow &window = stage.open();
        stage.trigger(qPrintable(QStringLiteral("theme.") + theme));
        window.showPage(QStringLiteral("settings"));
        auto *page = window.findChild<settings::SettingsPage *>();
        const auto tableOf = [page](const char *tab) {
            page->showTab(QString::fromLatin1(tab));
            QCoreApplication::processEvents();
            const auto tables = page->findChildren<QTableView *>();
            QTableView *seen = nullptr;
            for (QTableView *table : tables) {
                if (table->isVisible())
                    seen = table;
            }
            seen->selectRow(2 % seen->model()->rowCount());
            return seen;
        };
        const auto keepForm = [&](const char *name) {
            auto *form = page->findChild<settings::FormDialog *>();
            QVERIFY(form);
            keep(form->grab(), QStringLiteral("settings_%1_%2").arg(QLatin1String(name), theme));
            form->reject();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        };
        QTableView *users = tableOf("users");
        const std::array userForms{"adduser", "password", "role", "limit"};
        for (int place = 0; place < int(userForms.size()); ++place) {
            users->actions().at(place)->trigger();
            keepForm(userForms[size_t(place)]);
        }
        QTableView *tokens = tableOf("tokens");
        tokens->actions().at(1)->trigger();
        page->findChild<settings::FormDialog *>()->fail(
            QStringLiteral("There is a token of that name already. Give this one a name that says which "
                           "program and which computer it is for."));
        keepForm("maketoken");
        settings::SecretDialog secret(QStringLiteral("Token grafana"),
                                      QStringLiteral("This is the token's secret. It is shown only now."),
                                      QStringLiteral("blf_0123456789abcdefghijklmnop"));
        secret.show();
        keep(secret.grab(), QStringLiteral("settings_secret_") + theme);
        QTableView *departments = tableOf("departments");
        departments->actions().at(2)->trigger();
        keepForm("department");
        settings::CodesDialog codes(stage.link);
        codes.show();
        keep(codes.grab(), QStringLiteral("settings_codes1_") + theme);
        const auto next = [&codes](const QString &name, const QString &text) {
            const auto fields = codes.findChildren<QLineEdit *>();
            for (QLineEdit *field : fields) {
                if (field->accessibleName() == name)
                    field->setText(text);
            }
            const auto buttons = codes.findChildren<QPushButton *>();
            for (QPushButton *button : buttons) {
                if (button->isDefault())
                    button->click();
            }
            for (int i = 0; i < 5; ++i)
                QCoreApplication::processEvents();
        };
        next(settings::CodesDialog::tr("Your password"), people.password);
        keep(codes.grab(), QStringLiteral("settings_codes2_") + theme);
        next(settings::CodesDialog::tr("Code"), people.code);
        keep(codes.grab(), QStringLiteral("settings_codes3_") + theme);
    }

    void notices_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << QStringLiteral("light");
        QTest::newRow("dark") << QStringLiteral("dark");
    }
    void notices()
    {
        QFETCH(QString, theme);
        Stage stage;
        alerts::Notifications::Reply kept;
        for (const alerts::Tone tone :
             {alerts::Tone::Info, alerts::Tone::Success, alerts::Tone::Warning, alerts::Tone::Error}) {
            alerts::Notification one;
            one.id = QStringLiteral("n%1").arg(kept.notifications.size());
            one.title = QStringLiteral("Backup of <b>atlas</b> has something to say");
            one.message =
                QStringLiteral("It ran for 42 min and copied 1.2 TB; 3 files were in use and are left "
                               "out. Look at the report before the next run.");
            one.type = tone;
            one.source = QStringLiteral("backup");
            one.createdAt = stage.clock.now().addSecs(-600 * (kept.notifications.size() + 1));
            one.isRead = tone == alerts::Tone::Success;
            kept.notifications << one;
        }
        kept.count = 4;
        kept.unread = 3;
        stage.link.answer(QStringLiteral("alerts.notifications"), core::toJson(kept).toObject());
        shell::MainWindow &window = stage.open({1366, 768});
        stage.trigger(qPrintable(QStringLiteral("theme.") + theme));
        stage.link.say(alerts::SystemAlert{QStringLiteral("Power is cut at noon"),
                                           QStringLiteral("Save your work; this server stops at 12:00."),
                                           alerts::Urgency::Critical, std::nullopt, QStringLiteral("dana"),
                                           stage.clock.now()},
                       stage.clock.now());
        stage.link.say(alerts::SystemAlert{QStringLiteral("Maintenance"),
                                           QStringLiteral("The archive can be read only until 18:00."),
                                           alerts::Urgency::Warning, std::nullopt, QStringLiteral("dana"),
                                           stage.clock.now()},
                       stage.clock.now());
        (void)window.grabPage(QStringLiteral("overview"), {1366, 768});
        stage.trigger("view.notices");
        QCoreApplication::processEvents();
        keep(window.grabPage(QStringLiteral("overview"), {1366, 768}), QStringLiteral("notices_") + theme);
        stage.trigger("view.notices");
        const auto menus = window.findChildren<QMenu *>();
        for (QMenu *menu : menus) {
            if (menu->actions().contains(window.actions().find(QStringLiteral("go.account"))) &&
                !menu->actions().first()->isEnabled())
                save(menu->grab(), QStringLiteral("usermenu_") + theme);
        }
    }

    void signInWithACode()
    {
        FakeDoor door;
        door.status = QByteArrayLiteral("401 Unauthorized");
        door.body = QByteArrayLiteral(R"({"error":{"code":"code_required","message":)"
                                      R"("This account needs the code its authenticator shows now."}})");
        Stage stage;
        stage.open();
        stage.trigger("theme.light");
        client::Trust trust{client::KnownServers()};
        client::SignIn signIn(door.address(), trust, stage.clock);
        shell::SignInDialog dialog(signIn);
        dialog.setUser(QStringLiteral("dana"));
        dialog.show();
        const auto fields = dialog.findChildren<QLineEdit *>();
        fields.at(2)->setText(QStringLiteral("a long password"));
        QTest::keyClick(fields.at(2), Qt::Key_Return);
        QTRY_VERIFY(fields.at(3)->isVisible());
        keep(dialog.grab(), QStringLiteral("sheet_signin_code"));
    }

    void emptyWindow()
    {
        Stage stage;
        stage.window = std::make_unique<shell::MainWindow>(stage.link, stage.options);
        stage.link.become(client::Link::State::Connecting, QStringLiteral("Connecting to atlas:8000…"));
        keep(stage.window->grabPage(QStringLiteral("overview"), {1024, 640}),
             QStringLiteral("empty_overview"));
        keep(stage.window->grabPage(QStringLiteral("metrics"), {1024, 640}), QStringLiteral("empty_metrics"));
    }

private:
    Pictures m_pictures;

    static void keep(const QPixmap &picture, const QString &name) { Pictures::keep(picture, name); }
    static void save(const QPixmap &picture, const QString &name) { Pictures::save(picture, name); }
};

QTEST_MAIN(WindowPictureTest)
#include "windowpicturetest.moc"
