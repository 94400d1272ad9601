// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/signin.h"
#include "events/eventsdock.h"
#include "gui/stage.h"
#include "gui/strangers.h"
#include "kit/chart.h"
#include "kit/chartplot.h"
#include "kit/theme.h"
#include "metrics/metricspage.h"
#include "server/closesheet.h"
#include "shell/certificatesheet.h"
#include "shell/changedpage.h"
#include "shell/sheets.h"
#include "shell/signindialog.h"
#include "shell/trustdialog.h"

#include <QDir>
#include <QLineEdit>
#include <QSet>
#include <QTableView>
#include <QTranslator>

/// Pictures of every page in every theme; they are kept where BELFRY_SHOTS says, in the language of the .qm
/// file BELFRY_SHOTS_QM names.
class WindowPictureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const QString language = qEnvironmentVariable("BELFRY_SHOTS_QM");
        if (!language.isEmpty()) {
            QVERIFY(m_translator.load(language));
            QCoreApplication::installTranslator(&m_translator);
        }
    }

    void pages_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QSize>("size");
        for (const char *page : {"overview", "metrics", "server"}) {
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
        shell::MainWindow &window = stage.open(size);
        stage.trigger(qPrintable(QStringLiteral("theme.") + theme));
        const QPixmap picture = window.grabPage(page, size);
        QCOMPARE(picture.size(), size);
        keep(picture, QString::fromLatin1(QTest::currentDataTag()));
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
    QTranslator m_translator;

    static void keep(const QPixmap &picture, const QString &name)
    {
        const QImage image = picture.toImage();
        QSet<QRgb> colors;
        for (int y = 0; y < image.height(); y += 3) {
            for (int x = 0; x < image.width(); x += 3)
                colors << image.pixel(x, y);
        }
        QVERIFY2(colors.size() > 30, qPrintable(name + QStringLiteral(" is blank")));
        QVERIFY2(colors.contains(kit::theme().window.rgb()), qPrintable(name));
        const QString folder = qEnvironmentVariable("BELFRY_SHOTS");
        if (folder.isEmpty())
            return;
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(picture.save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
    }
};

QTEST_MAIN(WindowPictureTest)
#include "windowpicturetest.moc"
