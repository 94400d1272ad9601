// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/ruleeditor.h"

#include "automation/measurefield.h"
#include "automationpage/house.h"
#include "kit/chart.h"
#include "kit/segmented.h"
#include "kit/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>

using namespace std::chrono_literals;

namespace {
struct EditorHouse : RuleHouse
{
    using RuleHouse::RuleHouse;
    automation::RuleEditor &open(const automation::Rule &rule = {})
    {
        RuleHouse::open();
        editor = std::make_unique<automation::RuleEditor>(rules, devices, clock);
        editor->setRule(rule);
        editor->show();
        return *editor;
    }
    [[nodiscard]] kit::Segmented &part(const char *name = "What the rule waits for") const
    {
        return *field<kit::Segmented>(*editor, name);
    }
    [[nodiscard]] QLineEdit &line(const char *name) const { return *field<QLineEdit>(*editor, name); }
    [[nodiscard]] QPushButton &save() const { return *button(*editor, QStringLiteral("Save")); }
    /// As after a pause in typing.
    void settle() { clock.advance(500ms); }
    [[nodiscard]] kit::Chart *chart() const
    {
        auto *one = editor->findChild<kit::Chart *>();
        return one->isVisible() ? one : nullptr;
    }
    std::unique_ptr<automation::RuleEditor> editor;
};
const char *const listName = "When it would have fired";
} // namespace

