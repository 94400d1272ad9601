// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enginethread.h"
#include "app/locallink.h"
#include "kit/banner.h"
#include "kit/label.h"
#include "settings/formdialog.h"
#include "settings/secretdialog.h"
#include "settings/settingspage.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

/// The settings page with the real server behind it: what it sends is understood, and what the server says is
/// shown.
class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        engine::EngineOptions options;
        options.dataDirectory = m_folder.path();
        options.version = u"0.1.0"_qs;
        options.listen = {{u"127.0.0.1"_qs, 0, {}}};
        m_engine = std::make_unique<app::EngineThread>(options, m_clock, m_entropy);
        QSignalSpy started(m_engine.get(), &app::EngineThread::started);
        m_engine->start();
        QVERIFY(started.wait());
        m_link = std::make_unique<app::LocalLink>(m_engine->engine(), m_clock);
        m_mirror = std::make_unique<client::Mirror>(*m_link, m_clock);
        m_page = std::make_unique<settings::SettingsPage>(*m_mirror);
        m_page->resize(1100, 640);
        m_page->show();
        QTRY_VERIFY(m_mirror->user());
        QTRY_COMPARE(m_page->tab(), u"users"_qs);
    }
    void cleanupTestCase()
    {
        m_page.reset();
        m_mirror.reset();
        m_link.reset();
        m_engine.reset();
    }

    void usersAreAddedAndTheLastAdministratorStays()
    {
        addUser(u"dana"_qs, u"admin"_qs);
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(texts(0).value(2), u"Administrator"_qs);
        QTRY_COMPARE(texts(0).value(5), u"0"_qs);
        table().selectRow(0);
        press(u"Switch off"_qs);
        QTRY_VERIFY2(fault(*m_page).contains(u"administrator"_qs), qPrintable(fault(*m_page)));
        QCOMPARE(texts(0).value(6), u"active"_qs);
        addUser(u"omar"_qs, u"viewer"_qs);
        QTRY_COMPARE(rows(), 2);
        table().selectRow(1);
        press(u"Switch off"_qs);
        QTRY_COMPARE(texts(1).value(6), u"switched off"_qs);
    }

    void departmentsAreKept()
    {
        QVERIFY(m_page->showTab(u"departments"_qs));
        press(u"Add department"_qs);
        settings::FormDialog *form = dialog<settings::FormDialog>();
        QVERIFY(form);
        field<QLineEdit>(*form, u"Id"_qs)->setText(u"design"_qs);
        field<QLineEdit>(*form, u"Name"_qs)->setText(u"Design"_qs);
        auto *networks = field<QPlainTextEdit>(*form, u"Networks"_qs);
        networks->setPlainText(u"everything"_qs);
        submit(*form);
        QTRY_VERIFY2(fault(*form).contains(u"192.0.2.0/24"_qs), qPrintable(fault(*form)));
        networks->setPlainText(u"192.0.2.0/24\n2001:db8::/48"_qs);
        submit(*form);
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(texts(0), (QStringList{u"design"_qs, u"Design"_qs, u"192.0.2.0/24, 2001:db8::/48"_qs}));
    }

    void tokensAreMadeAndRevoked()
    {
        QVERIFY(m_page->showTab(u"tokens"_qs));
        press(u"Make token"_qs);
        // Gone once it is answered, when the description of the wait is still made.
        const QPointer<settings::FormDialog> form = dialog<settings::FormDialog>();
        QVERIFY(form);
        field<QLineEdit>(*form, u"Name"_qs)->setText(u"probe"_qs);
        field<QLineEdit>(*form, u"Only these commands"_qs)->setText(u"metrics.*"_qs);
        submit(*form);
        QTRY_VERIFY2(dialog<settings::SecretDialog>(), qPrintable(form ? fault(*form) : QString()));
        auto *shown = dialog<settings::SecretDialog>();
        QVERIFY(shown->findChild<QLineEdit *>()->text().size() >= 32);
        shown->accept();
        QTRY_COMPARE(rows(), 1);
        QCOMPARE(texts(0).value(2), u"commands: metrics.* · facts: all"_qs);
        table().selectRow(0);
        press(u"Revoke"_qs);
        submit(*dialog<settings::FormDialog>());
        QTRY_COMPARE(rows(), 0);
    }

private:
    [[nodiscard]] QTableView &table() const
    {
        const auto tables = m_page->findChildren<QTableView *>();
        for (QTableView *table : tables) {
            if (table->window() == m_page.get() && table->parentWidget()->isVisible())
                return *table;
        }
        qFatal("no table is seen");
    }
    [[nodiscard]] int rows() const { return table().model()->rowCount(); }
    [[nodiscard]] QStringList texts(int row) const
    {
        QStringList texts;
        for (int column = 0; column < table().model()->columnCount(); ++column)
            texts << table().model()->index(row, column).data().toString();
        return texts;
    }
    /// By the table's menu, which holds what the buttons do.
    void press(const QString &text) const
    {
        const auto actions = table().actions();
        const auto found = std::find_if(actions.begin(), actions.end(), [&](const QAction *action) {
            return action->text().remove(u'&').startsWith(text);
        });
        QVERIFY2(found != actions.end() && (*found)->isEnabled(), qPrintable(text));
        (*found)->trigger();
    }
    template <class Dialog>
    [[nodiscard]] Dialog *dialog() const
    {
        const auto dialogs = m_page->findChildren<Dialog *>();
        for (Dialog *dialog : dialogs) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }
    template <class Field>
    static Field *field(const QWidget &widget, const QString &name)
    {
        const auto fields = widget.findChildren<Field *>();
        for (Field *field : fields) {
            if (field->accessibleName() == name)
                return field;
        }
        qFatal("no field %ls", qUtf16Printable(name));
    }
    static void submit(const QWidget &dialog)
    {
        const auto buttons = dialog.findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->isDefault())
                button->click();
        }
    }
    static QString fault(const QWidget &widget)
    {
        const auto banners = widget.findChildren<kit::Banner *>();
        for (const kit::Banner *banner : banners) {
            if (banner->isVisible())
                return banner->findChild<kit::Label *>()->text();
        }
        return {};
    }
    void addUser(const QString &name, const QString &role) const
    {
        press(u"Add user"_qs);
        settings::FormDialog *form = dialog<settings::FormDialog>();
        QVERIFY(form);
        field<QLineEdit>(*form, u"User name"_qs)->setText(name);
        auto *roles = field<QComboBox>(*form, u"Role"_qs);
        roles->setCurrentIndex(roles->findData(role));
        for (const QString &password : {u"Password"_qs, u"The same again"_qs})
            field<QLineEdit>(*form, password)->setText(u"seven quiet owls at dusk"_qs);
        submit(*form);
    }

    QTemporaryDir m_folder;
    core::SystemClock m_clock;
    core::SystemEntropy m_entropy;
    std::unique_ptr<app::EngineThread> m_engine;
    std::unique_ptr<app::LocalLink> m_link;
    std::unique_ptr<client::Mirror> m_mirror;
    std::unique_ptr<settings::SettingsPage> m_page;
};

QTEST_MAIN(SettingsTest)
#include "settings_test.moc"
