// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/automationpage.h"
#include "automation/ruleeditor.h"
#include "automationpage/channelserver.h"
#include "automationpage/ruleserver.h"
#include "gui/pictures.h"
#include "gui/stage.h"
#include "settings/formdialog.h"

#include <QAction>
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
    ChannelServer told{link, clock.now()};
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
        stage.server.addNoise(QStringLiteral("device-down"), 12, 8);
        stage.server.addNoise(QStringLiteral("memory-high"), 3);
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

    void told_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << QStringLiteral("light");
        QTest::newRow("dark") << QStringLiteral("dark");
    }
    void told()
    {
        QFETCH(QString, theme);
        RuleStage stage;
        shell::MainWindow &window = stage.openAt({1366, 768}, theme);
        const QString id = QStringLiteral("automation");
        (void)window.grabPage(id, {1366, 768});
        auto *page = window.findChild<automation::AutomationPage *>();
        for (const char *tab : {"channels", "routes", "oncall", "messages"}) {
            QVERIFY(page->showTab(QString::fromLatin1(tab)));
            stage.settle();
            QTableView *table = shownTable(*page);
            QVERIFY2(table, tab);
            table->selectRow(0);
            const QString name = QLatin1String(tab) + u'_' + theme;
            Pictures::keep(window.grabPage(id, {1366, 768}), QStringLiteral("told_") + name);
            const QList<QAction *> actions = table->actions();
            for (QAction *action : actions) {
                if (!action->text().contains(QLatin1String("Change")))
                    continue;
                action->trigger();
                auto *form = page->findChild<settings::FormDialog *>();
                Pictures::keep(form->grab(), QStringLiteral("told_form_") + name);
                form->reject();
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            }
        }
    }

private:
    static QTableView *shownTable(const QWidget &page)
    {
        const auto tables = page.findChildren<QTableView *>();
        for (QTableView *table : tables) {
            if (table->isVisible())
                return table;
        }
        return nullptr;
    }

    Pictures m_pictures;
};

QTEST_MAIN(AutomationPictureTest)
#include "automationpicturetest.moc"
