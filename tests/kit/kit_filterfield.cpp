// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/filterfield.h"
#include "kit/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using kit::FilterField;

namespace {
/// A page with the field and something behind it.
struct Page : QWidget
{
    FilterField *field = new FilterField(QStringLiteral("Filter the things"));
    QLineEdit *next = new QLineEdit;

    Page()
    {
        field->setKeys({{QStringLiteral("state"), QStringLiteral(":"), QStringLiteral("what became of it"),
                         [] {
                             return QStringList{QStringLiteral("open"), QStringLiteral("over")};
                         }},
                        {QStringLiteral("sev"), QStringLiteral(">="), QStringLiteral("how bad it is"),
                         [] {
                             return QStringList{QStringLiteral("high"), QStringLiteral("critical")};
                         }},
                        {QStringLiteral("owner"), QStringLiteral(":"), QStringLiteral("whose it is"),
                         [] {
                             return QStringList{QStringLiteral("Dana K."), QStringLiteral("omar")};
                         }},
                        {QStringLiteral("since"), QStringLiteral(":"), QStringLiteral("began then")}});
        auto *column = new QVBoxLayout(this);
        column->addWidget(field);
        column->addWidget(field->flawLine());
        column->addWidget(next);
        resize(600, 300);
        show();
        field->findFrom(this);
        field->setFocus();
    }
    [[nodiscard]] bool isOffering() const { return field->completion().isVisible(); }
    void type(const char *text) const { QTest::keyClicks(field, QString::fromLatin1(text)); }
    void press(Qt::Key key) const { QTest::keyClick(field, key); }
};
} // namespace

/// The field a filter is typed in, and what it offers meanwhile.
class FilterFieldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { kit::applyTheme(*qApp, kit::ThemeKind::Light); }

    void keysAndValuesAreTaken()
    {
        Page page;
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.type("s");
        QVERIFY(page.isOffering());
        QVERIFY(page.field->accessibleDescription().contains(QLatin1String("what became of it")));
        page.press(Qt::Key_Down);
        QVERIFY(page.field->accessibleDescription().contains(QLatin1String("how bad it is")));
        page.press(Qt::Key_Tab);
        QCOMPARE(page.field->text(), QStringLiteral("sev>="));
        QVERIFY(page.isOffering());
        page.type("c");
        page.press(Qt::Key_Tab);
        QCOMPARE(page.field->text(), QStringLiteral("sev>=critical "));
        QVERIFY(!page.isOffering());
        page.type("!state:open,ov");
        page.press(Qt::Key_Tab);
        QCOMPARE(page.field->text(), QStringLiteral("sev>=critical !state:open,over "));
        page.type("owner:k");
        page.press(Qt::Key_Tab);
        QVERIFY(page.field->text().endsWith(QLatin1String("owner:\"Dana K.\" ")));
        QVERIFY(page.field->hasFocus());
    }

    void whatIsTypedWholeIsNotOffered()
    {
        Page page;
        page.type("state:open");
        QVERIFY(!page.isOffering());
        page.field->clear();
        page.type("since:15");
        QVERIFY(!page.isOffering());
        page.field->clear();
        page.type("http://x");
        QVERIFY(!page.isOffering());
        page.field->clear();
        page.type("12:30 \"words s");
        QVERIFY(!page.isOffering());
    }

    void keysKeepTheirMeaning()
    {
        Page page;
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QSignalSpy returned(page.field, &QLineEdit::returnPressed);
        page.type("st");
        page.press(Qt::Key_Return);
        QCOMPARE(returned.count(), 1);
        QCOMPARE(page.field->text(), QStringLiteral("st"));
        QVERIFY(!page.isOffering());
        page.type("a");
        page.press(Qt::Key_Escape);
        QVERIFY(!page.isOffering());
        page.press(Qt::Key_Tab);
        QVERIFY(page.next->hasFocus());
        QTest::keyClick(&page, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(page.field->hasFocus());
        QCOMPARE(page.field->selectedText(), QStringLiteral("sta"));
    }

    void whatIsWrongIsSaid()
    {
        Page page;
        page.field->setFlaw(QStringLiteral("Character 3: there is no such state."));
        QVERIFY(page.field->flawLine()->isVisible());
        QCOMPARE(page.field->accessibleDescription(), QStringLiteral("Character 3: there is no such state."));
        page.field->setFlaw({});
        QVERIFY(!page.field->flawLine()->isVisible());
        QVERIFY(page.field->accessibleDescription().isEmpty());
    }
};

QTEST_MAIN(FilterFieldTest)
#include "kit_filterfield.moc"