/// A rule is written by hand, and what it would have done is told meanwhile.
class RuleEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        kit::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), kit::ThemeKind::Light);
    }

    void isWrittenByKeyboard()
    {
        EditorHouse house;
        automation::RuleEditor &editor = house.open();
        QSignalSpy saved(&editor, &automation::RuleEditor::saved);
        QCOMPARE(editor.windowTitle(), QStringLiteral("New rule"));
        QTRY_VERIFY(house.line("Name").hasFocus());
        QVERIFY(!house.save().isEnabled());
        QVERIFY(house.save().toolTip().contains(QLatin1String("name")));
        QTest::keyClicks(&house.line("Name"), QStringLiteral("Memory"));
        auto *measure = RuleHouse::field<automation::MeasureField>(editor, "What is measured");
        measure->setFocus();
        QTest::keyClicks(measure, QStringLiteral("Memory in use, share"));
        QTest::keyClick(RuleHouse::field<QComboBox>(editor, "How values are summed up"), Qt::Key_Down);
        house.line("Threshold").clear();
        QTest::keyClicks(&house.line("Threshold"), QStringLiteral("92.5"));
        house.line("Well again at").clear();
        auto *hold = RuleHouse::field<QSpinBox>(editor, "For");
        hold->selectAll();
        QTest::keyClicks(hold, QStringLiteral("5"));
        QTest::keyClick(&house.line("What its alerts say"), Qt::Key_Return); // saves
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(!editor.isVisible());
        const automation::Rule rule = house.server.wasSet.last();
        QVERIFY(rule.id.isEmpty());
        QCOMPARE(rule.name, QStringLiteral("Memory"));
        QCOMPARE(rule.condition, QStringLiteral("min(memory.usage[1m]) >= raise"));
        QCOMPARE(rule.raise, std::optional(92.5));
        QVERIFY(!rule.clear);
        QCOMPARE(rule.holdFor, 300);
    }

    void shippedRulesComeBackAsTheyAre()
    {
        EditorHouse house;
        house.open();
        for (const automation::RuleStanding &standing : std::as_const(house.server.rules)) {
            house.editor->setRule(standing.rule);
            QCOMPARE(house.editor->rule(), standing.rule);
        }
    }

    void statesAreChosen()
    {
        EditorHouse house;
        automation::RuleEditor &editor = house.open();
        QTest::keyClick(&house.part(), Qt::Key_Right);
        QCOMPARE(editor.rule().condition, QStringLiteral("device.status{expected=\"up\"} == offline"));
        QCOMPARE(editor.rule().kind, automation::RuleKind::State);
        QTest::keyClick(RuleHouse::field<QComboBox>(editor, "What has the state"), Qt::Key_Down);
        QCOMPARE(editor.rule().condition, QStringLiteral("service.status == inactive"));
        QTest::keyClick(&house.part(), Qt::Key_Right);
        QCOMPARE(editor.rule().condition, QStringLiteral("predict(volume.usage.*[6h], 100) < raise"));
        QCOMPARE(editor.rule().raise, std::optional(86400.0));
    }

    void theTextHoldsWhatTheFormCannot()
    {
        EditorHouse house;
        house.open(house.server.find(QStringLiteral("device-flapping"))->rule);
        auto *text = RuleHouse::field<QPlainTextEdit>(*house.editor, "Condition");
        QVERIFY(text);
        QCOMPARE(text->toPlainText(), QStringLiteral("changes(device.status[10m]) >= raise"));
        house.server.refusal = QStringLiteral("Rule “tested”: Character 9: expected “(”, found “[”.");
        text->setPlainText(QStringLiteral("changes[device.status]"));
        house.settle();
        QTRY_VERIFY(RuleHouse::says(*house.editor, QStringLiteral("Character 9: expected")));
        QVERIFY(RuleHouse::says(*house.editor, QStringLiteral("That cannot be told yet.")));
    }

    void whatIsWrittenIsTakenAlong()
    {
        EditorHouse house;
        automation::RuleEditor &editor = house.open(house.server.find(QStringLiteral("memory-high"))->rule);
        const automation::Rule before = editor.rule();
        house.part().setFocus();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&house.part(), Qt::Key_Right);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&house.part(), Qt::Key_Left);
        QCOMPARE(editor.rule(), before);
    }

    void saysHowOftenItWouldHaveFired()
    {
        EditorHouse house;
        automation::Rule rule = house.server.find(QStringLiteral("memory-high"))->rule;
        rule.source.devices = QStringList{QStringLiteral("d-1")};
        house.open(rule);
        QVERIFY(!house.link.asked(QStringLiteral("automation.rules.test")));
        house.settle();
        QTRY_VERIFY(RuleHouse::says(*house.editor,
                                    QStringLiteral("Would have fired 12 time(s) in the last 7 day(s)")));
        QCOMPARE(house.link.asked(QStringLiteral("automation.rules.test")), 1);
        QCOMPARE(house.server.lastTest.from.secsTo(house.server.lastTest.to), 7 * 86400);
        QTRY_VERIFY(house.chart()); // it is one series
        QCOMPARE(RuleHouse::field<QListWidget>(*house.editor, listName)->count(), 12);
        QTest::keyClick(&house.part("How far back"), Qt::Key_Right);
        QTRY_VERIFY(RuleHouse::says(*house.editor, QStringLiteral("in the last 30 day(s)")));
        QCOMPARE(house.server.lastTest.from.secsTo(house.server.lastTest.to), 30 * 86400);
    }

    void faultsAreShown()
    {
        EditorHouse house;
        house.server.tested = RuleServer::history(house.clock.now(), 0);
        house.server.tested.faults = QStringList{QStringLiteral("There are more than 1000 groups.")};
        house.open(house.server.find(QStringLiteral("device-down"))->rule);
        house.settle();
        QTRY_VERIFY(RuleHouse::says(*house.editor, QStringLiteral("Would not have fired in the last 7")));
        QTRY_VERIFY(RuleHouse::says(*house.editor, QStringLiteral("There are more than 1000 groups.")));
        QVERIFY(!house.chart());
    }

    void nobodyIsAskedForEachLetter()
    {
        EditorHouse house;
        house.open();
        house.settle();
        QTRY_COMPARE(house.link.asked(QStringLiteral("automation.rules.test")), 1);
        QTest::keyClicks(&house.line("Threshold"), QStringLiteral("55555"));
        QCOMPARE(house.link.asked(QStringLiteral("automation.rules.test")), 1);
        house.settle();
        QTRY_COMPARE(house.link.asked(QStringLiteral("automation.rules.test")), 2);
    }

    void nonsenseIsToldBeforeAnybodyIsAsked()
    {
        EditorHouse house;
        house.open(house.server.find(QStringLiteral("memory-high"))->rule);
        house.line("Threshold").setText(QStringLiteral("much"));
        house.settle();
        QTRY_VERIFY(RuleHouse::says(*house.editor, QStringLiteral("A threshold is a number")));
        QVERIFY(!house.save().isEnabled());
        QVERIFY(!house.link.asked(QStringLiteral("automation.rules.test")));
    }

    void aRefusalStays()
    {
        EditorHouse house;
        house.open(house.server.find(QStringLiteral("memory-high"))->rule);
        house.server.refusal = QStringLiteral(
            "Rule “memory-high”: clear (95) has to be on the good side of the threshold (90).");
        QTest::keyClick(&house.save(), Qt::Key_Space);
        QTRY_VERIFY(RuleHouse::says(*house.editor, house.server.refusal));
        QVERIFY(house.editor->isVisible());
        QTest::keyClick(house.editor.get(), Qt::Key_Escape);
        QVERIFY(!house.editor->isVisible());
    }

    void operatorsTryButDoNotSave()
    {
        EditorHouse house("operator");
        house.open(house.server.find(QStringLiteral("memory-high"))->rule);
        QVERIFY(!house.save().isEnabled());
        QVERIFY(house.save().accessibleDescription().contains(QLatin1String("by administrators")));
        house.settle();
        QTRY_VERIFY(RuleHouse::says(*house.editor, QStringLiteral("Would have fired 12")));
    }

    void moreIsThereForWhoNeedsIt()
    {
        EditorHouse house;
        automation::Rule rule;
        rule.name = QStringLiteral("x");
        rule.condition = QStringLiteral("avg(cpu.usage[1m]) >= raise");
        rule.raise = 1;
        house.open(rule);
        QVERIFY(!RuleHouse::field<QLineEdit>(*house.editor, "One alert for each"));
        QTest::keyClick(RuleHouse::button(*house.editor, QStringLiteral("More")), Qt::Key_Space);
        house.line("One alert for each").setText(QStringLiteral("source, department"));
        house.line("Labels of its alerts").setText(QStringLiteral("team=network"));
        auto *silent = RuleHouse::field<QListWidget>(*house.editor, "Silent meanwhile");
        silent->setCurrentRow(0);
        QTest::keyClick(silent, Qt::Key_Space);
        const automation::Rule written = house.editor->rule();
        QCOMPARE(written.groupBy, (QStringList{QStringLiteral("source"), QStringLiteral("department")}));
        QCOMPARE(written.labels.value(QStringLiteral("team")), QStringLiteral("network"));
        QCOMPARE(written.suppress.size(), 1);
    }

    void sourcesAreNamed()
    {
        EditorHouse house;
        house.open();
        QTest::keyClick(&house.part("Of what"), Qt::Key_Right);
        QVERIFY(!house.save().isEnabled());
        auto *list = RuleHouse::field<QListWidget>(*house.editor, "Devices");
        QVERIFY(list);
        list->setCurrentRow(0);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(house.editor->rule().source.devices, QStringList{QStringLiteral("host")});
        QTest::keyClick(&house.part("Of what"), Qt::Key_Right);
        house.line("Labels they carry").setText(QStringLiteral("department=sales, site=\"north west\""));
        QCOMPARE(house.editor->rule().source.labels.value(QStringLiteral("site")),
                 QStringLiteral("north west"));
        QVERIFY(house.editor->rule().source.devices.isEmpty());
    }
};

QTEST_MAIN(RuleEditorTest)
#include "ruleeditortest.moc"
