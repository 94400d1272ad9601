// SPDX-License-Identifier: GPL-3.0-or-later
// What the list of devices is put together from.
#include "devices/devicespage.h"
#include "devices/presencedelegate.h"
#include "devices/sight.h"
#include "devices/typeicon.h"
#include "kit/banner.h"
#include "kit/emptystate.h"
#include "kit/filterfield.h"
#include "kit/framedrow.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/listparts.h"
#include "kit/segmented.h"
#include "kit/tokens.h"
#include "network/kind.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace devices {

namespace {
namespace tokens = kit::tokens;
constexpr int widestTypes = 180;

/// Cells without a frame of their own: it is around the row.
class Cells final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state &= ~QStyle::State_HasFocus;
    }
};
} // namespace

QWidget *DevicesPage::buildList()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(tokens::PagePadding, 0, tokens::PagePadding, tokens::PagePadding);
    column->setSpacing(tokens::Space2);
    m_error = new kit::Banner(kit::Status::High, QString());
    m_error->setClosable(true);
    m_error->hide();
    connect(m_error, &kit::Banner::closed, m_error, &QWidget::hide);
    column->addWidget(m_error);
    m_view = new QTableView;
    m_columns = new QMenu(this);
    buildActions();
    buildTools(*column);
    column->addWidget(m_filter->flawLine());
    buildTable(*column);
    buildColumns();
    buildFoot(*column);
    return content;
}

void DevicesPage::buildTools(QBoxLayout &column)
{
    QHBoxLayout *tools = kit::listparts::toolRow(column);
    m_filter = new kit::FilterField(tr("Filter the devices"));
    m_filter->setPlaceholderText(tr("Filter: printer  state:down,away  ip:192.168.1.0/24  !word  ports>3"));
    m_filter->setToolTip(tr("All terms must hold. Words of name, address, vendor, system, owner, "
                            "tags or notes; "
                            "state:down, type:printer, ip:192.168.1.0/24, dept:Design, tag:lab, "
                            "is:new, ports>3, "
                            "seen:15m; a ! before a term turns it round. (Ctrl+F)"));
    m_filter->setKeys(filterKeys());
    m_filter->findFrom(this);
    connect(m_filter, &QLineEdit::textChanged, this, &DevicesPage::readFilter);
    connect(m_filter, &QLineEdit::returnPressed, m_view, qOverload<>(&QWidget::setFocus));
    tools->addWidget(m_filter, 1);
    m_types = new QComboBox;
    m_types->setAccessibleName(tr("Type of the devices"));
    m_types->setMaximumWidth(widestTypes);
    connect(m_types, &QComboBox::activated, this, [this](int place) {
        m_table->setType(place <= 0 ? std::nullopt : std::optional(m_types->itemData(place).toString()));
    });
    tools->addWidget(m_types);
    tools->addWidget(kit::listparts::menuButton(tr("Columns"), *m_columns));
    for (const char *id : {"devices.add", "devices.export"})
        tools->addWidget(kit::listparts::toolButton(*findChild<QAction *>(QLatin1String(id))));
    buildParts(column);
}

void DevicesPage::buildParts(QBoxLayout &column)
{
    QHBoxLayout *parts = kit::listparts::toolRow(column);
    m_parts = new kit::Segmented({});
    m_parts->setAccessibleName(tr("Part of the devices"));
    connect(m_parts, &kit::Segmented::chosen, this,
            [this](int place) { m_table->setPart(m_partsShown.value(place, Part::All)); });
    parts->addWidget(m_parts);
    parts->addStretch(1);
    m_fresh = new QPushButton;
    m_fresh->setToolTip(tr("Shows what is new and puts everything in order"));
    m_fresh->hide();
    connect(m_fresh, &QPushButton::clicked, m_table, &DeviceTable::settle);
    parts->addWidget(m_fresh);
}

