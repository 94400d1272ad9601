// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/devicespage.h"

#include "catalog/departments.h"
#include "devices/editsheet.h"
#include "devices/knowndevice.h"
#include "devices/mergesheet.h"
#include "devices/presencedelegate.h"
#include "devices/presencestrip.h"
#include "kit/banner.h"
#include "kit/emptystate.h"
#include "kit/format.h"
#include "kit/label.h"
#include "kit/segmented.h"
#include "kit/theme.h"
#include "kit/toast.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using devices::DevicesPage;
using devices::Part;

/// The list of devices as somebody uses it who has a mouse, or only keys.
class DevicesPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        kit::applyTheme(*qobject_cast<QApplication *>(QCoreApplication::instance()), kit::ThemeKind::Light);
    }
    void init() { m_town = std::make_unique<Town>(60); }
    void cleanup()
    {
        m_page.reset();
        m_mirror.reset();
        m_devices.reset();
        m_town.reset();
    }

    void showsWhatIsThere()
    {
        open();
        QCOMPARE(table().rowCount(), 60);
        const int row = table().rowOf(m_town->known[7].id);
        QCOMPARE(text(row, devices::Name), m_town->known[7].name);
        QCOMPARE(text(row, devices::Address), m_town->known[7].addresses.first());
        QVERIFY(text(row, devices::State).endsWith(kit::format::duration(120'000)));
        QVERIFY(!table().index(row, devices::Type).data(Qt::DecorationRole).isNull());
        const QString spoken = table().index(row, devices::State).data(Qt::AccessibleTextRole).toString();
        QVERIFY(spoken.contains(m_town->known[7].name));
    }

    void waitsAndSaysWhy()
    {
        m_town->link.become(client::Link::State::Connecting, QStringLiteral("Connecting to atlas…"));
        make();
        QVERIFY(sentence().contains(QStringLiteral("Connecting")));
        m_town->known.clear();
        m_town->link.become(client::Link::State::Live);
        QTRY_VERIFY(sentence().contains(QStringLiteral("No devices yet")));
        QVERIFY(!button(*m_page, DevicesPage::tr("Choose networks…")));
        QSignalSpy scope(m_page.get(), &DevicesPage::scopeWanted);
        Q_EMIT m_devices->reset();
        QPushButton *choose = button(*m_page, DevicesPage::tr("Choose networks…"));
        QVERIFY(choose);
        choose->click();
        QCOMPARE(scope.size(), 1);
    }

    void theFilterNarrowsAndSaysItsFlaws()
    {
        open();
        filter().setText(QStringLiteral("state:down"));
        const int down = table().rowCount();
        QVERIFY(down > 0 && down < 60);
        for (int row = 0; row < down; ++row)
            QCOMPARE(table().at(row).state, network::State::Down);
        filter().setText(QStringLiteral("state:down state:"));
        QCOMPARE(table().rowCount(), down);
        QVERIFY(says(QStringLiteral("Character 18")));
        filter().setText(QStringLiteral("surely-nowhere"));
        QCOMPARE(table().rowCount(), 0);
        button(*m_page, DevicesPage::tr("Clear the filter"))->click();
        QCOMPARE(table().rowCount(), 60);
    }

    void partsAreCountedAndChosen()
    {
        m_town->known[9].standing = network::Standing::Ignored;
        open();
        QCOMPARE(table().rowCount(), 59);
        int fresh = 0;
        for (const network::Entry &one : std::as_const(m_town->known))
            fresh += one.standing == network::Standing::New;
        QVERIFY(fresh > 0);
        table().setPart(Part::New);
        QCOMPARE(table().rowCount(), fresh);
        table().setPart(Part::Ignored);
        QCOMPARE(table().rowCount(), 1);
        QCOMPARE(table().at(0).id, m_town->known[9].id);
        table().setPart(Part::All);
        filter().setText(QStringLiteral("is:ignored"));
        QCOMPARE(table().rowCount(), 1);
    }

    void sortsAsPeopleCount()
    {
        open();
        view().sortByColumn(devices::Name, Qt::AscendingOrder);
        const QString nine = m_town->known[9].name; // laptop-9 before laptop-10
        QVERIFY(!nine.isEmpty());
        QStringList laptops;
        for (int row = 0; row < table().rowCount(); ++row) {
            if (table().at(row).name.startsWith(QLatin1String("laptop-")))
                laptops << table().at(row).name.mid(7);
        }
        QVERIFY(laptops.size() > 3);
        QVERIFY(std::is_sorted(laptops.begin(), laptops.end(), [](const QString &one, const QString &other) {
            return one.toInt() < other.toInt();
        }));
        view().sortByColumn(devices::Address, Qt::AscendingOrder);
        QCOMPARE(table().at(0).addresses.first(), QStringLiteral("10.0.0.1"));
        QCOMPARE(table().at(1).addresses.first(), QStringLiteral("10.0.0.2"));
        view().sortByColumn(devices::Latency, Qt::DescendingOrder);
        QVERIFY(table().at(0).latency);
        QVERIFY(!table().at(59).latency); // without a value comes last, whichever way
        view().sortByColumn(devices::Latency, Qt::AscendingOrder);
        QVERIFY(!table().at(59).latency);
        view().sortByColumn(devices::State, Qt::AscendingOrder);
        QCOMPARE(table().at(0).state, network::State::Down);
    }

    void theChosenStayChosen()
    {
        open();
        const QStringList ids{m_town->known[4].id, m_town->known[20].id};
        m_page->choose(ids);
        view().sortByColumn(devices::Name, Qt::DescendingOrder);
        QStringList chosen = m_page->chosen();
        chosen.sort();
        QCOMPARE(chosen, ids);
        filter().setText(m_town->known[4].name);
        QCOMPARE(m_page->chosen(), QStringList(ids.first()));
    }

    void nothingMovesWhileSomebodyIsAtIt()
    {
        open();
        m_page->choose({m_town->known[4].id});
        const QStringList before = order();
        network::Entry changed = m_town->known[7];
        changed.name = QStringLiteral("aaa-first");
        m_town->link.say(network::DeviceChanged{changed}, m_town->clock.now());
        network::Entry fresh = m_town->known[8];
        fresh.id = QStringLiteral("z-new");
        fresh.name = QStringLiteral("just here");
        m_town->link.say(network::DeviceChanged{fresh}, m_town->clock.now());
        QCOMPARE(order(), before);
        QCOMPARE(text(table().rowOf(changed.id), devices::Name), changed.name);
        QPushButton *show = button(*m_page, DevicesPage::tr("%n new: show", nullptr, 1));
        QVERIFY(show && show->isVisible());
        show->click();
        QCOMPARE(table().rowCount(), 61);
        QCOMPARE(m_page->chosen(), QStringList(m_town->known[4].id));
        QVERIFY(!show->isVisible());
    }

    void newOnesComeWhileNobodyIsAtIt()
    {
        open();
        network::Entry fresh = m_town->known[8];
        fresh.id = QStringLiteral("z-new");
        m_town->link.say(network::DeviceChanged{fresh}, m_town->clock.now());
        QTRY_COMPARE(table().rowCount(), 61);
        m_town->link.say(network::DeviceRemoved{fresh.id, {}}, m_town->clock.now());
        QTRY_COMPARE(table().rowCount(), 60);
    }

    void approvesAndTakesItBack()
    {
        open();
        const QString fresh = m_town->known[5].id;
        QCOMPARE(m_town->known[5].standing, network::Standing::New);
        m_page->choose({fresh, m_town->known[6].id});
        trigger("devices.approve");
        QTRY_VERIFY(m_page->findChild<kit::Toast *>());
        network::SetDevices sent = lastSet();
        QCOMPARE(sent.standing, std::optional(network::Standing::Approved));
        QCOMPARE(sent.ids.size(), 2);
        QVERIFY(!sent.owner && !sent.tags && !sent.displayName);
        const qsizetype before = m_town->link.asked(QStringLiteral("network.devices.set"));
        Q_EMIT m_page->findChild<kit::Toast *>()->actionTriggered();
        // What differed before is put back to what it was.
        QCOMPARE(m_town->link.asked(QStringLiteral("network.devices.set")), before + 2);
        QMap<QString, network::Standing> back;
        for (const auto &[name, params] : m_town->link.requests.mid(m_town->link.requests.size() - 2)) {
            const auto command = core::fromJson<network::SetDevices>(params);
            for (const QString &id : command->ids)
                back.insert(id, *command->standing);
        }
        QCOMPARE(back.value(fresh), network::Standing::New);
        QCOMPARE(back.value(m_town->known[6].id), network::Standing::Approved);
    }

    void whatIsRefusedIsSaid()
    {
        open();
        m_town->link.answers.insert(QStringLiteral("network.devices.set"), [](const QJsonObject &) {
            return core::Reply(core::Error{core::ErrorCode::Forbidden, QStringLiteral("Not these.")});
        });
        m_page->choose({m_town->known[5].id});
        trigger("devices.ignore");
        QTRY_VERIFY(says(QStringLiteral("Not these.")));
        QVERIFY(!m_page->findChild<kit::Toast *>());
    }

    void forgetsOnlyWhenAskedTwice()
    {
        open();
        m_page->choose({m_town->known[5].id});
        for (const bool isMeant : {false, true}) {
            trigger("devices.forget");
            auto *question = m_page->findChild<QMessageBox *>();
            QVERIFY(question);
            QVERIFY(question->text().contains(m_town->known[5].name));
            const QList<QAbstractButton *> buttons = question->buttons();
            for (QAbstractButton *one : buttons) {
                if ((question->buttonRole(one) == QMessageBox::DestructiveRole) == isMeant) {
                    one->click();
                    break;
                }
            }
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QCOMPARE(m_town->link.asked(QStringLiteral("network.devices.forget")), isMeant ? 1 : 0);
        }
    }

    void mergesIntoTheOneThatIsChosen()
    {
        open();
        const QStringList ids{m_town->known[4].id, m_town->known[5].id, m_town->known[6].id};
        m_page->choose(ids);
        trigger("devices.merge");
        auto *sheet = m_page->findChild<devices::MergeSheet *>();
        QVERIFY(sheet);
        sheet->findChild<QListWidget *>()->setCurrentRow(1);
        const QString stays = sheet->chosen();
        sheet->accept();
        const auto sent = core::fromJson<network::MergeDevices>(m_town->link.requests.last().second);
        QCOMPARE(sent->into, stays);
        QCOMPARE(sent->ids.size(), 2);
        QVERIFY(!sent->ids.contains(stays));
    }

    void editsWhatWasTouchedAlone()
    {
        open();
        m_town->link.answers.insert(QStringLiteral("usage.departments.list"), [](const QJsonObject &) {
            const usage::ListDepartments::Reply reply{
                {{QStringLiteral("Design"), QStringLiteral("Design"), {}}}};
            return core::Reply(core::toJson(reply).toObject());
        });
        m_page->choose({m_town->known[4].id, m_town->known[6].id});
        trigger("devices.edit");
        auto *sheet = m_page->findChild<devices::EditSheet *>();
        QVERIFY(sheet);
        const QList<QLineEdit *> lines = sheet->findChildren<QLineEdit *>();
        QCOMPARE(lines.size(), 3); // several have no name in common
        lines[0]->setText(QStringLiteral("Dana"));
        lines[1]->setText(QStringLiteral("lab,  floor 2 , lab"));
        lines[2]->setText(QStringLiteral("no such switch"));
        sheet->accept();
        QVERIFY(sheet->isVisible());
        QVERIFY(!sheet->findChild<kit::Banner *>()->isHidden());
        lines[2]->setText(QStringLiteral("GW-01"));
        sheet->accept();
        const network::SetDevices sent = lastSet();
        QCOMPARE(sent.owner, std::optional(QStringLiteral("Dana")));
        QCOMPARE(sent.tags, std::optional(QStringList{QStringLiteral("lab"), QStringLiteral("floor 2")}));
        QCOMPARE(sent.parentId, std::optional(m_town->known[1].id));
        QVERIFY(!sent.deviceType && !sent.department && !sent.criticality && !sent.isExpectedUp);
    }

    void viewersMayLookOnly()
    {
        m_town->role = QStringLiteral("viewer");
        open();
        m_page->choose({m_town->known[4].id});
        for (const char *id : {"devices.approve", "devices.edit", "devices.forget", "devices.add"})
            QVERIFY2(!action(id)->isEnabled() && !action(id)->toolTip().isEmpty(), id);
        QVERIFY(action("devices.copy")->isEnabled());
        QVERIFY(action("devices.export")->isEnabled());
    }

    void copiesAndExports()
    {
        m_town->known[4].name = QStringLiteral("=cmd|' /C calc'!A0");
        m_town->known[5].vendor = QStringLiteral("<img src=x onerror=alert(1)>\x1b[31m\u202e, \"quoted\"");
        open();
        m_page->choose({m_town->known[4].id});
        trigger("devices.copyaddress");
        QCOMPARE(QGuiApplication::clipboard()->text(), m_town->known[4].addresses.first());
        trigger("devices.copy");
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\t'), 10);
        const QByteArray csv = m_page->csv();
        QCOMPARE(csv.count("\r\n"), 61);
        QVERIFY(csv.contains("'=cmd|' /C calc'!A0"));
        QVERIFY(!csv.contains("\x1b"));
        QVERIFY(csv.contains("\"\"quoted\"\""));
        view().setColumnHidden(devices::Vendor, true);
        QVERIFY(!m_page->csv().contains("quoted"));
        const QModelIndex hostile = table().index(table().rowOf(m_town->known[5].id), devices::Vendor);
        QVERIFY(!hostile.data(Qt::ToolTipRole).toString().contains(QStringLiteral("<img")));
    }

    void comesBackAsItWasLeft()
    {
        open();
        view().setColumnHidden(devices::Owner, false);
        view().setColumnHidden(devices::Tags, true);
        view().sortByColumn(devices::Address, Qt::DescendingOrder);
        const QByteArray state = m_page->state();
        m_page = std::make_unique<DevicesPage>(*m_mirror, *m_devices);
        m_page->restore(state);
        QVERIFY(!view().isColumnHidden(devices::Owner));
        QVERIFY(view().isColumnHidden(devices::Tags));
        QStringList addresses = order();
        view().sortByColumn(devices::Address, Qt::DescendingOrder);
        QCOMPARE(order(), addresses);
        m_page->restore(QByteArrayLiteral("nonsense"));
        QVERIFY(!view().isColumnHidden(devices::Name));
    }

    void aStripShowsTheLastDay()
    {
        m_town = std::make_unique<Town>(300);
        const KnownDevice answers(m_town->link, *m_town);
        open();
        const auto cells = [this](int row) {
            return table()
                .index(row, devices::Presence)
                .data(devices::PresenceDelegate::CellsRole)
                .toStringList();
        };
        QTRY_COMPARE(cells(0).size(), client::Presences::cells);
        const QString spoken = table().index(0, devices::Presence).data(Qt::AccessibleTextRole).toString();
        QVERIFY(spoken.contains(devices::PresenceStrip::tr("down")));
        const int last = view().rowAt(view().viewport()->height() - 1);
        QTRY_COMPARE(cells(last).size(), client::Presences::cells);
        QVERIFY(cells(last + 2).isEmpty()); // nobody sees it
        QCOMPARE(m_town->link.asked(QLatin1String(network::DevicePresence::name)), last + 1);
        view().scrollToBottom();
        QTRY_COMPARE(cells(299).size(), client::Presences::cells);
        const qsizetype asked = m_town->link.asked(QLatin1String(network::DevicePresence::name));
        QVERIFY(asked <= 2 * (last + 2));
        view().setColumnHidden(devices::Presence, true);
        view().scrollToTop();
        QVERIFY(!m_page->csv().contains("24 h"));
    }

    void stripsAreDrawn()
    {
        const KnownDevice answers(m_town->link, *m_town);
        open();
        const QModelIndex first = table().index(0, devices::Presence);
        QTRY_VERIFY(!first.data(devices::PresenceDelegate::CellsRole).toStringList().isEmpty());
        const QImage image = view().viewport()->grab(view().visualRect(first)).toImage();
        QSet<QRgb> inks;
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y)
                inks << image.pixel(x, y);
        }
        QVERIFY(inks.contains(kit::theme().status(kit::Status::Ok).fill.rgb()));
        QVERIFY(inks.contains(kit::theme().status(kit::Status::Critical).fill.rgb()));
    }

    void headsHaveTheRoomTheyNeed()
    {
        open();
        const QHeaderView *header = view().horizontalHeader();
        const auto fits = [header](int column) {
            return header->sectionSize(column) >= header->sectionSizeHint(column);
        };
        const QMenu *columns = nullptr;
        const auto buttons = m_page->findChildren<QToolButton *>();
        for (const QToolButton *button : buttons)
            columns = button->menu() ? button->menu() : columns;
        for (const double scale : {1.0, 2.0}) {
            kit::applyTextScale(*qApp, scale);
            for (int column = 0; column < devices::ColumnCount; ++column) {
                if (view().isColumnHidden(column))
                    columns->actions().at(column)->trigger();
                QVERIFY2(fits(column), qPrintable(devices::columnTitle(column)));
            }
        }
        kit::applyTextScale(*qApp, 1);
        QVERIFY(header->sectionSizeHint(devices::Tags) > 0);
    }

    void daysAreWrittenAsTheLanguageDoes()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QStringLiteral("de_DE")));
        open();
        const int row = table().rowOf(m_town->known[7].id);
        const QDateTime first = m_town->known[7].firstSeen.toLocalTime();
        QCOMPARE(text(row, devices::FirstSeen), first.date().toString(QStringLiteral("dd.MM.yy")));
        QLocale::setDefault(before);
    }

    void aLookKeptByAnOlderBelfry()
    {
        open();
        QTableView older;
        QStandardItemModel model(0, devices::Presence); // it had no strip yet
        older.setModel(&model);
        older.setColumnHidden(devices::Vendor, true);
        m_page->restore(older.horizontalHeader()->saveState());
        QCOMPARE(view().horizontalHeader()->count(), int(devices::ColumnCount));
        for (int place = 0; place < devices::ColumnCount; ++place)
            QVERIFY(view().horizontalHeader()->logicalIndex(place) >= 0);
        QVERIFY(!view().isColumnHidden(devices::Presence));
        QCOMPARE(m_page->csv().count("\r\n"), 61);
    }

    void theRowWithTheFrameIsMeantWhereNothingIsChosen()
    {
        open();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        view().setFocus();
        QItemSelectionModel &selection = *view().selectionModel();
        selection.setCurrentIndex(table().index(3, devices::Name), QItemSelectionModel::NoUpdate);
        const QString framed = table().at(3).id;
        QVERIFY(m_page->chosen().isEmpty());
        QTest::keyClick(&view(), Qt::Key_I);
        QTRY_COMPARE(lastSet().ids, QStringList(framed));
        QCOMPARE(m_page->chosen(), QStringList(framed));
        const QString other = table().at(7).id;
        m_page->choose({other});
        QTest::keyClick(&view(), Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(view().currentIndex().row(), table().rowOf(other) - 1);
        const auto *frame = m_page->findChild<QWidget *>(QStringLiteral("rowframe"));
        QVERIFY(frame->isVisible());
        QTest::keyClick(&view(), Qt::Key_I);
        QTRY_COMPARE(lastSet().ids, QStringList(other));
        selection.setCurrentIndex(table().index(table().rowOf(other), devices::Name),
                                  QItemSelectionModel::NoUpdate);
        QVERIFY(!frame->isVisible()); // it would say nothing more
        QTest::keyClick(&view(), Qt::Key_Return);
        QTRY_VERIFY(m_page->isDeviceShown());
        (void)m_page->leaveDevice();
        QCOMPARE(m_page->chosen(), QStringList(other));
        view().clearSelection();
        QVERIFY(action("devices.approve")->isEnabled());
        filter().setFocus();
        QVERIFY(!action("devices.approve")->isEnabled());
    }

    void everyControlHasAName()
    {
        open();
        const auto widgets = m_page->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible())
                continue;
            const auto *button = qobject_cast<QAbstractButton *>(widget);
            const bool isNamed = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(isNamed, widget->metaObject()->className());
        }
        filter().setFocus();
        QTest::keyClick(&filter(), Qt::Key_Return);
        QTest::keyClick(&view(), Qt::Key_Down);
        QCOMPARE(m_page->chosen().size(), 1);
        QTest::keyClick(&view(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_page->chosen().size(), 60);
    }

