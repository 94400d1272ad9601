// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alertpage.h"

#include "alerts/alertdeeds.h"
#include "alerts/alertfacts.h"
#include "alerts/alertglyph.h"
#include "alerts/aroundchart.h"
#include "alerts/origincard.h"
#include "alerts/relatedtable.h"
#include "alerts/storytable.h"
#include "client/ask.h"
#include "kit/banner.h"
#include "kit/card.h"
#include "kit/flowlayout.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/label.h"
#include "kit/tokens.h"
#include "network/kind.h"

#include <QAction>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QToolButton>

namespace alerts {

namespace {
namespace tokens = kit::tokens;
constexpr int pageAskMs = 100;
constexpr int sideWidth = 340;
constexpr int longestRemark = 4096;
constexpr qsizetype mostOthers = 50;

/// The ways on stand in one row.
QString briefly(const QString &action)
{
    const QMap<QString, QString> words{{QStringLiteral("alerts.device"), AlertPage::tr("&Device")},
                                       {QStringLiteral("alerts.chart"), AlertPage::tr("Chart ±&15 min")},
                                       {QStringLiteral("alerts.events"), AlertPage::tr("&Events")},
                                       {QStringLiteral("alerts.map"), AlertPage::tr("&Map")},
                                       {QStringLiteral("alerts.chat"), AlertPage::tr("&Chat")}};
    return words.value(action);
}
} // namespace

AlertPage::AlertPage(AlertDeeds &deeds, client::Devices &devices, QWidget *parent)
    : QWidget(parent), m_deeds(deeds), m_devices(devices)
{
    setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::PagePadding, 0, tokens::PagePadding, tokens::PagePadding);
    column->setSpacing(tokens::CardGap);
    buildHeader(*column);
    m_error = new kit::Banner(kit::Status::High, QString());
    m_error->setClosable(true);
    m_error->hide();
    connect(m_error, &kit::Banner::closed, m_error, &QWidget::hide);
    column->addWidget(m_error);
    column->addWidget(buildButtons());
    auto *halves = new QHBoxLayout;
    halves->setSpacing(tokens::CardGap);
    auto *main = new QVBoxLayout;
    main->setSpacing(tokens::CardGap);
    m_around = new AroundChart(deeds.alerts().mirror());
    main->addWidget(m_around);
    main->addWidget(buildStory(), 1);
    halves->addLayout(main, 1);
    halves->addWidget(buildSide());
    column->addLayout(halves, 1);
    m_ask.setSingleShot(true);
    m_ask.setInterval(pageAskMs);
    connect(&m_ask, &QTimer::timeout, this, &AlertPage::ask);
    client::Alerts &alerts = deeds.alerts();
    connect(&alerts, &client::Alerts::changed, this, [this](const QList<int> &places) {
        if (!m_id.isEmpty() && places.contains(m_deeds.alerts().placeOf(m_id)))
            m_ask.start();
        else if (!m_id.isEmpty())
            showOthers();
    });
    connect(&alerts, &client::Alerts::reset, this, [this] {
        if (!m_id.isEmpty())
            m_ask.start();
    });
}

void AlertPage::buildHeader(QBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::Space2);
    auto *back = new QToolButton;
    back->setIcon(kit::icon(kit::Symbol::ChevronLeft));
    back->setToolTip(tr("Back to the list (Esc)"));
    back->setAccessibleName(tr("Back to the list"));
    back->setAutoRaise(true);
    connect(back, &QToolButton::clicked, this, &AlertPage::left);
    row->addWidget(back);
    m_glyph = new AlertGlyph;
    row->addWidget(m_glyph);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    m_title = new kit::Label({}, kit::TextRole::PageTitle);
    m_line = new kit::Label({}, kit::TextRole::Secondary);
    words->addWidget(m_title);
    words->addWidget(m_line);
    m_message = new kit::Label;
    words->addWidget(m_message);
    row->addLayout(words, 1);
    column.addLayout(row);
}

/// What is done about it, and where else it leads.
QWidget *AlertPage::buildButtons()
{
    auto *holder = new QWidget;
    auto *row = new kit::FlowLayout(holder, tokens::Space2);
    for (const char *id : {"alerts.acknowledge", "alerts.unacknowledge", "alerts.silence", "alerts.assign",
                           "alerts.resolve", "alerts.reopen", "", "alerts.device", "alerts.chart",
                           "alerts.events", "alerts.map", "alerts.chat"}) {
        if (*id == '\0') {
            row->addGap();
            continue;
        }
        auto *button = new QPushButton;
        button->setObjectName(QLatin1String(id));
        m_buttons << button;
        row->addWidget(button);
    }
    return holder;
}

