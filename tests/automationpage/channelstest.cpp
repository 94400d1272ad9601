// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/channels.h"

#include "automation/automationpage.h"
#include "automation/channelspanel.h"
#include "automation/hoursfield.h"
#include "automation/levelsfield.h"
#include "automation/membersfield.h"
#include "automationpage/channelserver.h"
#include "automationpage/house.h"
#include "kit/segmented.h"
#include "kit/theme.h"
#include "settings/formdialog.h"

#include <QAction>
#include <QApplication>
#include <QListWidget>
#include <QTableView>

namespace {
struct PageHouse : RuleHouse
{
    explicit PageHouse(const char *role = "admin") : RuleHouse(role) {}
    QTableView &open(const char *tab)
    {
        RuleHouse::open();
        page = std::make_unique<automation::AutomationPage>(rules, channels, devices, clock);
        page->resize(1100, 640);
        page->show();
        [&] { QVERIFY(page->showTab(QString::fromLatin1(tab))); }();
        [&] { QTRY_VERIFY(channels.isKnown()); }();
        return table();
    }
    [[nodiscard]] QTableView &table() const
    {
        const auto tables = page->findChildren<QTableView *>();
        for (QTableView *one : tables) {
            if (one->isVisibleTo(page.get()) || one->isVisible())
                return *one;
        }
        qFatal("no table is shown");
    }
    [[nodiscard]] QString cell(int row, const char *title) const
    {
        const QAbstractItemModel &model = *table().model();
        for (int column = 0; column < model.columnCount(); ++column) {
            if (model.headerData(column, Qt::Horizontal).toString() == QLatin1String(title))
                return model.index(row, column).data().toString();
        }
        return {};
    }
    void choose(int row) const { table().selectRow(row); }
    /// By keyboard, as somebody does.
    void doIt(const char *text) const
    {
        QPushButton *one = button(*page, QString::fromLatin1(text));
        [&] { QVERIFY2(one && one->isEnabled(), text); }();
        QTest::keyClick(one, Qt::Key_Space);
    }
    [[nodiscard]] settings::FormDialog *shownForm() const
    {
        const auto forms = page->findChildren<settings::FormDialog *>();
        for (settings::FormDialog *one : forms) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] settings::FormDialog &form() const
    {
        settings::FormDialog *shown = shownForm();
        [&] { QVERIFY(shown); }();
        return *shown;
    }

    ChannelServer told{link, clock.now()};
    client::Channels channels{mirror, clock};
    std::unique_ptr<automation::AutomationPage> page;
};
} // namespace

