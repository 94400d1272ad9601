// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/notificationspanel.h"

#include "kit/card.h"
#include "kit/label.h"
#include "kit/segmented.h"
#include "kit/tokens.h"
#include "settings/quietcard.h"
#include "settings/tellingmodel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>

namespace settings {

namespace {

namespace tokens = kit::tokens;
using client::Telling;

constexpr std::array presets{Telling::Preset::Quiet, Telling::Preset::Normal, Telling::Preset::Everything};

/// The preset that this is; -1: it is somebody's own.
int placeOf(const Telling &telling)
{
    const auto *found = std::find_if(presets.begin(), presets.end(),
                                     [&](Telling::Preset preset) { return Telling(preset) == telling; });
    return found == presets.end() ? -1 : int(found - presets.begin());
}

} // namespace

NotificationsPanel::NotificationsPanel(client::Manners &manners, QWidget *parent)
    : QWidget(parent), m_manners(manners), m_model(new TellingModel(manners, this)),
      m_presets(new kit::Segmented({tr("Quiet"), tr("Normal"), tr("Everything")})), m_table(new QTableView)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::CardGap);
    row->addWidget(matrixCard(), 2);
    row->addWidget(new QuietCard(manners), 1);
    connect(&manners, &client::Manners::changed, this, &NotificationsPanel::refresh);
    refresh();
}

kit::Card *NotificationsPanel::matrixCard()
{
    auto *card = new kit::Card(tr("What is told, and how"));
    m_presets->setAccessibleName(tr("How much is told"));
    card->addHeaderWidget(m_presets);
    connect(m_presets, &kit::Segmented::chosen, this,
            [this](int place) { m_manners.setTelling(Telling(presets[size_t(place)])); });
    auto *reset = new QPushButton(tr("&Reset"));
    reset->setToolTip(tr("Tells everything as it was told at first"));
    connect(reset, &QPushButton::clicked, this, [this] { m_manners.setTelling({}); });
    card->addHeaderWidget(reset);
    auto *what =
        new kit::Label(tr("What is not critical pops up on the desktop only while nobody looks at this "
                          "window. Everything stands in its list, however it is told."),
                       kit::TextRole::Secondary);
    what->setWordWrap(true);
    card->addContent(what);
    buildTable();
    card->addContent(m_table, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(tokens::Space2);
    foot->addWidget(new kit::Label(tr("Test:"), kit::TextRole::Secondary));
    for (int place = 0; place < client::wayCount; ++place) {
        const auto way = client::Way(place);
        auto *test = new QPushButton(client::titleOf(way));
        test->setAccessibleName(tr("Test: %1").arg(client::titleOf(way)));
        connect(test, &QPushButton::clicked, this, [this, way] { Q_EMIT testWanted(way); });
        foot->addWidget(test);
    }
    foot->addStretch(1);
    card->content()->addLayout(foot);
    return card;
}

void NotificationsPanel::buildTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("How each kind of happening is told"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(tokens::RowCompact);
    m_table->verticalHeader()->setDefaultSectionSize(tokens::RowCompact);
    m_table->setCurrentIndex(m_model->index(0, 1));
}

void NotificationsPanel::refresh() { m_presets->setCurrent(placeOf(m_manners.telling())); }

} // namespace settings
