// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settingspage.h"

#include "catalog/assistant.h"
#include "catalog/chatrooms.h"
#include "gui/people.h"
#include "kit/banner.h"
#include "kit/emptystate.h"
#include "kit/format.h"
#include "kit/label.h"
#include "kit/segmented.h"
#include "settings/codesdialog.h"
#include "settings/formdialog.h"
#include "settings/qrcode.h"
#include "settings/secretdialog.h"
#include "settings/signinsdialog.h"
#include "support/fakeclock.h"
#include "support/findbutton.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

/// The page over a small house, as one of its people sees it.
struct House
{
    explicit House(const QString &who = QStringLiteral("dana"))
    {
        people.speakAs(who);
        link.local = false;
        link.where = QStringLiteral("atlas:8000");
    }

    settings::SettingsPage &open(const QString &tab = {})
    {
        page = std::make_unique<settings::SettingsPage>(mirror);
        page->resize(1100, 620);
        page->show();
        link.become(client::Link::State::Live);
        [&] { QTRY_VERIFY(mirror.user()); }();
        if (!tab.isEmpty())
            [&] { QVERIFY2(page->showTab(tab), qPrintable(tab)); }();
        return *page;
    }
    /// The table of the tab that is seen; without rows a sentence stands in its place.
    [[nodiscard]] QTableView &table() const
    {
        const auto tables = page->findChildren<QTableView *>();
        for (QTableView *table : tables) {
            if (table->window() == page.get() && table->parentWidget()->isVisible())
                return *table;
        }
        qFatal("no table is seen");
    }
    [[nodiscard]] QStringList row(int row) const
    {
        QStringList texts;
        for (int column = 0; column < table().model()->columnCount(); ++column)
            texts << table().model()->index(row, column).data().toString();
        return texts;
    }
    [[nodiscard]] QString cell(int row, const QString &title) const
    {
        const QAbstractItemModel &model = *table().model();
        for (int column = 0; column < model.columnCount(); ++column) {
            if (model.headerData(column, Qt::Horizontal).toString() == title)
                return model.index(row, column).data().toString();
        }
        return {};
    }
    void press(const QString &text) const
    {
        QPushButton *button = seenButton(*page, text);
        QVERIFY2(button, qPrintable(text));
        QVERIFY2(button->isEnabled(), qPrintable(text));
        button->click();
    }
    static QPushButton *seenButton(const QWidget &widget, const QString &text)
    {
        const auto buttons = widget.findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->isVisible() && button->text().remove(u'&').contains(text))
                return button;
        }
        return nullptr;
    }
    /// What is wrong, as it is shown; empty while nothing is.
    static QString faultOf(const QWidget &widget)
    {
        const auto banners = widget.findChildren<kit::Banner *>();
        for (const kit::Banner *banner : banners) {
            if (banner->isVisible())
                return banner->findChild<kit::Label *>()->text();
        }
        return {};
    }
    /// The field beside that label.
    template <class Field>
    static Field *field(const QWidget &widget, const QString &name)
    {
        const auto fields = widget.findChildren<Field *>();
        for (Field *field : fields) {
            if (field->accessibleName() == name)
                return field;
        }
        return nullptr;
    }
    template <class Dialog = settings::FormDialog>
    [[nodiscard]] Dialog *dialog() const
    {
        const auto dialogs = page->findChildren<Dialog *>();
        for (Dialog *dialog : dialogs) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }

    support::FakeClock clock{QDateTime::fromString(QStringLiteral("2026-11-20T13:29:40Z"), Qt::ISODate)};
    support::ScriptedLink link;
    People people{link};
    client::Mirror mirror{link, clock};
    std::unique_ptr<settings::SettingsPage> page;
};

class SettingsPageTest : public QObject
{
    Q_OBJECT

    static void submit(const settings::FormDialog &dialog)
    {
        const auto buttons = dialog.findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->isDefault())
                button->click();
        }
    }
    template <class T>
    static core::Reply replyOf(const T &reply)
    {
        return core::Reply(core::toJson(reply).toObject());
    }
    static bool saysAnywhere(const QWidget &widget, const QString &part)
    {
        const auto labels = widget.findChildren<kit::Label *>();
        return std::any_of(labels.begin(), labels.end(), [&](const kit::Label *label) {
            return label->isVisible() && label->text().contains(part);
        });
    }

