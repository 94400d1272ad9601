// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/roomsheet.h"

#include "client/ask.h"
#include "kit/banner.h"
#include "kit/button.h"
#include "kit/grow.h"
#include "kit/label.h"
#include "kit/segmented.h"
#include "kit/tokens.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace chat {

namespace tokens = kit::tokens;

namespace {
constexpr int sheetWidth = 440;
constexpr int peopleHeight = 180;
enum Part { DirectPart, RoomPart };
} // namespace

RoomSheet::RoomSheet(client::Chat &chat, QWidget *parent)
    : QDialog(parent), m_chat(chat), m_parts(new kit::Segmented({tr("Direct message"), tr("New room")})),
      m_error(new kit::Banner(kit::Status::High, QString())), m_form(new QWidget), m_name(new QLineEdit),
      m_topic(new QLineEdit), m_private(new QCheckBox(tr("&Private: only those chosen below"))),
      m_hint(new kit::Label({}, kit::TextRole::Secondary)), m_people(new QListWidget),
      m_submit(new kit::PrimaryButton(QString()))
{
    setWindowTitle(tr("New conversation"));
    setMinimumWidth(sheetWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::Space6, tokens::Space6, tokens::Space6, tokens::Space4);
    column->setSpacing(tokens::Space3);
    column->addWidget(new kit::Label(windowTitle(), kit::TextRole::PageTitle));
    m_parts->setAccessibleName(tr("What is begun"));
    column->addWidget(m_parts, 0, Qt::AlignLeft);
    m_error->setClosable(false);
    m_error->hide();
    column->addWidget(m_error);
    auto *form = new QFormLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(tokens::FormGap);
    m_name->setMaxLength(longestRoomName);
    m_name->setAccessibleName(tr("Name"));
    m_topic->setMaxLength(longestTopic);
    m_topic->setAccessibleName(tr("Topic"));
    form->addRow(tr("&Name:"), m_name);
    form->addRow(tr("&Topic:"), m_topic);
    form->addRow(QString(), m_private);
    column->addWidget(m_form);
    column->addWidget(m_hint);
    m_people->setAccessibleName(tr("People"));
    m_people->setMinimumHeight(peopleHeight);
    column->addWidget(m_people, 1);
    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("&Cancel"));
    cancel->setAutoDefault(false);
    m_submit->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_submit);
    column->addLayout(buttons);
    connect(m_parts, &kit::Segmented::chosen, this, &RoomSheet::setPart);
    connect(m_private, &QCheckBox::toggled, this, [this] { setPart(RoomPart); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_submit, &QPushButton::clicked, this, &RoomSheet::submit);
    connect(m_people, &QListWidget::itemActivated, this, [this] {
        if (m_parts->current() == DirectPart)
            submit();
    });
    fillPeople();
    setPart(DirectPart);
}

void RoomSheet::fillPeople()
{
    const QMap<QString, QString> people = m_chat.people();
    for (auto one = people.begin(); one != people.end(); ++one) {
        if (m_chat.mirror().user() && m_chat.mirror().user()->id == one.key())
            continue;
        auto *item = new QListWidgetItem(one.value().simplified(), m_people);
        item->setData(Qt::UserRole, one.key());
    }
    m_people->sortItems();
}

void RoomSheet::setPart(int part)
{
    m_parts->setCurrent(part);
    const bool isRoom = part == RoomPart;
    m_form->setVisible(isRoom);
    m_people->setVisible(!isRoom || m_private->isChecked());
    m_people->setSelectionMode(isRoom ? QAbstractItemView::MultiSelection
                                      : QAbstractItemView::SingleSelection);
    m_hint->setText(isRoom ? m_private->isChecked() ? tr("Who belongs to it besides you:")
                                                    : tr("Everybody here can read and write in it.")
                           : tr("Whom to write to:"));
    m_submit->setText(isRoom ? tr("&Make the room") : tr("&Open"));
    kit::sizeToFit(*this);
}

QStringList RoomSheet::chosen() const
{
    QStringList ids;
    const auto items = m_people->selectedItems();
    for (const QListWidgetItem *item : items)
        ids << item->data(Qt::UserRole).toString();
    return ids;
}

void RoomSheet::submit()
{
    m_error->hide();
    client::Link &link = m_chat.mirror().link();
    const auto done = [this](const core::Result<Room> &reply) { take(reply); };
    if (m_parts->current() == DirectPart) {
        if (chosen().isEmpty())
            take(core::Error{core::ErrorCode::Invalid, tr("Choose somebody in the list.")});
        else
            client::ask(link, OpenDirect{chosen().first()}, this, done);
        return;
    }
    SetRoom command;
    command.roomName = m_name->text().trimmed();
    if (command.roomName.isEmpty()) {
        take(core::Error{core::ErrorCode::Invalid, tr("A room needs a name. Give it one.")});
        m_name->setFocus();
        return;
    }
    if (m_chat.find(command.roomName)) {
        take(core::Error{core::ErrorCode::Conflict, tr("There is a room of this name. Choose another one.")});
        m_name->setFocus();
        return;
    }
    command.kind = m_private->isChecked() ? RoomKind::Private : RoomKind::Public;
    command.topic = m_topic->text().trimmed();
    if (m_private->isChecked())
        command.members = chosen();
    client::ask(link, command, this, done);
}

void RoomSheet::take(const core::Result<Room> &reply)
{
    if (!reply) {
        m_error->setText(reply.error().message);
        m_error->show();
        kit::growToFit(*this);
        return;
    }
    m_chat.adopt(reply.value());
    accept();
    Q_EMIT made(reply->name);
}

} // namespace chat
