// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/windowspanel.h"

#include "alerts/alertcolumns.h"
#include "alerts/alertdeeds.h"
#include "alerts/importsheet.h"
#include "alerts/matcherline.h"
#include "alerts/monthgrid.h"
#include "alerts/plainrows.h"
#include "alerts/rrule.h"
#include "alerts/windowsheet.h"
#include "client/ask.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/tokens.h"
#include "network/kind.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

namespace alerts {

namespace {
namespace tokens = kit::tokens;
constexpr qint64 longestCalendarFile = 900'000; // as alerts.maintenance.import has it
constexpr int windowsHeight = 150;
constexpr int atNight = 22;

QString repeatsText(const MaintenanceWindow &window)
{
    if (window.repetition.isEmpty())
        return WindowsPanel::tr("Once");
    const auto rule = Rrule::parse(window.repetition);
    if (!rule || rule->until() || rule->interval() > 1)
        return network::plainLine(window.repetition, 96);
    QStringList days;
    for (const int day : rule->days())
        days << QLocale().dayName(day, QLocale::ShortFormat);
    switch (rule->every()) {
    case Rrule::Every::Day:
        return WindowsPanel::tr("Every day");
    case Rrule::Every::Week:
        return days.isEmpty()
                   ? WindowsPanel::tr("Every week")
                   : WindowsPanel::tr("Every %1", "days of the week").arg(days.join(QStringLiteral(", ")));
    case Rrule::Every::Month:
        break;
    }
    return rule->monthDay() > 0 ? WindowsPanel::tr("Every month on the %1.").arg(rule->monthDay())
                                : WindowsPanel::tr("Every month");
}
} // namespace

WindowsPanel::WindowsPanel(AlertDeeds &deeds, client::Silences &silences, QWidget *parent)
    : QWidget(parent), m_deeds(deeds), m_silences(silences), m_times(silences.mirror()),
      m_grid(new MonthGrid), m_month(new kit::Label({}, kit::TextRole::CardTitle)),
      m_rows(new PlainRows({tr("Name"), tr("Next"), tr("Lasts"), tr("Repeats"), tr("Alerts with"), tr("By")},
                           this)),
      m_view(viewOf(*m_rows, tr("Maintenance windows"), {200, 180, 90, 190, 240, 100}, 4)),
      m_remarks(new kit::Label({}, kit::TextRole::Secondary))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::Space2);
    column->addWidget(buildMonth(), 1);
    m_view->setFixedHeight(windowsHeight);
    column->addWidget(m_view);
    m_remarks->hide();
    column->addWidget(m_remarks);
    column->addWidget(buildButtons());
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &WindowsPanel::allow);
    connect(&silences, &client::Silences::changed, this, &WindowsPanel::refresh);
    connect(&m_times, &client::UpkeepTimes::changed, this, &WindowsPanel::showTimes);
    const client::Mirror &mirror = silences.mirror();
    connect(&mirror, &client::Mirror::userChanged, this, &WindowsPanel::allow);
    connect(&mirror.link(), &client::Link::stateChanged, this, &WindowsPanel::allow);
    refresh();
}

QWidget *WindowsPanel::buildMonth()
{
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::Space1);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::Space1);
    const auto turn = [&](kit::Symbol symbol, const QString &name, int months) {
        auto *button = new QToolButton;
        button->setIcon(kit::icon(symbol));
        button->setAutoRaise(true);
        button->setAccessibleName(name);
        button->setToolTip(name);
        connect(button, &QToolButton::clicked, this,
                [this, months] { m_grid->setMonth(m_grid->day().addMonths(months)); });
        row->addWidget(button);
    };
    turn(kit::Symbol::ChevronLeft, tr("The month before"), -1);
    row->addWidget(m_month);
    turn(kit::Symbol::ChevronRight, tr("The month after"), 1);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_grid, 1);
    connect(m_grid, &MonthGrid::dayChanged, this, [this](const QDate &day) {
        m_month->setText(QLocale().toString(day, QStringLiteral("MMMM yyyy")));
        look();
    });
    connect(m_grid, &MonthGrid::windowWanted, this, [this](const QString &id) {
        if (const int place = m_rows->rowOf(id); place >= 0)
            m_view->selectRow(place);
        if (const MaintenanceWindow *window = m_silences.window(id); window && m_deeds.whyNot().isEmpty())
            edit(*window);
    });
    return holder;
}

QWidget *WindowsPanel::buildButtons()
{
    auto *holder = new QWidget;
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::Space2);
    const auto add = [&](const QString &text, auto done) {
        auto *button = new QPushButton(text);
        connect(button, &QPushButton::clicked, this, done);
        row->addWidget(button);
        return button;
    };
    m_add = add(tr("&Plan maintenance…"), &WindowsPanel::add);
    m_edit = add(tr("&Edit…"), [this] {
        if (const MaintenanceWindow *window = chosen())
            edit(*window);
    });
    m_remove = add(tr("Re&move"), [this] {
        if (const MaintenanceWindow *window = chosen())
            m_deeds.removeWindow(*window);
    });
    m_import = add(tr("&Import a calendar…"), &WindowsPanel::askForFile);
    row->addStretch(1);
    connect(m_view, &QTableView::activated, m_edit, &QPushButton::click);
    return holder;
}

