// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/serverpage.h"

#include "gui/stage.h"
#include "kit/banner.h"
#include "kit/emptystate.h"
#include "kit/toast.h"
#include "server/clienttable.h"
#include "server/closesheet.h"
#include "shell/inspector.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace {
const QString listCommand = QStringLiteral("session.clients.list");
const QString closeCommand = QStringLiteral("session.clients.close");

/// A window that shows the page.
class ServerStage : public Stage
{
public:
    ServerStage() { link.answer(closeCommand, {}); }
    void openPage()
    {
        open();
        window->showPage(QStringLiteral("server"));
        [this] { QTRY_VERIFY(page().clients().state() != client::ClientList::State::Waiting); }();
    }
    [[nodiscard]] QTableView &table() const
    {
        return *window->findChild<QTableView *>(QStringLiteral("clients"));
    }
    [[nodiscard]] server::ServerPage &page() const { return *window->findChild<server::ServerPage *>(); }
    /// What a column shows, from the top.
    [[nodiscard]] QStringList column(int column) const
    {
        QStringList texts;
        const QAbstractItemModel &model = *table().model();
        for (int row = 0; row < model.rowCount(); ++row)
            texts << model.index(row, column).data().toString();
        return texts;
    }
    void choose(const QString &name) const
    {
        const qsizetype row = column(server::ClientTable::Name).indexOf(name);
        QVERIFY2(row >= 0, qPrintable(name));
        table().setCurrentIndex(table().model()->index(int(row), 0));
    }
    [[nodiscard]] QString chosen() const
    {
        return table().currentIndex().siblingAtColumn(server::ClientTable::Name).data().toString();
    }
    [[nodiscard]] QPushButton &closeButton() const { return *button(u"&Close connection…"_qs); }
    [[nodiscard]] server::CloseSheet *sheet() const { return window->findChild<server::CloseSheet *>(); }
    [[nodiscard]] QString empty() const
    {
        for (const kit::EmptyState *state : page().findChildren<kit::EmptyState *>()) {
            if (state->isVisible())
                return state->accessibleName();
        }
        return {};
    }
    [[nodiscard]] QString banner() const
    {
        for (const kit::Banner *banner : page().findChildren<kit::Banner *>()) {
            if (banner->isVisible())
                return banner->accessibleName();
        }
        return {};
    }
    /// The answers come by the event loop.
    void wait(int seconds)
    {
        for (int i = 0; i < seconds; ++i) {
            clock.advance(std::chrono::seconds(1));
            for (int turn = 0; turn < 5; ++turn)
                QCoreApplication::processEvents();
        }
    }

private:
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *button : page().findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button;
        }
        qFatal("no button %s", qPrintable(text));
    }
};
} // namespace

