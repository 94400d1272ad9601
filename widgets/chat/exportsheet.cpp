// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/exportsheet.h"

#include "client/ask.h"
#include "kit/format.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QFileDialog>
#include <QFormLayout>
#include <QSaveFile>

namespace chat {

namespace tokens = kit::tokens;
namespace format = kit::format;

namespace {
constexpr int all = 0;     // hours of a period: whatever there is
constexpr int chosen = -1; // what the two fields say
constexpr int aShift = 8;
constexpr int aDay = 24;
constexpr int aWeek = 7 * aDay;
constexpr int aMonth = 30 * aDay;
constexpr qint64 secondsPerHour = 3600;

QDateTimeEdit *timeField(const QString &name)
{
    auto *field = new QDateTimeEdit;
    field->setCalendarPopup(true);
    field->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    field->setAccessibleName(name);
    return field;
}
} // namespace

ExportSheet::ExportSheet(client::Chat &chat, const client::ChatRoom &room, QWidget *parent)
    : Sheet(tr("Export %1").arg(format::isolate(chat.titleOf(room).simplified())), tr("&Export…"), parent),
      m_chat(chat), m_room(room.name()), m_period(new QComboBox), m_from(timeField(tr("From"))),
      m_to(timeField(tr("To"))), m_format(new QComboBox), m_said(new kit::Label({}, kit::TextRole::Secondary))
{
    buildForm();
    setPeriod();
    connect(m_period, &QComboBox::currentIndexChanged, this, &ExportSheet::setPeriod);
    connect(this, &Sheet::submitted, this, &ExportSheet::ask);
}

void ExportSheet::buildForm()
{
    m_period->addItem(tr("the last 8 hours"), aShift);
    m_period->addItem(tr("the last 24 hours"), aDay);
    m_period->addItem(tr("the last 7 days"), aWeek);
    m_period->addItem(tr("the last 30 days"), aMonth);
    m_period->addItem(tr("everything"), all);
    m_period->addItem(tr("from … to …"), chosen);
    m_format->addItem(tr("Text"), int(LogFormat::Text));
    m_format->addItem(tr("Markdown"), int(LogFormat::Markdown));
    m_format->addItem(tr("Table (CSV)"), int(LogFormat::Csv));
    auto *form = new QFormLayout;
    form->setSpacing(tokens::FormGap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Period:"), m_period);
    form->addRow(tr("&From:"), m_from);
    form->addRow(tr("&To:"), m_to);
    form->addRow(tr("F&ormat:"), m_format);
    m_period->setAccessibleName(tr("Period"));
    m_format->setAccessibleName(tr("Format"));
    content().addLayout(form);
    m_said->setWordWrap(true);
    content().addWidget(m_said);
}

void ExportSheet::setPeriod()
{
    const int hours = m_period->currentData().toInt();
    const QDateTime now = m_chat.mirror().serverNow().toLocalTime();
    if (hours > 0) {
        m_from->setDateTime(now.addSecs(-hours * secondsPerHour));
        m_to->setDateTime(now);
    }
    for (QDateTimeEdit *field : {m_from, m_to})
        field->setEnabled(hours == chosen);
}

void ExportSheet::ask()
{
    clearFault();
    m_said->clear();
    ExportLog command{m_room};
    const int hours = m_period->currentData().toInt();
    if (hours > 0) {
        command.from = m_chat.mirror().serverNow().addSecs(-hours * secondsPerHour);
    } else if (hours == chosen) {
        command.from = m_from->dateTime().toUTC();
        command.to = m_to->dateTime().toUTC();
        if (*command.from >= *command.to)
            return fail(tr("It ends before it begins. Choose a later end."));
    }
    command.format = LogFormat(m_format->currentData().toInt());
    setBusy(true);
    client::ask(m_chat.mirror().link(), command, this, [this](const core::Result<ExportLog::Reply> &reply) {
        setBusy(false);
        if (!reply)
            fail(reply.error().message);
        else if (reply->messages == 0)
            fail(tr("Nothing was written here in that time."));
        else
            askWhere(reply.value());
    });
}

void ExportSheet::askWhere(const ExportLog::Reply &reply)
{
    auto *dialog = new QFileDialog(this, tr("Export the messages"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(reply.fileName);
    dialog->setDefaultSuffix(QFileInfo(reply.fileName).suffix());
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, reply](const QString &path) { write(path, reply); });
    dialog->open();
}

void ExportSheet::write(const QString &path, const ExportLog::Reply &reply)
{
    QSaveFile file(path);
    const QByteArray text = reply.text.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return fail(tr("%1 could not be written: %2").arg(path, file.errorString()));
    if (!reply.isCut || !reply.next) {
        accept();
        Q_EMIT written(path);
        return;
    }
    // What follows goes into another file.
    const QDateTime to = m_period->currentData().toInt() == chosen
                             ? m_to->dateTime()
                             : m_chat.mirror().serverNow().toLocalTime();
    m_period->setCurrentIndex(m_period->findData(chosen));
    m_from->setDateTime(reply.next->toLocalTime());
    m_to->setDateTime(to);
    m_said->setText(tr("%n message(s) are in that file, which is the most one takes. Export again for what "
                       "follows.",
                       nullptr, reply.messages));
}

} // namespace chat
