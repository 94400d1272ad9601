// SPDX-License-Identifier: GPL-3.0-or-later
#include "automation/membersfield.h"

#include "kit/tokens.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace automation {

namespace {
namespace tokens = kit::tokens;
constexpr int longestMember = 128;
constexpr int longestMail = 256;
constexpr int nameWidth = 110;
constexpr int channelWidth = 140;
constexpr int mailWidth = 180;
} // namespace

MembersField::MembersField(const QList<alerts::Channel> &channels, const QList<alerts::RotaMember> &members,
                           QWidget *parent)
    : QWidget(parent), m_channels(channels), m_column(new QVBoxLayout)
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(tokens::Space1);
    m_column->setSpacing(tokens::Space1);
    whole->addLayout(m_column);
    auto *more = new QPushButton(tr("Add &somebody"));
    more->setAutoDefault(false);
    whole->addWidget(more, 0, Qt::AlignLeading);
    connect(more, &QPushButton::clicked, this, [this] {
        add({});
        m_lines.last().name->setFocus();
    });
    for (const alerts::RotaMember &member : members)
        add(member);
    if (members.isEmpty())
        add({});
}

void MembersField::add(const alerts::RotaMember &member)
{
    Line line{new QWidget, new QLineEdit(member.displayName), new QComboBox, new QLineEdit(member.address),
              new QPushButton(tr("Up"))};
    line.name->setMaxLength(longestMember);
    line.name->setMinimumWidth(nameWidth);
    line.channel->setMinimumWidth(channelWidth);
    line.address->setMinimumWidth(mailWidth);
    line.name->setPlaceholderText(tr("name"));
    line.name->setAccessibleName(tr("Who"));
    for (const alerts::Channel &channel : std::as_const(m_channels))
        line.channel->addItem(channel.displayName, channel.id);
    if (!member.channelId.isEmpty() && line.channel->findData(member.channelId) < 0)
        line.channel->addItem(member.channelId, member.channelId);
    line.channel->setCurrentIndex(std::max(0, line.channel->findData(member.channelId)));
    line.channel->setAccessibleName(tr("By what they are told"));
    line.address->setMaxLength(longestMail);
    line.address->setPlaceholderText(tr("own e-mail address"));
    line.address->setAccessibleName(tr("Their e-mail address"));
    const auto refresh = [this, line] {
        const QString id = line.channel->currentData().toString();
        const bool isMail = std::any_of(m_channels.begin(), m_channels.end(), [&](const auto &channel) {
            return channel.id == id && channel.kind == alerts::ChannelKind::Email;
        });
        line.address->setEnabled(isMail);
    };
    connect(line.channel, &QComboBox::currentIndexChanged, line.row, refresh);
    refresh();
    auto *gone = new QPushButton(tr("Remove"));
    for (QPushButton *button : {line.up, gone})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout(line.row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::Space1);
    row->addWidget(line.name, 2);
    row->addWidget(line.channel, 2);
    row->addWidget(line.address, 3);
    row->addWidget(line.up);
    row->addWidget(gone);
    connect(line.up, &QPushButton::clicked, this, [this, widget = line.row] { moveUp(widget); });
    connect(gone, &QPushButton::clicked, this, [this, widget = line.row] { remove(widget); });
    m_column->addWidget(line.row);
    m_lines << line;
    refreshUp();
}

qsizetype MembersField::placeOf(const QWidget *row) const
{
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [row](const Line &line) { return line.row == row; });
    return found - m_lines.begin();
}

void MembersField::remove(const QWidget *row)
{
    const Line line = m_lines.takeAt(placeOf(row));
    line.row->hide();
    line.row->deleteLater();
    refreshUp();
}

void MembersField::moveUp(const QWidget *row)
{
    const qsizetype place = placeOf(row);
    m_lines.move(place, place - 1);
    m_column->removeWidget(m_lines[place - 1].row);
    m_column->insertWidget(int(place) - 1, m_lines[place - 1].row);
    refreshUp();
}

void MembersField::refreshUp()
{
    for (qsizetype place = 0; place < m_lines.size(); ++place)
        m_lines[place].up->setEnabled(place > 0);
}

QList<alerts::RotaMember> MembersField::members() const
{
    QList<alerts::RotaMember> out;
    for (const Line &line : m_lines) {
        if (!line.name->text().trimmed().isEmpty())
            out << alerts::RotaMember{line.name->text().trimmed(), line.channel->currentData().toString(),
                                      line.address->isEnabled() ? line.address->text().trimmed() : QString()};
    }
    return out;
}

} // namespace automation
