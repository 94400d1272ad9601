// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatpage.h"

#include "catalog/alertcommands.h"
#include "catalog/assistant.h"
#include "chat/chatpane.h"
#include "chat/exportsheet.h"
#include "chat/roomlist.h"
#include "chat/roommenu.h"
#include "chat/searchpanel.h"
#include "chat/tracesheet.h"
#include "chatpage/talk.h"
#include "kit/theme.h"
#include "kit/toast.h"
#include "support/fakeclock.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using client::Link;

namespace {
struct House
{
    explicit House(const char *role = "operator")
    {
        identity::User user;
        user.id = QStringLiteral("u1");
        user.username = QStringLiteral("dana");
        user.displayName = QStringLiteral("Dana Keller");
        user.role = QString::fromLatin1(role);
        user.createdAt = clock.now();
        link.answer(QStringLiteral("identity.whoami"), core::toJson(user).toObject());
        link.answer(QStringLiteral("network.scan.list"), {});
    }
    chat::ChatPane &open()
    {
        link.become(Link::State::Live);
        page = std::make_unique<chat::ChatPage>(chat, cards);
        page->resize(1100, 700);
        page->show();
        [&] {
            QVERIFY(QTest::qWaitForWindowActive(page.get()));
            QTRY_VERIFY(mirror.user() && page->pane().room() && page->pane().room()->isLoaded());
        }();
        return page->pane();
    }
    [[nodiscard]] bool says(const QString &part) const
    {
        const auto labels = page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(part);
        });
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        const auto buttons = page->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->isVisible() && button->text().remove(u'&').contains(text))
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] kit::Toast *toast(const char *text) const
    {
        const auto toasts = page->findChildren<kit::Toast *>();
        for (kit::Toast *toast : toasts) {
            if (toast->isVisible() && toast->text() == QLatin1String(text))
                return toast;
        }
        return nullptr;
    }
    [[nodiscard]] QString spoken(int row) const
    {
        return page->pane().view().model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }
    [[nodiscard]] QJsonObject last(const char *command) const
    {
        const auto found =
            std::find_if(link.requests.rbegin(), link.requests.rend(),
                         [&](const auto &request) { return request.first == QLatin1String(command); });
        return found == link.requests.rend() ? QJsonObject() : found->second;
    }

    support::FakeClock clock;
    support::ScriptedLink link;
    Talk talk{link, clock.now().addSecs(-100'000)};
    client::Mirror mirror{link, clock};
    client::Devices devices{link};
    client::Scans scans{mirror};
    client::Chat chat{mirror, clock};
    chat::CardBook cards{mirror, devices, scans};
    std::unique_ptr<chat::ChatPage> page;
};

void type(QWidget &widget, const QString &text, Qt::Key then = Qt::Key_unknown)
{
    QTest::keyClicks(&widget, text);
    if (then != Qt::Key_unknown)
        QTest::keyClick(&widget, then);
}
} // namespace

