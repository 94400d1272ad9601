// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the alerts of the list.
#include "alerts/acknowledgesheet.h"
#include "alerts/alertdeeds.h"
#include "alerts/alertpage.h"
#include "alerts/alertspage.h"
#include "alerts/assignsheet.h"
#include "alerts/matcherline.h"
#include "alerts/notesheet.h"
#include "alerts/silencesheet.h"
#include "kit/csv.h"
#include "kit/framedrow.h"
#include "kit/toast.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QInputDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QMetaMethod>
#include <QSaveFile>
#include <QShortcut>
#include <QTableView>

namespace alerts {

namespace {
constexpr qsizetype mostNamed = 20;

/// What is about no row, or all of them.
bool isOnAll(const QString &id)
{
    return id == QLatin1String("alerts.undo") || id == QLatin1String("alerts.silences") ||
           id == QLatin1String("alerts.windows") || id == QLatin1String("alerts.export");
}
} // namespace

QStringList AlertsPage::meant() const
{
    if (!m_page->id().isEmpty())
        return {m_page->id()};
    const int framed = m_framed->row();
    return framed >= 0 ? QStringList(m_table->at(framed).id) : chosen();
}

QAction *AlertsPage::act(const char *id, const QString &text, const QKeySequence &keys,
                         const std::function<void()> &done)
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(id));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, action, done] {
        m_staysPut = !isOnAll(action->objectName()) && m_framed->choose();
        done();
    });
    m_actions << action;
    return action;
}

void AlertsPage::buildActions()
{
    const auto change = [this](const char *id, const QString &text, const QKeySequence &keys, bool isAtFoot,
                               const std::function<void()> &done) {
        m_changing << act(id, text, keys, done);
        if (isAtFoot)
            m_changing.last()->setProperty("belfryFoot", true);
    };
    act("alerts.open", tr("&Open"), {}, [this] { openAlert(meant().value(0)); });
    change("alerts.acknowledge", tr("&Acknowledge"), Qt::Key_A, true, [this] { acknowledge(); });
    change("alerts.acknowledgewith", tr("Acknowledge with a &note…"), Qt::SHIFT | Qt::Key_A, false,
           [this] { askToAcknowledge(); });
    change("alerts.unacknowledge", tr("&Take the acknowledgement back"), {}, false,
           [this] { m_deeds->unacknowledge(meant()); });
    change("alerts.silence", tr("&Silence…"), Qt::Key_S, true, [this] { askToSilence(); });
    change("alerts.assign", tr("Give t&o…"), Qt::Key_O, true, [this] { askToAssign(); });
    change("alerts.resolve", tr("&Resolve"), Qt::Key_R, true, [this] { resolve(); });
    change("alerts.reopen", tr("Reopen"), {}, false, [this] { m_deeds->reopen(meant()); });
    change("alerts.comment", tr("Add a &comment…"), Qt::Key_N, false, [this] { askToComment(); });
    change("alerts.fold", tr("&Fold into…"), {}, false, [this] { askToFold(); });
    change("alerts.unfold", tr("&Unfold"), {}, false, [this] { m_deeds->unfold(meant()); });
    m_changing << act("alerts.undo", tr("Un&do"), QKeySequence::Undo, [this] { m_deeds->undo(); });
    const auto about = [this](const std::function<void(const Alert &)> &then) {
        return [this, then] {
            if (const Alert *alert = m_alerts.find(meant().value(0)))
                then(*alert);
        };
    };
    act("alerts.chat", tr("Tal&k about it"), Qt::Key_C,
        about([this](const Alert &one) { Q_EMIT chatWanted(one); }));
    act("alerts.device", tr("Show the &device"), Qt::Key_D,
        about([this](const Alert &one) { Q_EMIT deviceWanted(one.subjectId); }));
    act("alerts.map", tr("Show on the &map"), Qt::Key_M,
        about([this](const Alert &one) { Q_EMIT mapWanted(one.subjectId); }));
    act("alerts.chart", tr("Measured values aro&und it"), {},
        about([this](const Alert &one) { Q_EMIT chartWanted(one); }));
    act("alerts.events", tr("&Events about it"), {}, about([this](const Alert &one) {
            Q_EMIT eventsWanted(
                client::EventFilter::quoted(one.subjectId.isEmpty() ? one.id : one.subjectId));
        }));
    act("alerts.copy", tr("&Copy rows"), QKeySequence::Copy, [this] { copyRows(); });
    act("alerts.copylink", tr("Copy &link"), Qt::CTRL | Qt::ALT | Qt::Key_C, [this] { copyLink(); });
    act("alerts.silences", tr("S&ilences…"), {}, [this] { openQuiet(); });
    act("alerts.windows", tr("&Maintenance…"), {}, [this] { openQuiet(true); });
    act("alerts.export", tr("E&xport rows…"), {}, [this] { exportRows(); });
}

