// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/automationpage.h"
#include "automation/ruleeditor.h"
#include "automationpage/ruleserver.h"
#include "gui/pictures.h"
#include "gui/stage.h"

#include <QTableView>

namespace {
/// The window over a server that keeps rules.
struct RuleStage : Stage
{
    shell::MainWindow &openAt(const QSize &size, const QString &theme)
    {
        shell::MainWindow &shown = open(size);
        trigger(qPrintable(QStringLiteral("theme.") + theme));
        return shown;
    }
    void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        clock.advance(std::chrono::milliseconds(500));
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    RuleServer server{link, clock.now()};
};
} // namespace

/// Pictures of what the window shows of rules and of who is told.
class AutomationPictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_pictures.speak(); }

    void pages_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QSize>("size");
        for (const char *theme : {"light", "dark", "contrast"}) {
            for (const QSize size : {QSize(1366, 768), QSize(1024, 640)})
                QTest::newRow(qPrintable(QStringLiteral("%1_%2").arg(QLatin1String(theme)).arg(size.width())))
                    << QString::fromLatin1(theme) << size;
        }
    }
    void pages()
    {
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        RuleStage stage;
        shell::MainWindow &window = stage.openAt(size, theme);
        const QString page = QStringLiteral("automation");
        (void)window.grabPage(page, size);
        window.findChild<automation::AutomationPage *>()->showRule(QStringLiteral("device-down"));
        stage.settle();
        Pictures::keep(window.grabPage(page, size),
                       QStringLiteral("rules_") + QString::fromLatin1(QTest::currentDataTag()));
    }

    void editor_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QString>("rule");
        for (const char *theme : {"light", "dark"}) {
            for (const char *rule :
                 {"memory-high", "device-down", "disk-full-soon", "device-flapping", "r-own"})
                QTest::newRow(
                    qPrintable(QStringLiteral("%1_%2").arg(QLatin1String(rule), QLatin1String(theme))))
                    << QString::fromLatin1(theme) << QString::fromLatin1(rule);
        }
    }
    void editor()
    {
        QFETCH(QString, theme);
        QFETCH(QString, rule);
        RuleStage stage;
        shell::MainWindow &window = stage.openAt({1366, 768}, theme);
        (void)window.grabPage(QStringLiteral("automation"), {1366, 768});
        stage.trigger("tools.rule");
        auto *editor = window.findChild<automation::RuleEditor *>();
        QVERIFY(editor);
        automation::Rule shown = stage.server.find(rule)->rule;
        if (rule == QLatin1String("memory-high"))
            shown.source.devices = QStringList{QStringLiteral("d-1")};
        editor->setRule(shown);
        stage.settle();
        stage.settle();
        Pictures::keep(editor->grab(),
                       QStringLiteral("ruleeditor_") + QString::fromLatin1(QTest::currentDataTag()));
    }

private:
    Pictures m_pictures;
};

QTEST_MAIN(AutomationPictureTest)
#include "automationpicturetest.moc"
