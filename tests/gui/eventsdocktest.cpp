// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/eventsdock.h"

#include "catalog/rendering.h"
#include "devices/devicespage.h"
#include "events/eventtable.h"
#include "gui/stage.h"
#include "kit/banner.h"
#include "kit/emptystate.h"
#include "kit/label.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

namespace {
const QString renderCommand = QStringLiteral("session.render");

/// A window whose dock is open.
class EventStage : public Stage
{
public:
    EventStage()
    {
        link.answers.insert(renderCommand, [](const QJsonObject &params) {
            const session::Render::Reply reply{
                {{u"everyst"_qs, u"Everyst"_qs, u"notification"_qs,
                  QJsonObject{{u"said"_qs, params.value(u"topic")}}},
                 {u"everyst"_qs, u"Everyst"_qs, u"second_word"_qs, u"alone"_qs},
                 {u"auraos"_qs, u"AuraOS"_qs, u"list_word"_qs, QJsonArray{1, 2}}}};
            return core::Reply(core::toJson(reply).toObject());
        });
    }
    void openDock()
    {
        open();
        trigger("view.events");
    }
    /// Says facts of one topic; the text of each is `text`.
    void say(int count, const QString &topic = QStringLiteral("chat.message"), int priority = 4,
             const QString &text = QStringLiteral("hello"), const QString &source = QStringLiteral("atlas"))
    {
        QList<core::Event> events;
        for (int i = 0; i < count; ++i) {
            core::Event event;
            event.sequence = ++link.sequence;
            event.topic = core::Topic(topic);
            event.priority = priority;
            event.source = source;
            event.at = clock.now();
            event.payload = QJsonObject{{QStringLiteral("text"), text}};
            events << event;
        }
        Q_EMIT link.eventsReceived(events);
    }
    [[nodiscard]] events::EventsDock &dock() const { return *window->findChild<events::EventsDock *>(); }
    [[nodiscard]] QTableView &table() const { return *dock().findChild<QTableView *>(); }
    [[nodiscard]] QLineEdit &filter() const { return *dock().findChild<QLineEdit *>(); }
    [[nodiscard]] QPlainTextEdit &json() const { return *dock().findChild<QPlainTextEdit *>(); }
    [[nodiscard]] QComboBox &dialect() const { return *dock().findChild<QComboBox *>(); }
    [[nodiscard]] int rows() const { return table().model()->rowCount(); }
    void choose(int row) const { table().setCurrentIndex(table().model()->index(row, 0)); }
    void trigger(const QString &text) const
    {
        for (QAction *action : table().actions()) {
            if (action->text() == text) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(text));
    }
    using Stage::trigger;
    [[nodiscard]] QString said() const
    {
        QStringList texts;
        for (const kit::Label *label : dock().findChildren<kit::Label *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(u'|');
    }
    [[nodiscard]] static QString copied() { return QGuiApplication::clipboard()->text(); }
};
} // namespace

/// The protocol inspector.
class EventsDockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hearsOnlyWhileItIsOpen()
    {
        EventStage stage;
        stage.open();
        QVERIFY(!stage.dock().isVisible());
        QVERIFY(!stage.link.topics.contains(u"*"_qs));
        stage.trigger("view.events");
        QVERIFY(stage.dock().isVisible());
        QVERIFY(stage.link.topics.contains(u"*"_qs));
        QVERIFY(stage.window->actions().find(u"view.events"_qs)->isChecked());
        stage.trigger("view.events");
        QVERIFY(!stage.dock().isVisible());
        QVERIFY(!stage.link.topics.contains(u"*"_qs));
        QVERIFY(stage.link.topics.contains(u"metrics.sampled"_qs));
    }

    void opensByKeyboard()
    {
        EventStage stage;
        shell::MainWindow &window = stage.open();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
        QVERIFY(stage.dock().isVisible());
    }