QWidget *AlertPage::buildStory()
{
    auto *card = new kit::Card(tr("What happened"));
    m_story = new StoryTable(this);
    QTableView *view = viewOf(*m_story);
    view->setAccessibleName(tr("What happened"));
    card->addContent(view, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::Space2);
    m_comment = new QLineEdit;
    m_comment->setPlaceholderText(tr("Add a comment"));
    m_comment->setAccessibleName(tr("Add a comment"));
    m_comment->setMaxLength(longestRemark);
    m_say = new QPushButton(tr("A&dd"));
    connect(m_comment, &QLineEdit::returnPressed, this, &AlertPage::comment);
    connect(m_say, &QPushButton::clicked, this, &AlertPage::comment);
    row->addWidget(m_comment, 1);
    row->addWidget(m_say);
    card->content()->addLayout(row);
    return card;
}

QWidget *AlertPage::buildSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::CardGap);
    auto *facts = new kit::Card(tr("Facts"));
    // A form would give too little height to what goes on in the next line.
    m_facts = new QGridLayout;
    m_facts->setHorizontalSpacing(tokens::Space3);
    m_facts->setVerticalSpacing(tokens::Space1);
    m_facts->setColumnStretch(1, 1);
    facts->content()->addLayout(m_facts);
    column->addWidget(facts);
    m_origin = new OriginCard(m_deeds.alerts().mirror());
    connect(m_origin, &OriginCard::ruleWanted, this, &AlertPage::ruleWanted);
    connect(m_origin, &OriginCard::silenceWanted, this, &AlertPage::ruleSilenceWanted);
    column->addWidget(m_origin);
    m_partsCard = new kit::Card;
    m_partsTable = new RelatedTable(this);
    m_partsView = viewOf(*m_partsTable, tr("What is a part of it"));
    m_partsCard->addContent(m_partsView, 1);
    m_unfold = new QPushButton(tr("&Unfold what is chosen"));
    m_unfold->setToolTip(tr("Makes alerts stand for themselves; they stay so"));
    connect(m_unfold, &QPushButton::clicked, this, &AlertPage::unfold);
    m_partsCard->addContent(m_unfold);
    column->addWidget(m_partsCard, 1);
    m_othersCard = new kit::Card(tr("Also about this"));
    m_othersTable = new RelatedTable(this);
    QTableView *others = viewOf(*m_othersTable, tr("Other alerts about the same"));
    m_othersCard->addContent(others, 1);
    column->addWidget(m_othersCard, 1);
    column->addStretch(0);
    const auto leadsOn = [this](QTableView *view, RelatedTable *table) {
        connect(view, &QTableView::activated, this,
                [this, table](const QModelIndex &at) { Q_EMIT alertWanted(table->alerts()[at.row()].id); });
    };
    leadsOn(m_partsView, m_partsTable);
    leadsOn(others, m_othersTable);
    connect(m_partsView->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_unfold->setEnabled(m_partsView->selectionModel()->hasSelection() && m_deeds.whyNot().isEmpty());
    });
    // However much there is to know, the window is not made taller by it.
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFixedWidth(sideWidth);
    scroll->setWidget(side);
    return scroll;
}

AlertSetting AlertPage::setting() const { return {&m_devices, m_deeds.alerts().mirror().serverNow()}; }

void AlertPage::open(const QString &id)
{
    ++m_round;
    m_id = id;
    m_around->clear();
    m_origin->clear();
    m_parts.clear();
    m_story->show({}, {});
    m_comment->clear();
    m_error->hide();
    if (id.isEmpty())
        return;
    const Alert *known = m_deeds.alerts().find(id);
    m_alert = known ? *known : Alert{};
    m_alert.id = id;
    showAlert();
    ask();
}

void AlertPage::ask()
{
    if (m_id.isEmpty())
        return;
    client::ask(m_deeds.alerts().mirror().link(), GetAlert{m_id}, this,
                [this, round = ++m_round](const core::Result<GetAlert::Reply> &reply) {
                    if (round == m_round)
                        take(reply);
                });
}

void AlertPage::take(const core::Result<GetAlert::Reply> &reply)
{
    if (!reply) {
        const bool isGone = reply.error().code == core::ErrorCode::NotFound;
        refuse(isGone ? tr("This alert no longer exists.") : reply.error().message);
        return;
    }
    m_alert = reply->alert;
    m_parts = reply->children;
    m_story->show(reply->entries, setting().now);
    showAlert();
}

void AlertPage::refuse(const QString &why)
{
    if (m_id.isEmpty())
        return;
    m_error->setText(why);
    m_error->show();
}