const MaintenanceWindow *WindowsPanel::chosen() const
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : m_silences.window(m_rows->at(rows.first().row()).id);
}

void WindowsPanel::refresh()
{
    const MaintenanceWindow *before = chosen();
    const QString kept = before ? before->id : QString();
    const QDateTime now = m_silences.mirror().serverNow();
    QList<PlainRow> rows;
    for (const MaintenanceWindow &window : m_silences.windows()) {
        const QString next = !window.isEnabled ? tr("Not in use")
                             : window.isActive && window.endsAt
                                 ? tr("Now, until %1").arg(shortMoment(*window.endsAt, now))
                             : window.nextAt ? shortMoment(*window.nextAt, now)
                                             : tr("Over");
        const bool isFaint = !window.isEnabled || !window.nextAt;
        rows << PlainRow{window.id,
                         {network::plainLine(window.displayName, 96), next,
                          kit::format::duration(qint64(window.duration) * 1000), repeatsText(window),
                          shownReach(window.matchers, window.departments), network::plainLine(window.by)},
                         {network::plainLine(window.reason, 1024)},
                         window.isActive ? kit::Status::Paused : std::optional<kit::Status>(),
                         isFaint};
    }
    m_rows->show(rows);
    if (const int row = m_rows->rowOf(kept); row >= 0)
        m_view->selectRow(row);
    if (!m_silences.trouble().isEmpty())
        m_remarks->setText(m_silences.trouble());
    m_remarks->setVisible(m_remarks->isVisible() || !m_silences.trouble().isEmpty());
    showTimes();
    look();
    m_month->setText(QLocale().toString(m_grid->day(), QStringLiteral("MMMM yyyy")));
    allow();
}

void WindowsPanel::look()
{
    m_times.look(m_grid->firstShown().startOfDay(), m_grid->lastShown().addDays(1).startOfDay());
}

void WindowsPanel::showTimes() { m_grid->setTimes(m_times.times(), m_silences.mirror().serverNow()); }

void WindowsPanel::allow()
{
    const QString why = m_deeds.whyNot();
    const bool hasOne = chosen() != nullptr;
    m_add->setEnabled(why.isEmpty());
    m_import->setEnabled(why.isEmpty());
    m_edit->setEnabled(why.isEmpty() && hasOne);
    m_remove->setEnabled(why.isEmpty() && hasOne);
    for (QPushButton *button : {m_add, m_import, m_edit, m_remove})
        button->setToolTip(why);
}

/// In the night of the day that is chosen.
void WindowsPanel::add()
{
    MaintenanceWindow from;
    from.start = QDateTime(m_grid->day(), QTime(atNight, 0)).toUTC();
    edit(from);
}

void WindowsPanel::edit(const MaintenanceWindow &from)
{
    auto *sheet = new WindowSheet(m_silences.mirror(), from, this);
    connect(sheet, &WindowSheet::wanted, this, [this, sheet](const SetWindow &command) {
        m_deeds.setWindow(
            command, [sheet] { sheet->done(QDialog::Accepted); },
            [sheet](const QString &why) { sheet->refuse(why); });
    });
    sheet->open();
}

void WindowsPanel::askForFile()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Import a calendar"), {}, tr("Calendars (*.ics)"));
    if (path.isEmpty())
        return;
    QFile file(path);
    m_remarks->show();
    if (!file.open(QIODevice::ReadOnly)) {
        m_remarks->setText(tr("%1 could not be read: %2").arg(path, file.errorString()));
    } else if (file.size() > longestCalendarFile) {
        m_remarks->setText(tr("%1 is larger than 900 kB. Export fewer events.").arg(path));
    } else {
        m_remarks->hide();
        import(QString::fromUtf8(file.readAll()), QFileInfo(path).fileName());
    }
}

void WindowsPanel::import(const QString &calendar, const QString &name)
{
    auto *sheet = new ImportSheet(m_silences.mirror(), name, this);
    connect(sheet, &QDialog::accepted, this, [this, sheet, calendar] {
        client::ask(m_silences.mirror().link(), ImportWindows{calendar, sheet->matchers()}, this,
                    [this](const core::Result<ImportWindows::Reply> &reply) { sayImported(reply); });
    });
    sheet->open();
}

void WindowsPanel::sayImported(const core::Result<ImportWindows::Reply> &reply)
{
    m_remarks->show();
    if (!reply) {
        m_remarks->setText(reply.error().message);
        return;
    }
    QStringList parts{tr("%n maintenance window(s) imported.", nullptr, int(reply->windows.size()))};
    for (const QString &remark : reply->remarks)
        parts << network::plainLine(remark, 256);
    m_remarks->setText(parts.join(u' '));
    m_silences.refresh();
}

} // namespace alerts