    void showsFactsAsTheyCome()
    {
        EventStage stage;
        stage.openDock();
        QVERIFY2(stage.said().contains(u"Nothing was said yet"_qs), qPrintable(stage.said()));
        stage.say(1, u"security.event"_qs, 8);
        stage.say(1);
        using Table = events::EventTable;
        QCOMPARE(stage.rows(), 2);
        const QAbstractItemModel &model = *stage.table().model();
        QCOMPARE(model.index(0, Table::Topic).data().toString(), u"security.event"_qs);
        QCOMPARE(model.index(0, Table::Priority).data().toString(), u"8"_qs);
        QVERIFY(!model.index(0, Table::Priority).data(Qt::DecorationRole).isNull());
        QVERIFY(model.index(0, Table::Time).data(Qt::AccessibleTextRole).toString().contains(u"high"_qs));
        QCOMPARE(model.index(1, Table::Source).data().toString(), u"atlas"_qs);
        QCOMPARE(model.index(1, Table::Summary).data().toString(), u"\"text\":\"hello\""_qs);
        QVERIFY(!model.index(1, Table::Size).data().toString().isEmpty());
        QVERIFY(stage.said().contains(u"2 event"_qs));
    }

    void followsTheNewestUntilSomebodyScrollsUp()
    {
        EventStage stage;
        stage.openDock();
        stage.say(100);
        QScrollBar &bar = *stage.table().verticalScrollBar();
        QTRY_VERIFY(bar.maximum() > 0);
        stage.say(20);
        QTRY_COMPARE(bar.value(), bar.maximum());
        bar.setValue(3);
        stage.say(20);
        QCoreApplication::processEvents();
        QCOMPARE(bar.value(), 3);
    }

    void filters()
    {
        EventStage stage;
        stage.openDock();
        stage.say(3);
        stage.say(2, u"security.event"_qs, 8);
        stage.filter().setText(u"priority>=7"_qs);
        QCOMPARE(stage.rows(), 2);
        QVERIFY2(stage.said().contains(u"2 of 5 events"_qs), qPrintable(stage.said()));
        stage.say(1, u"security.event"_qs, 9);
        stage.say(1);
        QCOMPARE(stage.rows(), 3);
        stage.filter().setText(u"nothing-like-it"_qs);
        QVERIFY(stage.said().contains(u"None of the events"_qs));
        stage.filter().clear();
        QCOMPARE(stage.rows(), 7);
    }

    void saysWhereTheFilterIsWrong()
    {
        EventStage stage;
        stage.openDock();
        stage.say(3);
        stage.say(2, u"security.event"_qs, 8);
        stage.filter().setText(u"priority>=7"_qs);
        stage.filter().setText(u"priority>=7 level:3"_qs);
        QVERIFY2(stage.said().contains(u"Character 13: level: is not known"_qs), qPrintable(stage.said()));
        QVERIFY(!stage.filter().accessibleDescription().isEmpty());
        QCOMPARE(stage.rows(), 2); // as before
        stage.filter().setText(u"priority>=7"_qs);
        QVERIFY(!stage.said().contains(u"Character"_qs));
        QVERIFY(stage.filter().accessibleDescription().isEmpty());
    }

    void pausesByHand()
    {
        EventStage stage;
        stage.openDock();
        stage.say(2);
        for (QPushButton *button : stage.dock().findChildren<QPushButton *>()) {
            if (button->text() == u"&Pause"_qs)
                button->click();
        }
        QVERIFY(stage.dock().tail().pause() == client::EventTail::Pause::ByHand);
        stage.say(22);
        QCOMPARE(stage.rows(), 2);
        QVERIFY2(stage.said().contains(u"Paused. Showing 2 of 24 events."_qs), qPrintable(stage.said()));
        Q_EMIT stage.dock().findChild<kit::Banner *>()->actionTriggered();
        stage.say(1);
        QCOMPARE(stage.rows(), 3);
        QVERIFY(!stage.said().contains(u"Paused"_qs));
    }

