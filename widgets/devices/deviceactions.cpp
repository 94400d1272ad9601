// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the devices of the list.
#include "devices/deeds.h"
#include "devices/devicepage.h"
#include "devices/devicespage.h"
#include "devices/editsheet.h"
#include "kit/csv.h"
#include "kit/framedrow.h"
#include "kit/toast.h"
#include "network/compose.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMetaMethod>
#include <QSaveFile>
#include <QTableView>

namespace devices {

namespace {
/// What is about no row, or all of them.
bool isOnAll(const QString &id)
{
    return id == QLatin1String("devices.add") || id == QLatin1String("devices.export");
}
} // namespace

QStringList DevicesPage::meant() const
{
    if (isDeviceShown())
        return {m_page->id()};
    const int framed = m_framed->row();
    return framed >= 0 ? QStringList(m_table->at(framed).id) : chosen();
}

QAction *DevicesPage::act(const char *id, const QString &text, const QKeySequence &keys,
                          const std::function<void()> &done)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(id));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, action, done] {
        if (!isOnAll(action->objectName()))
            m_framed->choose();
        done();
    });
    m_actions << action;
    return action;
}

void DevicesPage::buildActions()
{
    const auto change = [this](const char *id, const QString &text, const QKeySequence &keys,
                               const std::function<void()> &done) {
        m_changing << act(id, text, keys, done);
        m_changing.last()->setProperty("belfryFoot", true);
    };
    const auto expect = [this](const char *id, const QString &text, bool isExpected, const QString &done) {
        m_changing << act(id, text, {}, [this, isExpected, done] {
            network::SetDevices command;
            command.isExpectedUp = isExpected;
            m_deeds->set(meant(), command, done);
        });
    };
    act("devices.open", tr("&Open"), {}, [this] { openDevice(meant().value(0)); });
    act("devices.map", tr("Show on the &map"), Qt::Key_M, [this] { Q_EMIT mapWanted(meant().value(0)); });
    change("devices.approve", tr("&Approve"), Qt::Key_A, [this] { m_deeds->approve(meant()); });
    change("devices.ignore", tr("&Ignore"), Qt::Key_I, [this] { m_deeds->ignore(meant()); });
    change("devices.edit", tr("&Edit…"), Qt::Key_F2, [this] { edit(); });
    change("devices.merge", tr("&Merge…"), {}, [this] { m_deeds->merge(meant()); });
    change("devices.forget", tr("&Forget…"), QKeySequence::Delete, [this] { m_deeds->forget(meant()); });
    expect("devices.expect", tr("E&xpect it to be up"), true,
           tr("It is missed from now on when it is away."));
    expect("devices.unexpect", tr("&Do not miss it when it is away"), false,
           tr("It may be away from now on."));
    buildCopies();
    act("devices.add", tr("A&dd device…"), {}, [this] { m_deeds->add(); });
    act("devices.export", tr("Ex&port as CSV…"), {}, [this] { exportRows(); });
}

void DevicesPage::buildCopies()
{
    act("devices.copy", tr("&Copy rows"), QKeySequence::Copy, [this] { copyRows(); });
    act("devices.copyaddress", tr("Copy add&ress"), {},
        [this] { copy([](const network::Entry &one) { return one.addresses.value(0); }); });
    act("devices.copymac", tr("Copy MA&C"), {},
        [this] { copy([](const network::Entry &one) { return one.macAddress; }); });
    act("devices.copyname", tr("Copy &name"), {},
        [this] { copy([](const network::Entry &one) { return network::nameOf(one); }); });
    act("devices.copylink", tr("Copy &link"), Qt::CTRL | Qt::ALT | Qt::Key_C, [this] {
        if (const network::Entry *device = m_devices.find(meant().value(0)))
            Q_EMIT linkWanted({client::Place::Kind::Device, device->id}, network::nameOf(*device));
    });
}

