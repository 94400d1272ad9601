// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatdock.h"
#include "chat/chatpage.h"
#include "chat/chatpane.h"
#include "chat/exportsheet.h"
#include "chat/roommenu.h"
#include "chat/tracesheet.h"
#include "chatpage/talk.h"
#include "gui/pictures.h"
#include "gui/stage.h"
#include "kit/toast.h"
#include "notices/bell.h"
#include "notices/noticecentre.h"
#include "shell/stripitem.h"

#include <QAbstractButton>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QToolButton>

namespace {
/// The window over a server where people talk.
struct ChatStage : Stage
{
    ChatStage()
    {
        identity::User user;
        user.id = QStringLiteral("u1");
        user.username = QStringLiteral("dana");
        user.displayName = QStringLiteral("Dana Keller");
        user.role = QStringLiteral("operator");
        user.createdAt = clock.now();
        link.answer(QStringLiteral("identity.whoami"), core::toJson(user).toObject());
        alerts::Alert alert = alerts::exampleAlert();
        alert.id = QStringLiteral("A-1042");
        alert.title = QStringLiteral("Spike in outbound traffic");
        alert.severity = 7;
        alert.state = alerts::AlertState::Open;
        alert.resolvedAt.reset();
        alert.silencedBy.clear();
        alert.raisedAt = clock.now().addSecs(-840);
        link.answer(QStringLiteral("alerts.get"),
                    core::toJson(alerts::GetAlert::Reply{alert, {}, {}}).toObject());
        tell();
    }
    void tell()
    {
        talk.keep(talk.make(QStringLiteral("Backup runs at 14:00, so expect some traffic."))).timestamp =
            clock.now().addSecs(-90'000);
        chat::Message asks =
            talk.make(QStringLiteral("Is this the backup? #A-1042 looks like more."), "u1", "Dana Keller");
        asks.cards = {{chat::CardKind::Alert, QStringLiteral("A-1042")}};
        asks.reactions = {{QStringLiteral("+1"), 2, {QStringLiteral("u1"), QStringLiteral("u2")}}};
        asks.timestamp = clock.now().addSecs(-600);
        talk.keep(asks);
        chat::Message answers =
            talk.make(QStringLiteral("No, the backup ended at 14:06. I have a look.\n"
                                     "See https://wiki.example.org/backup for its times."));
        answers.replyTo = asks.id;
        answers.editedAt = clock.now();
        answers.timestamp = clock.now().addSecs(-560);
        talk.keep(answers);
        chat::Message more = talk.make(QStringLiteral("@Dana Keller can you hold the rest?"));
        more.mentions = {{QStringLiteral("u1"), QStringLiteral("@Dana Keller")}};
        more.timestamp = clock.now().addSecs(-550);
        talk.keep(more);
        chat::Message system =
            talk.make(QStringLiteral("Dana Keller acknowledged A-1040"), "system", "system");
        system.messageType = chat::MessageType::System;
        system.timestamp = clock.now().addSecs(-500);
        talk.keep(system);
        chat::Message gone = talk.make(QString(), "u4", "Lee Park");
        gone.isDeleted = true;
        gone.editedAt = clock.now();
        gone.editedBy = QStringLiteral("u4");
        gone.timestamp = clock.now().addSecs(-450);
        talk.keep(gone);
        chat::Message ai = talk.make(QStringLiteral("Outbound rate rose 3.1× at 14:14. Top peer: 203.0.113.9 "
                                                    "(62 %).\nSources: metrics 14:00–14:20, event E-9931"),
                                     "assistant", "assistant");
        ai.isAi = true;
        ai.messageType = chat::MessageType::AiResponse;
        ai.basis = QStringLiteral("local rules");
        ai.proposals = {
            {QStringLiteral("/ack A-1042"), QStringLiteral("Look after A-1042")},
            {QStringLiteral("/scan 203.0.113.9 ports"), QStringLiteral("Scan 203.0.113.9 (ports)")}};
        ai.timestamp = clock.now().addSecs(-300);
        talk.keep(ai);
        chat::Message hostile = talk.make(QStringLiteral("<table><tr><td colspan=99999999>").repeated(9) +
                                              QString::fromUtf8(" \u202Egpj.exe and so on"),
                                          "u5", "<b>Mallory</b> \u202Egnitset");
        hostile.timestamp = clock.now().addSecs(-200);
        talk.keep(hostile);
        talk.setMarks("general_chat", {{}, 2, 0, ai.id});
        talk.setMarks("alerts", {{}, 12, 1, {}});
        talk.setMarks("direct-u1-u2", {{}, 1, 0, {}});
    }
    shell::MainWindow &openAt(const QSize &size, const QString &theme)
    {
        shell::MainWindow &shown = open(size);
        trigger(qPrintable(QStringLiteral("theme.") + theme));
        identity::Presence presence;
        for (const auto &[id, status] : {std::pair{"u1", identity::Availability::Online},
                                         std::pair{"u2", identity::Availability::Away}}) {
            identity::Online online;
            online.id = online.socketId = QString::fromLatin1(id);
            online.connectedAt = online.lastSeen = clock.now();
            online.userProfile.uid = online.id;
            online.userProfile.displayName = online.id == QLatin1String("u1")
                                                 ? QStringLiteral("Dana Keller")
                                                 : QStringLiteral("Omar Bennani");
            online.status = status;
            presence.users << online;
        }
        link.say(presence, clock.now());
        return shown;
    }
    void tellPresence(identity::Availability own)
    {
        identity::Presence presence;
        identity::Online online;
        online.id = online.socketId = QStringLiteral("u1");
        online.connectedAt = online.lastSeen = clock.now();
        online.userProfile.uid = online.id;
        online.status = own;
        presence.users << online;
        link.say(presence, clock.now());
    }
    [[nodiscard]] chat::ChatPage &page() const { return *window->findChild<chat::ChatPage *>(); }
    [[nodiscard]] chat::ChatDock &dock() const { return *window->findChild<chat::ChatDock *>(); }

    Talk talk{link, clock.now().addSecs(-3000)};
};
} // namespace

/// Chat in the whole window: the page, the dock, what the rail says, and the word to whom is called.
class ChatWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_pictures.speak(); }

    void pictures_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QSize>("size");
        for (const char *theme : {"light", "dark", "contrast"}) {
            for (const QSize size : {QSize(1366, 768), QSize(1024, 640)})
                QTest::newRow(qPrintable(QStringLiteral("%1_%2").arg(QLatin1String(theme)).arg(size.width())))
                    << QString::fromLatin1(theme) << size;
        }
    }
    void pictures()
    {
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        ChatStage stage;
        shell::MainWindow &window = stage.openAt(size, theme);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        (void)window.grabPage(QStringLiteral("chat"), size);
        chat::ChatPage &page = stage.page();
        QTRY_COMPARE(page.room(), QStringLiteral("general_chat"));
        QTRY_COMPARE(page.pane().room()->count(), 8);
        QTest::qWait(0); // the alert of the card
        stage.link.say(chat::Typing{QStringLiteral("general_chat"), QStringLiteral("u2"),
                                    QStringLiteral("Omar Bennani"), true},
                       stage.clock.now());
        stage.link.become(client::Link::State::Live);
        if (size.width() > 1100) {
            const auto buttons = page.findChildren<QToolButton *>();
            for (QToolButton *button : buttons) {
                if (button->accessibleName() == QLatin1String("Members"))
                    button->click();
            }
        }
        m_pictures.keep(window.grabPage(QStringLiteral("chat"), size), QStringLiteral("chat_") + tag);
        const auto grow = [&](const QString &text) {
            stage.link.say(chat::Answering{QStringLiteral("general_chat"), QStringLiteral("m-coming"),
                                           QStringLiteral("u1"), text},
                           stage.clock.now());
        };
        grow(QStringLiteral(
            "The rate fell to 0.8 of the usual one at 14:31, and the peer <b>203.0.113.9</b> has"));
        page.pane().view().toEnd();
        m_pictures.keep(window.grabPage(QStringLiteral("chat"), size), QStringLiteral("chatcoming_") + tag);
        grow({});
        QTest::keyClicks(&page.pane().composer(), QStringLiteral("/"));
        QCoreApplication::processEvents();
        m_pictures.keep(window.grabPage(QStringLiteral("chat"), size), QStringLiteral("chatslash_") + tag);
        page.pane().composer().setText(QStringLiteral("/ack A-12 I am on it"));
        QTest::keyClick(&page.pane().composer(), Qt::Key_Return);
        QTest::qWait(0);
        m_pictures.keep(window.grabPage(QStringLiteral("chat"), size), QStringLiteral("chatpreview_") + tag);
        assistant::Answer answer;
        answer.text = answer.detail =
            QStringLiteral("2 alert(s) open: 1 critical and 1 high.\n· A-1042 “Spike in outbound traffic” "
                           "(high, 14 min, nobody looks after it)\n· A-1043 “core-sw-01 is down” (critical)");
        answer.basis = QStringLiteral("local rules");
        answer.proposals = {{QStringLiteral("/ack A-1042"), QStringLiteral("Look after A-1042"), {}, {}},
                            {QStringLiteral("/ack A-1043"), QStringLiteral("Look after A-1043"), {}, {}}};
        stage.link.answer(QStringLiteral("assistant.ask"), core::toJson(answer).toObject());
        page.pane().composer().setText(QStringLiteral("/ai which alerts are open?"));
        QTest::keyClick(&page.pane().composer(), Qt::Key_Return);
        QTRY_VERIFY(page.findChild<chat::AnswerCard *>()->isVisible());
        QTest::qWait(0);
        m_pictures.keep(window.grabPage(QStringLiteral("chat"), size), QStringLiteral("chatanswer_") + tag);
        page.pane().view().setFocus();
        page.pane().view().setCurrentIndex(page.pane().view().model()->index(2, 0));
        QTest::keyClick(&page.pane().view(), Qt::Key_H);
        auto *trace = window.findChild<chat::TraceSheet *>();
        QTRY_VERIFY(trace->findChild<QPlainTextEdit *>()->toPlainText().contains(QLatin1String("before")));
        m_pictures.keep(trace->grab(), QStringLiteral("chathistory_") + tag);
        trace->close();
        QMenu *menu = page.findChild<chat::RoomMenu *>()->menu();
        Q_EMIT menu->aboutToShow();
        menu->actions().first()->trigger();
        auto *exporting = window.findChild<chat::ExportSheet *>();
        m_pictures.keep(exporting->grab(), QStringLiteral("chatexport_") + tag);
        exporting->close();
        stage.trigger("view.chat");
        (void)window.grabPage(QStringLiteral("map"), size);
        QTRY_VERIFY(stage.dock().pane().room() && stage.dock().pane().room()->isLoaded());
        m_pictures.keep(window.grabPage(QStringLiteral("map"), size), QStringLiteral("chatdock_") + tag);
    }

    void whoIsCalledIsToldAndLedThere()
    {
        ChatStage stage;
        shell::MainWindow &window = stage.openAt({1200, 700}, QStringLiteral("light"));
        QTRY_VERIFY(stage.window->findChild<chat::ChatPage *>());
        QTRY_VERIFY(stage.link.asked(QStringLiteral("chat.join")) == 5);
        chat::Message direct = stage.talk.make(QStringLiteral("<img src=x> are you there?"), "u2",
                                               "Omar Bennani", "direct-u1-u2");
        stage.talk.say(direct);
        const auto *toast = window.findChild<kit::Toast *>();
        QVERIFY(toast);
        QVERIFY2(toast->text().contains(QLatin1String("<img src=x>")), qPrintable(toast->text()));
        QAbstractButton *show = toast->findChild<QAbstractButton *>();
        show->click();
        QCOMPARE(window.page(), QStringLiteral("chat"));
        QCOMPARE(stage.page().room(), QStringLiteral("direct-u1-u2"));
    }

    void theBellLeadsToTheMessage()
    {
        ChatStage stage;
        shell::MainWindow &window = stage.openAt({1200, 700}, QStringLiteral("light"));
        QTRY_VERIFY(stage.link.asked(QStringLiteral("chat.join")) == 5);
        const chat::Message direct =
            stage.talk.make(QStringLiteral("Are you there?"), "u2", "Omar Bennani", "direct-u1-u2");
        stage.talk.say(direct);
        stage.talk.say(stage.talk.make(QStringLiteral("Well, later."), "u2", "Omar Bennani", "direct-u1-u2"));
        QCOMPARE(window.page(), QStringLiteral("overview"));
        window.findChild<notices::Bell *>()->click();
        auto *centre = window.findChild<notices::NoticeCentre *>();
        QVERIFY(centre->isVisible());
        auto *list = centre->findChild<QListView *>();
        QTRY_COMPARE(list->model()->rowCount(), 2);
        list->setFocus();
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(!centre->isVisible());
        QCOMPARE(window.page(), QStringLiteral("chat"));
        QCOMPARE(stage.page().room(), QStringLiteral("direct-u1-u2"));
        QTRY_VERIFY(stage.page().pane().room()->placeOf(direct.id) >= 0);
        QTRY_COMPARE(stage.page().pane().view().currentIndex().row(),
                     stage.page().pane().room()->placeOf(direct.id));
    }

    void theRailSaysHowMuchIsUnread()
    {
        ChatStage stage;
        stage.openAt({1200, 700}, QStringLiteral("light"));
        const auto buttons = stage.window->findChildren<QAbstractButton *>();
        const auto chat = std::find_if(buttons.begin(), buttons.end(), [](const QAbstractButton *button) {
            return button->accessibleName() == QLatin1String("Chat") && button->isCheckable();
        });
        QVERIFY(chat != buttons.end());
        QTRY_COMPARE((*chat)->accessibleDescription(), QStringLiteral("@2"));
    }

    // What is ticked is what others see, and the strip says it.
    void oneSaysThatOneIsBusy()
    {
        ChatStage stage;
        shell::MainWindow &window = stage.openAt({1200, 700}, QStringLiteral("light"));
        stage.link.answer(QStringLiteral("identity.availability"), {});
        QAction *online = window.actions().find(QStringLiteral("person.online"));
        QAction *busy = window.actions().find(QStringLiteral("person.busy"));
        QTRY_VERIFY(online->isChecked() && online->isEnabled());
        busy->trigger();
        QCOMPARE(stage.link.asked(QStringLiteral("identity.availability")), 1);
        QVERIFY(online->isChecked() && !busy->isChecked());
        stage.tellPresence(identity::Availability::Busy);
        QTRY_VERIFY(busy->isChecked() && !online->isChecked());
        const auto items = window.findChildren<shell::StripItem *>();
        QVERIFY(std::any_of(items.begin(), items.end(), [](const shell::StripItem *item) {
            return item->accessibleName().contains(QStringLiteral("Local administrator · busy"));
        }));
        stage.link.become(client::Link::State::Reconnecting);
        QVERIFY(!busy->isEnabled());
    }

    void aPictureGoesIntoTheField()
    {
        ChatStage stage;
        shell::MainWindow &window = stage.openAt({1200, 700}, QStringLiteral("light"));
        stage.trigger("view.chat");
        QTRY_VERIFY(stage.dock().pane().room());
        QImage picture(800, 300, QImage::Format_RGB32);
        picture.fill(Qt::white);
        window.sendToChat(picture, {{QStringLiteral("series"), QStringLiteral("cpu")}},
                          QStringLiteral("CPU"));
        QTest::keyClick(&stage.dock().pane().composer(), Qt::Key_Return);
        QTRY_COMPARE(stage.link.asked(QStringLiteral("chat.send")), 1);
        const auto sent =
            std::find_if(stage.link.requests.rbegin(), stage.link.requests.rend(),
                         [](const auto &one) { return one.first == QLatin1String("chat.send"); });
        const QJsonObject attachment = sent->second.value(QLatin1String("attachment")).toObject();
        QVERIFY(attachment.value(QLatin1String("picture")).toString().startsWith(QLatin1String("iVBOR")));
        QVERIFY(attachment.contains(QLatin1String("data")));
    }

private:
    Pictures m_pictures;
};

QTEST_MAIN(ChatWindowTest)
#include "chatwindowtest.moc"
