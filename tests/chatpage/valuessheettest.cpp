// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/valuessheet.h"

#include "gui/pictures.h"
#include "kit/csv.h"
#include "kit/theme.h"
#include "support/scriptedlink.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace {
const QString formula = QStringLiteral("=cmd|'/c calc'!A1");

chat::PictureValues chartValues()
{
    chat::PictureValues values;
    values.resolution = 60;
    values.lines = {{formula, {}, QStringLiteral("%"), {{60'000, 1, 2.5, 3}, {120'000, -2, -1.5, 4}}},
                    {QStringLiteral("load"), {}, {}, {{0, 0.5}, {120'000, 10}}}};
    return values;
}

chat::PictureValues mapValues()
{
    chat::PictureValues values;
    values.devices = {{QStringLiteral("d-1"), QStringLiteral("<b>core</b>\u202E\n-sw"),
                       QStringLiteral("192.0.2.1"), QStringLiteral("switch"), QStringLiteral("online")},
                      {QStringLiteral("d-2"), QStringLiteral("+pc"), {}, {}, {}}};
    values.links = {{QStringLiteral("core"),
                     QStringLiteral("Gi0/1"),
                     QStringLiteral("+pc"),
                     {},
                     QStringLiteral("ethernet"),
                     QStringLiteral("active")}};
    values.leftOut = 7;
    return values;
}

/// A sheet over what a server answers.
struct Shown
{
    explicit Shown(const core::Reply &reply, chat::ValuesSheet::Then then = chat::ValuesSheet::Then::Show)
    {
        link.answers.insert(QStringLiteral("chat.values"), [reply](const QJsonObject &) { return reply; });
        link.become(client::Link::State::Live);
        const chat::Attachment picture{
            QStringLiteral("p-1"), QStringLiteral("CPU <i>now</i>"), 1, 1, 1, true};
        sheet = new chat::ValuesSheet(link, picture, QStringLiteral("as Omar sent them"), then, &window);
        sheet->open();
    }
    explicit Shown(const chat::PictureValues &values,
                   chat::ValuesSheet::Then then = chat::ValuesSheet::Then::Show)
        : Shown(core::Reply(core::toJson(values).toObject()), then)
    {
    }
    [[nodiscard]] QStringList column(int column) const
    {
        QStringList texts;
        const QAbstractItemModel *rows = sheet->table().model();
        for (int row = 0; row < rows->rowCount(); ++row)
            texts << rows->index(row, column).data().toString();
        return texts;
    }
    [[nodiscard]] bool says(const QString &part) const
    {
        const auto labels = sheet->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(part);
        });
    }

    support::ScriptedLink link;
    QWidget window;
    QPointer<chat::ValuesSheet> sheet;
};
} // namespace

/// What a picture in chat shows, as a table and as a file.
class ValuesSheetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        kit::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), kit::ThemeKind::Light);
    }

    void linesAreColumns()
    {
        Shown shown(chartValues());
        const QAbstractItemModel *rows = shown.sheet->table().model();
        QTRY_COMPARE(rows->rowCount(), 3);
        QStringList heads;
        for (int column = 0; column < rows->columnCount(); ++column)
            heads << rows->headerData(column, Qt::Horizontal).toString();
        QCOMPARE(heads, (QStringList{QStringLiteral("Time"), formula + QStringLiteral(" min (%)"),
                                     formula + QStringLiteral(" avg (%)"),
                                     formula + QStringLiteral(" max (%)"), QStringLiteral("load")}));
        const QString gap = QString(QChar(0x2014));
        QCOMPARE(shown.column(1).first(), gap);
        QCOMPARE(shown.column(4).at(1), gap);
        QVERIFY(shown.says(QStringLiteral("as Omar sent them")) &&
                shown.says(QStringLiteral("a point every")));
        QCOMPARE(rows->index(2, 4).data(Qt::AccessibleTextRole).toString(), QStringLiteral("load 10"));
    }

    void theKeyboardSorts()
    {
        Shown shown(chartValues());
        QTableView &table = shown.sheet->table();
        QTRY_COMPARE(table.model()->rowCount(), 3);
        QTRY_VERIFY(table.hasFocus());
        for (int step = 0; step < 4; ++step)
            QTest::keyClick(&table, Qt::Key_Right);
        QCOMPARE(table.currentIndex().column(), 4);
        QTest::keyClick(&table, Qt::Key_F3);
        QCOMPARE(shown.column(4).mid(0, 2), (QStringList{QStringLiteral("0.50"), QStringLiteral("10")}));
        QTest::keyClick(&table, Qt::Key_F3);
        QCOMPARE(shown.column(4).mid(1), (QStringList{QStringLiteral("10"), QStringLiteral("0.50")}));
        QTest::keyClick(&table, Qt::Key_Tab);
        QVERIFY(!table.hasFocus()); // Tab leaves it
    }

    void aFileHasThemAsNumbersAndText()
    {
        Shown shown(chartValues(), chat::ValuesSheet::Then::Save);
        QTRY_VERIFY(shown.sheet->findChild<QFileDialog *>());
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("cpu.csv"));
        Q_EMIT shown.sheet->findChild<QFileDialog *>()->fileSelected(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        const QByteArray head = kit::csvCell(formula + QStringLiteral(" min (%)")).toUtf8();
        QVERIFY(head.startsWith('\''));
        QVERIFY(lines.at(0).contains(head) && lines.at(0).startsWith("Time,"));
        const QDateTime last = QDateTime::fromMSecsSinceEpoch(120'000);
        QCOMPARE(lines.at(3),
                 last.toOffsetFromUtc(last.offsetFromUtc()).toString(Qt::ISODateWithMs).toUtf8() +
                     ",-2,-1.5,4,10\r");
        QVERIFY(lines.at(1).endsWith(",,,,0.5\r"));
    }

    void devicesAndLinksAreRows()
    {
        Shown shown(mapValues());
        QTRY_COMPARE(shown.sheet->table().model()->rowCount(), 3);
        QVERIFY(shown.column(1).contains(QStringLiteral("<b>core</b> -sw")));
        QVERIFY(shown.column(1).contains(QStringLiteral("core Gi0/1")));
        QVERIFY(shown.says(QStringLiteral("7 more did not go along")));
        const QByteArray csv = shown.sheet->csv();
        QVERIFY(csv.contains("Device,'+pc,,,,\r\n"));
        QVERIFY(csv.contains("Link,core Gi0/1,'+pc,,ethernet,active\r\n"));
    }

    void whatCannotBeHadOrWrittenSaysSo()
    {
        Shown shown(core::Reply(core::Error{core::ErrorCode::NotFound, QStringLiteral("It was deleted.")}),
                    chat::ValuesSheet::Then::Save);
        QTRY_VERIFY(shown.says(QStringLiteral("The values could not be had: It was deleted.")));
        QVERIFY(!shown.sheet->findChild<QFileDialog *>());
        Shown other(mapValues());
        QTRY_COMPARE(other.sheet->table().model()->rowCount(), 3);
        other.sheet->save(QStringLiteral("/nowhere/at/all.csv"));
        QTRY_VERIFY(other.says(QStringLiteral("could not be written")));
        QVERIFY(other.sheet->isVisible());
    }

    void whatIsTooMuchIsLeftOut()
    {
        chat::PictureValues many;
        for (int index = 0; index < 500; ++index) {
            many.devices << chat::ShownDevice{
                QString::number(index), QString(1000, u'n'), QString(1000, u'a'), QString(1000, u't'), {}};
        }
        const chat::PictureValues fitting = client::fitted(many);
        QVERIFY(!fitting.devices.isEmpty());
        QCOMPARE(fitting.devices.size() + fitting.leftOut, many.devices.size());
        QVERIFY(!core::flawOf(fitting));
    }

    void pictures_data()
    {
        QTest::addColumn<kit::ThemeKind>("theme");
        QTest::newRow("light") << kit::ThemeKind::Light;
        QTest::newRow("dark") << kit::ThemeKind::Dark;
    }
    void pictures()
    {
        QFETCH(kit::ThemeKind, theme);
        kit::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), theme);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        for (const auto &[name, values] :
             {std::pair("chart", chartValues()), std::pair("map", mapValues())}) {
            Shown shown(values);
            QTRY_COMPARE(shown.sheet->table().model()->rowCount(), 3);
            m_pictures.keep(shown.sheet->grab(), QStringLiteral("values%1_%2").arg(QLatin1String(name), tag));
        }
    }

private:
    Pictures m_pictures;
};

QTEST_MAIN(ValuesSheetTest)
#include "valuessheettest.moc"