void DevicesPage::allowActions()
{
    const QString whyNot = m_deeds->whyNot();
    const QItemSelection selection = m_view->selectionModel()->selection();
    // Nobody can mean what nobody sees.
    int count = isVisible() && (isDeviceShown() || m_framed->row() >= 0) ? 1 : 0;
    for (const QItemSelectionRange &range : selection)
        count += isVisible() && !isDeviceShown() ? range.height() : 0;
    for (QAction *action : std::as_const(m_actions)) {
        const QString id = action->objectName();
        const int least = isOnAll(id) ? 0 : id == QLatin1String("devices.merge") ? 2 : 1;
        const bool isChange = m_changing.contains(action) || id == QLatin1String("devices.add");
        const QString why = isChange && !whyNot.isEmpty() ? whyNot
                            : count >= least              ? QString()
                            : least > 1                   ? tr("Choose the devices that are one first.")
                                                          : tr("Choose a device first.");
        action->setEnabled(why.isEmpty());
        action->setToolTip(why.isEmpty() ? QString() : why);
    }
}

void DevicesPage::showMenu(const QPoint &at)
{
    if (m_view->rowAt(at.y()) == m_framed->row())
        m_framed->choose();
    if (!m_view->selectionModel()->hasSelection())
        return;
    QMenu menu(this);
    const bool hasMap = isSignalConnected(QMetaMethod::fromSignal(&DevicesPage::mapWanted));
    for (QAction *action : std::as_const(m_actions)) {
        const QString id = action->objectName();
        if (id == QLatin1String("devices.add"))
            break; // the rest is about no row
        if (id == QLatin1String("devices.copy"))
            menu.addSeparator();
        if (hasMap || id != QLatin1String("devices.map"))
            menu.addAction(action);
    }
    menu.exec(m_view->viewport()->mapToGlobal(at));
}

void DevicesPage::edit()
{
    const QStringList ids = meant();
    auto *sheet = new EditSheet(m_devices, ids, m_table->setting().departments, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &QDialog::accepted, this, [this, sheet, ids] {
        if (sheet->isChanged())
            m_deeds->set(ids, sheet->change(), tr("%n device(s) changed.", nullptr, int(ids.size())));
    });
    sheet->open();
}

void DevicesPage::copy(const std::function<QString(const network::Entry &)> &what)
{
    QStringList lines;
    const QStringList ids = meant();
    for (const QString &id : ids) {
        const network::Entry *device = m_devices.find(id);
        const QString line = device ? what(*device) : QString();
        if (!line.isEmpty())
            lines << line;
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

/// As it is shown, tabs between the columns.
void DevicesPage::copyRows()
{
    copy([this](const network::Entry &device) {
        QStringList cells;
        const QHeaderView *header = m_view->horizontalHeader();
        for (int place = 0; place < ColumnCount; ++place) {
            const int column = header->logicalIndex(place);
            if (!m_view->isColumnHidden(column) && column != Presence)
                cells << columnText(device, column, m_table->setting());
        }
        return cells.join(u'\t');
    });
}

QByteArray DevicesPage::csv() const
{
    const QHeaderView *header = m_view->horizontalHeader();
    QList<int> columns;
    for (int place = 0; place < ColumnCount; ++place) {
        const int column = header->logicalIndex(place);
        if (!m_view->isColumnHidden(column) && column != Presence) // a picture is no text
            columns << column;
    }
    const auto line = [&columns](const std::function<QString(int)> &cellOf) {
        QStringList cells;
        for (const int column : columns)
            cells << cellOf(column);
        return kit::csvLine(cells);
    };
    QByteArray out = line([](int column) { return columnTitle(column); });
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const network::Entry &device = m_table->at(row);
        out += line([&](int column) { return columnCell(device, column, m_table->setting()); });
    }
    return out;
}

/// All of it or nothing: a file that is there already is not lost to a full
/// disk.
void DevicesPage::exportRows()
{
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export the devices"), tr("Devices") + QStringLiteral(".csv"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const QByteArray content = csv();
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        m_toasts->say(tr("The devices could not be written to %1: %2").arg(path, file.errorString()));
    else
        m_toasts->say(tr("%n device(s) written to %1.", nullptr, m_table->rowCount()).arg(path));
}

} // namespace devices
