// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/stage.h"
#include "kit/toast.h"
#include "scans/runlist.h"
#include "scans/scandialog.h"
#include "scans/scanner.h"
#include "scans/tasksdock.h"
#include "shell/statusstrip.h"
#include "shell/stripitem.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace {
/// The window over a server that scans.
struct ScanWindow : Stage
{
    [[nodiscard]] scans::TasksDock &tasks() const { return *window->findChild<scans::TasksDock *>(); }
    [[nodiscard]] shell::StripItem *strip() const
    {
        const auto items = window->findChildren<shell::StripItem *>();
        for (shell::StripItem *item : items) {
            if (item->isVisible() && item->accessibleName().contains(QLatin1String("Tasks")))
                return item;
        }
        return nullptr;
    }
    [[nodiscard]] kit::Toast *toast() const
    {
        const auto toasts = window->findChildren<kit::Toast *>();
        for (kit::Toast *toast : toasts) {
            if (toast->isVisible())
                return toast;
        }
        return nullptr;
    }
    Scanner scanner{link, clock.now()};
};
} // namespace

/// Scans in the whole window: the dock of tasks, the strip at the foot, and the word when one is over.
class ScanWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStripTellsHowFarItIsAndLeadsToTheTasks()
    {
        ScanWindow stage;
        const network::ScanRun run = stage.scanner.begin();
        stage.open();
        QTRY_VERIFY(stage.strip());
        QVERIFY2(stage.strip()->text().contains(QLatin1String("45")), qPrintable(stage.strip()->text()));
        QVERIFY(!stage.tasks().isVisible());
        stage.strip()->click();
        QVERIFY(stage.tasks().isVisible());
        stage.scanner.sayProgress(run, 62.7);
        QVERIFY2(stage.strip()->text().contains(QLatin1String("62")), qPrintable(stage.strip()->text()));
        stage.scanner.finish(run.scanId);
        QTRY_VERIFY(!stage.strip());
    }

    void theTasksAreEverybodys()
    {
        ScanWindow stage;
        stage.scanner.begin("192.168.1.0/24", "admin");
        stage.scanner.begin("10.8.0.0/24", "omar");
        stage.open();
        stage.trigger("view.tasks");
        QTRY_COMPARE(stage.tasks().findChild<scans::RunList *>()->count(), 2);
        const auto labels = stage.tasks().findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text().startsWith(QLatin1String("by omar"));
        }));
        const auto buttons = stage.tasks().findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text() == QLatin1String("Cancel") && button->isEnabled()) {
                button->click();
                break;
            }
        }
        QTRY_COMPARE(stage.tasks().findChild<scans::RunList *>()->count(), 1);
    }

    void theDetailsOpenThePage()
    {
        ScanWindow stage;
        stage.scanner.begin();
        stage.open();
        stage.trigger("view.tasks");
        QTRY_COMPARE(stage.tasks().findChild<scans::RunList *>()->count(), 1);
        const auto buttons = stage.tasks().findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->text() == QLatin1String("Details"))
                button->click();
        }
        QCOMPARE(stage.window->page(), QStringLiteral("scans"));
        QTRY_COMPARE(stage.window->findChild<QTableView *>(QStringLiteral("found"))->model()->rowCount(), 3);
    }

    void whoStartedItIsToldWhatCameOfIt()
    {
        ScanWindow stage;
        const QString id = stage.scanner.begin("192.168.1.0/24", "admin").scanId;
        stage.open();
        QTRY_VERIFY(stage.strip());
        stage.scanner.finish(id);
        QTRY_VERIFY(stage.toast());
        const QString text = stage.toast()->text();
        QVERIFY2(text.contains(QLatin1String("2 new, 1 gone, 3 changed")), qPrintable(text));
        Q_EMIT stage.toast()->actionTriggered();
        QCOMPARE(stage.window->page(), QStringLiteral("scans"));
        QTRY_VERIFY(stage.link.asked(QStringLiteral("network.scans.compare")) > 0);
    }

    void othersAreNotToldOfIt()
    {
        ScanWindow stage;
        const QString id = stage.scanner.begin("192.168.1.0/24", "omar").scanId;
        stage.open();
        QTRY_VERIFY(stage.strip());
        stage.scanner.finish(id);
        QTRY_VERIFY(!stage.strip());
        QVERIFY(!stage.toast());
    }

    void aNewScanIsACommandOfTheWindow()
    {
        ScanWindow stage;
        stage.open();
        stage.trigger("tools.scan");
        QCOMPARE(stage.window->page(), QStringLiteral("scans"));
        QVERIFY(stage.window->findChild<scans::ScanDialog *>());
        QCOMPARE(stage.window->actions().find(QStringLiteral("go.scans"))->shortcut(),
                 QKeySequence(QStringLiteral("Ctrl+8")));
    }
};

QTEST_MAIN(ScanWindowTest)
#include "scanwindowtest.moc"
