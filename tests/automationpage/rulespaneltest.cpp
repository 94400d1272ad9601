// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/rulespanel.h"

#include "automation/importsheet.h"
#include "automation/ruleeditor.h"
#include "automation/ruletable.h"
#include "automationpage/house.h"
#include "catalog/alertbook.h"
#include "kit/format.h"
#include "kit/theme.h"
#include "kit/toast.h"

#include <QAction>
#include <QApplication>
#include <QPlainTextEdit>
#include <QTableView>

namespace {
struct PanelHouse : RuleHouse
{
    using RuleHouse::RuleHouse;
    automation::RulesPanel &open()
    {
        RuleHouse::open();
        panel = std::make_unique<automation::RulesPanel>(rules, devices, clock);
        panel->resize(1100, 640);
        panel->show();
        return *panel;
    }
    [[nodiscard]] QTableView &table() const
    {
        return *panel->findChild<QTableView *>(QStringLiteral("rules"));
    }
    [[nodiscard]] QString cell(const QString &rule, const QString &title) const
    {
        const QAbstractItemModel &model = *table().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                if (model.index(row, 0).data().toString() == rule &&
                    model.headerData(column, Qt::Horizontal).toString() == title)
                    return model.index(row, column).data().toString();
            }
        }
        return {};
    }
    void choose(const QString &rule) const
    {
        const QAbstractItemModel &model = *table().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 0).data().toString() == rule)
                table().setCurrentIndex(model.index(row, 0));
        }
    }
    [[nodiscard]] QPushButton &press(const char *text) const
    {
        QPushButton *one = button(*panel, QString::fromLatin1(text));
        [&] { QVERIFY2(one, text); }();
        return *one;
    }
    /// By keyboard, as somebody does.
    void doIt(const char *text) const { QTest::keyClick(&press(text), Qt::Key_Space); }
    [[nodiscard]] kit::Toast *toast() const
    {
        const auto toasts = panel->findChildren<kit::Toast *>();
        for (kit::Toast *one : toasts) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    std::unique_ptr<automation::RulesPanel> panel;
};
const QString down = QStringLiteral("Device down");
} // namespace

