// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of a device is put together from.
#include "devices/devicepage.h"
#include "devices/presencestrip.h"
#include "devices/texttable.h"
#include "kit/card.h"
#include "kit/glyph.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/tokens.h"

#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QTableView>

namespace devices {

namespace {
namespace tokens = kit::tokens;
constexpr int reasonsHeight = 150;
constexpr int namesHeight = 180;

QVBoxLayout *columnIn(QWidget &widget)
{
    auto *column = new QVBoxLayout(&widget);
    column->setContentsMargins(0, tokens::Space3, 0, 0);
    column->setSpacing(tokens::Space2);
    return column;
}
} // namespace

QWidget *DevicePage::buildHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::Space2);
    auto *back = new QPushButton(kit::icon(kit::Symbol::ChevronLeft), tr("Devices"));
    back->setToolTip(tr("Back to the list (Esc)"));
    connect(back, &QPushButton::clicked, this, &DevicePage::left);
    row->addWidget(back);
    m_icon = new QLabel;
    row->addWidget(m_icon);
    m_name = new kit::Label({}, kit::TextRole::CardTitle);
    m_name->setElide(Qt::ElideMiddle);
    row->addWidget(m_name);
    m_glyph = new kit::Glyph(kit::Status::Away);
    row->addWidget(m_glyph);
    m_state = new kit::Label;
    row->addWidget(m_state, 1);
    auto *map = new QPushButton(kit::icon(kit::Symbol::Network), tr("Show on the &map"));
    connect(map, &QPushButton::clicked, this, [this] { Q_EMIT mapWanted(m_id); });
    row->addWidget(map);
    m_edit = new QPushButton(tr("&Edit…"));
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editWanted(m_id); });
    row->addWidget(m_edit);
    return head;
}

QWidget *DevicePage::buildOverview()
{
    auto *scroll = new QScrollArea;
    scroll->setAccessibleName(tr("Overview"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *content = new QWidget;
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(0, tokens::Space3, 0, 0);
    m_grid->setSpacing(tokens::CardGap);
    auto *facts = new kit::Card(tr("What is known"));
    m_facts = new QFormLayout;
    m_facts->setHorizontalSpacing(tokens::Space3);
    m_facts->setVerticalSpacing(tokens::Space1);
    facts->content()->addLayout(m_facts);
    facts->content()->addStretch(1);
    m_presenceCard = new kit::Card(tr("Last 24 hours"));
    m_presence = new PresenceStrip;
    m_presenceCard->addContent(m_presence);
    m_presenceCard->addContent(new kit::Label(
        tr("Tall: up. Half: down or unreachable. Hollow: away. Flat: not watched."), kit::TextRole::Hint));
    m_typeCard = new kit::Card(tr("Type"));
    QTableView *reasons = viewOf(*m_reasons, tr("Why it is taken for its type"), {70, 160, 90});
    reasons->setMinimumHeight(reasonsHeight);
    m_typeCard->addContent(reasons, 1);
    auto *names = new kit::Card(tr("Addresses and names"));
    QTableView *nameView = viewOf(*m_names, tr("Addresses and names"), {170, 120});
    nameView->setMinimumHeight(namesHeight);
    names->addContent(nameView, 1);
    m_cards = {facts, m_presenceCard, m_typeCard, names};
    placeCards();
    scroll->setWidget(content);
    return scroll;
}

/// Facts at the left and the rest at the right, or everything below one another.
void DevicePage::placeCards()
{
    constexpr int widthForTwo = 760;
    const bool isWide = width() >= widthForTwo;
    for (QWidget *card : std::as_const(m_cards))
        m_grid->removeWidget(card);
    const int rest = int(m_cards.size()) - 1;
    m_grid->addWidget(m_cards[0], 0, 0, isWide ? rest : 1, 1);
    for (int place = 1; place <= rest; ++place)
        m_grid->addWidget(m_cards[place], isWide ? place - 1 : place, isWide ? 1 : 0);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, isWide ? 1 : 0);
}

QWidget *DevicePage::buildPorts()
{
    auto *content = new QWidget;
    QVBoxLayout *column = columnIn(*content);
    m_noPorts = new kit::Label(tr("No port is known. A scan of this device finds those that are open."),
                               kit::TextRole::Secondary);
    column->addWidget(m_noPorts);
    column->addWidget(viewOf(*m_ports, tr("Ports and services"), {90, 90, 120, 120, 120}), 2);
    m_interfaceView = viewOf(*m_interfaces, tr("Network interfaces"), {140, 100, 100, 100, 100, 130});
    column->addWidget(m_interfaceView, 1);
    return content;
}

QWidget *DevicePage::buildChanges()
{
    auto *content = new QWidget;
    QVBoxLayout *column = columnIn(*content);
    column->addWidget(viewOf(*m_past, tr("Changes"), {110, 110, 200, 200}), 1);
    m_older = new QPushButton(tr("&Older changes"));
    connect(m_older, &QPushButton::clicked, this,
            [this] { askChanges(m_changes.isEmpty() ? 0 : m_changes.last().number); });
    auto *row = new QHBoxLayout;
    row->addWidget(m_older);
    row->addStretch(1);
    column->addLayout(row);
    return content;
}

QWidget *DevicePage::buildNotes()
{
    auto *content = new QWidget;
    QVBoxLayout *column = columnIn(*content);
    m_notes = new QPlainTextEdit;
    m_notes->setAccessibleName(tr("Notes"));
    m_notes->setPlaceholderText(tr("What the next person should know of this device"));
    m_notes->setTabChangesFocus(true);
    connect(m_notes, &QPlainTextEdit::textChanged, this, &DevicePage::allowNotes);
    column->addWidget(m_notes, 1);
    auto *row = new QHBoxLayout;
    m_notesHint = new kit::Label({}, kit::TextRole::Secondary);
    row->addWidget(m_notesHint, 1);
    m_save = new QPushButton(tr("&Save notes"));
    connect(m_save, &QPushButton::clicked, this, &DevicePage::saveNotes);
    row->addWidget(m_save);
    column->addLayout(row);
    return content;
}

} // namespace devices