    void pausesByItselfWhenNobodyCanRead()
    {
        EventStage stage;
        stage.openDock();
        stage.say(10);
        stage.say(600);
        QCOMPARE(stage.rows(), 10);
        QVERIFY2(stage.said().contains(u"more than 500 events a second"_qs) &&
                     stage.said().contains(u"Showing 10 of 610 events."_qs),
                 qPrintable(stage.said()));
    }

    void showsAFactInEveryTongue()
    {
        EventStage stage;
        stage.openDock();
        stage.say(1, u"chat.message"_qs, 4, u"<b>hi</b>"_qs);
        stage.choose(0);
        QCOMPARE(stage.link.asked(renderCommand), 1);
        const QJsonObject whole = QJsonDocument::fromJson(stage.json().toPlainText().toUtf8()).object();
        QCOMPARE(whole.value(u"event").toString(), u"chat.message"_qs);
        QCOMPARE(whole.value(u"payload").toObject().value(u"text").toString(), u"<b>hi</b>"_qs);
        const auto tongue = [&](const char *name) {
            stage.dialect().setCurrentIndex(stage.dialect().findData(QString::fromLatin1(name)));
            return stage.json().toPlainText();
        };
        QTRY_VERIFY2(tongue("everyst").startsWith(u"notification\n{"_qs), qPrintable(tongue("everyst")));
        QVERIFY(tongue("everyst").endsWith(u"second_word\n\"alone\""_qs));
        QVERIFY(tongue("auraos").startsWith(u"list_word\n["_qs));
        QVERIFY2(tongue("opmas").contains(u"OPMAS has no word for this event"_qs),
                 qPrintable(tongue("opmas")));
    }

    void saysWhyTheServerCannotShowIt()
    {
        EventStage stage;
        stage.link.answers.remove(renderCommand);
        stage.openDock();
        stage.say(1);
        stage.choose(0);
        stage.dialect().setCurrentIndex(2);
        QTRY_COMPARE(stage.json().toPlainText(), renderCommand); // as the link says it
    }

    void hostileTextIsShownAsItIs()
    {
        EventStage stage;
        stage.openDock();
        stage.say(1, u"chat.message"_qs, 4, u"a\u202eb\u009b"_qs);
        stage.choose(0);
        QVERIFY(stage.json().toPlainText().contains(u"a\\u202eb\\u009b"_qs));
        QVERIFY(stage.table()
                    .model()
                    ->index(0, events::EventTable::Summary)
                    .data()
                    .toString()
                    .contains(u"\\u202e"_qs));
    }

    void copies()
    {
        EventStage stage;
        stage.openDock();
        stage.say(1, u"chat.message"_qs, 4, u"it's"_qs);
        stage.choose(0);
        stage.trigger(u"Copy &JSON"_qs);
        QCOMPARE(QJsonDocument::fromJson(EventStage::copied().toUtf8()).object().value(u"event").toString(),
                 u"chat.message"_qs);
        stage.trigger(u"Copy as &curl line"_qs);
        QVERIFY2(EventStage::copied().startsWith(u"curl -X POST 'http://127.0.0.1:8000/api/v1/events'"_qs),
                 qPrintable(EventStage::copied()));
        QVERIFY(EventStage::copied().contains(u"$BELFRY_TOKEN"_qs));
        stage.trigger(u"Copy as &wscat line"_qs);
        QVERIFY2(EventStage::copied().startsWith(u"wscat -c 'ws://127.0.0.1:8000/console'"_qs),
                 qPrintable(EventStage::copied()));
    }

    void filtersLikeThis()
    {
        EventStage stage;
        stage.openDock();
        stage.say(1, u"chat.message"_qs, 4, u"x"_qs, u"two words"_qs);
        stage.say(1);
        stage.choose(0);
        stage.trigger(u"&Filter like this"_qs);
        QCOMPARE(stage.filter().text(), u"topic:chat.message source:\"two words\""_qs);
        QCOMPARE(stage.rows(), 1);
    }

