// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enginethread.h"
#include "app/locallink.h"
#include "client/remotelink.h"
#include "client/signin.h"
#include "kit/format.h"
#include "kit/theme.h"
#include "kit/tile.h"
#include "server/closesheet.h"
#include "shell/mainwindow.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <thread>
#include <vector>

/// The whole program in one process: what the kernel says is what the window shows.
class WindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        kit::applyTheme(*qApp, kit::ThemeKind::Light);
        engine::EngineOptions options;
        options.dataDirectory = m_folder.path();
        options.version = u"0.1.0"_qs;
        options.listen = {{u"127.0.0.1"_qs, 0, {}}};
        m_engine = std::make_unique<app::EngineThread>(options, m_clock, m_entropy);
        QSignalSpy started(m_engine.get(), &app::EngineThread::started);
        m_engine->start();
        QVERIFY(started.wait());
        m_url = started.at(0).at(0).toStringList().first();
        m_link = std::make_unique<app::LocalLink>(m_engine->engine(), m_clock);
        shell::Options shell;
        shell.version = options.version;
        m_window = std::make_unique<shell::MainWindow>(*m_link, shell);
        m_window->resize(1366, 768);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanupTestCase()
    {
        m_window.reset();
        m_link.reset();
        m_engine.reset();
    }

    void memoryIsTheKernels()
    {
        QTRY_VERIFY2(
            tile(u"Memory"_qs).contains(kit::format::memory(meminfo("MemTotal"))),
            qPrintable(tile(u"Memory"_qs) + u" lacks "_qs + kit::format::memory(meminfo("MemTotal"))));
        const auto used = [] { return 100 - meminfo("MemAvailable") / meminfo("MemTotal") * 100; };
        const double before = used();
        const client::Mirror &mirror = m_window->model().mirror();
        QSignalSpy readings(&mirror, &client::Mirror::readingChanged);
        QTRY_VERIFY_WITH_TIMEOUT(readings.size() >= 2, 20'000);
        const double shown = share(u"Memory"_qs);
        const double after = used();
        constexpr double slack = 5; // programs come and go
        QVERIFY2(shown >= std::min(before, after) - slack && shown <= std::max(before, after) + slack,
                 qPrintable(u"%1 %, but the kernel says %2 % and %3 %"_qs.arg(shown).arg(before).arg(after)));
    }

    void processorShowsALoadThatBegins()
    {
        const int cores = QThread::idealThreadCount();
        const int busy = (cores + 1) / 2;
        std::atomic<bool> burns = true;
        std::vector<std::thread> burners;
        for (int i = 0; i < busy; ++i)
            burners.emplace_back([&burns] {
                while (burns.load(std::memory_order_relaxed)) {
                }
            });
        const double least = 80.0 * busy / cores;
        const bool isShown = QTest::qWaitFor([&] { return share(u"Processor"_qs) >= least; }, 20'000);
        burns = false;
        for (std::thread &burner : burners)
            burner.join();
        QVERIFY2(isShown, qPrintable(u"less than %1 %: "_qs.arg(least) + tile(u"Processor"_qs)));
    }

    void everyTileHasANumber()
    {
        for (const QString &title : {u"Processor"_qs, u"Memory"_qs, u"Disk"_qs, u"Throughput"_qs})
            QTRY_VERIFY2(tile(title).contains(QRegularExpression(u"\\d"_qs)), qPrintable(title));
    }

    void statusStripSaysWhereItServes()
    {
        const auto said = [this] {
            const auto all = m_window->findChildren<QWidget *>();
            for (const QWidget *widget : all) {
                if (widget->accessibleName().contains(m_url))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(said());
    }

    void whoIsConnectedIsShownAndClosed()
    {
        QVERIFY(m_window->showPage(u"server"_qs));
        auto *table = m_window->findChild<QTableView *>(u"clients"_qs);
        QTRY_VERIFY(rowWith(*table, u"This program's window"_qs) >= 0);
        QVERIFY(bool(answer(u"identity.users.add"_qs, {{u"username"_qs, u"dana"_qs},
                                                       {u"password"_qs, u"seven quiet owls at dusk"_qs},
                                                       {u"role"_qs, u"admin"_qs}})));
        client::Trust trust{client::KnownServers()};
        client::SignIn signIn(client::readServerAddress(m_url).value(), trust, m_clock);
        const QFuture<core::Result<void>> signedIn =
            signIn.signIn(u"dana"_qs, u"seven quiet owls at dusk"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(signedIn.isFinished() && bool(signedIn.result()), 30'000);
        client::RemoteLink remote(signIn.address(), signIn, trust, m_clock, m_entropy);
        remote.open();
        QTRY_VERIFY_WITH_TIMEOUT(remote.state() == client::Link::State::Live, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(rowWith(*table, u"dana"_qs) >= 0, 30'000);
        table->setCurrentIndex(table->model()->index(rowWith(*table, u"dana"_qs), 0));
        QSignalSpy left(&remote, &client::Link::stateChanged);
        const auto buttons = m_window->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text() == u"&Close connection…"_qs)
                button->click();
        }
        auto *sheet = m_window->findChild<server::CloseSheet *>();
        QVERIFY(sheet);
        sheet->accept();
        QTRY_VERIFY_WITH_TIMEOUT(!left.isEmpty(), 30'000);
        const core::Reply trail =
            answer(u"audit.read"_qs, {{u"actions"_qs, QJsonArray{u"connection_closed"_qs}}});
        QVERIFY(bool(trail));
        const QJsonArray records = trail->json().value(u"records").toArray();
        QCOMPARE(records.size(), 1);
        QCOMPARE(records.first().toObject().value(u"target").toString(), u"dana"_qs);
    }

    void eventsAreShownInEveryTongue()
    {
        m_window->actions().find(u"view.events"_qs)->trigger();
        auto *table = m_window->findChild<QTableView *>(u"facts"_qs);
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, 30'000);
        table->setCurrentIndex(table->model()->index(0, 0));
        auto *dock = m_window->findChild<QWidget *>(u"events"_qs);
        auto *dialect = dock->findChild<QComboBox *>();
        dialect->setCurrentIndex(dialect->findData(u"everyst"_qs));
        const auto *text = dock->findChild<QPlainTextEdit *>();
        QTRY_VERIFY_WITH_TIMEOUT(text->toPlainText().contains(u'{'), 30'000);
        m_window->actions().find(u"view.events"_qs)->trigger();
    }

    void picturesForPeople()
    {
        const QString folder = qEnvironmentVariable("BELFRY_SHOTS");
        if (folder.isEmpty())
            QSKIP("BELFRY_SHOTS names no folder for pictures");
        QTest::qWait(5'000);
        const QList<QPair<kit::ThemeKind, QString>> themes{{kit::ThemeKind::Light, u"light"_qs},
                                                           {kit::ThemeKind::Dark, u"dark"_qs},
                                                           {kit::ThemeKind::HighContrast, u"contrast"_qs}};
        for (const auto &[kind, name] : themes) {
            kit::applyTheme(*qApp, kind);
            for (const QString &page : {u"overview"_qs, u"metrics"_qs, u"server"_qs}) {
                const QPixmap picture = m_window->grabPage(page, {1366, 768});
                QVERIFY(picture.save(QDir(folder).filePath(u"real-%1-%2.png"_qs.arg(page, name))));
            }
        }
    }

private:
    core::Reply answer(const QString &command, const QJsonObject &params)
    {
        const QFuture<core::Reply> future = m_link->request(command, params);
        return QTest::qWaitFor([&] { return future.isFinished(); }, 30'000)
                   ? future.result()
                   : core::Reply(core::Error{core::ErrorCode::Unavailable, u"no answer"_qs});
    }

    /// The row in which one cell is `text`; -1: none.
    static int rowWith(const QTableView &table, const QString &text)
    {
        const QAbstractItemModel &model = *table.model();
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                if (model.index(row, column).data().toString() == text)
                    return row;
            }
        }
        return -1;
    }

    QString tile(const QString &title) const
    {
        const auto tiles = m_window->findChildren<kit::Tile *>();
        for (const kit::Tile *candidate : tiles) {
            if (candidate->accessibleName().startsWith(title))
                return candidate->accessibleName();
        }
        return {};
    }

    /// The share in percent that a tile shows; -1 when it shows none.
    double share(const QString &title) const
    {
        static const QRegularExpression number(u"([\\d.]+)[^\\d.]?%"_qs);
        const QRegularExpressionMatch found = number.match(tile(title));
        return found.hasMatch() ? found.captured(1).toDouble() : -1;
    }

    static double meminfo(const QByteArray &name)
    {
        QFile file(u"/proc/meminfo"_qs);
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith(QByteArray(name + ":")))
                return line.mid(name.size() + 1).trimmed().split(' ').first().toDouble() * 1024;
        }
        return 0;
    }

    QTemporaryDir m_folder;
    core::SystemClock m_clock;
    core::SystemEntropy m_entropy;
    QString m_url;
    std::unique_ptr<app::EngineThread> m_engine;
    std::unique_ptr<app::LocalLink> m_link;
    std::unique_ptr<shell::MainWindow> m_window;
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"