void AlertPage::showAlert()
{
    const AlertSetting now = setting();
    m_glyph->setAlert(m_alert);
    const QString title = titleOf(m_alert);
    m_title->setText(title.isEmpty() ? m_id : title);
    m_line->setText(
        tr("%1 · %2 · since %3", "number, state, moment")
            .arg(network::plainLine(m_alert.id), stateLine(m_alert, now),
                 m_alert.raisedAt.isValid() ? shortMoment(m_alert.raisedAt, now.now) : kit::format::none()));
    m_message->setText(network::plainLine(m_alert.message, 1024));
    m_message->setVisible(!m_alert.message.isEmpty());
    const bool may = m_deeds.whyNot().isEmpty();
    m_comment->setEnabled(may);
    m_say->setEnabled(may);
    showFacts();
    m_partsTable->show(m_parts, now);
    m_partsCard->setTitle(tr("%n folded into it", nullptr, int(m_parts.size())));
    m_partsCard->setVisible(!m_parts.isEmpty());
    m_unfold->setEnabled(false);
    showOthers();
    m_around->open(m_alert);
}

void AlertPage::showFacts()
{
    while (QLayoutItem *item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const client::Facts facts = factsOf(m_alert, setting());
    for (const client::Fact &fact : facts.rows) {
        auto *value = new kit::Label(fact.value);
        // A single word is elided; what has several goes on in the next line.
        value->setWordWrap(fact.value.contains(QLatin1Char(' ')));
        value->setMinimumWidth(1);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto *name = new kit::Label(fact.name, kit::TextRole::Secondary);
        name->setElide(Qt::ElideNone);
        name->setBuddy(value);
        const int row = m_facts->count() / 2;
        m_facts->addWidget(name, row, 0, Qt::AlignTop);
        m_facts->addWidget(value, row, 1);
    }
    m_origin->show(m_alert, m_hasRules, m_deeds.whyNot());
}

/// What else is the matter with the same device.
void AlertPage::showOthers()
{
    QList<Alert> others;
    if (!m_alert.subjectId.isEmpty()) {
        for (const Alert &alert : m_deeds.alerts().all()) {
            if (alert.subjectId == m_alert.subjectId && alert.id != m_id && others.size() < mostOthers)
                others << alert;
        }
    }
    std::stable_sort(others.begin(), others.end(), [](const Alert &one, const Alert &other) {
        return one.state != other.state ? one.state < other.state : one.raisedAt > other.raisedAt;
    });
    m_othersTable->show(others, setting());
    m_othersCard->setVisible(!others.isEmpty());
}

void AlertPage::allow(const QList<QAction *> &actions, bool hasRules)
{
    m_hasRules = hasRules;
    m_origin->show(m_alert, m_hasRules, m_deeds.whyNot());
    for (QPushButton *button : std::as_const(m_buttons)) {
        const auto action = std::find_if(actions.begin(), actions.end(), [button](const QAction *one) {
            return one->objectName() == button->objectName();
        });
        if (action == actions.end())
            continue;
        if (button->property("belfryAction").isNull()) {
            button->setProperty("belfryAction", true);
            connect(button, &QPushButton::clicked, *action, &QAction::trigger);
        }
        const QString brief = briefly(button->objectName());
        button->setText(brief.isEmpty() ? (*action)->text() : brief);
        button->setAccessibleName(QString((*action)->text()).remove(u'&'));
        button->setEnabled((*action)->isEnabled());
        button->setToolTip((*action)->toolTip());
        button->setVisible((*action)->isVisible());
    }
}

void AlertPage::comment()
{
    const QString text = m_comment->text().trimmed();
    if (text.isEmpty())
        return;
    m_deeds.comment(m_id, text, [this, id = m_id] {
        if (id != m_id)
            return;
        m_comment->clear();
        ask();
    });
}

void AlertPage::unfold()
{
    QStringList ids;
    const QModelIndexList rows = m_partsView->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        ids << m_partsTable->alerts()[row.row()].id;
    m_deeds.unfold(ids);
}

/// The keys of the list are those of this page, too, but where somebody writes.
void AlertPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return;
    }
    const QKeySequence keys(event->keyCombination());
    const QList<QAction *> known =
        parentWidget() ? parentWidget()->findChildren<QAction *>() : QList<QAction *>();
    for (QAction *action : known) {
        if (action->shortcut() == keys && action->isEnabled() &&
            action->objectName().startsWith(QLatin1String("alerts."))) {
            action->trigger();
            return;
        }
    }
    QWidget::keyPressEvent(event);
}

} // namespace alerts