    void keepsWhatIsChosenWhenItIsGoneFromTheList()
    {
        EventStage stage;
        stage.openDock();
        stage.say(1, u"chat.message"_qs, 4, u"first"_qs);
        stage.choose(0);
        stage.dock().tail().clear();
        QCOMPARE(stage.rows(), 0);
        QVERIFY(stage.json().toPlainText().contains(u"first"_qs));
    }

    void opensWithAFactOfADevice()
    {
        EventStage stage;
        stage.open();
        QVERIFY(!stage.dock().isVisible());
        core::Event event;
        event.sequence = 7;
        event.topic = core::Topic(u"network.device.status"_qs);
        event.at = stage.clock.now();
        event.payload = QJsonObject{{u"device_id"_qs, u"d-7c"_qs}};
        Q_EMIT stage.window->findChild<devices::DevicesPage *>()->eventWanted(event);
        QVERIFY(stage.dock().isVisible());
        QVERIFY(stage.json().isVisible());
        QVERIFY(stage.json().toPlainText().contains(u"d-7c"_qs));
        QCOMPARE(stage.rows(), 0); // it was heard before the dock was open
        stage.say(1, u"chat.message"_qs, 4, u"another"_qs);
        stage.choose(0);
        QVERIFY(stage.json().toPlainText().contains(u"another"_qs));
    }

    void savesWhatIsShown()
    {
        QTemporaryDir folder;
        EventStage stage;
        stage.openDock();
        stage.say(3);
        stage.say(2, u"security.event"_qs, 8, u"line\nbreak"_qs);
        stage.filter().setText(u"topic:security.*"_qs);
        const QString path = folder.filePath(u"events.ndjson"_qs);
        QVERIFY(bool(stage.dock().save(path)));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList lines = file.readAll().trimmed().split('\n');
        QCOMPARE(lines.size(), 2);
        for (const QByteArray &line : lines)
            QCOMPARE(QJsonDocument::fromJson(line).object().value(u"event").toString(), u"security.event"_qs);
        const core::Result<void> bad = stage.dock().save(folder.filePath(u"no/such/folder/x"_qs));
        QVERIFY(!bad && bad.error().message.contains(u"could not be written"_qs));
    }

    void everyControlHasANameAndIsReached()
    {
        EventStage stage;
        stage.openDock();
        stage.say(3);
        stage.choose(0);
        QVERIFY(QTest::qWaitForWindowActive(stage.window.get()));
        stage.filter().setFocus();
        QSet<QWidget *> reached;
        for (int i = 0; i < 60; ++i) {
            QVERIFY(QApplication::focusWidget());
            reached << QApplication::focusWidget();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (QWidget *widget : stage.dock().findChildren<QWidget *>()) {
            if (!widget->isVisible() || !widget->isEnabled())
                continue;
            if (const auto *button = qobject_cast<QAbstractButton *>(widget))
                QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(), "no name");
            const bool isControl = qobject_cast<QAbstractButton *>(widget) ||
                                   qobject_cast<QLineEdit *>(widget) || qobject_cast<QTableView *>(widget) ||
                                   qobject_cast<QComboBox *>(widget) ||
                                   qobject_cast<QPlainTextEdit *>(widget);
            if (isControl && (widget->focusPolicy() & Qt::TabFocus))
                QVERIFY2(reached.contains(widget), qPrintable(widget->accessibleName()));
        }
    }

    void comesBackAsItWasLeft()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("state.ini"));
        {
            EventStage stage;
            stage.options.stateFile = file;
            stage.openDock();
            stage.window->close();
        }
        EventStage stage;
        stage.options.stateFile = file;
        stage.open();
        QVERIFY(stage.dock().isVisible());
        QVERIFY(stage.link.topics.contains(u"*"_qs));
        stage.trigger("view.reset");
        QVERIFY(!stage.dock().isVisible());
    }
};

QTEST_MAIN(EventsDockTest)
#include "eventsdocktest.moc"