/// The list of rules as somebody uses it.
class RulesPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        kit::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), kit::ThemeKind::Light);
    }

    void tellsWhatEachDoes()
    {
        PanelHouse house;
        house.open();
        QCOMPARE(house.table().model()->rowCount(), 6);
        QCOMPARE(house.cell(down, QStringLiteral("When")),
                 QStringLiteral("Device that should be up is offline"));
        QCOMPARE(house.cell(down, QStringLiteral("Now")), QStringLiteral("firing for 2 · 1 pending"));
        QCOMPARE(house.cell(down, QStringLiteral("Severity")), QStringLiteral("High 8"));
        QVERIFY(house.cell(down, QStringLiteral("Last fired")).contains(QLatin1String("1")));
        QCOMPARE(house.cell(QStringLiteral("Answers take long"), QStringLiteral("Now")),
                 QStringLiteral("switched off"));
        QVERIFY(house.cell(QStringLiteral("Design uplink busy"), QStringLiteral("Now"))
                    .contains(QLatin1String("1000 groups")));
        QVERIFY(RuleHouse::says(*house.panel, QStringLiteral("6 rule(s) · 1 firing · 1 faulty")));
    }

    void tellsHowLoudEachIs()
    {
        PanelHouse house;
        house.server.addNoise(QStringLiteral("device-down"), 12, 8);
        house.server.addNoise(QStringLiteral("r-own"), 40);
        house.open();
        const QString column = QStringLiteral("In 30 days");
        QTRY_COMPARE(house.cell(down, column), QStringLiteral("12×, 8 ignored"));
        QCOMPARE(house.cell(QStringLiteral("Design uplink busy"), column), QStringLiteral("40×"));
        QCOMPARE(house.cell(QStringLiteral("Answers take long"), column), kit::format::none());
        house.table().sortByColumn(automation::RuleTable::Noise, Qt::DescendingOrder);
        const QAbstractItemModel &model = *house.table().model();
        QCOMPARE(model.index(0, 0).data().toString(), down);
        QVERIFY(model.index(0, automation::RuleTable::Noise)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QLatin1String("8 of them")));
    }

    void isFilteredByTyping()
    {
        PanelHouse house;
        house.open();
        QTest::keyClick(house.panel.get(), Qt::Key_F, Qt::ControlModifier);
        auto *filter = RuleHouse::field<QLineEdit>(*house.panel, "Filter the rules");
        QVERIFY(filter);
        QTest::keyClicks(filter, QStringLiteral("device FIRING"));
        QCOMPARE(house.table().model()->rowCount(), 1);
        QTest::keyClicks(filter, QStringLiteral(" nothing"));
        QVERIFY(RuleHouse::says(*house.panel, QStringLiteral("No rule holds all these words.")));
        house.doIt("Clear the filter");
        QCOMPARE(house.table().model()->rowCount(), 6);
    }

    void isSwitchedByItsBox()
    {
        PanelHouse house;
        house.open();
        house.choose(down);
        house.table().setFocus();
        QTest::keyClick(&house.table(), Qt::Key_Space);
        QTRY_COMPARE(house.server.wasSet.size(), 1);
        QCOMPARE(house.server.wasSet[0].id, QStringLiteral("device-down"));
        QVERIFY(!house.server.wasSet[0].isEnabled);
        QTRY_COMPARE(house.cell(down, QStringLiteral("Now")), QStringLiteral("switched off"));
        QCOMPARE(house.press("Switch on").isEnabled(), true);
        house.doIt("Switch on");
        QTRY_COMPARE(house.server.wasSet.size(), 2);
        QVERIFY(house.server.wasSet[1].isEnabled);
    }

    void whatWasRemovedComesBack()
    {
        PanelHouse house;
        house.open();
        house.choose(down);
        const automation::Rule rule = house.server.find(QStringLiteral("device-down"))->rule;
        house.panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(house.panel.get()));
        house.table().setFocus();
        QTest::keyClick(&house.table(), Qt::Key_Delete);
        QTRY_VERIFY(house.toast());
        QVERIFY(house.toast()->text().contains(down));
        QTRY_COMPARE(house.table().model()->rowCount(), 5);
        QTest::keyClick(RuleHouse::button(*house.toast(), QStringLiteral("Undo")), Qt::Key_Space);
        QTRY_COMPARE(house.table().model()->rowCount(), 6);
        QCOMPARE(house.server.wasSet.last(), rule);
    }

    void whatIsRefusedIsSaid()
    {
        PanelHouse house;
        house.open();
        house.server.refusal = QStringLiteral("The store is full. Make room.");
        house.choose(down);
        house.doIt("Remove");
        QTRY_VERIFY(RuleHouse::says(*house.panel, house.server.refusal));
        QCOMPARE(house.table().model()->rowCount(), 6);
        QVERIFY(!house.toast());
    }

    void othersSeeWhyNot_data()
    {
        QTest::addColumn<QByteArray>("role");
        QTest::addColumn<bool>("mayTest");
        QTest::newRow("operator") << QByteArray("operator") << true;
        QTest::newRow("viewer") << QByteArray("viewer") << false;
    }
    void othersSeeWhyNot()
    {
        QFETCH(QByteArray, role);
        QFETCH(bool, mayTest);
        PanelHouse house(role.constData());
        house.open();
        house.choose(down);
        for (const char *deed : {"New rule", "Import", "Edit", "Duplicate", "Switch off", "Remove"}) {
            QVERIFY2(!house.press(deed).isEnabled(), deed);
            QVERIFY2(house.press(deed).accessibleDescription().contains(QLatin1String("by administrators")),
                     deed);
        }
        QVERIFY(house.press("Export").isEnabled());
        QCOMPARE(house.press("Test").isEnabled(), mayTest);
        QVERIFY(!house.table()
                     .model()
                     ->flags(house.table().model()->index(0, 0))
                     .testFlag(Qt::ItemIsUserCheckable));
    }

    void followsWhatOthersDo()
    {
        PanelHouse house;
        house.open();
        house.choose(down);
        house.server.add("r-new", "A new one", "avg(cpu.usage[1m]) >= 90", 9);
        house.server.sayChanged();
        QTRY_COMPARE(house.table().model()->rowCount(), 7);
        QCOMPARE(house.table().currentIndex().siblingAtColumn(0).data().toString(), down);
        house.server.find(QStringLiteral("r-new"))->firing = 3;
        house.link.say(alerts::Changed{}, house.clock.now());
        house.link.say(alerts::Changed{}, house.clock.now());
        const qsizetype before = house.link.asked(QStringLiteral("automation.rules.list"));
        house.clock.advance(std::chrono::seconds(1)); // alerts come in storms
        QTRY_COMPARE(house.cell(QStringLiteral("A new one"), QStringLiteral("Now")),
                     QStringLiteral("firing for 3"));
        QCOMPARE(house.link.asked(QStringLiteral("automation.rules.list")), before + 1);
    }

    void whoIsSentHereFindsIt()
    {
        PanelHouse house;
        house.open();
        house.panel->showRule(QStringLiteral("r-later"));
        house.server.add("r-later", "Later", "avg(cpu.usage[1m]) >= 90", 9);
        house.server.sayChanged();
        QTRY_COMPARE(house.table().currentIndex().siblingAtColumn(0).data().toString(),
                     QStringLiteral("Later"));
    }

    void aReconnectReadsThemAgain()
    {
        PanelHouse house;
        house.open();
        house.link.become(client::Link::State::Reconnecting, QStringLiteral("Trying again in 4 s."));
        QVERIFY(RuleHouse::says(*house.panel, QStringLiteral("may be old. Trying again in 4 s.")));
        QVERIFY(!house.press("New rule").isEnabled());
        house.server.rules.removeFirst();
        house.link.become(client::Link::State::Live);
        QTRY_COMPARE(house.table().model()->rowCount(), 5);
        QVERIFY(!RuleHouse::says(*house.panel, QStringLiteral("may be old")));
    }

    void hostileNamesStayPlain()
    {
        PanelHouse house;
        house.server.add("evil", "<img src=x onerror=alert(1)><b>bold</b>", "avg(cpu.usage[1m]) >= 90", 9);
        house.server.add("long", qPrintable(QString(256, u'x')), "avg(cpu.usage[1m]) >= 90", 9);
        house.open();
        house.choose(QStringLiteral("<img src=x onerror=alert(1)><b>bold</b>"));
        const QModelIndex index = house.table().currentIndex();
        QVERIFY(index.isValid());
        QVERIFY(!index.data(Qt::ToolTipRole).toString().contains(QLatin1String("<img")));
        house.doIt("Edit");
        auto *editor = house.panel->findChild<automation::RuleEditor *>();
        QVERIFY(editor);
        QVERIFY(RuleHouse::says(*editor, QStringLiteral("Rule: <img src=x")));
        const auto labels = editor->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QVERIFY(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'));
    }

    void importSaysWhichLine()
    {
        PanelHouse house;
        house.open();
        house.doIt("Import");
        auto *sheet = house.panel->findChild<automation::ImportSheet *>();
        QVERIFY(sheet);
        QVERIFY(!RuleHouse::button(*sheet, QStringLiteral("Import"))->isEnabled());
        auto *text = RuleHouse::field<QPlainTextEdit>(*sheet, "Rules as YAML");
        text->setPlainText(QStringLiteral("- id: a\n  name: A\n  colour: red\n"));
        house.server.refusal = QStringLiteral("Line 3: a rule has no “colour”.");
        QTest::keyClick(RuleHouse::button(*sheet, QStringLiteral("Import")), Qt::Key_Space);
        QTRY_VERIFY(RuleHouse::says(*sheet, QStringLiteral("Line 3: a rule has no")));
        QCOMPARE(text->extraSelections().size(), 1);
        QCOMPARE(text->textCursor().blockNumber(), 2);
        house.server.refusal.clear();
        text->setPlainText(QStringLiteral("- id: a\n"));
        QVERIFY(!RuleHouse::says(*sheet, QStringLiteral("Line 3")));
        QTest::keyClick(RuleHouse::button(*sheet, QStringLiteral("Import")), Qt::Key_Space);
        QTRY_VERIFY(house.toast());
        QCOMPARE(house.toast()->text(), QStringLiteral("Imported: 2 new, 1 changed."));
    }
};

QTEST_MAIN(RulesPanelTest)
#include "rulespaneltest.moc"