private Q_SLOTS:
    void theAssistantIsSetUp()
    {
        House house;
        assistant::Settings settings;
        settings.rooms = {{QStringLiteral("gone"), assistant::Hearing::Off}};
        house.link.answers.insert(QStringLiteral("assistant.settings.get"),
                                  [&](const QJsonObject &) { return replyOf(settings); });
        house.link.answers.insert(QStringLiteral("assistant.settings.set"), [&](const QJsonObject &params) {
            const auto asked = core::fromJson<assistant::SetSettings>(params).value();
            if (asked.url->startsWith(QLatin1String("ftp")))
                return core::Reply(core::Error{core::ErrorCode::Invalid, QStringLiteral("It is no URL.")});
            settings.url = *asked.url;
            settings.model = asked.model.value_or(QString());
            settings.hasKey = asked.key.has_value();
            settings.answerSeconds = asked.answerSeconds.value_or(settings.answerSeconds);
            return replyOf(settings);
        });
        house.link.answers.insert(QStringLiteral("assistant.rooms.set"), [&](const QJsonObject &params) {
            const auto asked = core::fromJson<assistant::SetHearing>(params).value();
            settings.rooms.insert(asked.room, asked.hearing);
            return replyOf(settings);
        });
        chat::RoomEntry entry;
        entry.room.name = QStringLiteral("general_chat");
        entry.room.madeAt = house.clock.now();
        house.link.answers.insert(QStringLiteral("chat.rooms.list"), [entry](const QJsonObject &) {
            return replyOf(chat::ListRooms::Reply{{entry}});
        });
        settings::SettingsPage &page = house.open(QStringLiteral("assistant"));
        QTRY_COMPARE(house.table().model()->rowCount(), 2);
        QCOMPARE(house.row(0),
                 (QStringList{QStringLiteral("general_chat"), QStringLiteral("every message")}));
        QCOMPARE(house.row(1), (QStringList{QStringLiteral("gone"), QStringLiteral("off")}));
        QVERIFY(saysAnywhere(page, QStringLiteral("Nothing leaves this machine unless you set an endpoint")));
        QVERIFY(!House::seenButton(page, QStringLiteral("Test"))->isEnabled());
        house.press(QStringLiteral("Set up"));
        settings::FormDialog *dialog = house.dialog();
        auto *url = House::field<QLineEdit>(*dialog, QStringLiteral("Endpoint"));
        QVERIFY(!url->isEnabled());
        House::field<QComboBox>(*dialog, QStringLiteral("Answers come from"))->setCurrentIndex(1);
        QVERIFY(url->isEnabled());
        url->setText(QStringLiteral("ftp://x"));
        submit(*dialog);
        QTRY_COMPARE(House::faultOf(*dialog), QStringLiteral("It is no URL."));
        url->setText(QStringLiteral("https://models.example.org/v1"));
        House::field<QLineEdit>(*dialog, QStringLiteral("Model"))->setText(QStringLiteral("small-model"));
        House::field<QLineEdit>(*dialog, QStringLiteral("Key"))->setText(QStringLiteral("sk-1"));
        submit(*dialog);
        QTRY_VERIFY(saysAnywhere(page, QStringLiteral("Nothing else leaves this machine")));
        QVERIFY(settings.hasKey);
        QTRY_VERIFY(!house.dialog());
        // What the server says of a test is said.
        house.link.answers.insert(QStringLiteral("assistant.settings.test"), [](const QJsonObject &) {
            return replyOf(assistant::TestModel::Reply{QStringLiteral("It answered 401."), false, 20});
        });
        house.press(QStringLiteral("Test"));
        submit(*house.dialog());
        QTRY_COMPARE(House::faultOf(*house.dialog()), QStringLiteral("It answered 401."));
        house.dialog()->reject();
        house.table().selectRow(0);
        house.press(QStringLiteral("Switch off"));
        QTRY_COMPARE(house.row(0).last(), QStringLiteral("off"));
        QCOMPARE(settings.rooms.value(entry.room.name), assistant::Hearing::Off);
    }

    void administratorsSeeEveryTab()
    {
        House house;
        house.open();
        for (const char *tab : {"users", "tokens", "departments", "account"})
            QVERIFY2(house.page->showTab(QString::fromLatin1(tab)), tab);
        QVERIFY(!house.page->showTab(QStringLiteral("nowhere")));
        QCOMPARE(house.page->tab(), QStringLiteral("account"));
    }

    void othersSeeTheirOwnAccountAndWhy()
    {
        House house(QStringLiteral("omar"));
        settings::SettingsPage &page = house.open();
        QCOMPARE(page.tab(), QStringLiteral("account"));
        QVERIFY(!page.showTab(QStringLiteral("users")));
        QVERIFY(saysAnywhere(page, QStringLiteral("for administrators. Your role is: Operator")));
        QCOMPARE(house.link.asked(QStringLiteral("identity.users.list")), 0);
        house.people.speakAs(QStringLiteral("dana"));
        house.mirror.askUser();
        QTRY_VERIFY(page.showTab(QStringLiteral("users")));
    }

    void usersAreListed()
    {
        House house;
        house.open(QStringLiteral("users"));
        QTRY_COMPARE(house.table().model()->rowCount(), 3);
        QTRY_COMPARE(house.row(0), (QStringList{QStringLiteral("dana"), QStringLiteral("Dana Keller"),
                                                QStringLiteral("Administrator"), QStringLiteral("all"),
                                                QStringLiteral("required"), QStringLiteral("2"),
                                                QStringLiteral("active")}));
        QTRY_COMPARE(
            house.row(2),
            (QStringList{QStringLiteral("tv-wall"), QStringLiteral("<b>Screen</b> in the hall"),
                         QStringLiteral("Viewer"), QStringLiteral("Design, gone"), QStringLiteral("none"),
                         QStringLiteral("0"), QStringLiteral("switched off")}));
        const QString heard = house.table().model()->index(1, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(heard.contains(QLatin1String("Role: Operator")), qPrintable(heard));
    }

    void signInsAreNotGuessed()
    {
        House house;
        house.link.answers.remove(QStringLiteral("identity.sessions.list"));
        house.open(QStringLiteral("users"));
        QTRY_COMPARE(house.table().model()->rowCount(), 3);
        QCOMPARE(house.cell(0, QStringLiteral("Sign-ins")), kit::format::none());
    }

    void aFaultOfReadingGoesWhenItIsOver()
    {
        House house;
        house.people.tokens.clear();
        const auto good = house.link.answers.value(QStringLiteral("identity.tokens.list"));
        house.link.answers.insert(QStringLiteral("identity.tokens.list"), [](const QJsonObject &) {
            return core::Reply(
                core::Error{core::ErrorCode::Unavailable, QStringLiteral("The disk is full.")});
        });
        settings::SettingsPage &page = house.open(QStringLiteral("tokens"));
        const auto emptyWords = [&page] {
            const auto states = page.findChildren<kit::EmptyState *>();
            const auto seen = std::find_if(states.begin(), states.end(),
                                           [](const kit::EmptyState *state) { return state->isVisible(); });
            return seen == states.end() ? QString() : (*seen)->accessibleName();
        };
        QTRY_COMPARE(House::faultOf(page), QStringLiteral("The disk is full."));
        QCOMPARE(emptyWords(), QStringLiteral("Nothing has been read yet."));
        house.link.answers.insert(QStringLiteral("identity.tokens.list"), good);
        house.link.become(client::Link::State::Live);
        QTRY_COMPARE(House::faultOf(page), QString());
        QVERIFY2(emptyWords().startsWith(QLatin1String("There are no tokens.")), qPrintable(emptyWords()));
    }

    void deedsSayWhyTheyWait()
    {
        House house;
        settings::SettingsPage &page = house.open(QStringLiteral("users"));
        QTRY_COMPARE(house.table().model()->rowCount(), 3);
        QPushButton *codes = House::seenButton(page, QStringLiteral("Take codes off"));
        QVERIFY(codes && !codes->isEnabled());
        QCOMPARE(codes->accessibleDescription(), QStringLiteral("Choose a user first."));
        house.table().selectRow(1);
        QCOMPARE(codes->accessibleDescription(), QStringLiteral("This account needs no code."));
        house.table().selectRow(0);
        QVERIFY(codes->isEnabled());
        QCOMPARE(house.table().actions().size(), 7);
    }

    void addsAUser()
    {
        House house;
        house.open(QStringLiteral("users"));
        house.press(QStringLiteral("Add user"));
        auto *dialog = house.dialog();
        QVERIFY(dialog);
        submit(*dialog);
        QVERIFY(!House::faultOf(*dialog).isEmpty());
        House::field<QLineEdit>(*dialog, QStringLiteral("User name"))->setText(QStringLiteral("mei"));
        QComboBox *role = House::field<QComboBox>(*dialog, QStringLiteral("Role"));
        role->setCurrentIndex(role->findData(QStringLiteral("operator")));
        QLineEdit *password = House::field<QLineEdit>(*dialog, QStringLiteral("Password"));
        QLineEdit *again = House::field<QLineEdit>(*dialog, QStringLiteral("The same again"));
        password->setText(QStringLiteral("short"));
        submit(*dialog);
        QVERIFY(House::faultOf(*dialog).contains(QLatin1String("differ")));
        again->setText(QStringLiteral("short"));
        submit(*dialog);
        QTRY_COMPARE(House::faultOf(*dialog), QStringLiteral("The password needs at least 12 characters."));
        for (QLineEdit *field : {password, again})
            field->setText(QStringLiteral("a longer password"));
        submit(*dialog);
        QTRY_COMPARE(house.table().model()->rowCount(), 4);
        QVERIFY(!house.dialog());
        QCOMPARE(house.people.find(QStringLiteral("mei"))->role, QStringLiteral("operator"));
    }

    void theLastAdministratorStays()
    {
        House house;
        settings::SettingsPage &page = house.open(QStringLiteral("users"));
        QTRY_COMPARE(house.table().model()->rowCount(), 3);
        house.table().selectRow(0);
        house.press(QStringLiteral("Switch off"));
        QTRY_COMPARE(House::faultOf(page),
                     QStringLiteral("dana is the last administrator. Make another one first."));
        house.table().selectRow(2);
        house.press(QStringLiteral("Switch on"));
        QTRY_COMPARE(house.cell(2, QStringLiteral("State")), QStringLiteral("active"));
        QVERIFY(House::faultOf(page).isEmpty());
        QCOMPARE(house.table().currentIndex().row(), 2);
    }

    void changesRoleAndPassword()
    {
        House house;
        house.open(QStringLiteral("users"));
        QTRY_COMPARE(house.table().model()->rowCount(), 3);
        house.table().selectRow(1);
        house.press(QStringLiteral("Change role"));
        QComboBox *role = House::field<QComboBox>(*house.dialog(), QStringLiteral("Role"));
        QCOMPARE(role->currentData().toString(), QStringLiteral("operator"));
        role->setCurrentIndex(role->findData(QStringLiteral("admin")));
        submit(*house.dialog());
        QTRY_COMPARE(house.cell(1, QStringLiteral("Role")), QStringLiteral("Administrator"));
        house.press(QStringLiteral("Give password"));
        for (const char *name : {"New password", "The same again"})
            House::field<QLineEdit>(*house.dialog(), QLatin1String(name))
                ->setText(QStringLiteral("quite another password"));
        submit(*house.dialog());
        QTRY_VERIFY(!house.dialog());
        QCOMPARE(house.link.asked(QStringLiteral("identity.users.passwd")), 1);
    }

    void limitsToDepartments()
    {
        House house;
        house.open(QStringLiteral("users"));
        QTRY_COMPARE(house.cell(2, QStringLiteral("Departments")), QStringLiteral("Design, gone"));
        house.table().selectRow(2);
        house.press(QStringLiteral("Departments"));
        auto *list = House::field<QListWidget>(*house.dialog(), QStringLiteral("Departments"));
        QVERIFY(list);
        QCOMPARE(list->count(), 3);
        list->item(1)->setCheckState(Qt::Checked);
        list->item(2)->setCheckState(Qt::Unchecked);
        submit(*house.dialog());
        QTRY_COMPARE(house.people.find(QStringLiteral("tv-wall"))->departments,
                     (QStringList{QStringLiteral("design"), QStringLiteral("sales")}));
    }

    void takesCodesOffAndEndsSignIns()
    {
        House house;
        house.open(QStringLiteral("users"));
        QTRY_COMPARE(house.cell(0, QStringLiteral("Sign-ins")), QStringLiteral("2"));
        house.table().selectRow(0);
        house.press(QStringLiteral("Take codes off"));
        submit(*house.dialog());
        QTRY_COMPARE(house.cell(0, QStringLiteral("Code (2FA)")), QStringLiteral("none"));
        house.press(QStringLiteral("Sign-ins"));
        auto *signIns = house.dialog<settings::SignInsDialog>();
        QVERIFY(signIns);
        auto *table = signIns->findChild<QTableView *>();
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("Belfry/0.1 (this one)"));
        table->selectRow(1);
        House::seenButton(*signIns, QStringLiteral("End sign-in"))->click();
        submit(*house.dialog());
        QTRY_COMPARE(table->model()->rowCount(), 1);
        signIns->close();
        QTRY_COMPARE(house.cell(0, QStringLiteral("Sign-ins")), QStringLiteral("1"));
    }

    void hearsOfChanges()
    {
        House house;
        house.open(QStringLiteral("users"));
        QTRY_COMPARE(house.table().model()->rowCount(), 3);
        QVERIFY(house.link.topics.contains(QLatin1String(identity::AccountChanged::topic)));
        house.table().selectRow(1);
        house.people.users.removeFirst();
        house.link.say(identity::AccountChanged{QStringLiteral("u1"), QStringLiteral("dana"),
                                                QStringLiteral("disabled"), QStringLiteral("local")},
                       house.clock.now());
        QTRY_COMPARE(house.table().model()->rowCount(), 2);
        QCOMPARE(house.table().currentIndex().data().toString(), QStringLiteral("omar"));
    }

    void makesATokenAndShowsItsSecretOnce()
    {
        House house;
        house.open(QStringLiteral("tokens"));
        QTRY_COMPARE(house.table().model()->rowCount(), 2);
        QCOMPARE(house.cell(0, QStringLiteral("Scope")), QStringLiteral("commands: metrics.* · facts: all"));
        QCOMPARE(house.cell(1, QStringLiteral("Scope")), QStringLiteral("all of its role"));
        QCOMPARE(house.cell(1, QStringLiteral("Ends")), QStringLiteral("when it is revoked"));
        house.press(QStringLiteral("Make token"));
        auto *form = house.dialog();
        submit(*form);
        QVERIFY(House::faultOf(*form).contains(QLatin1String("name")));
        House::field<QLineEdit>(*form, QStringLiteral("Name"))->setText(QStringLiteral("probe"));
        House::field<QLineEdit>(*form, QStringLiteral("Only these facts"))
            ->setText(QStringLiteral(" device.*,  agent.status "));
        submit(*form);
        QTRY_VERIFY(house.dialog<settings::SecretDialog>());
        auto *shown = house.dialog<settings::SecretDialog>();
        QCOMPARE(shown->findChild<QLineEdit *>()->text(), QStringLiteral("blf_0123456789abcdefghijklmnop"));
        support::findButton(*shown, QStringLiteral("Copy"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("blf_0123456789abcdefghijklmnop"));
        support::findButton(*shown, QStringLiteral("kept"))->click();
        const identity::ApiToken &made = house.people.tokens.last();
        QCOMPARE(made.topics, (QStringList{QStringLiteral("device.*"), QStringLiteral("agent.status")}));
        QVERIFY(!made.commands);
        QCOMPARE(*made.expiresAt, house.mirror.serverNow().addDays(90));
        QTRY_COMPARE(house.table().model()->rowCount(), 3);
    }

    void revokesAToken()
    {
        House house;
        house.open(QStringLiteral("tokens"));
        QTRY_COMPARE(house.table().model()->rowCount(), 2);
        house.table().selectRow(0);
        house.press(QStringLiteral("Revoke"));
        QVERIFY(house.dialog()->windowTitle().contains(QLatin1String("grafana")));
        house.dialog()->reject();
        QCOMPARE(house.people.tokens.size(), 2);
        house.press(QStringLiteral("Revoke"));
        submit(*house.dialog());
        QTRY_COMPARE(house.table().model()->rowCount(), 1);
        QCOMPARE(house.people.tokens.size(), 1);
    }

    void editsDepartments()
    {
        House house;
        house.open(QStringLiteral("departments"));
        QTRY_COMPARE(house.table().model()->rowCount(), 2);
        house.press(QStringLiteral("Add department"));
        auto *form = house.dialog();
        QLineEdit *id = House::field<QLineEdit>(*form, QStringLiteral("Id"));
        House::field<QLineEdit>(*form, QStringLiteral("Name"))->setText(QStringLiteral("Workshop"));
        id->setText(QStringLiteral("sales"));
        submit(*form);
        QVERIFY(House::faultOf(*form).contains(QLatin1String("already")));
        id->setText(QStringLiteral("workshop"));
        House::field<QPlainTextEdit>(*form, QStringLiteral("Networks"))
            ->setPlainText(QStringLiteral("203.0.113.0/24\n\n 2001:db8:1::/48 "));
        submit(*form);
        QTRY_COMPARE(house.table().model()->rowCount(), 3);
        QCOMPARE(house.cell(2, QStringLiteral("Networks")),
                 QStringLiteral("203.0.113.0/24, 2001:db8:1::/48"));
        house.table().selectRow(0);
        house.press(QStringLiteral("Remove"));
        submit(*house.dialog());
        QTRY_COMPARE(house.table().model()->rowCount(), 2);
    }

    void theLocalAdministratorHasNoAccount()
    {
        House house;
        house.link.local = true;
        settings::SettingsPage &page = house.open(QStringLiteral("account"));
        const auto states = page.findChildren<kit::EmptyState *>();
        QVERIFY(std::any_of(states.begin(), states.end(), [](const kit::EmptyState *state) {
            return state->isVisible() && state->accessibleName().contains(QLatin1String("needs no account"));
        }));
    }

    void changesOnesOwnPassword()
    {
        House house(QStringLiteral("omar"));
        settings::SettingsPage &page = house.open();
        QVERIFY(saysAnywhere(page, QStringLiteral("Omar Bennani (omar)")));
        house.press(QStringLiteral("Change password"));
        auto *form = house.dialog();
        House::field<QLineEdit>(*form, QStringLiteral("Password so far"))->setText(QStringLiteral("wrong"));
        for (const char *name : {"New password", "The same again"})
            House::field<QLineEdit>(*form, QLatin1String(name))->setText(QStringLiteral("another long one"));
        submit(*form);
        QTRY_COMPARE(House::faultOf(*form), QStringLiteral("The old password is wrong."));
        House::field<QLineEdit>(*form, QStringLiteral("Password so far"))->setText(house.people.password);
        submit(*form);
        QTRY_VERIFY(!house.dialog());
    }

    void setsUpOneTimeCodes()
    {
        House house(QStringLiteral("omar"));
        house.open();
        house.press(QStringLiteral("Set up codes"));
        auto *dialog = house.dialog<settings::CodesDialog>();
        QVERIFY(dialog);
        const auto next = [dialog] {
            const auto buttons = dialog->findChildren<QPushButton *>();
            for (QPushButton *button : buttons) {
                if (button->isDefault())
                    button->click();
            }
        };
        auto *password = House::field<QLineEdit>(*dialog, QStringLiteral("Your password"));
        auto *secret = House::field<QLineEdit>(*dialog, QStringLiteral("Secret"));
        auto *code = House::field<QLineEdit>(*dialog, QStringLiteral("Code"));
        password->setText(QStringLiteral("wrong"));
        next();
        QTRY_COMPARE(House::faultOf(*dialog), QStringLiteral("The old password is wrong."));
        password->setText(house.people.password);
        next();
        QTRY_COMPARE(secret->text(), QStringLiteral("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"));
        QVERIFY(dialog->findChild<settings::QrCode *>()->isVisible());
        code->setText(QStringLiteral("000 000"));
        next();
        QTRY_COMPARE(House::faultOf(*dialog), QStringLiteral("The code is wrong or has run out."));
        code->setText(QStringLiteral("287 082"));
        next();
        auto *codes = dialog->findChild<QPlainTextEdit *>();
        QTRY_COMPARE(codes->toPlainText().count(u'\n'), 7);
        dialog->reject();
        QVERIFY2(dialog->isVisible(), "the codes are shown only once");
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("codes.txt"));
        QCOMPARE(dialog->saveCodes(path), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), codes->toPlainText() + u'\n');
        QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
                 QFileDevice::Permissions());
        QVERIFY(!dialog->saveCodes(folder.filePath(QStringLiteral("no/such/place"))).isEmpty());
        next();
        QTRY_VERIFY(House::seenButton(*house.page, QStringLiteral("Remove codes")));
    }

    void removesOneTimeCodes()
    {
        House house;
        house.open(QStringLiteral("account"));
        house.press(QStringLiteral("Remove codes"));
        House::field<QLineEdit>(*house.dialog(), QStringLiteral("Your password"))
            ->setText(house.people.password);
        submit(*house.dialog());
        QTRY_VERIFY(House::seenButton(*house.page, QStringLiteral("Set up codes")));
    }

    void endsTheSignInOfThisWindow()
    {
        House house;
        house.open(QStringLiteral("account"));
        QTRY_COMPARE(house.table().model()->rowCount(), 2);
        house.table().selectRow(0);
        house.press(QStringLiteral("End sign-in"));
        QVERIFY(saysAnywhere(*house.dialog(), QStringLiteral("sign in again")));
        submit(*house.dialog());
        QTRY_COMPARE(house.table().model()->rowCount(), 1);
    }

    /// What cameras look for: three squares in the corners and a light border, in the dark look as well.
    void qrCodeIsDarkOnLight()
    {
        settings::QrCode code;
        QVERIFY(code.setText(QStringLiteral("otpauth://totp/Belfry:dana?secret=GEZDGNBVGY3TQOJQ")));
        const int side = code.side();
        QCOMPARE((side - 17) % 4, 0);
        for (const QPoint corner : {QPoint(0, 0), QPoint(side - 7, 0), QPoint(0, side - 7)}) {
            for (int i = 0; i < 7; ++i) {
                QVERIFY(code.isDark(corner.x() + i, corner.y()));
                QVERIFY(code.isDark(corner.x(), corner.y() + i));
                QVERIFY(code.isDark(corner.x() + i, corner.y()) &&
                        code.isDark(corner.x() + 3, corner.y() + 3));
            }
            QVERIFY(!code.isDark(corner.x() + 1, corner.y() + 1));
        }
        const QImage picture = code.grab().toImage();
        const int module = picture.width() / (side + 8);
        QCOMPARE(picture.pixelColor(module / 2, module / 2), QColor(Qt::white));
        QCOMPARE(picture.pixelColor(4 * module + 1, 4 * module + 1), QColor(Qt::black));
        QCOMPARE(picture.pixelColor(5 * module + 1, 5 * module + 1), QColor(Qt::white));
        QVERIFY(!code.setText(QString(5000, QLatin1Char('x'))));
        QCOMPARE(code.side(), 0);
    }

    void everyFieldHasAName()
    {
        House house;
        settings::SettingsPage &page = house.open(QStringLiteral("users"));
        QTRY_COMPARE(house.table().model()->rowCount(), 3);
        const QStringList makers{QStringLiteral("users"), QStringLiteral("tokens"),
                                 QStringLiteral("departments")};
        for (const QString &tab : makers) {
            page.showTab(tab);
            QTest::keyClick(&page, Qt::Key_Tab);
            (tab == makers[0]   ? House::seenButton(page, QStringLiteral("Add user"))
             : tab == makers[1] ? House::seenButton(page, QStringLiteral("Make token"))
                                : House::seenButton(page, QStringLiteral("Add department")))
                ->click();
            const auto inside = house.dialog()->findChildren<QWidget *>();
            for (const QWidget *widget : inside) {
                const bool isField = qobject_cast<const QLineEdit *>(widget) ||
                                     qobject_cast<const QComboBox *>(widget) ||
                                     qobject_cast<const QPlainTextEdit *>(widget);
                const bool isOwn = widget->objectName() != QLatin1String("qt_spinbox_lineedit");
                QVERIFY2(!isField || !isOwn || !widget->accessibleName().isEmpty(),
                         widget->metaObject()->className());
            }
            house.dialog()->reject();
        }
    }
};

QTEST_MAIN(SettingsPageTest)
#include "settingspagetest.moc"