void DevicesPage::buildTable(QBoxLayout &column)
{
    m_view->setObjectName(QStringLiteral("devices"));
    m_view->setModel(m_table);
    m_view->setItemDelegate(new Cells(m_view));
    m_view->setAccessibleName(tr("Devices"));
    m_view->setIconSize({tokens::GlyphSize, tokens::GlyphSize});
    kit::listparts::dress(*m_view);
    m_view->sortByColumn(State, Qt::AscendingOrder);
    m_view->addActions(m_actions);
    m_framed = new kit::FramedRow(*m_view, *this);
    connect(m_framed, &kit::FramedRow::changed, this, &DevicesPage::allowActions);
    connect(m_view, &QWidget::customContextMenuRequested, this, &DevicesPage::showMenu);
    auto *none = new kit::EmptyState(kit::icon(kit::Symbol::Devices), tr("No device passes the filter."));
    none->setAction(tr("Clear the filter"));
    connect(none, &kit::EmptyState::actionTriggered, this, &DevicesPage::clearFilter);
    auto *holder = new QWidget;
    m_listStack = new QStackedLayout(holder);
    m_listStack->addWidget(m_view);
    m_listStack->addWidget(none);
    column.addWidget(holder, 1);
}

void DevicesPage::buildColumns()
{
    QHeaderView *header = m_view->horizontalHeader();
    kit::listparts::dressHeads(*m_view, *m_columns);
    for (int place = 0; place < ColumnCount; ++place) {
        header->resizeSection(place, widthAtFirst(place));
        m_view->setColumnHidden(place, !isShownAtFirst(place));
        QAction *shown = m_columns->addAction(columnTitle(place));
        shown->setCheckable(true);
        // A row without a name is a row of what?
        shown->setEnabled(place != Name);
        connect(shown, &QAction::triggered, this, [this, place](bool on) {
            m_view->setColumnHidden(place, !on);
            widenHeads();
        });
    }
    connect(m_columns, &QMenu::aboutToShow, this, [this] {
        for (int place = 0; place < ColumnCount; ++place)
            m_columns->actions().at(place)->setChecked(!m_view->isColumnHidden(place));
    });
    header->moveSection(header->visualIndex(Presence), header->visualIndex(Address) + 1);
    widenHeads();
    buildSight();
}

/// No title in sight is cut, whatever the language and the size of its letters.
void DevicesPage::widenHeads()
{
    QHeaderView *header = m_view->horizontalHeader();
    for (int place = 0; place < ColumnCount; ++place) {
        if (!header->isSectionHidden(place) && header->sectionSize(place) < header->sectionSizeHint(place))
            header->resizeSection(place, header->sectionSizeHint(place));
    }
}

/// How devices were there is asked for of those alone that are in sight.
void DevicesPage::buildSight()
{
    m_table->setPresences(m_presences);
    m_view->setItemDelegateForColumn(Presence, new PresenceDelegate(m_view));
    m_sight = new Sight(*m_view);
    connect(m_sight, &Sight::rested, this, [this](int first, int last) {
        QStringList ids;
        for (int row = first; row <= last && !m_view->isColumnHidden(Presence); ++row)
            ids << m_table->at(row).id;
        m_presences.want(ids);
    });
}

void DevicesPage::buildFoot(QBoxLayout &column)
{
    QHBoxLayout *foot = kit::listparts::toolRow(column);
    for (QAction *action : std::as_const(m_changing)) {
        if (!action->property("belfryFoot").isNull())
            foot->addWidget(kit::listparts::footButton(*action));
    }
    foot->addStretch(1);
    m_count = new kit::Label({}, kit::TextRole::Secondary);
    foot->addWidget(m_count);
}

void DevicesPage::showTypes()
{
    if (m_types->view()->isVisible())
        return; // somebody is choosing
    const QVariant chosen = m_types->currentData();
    m_types->clear();
    m_types->addItem(tr("All types"));
    const QMap<QString, int> types = m_table->types();
    for (auto type = types.begin(); type != types.end(); ++type) {
        const QString title = type.key().isEmpty() ? tr("Unknown") : network::typeTitle(type.key());
        m_types->addItem(typeIcon(type.key()),
                         tr("%1 (%2)", "type and how many").arg(title, QString::number(*type)), type.key());
    }
    const int place = chosen.isValid() ? m_types->findData(chosen) : 0;
    m_types->setCurrentIndex(std::max(0, place));
    if (place < 0)
        m_table->setType({});
}

} // namespace devices
