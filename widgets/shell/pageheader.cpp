// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/pageheader.h"

#include "kit/format.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/tokens.h"
#include "shell/actions.h"
#include "shell/searchbutton.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace shell {

namespace {
namespace tokens = kit::tokens;
constexpr int widestSearch = 320;
} // namespace

PageHeader::PageHeader(client::MetricsModel &model, const Actions &actions, QWidget *parent)
    : QWidget(parent), m_model(model), m_title(new kit::Label({}, kit::TextRole::PageTitle)),
      m_time(new kit::Label({}, kit::TextRole::Secondary)), m_range(new QComboBox), m_pause(new QPushButton)
{
    setFixedHeight(tokens::TopBarHeight + tokens::Space2);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(tokens::PagePadding, 0, tokens::PagePadding, 0);
    row->setSpacing(tokens::Space2);
    m_title->setElide(Qt::ElideNone);
    row->addWidget(m_title);
    row->addSpacing(tokens::Space2);
    row->addWidget(m_time, 3);
    auto *search = new SearchButton;
    search->setMaximumWidth(widestSearch);
    connect(search, &SearchButton::clicked, this, &PageHeader::searchWanted);
    row->addWidget(search, 2);
    for (const client::Preset &preset : client::presets())
        m_range->addItem(preset.label, preset.id);
    m_range->setAccessibleName(tr("Time range"));
    m_range->setToolTip(tr("The time all charts show"));
    connect(m_range, &QComboBox::activated, this,
            [this](int place) { m_model.follow(m_range->itemData(place).toString()); });
    m_timeParts = {m_range, tool(actions.find(QStringLiteral("time.back")), tr("Earlier")),
                   tool(actions.find(QStringLiteral("time.forward")), tr("Later")),
                   tool(actions.find(QStringLiteral("time.zoomout")), tr("Zoom out")), m_pause};
    for (QWidget *part : std::as_const(m_timeParts))
        row->addWidget(part);
    m_pause->setMinimumWidth(88);
    connect(m_pause, &QPushButton::clicked, actions.find(QStringLiteral("time.pause")), &QAction::trigger);
    connect(&m_model, &client::MetricsModel::viewChanged, this, &PageHeader::refresh);
    refresh();
}

void PageHeader::setTimed(bool timed)
{
    m_isTimed = timed;
    for (QWidget *part : std::as_const(m_timeParts))
        part->setVisible(timed);
    refresh();
}

void PageHeader::addEnd(QWidget *widget) { layout()->addWidget(widget); }

QToolButton *PageHeader::tool(QAction *action, const QString &name)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setFixedSize(tokens::ControlHeight, tokens::ControlHeight);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    return button;
}

void PageHeader::setTitle(const QString &title) { m_title->setText(title); }

QString PageHeader::timeText() const
{
    if (!m_model.isFollowing())
        return m_model.pauseText();
    const client::Mirror &mirror = m_model.mirror();
    if (!mirror.reading())
        return {};
    const qint64 at = mirror.reading()->timestamp.toMSecsSinceEpoch();
    if (mirror.isStale())
        return tr("as of %1").arg(kit::format::clockTime(at));
    return tr("Live · %1").arg(m_model.resolutionText());
}

void PageHeader::refresh()
{
    m_time->setText(m_isTimed ? timeText() : QString());
    const bool following = m_model.isFollowing();
    m_pause->setText(following ? tr("&Pause") : tr("&Go live"));
    m_pause->setIcon(kit::icon(following ? kit::Symbol::Pause : kit::Symbol::Play,
                               following ? kit::Tone::Text2 : kit::Tone::Accent));
    m_pause->setToolTip(following ? tr("Hold the charts; readings go on being taken (Space on a chart)")
                                  : tr("Show the newest readings again (End on a chart)"));
    m_range->setCurrentIndex(m_range->findData(m_model.preset().id));
}

} // namespace shell