/// Who is told of alerts, as somebody sets it.
class ChannelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        kit::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), kit::ThemeKind::Light);
    }

    void tellsHowEachDoes()
    {
        PageHouse house;
        QTRY_COMPARE(house.open("channels").model()->rowCount(), 3);
        QCOMPARE(house.cell(0, "By"), QStringLiteral("E-mail"));
        QCOMPARE(house.cell(0, "State"), QStringLiteral("works"));
        QVERIFY(house.cell(1, "State").contains(QLatin1String("connection refused")));
        QCOMPARE(house.cell(1, "Waiting"), QStringLiteral("2"));
        QCOMPARE(house.cell(1, "Given up"), QStringLiteral("1"));
        QCOMPARE(house.cell(2, "State"), QStringLiteral("switched off"));
        QTRY_VERIFY(RuleHouse::says(*house.page, QStringLiteral("Belfry learns until")));
    }

    void isReadAgainWhileSomebodyLooks()
    {
        PageHouse house;
        house.open("channels");
        QTRY_COMPARE(house.table().model()->rowCount(), 3);
        house.told.channels[0].lastError = QStringLiteral("mail.example.org hung up.");
        house.clock.advance(std::chrono::seconds(10));
        QTRY_COMPARE(house.cell(0, "State"), QStringLiteral("mail.example.org hung up."));
        const qsizetype before = house.link.asked(QStringLiteral("alerts.channels.list"));
        house.page->showTab(QStringLiteral("rules"));
        house.clock.advance(std::chrono::seconds(60));
        QCOMPARE(house.link.asked(QStringLiteral("alerts.channels.list")), before);
    }

    void eachKindAsksForItsFieldsAlone_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QStringList>("fields");
        const auto add = [](const char *tag, alerts::ChannelKind kind, const QStringList &fields) {
            QTest::newRow(tag) << int(kind) << fields;
        };
        using alerts::ChannelKind;
        const QString address = QStringLiteral("Address");
        const QString token = QStringLiteral("Token");
        add("mail", ChannelKind::Email,
            {QStringLiteral("Mail server"), QStringLiteral("From"), QStringLiteral("To"),
             QStringLiteral("User"), QStringLiteral("Password")});
        add("webhook", ChannelKind::Webhook, {address, QStringLiteral("Signing key")});
        add("ntfy", ChannelKind::Ntfy, {address, QStringLiteral("Topic"), QStringLiteral("User"), token});
        add("gotify", ChannelKind::Gotify, {address, token});
        add("telegram", ChannelKind::Telegram, {address, QStringLiteral("Chat"), token});
        add("slack", ChannelKind::Slack, {QStringLiteral("Webhook address")});
        add("alertmanager", ChannelKind::Alertmanager, {address});
    }
    void eachKindAsksForItsFieldsAlone()
    {
        QFETCH(int, kind);
        QFETCH(QStringList, fields);
        PageHouse house;
        house.open("channels");
        house.page->findChild<automation::ChannelsPanel *>()->add(alerts::ChannelKind(kind));
        QStringList names;
        const auto lines = house.form().findChildren<QLineEdit *>();
        for (const QLineEdit *line : lines) {
            if (line->isVisible() && !line->accessibleName().isEmpty())
                names << line->accessibleName();
        }
        fields << QStringLiteral("Name") << QStringLiteral("Certificate");
        fields.sort();
        names.sort();
        QCOMPARE(names, fields);
    }

    void secretsGoOneWay()
    {
        PageHouse house;
        house.open("channels");
        QTRY_COMPARE(house.table().model()->rowCount(), 3);
        house.choose(0);
        house.doIt("Change");
        auto *secret = RuleHouse::field<QLineEdit>(house.form(), "Password");
        QVERIFY(secret->text().isEmpty());
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        QCOMPARE(secret->placeholderText(), QStringLiteral("kept; type to replace"));
        QTest::keyClick(&house.form(), Qt::Key_Return);
        QTRY_COMPARE(house.told.wasSet.size(), 1);
        QVERIFY(!house.told.wasSet[0].secret);
        QTRY_VERIFY(!house.shownForm());
        QCOMPARE(house.told.wasSet[0].settings.to, QStringList{QStringLiteral("noc@example.org")});
        house.choose(0);
        house.doIt("Change");
        QTest::keyClicks(RuleHouse::field<QLineEdit>(house.form(), "Password"), QStringLiteral("new"));
        QTest::keyClick(&house.form(), Qt::Key_Return);
        QTRY_COMPARE(house.told.wasSet.size(), 2);
        QCOMPARE(house.told.wasSet[1].secret, std::optional(QStringLiteral("new")));
    }

    void aTestSaysWhatBecameOfIt()
    {
        PageHouse house;
        house.open("channels");
        QTRY_COMPARE(house.table().model()->rowCount(), 3);
        house.choose(0);
        house.doIt("Test");
        QTest::keyClick(&house.form(), Qt::Key_Return);
        QTRY_VERIFY(RuleHouse::says(house.form(), QStringLiteral("mail.example.org took the message.")));
        house.told.refusal = QStringLiteral("mail.example.org refused the password (535).");
        QTest::keyClick(&house.form(), Qt::Key_Return);
        QTRY_VERIFY(RuleHouse::says(house.form(), house.told.refusal));
        QVERIFY(!RuleHouse::says(house.form(), QStringLiteral("took the message")));
    }

    void othersLook()
    {
        PageHouse house("viewer");
        house.open("channels");
        QTRY_COMPARE(house.table().model()->rowCount(), 3);
        house.choose(0);
        for (const char *deed : {"Add channel", "Change", "Test", "Switch off", "Remove"}) {
            QPushButton *one = RuleHouse::button(*house.page, QString::fromLatin1(deed));
            QVERIFY2(one && !one->isEnabled(), deed);
            QVERIFY2(one->accessibleDescription().contains(QLatin1String("Your role is: Viewer")), deed);
        }
        QVERIFY(!house.link.asked(QStringLiteral("alerts.deliveries.list")));
    }

    void keysOfTheTables_data()
    {
        QTest::addColumn<QString>("tab");
        QTest::addColumn<QString>("changes");
        QTest::addColumn<QString>("removes");
        QTest::newRow("channels") << "channels"
                                  << "E-mail: On-call by mail"
                                  << "Remove On-call by mail?";
        QTest::newRow("routes") << "routes"
                                << "Route: The north at night"
                                << "Remove The north at night?";
        QTest::newRow("rotas") << "oncall"
                               << "Rota: Network"
                               << "Remove Network?";
    }
    void keysOfTheTables()
    {
        QFETCH(QString, tab);
        QFETCH(QString, changes);
        QFETCH(QString, removes);
        PageHouse house;
        house.open(qPrintable(tab));
        QTRY_VERIFY(house.table().model()->rowCount() > 0);
        const auto opensBy = [&house](Qt::Key key) {
            house.table().setFocus();
            QTest::keyClick(&house.table(), key);
            settings::FormDialog *form = house.shownForm();
            const QString title = form ? form->windowTitle() : QString();
            if (form)
                QTest::keyClick(form, Qt::Key_Escape);
            return title;
        };
        house.choose(0);
        QCOMPARE(opensBy(Qt::Key_Return), changes);
        QTRY_VERIFY(!house.shownForm());
        QCOMPARE(opensBy(Qt::Key_Delete), removes);
        QTRY_VERIFY(!house.shownForm());
    }

    void routesAreMoved()
    {
        PageHouse house;
        house.open("routes");
        QTRY_COMPARE(house.table().model()->rowCount(), 3);
        QVERIFY(house.cell(0, "Which").contains(QLatin1String("severity 7 and worse")));
        QVERIFY(house.cell(0, "When").contains(QStringLiteral("18:00–08:00 Europe/Berlin")));
        QCOMPARE(house.cell(0, "To"), QStringLiteral("on call: Network"));
        QCOMPARE(house.cell(1, "To"), QStringLiteral("On-call by mail, Phones"));
        QCOMPARE(house.cell(2, "To"), QStringLiteral("nobody"));
        house.choose(0);
        QVERIFY(!RuleHouse::button(*house.page, QStringLiteral("Up"))->isEnabled());
        house.doIt("Down");
        QTRY_COMPARE(house.cell(0, "Route"), QStringLiteral("Everybody"));
        QCOMPARE(house.cell(1, "Route"), QStringLiteral("The north at night"));
        QCOMPARE(house.table().currentIndex().row(), 1); // it stays chosen
        house.doIt("Down");
        QTRY_COMPARE(house.cell(2, "Route"), QStringLiteral("The north at night"));
        QVERIFY(!RuleHouse::button(*house.page, QStringLiteral("Down"))->isEnabled());
    }

    void aRouteIsWritten()
    {
        PageHouse house;
        house.open("routes");
        QTRY_COMPARE(house.table().model()->rowCount(), 3);
        house.doIt("Add route");
        QTest::keyClick(&house.form(), Qt::Key_Return);
        QTRY_VERIFY(RuleHouse::says(house.form(), QStringLiteral("Give the route a name.")));
        QTest::keyClicks(RuleHouse::field<QLineEdit>(house.form(), "Name"), QStringLiteral("Nights"));
        auto *channels = RuleHouse::field<QListWidget>(house.form(), "Channels");
        channels->setCurrentRow(1);
        QTest::keyClick(channels, Qt::Key_Space);
        auto *hours = house.form().findChild<automation::HoursField *>();
        QTest::keyClick(hours->focusProxy(), Qt::Key_Space);
        QTest::keyClicks(RuleHouse::field<QLineEdit>(house.form(), "From"), QStringLiteral("18:00"));
        QTest::keyClicks(RuleHouse::field<QLineEdit>(house.form(), "Until"), QStringLiteral("08:00"));
        QTest::keyClick(&house.form(), Qt::Key_Return);
        QTRY_COMPARE(house.table().model()->rowCount(), 4);
        const alerts::Route route = house.told.routes.last();
        QCOMPARE(route.displayName, QStringLiteral("Nights"));
        QCOMPARE(route.channels, QStringList{QStringLiteral("n-2")});
        QCOMPARE(route.hours->from, QStringLiteral("18:00"));
        QCOMPARE(route.order, 31);
    }

    void aRotaIsWritten()
    {
        PageHouse house;
        house.open("oncall");
        QTRY_COMPARE(house.table().model()->rowCount(), 1);
        QCOMPARE(house.cell(0, "On call now"), QStringLiteral("Dana"));
        QCOMPARE(house.cell(0, "Who"), QStringLiteral("Dana, Omar"));
        house.choose(0);
        house.doIt("Change");
        QTest::keyClick(RuleHouse::button(house.form(), QStringLiteral("Add somebody")), Qt::Key_Space);
        auto *members = house.form().findChild<automation::MembersField *>();
        QCOMPARE(members->members().size(), 2); // nobody yet
        QList<QLineEdit *> names;
        const auto lines = members->findChildren<QLineEdit *>();
        for (QLineEdit *line : lines) {
            if (line->accessibleName() == QLatin1String("Who"))
                names << line;
        }
        QTest::keyClicks(names.last(), QStringLiteral("Kim"));
        const auto buttons = members->findChildren<QPushButton *>(QString(), Qt::FindChildrenRecursively);
        QList<QPushButton *> ups;
        for (QPushButton *button : buttons) {
            if (button->text() == QLatin1String("Up"))
                ups << button;
        }
        QVERIFY(!ups.first()->isEnabled());
        QTest::keyClick(ups.last(), Qt::Key_Space);
        QTest::keyClick(&house.form(), Qt::Key_Return);
        QTRY_COMPARE(house.told.rotas[0].members.size(), 3);
        QCOMPARE(house.told.rotas[0].members[0].address, QStringLiteral("dana@example.org"));
        QCOMPARE(house.told.rotas[0].members[1].displayName, QStringLiteral("Kim"));
    }

    void whenAlertsAreEscalatedIsSet()
    {
        PageHouse house;
        house.open("oncall");
        QTRY_VERIFY(RuleHouse::button(*house.page, QStringLiteral("Escalation"))->isEnabled());
        house.doIt("Escalation");
        QTest::keyClick(RuleHouse::button(house.form(), QStringLiteral("Add level")), Qt::Key_Space);
        auto *levels = house.form().findChild<automation::LevelsField *>();
        QCOMPARE(levels->seconds(), (QList<int>{900, 1800, 3600, 7200}));
        QTest::keyClick(RuleHouse::button(house.form(), QStringLiteral("Remove last")), Qt::Key_Space);
        QTest::keyClick(RuleHouse::button(house.form(), QStringLiteral("Remove last")), Qt::Key_Space);
        QTest::keyClick(&house.form(), Qt::Key_Return);
        QTRY_COMPARE(house.told.common.escalateAfter, (QList<int>{900, 1800}));
    }

    void deadLettersAreSentAgain()
    {
        PageHouse house;
        house.open("messages");
        QTRY_COMPARE(house.table().model()->rowCount(), 3);
        QCOMPARE(house.cell(0, "State"), QStringLiteral("given up"));
        QCOMPARE(house.cell(1, "State"), QStringLiteral("waits"));
        QCOMPARE(house.cell(2, "State"), QStringLiteral("arrived"));
        house.doIt("Send all again");
        QTRY_COMPARE(house.told.wasRetried, QStringList{QStringLiteral("1")});
        house.choose(2);
        QVERIFY(!RuleHouse::button(*house.page, QStringLiteral("Drop"))->isEnabled());
        house.choose(1);
        house.doIt("Send again");
        QTRY_COMPARE(house.told.wasRetried.last(), QStringLiteral("2"));
        house.choose(0);
        house.doIt("Drop");
        QTest::keyClick(&house.form(), Qt::Key_Return);
        QTRY_COMPARE(house.table().model()->rowCount(), 2);
    }
};

QTEST_MAIN(ChannelsTest)
#include "channelstest.moc"