/// Keys that move, as in other lists of messages; they are no commands.
void AlertsPage::buildKeys()
{
    const auto key = [this](Qt::Key code, int by) {
        auto *shortcut = new QShortcut(QKeySequence(code), m_view);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by] { step(by); });
    };
    key(Qt::Key_J, 1);
    key(Qt::Key_K, -1);
}

void AlertsPage::allowActions()
{
    const QString whyNot = m_deeds->whyNot();
    // Nobody can mean what nobody sees.
    const QStringList ids = isVisible() ? meant() : QStringList();
    const Alert *first = m_alerts.find(ids.value(0));
    const auto isConnected = [this](auto signal) {
        return isSignalConnected(QMetaMethod::fromSignal(signal));
    };
    for (QAction *action : std::as_const(m_actions)) {
        const QString id = action->objectName();
        const auto is = [&id](const char *one) { return id == QLatin1String(one); };
        const bool needsDevice = is("alerts.device") || is("alerts.map");
        QString why;
        if (m_changing.contains(action) && !whyNot.isEmpty())
            why = whyNot;
        else if (is("alerts.undo"))
            why = m_deeds->canUndo() ? QString() : tr("There is nothing to be undone.");
        else if (!isOnAll(id) && ids.isEmpty())
            why = tr("Choose an alert first.");
        else if (needsDevice && first && !m_devices.find(first->subjectId))
            why = tr("This alert is about no device that is known.");
        action->setEnabled(why.isEmpty());
        action->setToolTip(why);
    }
    const auto find = [this](const char *id) { return findChild<QAction *>(QLatin1String(id)); };
    find("alerts.acknowledge")
        ->setText(ids.size() > 1 ? tr("&Acknowledge %n", nullptr, int(ids.size())) : tr("&Acknowledge"));
    find("alerts.resolve")
        ->setText(ids.size() > 1 ? tr("&Resolve %n", nullptr, int(ids.size())) : tr("&Resolve"));
    find("alerts.unacknowledge")->setVisible(first && first->state == AlertState::Acknowledged);
    find("alerts.reopen")->setVisible(first && first->state == AlertState::Resolved);
    find("alerts.unfold")->setVisible(first && !first->foldedInto.isEmpty());
    find("alerts.chat")->setVisible(isConnected(&AlertsPage::chatWanted));
    find("alerts.map")->setVisible(isConnected(&AlertsPage::mapWanted));
    find("alerts.chart")->setVisible(isConnected(&AlertsPage::chartWanted));
    find("alerts.events")->setVisible(isConnected(&AlertsPage::eventsWanted));
    find("alerts.device")->setVisible(isConnected(&AlertsPage::deviceWanted));
    m_page->allow(m_actions, isConnected(&AlertsPage::ruleWanted));
}

void AlertsPage::showMenu(const QPoint &at)
{
    if (!m_view->selectionModel()->hasSelection())
        return;
    QMenu menu(this);
    for (QAction *action : std::as_const(m_actions)) {
        const QString id = action->objectName();
        if (id == QLatin1String("alerts.silences"))
            break; // the rest is about no row
        if (id == QLatin1String("alerts.chat") || id == QLatin1String("alerts.copy"))
            menu.addSeparator();
        if (id != QLatin1String("alerts.undo"))
            menu.addAction(action);
    }
    menu.exec(at);
}

QString AlertsPage::aboutOf(const QStringList &ids) const
{
    const Alert *alert = m_alerts.find(ids.value(0));
    if (ids.size() == 1 && alert)
        return tr("%1: %2", "number and title").arg(alert->id, titleOf(*alert));
    return tr("%n alert(s)", nullptr, int(ids.size()));
}

void AlertsPage::acknowledge()
{
    m_deeds->acknowledge(meant());
    goOn();
}

void AlertsPage::resolve()
{
    m_deeds->resolve(meant());
    goOn();
}

void AlertsPage::askToAcknowledge()
{
    const QStringList ids = meant();
    auto *sheet = new AcknowledgeSheet(aboutOf(ids), m_alerts.mirror().serverNow(), this);
    connect(sheet, &QDialog::accepted, this, [this, sheet, ids] {
        m_deeds->acknowledge(ids, sheet->note(), sheet->until());
        goOn();
    });
    sheet->open();
}

void AlertsPage::askToSilence()
{
    QList<Alert> meantOnes;
    const QStringList ids = meant();
    for (const QString &id : ids) {
        if (const Alert *alert = m_alerts.find(id))
            meantOnes << *alert;
    }
    silence(commonMatchers(meantOnes));
}