private:
    std::unique_ptr<Town> m_town;
    std::unique_ptr<client::Devices> m_devices;
    std::unique_ptr<client::Mirror> m_mirror;
    std::unique_ptr<DevicesPage> m_page;

    void make()
    {
        m_devices = std::make_unique<client::Devices>(m_town->link);
        m_mirror = std::make_unique<client::Mirror>(m_town->link, m_town->clock);
        m_page = std::make_unique<DevicesPage>(*m_mirror, *m_devices);
        m_page->resize(1180, 700);
        m_page->show();
    }
    void open()
    {
        make();
        QTRY_VERIFY(m_devices->isKnown() && m_mirror->user());
    }
    [[nodiscard]] devices::DeviceTable &table() const { return m_page->table(); }
    [[nodiscard]] QTableView &view() const
    {
        return *m_page->findChild<QTableView *>(QStringLiteral("devices"));
    }
    [[nodiscard]] QLineEdit &filter() const { return *m_page->findChild<QLineEdit *>(); }
    [[nodiscard]] QString text(int row, int column) const
    {
        return table().index(row, column).data().toString();
    }
    [[nodiscard]] QStringList order() const
    {
        QStringList ids;
        for (int row = 0; row < table().rowCount(); ++row)
            ids << table().at(row).id;
        return ids;
    }
    [[nodiscard]] QAction *action(const char *id) const
    {
        return m_page->findChild<QAction *>(QLatin1String(id));
    }
    void trigger(const char *id) const
    {
        QVERIFY2(action(id)->isEnabled(), id);
        action(id)->trigger();
    }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }
    [[nodiscard]] QString sentence() const
    {
        const auto labels = m_page->findChild<kit::EmptyState *>()->findChildren<QLabel *>();
        QString all;
        for (const QLabel *label : labels)
            all += label->text();
        return all;
    }
    [[nodiscard]] network::SetDevices lastSet() const
    {
        for (qsizetype at = m_town->link.requests.size() - 1; at >= 0; --at) {
            const auto &[name, params] = m_town->link.requests[at];
            if (name == QLatin1String(network::SetDevices::name))
                return core::fromJson<network::SetDevices>(params).value();
        }
        return {};
    }
    static QPushButton *button(QWidget &page, const QString &text)
    {
        const auto buttons = page.findChildren<QPushButton *>();
        for (QPushButton *one : buttons) {
            if (one->text() == text && !one->isHidden())
                return one;
        }
        return nullptr;
    }
};

QTEST_MAIN(DevicesPageTest)
#include "devicespagetest.moc"