/// The page of who is connected.
class ServerPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhoIsConnected()
    {
        ServerStage stage;
        stage.openPage();
        using Table = server::ClientTable;
        QCOMPARE(stage.column(Table::Name),
                 (QStringList{u"This program's window"_qs, u"k3J9xQ2mAAAB"_qs, u"wall-2"_qs,
                              u"p8Zt0aQxAAAF"_qs, u"No. 13"_qs, u"No. 15"_qs}));
        QCOMPARE(
            stage.column(Table::Contract),
            (QStringList{u"Window"_qs, u"Everyst · WebSocket"_qs, u"ThreatLens · WebSocket"_qs,
                         u"Socket.IO · polling"_qs, u"OPMAS · WebSocket"_qs, u"Console · WebSocket"_qs}));
        QCOMPARE(stage.column(Table::Subscriptions)[1], u"everything"_qs);
        QCOMPARE(stage.column(Table::Subscriptions)[2], u"security.event, security.incident; filtered"_qs);
        QCOMPARE(stage.column(Table::Subscriptions)[5], u"nothing"_qs);
        QCOMPARE(stage.column(Table::Queue)[3], u"640"_qs);
        QCOMPARE(stage.column(Table::Dropped)[3], u"1,204"_qs);
        QCOMPARE(stage.column(Table::User)[5], u"nobody yet"_qs);
    }

    void asksOnlyWhileItIsSeen()
    {
        ServerStage stage;
        stage.open();
        QCOMPARE(stage.link.asked(listCommand), 0);
        stage.window->showPage(QStringLiteral("server"));
        QCOMPARE(stage.link.asked(listCommand), 1);
        QTRY_VERIFY(stage.page().clients().state() == client::ClientList::State::Known);
        stage.wait(4);
        QCOMPARE(stage.link.asked(listCommand), 3);
        stage.window->showPage(QStringLiteral("overview"));
        stage.wait(10);
        QCOMPARE(stage.link.asked(listCommand), 3);
    }

    void keepsTheChoiceWhileOthersComeAndGo()
    {
        ServerStage stage;
        stage.openPage();
        stage.choose(u"wall-2"_qs);
        stage.listed.removeAt(1);
        session::Client fresh = stage.listed.last();
        fresh.id = 40;
        stage.listed << fresh;
        stage.listed[1].queued = 5;
        stage.wait(2);
        QCOMPARE(stage.chosen(), u"wall-2"_qs);
        QCOMPARE(stage.table().model()->rowCount(), 6);
        QCOMPARE(stage.table().currentIndex().siblingAtColumn(server::ClientTable::Queue).data(),
                 QVariant(u"5"_qs));
        stage.listed.removeAt(1);
        stage.wait(2);
        QVERIFY(!stage.table().currentIndex().isValid());
    }

    void sortsByNumbersAsNumbers()
    {
        ServerStage stage;
        stage.listed[1].queued = 9;
        stage.openPage();
        stage.table().sortByColumn(server::ClientTable::Queue, Qt::DescendingOrder);
        QCOMPARE(stage.column(server::ClientTable::Queue).mid(0, 2), (QStringList{u"640"_qs, u"9"_qs}));
    }

    void filtersByAllWords()
    {
        ServerStage stage;
        stage.openPage();
        auto *filter = stage.page().findChild<QLineEdit *>();
        filter->setText(u"WEBSOCKET 192.168"_qs);
        QCOMPARE(stage.table().model()->rowCount(), 3);
        filter->setText(u"nobody-there"_qs);
        QCOMPARE(stage.empty(), u"No client holds all these words."_qs);
        filter->clear();
        QCOMPARE(stage.table().model()->rowCount(), 6);
    }

    void inspectorShowsTheChosen()
    {
        ServerStage stage;
        stage.openPage();
        stage.trigger("view.inspector");
        stage.choose(u"p8Zt0aQxAAAF"_qs);
        const auto *inspector = stage.window->findChild<shell::Inspector *>();
        QCOMPARE(inspector->facts().title, u"p8Zt0aQxAAAF"_qs);
        QVERIFY(inspector->facts().rows.contains({u"Dropped"_qs, u"1,204"_qs}));
        stage.listed[3].dropped = 1300;
        stage.wait(2);
        QTRY_VERIFY(inspector->facts().rows.contains({u"Dropped"_qs, u"1,300"_qs}));
        stage.listed.removeAt(3);
        stage.wait(2);
        QTRY_VERIFY(inspector->facts().title.isEmpty());
    }

    void asksBeforeItCloses()
    {
        ServerStage stage;
        stage.openPage();
        stage.choose(u"k3J9xQ2mAAAB"_qs);
        QVERIFY(stage.closeButton().isEnabled());
        stage.closeButton().click();
        QVERIFY(stage.sheet());
        QStringList said;
        for (const QLabel *label : stage.sheet()->findChildren<QLabel *>())
            said << label->text();
        QVERIFY2(said.join(u'|').contains(u"dana (Everyst · WebSocket, "_qs), qPrintable(said.join(u'|')));
        QVERIFY(said.join(u'|').contains(u"192.168.1.44"_qs));
        QCOMPARE(stage.link.asked(closeCommand), 0);
        stage.sheet()->findChild<QLineEdit *>()->setText(u"  Too loud. "_qs);
        stage.sheet()->accept();
        QCOMPARE(stage.link.asked(closeCommand), 1);
        const auto found = std::find_if(stage.link.requests.begin(), stage.link.requests.end(),
                                        [](const auto &request) { return request.first == closeCommand; });
        QCOMPARE(found->second, (QJsonObject{{u"id"_qs, 7}, {u"reason"_qs, u"Too loud."_qs}}));
        QTRY_VERIFY(!stage.page().findChildren<kit::Toast *>().isEmpty());
        QVERIFY(stage.page().findChild<kit::Toast *>()->text().contains(u"dana"_qs));
    }

    void dismissedClosesNothing()
    {
        ServerStage stage;
        stage.openPage();
        stage.choose(u"k3J9xQ2mAAAB"_qs);
        stage.table().setFocus();
        QTest::keyClick(&stage.table(), Qt::Key_Delete);
        QVERIFY(stage.sheet());
        QTest::keyClick(stage.sheet(), Qt::Key_Escape);
        QCOMPARE(stage.link.asked(closeCommand), 0);
    }

    void saysWhyItIsStillOpen()
    {
        ServerStage stage;
        stage.link.answers.insert(closeCommand, [](const QJsonObject &) {
            return core::Reply(core::Error{core::ErrorCode::NotFound, u"It is gone."_qs});
        });
        stage.openPage();
        stage.choose(u"k3J9xQ2mAAAB"_qs);
        stage.closeButton().click();
        stage.sheet()->accept();
        QTRY_VERIFY(stage.banner().contains(u"It is gone."_qs));
        stage.wait(2);
        QVERIFY(stage.banner().contains(u"It is gone."_qs));
    }

    void theWindowAndOnesOwnStayOpen()
    {
        ServerStage stage;
        stage.listed[1].isOwn = true;
        stage.openPage();
        QVERIFY(!stage.closeButton().isEnabled());
        stage.choose(u"This program's window"_qs);
        QVERIFY(!stage.closeButton().isEnabled());
        QVERIFY(stage.closeButton().toolTip().contains(u"quit the program"_qs));
        stage.choose(u"k3J9xQ2mAAAB"_qs);
        QVERIFY(!stage.closeButton().isEnabled());
        QVERIFY(stage.closeButton().toolTip().contains(u"sign out"_qs));
        QTest::keyClick(&stage.table(), Qt::Key_Delete);
        QVERIFY(!stage.sheet());
    }

    void othersAreToldWhyNot()
    {
        ServerStage stage;
        identity::User user;
        user.id = u"u-1"_qs;
        user.username = u"omar"_qs;
        user.role = u"viewer"_qs;
        user.createdAt = stage.clock.now();
        stage.link.answer(u"identity.whoami"_qs, core::toJson(user).toObject());
        stage.openPage();
        QVERIFY2(stage.empty().contains(u"Only administrators"_qs), qPrintable(stage.empty()));
        stage.wait(10);
        QCOMPARE(stage.link.asked(listCommand), 0);
    }

    void saysHowOldTheListIs()
    {
        ServerStage stage;
        stage.openPage();
        QVERIFY(stage.banner().isEmpty());
        stage.link.become(client::Link::State::Reconnecting, u"Lost."_qs);
        QVERIFY2(stage.banner().contains(u"As of"_qs) && stage.banner().contains(u"Lost."_qs),
                 qPrintable(stage.banner()));
        QCOMPARE(stage.table().model()->rowCount(), 6);
        stage.link.become(client::Link::State::Live);
        QTRY_VERIFY(stage.banner().isEmpty());
    }

    void saysThatItWaits()
    {
        ServerStage stage;
        stage.window = std::make_unique<shell::MainWindow>(stage.link, stage.options);
        stage.window->show();
        stage.link.become(client::Link::State::Connecting, u"Connecting to atlas:8000…"_qs);
        stage.window->showPage(QStringLiteral("server"));
        QCOMPARE(stage.empty(), u"Connecting to atlas:8000…"_qs);
    }
};

QTEST_MAIN(ServerPageTest)
#include "serverpagetest.moc"