void AlertsPage::silence(const QList<Matcher> &matchers)
{
    Silence from;
    from.matchers = matchers;
    auto *sheet = new SilenceSheet(m_alerts.mirror(), from, this);
    connect(sheet, &SilenceSheet::wanted, this, [this, sheet](const SetSilence &command) {
        m_deeds->silence(
            command, std::nullopt, [sheet] { sheet->done(QDialog::Accepted); },
            [sheet](const QString &why) { sheet->refuse(why); });
    });
    connect(sheet, &QDialog::accepted, this, &AlertsPage::goOn);
    sheet->open();
}

void AlertsPage::askToAssign()
{
    const QStringList ids = meant();
    QStringList others;
    for (const Alert &alert : m_alerts.all()) {
        for (const QString &name :
             {alert.assignee, alert.acknowledgement ? alert.acknowledgement->by : QString()}) {
            if (!name.isEmpty() && others.size() < mostNamed && !others.contains(name))
                others << name;
        }
    }
    others.sort(Qt::CaseInsensitive);
    auto *sheet = new AssignSheet(aboutOf(ids), m_alerts.myName(), others, this);
    connect(sheet, &QDialog::accepted, this, [this, sheet, ids] { m_deeds->assign(ids, sheet->who()); });
    sheet->open();
}

void AlertsPage::askToComment()
{
    const QString id = meant().value(0);
    auto *sheet = new NoteSheet(tr("Add a comment"), aboutOf({id}), tr("&Add"), this);
    connect(sheet, &QDialog::accepted, this, [this, sheet, id] {
        m_deeds->comment(id, sheet->text(), [this] { m_toasts->say(tr("The comment is in the story.")); });
    });
    sheet->open();
}

void AlertsPage::askToFold()
{
    const QStringList ids = meant();
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Fold into"));
    dialog->setLabelText(tr("The number of the alert of which this is a part:"));
    dialog->setTextValue(QStringLiteral("A-"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, ids](const QString &into) { m_deeds->fold(ids, into.trimmed().toUpper()); });
    dialog->open();
}

QList<const Alert *> AlertsPage::exported() const
{
    QList<const Alert *> alerts;
    const QStringList ids = chosen();
    for (const QString &id : ids) {
        if (const Alert *alert = m_alerts.find(id))
            alerts << alert;
    }
    if (alerts.isEmpty()) {
        for (int row = 0; row < m_table->rowCount(); ++row)
            alerts << &m_table->at(row);
    }
    return alerts;
}

/// As it is shown, tabs between the columns.
void AlertsPage::copyRows()
{
    QStringList lines;
    const QList<const Alert *> alerts = exported();
    for (const Alert *alert : alerts) {
        QStringList cells;
        for (int place = 0; place < int(AlertColumn::Tools); ++place) {
            const int column = m_view->horizontalHeader()->logicalIndex(place);
            if (!m_view->isColumnHidden(column))
                cells << columnText(*alert, AlertColumn(column), m_table->setting());
        }
        lines << cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void AlertsPage::copyLink()
{
    const Alert *alert = m_alerts.find(meant().value(0));
    if (!alert)
        return;
    Q_EMIT linkWanted({client::Place::Kind::Alert, alert->id},
                      tr("%1: %2", "number and title").arg(alert->id, titleOf(*alert)));
}

QByteArray AlertsPage::csv() const
{
    const auto line = [](const std::function<QString(AlertColumn)> &cellOf) {
        QStringList cells;
        for (int column = 0; column < int(AlertColumn::Tools); ++column)
            cells << cellOf(AlertColumn(column));
        return kit::csvLine(cells);
    };
    QByteArray out = line([](AlertColumn column) { return columnTitle(column); });
    const QList<const Alert *> alerts = exported();
    for (const Alert *alert : alerts)
        out += line([&](AlertColumn column) { return columnCell(*alert, column, m_table->setting()); });
    return out;
}

QByteArray AlertsPage::json() const
{
    QJsonArray all;
    const QList<const Alert *> alerts = exported();
    for (const Alert *alert : alerts)
        all << core::toJson(*alert).toObject();
    return QJsonDocument(all).toJson();
}

/// All of it or nothing: a file that is there already is not lost to a full disk.
void AlertsPage::exportRows()
{
    const QString csvKind = tr("Table (*.csv)");
    const QString jsonKind = tr("JSON (*.json)");
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export the alerts"), tr("Alerts") + QStringLiteral(".csv"),
                                     csvKind + QStringLiteral(";;") + jsonKind);
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const QByteArray content = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) ? json() : csv();
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        m_toasts->say(tr("The alerts could not be written to %1: %2").arg(path, file.errorString()));
    else
        m_toasts->say(tr("%n alert(s) written to %1.", nullptr, int(exported().size())).arg(path));
}

} // namespace alerts