/// The page of chat as somebody uses it.
class ChatPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        kit::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), kit::ThemeKind::Light);
    }

    void theFirstLineOfARoomIsShown()
    {
        House house;
        chat::ChatPane &pane = house.open();
        QVERIFY(house.says(QStringLiteral("Nobody has written here yet")));
        house.talk.say(house.talk.make(QStringLiteral("anybody here?")));
        QTRY_VERIFY(pane.view().isVisible());
        QVERIFY(house.spoken(0).contains(QLatin1String("anybody here?")));
        QVERIFY(!house.says(QStringLiteral("Nobody has written here yet")));
    }

    void aConversationByKeyboardAlone()
    {
        House house;
        house.talk.keep(house.talk.make(QStringLiteral("who looks at A-12?")));
        chat::ChatPane &pane = house.open();
        pane.takeFocus();
        chat::Composer &field = pane.composer();
        type(field, QStringLiteral("I do"));
        QTest::keyClick(&field, Qt::Key_Return, Qt::ShiftModifier);
        type(field, QStringLiteral("now"), Qt::Key_Return);
        QTRY_COMPARE(house.last("chat.send").value(QLatin1String("message")).toString(),
                     QStringLiteral("I do\nnow"));
        QVERIFY(field.text().isEmpty());
        QTRY_COMPARE(pane.room()->line(1).sending, client::ChatLine::Sending::Sent);
        // Up takes back what was written last, to be changed.
        QTest::keyClick(&field, Qt::Key_Up);
        QCOMPARE(field.text(), QStringLiteral("I do\nnow"));
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(field.text().isEmpty());
        QTest::keyClick(&field, Qt::Key_Up);
        field.selectAll();
        type(field, QStringLiteral("I do, at once"), Qt::Key_Return);
        QTRY_COMPARE(house.talk.messages.last().message, QStringLiteral("I do, at once"));
        QTRY_VERIFY(house.spoken(1).contains(QLatin1String("edited")));
        // A message is answered, and deleted, where it stands.
        QListView &view = pane.view();
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.currentIndex().row(), 0);
        QTest::keyClick(&view, Qt::Key_R);
        QVERIFY(house.says(QStringLiteral("who looks at A-12?")));
        type(field, QStringLiteral("done"), Qt::Key_Return);
        QTRY_COMPARE(house.last("chat.send").value(QLatin1String("reply_to")).toString(),
                     house.talk.messages.first().id);
        QTRY_VERIFY(house.spoken(2).contains(QLatin1String("in reply to")));
        QTRY_COMPARE(pane.room()->line(2).sending, client::ChatLine::Sending::Sent);
        view.setFocus();
        view.setCurrentIndex(view.model()->index(2, 0));
        QTest::keyClick(&view, Qt::Key_Delete);
        QVERIFY(house.spoken(2).contains(QLatin1String("was deleted")));
        QVERIFY(house.last("chat.delete").isEmpty());
        house.toast("The message is deleted.")->gone();
        QCOMPARE(house.last("chat.delete").value(QLatin1String("id")).toString(),
                 pane.room()->line(2).message.id);
        QTRY_VERIFY(pane.room()->line(2).message.isDeleted);
        QVERIFY(house.spoken(2).contains(QLatin1String("was deleted")));
    }

    // For eight seconds nobody else sees that it is gone, and it comes back as it was.
    void whatIsDeletedCanBeTakenBack()
    {
        House house;
        for (const char *text : {"first", "second"})
            house.talk.keep(house.talk.make(QString::fromLatin1(text), "u1", "Dana Keller"));
        chat::ChatPane &pane = house.open();
        QListView &view = pane.view();
        view.setFocus();
        const auto deleteRow = [&](int row) {
            view.setCurrentIndex(view.model()->index(row, 0));
            QTest::keyClick(&view, Qt::Key_Delete);
        };
        const auto isGone = [&](int row) { return house.spoken(row).contains(QLatin1String("was deleted")); };
        const auto asked = [&] { return house.link.asked(QStringLiteral("chat.delete")); };
        deleteRow(0);
        QVERIFY(isGone(0) && !isGone(1));
        QTest::mouseClick(house.button(QStringLiteral("Undo")), Qt::LeftButton);
        QVERIFY(house.spoken(0).contains(QLatin1String("first")));
        QVERIFY(view.hasFocus());
        deleteRow(0);
        QVERIFY(isGone(0));
        QTest::keyClick(&view, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!isGone(0));
        QCOMPARE(asked(), 0);

        // The next one, another room, another page: there is nothing left to take back.
        deleteRow(0);
        deleteRow(1);
        QCOMPARE(asked(), 1);
        QTRY_VERIFY(pane.room()->line(0).message.isDeleted);
        QVERIFY(isGone(1));
        house.page->showRoom(QStringLiteral("alerts"));
        QCOMPARE(asked(), 2);
        house.page->showRoom(QStringLiteral("general_chat"));
        QTRY_VERIFY(pane.room()->isLoaded() && isGone(1));
        house.talk.say(house.talk.make(QStringLiteral("third"), "u1", "Dana Keller"));
        QTRY_COMPARE(view.model()->rowCount(), 3);
        deleteRow(2);
        house.page->hide();
        QCOMPARE(asked(), 3);
        QTRY_VERIFY(pane.room()->line(2).message.isDeleted);
    }

    void olderPagesKeepThePlace()
    {
        House house;
        house.talk.keepMany(400);
        chat::ChatPane &pane = house.open();
        chat::MessageView &view = pane.view();
        QVERIFY(view.isAtEnd());
        QCOMPARE(pane.room()->count(), 50);
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 3);
        const int row = view.firstVisible();
        const QString id = pane.room()->line(row).message.id;
        const int top = view.visualRect(view.model()->index(row, 0)).top();
        QTRY_VERIFY(pane.room()->count() > 50);
        const int now = pane.room()->placeOf(id);
        QVERIFY(now > row);
        QCOMPARE(view.visualRect(view.model()->index(now, 0)).top(), top);
        // What comes below does not move it either.
        house.talk.say(house.talk.make(QStringLiteral("new below")));
        QCOMPARE(view.visualRect(view.model()->index(now, 0)).top(), top);
        QVERIFY(house.button(QStringLiteral("1 new")));
        house.button(QStringLiteral("1 new"))->click();
        QVERIFY(view.isAtEnd());
    }

    void anAnswerIsSeenAsItComesAndHeardOnceItIsThere()
    {
        House house;
        house.talk.keepMany(40);
        chat::ChatPane &pane = house.open();
        chat::MessageView &view = pane.view();
        chat::Message answer = house.talk.make(QStringLiteral("Two are down.\nI looked."),
                                               assistant::speakerId, assistant::speakerName);
        answer.isAi = true;
        answer.messageType = chat::MessageType::AiResponse;
        const auto grow = [&](const QString &text) {
            house.link.say(chat::Answering{pane.room()->name(), answer.id, QStringLiteral("u1"), text},
                           house.clock.now());
        };
        grow(QStringLiteral("<b>Two</b>"));
        const QModelIndex row = view.model()->index(40, 0);
        QVERIFY(row.data().toString().contains(QLatin1String("<b>Two</b>")));
        QVERIFY(row.data().toString().endsWith(QStringLiteral(" …")));
        QVERIFY2(house.spoken(40).contains(QLatin1String("is being written")), qPrintable(house.spoken(40)));
        QVERIFY(!house.spoken(40).contains(QLatin1String("Two")));
        QVERIFY(view.isAtEnd());
        // Nothing is done with what is not there yet.
        view.setCurrentIndex(row);
        QTest::keyClick(&view, Qt::Key_R);
        QVERIFY(!house.says(QStringLiteral("Reply to")));
        // Whoever reads further up stays there, to the last pixel.
        grow(QStringLiteral("Two are down.\nI looked"));
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() - 40);
        const int top = view.visualRect(row).top();
        house.talk.say(answer);
        QCOMPARE(view.visualRect(row).top(), top);
        QCOMPARE(view.model()->rowCount(), 41);
        QVERIFY(house.spoken(40).contains(QLatin1String("I looked.")));
        view.toEnd();
        answer.id = QStringLiteral("m-next");
        grow(QStringLiteral("And one more"));
        const int most = view.verticalScrollBar()->maximum();
        grow({});
        QCOMPARE(view.model()->rowCount(), 41);
        QVERIFY(view.isAtEnd());
        QVERIFY(view.verticalScrollBar()->maximum() < most);
    }

    void whoAskedStopsTheAnswerAndAnOperatorDoes()
    {
        for (const auto &[role, asker, isTheirs] :
             {std::tuple{"viewer", "u1", true}, std::tuple{"viewer", "u2", false},
              std::tuple{"operator", "u2", true}}) {
            House house(role);
            chat::ChatPane &pane = house.open();
            house.link.answer(QStringLiteral("assistant.stop"), {});
            house.link.say(chat::Answering{pane.room()->name(), QStringLiteral("m-9"),
                                           QString::fromLatin1(asker), QStringLiteral("Two")},
                           house.clock.now());
            QCOMPARE(house.spoken(0).contains(QLatin1String("Stop")), isTheirs);
            const QRect rect = pane.view().visualRect(pane.view().model()->index(0, 0));
            bool isFound = false;
            for (int x = 0; x < rect.width() && !isFound; x += 8) {
                for (int y = rect.top(); y < rect.bottom() && !isFound; y += 8) {
                    int row = -1;
                    const chat::MessagePart *part = pane.view().partAt({x, y}, &row);
                    isFound = part && part->kind == chat::MessagePart::Kind::Stop;
                    if (isFound)
                        QTest::mouseClick(pane.view().viewport(), Qt::LeftButton, {}, {x, y});
                }
            }
            QCOMPARE(isFound, isTheirs);
            QCOMPARE(house.link.asked(QStringLiteral("assistant.stop")), isTheirs ? 1 : 0);
            if (isTheirs)
                QCOMPARE(house.last("assistant.stop").value(QLatin1String("room_name")).toString(),
                         pane.room()->name());
        }
    }

    void theUnreadLineStandsWhereOneLeft()
    {
        House house;
        house.talk.keepMany(30);
        const QString first = house.talk.messages[27].id;
        house.talk.setMarks("general_chat", {house.talk.messages[26].id, 3, 0, first});
        chat::ChatPane &pane = house.open();
        QVERIFY(house.spoken(27).startsWith(QLatin1String("new messages")));
        QTRY_COMPARE(house.last("chat.read").value(QLatin1String("up_to")).toString(),
                     house.talk.messages.last().id);
        QTRY_COMPARE(pane.room()->marks().unread, 0);
        QVERIFY(house.spoken(27).startsWith(QLatin1String("new messages"))); // until one leaves
    }

    void theUnreadAreFoundHoweverFarUp()
    {
        House house;
        house.talk.keepMany(300);
        const QString first = house.talk.messages[20].id;
        house.talk.setMarks("general_chat", {house.talk.messages[19].id, 100, 0, first});
        chat::ChatPane &pane = house.open();
        QPushButton *jump = house.button(QStringLiteral("Jump to unread"));
        QVERIFY(jump);
        jump->click();
        QTRY_VERIFY(pane.room()->placeOf(first) >= 0);
        const int row = pane.room()->placeOf(first);
        QVERIFY(pane.view().firstVisible() <= row && row <= pane.view().lastVisible());
        QVERIFY(house.button(QStringLiteral("Latest")));
    }

    void hostileTextsAreTextAlone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("tags") << QStringLiteral("<table><td colspan=99999>").repeated(13).left(308);
        QTest::newRow("long") << QStringLiteral("W").repeated(1000);
        QTest::newRow("lines") << QStringLiteral("\n").repeated(998) + QStringLiteral("x");
        QTest::newRow("bidi") << QString::fromUtf8("\u202E\u2066\u202Dtxt.exe\u2067\u202B").repeated(60);
        QTest::newRow("marks") << QStringLiteral("a") + QString(999, QChar(0x0335));
        QTest::newRow("emoji")
            << QString::fromUtf8("\U0001F468\u200D\U0001F469\u200D\U0001F467").repeated(120);
    }
    void hostileTextsAreTextAlone()
    {
        QFETCH(QString, text);
        House house;
        house.talk.keepMany(20);
        chat::Message message = house.talk.make(text.left(1000), "u9", "<h1>x</h1>\u202Ey");
        message.cards = {{chat::CardKind::Device, text.left(96)}};
        house.talk.keep(message);
        chat::ChatPane &pane = house.open();
        QElapsedTimer watch;
        watch.start();
        const QPixmap picture = house.page->grab();
        QVERIFY(!picture.isNull());
        QVERIFY2(watch.elapsed() < 5000, qPrintable(QString::number(watch.elapsed())));
        const int height = pane.view().visualRect(pane.view().model()->index(20, 0)).height();
        QVERIFY2(height < 1200, qPrintable(QString::number(height)));
        QVERIFY(house.spoken(20).contains(text.left(20)));
    }

    void aHundredThousandLinesScroll()
    {
        House house;
        chat::ChatPane &pane = house.open();
        client::ChatRoom &room = *pane.room();
        house.link.answers.insert(QStringLiteral("chat.history"), [&](const QJsonObject &) {
            chat::History::Reply reply;
            for (int i = 0; i < 100'000; ++i)
                reply.messages << house.talk.make(QStringLiteral("line %1 ").arg(i).repeated(i % 9 + 1));
            return core::Reply(core::toJson(reply).toObject());
        });
        room.loadLatest();
        QTRY_COMPARE_WITH_TIMEOUT(room.count(), 100'000, 120'000);
        QScrollBar &bar = *pane.view().verticalScrollBar();
        QElapsedTimer watch;
        watch.start();
        for (int step = 1; step <= 20; ++step) {
            bar.setValue(int(qint64(bar.maximum()) * (20 - step) / 20));
            (void)pane.view().grab();
        }
        // Sanitized and unoptimized; a frame takes a tenth of that otherwise.
        QVERIFY2(watch.elapsed() < 20 * 400, qPrintable(QString::number(watch.elapsed())));
        QCOMPARE(pane.view().firstVisible(), 0);
    }

    void proposalsAreReachedByArrowsAndHeard()
    {
        House house;
        chat::ChatPane &pane = house.open();
        pane.takeFocus();
        chat::Composer &field = pane.composer();
        type(field, QStringLiteral("/"));
        const kit::Completion &popup = field.completion();
        QVERIFY(popup.isVisible());
        QCOMPARE(popup.chosen(), 0);
        QVERIFY(field.accessibleDescription().contains(QLatin1String("look after an alert")));
        QTest::keyClick(&field, Qt::Key_Down);
        QCOMPARE(popup.chosen(), 1);
        QVERIFY(field.accessibleDescription().contains(QLatin1String("Scans")));
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(!popup.isVisible());
        QCOMPARE(field.text(), QStringLiteral("/"));
        field.clear();
        type(field, QStringLiteral("ask @om"));
        QVERIFY(popup.isVisible());
        QTest::keyClick(&field, Qt::Key_Tab);
        QCOMPARE(field.text(), QStringLiteral("ask @Omar Bennani "));
        QVERIFY(field.hasFocus());
        field.clear();
        type(field, QStringLiteral("see #A-1042 "), Qt::Key_Return);
        QTRY_COMPARE(house.link.asked(QStringLiteral("chat.send")), 1);
        const QJsonArray cards = house.last("chat.send").value(QLatin1String("cards")).toArray();
        QCOMPARE(cards.first().toObject().value(QLatin1String("id")).toString(), QStringLiteral("A-1042"));
    }

    void whatChangesSomethingIsConfirmedFirst()
    {
        House house;
        house.link.answer(QStringLiteral("alerts.acknowledge"), {});
        chat::ChatPane &pane = house.open();
        pane.takeFocus();
        chat::Composer &field = pane.composer();
        field.setText(QStringLiteral("/ack x12"));
        QTest::keyClick(&field, Qt::Key_Return);
        QTRY_VERIFY(house.says(QStringLiteral("Name an alert")));
        QCOMPARE(field.textCursor().selectedText(), QStringLiteral("x12"));
        field.setText(QStringLiteral("/ack A-12 I am on it"));
        QTest::keyClick(&field, Qt::Key_Return);
        QTRY_VERIFY(house.says(QStringLiteral("Acknowledges A-12: I am on it")));
        QCOMPARE(house.link.asked(QStringLiteral("alerts.acknowledge")), 0);
        QPushButton *confirm = house.button(QStringLiteral("Confirm"));
        QVERIFY(confirm && confirm->hasFocus());
        QTest::keyClick(confirm, Qt::Key_Return);
        QTRY_COMPARE(house.link.asked(QStringLiteral("alerts.acknowledge")), 1);
        QTRY_VERIFY(field.text().isEmpty());
        QCOMPARE(house.link.asked(QStringLiteral("chat.send")), 0);
    }

    void whatTheAssistantProposesIsConfirmedFirst()
    {
        House house;
        alerts::Alert alert = alerts::exampleAlert();
        alert.id = QStringLiteral("A-12");
        alert.state = alerts::AlertState::Open;
        house.link.answer(QStringLiteral("alerts.get"),
                          core::toJson(alerts::GetAlert::Reply{alert, {}, {}}).toObject());
        house.link.answer(QStringLiteral("alerts.acknowledge"), {});
        house.link.answer(QStringLiteral("alerts.unacknowledge"), {});
        chat::Message message =
            house.talk.make(QStringLiteral("A-12 is open."), "ai_assistant", "AI Assistant");
        message.isAi = true;
        message.proposals = {{QStringLiteral("/ack A-12"), QStringLiteral("Look after <i>A-12</i>")},
                             {QStringLiteral("/format c:"), QStringLiteral("No word of ours")}};
        house.talk.keep(message);
        chat::ChatPane &pane = house.open();
        QTRY_VERIFY2(house.spoken(0).contains(QLatin1String("proposes: ")), qPrintable(house.spoken(0)));
        QVERIFY(house.spoken(0).contains(QLatin1String("Look after <i>A-12</i>")));
        QVERIFY(!house.spoken(0).contains(QLatin1String("No word of ours")));
        type(pane.composer(), QStringLiteral("half a word"));
        // A click, or the menu of the row, asks the server what it would do; nothing is done by itself.
        chat::MessageView &view = pane.view();
        QPoint chip;
        for (int y = 0; y < view.height() && chip.isNull(); y += 4) {
            for (int x = 0; x < view.width() && chip.isNull(); x += 8) {
                int row = -1;
                const chat::MessagePart *part = view.partAt({x, y}, &row);
                if (part && part->kind == chat::MessagePart::Kind::Proposal)
                    chip = {x, y};
            }
        }
        QVERIFY(!chip.isNull());
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, chip);
        QTRY_VERIFY(house.says(QStringLiteral("Acknowledges A-12")));
        QCOMPARE(house.link.asked(QStringLiteral("alerts.acknowledge")), 0);
        QTRY_VERIFY(house.cards.alerts().find(QStringLiteral("A-12")));
        QTest::keyClick(house.button(QStringLiteral("Confirm")), Qt::Key_Return);
        QTRY_COMPARE(house.link.asked(QStringLiteral("alerts.acknowledge")), 1);
        QCOMPARE(pane.composer().text(), QStringLiteral("half a word"));
        // It is taken back where that can be.
        QTRY_VERIFY(house.button(QStringLiteral("Undo")));
        chat::Message line =
            house.talk.make(QStringLiteral("Dana Keller acknowledged A-12"), "system", "Belfry");
        line.messageType = chat::MessageType::System;
        line.timestamp = house.mirror.serverNow();
        line.cards = {{chat::CardKind::Alert, QStringLiteral("A-12")}};
        house.talk.say(line);
        QVERIFY2(house.spoken(1).contains(QLatin1String("Undo")), qPrintable(house.spoken(1)));
        Q_EMIT view.partClicked(1, {chat::MessagePart::Kind::Undo});
        QTRY_COMPARE(house.link.asked(QStringLiteral("alerts.unacknowledge")), 1);
        QVERIFY(!house.spoken(1).contains(QLatin1String("Undo")));
        QVERIFY(!house.button(QStringLiteral("Undo")));
        QCOMPARE(house.last("alerts.unacknowledge").value(QLatin1String("ids")).toArray().first().toString(),
                 QStringLiteral("A-12"));
    }

    void cardsOfScansAndMetricsLeadOn()
    {
        House house;
        network::ScanRun run;
        run.scanId = QStringLiteral("s-1");
        run.target = QStringLiteral("10.0.0.0/24");
        run.status = network::ScanState::Running;
        run.progress = 40;
        run.startedBy = QStringLiteral("Dana Keller");
        run.startedAt = house.clock.now();
        network::ScanRun other = run;
        other.scanId = QStringLiteral("s-2");
        other.startedBy = QStringLiteral("Omar Bennani");
        house.link.answer(QStringLiteral("network.scans.list"),
                          core::toJson(network::ListScans::Reply{{run, other}}).toObject());
        house.link.answer(QStringLiteral("network.scan.cancel"), {});
        chat::Message message = house.talk.make(QStringLiteral("Look at these"));
        message.cards = {{chat::CardKind::Scan, run.scanId},
                         {chat::CardKind::Scan, other.scanId},
                         {chat::CardKind::Metric, QStringLiteral("cpu.usage")}};
        house.talk.keep(message);
        chat::ChatPane &pane = house.open();
        QTRY_VERIFY(house.scans.find(other.scanId));
        const chat::CardFace own = house.cards.faceOf(message.cards.at(0));
        QVERIFY2(own.detail.contains(QLatin1String("40")), qPrintable(own.detail));
        QCOMPARE(own.acts.size(), 2);
        QCOMPARE(house.cards.faceOf(message.cards.at(1)).acts.size(), 1); // somebody else's
        Q_EMIT pane.view().partClicked(0, {chat::MessagePart::Kind::CardAct});
        QTRY_COMPARE(house.link.asked(QStringLiteral("network.scan.cancel")), 1);
        QCOMPARE(house.last("network.scan.cancel").value(QLatin1String("scan_id")).toString(), run.scanId);
        client::Place led;
        connect(&pane, &chat::ChatPane::placeWanted, this,
                [&led](const client::Place &place) { led = place; });
        chat::MessagePart metric;
        metric.kind = chat::MessagePart::Kind::Card;
        metric.index = 2;
        Q_EMIT pane.view().partClicked(0, metric);
        QCOMPARE(led.kind, client::Place::Kind::Chart);
        QCOMPARE(led.id, QStringLiteral("cpu.usage"));
    }

    void whatSomebodyAcknowledgedBeforeIsNotTakenBack()
    {
        House house;
        alerts::Alert alert = alerts::exampleAlert();
        alert.id = QStringLiteral("A-12");
        alert.state = alerts::AlertState::Acknowledged;
        house.link.answer(QStringLiteral("alerts.get"),
                          core::toJson(alerts::GetAlert::Reply{alert, {}, {}}).toObject());
        house.link.answer(QStringLiteral("alerts.acknowledge"), {});
        chat::ChatPane &pane = house.open();
        pane.composer().setText(QStringLiteral("/ack A-12 me too"));
        QTest::keyClick(&pane.composer(), Qt::Key_Return);
        QTRY_VERIFY(house.button(QStringLiteral("Confirm")));
        QTest::qWait(0);
        house.button(QStringLiteral("Confirm"))->click();
        QTRY_COMPARE(house.link.asked(QStringLiteral("alerts.acknowledge")), 1);
        QTRY_VERIFY(pane.composer().text().isEmpty());
        QVERIFY(!house.button(QStringLiteral("Undo")));
    }

    void theAssistantAnswersWhoAskedAlone()
    {
        House house;
        assistant::Answer answer;
        answer.text = answer.detail = QStringLiteral("2 device(s) down: <b>nas</b>");
        answer.basis = QStringLiteral("local rules");
        answer.proposals = {{QStringLiteral("/ack A-12"),
                             QStringLiteral("Look after A-12"),
                             QStringLiteral("alerts.acknowledge"),
                             {}}};
        house.link.answer(QStringLiteral("assistant.ask"), core::toJson(answer).toObject());
        chat::ChatPane &pane = house.open();
        pane.takeFocus();
        type(pane.composer(), QStringLiteral("/ai what is down?"));
        QTest::keyClick(&pane.composer(), Qt::Key_Escape); // the list of words
        QTest::keyClick(&pane.composer(), Qt::Key_Return);
        auto *card = house.page->findChild<chat::AnswerCard *>();
        QTRY_VERIFY(card->isVisible() && card->findChild<QPlainTextEdit *>()->toPlainText() == answer.detail);
        QVERIFY(house.says(QStringLiteral("Only you see this")));
        QVERIFY(house.says(QStringLiteral("may be wrong")));
        QCOMPARE(house.last("assistant.ask").value(QLatin1String("text")).toString(),
                 QStringLiteral("what is down?"));
        QCOMPARE(house.link.asked(QStringLiteral("chat.send")), 0);
        QVERIFY(pane.composer().text().isEmpty());
        house.button(QStringLiteral("Look after A-12"))->click();
        QTRY_VERIFY(house.says(QStringLiteral("Acknowledges A-12")));
        QTest::keyClick(&pane.composer(), Qt::Key_Escape);
        QVERIFY(!card->isVisible());
    }

    void whatAMessageSaidBeforeIsForOperators_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<bool>("isShown");
        QTest::newRow("operator") << QStringLiteral("operator") << true;
        QTest::newRow("viewer") << QStringLiteral("viewer") << false;
    }
    void whatAMessageSaidBeforeIsForOperators()
    {
        QFETCH(QString, role);
        QFETCH(bool, isShown);
        House house(role.toUtf8().constData());
        house.talk.keep(house.talk.make(QStringLiteral("never changed")));
        chat::Message message = house.talk.make(QStringLiteral("after"));
        message.editedAt = message.timestamp.addSecs(60);
        message.editedBy = message.userId;
        house.talk.keep(message);
        chat::ChatPane &pane = house.open();
        pane.view().setFocus();
        QTest::keyClick(&pane.view(), Qt::Key_Home);
        QTest::keyClick(&pane.view(), Qt::Key_H);
        QVERIFY(!house.page->findChild<chat::TraceSheet *>());
        QTest::keyClick(&pane.view(), Qt::Key_Down);
        QTest::keyClick(&pane.view(), Qt::Key_H);
        auto *sheet = house.page->findChild<chat::TraceSheet *>();
        QCOMPARE(sheet != nullptr, isShown);
        if (!isShown)
            return;
        const auto *text = sheet->findChild<QPlainTextEdit *>();
        QTRY_VERIFY(text->toPlainText().contains(QLatin1String("<b>before</b>")));
        const QString all = text->toPlainText();
        QVERIFY2(all.indexOf(QLatin1String("before")) < all.indexOf(QLatin1String("changed it")) &&
                     all.endsWith(QLatin1String("after")),
                 qPrintable(all));
        QVERIFY(all.contains(QLatin1String("Omar Bennani")));
    }

    void theMenuOfARoomIsForWhoMay_data()
    {
        QTest::addColumn<QString>("role");
        QTest::addColumn<bool>("exports");
        QTest::newRow("operator") << QStringLiteral("operator") << true;
        QTest::newRow("viewer") << QStringLiteral("viewer") << false;
    }
    void theMenuOfARoomIsForWhoMay()
    {
        QFETCH(QString, role);
        QFETCH(bool, exports);
        House house(role.toUtf8().constData());
        house.open();
        QMenu *menu = house.page->findChild<chat::RoomMenu *>()->menu();
        Q_EMIT menu->aboutToShow();
        const QList<QAction *> actions = menu->actions();
        QCOMPARE(actions.first()->isEnabled(), exports);
        QCOMPARE(actions.first()->toolTip().contains(QLatin1String("Operators")), !exports);
        QVERIFY(!actions.last()->isChecked());
        actions.last()->trigger();
        QVERIFY(house.chat.showsPassages());
    }

    void aRoomIsWrittenIntoAFile()
    {
        House house;
        house.talk.keepMany(3);
        chat::ChatPane &pane = house.open();
        const QTemporaryDir folder;
        auto *sheet = new chat::ExportSheet(house.chat, *pane.room(), house.page.get());
        connect(sheet, &chat::ExportSheet::written, &pane, &chat::ChatPane::tellWritten);
        sheet->open();
        const auto boxes = sheet->findChildren<QComboBox *>();
        const auto box = [&](const QString &name) {
            return *std::find_if(boxes.begin(), boxes.end(),
                                 [&](const QComboBox *one) { return one->accessibleName() == name; });
        };
        box(QStringLiteral("Period"))->setCurrentIndex(1);
        box(QStringLiteral("Format"))->setCurrentIndex(1);
        Q_EMIT sheet->submitted();
        QTRY_VERIFY(sheet->findChild<QFileDialog *>());
        const QJsonObject asked = house.last("chat.log.export");
        QCOMPARE(asked.value(QLatin1String("format")).toString(), QStringLiteral("markdown"));
        QCOMPARE(core::timeFromText(asked.value(QLatin1String("from")).toString())
                     .secsTo(house.mirror.serverNow()),
                 24 * 3600);
        const QString path = folder.filePath(QStringLiteral("log.md"));
        Q_EMIT sheet->findChild<QFileDialog *>()->fileSelected(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("# Room\n"));
        QTRY_VERIFY(house.says(QStringLiteral("Written to ")));
        // Where nothing was written, there is no file.
        house.page->showRoom(QStringLiteral("alerts"));
        auto *empty = new chat::ExportSheet(house.chat, *pane.room(), house.page.get());
        empty->open();
        Q_EMIT empty->submitted();
        QTRY_VERIFY(house.says(QStringLiteral("Nothing was written here")));
        QVERIFY(!empty->findChild<QFileDialog *>());
    }

    void aPictureTellsWhatItShows()
    {
        House house;
        chat::Message message = house.talk.make(QStringLiteral("Look"));
        const QString id = QStringLiteral("p-1");
        message.attachment = chat::Attachment{id,
                                              QStringLiteral("The map"),
                                              600,
                                              300,
                                              100,
                                              false,
                                              {QStringLiteral("core"), QStringLiteral("pc")}};
        house.talk.keep(message);
        house.talk.values.insert(id, {0, {}, {{id, QStringLiteral("core"), {}, {}, {}}}, {}, 0});
        chat::ChatPane &pane = house.open();
        QVERIFY(house.spoken(0).contains(QStringLiteral("it shows \u2066core\u2069, \u2066pc\u2069")));
        pane.view().setCurrentIndex(pane.view().model()->index(0, 0));
        Q_EMIT pane.view().customContextMenuRequested(
            pane.view().visualRect(pane.view().currentIndex()).center());
        const auto actions = pane.findChild<QMenu *>()->actions();
        const auto show = std::find_if(actions.begin(), actions.end(), [](const QAction *action) {
            return action->text() == QLatin1String("Show &values");
        });
        QVERIFY(show != actions.end());
        (*show)->trigger();
        auto *sheet = house.page->findChild<chat::ValuesSheet *>();
        QVERIFY(sheet);
        QTRY_COMPARE(sheet->table().model()->rowCount(), 1);
        QVERIFY(house.says(QStringLiteral("Omar")));
    }

    void whatIsWrittenWithoutAConnectionWaits()
    {
        House house;
        chat::ChatPane &pane = house.open();
        house.link.become(Link::State::Reconnecting, QStringLiteral("The server does not answer."));
        type(pane.composer(), QStringLiteral("later"), Qt::Key_Return);
        QVERIFY(house.spoken(0).contains(QLatin1String("waits to be sent")));
        house.link.become(Link::State::Live);
        QTRY_VERIFY(!house.spoken(0).contains(QLatin1String("waits")));
        QCOMPARE(house.link.asked(QStringLiteral("chat.send")), 1);
    }

    void aThousandUnitsAreCounted()
    {
        House house;
        chat::ChatPane &pane = house.open();
        pane.composer().setText(QStringLiteral("x").repeated(799));
        QVERIFY(!house.says(QStringLiteral("/1,000")));
        pane.composer().setText(QStringLiteral("x").repeated(1001));
        QVERIFY(house.says(QStringLiteral("1,001/1,000")));
        QVERIFY(!house.button(QStringLiteral("Send"))->isEnabled());
        QTest::keyClick(&pane.composer(), Qt::Key_Return);
        QCOMPARE(house.link.asked(QStringLiteral("chat.send")), 0);
    }

    void draftsStayWithTheirRoom()
    {
        House house;
        chat::ChatPane &pane = house.open();
        type(pane.composer(), QStringLiteral("half"));
        house.page->showRoom(QStringLiteral("alerts"));
        QVERIFY(pane.composer().text().isEmpty());
        house.page->showRoom(QStringLiteral("general_chat"));
        QCOMPARE(pane.composer().text(), QStringLiteral("half"));
    }

    void manyTypistsAreSeveralPeople()
    {
        House house;
        house.open();
        for (int i = 1; i <= 4; ++i) {
            const QString name = QStringLiteral("P%1").arg(i);
            house.link.say(chat::Typing{QStringLiteral("general_chat"), name, name, true}, house.clock.now());
            QVERIFY(i < 4 ? house.says(name) : house.says(QStringLiteral("Several people")));
        }
    }

    void whatWasFoundLeadsToItsPlace()
    {
        House house;
        house.talk.keepMany(200);
        chat::ChatPane &pane = house.open();
        QTest::keyClick(house.page.get(), Qt::Key_F, Qt::ControlModifier);
        auto *panel = house.page->findChild<chat::SearchPanel *>();
        QVERIFY(panel->isVisible());
        auto *words = panel->findChild<QLineEdit *>();
        QVERIFY(words->hasFocus());
        type(*words, QStringLiteral("line 17"), Qt::Key_Return);
        auto *found = panel->findChild<QListView *>(QString(), Qt::FindDirectChildrenOnly);
        QTRY_COMPARE(found->model()->rowCount(), 11);
        const QModelIndex last = found->model()->index(10, 0);
        QCOMPARE(last.data().toString(), QStringLiteral("line 17"));
        Q_EMIT found->activated(last);
        QTRY_VERIFY(pane.view().currentIndex().data().toString() == QLatin1String("line 17"));
    }

    void everythingHasAName()
    {
        House house;
        house.talk.keepMany(3);
        house.open();
        const auto widgets = house.page->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const bool isReached = widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus);
            const QAccessibleInterface *heard =
                isReached ? QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget)) : nullptr;
            if (heard && !widget->inherits("QScrollBar"))
                QVERIFY2(!heard->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
        }
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&house.page->pane().view());
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 3);
        QVERIFY(list->child(1)->text(QAccessible::Name).contains(QLatin1String("line 1")));
    }
};

QTEST_MAIN(ChatPageTest)
#include "chatpagetest.moc"
